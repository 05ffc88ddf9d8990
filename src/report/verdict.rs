//! What became of a figure between two witnesses.
//!
//! Amounts are compared as the intervals that their words allow, in exact
//! decimals; two bounds are never subtracted as if they were points.

use rust_decimal::Decimal;
use serde::Serialize;

use crate::model::{Bound, ChangeMode, Direction, Figure, FigureKind};

/// What became of a figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// More than before.
    Increased,
    /// Less than before.
    Decreased,
    /// The same number, bounded another way: *more than 140* → *140*.
    BoundChanged,
    /// Of another period or scope: not comparable.
    ScopeChanged,
    /// Another date, position or reference.
    Changed,
    /// A promise in weaker words.
    Softened,
    /// A promise in stronger words.
    Strengthened,
    /// Not stated before.
    Added,
    /// Not stated any more.
    Removed,
    /// Equal within what the words allow, in other words.
    Restated,
    /// One year or one session on, with the statement.
    Rollover,
    /// The same words.
    Same,
}

impl Verdict {
    /// The name in the output.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Increased => "increased",
            Self::Decreased => "decreased",
            Self::BoundChanged => "bound_changed",
            Self::ScopeChanged => "scope_changed",
            Self::Changed => "changed",
            Self::Softened => "softened",
            Self::Strengthened => "strengthened",
            Self::Added => "added",
            Self::Removed => "removed",
            Self::Restated => "restated",
            Self::Rollover => "rollover",
            Self::Same => "same",
        }
    }

    /// Whether it is told as news; the others are counted and folded.
    #[must_use]
    pub fn is_news(self) -> bool {
        !matches!(self, Self::Restated | Self::Rollover | Self::Same)
    }
}

/// How the statements that hold two figures stand to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Setting {
    /// Whole years from the statement before to the one after; 1 where a date
    /// is not known.
    pub years: i32,
    /// Whether the figures stand in the line with the statement's own date.
    pub date_line: bool,
}

/// What became of `before`, of which `after` is the counterpart.
#[must_use]
pub(super) fn verdict(before: &Figure, after: &Figure, setting: Setting) -> Verdict {
    if before.kind.is_amount() {
        amount_verdict(before, after)
    } else {
        label_verdict(before, after, setting)
    }
}

fn amount_verdict(before: &Figure, after: &Figure) -> Verdict {
    let (old_step, new_step) = (step(before), step(after));
    if before.negated != after.negated || old_step.is_some() != new_step.is_some() {
        return Verdict::ScopeChanged;
    }
    match new_step.filter(|_| new_step != old_step) {
        Some(Direction::Up) => return Verdict::Increased,
        Some(Direction::Down) => return Verdict::Decreased,
        None => {}
    }
    if before.kind == FigureKind::Ratio {
        return ratio_verdict(before, after);
    }
    let Some((old, new)) = comparable(before, after) else {
        return verdict_without_unit(before, after);
    };
    let verdict = old.verdict(&new);
    if verdict != Verdict::Restated
        && !(is_its_own_period(before) && is_its_own_period(after))
        && periods_conflict(before, after)
    {
        return Verdict::ScopeChanged;
    }
    verdict
}

/// Of amounts in other units: the same number is told again where one of the
/// sentences leaves out what it counts.
fn verdict_without_unit(before: &Figure, after: &Figure) -> Verdict {
    let is_bare = |figure: &Figure| figure.unit.is_none() && figure.dimension.is_none();
    let (old, new) = (as_written(before), as_written(after));
    let restated = (is_bare(before) || is_bare(after)) && old == new;
    if restated && !periods_conflict(before, after) {
        Verdict::Restated
    } else {
        Verdict::ScopeChanged
    }
}

/// Where a figure is the size of a change and no level: *rose by 3*, not *rose to 3*.
pub(super) fn step(figure: &Figure) -> Option<Direction> {
    let change = figure.change?;
    (change.mode == ChangeMode::By).then_some(change.direction)
}

