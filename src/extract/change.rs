//! Changes that a sentence states: *rose by 3 per cent*, *fell to 12*.

use std::cmp::Ordering;

use rust_decimal::Decimal;

use super::date::read_date;
use super::numeral::Numeral;
use super::object::object_before;
use super::passage::{Found, Passage};
use super::quantity::{Extent, Quantity, is_particle_up};
use super::range::follows_change;
use super::reader::PendingFigure;
use super::sense::Sense;
use super::term::{Unit, read_term};
use super::verb::{is_verb, past_particle};
use crate::language::grammar::Grammar;
use crate::model::{Change, ChangeMode, Direction};

/// Most words between an amount and its date: *(in*.
const MOST_BEFORE_DATE: usize = 2;

/// How far before *by* or *to* the verb can stand, in tokens.
const VERB_REACH: usize = 7;

/// The change of which `quantity` is the size or the level.
pub(super) fn read_change(passage: Passage, quantity: &Quantity) -> Option<Change> {
    let start = quantity.tokens.start;
    if let Some(from) = passage
        .grammar_before(start, Grammar::From)
        .filter(|&from| follows_change(passage, from) && leads_on(passage, quantity, from))
    {
        let comma = from.checked_sub(1).filter(|&at| passage.word(at) == ",");
        let verb = verb_within(passage, comma.unwrap_or(from))?;
        return Some(Change {
            // Both ends say it more surely than the verb: *est passé de 75 à 50*.
            direction: way(passage, quantity).unwrap_or(verb),
            mode: ChangeMode::FromTo,
        });
    }
    // *From 12 to 8*: where it goes down, no verb is needed to say so.
    if falls_to(passage, quantity) {
        return Some(Change {
            direction: Direction::Down,
            mode: ChangeMode::FromTo,
        });
    }
    let by = passage.grammar_before(start, Grammar::By);
    let difference = || passage.grammar_before(start, Grammar::Difference);
    if let Some(by) = by.or_else(difference) {
        return step_behind(passage, by);
    }
    if let Some(change) = named_change(passage, quantity) {
        return Some(change);
    }
    if let Some(direction) = difference_behind(passage, quantity.tokens.end) {
        let mode = ChangeMode::By;
        return Some(Change { direction, mode });
    }
    if let Some(to) = level_before(passage, start) {
        if passage.is(to, Grammar::Up) && is_particle_up(passage, to) {
            let (direction, mode) = (Direction::Up, ChangeMode::To);
            return Some(Change { direction, mode });
        }
        let set = || object_before(passage, start)?.direction;
        let direction = adjacent_verb(passage, to, quantity).or_else(set)?;
        return Some(Change {
            direction,
            mode: ChangeMode::To,
        });
    }
    // *(+3.2 %)* behind a level is the change to it.
    let signed = passage.word(quantity.numeral.start) == "+" && quantity.unit == Unit::Percent;
    let direction = adjacent_verb(passage, start, quantity).or(signed.then_some(Direction::Up))?;
    let measured = quantity.unit != Unit::Bare
        || match &quantity.noun {
            Some(noun) => passage.has(noun.tokens.end - 1, Sense::Step),
            None => passage.tokens.len() > quantity.tokens.end,
        };
    // *Fell below 5* says the level.
    let level = quantity
        .hedge_tokens
        .as_ref()
        .is_some_and(|hedge| passage.has(hedge.start, Sense::Level));
    let mode = if level {
        ChangeMode::To
    } else {
        ChangeMode::By
    };
    measured.then_some(Change { direction, mode })
}

/// The change whose size stands behind *by*, which starts at a token: *rose by 7 million*,
/// *exceeded the estimate by 7 million*.
fn step_behind(passage: Passage, by: usize) -> Option<Change> {
    let exceeds = || is_exceeded(passage, by).then_some(Direction::Up);
    let direction = verb_within(passage, by).or_else(exceeds)?;
    let mode = ChangeMode::By;
    Some(Change { direction, mode })
}

/// The change that a noun before *of* names: *a drop of 224*, *an increase of nearly 20 per
/// cent*.
fn named_change(passage: Passage, quantity: &Quantity) -> Option<Change> {
    let of = passage.grammar_before(quantity.tokens.start, Grammar::Of)?;
    let noun = passage.find_before(of, |sense| match sense {
        Sense::Moves(direction) | Sense::Changes(direction) => Some(direction),
        _ => None,
    })?;
    // *a drop of 224* is one change; *drops of 5 litres* are many, and tell of litres.
    let determined = passage.is_determined(noun.start);
    (determined || is_share(quantity)).then_some(Change {
        direction: noun.meaning,
        mode: ChangeMode::By,
    })
}

