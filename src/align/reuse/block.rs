//! From seeds to stretches of words: seeds grow to runs of the same words, and runs that
//! follow one another closely in both texts are one stretch.

use std::collections::BTreeMap;

use hashbrown::HashMap;

use super::fingerprint::{SHINGLE, Words};
use super::index::Seed;
use super::narrow;

/// The most words between two runs of one stretch, on either side.
const MAX_GAP: u32 = 8;

/// The most words that are taken in at either end of a stretch, on either side, to make its
/// sentence whole.
const MAX_REST: u32 = 4;

/// Least number of words of a run beside a stretch that goes on with it: shorter ones than
/// a shingle are looked for there alone.
const MIN_RUN: usize = 3;

/// Least share (0 to 1) of the words of both sides of a stretch that are in its runs.
const MIN_SHARE: f64 = 0.7;

/// A part of a sentence of no more words, at the end of a stretch of others, is left out.
const MAX_SCRAP: u32 = 6;

/// How many of the last stretches a run may go on.
const OPEN: usize = 8;

/// A run of words that two texts have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Block {
    before: u32,
    after: u32,
    len: u32,
}

/// A stretch of two texts, in words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Stretch {
    /// First word, and one past the last.
    pub(super) before: (u32, u32),
    pub(super) after: (u32, u32),
    /// Words of its runs.
    pub(super) same: u32,
    /// Words of its first and of its last run.
    ends: (u32, u32),
}

/// The stretches that seeds of two texts, in the order of the first, lead to. No two
/// overlap in either text.
pub(super) fn stretches(before: &Words, after: &Words, seeds: &[Seed]) -> Vec<Stretch> {
    let mut found: Vec<Stretch> = Vec::new();
    for block in blocks(before, after, seeds) {
        let open = found.len().saturating_sub(OPEN);
        let joined = found[open..]
            .iter_mut()
            .rev()
            .find_map(|stretch| Some((stretch.with(block)?, stretch)));
        match joined {
            Some((longer, stretch)) => *stretch = longer,
            None => found.push(Stretch {
                before: (block.before, block.before + block.len),
                after: (block.after, block.after + block.len),
                same: block.len,
                ends: (block.len, block.len),
            }),
        }
    }
    for stretch in &mut found {
        while let Some(longer) = stretch.back(before, after) {
            *stretch = longer;
        }
        while let Some(longer) = stretch.ahead(before, after) {
            *stretch = longer;
        }
        stretch.complete(before, after);
        stretch.trim(after);
    }
    without_overlaps(found)
}

/// The longest runs of the same words around each seed, in the order of the first text.
fn blocks(before: &Words, after: &Words, seeds: &[Seed]) -> Vec<Block> {
    let (old, new) = (&before.hashes, &after.hashes);
    // By diagonal: where the last run on it ends.
    let mut ends: HashMap<i64, u32> = HashMap::new();
    let mut blocks = Vec::new();
    for seed in seeds {
        let diagonal = i64::from(seed.after) - i64::from(seed.before);
        // Each shingle of one run is a seed of it; the run is grown once.
        if ends.get(&diagonal).is_some_and(|end| seed.before < *end) {
            continue;
        }
        let (x, y) = (seed.before as usize, seed.after as usize);
        let same = |(one, other): &(&u32, &u32)| one == other;
        let back = old[..x].iter().rev().zip(new[..y].iter().rev());
        let back = back.take_while(same).count();
        let ahead = old[x..].iter().zip(&new[y..]).take_while(same).count();
        let block = Block {
            before: narrow(x - back),
            after: narrow(y - back),
            len: narrow(back + ahead),
        };
        ends.insert(diagonal, block.before + block.len);
        // Two shingles may have one hash.
        if ahead >= SHINGLE {
            blocks.push(block);
        }
    }
    blocks.sort_unstable();
    blocks
}

impl Stretch {
    /// It and a run behind it; `None` where that is too far, or starts before its end.
    fn with(&self, block: Block) -> Option<Self> {
        // A run that starts inside is cut to what is behind.
        let inside = self.before.1.saturating_sub(block.before);
        let inside = inside.max(self.after.1.saturating_sub(block.after));
        let len = block.len.checked_sub(inside).filter(|len| *len > 0)?;
        let (x, y) = (block.before + inside, block.after + inside);
        // *We call on all States [and parties] to accede*: a few words put in do not break a
        // passage.
        let is_near = x - self.before.1 <= MAX_GAP && y - self.after.1 <= MAX_GAP;
        let longer = Self {
            before: (self.before.0, x + len),
            after: (self.after.0, y + len),
            same: self.same + len,
            ends: (self.ends.0, len),
        };
        (is_near && longer.share() >= MIN_SHARE).then_some(longer)
    }

    /// It and the nearest run behind it, however short; `None` where there is none.
    fn ahead(&self, before: &Words, after: &Words) -> Option<Self> {
        let old = &before.hashes[self.before.1 as usize..];
        let new = &after.hashes[self.after.1 as usize..];
        let gap = |(x, y): (usize, usize)| {
            let (old, new) = (old.get(x..)?, new.get(y..)?);
            let same = old.iter().zip(new).take_while(|(one, other)| one == other);
            Some((x, y, same.count())).filter(|(.., len)| *len >= MIN_RUN)
        };
        let (x, y, len) = gaps().find_map(gap)?;
        self.with(Block {
            before: self.before.1 + narrow(x),
            after: self.after.1 + narrow(y),
            len: narrow(len),
        })
    }

