//! Chooses among the candidates: order preferred, not required.
//!
//! The heaviest chain that keeps the order is linked first (Needleman and
//! Wunsch, 1970), then what is strong enough to have moved. How strong is
//! strong follows from the two texts themselves, see [`Floors`].

use super::candidates::Candidate;
use super::chain::{Point, heaviest_chain};
use super::pairs::Pairs;

// The shares and the least scores below were tuned by hand on four collections with links made
// by people: drafts of essays (ArgRewrite V.2), synoptic gospels (Aland),
// retold fables (GNAT, EMNLP 2023), texts in plain language (DEplain, ACL
// 2023); on statements edited by rule; and against 24 pairs of statements of
// different delegations in the UN General Debate, which share hardly anything.
// MIN_TRACE, CHANCE and PARAGRAPHS were set by what those texts look like.

/// Distinct words at which the score of a moved paragraph counts half.
const HALF_WORDS: f64 = 10.0;

/// Least score for the chain that shows how related the two texts are.
const MIN_TRACE: f64 = 0.02;

/// Least score of a link in texts of a few paragraphs, however related.
const MIN_RELATED: f64 = 0.04;

/// Least score of a link in order between texts that are not related.
const MIN_UNRELATED: f64 = 0.15;

/// Least score of a moved paragraph, however related the texts.
const MIN_MOVED: f64 = 0.15;

/// Least score in order, as a share of the typical score.
const SHARE_IN_ORDER: f64 = 0.23;

/// Least score of a moved paragraph, as a share of the typical score.
const SHARE_MOVED: f64 = 0.4;

/// What the lead over the best rival adds to a score in order, or the lag takes away: drafts
/// of essays, two by two and three together, gain by it in either half.
const LEAD_WEIGHT: f64 = 0.2;

/// Share of the weight of the chain that chance accounts for, from which
/// doubt sets in, and at which it is full.
const CHANCE: (f64, f64) = (0.4, 0.7);

/// Paragraphs of the longer text from which doubt sets in, and at which it is
/// full: among few paragraphs there is little to be mistaken for.
const PARAGRAPHS: (f64, f64) = (10.0, 30.0);

/// Links free paragraphs by the candidates, and says what they had to reach.
pub(super) fn link_similar(pairs: &mut Pairs, candidates: &[Candidate]) -> Floors {
    let floors = Floors::new(pairs, candidates);
    let ranked = with_leads(pairs, candidates);
    for point in chain(&points(pairs, &ranked), floors.in_order) {
        pairs.link(point.before, point.after);
    }
    let mut best_first: Vec<(f64, &Candidate)> = candidates
        .iter()
        .map(|candidate| (candidate.score_moved(), candidate))
        .filter(|(score, _)| *score >= floors.moved)
        .collect();
    best_first.sort_by(|x, y| y.0.total_cmp(&x.0));
    for (_, candidate) in best_first {
        pairs.link(candidate.before, candidate.after);
    }
    floors
}

/// The candidates, scored by their lead over their rivals too.
fn with_leads(pairs: &Pairs, candidates: &[Candidate]) -> Vec<Candidate> {
    let mut best = [
        vec![[0.0; 2]; pairs.len_before()],
        vec![[0.0; 2]; pairs.len_after()],
    ];
    for candidate in candidates {
        for (best, at) in best.iter_mut().zip([candidate.before, candidate.after]) {
            let [first, second] = &mut best[at];
            *second = candidate.score.clamp(*second, first.max(*second));
            *first = candidate.score.max(*first);
        }
    }
    let lead = |candidate: &Candidate| {
        let rival = |[first, second]: [f64; 2]| {
            if candidate.score >= first {
                second
            } else {
                first
            }
        };
        let rivals = [best[0][candidate.before], best[1][candidate.after]].map(rival);
        candidate.score - rivals[0].max(rivals[1])
    };
    let scored = |candidate: &Candidate| Candidate {
        score: candidate.score + LEAD_WEIGHT * lead(candidate),
        ..*candidate
    };
    candidates.iter().map(scored).collect()
}

