//! Changes as tools for checks show them: a rule, a place, a line of text.

use std::fmt::Write;

use super::{ChangeWithPassage, Gate, RuleKind, changes_with_passages, is_news};
use crate::model::{NoticeCode, Relation};
use crate::report::change::ChangeRecord;
use crate::report::change_kind::{ChangeKind, ChangeVerdict};
use crate::report::comparison::ComparisonRecord;
use crate::report::digest::{is_told_in_words, measure, places, remark, title};
use crate::report::document::DocumentRecord;
use crate::report::id::Ids;
use crate::report::notice::NoticeRecord;
use crate::report::passage::Passage;
use crate::report::wording::Mark;

/// The longest message, in characters; the report has the whole wording.
const MAX_MESSAGE: usize = 300;

/// All that is told, by comparison.
#[derive(Debug, Clone, Default)]
pub struct Findings {
    /// One a comparison, those without a finding too.
    pub groups: Vec<FindingGroup>,
}

/// What is told of one comparison.
#[derive(Debug, Clone)]
pub struct FindingGroup {
    /// The comparison's id.
    pub comparison: String,
    /// *az-2021 (Azerbaijan, 2021-06-22) → az-2022*.
    pub title: String,
    /// The file of the statement after, with forward slashes.
    pub path: Option<String>,
    /// In the order of the report, the notices last.
    pub findings: Vec<Finding>,
    /// How many changes are no news.
    pub folded: usize,
    /// How many changes the user's rules leave out.
    pub ignored: usize,
}

/// One change, or a notice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The change's or the notice's id, the same when a paragraph is inserted above.
    pub id: String,
    /// What it is about.
    pub rule: FindingRule,
    /// Whether it fails the run.
    pub level: Level,
    /// *people killed: more than 140 → more than 200 (floor +60)*.
    pub message: String,
    /// Line of the paragraph in the file, from 1, where the file has lines.
    pub line: Option<u32>,
}

/// What a finding is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FindingRule {
    /// A change, and what became of what changed.
    Change(RuleKind, ChangeVerdict),
    /// A notice.
    Notice(NoticeCode),
}

impl FindingRule {
    /// Kind and verdict: `figure/increased`; for a notice `notice` and its code.
    #[must_use]
    pub fn id(self) -> String {
        match self {
            Self::Change(kind, verdict) => format!("{}/{}", kind.meaning().name, verdict.name()),
            Self::Notice(code) => format!("notice/{}", code.name()),
        }
    }

    /// What its verdict says, and what its kind is: a sentence each for a person.
    #[must_use]
    pub fn meanings(self) -> [&'static str; 2] {
        match self {
            Self::Change(kind, verdict) => [verdict.meaning(), kind.meaning().text],
            Self::Notice(_) => ["Something that was seen and is not compared."; 2],
        }
    }
}

/// How much a finding matters to the run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Level {
    /// It fails the run.
    Error,
    /// It is told.
    Warning,
    /// A notice, and no change.
    Note,
}

impl Findings {
    /// How many findings there are of `level`.
    #[must_use]
    pub fn count(&self, level: Level) -> usize {
        let all = self.groups.iter().flat_map(|group| &group.findings);
        all.filter(|finding| finding.level == level).count()
    }
}

