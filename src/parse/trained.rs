//! A trained model as it lies in its file.
//!
//! The file is a header, the clusters and three tables of weights (parts of
//! speech, moves, relations). Numbers are little-endian; nothing is unpacked.

use crate::language::pack;
use crate::language::parser::Trees;
use crate::model::{Dependency, Language, PartOfSpeech};

use super::cluster::Clusters;
use super::form::Form;
use super::label::{self, Headed, RELATIONS};
use super::sentence::Sentence;
use super::table::Table;
use super::{arc_features, arcs, form, parenthetical, repair, tag};

/// What a model file starts with: a mark, its version and the inventories that
/// it was trained for. A model of other templates would be read as noise.
pub const MARK: [u8; 16] = [
    b'v',
    b'e',
    b'r',
    b'b',
    b'a',
    b'l',
    b'e',
    b' ',
    b's',
    b'y',
    // The version of the layout.
    1,
    narrow(tag::PARTS.len()),
    narrow(RELATIONS.len()),
    narrow(tag::TEMPLATE_COUNT),
    narrow(arc_features::TEMPLATE_COUNT),
    narrow(label::TEMPLATE_COUNT),
];

#[allow(
    clippy::cast_possible_truncation,
    reason = "the assertion is checked when the constant is made"
)]
const fn narrow(count: usize) -> u8 {
    assert!(count <= u8::MAX as usize, "an inventory fits a byte");
    count as u8
}

/// What a model says of the words of a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Syntax {
    /// Part of speech of each word.
    pub parts: Vec<PartOfSpeech>,
    /// Head of each word, the number of words for the root.
    pub heads: Vec<usize>,
    /// Relation of each word to its head.
    pub relations: Vec<Dependency>,
}

/// The tables of a model, borrowed from its file.
#[derive(Debug, Clone, Copy)]
pub struct Trained<'a> {
    clusters: Clusters<'a>,
    parts: Table<'a, { tag::PARTS.len() }>,
    moves: Table<'a, 3>,
    relations: Table<'a, { RELATIONS.len() }>,
}

impl<'a> Trained<'a> {
    /// The model in `file`; `None` when it is cut short or was trained for
    /// other inventories.
    #[must_use]
    pub fn read(file: &'a [u8]) -> Option<Self> {
        let (mark, rest) = file.split_first_chunk()?;
        // Four sizes of four bytes each: clusters, parts, moves, relations.
        let (sizes, rest) = rest.split_first_chunk::<16>()?;
        let size = |at: usize| {
            let bytes = *sizes[at * 4..].first_chunk()?;
            usize::try_from(u32::from_le_bytes(bytes)).ok()
        };
        let (clusters, rest) = Clusters::split_from(rest, size(0)?)?;
        let (parts, rest) = Table::split_from(rest, size(1)?)?;
        let (moves, rest) = Table::split_from(rest, size(2)?)?;
        let (relations, rest) = Table::split_from(rest, size(3)?)?;
        // Bytes left over mean that a size was misread: all tables behind it would be noise.
        (*mark == MARK && rest.is_empty()).then_some(Self {
            clusters,
            parts,
            moves,
            relations,
        })
    }

    /// Parses a sentence of `language` that is cut into words.
    #[must_use]
    pub fn syntax(&self, words: &[&str], language: Language) -> Syntax {
        let lists = pack(language).parser;
        let forms = form::forms(words.iter().copied(), self.clusters);
        let mut parts = tag::tag(&forms, &self.parts);
        // Before the arcs, which are chosen by the parts of speech.
        if lists.trees == Trees::Repaired {
            repair::find_verb(words, &mut parts, lists);
        }
        let sentence = Sentence::new(&forms, &parts);
        // What stands aside is parsed by itself, as a short sentence of its own.
        let heads = parenthetical::heads(words, &parts, lists, &mut |places| {
            let forms: Vec<Form> = places.iter().map(|&at| forms[at]).collect();
            let parts: Vec<PartOfSpeech> = places.iter().map(|&at| parts[at]).collect();
            let part = Sentence::new(&forms, &parts);
            arcs::heads(part, &self.moves, |_| ())
        });
        let headed = Headed::new(sentence, &heads);
        let relations = label::relations(&headed, &self.relations);
        let mut syntax = Syntax {
            parts,
            heads,
            relations,
        };
        if lists.trees == Trees::Repaired {
            repair::repair(words, &mut syntax);
        }
        syntax
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse::models;

    /// A model without clusters and weights.
    fn empty_file() -> Vec<u8> {
        [&MARK[..], &[0; 16]].concat()
    }

    #[test]
    fn every_model_shipped_is_read() {
        for language in models::languages() {
            assert!(models::model_of(language).is_some(), "{language:?}");
        }
    }

    #[test]
    fn a_model_is_read_as_far_as_its_sizes_say() {
        let mut file = empty_file();
        assert!(Trained::read(&file).is_some());
        file.push(0);
        assert!(Trained::read(&file).is_none());
        for end in 0..empty_file().len() {
            assert!(Trained::read(&empty_file()[..end]).is_none());
        }
    }

    #[test]
    fn a_model_for_other_templates_is_refused() {
        for at in 0..MARK.len() {
            let mut file = empty_file();
            file[at] ^= 1;
            assert!(Trained::read(&file).is_none());
        }
    }

    #[test]
    fn sizes_beyond_the_file_are_refused() {
        for at in 0..4 {
            let mut file = empty_file();
            file[MARK.len() + at * 4..][..4].fill(0xff);
            assert!(Trained::read(&file).is_none());
        }
    }

    #[test]
    fn a_model_without_weights_gives_a_tree() {
        let file = empty_file();
        let syntax = Trained::read(&file)
            .unwrap()
            .syntax(&["no", "weights", "here"], Language::English);
        let roots = syntax
            .relations
            .iter()
            .filter(|&&relation| relation == Dependency::Root);
        assert_eq!(roots.count(), 1);
    }
}
