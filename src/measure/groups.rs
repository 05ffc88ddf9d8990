//! Joins figures into groups that do not contradict themselves.

use std::collections::BTreeMap;
use std::collections::BTreeSet;

use super::compatible::is_same;
use super::evidence::PairEvidence;
use super::feature::{Distinctive, Mention};
use super::likeness::{Pair, Rivalry, likelihood};
use super::matching::{Candidate, odds};
use super::words::{Stem, real};

/// Least likeness (0 to 1) of two figures that no alignment speaks for.
const MIN_LIKENESS: f64 = 0.5;
/// The same for two delegations, whose figures must name the same.
const MIN_ABROAD: f64 = 0.8;
/// How far a rival, which says another number and could as well be the partner,
/// must be below a pair.
const CLEAR: f64 = 0.1;
/// How well two groups must go together, as a part of what is asked of a pair.
const MIN_FIT: f64 = 0.8;
/// Most members of a group that are compared when it joins another.
const MAX_COMPARED: usize = 16;
/// Words of a figure by which its partners are looked up: its most telling.
const LOOKUPS: usize = 8;
/// Partners tried for one word: the nearest that came before, the fewer the
/// more figures there are. This bounds the work and the memory.
const PARTNERS: std::ops::RangeInclusive<usize> = 4..=48;
/// Partners tried for one word of every figure, taken together.
const MAX_PARTNERS: usize = 400_000;

/// Figures in groups, each of which is to be a row.
#[derive(Debug)]
pub(super) struct Groups<'m, 'a> {
    mentions: &'m [Mention<'a>],
    rarity: &'m Distinctive,
    /// Group of each mention.
    of: Vec<usize>,
    /// Members of each group; empty once it was joined to another.
    members: Vec<BTreeSet<usize>>,
    confidence: Vec<f64>,
}

