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
    for row in points.chunk_by(|x, y| x.before == y.before) {
        let first = ends.len();
        for point in row {
            let below = tree.below(point.after);
            ends.push(End {
                weight: below.weight + point.weight,
                previous: below.index,
            });
        }
        for (offset, point) in row.iter().enumerate() {
            let index = first + offset;
            tree.raise(point.after, ends[index].weight, index);
        }
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
            at += at & at.wrapping_neg();
        }
    }
}

#[cfg(test)]
mod tests {
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
}
