//! The words of promises and of sentences as roots, and how much each tells.

use hashbrown::HashMap;

use crate::model::{Key, Vocabulary};

/// Numbers the roots of words: an act is one whether a verb or a noun says it
/// (*purchase securities*, *purchases of securities*).
pub(super) struct Roots<'v> {
    vocabulary: &'v Vocabulary,
    by_key: HashMap<Key, u32>,
    by_root: HashMap<Box<str>, u32>,
}

/// Endings of nouns and verbs, the longest first, with the least letters of what is
/// left: *action* is no act of *acting*.
const ENDINGS: [(&str, usize); 12] = [
    ("ations", 4),
    ("ation", 4),
    ("ments", 4),
    ("ment", 4),
    ("tions", 4),
    ("tion", 4),
    ("ing", 3),
    ("ion", 4),
    ("ed", 3),
    ("es", 3),
    ("s", 3),
    ("e", 3),
];
/// Letters of a root that are compared.
const ROOT_LETTERS: usize = 7;

impl<'v> Roots<'v> {
    pub(super) fn new(vocabulary: &'v Vocabulary) -> Self {
        Self {
            vocabulary,
            by_key: HashMap::new(),
            by_root: HashMap::new(),
        }
    }

    pub(super) fn of_key(&mut self, key: Key) -> u32 {
        if let Some(&root) = self.by_key.get(&key) {
            return root;
        }
        let root = self.of_word(self.vocabulary.word(key));
        self.by_key.insert(key, root);
        root
    }

    pub(super) fn of_word(&mut self, word: &str) -> u32 {
        let root = root(word);
        if let Some(&number) = self.by_root.get(root) {
            return number;
        }
        let number = u32::try_from(self.by_root.len()).expect("fewer than 2^32 roots");
        self.by_root.insert(root.into(), number);
        number
    }
}

fn root(word: &str) -> &str {
    let cut = |(ending, least): &(&str, usize)| {
        let rest = word.strip_suffix(ending)?;
        (rest.chars().count() >= *least).then_some(rest)
    };
    let rest = ENDINGS.iter().find_map(cut).unwrap_or(word);
    let end = rest.char_indices().nth(ROOT_LETTERS);
    &rest[..end.map_or(rest.len(), |(at, _)| at)]
}

/// How much each stem tells: less, the more sentences have it.
pub(super) struct Weights {
    by_stem: HashMap<u32, f64>,
}

impl Weights {
    /// The weights of the stems of some sentences.
    pub(super) fn new<'s>(sentences: impl Iterator<Item = &'s Vec<u32>>) -> Self {
        let mut counts: HashMap<u32, u32> = HashMap::new();
        for stem in sentences.flatten() {
            *counts.entry(*stem).or_default() += 1;
        }
        let weigh = |(stem, count)| (stem, 1.0 / (1.0 + f64::from(count).ln()));
        Self {
            by_stem: counts.into_iter().map(weigh).collect(),
        }
    }

    fn of(&self, stem: u32) -> f64 {
        self.by_stem.get(&stem).copied().unwrap_or(1.0)
    }

    pub(super) fn sum(&self, stems: &[u32]) -> f64 {
        stems.iter().map(|&stem| self.of(stem)).sum()
    }

    /// What two lists share.
    pub(super) fn shared(&self, one: &[u32], two: &[u32]) -> f64 {
        let both = one.iter().filter(|stem| two.binary_search(stem).is_ok());
        both.map(|&stem| self.of(stem)).sum()
    }

    /// Shared words as a part of the mean of both (Dice), 0 to 1; 1 where
    /// neither has any.
    pub(super) fn dice(&self, one: &[u32], two: &[u32]) -> f64 {
        let all = self.sum(one) + self.sum(two);
        if all > 0.0 {
            2.0 * self.shared(one, two) / all
        } else {
            1.0
        }
    }
}

/// The sentences of a statement by their stems.
pub(super) struct Postings<'s> {
    pub(super) sentences: &'s [Vec<u32>],
    by_stem: HashMap<u32, Vec<usize>>,
}

impl<'s> Postings<'s> {
    pub(super) fn new(sentences: &'s [Vec<u32>]) -> Self {
        let mut by_stem: HashMap<u32, Vec<usize>> = HashMap::new();
        for (at, sentence) in sentences.iter().enumerate() {
            for stem in sentence {
                by_stem.entry(*stem).or_default().push(at);
            }
        }
        Self { sentences, by_stem }
    }

    /// The sentences that have a stem.
    pub(super) fn of(&self, stem: u32) -> &[usize] {
        self.by_stem.get(&stem).map_or(&[], Vec::as_slice)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn endings_do_not_part_the_words_of_an_act() {
        for [one, two] in [
            ["purchases", "purchase"],
            ["clearing", "cleared"],
            ["reinvestments", "reinvest"],
            ["implementation", "implementing"],
        ] {
            assert_eq!(root(one), root(two));
        }
        assert_ne!(root("action"), root("act"));
    }
}
