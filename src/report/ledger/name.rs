//! What a row measures, in words for people.

use super::Row;
use crate::model::{Figure, FigureKind, Period, Span, Witness};
use crate::report::measure::period_words;

/// Words before a figure that name what has no subject of its own.
const WORDS_BEFORE: usize = 5;
/// Words after it.
const WORDS_AFTER: usize = 4;

/// What the row measures: *people killed and injured, since 2020-11-10*.
pub(super) fn row_name(row: &Row<'_>) -> String {
    let subject = row.common(subject);
    let predicate = row.common(|figure| figure.predicate.as_deref());
    let mut name = match (subject, predicate) {
        (Some(subject), Some(predicate)) if !subject.contains(predicate) => {
            format!("{subject} {predicate}")
        }
        (Some(subject), _) if subject.contains(' ') => subject.to_owned(),
        _ => {
            let (at, figure) = row.stated().next().expect("a measure has a mention");
            surroundings(&row.witnesses[at], figure)
        }
    };
    if let Some(period) = row_period(row) {
        name.push_str(&period_words(period));
    }
    name
}

fn subject(figure: &Figure) -> Option<&str> {
    let counted = || {
        figure
            .unit
            .as_deref()
            .filter(|_| figure.kind == FigureKind::Quantity)
    };
    figure.subject.as_deref().or_else(counted)
}

/// The period that all figures of the row cover; `None` where each year has
/// its own.
pub(super) fn row_period<'a>(row: &Row<'a>) -> Option<&'a Period> {
    let mut periods = row.stated().map(|(_, figure)| figure.period.as_ref());
    let first = periods.next()??;
    periods.all(|period| period == Some(first)).then_some(first)
}

/// The words around the number, in the author's spelling: *children made up …
/// of them*.
fn surroundings(witness: &Witness, figure: &Figure) -> String {
    let text = &witness.document.text;
    let segmented = &witness.segmented;
    let sentence = segmented.sentence(figure.paragraph as usize, figure.sentence);
    let tokens = &segmented.tokens[sentence];
    let first = tokens.partition_point(|token| token.span.end <= figure.span.start);
    let last = tokens.partition_point(|token| token.span.start < figure.span.end);
    let parts = |span: &Span| {
        matches!(
            span.of(text),
            "," | ";" | ":" | "." | "(" | ")" | "–" | "—" | "|" | "\t"
        )
    };
    let before = tokens[..first]
        .iter()
        .rev()
        .map(|token| token.span)
        .take_while(|span| !parts(span))
        .take(WORDS_BEFORE)
        .last();
    let after = tokens[last..]
        .iter()
        .map(|token| token.span)
        .take_while(|span| !parts(span))
        .take(WORDS_AFTER)
        .last();
    let lead = before.map_or("", |span| {
        Span {
            end: figure.span.start,
            ..span
        }
        .of(text)
        .trim()
    });
    let tail = after.map_or("", |span| {
        Span {
            start: figure.span.end,
            ..span
        }
        .of(text)
        .trim()
    });
    if lead.is_empty() && tail.is_empty() {
        return figure.span.of(text).to_owned();
    }
    let thing = subject(figure).unwrap_or("…");
    let name = format!("{lead} {thing} {tail}");
    name.split_whitespace().collect::<Vec<_>>().join(" ")
}
