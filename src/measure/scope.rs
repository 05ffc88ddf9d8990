//! The time that figures cover, seen from the day of the statement.

use super::calendar::{Granularity, granularity, last_month, slack};
use crate::model::{Document, Figure, FigureKind};

/// The time that a figure covers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum TimeScope<'a> {
    /// The state at the time of speaking, or not said.
    Unsaid,
    /// A total from a day on that lies farther back than a day of counting.
    Since(&'a str),
    /// A total from an event on, told in words: *after the flood*.
    After(&'a str),
    /// A stretch that moves with the statement: the past 20 years.
    Over(&'a str),
    /// A year, a day, a stretch of the calendar.
    During {
        /// EDTF.
        date: &'a str,
        /// Months from its end to the day of the statement, less than zero for
        /// what lies ahead; `None` where either is not known.
        lag: Option<i32>,
        /// Its last month, counted from the year 0; `None` where the year is not known.
        end: Option<i32>,
    },
}

/// How the times of two figures stand to one another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum ScopeRelation {
    /// The same time, or both silent.
    Same,
    /// The same time, which is past and farther back for the later statement.
    Again,
    /// The time that moves on with the statement: the latest month of each.
    Moves,
    /// One is silent, which may mean the same.
    Unsaid,
    /// Another start, another length, a total beside the figure of a year.
    Other,
}

impl<'a> TimeScope<'a> {
    /// What `figure` of `document` covers.
    pub(super) fn of(document: &Document, figure: &'a Figure) -> Self {
        let Some(period) = &figure.period else {
            return Self::Unsaid;
        };
        let during = period.during.as_deref().or(period.until.as_deref());
        let over = period
            .over
            .as_deref()
            // *Over the past 20 years* covers a time; *20 years* as a length is a number itself.
            .filter(|_| figure.kind != FigureKind::Duration);
        let since = period.since.as_deref();
        let (dated, event) = match since {
            Some(since) if is_date(since) => (Some(since), None),
            event => (None, event),
        };
        match (dated, over, during, event) {
            // *As of 10 March* in a statement of April is the day of counting, *since 2015* a
            // total.
            (Some(since), ..) if is_recent(lag(document, since)) => Self::during(document, since),
            (Some(since), ..) => Self::Since(since),
            (None, Some(over), ..) => Self::Over(over),
            (None, None, Some(date), _) => Self::during(document, date),
            (None, None, None, Some(event)) => Self::After(event),
            (None, None, None, None) => Self::Unsaid,
        }
    }

    /// A date as `document` sees it.
    fn during(document: &Document, date: &'a str) -> Self {
        Self::During {
            date,
            lag: lag(document, date),
            end: end(document, date),
        }
    }

    fn dated(self) -> Option<Dated<'a>> {
        match self {
            Self::During { date, lag, end } => Some((date, lag, end)),
            _ => None,
        }
    }

    /// Whether both are dates within a year, and the first ends before the second.
    pub(super) fn is_before(self, other: Self) -> bool {
        match (self.dated(), other.dated()) {
            (Some(one), Some(two)) => is_later(one, two),
            _ => false,
        }
    }

    /// How the two stand to one another.
    pub(super) fn relation(self, other: Self) -> ScopeRelation {
        match (self, other) {
            _ if self == other => ScopeRelation::Same,
            (Self::Over(own), Self::Over(its))
                if months_of(own).is_some() && months_of(own) == months_of(its) =>
            {
                ScopeRelation::Same
            }
            (
                Self::During { date, lag, end },
                Self::During {
                    date: its,
                    lag: its_lag,
                    end: its_end,
                },
            ) => between((date, lag, end), (its, its_lag, its_end)),
            // *only this year* against *after the flood*.
            (Self::After(_), Self::During { date, .. })
            | (Self::During { date, .. }, Self::After(_))
                if is_long(date) =>
            {
                ScopeRelation::Other
            }
            (Self::Over(_), Self::Unsaid) | (Self::Unsaid, Self::Over(_)) => ScopeRelation::Unsaid,
            // *As of 1 March* is the day of counting.
            (Self::Over(_), Self::During { date, lag, .. })
            | (Self::During { date, lag, .. }, Self::Over(_))
                if granularity(date) == Granularity::Day && is_recent(lag) =>
            {
                ScopeRelation::Unsaid
            }
            (Self::Since(_) | Self::Over(_), _) | (_, Self::Since(_) | Self::Over(_)) => {
                ScopeRelation::Other
            }
            _ => ScopeRelation::Unsaid,
        }
    }
}