/// Which way one thing differs from another by the amount that ends at a token: *390 million
/// higher than estimated*. The words are those that bound a number behind them: *in May 5, more
/// than 4 in June*.
fn difference_behind(passage: Passage, end: usize) -> Option<Direction> {
    let found = passage.find(end, |sense| match sense {
        Sense::Differs(direction) => Some(direction),
        _ => None,
    })?;
    let bounds = read_term(passage, found.end).is_some();
    (!bounds).then_some(found.meaning)
}

/// Past the word at a token that leads a change to its level.
fn level_behind(passage: Passage, at: usize) -> Option<usize> {
    let to = passage.grammar(at, Grammar::To);
    to.or_else(|| passage.grammar(at, Grammar::Toward))
}

/// Past the word that leads from an amount, which ends at a token, to the next level; a date in
/// words or in brackets may stand between: *de 900 tonnes en 2019 à 700*.
fn next_level(passage: Passage, end: usize) -> Option<usize> {
    let behind_date = || {
        let mut starts = end..=end + MOST_BEFORE_DATE;
        let is_plain = |at: usize| !matches!(passage.word(at), "." | "," | ";" | ":");
        let date = starts.find_map(|at| {
            let date = (end..at).all(is_plain).then(|| read_date(passage, at))??;
            Some(date.end)
        })?;
        level_behind(passage, date + usize::from(passage.word(date) == ")"))
    };
    level_behind(passage, end).or_else(behind_date)
}

/// The start of the word before a token that leads a change to its level.
fn level_before(passage: Passage, end: usize) -> Option<usize> {
    let to = passage.grammar_before(end, Grammar::To);
    to.or_else(|| passage.grammar_before(end, Grammar::Toward))
}

/// Which way a change goes by its two ends, where both are of one scale: *est passé de
/// 75 à 50*.
fn way(passage: Passage, quantity: &Quantity) -> Option<Direction> {
    let Extent::One(first) = quantity.extent else {
        return None;
    };
    let to = next_level(passage, quantity.tokens.end)?;
    let second = read_term(passage, to)?.numeral;
    match order(second, first)? {
        Ordering::Greater => Some(Direction::Up),
        Ordering::Less => Some(Direction::Down),
        Ordering::Equal => None,
    }
}

/// How a number compares with another of its scale: the digits of *900 thousand* and *1.2
/// million* are not compared.
fn order(one: Numeral, other: Numeral) -> Option<Ordering> {
    let ends = one.value().zip(other.value());
    let (one, other) = ends.filter(|_| one.scale == other.scale)?;
    Some(one.cmp(&other))
}

/// Whether a smaller number follows *from* and a number, whatever the verb: *cut by a
/// third, from 12 to 8*. A range would start with its lower end.
fn falls_to(passage: Passage, quantity: &Quantity) -> bool {
    let from = passage.grammar_before(quantity.tokens.start, Grammar::From);
    let ranges = from.is_some_and(|from| passage.grammar_before(from, Grammar::Ranging).is_some());
    let Extent::One(first) = quantity.extent else {
        return false;
    };
    let next = next_level(passage, quantity.tokens.end);
    let second = next
        .and_then(|to| read_term(passage, to))
        .filter(|second| second.unit == quantity.unit || quantity.unit == Unit::Bare);
    let ends = first
        .value()
        .zip(second.and_then(|second| second.numeral.value()));
    from.is_some()
        && !ranges
        && ends.is_some_and(|(first, second)| first > second && second >= Decimal::ZERO)
}

