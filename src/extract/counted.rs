//! What an amount without a unit is an amount of: the noun it counts, with the
//! time or thing it is counted per; years of age; a share that is named.

use rust_decimal::Decimal;

use super::noun::{Count, Noun, read_noun, read_noun_before, read_tied_noun};
use super::numeral::{Form, Numeral, last_place, read_numeral};
use super::passage::Passage;
use super::quantity::{Extent, Quantity};
use super::sense::Sense;
use super::term::{Unit, read_term};
use super::unit::{measure_named, read_measure, read_per, starts_currency_mark};
use crate::language::figures::{Composition, HeadPosition};
use crate::language::grammar::Grammar;
use crate::language::hedge::{EXACT, Side};
use crate::model::Bound;

/// The noun behind an amount; *of* may part it from a vague one (*thousands of mines*).
pub(super) fn counted_noun(passage: Passage, quantity: &Quantity) -> Option<Noun> {
    let at = quantity.tokens.end;
    if passage.is_hyphen(at) {
        // *5,000-strong* says how many, not of what.
        let size = |sense| (sense == Sense::Stop).then_some(());
        let tied = || read_tied_noun(passage, at + 1);
        return passage.find(at, size).map_or_else(tied, |_| None);
    }
    let (at, count) = match quantity.extent {
        // *one or more sources*
        Extent::One(numeral) if is_open(quantity, numeral) => (at, Count::Many),
        Extent::One(numeral) => (at, count(numeral)),
        _ => (at, Count::Many),
    };
    let scale = |sense| matches!(sense, Sense::Scale(_)).then_some(());
    // *thousands of mines* count mines; *40 of the mines* are a part of them.
    let partitive = matches!(quantity.extent, Extent::Vague(..))
        || matches!(quantity.extent, Extent::Range(..)) && passage.find_before(at, scale).is_some()
        || matches!(quantity.extent, Extent::One(numeral) if numeral.form == Form::Scaled);
    let of = passage.grammar(at, Grammar::Of).filter(|_| partitive);
    let at = of.unwrap_or(at);
    let at = passage
        .grammar(at, Grammar::The)
        .filter(|_| of.is_some())
        .unwrap_or(at);
    read_noun(passage, at, count)
        .or_else(|| behind_price(passage, at, count))
        .or_else(|| counted_among(passage, quantity))
        .or_else(|| read_noun_before(passage, quantity.tokens.start, at))
        .or_else(|| predicated_noun(passage, at, count))
}

/// Whether words behind a number allow more of it.
fn is_open(quantity: &Quantity, numeral: Numeral) -> bool {
    let behind = quantity.hedge_tokens.as_ref();
    behind.is_some_and(|words| words.start >= numeral.end) && quantity.hedge.bound == Bound::AtLeast
}

/// The noun behind the price or the size of each: *two $ 650 cheques*, *five million 300ml
/// bottles*.
fn behind_price(passage: Passage, at: usize, count: Count) -> Option<Noun> {
    let starts = passage.is_digits(at) || starts_currency_mark(passage, at);
    let starts = starts && count == Count::Many;
    let each = starts.then(|| read_term(passage, at))??;
    let measured = matches!(each.unit, Unit::Money(..) | Unit::Measure(_));
    read_noun(passage, each.end, count).filter(|_| measured)
}

/// The plural that a number is a part of: *forty-one of our citizens*. *One of
/// the best* counts nothing.
fn counted_among(passage: Passage, quantity: &Quantity) -> Option<Noun> {
    let at = quantity.tokens.end;
    let whole = match quantity.extent {
        Extent::One(numeral) => count(numeral) == Count::Many,
        Extent::Vague(..) => true,
        _ => false,
    };
    let last = passage.lexis.tables.head == HeadPosition::Last;
    let of = passage
        .grammar(at, Grammar::OutOf)
        .filter(|_| whole && last)?;
    read_noun(passage, of, Count::Many)
}

/// The plural that a number is said to be: *four are women*.
fn predicated_noun(passage: Passage, at: usize, count: Count) -> Option<Noun> {
    let is = passage.find(at, |sense| (sense == Sense::Auxiliary).then_some(()))?;
    read_noun(passage, is.end, count).filter(|noun| noun.tokens.len() == 1 && count == Count::Many)
}

