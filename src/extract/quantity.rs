//! An amount as the sentence states it: number, bounds, unit and noun together.

use std::ops::Range;

use rust_decimal::Decimal;

use super::compound::{add_smaller_units, into_smallest_coin};
use super::counted::{
    counted_noun, name_age, read_age, read_percent_of, read_rate, read_scale, read_years_of_age,
};
use super::noun::{Count, Noun, read_noun};
use super::numeral::{Amount, Form, Numeral, read_numeral};
use super::passage::{Found, Passage};
use super::range::{read_pair, read_range};
use super::ratio::read_ratio;
use super::sense::Sense;
use super::term::{Term, Unit, read_term};
use crate::language::grammar::Grammar;
use crate::language::hedge::{AT_MOST, EXACT, Hedge, MORE_THAN, Side};
use crate::model::{Bound, Dimension, FigureRole};

/// An amount with all that the words around it say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Quantity {
    /// All its tokens, from the hedge to the noun.
    pub(super) tokens: Range<usize>,
    /// The tokens of the numeral, both ends of a range included.
    pub(super) numeral: Range<usize>,
    /// How much.
    pub(super) extent: Extent,
    /// Of what.
    pub(super) unit: Unit,
    /// The tokens of the unit; empty where there is none.
    pub(super) unit_tokens: Range<usize>,
    /// What is counted, when there is no other unit.
    pub(super) noun: Option<Noun>,
    /// What the words around do to the number.
    pub(super) hedge: Hedge,
    /// Those words.
    pub(super) hedge_tokens: Option<Range<usize>>,
    /// *another*, *a total of*.
    pub(super) role: Option<FigureRole>,
}

/// How much.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Extent {
    /// One number.
    One(Numeral),
    /// From one number to another; never descending.
    Range(Decimal, Decimal),
    /// A vague amount between two numbers.
    Vague(Decimal, Decimal),
    /// Part and whole.
    Share(Decimal, Decimal),
    /// A number and how far off it may be.
    Tolerance(Decimal, Decimal),
}

/// The words before a number that bear on it.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Surround {
    /// First token of them; that of the number if there are none.
    start: usize,
    hedge: Hedge,
    hedge_tokens: Option<Range<usize>>,
    role: Option<FigureRole>,
}

/// Reads the amount that starts at a token. Words from `from` on can bear on it.
pub(super) fn read_quantity(passage: Passage, at: usize, from: usize) -> Option<Quantity> {
    let term = add_smaller_units(passage, read_term(passage, at)?);
    let before = surround(passage, at..term.end, from);
    let mut quantity = Quantity {
        tokens: before.start..term.end,
        numeral: term.numeral.start..term.numeral.end,
        extent: extent(&term),
        unit: term.unit.clone(),
        unit_tokens: unit_tokens(&term),
        noun: None,
        hedge: before.hedge,
        hedge_tokens: before.hedge_tokens.clone(),
        role: before.role,
    };
    if let Some(pair) =
        read_pair(passage, &term, before.hedge).or_else(|| read_range(passage, &term, before.start))
    {
        quantity.extent = Extent::Range(pair.low, pair.high);
        quantity.hedge.approximate |= pair.is_loose;
        quantity.unit = pair.unit;
        quantity.numeral.end = pair.numeral_end;
        if pair.end > pair.numeral_end {
            quantity.unit_tokens = pair.numeral_end..pair.end;
        }
        quantity.tokens = pair.start.min(before.start)..pair.end;
    } else {
        read_tolerance(passage, &mut quantity);
        read_ratio(passage, &mut quantity);
    }
    pass_repetition(passage, &mut quantity);
    into_smallest_coin(&mut quantity);
    read_hedge_inside(passage, &mut quantity);
    read_hedge_after(passage, &mut quantity);
    read_years_of_age(passage, &mut quantity);
    // *5 euros* count no noun, and *two thirds* are of a whole that stands behind *of*.
    if quantity.unit == Unit::Bare && !matches!(quantity.extent, Extent::Share(..)) {
        quantity.noun = counted_noun(passage, &quantity);
        if let Some(noun) = &quantity.noun {
            let between = quantity.tokens.end..noun.tokens.start;
            let end = noun.tokens.end;
            // The price between a number and its noun is a figure of its own.
            if !between.clone().any(|at| passage.is_digits(at)) {
                quantity.tokens.end = quantity.tokens.end.max(end);
            }
            quantity.extent = whole_things(quantity.extent);
        }
        read_rate(passage, &mut quantity);
        // Once more, for behind the noun: *40 houses or more*.
        read_hedge_after(passage, &mut quantity);
        read_age(passage, &mut quantity, from);
        read_percent_of(passage, &mut quantity);
        read_scale(passage, &mut quantity);
    }
    drop_stretch(passage, &mut quantity);
    drop_direction(passage, &mut quantity);
    name_age(passage, &mut quantity, from);
    Some(quantity)
}