fn ratio_verdict(before: &Figure, after: &Figure) -> Verdict {
    let (Some(old), Some(new)) = (before.ratio, after.ratio) else {
        return Verdict::Restated;
    };
    match (new.0.checked_mul(old.1), old.0.checked_mul(new.1)) {
        (Some(new), Some(old)) if new > old => Verdict::Increased,
        (Some(new), Some(old)) if new < old => Verdict::Decreased,
        _ => Verdict::Restated,
    }
}

/// Whether the stretch of time that a figure covers is the figure itself, as
/// in *for the past 15 years*.
fn is_its_own_period(figure: &Figure) -> bool {
    let over = figure
        .period
        .as_ref()
        .and_then(|period| period.over.as_ref());
    let (Some(over), Some(value)) = (over, figure.value) else {
        return false;
    };
    let count = over.trim_matches(|letter: char| !letter.is_ascii_digit());
    figure.kind == FigureKind::Duration && count == value.normalize().to_string()
}

/// Periods that say different things: another start, another stretch. The
/// year of a yearly figure moves on with the statement and is no conflict; nor
/// is when a rate begins, which is no sum of what came since.
fn periods_conflict(before: &Figure, after: &Figure) -> bool {
    let are_rates = is_rate(before) && is_rate(after);
    let (Some(before), Some(after)) = (&before.period, &after.period) else {
        return false;
    };
    let differ =
        |a: &Option<String>, b: &Option<String>| matches!((a, b), (Some(a), Some(b)) if a != b);
    !are_rates && differ(&before.since, &after.since)
        || differ(&before.over, &after.over)
        || (before.since.is_some() && after.since.is_none() && after.during.is_some())
        || (before.during.is_some() && before.since.is_none() && after.since.is_some())
}

/// Whether an amount is one per another: *$35 billion per month*.
fn is_rate(figure: &Figure) -> bool {
    let unit = figure.unit.as_deref();
    unit.is_some_and(|unit| unit.contains(" per "))
}

/// An amount as its words allow it, in one unit for both sides.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Amount {
    /// The number itself; `None` for ranges and vague numbers.
    pub(super) value: Option<Decimal>,
    low: Option<Decimal>,
    high: Option<Decimal>,
    bound: Bound,
    approximate: bool,
}

/// Both amounts in the unit of the second, or in the base unit where the
/// units differ; `None` where they measure different things.
pub(super) fn comparable(before: &Figure, after: &Figure) -> Option<(Amount, Amount)> {
    if before.unit == after.unit || before.dimension.is_none() && after.dimension.is_none() {
        return Some((as_written(before), as_written(after)));
    }
    let (old, new) = (before.canonical.as_ref(), after.canonical.as_ref());
    match (old, new) {
        (Some(old), Some(new)) if old.unit == new.unit => Some((
            Amount {
                value: old.value,
                low: old.low,
                high: old.high,
                ..as_written(before)
            },
            Amount {
                value: new.value,
                low: new.low,
                high: new.high,
                ..as_written(after)
            },
        )),
        _ if before.dimension == after.dimension => Some((as_written(before), as_written(after))),
        _ => None,
    }
}

fn as_written(figure: &Figure) -> Amount {
    Amount {
        value: figure.value,
        low: figure.low,
        high: figure.high,
        bound: figure.bound,
        approximate: figure.approximate,
    }
}

impl Amount {
    fn verdict(&self, after: &Self) -> Verdict {
        let other_bound = self.bound != after.bound;
        let both_points = self.is_point_like() && after.is_point_like();
        if self.is_vague() != after.is_vague() || other_bound && !both_points {
            return self.verdict_across_bounds(after);
        }
        match (self.value, after.value) {
            (Some(old), Some(new)) if old == new => Verdict::Restated,
            (Some(_), Some(_)) if self.holds(after) || after.holds(self) => Verdict::Restated,
            (Some(old), Some(new)) if new > old => Verdict::Increased,
            (Some(_), Some(_)) => Verdict::Decreased,
            _ => self.verdict_of_intervals(after),
        }
    }