impl Candidate {
    /// The score where the place speaks against the link: the fewer words,
    /// the easier are they in common by chance.
    pub(super) fn score_moved(&self) -> f64 {
        let words = precise(self.words);
        self.score * words / (words + HALF_WORDS)
    }
}

/// What a candidate has to reach.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Floors {
    /// Least score of a link that keeps the order.
    pub(super) in_order: f64,
    /// Least score, by its words, of a link that does not.
    pub(super) moved: f64,
}

impl Floors {
    /// The floors between two texts.
    ///
    /// A link must be like the other links of its texts: in a revision a weak
    /// one is a mistake, in a retelling all are weak. A chain over texts that
    /// have nothing to do with one another is no heavier than one over the
    /// same texts with one of them turned round: what that weighs is chance
    /// (target and decoy, Elias and Gygi, *Nature Methods*, 2007).
    fn new(pairs: &Pairs, candidates: &[Candidate]) -> Self {
        let points = points(pairs, candidates);
        let trace = chain(&points, MIN_TRACE);
        let typical = typical(&trace);
        let mut turned: Vec<Point> = points
            .iter()
            .map(|point| Point {
                before: pairs.len_before() - 1 - point.before,
                ..*point
            })
            .collect();
        turned.sort_by_key(|point| (point.before, point.after));
        let chance = weight(&chain(&turned, MIN_TRACE)) / weight(&trace).max(f64::MIN_POSITIVE);
        let paragraphs = precise(pairs.len_before().max(pairs.len_after()));
        let doubt =
            rise(chance, CHANCE) * rise(paragraphs.ln(), (PARAGRAPHS.0.ln(), PARAGRAPHS.1.ln()));
        Self {
            in_order: (SHARE_IN_ORDER * typical)
                .max(MIN_UNRELATED * doubt)
                .max(MIN_RELATED),
            moved: (SHARE_MOVED * typical).max(MIN_MOVED),
        }
    }
}

/// 0 up to `from`, 1 from `to`, even between.
fn rise(value: f64, (from, to): (f64, f64)) -> f64 {
    ((value - from) / (to - from)).clamp(0.0, 1.0)
}

/// The mean score of a chain, each counted by itself: many weak links do not
/// hide a few strong ones.
fn typical(chain: &[Point]) -> f64 {
    let squares: f64 = chain.iter().map(|point| point.weight * point.weight).sum();
    squares / weight(chain).max(f64::MIN_POSITIVE)
}

fn weight(chain: &[Point]) -> f64 {
    chain.iter().map(|point| point.weight).sum()
}

/// Links and candidates with their scores, ascending; a link has score 1.
fn points(pairs: &Pairs, candidates: &[Candidate]) -> Vec<Point> {
    let linked = pairs.links().map(|(before, after)| Point {
        before,
        after,
        weight: 1.0,
    });
    let possible = candidates.iter().map(|candidate| Point {
        before: candidate.before,
        after: candidate.after,
        weight: candidate.score,
    });
    let mut points: Vec<Point> = linked.chain(possible).collect();
    points.sort_by_key(|point| (point.before, point.after));
    points
}

/// The chain that is heaviest by what its points have above `floor`, with
/// their full weights.
fn chain(points: &[Point], floor: f64) -> Vec<Point> {
    let (kept, above): (Vec<Point>, Vec<Point>) = points
        .iter()
        .filter(|point| point.weight > floor)
        .map(|point| {
            let weight = point.weight - floor;
            (*point, Point { weight, ..*point })
        })
        .unzip();
    heaviest_chain(&above)
        .into_iter()
        .map(|at| kept[at])
        .collect()
}

#[expect(
    clippy::cast_precision_loss,
    reason = "paragraphs and words stay far below 2^52"
)]
fn precise(count: usize) -> f64 {
    count as f64
}
