//! Two texts as one, with every word of either marked as kept, gone or new.
//!
//! Input: two witnesses and what was found between them. Output: rows in
//! reading order that lose nothing: what was kept or is gone, read in order,
//! is the text before to the byte; what was kept or is new is the text after.

mod labels;
mod order;
mod run;

use super::change::{ChangeRecord, Pair};
use super::change_kind::ChangeKind;
use super::digest::remark;
use super::moves::{MoveTarget, moved_words};
use super::wording::{Mark, Side, interleave, mark_move_ends};
use crate::language::{Writing, pack};
use crate::model::{
    Comparison, Document, Edit, Link, Notice, NoticeCode, Original, Relation, Role, Span, Witness,
    serialize_by_name,
};
use labels::Labels;
use order::{Step, steps};
use run::runs;

/// Both texts as one.
///
/// ```
/// # use verbale::{align::AlignOptions, compare::{compare, read_witness}, load::{LoadOptions, load_bytes}};
/// # let mut vocabulary = verbale::model::Vocabulary::new();
/// # let mut read = |name: &str, text: &str| {
/// #     let document = load_bytes(name, text.as_bytes(), &LoadOptions::default()).unwrap();
/// #     read_witness(document, &mut vocabulary)
/// # };
/// # let before = read("2021.txt", "We cleared more than 140 mines.");
/// # let after = read("2022.txt", "We cleared more than 200 mines.");
/// # let found = compare(&before, &after, &vocabulary, &AlignOptions::default());
/// # let record = verbale::report::ComparisonRecord::new(&before, &after, &found);
/// use verbale::render::docx::{Revision, write};
/// use verbale::report::Redline;
///
/// let redline = Redline::new(&before, &after, &found, &record.changes);
/// let mut file = Vec::new();
/// write(&mut file, &redline, Revision { author: "Desk", date: None })?;
/// assert!(file.starts_with(b"PK"));
/// # Ok::<(), std::io::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Redline<'a> {
    /// In reading order.
    pub rows: Vec<RedlineRow<'a>>,
    /// What became of the figure of each change, for people; `None` for
    /// changes that are no news. Behind them a note for each number that is not
    /// read, of the text before first.
    pub notes: Vec<Option<String>>,
    /// What changed, in sentences; empty where none was asked for.
    pub brief: String,
    /// Whether the text after is written from right to left.
    pub right_to_left: bool,
    /// The file of the text after, where it was kept to write the redline in it.
    pub kept: Option<OriginalFile<'a>>,
}

/// The file that a redline is written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OriginalFile<'a> {
    /// The file, and where the words of the text after stand in it.
    pub original: &'a Original,
    /// The text before.
    pub before: &'a Document,
    /// The text after.
    pub after: &'a Document,
}

/// Paragraphs that stand in one place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RedlineRow<'a> {
    /// How the paragraphs came to stand here.
    pub kind: RowKind,
    /// Index of their link in the alignment.
    pub link: usize,
    /// Paragraphs of the text before that stand here, from 0.
    pub before: Vec<u32>,
    /// Paragraphs of the text after that stand here, from 0.
    pub after: Vec<u32>,
    /// Whether they are headings.
    pub heading: bool,
    /// Whether one paragraph moved as it was, to the byte.
    pub is_plain_move: bool,
    /// Their words in order. The break after the last paragraph is left out:
    /// it belongs to the sides that have paragraphs here.
    pub runs: Vec<Run<'a>>,
}

/// How the paragraphs of a row came to stand there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum RowKind {
    /// Both texts have them here, in the same words.
    Kept,
    /// Both texts have them here, in other words.
    Edited,
    /// Only the text before has them.
    Removed,
    /// Only the text after has them.
    Added,
    /// The text after has them elsewhere.
    MovedFrom,
    /// The text before has them elsewhere; words that are gone are shown too
    /// where one paragraph moved.
    MovedTo,
}

impl RowKind {
    /// The name on the page.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Kept => "kept",
            Self::Edited => "edited",
            Self::Removed => "removed",
            Self::Added => "added",
            Self::MovedFrom => "moved-from",
            Self::MovedTo => "moved-to",
        }
    }
}

serialize_by_name!(RowKind);

/// A stretch of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Run<'a> {
    /// Words, with the white space between them.
    Words(Words<'a>),
    /// The end of a paragraph inside the row.
    Break(Mark),
}

