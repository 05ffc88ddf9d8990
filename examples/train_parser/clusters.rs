//! Clusters words by the company they keep: the classes of words that say most
//! about the frequent words around (sequential information bottleneck,
//! Slonim, Friedman and Tishby, 2002).

use std::collections::BTreeMap;

use verbale::parse::training::word_hash;

/// How many clusters; a byte names one.
const CLUSTERS: usize = 64;

/// Rarer words have no cluster.
const MIN_COUNT: u32 = 3;

/// So many of the most frequent words are looked at around a word.
const CONTEXT_WORDS: usize = 500;

/// Where they are looked at.
const OFFSETS: [isize; 4] = [-2, -1, 1, 2];

/// Each word is moved at most so often.
const PASSES: usize = 12;

/// The words of a text, each by its hash, with their clusters, in the order of
/// the hashes.
pub(crate) fn clusters<'a>(sentences: impl Iterator<Item = Vec<&'a str>>) -> Vec<(u64, u8)> {
    let sentences: Vec<Vec<u64>> = sentences
        .map(|words| words.into_iter().map(word_hash).collect())
        .collect();
    let words = frequent_words(&sentences);
    let contexts = contexts(&sentences, &words);
    let classes = Exchange::new(&contexts).run();
    let mut clusters: Vec<(u64, u8)> = words.into_iter().zip(classes).collect();
    clusters.sort_unstable();
    clusters
}

/// The words that are frequent enough, the most frequent first.
fn frequent_words(sentences: &[Vec<u64>]) -> Vec<u64> {
    let mut counts: BTreeMap<u64, u32> = BTreeMap::new();
    for &word in sentences.iter().flatten() {
        *counts.entry(word).or_default() += 1;
    }
    counts.retain(|_, count| *count >= MIN_COUNT);
    let mut words: Vec<(u64, u32)> = counts.into_iter().collect();
    words.sort_by_key(|&(word, count)| (std::cmp::Reverse(count), word));
    words.into_iter().map(|(word, _)| word).collect()
}

/// For each word the contexts it stands in, an offset and a word, and how often.
fn contexts(sentences: &[Vec<u64>], words: &[u64]) -> Vec<Vec<(usize, usize)>> {
    let ranks: BTreeMap<u64, usize> = words
        .iter()
        .zip(0..)
        .map(|(&word, rank)| (word, rank))
        .collect();
    let mut counts: Vec<BTreeMap<usize, usize>> = vec![BTreeMap::new(); words.len()];
    for sentence in sentences {
        for (at, word) in sentence.iter().enumerate() {
            let Some(&rank) = ranks.get(word) else {
                continue;
            };
            for (side, offset) in OFFSETS.into_iter().enumerate() {
                let beside = at
                    .checked_add_signed(offset)
                    .and_then(|at| sentence.get(at));
                let beside = beside.and_then(|beside| ranks.get(beside));
                if let Some(&beside) = beside.filter(|&&beside| beside < CONTEXT_WORDS) {
                    *counts[rank]
                        .entry(side * CONTEXT_WORDS + beside)
                        .or_default() += 1;
                }
            }
        }
    }
    counts
        .into_iter()
        .map(|counts| counts.into_iter().collect())
        .collect()
}

/// The state of the search: which class each word is in.
struct Exchange<'a> {
    contexts: &'a [Vec<(usize, usize)>],
    classes: Vec<u8>,
    /// How often each class stands in each context, context by context.
    together: Vec<usize>,
    /// How often each class stands in any context.
    sizes: Vec<usize>,
    /// `n log2 n` in fixed point, so that every machine finds the same.
    n_log_n: Vec<i64>,
}

impl<'a> Exchange<'a> {
    /// Each of the most frequent words in a class of its own, the others spread.
    fn new(contexts: &'a [Vec<(usize, usize)>]) -> Self {
        let total: usize = contexts.iter().flatten().map(|(_, count)| count).sum();
        let mut exchange = Self {
            contexts,
            classes: (0..contexts.len()).map(class_of_rank).collect(),
            together: vec![0; OFFSETS.len() * CONTEXT_WORDS * CLUSTERS],
            sizes: vec![0; CLUSTERS],
            n_log_n: (0..=total as u64).map(n_log2_n).collect(),
        };
        for word in 0..contexts.len() {
            exchange.put(word, exchange.classes[word]);
        }
        exchange
    }

    fn run(mut self) -> Vec<u8> {
        for _ in 0..PASSES {
            let mut moved = 0;
            for word in 0..self.contexts.len() {
                let before = self.classes[word];
                self.take(word);
                let class = self.best_class(word);
                self.put(word, class);
                moved += usize::from(class != before);
            }
            if moved == 0 {
                break;
            }
        }
        self.classes
    }

    fn put(&mut self, word: usize, class: u8) {
        self.classes[word] = class;
        for &(context, count) in &self.contexts[word] {
            self.together[context * CLUSTERS + usize::from(class)] += count;
            self.sizes[usize::from(class)] += count;
        }
    }

    fn take(&mut self, word: usize) {
        let class = usize::from(self.classes[word]);
        for &(context, count) in &self.contexts[word] {
            self.together[context * CLUSTERS + class] -= count;
            self.sizes[class] -= count;
        }
    }

    /// The class that a word adds most information to, the first among equals.
    fn best_class(&self, word: usize) -> u8 {
        let growth = |before: usize, by: usize| self.n_log_n[before + by] - self.n_log_n[before];
        let size: usize = self.contexts[word].iter().map(|(_, count)| count).sum();
        let mut gains: Vec<i64> = self
            .sizes
            .iter()
            .map(|&before| -growth(before, size))
            .collect();
        for &(context, count) in &self.contexts[word] {
            let together = &self.together[context * CLUSTERS..][..CLUSTERS];
            for (gain, &before) in gains.iter_mut().zip(together) {
                *gain += growth(before, count);
            }
        }
        let mut best = 0;
        for class in 0..CLUSTERS {
            if gains[class] > gains[best] {
                best = class;
            }
        }
        class_of_rank(best)
    }
}

fn class_of_rank(rank: usize) -> u8 {
    u8::try_from(rank % CLUSTERS).unwrap_or(0)
}

/// Bits behind the point.
const FRACTION: u32 = 16;

/// `n log2 n` in fixed point, by squaring.
fn n_log2_n(n: u64) -> i64 {
    let Some(whole) = n.checked_ilog2() else {
        return 0;
    };
    // Between 1 and 2, with 31 bits behind the point.
    let mut rest = u128::from(n) << 31 >> whole;
    let mut log = u64::from(whole) << FRACTION;
    for bit in (0..FRACTION).rev() {
        rest = (rest * rest) >> 31;
        if rest >= 1 << 32 {
            rest >>= 1;
            log |= 1 << bit;
        }
    }
    i64::try_from(n * log).unwrap_or(i64::MAX)
}
