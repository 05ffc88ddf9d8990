//! Amounts in two units: *7 feet 10 inches*, *20 dollars and 43 cents*.

use rust_decimal::Decimal;

use super::numeral::{Amount, Form, Numeral, last_place};
use super::passage::Passage;
use super::quantity::{Extent, Quantity};
use super::sense::Sense;
use super::term::{Term, Unit, read_term};
use super::unit::{Measure, currency, currency_row, measure_named};
use crate::language::figures::Composition;
use crate::language::grammar::Grammar;
use crate::model::Dimension;

/// Adds to a term the amounts in ever smaller units that follow it. The sum is
/// in the smallest unit of length, or in the currency.
pub(super) fn add_smaller_units(passage: Passage, term: Term) -> Term {
    let mut sum = term;
    while let Some(next) = smaller(passage, &sum) {
        sum = next;
    }
    spoken_coins(passage, &sum).unwrap_or(sum)
}

/// Gives an amount in the smallest coin where it is in one that is made of others,
/// so that 两角 and 两角五分 are in one unit.
pub(super) fn into_smallest_coin(quantity: &mut Quantity) {
    let Unit::Money(row, _) = &mut quantity.unit else {
        return;
    };
    let Some(smallest) = currency(*row).parted_into().and_then(currency_row) else {
        return;
    };
    let parts = |value: Decimal| value.checked_mul(parted_coin(*row, smallest)?);
    let extent = match quantity.extent {
        Extent::One(numeral) => numeral
            .value()
            .and_then(parts)
            .map(|value| Extent::One(numeral.with_value(value))),
        Extent::Range(low, high) => parts(low)
            .zip(parts(high))
            .map(|(low, high)| Extent::Range(low, high)),
        _ => None,
    };
    if let Some(extent) = extent {
        quantity.extent = extent;
        *row = smallest;
    }
}

/// The digit behind an amount of money that counts its next smaller coin: 一块二
/// is 1.2, 三块零四 is 3.04, 五块七毛八 is 5.78.
fn spoken_coins(passage: Passage, sum: &Term) -> Option<Term> {
    let digit = |at| {
        passage.find(at, |sense| match sense {
            Sense::Cardinal(value) if value < 10 => Some(value),
            _ => None,
        })
    };
    let Unit::Money(row, None) = sum.unit else {
        return None;
    };
    let positional = passage.lexis.tables.composition == Composition::Positional;
    let last = passage.find_before(sum.end, |sense| match sense {
        Sense::Currency(row) => Some(row),
        _ => None,
    })?;
    let mut found = digit(sum.end)?;
    let mut parts = currency(last.meaning).coins().checked_mul(Decimal::TEN)?;
    parts = parts.checked_div(currency(row).coins())?;
    if found.meaning == 0 {
        found = digit(found.end)?;
        parts = parts.checked_mul(Decimal::TEN)?;
    }
    let ends = !passage.is_ideograph(found.end) || passage.is(found.end, Grammar::To);
    let part = Decimal::from(found.meaning).checked_div(parts)?;
    let value = sum.numeral.value()?.checked_add(part)?;
    let whole = sum.numeral.form != Form::Scaled;
    (positional && ends && whole).then_some(Term {
        end: found.end,
        numeral: Numeral {
            end: found.end,
            form: Form::Digits,
            ..sum.numeral.with_value(value)
        },
        ..sum.clone()
    })
}

/// The amount behind a sum that may be added to it.
fn next_term(passage: Passage, sum: &Term) -> Option<Term> {
    let comma = passage.word(sum.end) == ",";
    // *$2.89 a litre, 12 cents more* are two amounts.
    let whole = sum.numeral.value()?.fract().is_zero();
    if comma && (!whole || matches!(sum.unit, Unit::Money(_, Some(_)))) {
        return None;
    }
    let next = [Grammar::And, Grammar::With]
        .into_iter()
        .find_map(|word| passage.grammar(sum.end, word))
        .unwrap_or(sum.end + usize::from(comma));
    tied_inches(passage, sum).or_else(|| read_term(passage, next))
}

