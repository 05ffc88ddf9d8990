//! What is shown of a collation.

use serde::Serialize;

use super::address::Addresses;
use crate::model::{Cell, Collation, CollationRow, Level, Witness};

/// Three or more witnesses side by side.
#[derive(Debug, Clone, Serialize)]
pub struct CollationRecord<'a> {
    #[serde(rename = "type")]
    record: &'static str,
    /// The rows' id, or the names of all witnesses.
    pub id: String,
    /// Names of the witnesses, in the order of the cells.
    pub witnesses: Vec<String>,
    /// Passages in reading order.
    pub rows: Vec<RowRecord<'a>>,
}

/// One passage in all witnesses.
#[derive(Debug, Clone, Serialize)]
pub struct RowRecord<'a> {
    /// One cell a witness.
    pub cells: Vec<CellRecord<'a>>,
    /// How the witnesses agree.
    pub relation: &'static str,
    /// Positions of the witnesses in which the passage stands out of order.
    pub transposed: Vec<usize>,
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
        let row = |row: &'a CollationRow| RowRecord {
            cells: row.cells.iter().enumerate().map(cell).collect(),
            relation: row.relation.name(),
            transposed: (0..row.cells.len())
                .filter(|&at| row.cells[at].transposed)
                .collect(),
        };
        Self {
            record: "collation",
            id,
            witnesses: names,
            rows: collation.rows.iter().map(row).collect(),
        }
    }
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
