//! Weighs the words of paragraphs and spells them out.
//!
//! A word weighs as much as it is rare: ln((n + 1) / paragraphs that have it),
//! over the n paragraphs of both witnesses (Spärck Jones, *A statistical
//! interpretation of term specificity*, 1972). Each word also spreads its
//! weight over its letter trigrams, so that *demine* and *demining* are alike
//! without a dictionary.

use std::mem;

use hashbrown::HashMap;

use crate::model::{Key, TokenClass, Vocabulary};

use super::bag::Bag;
use super::text::Text;

/// Weight of a number against a word as rare: numbers are what statements
/// change from year to year.
const NUMBER_WEIGHT: f32 = 0.5;

/// Letters in a letter group.
const LETTERS: usize = 3;

/// Makes bags with the weights of the words over both witnesses.
#[derive(Debug)]
pub(super) struct Weigher<'a> {
    vocabulary: &'a Vocabulary,
    /// By key: number of paragraphs that have the word.
    spread: Vec<u32>,
    paragraphs: usize,
    speller: Speller,
    /// By letter group; all zero between two bags.
    sums: Vec<f32>,
}

impl<'a> Weigher<'a> {
    pub(super) fn new(texts: [&Text; 2], vocabulary: &'a Vocabulary) -> Self {
        let mut spread = vec![0; vocabulary.len()];
        let mut last_seen = vec![0; vocabulary.len()];
        let mut paragraphs = 0;
        for keys in texts.iter().flat_map(|text| text.paragraphs()) {
            paragraphs += 1;
            for key in keys {
                let at = key.0 as usize;
                spread[at] += u32::from(last_seen[at] != paragraphs);
                last_seen[at] = paragraphs;
            }
        }
        Self {
            vocabulary,
            spread,
            paragraphs,
            speller: Speller::default(),
            sums: Vec::new(),
        }
    }

    /// The bag of a paragraph.
    pub(super) fn bag(&mut self, keys: &[Key]) -> Bag {
        let mut keys: Vec<Key> = keys.to_vec();
        keys.sort_unstable();
        let (mut words, mut groups) = (Vec::new(), Vec::new());
        for run in keys.chunk_by(|x, y| x == y) {
            let weight = self.weight(run[0]) * precise(run.len());
            if weight > 0.0 {
                words.push((run[0].0, weight));
                let spelled = self.speller.spell(self.vocabulary.word(run[0]), run[0]);
                self.sums.resize(spelled.known, 0.0);
                let part = weight / precise(spelled.groups.len()).sqrt();
                for &group in spelled.groups {
                    let sum = &mut self.sums[group as usize];
                    if *sum == 0.0 {
                        groups.push(group);
                    }
                    *sum += part;
                }
            }
        }
        groups.sort_unstable();
        let sums = &mut self.sums;
        let letters = groups
            .into_iter()
            .map(|group| (group, mem::take(&mut sums[group as usize])));
        Bag::new(words, letters.collect())
    }

    fn weight(&self, key: Key) -> f32 {
        let class = match self.vocabulary.class(key) {
            TokenClass::Word => 1.0,
            TokenClass::Number => NUMBER_WEIGHT,
            TokenClass::Mark => return 0.0,
        };
        let spread = self.spread[key.0 as usize].max(1);
        class * (precise(self.paragraphs + 1) / precise(spread as usize)).ln()
    }
}

/// Numbers the letter groups of words.
#[derive(Debug, Default)]
struct Speller {
    numbers: HashMap<[char; LETTERS], u32>,
    spelled: HashMap<Key, Vec<u32>>,
}

/// A word in letter groups.
struct Spelled<'a> {
    /// The groups with a blank at either end of the word, ascending, each once.
    groups: &'a [u32],
    /// How many groups have a number by now.
    known: usize,
}

impl Speller {
    fn spell(&mut self, word: &str, key: Key) -> Spelled<'_> {
        let numbers = &mut self.numbers;
        let groups = self.spelled.entry(key).or_insert_with(|| {
            let letters: Vec<char> = [' '].into_iter().chain(word.chars()).chain([' ']).collect();
            let mut groups: Vec<u32> = letters
                .windows(LETTERS)
                .map(|window| {
                    let next = u32::try_from(numbers.len()).expect("fewer than 2^32 groups");
                    *numbers
                        .entry([window[0], window[1], window[2]])
                        .or_insert(next)
                })
                .collect();
            groups.sort_unstable();
            groups.dedup();
            groups
        });
        Spelled {
            groups,
            known: numbers.len(),
        }
    }
}

#[expect(
    clippy::cast_precision_loss,
    reason = "counts of words stay far below 2^24"
)]
fn precise(count: usize) -> f32 {
    count as f32
}
