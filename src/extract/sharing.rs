//! What a list says once for all its numbers: *8,256 anti-personnel and 3,792
//! anti-tank mines*, *45 and 50 mg*.

use std::ops::Range;

use rust_decimal::Decimal;

use super::figure::from_quantity;
use super::passage::Passage;
use super::quantity::Extent;
use super::reader::PendingFigure;
use super::sense::Sense;
use super::term::Unit;
use crate::language::grammar::Grammar;
use crate::model::{ChangeMode, Dimension, FigureKind};

/// From how many times as long on one side is no side of the same thing.
const SIDES: Decimal = Decimal::from_parts(20, 0, 0, false, 0);

/// Gives each number without a unit or a noun that of the next number, where
/// nothing but modifiers, commas and *and* stand between the two, or where the
/// first is a part of the second.
pub(super) fn share_backwards(passage: Passage, pending_figures: &mut [PendingFigure]) {
    // Whether the figure behind is one of a list that shares.
    let mut listed = false;
    // From the last on: a list says its noun at the end, and each number takes it from the next.
    for at in (1..pending_figures.len()).rev() {
        let (before, after) = pending_figures.split_at_mut(at);
        let (Some((pending, before)), Some(next)) = (before.split_last_mut(), after.first()) else {
            continue;
        };
        let in_list = std::mem::take(&mut listed);
        if before
            .last()
            .is_some_and(|giver| is_next_age(passage, giver, pending))
        {
            continue;
        }
        let (Some(quantity), Some(giver)) = (&mut pending.quantity, &next.quantity) else {
            continue;
        };
        let open = quantity.unit == Unit::Bare
            && quantity.noun.is_none()
            && pending.figure.ratio.is_none();
        let shares = giver.unit != Unit::Bare || giver.noun.is_some();
        let hung = passage.is_dash(pending.tokens.end);
        let part = of_whole(passage, pending.tokens.end, next.tokens.start);
        // Of *30 of the 54 million euros* the scale may be of both.
        let scaled = matches!(quantity.extent, Extent::One(numeral) if numeral.scale.is_some());
        let part = part.filter(|_| giver.unit != Unit::Bare && scaled);
        let Some(modifiers) = modifiers(passage, pending.tokens.end, next.tokens.start)
            .or(part)
            .filter(|_| open && shares)
        else {
            continue;
        };
        // *4 × 100 metres* is a relay: no side of anything is 25 times the other.
        if passage.is_cross(pending.tokens.end) && !are_sides(quantity.extent, giver.extent) {
            continue;
        }
        if giver.unit != Unit::Bare && modifiers != pending.tokens.end + usize::from(hung) {
            continue;
        }
        let own = modifiers > pending.tokens.end + usize::from(hung);
        let joint = modifiers..next.tokens.start;
        if !own && !may_share(passage, joint, in_list, [quantity.extent, giver.extent]) {
            continue;
        }
        listed = true;
        quantity.unit = giver.unit.clone();
        quantity.unit_tokens = giver.unit_tokens.clone();
        // The figure is made anew of its amount; its change was read from the words around and
        // stays.
        let (change, end) = (pending.figure.change, pending.tokens.end);
        quantity.tokens.end = modifiers;
        pending.tokens.end = modifiers;
        pending.figure = from_quantity(passage, quantity);
        pending.figure.change = change;
        if let Some(noun) = &giver.noun {
            quantity.noun = Some(noun.clone());
            let own = passage.folded(end + usize::from(hung)..modifiers);
            share_noun(pending, &own, noun, passage);
        }
    }
}

