//! What a figure measures and what it says, in words for people.

use super::delta::grouped;
use crate::model::{Bound, Dimension, Figure, FigureKind, Period, Token, Witness};
use crate::plain;

/// The most characters of the words beside a figure: a word may be a list without
/// blanks.
const MAX_CHARS: usize = 100;

/// What `figure` measures: *people killed and injured, since 2020-11-10*; the
/// words beside it where nothing else is known.
#[must_use]
pub(super) fn name(witness: &Witness, figure: &Figure) -> String {
    let mut words: Vec<&str> = Vec::new();
    words.extend(figure.subject.as_deref().or_else(|| counted(figure)));
    words.extend(figure.predicate.as_deref());
    if words.is_empty() {
        return words_beside(witness, figure);
    }
    let mut name = words.join(" ");
    if let Some(period) = figure.period.as_ref().filter(|_| figure.kind.is_amount()) {
        name.push_str(&period_words(period));
    }
    name
}

/// The few words before `figure` in its sentence; those after it where it
/// stands first.
fn words_beside(witness: &Witness, figure: &Figure) -> String {
    const MOST: usize = 6;
    let text = &witness.document.text;
    let tokens = witness
        .segmented
        .paragraph_tokens(figure.paragraph as usize);
    let ends = |token: &Token| matches!(token.span.of(text), "." | "!" | "?" | ";");
    let first = tokens.partition_point(|token| token.span.end <= figure.span.start);
    let near = &tokens[first.saturating_sub(MOST)..first];
    let start = near.iter().rposition(&ends).map_or(0, |at| at + 1);
    if let Some(before) = words(text, &near[start..]) {
        return format!("… {} …", plain::clip(before, MAX_CHARS));
    }
    let last = tokens.partition_point(|token| token.span.start < figure.span.end);
    let near = &tokens[last..(last + MOST).min(tokens.len())];
    let end = near.iter().position(ends).unwrap_or(near.len());
    words(text, &near[..end]).map_or_else(String::new, |after| {
        format!("… {}", plain::clip(after, MAX_CHARS))
    })
}

fn words<'a>(text: &'a str, tokens: &[Token]) -> Option<&'a str> {
    Some(tokens.first()?.span.to(tokens.last()?.span).of(text))
}

fn counted(figure: &Figure) -> Option<&str> {
    figure
        .unit
        .as_deref()
        .filter(|_| figure.kind == FigureKind::Quantity)
}

pub(super) fn period_words(period: &Period) -> String {
    let mut words = String::new();
    let parts = [
        ("since", &period.since),
        ("until", &period.until),
        ("in", &period.during),
    ];
    for (word, part) in parts {
        if let Some(part) = part {
            words.extend([", ", word, " ", part]);
        }
    }
    if let Some(over) = &period.over {
        words.extend([", over ", &duration_words(over)]);
    }
    words
}

/// *20 years* for `P20Y` (ISO 8601-1).
fn duration_words(duration: &str) -> String {
    const UNITS: [(char, &str); 4] = [('Y', "year"), ('M', "month"), ('W', "week"), ('D', "day")];
    let told = UNITS.iter().find_map(|(mark, unit)| {
        let count = duration.strip_prefix('P')?.strip_suffix(*mark)?;
        let plural = if count == "1" { "" } else { "s" };
        Some(format!("{count} {unit}{plural}"))
    });
    told.unwrap_or_else(|| duration.to_owned())
}

/// What `figure` says: a count as *>140*, anything else in the author's words.
#[must_use]
pub(super) fn value_text(text: &str, figure: &Figure) -> String {
    let counted = matches!(figure.dimension, None | Some(Dimension::Count));
    match figure.value {
        Some(value) if counted && figure.kind == FigureKind::Quantity => {
            format!("{}{}", sign(figure), grouped(value))
        }
        _ => figure.span.of(text).to_owned(),
    }
}

pub(super) fn sign(figure: &Figure) -> &'static str {
    match (figure.bound, figure.approximate) {
        (Bound::MoreThan, _) => ">",
        (Bound::AtLeast, _) => "≥",
        (Bound::LessThan, _) => "<",
        (Bound::AtMost, _) => "≤",
        (Bound::Exact | Bound::Range, true) => "≈",
        (Bound::Exact | Bound::Range, false) => "",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stretch_of_time_is_told_in_words() {
        let told = |over: &str| {
            period_words(&Period {
                over: Some(over.to_owned()),
                ..Period::default()
            })
        };
        assert_eq!(told("P20Y"), ", over 20 years");
        assert_eq!(told("P1M"), ", over 1 month");
        assert_eq!(told("P2DT3H"), ", over P2DT3H");
    }
}
