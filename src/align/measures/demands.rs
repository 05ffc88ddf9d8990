//! How sure a pair of figures must be to stand in one row.
//!
//! Statements that repeat much of each other, as those of a central bank or of
//! a yearly meeting do, repeat their measures too; statements that share no
//! sentence rarely share a measure, and more is asked of their pairs.

use std::collections::BTreeMap;

use super::candidates::Candidate;
use super::profile::Profile;

/// Least affinity (0 to 1) of two figures of related statements. On the
/// project's statements less joins different measures of one kind.
const MIN_RELATED: f64 = 0.5;
/// The same for a pair that stands alone: no other figure of either statement
/// comes within [`CLEAR`] of it.
const MIN_ALONE: f64 = 0.36;
/// How far the second best must be below the best.
const CLEAR: f64 = 0.12;
/// The same for statements that share few sentences, and for two delegations:
/// what is measured must be the same in words.
const MIN_STRANGE: f64 = 0.7;
/// The same for numbers without a unit, which name as often as they measure.
const MIN_BARE: f64 = 0.8;
/// More than any affinity: two delegations whose figures have no subject in
/// common, or two unlike numbers without a unit.
const NEVER: f64 = 2.0;
/// How near a rival, which could as well be the partner, makes a pair doubtful.
const DOUBTFUL: f64 = 0.04;
/// The least affinity of a doubtful pair.
const MIN_DOUBTFUL: f64 = 0.85;
/// Affinity from which a pair shows that two statements repeat each other.
const REPEATED: f64 = 0.75;
/// Least part of the figures of the shorter statement that have such a partner
/// in the other, for the two to be related.
const MIN_KINSHIP: f64 = 0.3;

/// What is asked of each pair.
pub(super) struct Demands {
    found: BTreeMap<(usize, u32), Found>,
    /// Pairs of statements that repeat each other.
    related: BTreeMap<(u32, u32), bool>,
}

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

impl Demands {
    /// The demands on `pairs`, which are all that share a word.
    pub(super) fn new(profiles: &[Profile<'_>], pairs: &[Candidate]) -> Self {
        let mut demands = Self {
            found: BTreeMap::new(),
            related: BTreeMap::new(),
        };
        for pair in pairs {
            for (own, other) in pair.ends() {
                let witness = profiles[other].mention.witness;
                demands.note(own, other, witness, pair.affinity);
            }
        }
        for pair in pairs {
            for (own, other) in pair.ends() {
                demands.note_rival(profiles, own, other, pair.affinity);
            }
        }
        demands.related = demands.kinship(profiles);
        demands
    }

    fn note(&mut self, own: usize, other: usize, witness: u32, affinity: f64) {
        let entry = self.found.entry((own, witness)).or_default();
        if affinity > entry.best {
            entry.second = entry.best;
            (entry.best, entry.partner) = (affinity, other);
        } else if affinity > entry.second {
            entry.second = affinity;
        }
    }

    fn note_rival(&mut self, profiles: &[Profile<'_>], own: usize, other: usize, affinity: f64) {
        let (one, two) = (&profiles[own], &profiles[other]);
        let is_mutual = self.found[&(other, one.mention.witness)].partner == own;
        let entry = self.found.entry((own, two.mention.witness)).or_default();
        let is_other = entry.partner != other && !profiles[entry.partner].agrees(two);
        if is_mutual && is_other {
            entry.rival = entry.rival.max(affinity);
        }
    }

    fn kinship(&self, profiles: &[Profile<'_>]) -> BTreeMap<(u32, u32), bool> {
        let mut counts: BTreeMap<u32, f64> = BTreeMap::new();
        for profile in profiles {
            *counts.entry(profile.mention.witness).or_default() += 1.0;
        }
        let mut repeated: BTreeMap<(u32, u32), f64> = BTreeMap::new();
        for (&(own, witness), found) in &self.found {
            if found.best >= REPEATED {
                let pair = (profiles[own].mention.witness, witness);
                *repeated.entry(pair).or_default() += 1.0;
            }
        }
        let is_related = |(pair, count): ((u32, u32), f64)| {
            let shorter = counts[&pair.0].min(counts[&pair.1]);
            (pair, count >= MIN_KINSHIP * shorter && count > 1.0)
        };
        repeated.into_iter().map(is_related).collect()
    }

    /// The affinity that is asked of `pair`.
    pub(super) fn least(&self, profiles: &[Profile<'_>], pair: &Candidate) -> f64 {
        let (one, two) = (&profiles[pair.one], &profiles[pair.two]);
        let (before, after) = (one.mention.witness, two.mention.witness);
        if before == after {
            return MIN_STRANGE;
        }
        let is_related = self.related.get(&(before, after)).copied().unwrap_or(false);
        let names_itself = one.figure.subject.is_some() && one.figure.subject == two.figure.subject;
        let is_nameless = one.class.is_bare() && !one.agrees(two);
        if one.is_abroad(two) && !names_itself || !is_related && is_nameless {
            return NEVER;
        }
        let ends = [
            self.found[&(pair.one, after)],
            self.found[&(pair.two, before)],
        ];
        let is_clear = |end: &Found| pair.affinity >= end.best && end.best - end.second >= CLEAR;
        if ends.iter().any(|end| pair.affinity - end.rival < DOUBTFUL) {
            MIN_DOUBTFUL
        } else if one.class.is_bare() {
            MIN_BARE
        } else if !is_related && !one.shares_name(two) || one.is_abroad(two) {
            MIN_STRANGE
        } else if ends.iter().all(is_clear) {
            MIN_ALONE
        } else {
            MIN_RELATED
        }
    }
}
