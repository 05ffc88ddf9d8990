//! Dates in digits: *2016-11-19*, *15/06/2016*, *3/2015*, *2019/Sep/01*.

use super::calendar::{Calendar, month, number};
use super::year::{full_year, written_year};
use crate::extract::passage::Passage;

/// One field of a numeric date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Field {
    /// Four digits.
    Year(i32),
    /// One or two digits.
    Number(u8),
    /// A month by name.
    Month(u8),
}

/// Reads a date whose fields are parted by one mark of `-`, `/` and `.`. Of
/// *03/04/2021* the first field is the day, as the United Nations write it.
pub(super) fn read_numeric(passage: Passage, at: usize) -> Option<(Calendar, usize)> {
    // *A/RES/2021-05*: a part of something longer is no date.
    if passage.is_glued(at)
        && passage.shape(at - 1).is_some()
        && !matches!(passage.word(at - 1), "(" | "[" | "–" | "\"")
    {
        return None;
    }
    let (first, next) = field(passage, at)?;
    let mark = passage.word(next);
    if !matches!(mark, "-" | "/" | "." | "–") || !passage.is_glued(next) {
        return None;
    }
    let (second, end) = field(passage, next + 1)?;
    let third = (passage.word(end) == mark && passage.is_glued(end) && passage.is_glued(end + 1))
        .then(|| field(passage, end + 1))
        .flatten();
    let (calendar, end) = match third {
        Some((third, end)) => {
            let short = match (first, second, third) {
                (Field::Number(_), Field::Number(_), Field::Number(tail)) if mark == "/" => {
                    Some(tail)
                }
                (Field::Number(_), Field::Month(_), Field::Number(tail)) => Some(tail),
                _ => None,
            };
            let third = short.map_or(third, |tail| short_year(passage, end, tail));
            (three(first, second, third)?, end)
        }
        // *3.2015* is a number with decimals.
        None if mark == "." => return None,
        None => (two(first, second)?, end),
    };
    let goes_on = passage.is_glued(end)
        && (passage.is_word(end) || passage.word(end) == mark && passage.is_digits(end + 1));
    (!goes_on).then_some((calendar, end))
}

/// The year of two digits that end before a token, of this century or the last:
/// *5/28/00*, *01-Feb-98*.
fn short_year(passage: Passage, end: usize, tail: u8) -> Field {
    if passage.len_chars(end - 1) != 2 {
        return Field::Number(tail);
    }
    Field::Year(full_year(tail.into()))
}

fn field(passage: Passage, at: usize) -> Option<(Field, usize)> {
    if let Some(year) = written_year(passage, at) {
        return Some((Field::Year(year), at + 1));
    }
    if let Some(value) = number(passage, at).filter(|_| passage.len_chars(at) <= 2) {
        return Some((Field::Number(u8::try_from(value).ok()?), at + 1));
    }
    let (month, end) = month(passage, at)?;
    Some((Field::Month(month), end))
}

fn three(first: Field, second: Field, third: Field) -> Option<Calendar> {
    let (year, month, day) = match (first, second, third) {
        (Field::Number(month), Field::Number(day), Field::Year(year)) if day > 12 => {
            (year, month, day)
        }
        (Field::Year(year), Field::Number(month) | Field::Month(month), Field::Number(day))
        | (Field::Number(day), Field::Number(month) | Field::Month(month), Field::Year(year)) => {
            (year, month, day)
        }
        _ => return None,
    };
    let valid = (1..=12).contains(&month) && (1..=31).contains(&day);
    valid.then_some(Calendar {
        year: Some(year),
        month: Some(month),
        day: Some(day),
        part: None,
    })
}

fn two(first: Field, second: Field) -> Option<Calendar> {
    let (year, month) = match (first, second) {
        (Field::Year(year), Field::Number(month)) if i32::from(month) != year % 100 + 1 => {
            (year, month)
        }
        (Field::Year(year), Field::Month(month))
        | (Field::Number(month) | Field::Month(month), Field::Year(year)) => (year, month),
        _ => return None,
    };
    (1..=12).contains(&month).then_some(Calendar {
        year: Some(year),
        month: Some(month),
        ..Calendar::default()
    })
}
