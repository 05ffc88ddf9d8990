//! What is shown of a collation.

use std::borrow::Cow;
use std::collections::BTreeSet;

use serde::Serialize;

use super::address::Addresses;
use super::calendar::date_text;
use super::notice::NoticeRecord;
use super::passage::edited_pieces;
use super::wording::Piece;
use crate::model::{Cell, Collation, CollationRow, Key, Level, RowRelation, Witness};

/// Two or more witnesses side by side.
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
/// use verbale::compare::collate;
/// use verbale::model::Level;
/// use verbale::report::CollationRecord;
///
/// let witnesses = [before, after];
/// let found = collate(&witnesses, &vocabulary, &AlignOptions::default(), Level::Word);
/// let names = vec!["2021".to_owned(), "2022".to_owned()];
/// let record = CollationRecord::new("mines".to_owned(), names, &witnesses, &found, Level::Word);
/// assert!(record.rows.iter().any(|row| !row.is_agreed()));
/// ```
#[derive(Debug, Clone, Serialize)]
pub struct CollationRecord<'a> {
    #[serde(rename = "type")]
    record: &'static str,
    /// The rows' id, or the names of all witnesses.
    pub id: String,
    /// Names of the witnesses, in the order of the cells.
    pub witnesses: Vec<String>,
    /// What tells the witnesses apart for people: delegation and day, or their names.
    #[serde(skip)]
    pub titles: Vec<String>,
    /// Passages in reading order.
    pub rows: Vec<RowRecord<'a>>,
    /// Where the table is coarser than it could be.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub notices: Vec<NoticeRecord<'a>>,
}

/// One passage in all witnesses.
#[derive(Debug, Clone, Serialize)]
pub struct RowRecord<'a> {
    /// One cell a witness.
    pub cells: Vec<CellRecord<'a>>,
    /// How the witnesses agree.
    pub relation: RowRelation,
    /// Positions of the witnesses in which the passage stands out of order.
    pub transposed: Vec<usize>,
    /// The passage over the witnesses in their order.
    pub history: History,
    /// What each witness has, as a reader sees it.
    #[serde(skip)]
    pub readings: Vec<Option<Reading<'a>>>,
}

/// What one witness has in a row.
#[derive(Debug, Clone, Serialize)]
#[serde(untagged)]
pub enum CellRecord<'a> {
    /// Paragraph numbers, from 0.
    Paragraphs(&'a [u32]),
    /// Words, with their characters from 0; null for a gap.
    Words(Option<WordsRecord<'a>>),
}

/// Words of one witness.
#[derive(Debug, Clone, Serialize)]
pub struct WordsRecord<'a> {
    /// The author's words.
    pub text: &'a str,
    /// Characters of the paragraph or text.
    pub span: [u32; 2],
}

/// When a passage came, changed and went; positions of witnesses, from 0.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct History {
    /// The first witness that has it.
    pub first: Option<usize>,
    /// Those that have it in other words than the one before that has it.
    pub changed: Vec<usize>,
    /// The first of the witnesses at the end that lack it.
    pub dropped: Option<usize>,
}

/// A passage as one witness has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading<'a> {
    /// The author's words.
    pub text: Cow<'a, str>,
    /// Whether the witness before that has the passage has the same words.
    pub repeated: bool,
    /// Whether it stands out of order.
    pub transposed: bool,
    /// The words, marked where the witness before that has the passage has others.
    pub pieces: Vec<Piece<'a>>,
}

impl<'a> CollationRecord<'a> {
    /// The record of `collation`, in which `witnesses` have the names `names`.
    #[must_use]
    pub fn new(
        id: String,
        names: Vec<String>,
        witnesses: &'a [Witness],
        collation: &'a Collation,
        level: Level,
    ) -> Self {
        let addresses: Vec<Addresses<'a>> = witnesses
            .iter()
            .map(|witness| Addresses::new(&witness.document))
            .collect();
        let cell = |(at, cell): (usize, &'a Cell)| match level {
            Level::Paragraph => CellRecord::Paragraphs(&cell.paragraphs),
            Level::Word => CellRecord::Words(words(&witnesses[at], &addresses[at], cell)),
        };
        let row = |row: &'a CollationRow| {
            let readings = readings(witnesses, row);
            RowRecord {
                cells: row.cells.iter().enumerate().map(cell).collect(),
                relation: row.relation,
                transposed: positions(row, |cell| cell.transposed),
                history: history(&readings),
                readings,
            }
        };
        Self {
            record: "collation",
            id,
            titles: titles(witnesses, &names),
            witnesses: names,
            rows: collation.rows.iter().map(row).collect(),
            notices: collation
                .notices
                .iter()
                .map(|(at, notice)| {
                    NoticeRecord::new(&witnesses[*at].document, &addresses[*at], notice)
                })
                .collect(),
        }
    }
}

/// The day of a witness and its delegation, if that is known.
fn day(witness: &Witness) -> Option<(String, Option<&str>)> {
    let facts = &witness.document.metadata;
    let who = facts
        .delegation
        .as_ref()
        .map(|stated| stated.value.as_str());
    Some((date_text(&facts.date.as_ref()?.value), who))
}

