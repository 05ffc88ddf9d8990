//! Chooses among the candidates: order preferred, not required.
//!
//! What is likelier linked than not, all ways to keep the order taken
//! together, is linked first (see [`ensemble`]), then what is strong enough to
//! have moved. How strong is strong follows from the two texts themselves,
//! see [`Thresholds`].

use super::candidates::Candidate;
use super::chain::{Point, heaviest_chain};
use super::ensemble;
use super::pairs::Pairs;

// The figures below were tuned by hand on four collections with links made
// by people: drafts of essays (ArgRewrite V.2), synoptic gospels (Aland),
// retold fables (GNAT, EMNLP 2023), texts in plain language (DEplain, ACL
// 2023); on statements edited by rule; and looked at on pairs of statements of
// different delegations in the UN General Debate, which share hardly anything.

/// Distinct words at which the score of a moved paragraph counts half.
const HALF_WORDS: f64 = 10.0;

/// How much faster than the similarity of the letters the odds of a link rise:
/// twice as alike is sixteen times as likely. Drafts and fables agree on 4.
const STEEPNESS: f64 = 4.0;

/// The likelihood above which a pair is linked.
const LIKELY: f64 = 0.5;

/// Similarity of the letters at which a pair, seen alone, is as likely a link
/// as not: in a retelling, and in a revision.
const EVEN: (f64, f64) = (0.05, 0.14);

/// Typical similarity of the letters up to which a text is a retelling, and
/// from which it is a revision.
const RELATED: (f64, f64) = (0.3, 0.5);

/// How much more alike than the texts at large a pair of a long text must be
/// to be as likely a link as not.
const ABOVE_BACKGROUND: f64 = 1.25;

/// Paragraphs of the longer text from which the texts at large begin to count,
/// and at which they count fully: among few paragraphs there is little to be mistaken for.
const PARAGRAPHS: (f64, f64) = (10.0, 30.0);

/// Least weight for the chain that shows how related the two texts are.
const MIN_TRACE: f64 = 0.02;

/// Least score of a moved paragraph, however related the texts.
const MIN_MOVED: f64 = 0.13;

/// Least score of a moved paragraph, as a share of the typical score.
const SHARE_MOVED: f64 = 0.3;

/// Links free paragraphs by the candidates, and says what they had to reach.
pub(super) fn link_similar(pairs: &mut Pairs, candidates: &[Candidate]) -> Thresholds {
    let thresholds = Thresholds::new(pairs, candidates);
    link_in_order(pairs, candidates, &thresholds);
    let mut best_first: Vec<(f64, &Candidate)> = candidates
        .iter()
        .map(|candidate| (candidate.score_moved(), candidate))
        .filter(|(score, _)| *score >= thresholds.moved)
        .collect();
    // What moved has no order to go by: the strongest takes its partner first.
    best_first.sort_by(|x, y| y.0.total_cmp(&x.0));
    for (_, candidate) in best_first {
        pairs.link(candidate.before, candidate.after);
    }
    thresholds
}

/// Links what is likely, and of too many paragraphs to weigh together the
/// heaviest chain (Needleman and Wunsch, 1970).
fn link_in_order(pairs: &mut Pairs, candidates: &[Candidate], thresholds: &Thresholds) {
    let odds: Vec<f64> = candidates.iter().map(|one| thresholds.odds(one)).collect();
    let likelihoods = ensemble::likelihoods(pairs, candidates, &odds);
    let unweighed = (0..candidates.len()).filter(|&at| likelihoods[at].is_none());
    let unweighed: Vec<Candidate> = unweighed.map(|at| candidates[at]).collect();
    // A pair of the same text has similarity 1: its odds are the highest there are.
    let certain = -STEEPNESS * thresholds.even.ln();
    let chain = if unweighed.is_empty() {
        Vec::new()
    } else {
        chain(
            &points(pairs, certain, &unweighed, |one| thresholds.odds(one)),
            0.0,
        )
    };
    for (candidate, likelihood) in candidates.iter().zip(likelihoods) {
        if likelihood.is_some_and(|likelihood| likelihood > LIKELY) {
            pairs.link(candidate.before, candidate.after);
        }
    }
    for point in chain {
        pairs.link(point.before, point.after);
    }
}

impl Candidate {
    /// The score where the place speaks against the link: the fewer words,
    /// the easier are they in common by chance.
    pub(super) fn score_moved(&self) -> f64 {
        let words = precise(self.words);
        // *Thank you, Chair* is met anywhere; forty words in common are not.
        self.score * words / (words + HALF_WORDS)
    }
}

/// What a candidate has to reach.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Thresholds {
    /// Similarity of the letters at which a pair is as likely a link as not.
    even: f64,
    /// The same as a multiple of what the texts at large have in common.
    above_background: f64,
    /// Least score, by its words, of a link that does not keep the order.
    pub(super) moved: f64,
}

impl Thresholds {
    /// The thresholds between two texts.
    ///
    /// A link must be like the other links of its texts: in a revision a weak
    /// one is a mistake, in a retelling all are weak.
    fn new(pairs: &Pairs, candidates: &[Candidate]) -> Self {
        let typical = |weight: fn(&Candidate) -> f64| {
            typical(&chain(&points(pairs, 1.0, candidates, weight), MIN_TRACE))
        };
        let revised = rise(typical(|candidate| candidate.letters), RELATED);
        let paragraphs = precise(pairs.len_before().max(pairs.len_after()));
        let (few, many) = PARAGRAPHS;
        Self {
            // A retelling links at a likeness at which a revision would be mistaken.
            even: EVEN.0 * (EVEN.1 / EVEN.0).powf(revised),
            above_background: ABOVE_BACKGROUND * rise(paragraphs.ln(), (few.ln(), many.ln())),
            moved: (SHARE_MOVED * typical(|candidate| candidate.score)).max(MIN_MOVED),
        }
    }

    /// Similarity of the letters that a candidate has to reach to be linked in order.
    pub(super) fn even(&self, candidate: &Candidate) -> f64 {
        // In a long text on one subject all paragraphs share its words.
        self.even.max(self.above_background * candidate.background)
    }

    /// Logarithm of how much likelier a candidate, seen alone, is a link than not.
    fn odds(&self, candidate: &Candidate) -> f64 {
        STEEPNESS * (candidate.letters / self.even(candidate)).ln()
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

/// Links and candidates, ascending, weighed alike.
fn points(
    pairs: &Pairs,
    linked: f64,
    candidates: &[Candidate],
    weight: impl Fn(&Candidate) -> f64,
) -> Vec<Point> {
    let links = pairs.links().map(|(before, after)| Point {
        before,
        after,
        weight: linked,
    });
    let possible = candidates.iter().map(|candidate| Point {
        before: candidate.before,
        after: candidate.after,
        weight: weight(candidate),
    });
    let mut points: Vec<Point> = links.chain(possible).collect();
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