    /// Whether the number stands near a point: exact or approximate.
    fn is_point_like(&self) -> bool {
        self.bound == Bound::Exact || self.approximate && self.low.is_some() && self.high.is_some()
    }

    /// Whether the words of `self` allow the number of `finer`, which is
    /// written more exactly.
    fn holds(&self, finer: &Self) -> bool {
        let (Some(low), Some(high)) = (self.low, self.high) else {
            return false;
        };
        let (Some(value), Some(finer_low), Some(finer_high)) = (finer.value, finer.low, finer.high)
        else {
            return false;
        };
        let inside = low <= value && value <= high;
        inside && finer_high - finer_low < high - low
    }

    /// Whether it is a plural that stands for a number: *thousands*.
    fn is_vague(&self) -> bool {
        let tenfold = self.low.and_then(|low| low.checked_mul(Decimal::TEN));
        self.value.is_none() && self.approximate && tenfold.is_some() && tenfold == self.high
    }

    /// The largest number that the words may be said of. *Millions* is said of
    /// eleven million, for the next word is that for a thousand times as many.
    fn upper(&self) -> Option<Decimal> {
        let wide = self.is_vague() && self.low >= Some(Decimal::ONE_THOUSAND);
        let high = self.high?;
        Some(if wide {
            high.saturating_mul(Decimal::TEN)
        } else {
            high
        })
    }

    fn verdict_across_bounds(&self, after: &Self) -> Verdict {
        if matches!((self.upper(), after.low), (Some(old), Some(new)) if new > old) {
            Verdict::Increased
        } else if matches!((self.low, after.upper()), (Some(old), Some(new)) if new < old) {
            Verdict::Decreased
        } else {
            Verdict::BoundChanged
        }
    }

    fn verdict_of_intervals(&self, after: &Self) -> Verdict {
        if (self.low, self.high) == (after.low, after.high) {
            return Verdict::Restated;
        }
        let order = |old: Option<Decimal>, new: Option<Decimal>| match (old, new) {
            (Some(old), Some(new)) => new.cmp(&old),
            _ => std::cmp::Ordering::Equal,
        };
        let (low, high) = (order(self.low, after.low), order(self.high, after.high));
        if low.is_ge() && high.is_ge() && (low.is_gt() || high.is_gt()) {
            Verdict::Increased
        } else if low.is_le() && high.is_le() && (low.is_lt() || high.is_lt()) {
            Verdict::Decreased
        } else {
            Verdict::BoundChanged
        }
    }
}

fn label_verdict(before: &Figure, after: &Figure, setting: Setting) -> Verdict {
    if before.kind == FigureKind::Date {
        return date_verdict(before, after, setting);
    }
    match (before.ordinal, after.ordinal) {
        (Some(old), Some(new)) if old == new => Verdict::Restated,
        (Some(old), Some(new)) if is_step(new - old, setting.years) && same_name(before, after) => {
            Verdict::Rollover
        }
        (None, None) if before.subject == after.subject => Verdict::Restated,
        _ => Verdict::Changed,
    }
}

/// Whether a position moved on by one, or by one a year.
fn is_step(step: Decimal, years: i32) -> bool {
    step == Decimal::ONE || step == Decimal::from(years)
}

fn same_name(before: &Figure, after: &Figure) -> bool {
    before.kind == FigureKind::Ordinal || before.subject == after.subject
}

fn date_verdict(before: &Figure, after: &Figure, setting: Setting) -> Verdict {
    let resolved = |figure: &Figure| figure.resolved.clone().or_else(|| figure.date.clone());
    let (Some(old), Some(new)) = (resolved(before), resolved(after)) else {
        return Verdict::Changed;
    };
    if old == new {
        return if before.bound == after.bound {
            Verdict::Restated
        } else {
            Verdict::BoundChanged
        };
    }
    let step = year(&old).zip(year(&new)).map(|(old, new)| new - old);
    if setting.date_line || step == Some(setting.years) && setting.years > 0 {
        Verdict::Rollover
    } else {
        Verdict::Changed
    }
}

