//! Moves what was inserted or deleted to the last place where it may stand.
//!
//! In *low chains so low chains* the words *low chains so* or *so low chains*
//! may be the new ones; people mark those that follow what was there.

use super::blocks::Block;
use super::units::Units;

/// Lets each insertion and each deletion between two runs stand as late as it may.
pub(super) fn slide_down(blocks: &mut [Block], units: &Units) {
    for at in 1..blocks.len() {
        let (start, next) = (blocks[at - 1].end(), blocks[at]);
        let (numbers, from, to) = match (next.before - start.0, next.after - start.1) {
            (0, 1..) => (&units.after.numbers, start.1, next.after),
            (1.., 0) => (&units.before.numbers, start.0, next.before),
            _ => continue,
        };
        let steps = (0..next.len.saturating_sub(1))
            .take_while(|step| numbers[from + step] == numbers[to + step])
            .count();
        blocks[at - 1].len += steps;
        blocks[at] = Block {
            before: next.before + steps,
            after: next.after + steps,
            len: next.len - steps,
        };
    }
}
