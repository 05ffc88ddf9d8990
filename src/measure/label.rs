//! What became of a date or a position: whether it moved, or stepped by itself
//! with the statement.

use rust_decimal::Decimal;

use super::calendar::{Granularity, granularity, last_month, slack, whole_days};
use super::feature::Mention;
use crate::model::{Bound, Document, FigureKind, FigureRole, Role, Verdict};

/// How two statements stand to each other in time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Setting<'a> {
    /// The days of both, EDTF; `None` where one is not known.
    days: [Option<&'a str>; 2],
}

impl<'a> Setting<'a> {
    pub(super) fn new(before: &'a Document, after: &'a Document) -> Self {
        let day = |document: &'a Document| {
            let stated = document.metadata.date.as_ref();
            stated.map(|stated| stated.value.as_str())
        };
        Self {
            days: [day(before), day(after)],
        }
    }

    /// Whole years from the one to the other; 1 where either day is not known.
    fn years(self) -> i32 {
        let year = |day: &str| day.get(..4)?.parse::<i32>().ok();
        let years = self.days.map(|day| day.and_then(year));
        match years {
            [Some(old), Some(new)] => new - old,
            _ => 1,
        }
    }

    /// Whether a date is the statement's own: in its date line, or the day that
    /// it is known to be of.
    fn is_own(self, side: usize, mention: &Mention<'_>) -> bool {
        // *Geneva, 24 June 2021* above the text is the day of speaking.
        mention.role == Role::DateLine
            || self.days[side].is_some() && self.days[side] == date(mention)
    }
}

/// The date of a mention with its year, EDTF.
pub(super) fn date<'a>(mention: &Mention<'a>) -> Option<&'a str> {
    let figure = mention.figure;
    figure.resolved.as_deref().or(figure.date.as_deref())
}

/// Whether both say the same date or position; a coarser date is the same as a
/// finer one inside it.
pub(super) fn is_same_label(one: &Mention<'_>, two: &Mention<'_>) -> bool {
    match one.figure.kind {
        FigureKind::Date => match (date(one), date(two)) {
            // *In May 2022* and *on 4 May 2022* may be one day.
            (Some(first), Some(second)) => first == second || contains(first, second),
            _ => one.raw == two.raw,
        },
        _ => one.figure.ordinal.is_some() && one.figure.ordinal == two.figure.ordinal,
    }
}

/// Whether one of two dates lies inside the other.
fn contains(one: &str, two: &str) -> bool {
    let (Some(first), Some(second)) = (whole_days(one), whole_days(two)) else {
        return false;
    };
    let inside = |outer: (i32, i32), inner: (i32, i32)| outer.0 <= inner.0 && inner.1 <= outer.1;
    inside(first, second) || inside(second, first)
}

/// What became of the date or position `before`, of which `after` is the counterpart.
pub(super) fn label_verdict(
    before: &Mention<'_>,
    after: &Mention<'_>,
    setting: Setting<'_>,
) -> Verdict {
    if is_same_label(before, after) {
        return Verdict::Restated;
    }
    let rolls = match before.figure.kind {
        FigureKind::Date => rolls(before, after, setting),
        _ => steps(before, after, setting),
    };
    if rolls {
        Verdict::Rollover
    } else {
        Verdict::Moved
    }
}

/// Whether a position stepped by one, or by one a year.
pub(super) fn steps(before: &Mention<'_>, after: &Mention<'_>, setting: Setting<'_>) -> bool {
    let (Some(old), Some(new)) = (before.figure.ordinal, after.figure.ordinal) else {
        return false;
    };
    let step = new - old;
    // *The twelfth meeting* → *the fourteenth meeting*, two years later.
    step == Decimal::ONE || step == Decimal::from(setting.years())
}

/// Whether a date is one by which something is to be done.
pub(super) fn is_deadline(mention: &Mention<'_>) -> bool {
    matches!(mention.figure.bound, Bound::AtMost | Bound::LessThan)
        || mention.figure.role == Some(FigureRole::Deadline)
}

/// Whether a date steps with the statement: it is the statement's own, or lies as
/// far from the day of each. A deadline never does.
pub(super) fn rolls(before: &Mention<'_>, after: &Mention<'_>, setting: Setting<'_>) -> bool {
    if setting.is_own(0, before) && setting.is_own(1, after) {
        return true;
    }
    if is_deadline(before) || is_deadline(after) {
        return false;
    }
    let (Some(old), Some(new)) = (date(before), date(after)) else {
        return false;
    };
    let (Some(first), Some(second)) = (last_month(old), last_month(new)) else {
        return false;
    };
    // The year of a statement alone does not say how far back a month of it lies.
    let is_finer = |side: usize, date: &str| {
        setting.days[side].is_some_and(|day| {
            granularity(day) != Granularity::Year || granularity(date) == granularity(day)
        })
    };
    let days = setting.days.map(|day| day.and_then(last_month));
    let spoken = if is_finer(0, old) && is_finer(1, new) {
        days
    } else {
        [None, None]
    };
    let most = slack(granularity(old)).max(slack(granularity(new)));
    match spoken {
        [Some(then), Some(now)] => {
            let lags = (then - first, now - second);
            // *In the year to March*, said each May: as far from the day of each statement.
            (lags.0 - lags.1).abs() <= most
        }
        _ => (0..=UNKNOWN_STEP).contains(&(second - first)),
    }
}

/// Months by which a date may step where the days of the statements are not known.
const UNKNOWN_STEP: i32 = 18;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_contains_the_days_that_it_names() {
        assert!(contains("2021-06", "2021-06-03") && contains("2021-06-03", "2021"));
        assert!(!contains("2021-06", "2021-07-01") && !contains("2021-06", "June"));
    }
}
