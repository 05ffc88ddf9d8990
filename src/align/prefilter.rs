//! Picks the candidate pairs of paragraphs, which are compared in full (blocking).

use std::rc::Rc;

use super::bag::Bag;

/// Up to so many pairs all are looked at.
const ALL_PAIRS: usize = 1 << 14;

/// Most pairs of paragraphs that are counted up over all words of longer
/// texts; the words that make the fewest pairs come first.
const MAX_WORK: usize = 1 << 17;

/// The most alike that each paragraph of longer texts is compared with.
const MAX_CANDIDATES: usize = 6;

/// A word in a paragraph: key, position of the paragraph, share of its length as a vector.
type Posting = (u32, usize, u32);

/// The postings of one word before and after.
type Shared<'a> = (&'a [Posting], &'a [Posting]);

/// Pairs of positions in `before` and `after`, ascending, each once.
pub(super) fn candidate_pairs(before: &[Rc<Bag>], after: &[Rc<Bag>]) -> Vec<(usize, usize)> {
    if before.len() * after.len() <= ALL_PAIRS {
        let row = |x| (0..after.len()).map(move |y| (x, y));
        return (0..before.len()).flat_map(row).collect();
    }
    let (rows, columns) = (postings(before), postings(after));
    let shared = rare_words(&rows, &columns);
    let mut pairs = most_alike(&shared, before.len(), after.len());
    pairs.sort_unstable();
    pairs.dedup();
    pairs
}

/// All words of all paragraphs, ascending by key, then by paragraph; counted
/// into their places, for there are many.
fn postings(bags: &[Rc<Bag>]) -> Vec<Posting> {
    let keys = bags
        .iter()
        .flat_map(|bag| bag.words().iter().map(|word| word.0));
    let mut next = vec![0; keys.clone().max().map_or(0, |most| most as usize + 1)];
    let mut count = 0;
    for key in keys {
        next[key as usize] += 1;
        count += 1;
    }
    let mut start = 0;
    for next in &mut next {
        start += std::mem::replace(next, start);
    }
    let mut postings = vec![(0, 0, 0); count];
    for (at, bag) in bags.iter().enumerate() {
        for (key, weight) in bag.word_directions() {
            let next = &mut next[key as usize];
            postings[*next] = (key, at, weight);
            *next += 1;
        }
    }
    postings
}

/// The words that both sides have, fewest pairs first, as far as the work allows.
fn rare_words<'a>(before: &'a [Posting], mut after: &'a [Posting]) -> Vec<Shared<'a>> {
    let mut shared: Vec<Shared> = Vec::new();
    for rows in before.chunk_by(|x, y| x.0 == y.0) {
        after = &after[after.partition_point(|posting| posting.0 < rows[0].0)..];
        let columns = &after[..after.partition_point(|posting| posting.0 == rows[0].0)];
        if !columns.is_empty() {
            shared.push((rows, columns));
        }
    }
    let pairs = |(rows, columns): &Shared| rows.len() * columns.len();
    // *Amphibious* makes two pairs, *the* makes all: rare words find the partner.
    shared.sort_by_key(pairs);
    let mut work = 0;
    // Words that make as many pairs are taken together or not at all.
    let affordable = shared
        .chunk_by(|x, y| pairs(x) == pairs(y))
        .take_while(|alike| {
            work += alike.iter().map(pairs).sum::<usize>();
            work <= MAX_WORK
        });
    let affordable = affordable.map(<[Shared]>::len).sum();
    shared.truncate(affordable);
    shared
}

/// For each row the columns, and for each column the rows, that the words
/// count highest, as (row, column).
fn most_alike(shared: &[Shared], rows: usize, columns: usize) -> Vec<(usize, usize)> {
    let mut words: Vec<Vec<(&[Posting], u32)>> = vec![Vec::new(); rows];
    for &(postings, partners) in shared {
        for &(_, row, weight) in postings {
            words[row].push((partners, weight));
        }
    }
    let mut sums = vec![0_u64; columns];
    let mut best_rows = vec![Best::default(); columns];
    let mut pairs = Vec::new();
    for (row, words) in words.iter().enumerate() {
        let mut touched = Vec::new();
        for &(partners, weight) in words {
            for &(_, column, its) in partners {
                if sums[column] == 0 {
                    touched.push(column);
                }
                sums[column] += u64::from(weight) * u64::from(its);
            }
        }
        let mut best_columns = Best::default();
        touched.sort_unstable();
        for column in touched {
            best_columns.add(sums[column], column);
            best_rows[column].add(sums[column], row);
            sums[column] = 0;
        }
        // Seen from both sides: the best of a short paragraph may not be among the best of a long
        // one.
        pairs.extend(best_columns.places().map(|column| (row, column)));
    }
    let by_column = best_rows.iter().enumerate();
    pairs.extend(by_column.flat_map(|(column, best)| best.places().map(move |row| (row, column))));
    pairs
}

/// The highest sums, at most [`MAX_CANDIDATES`], highest first; of equal ones the first added.
#[derive(Debug, Clone, Copy, Default)]
struct Best {
    found: [(u64, usize); MAX_CANDIDATES],
    len: usize,
}

impl Best {
    fn add(&mut self, sum: u64, place: usize) {
        let kept = &self.found[..self.len];
        if self.len == MAX_CANDIDATES && kept[MAX_CANDIDATES - 1].0 >= sum {
            return;
        }
        let at = kept.partition_point(|other| other.0 >= sum);
        self.len = (self.len + 1).min(MAX_CANDIDATES);
        self.found[at..self.len].rotate_right(1);
        self.found[at] = (sum, place);
    }

    fn places(&self) -> impl Iterator<Item = usize> {
        self.found[..self.len].iter().map(|found| found.1)
    }
}
