//! How far a figure moved.

use rust_decimal::Decimal;

use super::amount::Amount;
use super::feature::{Aspect, Mention};
use super::unit::Unit;
use crate::model::{Bound, Delta, DeltaSide, Verdict};

/// How far `after` is from `before`; `None` where there is no such number: between
/// a bound and a point, or for dates and names.
pub(super) fn delta(before: &Mention<'_>, after: &Mention<'_>, verdict: Verdict) -> Option<Delta> {
    if !matches!(verdict, Verdict::Increased | Verdict::Decreased)
        || !before.figure.kind.is_amount()
    {
        return None;
    }
    let is_shared = before.figure.unit == after.figure.unit;
    let (old, new) = (&before.amount, &after.amount);
    let (first, second, side) = ends(old, new)?;
    // Where both are in one unit, that unit is the scale.
    let factor = if is_shared {
        own_factor(after)
    } else {
        Decimal::ONE
    };
    let scaled = |amount: Decimal, mention: &Mention<'_>| {
        // *Rose by 2 per cent* → *fell by 3 per cent*: five points down, not one up.
        let signed = if before.aspect != after.aspect && mention.aspect == Aspect::Fall {
            -amount
        } else {
            amount
        };
        signed.checked_div(factor).map(|amount| amount.normalize())
    };
    let own = own_factor(after);
    Some(Delta {
        before: scaled(first, before)?,
        after: scaled(second, after)?,
        unit: if is_shared {
            after.figure.unit.clone()
        } else {
            base_unit(after)
        },
        side,
        shown_in: after
            .figure
            .unit
            .clone()
            .filter(|_| !is_shared)
            .map(|unit| (unit, own)),
    })
}

/// The two numbers to subtract.
fn ends(old: &Amount<'_>, new: &Amount<'_>) -> Option<(Decimal, Decimal, DeltaSide)> {
    match (old.value, new.value) {
        (Some(first), Some(second)) => Some((first, second, side(old, new)?)),
        (None, None) => {
            let (low, high) = ((old.low?, new.low?), (old.high?, new.high?));
            let moved = low.1.checked_sub(low.0)?;
            // *1/4 to 1/2 per cent* → *1/2 to 3/4 per cent*: both ends moved by one quarter.
            let is_even = high.1.checked_sub(high.0)? == moved && !old.is_vague();
            is_even.then_some((low.0, low.1, DeltaSide::Range))
        }
        _ => None,
    }
}

fn side(old: &Amount<'_>, new: &Amount<'_>) -> Option<DeltaSide> {
    let is_floor = |amount: &Amount<'_>| matches!(amount.bound, Bound::MoreThan | Bound::AtLeast);
    let is_ceiling = |amount: &Amount<'_>| matches!(amount.bound, Bound::LessThan | Bound::AtMost);
    // *More than 140* → *more than 200*: the floor rose, of the number nothing is known.
    if is_floor(old) && is_floor(new) {
        Some(DeltaSide::Floor)
    } else if old.is_point() && new.is_point() {
        Some(DeltaSide::Value)
    } else if is_ceiling(old) && is_ceiling(new) {
        Some(DeltaSide::Ceiling)
    } else {
        None
    }
}

/// How many of the scale's own unit one of the unit of a figure is; a bare number
/// is on a scale of its own.
pub(super) fn own_factor(mention: &Mention<'_>) -> Decimal {
    let figure = mention.figure;
    if mention.amount.unit == Unit::Bare {
        return Decimal::ONE;
    }
    let Some(canonical) = figure.canonical.as_ref() else {
        return Unit::factor(figure);
    };
    if !matches!(mention.amount.unit, Unit::Physical(_)) {
        return Unit::factor(figure);
    }
    let ends = [
        (canonical.value, figure.value),
        (canonical.low, figure.low),
        (canonical.high, figure.high),
    ];
    ends.into_iter()
        .find_map(|(base, own)| {
            let own = own.filter(|own| !own.is_zero())?;
            base?.checked_div(own)
        })
        .unwrap_or(Decimal::ONE)
}

/// The unit of the scale of an amount.
fn base_unit(mention: &Mention<'_>) -> Option<String> {
    match mention.amount.unit {
        Unit::Share => Some("percent".to_owned()),
        Unit::Point => Some("percentage point".to_owned()),
        Unit::Physical(_) => {
            let canonical = mention.figure.canonical.as_ref()?;
            Some(canonical.unit.to_owned())
        }
        _ => mention.figure.unit.clone(),
    }
}
