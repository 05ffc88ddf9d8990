//! Ranges: *2 to 3 million*, *between 10 and 20 per cent*, *10–15 km*, *more
//! than 10 and less than 40*.

use std::ops::Range;

use rust_decimal::Decimal;

use super::compound::add_smaller_units;
use super::date::looks_like_year;
use super::numeral::Form;
use super::passage::Passage;
use super::reference::is_counted;
use super::sense::Sense;
use super::term::{Term, Unit, read_term};
use super::unit::currency;
use crate::language::grammar::Grammar;
use crate::language::hedge::{Hedge, Side};
use crate::model::Bound;

/// Two numbers with what is between them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Pair {
    /// First token, *from* and *between* included.
    pub(super) start: usize,
    /// One past the last token.
    pub(super) end: usize,
    /// One past the last token of the second number.
    pub(super) numeral_end: usize,
    /// Lower end.
    pub(super) low: Decimal,
    /// Upper end.
    pub(super) high: Decimal,
    /// The unit of both.
    pub(super) unit: Unit,
    /// Whether the upper end is bounded itself: *between 3 and more than 10*.
    pub(super) is_loose: bool,
}

/// How the two ends are joined.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Joint {
    Dash,
    To,
    And,
    Or,
}

/// Where the second end of a range stands, past what bounds it, and whether it is
/// bounded in words: *entre 3 y más de 10*.
fn second_end(passage: Passage, at: usize, (joint, between): (Joint, bool)) -> (bool, usize) {
    let is_open = between && matches!(passage.word(at), ">" | "≥");
    let bounded = past_bound(passage, at);
    let is_loose = between && joint == Joint::And && !is_open && bounded > at;
    let end = if is_loose {
        bounded
    } else {
        skip_hedges(passage, at + usize::from(is_open))
    };
    (is_loose, end)
}

/// Whether two numbers that are joined so can be the ends of a range.
fn are_ends(passage: Passage, joint: Joint, first: &Term, ends: Range<Decimal>) -> bool {
    let Range {
        start: low,
        end: high,
    } = ends;
    let near = || {
        low.checked_mul(Decimal::TWO)
            .is_some_and(|most| high <= most)
    };
    match joint {
        // *two or three boats* is a guess at one number, *2 or 40 boats* is a choice.
        Joint::Or => low < high && near() && first.unit == Unit::Bare,
        Joint::Dash => {
            low < high
                && (first.numeral.form != Form::Words
                    || passage.is_digits(first.numeral.start)
                    || passage.is_digits(first.end - 1)
                    || !passage.is_glued(first.end))
        }
        Joint::To | Joint::And => true,
    }
}

/// Reads the second end of a range of which `first` is the first; `None` if it
/// is no range. `start` is the first token that bears on it.
pub(super) fn read_range(passage: Passage, first: &Term, start: usize) -> Option<Pair> {
    // *between the ages of 12 and 17*
    let aged = passage.grammar_before(start, Grammar::Aged);
    let between = passage.grammar_before(aged.unwrap_or(start), Grammar::Between);
    let from = passage.grammar_before(start, Grammar::From);
    let toward = || {
        let next = passage.grammar(first.end, Grammar::Toward)?;
        from.map(|_| (Joint::To, next))
    };
    let (joint, next) = read_joint(passage, first.end).or_else(toward)?;
    // *Fell from 14-18 to 9* goes from a range.
    let changes = from.is_some_and(|from| follows_change(passage, from));
    if changes && joint != Joint::Dash {
        return None;
    }
    let next = passage.grammar(next, Grammar::The).unwrap_or(next);
    let (is_loose, next) = second_end(passage, next, (joint, between.is_some()));
    let second = add_smaller_units(passage, read_term(passage, next)?);
    if joint == Joint::To && from.is_none() && moves_by(passage, start, first, &second) {
        return None;
    }
    // 10与20之间 says *between* behind the second end.
    let behind = passage.grammar(second.end, Grammar::Between);
    if joint == Joint::And && between.or(behind).is_none() {
        return None;
    }
    // *sold 5 per cent to 3 companies*, *paid $800 to 68 people*
    let named = first.unit != Unit::Bare && second.unit == Unit::Bare;
    if joint == Joint::To && named && is_counted(passage, second.end) {
        return None;
    }
    // *55 % até 2030* is due by a year.
    let share = named && first.unit == Unit::Percent;
    if joint == Joint::To && share && looks_like_year(passage, second.numeral.start) {
        return None;
    }
    let unit = shared_unit(first, &second)?;
    let high = second.numeral.amount_as_number()?;
    let open = between.is_none() && from.is_none();
    let thousands = open
        .then(|| shared_thousands(passage, first, &second))
        .flatten();
    let low = thousands.or_else(|| shared_scale(first, &second))?;
    // *Sizes range from 11 to 2*: the word says that they are ends.
    let ranges = from.is_some_and(|from| passage.find_before(from, ranging).is_some());
    // *from 12 to 8* goes down; a range is said upwards.
    let falls = low > high && high >= Decimal::ZERO;
    if between.is_none() && joint == Joint::To && falls && !ranges {
        return None;
    }
    are_ends(passage, joint, first, low..high).then(|| Pair {
        start: between.or(from.filter(|_| !changes)).unwrap_or(start),
        end: behind.unwrap_or(second.end),
        numeral_end: second.numeral.end,
        low: low.min(high),
        high: low.max(high),
        unit,
        is_loose,
    })
}

