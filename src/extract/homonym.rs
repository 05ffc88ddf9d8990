//! Names and symbols that are of two units: pounds of mass or money, *F* of heat or charge.

use rust_decimal::Decimal;

use super::numeral::Numeral;
use super::passage::Passage;
use super::sense::Sense;
use super::term::Unit;
use super::unit::{Measure, currency_row, measure_named, read_measure};
use crate::language::grammar::Grammar;

/// Fewest pounds that are of money where nothing says of what they are.
const MANY_POUNDS: u64 = 1_000_000;
/// How far from pounds a word of money can stand, in tokens.
const MONEY_REACH: usize = 4;

/// The unit that is meant where its name or symbol is also that of another.
pub(super) fn meant(passage: Passage, numeral: &Numeral, unit: Unit, end: usize) -> Unit {
    let Unit::Measure(measure) = &unit else {
        return unit;
    };
    let other = money_of_mass(passage, numeral, measure, end);
    other
        .or_else(|| heat_of_charge(passage, numeral, measure, end))
        .unwrap_or(unit)
}

/// The currency where the unit is the pound and the text is about money: *a
/// billion pounds*, *fined 500 pounds*. *300 pounds of explosives* are a mass.
fn money_of_mass(
    passage: Passage,
    numeral: &Numeral,
    measure: &Measure,
    end: usize,
) -> Option<Unit> {
    let per = measure.name.strip_prefix("pound-mass per ");
    // *lb* is of mass alone.
    let spelled = !passage.word(numeral.end).starts_with("lb");
    if measure.name != "pound-mass" && per.is_none() || !spelled {
        return None;
    }
    let is_money = |at: &usize| passage.has(*at, Sense::Money);
    let start = numeral.start;
    let before = (start.saturating_sub(MONEY_REACH)..start).any(|at| is_money(&at));
    let many = numeral.amount_as_number() >= Some(MANY_POUNDS.into());
    let money = match passage.grammar(end, Grammar::Of) {
        Some(of) => (of..of + MONEY_REACH)
            .take_while(|&at| passage.is_word(at) && !passage.has(at, Sense::Stop))
            .any(|at| is_money(&at)),
        None => many || before,
    };
    let row = currency_row("pound").filter(|_| money)?;
    Some(Unit::Money(row, per.map(Measure::named)))
}

/// Whether pounds are books: *deux livres*, where the word for both names no country and
/// nothing near is about money. *Dix livres sterling* name one.
pub(super) fn are_books(passage: Passage, numeral: &Numeral, unit: &Unit, end: usize) -> bool {
    let pounds = matches!(unit, Unit::Money(row, None) if Some(*row) == currency_row("pound"));
    if !pounds || passage.lexis.tables.english_names || end == numeral.end {
        return false;
    }
    let mass = read_measure(passage, end - 1).is_some_and(|(mass, _)| mass.name == "pound-mass");
    let near = numeral.start.saturating_sub(MONEY_REACH)..end + MONEY_REACH;
    let money = near.into_iter().any(|at| passage.has(at, Sense::Money));
    let many = numeral.amount_as_number() >= Some(MANY_POUNDS.into());
    mass && !money && !many
}

/// Fewest farads that nobody writes: a capacitor has a part of one or a few.
const MANY_FARADS: u64 = 10;

/// Degrees Fahrenheit where the unit is an *F* and the number one of weather or an
/// oven: *75F*, *350 F*. A capacitor of *2.5 F* holds a charge.
fn heat_of_charge(
    passage: Passage,
    numeral: &Numeral,
    measure: &Measure,
    end: usize,
) -> Option<Unit> {
    let symbol = measure.name == "farad" && passage.word(end - 1) == "F";
    let value = numeral.value()?;
    let heat = passage.is_glued(end - 1) || value >= MANY_FARADS.into() || value < Decimal::ZERO;
    let fahrenheit = measure_named("degree Fahrenheit").filter(|_| symbol && heat)?;
    Some(Unit::Measure(fahrenheit))
}
