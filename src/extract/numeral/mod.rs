//! Reads one number: digits, words, fractions and vague amounts.
//!
//! A numeral says what the words allow by itself; bounds, units and nouns
//! around it are read elsewhere.

mod digits;
mod fraction;
mod positional;
mod vague;
mod words;

use rust_decimal::Decimal;

use super::passage::Passage;
use super::token::{Shape, Token};
use crate::language::figures::Composition;

pub(super) use digits::read_digits;
pub(super) use fraction::is_vulgar_fraction;
pub(super) use positional::read_after_mark;

/// One number as written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Numeral {
    /// First token.
    pub(super) start: usize,
    /// One past the last token.
    pub(super) end: usize,
    /// What it says.
    pub(super) amount: Amount,
    /// How it is written.
    pub(super) form: Form,
    /// The scale word that ends it: a million for *3 million*.
    pub(super) scale: Option<Decimal>,
}

/// What a numeral says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Amount {
    /// One number, with the size of its last significant place: 1000 for *3 thousand*.
    Number {
        /// The number, exact.
        value: Decimal,
        /// Above 0; the value is a multiple of it.
        place: Decimal,
    },
    /// Part and whole: *two thirds*.
    Share(Decimal, Decimal),
    /// *several*, *dozens*: between two numbers.
    Vague(Decimal, Decimal),
}

/// How a numeral is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// Digits alone, without separators, decimals or scale: *2021*, *7*.
    Plain,
    /// Digits with separators or decimals.
    Digits,
    /// Digits or words with a scale word: *3 thousand*, *half a million*.
    Scaled,
    /// Words.
    Words,
}

impl Numeral {
    /// The numeral with another value.
    pub(super) fn with_value(self, value: Decimal) -> Self {
        let place = last_place(value);
        Self {
            amount: Amount::Number { value, place },
            ..self
        }
    }

    /// The number, unless it is vague or a share.
    pub(super) fn value(&self) -> Option<Decimal> {
        match self.amount {
            Amount::Number { value, .. } => Some(value),
            Amount::Share(..) | Amount::Vague(..) => None,
        }
    }

    /// The number or the quotient of a share, unless it is vague.
    pub(super) fn amount_as_number(&self) -> Option<Decimal> {
        match self.amount {
            Amount::Number { value, .. } => Some(value),
            Amount::Share(part, whole) => part.checked_div(whole),
            Amount::Vague(..) => None,
        }
    }
}

/// Reads the numeral that starts at a token; `None` if there is none, or if it
/// is too long for a decimal of 28 digits.
pub(super) fn read_numeral(passage: Passage, at: usize) -> Option<Numeral> {
    if is_other_word(passage, at) {
        return None;
    }
    // The longest reading first: *two thirds* opens with *two*, *dozens* with a dozen.
    fraction::read_fraction(passage, at)
        .or_else(|| vague::read_vague(passage, at))
        .or_else(|| match passage.lexis.tables.composition {
            Composition::Positional => positional::read_number(passage, at),
            _ => words::read_number(passage, at),
        })
}

/// The end of a number that starts at a token and is written out, but is more
/// than a decimal of 28 digits holds; `None` where it can be read or none is.
pub(super) fn beyond_reach(passage: Passage, at: usize) -> Option<usize> {
    if let Some(written) = read_digits(passage, at)
        // *10^40*: the sign of a power that nothing here computes.
        && passage.word(written.end) == "^"
        && passage.is_glued(written.end)
    {
        return Some(super::non_figure::end_of_run(passage, at));
    }
    match passage.lexis.tables.composition {
        Composition::Positional => positional::beyond_reach(passage, at),
        _ => words::beyond_reach(passage, at),
    }
}

/// Whether the token is a word of which the lexicon knows nothing, and no letter
/// that multiplies the digits before it.
fn is_other_word(passage: Passage, at: usize) -> bool {
    let other = |token: &Token| token.shape == Shape::Word && token.senses.is_empty();
    passage.tokens.get(at).is_some_and(other) && !(at > 0 && passage.is_digits(at - 1))
}

/// The size of the last place of a number that is not zero: 1000 for 3000,
/// 0.1 for 2.5; 1 for zero.
pub(super) fn last_place(value: Decimal) -> Decimal {
    let value = value.normalize();
    if value.is_zero() {
        return Decimal::ONE;
    }
    if value.scale() > 0 {
        return Decimal::new(1, value.scale());
    }
    let mut place = Decimal::ONE;
    while let Some(next) = place.checked_mul(Decimal::TEN) {
        if !(value % next).is_zero() {
            break;
        }
        place = next;
    }
    place
}
