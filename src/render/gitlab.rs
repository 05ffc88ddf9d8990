//! GitLab: a code quality report.

use std::io::{self, Write};

use serde::Serialize;

use crate::report::{Findings, Level};

#[derive(Serialize)]
struct Issue<'a> {
    description: &'a str,
    check_name: String,
    fingerprint: String,
    severity: &'static str,
    location: Location<'a>,
}

#[derive(Serialize)]
struct Location<'a> {
    path: &'a str,
    lines: Lines,
}

#[derive(Serialize)]
struct Lines {
    begin: u32,
}

/// Writes one issue a finding. GitLab wants a line: the first, where a file
/// has none, or the change stands in the text before alone.
///
/// # Errors
///
/// When `out` cannot be written.
pub fn write(out: &mut dyn Write, findings: &Findings) -> io::Result<()> {
    let mut issues = Vec::new();
    for group in &findings.groups {
        let path = group.path.as_deref().unwrap_or(&group.comparison);
        issues.extend(group.findings.iter().map(|finding| Issue {
            description: &finding.message,
            check_name: finding.rule.id(),
            // Without the line: a finding is the same when a paragraph is put in above.
            fingerprint: format!("{}:{}", group.comparison, finding.id),
            severity: match finding.level {
                Level::Error => "major",
                Level::Warning => "minor",
                Level::Note => "info",
            },
            location: Location {
                // GitLab knows files by their paths from the top of the repository.
                path: path.trim_start_matches("./"),
                lines: Lines {
                    begin: finding.line.unwrap_or(1),
                },
            },
        }));
    }
    serde_json::to_writer_pretty(&mut *out, &issues)?;
    out.write_all(b"\n")
}
