//! Pairs of figures that may measure the same, found by their telling words.

use std::collections::BTreeMap;

use super::affinity::affinity;
use super::class::Class;
use super::profile::Profile;
use crate::model::Key;

/// Least affinity (0 to 1) of two figures of one delegation. On the project's
/// statements less joins different measures of one kind.
const MIN_AFFINITY: f64 = 0.5;
/// The same for a pair that stands alone: no other figure of either statement
/// comes within [`CLEAR`] of it.
const MIN_ALONE: f64 = 0.33;
/// How far the second best must be below the best.
const CLEAR: f64 = 0.12;
/// How near a rival, which could as well be the partner, makes a pair doubtful.
const DOUBTFUL: f64 = 0.04;
/// The least affinity of a doubtful pair.
const MIN_DOUBTFUL: f64 = 0.85;
/// The same for two delegations, which share no sentences: what is measured
/// must be the same in words.
const MIN_ABROAD: f64 = 0.7;
/// Words of a figure by which its partners are looked up: its most telling.
const LOOKUPS: usize = 8;
/// Partners tried for one word: the nearest that came before. This bounds the
/// work to a multiple of the number of figures.
const MAX_PARTNERS: usize = 48;

/// Two figures that may measure the same, by index of their profiles.
#[derive(Debug, Clone, Copy)]
pub(super) struct Candidate {
    pub(super) one: usize,
    pub(super) two: usize,
    /// As in [`affinity`], at least `least`.
    pub(super) affinity: f64,
    /// What is asked of such a pair.
    pub(super) least: f64,
}

/// All pairs that are sure enough, the surest first; of equally sure ones the
/// first in the texts.
pub(super) fn candidates(profiles: &[Profile<'_>]) -> Vec<Candidate> {
    let mut found = pairs(profiles);
    let best = Best::of(profiles, &found);
    for candidate in &mut found {
        candidate.least = best.least(profiles, candidate);
    }
    found.retain(|candidate| candidate.affinity >= candidate.least);
    found.sort_by(|one, two| {
        let order = two.affinity.total_cmp(&one.affinity);
        order.then((one.one, one.two).cmp(&(two.one, two.two)))
    });
    found
}

/// Pairs of one class that share a telling word.
fn pairs(profiles: &[Profile<'_>]) -> Vec<Candidate> {
    let mut index: BTreeMap<(&Class<'_>, Key), Vec<usize>> = BTreeMap::new();
    let mut found = Vec::new();
    for (at, profile) in profiles.iter().enumerate() {
        let mut partners = Vec::new();
        for key in profile.words.telling(LOOKUPS) {
            let seen = index.entry((&profile.class, key)).or_default();
            partners.extend(seen.iter().rev().take(MAX_PARTNERS).copied());
            seen.push(at);
        }
        partners.sort_unstable();
        partners.dedup();
        let tried = partners.into_iter().map(|one| Candidate {
            one,
            two: at,
            affinity: affinity(&profiles[one], profile),
            least: MIN_ABROAD,
        });
        found.extend(tried.filter(|candidate| candidate.affinity >= MIN_ALONE - CLEAR));
    }
    found
}

/// For each figure, what it finds in each other statement.
struct Best(BTreeMap<(usize, u32), Found>);

/// What one figure finds in one other statement.
#[derive(Debug, Clone, Copy, Default)]
struct Found {
    best: f64,
    partner: usize,
    second: f64,
    /// The best of those that find nothing better themselves and say another
    /// number.
    rival: f64,
}

impl Best {
    fn of(profiles: &[Profile<'_>], found: &[Candidate]) -> Self {
        let mut best = Self(BTreeMap::new());
        for candidate in found {
            for (own, other) in candidate.ends() {
                let witness = profiles[other].mention.witness;
                best.note(own, other, witness, candidate.affinity);
            }
        }
        for candidate in found {
            for (own, other) in candidate.ends() {
                best.note_rival(profiles, own, other, candidate.affinity);
            }
        }
        best
    }

    fn note(&mut self, own: usize, other: usize, witness: u32, affinity: f64) {
        let entry = self.0.entry((own, witness)).or_default();
        if affinity > entry.best {
            entry.second = entry.best;
            (entry.best, entry.partner) = (affinity, other);
        } else if affinity > entry.second {
            entry.second = affinity;
        }
    }

    fn note_rival(&mut self, profiles: &[Profile<'_>], own: usize, other: usize, affinity: f64) {
        let (one, two) = (&profiles[own], &profiles[other]);
        let is_mutual = self.0[&(other, one.mention.witness)].partner == own;
        let entry = self.0.entry((own, two.mention.witness)).or_default();
        let is_other = entry.partner != other && !profiles[entry.partner].agrees(two);
        if is_mutual && is_other {
            entry.rival = entry.rival.max(affinity);
        }
    }

    /// The affinity that is asked of `candidate`.
    fn least(&self, profiles: &[Profile<'_>], candidate: &Candidate) -> f64 {
        let (one, two) = (&profiles[candidate.one], &profiles[candidate.two]);
        if one.mention.witness == two.mention.witness {
            return MIN_AFFINITY;
        }
        let ends = [
            self.0[&(candidate.one, two.mention.witness)],
            self.0[&(candidate.two, one.mention.witness)],
        ];
        let is_clear =
            |end: &Found| candidate.affinity >= end.best && end.best - end.second >= CLEAR;
        if ends
            .iter()
            .any(|end| candidate.affinity - end.rival < DOUBTFUL)
        {
            MIN_DOUBTFUL
        } else if one.is_abroad(two) {
            MIN_ABROAD
        } else if ends.iter().all(is_clear) {
            MIN_ALONE
        } else {
            MIN_AFFINITY
        }
    }
}

impl Candidate {
    /// Each end with the other.
    fn ends(&self) -> [(usize, usize); 2] {
        [(self.one, self.two), (self.two, self.one)]
    }
}
