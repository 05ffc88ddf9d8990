//! One day, month, quarter, year or decade.

use super::{marked, numeric};
use crate::extract::passage::Passage;
use crate::extract::sense::{Grammar, Sense};
use crate::extract::token::digit_value;
use crate::extract::unit;

/// A point of the calendar; what the text leaves out is `None`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(in crate::extract) struct Calendar {
    /// Four digits.
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
    pub(super) fn edtf(self) -> String {
        let year = match self.year {
            Some(year) => format!("{year:04}"),
            None => "XXXX".to_owned(),
        };
        match (self.part, self.month, self.day) {
            (Some(Part::Quarter(quarter)), ..) => format!("{year}-{}", 32 + quarter),
            (Some(Part::Semester(half)), ..) => format!("{year}-{}", 39 + half),
            (Some(Part::Decade), ..) => format!("{}X", &year[..3]),
            (Some(Part::Century), ..) => format!("{}XX", &year[..2]),
            (None, Some(month), Some(day)) => format!("{year}-{month:02}-{day:02}"),
            (None, Some(month), None) => format!("{year}-{month:02}"),
            (None, None, _) => year,
        }
    }

    /// Fills in what `other` knows and this one leaves out.
    pub(super) fn or(self, other: Self) -> Self {
        Self {
            year: self.year.or(other.year),
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
    named_decade(passage, at)
        .or_else(|| marked::read_marked_age(passage, at))
        .or_else(|| marked::read_marked(passage, at))
        .or_else(|| numeric::read_numeric(passage, at))
        .or_else(|| day_month(passage, at))
        .or_else(|| month_day(passage, at))
        .or_else(|| part_of_year(passage, at))
        .or_else(|| year_part(passage, at))
        .or_else(|| decade(passage, at))
        .or_else(|| century(passage, at))
        .or_else(|| {
            looks_like_year(passage, at)
                .then(|| (Calendar::year(number(passage, at).unwrap_or(0)), at + 1))
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

/// A year of four digits at a token, whatever stands around it.
pub(super) fn written_year(passage: Passage, at: usize) -> Option<i32> {
    let year = number(passage, at).filter(|year| (1000..2200).contains(year))?;
    let decimal = matches!(passage.word(at + 1), "." | ",")
        && passage.is_glued(at + 1)
        && passage.is_glued(at + 2)
        && passage.is_digits(at + 2);
    (!decimal).then_some(year)
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

/// A year behind a day or a month, past a comma, *of* or a blank.
fn year_behind(passage: Passage, at: usize) -> (Option<i32>, usize) {
    let mut next = at;
    if passage.word(next) == "," || passage.word(next) == "." {
        next += 1;
    }
    if let Some(after) = passage.grammar(next, Grammar::Of) {
        next = after;
    }
    match written_year(passage, next) {
        Some(year) => (Some(year), next + 1),
        None => (None, at),
    }
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
    let (year, end) = year_behind(passage, end);
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
    let (year, end) = year_behind(passage, end);
    calendar.year = year;
    (year.is_some() || calendar.day.is_some() && passage.is_capitalised(at))
        .then_some((calendar, end))
}

/// Whether a number behind a month can be its day: nothing goes on with the number.
fn ends_day(passage: Passage, at: usize) -> bool {
    let decimal = matches!(passage.word(at), "." | "," | ":")
        && passage.is_glued(at)
        && passage.is_glued(at + 1)
        && passage.is_digits(at + 1);
    !decimal && passage.word(at) != "%"
}

/// *Q3 2016*, *the third quarter of 2016*, *first half of 2021*.
fn part_of_year(passage: Passage, at: usize) -> Option<(Calendar, usize)> {
    let (part, end) = read_part(passage, at)?;
    let (year, end) = year_behind(passage, end);
    let calendar = Calendar {
        year: Some(year?),
        part: Some(part),
        ..Calendar::default()
    };
    Some((calendar, end))
}

/// What quarters and halves are written with: *Q3*, *T3*, *H2*.
const PART_LETTERS: [&str; 3] = ["Q", "T", "H"];

fn read_part(passage: Passage, at: usize) -> Option<(Part, usize)> {
    let letter = passage.word(at);
    if PART_LETTERS.contains(&letter) && passage.is_glued(at + 1) {
        let which = u8::try_from(number(passage, at + 1)?).ok()?;
        return part(letter != "H", which).map(|part| (part, at + 2));
    }
    let which = passage.find(at, |sense| match sense {
        Sense::Ordinal(value) => u8::try_from(value).ok(),
        _ => None,
    })?;
    let next = if passage.is_hyphen(which.end) {
        which.end + 1
    } else {
        which.end
    };
    for (word, quarterly) in [(Grammar::Quarter, true), (Grammar::Semester, false)] {
        if let Some(end) = passage.grammar(next, word) {
            return part(quarterly, which.meaning).map(|part| (part, end));
        }
    }
    None
}

fn part(quarterly: bool, which: u8) -> Option<Part> {
    match (quarterly, which) {
        (true, 1..=4) => Some(Part::Quarter(which)),
        (false, 1..=2) => Some(Part::Semester(which)),
        _ => None,
    }
}

/// *2016 Q3*, *2016H2*, *2015 May*, *2016, Nov*.
fn year_part(passage: Passage, at: usize) -> Option<(Calendar, usize)> {
    let year = written_year(passage, at)?;
    let next = if passage.word(at + 1) == "," {
        at + 2
    } else {
        at + 1
    };
    if let Some((part, end)) =
        read_part(passage, next).filter(|_| PART_LETTERS.contains(&passage.word(next)))
    {
        let calendar = Calendar {
            part: Some(part),
            ..Calendar::year(year)
        };
        return Some((calendar, end));
    }
    let (month, end) = month(passage, next)?;
    let own_year = written_year(passage, end).is_some() || number(passage, end).is_some();
    let calendar = Calendar {
        month: Some(month),
        ..Calendar::year(year)
    };
    (!own_year && (next == at + 1 || end == passage.len())).then_some((calendar, end))
}

/// *les années 1990*, *los años 90*, *90-х годов*, 1990年代: ten years by a word
/// before or behind their number, which may leave out the century.
fn named_decade(passage: Passage, at: usize) -> Option<(Calendar, usize)> {
    let tens = number(passage, at).filter(|tens| tens % 10 == 0)?;
    let year = match passage.len_chars(at) {
        2 if tens > 0 => 1900 + tens,
        4 => written_year(passage, at)?,
        _ => return None,
    };
    let before = passage.grammar_before(at, Grammar::Decade).filter(|&word| {
        let counted = word > 0 && passage.is_digits(word - 1);
        let years = [Grammar::And, Grammar::Or, Grammar::To]
            .iter()
            .any(|&joint| passage.is(at + 1, joint))
            || passage.word(at + 1) == ","
            || passage.is_dash(at + 1);
        !counted && !years && !counts_something(passage, at)
    });
    let behind = passage.grammar(at + 1, Grammar::DecadeMark);
    let end = behind.or(before.map(|_| at + 1))?;
    let calendar = Calendar {
        part: Some(Part::Decade),
        ..Calendar::year(year)
    };
    Some((calendar, end))
}

/// *the 1990s*, *1960's*.
fn decade(passage: Passage, at: usize) -> Option<(Calendar, usize)> {
    let year = written_year(passage, at).filter(|year| year % 10 == 0)?;
    let apostrophe = usize::from(matches!(passage.word(at + 1), "'" | "’"));
    let end = at + 1 + apostrophe;
    let plural = passage.word(end) == "s" && passage.is_glued(at + 1) && passage.is_glued(end);
    let calendar = Calendar {
        part: Some(Part::Decade),
        ..Calendar::year(year)
    };
    plural.then_some((calendar, end + 1))
}

/// *the 21st century*, *twentieth century*.
fn century(passage: Passage, at: usize) -> Option<(Calendar, usize)> {
    let (which, end) = day(passage, at)?;
    // *Three centuries* is a length of time.
    let position = |at: usize| {
        let ordinal = |sense| matches!(sense, Sense::Ordinal(_)).then_some(());
        passage.find(at, ordinal).is_some()
    };
    if !(passage.is_digits(at) && end > at + 1 || (at..end).any(position)) {
        return None;
    }
    let next = if passage.is_hyphen(end) { end + 1 } else { end };
    let found = passage.find(next, |sense| match sense {
        Sense::Unit(row) => (passage.tongue.unit(row).name == "century").then_some(()),
        _ => None,
    })?;
    let calendar = Calendar {
        part: Some(Part::Century),
        ..Calendar::year(i32::from(which - 1) * 100)
    };
    Some((calendar, found.end))
}

/// Whether the four digits at a token are a year and no amount.
pub(in crate::extract) fn looks_like_year(passage: Passage, at: usize) -> bool {
    let Some(year) = written_year(passage, at) else {
        return false;
    };
    let recent = (1900..2150).contains(&year);
    if passage.is_cross(at + 1) || at > 0 && passage.is_cross(at - 1) {
        return false;
    }
    if recent && passage.is(at + 1, Grammar::LevelOf) {
        return true;
    }
    // *2018s best* has lost its apostrophe.
    let possessive = passage.word(at + 1) == "s" && year % 10 != 0;
    let glued_word = passage.is_glued(at + 1) && passage.is_word(at + 1) && !possessive
        || passage.is_glued(at)
            && (passage.is_word(at - 1) || matches!(passage.word(at - 1), "." | "/" | "$"));
    if glued_word || unit::currency_before(passage, at).is_some() || counts_something(passage, at) {
        return false;
    }
    recent || (1500..2200).contains(&year) && has_date_word(passage, at)
}

/// Whether a unit, a percent sign or a plural noun behind the digits, or a
/// hedge before them, shows that they count.
fn counts_something(passage: Passage, at: usize) -> bool {
    let hedged = passage.find_before(at, |sense| match sense {
        Sense::Hedge(_) => Some(()),
        _ => None,
    });
    if hedged.is_some() && !has_date_word(passage, at) {
        return true;
    }
    let measured = unit::read_measure(passage, at + 1).is_some_and(|_| !passage.is_hyphen(at + 1))
        || unit::currency_after(passage, at + 1).is_some()
        || passage.is(at + 1, Grammar::Percent)
        || passage
            .find(at + 1, |sense| {
                matches!(sense, Sense::Scale(_)).then_some(())
            })
            .is_some();
    let owned = at > 1 && passage.is_capitalised(at - 1) && !passage.word(at).ends_with("00");
    let determined =
        owned || at > 0 && passage.has(at - 1, Sense::Stop) && !passage.is(at - 1, Grammar::Of);
    let plural = passage.is_word(at + 1)
        && !passage.has(at + 1, Sense::Stop)
        && !passage.has(at + 1, Sense::Auxiliary)
        && passage.tongue.is_plural(&passage.folded(at + 1..at + 2))
        && !passage.opens_object(at + 2);
    measured || plural && !determined
}

/// Whether a word before the digits announces a date.
fn has_date_word(passage: Passage, at: usize) -> bool {
    const WORDS: [Grammar; 9] = [
        Grammar::In,
        Grammar::Since,
        Grammar::By,
        Grammar::Until,
        Grammar::Before,
        Grammar::After,
        Grammar::Stage,
        Grammar::From,
        Grammar::Between,
    ];
    WORDS
        .iter()
        .any(|&word| passage.grammar_before(at, word).is_some())
}
