//! Who says what about the same topics: a topic a row, a delegation a column.
//!
//! Input: witnesses of three or more delegations that speak once each. Output: for each
//! phrase that two or more of them have, and for each head noun of which two or more of them
//! give an amount, what each says, in the author's words with the sentence. Nothing is
//! compared: silence is not zero, and no figure is gone or new.

mod topics;

use std::collections::BTreeMap;

use serde::Serialize;

use super::digest::paragraph_place;
use super::excerpt::Excerpt;
use super::figure::{PlaceRecord, Quote};
use super::news::is_small;
use super::wording::Mark;
use crate::model::{Figure, Span, Witness};
use topics::topics;

/// Rows of a kind beyond this many are left out; those that most delegations have come first.
const MOST_ROWS: usize = 30;
/// Topics that all speak of, beyond this many, are left out.
const MOST_COMMON: usize = 10;
/// Mentions of a cell beyond this many are counted.
const MOST_MENTIONS: usize = 3;

/// What each delegation says of the same topics.
#[derive(Debug, Clone, Serialize)]
pub struct Matrix<'a> {
    #[serde(rename = "type")]
    record: &'static str,
    /// The year of the statements, where there is a matrix a year; else empty.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub year: String,
    /// The delegations, in the order of the statements.
    pub columns: Vec<&'a str>,
    /// Topics that all of them speak of, what they name most often first.
    pub common: Vec<String>,
    /// Topics that several speak of and others do not, what most of them speak of first.
    pub topics: Vec<MatrixRow<'a>>,
    /// Things of which several give figures, what most of them speak of first.
    pub figures: Vec<MatrixRow<'a>>,
}

/// The figures of one delegation.
#[derive(Debug, Clone, Serialize)]
pub struct DelegationFigures<'a> {
    /// In reading order, without small counts and bare numbers.
    pub mentions: Vec<MentionRecord<'a>>,
}

/// One topic, and what each delegation says of it.
#[derive(Debug, Clone, Serialize)]
pub struct MatrixRow<'a> {
    /// The topic, *climate change*, or what is counted or measured, *hectare*.
    pub name: String,
    /// One a delegation.
    pub cells: Vec<MatrixCell<'a>>,
}

/// What one delegation says of one topic.
#[derive(Debug, Clone, Default, Serialize)]
pub struct MatrixCell<'a> {
    /// The first mention or the first few figures, in reading order.
    #[serde(rename = "sayings")]
    pub mentions: Vec<MentionRecord<'a>>,
    /// How many more there are.
    pub more: usize,
}

/// A figure or a topic in its sentence.
#[derive(Debug, Clone, Serialize)]
pub struct MentionRecord<'a> {
    /// The author's words for it.
    pub raw: &'a str,
    /// The sentence it stands in.
    pub quote: Quote<'a>,
    /// Paragraph, from 0.
    pub paragraph: u32,
    /// Line, page or number of the paragraph in the file.
    pub place: PlaceRecord,
}

impl<'a> MentionRecord<'a> {
    /// It in the words around it.
    #[must_use]
    pub fn excerpt(&self) -> Excerpt<'a> {
        Excerpt::new(self.quote, self.raw, Mark::Same)
    }

    /// *¶12*, with its page where there is one.
    #[must_use]
    pub fn at(&self) -> String {
        paragraph_place(self.paragraph, self.place)
    }
}

impl<'a> Matrix<'a> {
    /// What its readers have to know.
    pub const NOTE: &'static str = "Silence is not zero: nothing is compared, gone or new.";

    /// The matrix of `witnesses`; `None` unless three or more delegations speak once each, and
    /// two of them of the same.
    #[must_use]
    pub fn new(witnesses: &[&'a Witness]) -> Option<Self> {
        // A statement of nobody has no column: then there is no matrix at all.
        let columns: Option<Vec<&str>> = witnesses
            .iter()
            .map(|witness| {
                let stated = witness.document.metadata.delegation.as_ref()?;
                Some(stated.value.as_str())
            })
            .collect();
        let columns = columns?;
        let mut distinct = columns.clone();
        distinct.sort_unstable();
        distinct.dedup();
        // A delegation that speaks twice has a series, which the ledger follows.
        if columns.len() < 3 || distinct.len() < columns.len() {
            return None;
        }
        // What all speak of tells nobody apart: its names are enough.
        let (common, mut topics): (Vec<_>, Vec<_>) = topics(witnesses)
            .into_iter()
            .partition(|row| row.speakers() == columns.len());
        topics.truncate(MOST_ROWS);
        let common = common.into_iter().take(MOST_COMMON);
        let matrix = Self {
            record: "matrix",
            year: String::new(),
            common: common.map(|row| row.name).collect(),
            topics,
            figures: figures(witnesses),
            columns,
        };
        let is_empty =
            matrix.common.is_empty() && matrix.topics.is_empty() && matrix.figures.is_empty();
        (!is_empty).then_some(matrix)
    }
}

impl MatrixRow<'_> {
    /// How many delegations speak of the thing.
    #[must_use]
    pub fn speakers(&self) -> usize {
        let speaks = |cell: &&MatrixCell<'_>| !cell.mentions.is_empty();
        self.cells.iter().filter(speaks).count()
    }
}