    /// It and the nearest run before it, however short; `None` where there is none.
    fn back(&self, before: &Words, after: &Words) -> Option<Self> {
        let old = &before.hashes[..self.before.0 as usize];
        let new = &after.hashes[..self.after.0 as usize];
        let gap = |(x, y): (usize, usize)| {
            let old = old.get(..old.len().checked_sub(x)?)?.iter().rev();
            let new = new.get(..new.len().checked_sub(y)?)?.iter().rev();
            let same = old.zip(new).take_while(|(one, other)| one == other);
            Some((x, y, same.count())).filter(|(.., len)| *len >= MIN_RUN)
        };
        let (x, y, len) = gaps().find_map(gap)?;
        let (x, y, len) = (narrow(x), narrow(y), narrow(len));
        let longer = Self {
            before: (self.before.0 - x - len, self.before.1),
            after: (self.after.0 - y - len, self.after.1),
            same: self.same + len,
            ends: (len, self.ends.1),
        };
        (longer.share() >= MIN_SHARE).then_some(longer)
    }

    /// Share (0 to 1) of the words of both sides that are in its runs.
    pub(super) fn share(&self) -> f64 {
        let all = self.before.1 - self.before.0 + self.after.1 - self.after.0;
        2.0 * f64::from(self.same) / f64::from(all.max(1))
    }

    /// Takes in the rest of a sentence at either end where that is short on both sides.
    fn complete(&mut self, before: &Words, after: &Words) {
        let sentence = |words: &Words, at: u32| words.sentences[at as usize];
        let (x, y) = (
            sentence(before, self.before.0).0,
            sentence(after, self.after.0).0,
        );
        // *In this regard, …* before a sentence that both have: the sentence is shown whole.
        if self.before.0 - x <= MAX_REST && self.after.0 - y <= MAX_REST {
            self.take_if_alike(Self {
                before: (x, self.before.1),
                after: (y, self.after.1),
                ends: (0, self.ends.1),
                ..*self
            });
        }
        let (x, y) = (
            sentence(before, self.before.1 - 1).1,
            sentence(after, self.after.1 - 1).1,
        );
        if x - self.before.1 <= MAX_REST && y - self.after.1 <= MAX_REST {
            self.take_if_alike(Self {
                before: (self.before.0, x),
                after: (self.after.0, y),
                ends: (self.ends.0, 0),
                ..*self
            });
        }
    }

    /// Leaves out the first words of a sentence that starts right before its end, and the
    /// last ones of a sentence that ends right behind its start: they are the same by chance.
    fn trim(&mut self, after: &Words) {
        let (start, end) = after.sentences[self.after.1 as usize - 1];
        let scrap = self.after.1 - start.max(self.after.0);
        // *… in the region. The United Nations* goes on in each text in its own way.
        if start > self.after.0 && self.after.1 < end && scrap <= MAX_SCRAP && scrap < self.ends.1 {
            self.after.1 -= scrap;
            self.before.1 -= scrap;
            self.same -= scrap;
        }
        let (start, end) = after.sentences[self.after.0 as usize];
        let scrap = end.min(self.after.1) - self.after.0;
        if end < self.after.1 && self.after.0 > start && scrap <= MAX_SCRAP && scrap < self.ends.0 {
            self.after.0 += scrap;
            self.before.0 += scrap;
            self.same -= scrap;
        }
    }

    fn take_if_alike(&mut self, longer: Self) {
        if longer.share() >= MIN_SHARE {
            *self = longer;
        }
    }
}

/// The words that two runs may be apart, on both sides, the nearest first.
fn gaps() -> impl Iterator<Item = (usize, usize)> {
    let most = MAX_GAP as usize;
    let sums = 1..=2 * most;
    sums.flat_map(move |sum| {
        let old = sum.saturating_sub(most)..=sum.min(most);
        old.map(move |old| (old, sum - old))
    })
}

/// Of stretches that overlap, the one with most words in common, of equals the first;
/// in the order of the first text.
fn without_overlaps(mut stretches: Vec<Stretch>) -> Vec<Stretch> {
    stretches.sort_by_key(|stretch| std::cmp::Reverse(stretch.same));
    let mut taken = [Taken::default(), Taken::default()];
    stretches.retain(|stretch| {
        let sides = [stretch.before, stretch.after];
        let mut both = taken.iter().zip(sides);
        let is_free = both.all(|(taken, words)| taken.is_free(words));
        if is_free {
            for (taken, (start, end)) in taken.iter_mut().zip(sides) {
                taken.ends.insert(start, end);
            }
        }
        is_free
    });
    stretches.sort_unstable_by_key(|stretch| stretch.before);
    stretches
}

/// The words of one text that stand in a stretch already.
#[derive(Debug, Default)]
struct Taken {
    /// By where a stretch starts: where it ends. No two overlap.
    ends: BTreeMap<u32, u32>,
}

impl Taken {
    fn is_free(&self, (start, end): (u32, u32)) -> bool {
        let last = self.ends.range(..end).next_back();
        last.is_none_or(|(_, its_end)| *its_end <= start)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_free_where_no_stretch_that_was_taken_has_any_of_them() {
        let mut taken = Taken::default();
        taken.ends.insert(10, 20);
        for (words, is_free) in [
            ((0, 10), true),
            ((20, 30), true),
            ((5, 11), false),
            ((12, 15), false),
            ((19, 40), false),
        ] {
            assert_eq!(taken.is_free(words), is_free, "{words:?}");
        }
    }
}
