//! Pairs of figures that may measure the same, found by their telling words.

use std::collections::BTreeMap;

use super::affinity::affinity;
use super::class::Class;
use super::demands::Demands;
use super::profile::Profile;
use crate::model::Key;

/// Pairs below this affinity (0 to 1) are not even rivals of others.
const MIN_RIVAL: f64 = 0.2;
/// Words of a figure by which its partners are looked up: its most telling.
const LOOKUPS: usize = 8;
/// Partners tried for one word: the nearest that came before, the fewer the
/// more figures there are. This bounds the work and the memory.
const PARTNERS: std::ops::RangeInclusive<usize> = 4..=48;
/// Partners tried for one word of every figure, taken together.
const MAX_PARTNERS: usize = 1_000_000;

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
    let demands = Demands::new(profiles, &found);
    for candidate in &mut found {
        candidate.least = demands.least(profiles, candidate);
    }
    found.retain(|candidate| candidate.affinity >= candidate.least);
    found.sort_by(|one, two| {
        let order = two.affinity.total_cmp(&one.affinity);
        order.then((one.one, one.two).cmp(&(two.one, two.two)))
    });
    found
}

/// Pairs of one class that share a telling word or a name.
fn pairs(profiles: &[Profile<'_>]) -> Vec<Candidate> {
    let mut index: BTreeMap<(&Class<'_>, Key), Vec<usize>> = BTreeMap::new();
    let mut named: BTreeMap<(&Class<'_>, &str), Vec<usize>> = BTreeMap::new();
    let mut found = Vec::new();
    let share = MAX_PARTNERS / profiles.len().max(1);
    let most = share.clamp(*PARTNERS.start(), *PARTNERS.end());
    for (at, profile) in profiles.iter().enumerate() {
        let mut partners = Vec::new();
        for key in profile.words.telling(LOOKUPS) {
            let seen = index.entry((&profile.class, key)).or_default();
            partners.extend(seen.iter().rev().take(most).copied());
            seen.push(at);
        }
        if let Some(name) = profile.name() {
            let seen = named.entry((&profile.class, name)).or_default();
            partners.extend(seen.iter().rev().take(most).copied());
            seen.push(at);
        }
        partners.sort_unstable();
        partners.dedup();
        let tried = partners.into_iter().map(|one| Candidate {
            one,
            two: at,
            affinity: affinity(&profiles[one], profile),
            least: 1.0,
        });
        found.extend(tried.filter(|candidate| candidate.affinity >= MIN_RIVAL));
    }
    found
}

impl Candidate {
    /// Each end with the other.
    pub(super) fn ends(&self) -> [(usize, usize); 2] {
        [(self.one, self.two), (self.two, self.one)]
    }
}
