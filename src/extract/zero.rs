//! Amounts that are said to be none: *no casualties were recorded*, *not a single mine*.

use rust_decimal::Decimal;

use super::hedge::EXACT;
use super::lexicon::Grammar;
use super::noun::{Count, Noun, read_noun};
use super::numeral::{Amount, Form, Numeral};
use super::passage::Passage;
use super::quantity::{Extent, Quantity};
use super::term::Unit;
use super::verb::is_verb;

/// Reads a count of nothing at a token. *No* counts only where a verb shows
/// that something was counted: *no mines were found*, *recorded no casualties*.
pub(super) fn read_zero(passage: Passage, at: usize) -> Option<Quantity> {
    let next = passage.grammar(at, Grammar::No)?;
    let noun = if next == at + 1 {
        read_noun(passage, next, Count::Many).filter(|noun| is_counted(passage, at, noun))?
    } else {
        read_noun(passage, next, Count::One)?
    };
    let zero = Numeral {
        start: at,
        end: next,
        amount: Amount::Number {
            value: Decimal::ZERO,
            place: Decimal::ONE,
        },
        form: Form::Words,
        scale: None,
    };
    Some(Quantity {
        tokens: at..noun.tokens.end,
        numeral: at..next,
        extent: Extent::One(zero),
        unit: Unit::Bare,
        unit_tokens: 0..0,
        noun: Some(noun),
        hedge: EXACT,
        hedge_tokens: None,
        role: None,
    })
}

/// Whether the verb before *no*, or a passive of the past behind the noun, tells
/// of a count.
fn is_counted(passage: Passage, no: usize, noun: &Noun) -> bool {
    let past = passage.grammar(noun.tokens.end, Grammar::Been);
    no > 0 && is_verb(passage, no - 1) || past.is_some_and(|at| is_verb(passage, at))
}
