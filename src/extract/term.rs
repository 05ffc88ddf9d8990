//! One number with its unit: *548 million square metres*, *US$ 5 million*, *30 per cent*.

use super::homonym::{are_books, meant};
use super::numeral::{Amount, Form, Numeral, read_numeral};
use super::passage::Passage;
use super::percent::{read_percent_first, tenths};
use super::sense::Sense;
use super::unit::{
    Measure, country_of_dollars, currency_after, currency_before, measure_named, read_measure,
    read_per, starts_currency_mark,
};
use crate::language::grammar::Grammar;
use rust_decimal::Decimal;

use crate::model::Dimension;

/// One number with its unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Term {
    /// First token, a currency before the number included.
    pub(super) start: usize,
    /// One past the last token.
    pub(super) end: usize,
    /// The number.
    pub(super) numeral: Numeral,
    /// What it is a number of.
    pub(super) unit: Unit,
}

/// What a number is a number of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Unit {
    /// No unit was read.
    Bare,
    /// Per cent.
    Percent,
    /// Percentage points.
    PercentagePoint,
    /// Basis points.
    BasisPoint,
    /// The row of a currency, and what it is paid for.
    Money(u16, Option<Measure>),
    /// A unit of measure.
    Measure(Measure),
}

/// Reads the number with its unit that starts at a token.
pub(super) fn read_term(passage: Passage, at: usize) -> Option<Term> {
    // 百分之五: the sign of per cent stands before its number.
    if let Some(share) = read_percent_first(passage, at) {
        return Some(share);
    }
    let mark = (at + 1..(at + 4).min(passage.len()))
        .rev()
        .filter(|_| starts_currency_mark(passage, at))
        .find_map(|number| currency_before(passage, number).filter(|mark| mark.start == at));
    let number = mark.map_or(at, |mark| mark.end);
    let loss = mark.and_then(|mark| in_brackets(passage, mark.end));
    let numeral = match loss {
        Some(loss) => loss,
        None => past_restatement(passage, read_numeral(passage, number)?),
    };
    let (numeral, unit, end) = match mark {
        Some(mark) => {
            let (unit, end) = paid(passage, mark.meaning, numeral.end);
            match loss {
                Some(_) => scaled_behind(passage, numeral, unit, end),
                None => (numeral, unit, end),
            }
        }
        None => read_unit(passage, numeral),
    };
    let unit = meant(passage, &numeral, unit, end);
    let (unit, end) = if are_books(passage, &numeral, &unit, end) {
        (Unit::Bare, numeral.end)
    } else {
        (unit, end)
    };
    Some(Term {
        start: at,
        end,
        numeral,
        unit,
    })
}

/// A number in brackets behind a mark of money, which accountants write for a loss:
/// *$(4.2) million*.
fn in_brackets(passage: Passage, at: usize) -> Option<Numeral> {
    let held = passage.word(at) == "(" && passage.is_glued(at) && passage.is_digits(at + 1);
    let numeral = held.then(|| read_numeral(passage, at + 1))??;
    let value = numeral
        .value()
        .filter(|_| passage.word(numeral.end) == ")")?;
    Some(Numeral {
        start: at,
        end: numeral.end + 1,
        form: Form::Digits,
        ..numeral.with_value(-value)
    })
}

/// The number with its repetition in words or of words in digits: *45 (forty-five)*,
/// *sixty (60) days*.
fn past_restatement(passage: Passage, numeral: Numeral) -> Numeral {
    let at = numeral.end;
    let words = numeral.form == Form::Words;
    // *45 (46 in 2020)*: digits in brackets behind digits are another amount.
    if passage.word(at) != "(" || passage.is_digits(at + 1) && !words {
        return numeral;
    }
    match read_numeral(passage, at + 1) {
        Some(again)
            if again.value().is_some()
                && again.value() == numeral.value()
                && passage.word(again.end) == ")" =>
        {
            Numeral {
                end: again.end + 1,
                ..numeral
            }
        }
        _ => numeral,
    }
}

