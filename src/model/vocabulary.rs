//! The words of all witnesses, each stored once in the form that is compared.

use std::hash::BuildHasher;

use hashbrown::{DefaultHashBuilder, HashTable};

use super::Span;

/// A word in the form that is compared; equal keys of one [`Vocabulary`] are
/// equal words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Key(pub u32);

/// What a token is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TokenClass {
    /// Letters, with the hyphens and apostrophes inside them.
    Word,
    /// Has a digit.
    Number,
    /// Punctuation and other marks.
    Mark,
}

/// Gives each distinct word a [`Key`].
///
/// Keys count from 0 in the order of first use, so the same texts in the same
/// order give the same keys.
#[derive(Debug, Default)]
pub struct Vocabulary {
    letters: String,
    entries: Vec<(Span, TokenClass)>,
    index: HashTable<u32>,
    hasher: DefaultHashBuilder,
}

impl Vocabulary {
    /// An empty vocabulary.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// The key of `word`, which is stored if it is new. `class` is kept from
    /// the first use.
    ///
    /// # Panics
    ///
    /// At 2^32 distinct words, more than any loaded text holds.
    pub fn intern(&mut self, word: &str, class: TokenClass) -> Key {
        self.intern_with(word, || class)
    }

    /// The key of `word`, whose `class` is asked for only when it is new.
    pub(crate) fn intern_with(&mut self, word: &str, class: impl FnOnce() -> TokenClass) -> Key {
        let hash = hash(&self.hasher, word);
        let found = self.index.find(hash, |&at| {
            self.entries[at as usize].0.of(&self.letters) == word
        });
        if let Some(&at) = found {
            return Key(at);
        }
        let at = u32::try_from(self.entries.len()).expect("fewer than 2^32 distinct words");
        let start = self.letters.len();
        self.letters.push_str(word);
        self.entries
            .push((Span::new(start, self.letters.len()), class()));
        let Self {
            letters,
            entries,
            index,
            hasher,
        } = self;
        // The table hashes its words once more when it grows.
        index.insert_unique(hash, at, |&at| {
            self::hash(hasher, entries[at as usize].0.of(letters))
        });
        Key(at)
    }

    /// Takes all words of `other`: the key here of each of its keys, in their order.
    pub(crate) fn adopt(&mut self, other: &Self) -> Vec<Key> {
        let words = other.entries.iter();
        let adopted = words.map(|(span, class)| self.intern(span.of(&other.letters), *class));
        adopted.collect()
    }

    /// The word of a key, as compared (folded).
    #[must_use]
    pub fn word(&self, key: Key) -> &str {
        self.entries[key.0 as usize].0.of(&self.letters)
    }

    /// What the word of a key is made of.
    #[must_use]
    pub fn class(&self, key: Key) -> TokenClass {
        self.entries[key.0 as usize].1
    }

    /// How many distinct words there are; keys are below this.
    #[must_use]
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether no word was stored yet.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }
}

fn hash(hasher: &DefaultHashBuilder, word: &str) -> u64 {
    hasher.hash_one(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_vocabulary_is_empty_until_a_word_is_stored() {
        let mut vocabulary = Vocabulary::new();
        assert!(vocabulary.is_empty());
        vocabulary.intern("wells", TokenClass::Word);
        assert!(!vocabulary.is_empty());
    }
}
