//! Decades and centuries: *the 1990s*, *les années 90*, *the 21st century*.

use super::calendar::{Calendar, Part, day, number};
use super::era::{Era, era_at};
use super::year::{counts, written_year};
use crate::extract::passage::Passage;
use crate::extract::sense::Sense;
use crate::language::grammar::Grammar;

/// *les années 1990*, *los años 90*, *90-х годов*, 1990年代: ten years by a word
/// before or behind their number, which may leave out the century.
pub(super) fn named_decade(passage: Passage, at: usize) -> Option<(Calendar, usize)> {
    let tens = number(passage, at).filter(|tens| tens % 10 == 0)?;
    let year = match passage.len_chars(at) {
        2 if tens > 0 => 1900 + tens,
        4 => written_year(passage, at)?,
        _ => return None,
    };
    let before = passage.grammar_before(at, Grammar::Decade).filter(|&word| {
        let counted = word > 0 && passage.is_digits(word - 1);
        // *les années 90 et 91* are two years.
        let years = [Grammar::And, Grammar::Or, Grammar::To]
            .iter()
            .any(|&joint| passage.is(at + 1, joint))
            || passage.word(at + 1) == ","
            || passage.is_dash(at + 1);
        !counted && !years && !counts(passage, at)
    });
    let behind = passage.grammar(at + 1, Grammar::DecadeMark);
    let end = behind.or(before.map(|_| at + 1))?;
    let calendar = Calendar {
        part: Some(Part::Decade),
        ..Calendar::year(year)
    };
    Some((calendar, end))
}

/// *the 1990s*, *the 1960's*, *the '80s*; of round hundreds before 2000 a century: *the
/// 1800s*. Without *the* before it, *2030's* is an owner.
pub(super) fn decade(passage: Passage, at: usize) -> Option<(Calendar, usize)> {
    let mark = |at: usize| matches!(passage.word(at), "'" | "’" | "‘");
    let apostrophe = usize::from(mark(at + 1));
    let end = at + 1 + apostrophe;
    let plural = passage.word(end) == "s" && passage.is_glued(at + 1) && passage.is_glued(end);
    let determined = || {
        let before = |word| passage.grammar_before(at, word).is_some();
        before(Grammar::The) || before(Grammar::Stage)
    };
    if !plural || apostrophe > 0 && !determined() {
        return None;
    }
    let short = passage.len_chars(at) == 2 && at > 0 && mark(at - 1) && passage.is_glued(at);
    let tens = || {
        number(passage, at)
            .filter(|_| short)
            .map(|tens| 1900 + tens)
    };
    let year = written_year(passage, at).or_else(tens)?;
    // *the 2000s* still mean ten years.
    let hundred = year % 100 == 0 && year < 2000;
    let part = if hundred { Part::Century } else { Part::Decade };
    let calendar = Calendar {
        part: Some(part),
        ..Calendar::year(year)
    };
    (year % 10 == 0).then_some((calendar, end + 1))
}

/// The centuries that a number before their singular tells: *в 8 веке*. One century
/// is a length of time.
const NUMBERED: std::ops::RangeInclusive<i32> = 2..=22;

/// *8 век*, *в 8 веке*: a number before the singular of *century*, which counts none.
pub(super) fn numbered_century(passage: Passage, at: usize) -> Option<(Calendar, usize)> {
    let which = number(passage, at).filter(|which| NUMBERED.contains(which))?;
    let end = passage.grammar(at + 1, Grammar::CenturyMark)?;
    let calendar = Calendar {
        part: Some(Part::Century),
        ..Calendar::year((which - 1) * 100)
    };
    Some(of_era(passage, calendar, end))
}

/// *the 21st century*, *twentieth century*.
pub(super) fn century(passage: Passage, at: usize) -> Option<(Calendar, usize)> {
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
        Sense::Unit(row) => (passage.lexis.unit(row).name == "century").then_some(()),
        _ => None,
    })?;
    let calendar = Calendar {
        part: Some(Part::Century),
        ..Calendar::year(i32::from(which - 1) * 100)
    };
    Some(of_era(passage, calendar, found.end))
}

/// A century with the era behind it. The fifth century BC ends, as astronomers count,
/// with the years -0499 to -0400.
fn of_era(passage: Passage, calendar: Calendar, end: usize) -> (Calendar, usize) {
    match era_at(passage, end) {
        Some((Era::Before, end)) => {
            let year = calendar.year.map(|year| -year.max(1));
            (Calendar { year, ..calendar }, end)
        }
        Some((Era::Ours, end)) => (calendar, end),
        None => (calendar, end),
    }
}