/// Past a bound before a number: *more than*.
fn past_bound(passage: Passage, at: usize) -> usize {
    let bound = |sense| match sense {
        Sense::Hedge(hedge) if hedge.side == Side::Before && hedge.bound != Bound::Exact => {
            Some(())
        }
        _ => None,
    };
    passage.find(at, bound).map_or(at, |found| found.end)
}

/// From how many times the first end a second one behind a verb of change is a level.
const LEVEL: Decimal = Decimal::from_parts(5, 0, 0, false, 0);

/// Whether *to* leads to a level that the first number is the way to: *rose 7 per
/// cent to 12*, *grew by 20,000 to 1.2 million*.
fn moves_by(passage: Passage, start: usize, first: &Term, second: &Term) -> bool {
    let moves = |end| passage.find_before(end, moving).is_some();
    let by = passage.grammar_before(start, Grammar::By);
    if first.unit != Unit::Bare {
        return by.is_some() || moves(start);
    }
    let far = || {
        let low = shared_scale(first, second)?.checked_mul(LEVEL)?;
        Some(second.numeral.amount_as_number()? >= low)
    };
    let steps = moves(start) || by.is_some_and(moves);
    steps && second.unit == Unit::Bare && far() == Some(true)
}

fn ranging(sense: Sense) -> Option<()> {
    (sense == Sense::Word(Grammar::Ranging)).then_some(())
}

fn moving(sense: Sense) -> Option<()> {
    matches!(sense, Sense::Moves(_) | Sense::Moved(_)).then_some(())
}

/// How far before *from* the verb of a change can stand, in tokens.
const VERB_REACH: usize = 6;

/// Whether *from* belongs to a change: *fell from 400 to 300*, *a fall in costs, from 400
/// to 300*.
pub(super) fn follows_change(passage: Passage, from: usize) -> bool {
    let comma = from.checked_sub(1).filter(|&at| passage.word(at) == ",");
    let end = comma.unwrap_or(from);
    (end.saturating_sub(VERB_REACH)..end)
        .rev()
        .take_while(|&at| !matches!(passage.word(at), "," | ";" | "." | "("))
        .any(|at| {
            let verb = passage.find(at, moving);
            // *Up to* bounds.
            verb.is_some_and(|verb| !passage.is_in_hedge(at, verb.end))
        })
}

fn read_joint(passage: Passage, at: usize) -> Option<(Joint, usize)> {
    let dash = passage.is_dash(at) || passage.word(at) == "\u{2014}";
    let hung = if dash { at + 1 } else { at };
    if let Some(end) = passage.grammar(hung, Grammar::To) {
        let end = if passage.is_dash(end) && passage.is_glued(end) {
            end + 1
        } else {
            end
        };
        return Some((Joint::To, end));
    }
    if dash {
        let minus = passage.is_dash(at + 1) && passage.is_glued(at + 2);
        let next = passage.tokens.get(at + 1);
        let money = next.is_some_and(|next| passage.lexis.lexicon.has_currency_mark(next.senses));
        let number = passage.is_digits(at + 1)
            || passage.word(at + 1) == "."
            || money
            || minus
            || !passage.is_hyphen(at);
        return number.then_some((Joint::Dash, at + 1));
    }
    let word = |word, joint| passage.grammar(at, word).map(|end| (joint, end));
    word(Grammar::And, Joint::And).or_else(|| word(Grammar::Or, Joint::Or))
}

fn skip_hedges(passage: Passage, at: usize) -> usize {
    let mut next = at;
    while let Some(found) = passage.find(next, |sense| match sense {
        Sense::Hedge(hedge) if hedge.side == Side::Before && hedge.bound == Bound::Exact => {
            Some(())
        }
        _ => None,
    }) {
        next = found.end;
    }
    next
}

