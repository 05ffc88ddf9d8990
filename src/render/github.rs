//! GitHub: annotations on the lines of a pull request (workflow commands), and
//! the summary of a job.

use std::fmt::Write;

use crate::plain;
use crate::report::{Finding, FindingGroup, Findings, Level};

/// Annotations of each level that GitHub keeps of one step (GitHub Docs,
/// *Usage limits for workflow annotations*).
const MAX_ANNOTATIONS: usize = 10;
/// Bytes of a job's summary that GitHub keeps (1 MiB), less the notice.
const MAX_SUMMARY: usize = (1 << 20) - NOTICE.len();
/// What ends a summary that was too long.
const NOTICE: &str =
    "\n\n*Cut here: GitHub shows 1 MiB. The whole report is in the log's files.*\n";

/// Workflow commands, one a line, errors, warnings and notices up to what GitHub
/// keeps, and a last line with the counts.
#[must_use]
pub fn annotations(findings: &Findings) -> String {
    let mut out = String::new();
    // Errors first, for each level has a limit of its own.
    for (level, command) in [
        (Level::Error, "error"),
        (Level::Warning, "warning"),
        (Level::Note, "notice"),
    ] {
        for (group, finding) in of_level(findings, level).take(MAX_ANNOTATIONS) {
            push_annotation(&mut out, command, group, finding);
        }
    }
    push_counts(&mut out, findings);
    out
}

fn of_level(findings: &Findings, level: Level) -> impl Iterator<Item = (&FindingGroup, &Finding)> {
    findings.groups.iter().flat_map(move |group| {
        let of_level = group.findings.iter();
        of_level
            .filter(move |finding| finding.level == level)
            .map(move |finding| (group, finding))
    })
}

fn push_annotation(out: &mut String, command: &str, group: &FindingGroup, finding: &Finding) {
    let mut properties = Vec::new();
    if let Some(path) = &group.path {
        properties.push(format!("file={}", property(path)));
    }
    if let Some(line) = finding.line {
        properties.push(format!("line={line}"));
    }
    properties.push(format!("title={}", property(&finding.rule.id())));
    let message = data(&finding.message);
    writeln!(out, "::{command} {}::{message}", properties.join(",")).expect("a string takes all");
}

fn push_counts(out: &mut String, findings: &Findings) {
    let (errors, warnings) = (findings.count(Level::Error), findings.count(Level::Warning));
    let groups = &findings.groups;
    let is_change = |finding: &Finding| finding.level != Level::Note;
    let changed = groups
        .iter()
        .filter(|group| group.findings.iter().any(is_change));
    let mut parts = vec![format!(
        "{} changes in {} of {} comparisons, {errors} of them errors",
        errors + warnings,
        changed.count(),
        groups.len()
    )];
    let over = |count: usize| count.saturating_sub(MAX_ANNOTATIONS);
    let rest = [
        (over(errors) + over(warnings), "not annotated"),
        (findings.count(Level::Note), "notices"),
        (groups.iter().map(|group| group.folded).sum(), "folded"),
        (
            groups.iter().map(|group| group.ignored).sum(),
            "left out by your rules",
        ),
    ];
    for (count, what) in rest {
        if count > 0 {
            parts.push(format!("{count} {what}"));
        }
    }
    writeln!(out, "verbale: {}", parts.join("; ")).expect("a string takes all");
}

/// `markdown` as the summary of a job: as much of it as GitHub keeps, whole
/// lines, and a notice where it was cut.
#[must_use]
pub fn summary(markdown: &str) -> String {
    if markdown.len() <= MAX_SUMMARY {
        return markdown.to_owned();
    }
    let end = markdown.floor_char_boundary(MAX_SUMMARY);
    let kept = &markdown[..end];
    let line = kept.rfind('\n').unwrap_or(end);
    format!("{}{NOTICE}", &kept[..line])
}

/// Escapes the message of a command (`actions/toolkit`, `command.ts`).
fn data(text: &str) -> String {
    // First, or the percent signs of the other replacements would be escaped as well.
    let text = text.replace('%', "%25");
    let lines = text.replace('\r', "%0D").replace('\n', "%0A");
    plain::escape(&lines).into_owned()
}

/// Escapes a property of a command.
fn property(text: &str) -> String {
    // A property ends at a comma, the properties at two colons.
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::{ChangeKind, ChangeVerdict, FindingRule, RuleKind, Verdict};

    fn findings(count: usize, level: Level) -> Findings {
        let finding = |at: usize| Finding {
            id: format!("chg-{at}"),
            rule: FindingRule::Change(
                RuleKind::All(ChangeKind::Figure),
                ChangeVerdict::Fact(Verdict::Increased),
            ),
            level,
            message: "inflation: 3 % → 4 %\nagain".to_owned(),
            line: Some(7),
        };
        Findings {
            groups: vec![FindingGroup {
                comparison: "a".to_owned(),
                title: "a → b".to_owned(),
                path: Some("notes, 2021: a.txt".to_owned()),
                findings: (0..count).map(finding).collect(),
                folded: 2,
                ignored: 0,
            }],
        }
    }

    #[test]
    fn what_could_end_a_command_is_escaped() {
        let text = annotations(&findings(1, Level::Error));
        assert_eq!(
            text.lines().next(),
            Some(
                "::error file=notes%2C 2021%3A a.txt,line=7,title=figure/increased::inflation: 3 %25 → 4 %25%0Aagain"
            )
        );
    }

    #[test]
    fn beyond_ten_of_a_level_they_are_counted() {
        let text = annotations(&findings(12, Level::Warning));
        assert_eq!(text.matches("::warning ").count(), 10);
        assert!(
            text.ends_with(
                "12 changes in 1 of 1 comparisons, 0 of them errors; 2 not annotated; 2 folded\n"
            ),
            "{text}"
        );
    }

    #[test]
    fn a_long_summary_is_cut_at_a_line_and_says_so() {
        let long = "één regel van het verslag\n".repeat(60_000);
        let cut = summary(&long);
        assert!(cut.len() <= 1 << 20);
        assert!(cut.contains("verslag\n\n*Cut here"));
        assert_eq!(summary("short"), "short");
    }
}