/// Whether what joins two numbers makes one list of them: *and*, a comma before more of
/// the list, or an *or* between near ones (*a drop of 224 or 18 per cent* says one thing
/// in two ways).
fn may_share(passage: Passage, joint: Range<usize>, in_list: bool, ends: [Extent; 2]) -> bool {
    let has = |word| joint.clone().any(|at| passage.is(at, word));
    let value = |extent| match extent {
        Extent::One(numeral) => numeral.value(),
        Extent::Range(low, _) => Some(low),
        _ => None,
    };
    let near = || {
        let (one, other) = value(ends[0]).zip(value(ends[1]))?;
        let twice = one.min(other).checked_mul(Decimal::TWO)?;
        Some(one.max(other) <= twice)
    };
    let comma = joint.clone().any(|at| passage.word(at) == ",");
    if has(Grammar::Or) {
        return near() == Some(true) && (!comma || in_list);
    }
    !comma || in_list || has(Grammar::And)
}

/// Whether two numbers that a cross joins can be the sides of a thing: in *4 x 100
/// metres* the first counts.
fn are_sides(one: Extent, other: Extent) -> bool {
    let value = |extent| match extent {
        Extent::One(numeral) => numeral.value(),
        _ => None,
    };
    let near = |one: Decimal, other: Decimal| one.checked_mul(SIDES).is_some_and(|one| one > other);
    value(one)
        .zip(value(other))
        .is_some_and(|(one, other)| near(one, other) && near(other, one))
}

/// Gives a bare number what another of its sentence counts, where it refers
/// back to it: *of 214 projects, 51 of them …*; the years of *aged 4 and 7*; and the unit of the change that
/// it ends (*fell from 21 km to 18*) or repeats (*rose by 5 per cent and by 3*).
pub(super) fn share_forwards(passage: Passage, pending_figures: &mut [PendingFigure]) {
    for at in 1..pending_figures.len() {
        let (before, after) = pending_figures.split_at_mut(at);
        let pending = &mut after[0];
        if is_bare(pending) && passage.is(pending.tokens.end, Grammar::OfThem) {
            let counted = before.iter().rev().find(|giver| counts_nouns(giver));
            counted.inspect(|giver| take_noun(giver, pending));
        } else if is_bare(pending)
            && let Some(giver) = before
                .last()
                .filter(|giver| is_next_age(passage, giver, pending))
        {
            take_unit(passage, giver, pending);
        } else if is_bare(pending)
            && let Some(giver) = former_end(passage, before, pending)
        {
            take_unit(passage, giver, pending);
        }
    }
}

/// Whether a bare number follows a number of years of age: *aged 4 and 7*.
fn is_next_age(passage: Passage, giver: &PendingFigure, pending: &PendingFigure) -> bool {
    let age = giver.figure.unit.as_deref() == Some("year of age");
    let behind = giver
        .quantity
        .as_ref()
        .is_some_and(|own| own.numeral.end == giver.tokens.end);
    let joined = (giver.tokens.end..pending.tokens.start).all(|at| joins(passage, at));
    age && behind && joined && giver.tokens.end < pending.tokens.start
}

/// The figure before a bare one that the same change joins it with.
fn former_end<'a>(
    passage: Passage,
    before: &'a [PendingFigure],
    pending: &PendingFigure,
) -> Option<&'a PendingFigure> {
    let mode = |pending: &PendingFigure| pending.figure.change.map(|change| change.mode);
    let leads = passage
        .grammar_before(pending.tokens.start, Grammar::To)
        .is_some();
    let amount = |giver: &&PendingFigure| giver.quantity.is_some();
    let giver = before.iter().rev().find(amount)?;
    let joined = match mode(giver)? {
        ChangeMode::FromTo => leads && mode(pending).is_none(),
        ChangeMode::By => mode(pending) == Some(ChangeMode::By),
        ChangeMode::To => false,
    };
    joined.then_some(giver)
}

/// Gives a bare figure the unit of another.
pub(super) fn take_unit(passage: Passage, giver: &PendingFigure, pending: &mut PendingFigure) {
    let (Some(quantity), Some(own)) = (&giver.quantity, &mut pending.quantity) else {
        return;
    };
    if counts_nouns(giver) {
        take_noun(giver, pending);
    } else {
        own.unit = quantity.unit.clone();
        let change = pending.figure.change;
        pending.figure = from_quantity(passage, own);
        pending.figure.change = change;
    }
}

