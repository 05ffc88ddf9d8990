//! Paragraphs as bags of words and of letters, and how alike two are.

use std::cmp::Ordering;

use super::text::count_common;

/// A paragraph, or several put together.
#[derive(Debug, Clone, Default)]
pub(super) struct Bag {
    /// Ascending by word, each once, weights positive. Whole numbers: their
    /// sums do not depend on how the words are numbered.
    words: Vec<(u32, u32)>,
    /// Length of `words` as a vector.
    len: f64,
    /// Letter groups of all words, ascending, each once.
    letters: Vec<u32>,
}

/// What the letters count against the words: retold texts share stems more
/// than words. Of 1, 2 and 3 the best compromise between drafts of
/// essays (`ArgRewrite` V.2), synoptic gospels and retold fables (GNAT, EMNLP 2023).
const LETTERS_WEIGHT: f64 = 2.0;

/// How alike two bags are.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(super) struct BagSimilarity {
    /// The cosine of the words, 0 to 1.
    pub(super) words: f64,
    /// The Jaccard index of the letter groups, 0 to 1.
    pub(super) letters: f64,
}

impl BagSimilarity {
    /// Both together, 0 to 1; the letters count for more.
    pub(super) fn similarity(self) -> f64 {
        (self.words + LETTERS_WEIGHT * self.letters) / (1.0 + LETTERS_WEIGHT)
    }

    pub(super) fn plus(self, other: Self) -> Self {
        Self {
            words: self.words + other.words,
            letters: self.letters + other.letters,
        }
    }

    pub(super) fn times(self, factor: f64) -> Self {
        Self {
            words: self.words * factor,
            letters: self.letters * factor,
        }
    }

    pub(super) fn midpoint(one: Self, other: Self) -> Self {
        one.plus(other).times(0.5)
    }
}

/// Length of a bag whose direction alone counts.
const DIRECTION: f64 = 65_536.0;

impl Bag {
    /// Words ascending, each once, with their weights; letter groups ascending, each once.
    pub(super) fn new(words: Vec<(u32, u32)>, letters: Vec<u32>) -> Self {
        let squares = words.iter().map(|word| product(word.1, word.1)).sum();
        Self {
            words,
            len: precise(squares).sqrt(),
            letters,
        }
    }

    /// How alike two bags are.
    pub(super) fn alike(&self, other: &Self) -> BagSimilarity {
        let mut dot = 0;
        self.common_words(other, |own, its| dot += product(own, its));
        self.alike_by(other, dot, count_common(&self.letters, &other.letters))
    }

    /// How alike two bags are, by the dot product of their words and the number
    /// of letter groups in common.
    pub(super) fn alike_by(&self, other: &Self, dot: u64, common: u32) -> BagSimilarity {
        let count = |letters: &[u32]| u32::try_from(letters.len()).expect("fewer than 2^32 groups");
        let either = count(&self.letters) + count(&other.letters) - common;
        BagSimilarity {
            // A paragraph without words has no length; rounding may lead a hair above 1.
            words: (precise(dot) / (self.len * other.len).max(1.0)).min(1.0),
            letters: f64::from(common) / f64::from(either.max(1)),
        }
    }

    /// How alike two bags are, 0 to 1.
    pub(super) fn similarity(&self, other: &Self) -> f64 {
        self.alike(other).similarity()
    }

    /// Key and weight of each word, ascending by key.
    pub(super) fn words(&self) -> &[(u32, u32)] {
        &self.words
    }

    /// Letter groups of all words, ascending.
    pub(super) fn letters(&self) -> &[u32] {
        &self.letters
    }

    /// Share of the weight of the words of `self` that `other` has too, 0 to 1.
    pub(super) fn share_in(&self, other: &Self) -> f64 {
        let mut shared = 0;
        self.common_words(other, |own, its| shared += u64::from(own.min(its)));
        let all: u64 = self.words.iter().map(|word| u64::from(word.1)).sum();
        precise(shared) / precise(all.max(1))
    }

    /// The bag of both texts put together.
    pub(super) fn join(&self, other: &Self) -> Self {
        let words = merge(
            &self.words,
            &other.words,
            |word| word.0,
            |one, its| (one.0, one.1.saturating_add(its.1)),
        );
        let letters = merge(
            &self.letters,
            &other.letters,
            |group| *group,
            |group, _| group,
        );
        Self::new(words, letters)
    }

    /// Number of distinct words.
    pub(super) fn len_words(&self) -> usize {
        self.words.len()
    }

    /// Key and weight of each word, of a bag made [`DIRECTION`] long.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "from 0 to DIRECTION"
    )]
    pub(super) fn word_directions(&self) -> impl Iterator<Item = (u32, u32)> {
        // A long paragraph does not outweigh a short one: the direction alone is compared.
        let scale = DIRECTION / self.len.max(1.0);
        self.words
            .iter()
            // Rounded up, so that no word of a long paragraph counts for nothing.
            .map(move |&(key, weight)| (key, (f64::from(weight) * scale).ceil() as u32))
    }

    /// Calls `visit` with both weights of each word that both bags have.
    fn common_words(&self, other: &Self, mut visit: impl FnMut(u32, u32)) {
        let (mut x, mut y) = (0, 0);
        while let (Some(own), Some(its)) = (self.words.get(x), other.words.get(y)) {
            if own.0 == its.0 {
                visit(own.1, its.1);
            }
            x += usize::from(own.0 <= its.0);
            y += usize::from(its.0 <= own.0);
        }
    }
}

/// Two ascending lists as one; items of one key are put `together`.
fn merge<T: Copy>(
    one: &[T],
    other: &[T],
    key: impl Fn(&T) -> u32,
    together: impl Fn(T, T) -> T,
) -> Vec<T> {
    let mut merged = Vec::with_capacity(one.len() + other.len());
    let (mut x, mut y) = (0, 0);
    while let (Some(own), Some(its)) = (one.get(x), other.get(y)) {
        let order = key(own).cmp(&key(its));
        merged.push(match order {
            Ordering::Less => *own,
            Ordering::Equal => together(*own, *its),
            Ordering::Greater => *its,
        });
        x += usize::from(order.is_le());
        y += usize::from(order.is_ge());
    }
    merged.extend_from_slice(&one[x..]);
    merged.extend_from_slice(&other[y..]);
    merged
}

fn product(one: u32, other: u32) -> u64 {
    u64::from(one) * u64::from(other)
}

#[expect(clippy::cast_precision_loss, reason = "a share needs few digits")]
fn precise(sum: u64) -> f64 {
    sum as f64
}