impl Run<'_> {
    /// Words that moved, and where they stand in the other text.
    fn moved(&mut self) -> Option<(Mark, &mut MoveTarget)> {
        match self {
            Self::Words(words) => Some((words.mark, words.elsewhere.as_mut()?)),
            Self::Break(_) => None,
        }
    }
}

/// Words of one kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Words<'a> {
    /// What became of them.
    pub mark: Mark,
    /// As the text before has them; empty when new. Kept words may be
    /// respelled: other quotes, spacing or list marks.
    pub before: &'a str,
    /// As the text after has them; empty when gone.
    pub after: &'a str,
    /// Index of the note on what they belong to: the figure of a change, or a
    /// number that is not read.
    pub note: Option<usize>,
    /// Where they stand in the other text, if their sentence moved.
    pub elsewhere: Option<MoveTarget>,
}

impl Words<'_> {
    /// No words, of a mark.
    pub(super) fn none(mark: Mark) -> Self {
        Words {
            mark,
            before: "",
            after: "",
            note: None,
            elsewhere: None,
        }
    }

    /// Whether both texts have them, spelled in two ways.
    #[must_use]
    pub fn is_respelled(&self) -> bool {
        self.mark == Mark::Same && self.before != self.after
    }
}

impl<'a> Redline<'a> {
    /// The redline of two witnesses; `changes` are those of their comparison.
    #[must_use]
    pub fn new(
        before: &'a Witness,
        after: &'a Witness,
        comparison: &'a Comparison,
        changes: &[ChangeRecord<'_>],
    ) -> Self {
        let pair = Pair {
            before,
            after,
            comparison,
        };
        let unread = [before, after].map(unread);
        let spans = unread
            .each_ref()
            .map(|side| side.iter().map(|(span, _)| *span).collect());
        let labels = Labels::new(changes, &spans);
        let reported = unread.into_iter().flatten().map(|(_, note)| Some(note));
        let moved = moved_words(before, after, comparison);
        let rows = steps(pair)
            .into_iter()
            .map(|step| row(pair, &labels, &moved, step))
            .collect();
        Self {
            rows,
            notes: changes.iter().map(note).chain(reported).collect(),
            brief: String::new(),
            right_to_left: pack(after.document.metadata.language).writing == Writing::RightToLeft,
            kept: after
                .document
                .original
                .as_deref()
                .map(|original| OriginalFile {
                    original,
                    before: &before.document,
                    after: &after.document,
                }),
        }
    }

    /// The same with what changed in sentences.
    #[must_use]
    pub fn with_brief(mut self, sentences: &[String]) -> Self {
        self.brief = sentences.join(" ");
        self
    }
}

fn row<'a>(
    pair: Pair<'a>,
    labels: &Labels,
    moved: &[Vec<(Span, MoveTarget)>; 2],
    step: Step,
) -> RedlineRow<'a> {
    let woven = |before: &[u32], after: &[u32], edits: &[Edit]| {
        let old = Side::new(pair.before, before, &moved[0]);
        let new = Side::new(pair.after, after, &moved[1]);
        let segments = interleave(&old, &new, edits);
        let mut runs = runs(&segments, [old.text, new.text], labels);
        mark_move_ends(runs.iter_mut().filter_map(Run::moved));
        runs
    };
    let at = step.link();
    let link = &pair.comparison.alignment.links[at];
    let (kind, before, after, runs) = match step {
        Step::Linked(_) => {
            let runs = woven(&link.before, &link.after, &link.edits);
            (kind(link), link.before.clone(), link.after.clone(), runs)
        }
        // What has no one place in both texts is told paragraph by paragraph, where each stands.
        Step::Old { paragraph, .. } => {
            let kind = if link.after.is_empty() {
                RowKind::Removed
            } else {
                RowKind::MovedFrom
            };
            let here = vec![paragraph];
            let runs = woven(&here, &[], &[]);
            (kind, here, Vec::new(), runs)
        }
        Step::New { paragraph, .. } => {
            let here = vec![paragraph];
            let (kind, runs) = match (link.before.as_slice(), link.after.as_slice()) {
                ([], _) => (RowKind::Added, woven(&[], &here, &[])),
                // One paragraph that moved is marked where it came to; of several nobody knows
                // which words belong here.
                ([_], [_]) => (
                    RowKind::MovedTo,
                    woven(&link.before, &link.after, &link.edits),
                ),
                _ => (RowKind::MovedTo, woven(&[], &here, &[])),
            };
            (kind, Vec::new(), here, runs)
        }
    };
    RedlineRow {
        kind,
        link: at,
        heading: is_heading(pair, &before, &after),
        is_plain_move: is_plain_move(pair, link),
        before,
        after,
        runs,
    }
}

