//! Paragraphs as weighted bags of words and of letters, and how alike two are.
//!
//! A word weighs as much as it is rare: ln((n + 1) / paragraphs that have it),
//! over the n paragraphs of both witnesses (Spärck Jones, *A statistical
//! interpretation of term specificity*, 1972). Each word also spreads its
//! weight over its letter trigrams, so that *demine* and *demining* are alike
//! without a dictionary.

use hashbrown::HashMap;

use crate::model::{Key, TokenClass, Vocabulary};

use super::text::Text;

/// Weight of a number against a word as rare: numbers are what statements
/// change from year to year.
const NUMBER_WEIGHT: f32 = 0.5;

/// Letters in a letter group.
const LETTERS: usize = 3;

/// A paragraph, or several put together.
#[derive(Debug, Clone, Default)]
pub(super) struct Bag {
    words: Vector,
    letters: Vector,
}

impl Bag {
    /// How alike two bags are, 0 to 1: the mean of the cosines of words and
    /// of letters.
    pub(super) fn similarity(&self, other: &Self) -> f64 {
        f64::midpoint(
            self.words.cosine(&other.words),
            self.letters.cosine(&other.letters),
        )
    }

    /// Share of the weight of the words of `self` that `other` has too, 0 to 1.
    pub(super) fn share_in(&self, other: &Self) -> f64 {
        self.words.share_in(&other.words)
    }

    /// The bag of both texts put together.
    pub(super) fn join(&self, other: &Self) -> Self {
        Self {
            words: self.words.join(&other.words),
            letters: self.letters.join(&other.letters),
        }
    }

    /// Mean similarity to the bags of a centroid, 0 to 1.
    pub(super) fn mean_similarity(&self, centroid: &Centroid) -> f64 {
        let mean = |vector: &Vector, sum| vector.cosine_sum(sum) / f64::from(centroid.bags.max(1));
        f64::midpoint(
            mean(&self.words, &centroid.words),
            mean(&self.letters, &centroid.letters),
        )
    }

    /// Number of distinct words.
    pub(super) fn len_words(&self) -> usize {
        self.words.entries.len()
    }

    /// Key and weight of each word, of a bag made one unit long.
    pub(super) fn word_directions(&self) -> impl Iterator<Item = (u32, f32)> {
        let scale = 1.0 / self.words.len.max(f32::MIN_POSITIVE);
        self.words
            .entries
            .iter()
            .map(move |&(key, weight)| (key, weight * scale))
    }
}

/// The sum of many bags, each made one unit long.
#[derive(Debug, Default)]
pub(super) struct Centroid {
    words: Vec<f32>,
    letters: Vec<f32>,
    bags: u32,
}

impl Centroid {
    pub(super) fn add(&mut self, bag: &Bag) {
        bag.words.add_direction(&mut self.words);
        bag.letters.add_direction(&mut self.letters);
        self.bags += 1;
    }
}

/// Sparse: features ascending, weights positive.
#[derive(Debug, Clone, Default)]
struct Vector {
    entries: Vec<(u32, f32)>,
    len: f32,
}

impl Vector {
    fn new(mut entries: Vec<(u32, f32)>) -> Self {
        entries.sort_unstable_by_key(|entry| entry.0);
        entries.dedup_by(|next, kept| {
            let same = next.0 == kept.0;
            if same {
                kept.1 += next.1;
            }
            same
        });
        let squares: f32 = entries.iter().map(|entry| entry.1 * entry.1).sum();
        Self {
            entries,
            len: squares.sqrt(),
        }
    }

    /// Calls `visit` with both weights of each feature that both vectors have.
    fn common(&self, other: &Self, mut visit: impl FnMut(f32, f32)) {
        let (mut x, mut y) = (0, 0);
        while let (Some(own), Some(its)) = (self.entries.get(x), other.entries.get(y)) {
            if own.0 == its.0 {
                visit(own.1, its.1);
            }
            x += usize::from(own.0 <= its.0);
            y += usize::from(its.0 <= own.0);
        }
    }

