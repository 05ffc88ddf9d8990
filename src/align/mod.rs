//! Links what corresponds in two or more witnesses.

pub mod figures;

use crate::model::{Alignment, Collation, Vocabulary, Witness};

/// How to align.
#[derive(Debug, Clone, Default)]
pub struct AlignOptions {}

/// Links the paragraphs of two witnesses; the links carry no edits yet.
#[must_use]
pub fn align_paragraphs(
    before: &Witness,
    after: &Witness,
    vocabulary: &Vocabulary,
    options: &AlignOptions,
) -> Alignment {
    let _ = (before, after, vocabulary, options);
    Alignment::default()
}

/// Links the paragraphs of any number of witnesses, jointly: the table does
/// not depend on the order of the witnesses.
#[must_use]
pub fn collate_paragraphs(
    witnesses: &[Witness],
    vocabulary: &Vocabulary,
    options: &AlignOptions,
) -> Collation {
    let _ = (witnesses, vocabulary, options);
    Collation::default()
}

/// Links the words of any number of witnesses, jointly.
#[must_use]
pub fn collate_words(
    witnesses: &[Witness],
    vocabulary: &Vocabulary,
    options: &AlignOptions,
) -> Collation {
    let _ = (witnesses, vocabulary, options);
    Collation::default()
}
