//! The time that figures cover, seen from the day of the statement.

use crate::model::{Document, Figure, FigureKind};

/// The time that a figure covers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reach<'a> {
    /// The state at the time of speaking, or not said.
    Unsaid,
    /// A total from a day or an event on.
    Since(&'a str),
    /// A stretch that moves with the statement: the past 20 years.
    Over(&'a str),
    /// A year, a day, a stretch of the calendar.
    During {
        /// EDTF.
        date: &'a str,
        /// Years from the year of the statement.
        offset: Option<i32>,
    },
}

impl<'a> Reach<'a> {
    /// What `figure` of `document` covers.
    pub(super) fn of(document: &Document, figure: &'a Figure) -> Self {
        let Some(period) = &figure.period else {
            return Self::Unsaid;
        };
        let spoken = document
            .metadata
            .date
            .as_ref()
            .and_then(|date| year(&date.value));
        let during = period.during.as_deref().or(period.until.as_deref());
        let over = period
            .over
            .as_deref()
            .filter(|_| figure.kind != FigureKind::Duration);
        match (period.since.as_deref(), over, during) {
            (Some(since), _, _) => Self::Since(since),
            (None, Some(over), _) => Self::Over(over),
            (None, None, Some(date)) => Self::During {
                date,
                offset: year(date).zip(spoken).map(|(year, spoken)| year - spoken),
            },
            (None, None, None) => Self::Unsaid,
        }
    }

    /// How well two figures that cover these times go into one row, 0 to 1;
    /// 0 for a total beside the figure of a year, or for two starts.
    pub(super) fn harmony(self, other: Self) -> f64 {
        match (self, other) {
            _ if self == other => 1.0,
            (
                Self::During { offset, .. },
                Self::During {
                    offset: other_offset,
                    ..
                },
            ) => match (offset, other_offset) {
                (Some(one), Some(two)) if one == two => 1.0,
                (Some(_), Some(_)) => match_dates(self, other),
                _ => match_dates(self, other).max(0.8),
            },
            (Self::Unsaid, Self::During { .. }) | (Self::During { .. }, Self::Unsaid) => 0.9,
            _ => 0.0,
        }
    }
}

/// 1 for one date, whenever it is spoken of.
fn match_dates(one: Reach<'_>, two: Reach<'_>) -> f64 {
    match (one, two) {
        (Reach::During { date, .. }, Reach::During { date: other, .. }) if date == other => 1.0,
        _ => 0.0,
    }
}

/// The year at the head of an EDTF date.
fn year(date: &str) -> Option<i32> {
    date.get(..4)?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn during(date: &str, offset: i32) -> Reach<'_> {
        Reach::During {
            date,
            offset: Some(offset),
        }
    }

    #[test]
    fn a_total_and_the_figure_of_a_year_are_two_rows() {
        let total = Reach::Since("2015");
        for other in [Reach::Unsaid, during("2021", 0), Reach::Since("2018")] {
            assert!(total.harmony(other) <= 0.0, "{other:?}");
        }
    }

    #[test]
    fn the_year_moves_on_with_the_statement() {
        assert!(during("2021", 0).harmony(during("2022", 0)) >= 1.0);
        assert!(during("2022", 1).harmony(during("2022", 0)) >= 1.0);
        assert!(during("2021", 0).harmony(during("2020", -1)) <= 0.0);
    }
}
