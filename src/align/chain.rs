//! The heaviest chain that keeps the order on both sides.

/// A possible or actual link.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Point {
    /// Paragraph before.
    pub(super) before: usize,
    /// Paragraph after.
    pub(super) after: usize,
    /// What the link adds to a chain; positive.
    pub(super) weight: f64,
}

/// Indices in `points` of the heaviest chain that ascends strictly on both
/// sides, ascending. Of two equally heavy chains the one found first.
///
/// `points` ascend by `before`. A Fenwick tree of prefix maxima makes it
/// n log n (Gusfield, *Algorithms on Strings*, 1997, section 12.5, with weights).
pub(super) fn heaviest_chain(points: &[Point]) -> Vec<usize> {
    let bound = points
        .iter()
        .map(|point| point.after + 1)
        .max()
        .unwrap_or(0);
    let mut tree = Maxima::new(bound);
    let mut ends: Vec<End> = Vec::with_capacity(points.len());
    let taken_once = taken_once(points, bound);
    // Of points side by side the last alone is raised: no other point lies between.
    let mut run: Option<usize> = None;
    for row in points.chunk_by(|x, y| x.before == y.before) {
        let first = ends.len();
        // In a text that hardly changed nearly all points are such: one step each, no search.
        let is_alone = row.len() == 1 && taken_once[row[0].after];
        if let Some(last) = run.take() {
            if is_alone && points[last].after + 1 == row[0].after {
                ends.push(End {
                    weight: ends[last].weight + row[0].weight,
                    previous: Some(last),
                });
                run = Some(first);
                continue;
            }
            tree.raise(points[last].after, ends[last].weight, last);
        }
        for point in row {
            let below = tree.below(point.after);
            ends.push(End {
                weight: below.weight + point.weight,
                previous: below.index,
            });
        }
        if is_alone {
            run = Some(first);
            continue;
        }
        for (index, point) in (first..).zip(row) {
            tree.raise(point.after, ends[index].weight, index);
        }
    }
    if let Some(last) = run {
        tree.raise(points[last].after, ends[last].weight, last);
    }
    let mut chain = Vec::new();
    let mut last = tree.below(bound).index;
    while let Some(index) = last {
        chain.push(index);
        last = ends[index].previous;
    }
    chain.reverse();
    chain
}

/// Which places after, up to `bound`, one point alone has.
fn taken_once(points: &[Point], bound: usize) -> Vec<bool> {
    let mut counts = vec![0_u8; bound];
    for point in points {
        counts[point.after] = counts[point.after].saturating_add(1);
    }
    counts.into_iter().map(|count| count == 1).collect()
}

struct End {
    weight: f64,
    previous: Option<usize>,
}

#[derive(Debug, Clone, Copy)]
struct Best {
    weight: f64,
    index: Option<usize>,
}

/// Maxima of prefixes, raised one place at a time.
struct Maxima {
    tree: Vec<Best>,
}

impl Maxima {
    fn new(bound: usize) -> Self {
        let nothing = Best {
            weight: 0.0,
            index: None,
        };
        Self {
            tree: vec![nothing; bound + 1],
        }
    }

    /// The maximum of the places below `place`.
    fn below(&self, place: usize) -> Best {
        let (mut best, mut at) = (self.tree[0], place);
        while at > 0 {
            if self.tree[at].weight > best.weight {
                best = self.tree[at];
            }
            // Without its lowest bit, a place is the end of the range before.
            at &= at - 1;
        }
        best
    }

    fn raise(&mut self, place: usize, weight: f64, index: usize) {
        let mut at = place + 1;
        while at < self.tree.len() {
            if weight > self.tree[at].weight {
                self.tree[at] = Best {
                    weight,
                    index: Some(index),
                };
            }
            // With its lowest bit added, it is the next larger range that holds it.
            at += at & at.wrapping_neg();
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn chain(points: &[(usize, usize, f64)]) -> Vec<usize> {
        let points = points.iter().map(|&(before, after, weight)| Point {
            before,
            after,
            weight,
        });
        heaviest_chain(&points.collect::<Vec<_>>())
    }

    #[test]
    fn a_paragraph_that_moved_down_is_off_the_chain() {
        assert_eq!(
            chain(&[(0, 3, 1.0), (1, 0, 1.0), (2, 1, 1.0), (3, 2, 1.0)]),
            [1, 2, 3]
        );
    }

    #[test]
    fn a_heavy_link_beats_two_light_ones() {
        assert_eq!(chain(&[(0, 2, 5.0), (1, 0, 1.0), (2, 1, 1.0)]), [0]);
    }

    #[test]
    fn a_paragraph_stands_in_a_chain_once() {
        assert_eq!(chain(&[(0, 0, 1.0), (0, 1, 1.0), (1, 1, 1.0)]), [0, 2]);
        assert_eq!(chain(&[]), [0; 0]);
    }

    /// The weight of the heaviest chain, tried point by point.
    fn heaviest(points: &[(usize, usize, f64)]) -> f64 {
        let mut ends: Vec<f64> = Vec::new();
        for (at, point) in points.iter().enumerate() {
            let earlier = (0..at).filter(|&x| points[x].0 < point.0 && points[x].1 < point.1);
            ends.push(point.2 + earlier.map(|x| ends[x]).fold(0.0, f64::max));
        }
        ends.into_iter().fold(0.0, f64::max)
    }

    proptest! {
        #[test]
        fn no_chain_is_heavier(
            mut points in prop::collection::vec((0_usize..12, 0_usize..12, 1_u8..5), 0..30),
            moved in 0_usize..12,
        ) {
            points.extend((0..12).map(|at| (12 + at, (at + moved) % 12 + 12, 2)));
            points.sort_unstable();
            points.dedup_by_key(|point| (point.0, point.1));
            let points: Vec<_> =
                points.into_iter().map(|(x, y, weight)| (x, y, f64::from(weight))).collect();
            let found: Vec<_> = chain(&points).into_iter().map(|at| points[at]).collect();
            let ascends = found.windows(2).all(|pair| pair[0].0 < pair[1].0 && pair[0].1 < pair[1].1);
            let weight: f64 = found.iter().map(|point| point.2).sum();
            prop_assert!(ascends && (weight - heaviest(&points)).abs() < 1e-9);
        }
    }
}
