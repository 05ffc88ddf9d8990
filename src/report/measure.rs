//! What a figure measures and what it says, in words for people.

use super::delta::grouped;
use crate::model::{Bound, Dimension, Figure, FigureKind, Period, Witness};

/// What `figure` measures: *people killed and injured, since 2020-11-10*.
#[must_use]
pub(super) fn name(witness: &Witness, figure: &Figure) -> String {
    let mut words: Vec<&str> = Vec::new();
    words.extend(figure.subject.as_deref().or_else(|| counted(figure)));
    words.extend(figure.predicate.as_deref());
    let mut name = words.join(" ");
    if name.is_empty() {
        name.push_str(figure.span.of(&witness.document.text));
    }
    if let Some(period) = figure.period.as_ref().filter(|_| figure.kind.is_amount()) {
        name.push_str(&period_words(period));
    }
    name
}

fn counted(figure: &Figure) -> Option<&str> {
    figure
        .unit
        .as_deref()
        .filter(|_| figure.kind == FigureKind::Quantity)
}

fn period_words(period: &Period) -> String {
    let mut words = String::new();
    let parts = [
        ("since", &period.since),
        ("until", &period.until),
        ("in", &period.during),
        ("over", &period.over),
    ];
    for (word, part) in parts {
        if let Some(part) = part {
            words.extend([", ", word, " ", part]);
        }
    }
    words
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

fn sign(figure: &Figure) -> &'static str {
    match (figure.bound, figure.approximate) {
        (Bound::MoreThan, _) => ">",
        (Bound::AtLeast, _) => "≥",
        (Bound::LessThan, _) => "<",
        (Bound::AtMost, _) => "≤",
        (Bound::Exact | Bound::Range, true) => "≈",
        (Bound::Exact | Bound::Range, false) => "",
    }
}
