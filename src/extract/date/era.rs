//! Years of an era: *44 BC*, *AD 79*, *753–509 BC*, *between A.D. 900 and 1140*,
//! *the 5th century BC*.

use super::calendar::{Calendar, number};
use crate::extract::numeral::read_digits;
use crate::extract::passage::Passage;
use crate::language::grammar::Grammar;

/// On which side of its first year an era counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Era {
    /// Years before it.
    Before,
    /// Years of it.
    Ours,
}

impl Era {
    /// A year of the era, as astronomers count.
    pub(super) fn year(self, year: i32) -> i32 {
        match self {
            Self::Before => 1 - year,
            Self::Ours => year,
        }
    }
}

/// The word for an era at a token, with its end. One of letters alone is written in
/// capitals, or *ad* and *ce* would be eras.
pub(super) fn era_at(passage: Passage, at: usize) -> Option<(Era, usize)> {
    let eras = [(Grammar::BeforeEra, Era::Before), (Grammar::Era, Era::Ours)];
    let (era, end) = eras
        .into_iter()
        .find_map(|(word, era)| Some((era, passage.grammar(at, word)?)))?;
    let written = passage.words(at..end);
    let letters = written.bytes().all(|byte| byte.is_ascii_alphabetic());
    let capitals = !written.bytes().any(|byte| byte.is_ascii_lowercase());
    (!letters || capitals).then_some((era, end))
}

/// A number that an era can count, with its end: up to four digits, or grouped ones.
fn year(passage: Passage, at: usize) -> Option<(i32, usize)> {
    if let Some(written) = read_digits(passage, at).filter(|written| !written.plain) {
        let year = i32::try_from(written.value).ok()?;
        return (written.decimals == 0).then_some((year, written.end));
    }
    number(passage, at).map(|year| (year, at + 1))
}

/// Reads a year with its era on either side.
pub(super) fn read_era(passage: Passage, at: usize) -> Option<(Calendar, usize)> {
    // *AD 79*; other eras, as *44 BC*, stand behind the year.
    if let Some((era, start)) = era_at(passage, at) {
        let (year, end) = year(passage, start)?;
        return Some((Calendar::year(era.year(year)), end));
    }
    let (year, end) = year(passage, at)?;
    let marked = passage.grammar(end, Grammar::YearMark).unwrap_or(end);
    let (era, end) = era_at(passage, marked)?;
    Some((Calendar::year(era.year(year)), end))
}

/// Reads the year before a dash, *to* or *and* whose era stands once for both ends;
/// `joint` finds what is behind them. The first of two years before an era is the larger.
pub(super) fn read_shared_era(
    passage: Passage,
    at: usize,
    joint: impl Fn(usize) -> Option<usize>,
) -> Option<(Calendar, Calendar, usize)> {
    let before = era_at(passage, at);
    let (first, next) = year(passage, before.map_or(at, |(_, start)| start))?;
    let (second, end) = year(passage, joint(next)?)?;
    let (era, end) = before
        .map(|(era, _)| (era, end))
        .or_else(|| era_at(passage, end))?;
    let [first, second] = [first, second].map(|year| era.year(year));
    let years = (Calendar::year(first), Calendar::year(second), end);
    // *753–509 BC* descends as it is written, and ascends as astronomers count.
    (first < second).then_some(years)
}
