//! Finds which free paragraphs may correspond, and how strongly.
//!
//! The score of a candidate is its similarity, less what the two have in
//! common with the other text at large (a paragraph that is like everything is
//! like nothing in particular; after Artetxe and Schwenk, *Margin-based
//! Parallel Corpus Mining*, ACL 2019), plus a part of the scores beside it.

use std::rc::Rc;

use hashbrown::HashMap;

use super::bag::{Bag, BagSimilarity};
use super::pairs::Pairs;
use super::prefilter::candidate_pairs;
use super::sample::{MOST_BAGS, Sample};
use super::table::Table;
use super::term_weights::TermWeights;
use super::text::Text;

/// A pair of free paragraphs that may correspond.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Candidate {
    pub(super) before: usize,
    pub(super) after: usize,
    /// -1 to 1.1; the higher the likelier.
    pub(super) score: f64,
    /// How alike their letters are, 0 to 1.
    pub(super) letters: f64,
    /// How alike the letters of each are to the other text at large, 0 to 1.
    pub(super) background: f64,
    /// Distinct words of the shorter paragraph.
    pub(super) words: usize,
}

impl Candidate {
    /// The same with the sides exchanged.
    pub(super) fn turned(&self) -> Self {
        Self {
            before: self.after,
            after: self.before,
            ..*self
        }
    }
}

/// What the neighbours add to a score when both pairs of them are the same.
const NEIGHBOUR_WEIGHT: f64 = 0.1;

/// What a neighbour across a split or a merge counts against the next one.
const SKIP_WEIGHT: f64 = 0.7;

/// The candidates, ascending by `before`, then by `after`.
pub(super) fn candidates(
    pairs: &Pairs,
    texts: [&Text; 2],
    term_weights: &mut TermWeights,
) -> Vec<Candidate> {
    let [before, after] = [
        Free::new(0, pairs.free_before().collect(), texts[1], term_weights),
        Free::new(1, pairs.free_after().collect(), texts[0], term_weights),
    ];
    let rows = candidate_pairs(&before.bags, &after.bags);
    let mut candidates = Vec::with_capacity(rows.len());
    let mut table = Table::default();
    for row in rows.chunk_by(|one, next| one.0 == next.0) {
        let x = row[0].0;
        let others = row.iter().map(|&(_, y)| after.bags[y].as_ref());
        let alike = table.compare(&before.bags[x], others);
        let found = row.iter().zip(alike);
        candidates.extend(found.map(|(&(_, y), alike)| before.candidate(x, &after, y, alike)));
    }
    // With the scores as they are before any is raised by its neighbours, whatever the order.
    let around = Around::new(pairs, &candidates);
    for candidate in &mut candidates {
        let at = (candidate.before, candidate.after);
        candidate.score += NEIGHBOUR_WEIGHT * around.neighbours(at);
    }
    candidates
}

/// Free paragraphs of one side.
#[derive(Debug)]
struct Free {
    /// Paragraph numbers, ascending.
    paragraphs: Vec<usize>,
    bags: Vec<Rc<Bag>>,
    backgrounds: Vec<Background>,
}

impl Free {
    /// Paragraphs that are `alike`, by their positions here and in `other`.
    fn candidate(&self, x: usize, other: &Self, y: usize, alike: BagSimilarity) -> Candidate {
        let (before, after) = (self.paragraphs[x], other.paragraphs[y]);
        let background = BagSimilarity::midpoint(
            self.backgrounds[x].without(after, alike),
            other.backgrounds[y].without(before, alike),
        );
        Candidate {
            before,
            after,
            // *We thank the Chair for convening us* is like everything a little, and like nothing
            // in particular.
            score: alike.similarity() - background.similarity(),
            letters: alike.letters,
            background: background.letters,
            words: self.bags[x].len_words().min(other.bags[y].len_words()),
        }
    }

    /// Some paragraphs of one side (0 before, 1 after), against the background of
    /// the `other`.
    fn new(
        side: usize,
        paragraphs: Vec<usize>,
        other: &Text,
        term_weights: &mut TermWeights,
    ) -> Self {
        let step = other.len().div_ceil(MOST_BAGS).max(1);
        let last = if paragraphs.is_empty() {
            0
        } else {
            other.len()
        };
        let sample = (0..last).step_by(step);
        let sample = Sample::new(sample.map(|at| term_weights.bag(1 - side, at)).collect());
        let bags: Vec<Rc<Bag>> = paragraphs
            .iter()
            .map(|&at| term_weights.bag(side, at))
            .collect();
        let backgrounds = bags.iter().map(|bag| Background {
            sum: sample.alike(bag),
            count: sample.len(),
            step,
        });
        Self {
            backgrounds: backgrounds.collect(),
            paragraphs,
            bags,
        }
    }
}

/// How alike a paragraph is to a sample of the other side, evenly spaced.
#[derive(Debug)]
struct Background {
    /// Of the similarities to the sample.
    sum: BagSimilarity,
    /// Paragraphs in the sample.
    count: usize,
    /// From one paragraph of the sample to the next.
    step: usize,
}

impl Background {
    /// The mean similarity without that to `paragraph`; 0 when there is no other.
    fn without(&self, paragraph: usize, its: BagSimilarity) -> BagSimilarity {
        // The pair itself is no part of the text at large.
        let (sum, count) = if paragraph.is_multiple_of(self.step) {
            (self.sum.plus(its.times(-1.0)), self.count - 1)
        } else {
            (self.sum, self.count)
        };
        let count = u32::try_from(count).expect("at most MOST_BAGS");
        sum.times(1.0 / f64::from(count.max(1)))
    }
}

/// What stands around a candidate.
struct Around<'a> {
    pairs: &'a Pairs,
    scores: HashMap<(usize, usize), f64>,
}

impl<'a> Around<'a> {
    fn new(pairs: &'a Pairs, candidates: &[Candidate]) -> Self {
        let scores = candidates
            .iter()
            .map(|candidate| ((candidate.before, candidate.after), candidate.score));
        Self {
            pairs,
            scores: scores.collect(),
        }
    }

    /// How alike the paragraphs above and below a candidate are, 0 to 1.
    fn neighbours(&self, (before, after): (usize, usize)) -> f64 {
        let above = |x: usize, y: usize| {
            let at = before.checked_sub(x).zip(after.checked_sub(y));
            at.map_or(0.0, |at| self.score(at))
        };
        let below = |x: usize, y: usize| self.score((before + x, after + y));
        // Where a paragraph above was split, the one behind its first half is as near.
        let nearest =
            |at: &dyn Fn(usize, usize) -> f64| at(1, 1).max(SKIP_WEIGHT * at(2, 1).max(at(1, 2)));
        f64::midpoint(nearest(&above), nearest(&below))
    }

    fn score(&self, at: (usize, usize)) -> f64 {
        match self.pairs.after_of(at.0) {
            Some(partner) => f64::from(u8::from(partner == at.1)),
            None => self.scores.get(&at).copied().unwrap_or(0.0).max(0.0),
        }
    }
}
