//! Dates whose fields each have a mark behind them: 2020年11月10日, 二〇二〇年,
//! 11月10日, 二十世纪九十年代.

use rust_decimal::prelude::ToPrimitive;

use super::calendar::{Calendar, Part};
use super::year::written_year;
use crate::extract::numeral::read_after_mark;
use crate::extract::passage::Passage;
use crate::language::figures::Composition;
use crate::language::grammar::Grammar;

/// Reads the fields from the year or the month on: 2020年, 九月. Months are counted
/// with another mark (九个月). A number before the mark of a year is one only with
/// four digits.
pub(super) fn read_marked(passage: Passage, at: usize) -> Option<(Calendar, usize)> {
    let year = year(passage, at);
    let after_year = year.map_or(at, |(_, end)| end);
    let month = field(passage, after_year, Grammar::MonthMark, 12);
    let day = month.and_then(|(_, end)| field(passage, end, Grammar::DayMark, 31));
    let end = day
        .or(month)
        .map(|(_, end)| end)
        .or(year.map(|(_, end)| end))?;
    let calendar = Calendar {
        year: year.map(|(year, _)| year),
        month: month.map(|(month, _)| month),
        day: day.map(|(day, _)| day),
        part: None,
    };
    Some((calendar, end))
}

/// Reads two months or days whose mark stands once: 4至6月, 5月10至12日. `joint` finds
/// what is behind the word that joins them.
pub(super) fn read_marked_pair(
    passage: Passage,
    at: usize,
    joint: impl Fn(usize) -> Option<usize>,
) -> Option<(Calendar, Calendar, usize)> {
    if !passage.lexis.lexicon.knows(Grammar::MonthMark) {
        return None;
    }
    let year = year(passage, at);
    let start = year.map_or(at, |(_, end)| end);
    let month = field(passage, start, Grammar::MonthMark, 12);
    let (mark, most) = match month {
        Some(_) => (Grammar::DayMark, 31),
        None => (Grammar::MonthMark, 12),
    };
    let first = read_after_mark(passage, month.map_or(start, |(_, end)| end))?;
    let marked = passage.grammar(first.end, mark).filter(|_| month.is_some());
    let (last, end) = field(passage, joint(marked.unwrap_or(first.end))?, mark, most)?;
    let first = first
        .value()?
        .to_u8()
        .filter(|first| (1..last).contains(first))?;
    let point = |value| Calendar {
        year: year.map(|(year, _)| year),
        month: Some(month.map_or(value, |(month, _)| month)),
        day: month.map(|_| value),
        part: None,
    };
    // 4至6月5日: the second month has its day, and is no end of a pair of months.
    let day = month.is_none() && field(passage, end, Grammar::DayMark, 31).is_some();
    (!day).then(|| (point(first), point(last), end))
}

fn year(passage: Passage, at: usize) -> Option<(i32, usize)> {
    let (year, end) = match written_year(passage, at) {
        Some(year) => (year, at + 1),
        None if passage.is_digits(at) || !passage.lexis.lexicon.knows(Grammar::YearMark) => {
            return None;
        }
        None => {
            let numeral = read_after_mark(passage, at)?;
            // 二〇二〇年 is spoken digit by digit; 两千年 may be two thousand years.
            let spoken = numeral.end == at + 4;
            let year = numeral.value()?.to_i32()?;
            (1000..2200).contains(&year).then_some(())?;
            spoken.then_some((year, numeral.end))?
        }
    };
    let end = passage.grammar(end, Grammar::YearMark)?;
    Some((year, end))
}

fn field(passage: Passage, at: usize, mark: Grammar, most: u8) -> Option<(u8, usize)> {
    if !passage.lexis.lexicon.knows(mark) {
        return None;
    }
    let numeral = read_after_mark(passage, at)?;
    let end = passage.grammar(numeral.end, mark)?;
    let value = numeral.value()?.to_u8()?;
    (1..=most).contains(&value).then_some((value, end))
}

/// The centuries that a text can mean by a number right before the mark of one;
/// smaller numbers count centuries.
const CENTURIES: std::ops::RangeInclusive<i32> = 10..=22;

/// Reads a century, with the decade of it behind, or a decade in words: 二十世纪,
/// 21世纪20年代, 九十年代. A decade alone is one of the last century.
pub(super) fn read_marked_age(passage: Passage, at: usize) -> Option<(Calendar, usize)> {
    if passage.lexis.tables.composition != Composition::Positional {
        return None;
    }
    let age = |part, year, end| {
        let calendar = Calendar {
            part: Some(part),
            ..Calendar::year(year)
        };
        Some((calendar, end))
    };
    let century = marked_number(passage, at, Grammar::CenturyMark)
        .filter(|(century, _)| CENTURIES.contains(century));
    let Some((century, end)) = century else {
        let (tens, end) = decade(passage, at).filter(|_| !passage.is_digits(at))?;
        return age(Part::Decade, 1900 + tens, end);
    };
    let start = (century - 1) * 100;
    match decade(passage, end) {
        Some((tens, end)) => age(Part::Decade, start + tens, end),
        None => age(Part::Century, start, end),
    }
}

/// The first year of a decade in its century.
fn decade(passage: Passage, at: usize) -> Option<(i32, usize)> {
    marked_number(passage, at, Grammar::DecadeMark)
        .filter(|(tens, _)| (10..100).contains(tens) && tens % 10 == 0)
}

fn marked_number(passage: Passage, at: usize, mark: Grammar) -> Option<(i32, usize)> {
    let numeral = read_after_mark(passage, at)?;
    let end = passage.grammar(numeral.end, mark)?;
    Some((numeral.value()?.to_i32()?, end))
}
