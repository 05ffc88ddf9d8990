//! A statement's promises and sentences as stems.

use hashbrown::HashMap;

use super::super::words::{Rarity, Stem, Stems};
use crate::model::{Promise, Witness};

/// Most promises of a statement that are compared; a long one has a hundred.
const MAX_PROMISES: usize = 1_000;

/// A statement's promises and sentences as stems.
#[derive(Debug)]
pub(super) struct Side<'a> {
    pub(super) witness: &'a Witness,
    pub(super) promises: &'a [Promise],
    pub(super) acts: Vec<Stemmed>,
    /// Stems of the words of each sentence, ascending.
    pub(super) sentences: Vec<Vec<Stem>>,
    by_stem: HashMap<Stem, Vec<usize>>,
}

/// An act as stems.
#[derive(Debug)]
pub(super) struct Stemmed {
    /// All words but the verb, ascending.
    pub(super) words: Vec<Stem>,
    pub(super) verb: Option<Stem>,
    pub(super) object: Option<Stem>,
    /// The words of its horizon or deadline, ascending; empty where it has none.
    pub(super) horizon: Vec<Stem>,
}

impl<'a> Side<'a> {
    pub(super) fn new(witness: &'a Witness, stems: &mut Stems<'_>) -> Self {
        let count = witness.promises.len().min(MAX_PROMISES);
        let promises = &witness.promises[..count];
        let acts = promises
            .iter()
            .map(|promise| stemmed(witness, promise, stems));
        let acts = acts.collect();
        let segmented = &witness.segmented;
        let sentences = (0..segmented.paragraphs.len())
            .flat_map(|paragraph| segmented.paragraph_sentences(paragraph))
            .map(|tokens| {
                let tokens = segmented.tokens[tokens].iter();
                sorted(tokens.map(|token| stems.of_key(token.key)).collect())
            });
        let sentences: Vec<Vec<Stem>> = sentences.collect();
        Self {
            witness,
            promises,
            acts,
            by_stem: postings(&sentences),
            sentences,
        }
    }

    /// The stems of the sentence of a promise, ascending.
    pub(super) fn sentence_of(&self, promise: usize) -> &[Stem] {
        let promise = &self.promises[promise];
        let parts = &self.witness.segmented.paragraphs[promise.paragraph as usize];
        let at = parts.sentences.0 + promise.sentence;
        self.sentences.get(at as usize).map_or(&[], Vec::as_slice)
    }

    /// The sentences that have a stem.
    pub(super) fn having(&self, stem: Stem) -> &[usize] {
        self.by_stem.get(&stem).map_or(&[], Vec::as_slice)
    }
}

fn stemmed(witness: &Witness, promise: &Promise, stems: &mut Stems<'_>) -> Stemmed {
    let verb = promise.act.verb.as_deref();
    let words = promise.act.words.iter().map(String::as_str);
    // The verb is compared on its own: *clear* of *clear the clear-cut* counts once.
    let words = words.filter(|word| Some(*word) != verb);
    let words = sorted(words.map(|word| stems.of_word(word)).collect());
    let mut part = |word: Option<&str>| word.map(|word| stems.of_word(word));
    let (verb, object) = (part(verb), part(promise.act.object.as_deref()));
    let horizon = promise.horizon.or_else(|| promise.due_words(witness));
    let horizon = horizon.map(|span| span.of(&witness.document.text));
    Stemmed {
        words,
        verb,
        object,
        horizon: horizon.map_or_else(Vec::new, |words| stems.of_phrase(words)),
    }
}

fn postings(sentences: &[Vec<Stem>]) -> HashMap<Stem, Vec<usize>> {
    let mut by_stem: HashMap<Stem, Vec<usize>> = HashMap::new();
    for (at, sentence) in sentences.iter().enumerate() {
        for stem in sentence {
            by_stem.entry(*stem).or_default().push(at);
        }
    }
    by_stem
}

/// How much each stem of two sides tells; `count` is the number of distinct stems.
pub(super) fn weigh(sides: &[Side<'_>; 2], count: usize) -> Rarity {
    Rarity::of_lists(sides.iter().map(|side| side.sentences.as_slice()), count)
}

pub(super) fn sorted(mut stems: Vec<Stem>) -> Vec<Stem> {
    stems.sort_unstable();
    stems.dedup();
    stems
}
