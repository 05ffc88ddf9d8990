//! Spans of time: *2014-2018*, *2012-13*, *4–22 January 1995*, *from May 2015 to June 2018*.

use super::calendar::{Calendar, day, month, number, read_calendar};
use super::era::read_shared_era;
use super::marked::read_marked_pair;
use super::part::book_year;
use super::year::{counts_plural, is_circa, is_measured, written_year, year_behind};
use crate::extract::passage::Passage;
use crate::language::grammar::Grammar;

/// First point, last point if it is a span, and the end.
type Span = (Calendar, Option<Calendar>, usize);

/// Reads one point of the calendar or a span between two.
pub(super) fn read_span(passage: Passage, at: usize) -> Option<Span> {
    // Before single points: *2011-12* would be a month of its year.
    split_year(passage, at)
        .or_else(|| days_of_month(passage, at))
        .or_else(|| days_behind_month(passage, at))
        .or_else(|| months_of_year(passage, at))
        .or_else(|| {
            let joint = |end| joint(passage, end, at);
            let (first, last, end) = read_shared_era(passage, at, joint)?;
            Some((first, Some(last), end))
        })
        .or_else(|| {
            let joint = |end| joint(passage, end, at);
            let (first, last, end) = read_marked_pair(passage, at, joint)?;
            Some((first, Some(last), end))
        })
        .or_else(|| early_years(passage, at))
        .or_else(|| {
            let (point, end) = read_calendar(passage, at).or_else(|| early_circa(passage, at))?;
            between_points(passage, at, (point, end)).or(Some((point, None, end)))
        })
}

/// Most years between two that a slash joins.
const MOST_YEARS: i32 = 10;

/// *2012-13*, *fiscal year 2018/19*, *FY12/13*: the second year is written with two digits, or
/// behind a slash with four.
fn split_year(passage: Passage, at: usize) -> Option<Span> {
    let of_books = book_year(passage, at);
    let (year, at) = of_books.or_else(|| Some((written_year(passage, at)?, at)))?;
    let dash = passage.is_dash(at + 1);
    let glued = passage.is_glued(at + 1) && passage.is_glued(at + 2);
    // *1890 – 91* has blanks on both sides.
    let parted = dash && !passage.is_glued(at + 1) && !passage.is_glued(at + 2);
    let counts = || is_measured(passage, at + 2) || counts_plural(passage, at + 2);
    let joined = glued && (dash || passage.word(at + 1) == "/") || parted && !counts();
    let second = number(passage, at + 2).filter(|_| joined)?;
    let (tail, last) = match passage.len_chars(at + 2) {
        2 => (second, year - year % 100 + second),
        4 if passage.word(at + 1) == "/" && second <= year + MOST_YEARS => (second % 100, second),
        _ => return None,
    };
    let goes_on = passage.is_word(at + 3) || passage.is_digits(at + 4) && passage.is_glued(at + 4);
    let clear = !(passage.is_glued(at + 3) && goes_on);
    // *2010-12* may be a month; *2011-12* are two years that follow each other.
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

/// *May 3-7*, *May 3 and 4*, *Sept. 20-24, 2021*: the days behind their month.
fn days_behind_month(passage: Passage, at: usize) -> Option<Span> {
    let (month, next) = month(passage, at).filter(|_| passage.is_capitalised(at))?;
    let (first, next) = day(passage, next)?;
    let and = passage.grammar(next, Grammar::And);
    let joint = passage.is_dash(next).then_some(next + 1);
    let (last, end) = day(
        passage,
        joint
            .or_else(|| passage.grammar(next, Grammar::To))
            .or(and)?,
    )?;
    // *On May 2 and 28 people came.*
    let counts = is_measured(passage, end - 1)
        || counts_plural(passage, end - 1)
        || and.is_some() && passage.is_word(end);
    let (year, end) = year_behind(passage, end, Some(last));
    let point = |day| Calendar {
        year,
        month: Some(month),
        day: Some(day),
        part: None,
    };
    let follows = first < last && !(counts && year.is_none());
    follows.then(|| (point(first), Some(point(last)), end))
}

/// *January-February 1994*, *May to July 2020*: months whose year stands once.
fn months_of_year(passage: Passage, at: usize) -> Option<Span> {
    let (first, next) = month(passage, at).filter(|_| passage.is_capitalised(at))?;
    let (last, end) = month(passage, joint(passage, next, at)?)?;
    let (year, end) = year_behind(passage, end, None);
    let point = |month| Calendar {
        year,
        month: Some(month),
        ..Calendar::default()
    };
    (year.is_some() && first < last).then(|| (point(first), Some(point(last)), end))
}

/// Fewest and most years of a life before the year 1000.
const EARLY_LIFE: std::ops::Range<i32> = 15..120;

/// *Sikong Veld (837–908)*: two years of three digits behind a name, in brackets.
fn early_years(passage: Passage, at: usize) -> Option<Span> {
    let early = |at: usize| number(passage, at).filter(|year| (100..1100).contains(year));
    let (first, second) = (early(at)?, early(at + 2)?);
    let held = at > 1 && passage.word(at - 1) == "(" && passage.word(at + 3) == ")";
    let named = held && (passage.is_capitalised(at - 2) || passage.is_ideograph(at - 2));
    let life = EARLY_LIFE.contains(&(second - first));
    let years = (Calendar::year(first), Some(Calendar::year(second)), at + 3);
    (named && life && passage.is_dash(at + 1)).then_some(years)
}

/// *(c. 347 – 30 September 420)*: a year of three digits behind *circa*, which a
/// bracket or a dash sets apart.
fn early_circa(passage: Passage, at: usize) -> Option<(Calendar, usize)> {
    let year = number(passage, at).filter(|year| (100..1000).contains(year))?;
    let circa = passage.grammar_before(at, Grammar::Circa)?;
    let apart = circa > 0 && passage.word(circa - 1) == "(" || passage.is_dash(at + 1);
    (apart && is_circa(passage, at)).then(|| (Calendar::year(year), at + 1))
}

/// The span that goes on from its `first` point, which starts at a token.
fn between_points(passage: Passage, at: usize, (first, next): (Calendar, usize)) -> Option<Span> {
    let joint = joint(passage, next, at)?;
    let joint = passage.grammar(joint, Grammar::The).unwrap_or(joint);
    let (last, end) = read_calendar(passage, joint)
        .or_else(|| last_year(passage, joint).filter(|_| first.month.is_none()))?;
    let first = first.or(last);
    let ordered = match (first.year, last.year) {
        (Some(first), Some(last)) => first <= last,
        (None, None) => true,
        _ => false,
    };
    (ordered && first != last).then_some((first, Some(last), end))
}

/// The year at the end of a stretch that began with one: *from 1790 to 1801*.
fn last_year(passage: Passage, at: usize) -> Option<(Calendar, usize)> {
    let year = written_year(passage, at)?;
    let counts = is_measured(passage, at) || counts_plural(passage, at);
    (!counts).then(|| (Calendar::year(year), at + 1))
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
