//! Weighs the words of paragraphs and spells them out.
//!
//! A word weighs as much as it is rare: ln((n + 1) / paragraphs that have it),
//! over the n paragraphs of both witnesses (Spärck Jones, *A statistical
//! interpretation of term specificity*, 1972). Its groups of letters make
//! *demine* and *demining* alike without a dictionary.

use hashbrown::HashMap;

use crate::model::{Key, TokenClass, Vocabulary};

use super::bag::Bag;
use super::text::Text;

/// Weight of a number against a word as rare: numbers are what statements
/// change from year to year.
const NUMBER_WEIGHT: f64 = 0.5;

/// Steps in which weights are counted, of one for each e times rarer.
const STEPS: f64 = 1024.0;

/// Bits in a part of a set.
const BITS: usize = 64;

/// Letters in a letter group; a shorter word is one with the blanks around it.
const LETTERS: usize = 4;

/// Makes bags with the weights of the words over both witnesses.
#[derive(Debug)]
pub(super) struct Weigher<'a> {
    vocabulary: &'a Vocabulary,
    /// By key: number of paragraphs that have the word.
    spread: Vec<u32>,
    paragraphs: u32,
    speller: Speller,
}

impl<'a> Weigher<'a> {
    pub(super) fn new(texts: [&Text; 2], vocabulary: &'a Vocabulary) -> Self {
        let mut spread = vec![0; vocabulary.len()];
        let mut last_seen = vec![0; vocabulary.len()];
        let mut paragraphs = 0_u32;
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
        }
    }

    /// The bag of a paragraph.
    pub(super) fn bag(&mut self, keys: &[Key]) -> Bag {
        let mut keys: Vec<Key> = keys.to_vec();
        keys.sort_unstable();
        let mut words = Vec::with_capacity(keys.len());
        for run in keys.chunk_by(|x, y| x == y) {
            let weight = self.weight(run[0]);
            if weight > 0 {
                let times = u32::try_from(run.len()).unwrap_or(u32::MAX);
                words.push((run[0].0, weight.saturating_mul(times)));
                self.speller.spell(self.vocabulary.word(run[0]), run[0]);
            }
        }
        Bag::new(words, self.speller.take())
    }

    /// In steps.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a logarithm of at least 1, at most of 2^32"
    )]
    fn weight(&self, key: Key) -> u32 {
        let class = match self.vocabulary.class(key) {
            TokenClass::Word => STEPS,
            TokenClass::Number => STEPS * NUMBER_WEIGHT,
            TokenClass::Mark => return 0,
        };
        let spread = self.spread[key.0 as usize].max(1);
        let rarity = f64::from(self.paragraphs + 1) / f64::from(spread);
        (class * rarity.ln()).round() as u32
    }
}

/// Numbers the letter groups of words.
#[derive(Debug, Default)]
struct Speller {
    numbers: HashMap<u128, u32>,
    /// By key: the groups of the word; empty when it was not spelled yet.
    spelled: Vec<Vec<u32>>,
    /// The groups of the paragraph at work: a bit for each, in order.
    found: Vec<u64>,
}

impl Speller {
    /// Adds the groups of a word with a blank at either end.
    fn spell(&mut self, word: &str, key: Key) {
        let Self {
            numbers,
            spelled,
            found,
        } = self;
        let at = key.0 as usize;
        if at >= spelled.len() {
            spelled.resize(at + 1, Vec::new());
        }
        if spelled[at].is_empty() {
            spelled[at] = number(word, numbers);
        }
        let groups = &spelled[at];
        found.resize(numbers.len().div_ceil(BITS), 0);
        for &group in groups {
            found[group as usize / BITS] |= 1 << (group as usize % BITS);
        }
    }

    /// Takes the groups added so far, ascending, each once.
    fn take(&mut self) -> Vec<u32> {
        let count: u32 = self.found.iter().map(|bits| bits.count_ones()).sum();
        let mut groups = Vec::with_capacity(count as usize);
        for (first, bits) in (0..).step_by(BITS).zip(&mut self.found) {
            while *bits != 0 {
                groups.push(first + bits.trailing_zeros());
                *bits &= *bits - 1;
            }
        }
        groups
    }
}

/// The numbers of the letter groups of a word.
fn number(word: &str, numbers: &mut HashMap<u128, u32>) -> Vec<u32> {
    let letters: Vec<char> = [' '].into_iter().chain(word.chars()).chain([' ']).collect();
    let windows = letters.windows(LETTERS.min(letters.len())).map(|window| {
        let next = u32::try_from(numbers.len()).expect("fewer than 2^32 groups");
        *numbers.entry(packed(window)).or_insert(next)
    });
    windows.collect()
}

/// The letters of a group as one number: a character has 21 bits.
fn packed(letters: &[char]) -> u128 {
    letters.iter().fold(0, |packed, &letter| {
        packed << 21 | u128::from(u32::from(letter))
    })
}
