//! Chooses among the candidates: order preferred, not required.
//!
//! The strongest candidates are linked wherever they stand. Between linked
//! neighbours the heaviest chain that keeps the order is linked, with a lower
//! floor, since the place speaks for it; then what is strong enough to have moved;
//! then the gaps that this closed in on.

use super::candidates::Candidate;
use super::chain::{Point, heaviest_chain};
use super::pairs::Pairs;

/// Least score of a link that is made before the order is looked at.
const STRONG: f64 = 0.4;

/// Least score of a link between linked neighbours.
const MIN_IN_ORDER: f64 = 0.18;

/// Least score of the only paragraph of each side: there is nothing else to
/// compare it with.
const MIN_ALONE: f64 = 0.07;

/// Least score of a link that does not keep the order.
const MIN_MOVED: f64 = 0.35;

/// Links free paragraphs by the candidates.
pub(super) fn link_similar(pairs: &mut Pairs, candidates: &[Candidate]) {
    let mut best_first: Vec<&Candidate> = candidates.iter().collect();
    best_first.sort_by(|x, y| y.score.total_cmp(&x.score));
    for floor in [STRONG, MIN_MOVED] {
        for candidate in best_first
            .iter()
            .take_while(|candidate| candidate.score >= floor)
        {
            pairs.link(candidate.before, candidate.after);
        }
        link_in_gaps(pairs, candidates);
    }
}

/// Links, in each gap, the heaviest chain of candidates that keeps the order.
///
/// A gap is a run of free paragraphs before with the run of free paragraphs
/// after that follows the partner of the paragraph above it, or that precedes
/// the partner of the one below.
fn link_in_gaps(pairs: &mut Pairs, candidates: &[Candidate]) {
    let alone = pairs.len_before() == 1 && pairs.len_after() == 1;
    let floor = if alone { MIN_ALONE } else { MIN_IN_ORDER };
    for edge in [Edge::Above, Edge::Below] {
        let gaps = Gaps::new(pairs, edge);
        let mut inside: Vec<(usize, Point)> = candidates
            .iter()
            .filter(|candidate| candidate.score > floor)
            .filter_map(|candidate| {
                let point = Point {
                    before: candidate.before,
                    after: candidate.after,
                    weight: candidate.score - floor,
                };
                Some((gaps.gap(point.before, point.after)?, point))
            })
            .collect();
        inside.sort_by_key(|(gap, _)| *gap);
        for gap in inside.chunk_by(|x, y| x.0 == y.0) {
            let points: Vec<Point> = gap.iter().map(|(_, point)| *point).collect();
            for kept in heaviest_chain(&points) {
                pairs.link(points[kept].before, points[kept].after);
            }
        }
    }
}

/// Which linked neighbour says where a run of free paragraphs belongs.
#[derive(Debug, Clone, Copy)]
enum Edge {
    Above,
    Below,
}

/// The gaps between linked paragraphs, each named by the start of its run after.
struct Gaps {
    /// By paragraph before: the gap it is in.
    before: Vec<Option<usize>>,
    /// By paragraph after: the gap it is in.
    after: Vec<Option<usize>>,
}

impl Gaps {
    fn new(pairs: &Pairs, edge: Edge) -> Self {
        let after = runs(pairs.len_after(), |at| pairs.before_of(at).is_none());
        let before = runs(pairs.len_before(), |at| pairs.after_of(at).is_none());
        let mut ends = vec![0; pairs.len_before()];
        for at in (0..pairs.len_before()).rev() {
            ends[at] = if pairs.after_of(at).is_some() {
                at
            } else {
                ends.get(at + 1).copied().unwrap_or(at + 1)
            };
        }
        let gap_of = |at: usize| {
            let start = before[at]?;
            let place = match edge {
                Edge::Above if start == 0 => Some(0),
                Edge::Above => pairs.after_of(start - 1).map(|partner| partner + 1),
                Edge::Below if ends[at] == pairs.len_before() => pairs.len_after().checked_sub(1),
                Edge::Below => pairs.after_of(ends[at])?.checked_sub(1),
            }?;
            after.get(place).copied().flatten()
        };
        Self {
            before: (0..pairs.len_before()).map(gap_of).collect(),
            after,
        }
    }

    /// The gap that both paragraphs are in.
    fn gap(&self, before: usize, after: usize) -> Option<usize> {
        self.before[before].filter(|_| self.before[before] == self.after[after])
    }
}

/// For each position in a run of `inside`, where the run starts.
fn runs(len: usize, inside: impl Fn(usize) -> bool) -> Vec<Option<usize>> {
    let mut start = None;
    (0..len)
        .map(|at| {
            start = inside(at).then_some(start.unwrap_or(at));
            start
        })
        .collect()
}
