//! How alike two words are by their letters.

use hashbrown::HashMap;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::model::{Key, Vocabulary};

/// Letters of a word that are compared; longer ones are cut.
const MAX_LETTERS: usize = 64;

/// Similarity of words that differ in their accents alone: equal words go first.
const SAME_LETTERS: f32 = 0.98;

/// Compares words of a vocabulary and remembers what it found.
#[derive(Debug)]
pub(super) struct Letters<'a> {
    vocabulary: &'a Vocabulary,
    known: HashMap<(Key, Key), f32>,
}

impl<'a> Letters<'a> {
    pub(super) fn new(vocabulary: &'a Vocabulary) -> Self {
        Self {
            vocabulary,
            known: HashMap::new(),
        }
    }

    /// 0 to 1; 1 for equal words.
    pub(super) fn similarity(&mut self, one: Key, other: Key) -> f32 {
        if one == other {
            return 1.0;
        }
        let words = (one.min(other), one.max(other));
        let vocabulary = self.vocabulary;
        *self
            .known
            .entry(words)
            .or_insert_with(|| similarity(vocabulary.word(words.0), vocabulary.word(words.1)))
    }
}

/// Twice the longest common subsequence of letters by all letters, 0 to 1;
/// accents and breathings are left out.
fn similarity(one: &str, other: &str) -> f32 {
    let letters = |word: &str| -> Vec<char> {
        // *naïve* and *naive* are one word in two spellings.
        let parts = word.nfd().filter(|&part| !is_combining_mark(part));
        parts.take(MAX_LETTERS).collect()
    };
    let (one, other) = (letters(one), letters(other));
    let mut row = vec![0_u8; other.len() + 1];
    for letter in &one {
        let mut diagonal = 0;
        for (at, its) in other.iter().enumerate() {
            let above = row[at + 1];
            row[at + 1] = if letter == its {
                diagonal + 1
            } else {
                above.max(row[at])
            };
            diagonal = above;
        }
    }
    let common = row.last().copied().unwrap_or(0);
    let all = u8::try_from(one.len() + other.len()).expect("at most twice MAX_LETTERS");
    (f32::from(2 * common) / f32::from(all.max(1))).min(SAME_LETTERS)
}

#[cfg(test)]
mod tests {
    use super::similarity;

    #[test]
    fn spellings_of_one_word_are_more_alike_than_other_words() {
        assert!(similarity("demining", "de-mining") > 0.9);
        assert!(similarity("colour", "color") > similarity("colour", "column"));
        assert!(similarity("mine", "law") < 0.2);
    }

    #[test]
    fn accents_do_not_set_words_apart() {
        assert!(similarity("τῷ", "τῶν") > similarity("οὖν", "τῶν"));
        assert!(similarity("États", "Etats") > similarity("États", "Étape"));
    }
}