/// Passes the same amount in brackets behind an amount in words: *five thousand dollars
/// ($5,000)*.
fn pass_repetition(passage: Passage, quantity: &mut Quantity) {
    let Extent::One(numeral) = quantity.extent else {
        return;
    };
    let at = quantity.tokens.end;
    let held = passage.word(at) == "(" && quantity.unit != Unit::Bare;
    let again = held.then(|| read_term(passage, at + 1)).flatten();
    let same = again.filter(|again| {
        let value = numeral.value();
        let closes = passage.word(again.end) == ")";
        again.unit == quantity.unit && again.numeral.value() == value && value.is_some() && closes
    });
    if let Some(again) = same {
        quantity.tokens.end = again.end + 1;
    }
}

/// The number in thousands where its decimals are three zeros: what is counted is
/// whole, so the mark groups digits, as other languages write (*300.000 people*).
fn whole_things(extent: Extent) -> Extent {
    let Extent::One(numeral) = extent else {
        return extent;
    };
    let Amount::Number { value, .. } = numeral.amount else {
        return extent;
    };
    let grouped = value.scale() == 3 && value.fract().is_zero() && !value.is_zero();
    if !grouped || numeral.form != Form::Digits {
        return extent;
    }
    let thousands = (value * Decimal::ONE_THOUSAND).normalize();
    Extent::One(numeral.with_value(thousands))
}

/// The tokens of a unit behind its number or, for a mark of money, before it.
fn unit_tokens(term: &Term) -> Range<usize> {
    if term.end > term.numeral.end {
        term.numeral.end..term.end
    } else {
        term.start..term.numeral.start
    }
}

fn extent(term: &Term) -> Extent {
    match term.numeral.amount {
        Amount::Number { .. } => Extent::One(term.numeral),
        Amount::Share(part, whole) => Extent::Share(part, whole),
        Amount::Vague(low, high) if low == high => Extent::Range(low, high),
        Amount::Vague(low, high) => Extent::Vague(low, high),
    }
}

/// Walks back from a number over hedges and words such as *another*.
fn surround(passage: Passage, number: Range<usize>, from: usize) -> Surround {
    let threshold = passage.has(number.end, Sense::Threshold);
    let mut found = Surround {
        start: number.start,
        hedge: EXACT,
        hedge_tokens: None,
        role: None,
    };
    // Several may stand in a row: *at least another 5*.
    loop {
        let Some(before) =
            bearing(passage, found.start, threshold).filter(|before| before.start >= from)
        else {
            return found;
        };
        if is_particle(passage, &before, number.end) {
            return found;
        }
        let (hedge, role) = before.meaning;
        let (hedge, before) = match hedge {
            Some(hedge) => negated(passage, hedge, before, from),
            None => (None, before),
        };
        if let Some(hedge) = hedge {
            found.hedge = hedge.around(found.hedge);
            let end = found.hedge_tokens.map_or(before.end, |tokens| tokens.end);
            found.hedge_tokens = Some(before.start..end);
        }
        found.role = found.role.or(role);
        found.start = before.start;
    }
}

/// Most words of what a verb moves, before its particle.
const OBJECT: usize = 4;

/// Whether *up to* is the particle of a verb that leads to a level: *edged up to 1.4 per
/// cent*, *pushed prices up to 1.4 per cent*. What is counted is bounded by it: *picked up
/// to 40 apples*.
fn is_particle(passage: Passage, words: &Found<Bearing>, number_end: usize) -> bool {
    let bounds = words.meaning.0.is_some_and(|hedge| hedge == AT_MOST);
    let up = passage.is(words.start, Grammar::Up) && words.end == words.start + 2;
    bounds
        && up
        && is_particle_up(passage, words.start)
        && read_noun(passage, number_end, Count::Many).is_none()
}

/// Whether *up* at a token is the particle of a verb before it.
pub(super) fn is_particle_up(passage: Passage, up: usize) -> bool {
    let climbs = |sense| (sense == Sense::Climb).then_some(());
    (up.saturating_sub(OBJECT)..up)
        .rev()
        .take_while(|&at| passage.is_word(at) && !passage.is_digits(at))
        .any(|at| passage.find(at, climbs).is_some())
}