/// Days where all are of one delegation, delegations with days where they are of several;
/// the names where that is not known of all, or two are the same.
fn titles(witnesses: &[Witness], names: &[String]) -> Vec<String> {
    let title = |witness: &Witness| {
        let facts = &witness.document.metadata;
        let day = date_text(&facts.date.as_ref()?.value);
        let who = facts.delegation.as_ref()?.value.as_str();
        Some(format!("{who}, {day}"))
    };
    let are_distinct = |titles: &Vec<String>| {
        let distinct: BTreeSet<&String> = titles.iter().collect();
        distinct.len() == titles.len()
    };
    let days: Option<Vec<_>> = witnesses.iter().map(day).collect();
    // Days tell apart only statements of one speaker: two delegations may speak on one day.
    let days = days.filter(|days| days.iter().all(|(_, who)| *who == days[0].1));
    let days = days.map(|days| days.into_iter().map(|(day, _)| day).collect());
    let titles: Option<Vec<String>> = witnesses.iter().map(title).collect();
    days.filter(are_distinct)
        .or(titles.filter(are_distinct))
        .unwrap_or_else(|| names.to_vec())
}

impl RowRecord<'_> {
    /// Paragraphs of witness `at`, as a reader counts them: *¶4 ¶5*; empty for a word.
    #[must_use]
    pub fn place(&self, at: usize) -> String {
        match &self.cells[at] {
            CellRecord::Paragraphs(paragraphs) => {
                let each: Vec<String> =
                    paragraphs.iter().map(|at| format!("¶{}", at + 1)).collect();
                each.join(" ")
            }
            CellRecord::Words(_) => String::new(),
        }
    }

    /// The witness that alone has the passage, of three and more.
    #[must_use]
    pub fn lone(&self) -> Option<usize> {
        let has = |at: &usize| self.readings[*at].is_some();
        let mut having = (0..self.readings.len()).filter(has);
        let first = having.next()?;
        // Of two witnesses a passage of one alone is one that the other lacks, which its relation
        // says.
        (self.readings.len() > 2 && having.next().is_none()).then_some(first)
    }

    /// How much differs between the witnesses: the share of them that have other words
    /// than the one before or lack the passage, 0 to 100.
    #[must_use]
    pub fn heat(&self) -> usize {
        let lacking = self
            .readings
            .iter()
            .filter(|reading| reading.is_none())
            .count();
        // The first has none before it to differ from.
        let others = self.readings.len().saturating_sub(1).max(1);
        (100 * (self.history.changed.len() + lacking) / others).min(100)
    }

    /// Whether all witnesses have the passage in the same words.
    #[must_use]
    pub fn is_agreed(&self) -> bool {
        self.relation == RowRelation::Equal
    }
}

fn positions(row: &CollationRow, wanted: impl Fn(&Cell) -> bool) -> Vec<usize> {
    let cells = row.cells.iter().enumerate();
    cells
        .filter(|(_, cell)| wanted(cell))
        .map(|(at, _)| at)
        .collect()
}

fn words<'a>(
    witness: &'a Witness,
    addresses: &Addresses<'a>,
    cell: &'a Cell,
) -> Option<WordsRecord<'a>> {
    let span = cell.span?;
    let paragraph = witness.document.paragraph_at(span.start);
    Some(WordsRecord {
        text: span.of(&witness.document.text),
        span: addresses.span(span, paragraph).char,
    })
}

fn readings<'a>(witnesses: &'a [Witness], row: &'a CollationRow) -> Vec<Option<Reading<'a>>> {
    let mut last: Option<usize> = None;
    let mut readings = Vec::with_capacity(row.cells.len());
    for (at, witness) in witnesses.iter().enumerate() {
        let cell = &row.cells[at];
        let before = last.map(|last| (&witnesses[last], &row.cells[last]));
        let reading = text(witness, cell).map(|text| Reading {
            text,
            repeated: before.is_some_and(|(before, its)| keys(before, its).eq(keys(witness, cell))),
            transposed: cell.transposed,
            pieces: pieces(before, (witness, cell)),
        });
        if reading.is_some() {
            last = Some(at);
        }
        readings.push(reading);
    }
    readings
}

/// The words of a cell, marked where those of the one before are others.
fn pieces<'a>(
    before: Option<(&'a Witness, &Cell)>,
    (witness, cell): (&'a Witness, &Cell),
) -> Vec<Piece<'a>> {
    match before {
        Some((before, its)) if !cell.edits.is_empty() => edited_pieces(
            (before, &its.paragraphs),
            (witness, &cell.paragraphs),
            &cell.edits,
        ),
        // The first that has the passage, and one that repeats it, have nothing to mark.
        _ => whole_pieces(witness, cell),
    }
}

/// The words of a cell without marks.
fn whole_pieces<'a>(witness: &'a Witness, cell: &Cell) -> Vec<Piece<'a>> {
    let document = &witness.document;
    if let Some(span) = cell.span {
        return vec![Piece::same(span.of(&document.text), false)];
    }
    let paragraphs = cell.paragraphs.iter().enumerate();
    paragraphs
        .map(|(nth, &at)| {
            let text = document.paragraphs[at as usize].span.of(&document.text);
            Piece::same(text, nth > 0)
        })
        .collect()
}