/// The change that `quantity` goes on with after the figure `said` before it: the
/// level it leads to (*rose 7 per cent to 12*, *rose from 5 in May to 12*), where it began
/// (*rose to 12 in June from 5*), or the same change of another subject, its verb left out
/// (*exports rose by 5 per cent and imports by 3*).
pub(super) fn carry_change(
    passage: Passage,
    said: (Change, &Quantity),
    quantity: &Quantity,
) -> Option<Change> {
    let (change, before) = said;
    let (start, end) = (quantity.tokens.start, before.tokens.end);
    if change.mode == ChangeMode::To {
        let mode = ChangeMode::FromTo;
        return is_start_of(passage, before, quantity).then_some(Change { mode, ..change });
    }
    if change.mode == ChangeMode::FromTo {
        // *From 3 per cent in May to 4 in June.*
        let mode = ChangeMode::To;
        let to = level_before(passage, start);
        let near = to.is_some_and(|to| is_near(passage, end, to));
        return near.then_some(Change { mode, ..change });
    }
    if change.mode != ChangeMode::By {
        return None;
    }
    let closed = end + usize::from(matches!(passage.word(end), ")" | ","));
    if level_before(passage, start) == Some(closed) {
        let mode = ChangeMode::To;
        return Some(Change { mode, ..change });
    }
    if is_share(quantity) && restating(passage, end) == Some(start) {
        return Some(change);
    }
    let by = passage
        .grammar_before(start, Grammar::By)
        .filter(|&by| by >= end)?;
    // *By 3 per cent in the quarter and by 5 over the year.*
    let joins = |at: usize| passage.word(at) == "," || passage.is(at, Grammar::And);
    let joined = joins(end) || by > end && joins(by - 1);
    let near = by - end <= VERB_REACH;
    let plain = |at: usize| {
        let ends = matches!(passage.word(at), ";" | "." | "(" | ")" | ":");
        !ends && !is_verb(passage, at) && !passage.has(at, Sense::Auxiliary)
    };
    (joined && near && (end..by).all(plain)).then_some(change)
}

/// The change from `quantity` to the level before it, where no verb of change stands there: *a
/// reduction in prices, to 3 per cent from 4*, *they were 3 per cent, after 4 in May*.
pub(super) fn start_of_change(
    passage: Passage,
    before: &Quantity,
    quantity: &Quantity,
) -> Option<Change> {
    let (Extent::One(level), Extent::One(start)) = (before.extent, quantity.extent) else {
        return None;
    };
    let is_after = passage
        .grammar_before(quantity.tokens.start, Grammar::After)
        .is_some();
    let is_level = is_after || level_before(passage, before.tokens.start).is_some();
    let direction = match order(level, start)? {
        Ordering::Less => Direction::Down,
        Ordering::Equal | Ordering::Greater => Direction::Up,
    };
    let mode = ChangeMode::FromTo;
    (is_level && is_start_of(passage, before, quantity)).then_some(Change { direction, mode })
}

/// Whether an amount is where a change to the level before it began: *rose to 12 in June, from 9
/// a year ago*.
fn is_start_of(passage: Passage, level: &Quantity, quantity: &Quantity) -> bool {
    let is_alike = match quantity.unit {
        Unit::Bare => quantity.noun.is_none(),
        _ => quantity.unit == level.unit,
    };
    let start = quantity.tokens.start;
    let from = passage.grammar_before(start, Grammar::From);
    // *After 3 years* tells how long, whatever lasted before.
    let after = || {
        let lasts = passage.is_time_unit(quantity.tokens.end - 1);
        passage
            .grammar_before(start, Grammar::After)
            .filter(|_| !lasts)
    };
    let Some(from) = from.or_else(after) else {
        return false;
    };
    // The time of the level may stand between commas, and no further clause.
    let comma = from.checked_sub(1).filter(|&at| passage.word(at) == ",");
    is_alike && is_near(passage, level.tokens.end, comma.unwrap_or(from))
}

/// Whether no clause ends between two ends of a change: *in May to*.
fn is_near(passage: Passage, end: usize, next: usize) -> bool {
    let ends = |at| matches!(passage.word(at), ";" | "." | ",");
    next >= end && next - end <= VERB_REACH && !(end..next).any(ends)
}

/// Gives two ranges of a sentence behind *from* and *to* the change from the one to the
/// other, whatever the verb: *revised from 1–2 per cent to 2–3 per cent*.
pub(super) fn set_ends(passage: Passage, pending_figures: &mut [PendingFigure]) {
    let mut amounts = pending_figures
        .iter_mut()
        .filter(|pending| pending.quantity.is_some());
    let Some(mut first) = amounts.next() else {
        return;
    };
    for second in amounts {
        set_ends_of(passage, first, second);
        first = second;
    }
}