/// Takes *over* from a length of time that says how long something went on: *built over six
/// years*. Behind a verb of lasting or a preposition it bounds the length.
fn drop_stretch(passage: Passage, quantity: &mut Quantity) {
    let Some(words) = quantity
        .hedge_tokens
        .clone()
        .filter(|words| words.len() == 1)
    else {
        return;
    };
    let Unit::Measure(measure) = &quantity.unit else {
        return;
    };
    let time = measure.dimension == Dimension::Time && !measure.name.ends_with(" of age");
    let over = quantity.hedge == MORE_THAN && passage.is(words.start, Grammar::Over);
    if time && over && !bounds_length(passage, &words, quantity.tokens.end) {
        quantity.hedge = EXACT;
        quantity.hedge_tokens = None;
        quantity.tokens.start = words.end;
    }
}

/// Takes *upwards from* from a number that a change leads on from: *revised upwards from
/// 2 to 3 per cent*.
fn drop_direction(passage: Passage, quantity: &mut Quantity) {
    let bounds = quantity.hedge_tokens.clone();
    let leads = |words: &Range<usize>| passage.is(words.end - 1, Grammar::From);
    let Some(words) = bounds.filter(leads) else {
        return;
    };
    if passage.is(quantity.tokens.end, Grammar::To) && words.start == quantity.tokens.start {
        quantity.hedge = EXACT;
        quantity.hedge_tokens = None;
        quantity.tokens.start = words.end;
    }
}

/// Whether *over* before a length of time, which ends at a token, says that it is longer.
fn bounds_length(passage: Passage, over: &Range<usize>, end: usize) -> bool {
    let behind = passage.is(end, Grammar::Ago) || passage.is(end, Grammar::Of);
    let Some(before) = over.start.checked_sub(1) else {
        return behind || passage.word(end) != ",";
    };
    let lasts = |sense| matches!(sense, Sense::Lasting | Sense::Auxiliary).then_some(());
    let function = passage.has(before, Sense::Stop) && !passage.has(before, Sense::Verb);
    let opens = matches!(passage.word(before), "." | ":" | ";");
    let word = function || passage.find(before, lasts).is_some();
    behind || word || opens && passage.word(end) != ","
}

/// A strict bound behind a word that negates it is the other one: *never passed
/// 300* is at most 300.
fn negated(
    passage: Passage,
    hedge: Hedge,
    words: Found<Bearing>,
    from: usize,
) -> (Option<Hedge>, Found<Bearing>) {
    let negator = passage
        .find_before(words.start, |sense| (sense == Sense::Negator).then_some(()))
        .filter(|negator| negator.start >= from && !hedge.approximate);
    let bound = match hedge.bound {
        Bound::MoreThan => Bound::AtMost,
        Bound::LessThan => Bound::AtLeast,
        _ => return (Some(hedge), words),
    };
    match negator {
        Some(Found { start, .. }) => (Some(Hedge { bound, ..hedge }), Found { start, ..words }),
        None => (Some(hedge), words),
    }
}

/// A hedge or a role.
type Bearing = (Option<Hedge>, Option<FigureRole>);

/// The hedge or role right before a token, past an article. Before *the* there
/// is no hedge (*spoke about the 300 mines*), unless the number is a threshold:
/// *above the 300 mark*.
fn bearing(passage: Passage, end: usize, threshold: bool) -> Option<Found<Bearing>> {
    let bears = |end, hedged: fn(Hedge) -> Option<Bearing>| {
        passage
            .find_before(end, |sense| match sense {
                Sense::Hedge(hedge) if hedge.side == Side::Before => hedged(hedge),
                Sense::Role(role) => Some((None, Some(role))),
                _ => None,
            })
            // The *C.* of *Washington, D.C.* is no *circa*.
            .filter(|found| {
                passage.len_chars(found.start) > 1 || !passage.is_capitalised(found.start)
            })
    };
    let near = bears(end, |hedge| Some((Some(hedge), None)));
    let article = || passage.grammar_before(end, Grammar::Article);
    let the = || passage.grammar_before(end, Grammar::The);
    let past_the = || {
        let hedge = |hedge| Some((Some(hedge), None));
        bears(the()?, if threshold { hedge } else { |_| None })
    };
    near.or_else(|| bears(article()?, |hedge| Some((Some(hedge), None))))
        .or_else(past_the)
}

