//! Weighs the words of paragraphs and spells them out.
//!
//! A word weighs as much as it is rare: ln((n + 1) / paragraphs that have it),
//! over the n paragraphs of both witnesses (Spärck Jones, *A statistical
//! interpretation of term specificity*, 1972). Its groups of letters make
//! *demine* and *demining* alike without a dictionary.

use std::ops::Range;
use std::rc::Rc;

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

/// Makes the bag of each paragraph, once, with the weights of the words over both
/// witnesses.
#[derive(Debug)]
pub(super) struct TermWeights<'a> {
    texts: [&'a Text; 2],
    /// By side and paragraph, those made so far.
    bags: [Vec<Option<Rc<Bag>>>; 2],
    vocabulary: &'a Vocabulary,
    /// By key: the number of the word here, from 1; 0 for one that neither text has.
    /// A vocabulary may be of many more texts, and nothing else is as long.
    numbers: Vec<u32>,
    /// By number: the word.
    words: Vec<Weighed>,
    speller: Speller,
}

/// A word of either text.
#[derive(Debug)]
struct Weighed {
    key: Key,
    /// In how many paragraphs it stands.
    spread: u32,
    /// The last of them that was read, from 1.
    last_seen: u32,
    /// What it weighs, in steps.
    weight: u32,
}

impl<'a> TermWeights<'a> {
    pub(super) fn new(texts: [&'a Text; 2], vocabulary: &'a Vocabulary) -> Self {
        let mut numbers = vec![0; vocabulary.len()];
        let mut words: Vec<Weighed> = Vec::new();
        let mut paragraphs = 0_u32;
        for keys in texts.iter().flat_map(|text| text.paragraphs()) {
            paragraphs += 1;
            for &key in keys {
                let number = &mut numbers[key.0 as usize];
                if *number == 0 {
                    words.push(Weighed::new(key));
                    *number = u32::try_from(words.len()).expect("fewer than 2^32 words");
                }
                words[*number as usize - 1].count(paragraphs);
            }
        }
        for word in &mut words {
            // A word of every paragraph still weighs a little, so that no text is empty.
            let rarity = f64::from(paragraphs + 1) / f64::from(word.spread);
            word.weight = weight(vocabulary.class(word.key), rarity);
        }
        Self {
            texts,
            bags: texts.map(|text| vec![None; text.len()]),
            numbers,
            words,
            vocabulary,
            speller: Speller::default(),
        }
    }

    /// The bag of a paragraph of the witness before (0) or after (1).
    pub(super) fn bag(&mut self, side: usize, paragraph: usize) -> Rc<Bag> {
        if let Some(bag) = &self.bags[side][paragraph] {
            return Rc::clone(bag);
        }
        let bag = Rc::new(self.weigh(self.texts[side].paragraph(paragraph)));
        self.bags[side][paragraph] = Some(Rc::clone(&bag));
        bag
    }

    fn weigh(&mut self, keys: &[Key]) -> Bag {
        let numbers = keys.iter().map(|key| self.numbers[key.0 as usize] - 1);
        let mut numbers: Vec<u32> = numbers.collect();
        numbers.sort_unstable();
        let mut words = Vec::with_capacity(numbers.len());
        for run in numbers.chunk_by(|x, y| x == y) {
            let Weighed { key, weight, .. } = self.words[run[0] as usize];
            if weight > 0 {
                let times = u32::try_from(run.len()).unwrap_or(u32::MAX);
                words.push((run[0], weight.saturating_mul(times)));
                self.speller.spell(self.vocabulary.word(key), run[0]);
            }
        }
        Bag::new(words, self.speller.take())
    }
}

impl Weighed {
    /// A word that was not read yet.
    fn new(key: Key) -> Self {
        Self {
            key,
            spread: 0,
            last_seen: 0,
            weight: 0,
        }
    }

    /// Counts it in a paragraph.
    fn count(&mut self, paragraph: u32) {
        // *Mine* three times in one paragraph is one paragraph that has it.
        self.spread += u32::from(self.last_seen != paragraph);
        self.last_seen = paragraph;
    }
}

/// What a word so many times rarer than the paragraphs weighs, in steps.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a logarithm of at least 1, at most of 2^32"
)]
fn weight(class: TokenClass, rarity: f64) -> u32 {
    let class = match class {
        TokenClass::Word => STEPS,
        TokenClass::Number => STEPS * NUMBER_WEIGHT,
        // A comma in common says nothing.
        TokenClass::Mark => return 0,
    };
    (class * rarity.ln()).round() as u32
}

/// Numbers the letter groups of words.
#[derive(Debug, Default)]
struct Speller {
    numbers: HashMap<u128, u32>,
    /// The groups of all words that were spelled, word by word.
    groups: Vec<u32>,
    /// By number of the word: where its groups stand; nowhere when it was not spelled yet.
    spelled: Vec<Range<usize>>,
    /// The groups of the paragraph at work: a bit for each, in order.
    found: Vec<u64>,
    /// Number of bits in `found`.
    count: usize,
}

impl Speller {
    /// Adds the groups of the word `number` with a blank at either end.
    fn spell(&mut self, word: &str, number: u32) {
        let at = number as usize;
        if at >= self.spelled.len() {
            self.spelled.resize(at + 1, 0..0);
        }
        if self.spelled[at].is_empty() {
            self.spelled[at] = self.number(word);
        }
        for &group in &self.groups[self.spelled[at].clone()] {
            let (bits, bit) = (
                &mut self.found[group as usize / BITS],
                group as usize % BITS,
            );
            self.count += usize::from(*bits >> bit & 1 == 0);
            *bits |= 1 << bit;
        }
    }

    /// Numbers the groups of a word.
    fn number(&mut self, word: &str) -> Range<usize> {
        let start = self.groups.len();
        for group in letter_groups(word) {
            let next = u32::try_from(self.numbers.len()).expect("fewer than 2^32 groups");
            self.groups.push(*self.numbers.entry(group).or_insert(next));
        }
        self.found.resize(self.numbers.len().div_ceil(BITS), 0);
        start..self.groups.len()
    }

    /// Takes the groups added so far, ascending, each once.
    fn take(&mut self) -> Vec<u32> {
        let mut groups = Vec::with_capacity(std::mem::take(&mut self.count));
        for (first, bits) in (0..).step_by(BITS).zip(&mut self.found) {
            while *bits != 0 {
                groups.push(first + bits.trailing_zeros());
                *bits &= *bits - 1;
            }
        }
        groups
    }
}

/// Bits of a letter.
const LETTER_BITS: usize = 21;

/// The letter groups of a word, each as one number.
fn letter_groups(word: &str) -> impl Iterator<Item = u128> {
    const GROUP: u128 = (1 << (LETTERS * LETTER_BITS)) - 1;
    // The blank tells *mine* at the start of *mined* from *mine* inside *determined*.
    let letters = [' '].into_iter().chain(word.chars()).chain([' ']);
    let shortest = word.chars().take(LETTERS).count() + 2;
    letters
        .scan(0, |group, letter| {
            *group = (*group << LETTER_BITS | u128::from(u32::from(letter))) & GROUP;
            Some(*group)
        })
        .skip(LETTERS.min(shortest) - 1)
}
