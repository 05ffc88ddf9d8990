//! Finds which free paragraphs may correspond, and how strongly.
//!
//! The score of a candidate is its similarity, plus a part of what its
//! neighbours have in common, less what the two have in common with the other
//! text at large: a paragraph that is like everything is like nothing in
//! particular (after Artetxe and Schwenk, *Margin-based Parallel Corpus
//! Mining*, ACL 2019). The fewer words there are, the less all this counts.

use hashbrown::HashMap;

use super::bag::{Bag, Centroid};
use super::looks::close_looks;
use super::pairs::Pairs;
use super::text::Text;
use super::weigher::Weigher;

/// A pair of free paragraphs that may correspond.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Candidate {
    pub(super) before: usize,
    pub(super) after: usize,
    /// -1 to 1.2; the higher the likelier.
    pub(super) score: f64,
}

/// What the neighbours add to a score when both pairs of them are the same.
const NEIGHBOUR_WEIGHT: f64 = 0.2;

/// What a neighbour across a split or a merge counts against the next one.
const SKIP_WEIGHT: f64 = 0.7;

/// Distinct words at which a score counts half: a few words in common are
/// easily chance.
const HALF_WORDS: f64 = 3.0;

/// Free paragraphs of one side with their bags.
#[derive(Debug)]
struct Free {
    /// Paragraph numbers, ascending.
    paragraphs: Vec<usize>,
    bags: Vec<Bag>,
    /// Similarity of each to the other side at large, 0 to 1.
    background: Vec<f64>,
}

impl Free {
    fn new(paragraphs: Vec<usize>, text: &Text, weigher: &mut Weigher) -> Self {
        let bags = paragraphs
            .iter()
            .map(|&at| weigher.bag(text.paragraph(at)))
            .collect();
        Self {
            paragraphs,
            bags,
            background: Vec::new(),
        }
    }

    fn compare_with_all_of(&mut self, other: &Self) {
        let mut centroid = Centroid::default();
        for bag in &other.bags {
            centroid.add(bag);
        }
        self.background = self
            .bags
            .iter()
            .map(|bag| bag.mean_similarity(&centroid))
            .collect();
    }
}

/// The candidates, ascending by `before`, then by `after`.
pub(super) fn candidates(
    pairs: &Pairs,
    [before, after]: [&Text; 2],
    weigher: &mut Weigher,
) -> Vec<Candidate> {
    let mut before = Free::new(pairs.free_before().collect(), before, weigher);
    let mut after = Free::new(pairs.free_after().collect(), after, weigher);
    before.compare_with_all_of(&after);
    after.compare_with_all_of(&before);
    let looks = close_looks(&before.bags, &after.bags);
    let mut similarities = HashMap::with_capacity(looks.len());
    let mut spread = Centroid::default();
    for row in looks.chunk_by(|one, other| one.0 == other.0) {
        let x = row[0].0;
        spread.add(&before.bags[x]);
        for &(_, y) in row {
            let at = (before.paragraphs[x], after.paragraphs[y]);
            similarities.insert(at, after.bags[y].mean_similarity(&spread));
        }
        spread.remove(&before.bags[x]);
    }
    let around = Around {
        pairs,
        similarities,
    };
    looks
        .into_iter()
        .filter_map(|(x, y)| {
            let at = (before.paragraphs[x], after.paragraphs[y]);
            let similarity = around.similarities[&at];
            let background = f64::midpoint(
                mean_of_others(before.background[x], similarity, after.bags.len()),
                mean_of_others(after.background[y], similarity, before.bags.len()),
            );
            (similarity > 0.0).then(|| Candidate {
                before: at.0,
                after: at.1,
                score: reliability(&before.bags[x], &after.bags[y])
                    * (similarity + NEIGHBOUR_WEIGHT * around.neighbours(at) - background),
            })
        })
        .collect()
}

/// How much the similarity of two bags counts, 0 to 1.
fn reliability(before: &Bag, after: &Bag) -> f64 {
    let words = before.len_words().min(after.len_words());
    let words = f64::from(u32::try_from(words).expect("fewer than 2^32 distinct words"));
    words / (words + HALF_WORDS)
}

/// The mean of `count` similarities without one of them; 0 when there is no other.
fn mean_of_others(mean: f64, similarity: f64, count: usize) -> f64 {
    let count = f64::from(u32::try_from(count).expect("fewer than 2^32 paragraphs"));
    ((mean * count - similarity) / (count - 1.0).max(1.0)).max(0.0)
}

/// What stands around a candidate.
struct Around<'a> {
    pairs: &'a Pairs,
    similarities: HashMap<(usize, usize), f64>,
}

impl Around<'_> {
    /// How alike the paragraphs above and below a candidate are, 0 to 1.
    fn neighbours(&self, (before, after): (usize, usize)) -> f64 {
        let above = |x: usize, y: usize| {
            let at = before.checked_sub(x).zip(after.checked_sub(y));
            at.map_or(0.0, |at| self.similarity(at))
        };
        let below = |x: usize, y: usize| self.similarity((before + x, after + y));
        let nearest =
            |at: &dyn Fn(usize, usize) -> f64| at(1, 1).max(SKIP_WEIGHT * at(2, 1).max(at(1, 2)));
        f64::midpoint(nearest(&above), nearest(&below))
    }

    fn similarity(&self, at: (usize, usize)) -> f64 {
        match self.pairs.after_of(at.0) {
            Some(partner) => f64::from(u8::from(partner == at.1)),
            None => self.similarities.get(&at).copied().unwrap_or(0.0),
        }
    }
}