fn is_heading(pair: Pair<'_>, before: &[u32], after: &[u32]) -> bool {
    let role = |witness: &Witness, side: &[u32]| {
        side.first()
            .map(|&at| witness.document.paragraphs[at as usize].role)
    };
    let role = role(pair.after, after).or_else(|| role(pair.before, before));
    matches!(role, Some(Role::Heading | Role::Letterhead))
}

fn is_plain_move(pair: Pair<'_>, link: &Link) -> bool {
    let text = |witness: &'_ Witness, at: u32| -> String {
        let document = &witness.document;
        document.paragraphs[at as usize]
            .span
            .of(&document.text)
            .to_owned()
    };
    match (link.before.as_slice(), link.after.as_slice()) {
        (&[old], &[new]) => text(pair.before, old) == text(pair.after, new),
        _ => false,
    }
}

/// The numbers of a statement that are beyond reach, each with why it is not read.
fn unread(witness: &Witness) -> Vec<(Span, String)> {
    let beyond = |notice: &&Notice| notice.code == NoticeCode::NumberBeyondReach;
    let notices = witness.notices.iter().filter(beyond);
    notices
        .filter_map(|notice| Some((notice.span?, notice.message.clone())))
        .collect()
}

/// *villages: ≥17 → ≥14. floor −3 (−18 %)*.
fn note(change: &ChangeRecord<'_>) -> Option<String> {
    let reported = change
        .verdict
        .fact()
        // A number that nothing says the measure of would be a note without a subject.
        .filter(|_| change.kind != ChangeKind::Bare);
    let verdict = reported.filter(|verdict| verdict.is_news())?;
    let values: Vec<&str> = change
        .before_text
        .as_deref()
        .into_iter()
        .chain(change.after_text.as_deref())
        .collect();
    Some(format!(
        "{}: {}. {}",
        change.measure.as_deref().unwrap_or_default(),
        values.join(" → "),
        remark(change, verdict)
    ))
}