    fn cosine(&self, other: &Self) -> f64 {
        let mut dot = 0.0;
        self.common(other, |own, its| dot += own * its);
        if dot > 0.0 {
            f64::from(dot / (self.len * other.len)).min(1.0)
        } else {
            0.0
        }
    }

    fn share_in(&self, other: &Self) -> f64 {
        let mut shared = 0.0;
        self.common(other, |own, its| shared += own.min(its));
        let all: f32 = self.entries.iter().map(|entry| entry.1).sum();
        if all > 0.0 {
            f64::from(shared / all)
        } else {
            0.0
        }
    }

    fn join(&self, other: &Self) -> Self {
        Self::new([&self.entries[..], &other.entries[..]].concat())
    }

    fn add_direction(&self, sum: &mut Vec<f32>) {
        let Some(last) = self.entries.last() else {
            return;
        };
        if sum.len() <= last.0 as usize {
            sum.resize(last.0 as usize + 1, 0.0);
        }
        for &(feature, weight) in &self.entries {
            sum[feature as usize] += weight / self.len;
        }
    }

    fn cosine_sum(&self, sum: &[f32]) -> f64 {
        let products = self.entries.iter().map(|&(feature, weight)| {
            weight * sum.get(feature as usize).copied().unwrap_or_default()
        });
        let dot: f32 = products.sum();
        if dot > 0.0 {
            f64::from(dot / self.len)
        } else {
            0.0
        }
    }
}

/// Makes bags with the weights of the words over both witnesses.
#[derive(Debug)]
pub(super) struct Weigher<'a> {
    vocabulary: &'a Vocabulary,
    /// By key: number of paragraphs that have the word.
    spread: Vec<u32>,
    paragraphs: u32,
    letter_groups: HashMap<[char; LETTERS], u32>,
    /// By key: the letter groups of the word; empty when not spelled yet.
    spelled: HashMap<Key, Vec<u32>>,
}

impl<'a> Weigher<'a> {
    pub(super) fn new(texts: &[&Text], vocabulary: &'a Vocabulary) -> Self {
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
            letter_groups: HashMap::new(),
            spelled: HashMap::new(),
        }
    }

    /// The bag of a paragraph.
    pub(super) fn bag(&mut self, keys: &[Key]) -> Bag {
        let mut keys: Vec<Key> = keys.to_vec();
        keys.sort_unstable();
        let (mut words, mut letters) = (Vec::new(), Vec::new());
        for run in keys.chunk_by(|x, y| x == y) {
            let weight = self.weight(run[0]) * precise(run.len());
            if weight > 0.0 {
                words.push((run[0].0, weight));
                let spelled = self.spell(run[0]);
                let part = weight / precise(spelled.len()).sqrt();
                letters.extend(spelled.iter().map(|&group| (group, part)));
            }
        }
        Bag {
            words: Vector::new(words),
            letters: Vector::new(letters),
        }
    }

    fn weight(&self, key: Key) -> f32 {
        let class = match self.vocabulary.class(key) {
            TokenClass::Word => 1.0,
            TokenClass::Number => NUMBER_WEIGHT,
            TokenClass::Mark => return 0.0,
        };
        let spread = self.spread[key.0 as usize].max(1);
        class * (precise(self.paragraphs as usize + 1) / precise(spread as usize)).ln()
    }

    /// The letter groups of a word with a blank at either end, each once.
    fn spell(&mut self, key: Key) -> &[u32] {
        let groups = &mut self.letter_groups;
        self.spelled.entry(key).or_insert_with(|| {
            let word = self.vocabulary.word(key).chars();
            let letters: Vec<char> = [' '].into_iter().chain(word).chain([' ']).collect();
            let mut numbers: Vec<u32> = letters
                .windows(LETTERS)
                .map(|window| {
                    let next = u32::try_from(groups.len()).expect("fewer than 2^32 groups");
                    let group = [window[0], window[1], window[2]];
                    *groups.entry(group).or_insert(next)
                })
                .collect();
            numbers.sort_unstable();
            numbers.dedup();
            numbers
        })
    }
}

#[expect(
    clippy::cast_precision_loss,
    reason = "counts of words stay far below 2^24"
)]
fn precise(count: usize) -> f32 {
    count as f32
}
