//! Drops common runs that are no relief to the reader.
//!
//! A lone common word between two long changes says less than they do:
//! `[-the old-]{+a new+} plan [-of work-]{+for action+}` reads better as one
//! change. After the semantic clean-up of diff-match-patch (Fraser, 2006).

use super::blocks::Block;
use super::units::{SHORT_WEIGHT, Units};

/// Most weight of a run that may be dropped: one word, two short ones or a few marks.
const MAX_WEIGHT: u32 = 2 * SHORT_WEIGHT;

/// A run is dropped when the deletions around it weigh at least so many halves
/// of its weight, and the insertions too. On 490 sentence pairs with edits marked by
/// people, less drops runs that people keep, and more keeps ones they drop.
const OUTWEIGHED_HALVES: u32 = 5;

/// Leaves out the weak runs between two changes.
pub(super) fn drop_weak_blocks(blocks: &[Block], units: &Units) -> Vec<Block> {
    // The last block has the ends of both texts behind it, as if an empty run stood there.
    let end = Block {
        before: units.before.len(),
        after: units.after.len(),
        len: 0,
    };
    let mut kept: Vec<Block> = Vec::with_capacity(blocks.len());
    for (index, block) in blocks.iter().enumerate() {
        let next = blocks.get(index + 1).unwrap_or(&end);
        // Against the last block that was kept: where one was dropped, the change before this one
        // has grown by it.
        if !is_weak(kept.last(), block, next, units) {
            kept.push(*block);
        }
    }
    kept
}

fn is_weak(last: Option<&Block>, block: &Block, next: &Block, units: &Units) -> bool {
    let start = last.map_or((0, 0), Block::end);
    let end = block.end();
    let weight = units.before.weight(block.before..end.0);
    if weight > MAX_WEIGHT {
        return false;
    }
    let above = (
        units.before.weight(start.0..block.before),
        units.after.weight(start.1..block.after),
    );
    let below = (
        units.before.weight(end.0..next.before),
        units.after.weight(end.1..next.after),
    );
    // A run at the edge of a text, or beside a change on one side alone, parts no change in two.
    let stands_between = above.0 + above.1 > 0 && below.0 + below.1 > 0;
    // The lighter of what went and what came decides: with words put in alone on both sides of
    // *of*, nothing stands instead of anything, and the run is what a reader holds on to.
    stands_between && 2 * (above.0 + below.0).min(above.1 + below.1) >= OUTWEIGHED_HALVES * weight
}
