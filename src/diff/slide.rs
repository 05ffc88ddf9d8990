//! Moves what was inserted or deleted to the last place where it may stand.
//!
//! In *low chains so low chains* the words *low chains so* or *so low chains*
//! may be the new ones; people mark those that follow what was there.

use super::blocks::Block;
use super::units::Units;

/// Lets each insertion and each deletion between two runs stand as late as it
/// may, but not behind a bracket that belongs to what follows.
pub(super) fn slide_down(blocks: &mut [Block], units: &Units) {
    for at in 1..blocks.len() {
        let (mut last, mut next) = (blocks[at - 1], blocks[at]);
        let start = last.end();
        // Only a pure insertion or deletion has a second place where it may stand; a replacement
        // has none.
        let (side, mut from, mut to) = match (next.before - start.0, next.after - start.1) {
            (0, 1..) => (&units.after, start.1, next.after),
            (1.., 0) => (&units.before, start.0, next.before),
            _ => continue,
        };
        // At the end of both texts the last run may go up in the one before.
        let shortest = usize::from(next.end() != (units.before.len(), units.after.len()));
        // What changes begins with the unit that follows it: it may begin one later and end with
        // that unit instead.
        while next.len > shortest && side.numbers[from] == side.numbers[to] {
            (last.len, next) = (last.len + 1, next.shrunk());
            (from, to) = (from + 1, to + 1);
        }
        // *(annex 1)* that became *(table 2) (annex 1)*: the new words are *(table 2)*, not *table
        // 2) (*.
        while last.len > 1 && side.opens(from - 1) && side.numbers[from - 1] == side.numbers[to - 1]
        {
            (last.len, next) = (last.len - 1, next.grown());
            (from, to) = (from - 1, to - 1);
        }
        (blocks[at - 1], blocks[at]) = (last, next);
    }
}

impl Block {
    /// The same without its first unit.
    fn shrunk(self) -> Self {
        Self {
            before: self.before + 1,
            after: self.after + 1,
            len: self.len - 1,
        }
    }

    /// The same with the unit before it.
    fn grown(self) -> Self {
        Self {
            before: self.before - 1,
            after: self.after - 1,
            len: self.len + 1,
        }
    }
}