fn smaller(passage: Passage, sum: &Term) -> Option<Term> {
    let large = sum.numeral.value()?;
    let in_units = matches!(sum.unit, Unit::Money(..) | Unit::Measure(_));
    // *5 million dollars and 20 cents* are two amounts.
    if !in_units || sum.numeral.form == Form::Scaled {
        return None;
    }
    let term = next_term(passage, sum)?;
    let small = term.numeral.value()?;
    // Nobody says *7.5 feet 10 inches*.
    if small < Decimal::ZERO
        || large.fract() != Decimal::ZERO && !matches!(sum.unit, Unit::Money(..))
    {
        return None;
    }
    let (value, unit) = match (&sum.unit, &term.unit) {
        (Unit::Money(row, None), Unit::Money(coin, None)) if parted_coin(*row, *coin).is_some() => {
            let coins = parted_coin(*row, *coin)?;
            (
                large.checked_mul(coins)?.checked_add(small)?,
                term.unit.clone(),
            )
        }
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
            let factor =
                // *6 feet 200 inches* is no one length that anybody would say so.
                smaller_lengths(one, other).filter(|&factor| small < factor * Decimal::TEN)?;
            (
                large.checked_mul(factor)?.checked_add(small)?,
                term.unit.clone(),
            )
        }
        (Unit::Money(row, per), Unit::Bare) if is_bare_coins(passage, sum, &term) => (
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

/// The inches that a hyphen ties to feet: *6-foot-4*, *6-foot-4-inch*.
fn tied_inches(passage: Passage, sum: &Term) -> Option<Term> {
    const FOOT: u64 = 12;
    let is = |unit: &Unit, name| matches!(unit, Unit::Measure(measure) if measure.name == name);
    let tied = passage.is_hyphen(sum.end) && is(&sum.unit, "foot");
    let term = tied.then(|| read_term(passage, sum.end + 1))??;
    let fits = term
        .numeral
        .value()
        .is_some_and(|value| value < FOOT.into());
    let inch = measure_named("inch").filter(|_| fits)?;
    (term.unit == Unit::Bare || is(&term.unit, "inch")).then_some(Term {
        unit: Unit::Measure(inch),
        ..term
    })
}

/// How many of the smaller length make one of the larger, in one system of units.
fn smaller_lengths(larger: &Measure, other: &Measure) -> Option<Decimal> {
    let factor = larger.factor?.checked_div(other.factor?)?;
    let both = |is_of: fn(&str) -> bool| is_of(&larger.name) && is_of(&other.name);
    let same_system = both(is_metric) || both(is_imperial);
    (factor > Decimal::ONE && factor.fract().is_zero() && same_system).then_some(factor)
}

/// Whether a unit is a coin that is made of none: *64.2 cents a dozen*.
fn is_coin(unit: &Unit) -> bool {
    matches!(unit, Unit::Money(row, _) if matches!(currency(*row).unit, "cent" | "penny"))
}

/// Whether a bare number can be coins: *20 dollars 43*, and nothing behind it.
fn is_bare_coins(passage: Passage, sum: &Term, term: &Term) -> bool {
    let listed = passage.word(sum.end) == ",";
    let value = term.numeral.value().unwrap_or_default();
    // Coins behind an amount have two digits: *20 dollars 43*, and not *20 dollars 5*.
    let two_digits =
        value >= Decimal::TEN && value < Decimal::ONE_HUNDRED && value.fract().is_zero();
    let last =
        !passage.is_word(term.end) && !passage.is_digits(term.end) && !passage.is_dash(term.end);
    let coins = matches!(sum.unit, Unit::Money(row, _) if currency(row).coins() == Decimal::ONE);
    let coins = coins && !is_coin(&sum.unit) && !passage.is(term.start, Grammar::Article);
    two_digits && last && !listed && coins && matches!(term.numeral.form, Form::Plain | Form::Words)
}

/// How many of a coin make one of a currency; `None` if it is no coin of it.
fn coins_of(row: u16, coin: u16) -> Option<Decimal> {
    let (whole, part) = (currency(row), currency(coin));
    // A *cent* is of many currencies and has no code of its own.
    let fits = part.code.is_empty() || part.code == whole.code;
    (part.coins() > whole.coins() && whole.coins() == Decimal::ONE && fits).then(|| part.coins())
}

/// Whether a coin is made of smaller ones: 角 of ten 分.
fn parted_coin(row: u16, coin: u16) -> Option<Decimal> {
    let (whole, part) = (currency(row), currency(coin));
    let smaller = whole.coins() > Decimal::ONE && part.coins() > whole.coins();
    let fits = smaller && part.code == whole.code;
    let parts = part.coins().checked_div(whole.coins())?;
    fits.then_some(parts)
}

fn is_metric(name: &str) -> bool {
    name.ends_with("metre")
}

fn is_imperial(name: &str) -> bool {
    matches!(name, "mile" | "yard" | "foot" | "inch")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cent_is_a_coin_and_a_dollar_is_none() {
        let unit = |name: &str| {
            let row = (0..1000).find(|row| currency(*row).unit == name).unwrap();
            Unit::Money(row, None)
        };
        assert!(is_coin(&unit("cent")) && is_coin(&unit("penny")) && !is_coin(&unit("dollar")));
    }

    #[test]
    fn lengths_of_one_system_are_one_length() {
        for (larger, smaller, factor) in [
            ("mile", "foot", Some(5280)),
            ("mile", "yard", Some(1760)),
            ("foot", "inch", Some(12)),
            ("kilometre", "metre", Some(1000)),
            ("kilometre", "foot", None),
            ("inch", "foot", None),
            ("foot", "ångström", None),
        ] {
            let [larger, smaller] = [larger, smaller].map(|name| measure_named(name).unwrap());
            let found = smaller_lengths(&larger, &smaller);
            assert_eq!(found, factor.map(Decimal::from), "{larger:?} {smaller:?}");
        }
    }
}
