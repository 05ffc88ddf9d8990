//! Percentages that the number does not stand before: 百分之五, 三成.

use rust_decimal::Decimal;

use super::numeral::{Numeral, read_after_mark};
use super::passage::Passage;
use super::sense::Sense;
use super::term::{Term, Unit};
use crate::language::grammar::Grammar;

/// Reads a number of parts behind the words for their whole: 百分之五 is 5 per
/// cent, 千分之五 is 0.5.
pub(super) fn read_percent_first(passage: Passage, at: usize) -> Option<Term> {
    let whole = passage.find(at, |sense| match sense {
        Sense::PartsOf(whole) => Some(whole),
        _ => None,
    })?;
    let numeral = read_after_mark(passage, whole.end)?;
    let hundredths = numeral.value()?.checked_mul(Decimal::ONE_HUNDRED)?;
    let value = hundredths.checked_div(whole.meaning.into())?;
    // Nothing to convert: the number keeps its form and its last place.
    let numeral = if whole.meaning == 100 {
        numeral
    } else {
        numeral.with_value(value)
    };
    Some(Term {
        start: at,
        end: numeral.end,
        numeral: Numeral {
            start: at,
            ..numeral
        },
        unit: Unit::Percent,
    })
}

/// Reads tenths as per cent behind a number: 三成 is 30, 七成六 is 76. Two
/// digits before them are hundredths already (五五折).
pub(super) fn tenths(passage: Passage, numeral: Numeral) -> Option<(Numeral, usize)> {
    let mut end = passage.grammar(numeral.end, Grammar::Tenths)?;
    let number = numeral.value()?;
    let hundredths = number > Decimal::TEN && number.fract().is_zero();
    let mut value = if hundredths {
        number
    } else {
        number.checked_mul(Decimal::TEN)?
    };
    if let Some(found) = passage.find(end, |sense| match sense {
        Sense::Cardinal(digit) if digit < 10 => Some(digit),
        _ => None,
    }) {
        value = value.checked_add(found.meaning.into())?;
        end = found.end;
    }
    Some((numeral.with_value(value), end))
}