/// A date, its months from the statement and its last month.
type Dated<'a> = (&'a str, Option<i32>, Option<i32>);

/// How two dates stand to one another.
fn between(one: Dated<'_>, two: Dated<'_>) -> ScopeRelation {
    let ((date, lag, _), (its, its_lag, _)) = (one, two);
    let most = slack(granularity(date)).max(slack(granularity(its)));
    let lags = lag.zip(its_lag);
    if date == its {
        match lags {
            // *In 2015, 40 camps* is said in 2016 and again in 2018.
            Some((own, its)) if own != its && own >= 0 && its >= 0 => ScopeRelation::Again,
            _ => ScopeRelation::Same,
        }
    // *In 2020* is a year’s sum, *in March* that of a month.
    } else if is_long(date) != is_long(its) {
        ScopeRelation::Other
    } else if lags.map_or_else(|| steps(date, its), |lags| moves(lags, most))
        || is_later(one, two) && lags.is_some_and(is_observed)
    {
        ScopeRelation::Moves
    } else {
        ScopeRelation::Other
    }
}

/// Whether both are months, days or quarters, of which the second ends later.
fn is_later((date, _, end): Dated<'_>, (its, _, its_end): Dated<'_>) -> bool {
    let ends = end.zip(its_end);
    !is_long(date) && !is_long(its) && ends.is_some_and(|(end, its)| end < its)
}

/// Most months by which a later observation may lie farther back from its statement than
/// the earlier one did.
const OBSERVED: i32 = 6;

/// Whether both times are past and the second is no farther history than the first:
/// *0.44 % in early October*, told in October, and *0.38 % in December*, told in April.
fn is_observed((own, its): (i32, i32)) -> bool {
    own >= 0 && its >= 0 && its - own <= OBSERVED
}

/// Months by which a time may move on where the days of the statements are not known.
const UNKNOWN_STEP: i32 = 18;

/// Whether the second time may be that of a statement that follows on the first.
fn steps(date: &str, its: &str) -> bool {
    match (last_month(date), last_month(its)) {
        (Some(first), Some(second)) => (second - first).abs() <= UNKNOWN_STEP,
        _ => true,
    }
}

/// Months by which the forecast of one statement may look farther ahead than that of
/// another and still be for the year to come.
const AHEAD: i32 = 2;

/// Whether what lies so many months back from each statement moves with it.
fn moves((own, its): (i32, i32), most: i32) -> bool {
    let apart = (own - its).abs();
    (own < 0) == (its < 0) && apart <= if own < 0 { AHEAD } else { most }
}

/// Whether a date is a year, or a stretch of the calendar: what was done in it is a
/// sum that no month compares with.
fn is_long(date: &str) -> bool {
    matches!(granularity(date), Granularity::Year | Granularity::Interval)
}

/// Months within which a day from which on something is counted is the day of
/// counting: *as of 10 March*.
const RECENT: i32 = 2;

fn is_recent(lag: Option<i32>) -> bool {
    lag.is_some_and(|lag| (0..=RECENT).contains(&lag))
}

/// The months of an ISO 8601 duration of years or months.
fn months_of(duration: &str) -> Option<i32> {
    let count = duration.strip_prefix('P')?;
    if let Some(years) = count.strip_suffix('Y') {
        return Some(years.parse::<i32>().ok()? * 12);
    }
    count.strip_suffix('M')?.parse().ok()
}