/// *40 accidents a year*, *41 per 100,000 live births*: what is counted, per
/// what it is counted.
pub(super) fn read_rate(passage: Passage, quantity: &mut Quantity) {
    let end = quantity.tokens.end;
    if let Some((base, noun)) = read_base(passage, end) {
        let last = noun.map_or(base.end, |noun| noun.tokens.end);
        let counted = quantity.noun.take();
        let start = counted.as_ref().map_or(end, |noun| noun.tokens.start);
        let own = counted.map_or(String::new(), |noun| format!("{} ", noun.singular));
        let words = [end..base.start, base.start..base.end, base.end..last];
        let words = words.map(|words| passage.folded(words));
        quantity.tokens.end = last;
        quantity.noun = Some(Noun {
            tokens: start..last,
            singular: own + words.join(" ").trim_end(),
        });
        return;
    }
    let Some(noun) = quantity.noun.as_mut() else {
        return;
    };
    if let Some((base, of)) = read_base_before(passage, quantity.tokens.start) {
        noun.singular = format!("{} per {base} {}", noun.singular, of.singular);
        return;
    }
    if noun.tokens.end != end {
        return;
    }
    if let Some((per, end)) = read_per(passage, end) {
        noun.singular = format!("{} per {}", noun.singular, per.name);
        quantity.tokens.end = end;
    }
}

/// The round number of things that others are counted per; *1 per 1,000* leaves out which.
fn read_base(passage: Passage, at: usize) -> Option<(Numeral, Option<Noun>)> {
    let tables = passage.lexis.tables;
    let sure = tables.english_names
        || matches!(
            tables.composition,
            Composition::Positional | Composition::TensAndUnits
        );
    let (per, least) = match passage.grammar(at, Grammar::PerBase) {
        Some(per) => (per, Decimal::ONE_THOUSAND),
        None => (passage.grammar(at, Grammar::Per)?, Decimal::ONE_HUNDRED),
    };
    let base = read_numeral(passage, per).filter(|&base| sure && is_base(base))?;
    (base.value()? >= least).then_some(())?;
    let noun = read_noun(passage, base.end, Count::Many);
    (noun.is_some() || tables.english_names).then_some((base, noun))
}

/// Most tokens between what is counted per and what is counted.
const BASE_REACH: usize = 12;

/// The round number of things that come before what is counted per them, in the
/// same clause: 每10万人中有5人死亡.
fn read_base_before(passage: Passage, start: usize) -> Option<(Decimal, Noun)> {
    if passage.lexis.tables.composition != Composition::Positional {
        return None;
    }
    (start.saturating_sub(BASE_REACH)..start)
        .rev()
        .take_while(|&at| passage.is_word(at) || passage.is_digits(at))
        .find_map(|at| read_base(passage, at))
        .and_then(|(base, noun)| Some((base.value()?.normalize(), noun?)))
        .filter(|(_, noun)| noun.tokens.end <= start)
}

/// Whether others are counted per a number: a hundred, a thousand, 100,000.
pub(super) fn is_base(numeral: Numeral) -> bool {
    numeral
        .value()
        // Round: one digit, and zeros.
        .is_some_and(|value| value >= Decimal::ONE_HUNDRED && last_place(value) == value)
}

/// *aged 12*, *over the age of 21*, *Ann Lee, 34, said*: a bare number of years.
pub(super) fn read_age(passage: Passage, quantity: &mut Quantity, from: usize) {
    let bare = quantity.unit == Unit::Bare && quantity.noun.is_none();
    let behind = passage.grammar_before(quantity.numeral.start, Grammar::Aged);
    // *She was one of the first* tells no age.
    let alone = match quantity.extent {
        Extent::Vague(..) | Extent::Share(..) => false,
        Extent::One(numeral) => numeral.form != Form::Words || count(numeral) == Count::Many,
        _ => true,
    };
    if bare
        && alone
        && (behind.is_some() || is_apposition(passage, quantity) || is_lifetime(passage, quantity))
        && let Some(measure) = measure_named("year of age")
    {
        quantity.unit = Unit::Measure(measure);
        bound_age(passage, quantity, from);
    }
}

/// How far before a number of years the word for an age can stand, in tokens.
const LIFETIME_REACH: usize = 12;

/// Whether a bare number is said to be an age: *the average age is 41*, *life expectancy
/// for men rose to 73*.
fn is_lifetime(passage: Passage, quantity: &Quantity) -> bool {
    let start = quantity.tokens.start;
    let ages = |sense| (sense == Sense::Lifetime).then_some(());
    let said = start > 0 && passage.has(start - 1, Sense::Auxiliary)
        || passage.grammar_before(start, Grammar::To).is_some();
    let mut clause = (start.saturating_sub(LIFETIME_REACH)..start)
        .rev()
        .take_while(|&at| !passage.is_mark(at) && !passage.is_digits(at));
    let years = matches!(quantity.extent, Extent::One(numeral) if numeral
        .value()
        .is_some_and(|value| value < OLDEST.into()));
    said && years && clause.any(|at| passage.find(at, ages).is_some())
}

