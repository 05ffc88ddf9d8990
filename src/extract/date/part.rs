//! Parts of a year: *Q3 2016*, *the third quarter of 2016*, *the June quarter of 2016*,
//! *2015 May*, *FY31*.

use super::calendar::{Calendar, Part, month, number};
use super::year::{counts_plural, full_year, is_measured, written_year, year_behind};
use crate::extract::passage::Passage;
use crate::extract::sense::Sense;
use crate::language::grammar::Grammar;

/// *Q3 2016*, *the third quarter of 2016*, *first half of 2021*.
pub(super) fn part_of_year(passage: Passage, at: usize) -> Option<(Calendar, usize)> {
    let (part, end) = read_part(passage, at)?;
    let (year, end) = year_behind(passage, end, None);
    let calendar = Calendar {
        year: Some(year?),
        part: Some(part),
        ..Calendar::default()
    };
    Some((calendar, end))
}

/// What quarters and halves are written with: *Q3*, *T3*, *H2*.
const PART_LETTERS: [&str; 3] = ["Q", "T", "H"];

/// *Q3*, *third quarter*, *September quarter*, *first half*, with its end.
pub(in crate::extract) fn read_part(passage: Passage, at: usize) -> Option<(Part, usize)> {
    if let Some(named) = quarter_of_month(passage, at) {
        return Some(named);
    }
    let letter = passage.word(at);
    if PART_LETTERS.contains(&letter) && passage.is_glued(at + 1) {
        let which = u8::try_from(number(passage, at + 1)?).ok()?;
        return part(letter != "H", which).map(|part| (part, at + 2));
    }
    let (which, end) = position(passage, at)?;
    let next = end + usize::from(passage.is_hyphen(end));
    for (word, quarterly) in [(Grammar::Quarter, true), (Grammar::Semester, false)] {
        if let Some(end) = passage.grammar(next, word) {
            return part(quarterly, which).map(|part| (part, end));
        }
    }
    None
}

/// A quarter that its last month names, with its end: *the June quarter*.
fn quarter_of_month(passage: Passage, at: usize) -> Option<(Part, usize)> {
    let (month, next) = month(passage, at)?;
    let end = passage.grammar(next, Grammar::Quarter)?;
    let is_last = month % 3 == 0 && passage.is_capitalised(at);
    is_last.then_some((Part::Quarter(month / 3), end))
}

/// Which part is meant, with its end: *third*, *3rd*, *3.*
fn position(passage: Passage, at: usize) -> Option<(u8, usize)> {
    if let Some(which) = number(passage, at) {
        return Some((u8::try_from(which).ok()?, passage.ordinal_ending(at + 1)?));
    }
    let which = passage.find(at, |sense| match sense {
        Sense::Ordinal(value) => u8::try_from(value).ok(),
        _ => None,
    })?;
    Some((which.meaning, which.end))
}

fn part(quarterly: bool, which: u8) -> Option<Part> {
    match (quarterly, which) {
        (true, 1..=4) => Some(Part::Quarter(which)),
        (false, 1..=2) => Some(Part::Semester(which)),
        _ => None,
    }
}

/// *2016 Q3*, *2016H2*, *2015 May*, *2016, Nov*.
pub(super) fn year_part(passage: Passage, at: usize) -> Option<(Calendar, usize)> {
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
    // *2015 May 2016*: the month belongs to what stands behind it.
    let own_year = written_year(passage, end).is_some() || number(passage, end).is_some();
    let calendar = Calendar {
        month: Some(month),
        ..Calendar::year(year)
    };
    (!own_year && (next == at + 1 || end == passage.len())).then_some((calendar, end))
}

/// The year of the books at a token, by two digits or four, and the token of its digits: *FY31*,
/// *FY 31*, *fiscal 2031*.
pub(super) fn book_year(passage: Passage, at: usize) -> Option<(i32, usize)> {
    let digits = passage.grammar(at, Grammar::Fiscal)?;
    let short = || {
        // *Fiscal 12* may be of twelve months, *FY 12* is a year.
        let is_short = passage.len_chars(at) <= LONGEST_ABBREVIATION;
        let counts = is_measured(passage, digits) || counts_plural(passage, digits);
        let names = passage.is_glued(digits) || is_short && !counts;
        number(passage, digits)
            .filter(|_| names && passage.len_chars(digits) == 2)
            .map(full_year)
    };
    let year = written_year(passage, digits).or_else(short)?;
    Some((year, digits))
}

/// Most letters of an abbreviation of *fiscal year*.
const LONGEST_ABBREVIATION: usize = 2;

/// A year of the books and the part of it behind: *fiscal 2031 second quarter*.
pub(super) fn fiscal_year(passage: Passage, at: usize) -> Option<(Calendar, usize)> {
    let (year, digits) = book_year(passage, at)?;
    let end = digits + 1;
    let next = passage.grammar(end, Grammar::The).unwrap_or(end);
    let (part, end) = match read_part(passage, next) {
        Some((part, end)) => (Some(part), end),
        None => (None, end),
    };
    Some((
        Calendar {
            part,
            ..Calendar::year(year)
        },
        end,
    ))
}