/// The unit behind a number, which a part of a unit makes a number: *half an hour*.
fn read_unit(passage: Passage, numeral: Numeral) -> (Numeral, Unit, usize) {
    let at = numeral.end;
    if let Some((numeral, end)) = tenths(passage, numeral) {
        return (numeral, Unit::Percent, end);
    }
    let (unit, end) = unit_at(passage, at);
    if unit != Unit::Bare {
        let (numeral, end) = add_half(passage, as_number(numeral), end);
        return scaled_behind(passage, numeral, unit, end);
    }
    // *millones de euros*
    if numeral.form != Form::Plain
        && numeral.form != Form::Digits
        && let Some(of) = passage.grammar(at, Grammar::Of)
        && let (unit @ (Unit::Measure(_) | Unit::Money(..)), end) = unit_at(passage, of)
    {
        return (as_number(numeral), unit, end);
    }
    if let Some((measure, end)) = passage
        .grammar(at, Grammar::Whole)
        .and_then(|next| read_measure(passage, next))
        // *ten whole days*; whole metres are not said.
        .filter(|(measure, _)| measure.dimension == Dimension::Time)
    {
        return (numeral, Unit::Measure(measure), end);
    }
    if let Some((measure, end)) = unknown_unit(passage, numeral) {
        return (numeral, Unit::Measure(measure), end);
    }
    let Amount::Share(..) = numeral.amount else {
        return (numeral, unit, at);
    };
    let next = passage.grammar(at, Grammar::Of).unwrap_or(at);
    match passage
        .grammar(next, Grammar::Article)
        .map(|next| unit_at(passage, next))
    {
        Some((unit @ (Unit::Measure(_) | Unit::Money(..)), end)) => (as_number(numeral), unit, end),
        _ => (numeral, Unit::Bare, at),
    }
}

/// Most letters of a symbol that no table lists.
const LONGEST_UNKNOWN: usize = 4;

/// A symbol that the tables do not list, by its own name: letters written as one with
/// digits (*12ksi*), without a vowel (*21 ppg*), or capitals behind decimals, which
/// count nothing (*0.5 WAR*).
fn unknown_unit(passage: Passage, numeral: Numeral) -> Option<(Measure, usize)> {
    let at = numeral.end;
    let written = passage.word(at);
    let letters = written.bytes().all(|byte| byte.is_ascii_alphabetic());
    let short = (2..=LONGEST_UNKNOWN).contains(&written.len());
    let token = passage.tokens.get(at).filter(|_| letters && short)?;
    let small = written.bytes().all(|byte| byte.is_ascii_lowercase());
    let capitals = written.bytes().all(|byte| byte.is_ascii_uppercase());
    let vowels = written.contains(['a', 'e', 'i', 'o', 'u', 'y']);
    let decimals = numeral
        .value()
        .is_some_and(|value| !value.fract().is_zero());
    let digits = passage.is_digits(at - 1);
    let meant = small && (passage.is_glued(at) || !vowels && written.len() > 2)
        || capitals && decimals && !passage.is_glued(at);
    let goes_on = passage.is_glued(at + 1) && !passage.is_mark(at + 1) || passage.is_hyphen(at + 1);
    (digits && token.senses.is_empty() && meant && !goes_on).then(|| {
        let measure = Measure {
            name: written.to_owned(),
            dimension: Dimension::Other,
            factor: None,
        };
        (measure, at + 1)
    })
}

/// The number with the half behind its unit: *deux ans et demi*.
fn add_half(passage: Passage, numeral: Numeral, end: usize) -> (Numeral, usize) {
    let half = passage.grammar(end, Grammar::AndHalf);
    match (half, numeral.value()) {
        (Some(end), Some(whole)) if whole.fract().is_zero() => {
            let value = whole.saturating_add(Decimal::new(5, 1));
            (numeral.with_value(value), end)
        }
        _ => (numeral, end),
    }
}

/// The scale that stands behind the code of a currency: *75 USD million*.
fn scaled_behind(
    passage: Passage,
    numeral: Numeral,
    unit: Unit,
    end: usize,
) -> (Numeral, Unit, usize) {
    let scale = passage.find(end, |sense| match sense {
        Sense::Scale(scale) => Some(Decimal::from(scale)),
        _ => None,
    });
    let (Unit::Money(..), Amount::Number { value, place }, Some(scale), None) =
        (&unit, numeral.amount, scale, numeral.scale)
    else {
        return (numeral, unit, end);
    };
    let times = |number: Decimal| number.checked_mul(scale.meaning);
    let (Some(value), Some(place)) = (times(value), times(place)) else {
        return (numeral, unit, end);
    };
    let numeral = Numeral {
        end: scale.end,
        amount: Amount::Number { value, place },
        form: Form::Scaled,
        scale: Some(scale.meaning),
        ..numeral
    };
    (numeral, unit, scale.end)
}

