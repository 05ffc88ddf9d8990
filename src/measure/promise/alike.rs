//! Whether two promises are of one act.

use std::ops::Range;

use super::super::words::{Rarity, Stem, overlap, shared};
use super::side::Side;
use crate::model::{Actor, Mood, Promise, Strength};

/// Least likeness (0 to 1) of two promises of one act.
const ONE_ACT: f64 = 0.45;
/// Least share of words in common of an act that is to be done and the one that is to be
/// left undone: less may be about something else.
const REVERSED: f64 = 0.8;
/// With how many promises of the other statement each is compared at most: those that
/// stand at about the same place.
const NEAREST: usize = 200;
/// Least share of words in common where a noun alone says what one of two acts is.
const SILENT: f64 = 0.6;

/// Least words in common, and least share of those of the act that says less, where the
/// other says more.
const MANY: usize = 4;
const CONTAINED: f64 = 0.75;

/// Two promises of one act.
#[derive(Debug)]
pub(super) struct Candidate {
    pub(super) before: usize,
    pub(super) after: usize,
    pub(super) likeness: f64,
    /// Share of the words of their sentences that both have, 0 to 1: of two acts in the same
    /// words, what is said beside them tells which is which.
    pub(super) beside: f64,
    /// One says that the act is to be left undone.
    pub(super) is_reversed: bool,
}

