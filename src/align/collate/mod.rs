//! Puts any number of witnesses side by side, jointly.
//!
//! The witnesses are first brought into an order of their own that only their
//! words decide, so the table does not depend on the order of the files. Each
//! passage stands in one row, so the table cannot contradict itself.

mod letters;
mod profile;
mod reading;
mod rows;
mod words;

use crate::model::{Cell, CollationRow, Key, RowRelation, Vocabulary, Witness};

use super::text::Text;

pub(super) use rows::collate_paragraphs;
pub(super) use words::collate_words;

/// The witnesses in canonical order, with a vocabulary in that order too.
struct Canonical {
    /// By canonical number: the number of the witness as given.
    given: Vec<usize>,
    texts: Vec<Text>,
    vocabulary: Vocabulary,
}

impl Canonical {
    fn new(witnesses: &[Witness], vocabulary: &Vocabulary) -> Self {
        let mut given: Vec<usize> = (0..witnesses.len()).collect();
        // Of two texts that are the same either may come first: their cells are equal.
        given.sort_by(|&x, &y| {
            let text = |at: usize| &witnesses[at].document.text;
            text(x).cmp(text(y))
        });
        // Keys count words in the order of the files; these in the order of the texts here.
        let mut canonical = Vocabulary::new();
        let mut rename = |key: Key| canonical.intern(vocabulary.word(key), vocabulary.class(key));
        let texts = given
            .iter()
            .map(|&at| Text::renamed(&witnesses[at], &mut rename))
            .collect();
        Self {
            given,
            texts,
            vocabulary: canonical,
        }
    }

    /// A row of the table from its cells and readings in canonical order;
    /// `None` is a gap.
    fn row(&self, cells: Vec<Cell>, readings: &[Option<Vec<Key>>]) -> CollationRow {
        let mut placed: Vec<(usize, Cell)> = self.given.iter().copied().zip(cells).collect();
        placed.sort_by_key(|(given, _)| *given);
        CollationRow {
            cells: placed.into_iter().map(|(_, cell)| cell).collect(),
            relation: relation(readings),
        }
    }
}

/// How the readings of a row agree; `None` is a gap.
fn relation(readings: &[Option<Vec<Key>>]) -> RowRelation {
    let mut present = readings.iter().flatten();
    let first = present.next();
    let (mut others, mut differ) = (0, false);
    for reading in present {
        others += 1;
        differ |= Some(reading) != first;
    }
    match (others + 1 == readings.len(), differ) {
        (true, false) => RowRelation::Equal,
        (true, true) => RowRelation::Variant,
        (false, _) if others == 0 => RowRelation::Single,
        (false, false) => RowRelation::Partial,
        (false, true) => RowRelation::PartialVariant,
    }
}
