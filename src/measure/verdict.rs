//! What became of an amount between two statements.
//!
//! Amounts are compared on one scale, in exact decimals. Two bounds of the same
//! direction compare, a bound and a point only where they cannot be the same; what
//! covers another time is never subtracted.

use std::cmp::Ordering;

use super::amount::Amount;
use super::compatible::is_step_beside_level;
use super::feature::{Aspect, Mention};
use super::scope::ScopeRelation;
use crate::model::{Bound, FigureKind, Verdict};

/// What became of the amount `before`, of which `after` is the counterpart.
pub(super) fn amount_verdict(before: &Mention<'_>, after: &Mention<'_>) -> Verdict {
    let (old, new) = (&before.amount, &after.amount);
    if before.figure.negated != after.figure.negated
        || !old.is_commensurable(new)
        || is_step_beside_level(before, after)
    {
        return Verdict::ScopeChanged;
    }
    // *Rose by 3 per cent* → *fell by 1 per cent* is a fall, though 1 is less than 3.
    let verdict = turn(before, after).unwrap_or_else(|| compare(old, new));
    let is_here = !are_elsewhere(
        before.figure.scope.as_deref(),
        after.figure.scope.as_deref(),
    );
    if verdict == Verdict::Restated || is_here && are_comparable(before, after) {
        verdict
    } else {
        Verdict::ScopeChanged
    }
}

/// Whether both name a place and no word of it is the same: *in the northern district*, *in
/// the whole country*.
fn are_elsewhere(one: Option<&str>, two: Option<&str>) -> bool {
    let (Some(one), Some(two)) = (one, two) else {
        return false;
    };
    let mut words = one.split_whitespace();
    // *In the northern district* and *in the northern and eastern districts* share a place.
    !words.any(|word| two.split_whitespace().any(|other| other == word))
}

/// A rise that became a fall, or the other way round: the sign changed.
fn turn(before: &Mention<'_>, after: &Mention<'_>) -> Option<Verdict> {
    match (before.aspect, after.aspect) {
        (Aspect::Rise, Aspect::Fall) => Some(Verdict::Decreased),
        (Aspect::Fall, Aspect::Rise) => Some(Verdict::Increased),
        _ => None,
    }
}

/// Whether both cover the same time, or one that moves with the statement. A
/// rate is no sum of what came since; a stretch of time may be its own period.
fn are_comparable(before: &Mention<'_>, after: &Mention<'_>) -> bool {
    let is_rate = |mention: &Mention<'_>| {
        let unit = mention.figure.unit.as_deref();
        unit.is_some_and(|unit| unit.contains(" per "))
    };
    let is_length = |mention: &Mention<'_>| mention.figure.kind == FigureKind::Duration;
    before.scope.relation(after.scope) != ScopeRelation::Other
        || is_rate(before) && is_rate(after)
        || is_length(before) && is_length(after)
}

/// How two amounts of one measure compare.
pub(super) fn compare(old: &Amount<'_>, new: &Amount<'_>) -> Verdict {
    if old.is_same(new) {
        // *More than 140* → *140*: the number stayed, its bound did not.
        return if old.is_vague() || side(old) == side(new) {
            Verdict::Restated
        } else {
            Verdict::BoundChanged
        };
    }
    let points = (old.value, new.value);
    let (Some(first), Some(second)) = points else {
        return compare_intervals(old, new);
    };
    let order = second.cmp(&first);
    let compares = match (side(old), side(new)) {
        // *140* → *more than 120* may be the same; *140* → *more than 200* is more.
        (Side::Point | Side::Ceiling, Side::Floor) => order.is_gt(),
        (Side::Point | Side::Floor, Side::Ceiling) => order.is_lt(),
        _ => true,
    };
    match order {
        Ordering::Greater if compares => Verdict::Increased,
        Ordering::Less if compares => Verdict::Decreased,
        _ => Verdict::BoundChanged,
    }
}

/// On which side of the number that is written what is meant lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Side {
    /// On it, or near it.
    Point,
    /// From it up.
    Floor,
    /// Up to it.
    Ceiling,
    /// Between two numbers.
    Range,
}

fn side(amount: &Amount<'_>) -> Side {
    match amount.bound {
        Bound::MoreThan | Bound::AtLeast => Side::Floor,
        Bound::LessThan | Bound::AtMost if !amount.is_point() => Side::Ceiling,
        Bound::Range => Side::Range,
        _ => Side::Point,
    }
}

/// Of amounts of which one has no number of its own.
fn compare_intervals(old: &Amount<'_>, new: &Amount<'_>) -> Verdict {
    let both_ranges = old.value.is_none() && new.value.is_none();
    // *Dozens* → *40 to 50*: only where the one lies wholly above the other.
    if old.is_vague() != new.is_vague() || !both_ranges {
        return compare_apart(old, new);
    }
    let order = |old: Option<_>, new: Option<_>| match (old, new) {
        (Some(old), Some(new)) => Ord::cmp(&new, &old),
        _ => Ordering::Equal,
    };
    let ends = [order(old.low, new.low), order(old.high, new.high)];
    // *10 to 20* → *12 to 20* is more, *10 to 20* → *12 to 18* is narrower.
    if ends.iter().all(|end| end.is_ge()) && ends.iter().any(|end| end.is_gt()) {
        Verdict::Increased
    } else if ends.iter().all(|end| end.is_le()) && ends.iter().any(|end| end.is_lt()) {
        Verdict::Decreased
    } else {
        Verdict::BoundChanged
    }
}

/// Of intervals of two kinds: only what lies wholly beside the other is more or less.
fn compare_apart(old: &Amount<'_>, new: &Amount<'_>) -> Verdict {
    if matches!((old.upper(), new.low), (Some(old), Some(new)) if new > old) {
        Verdict::Increased
    } else if matches!((old.low, new.upper()), (Some(old), Some(new)) if new < old) {
        Verdict::Decreased
    } else {
        Verdict::BoundChanged
    }
}