/// The year at the head of an EDTF date.
fn year(date: &str) -> Option<i32> {
    date.get(..4)?.parse().ok()
}

/// Whole years from one EDTF date to another; 1 where either has none.
#[must_use]
pub(super) fn years_between(before: Option<&str>, after: Option<&str>) -> i32 {
    let (Some(old), Some(new)) = (before.and_then(year), after.and_then(year)) else {
        return 1;
    };
    new - old
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Change, Dimension, Period};

    #[expect(clippy::unnecessary_wraps, reason = "fields of a figure are optional")]
    fn number(text: &str) -> Option<Decimal> {
        Some(text.parse().unwrap())
    }

    fn exact(value: &str) -> Figure {
        Figure {
            value: number(value),
            low: number(value),
            high: number(value),
            ..Figure::default()
        }
    }

    fn about(value: &str, low: &str, high: &str) -> Figure {
        Figure {
            value: number(value),
            low: number(low),
            high: number(high),
            approximate: true,
            ..Figure::default()
        }
    }

    fn more_than(value: &str) -> Figure {
        Figure {
            value: number(value),
            low: number(value),
            bound: Bound::MoreThan,
            ..Figure::default()
        }
    }

    const YEAR_ON: Setting = Setting {
        years: 1,
        date_line: false,
    };

    #[test]
    fn amounts_are_compared_as_their_words_allow() {
        let cases = [
            (exact("140"), exact("200"), Verdict::Increased),
            (exact("200"), exact("140"), Verdict::Decreased),
            (exact("810000"), exact("810000.0"), Verdict::Restated),
            (more_than("140"), more_than("200"), Verdict::Increased),
            (more_than("140"), exact("140"), Verdict::BoundChanged),
            (exact("140"), more_than("200"), Verdict::Increased),
            (more_than("140"), exact("200"), Verdict::BoundChanged),
            (
                about("3000", "2500", "3500"),
                exact("2980"),
                Verdict::Restated,
            ),
            (
                about("3000", "2500", "3500"),
                exact("3600"),
                Verdict::Increased,
            ),
        ];
        for (before, after, expected) in cases {
            assert_eq!(
                verdict(&before, &after, YEAR_ON),
                expected,
                "{before:?} {after:?}"
            );
        }
    }

    #[test]
    fn a_vague_plural_is_another_number_only_past_what_it_is_said_of() {
        let vague = |low: &str, high: &str| Figure {
            low: number(low),
            high: number(high),
            bound: Bound::Range,
            approximate: true,
            ..Figure::default()
        };
        let dozens = || vague("12", "120");
        let millions = || vague("1000000", "10000000");
        let cases = [
            (exact("120"), dozens(), Verdict::BoundChanged),
            (exact("140"), dozens(), Verdict::Decreased),
            (more_than("11000000"), millions(), Verdict::BoundChanged),
            (more_than("200000000"), millions(), Verdict::Decreased),
            (millions(), exact("900000"), Verdict::Decreased),
            (exact("900000"), millions(), Verdict::Increased),
            (dozens(), millions(), Verdict::Increased),
            (dozens(), dozens(), Verdict::Restated),
        ];
        for (before, after, expected) in cases {
            let found = verdict(&before, &after, YEAR_ON);
            assert_eq!(found, expected, "{before:?} {after:?}");
        }
    }

    #[test]
    fn the_same_number_is_told_again_where_one_sentence_leaves_its_unit_out() {
        let trees = |value: &str| Figure {
            unit: Some("tree".to_owned()),
            dimension: Some(Dimension::Count),
            ..exact(value)
        };
        let cases = [
            (trees("180"), exact("180"), Verdict::Restated),
            (exact("180"), trees("180.0"), Verdict::Restated),
            (trees("180"), exact("250"), Verdict::ScopeChanged),
            (trees("180"), more_than("180"), Verdict::ScopeChanged),
        ];
        for (before, after, expected) in cases {
            let found = verdict(&before, &after, YEAR_ON);
            assert_eq!(found, expected, "{before:?} {after:?}");
        }
    }

    #[test]
    fn another_start_is_another_scope() {
        let since = |year: &str, value: &str| Figure {
            period: Some(Period {
                since: Some(year.to_owned()),
                ..Period::default()
            }),
            ..exact(value)
        };
        assert_eq!(
            verdict(&since("2015", "10"), &since("2018", "12"), YEAR_ON),
            Verdict::ScopeChanged
        );
        assert_eq!(
            verdict(&since("2015", "10"), &since("2015", "12"), YEAR_ON),
            Verdict::Increased
        );
    }

    #[test]
    fn a_rate_is_compared_whenever_it_begins() {
        let pace = |value: &str, since: &str| Figure {
            unit: Some("USD per month".to_owned()),
            period: Some(Period {
                since: Some(since.to_owned()),
                ..Period::default()
            }),
            ..exact(value)
        };
        assert_eq!(
            verdict(&pace("35", "january"), &pace("30", "february"), YEAR_ON),
            Verdict::Decreased
        );
    }

    #[test]
    fn a_stretch_of_time_is_compared_though_it_is_its_own_period() {
        let past = |value: &str, over: &str| Figure {
            kind: FigureKind::Duration,
            period: Some(Period {
                over: Some(over.to_owned()),
                ..Period::default()
            }),
            ..exact(value)
        };
        let [long, short] = [past("15", "P15Y"), past("9", "P9Y")];
        assert_eq!(verdict(&long, &short, YEAR_ON), Verdict::Decreased);
        let within = past("3", "P9Y");
        assert_eq!(verdict(&long, &within, YEAR_ON), Verdict::ScopeChanged);
    }

    #[test]
    fn a_level_is_compared_with_the_level_that_a_change_leads_to() {
        let changed = |value: &str, mode, direction| Figure {
            change: Some(Change { direction, mode }),
            ..exact(value)
        };
        let cases = [
            (
                changed("22", ChangeMode::To, Direction::Up),
                Verdict::Restated,
            ),
            (
                changed("25", ChangeMode::To, Direction::Up),
                Verdict::Increased,
            ),
            (
                changed("22", ChangeMode::By, Direction::Up),
                Verdict::ScopeChanged,
            ),
        ];
        for (after, expected) in cases {
            assert_eq!(verdict(&exact("22"), &after, YEAR_ON), expected);
        }
        let rose = changed("3", ChangeMode::By, Direction::Up);
        let fell = changed("3", ChangeMode::By, Direction::Down);
        assert_eq!(verdict(&rose, &fell, YEAR_ON), Verdict::Decreased);
    }

    #[test]
    fn dates_and_positions_roll_over_with_the_year() {
        let date = |date: &str| Figure {
            kind: FigureKind::Date,
            date: Some(date.to_owned()),
            ..Figure::default()
        };
        let place = |at: &str| Figure {
            kind: FigureKind::Ordinal,
            ordinal: number(at),
            ..Figure::default()
        };
        assert_eq!(
            verdict(&date("2020"), &date("2021"), YEAR_ON),
            Verdict::Rollover
        );
        assert_eq!(
            verdict(&date("2025"), &date("2030"), YEAR_ON),
            Verdict::Changed
        );
        assert_eq!(
            verdict(&place("19"), &place("20"), YEAR_ON),
            Verdict::Rollover
        );
        assert_eq!(
            verdict(&place("19"), &place("25"), YEAR_ON),
            Verdict::Changed
        );
    }
}
