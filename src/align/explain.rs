//! Says why paragraphs were linked or not.

use crate::model::{Alignment, Explanation, Link, Reason, Relation, RunnerUp};

use super::Linked;
use super::candidates::Candidate;
use super::text::narrow;

/// One explanation a link, in the order of the links.
pub(super) fn explain(alignment: &Alignment, linked: &Linked) -> Vec<Explanation> {
    let weighed = Weighed::new(linked);
    let links = alignment.links.iter();
    links.map(|link| weighed.explain(link)).collect()
}

/// The candidates of each paragraph.
struct Weighed<'a> {
    linked: &'a Linked,
    by_before: Vec<Vec<&'a Candidate>>,
    by_after: Vec<Vec<&'a Candidate>>,
}

impl<'a> Weighed<'a> {
    fn new(linked: &'a Linked) -> Self {
        let mut weighed = Self {
            linked,
            by_before: vec![Vec::new(); linked.pairs.len_before()],
            by_after: vec![Vec::new(); linked.pairs.len_after()],
        };
        for candidate in &linked.candidates {
            weighed.by_before[candidate.before].push(candidate);
            weighed.by_after[candidate.after].push(candidate);
        }
        weighed
    }

    fn explain(&self, link: &Link) -> Explanation {
        let (inside, outside): (Vec<&Candidate>, Vec<&Candidate>) = self
            .candidates_of(link)
            .partition(|candidate| is_inside(candidate, link));
        let (own, refused) = (best(inside), best(outside));
        // A move with a lesser score was linked by its phrases.
        let floor_moved = self.linked.thresholds.moved;
        let own = own.filter(|candidate| {
            link.relation != Relation::Moved || candidate.score_moved() >= floor_moved
        });
        let decisive = own.or(if is_alone(link) { refused } else { None });
        let reason = self.reason(link, decisive);
        let thresholds = &self.linked.thresholds;
        let weighed = decisive.map(|candidate| match reason {
            Reason::Moved | Reason::OutOfOrder => (candidate.score_moved(), thresholds.moved),
            _ => (candidate.letters, thresholds.even(candidate)),
        });
        Explanation {
            link: link.clone(),
            reason,
            score: weighed.map(|(score, _)| score),
            floor: weighed.map(|(_, floor)| floor),
            runner_up: refused.map(runner_up),
        }
    }

    fn reason(&self, link: &Link, decisive: Option<&Candidate>) -> Reason {
        match (link.relation, decisive) {
            (Relation::Added | Relation::Removed, decisive) => self.refusal(decisive),
            (Relation::Split | Relation::Merged | Relation::Regrouped, _) => Reason::Joined,
            _ if link.similarity >= 1.0 => Reason::SameText,
            // No candidate was compared in full: runs of words that both alone have linked them.
            (_, None) => Reason::SharedPhrases,
            (Relation::Moved, _) => Reason::Moved,
            _ => Reason::InOrder,
        }
    }

    /// Why the best candidate of a paragraph was refused.
    fn refusal(&self, best: Option<&Candidate>) -> Reason {
        match best {
            Some(best) if best.letters >= self.linked.thresholds.even(best) => {
                // Both stayed alone: alike enough, but not where the order wants them.
                if self.linked.pairs.is_free(best.before, best.after) {
                    Reason::OutOfOrder
                } else {
                    Reason::Taken
                }
            }
            _ => Reason::TooWeak,
        }
    }

    /// All candidates with a paragraph of the link.
    fn candidates_of(&self, link: &Link) -> impl Iterator<Item = &'a Candidate> {
        let before = link.before.iter().map(|&at| &self.by_before[at as usize]);
        let after = link.after.iter().map(|&at| &self.by_after[at as usize]);
        before.chain(after).flatten().copied()
    }
}

fn is_alone(link: &Link) -> bool {
    link.before.is_empty() || link.after.is_empty()
}

fn is_inside(candidate: &Candidate, link: &Link) -> bool {
    let pair = runner_up(candidate);
    link.before.contains(&pair.before) && link.after.contains(&pair.after)
}

fn best(candidates: Vec<&Candidate>) -> Option<&Candidate> {
    let weighed = candidates.into_iter().filter(|one| one.score > 0.0);
    weighed.max_by(|x, y| x.score.total_cmp(&y.score))
}

fn runner_up(candidate: &Candidate) -> RunnerUp {
    RunnerUp {
        before: narrow(candidate.before),
        after: narrow(candidate.after),
        score: candidate.score,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_candidate_is_inside_the_link_that_has_both_of_its_paragraphs() {
        let link = |before: &[u32], after: &[u32]| Link {
            before: before.to_vec(),
            after: after.to_vec(),
            relation: Relation::Edited,
            similarity: 0.5,
            edits: Vec::new(),
        };
        assert!(is_alone(&link(&[1], &[])) && is_alone(&link(&[], &[1])));
        assert!(!is_alone(&link(&[1], &[1])));
    }
}
