//! Amounts in two units: *7 feet 10 inches*, *20 dollars and 43 cents*.

use rust_decimal::Decimal;

use super::lexicon::Grammar;
use super::numeral::{Amount, Form, Numeral, last_place};
use super::passage::Passage;
use super::term::{Term, Unit, read_term};
use super::unit::currency;
use crate::model::Dimension;

/// Adds to a term the amounts in ever smaller units that follow it. The sum is
/// in the smallest unit of length, or in the currency.
pub(super) fn add_smaller_units(passage: Passage, term: Term) -> Term {
    let mut sum = term;
    while let Some(next) = smaller(passage, &sum) {
        sum = next;
    }
    sum
}

fn smaller(passage: Passage, sum: &Term) -> Option<Term> {
    let comma = usize::from(passage.word(sum.end) == ",");
    let next = passage
        .grammar(sum.end, Grammar::And)
        .unwrap_or(sum.end + comma);
    let term = read_term(passage, next)?;
    let (large, small) = (sum.numeral.value()?, term.numeral.value()?);
    if small < Decimal::ZERO
        || sum.numeral.form == Form::Scaled
        || large.fract() != Decimal::ZERO && !matches!(sum.unit, Unit::Money(..))
    {
        return None;
    }
    let (value, unit) = match (&sum.unit, &term.unit) {
        (Unit::Money(row, per), Unit::Money(coin, None)) => {
            let coins = coins_of(*row, *coin)?;
            (
                large.checked_add(small.checked_div(coins)?)?,
                Unit::Money(*row, per.clone()),
            )
        }
        (Unit::Measure(one), Unit::Measure(other))
            if one.dimension == Dimension::Length && other.dimension == Dimension::Length =>
        {
            let factor = one.factor?.checked_div(other.factor?)?;
            let same_system = (factor % Decimal::TEN).is_zero() == is_metric(&one.name)
                && is_metric(&one.name) == is_metric(&other.name);
            if factor <= Decimal::ONE
                || !factor.fract().is_zero()
                || small >= factor * Decimal::TEN
                || !same_system
            {
                return None;
            }
            (
                large.checked_mul(factor)?.checked_add(small)?,
                term.unit.clone(),
            )
        }
        (Unit::Money(row, per), Unit::Bare) if comma == 0 && is_bare_coins(passage, &term) => (
            large.checked_add(small.checked_div(Decimal::ONE_HUNDRED)?)?,
            Unit::Money(*row, per.clone()),
        ),
        _ => return None,
    };
    let numeral = Numeral {
        end: term.numeral.end,
        amount: Amount::Number {
            value,
            place: last_place(value),
        },
        form: Form::Digits,
        ..sum.numeral
    };
    Some(Term {
        start: sum.start,
        end: term.end,
        numeral,
        unit,
    })
}

/// Whether a bare number can be coins: *20 dollars 43*, and nothing behind it.
fn is_bare_coins(passage: Passage, term: &Term) -> bool {
    let value = term.numeral.value().unwrap_or_default();
    let two_digits =
        value >= Decimal::TEN && value < Decimal::ONE_HUNDRED && value.fract().is_zero();
    let last =
        !passage.is_word(term.end) && !passage.is_digits(term.end) && !passage.is_dash(term.end);
    two_digits && last && matches!(term.numeral.form, Form::Plain | Form::Words)
}

/// How many of a coin make one of a currency; `None` if it is no coin of it.
fn coins_of(row: u16, coin: u16) -> Option<Decimal> {
    let (whole, part) = (currency(row), currency(coin));
    let fits = part.code.is_empty() || part.code == whole.code;
    (part.coins() > Decimal::ONE && whole.coins() == Decimal::ONE && fits).then(|| part.coins())
}

fn is_metric(name: &str) -> bool {
    name.ends_with("metre")
}