/// Gives the bare numbers of a sentence what its first words count: *of the
/// seven members of the board, four …*.
pub(super) fn share_whole(
    passage: Passage,
    sentence: &Range<usize>,
    pending_figures: &mut [PendingFigure],
) {
    let Some((whole, parts)) = pending_figures.split_first_mut() else {
        return;
    };
    let opens = passage.grammar(sentence.start, Grammar::Of).map(|of| {
        let the = passage.grammar(of, Grammar::The);
        the.unwrap_or(of)
    });
    // *Of the 40 boats, 12 were lost and 3 sold*: all numbers of the sentence count boats.
    if opens == Some(whole.tokens.start) && counts_nouns(whole) {
        let mut tokens = sentence.clone();
        let end = tokens.find(|&at| passage.word(at) == ";");
        let near = |part: &PendingFigure| end.is_none_or(|end| part.tokens.start < end);
        let bare = parts.iter_mut().filter(|part| near(part) && is_bare(part));
        bare.for_each(|part| take_noun(whole, part));
    }
}

pub(super) fn is_bare(pending: &PendingFigure) -> bool {
    let figure = &pending.figure;
    figure.kind == FigureKind::Quantity && figure.unit.is_none()
}

pub(super) fn counts_nouns(pending: &PendingFigure) -> bool {
    pending.figure.dimension == Some(Dimension::Count) && pending.figure.subject.is_some()
}

fn take_noun(giver: &PendingFigure, pending: &mut PendingFigure) {
    pending.figure.unit.clone_from(&giver.figure.unit);
    pending.figure.subject.clone_from(&giver.figure.subject);
    pending.figure.dimension = giver.figure.dimension;
    pending.figure.spans.unit = giver.figure.spans.unit;
    pending.figure.spans.subject = giver.figure.spans.subject;
}

fn share_noun(pending: &mut PendingFigure, own: &str, noun: &super::noun::Noun, passage: Passage) {
    let head = noun.singular.rsplit(' ').next().unwrap_or_default();
    let plural = passage.folded(noun.tokens.end - 1..noun.tokens.end);
    let joined = |head: &str| {
        if own.is_empty() {
            head.to_owned()
        } else {
            format!("{own} {head}")
        }
    };
    let whole = own.is_empty();
    pending.figure.unit = Some(if whole {
        noun.singular.clone()
    } else {
        joined(head)
    });
    pending.figure.subject = Some(if whole {
        passage.folded(noun.tokens.clone())
    } else {
        joined(&plural)
    });
    pending.figure.dimension = Some(Dimension::Count);
    let words = Some(passage.span(noun.tokens.clone()));
    pending.figure.spans.unit = words;
    pending.figure.spans.subject = words;
}

/// The end of a number that is a part of the next: *20 of the 30 million euros*.
fn of_whole(passage: Passage, start: usize, end: usize) -> Option<usize> {
    let of = passage.grammar(start, Grammar::Of)?;
    let the = passage.grammar(of, Grammar::The)?;
    (the == end).then_some(start)
}

/// The end of the words that modify a number up to the *and* or the comma
/// before the next number; `None` if anything else stands between.
fn modifiers(passage: Passage, start: usize, end: usize) -> Option<usize> {
    let hung = passage.is_dash(start) && joins(passage, start + 1);
    let mut at = start + usize::from(hung);
    while at < end && at < start + 5 && !joins(passage, at) {
        let plain = passage.is_word(at) && !passage.has(at, Sense::Stop)
            || passage.is_hyphen(at) && at > start;
        if !plain {
            return None;
        }
        at += 1;
    }
    let modifiers = at;
    while at < end && joins(passage, at) {
        at += 1;
    }
    (at == end && at > modifiers).then_some(modifiers)
}

fn joins(passage: Passage, at: usize) -> bool {
    passage.word(at) == ","
        || passage.is_cross(at)
        || passage.is(at, Grammar::And)
        || passage.is(at, Grammar::Or)
        || passage.is(at, Grammar::To)
}
