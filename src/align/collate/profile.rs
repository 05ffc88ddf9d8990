//! Aligns sequences of words into the columns of one table.
//!
//! Progressive alignment, most similar sequence next, then each sequence is
//! taken out and put back once the others are in place (Barton and Sternberg,
//! *A strategy for the rapid multiple alignment of protein sequences*, 1987).

use hashbrown::HashMap;

use crate::model::Key;

use super::super::chain::{Point, heaviest_chain};
use super::super::text::dice;
use super::letters::Letters;

/// Positions of the words of each sequence; `None` is a gap.
pub(super) type Column = Vec<Option<usize>>;

/// Times that each sequence is put back.
const ROUNDS: usize = 2;

/// Words in a row that anchor a sequence where they occur once on both sides.
const ANCHOR_WORDS: usize = 3;

/// Most pairs of words that are weighed between two anchors; what lies
/// between is left unlinked beyond it.
const MAX_PAIRS: usize = 1 << 18;

/// What two words of no likeness add when they stand in one column: between
/// common words, one replaced the other.
const REPLACED: f32 = 0.05;

/// What a pair adds when the words before it are a pair too: of two ways to
/// pair as many words, the one with the longer runs.
const RUN: f32 = 0.05;

/// The columns in reading order, each word in exactly one.
#[derive(Debug)]
pub(super) struct Table {
    pub(super) columns: Vec<Column>,
    /// Whether somewhere too much lay between two anchors to be weighed.
    pub(super) is_coarse: bool,
}

/// Aligns the sequences.
pub(super) fn align(sequences: &[Vec<Key>], letters: &mut Letters) -> Table {
    let mut profile = Profile {
        sequences,
        columns: Vec::new(),
        coarse: vec![false; sequences.len()],
    };
    let order = nearest_first(sequences);
    for &sequence in &order {
        profile.add(sequence, letters);
    }
    // Of two, the second was put beside the first as well as can be.
    if sequences.iter().filter(|keys| !keys.is_empty()).count() > 2 {
        for _ in 0..ROUNDS {
            for &sequence in &order {
                profile.remove(sequence);
                profile.add(sequence, letters);
            }
        }
    }
    Table {
        columns: profile.columns,
        is_coarse: profile.coarse.contains(&true),
    }
}

/// The sequence most like all others, then always the one most like those before it.
fn nearest_first(sequences: &[Vec<Key>]) -> Vec<usize> {
    let count = sequences.len();
    let bags: Vec<Vec<Key>> = sequences
        .iter()
        .map(|keys| {
            let mut keys = keys.clone();
            keys.sort_unstable();
            keys
        })
        .collect();
    let mut likeness = vec![0.0; count];
    let mut alike = vec![vec![0.0; count]; count];
    for one in 0..count {
        for other in 0..count {
            alike[one][other] = dice(&bags[one], &bags[other]);
            likeness[one] += alike[one][other];
        }
    }
    let mut order: Vec<usize> = Vec::with_capacity(count);
    let mut left: Vec<usize> = (0..count).collect();
    while !left.is_empty() {
        let best = (0..left.len()).max_by(|&x, &y| {
            likeness[left[x]]
                .total_cmp(&likeness[left[y]])
                .then(y.cmp(&x))
        });
        let next = left.remove(best.expect("some sequence is left"));
        if order.is_empty() {
            likeness.fill(0.0);
        }
        order.push(next);
        for &other in &left {
            // A late draft joins by the draft it was made from, not by the mean of all.
            likeness[other] = likeness[other].max(alike[next][other]);
        }
    }
    order
}

struct Profile<'a> {
    sequences: &'a [Vec<Key>],
    columns: Vec<Column>,
    /// By sequence: whether it was put in place without weighing all.
    coarse: Vec<bool>,
}

impl Profile<'_> {
    fn remove(&mut self, sequence: usize) {
        for column in &mut self.columns {
            column[sequence] = None;
        }
        self.columns
            .retain(|column| column.iter().any(Option::is_some));
    }

    fn add(&mut self, sequence: usize, letters: &mut Letters) {
        let keys = &self.sequences[sequence];
        let readings: Vec<Vec<(Key, f32)>> = self
            .columns
            .iter()
            .map(|column| self.readings(column))
            .collect();
        let mut is_coarse = false;
        let pairs = pair_up(&readings, keys, letters, &mut is_coarse);
        self.coarse[sequence] = is_coarse;
        let mut merged = Vec::with_capacity(self.columns.len() + keys.len());
        let mut old = std::mem::take(&mut self.columns).into_iter();
        let (mut column, mut word) = (0, 0);
        for (x, y) in pairs.into_iter().chain([(readings.len(), keys.len())]) {
            merged.extend(old.by_ref().take(x - column));
            merged.extend((word..y).map(|at| self.alone(sequence, at)));
            if let Some(mut shared) = old.next() {
                shared[sequence] = Some(y);
                merged.push(shared);
            }
            (column, word) = (x + 1, y + 1);
        }
        self.columns = merged;
    }

    /// A column with one word.
    fn alone(&self, sequence: usize, at: usize) -> Column {
        let mut column = vec![None; self.sequences.len()];
        column[sequence] = Some(at);
        column
    }

    /// The distinct words of a column, each with its share of the sequences
    /// that have one.
    fn readings(&self, column: &Column) -> Vec<(Key, f32)> {
        let words = column
            .iter()
            .zip(self.sequences)
            .filter_map(|(at, keys)| Some(keys[(*at)?]));
        let mut words: Vec<Key> = words.collect();
        words.sort_unstable();
        // A column in which all but one say *shall* is a column of *shall*.
        let share = 1.0 / precise(words.len());
        let runs = words.chunk_by(|x, y| x == y);
        runs.map(|run| (run[0], precise(run.len()) * share))
            .collect()
    }
}

