//! One day, month, quarter, year or decade.

use super::age::{century, decade, named_decade, numbered_century};
use super::part::{fiscal_year, part_of_year, year_part};
use super::year::{looks_like_year, named_year, past_letter, year_behind};
use super::{era, marked, numeric};
use crate::extract::passage::Passage;
use crate::extract::sense::Sense;
use crate::extract::token::digit_value;
use crate::language::grammar::Grammar;

/// A point of the calendar; what the text leaves out is `None`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(in crate::extract) struct Calendar {
    /// As astronomers count: 0 is 1 BC.
    pub(in crate::extract) year: Option<i32>,
    /// From 1.
    pub(in crate::extract) month: Option<u8>,
    /// From 1.
    pub(in crate::extract) day: Option<u8>,
    /// What part of the year, where it is no month.
    pub(in crate::extract) part: Option<Part>,
}

/// A part of the calendar that is no day, month or year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::extract) enum Part {
    /// A quarter of the year, from 1.
    Quarter(u8),
    /// A half of the year, 1 or 2.
    Semester(u8),
    /// The ten years from `year` on.
    Decade,
    /// The hundred years from `year` on.
    Century,
}

impl Calendar {
    pub(super) fn year(year: i32) -> Self {
        Self {
            year: Some(year),
            ..Self::default()
        }
    }

    /// Whether the month has the day, in a leap year where the year is left out.
    pub(super) fn is_possible(self) -> bool {
        let leap = self
            .year
            .is_none_or(|year| year % 4 == 0 && (year % 100 != 0 || year % 400 == 0));
        let days = match self.month {
            Some(2) if leap => 29,
            Some(2) => 28,
            Some(4 | 6 | 9 | 11) => 30,
            _ => 31,
        };
        self.day.is_none_or(|day| day <= days)
    }

    /// EDTF, with `XXXX` for a year that the text leaves out. Quarters and
    /// halves of a year are the sub-year groupings 33 to 36, 40 and 41.
    pub(in crate::extract) fn edtf(self) -> String {
        // EDTF writes years with four digits, and others behind a `Y` (ISO 8601-2).
        let year = match self.year {
            Some(year @ -9999..0) => format!("-{:04}", -year),
            Some(year @ 0..10_000) => format!("{year:04}"),
            Some(year) => format!("Y{year}"),
            None => "XXXX".to_owned(),
        };
        // The centuries before our era end with their hundred, as astronomers count.
        let grain = |digits: usize| &year[..year.len().saturating_sub(digits)];
        match (self.part, self.month, self.day) {
            (Some(Part::Quarter(quarter)), ..) => format!("{year}-{}", 32 + quarter),
            (Some(Part::Semester(half)), ..) => format!("{year}-{}", 39 + half),
            (Some(Part::Decade), ..) => format!("{}X", grain(1)),
            (Some(Part::Century), ..) => format!("{}XX", grain(2)),
            (None, Some(month), Some(day)) => format!("{year}-{month:02}-{day:02}"),
            (None, Some(month), None) => format!("{year}-{month:02}"),
            (None, None, _) => year,
        }
    }

    /// Fills in what `other` knows and this one leaves out.
    pub(super) fn or(self, other: Self) -> Self {
        Self {
            year: self.year.or(other.year),
            // *5–8 May*: a day takes the month of the other end; *2019 to May 2020* keeps its year
            // whole.
            month: self.month.or(other.month.filter(|_| self.day.is_some())),
            ..self
        }
    }
}

/// Reads one point of the calendar, with its end.
pub(super) fn read_calendar(passage: Passage, at: usize) -> Option<(Calendar, usize)> {
    let (calendar, end) = unmarked(passage, at)?;
    let marked = passage
        .grammar(end, Grammar::YearMark)
        .filter(|_| calendar.year.is_some());
    Some((calendar, marked.unwrap_or(end)))
}