/// *5 ± 1*, *9.83 +/- 0.1*, *5 ± 1 million*.
fn read_tolerance(passage: Passage, quantity: &mut Quantity) {
    let Extent::One(numeral) = quantity.extent else {
        return;
    };
    let at = quantity.tokens.end;
    let next = match (passage.word(at), passage.word(at + 1), passage.word(at + 2)) {
        ("±", ..) => at + 1,
        ("+", "/", "-") => at + 3,
        _ => return,
    };
    let Some(term) = read_term(passage, next) else {
        return;
    };
    let scale = term
        .numeral
        .scale
        .filter(|_| numeral.scale.is_none())
        .unwrap_or(Decimal::ONE);
    if let (Some(off), Some(value)) = (
        term.numeral.value(),
        numeral.value().and_then(|value| value.checked_mul(scale)),
    ) {
        quantity.extent = Extent::Tolerance(value, off);
        quantity.tokens.end = term.end;
        if quantity.unit == Unit::Bare {
            quantity.unit = term.unit;
        }
    }
}

/// 十多万: the words stand between the digits and their power of ten.
fn read_hedge_inside(passage: Passage, quantity: &mut Quantity) {
    let inside = quantity.numeral.clone().find_map(|at| {
        passage.find(at, |sense| match sense {
            Sense::Hedge(hedge) if hedge.side == Side::After && hedge.approximate => Some(hedge),
            _ => None,
        })
    });
    if let Some(found) = inside {
        quantity.hedge = found.meaning.around(quantity.hedge);
        let tokens = || found.start..found.end;
        quantity.hedge_tokens.get_or_insert_with(tokens);
    }
}

/// Whether *plus* before a token adds something to an amount in a unit: *50 dollars plus
/// tax*. *30 plus years* and *50 dollars plus* are bounded by it.
fn adds(passage: Passage, quantity: &Quantity, end: usize) -> bool {
    let plus = passage.folded(end - 1..end) == passage.lexis.tables.plus;
    let named = passage.is(end, Grammar::Article)
        || passage.is(end, Grammar::The)
        || passage.is_word(end) && (!passage.has(end, Sense::Stop) || passage.is_hyphen(end + 1));
    plus && named && quantity.unit != Unit::Bare
}

fn hedge_before(sense: Sense) -> Option<Hedge> {
    match sense {
        Sense::Hedge(hedge) if hedge.side == Side::Before => Some(hedge),
        _ => None,
    }
}

/// *140 or more*, *300+*, *5 years at most*.
fn read_hedge_after(passage: Passage, quantity: &mut Quantity) {
    let at = quantity.tokens.end;
    let after = |at| {
        passage.find(at, |sense| match sense {
            Sense::Hedge(hedge) if hedge.side == Side::After => Some(hedge),
            _ => None,
        })
    };
    // *5,000 (or so) clinics*
    let inner =
        after(at + 1).filter(|hedge| passage.word(at) == "(" && passage.word(hedge.end) == ")");
    if let Some(inner) = inner {
        quantity.hedge = inner.meaning.around(quantity.hedge);
        quantity.tokens.end = inner.end + 1;
        quantity.hedge_tokens.get_or_insert(inner.start..inner.end);
        return;
    }
    let Some(found) = after(at) else {
        return;
    };
    // Another number behind the words is what they bound: *5 at least 7*, *3 cows
    // and more than 5 goats*.
    let outer = (found.start + 1..found.end)
        .filter_map(|at| passage.find(at, hedge_before))
        .map(|hedge| hedge.end)
        .find(|&end| end > found.end);
    let next = outer.unwrap_or(found.end);
    // *20 years plus at least one of them*
    let hedged = passage.find(found.end, hedge_before);
    let bounds_next = read_term(passage, next).is_some()
        || hedged.is_some_and(|hedge| read_term(passage, hedge.end).is_some())
        || passage.is_word(found.end)
            && read_numeral(passage, found.end + 1).is_some()
            && found.end > at + 1;
    // *at most places*
    let superlative = passage.has(found.end - 1, Sense::Degree)
        && read_noun(passage, found.end, Count::Many).is_some();
    if bounds_next
        || superlative
        || adds(passage, quantity, found.end)
        || found.end == at + 1 && passage.word(at) == "+" && !passage.is_glued(at)
    {
        return;
    }
    quantity.hedge = found.meaning.around(quantity.hedge);
    quantity.tokens.end = found.end;
    if quantity.hedge_tokens.is_none() {
        quantity.hedge_tokens = Some(found.start..found.end);
    }
}
