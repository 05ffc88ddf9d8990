//! What an amount without a unit is an amount of: the noun it counts, with the
//! time or thing it is counted per; years of age; a share that is named.

use rust_decimal::Decimal;

use super::lexicon::{Grammar, Sense};
use super::noun::{Count, Noun, read_noun, read_noun_before, read_tied_noun};
use super::numeral::{Form, Numeral};
use super::passage::Passage;
use super::quantity::{Extent, Quantity};
use super::term::Unit;
use super::unit::{measure_named, read_per};

/// The noun behind an amount; *of* may part it from a vague one (*thousands of mines*).
pub(super) fn counted_noun(passage: Passage, quantity: &Quantity) -> Option<Noun> {
    let at = quantity.tokens.end;
    if passage.is_hyphen(at) {
        return read_tied_noun(passage, at + 1);
    }
    let (at, count) = match quantity.extent {
        Extent::One(numeral) => (at, count(numeral)),
        _ => (at, Count::Many),
    };
    let partitive = matches!(quantity.extent, Extent::Vague(..))
        || matches!(quantity.extent, Extent::One(numeral) if numeral.form == Form::Scaled);
    let of = passage.grammar(at, Grammar::Of).filter(|_| partitive);
    let at = of.unwrap_or(at);
    let at = passage
        .grammar(at, Grammar::The)
        .filter(|_| of.is_some())
        .unwrap_or(at);
    read_noun(passage, at, count)
        .or_else(|| read_noun_before(passage, quantity.tokens.start, at))
        .or_else(|| predicated_noun(passage, at, count))
}

/// The plural that a number is said to be: *four are women*.
fn predicated_noun(passage: Passage, at: usize, count: Count) -> Option<Noun> {
    let is = passage.find(at, |sense| (sense == Sense::Auxiliary).then_some(()))?;
    read_noun(passage, is.end, count).filter(|noun| noun.tokens.len() == 1 && count == Count::Many)
}

/// *40 accidents a year*: what is counted, per what it is counted.
pub(super) fn read_rate(passage: Passage, quantity: &mut Quantity) {
    let end = quantity.tokens.end;
    let Some(noun) = quantity.noun.as_mut().filter(|noun| noun.tokens.end == end) else {
        return;
    };
    if let Some((per, end)) = read_per(passage, end) {
        noun.singular = format!("{} per {}", noun.singular, per.name);
        quantity.tokens.end = end;
    }
}

/// *aged 12*, *over the age of 21*: a bare number of years.
pub(super) fn read_age(passage: Passage, quantity: &mut Quantity) {
    let bare = quantity.unit == Unit::Bare && quantity.noun.is_none();
    let behind = passage.grammar_before(quantity.tokens.start, Grammar::Aged);
    let alone = !matches!(quantity.extent, Extent::Vague(..) | Extent::Share(..));
    if bare
        && alone
        && behind.is_some()
        && let Some(measure) = measure_named("year of age")
    {
        quantity.unit = Unit::Measure(measure);
    }
}

/// *a percentage of 16*, *نسبة 10*: the share itself behind its name, where it
/// is no share of a number.
pub(super) fn read_percent_of(passage: Passage, quantity: &mut Quantity) {
    let end = quantity.tokens.end;
    let bare = quantity.unit == Unit::Bare && quantity.noun.is_none();
    let ends = !passage.is_word(end) || passage.is(end, Grammar::Of);
    let start = quantity.tokens.start;
    let first = passage
        .grammar_before(start, Grammar::Portion)
        .is_some_and(|portion| ends && (portion == 0 || !passage.is_digits(portion - 1)));
    let named = passage
        .grammar_before(start, Grammar::Of)
        .and_then(|of| passage.grammar_before(of, Grammar::Percent))
        .filter(|&percent| {
            percent == 0
                || passage.is(percent - 1, Grammar::Article)
                || !passage.is_word(percent - 1) && !passage.is_digits(percent - 1)
        });
    if bare
        && matches!(quantity.extent, Extent::One(_))
        && (first || named.is_some() && !passage.is_word(end))
    {
        quantity.unit = Unit::Percent;
    }
}

pub(super) fn count(numeral: Numeral) -> Count {
    match numeral.value() {
        Some(value) if value == Decimal::ONE => Count::One,
        _ => Count::Many,
    }
}