/// Which column each word goes into: pairs that ascend on both sides.
fn pair_up(
    columns: &[Vec<(Key, f32)>],
    keys: &[Key],
    letters: &mut Letters,
    is_coarse: &mut bool,
) -> Vec<(usize, usize)> {
    let mut pairs = Vec::new();
    let (mut column, mut word) = (0, 0);
    for (x, y) in anchors(columns, keys)
        .into_iter()
        .chain([(columns.len(), keys.len())])
    {
        let gap = (&columns[column..x], &keys[word..y]);
        // A chapter rewritten from end to end: each word gets a row of its own, and a notice says
        // so.
        if gap.0.len() * gap.1.len() > MAX_PAIRS {
            *is_coarse = true;
        } else {
            let found = pair_gap(gap.0, gap.1, letters).into_iter();
            pairs.extend(found.map(|(i, j)| (column + i, word + j)));
        }
        if x < columns.len() {
            pairs.push((x, y));
        }
        (column, word) = (x + 1, y + 1);
    }
    pairs
}

/// Pairs at which runs of words start that occur once on both sides.
fn anchors(columns: &[Vec<(Key, f32)>], keys: &[Key]) -> Vec<(usize, usize)> {
    let main: Vec<Key> = columns
        .iter()
        .map(|readings| main_reading(readings))
        .collect();
    let mut places: HashMap<&[Key], [Vec<usize>; 2]> = HashMap::new();
    for (at, run) in main.windows(ANCHOR_WORDS).enumerate() {
        places.entry(run).or_default()[0].push(at);
    }
    for (at, run) in keys.windows(ANCHOR_WORDS).enumerate() {
        places.entry(run).or_default()[1].push(at);
    }
    let points: Vec<Point> = main
        .windows(ANCHOR_WORDS)
        .filter_map(|run| match &places[run] {
            // *Of the Convention* stands everywhere; a run found once on each side pins both down.
            [x, y] if x.len() == 1 && y.len() == 1 => Some(Point {
                before: x[0],
                after: y[0],
                weight: 1.0,
            }),
            _ => None,
        })
        .collect();
    heaviest_chain(&points)
        .into_iter()
        .map(|kept| (points[kept].before, points[kept].after))
        .collect()
}

/// The word that most sequences have.
fn main_reading(readings: &[(Key, f32)]) -> Key {
    let most = readings
        .iter()
        .max_by(|x, y| x.1.total_cmp(&y.1).then(y.0.cmp(&x.0)));
    most.expect("a column has a word").0
}

/// The heaviest pairing between two anchors (Needleman and Wunsch, 1970).
fn pair_gap(
    columns: &[Vec<(Key, f32)>],
    keys: &[Key],
    letters: &mut Letters,
) -> Vec<(usize, usize)> {
    if columns.is_empty() || keys.is_empty() {
        return Vec::new();
    }
    let width = keys.len() + 1;
    let mut weights = Vec::with_capacity(columns.len() * keys.len());
    for readings in columns {
        weights.extend(keys.iter().map(|&key| weight(readings, key, letters)));
    }
    let mut best = vec![0.0_f32; (columns.len() + 1) * width];
    let mut paired = best.clone();
    for x in (0..columns.len()).rev() {
        for y in (0..keys.len()).rev() {
            let (here, next) = (x * width + y, (x + 1) * width + y + 1);
            paired[here] = weights[x * keys.len() + y] + best[next].max(paired[next] + RUN);
            best[here] = paired[here].max(best[here + width]).max(best[here + 1]);
        }
    }
    let (mut x, mut y, mut pairs) = (0, 0, Vec::new());
    let mut in_run = 0.0;
    while x < columns.len() && y < keys.len() {
        let here = x * width + y;
        if paired[here] + in_run >= best[here] {
            pairs.push((x, y));
            (x, y) = (x + 1, y + 1);
            in_run = RUN;
            continue;
        }
        in_run = 0.0;
        let (column_free, word_free) = (
            best[here + width] >= best[here],
            best[here + 1] >= best[here],
        );
        // Of two ways as good, the longer side waits: what it has more comes first.
        let column_waits = columns.len() - x >= keys.len() - y;
        if column_free && (column_waits || !word_free) {
            x += 1;
        } else {
            y += 1;
        }
    }
    pairs
}

/// What a word adds in a column; positive.
fn weight(readings: &[(Key, f32)], key: Key, letters: &mut Letters) -> f32 {
    let alike = readings.iter().map(|&(reading, share)| {
        let similarity = letters.similarity(reading, key);
        // *colour* and *color* stand in one column, *shall* and *will* only where one replaced the
        // other.
        if similarity < MIN_NEAR {
            0.0
        } else {
            share * similarity.powi(2)
        }
    });
    REPLACED + alike.sum::<f32>()
}

/// Least similarity of the letters of two words that may be one word in two
/// spellings; below it, the words that were replaced pair up in order.
const MIN_NEAR: f32 = 0.75;

#[expect(clippy::cast_precision_loss, reason = "columns have few words")]
fn precise(count: usize) -> f32 {
    count as f32
}