/// Makes years behind *the age of* years of age: *under the age of 6 years*.
pub(super) fn name_age(passage: Passage, quantity: &mut Quantity, from: usize) {
    let aged = passage.grammar_before(quantity.tokens.start, Grammar::Aged);
    let Unit::Measure(measure) = &quantity.unit else {
        return;
    };
    let of_age = measure_named(&format!("{} of age", measure.name));
    if let Some(measure) = of_age.filter(|_| aged.is_some()) {
        quantity.unit = Unit::Measure(measure);
        bound_age(passage, quantity, from);
    }
}

/// Bounds a number of years by the words before *the age of*: *under the age of 6*.
fn bound_age(passage: Passage, quantity: &mut Quantity, from: usize) {
    let hedged = |sense| match sense {
        Sense::Hedge(hedge) if hedge.side == Side::Before => Some(hedge),
        _ => None,
    };
    let aged = passage.grammar_before(quantity.tokens.start, Grammar::Aged);
    let hedge = aged.and_then(|aged| passage.find_before(aged, hedged));
    if let Some(hedge) = hedge.filter(|hedge| hedge.start >= from && quantity.hedge == EXACT) {
        quantity.hedge = hedge.meaning;
        quantity.hedge_tokens = Some(hedge.start..hedge.end);
        quantity.tokens.start = hedge.start;
    }
}

/// What a bare number is on: *6.1 on the Richter scale*, *between 50 and 70 on the `GPa` scale*.
pub(super) fn read_scale(passage: Passage, quantity: &mut Quantity) {
    let bare = quantity.unit == Unit::Bare && quantity.noun.is_none();
    let on = passage
        .grammar(quantity.tokens.end, Grammar::On)
        .filter(|_| bare);
    let Some(at) = on.map(|on| passage.past_determiner(on)) else {
        return;
    };
    let unit = read_measure(passage, at).filter(|(_, end)| passage.is(*end, Grammar::ScaleOf));
    if let Some((measure, end)) = unit {
        quantity.unit = Unit::Measure(measure);
        quantity.tokens.end = end + 1;
    } else if passage.is_word(at) && passage.is(at + 1, Grammar::ScaleOf) {
        quantity.tokens.end = at + 2;
        quantity.noun = Some(Noun {
            tokens: at..at + 2,
            singular: passage.folded(at..at + 2),
        });
    }
}

/// Most years of age that a number between two commas is.
const OLDEST: i64 = 110;

/// Whether a number stands between commas behind a name or one thing: *Ann Lee, 34,
/// said*, *a driver, 34, said*.
fn is_apposition(passage: Passage, quantity: &Quantity) -> bool {
    let Extent::One(numeral) = quantity.extent else {
        return false;
    };
    let (start, end) = (quantity.tokens.start, quantity.tokens.end);
    let years = numeral.form == Form::Plain
        && numeral
            .value()
            .is_some_and(|value| value > Decimal::ZERO && value <= OLDEST.into());
    let comma = |at: usize| passage.word(at) == ",";
    years
        && start >= 2
        && comma(start - 1)
        && comma(end)
        && quantity.tokens.start == numeral.start
        && (passage.is_capitalised(start - 2) || is_one(passage, start - 2))
        // *In May, 34, said* has a month before the comma, and nobody with an age.
        && passage.tokens[start - 2].senses.is_empty()
        && passage.is_word(end + 1)
        && !passage.is(end + 1, Grammar::And)
        // *Rule 3, 34, Annex* is a list.
        && !passage.is_capitalised(end + 1)
}

/// Whether a word can be the singular of a noun.
fn is_one(passage: Passage, at: usize) -> bool {
    passage.is_word(at) && !passage.lexis.is_plural(&passage.folded(at..at + 1))
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

/// *âgés de 5 à 14 ans*: years that tell an age. In English *he was* can stand before
/// them, and they are left a time.
pub(super) fn read_years_of_age(passage: Passage, quantity: &mut Quantity) {
    let years = matches!(&quantity.unit, Unit::Measure(unit) if unit.name == "year");
    let aged = || passage.grammar_before(quantity.tokens.start, Grammar::Aged);
    if years
        && !passage.lexis.tables.english_names
        && aged().is_some()
        && let Some(measure) = measure_named("year of age")
    {
        quantity.unit = Unit::Measure(measure);
    }
}

pub(super) fn count(numeral: Numeral) -> Count {
    match numeral.value() {
        Some(value) if value == Decimal::ONE => Count::One,
        _ => Count::Many,
    }
}
