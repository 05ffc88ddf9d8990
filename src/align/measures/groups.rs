//! Joins figures into rows that do not contradict themselves.

use std::collections::BTreeSet;

use super::affinity::affinity;
use super::candidates::Candidate;
use super::profile::Profile;
use crate::model::Measure;

/// How well two groups must go together, as a part of what is asked of the
/// pair that joins them.
const MIN_FIT: f64 = 0.8;
/// Most members of a group that are compared when it joins another.
const MAX_COMPARED: usize = 16;

/// Figures in groups, each of which is to be a row.
#[derive(Debug)]
pub(super) struct Groups<'a> {
    profiles: &'a [Profile<'a>],
    /// Group of each profile.
    of: Vec<usize>,
    /// Members of each group; empty once it was joined to another.
    members: Vec<BTreeSet<usize>>,
    confidence: Vec<f64>,
}

impl<'a> Groups<'a> {
    /// Each figure in a group of its own.
    pub(super) fn new(profiles: &'a [Profile<'a>]) -> Self {
        Self {
            profiles,
            of: (0..profiles.len()).collect(),
            members: (0..profiles.len()).map(|at| BTreeSet::from([at])).collect(),
            confidence: vec![1.0; profiles.len()],
        }
    }

    /// Joins the groups of two figures if all of both fits together.
    pub(super) fn join(&mut self, candidate: Candidate) {
        let (one, two) = (self.of[candidate.one], self.of[candidate.two]);
        if one == two {
            return;
        }
        let fit = self.fit(one, two).min(candidate.affinity);
        if fit < MIN_FIT * candidate.least || self.contradict(one, two) {
            return;
        }
        let (give, keep) = self.by_size(one, two);
        let moved = std::mem::take(&mut self.members[give]);
        for &member in &moved {
            self.of[member] = keep;
        }
        self.members[keep].extend(moved);
        self.confidence[keep] = self.confidence[keep].min(self.confidence[give]).min(fit);
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
        self.same_statement(one, two)
            .any(|(one, two)| !one.agrees(two))
    }

    /// Pairs of members from one statement; of a member that a statement
    /// mentions often the first ones.
    fn same_statement(
        &self,
        one: usize,
        two: usize,
    ) -> impl Iterator<Item = (&Profile<'a>, &Profile<'a>)> {
        let (few, many) = self.by_size(one, two);
        self.members[few].iter().flat_map(move |&member| {
            let profile = &self.profiles[member];
            let witness = profile.mention.witness;
            let start = self
                .profiles
                .partition_point(|other| other.mention.witness < witness);
            self.members[many]
                .range(start..)
                .map(|&other| &self.profiles[other])
                .take_while(move |other| other.mention.witness == witness)
                .take(MAX_COMPARED)
                .map(move |other| (profile, other))
        })
    }

    /// How well two groups go together: the mean affinity of each member of
    /// the smaller with its nearest of the other.
    fn fit(&self, one: usize, two: usize) -> f64 {
        let (few, many) = self.by_size(one, two);
        let (few, many) = (&self.members[few], &self.members[many]);
        let (mut sum, mut count) = (0.0, 0.0);
        for &member in few.iter().take(MAX_COMPARED) {
            let nearest = [
                many.range(..member).next_back(),
                many.range(member..).next(),
            ];
            for &other in nearest.into_iter().flatten() {
                sum += affinity(&self.profiles[member], &self.profiles[other]);
                count += 1.0;
            }
        }
        sum / count
    }

    /// The groups as measures, in the order of their first mentions.
    pub(super) fn into_measures(self) -> Vec<Measure> {
        let mut measures: Vec<Measure> = self
            .members
            .iter()
            .zip(self.confidence)
            .filter(|(members, _)| !members.is_empty())
            .map(|(members, confidence)| Measure {
                mentions: members
                    .iter()
                    .map(|&at| self.profiles[at].mention)
                    .collect(),
                confidence,
            })
            .collect();
        measures.sort_by_key(|measure| measure.mentions[0]);
        measures
    }
}