/// The figures of one delegation, each in its sentence.
pub(super) fn delegation_figures(witness: &Witness) -> DelegationFigures<'_> {
    let reported = witness.figures.iter().filter(|figure| is_reported(figure));
    DelegationFigures {
        mentions: reported.map(|figure| of_figure(witness, figure)).collect(),
    }
}

/// Whether a figure is an amount of something, and no small count.
fn is_reported(figure: &Figure) -> bool {
    figure.kind.is_amount() && !figure.bare && !is_small(figure)
}

/// The things of which two or more of `witnesses` give figures.
fn figures<'a>(witnesses: &[&'a Witness]) -> Vec<MatrixRow<'a>> {
    let mut things: BTreeMap<&str, Vec<MatrixCell<'a>>> = BTreeMap::new();
    for (at, witness) in witnesses.iter().enumerate() {
        for figure in &witness.figures {
            let Some(thing) = thing(figure) else { continue };
            let cells = things
                .entry(thing)
                .or_insert_with(|| vec![MatrixCell::default(); witnesses.len()]);
            push(&mut cells[at], of_figure(witness, figure));
        }
    }
    let mut rows: Vec<MatrixRow<'a>> = things
        .into_iter()
        .map(|(name, cells)| MatrixRow {
            name: name.to_owned(),
            cells,
        })
        // A thing that one delegation alone counts is no topic of several.
        .filter(|row| row.speakers() > 1)
        .collect();
    rows.sort_by_key(|row| std::cmp::Reverse(row.speakers()));
    rows.truncate(MOST_ROWS);
    rows
}

/// What a figure is of, in its base form; `None` of dates and names, of small counts and
/// where the text does not say.
fn thing(figure: &Figure) -> Option<&str> {
    let head = figure.measured.head.as_deref();
    let head = head.filter(|_| is_reported(figure))?;
    // *A/75/52* is no thing that several delegations count.
    head.chars().all(char::is_alphabetic).then_some(head)
}

fn of_figure<'a>(witness: &'a Witness, figure: &Figure) -> MentionRecord<'a> {
    mention(witness, figure.span, (figure.paragraph, figure.sentence))
}

/// The words `raw` of a sentence, given by its paragraph and its number in it.
fn mention(witness: &Witness, raw: Span, (paragraph, number): (u32, u32)) -> MentionRecord<'_> {
    let text = &witness.document.text;
    let sentence = witness.segmented.sentence_span(paragraph as usize, number);
    MentionRecord {
        raw: raw.of(text),
        quote: Quote::new(text, sentence.unwrap_or(raw), raw),
        paragraph,
        place: witness.document.paragraphs[paragraph as usize].place.into(),
    }
}

fn push<'a>(cell: &mut MatrixCell<'a>, mention: MentionRecord<'a>) {
    // *40 million people*, said in the opening and in the conclusion, is said once.
    if cell.mentions.iter().any(|other| other.raw == mention.raw) {
        return;
    }
    if cell.mentions.len() < MOST_MENTIONS {
        cell.mentions.push(mention);
    } else {
        cell.more += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_of_something_are_reported_and_small_counts_and_bare_numbers_are_not() {
        let figure = |bare: bool, value: i64| Figure {
            kind: crate::model::FigureKind::Quantity,
            dimension: Some(crate::model::Dimension::Count),
            value: Some(value.into()),
            bare,
            ..Figure::default()
        };
        assert!(is_reported(&figure(false, 140)));
        assert!(!is_reported(&figure(true, 140)) && !is_reported(&figure(false, 2)));
    }
}