fn as_number(numeral: Numeral) -> Numeral {
    let Amount::Share(part, whole) = numeral.amount else {
        return numeral;
    };
    match part
        .checked_div(whole)
        // A third of an hour is no finite decimal, and stays a share.
        .filter(|value| value.checked_mul(whole) == Some(part))
    {
        Some(value) => Numeral {
            form: Form::Words,
            ..numeral.with_value(value)
        },
        None => numeral,
    }
}

fn unit_at(passage: Passage, at: usize) -> (Unit, usize) {
    let start = if passage.is_hyphen(at) { at + 1 } else { at };
    // 20个比特币
    if let Some(behind) = passage.grammar(start, Grammar::Classifier)
        && let Some(found) = currency_after(passage, behind)
    {
        return paid(passage, found.meaning, found.end);
    }
    // *Points de base* are no *points*.
    let shares = [
        (Grammar::BasisPoint, Unit::BasisPoint),
        (Grammar::PercentagePoint, Unit::PercentagePoint),
        (Grammar::Percent, Unit::Percent),
    ];
    for (word, unit) in shares {
        if let Some(end) = passage.grammar(start, word) {
            return (unit, end);
        }
    }
    if start > at
        && let Some(unit) = tied_unit(passage, start)
    {
        return (unit, start + 1);
    }
    let measure = read_measure(passage, start);
    if let Some(found) = currency_after(passage, start)
        && !is_of_next(passage, found.start, found.end)
        // *pounds sterling* is money, *pounds per square inch* is longer and a pressure.
        && measure.as_ref().is_none_or(|(_, end)| *end <= found.end)
    {
        return paid(passage, found.meaning, found.end);
    }
    if measure.is_none()
        && let Some(end) = passage.grammar(start, Grammar::Times)
        && !passage.is_cross(start)
    {
        let times = Measure {
            name: "time".to_owned(),
            dimension: Dimension::Other,
            factor: None,
        };
        return (Unit::Measure(times), end);
    }
    match measure {
        Some((measure, end)) => (Unit::Measure(measure), end),
        None => (Unit::Bare, at),
    }
}

/// Whether a symbol of money belongs to the next number: *two $ 650 cheques*, *12 $650
/// cheques*; in *10 $ 30 $* it stands behind.
fn is_of_next(passage: Passage, start: usize, end: usize) -> bool {
    let symbol = starts_currency_mark(passage, start) && passage.is_mark(end - 1);
    let apart = !passage.is_glued(start) && passage.is_digits(end);
    let words = start > 0 && !passage.is_digits(start - 1);
    symbol && apart && (words || passage.is_glued(end))
}

/// The unit in an adjective that a hyphen ties to a number: *10-недельный*.
fn tied_unit(passage: Passage, at: usize) -> Option<Unit> {
    const PER_CENT: &str = "per cent";
    let word = passage.folded(at..at + 1);
    match passage.lexis.unit_of_adjective(&word)? {
        PER_CENT => Some(Unit::Percent),
        name => measure_named(name).map(Unit::Measure),
    }
}

/// An amount of money that ends at a token, with the name or the country of the
/// currency behind it (*$5 million USD*, *$5 million US*) and what is paid for (*per share*).
fn paid(passage: Passage, row: u16, end: usize) -> (Unit, usize) {
    let apart = passage.tokens.get(end).is_some_and(|token| !token.glued) || passage.is_word(end);
    let (row, end) = currency_after(passage, end)
        .filter(|_| apart)
        .or_else(|| country_of_dollars(passage, row, end))
        .map_or((row, end), |found| (found.meaning, found.end));
    match read_per(passage, end) {
        Some((per, end)) => (Unit::Money(row, Some(per)), end),
        None => (Unit::Money(row, None), end),
    }
}
