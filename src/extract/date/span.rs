//! Spans of time: *2014-2018*, *2012-13*, *4–22 January 1995*, *from May 2015 to June 2018*.

use super::calendar::{Calendar, day, number, read_calendar, written_year};
use crate::extract::passage::Passage;
use crate::extract::sense::Grammar;

/// First point, last point if it is a span, and the end.
type Span = (Calendar, Option<Calendar>, usize);

/// Reads one point of the calendar or a span between two.
pub(super) fn read_span(passage: Passage, at: usize) -> Option<Span> {
    split_year(passage, at)
        .or_else(|| days_of_month(passage, at))
        .or_else(|| {
            let (point, end) = read_calendar(passage, at)?;
            between_points(passage, at, (point, end)).or(Some((point, None, end)))
        })
}

/// Most years between two that a slash joins.
const MOST_YEARS: i32 = 10;

/// *2012-13*, *2018/19*: the second year is written with two digits, or behind
/// a slash with four.
fn split_year(passage: Passage, at: usize) -> Option<Span> {
    let year = written_year(passage, at)?;
    let joined = passage.is_glued(at + 1)
        && (passage.is_dash(at + 1) || passage.word(at + 1) == "/")
        && passage.is_glued(at + 2);
    let second = number(passage, at + 2).filter(|_| joined)?;
    let (tail, last) = match passage.len_chars(at + 2) {
        2 => (second, year - year % 100 + second),
        4 if passage.word(at + 1) == "/" && second <= year + MOST_YEARS => (second % 100, second),
        _ => return None,
    };
    let goes_on = passage.is_word(at + 3) || passage.is_digits(at + 4) && passage.is_glued(at + 4);
    let clear = !(passage.is_glued(at + 3) && goes_on);
    let follows = last > year && (last == second || tail > 12 || last == year + 1) && clear;
    follows.then(|| (Calendar::year(year), Some(Calendar::year(last)), at + 3))
}

/// *4-22 January 1995*, *10 and 11 November*, *4 to January 22, 1995*.
fn days_of_month(passage: Passage, at: usize) -> Option<Span> {
    let (first, next) = day(passage, at)?;
    let joint = joint(passage, next, at).or_else(|| passage.grammar(next, Grammar::And))?;
    let (last, end) = read_calendar(passage, joint)?;
    let last_day = last.day.filter(|&last| last > first)?;
    let start = Calendar {
        day: Some(first),
        ..last
    };
    let end_point = Calendar {
        day: Some(last_day),
        ..last
    };
    Some((start, Some(end_point), end))
}

/// The span that goes on from its `first` point, which starts at a token.
fn between_points(passage: Passage, at: usize, (first, next): (Calendar, usize)) -> Option<Span> {
    let joint = joint(passage, next, at)?;
    let joint = passage.grammar(joint, Grammar::The).unwrap_or(joint);
    let (last, end) = read_calendar(passage, joint)?;
    let first = first.or(last);
    let ordered = match (first.year, last.year) {
        (Some(first), Some(last)) => first <= last,
        (None, None) => true,
        _ => false,
    };
    (ordered && first != last).then_some((first, Some(last), end))
}

/// The token after what joins the two ends of a span that starts at `start`.
fn joint(passage: Passage, at: usize, start: usize) -> Option<usize> {
    let dash = passage.is_dash(at).then_some(at + 1);
    let to = || {
        passage
            .grammar(at, Grammar::To)
            .or_else(|| passage.grammar(at, Grammar::Until))
    };
    let and = || {
        let between = passage.grammar_before(start, Grammar::Between).is_some();
        between.then(|| passage.grammar(at, Grammar::And)).flatten()
    };
    dash.or_else(to).or_else(and)
}
