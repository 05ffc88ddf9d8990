//! How likely it is that two paragraphs correspond, if the order is kept.
//!
//! All ways to align in order are weighed together, and not the best alone: a
//! pair is as likely as the share of the ways that link it. What has many
//! rivals, or other places to go, counts less by that (Miyazawa, *A reliable
//! sequence alignment method based on probabilities of residue
//! correspondences*, 1995; Durbin et al., *Biological Sequence Analysis*,
//! 1998, section 4.4).

use super::candidates::Candidate;
use super::chain::{Point, heaviest_chain};
use super::pairs::Pairs;

/// Most pairs of free paragraphs that are weighed together in one alignment.
const MAX_PAIRS: usize = 1 << 18;

/// How likely each candidate is, 0 to 1; `None` for those among more
/// paragraphs than are weighed together.
///
/// `odds` are the logarithms of how much likelier each candidate is a link
/// than not, seen alone.
pub(super) fn likelihoods(
    pairs: &Pairs,
    candidates: &[Candidate],
    odds: &[f64],
) -> Vec<Option<f64>> {
    let mut likelihoods = vec![Some(0.0); candidates.len()];
    let mut budget = MAX_PAIRS;
    for block in blocks(pairs, candidates) {
        // Blocks beyond the budget are linked by the heaviest chain instead.
        let table = budget.checked_sub(block.size()).map(|rest| {
            budget = rest;
            block.likelihoods(odds)
        });
        for (position, &(at, _)) in block.candidates.iter().enumerate() {
            likelihoods[at] = table.as_ref().map(|table| table[position]);
        }
    }
    likelihoods
}

/// Free paragraphs between two links that keep the order.
#[derive(Debug, Default)]
struct Block {
    /// Ascending.
    before: Vec<usize>,
    /// Ascending.
    after: Vec<usize>,
    /// The candidates between them: index and cell, row by row.
    candidates: Vec<(usize, usize)>,
}

/// The blocks that have candidates, in order.
fn blocks(pairs: &Pairs, candidates: &[Candidate]) -> Vec<Block> {
    let links = pairs.links().map(|(before, after)| Point {
        before,
        after,
        weight: 1.0,
    });
    let links: Vec<Point> = links.collect();
    let fixed: Vec<Point> = heaviest_chain(&links).iter().map(|&at| links[at]).collect();
    let block_before = |at: usize| fixed.partition_point(|link| link.before < at);
    let block_after = |at: usize| fixed.partition_point(|link| link.after < at);
    let mut blocks: Vec<Block> = Vec::new();
    blocks.resize_with(fixed.len() + 1, Block::default);
    for at in pairs.free_before() {
        blocks[block_before(at)].before.push(at);
    }
    for at in pairs.free_after() {
        blocks[block_after(at)].after.push(at);
    }
    for (index, candidate) in candidates.iter().enumerate() {
        let block = block_before(candidate.before);
        // A pair across a fixed link would not keep the order.
        if block == block_after(candidate.after) {
            blocks[block].add(index, candidate);
        }
    }
    blocks.retain(|block| !block.candidates.is_empty());
    blocks
}

impl Block {
    fn size(&self) -> usize {
        self.before.len() * self.after.len()
    }

    fn add(&mut self, index: usize, candidate: &Candidate) {
        let row = self.before.partition_point(|&at| at < candidate.before);
        let column = self.after.partition_point(|&at| at < candidate.after);
        let cell = row * self.after.len() + column;
        self.candidates.push((index, cell));
    }

    /// How likely each of its candidates is.
    fn likelihoods(&self, odds: &[f64]) -> Vec<f64> {
        let columns = self.after.len();
        let mut cells = vec![f64::NEG_INFINITY; self.size()];
        for &(index, cell) in &self.candidates {
            cells[cell] = odds[index];
        }
        let above = ways(&cells, columns);
        cells.reverse();
        let mut below = ways(&cells, columns);
        below.reverse();
        let all = below[0];
        let likelihood = |&(index, cell): &(usize, usize)| {
            let corner = cell + cell / columns;
            (above[corner] + odds[index] + below[corner + columns + 2] - all).exp()
        };
        self.candidates.iter().map(likelihood).collect()
    }
}

/// By corner of the table: the logarithm of the summed weights of all ways
/// from the first corner, a link being a step across a cell.
fn ways(odds: &[f64], columns: usize) -> Vec<f64> {
    let width = columns + 1;
    let rows = odds.len() / columns;
    let mut ways = vec![0.0; (rows + 1) * width];
    for row in 1..=rows {
        for column in 1..=columns {
            let corner = row * width + column;
            // Both ways to leave a paragraph alone, then the way that links the two.
            let unlinked = add(ways[corner - width], ways[corner - 1]);
            let odds = odds[(row - 1) * columns + column - 1];
            ways[corner] = add(unlinked, ways[corner - width - 1] + odds);
        }
    }
    ways
}

/// The logarithm of the sum of two numbers given by theirs.
fn add(one: f64, other: f64) -> f64 {
    let (most, least) = if one >= other {
        (one, other)
    } else {
        (other, one)
    };
    if least == f64::NEG_INFINITY {
        return most;
    }
    most + (least - most).exp().ln_1p()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// How likely the cells of one block are, whose odds are given row by row.
    fn likelihoods(columns: usize, odds: &[f64]) -> Vec<f64> {
        let block = Block {
            before: (0..odds.len() / columns).collect(),
            after: (0..columns).collect(),
            candidates: (0..odds.len()).map(|cell| (cell, cell)).collect(),
        };
        let odds: Vec<f64> = odds.iter().map(|odds| odds.ln()).collect();
        block.likelihoods(&odds)
    }

    #[test]
    fn a_pair_is_as_likely_as_the_share_of_the_ways_that_link_it() {
        // Two ways leave both alone: either may come first.
        assert_eq!(likelihoods(1, &[2.0]), [0.5]);
    }

    #[test]
    fn rivals_make_each_other_less_likely() {
        let [alone, rival] = [likelihoods(2, &[6.0, 0.0]), likelihoods(2, &[6.0, 6.0])];
        assert!(alone[0] > 0.5 && rival[0] < 0.5);
        assert!((rival[0] - rival[1]).abs() < 1e-12);
    }

    #[test]
    fn the_sides_may_be_exchanged() {
        let there = likelihoods(3, &[5.0, 1.0, 0.1, 0.2, 3.0, 4.0]);
        let back = likelihoods(2, &[5.0, 0.2, 1.0, 3.0, 0.1, 4.0]);
        for (row, column) in [(0, 0), (0, 1), (0, 2), (1, 0), (1, 1), (1, 2)] {
            let difference = there[row * 3 + column] - back[column * 2 + row];
            assert!(difference.abs() < 1e-12);
        }
    }
}
