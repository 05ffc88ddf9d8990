//! Parts of a counted whole: *one region out of seven*, *one in seven*; ratios with a
//! colon: *3:1*, *1:50,000*.

use rust_decimal::Decimal;

use super::counted::count;
use super::noun::{Count, read_noun};
use super::numeral::{Form, Numeral, read_digits, read_numeral};
use super::passage::Passage;
use super::quantity::{Extent, Quantity};
use super::rule::{Reader, Reading, Rule};
use super::sense::Sense;
use super::term::{Term, Unit, read_term};
use crate::language::grammar::Grammar;
use crate::language::hedge::EXACT;

/// What a colon between two numbers makes a ratio.
pub(super) static RATIOS: &[Reader] = &[
    // Before times and scores: *3:1* is either, unless a word says what it is.
    Rule {
        name: "a ratio with a colon",
        decide: |place| read_colon(place.passage, place.at).map(Reading::Amount),
        examples: &[
            ("The map is at 1:50,000.", "1/50000"),
            ("The ratio of trainees to trainers is 3:1.", "3/1"),
            ("The scale of the sheet is 1 : 25,000.", "1/25000"),
            ("They won 3:1.", "none"),
        ],
    },
];

/// How far before a ratio the word for it can stand, in tokens.
const WORD_REACH: usize = 10;

/// Reads *1:50,000*, or *3:1* behind the word for a ratio or a scale.
fn read_colon(passage: Passage, at: usize) -> Option<Quantity> {
    let first = read_digits(passage, at).filter(|_| passage.is_digits(at))?;
    let (colon, next) = (first.end, first.end + 1);
    // *1 : 25,000* stands behind its word alone: *Article 1: 25,000 people*.
    let is_close = passage.is_glued(colon) == passage.is_glued(next);
    let joined = passage.word(colon) == ":" && is_close;
    let second = joined.then(|| read_digits(passage, next))??;
    let named = || {
        let ratio = |sense| (sense == Sense::Ratio).then_some(());
        let clause = (at.saturating_sub(WORD_REACH)..at).rev();
        let mut clause = clause.take_while(|&at| !matches!(passage.word(at), "." | ";"));
        clause.any(|at| passage.find(at, ratio).is_some())
    };
    let is_glued = passage.is_glued(colon);
    let scale = is_glued && first.value == Decimal::ONE && second.value >= Decimal::ONE_THOUSAND;
    let ends = passage.word(second.end) != ":";
    let whole = second.value > Decimal::ZERO && ends;
    (whole && (scale || named())).then_some(Quantity {
        tokens: at..second.end,
        numeral: at..second.end,
        extent: Extent::Share(first.value, second.value),
        unit: Unit::Bare,
        unit_tokens: 0..0,
        noun: None,
        hedge: EXACT,
        hedge_tokens: None,
        role: None,
    })
}

/// Most tokens between a part and the *out of* behind its noun.
const REACH: usize = 24;

/// *one region out of seven*, *one in seven*, *3 of the 7 regions*.
pub(super) fn read_ratio(passage: Passage, quantity: &mut Quantity) {
    let (Extent::One(part), Unit::Bare) = (quantity.extent, &quantity.unit) else {
        return;
    };
    let whole_follows = passage.has_word_within(part.end..part.end + REACH, Grammar::OutOf);
    let noun = whole_follows.then(|| read_noun(passage, part.end, count(part)));
    let noun = noun.flatten();
    let behind = [Some(part.end), noun.as_ref().map(|noun| noun.tokens.end)];
    for (at, noun) in behind.into_iter().zip([None, noun]) {
        let Some((at, whole)) = at.and_then(|at| read_whole(passage, part, at)) else {
            continue;
        };
        let (Some(part), Some(value)) = (part.value(), whole.value()) else {
            continue;
        };
        if part <= value && !value.is_zero() && part > Decimal::ZERO {
            quantity.extent = Extent::Share(part, value);
            quantity.numeral.end = whole.end;
            quantity.tokens.end = whole.end;
            let whole_of = if part == Decimal::ONE {
                Count::Whole
            } else {
                Count::Many
            };
            quantity.noun = noun.or_else(|| read_noun(passage, at, whole_of));
            if let Some(noun) = quantity
                .noun
                .as_ref()
                .filter(|noun| noun.tokens.start == whole.end)
            {
                quantity.tokens.end = noun.tokens.end;
            }
            return;
        }
    }
}

/// The whole of a ratio and its end, behind *out of*, *of the* or, after a
/// small number in words, *in*.
fn read_whole(passage: Passage, part: Numeral, at: usize) -> Option<(usize, Numeral)> {
    let small = part.form == Form::Words || passage.len_chars(part.start) <= 2;
    let out_of = passage.grammar(at, Grammar::OutOf).or_else(|| {
        let of = passage.grammar(at, Grammar::Of)?;
        (at == part.end).then_some(of)
    });
    let within = || {
        passage
            .grammar(at, Grammar::In)
            .filter(|_| small && at == part.end)
    };
    let next = out_of.or_else(within)?;
    let whole = read_numeral(passage, next)?;
    // *A cut of 50 basis points or one of 75 basis points*: another cut.
    let measured = |term: Term| term.unit != Unit::Bare;
    if part.form == Form::Words && read_term(passage, next).is_some_and(measured) {
        return None;
    }
    let dated = super::date::looks_like_year(passage, whole.start);
    let timed = super::date::read_date(passage, next).is_some();
    (!dated && !timed && matches!(whole.form, Form::Plain | Form::Digits | Form::Words))
        .then_some((whole.end, whole))
}