fn kind(link: &Link) -> RowKind {
    if link.relation == Relation::Equal {
        RowKind::Kept
    } else {
        RowKind::Edited
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::align::AlignOptions;
    use crate::compare::{compare, read_witness};
    use crate::model::{Document, Paragraph, Role, Span, Vocabulary};

    fn document(text: &str) -> Document {
        let mut document = Document {
            text: text.to_owned(),
            ..Document::default()
        };
        let mut start = 0;
        for line in text.split('\n') {
            let mark = line.find(". ").filter(|at| *at < 3).map_or(0, |at| at + 2);
            document.paragraphs.push(Paragraph {
                span: Span::new(start, start + line.len()),
                numbering: Span::new(start, start + mark),
                role: Role::Body,
                ..Paragraph::default()
            });
            start += line.len() + 1;
        }
        document
    }

    /// Both texts as the redline tells them, and the kinds of its rows.
    fn reported(before: &str, after: &str) -> (String, String, Vec<RowKind>) {
        let mut vocabulary = Vocabulary::new();
        let old = read_witness(document(before), &mut vocabulary);
        let new = read_witness(document(after), &mut vocabulary);
        let found = compare(&old, &new, &vocabulary, &AlignOptions::default());
        let redline = Redline::new(&old, &new, &found, &[]);
        let mut sides = (String::new(), String::new());
        for row in &redline.rows {
            for run in &row.runs {
                let (mark, before, after) = match run {
                    Run::Words(words) => (words.mark, words.before, words.after),
                    Run::Break(mark) => (*mark, "\n", "\n"),
                };
                if mark != Mark::Inserted && row.kind != RowKind::MovedTo {
                    sides.0.push_str(before);
                }
                if mark != Mark::Deleted {
                    sides.1.push_str(after);
                }
            }
            if !row.before.is_empty() {
                sides.0.push('\n');
            }
            if !row.after.is_empty() {
                sides.1.push('\n');
            }
        }
        sides.0.pop();
        sides.1.pop();
        let kinds = redline.rows.iter().map(|row| row.kind).collect();
        (sides.0, sides.1, kinds)
    }

    const TEXT: &str = "1. Ruritania thanks the Chair for the report before us today.\n\
        2. We cleared 40 hectares of land in the valley, and “all” of it is farmed again.\n\
        3. Our partners in the region gave training to twelve new teams of deminers.\n\
        4. We ask every state that keeps old maps to hand them over this year.";

    #[test]
    fn both_texts_can_be_read_off_to_the_byte() {
        let afters = [
            TEXT.to_owned(),
            TEXT.replace("“all”", "\"all\"")
                .replace("40 hectares", "75  hectares"),
            TEXT.replace(", and “all”", ".\nAnd all"),
            TEXT.replace(".\n3. ", ". "),
            TEXT.lines().rev().collect::<Vec<_>>().join("\n"),
            TEXT.lines().skip(2).collect::<Vec<_>>().join("\n"),
            "Nothing here was ever said before.\n\n***".to_owned(),
        ];
        for after in &afters {
            for (one, other) in [(TEXT, after.as_str()), (after.as_str(), TEXT)] {
                let (old, new, _) = reported(one, other);
                assert_eq!((old.as_str(), new.as_str()), (one, other));
            }
        }
    }

    #[test]
    fn a_moved_paragraph_stands_in_both_places() {
        let mut lines: Vec<&str> = TEXT.lines().collect();
        let last = lines.remove(3);
        lines.insert(0, last);
        let (_, _, kinds) = reported(TEXT, &lines.join("\n"));
        let count = |kind: RowKind| kinds.iter().filter(|other| **other == kind).count();
        assert_eq!((count(RowKind::MovedFrom), count(RowKind::MovedTo)), (1, 1));
    }

    #[test]
    fn a_number_that_is_not_read_has_a_note_of_its_own() {
        const NINES: &str = "99999999999999999999999999999999";
        let mut vocabulary = Vocabulary::new();
        let texts = [
            format!("We cleared {NINES} mines."),
            format!("We cleared 2{NINES} mines."),
        ];
        let [old, new] = texts.map(|text| read_witness(document(&text), &mut vocabulary));
        let found = compare(&old, &new, &vocabulary, &AlignOptions::default());
        let redline = Redline::new(&old, &new, &found, &[]);
        let runs = redline.rows.iter().flat_map(|row| &row.runs);
        let noted = runs.filter_map(|run| match run {
            Run::Words(words) => words.note.map(|note| (note, words.mark)),
            Run::Break(_) => None,
        });
        assert_eq!(
            noted.collect::<Vec<_>>(),
            [(0, Mark::Deleted), (1, Mark::Inserted)]
        );
        let reported = redline.notes.iter().flatten();
        assert_eq!(
            reported
                .filter(|note| note.contains("beyond reach"))
                .count(),
            2
        );
    }

    #[test]
    fn words_that_go_on_in_the_same_way_are_one_run() {
        let mut vocabulary = Vocabulary::new();
        let before = "We cleared 40 hectares of land in the valley.";
        let after = before.replace("valley", "northern valley");
        let old = read_witness(document(before), &mut vocabulary);
        let new = read_witness(document(&after), &mut vocabulary);
        let found = compare(&old, &new, &vocabulary, &AlignOptions::default());
        let redline = Redline::new(&old, &new, &found, &[]);
        let marks = redline.rows[0].runs.iter().map(|run| match run {
            Run::Words(words) => words.mark,
            Run::Break(mark) => *mark,
        });
        let expected = [Mark::Same, Mark::Inserted, Mark::Same];
        assert_eq!(marks.collect::<Vec<_>>(), expected);
    }

    #[test]
    fn a_paragraph_that_moved_as_it_was_and_a_heading_are_told_so() {
        let rows = |before: Document, after: Document| {
            let mut vocabulary = Vocabulary::new();
            let [old, new] = [before, after].map(|text| read_witness(text, &mut vocabulary));
            let found = compare(&old, &new, &vocabulary, &AlignOptions::default());
            let redline = Redline::new(&old, &new, &found, &[]);
            let told = redline.rows.iter();
            told.map(|row| (row.kind, row.heading, row.is_plain_move))
                .collect::<Vec<_>>()
        };
        let wells = "We cleared all fields and all wells in the north of the country.";
        let roads = "Our teams have opened the long roads between the towns of the coast.";
        let before = format!("Report\n{wells}\n{roads}\nWe thank the donors.");
        let [mut one, mut two] =
            [&before, &before.replace("donors", "many donors")].map(|text| document(text));
        one.paragraphs[0].role = Role::Heading;
        two.paragraphs[0].role = Role::Heading;
        let told = rows(one, two);
        assert!(told[0].1 && !told[1].1);
        assert!(told[1].2 && !told[3].2);
    }
}
