//! Links what corresponds in two or more witnesses.
//!
//! Paragraphs of two witnesses: equal ones first, then the most similar ones,
//! order preferred but not required; what is left over is attached to its
//! neighbours as split, merged or regrouped, or is added or removed.

mod bag;
mod candidates;
mod chain;
mod choose;
mod collate;
mod equal;
mod group;
mod looks;
mod order;
mod pairs;
mod phrases;
mod text;
mod weigher;

pub mod figures;

use crate::model::{Alignment, Collation, Vocabulary, Witness};

use text::Text;
use weigher::Weigher;

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
    let AlignOptions {} = options;
    link_texts(&Text::new(before), &Text::new(after), vocabulary)
}

/// Links the paragraphs of any number of witnesses, jointly: the table does
/// not depend on the order of the witnesses.
#[must_use]
pub fn collate_paragraphs(
    witnesses: &[Witness],
    vocabulary: &Vocabulary,
    options: &AlignOptions,
) -> Collation {
    let AlignOptions {} = options;
    collate::collate_paragraphs(witnesses, vocabulary)
}

/// Links the words of any number of witnesses, jointly.
#[must_use]
pub fn collate_words(
    witnesses: &[Witness],
    vocabulary: &Vocabulary,
    options: &AlignOptions,
) -> Collation {
    let AlignOptions {} = options;
    collate::collate_words(witnesses, vocabulary)
}

fn link_texts(before: &Text, after: &Text, vocabulary: &Vocabulary) -> Alignment {
    let mut weigher = Weigher::new([before, after], vocabulary);
    let mut pairs = equal::link_equal(before, after);
    phrases::link_by_phrases(&mut pairs, before, after);
    let candidates = candidates::candidates(&pairs, [before, after], &mut weigher);
    choose::link_similar(&mut pairs, &candidates);
    let groups = group::attach_leftovers(&pairs, [before, after], &mut weigher);
    order::arrange(groups, before, after)
}