/// The unit of both ends: one may leave out what the other has.
fn shared_unit(first: &Term, second: &Term) -> Option<Unit> {
    match (&first.unit, &second.unit) {
        (Unit::Bare, unit) | (unit, Unit::Bare) => Some(unit.clone()),
        (one, other) if one == other => Some(one.clone()),
        (Unit::Money(one, _), Unit::Money(other, per)) if one == other => {
            Some(Unit::Money(*one, per.clone()))
        }
        // *5 to 6 US dollars*, *$5 to US$6*: the end that names the country tells it for both.
        (Unit::Money(one, _), Unit::Money(other, per)) if is_vague(*one) => {
            Some(Unit::Money(*other, per.clone()))
        }
        (Unit::Money(one, per), Unit::Money(other, _)) if is_vague(*other) => {
            Some(Unit::Money(*one, per.clone()))
        }
        (Unit::Measure(_), Unit::Measure(measure)) if rescale(first, second).is_some() => {
            Some(Unit::Measure(measure.clone()))
        }
        _ => None,
    }
}

/// Whether a currency is named only in part: *dollars*.
fn is_vague(row: u16) -> bool {
    currency(row).code.is_empty()
}

/// The value of the first end in the unit of the second, where both measure the same.
fn rescale(first: &Term, second: &Term) -> Option<Decimal> {
    let (Unit::Measure(one), Unit::Measure(other)) = (&first.unit, &second.unit) else {
        return None;
    };
    if one.dimension != other.dimension {
        return None;
    }
    let value = first.numeral.value()?;
    value.checked_mul(one.factor?)?.checked_div(other.factor?)
}

/// The value of the first end, which a scale behind the second may multiply: *2 to 3 million*.
fn shared_scale(first: &Term, second: &Term) -> Option<Decimal> {
    let value = first.numeral.amount_as_number()?;
    if let (Unit::Measure(one), Unit::Measure(other)) = (&first.unit, &second.unit)
        && one != other
    {
        return rescale(first, second);
    }
    let Some(scale) = second
        .numeral
        .scale
        .filter(|_| first.numeral.scale.is_none())
    else {
        return Some(value);
    };
    let scaled = value.checked_mul(scale)?;
    // *2 to 3 million*, but *800 to 3 million* has a scale for its second end alone.
    let shared = scaled <= second.numeral.amount_as_number()? && first.unit != Unit::Percent;
    Some(if shared { scaled } else { value })
}

/// How many times as high the upper end of a range is at most.
const WIDEST: Decimal = Decimal::from_parts(10, 0, 0, false, 0);

/// The first end in thousands where the second is written in groups and the first
/// leaves its zeros out: *12 to 14,000 feet*. *1 to 5,000* is as it says.
fn shared_thousands(passage: Passage, first: &Term, second: &Term) -> Option<Decimal> {
    let low = first.numeral.value()?;
    let high = second.numeral.value()?;
    let grouped =
        second.numeral.form == Form::Digits && passage.word(second.numeral.start + 1) == ",";
    let round = (high % Decimal::ONE_THOUSAND).is_zero() && high < Decimal::from(MILLION);
    let plain = first.numeral.form == Form::Plain && first.unit == Unit::Bare && low > Decimal::ONE;
    let scaled = low.checked_mul(Decimal::ONE_THOUSAND)?;
    let near = scaled < high && high <= scaled.checked_mul(WIDEST)? && low < Decimal::ONE_THOUSAND;
    (grouped && round && plain && near).then_some(scaled)
}

const MILLION: u64 = 1_000_000;

/// Reads an upper bound behind a lower one, or the other way round: *at most
/// 100 and at least 20*.
pub(super) fn read_pair(passage: Passage, first: &Term, hedge: Hedge) -> Option<Pair> {
    let lower = matches!(hedge.bound, Bound::MoreThan | Bound::AtLeast);
    let upper = matches!(hedge.bound, Bound::LessThan | Bound::AtMost);
    if hedge.approximate || !(lower || upper) {
        return None;
    }
    let next = passage.grammar(first.end, Grammar::And)?;
    let bound = passage.find(next, |sense| match sense {
        Sense::Hedge(hedge) if hedge.side == Side::Before => Some(hedge.bound),
        _ => None,
    })?;
    let opposite = match bound.meaning {
        Bound::LessThan | Bound::AtMost => lower,
        Bound::MoreThan | Bound::AtLeast => upper,
        Bound::Exact | Bound::Range => false,
    };
    let second = read_term(passage, bound.end)?;
    let unit = shared_unit(first, &second)?;
    let (one, other) = (first.numeral.value()?, second.numeral.value()?);
    let (low, high) = if lower { (one, other) } else { (other, one) };
    (opposite && low <= high).then_some(Pair {
        start: first.start,
        end: second.end,
        numeral_end: second.numeral.end,
        low,
        high,
        is_loose: false,
        unit,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dollars_are_of_no_country_and_euros_are() {
        let row = |name: &str| (0..1000).find(|row| currency(*row).unit == name).unwrap();
        assert!(is_vague(row("dollar")) && !is_vague(row("EUR")));
    }
}