impl FindingGroup {
    /// What `gate` tells of a comparison between two documents.
    #[must_use]
    pub fn new(
        gate: &Gate,
        documents: [&DocumentRecord<'_>; 2],
        record: &ComparisonRecord<'_>,
    ) -> Self {
        let mut group = Self {
            comparison: record.id.clone(),
            title: documents.map(title).join(" → "),
            // Checks name files as addresses do, on Windows too.
            path: documents[1].path.map(|path| path.replace('\\', "/")),
            findings: Vec::new(),
            folded: 0,
            ignored: record.summary.ignored,
        };
        for reported in changes_with_passages(record) {
            match finding(gate, record, reported) {
                Some(finding) => group.findings.push(finding),
                None => group.folded += 1,
            }
        }
        // Notices have names of their own kind, which do not depend on how many changes there are.
        let mut ids = Ids::default();
        let notices = record.notices.iter();
        group
            .findings
            .extend(notices.map(|record| notice(&mut ids, record)));
        group
    }
}

impl FindingGroup {
    /// What `gate` tells of a statement without a partner, which was added or removed.
    #[must_use]
    pub fn lone(gate: &Gate, document: &DocumentRecord<'_>, relation: Relation) -> Self {
        let kind = ChangeKind::from(relation);
        let level = if gate.fails_on_lone(kind) {
            Level::Error
        } else {
            Level::Warning
        };
        let side = match relation {
            Relation::Added => "after",
            _ => "before",
        };
        let finding = Finding {
            id: document.id.to_owned(),
            rule: FindingRule::Change(RuleKind::All(kind), ChangeVerdict::Paragraphs(relation)),
            level,
            message: cut(&format!("{}: only in the folder {side}", title(document))),
            line: None,
        };
        Self {
            comparison: document.id.to_owned(),
            title: title(document),
            path: document.path.map(|path| path.replace('\\', "/")),
            findings: Vec::from_iter(gate.reports_lone(kind).then_some(finding)),
            folded: 0,
            ignored: 0,
        }
    }
}

fn finding(
    gate: &Gate,
    record: &ComparisonRecord<'_>,
    reported: ChangeWithPassage<'_>,
) -> Option<Finding> {
    let level = if gate.fails_on(reported) {
        Level::Error
    } else if is_news(reported) {
        Level::Warning
    } else {
        return None;
    };
    let change = reported.0;
    Some(Finding {
        id: change.id.clone(),
        rule: FindingRule::Change(change.kind_of_rule(), change.verdict),
        level,
        message: message(reported),
        line: line(record, change),
    })
}

/// A notice on a line; its place is told where it is in the file after.
fn notice(ids: &mut Ids, record: &NoticeRecord<'_>) -> Finding {
    // A pull request shows the file after: a line of the file before would point to other words.
    let line = record.target.line.filter(|_| record.target.side == 1);
    Finding {
        id: ids.name("ntc", &[record.code.name(), record.raw.unwrap_or_default()]),
        rule: FindingRule::Notice(record.code),
        level: Level::Note,
        message: cut(&record.line()),
        line,
    }
}

/// Where a change stands in the text after: the figure, or the first of the
/// paragraphs.
fn line(record: &ComparisonRecord<'_>, change: &ChangeRecord<'_>) -> Option<u32> {
    let after = &change.paragraphs.after;
    // A figure knows its line; a change of wording has that of its passage.
    let of_figure = change.after.as_ref().and_then(|side| side.place().line);
    let is_here = |passage: &&Passage<'_>| !after.is_empty() && passage.after == after.as_slice();
    of_figure.or_else(|| record.passages.iter().find(is_here)?.place.line)
}

/// A change on one line.
pub(super) fn message((change, passage): ChangeWithPassage<'_>) -> String {
    let text = match (change.verdict.fact(), passage) {
        (Some(verdict), _) => {
            let sides = change.before_text.iter().chain(&change.after_text);
            let values: Vec<&str> = sides.map(String::as_str).collect();
            let values = format!("{} ({})", values.join(" → "), remark(change, verdict));
            let said = change.before.as_ref().or(change.after.as_ref());
            match (measure(change), said) {
                (_, Some(said)) if is_told_in_words(change) => {
                    format!("{values}: “{}”", said.quote())
                }
                (measure, _) if measure.is_empty() => values,
                (measure, _) => format!("{measure}: {values}"),
            }
        }
        (None, Some(passage)) => wording(passage),
        (None, None) => change.verdict.name().to_owned(),
    };
    // On one line, since annotations and test reports have no more.
    cut(&text.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// *¶5 edited: [-committed-] {+supportive+}*.
fn wording(passage: &Passage<'_>) -> String {
    let mut text = format!("{} {}", places(passage), passage.relation.name());
    let changed = passage
        .pieces
        .iter()
        .filter(|piece| piece.mark != Mark::Same);
    for (at, piece) in changed.enumerate() {
        let gap = if at == 0 { ":" } else { "" };
        let [open, close] = match piece.mark {
            Mark::Inserted => ["{+", "+}"],
            _ => ["[-", "-]"],
        };
        write!(text, "{gap} {open}{}{close}", piece.text).expect("a string takes all");
    }
    text
}

/// `text`, or its start and `…`.
fn cut(text: &str) -> String {
    match text.char_indices().nth(MAX_MESSAGE) {
        Some((end, _)) => format!("{}…", text[..end].trim_end()),
        None => text.to_owned(),
    }
}