fn unmarked(passage: Passage, at: usize) -> Option<(Calendar, usize)> {
    // What has more parts is asked first, a bare year last: else the year of *2021-05-03* would be
    // read and the rest left.
    named_decade(passage, at)
        .or_else(|| era::read_era(passage, at))
        .or_else(|| marked::read_marked_age(passage, at))
        .or_else(|| marked::read_marked(passage, at))
        .or_else(|| numeric::read_numeric(passage, at))
        .or_else(|| day_month(passage, at))
        .or_else(|| month_day(passage, at))
        .or_else(|| fiscal_year(passage, at))
        .or_else(|| part_of_year(passage, at))
        .or_else(|| year_part(passage, at))
        .or_else(|| decade(passage, at))
        .or_else(|| century(passage, at))
        .or_else(|| numbered_century(passage, at))
        .or_else(|| named_year(passage, at))
        .or_else(|| {
            looks_like_year(passage, at).then(|| {
                (
                    Calendar::year(number(passage, at).unwrap_or(0)),
                    past_letter(passage, at + 1),
                )
            })
        })
}

/// The value of a run of up to four digits.
pub(in crate::extract) fn number(passage: Passage, at: usize) -> Option<i32> {
    if !passage.is_digits(at) {
        return None;
    }
    let mut digits = passage.word(at).chars();
    let value = digits.by_ref().take(4).try_fold(0, |sum: i32, c| {
        Some(sum * 10 + i32::try_from(digit_value(c)?).ok()?)
    })?;
    digits.next().is_none().then_some(value)
}

/// The month at a token, with its end.
pub(super) fn month(passage: Passage, at: usize) -> Option<(u8, usize)> {
    let found = passage.find(at, |sense| match sense {
        Sense::Month(month) => Some(month),
        _ => None,
    })?;
    Some((found.meaning, found.end))
}

/// The day of a month at a token: *1*, *22nd*, *first*, *twenty-second*, with its end.
pub(super) fn day(passage: Passage, at: usize) -> Option<(u8, usize)> {
    if let Some(day) = number(passage, at) {
        let day = u8::try_from(day)
            .ok()
            .filter(|day| (1..=31).contains(day) && passage.len_chars(at) <= 2)?;
        let end = passage.ordinal_ending(at + 1).unwrap_or(at + 1);
        return Some((day, end));
    }
    let value = |at| {
        passage.find(at, |sense| match sense {
            Sense::Ordinal(value) => u32::try_from(value).ok(),
            Sense::Cardinal(value) => Some(value),
            _ => None,
        })
    };
    let first = value(at)?;
    let next = if passage.is_hyphen(first.end) {
        first.end + 1
    } else {
        first.end
    };
    let (day, end) = match value(next) {
        Some(unit) if first.meaning >= 20 && first.meaning % 10 == 0 && unit.meaning < 10 => {
            (first.meaning + unit.meaning, unit.end)
        }
        _ => (first.meaning, first.end),
    };
    let day = u8::try_from(day)
        .ok()
        .filter(|day| (1..=31).contains(day))?;
    Some((day, end))
}

/// *10 November 2020*, *22nd of June*, *16. Nov. 2016*.
fn day_month(passage: Passage, at: usize) -> Option<(Calendar, usize)> {
    let (day, mut next) = day(passage, at)?;
    if passage.word(next) == "." && passage.is_glued(next) {
        next += 1;
    }
    if let Some(after) = passage.grammar(next, Grammar::Of) {
        next = after;
    }
    let (month, end) = month(passage, next)?;
    let (year, end) = year_behind(passage, end, Some(day));
    let calendar = Calendar {
        year,
        month: Some(month),
        day: Some(day),
        part: None,
    };
    Some((calendar, end))
}

/// *November 10, 2020*, *June 2021*; a month alone is no date here.
fn month_day(passage: Passage, at: usize) -> Option<(Calendar, usize)> {
    let (month, mut end) = month(passage, at)?;
    let mut calendar = Calendar {
        month: Some(month),
        ..Calendar::default()
    };
    if let Some((day, next)) = day(passage, end).filter(|&(_, next)| ends_day(passage, next)) {
        calendar.day = Some(day);
        end = next;
    }
    let (year, end) = year_behind(passage, end, calendar.day);
    calendar.year = year;
    // *may 5*, *march 20*: in small letters they are verbs.
    (year.is_some() || calendar.day.is_some() && passage.is_capitalised(at))
        .then_some((calendar, end))
}

/// Whether a number behind a month can be its day: nothing goes on with the number.
fn ends_day(passage: Passage, at: usize) -> bool {
    // *in May 3.5 per cent*, *in June 12:30*
    let decimal = matches!(passage.word(at), "." | "," | ":")
        && passage.is_glued(at)
        && passage.is_glued(at + 1)
        && passage.is_digits(at + 1);
    !decimal && passage.word(at) != "%"
}