impl<'m, 'a> Groups<'m, 'a> {
    /// Each figure in a group of its own.
    pub(super) fn new(mentions: &'m [Mention<'a>], rarity: &'m Distinctive) -> Self {
        let count = mentions.len();
        Self {
            mentions,
            rarity,
            of: (0..count).collect(),
            members: (0..count).map(|at| BTreeSet::from([at])).collect(),
            confidence: vec![1.0; count],
        }
    }

    /// Puts two figures into one group, whatever else is in theirs.
    pub(super) fn link(&mut self, one: usize, two: usize, confidence: f64) {
        let (one, two) = (self.of[one], self.of[two]);
        if one != two {
            self.merge(one, two, confidence);
        }
    }

    fn merge(&mut self, one: usize, two: usize, confidence: f64) {
        let (give, keep) = self.by_size(one, two);
        let moved = std::mem::take(&mut self.members[give]);
        for &member in &moved {
            self.of[member] = keep;
        }
        self.members[keep].extend(moved);
        self.confidence[keep] = self.confidence[keep]
            .min(self.confidence[give])
            .min(confidence);
    }

    /// Joins all groups that the likeliest pairs tie, as far as all of both fits
    /// together.
    pub(super) fn join_likely(&mut self) {
        for candidate in self.candidates() {
            self.join(candidate);
        }
    }

    fn join(&mut self, candidate: Candidate) {
        let (one, two) = (self.of[candidate.one], self.of[candidate.two]);
        if one == two {
            return;
        }
        let fit = self.fit(one, two).min(likelihood(candidate.odds));
        if fit >= MIN_FIT * MIN_LIKENESS && !self.contradict(one, two) {
            self.merge(one, two, fit);
        }
    }

    /// Pairs that are likely enough and have no rival, the likeliest first; of equally
    /// likely ones the first in the texts.
    fn candidates(&self) -> Vec<Candidate> {
        let found = self.pairs();
        let mut rivals: BTreeMap<(usize, usize), Vec<(f64, usize)>> = BTreeMap::new();
        for pair in &found {
            for (own, other) in [(pair.one, pair.two), (pair.two, pair.one)] {
                let entry = rivals
                    .entry((own, self.mentions[other].witness))
                    .or_default();
                entry.push((likelihood(pair.odds), other));
            }
        }
        let is_clear = |own: usize, other: usize, likeness: f64| {
            let all = &rivals[&(own, self.mentions[other].witness)];
            all.iter().all(|&(its, rival)| {
                // *40 boats* and *45 boats* a year before: either could be the counterpart of *50
                // boats*, so neither is.
                rival == other
                    || its <= likeness - CLEAR
                    || is_same(&self.mentions[rival], &self.mentions[other])
            })
        };
        let mut sure: Vec<Candidate> = found
            .iter()
            .filter(|pair| {
                let likelihood = likelihood(pair.odds);
                likelihood >= self.least(pair)
                    && is_clear(pair.one, pair.two, likelihood)
                    && is_clear(pair.two, pair.one, likelihood)
            })
            .copied()
            .collect();
        sure.sort_by(|one, two| {
            let order = two.odds.total_cmp(&one.odds);
            order.then((one.one, one.two).cmp(&(two.one, two.two)))
        });
        sure
    }

    /// The likeness that is asked of a pair.
    fn least(&self, pair: &Candidate) -> f64 {
        let (one, two) = (&self.mentions[pair.one], &self.mentions[pair.two]);
        let abroad =
            // *We cleared 40 fields*, said by two delegations: two measures, unless both name the
            // same.
            matches!((one.delegation, two.delegation), (Some(one), Some(two)) if one != two);
        let is_named = !one.thing.name.is_empty() && one.thing.name == two.thing.name;
        match abroad {
            false => MIN_LIKENESS,
            true if is_named => MIN_ABROAD,
            true => f64::INFINITY,
        }
    }

    /// Pairs that share a telling word.
    fn pairs(&self) -> Vec<Candidate> {
        let mut index: BTreeMap<Stem, Vec<usize>> = BTreeMap::new();
        let most =
            (MAX_PARTNERS / self.mentions.len().max(1)).clamp(*PARTNERS.start(), *PARTNERS.end());
        let mut found = Vec::new();
        for (at, mention) in self.mentions.iter().enumerate() {
            let mut partners = Vec::new();
            for stem in mention.words.distinctive(LOOKUPS) {
                let seen = index.entry(stem).or_default();
                partners.extend(seen.iter().rev().take(most).copied());
                seen.push(at);
            }
            partners.sort_unstable();
            partners.dedup();
            // One statement says one number twice, but two numbers of two measures.
            let partners = partners.into_iter().filter(|&one| {
                let other = &self.mentions[one];
                other.witness != mention.witness || is_same(other, mention)
            });
            found.extend(partners.filter_map(|one| {
                let pair = self.pair(one, at);
                Some(Candidate {
                    one,
                    two: at,
                    odds: odds(pair)?,
                    rivalry: Rivalry::of(pair),
                })
            }));
        }
        found
    }

    /// Two mentions that no alignment joins.
    fn pair(&self, one: usize, two: usize) -> Pair<'_, 'a> {
        Pair {
            one: &self.mentions[one],
            two: &self.mentions[two],
            joint: PairEvidence::default(),
            rarity: self.rarity,
        }
    }

    /// Two groups, the smaller first.
    fn by_size(&self, one: usize, two: usize) -> (usize, usize) {
        if self.members[one].len() < self.members[two].len() {
            (one, two)
        } else {
            (two, one)
        }
    }

    /// Whether a statement would state two numbers for one measure.
    fn contradict(&self, one: usize, two: usize) -> bool {
        let (few, many) = self.by_size(one, two);
        self.members[few].iter().any(|&member| {
            let mention = &self.mentions[member];
            let start = self
                .mentions
                .partition_point(|other| other.witness < mention.witness);
            self.members[many]
                .range(start..)
                .map(|&other| &self.mentions[other])
                .take_while(|other| other.witness == mention.witness)
                .take(MAX_COMPARED)
                // A row with *40* and *45* of one statement would be two measures.
                .any(|other| !is_same(mention, other))
        })
    }

    /// How well two groups go together: the mean likeness of each member of the
    /// smaller with its nearest of the other.
    fn fit(&self, one: usize, two: usize) -> f64 {
        let (few, many) = self.by_size(one, two);
        let (few, many) = (&self.members[few], &self.members[many]);
        let (mut sum, mut count) = (0.0, 0);
        for &member in few.iter().take(MAX_COMPARED) {
            let nearest = [
                many.range(..member).next_back(),
                many.range(member..).next(),
            ];
            for &other in nearest.into_iter().flatten() {
                sum += odds(self.pair(member, other)).map_or(0.0, likelihood);
                count += 1;
            }
        }
        sum / real(count)
    }

    /// The members of each group, in the order of their first mentions, with how sure
    /// the weakest of their joins is.
    pub(super) fn into_rows(self) -> Vec<(Vec<usize>, f64)> {
        let mut rows: Vec<(Vec<usize>, f64)> = self
            .members
            .into_iter()
            .zip(self.confidence)
            .filter(|(members, _)| !members.is_empty())
            .map(|(members, confidence)| (members.into_iter().collect(), confidence))
            .collect();
        rows.sort_by_key(|(members, _)| members[0]);
        rows
    }
}
