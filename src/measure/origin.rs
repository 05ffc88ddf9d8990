//! Levels whose sentence says where they came from: *fell from 3.7 % in May to 3.2 % in
//! June*. A later statement names so the level that an earlier one told, which shows that
//! both measure one thing, whatever the words around.

use super::amount::Amount;
use super::feature::{Aspect, Mention};

/// Most figures between a level and where it came from.
const MOST_BETWEEN: usize = 6;

/// Notes for each level where it came from, and for each start of a change that a level
/// came from it, in the mentions of one statement.
pub(super) fn note_origins(mentions: &mut [Mention<'_>]) {
    for at in 0..mentions.len() {
        if mentions[at].aspect == Aspect::Origin
            && let Some(level) = level_of(mentions, at)
        {
            mentions[at].left_for = Some(mentions[level].amount);
            mentions[level].origin = Some(mentions[at].amount);
        }
    }
}

/// The level that came from the start of a change: the nearest one of its unit in the
/// sentence that has no other.
fn level_of(mentions: &[Mention<'_>], origin: usize) -> Option<usize> {
    let start = &mentions[origin];
    let is_level = |&at: &usize| {
        let other = &mentions[at];
        other.sentence == start.sentence
            && other.figure.kind.is_amount()
            && other.aspect != Aspect::Origin
            // *From 40 to 30 in the north and from 20 to 10 in the south*: each level has one
            // start.
            && other.origin.is_none()
            && other.amount.unit.is_commensurable(start.amount.unit)
    };
    let reach = origin.saturating_sub(MOST_BETWEEN)..mentions.len().min(origin + MOST_BETWEEN + 1);
    let away = |&at: &usize| mentions[at].token.abs_diff(start.token);
    reach.filter(is_level).min_by_key(away)
}

/// Notes the levels of which a sentence goes on to a later state: *rose to 0.50 % in November,
/// before it fell to 0.38 % in December*.
pub(super) fn note_outdated(mentions: &mut [Mention<'_>]) {
    for at in 0..mentions.len() {
        let reach = at + 1..mentions.len().min(at + 1 + MOST_BETWEEN);
        mentions[at].is_outdated = reach
            .map(|later| &mentions[later])
            .any(|later| is_later_state(&mentions[at], later));
    }
}

fn is_later_state(one: &Mention<'_>, later: &Mention<'_>) -> bool {
    let is_level = |mention: &Mention<'_>| mention.aspect == Aspect::Level;
    one.sentence == later.sentence
        && is_level(one)
        && is_level(later)
        && one.amount.unit.is_commensurable(later.amount.unit)
        // *Wages rose to 4 per cent in May and prices to 3 per cent in June*: two things.
        && one.thing.name == later.thing.name
        && !one.thing.name.is_empty()
        && one.scope.is_before(later.scope)
}

/// Whether the later of two levels came from the earlier.
pub(super) fn continues(one: &Mention<'_>, two: &Mention<'_>) -> bool {
    let is_it = |origin: &Amount<'_>| {
        one.amount.unit.is_commensurable(origin.unit) && one.amount.is_same(origin)
    };
    one.aspect != Aspect::Origin && two.origin.as_ref().is_some_and(is_it)
}

/// Whether both are where a change to one level began: *from 31.5 to 20.5 per cent* told
/// again as *from 41 to 20.5 per cent*.
pub(super) fn lead_to_one_level(one: &Mention<'_>, two: &Mention<'_>) -> bool {
    let levels = one.left_for.as_ref().zip(two.left_for.as_ref());
    levels.is_some_and(|(own, its)| own.unit.is_commensurable(its.unit) && own.is_same(its))
}
