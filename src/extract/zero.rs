//! Amounts that are said to be none: *no casualties were recorded*, *not a single mine*.

use std::ops::Range;

use rust_decimal::Decimal;

use super::noun::{Count, Noun, read_noun};
use super::numeral::{Amount, Form, Numeral};
use super::passage::Passage;
use super::quantity::{Extent, Quantity};
use super::term::Unit;
use super::verb::is_verb;
use crate::language::grammar::Grammar;
use crate::language::hedge::EXACT;

/// Reads a count of nothing at a token. *No* and *none* count only where a verb
/// shows that something was counted: *no mines were found*, *recorded no
/// casualties*, *there were no victims*, *none was hurt*.
pub(super) fn read_zero(passage: Passage, at: usize) -> Option<Quantity> {
    if let Some(next) = passage.grammar(at, Grammar::NoneOf) {
        let noun = passage
            .grammar(next, Grammar::OutOf)
            .and_then(|of| read_noun(passage, of, Count::Many));
        let end = noun.as_ref().map_or(next, |noun| noun.tokens.end);
        let told = is_told(passage, end) || noun.is_some() && is_verb(passage, end);
        return told.then(|| nothing(at..next, noun));
    }
    let next = passage.grammar(at, Grammar::No)?;
    // *no* alone needs a verb that counts; *not a single* says it by itself.
    let noun = if next == at + 1 {
        read_noun(passage, next, Count::Many).filter(|noun| is_counted(passage, at, noun))?
    } else {
        read_noun(passage, next, Count::One)?
    };
    Some(nothing(at..next, Some(noun)))
}

fn nothing(words: Range<usize>, noun: Option<Noun>) -> Quantity {
    let zero = Numeral {
        start: words.start,
        end: words.end,
        amount: Amount::Number {
            value: Decimal::ZERO,
            place: Decimal::ONE,
        },
        form: Form::Words,
        scale: None,
    };
    let end = noun.as_ref().map_or(words.end, |noun| noun.tokens.end);
    Quantity {
        tokens: words.start..end,
        numeral: words,
        extent: Extent::One(zero),
        unit: Unit::Bare,
        unit_tokens: 0..0,
        noun,
        hedge: EXACT,
        hedge_tokens: None,
        role: None,
    }
}

/// Whether the verb before *no*, *there were*, or a passive of the past behind
/// the noun tells of a count.
fn is_counted(passage: Passage, no: usize, noun: &Noun) -> bool {
    let there = passage
        .grammar_before(no, Grammar::Been)
        .and_then(|been| passage.grammar_before(been, Grammar::There));
    there.is_some() || no > 0 && is_verb(passage, no - 1) || is_told(passage, noun.tokens.end)
}

/// Whether a passive of the past stands at a token: *were found*.
fn is_told(passage: Passage, at: usize) -> bool {
    let past = passage.grammar(at, Grammar::Been);
    past.is_some_and(|at| is_verb(passage, at))
}
