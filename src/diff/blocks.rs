//! The runs of units that both sides share, longest first.
//!
//! Ratcliff and Obershelp's matching (*Pattern Matching: the Gestalt
//! Approach*, Dr. Dobb's Journal, July 1988): the heaviest common run, then the same on either
//! side of it. Against human edits of prose it marks what people mark more
//! often than the shortest edit script does.

use std::ops::Range;

use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::Precision;
use super::units::{Units, narrow};

/// A run of units that is the same on both sides.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Block {
    /// First unit before.
    pub(super) before: usize,
    /// First unit after.
    pub(super) after: usize,
    /// Number of units.
    pub(super) len: usize,
}

impl Block {
    /// One past the last unit before and after.
    pub(super) fn end(&self) -> (usize, usize) {
        (self.before + self.len, self.after + self.len)
    }
}

/// A stretch of both sides, in units.
#[derive(Debug, Clone)]
struct Region {
    before: Range<usize>,
    after: Range<usize>,
}

/// Most pairs of units for which the heaviest run is looked for in a region;
/// beyond it the units that are unique on both sides cut the region first.
const MAX_PAIRS: usize = 1 << 18;

/// The common runs in order; neighbours that abut on both sides are one.
pub(super) fn common_blocks(units: &Units) -> (Vec<Block>, Precision) {
    let (before, after) = (&units.before.numbers[..], &units.after.numbers[..]);
    // Most of a linked paragraph stands as it was: what both sides open and close with is taken off
    // first, so that the search, which grows with the product of both lengths, sees the middle
    // alone.
    let start = before.iter().zip(after).take_while(|(x, y)| x == y).count();
    // In *very very* against *very* the word may not be counted as a start and as an end at once.
    let rest = before.len().min(after.len()) - start;
    let tails = before.iter().rev().zip(after.iter().rev());
    let end = tails.take(rest).take_while(|(x, y)| x == y).count();
    let middle = Region {
        before: start..before.len() - end,
        after: start..after.len() - end,
    };
    let mut blocks = vec![Block {
        before: 0,
        after: 0,
        len: start,
    }];
    blocks.push(Block {
        before: middle.before.end,
        after: middle.after.end,
        len: end,
    });
    let mut precision = Precision::Full;
    if !middle.before.is_empty() && !middle.after.is_empty() {
        precision = search(middle, units, &mut blocks);
    }
    (join(blocks), precision)
}

fn search(middle: Region, units: &Units, blocks: &mut Vec<Block>) -> Precision {
    let mut precision = Precision::Full;
    let mut finder = Finder::new(units, &middle);
    // A list of open regions in place of recursion: regions may nest as deep as a text has words.
    let mut open = vec![middle];
    while let Some(region) = open.pop() {
        if region.before.is_empty() || region.after.is_empty() {
            continue;
        }
        if region.before.len() * region.after.len() > MAX_PAIRS {
            split_long(&region, units, blocks);
            precision = Precision::Coarser;
            continue;
        }
        let Some(block) = finder.heaviest(&region) else {
            continue;
        };
        blocks.push(block);
        open.push(Region {
            before: region.before.start..block.before,
            after: region.after.start..block.after,
        });
        open.push(Region {
            before: block.before + block.len..region.before.end,
            after: block.after + block.len..region.after.end,
        });
    }
    precision
}

/// Near-linear: patience diff, whose anchors are the units that occur once.
fn split_long(region: &Region, units: &Units, blocks: &mut Vec<Block>) {
    let before = &units.before.numbers[region.before.clone()];
    let after = &units.after.numbers[region.after.clone()];
    for op in capture_diff_slices(Algorithm::Patience, before, after) {
        if let DiffOp::Equal {
            old_index,
            new_index,
            len,
        } = op
        {
            blocks.push(Block {
                before: region.before.start + old_index,
                after: region.after.start + new_index,
                len,
            });
        }
    }
}

/// Sorts the blocks and joins those that abut on both sides.
fn join(mut blocks: Vec<Block>) -> Vec<Block> {
    blocks.retain(|block| block.len > 0);
    blocks.sort_unstable_by_key(|block| block.before);
    let mut joined: Vec<Block> = Vec::with_capacity(blocks.len());
    for block in blocks {
        match joined.last_mut() {
            Some(last)
                if last.before + last.len == block.before
                    && last.after + last.len == block.after =>
            {
                last.len += block.len;
            }
            _ => joined.push(block),
        }
    }
    joined
}

/// Finds the heaviest common run of a region.
struct Finder<'a> {
    units: &'a Units,
    /// For each unit before, from the start of the middle: its places in `places`.
    occurrences: Vec<Range<u32>>,
    /// Positions after, grouped by unit, ascending in each group.
    places: Vec<u32>,
    before_start: usize,
    /// By position after: weight and length of the run that ends there.
    runs: Vec<Run>,
}

#[derive(Debug, Clone, Copy, Default)]
struct Run {
    /// One past the unit before where the run ends: tells this row's runs from older ones.
    stamp: usize,
    weight: u32,
    len: u32,
}

impl<'a> Finder<'a> {
    fn new(units: &'a Units, middle: &Region) -> Self {
        // Sorted once for the middle, so that each region finds its own places of a unit by
        // bisection.
        let mut places: Vec<(u32, u32)> = (middle.after.clone())
            .map(|at| (units.after.numbers[at], narrow(at)))
            .collect();
        places.sort_unstable();
        let occurrences = units.before.numbers[middle.before.clone()]
            .iter()
            .map(|&number| {
                let start = places.partition_point(|place| place.0 < number);
                let end = places.partition_point(|place| place.0 <= number);
                narrow(start)..narrow(end)
            });
        Self {
            units,
            occurrences: occurrences.collect(),
            before_start: middle.before.start,
            places: places.iter().map(|place| place.1).collect(),
            runs: vec![Run::default(); units.after.len() + 1],
        }
    }

    /// The heaviest run; of two equally heavy ones the earlier. `None` when
    /// the region has nothing in common.
    fn heaviest(&mut self, region: &Region) -> Option<Block> {
        let mut best = (
            0,
            Block {
                before: 0,
                after: 0,
                len: 0,
            },
        );
        for before in region.before.clone() {
            let range = self.occurrences[before - self.before_start].clone();
            let places = &self.places[range.start as usize..range.end as usize];
            // The places are those of the whole middle: only those inside the region count.
            let first = places.partition_point(|&at| (at as usize) < region.after.start);
            let last = places.partition_point(|&at| (at as usize) < region.after.end);
            // From the right, so that the run one place to the left is still the row above's.
            for &at in places[first..last].iter().rev() {
                let after = at as usize;
                let above = self.runs[after];
                // A run may not begin outside the region, and a row that an earlier region left
                // here is no part of it.
                let run = if above.stamp == before
                    && before > region.before.start
                    && after > region.after.start
                {
                    above
                } else {
                    Run::default()
                };
                let run = Run {
                    stamp: before + 1,
                    weight: run.weight + self.units.before.weight(before..before + 1),
                    len: run.len + 1,
                };
                self.runs[after + 1] = run;
                let block = Block {
                    before: before + 1 - run.len as usize,
                    after: after + 1 - run.len as usize,
                    len: run.len as usize,
                };
                if run.weight > best.0
                    // Rows run downwards but places from the right, so of equal runs the first
                    // found is not always the earliest.
                    || (run.weight == best.0
                        && (block.before, block.after) < (best.1.before, best.1.after))
                {
                    best = (run.weight, block);
                }
            }
        }
        (best.0 > 0).then_some(best.1)
    }
}
