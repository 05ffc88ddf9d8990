//! The time that a figure covers: *since 2020*, *over the past 20 years*, *in 2021*.

use std::ops::Range;

use rust_decimal::Decimal;

use super::passage::Passage;
use super::reader::PendingFigure;
use crate::language::grammar::Grammar;
use crate::model::{Bound, Figure, FigureKind, Period, Span};

/// A period and the words that tell it.
#[derive(Debug, Clone)]
pub(super) struct Time {
    /// The period.
    pub(super) period: Period,
    /// The first words that tell of it.
    pub(super) span: Span,
}

/// The period that a whole sentence is about: *since …*, *over the past …*.
pub(super) fn read_period(
    passage: Passage,
    sentence: Range<usize>,
    pending_figures: &[PendingFigure],
) -> Option<Time> {
    let past = pending_figures.iter().find(|pending| {
        pending.figure.kind == FigureKind::Duration
            && passage
                .grammar_before(pending.tokens.start, Grammar::Past)
                .is_some()
    });
    let mut span = past.map(|pending| pending.figure.span);
    let mut period = Period {
        over: past.and_then(|pending| iso_duration(&pending.figure)),
        ..Period::default()
    };
    for pending in pending_figures {
        // *since* and *until* were read as bounds of the date.
        match (pending.figure.bound, &pending.figure.date) {
            (Bound::AtLeast, Some(date)) => period.since = Some(date.clone()),
            (Bound::AtMost, Some(date)) => period.until = Some(date.clone()),
            _ => continue,
        }
        span = span.or(Some(pending.figure.span));
    }
    // *Since the last conference, …*: a beginning without a date is kept in words.
    if period.since.is_none()
        && let Some(start) = passage.grammar(sentence.start, Grammar::Since)
    {
        let comma = (sentence.start..sentence.end).find(|&at| passage.word(at) == ",");
        if let Some(end) = comma.filter(|&end| end > start) {
            period.since = Some(passage.folded(start..end));
            span = span.or_else(|| Some(passage.span(sentence.start..end)));
        }
    }
    let told = period != Period::default();
    span.filter(|_| told).map(|span| Time { period, span })
}

/// Whether a sentence is about the time of the one before: it begins with *of
/// these*, or says *in the same period*.
pub(super) fn refers_back(passage: Passage, mut sentence: Range<usize>) -> bool {
    passage.is(sentence.start, Grammar::OfThem)
        || sentence.any(|at| passage.is(at, Grammar::SameTime))
}

/// *20 years* as `P20Y` (ISO 8601-1).
pub(super) fn iso_duration(figure: &Figure) -> Option<String> {
    iso_length(figure.value?, figure.unit.as_deref()?)
}

/// So many of a unit of time as ISO 8601-1 writes it; `None` for units shorter than a day.
pub(super) fn iso_length(count: Decimal, unit: &str) -> Option<String> {
    let (times, mark) = match unit {
        "year" => (1, 'Y'),
        "decade" => (10, 'Y'),
        "month" => (1, 'M'),
        "week" => (1, 'W'),
        "day" => (1, 'D'),
        _ => return None,
    };
    let value = count.normalize().checked_mul(times.into())?;
    Some(format!("P{value}{mark}"))
}

/// The date in the clause of a figure: *in 2020*.
pub(super) fn during(
    passage: Passage,
    clause: &Range<usize>,
    dates: &[(Range<usize>, String)],
    figure: &Figure,
) -> Option<Time> {
    if figure.kind == FigureKind::Duration {
        return None;
    }
    let date = dates
        .iter()
        .find(|(tokens, _)| clause.contains(&tokens.start))?;
    Some(Time {
        period: Period {
            during: Some(date.1.clone()),
            ..Period::default()
        },
        span: passage.span(date.0.clone()),
    })
}
