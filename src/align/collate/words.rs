//! Collates words: the words of each row of paragraphs become rows of their own.

use crate::model::{
    Cell, Collation, Key, Notice, NoticeCode, Span, TokenClass, Vocabulary, Witness,
};

use super::Canonical;
use super::letters::Letters;
use super::profile::align;
use super::rows::Rows;

/// A word with the marks around it: a comma never stands in a row of its own.
#[derive(Debug, Clone, Copy)]
struct Unit {
    key: Key,
    span: Span,
    paragraph: u32,
}

/// See [`super::super::collate_words`].
pub(in super::super) fn collate_words(witnesses: &[Witness], vocabulary: &Vocabulary) -> Collation {
    let canonical = Canonical::new(witnesses, vocabulary);
    let mut letters = Letters::new(&canonical.vocabulary);
    let (mut rows, mut notices) = (Vec::new(), Vec::new());
    for passage in passages(&canonical) {
        let units: Vec<Vec<Unit>> = passage
            .iter()
            .enumerate()
            .map(|(witness, cell)| units(&canonical, witnesses, witness, &cell.paragraphs))
            .collect();
        let sequences: Vec<Vec<Key>> = units
            .iter()
            .map(|units| units.iter().map(|unit| unit.key).collect())
            .collect();
        let table = align(&sequences, &mut letters);
        if table.is_coarse {
            notices.push(coarser_marks(&canonical, &units));
        }
        for column in table.columns {
            let found: Vec<Option<Unit>> = column
                .iter()
                .zip(&units)
                .map(|(at, units)| Some(units[(*at)?]))
                .collect();
            let cells = found.iter().zip(&passage).map(|(unit, passage)| Cell {
                paragraphs: unit.iter().map(|unit| unit.paragraph).collect(),
                span: unit.map(|unit| unit.span),
                transposed: unit.is_some() && passage.transposed,
                edits: Vec::new(),
            });
            let readings: Vec<Option<Vec<Key>>> = found
                .iter()
                .map(|unit| unit.map(|unit| vec![unit.key]))
                .collect();
            rows.push(canonical.row(cells.collect(), &readings));
        }
    }
    Collation { rows, notices }
}

/// Says where words were left unlinked, in the first witness that has the passage.
fn coarser_marks(canonical: &Canonical, units: &[Vec<Unit>]) -> (usize, Notice) {
    let present =
        (canonical.given.iter().copied().zip(units)).filter(|(_, units)| !units.is_empty());
    let (witness, units) = present
        .min_by_key(|(given, _)| *given)
        .expect("a coarse passage has words");
    let notice = Notice {
        code: NoticeCode::CoarserMarks,
        span: Some(units[0].span.to(units[units.len() - 1].span)),
        message: "the passage is long and much rewritten: some words stand in rows of their own"
            .to_owned(),
    };
    (witness, notice)
}

/// The passages to collate, cells in canonical order: the rows of paragraphs,
/// or all there is where no witness has more than one.
fn passages(canonical: &Canonical) -> Vec<Vec<Cell>> {
    if canonical.texts.iter().all(|text| text.len() <= 1) {
        let cell = |text: &super::Text| Cell {
            paragraphs: (0..u32::from(text.len() > 0)).collect(),
            ..Cell::default()
        };
        return vec![canonical.texts.iter().map(cell).collect()];
    }
    Rows::joined(canonical).cells(canonical)
}

/// The words of some paragraphs of a witness.
fn units(
    canonical: &Canonical,
    witnesses: &[Witness],
    witness: usize,
    paragraphs: &[u32],
) -> Vec<Unit> {
    let tokens = &witnesses[canonical.given[witness]].segmented;
    let mut units: Vec<Unit> = Vec::new();
    for &paragraph in paragraphs {
        let keys = canonical.texts[witness].paragraph(paragraph as usize);
        let mut lead: Option<Span> = None;
        let first = units.len();
        for (&key, token) in keys.iter().zip(tokens.paragraph_tokens(paragraph as usize)) {
            let is_mark = canonical.vocabulary.class(key) == TokenClass::Mark;
            match units[first..].last_mut() {
                Some(word) if is_mark => word.span = word.span.to(token.span),
                // A mark that opens a paragraph goes with the word behind it.
                None if is_mark => lead = Some(lead.map_or(token.span, |lead| lead.to(token.span))),
                _ => {
                    let span = lead.take().map_or(token.span, |lead| lead.to(token.span));
                    units.push(Unit {
                        key,
                        span,
                        paragraph,
                    });
                }
            }
        }
        // Nothing but marks: they stand for a word.
        units.extend(lead.map(|span| Unit {
            key: keys[0],
            span,
            paragraph,
        }));
    }
    units
}
