//! Positions: *Nineteenth Meeting*, *28th session*, *twenty-first*.

use rust_decimal::Decimal;

use super::lexicon::Sense;
use super::passage::Passage;

/// Reads the position at a token, with its end. *First*, *second* and *third*
/// in running prose order the speech; they count only as part of a name.
pub(super) fn read_ordinal(passage: Passage, at: usize) -> Option<(Decimal, usize)> {
    if passage.is_digits(at) {
        let suffix = matches!(
            passage.word(at + 1),
            "st" | "nd" | "rd" | "th" | "ST" | "ND" | "RD" | "TH"
        );
        let position = passage.word(at).parse().ok()?;
        return (suffix && passage.is_glued(at + 1)).then_some((position, at + 2));
    }
    let word = |at| {
        passage.find(at, |sense| match sense {
            Sense::Ordinal(value) => Some((value, true)),
            Sense::Cardinal(value) if (20..100).contains(&value) => Some((value, false)),
            _ => None,
        })
    };
    let first = word(at)?;
    if first.meaning.1 {
        let (position, end) = (first.meaning.0, first.end);
        let named = passage.is_capitalised(at) && passage.is_capitalised(end);
        return (position > 3 || named).then_some((position.into(), end));
    }
    let next = if passage.is_hyphen(first.end) {
        first.end + 1
    } else {
        first.end
    };
    let unit = word(next).filter(|unit| unit.meaning.1 && unit.meaning.0 < 10)?;
    Some(((first.meaning.0 + unit.meaning.0).into(), unit.end))
}
