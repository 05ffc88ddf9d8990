//! Paragraphs as weighted bags of words and of letters, and how alike two are.

/// A paragraph, or several put together.
#[derive(Debug, Clone, Default)]
pub(super) struct Bag {
    words: Vector,
    letters: Vector,
}

impl Bag {
    /// Features ascending, each once, with their weights.
    pub(super) fn new(words: Vec<(u32, f32)>, letters: Vec<(u32, f32)>) -> Self {
        Self {
            words: Vector::new(words),
            letters: Vector::new(letters),
        }
    }

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
        bag.words.add_direction(1.0, &mut self.words);
        bag.letters.add_direction(1.0, &mut self.letters);
        self.bags += 1;
    }

    /// Takes out the bag that was added last.
    pub(super) fn remove(&mut self, bag: &Bag) {
        bag.words.add_direction(-1.0, &mut self.words);
        bag.letters.add_direction(-1.0, &mut self.letters);
        self.bags -= 1;
    }
}

/// Sparse: features ascending, weights positive.
#[derive(Debug, Clone, Default)]
struct Vector {
    entries: Vec<(u32, f32)>,
    len: f32,
}

impl Vector {
    /// `entries` ascend by feature, each once.
    fn new(entries: Vec<(u32, f32)>) -> Self {
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
        let mut entries = [&self.entries[..], &other.entries[..]].concat();
        entries.sort_unstable_by_key(|entry| entry.0);
        entries.dedup_by(|next, kept| {
            let same = next.0 == kept.0;
            if same {
                kept.1 += next.1;
            }
            same
        });
        Self::new(entries)
    }

    fn add_direction(&self, times: f32, sum: &mut Vec<f32>) {
        let Some(last) = self.entries.last() else {
            return;
        };
        if sum.len() <= last.0 as usize {
            sum.resize(last.0 as usize + 1, 0.0);
        }
        for &(feature, weight) in &self.entries {
            sum[feature as usize] += times * weight / self.len;
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
