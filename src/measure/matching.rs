//! Which figures of two statements are one measure: the likeliest pairs first,
//! each figure in one pair.

use std::collections::BTreeMap;

use super::compatible::obstacle;
use super::evidence::Evidence;
use super::feature::{Distinctive, Mention};
use super::likeness::{Pair, Rivalry, is_dated_alike, log_odds};
use super::scope::TimeScope;
use super::words::{Stem, shared};

/// Pairs with lesser odds, as a natural logarithm, are not even rivals of others.
const MIN_RIVAL: f64 = -4.0;
/// Words of a figure by which its partners are looked up: its most telling.
const LOOKUPS: usize = 8;
/// Partners tried for one word: the nearest, the fewer the more figures there
/// are. This bounds the work and the memory.
const PARTNERS: std::ops::RangeInclusive<usize> = 4..=64;
/// Partners tried for one word of every figure, taken together.
const MAX_PARTNERS: usize = 100_000;

/// Two figures that may be one measure, by index of their mentions.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Candidate {
    pub(super) one: usize,
    pub(super) two: usize,
    /// The odds that they are one, as a natural logarithm.
    pub(super) odds: f64,
    /// What rivals do to them.
    pub(super) rivalry: Rivalry,
}

/// The pairs of a figure before and one after that may be one measure: those whose
/// paragraphs are linked, and those that share a telling word.
pub(super) fn candidates(
    before: &[Mention<'_>],
    after: &[Mention<'_>],
    evidence: &Evidence,
    rarity: &Distinctive,
) -> Vec<Candidate> {
    let most = (MAX_PARTNERS / (before.len() + after.len()).max(1))
        .clamp(*PARTNERS.start(), *PARTNERS.end());
    let mut index: BTreeMap<Stem, Vec<usize>> = BTreeMap::new();
    for (at, mention) in after.iter().enumerate() {
        for stem in mention.words.distinctive(LOOKUPS) {
            index.entry(stem).or_default().push(at);
        }
    }
    let mut found = Vec::new();
    let mut settled = Settled::new();
    for (at, one) in before.iter().enumerate() {
        let mut partners: Vec<usize> = Vec::new();
        for stem in one.words.distinctive(LOOKUPS) {
            let places = index.get(&stem).map_or(&[][..], Vec::as_slice);
            partners.extend(nearest(places, at, most));
        }
        // *It fell to 12* shares no word with *it stands at 9*, but its paragraph is linked.
        partners.extend(linked(one, after, evidence, most));
        partners.sort_unstable();
        partners.dedup();
        found.extend(partners.into_iter().filter_map(|other| {
            let two = &after[other];
            let pair = Pair {
                one,
                two,
                joint: evidence.of(one, two),
                rarity,
            };
            let odds = odds(pair)?;
            if is_dated_alike(pair) {
                let places = (one.figure.paragraph, two.figure.paragraph);
                settled.entry(places).or_default().push((at, other));
            }
            Some(Candidate {
                one: at,
                two: other,
                odds,
                rivalry: Rivalry::of(pair),
            })
        }));
    }
    found.retain(|pair| !is_of_other_time(pair, &settled, before, after));
    found
}

/// Pairs that state one value of one time, by the paragraphs that they stand in.
type Settled = BTreeMap<(u32, u32), Vec<(usize, usize)>>;

/// Whether a pair is of two times of a series that both texts state: they have one value of
/// one time in common, so that no value moved on with the text. *2020: 31, 2021: 24* and
/// *2021: 24, 2022: 19* lose one year and gain one.
fn is_of_other_time(
    pair: &Candidate,
    settled: &Settled,
    before: &[Mention<'_>],
    after: &[Mention<'_>],
) -> bool {
    let (one, two) = (&before[pair.one], &after[pair.two]);
    let is_dated = |mention: &Mention<'_>| matches!(mention.scope, TimeScope::During { .. });
    let shares_name =
        |one: &Mention<'_>, two: &Mention<'_>| shared(&one.thing.name, &two.thing.name) > 0;
    let beside = || {
        let places = (one.figure.paragraph, two.figure.paragraph);
        settled.get(&places).into_iter().flatten()
    };
    is_dated(one)
        && is_dated(two)
        && one.figure.period != two.figure.period
        && beside()
            .any(|&(own, its)| shares_name(one, &before[own]) && shares_name(two, &after[its]))
}

/// The odds of a pair; `None` where it cannot be one measure, or is too unlikely to
/// be even a rival.
pub(super) fn odds(pair: Pair<'_, '_>) -> Option<f64> {
    if obstacle(pair).is_some() {
        return None;
    }
    Some(log_odds(pair)).filter(|odds| *odds >= MIN_RIVAL)
}

/// The `most` of ascending `places` that are nearest to `at`.
fn nearest(places: &[usize], at: usize, most: usize) -> &[usize] {
    let middle = places.partition_point(|place| *place < at);
    let start = middle
        .saturating_sub(most / 2)
        .min(places.len().saturating_sub(most));
    &places[start..(start + most).min(places.len())]
}

/// The figures after whose paragraphs are linked with that of `mention`, at most
/// so many.
fn linked<'m>(
    mention: &'m Mention<'_>,
    after: &'m [Mention<'_>],
    evidence: &'m Evidence,
    most: usize,
) -> impl Iterator<Item = usize> + 'm {
    let paragraphs = evidence.partners(mention.figure.paragraph);
    paragraphs
        .iter()
        .flat_map(move |&paragraph| {
            let first = after.partition_point(|other| other.figure.paragraph < paragraph);
            (first..after.len()).take_while(move |&at| after[at].figure.paragraph == paragraph)
        })
        .take(most)
}

/// The likeliest pairs, each end once, with their odds among rivals; then two pairs
/// exchange their partners where both together are likelier so.
pub(super) fn assign(candidates: &[Candidate]) -> Vec<Candidate> {
    let mut candidates = weigh_rivals(candidates);
    candidates.sort_by(|one, two| {
        let order = two.odds.total_cmp(&one.odds);
        order.then((one.two, one.one).cmp(&(two.two, two.one)))
    });
    let mut taken = Taken::default();
    for candidate in &candidates {
        if taken.are_free(candidate) {
            taken.push(*candidate);
        }
    }
    taken.exchange(&candidates);
    taken.pairs
}

/// Each candidate with its odds among its rivals.
fn weigh_rivals(candidates: &[Candidate]) -> Vec<Candidate> {
    let mut best: [BTreeMap<usize, Best>; 2] = [BTreeMap::new(), BTreeMap::new()];
    for candidate in candidates {
        best[0].entry(candidate.one).or_default().note(candidate);
        best[1].entry(candidate.two).or_default().note(candidate);
    }
    let weigh = |candidate: &Candidate| {
        let rivals = [
            best[0][&candidate.one].rival(candidate),
            best[1][&candidate.two].rival(candidate),
        ];
        Candidate {
            odds: candidate.rivalry.among(candidate.odds, rivals),
            ..*candidate
        }
    };
    candidates.iter().map(weigh).collect()
}

/// The two likeliest candidates of one figure.
#[derive(Debug, Default)]
struct Best {
    first: Option<Candidate>,
    second: Option<f64>,
}

impl Best {
    fn note(&mut self, candidate: &Candidate) {
        match self.first {
            Some(first) if first.odds >= candidate.odds => {
                let second = self.second.unwrap_or(f64::NEG_INFINITY);
                self.second = Some(second.max(candidate.odds));
            }
            first => {
                self.second = first.map(|first| first.odds);
                self.first = Some(*candidate);
            }
        }
    }

    /// The odds of the likeliest other candidate.
    fn rival(&self, candidate: &Candidate) -> Option<f64> {
        if self.first == Some(*candidate) {
            self.second
        } else {
            self.first.map(|first| first.odds)
        }
    }
}

/// Pairs that were taken.
#[derive(Debug, Default)]
struct Taken {
    pairs: Vec<Candidate>,
    /// Where the pair of each end stands in `pairs`.
    by_one: BTreeMap<usize, usize>,
    by_two: BTreeMap<usize, usize>,
}

/// Most rounds of exchanges.
const ROUNDS: usize = 4;
/// By how much two pairs must be likelier with their partners exchanged.
const GAIN: f64 = 1e-9;

impl Taken {
    fn are_free(&self, candidate: &Candidate) -> bool {
        !self.by_one.contains_key(&candidate.one) && !self.by_two.contains_key(&candidate.two)
    }

    fn push(&mut self, candidate: Candidate) {
        self.pairs.push(candidate);
        self.put(self.pairs.len() - 1, candidate);
    }

    fn put(&mut self, at: usize, candidate: Candidate) {
        self.pairs[at] = candidate;
        self.by_one.insert(candidate.one, at);
        self.by_two.insert(candidate.two, at);
    }

    fn exchange(&mut self, candidates: &[Candidate]) {
        let by_ends: BTreeMap<(usize, usize), Candidate> = candidates
            .iter()
            .map(|candidate| ((candidate.one, candidate.two), *candidate))
            .collect();
        for _ in 0..ROUNDS {
            let mut changed = false;
            for candidate in candidates {
                changed |= self.exchange_for(*candidate, &by_ends);
            }
            if !changed {
                break;
            }
        }
    }

    /// Takes a candidate instead of the pairs of its ends, whose other ends become
    /// a pair, if both are likelier so.
    fn exchange_for(
        &mut self,
        candidate: Candidate,
        by_ends: &BTreeMap<(usize, usize), Candidate>,
    ) -> bool {
        let places = (
            self.by_one.get(&candidate.one).copied(),
            self.by_two.get(&candidate.two).copied(),
        );
        let (Some(own), Some(its)) = places else {
            return false;
        };
        let (first, second) = (self.pairs[own], self.pairs[its]);
        let Some(&crossed) = by_ends.get(&(second.one, first.two)) else {
            return false;
        };
        // *3 men and 4 women* → *4 men and 3 women*: the equal numbers were taken first, crosswise.
        let is_likelier = candidate.odds + crossed.odds > first.odds + second.odds + GAIN;
        if own != its && is_likelier {
            self.put(own, candidate);
            self.put(its, crossed);
        }
        own != its && is_likelier
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn candidate(one: usize, two: usize, odds: f64) -> Candidate {
        let rivalry = Rivalry::of_dates();
        Candidate {
            one,
            two,
            odds,
            rivalry,
        }
    }

    fn pairs(candidates: &[Candidate]) -> Vec<(usize, usize)> {
        let mut pairs: Vec<(usize, usize)> = assign(candidates)
            .iter()
            .map(|pair| (pair.one, pair.two))
            .collect();
        pairs.sort_unstable();
        pairs
    }

    #[test]
    fn the_likeliest_pair_is_taken_first() {
        let all = [
            candidate(0, 0, 1.0),
            candidate(0, 1, 3.0),
            candidate(1, 1, 0.5),
        ];
        assert_eq!(pairs(&all), [(0, 1)]);
    }

    #[test]
    fn two_pairs_exchange_partners_where_both_are_likelier_so() {
        let all = [
            candidate(0, 0, 3.0),
            candidate(1, 1, -3.0),
            candidate(0, 1, 2.5),
            candidate(1, 0, 2.5),
        ];
        assert_eq!(pairs(&all), [(0, 1), (1, 0)]);
    }

    #[test]
    fn the_nearest_places_are_tried() {
        let places = [1, 5, 9, 14, 30];
        assert_eq!(nearest(&places, 10, 2), &[9, 14]);
        assert_eq!(nearest(&places, 100, 2), &[14, 30]);
        assert_eq!(nearest(&places, 0, 9), &places);
    }
}
