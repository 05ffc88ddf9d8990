//! In which order changes are told, and which of them one text alone is no reason to tell.
//!
//! Rises and falls come first, the greatest share first; then other bounds, other scopes,
//! what is gone, what is new, each in reading order. Small counts, times and
//! vague numbers that one text alone has stand behind all others of their verdict.

use std::cmp::Reverse;

use rust_decimal::Decimal;

use super::change::ChangeRecord;
use crate::model::{Dimension, Figure, FigureKind, Verdict};

/// Counts up to this are small: *four countries*, *two pillars*. Of a thousand figures that
/// one yearly statement alone has, about half are.
const SMALL: Decimal = Decimal::TEN;

/// A vague number that allows so many times its least, or more, gives nothing to follow: *tens of
/// thousands* allows ten times, *between one and two million* twice.
const WIDE: Decimal = Decimal::from_parts(5, 0, 0, false, 0);

/// What becomes of a change in a list for people.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Weight {
    /// Both texts have it, or there is something to follow in it.
    Whole,
    /// A small count, a time or a vague number that one text alone has.
    Slight,
}

/// How much a change weighs.
pub(super) fn weight(change: &ChangeRecord<'_>) -> Weight {
    let figures = || change.figures.iter().flatten();
    // *3 bridges* that became 4 is a step to follow; three bridges in one text alone are none.
    if change.is_lone() && figures().next().is_some() && figures().all(|figure| is_slight(figure)) {
        Weight::Slight
    } else {
        Weight::Whole
    }
}

/// Whether there is little to follow in a figure over the years: a small count, a time or a
/// vague number.
pub(super) fn is_slight(figure: &Figure) -> bool {
    is_small(figure) || is_vague(figure)
}

/// Whether a figure is a small count, a duration or an age.
pub(super) fn is_small(figure: &Figure) -> bool {
    if figure.kind == FigureKind::Duration || figure.dimension == Some(Dimension::Time) {
        return true;
    }
    // *Four hectares* is small, and an area to follow all the same.
    let is_count = matches!(figure.dimension, None | Some(Dimension::Count));
    // *Three to five camps* has no one value: its upper end says how many there may be.
    let most = figure.value.or(figure.high);
    figure.kind == FigureKind::Quantity
        && is_count
        // *Rose by 3* is small and news: a change is what a reader looks for.
        && figure.change.is_none()
        && most.is_some_and(|value| value <= SMALL)
}

/// Whether a figure is a number in words for many, as *millions of people*.
fn is_vague(figure: &Figure) -> bool {
    let is_wide = match (figure.low, figure.high) {
        (Some(low), Some(high)) => low.checked_mul(WIDE).is_none_or(|least| high >= least),
        _ => true,
    };
    figure.kind == FigureKind::Quantity && figure.value.is_none() && figure.approximate && is_wide
}

/// `changes` in the order in which they are told.
pub(super) fn in_order<'r, 'a>(
    changes: impl Iterator<Item = &'r ChangeRecord<'a>>,
) -> Vec<&'r ChangeRecord<'a>> {
    let mut changes: Vec<_> = changes.collect();
    changes.sort_by_key(|change| {
        (
            rank(change.verdict.fact()),
            weight(change),
            Reverse(share(change)),
        )
    });
    changes
}

/// A change, and those that tell of the same step elsewhere.
#[derive(Debug, Clone)]
pub(super) struct Step<'r, 'a> {
    pub(super) change: &'r ChangeRecord<'a>,
    pub(super) also: Vec<&'r ChangeRecord<'a>>,
}

impl<'r, 'a> Step<'r, 'a> {
    /// A change as a step of its own.
    pub(super) fn alone(change: &'r ChangeRecord<'a>) -> Self {
        Self {
            change,
            also: Vec::new(),
        }
    }
}

/// The changes, those that tell of one step more than once together: a statement says its rate
/// in the headline, in the text and in the decision.
pub(super) fn steps<'r, 'a>(changes: Vec<&'r ChangeRecord<'a>>) -> Vec<Step<'r, 'a>> {
    let mut steps: Vec<Step<'r, 'a>> = Vec::new();
    for change in changes {
        let mut told = steps.iter_mut();
        match told.find(|step| is_one_step(step.change, change)) {
            Some(step) => step.also.push(change),
            None => steps.push(Step::alone(change)),
        }
    }
    steps
}