/// The pairs of promises of one act.
pub(super) fn candidates(sides: &[Side<'_>; 2], rarity: &Rarity) -> Vec<Candidate> {
    let mut pairs = Vec::new();
    let counts = [0, 1].map(|side: usize| sides[side].promises.len());
    for before in 0..counts[0] {
        for after in nearest(before, counts) {
            if let Some(likeness) = likeness(sides, (before, after), rarity) {
                pairs.push(Candidate {
                    before,
                    after,
                    likeness,
                    beside: overlap(sides[0].sentence_of(before), sides[1].sentence_of(after)),
                    is_reversed: sides[0].promises[before].negated
                        != sides[1].promises[after].negated,
                });
            }
        }
    }
    pairs
}

/// The promises after with which the one at `before` is compared, of so many before and
/// after.
fn nearest(before: usize, counts: [usize; 2]) -> Range<usize> {
    let middle = before * counts[1] / counts[0];
    let last_first = counts[1].saturating_sub(NEAREST);
    let first = middle.saturating_sub(NEAREST / 2).min(last_first);
    first..counts[1].min(first + NEAREST)
}

/// How alike two acts are, 0 to 1; `None` where they are not one.
fn likeness(sides: &[Side<'_>; 2], at: (usize, usize), rarity: &Rarity) -> Option<f64> {
    let (one, two) = (&sides[0].promises[at.0], &sides[1].promises[at.1]);
    // *We will clear the roads* is no answer to *we call on all to clear the roads*.
    if one.mood != two.mood && !forbids_other(one, two) && !forbids_other(two, one) {
        return None;
    }
    let (first, second) = (&sides[0].acts[at.0], &sides[1].acts[at.1]);
    let has = |words: &[Stem], stem: Stem| words.binary_search(&stem).is_ok();
    let has_object = match (first.object, second.object) {
        // *Complete the purchase of boats* has the object *purchase*; *buy boats* has it among its
        // words.
        (Some(one), Some(two)) => one == two || has(&second.words, one) || has(&first.words, two),
        (None, None) => true,
        _ => false,
    };
    // Most pairs share neither: nothing more is asked of them.
    if !has_object && first.verb != second.verb {
        return None;
    }
    let verbs = verbs(sides, at);
    if verbs == Verbs::Other {
        return None;
    }
    let shares_object = has_object && (verbs != Verbs::Silent || first.object == second.object);
    let dice = rarity.dice(&first.words, &second.words);
    let likeness = match (verbs, shares_object) {
        // *Will clear the roads in the north* and *will clear the roads* are one act.
        (Verbs::Same, true) => 0.3 + 0.7 * dice,
        // *Will rebuild* and *will restore the bridges*: as good as one verb, if the rest agrees.
        (Verbs::NearbyWords, true) | (Verbs::Same, false) => 0.1 + 0.8 * dice,
        // *to do the same*: whom it asks says little of what is asked.
        (Verbs::Silent, true)
            if one.mood == Mood::Appeal && one.act.verb.is_some() != two.act.verb.is_some() =>
        {
            return None;
        }
        (Verbs::Silent, true) if dice >= SILENT || one.mood == Mood::Appeal => dice,
        // One says the same and more.
        (Verbs::Silent, true) if shared(&first.words, &second.words) >= MANY => {
            let contained = rarity.contained(&first.words, &second.words);
            if contained < CONTAINED {
                return None;
            }
            dice.max(ONE_ACT)
        }
        _ => return None,
    };
    // *The sale is prohibited*: both leave the verb unsaid.
    let is_one_verb =
        verbs == Verbs::Same || first.verb.is_none() && second.verb.is_none() && has_object;
    let likeness = if one.negated == two.negated {
        likeness
    } else if is_one_verb && shares_object && dice >= REVERSED {
        // Any pair that says it the same way comes first.
        ONE_ACT
    } else {
        return None;
    };
    let is_one = likeness >= ONE_ACT && are_one_actor(&one.actor, &two.actor);
    is_one.then_some(likeness)
}

/// Whether one forbids what the other allows or binds to, or the other way round: *must not*
/// and *may*, *may not* and *must*. What others are only asked for is neither.
fn forbids_other(one: &Promise, two: &Promise) -> bool {
    let is_deontic = |mood| matches!(mood, Mood::Promise | Mood::Duty | Mood::Permission);
    let has_leave = [one, two]
        .iter()
        .any(|promise| promise.mood == Mood::Permission);
    // *Need not* leaves it open, and agrees with *may*.
    let forbids = one.mood == Mood::Permission || one.strength >= Strength::Intended;
    one.negated
        && !two.negated
        && forbids
        && has_leave
        && is_deontic(one.mood)
        && is_deontic(two.mood)
}

/// How two verbs stand to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Verbs {
    Same,
    NearbyWords,
    /// One act has no verb that says anything.
    Silent,
    Other,
}

fn verbs(sides: &[Side<'_>; 2], at: (usize, usize)) -> Verbs {
    // Where no verb says it a noun may: *complete purchases of bonds*.
    let stem = |side: usize, at: usize| {
        let act = &sides[side].acts[at];
        act.verb.or(act.object)
    };
    let acts = [&sides[0].acts[at.0], &sides[1].acts[at.1]];
    let silent = acts.into_iter().filter(|act| act.verb.is_none()).count();
    let sense = |promise: &Promise| promise.act.sense;
    let senses = (
        sense(&sides[0].promises[at.0]),
        sense(&sides[1].promises[at.1]),
    );
    if silent == 2 {
        Verbs::Silent
    } else if stem(0, at.0) == stem(1, at.1) {
        Verbs::Same
    } else if senses.0.is_some() && senses.0 == senses.1 {
        Verbs::NearbyWords
    } else if silent == 1 {
        Verbs::Silent
    } else {
        Verbs::Other
    }
}

fn are_one_actor(one: &Actor, two: &Actor) -> bool {
    match (one, two) {
        (Actor::Speaker(_), Actor::Speaker(_)) => true,
        (Actor::Named { words: first, .. }, Actor::Named { words: second, .. }) => {
            // *The Ministry* and *the Ministry of Works* are one actor.
            first.iter().any(|word| second.contains(word))
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_promise_is_compared_with_as_many_of_a_long_statement() {
        assert_eq!(nearest(0, [3, 2]), 0..2);
        assert_eq!(nearest(150, [200, 200]), 0..200);
        assert_eq!(nearest(0, [1_000, 1_000]), 0..200);
        assert_eq!(nearest(500, [1_000, 1_000]), 400..600);
        assert_eq!(nearest(999, [1_000, 900]), 700..900);
    }
}