fn set_ends_of(passage: Passage, first: &mut PendingFigure, second: &mut PendingFigure) {
    let (Some(one), Some(two)) = (&first.quantity, &second.quantity) else {
        return;
    };
    let (Extent::Range(low, high), Extent::Range(its_low, its_high)) = (&one.extent, &two.extent)
    else {
        return;
    };
    let start = one.tokens.start;
    let from =
        passage.grammar_before(start, Grammar::From).is_some() || passage.is(start, Grammar::From);
    let to = level_before(passage, two.tokens.start);
    let joined = to.is_some_and(|to| is_near(passage, one.tokens.end, to));
    let direction = match (its_low.cmp(low), its_high.cmp(high)) {
        (Ordering::Greater, Ordering::Greater) => Direction::Up,
        (Ordering::Less, Ordering::Less) => Direction::Down,
        _ => return,
    };
    if from && joined && one.unit == two.unit && first.figure.change.is_none() {
        let change = |mode| Some(Change { direction, mode });
        first.figure.change = change(ChangeMode::FromTo);
        second.figure.change = change(ChangeMode::To);
    }
}

/// Where an amount stands that says the one before it, which ends at a token, in
/// another way: *rose 250 points, or 1.1 per cent*, *rose 5 dollars (2 per cent)*.
fn restating(passage: Passage, end: usize) -> Option<usize> {
    let mark = passage.word(end);
    if mark == "(" {
        return Some(end + 1);
    }
    passage.grammar(end + usize::from(mark == ","), Grammar::Or)
}

fn is_share(quantity: &Quantity) -> bool {
    matches!(
        quantity.unit,
        Unit::Percent | Unit::PercentagePoint | Unit::BasisPoint
    )
}

/// Whether *from* is no *by*: where one word is both (*de*), a second end follows.
fn leads_on(passage: Passage, quantity: &Quantity, from: usize) -> bool {
    !passage.is(from, Grammar::Difference) || next_level(passage, quantity.tokens.end).is_some()
}

/// The nearest verb of change before a token, in the same clause.
fn verb_within(passage: Passage, end: usize) -> Option<Direction> {
    clause_before(passage, end)
        .find_map(|at| {
            let verb = passage.find(at, direction)?;
            (!passage.is_in_hedge(at, verb.end)).then_some(verb)
        })
        .filter(|found| !is_phrasal(passage, found))
        .map(|found| found.meaning)
}

/// Whether a verb before a token, in the same clause, says that one thing is more than another.
fn is_exceeded(passage: Passage, end: usize) -> bool {
    clause_before(passage, end).any(|at| passage.has(at, Sense::Exceeds))
}

/// The tokens before one in the same clause, the nearest first.
fn clause_before(passage: Passage<'_>, end: usize) -> impl Iterator<Item = usize> + '_ {
    let near = (end.saturating_sub(VERB_REACH)..end).rev();
    near.take_while(move |&at| !matches!(passage.word(at), "," | ";" | "." | "(" | ")"))
}

/// Whether the word of a change is the particle of a verb that tells of none:
/// *made up*, *set down*.
fn is_phrasal(passage: Passage, found: &Found<Direction>) -> bool {
    let verb = found.start.checked_sub(1);
    verb.is_some_and(|verb| past_particle(passage, verb) == found.end && found.end > verb + 1)
}

/// The verb of change right before a token; one adverb may stand between. What
/// is done to something needs a share, or a level of its kind behind it (*added
/// 5 cents to 2 dollars*): *cut 700 jobs* states no change of jobs.
fn adjacent_verb(passage: Passage, end: usize, quantity: &Quantity) -> Option<Direction> {
    let levelled = || {
        let level = read_term(passage, level_behind(passage, quantity.tokens.end)?)?;
        let same = matches!(
            (&level.unit, &quantity.unit),
            (Unit::Money(..), Unit::Money(..))
        );
        same.then_some(())
    };
    let set = is_share(quantity) || levelled().is_some();
    let pick = |sense| match sense {
        Sense::Moves(direction) => Some(direction),
        Sense::Moved(direction) if set => Some(direction),
        _ => None,
    };
    let adverb = end
        .checked_sub(1)
        .filter(|&at| passage.lexis.is_adverb(&passage.folded(at..at + 1)));
    let found = passage
        .find_before(end, pick)
        .or_else(|| passage.find_before(adverb?, pick))
        .filter(|found| !is_phrasal(passage, found))?;
    Some(found.meaning)
}

/// The direction of a change that the word at a token names.
pub(super) fn direction_of(passage: Passage, at: usize) -> Option<Direction> {
    passage.find(at, direction).map(|found| found.meaning)
}

fn direction(sense: Sense) -> Option<Direction> {
    match sense {
        Sense::Moves(direction) | Sense::Moved(direction) => Some(direction),
        _ => None,
    }
}
