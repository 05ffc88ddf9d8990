//! The time that figures cover, seen from the day of the statement.

use super::calendar::{grain, last_month, slack};
use crate::model::{Document, Figure, FigureKind};

/// The time that a figure covers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum TimeScope<'a> {
    /// The state at the time of speaking, or not said.
    Unsaid,
    /// A total from a day or an event on; as in [`TimeScope::During`], how far back it
    /// lies.
    Since(&'a str, Option<i32>),
    /// A stretch that moves with the statement: the past 20 years.
    Over(&'a str),
    /// A year, a day, a stretch of the calendar.
    During {
        /// EDTF.
        date: &'a str,
        /// Months from its end to the day of the statement, less than zero for
        /// what lies ahead; `None` where either is not known.
        lag: Option<i32>,
    },
}

/// How the times of two figures stand to one another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum ScopeRelation {
    /// The same time, or both silent.
    Same,
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
            .filter(|_| figure.kind != FigureKind::Duration);
        match (period.since.as_deref(), over, during) {
            (Some(since), _, _) => Self::Since(since, lag(document, since)),
            (None, Some(over), _) => Self::Over(over),
            (None, None, Some(date)) => Self::During {
                date,
                lag: lag(document, date),
            },
            (None, None, None) => Self::Unsaid,
        }
    }

    /// How the two stand to one another.
    pub(super) fn relation(self, other: Self) -> ScopeRelation {
        match (self, other) {
            _ if self == other => ScopeRelation::Same,
            (Self::Since(_, own), Self::Since(_, its)) if is_recent(own) && is_recent(its) => {
                ScopeRelation::Moves
            }
            (Self::Over(own), Self::Over(its))
                if months_of(own).is_some() && months_of(own) == months_of(its) =>
            {
                ScopeRelation::Same
            }
            (
                Self::During { date, lag },
                Self::During {
                    date: its,
                    lag: its_lag,
                },
            ) => {
                if date == its {
                    ScopeRelation::Same
                } else if grain(date) != grain(its) {
                    ScopeRelation::Other
                } else if lag.zip(its_lag).is_none_or(|(own, its)| {
                    (own - its).abs() <= slack(grain(date)) && (own < 0) == (its < 0)
                }) {
                    ScopeRelation::Moves
                } else {
                    ScopeRelation::Other
                }
            }
            (Self::Unsaid, Self::During { .. }) | (Self::During { .. }, Self::Unsaid) => {
                ScopeRelation::Unsaid
            }
            _ => ScopeRelation::Other,
        }
    }
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
    let spoken = document.metadata.date.as_ref()?;
    Some(last_month(&spoken.value)? - last_month(date)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn during(date: &str, lag: i32) -> TimeScope<'_> {
        TimeScope::During {
            date,
            lag: Some(lag),
        }
    }

    #[test]
    fn a_total_and_the_figure_of_a_year_are_two_scopes() {
        let total = TimeScope::Since("2015", Some(84));
        for other in [
            TimeScope::Unsaid,
            during("2021", 0),
            TimeScope::Since("2018", Some(48)),
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
            (during("2021", 0), during("2020", 24), ScopeRelation::Other),
            (
                during("2018", -7),
                during("2018-05", 1),
                ScopeRelation::Other,
            ),
            (during("2019", -12), during("2019", -6), ScopeRelation::Same),
            (TimeScope::Unsaid, during("2019", -6), ScopeRelation::Unsaid),
            (
                TimeScope::Since("2018-03-10", Some(0)),
                TimeScope::Since("2018-04-27", Some(1)),
                ScopeRelation::Moves,
            ),
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
}
