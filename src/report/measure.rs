//! What a figure says, in words for people.

use super::delta::grouped;
use crate::model::{Dimension, Figure, FigureKind};

/// What `figure` says: a count as *>140*, anything else in the author's words.
#[must_use]
pub(super) fn value_text(text: &str, figure: &Figure) -> String {
    let counted = matches!(figure.dimension, None | Some(Dimension::Count));
    match figure.value {
        // *More than 140 people* is *>140* beside a title that says *people*; a measure keeps its
        // unit.
        Some(value) if counted && figure.kind == FigureKind::Quantity => {
            format!("{}{}", sign(figure), grouped(value))
        }
        _ => figure.span.of(text).to_owned(),
    }
}

pub(super) fn sign(figure: &Figure) -> &'static str {
    figure.bound.sign(figure.approximate)
}
