//! Compares one paragraph with a sample of others at once.

use std::rc::Rc;

use super::bag::{Bag, BagSimilarity};

/// Most bags of a sample: as many as a set of them has bits.
pub(super) const MOST_BAGS: usize = 32;

/// Up to [`MOST_BAGS`] bags, and which of them have a word or a letter group.
#[derive(Debug)]
pub(super) struct Sample {
    bags: Vec<Rc<Bag>>,
    /// Where each word starts in `weights`, then the number of weights.
    starts: Vec<u32>,
    /// Bags that have a word, with the weight that it has there.
    weights: Vec<(u32, u32)>,
    /// By letter group: a bit for each bag that has it.
    letters: Vec<u32>,
}

impl Sample {
    /// The bags of a sample, at most [`MOST_BAGS`].
    pub(super) fn new(bags: Vec<Rc<Bag>>) -> Self {
        let mut words: Vec<(u32, u32, u32)> = Vec::new();
        let mut letters = Vec::new();
        for (at, bag) in (0..).zip(&bags) {
            words.extend(bag.words().iter().map(|&(word, weight)| (word, at, weight)));
            let most = bag.letters().last().map_or(0, |&last| last as usize + 1);
            letters.resize(letters.len().max(most), 0);
            for &group in bag.letters() {
                letters[group as usize] |= 1 << at;
            }
        }
        words.sort_unstable();
        let most = words.last().map_or(0, |last| last.0 + 1);
        let mut starts = vec![0; most as usize + 1];
        for &(word, ..) in &words {
            starts[word as usize + 1] += 1;
        }
        let mut sum = 0;
        for start in &mut starts {
            sum += *start;
            *start = sum;
        }
        Self {
            bags,
            starts,
            weights: words.iter().map(|&(_, at, weight)| (at, weight)).collect(),
            letters,
        }
    }

    /// Number of bags.
    pub(super) fn len(&self) -> usize {
        self.bags.len()
    }

    /// How alike a bag is to each of the sample, added up.
    pub(super) fn alike(&self, bag: &Bag) -> BagSimilarity {
        let dots = self.dots(bag);
        let common = self.common_letters(bag);
        let each = self.bags.iter().zip(dots).zip(0..);
        each.map(|((other, dot), at)| bag.alike_by(other, dot, common.of(at)))
            .fold(BagSimilarity::default(), BagSimilarity::plus)
    }

    /// By bag of the sample: the dot product of its words and those of `bag`.
    fn dots(&self, bag: &Bag) -> [u64; MOST_BAGS] {
        let mut dots = [0; MOST_BAGS];
        for &(word, weight) in bag.words() {
            // Words ascend: all behind this one are beyond those of the sample too.
            let Some(&[start, end]) = self.starts.get(word as usize..word as usize + 2) else {
                break;
            };
            for &(at, its) in &self.weights[start as usize..end as usize] {
                dots[at as usize] += u64::from(weight) * u64::from(its);
            }
        }
        dots
    }

    /// By bag of the sample: how many letter groups it has in common with `bag`.
    fn common_letters(&self, bag: &Bag) -> Counts {
        let mut counts = Counts::default();
        for &group in bag.letters() {
            counts.add(self.letters.get(group as usize).copied().unwrap_or(0));
        }
        counts
    }
}

/// A count for each bit of a set: the sets are added up bit by bit, all counts at once.
#[derive(Debug, Default)]
struct Counts {
    /// The lowest binary digit of all counts, then the next one.
    digits: Vec<u32>,
}

impl Counts {
    /// Counts each bit of `set` once more.
    fn add(&mut self, set: u32) {
        let mut carry = set;
        for digit in &mut self.digits {
            // As in adding by hand, for all counts at once: the sum bit, and what is carried.
            (*digit, carry) = (*digit ^ carry, *digit & carry);
        }
        if carry != 0 {
            self.digits.push(carry);
        }
    }

    /// The count of a bit.
    fn of(&self, bit: u32) -> u32 {
        let digits = self.digits.iter().rev();
        digits.fold(0, |count, digit| count << 1 | digit >> bit & 1)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn bags(most: usize) -> impl Strategy<Value = Vec<Bag>> {
        let words = prop::collection::btree_map(0..40_u32, 1..5000_u32, 0..12);
        let letters = prop::collection::btree_set(0..60_u32, 0..40);
        let bag = (words, letters).prop_map(|(words, letters)| {
            Bag::new(words.into_iter().collect(), letters.into_iter().collect())
        });
        prop::collection::vec(bag, 1..=most)
    }

    proptest! {
        #[test]
        fn a_sample_is_as_alike_as_each_of_its_bags(others in bags(MOST_BAGS), bag in bags(1)) {
            let each = others.iter().map(|other| bag[0].alike(other));
            let sum = each.fold(BagSimilarity::default(), BagSimilarity::plus);
            let others = others.into_iter().map(Rc::new).collect();
            prop_assert_eq!(Sample::new(others).alike(&bag[0]), sum);
        }
    }
}