/// The words of a cell as they are compared.
fn keys(witness: &Witness, cell: &Cell) -> impl Iterator<Item = Key> {
    let segmented = &witness.segmented;
    let inside = cell.span.map(|span| {
        let all = &segmented.tokens;
        // A cell of words may begin and end within a paragraph.
        let first = all.partition_point(|token| token.span.start < span.start);
        let last = all.partition_point(|token| token.span.end <= span.end);
        &all[first..last.max(first)]
    });
    let whole = match inside {
        Some(_) => &[],
        None => cell.paragraphs.as_slice(),
    };
    let whole = whole
        .iter()
        .map(|&at| segmented.paragraph_tokens(at as usize));
    let tokens = inside.into_iter().chain(whole).flatten();
    tokens.map(|token| token.key)
}

/// The words of a cell: its span, or its paragraphs joined by one blank.
fn text<'a>(witness: &'a Witness, cell: &Cell) -> Option<Cow<'a, str>> {
    let document = &witness.document;
    let paragraph = |&at: &u32| document.paragraphs[at as usize].span.of(&document.text);
    match (cell.span, cell.paragraphs.as_slice()) {
        (Some(span), _) => Some(Cow::Borrowed(span.of(&document.text))),
        (None, []) => None,
        (None, [only]) => Some(Cow::Borrowed(paragraph(only))),
        (None, several) => {
            let texts: Vec<&str> = several.iter().map(paragraph).collect();
            Some(Cow::Owned(texts.join(" ")))
        }
    }
}

fn history(readings: &[Option<Reading<'_>>]) -> History {
    let first = readings.iter().position(Option::is_some);
    let last = readings.iter().rposition(Option::is_some);
    // The first that has it repeats nothing, and changed nothing either.
    let is_changed = |&at: &usize| {
        Some(at) != first
            && readings[at]
                .as_ref()
                .is_some_and(|reading| !reading.repeated)
    };
    History {
        first,
        changed: (0..readings.len()).filter(is_changed).collect(),
        dropped: last.map(|last| last + 1).filter(|&at| at < readings.len()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[expect(clippy::unnecessary_wraps, reason = "a gap is none")]
    fn reading(text: &str, repeated: bool) -> Option<Reading<'_>> {
        let text = Cow::Borrowed(text);
        Some(Reading {
            text,
            repeated,
            transposed: false,
            pieces: Vec::new(),
        })
    }

    #[test]
    fn a_passage_with_other_quotation_marks_is_the_same() {
        use crate::align::AlignOptions;
        use crate::compare::{collate, read_witness};
        use crate::load::{LoadOptions, load_bytes};
        use crate::model::Vocabulary;

        let texts = ["The State’s duty", "The State's duty", "The States’ duty"];
        let mut vocabulary = Vocabulary::new();
        let witnesses = texts.map(|text| {
            let document = load_bytes("a.txt", text.as_bytes(), &LoadOptions::default());
            read_witness(document.unwrap(), &mut vocabulary)
        });
        for level in [Level::Paragraph, Level::Word] {
            let found = collate(&witnesses, &vocabulary, &AlignOptions::default(), level);
            let names = ["a", "b", "c"].map(str::to_owned).to_vec();
            let record = CollationRecord::new(String::new(), names, &witnesses, &found, level);
            let changed: Vec<&[usize]> = record
                .rows
                .iter()
                .map(|row| row.history.changed.as_slice())
                .collect();
            assert!(changed.concat() == [2], "{changed:?}");
        }
    }

    #[test]
    fn a_passage_comes_changes_and_goes() {
        let readings = [
            None,
            reading("a", false),
            reading("a", true),
            reading("b", false),
            None,
        ];
        let history = history(&readings);
        assert_eq!(
            history,
            History {
                first: Some(1),
                changed: vec![3],
                dropped: Some(4)
            }
        );
    }

    #[test]
    fn witnesses_agree_where_all_have_the_same_words() {
        use crate::align::AlignOptions;
        use crate::compare::{collate, read_witness};
        use crate::load::{LoadOptions, load_bytes};
        use crate::model::Vocabulary;

        let texts = ["We met here.\n\nWe left.", "We met here.\n\nWe stayed."];
        let mut vocabulary = Vocabulary::new();
        let witnesses = texts.map(|text| {
            let document = load_bytes("a.txt", text.as_bytes(), &LoadOptions::default());
            read_witness(document.unwrap(), &mut vocabulary)
        });
        let level = Level::Paragraph;
        let found = collate(&witnesses, &vocabulary, &AlignOptions::default(), level);
        let names = vec!["a".to_owned(), "b".to_owned()];
        let record = CollationRecord::new(String::new(), names, &witnesses, &found, level);
        let agreed: Vec<bool> = record.rows.iter().map(RowRecord::is_agreed).collect();
        assert!(agreed[0] && !agreed[1..].contains(&true), "{agreed:?}");
    }
}
