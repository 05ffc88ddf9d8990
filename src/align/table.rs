//! Compares one bag with others, one by one: its words and letter groups are
//! looked up in a table, so that only those of the others are gone through.

use super::bag::{Bag, BagSimilarity};

/// What a bag has, by number; empty between two comparisons.
#[derive(Debug, Default)]
pub(super) struct Table {
    /// By key: the weight of the word; 0 where the bag does not have it.
    weights: Vec<u32>,
    /// By letter group: whether the bag has it.
    letters: Vec<bool>,
}

impl Table {
    /// How alike `bag` is to each of the `others`.
    pub(super) fn compare<'a>(
        &mut self,
        bag: &Bag,
        others: impl Iterator<Item = &'a Bag>,
    ) -> Vec<BagSimilarity> {
        self.fill(bag);
        let alike = others.map(|other| bag.alike_by(other, self.dot(other), self.common(other)));
        let alike = alike.collect();
        self.clear(bag);
        alike
    }

    fn fill(&mut self, bag: &Bag) {
        let words = bag.words().last().map_or(0, |last| last.0 as usize + 1);
        let letters = bag.letters().last().map_or(0, |&last| last as usize + 1);
        self.weights.resize(self.weights.len().max(words), 0);
        self.letters.resize(self.letters.len().max(letters), false);
        for &(word, weight) in bag.words() {
            self.weights[word as usize] = weight;
        }
        for &group in bag.letters() {
            self.letters[group as usize] = true;
        }
    }

    fn clear(&mut self, bag: &Bag) {
        // Only what was set: the table is as long as the vocabulary, a bag is short.
        for &(word, _) in bag.words() {
            self.weights[word as usize] = 0;
        }
        for &group in bag.letters() {
            self.letters[group as usize] = false;
        }
    }

    /// The dot product of the words.
    fn dot(&self, other: &Bag) -> u64 {
        let own = |word: u32| self.weights.get(word as usize).copied().unwrap_or(0);
        let words = other.words().iter();
        words
            .map(|&(word, its)| u64::from(own(word)) * u64::from(its))
            .sum()
    }

    /// The number of letter groups in common.
    fn common(&self, other: &Bag) -> u32 {
        let has = |group: u32| self.letters.get(group as usize).copied().unwrap_or(false);
        let letters = other.letters().iter();
        letters.map(|&group| u32::from(has(group))).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bags_are_as_alike_as_compared_two_by_two() {
        let bag = |words: &[(u32, u32)], letters: &[u32]| Bag::new(words.into(), letters.into());
        let bags = [
            bag(&[(1, 5), (4, 2)], &[0, 3, 7]),
            bag(&[(1, 3), (9, 8)], &[3, 7, 90]),
            bag(&[(4, 1)], &[0]),
            bag(&[], &[]),
        ];
        let mut table = Table::default();
        for bag in &bags {
            let each: Vec<BagSimilarity> = bags.iter().map(|other| bag.alike(other)).collect();
            assert_eq!(table.compare(bag, bags.iter()), each);
        }
    }
}