/// Whether two changes go from one amount to another that are the same in both, and are of
/// one measure. Small counts are met by chance.
fn is_one_step(one: &ChangeRecord<'_>, two: &ChangeRecord<'_>) -> bool {
    let mut sides = one.figures.iter().zip(&two.figures);
    one.verdict == two.verdict
        && sides.all(|sides| match sides {
            (Some(own), Some(its)) => own.kind.is_amount() && !is_small(own) && are_equal(own, its),
            _ => false,
        })
        && matches!((one.figures[1], two.figures[1]), (Some(own), Some(its)) if are_of_one_measure(own, its))
}

/// Whether two figures of a statement are of one thing: *the policy rate* is *the policy rate
/// of the bank*, but *the discount rate* is another.
fn are_of_one_measure(one: &Figure, two: &Figure) -> bool {
    let (own, its) = (&one.measured, &two.measured);
    let are_within = |some: &[String], all: &[String]| {
        // *The rate*, which nothing narrows, may be either of two rates.
        !some.is_empty() && some.iter().all(|word| all.contains(word))
    };
    let is_narrowed_alike =
        are_within(&own.modifiers, &its.modifiers) || are_within(&its.modifiers, &own.modifiers);
    let titles = one.title.as_ref().zip(two.title.as_ref());
    own.head.is_some() && own.head == its.head && is_narrowed_alike
        || titles.is_some_and(|(own, its)| own.to_lowercase() == its.to_lowercase())
}

fn are_equal(one: &Figure, two: &Figure) -> bool {
    let amount = |figure: &Figure| (figure.value, figure.low, figure.high, figure.bound);
    amount(one) == amount(two) && one.unit == two.unit && one.currency == two.currency
}

/// Rises and falls are of one rank, every other verdict has its own.
fn rank(verdict: Option<Verdict>) -> Option<Verdict> {
    match verdict {
        // −80 % stands before +10 %, though a fall.
        Some(Verdict::Decreased) => Some(Verdict::Increased),
        other => other,
    }
}

/// How far it moved, as a part of what was; of a change without a distance the least.
fn share(change: &ChangeRecord<'_>) -> Option<Decimal> {
    let part = change.moved.as_ref()?.relative()?;
    Some(part.abs())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Measured;

    fn count(value: i64) -> Figure {
        Figure {
            kind: FigureKind::Quantity,
            value: Some(value.into()),
            dimension: Some(Dimension::Count),
            ..Figure::default()
        }
    }

    #[test]
    fn counts_on_the_fingers_and_durations_are_small() {
        assert!(is_small(&count(4)) && !is_small(&count(11)));
        let years = Figure {
            kind: FigureKind::Duration,
            ..count(30)
        };
        assert!(is_small(&years));
        let hectares = Figure {
            dimension: Some(Dimension::Area),
            ..count(4)
        };
        let percent = Figure {
            kind: FigureKind::Percentage,
            ..count(4)
        };
        assert!(!is_small(&hectares) && !is_small(&percent));
        let age = Figure {
            dimension: Some(Dimension::Time),
            ..count(16)
        };
        assert!(is_small(&age));
    }

    #[test]
    fn a_rate_is_one_measure_with_and_without_more_words_but_not_with_others() {
        let rate = |modifiers: &[&str], title: &str| Figure {
            measured: Measured {
                head: Some("rate".to_owned()),
                modifiers: modifiers.iter().map(|&word| word.to_owned()).collect(),
                ..Measured::default()
            },
            title: Some(title.to_owned()),
            ..count(4)
        };
        let policy = rate(&["policy"], "Policy rate");
        for (other, is_one) in [
            (rate(&["bank", "policy"], "policy rate of the bank"), true),
            (rate(&["discount"], "discount rate"), false),
            (rate(&[], "rate"), false),
            (rate(&[], "policy rate"), true),
        ] {
            assert_eq!(are_of_one_measure(&policy, &other), is_one, "{other:?}");
            assert_eq!(are_of_one_measure(&other, &policy), is_one, "{other:?}");
        }
    }

    #[test]
    fn there_is_nothing_to_follow_in_millions_of_people() {
        let many = |low: i64, high: i64| Figure {
            value: None,
            low: Some(low.into()),
            high: Some(high.into()),
            approximate: true,
            ..count(0)
        };
        assert!(is_slight(&many(1_000_000, 10_000_000)));
        assert!(!is_slight(&many(1_000_000, 2_000_000)) && !is_slight(&count(1_000_000)));
    }

    #[test]
    fn figures_are_equal_by_amount_and_unit() {
        let metres = Figure {
            unit: Some("metre".to_owned()),
            ..count(40)
        };
        assert!(are_equal(&count(40), &count(40)));
        assert!(!are_equal(&count(40), &count(41)) && !are_equal(&count(40), &metres));
    }
}
