//! Tags the words of a sentence with their parts of speech.
//!
//! Input: the forms of a sentence's words. Output: a part of speech for each,
//! chosen greedily from left to right by the words around and the two parts
//! before.

use crate::model::PartOfSpeech;

use super::feature::{Atom, Feature, Values, templates};
use super::form::{Form, OUTSIDE};
use super::table::{Weigh, best};

/// The parts of speech in the order of a row's weights.
pub const PARTS: [PartOfSpeech; 16] = [
    PartOfSpeech::Adjective,
    PartOfSpeech::Adposition,
    PartOfSpeech::Adverb,
    PartOfSpeech::Auxiliary,
    PartOfSpeech::CoordinatingConjunction,
    PartOfSpeech::Determiner,
    PartOfSpeech::Noun,
    PartOfSpeech::Numeral,
    PartOfSpeech::Particle,
    PartOfSpeech::Pronoun,
    PartOfSpeech::ProperNoun,
    PartOfSpeech::Punctuation,
    PartOfSpeech::SubordinatingConjunction,
    PartOfSpeech::Symbol,
    PartOfSpeech::Verb,
    PartOfSpeech::Other,
];

/// A value that a tag is chosen by. Words at offsets are those before and behind.
#[derive(Debug, Clone, Copy)]
enum Seen {
    Nothing,
    AtStart,
    Word,
    Suffix1,
    Suffix2,
    Suffix3,
    Prefix,
    Shape,
    Cluster,
    WordBefore2,
    WordBefore,
    Suffix3Before,
    ShapeBefore,
    ClusterBefore,
    PartBefore,
    PartBefore2,
    WordBehind,
    Suffix2Behind,
    Suffix3Behind,
    ShapeBehind,
    ClusterBehind,
    WordBehind2,
}

impl Atom for Seen {
    #[inline]
    fn index(self) -> usize {
        self as usize
    }
}

templates![
    (Seen::Nothing, &[]),
    (Seen::Word, &[]),
    (Seen::Suffix3, &[]),
    (Seen::Suffix2, &[]),
    (Seen::Suffix1, &[]),
    (Seen::Prefix, &[]),
    (Seen::Shape, &[Seen::AtStart]),
    (Seen::PartBefore, &[]),
    (Seen::PartBefore, &[Seen::PartBefore2]),
    (Seen::PartBefore, &[Seen::Word]),
    (Seen::PartBefore, &[Seen::Suffix3]),
    (Seen::WordBefore, &[]),
    (Seen::Suffix3Before, &[]),
    (Seen::WordBefore2, &[]),
    (Seen::WordBehind, &[]),
    (Seen::Suffix3Behind, &[]),
    (Seen::WordBehind2, &[]),
    (Seen::ShapeBehind, &[Seen::Shape]),
    (Seen::ShapeBefore, &[Seen::Shape]),
    (Seen::Word, &[Seen::WordBehind]),
    (Seen::Word, &[Seen::WordBefore]),
    (Seen::Suffix3, &[Seen::Suffix2Behind]),
    // Clusters.
    (Seen::Cluster, &[]),
    (Seen::ClusterBefore, &[]),
    (Seen::ClusterBehind, &[]),
    (Seen::ClusterBefore, &[Seen::Cluster]),
    (Seen::Cluster, &[Seen::ClusterBehind]),
    (Seen::Cluster, &[Seen::PartBefore]),
    (Seen::ClusterBehind, &[Seen::PartBefore]),
];

/// Parts of the words before the first.
/// Told apart, and larger than any place in [`PARTS`]; each is the first of a template's others at
/// most, where values may exceed 63.
const NO_PARTS: [u64; 2] = [98, 99];

/// Where the tagger stands in a sentence.
#[derive(Debug, Clone, Copy)]
pub struct TagState {
    /// Position of the word to be tagged.
    at: usize,
    /// Part of the word before, and of the one before that.
    parts_before: [u64; 2],
}

impl TagState {
    /// At the first word.
    #[must_use]
    pub fn start() -> Self {
        Self {
            at: 0,
            parts_before: NO_PARTS,
        }
    }

    /// At the next word, the last one tagged with the part at `choice` of [`PARTS`].
    #[must_use]
    pub fn after(self, choice: usize) -> Self {
        Self {
            at: self.at + 1,
            parts_before: [choice as u64, self.parts_before[0]],
        }
    }

    /// The features of this state.
    #[must_use]
    pub fn features(self, forms: &[Form]) -> [Feature; TEMPLATE_COUNT] {
        features_of(&self.values(forms))
    }

    fn values(self, forms: &[Form]) -> Values {
        let form = |at: Option<usize>| at.and_then(|at| forms.get(at)).unwrap_or(&OUTSIDE);
        let mut values = Values::new();
        values.set(Seen::AtStart, u64::from(self.at == 0));
        values.set(Seen::PartBefore, self.parts_before[0]);
        values.set(Seen::PartBefore2, self.parts_before[1]);
        set_own(&mut values, form(Some(self.at)));
        set_before(&mut values, form(self.at.checked_sub(1)));
        values.set(Seen::WordBefore2, form(self.at.checked_sub(2)).word);
        set_behind(&mut values, form(Some(self.at + 1)));
        values.set(Seen::WordBehind2, form(Some(self.at + 2)).word);
        values
    }
}

fn set_own(values: &mut Values, form: &Form) {
    values.set(Seen::Word, form.word);
    values.set(Seen::Suffix1, form.suffixes[0]);
    values.set(Seen::Suffix2, form.suffixes[1]);
    values.set(Seen::Suffix3, form.suffixes[2]);
    values.set(Seen::Prefix, form.prefix);
    values.set(Seen::Shape, form.shape);
    values.set(Seen::Cluster, form.cluster);
}

fn set_before(values: &mut Values, form: &Form) {
    values.set(Seen::WordBefore, form.word);
    values.set(Seen::Suffix3Before, form.suffixes[2]);
    values.set(Seen::ShapeBefore, form.shape);
    values.set(Seen::ClusterBefore, form.cluster);
}

fn set_behind(values: &mut Values, form: &Form) {
    values.set(Seen::WordBehind, form.word);
    values.set(Seen::Suffix2Behind, form.suffixes[1]);
    values.set(Seen::Suffix3Behind, form.suffixes[2]);
    values.set(Seen::ShapeBehind, form.shape);
    values.set(Seen::ClusterBehind, form.cluster);
}

/// The parts of speech of a sentence.
pub fn tag(forms: &[Form], weights: &impl Weigh<{ PARTS.len() }>) -> Vec<PartOfSpeech> {
    let mut state = TagState::start();
    let mut parts = Vec::with_capacity(forms.len());
    while state.at < forms.len() {
        let choice = best(&weights.weigh(&state.features(forms)));
        parts.push(PARTS[choice]);
        state = state.after(choice);
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_stands_at_its_own_number() {
        for (choice, part) in PARTS.into_iter().enumerate() {
            assert_eq!(part as usize, choice);
        }
    }
}