/// Months from the end of `date` to the day of the statement.
fn lag(document: &Document, date: &str) -> Option<i32> {
    let day = day(document)?;
    if granularity(day) == Granularity::Year && granularity(date) != Granularity::Year {
        return None;
    }
    Some(last_month(day)? - end(document, date)?)
}

/// The last month of `date`; of a month or a quarter without a year, of the last one before
/// the statement.
fn end(document: &Document, date: &str) -> Option<i32> {
    let Some(part) = date.strip_prefix("XXXX-") else {
        return last_month(date);
    };
    let spoken = last_month(day(document)?)?;
    let month = last_month(&format!("0000-{}", part.get(..2)?))?;
    // *In November*, said in April, is that of the year before.
    Some(spoken - (spoken - month).rem_euclid(12))
}

/// The day of the statement.
fn day(document: &Document) -> Option<&str> {
    let day = document.metadata.date.as_ref()?;
    Some(&day.value)
}

/// Whether words are a date in EDTF.
fn is_date(words: &str) -> bool {
    words.starts_with("XXXX-")
        || words
            .get(..4)
            .is_some_and(|year| year.parse::<u16>().is_ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn during(date: &str, lag: i32) -> TimeScope<'_> {
        TimeScope::During {
            date,
            lag: Some(lag),
            end: last_month(date),
        }
    }

    #[test]
    fn a_total_and_the_figure_of_a_year_are_two_scopes() {
        let total = TimeScope::Since("2015");
        for other in [
            TimeScope::Unsaid,
            during("2021", 0),
            TimeScope::Since("2018"),
            TimeScope::Over("P2Y"),
        ] {
            assert_eq!(total.relation(other), ScopeRelation::Other, "{other:?}");
        }
    }

    #[test]
    fn the_latest_month_moves_on_with_the_statement() {
        let cases = [
            (
                during("2018-04", 1),
                during("2018-05", 1),
                ScopeRelation::Moves,
            ),
            (
                during("2018-04", 1),
                during("2018-07", 1),
                ScopeRelation::Moves,
            ),
            // Told half a year later, and seen two months later than before.
            (
                during("2011-10", 0),
                during("2011-12", 4),
                ScopeRelation::Moves,
            ),
            // History, and what was seen earlier.
            (
                during("2011-10", 0),
                during("2011-12", 16),
                ScopeRelation::Other,
            ),
            (
                during("2011-10", 0),
                during("2011-08", 4),
                ScopeRelation::Other,
            ),
            (during("2021", 0), during("2020", 24), ScopeRelation::Other),
            (
                during("2018", -7),
                during("2018-05", 1),
                ScopeRelation::Other,
            ),
            (during("2019", -12), during("2019", -6), ScopeRelation::Same),
            (
                during("2018-04", 1),
                during("2018-04", 2),
                ScopeRelation::Again,
            ),
            (TimeScope::Unsaid, during("2019", -6), ScopeRelation::Unsaid),
            (
                TimeScope::Over("P1Y"),
                TimeScope::Over("P12M"),
                ScopeRelation::Same,
            ),
            (
                TimeScope::Over("P1Y"),
                TimeScope::Over("P2Y"),
                ScopeRelation::Other,
            ),
        ];
        for (one, two, relation) in cases {
            assert_eq!(one.relation(two), relation, "{one:?} {two:?}");
        }
    }

    #[test]
    fn two_dates_are_a_step_apart_within_the_years_of_a_series() {
        assert!(steps("2020-05", "2020-06"));
        assert!(!steps("1990-05", "2020-06"));
        assert!(is_date("2021-05") && is_date("XXXX-05") && !is_date("the truce"));
    }

    #[test]
    fn the_last_months_are_recent_and_what_lies_ahead_is_not() {
        assert!(is_recent(Some(0)) && is_recent(Some(RECENT)));
        assert!(!is_recent(Some(-1)) && !is_recent(Some(RECENT + 1)) && !is_recent(None));
    }
}
