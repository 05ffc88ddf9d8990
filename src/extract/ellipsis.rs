//! The unit of a number that its neighbour says: *2.1 per cent in May, against
//! 1.9 in April*, *12 homes in the north and 30 in the south*.
//!
//! A sentence leaves words out where its parts are built alike, so both numbers
//! must stand in like surroundings; any other stays bare.

use super::numeral::Numeral;
use super::passage::Passage;
use super::quantity::{Extent, Quantity};
use super::reader::PendingFigure;
use super::sense::Sense;
use super::sharing::{counts_nouns, is_bare, take_unit};
use super::term::Unit;
use super::verb::is_verb;
use crate::language::grammar::Grammar;
use crate::model::{Change, ChangeMode, FigureKind};

/// How far behind a number the one that leaves its unit out can stand, in tokens.
const REACH: usize = 24;

/// How a number goes on from the one before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Link {
    /// *and 3 in June*
    Also,
    /// *against 3*, *up from 3*
    Beside,
    /// *to 3* behind *from 5 km*
    Onward,
}

/// Gives bare numbers of a sentence the unit that the number before them says,
/// and shares of a list the change: *down 3 per cent in May and 2 in June*.
pub(super) fn fill_gaps(passage: Passage, pending_figures: &mut [PendingFigure]) {
    for at in 1..pending_figures.len() {
        let (before, rest) = pending_figures.split_at_mut(at);
        let pending = &mut rest[0];
        let Some((link, giver)) = link(passage, pending)
            .and_then(|link| Some((link, giver(passage, link, before, pending)?)))
        else {
            continue;
        };
        if is_bare(pending) && leaves_out(passage, link, giver, pending) {
            take_unit(passage, giver, pending);
        }
        let change = list_change(giver).filter(|_| link == Link::Also && are_alike(giver, pending));
        if pending.figure.change.is_none() && setting(passage, giver, pending).is_some() {
            pending.figure.change = change;
        }
    }
}

fn link(passage: Passage, pending: &PendingFigure) -> Option<Link> {
    let start = pending.tokens.start;
    let mode = pending.figure.change.map(|change| change.mode);
    // *2.1 per cent, from 1.9 in April*; *grew from 30 to 40* says both levels.
    let back = || {
        let from = passage.grammar_before(start, Grammar::From)?;
        let apart = from > 0 && passage.word(from - 1) == ",";
        let both = passage.is(pending.tokens.end, Grammar::To);
        (!both && (apart || mode == Some(ChangeMode::FromTo))).then_some(from)
    };
    let joins = || passage.grammar_before(start, Grammar::And).is_some();
    if passage.is_compared(start) || back().is_some() {
        Some(Link::Beside)
    } else if passage.grammar_before(start, Grammar::To).is_some() {
        Some(Link::Onward)
    } else {
        (joins() || start > 0 && passage.word(start - 1) == ",").then_some(Link::Also)
    }
}

/// The amount that a number goes on from. What only says where, when or of how many
/// another amount holds is passed over: *40 people in two villages and 12 in a third*.
fn giver<'a>(
    passage: Passage,
    link: Link,
    before: &'a [PendingFigure],
    pending: &PendingFigure,
) -> Option<&'a PendingFigure> {
    let aside = |giver: &&PendingFigure| {
        let start = giver.tokens.start;
        let sets = |sense| (sense == Sense::Setting).then_some(());
        let of = [Grammar::Of, Grammar::Past];
        passage.find_before(start, sets).is_some()
            || of
                .iter()
                .any(|&word| passage.grammar_before(start, word).is_some())
    };
    let near = |giver: &&PendingFigure| giver.tokens.end + REACH > pending.tokens.start;
    let amounts = || before.iter().rev().filter(|giver| giver.quantity.is_some());
    let nearest = amounts().next();
    let giver = match link {
        Link::Onward => nearest.filter(|giver| leads_on(passage, giver)),
        // Where all stand aside, the nearest says it after all.
        Link::Also | Link::Beside => amounts().find(|giver| !aside(giver)).or(nearest),
    };
    giver.filter(near)
}

/// Whether *to* behind a number leads to another of its unit: *from 5 km to 10*, *grew
/// by 300 cows to 4,000*. *5 per cent* and *3 places* lead to something else.
fn leads_on(passage: Passage, giver: &PendingFigure) -> bool {
    let (start, end) = (giver.tokens.start, giver.tokens.end);
    let from = passage.grammar_before(start, Grammar::From);
    let grows = list_change(giver).is_some() && giver.figure.kind != FigureKind::Percentage;
    from.is_some()
        || passage.is(start, Grammar::From)
        || grows && !passage.has(end - 1, Sense::Step)
}

/// Whether a bare number leaves out the unit of `giver`.
fn leaves_out(
    passage: Passage,
    link: Link,
    giver: &PendingFigure,
    pending: &PendingFigure,
) -> bool {
    let (Some(said), Some(own)) = (&giver.quantity, &pending.quantity) else {
        return false;
    };
    let stated = said.unit != Unit::Bare || counts_nouns(giver);
    let counts = matches!(own.extent, Extent::One(_) | Extent::Range(..));
    let built_alike = match link {
        Link::Also => {
            let set = setting(passage, giver, pending);
            set.is_some_and(|same| same || !counts_nouns(giver) && follows_and(passage, pending))
                || counts_nouns(giver) && act_alike(passage, giver, pending)
        }
        Link::Beside | Link::Onward => ends(passage, pending.tokens.end),
    };
    stated && counts && built_alike && are_of_one_scale(said, own)
}

fn follows_and(passage: Passage, pending: &PendingFigure) -> bool {
    passage
        .grammar_before(pending.tokens.start, Grammar::And)
        .is_some()
}

/// Where both numbers are set in a time or a place, whether by the same word: *in
/// May and 3 in June*.
fn setting(passage: Passage, giver: &PendingFigure, pending: &PendingFigure) -> Option<bool> {
    let sets = |at: usize| passage.find(at, |sense| (sense == Sense::Setting).then_some(()));
    let own = sets(pending.tokens.end)?;
    let own = passage.folded(own.start..own.end);
    let between = giver.tokens.end..pending.tokens.start;
    let mut settings = between.filter_map(sets).peekable();
    settings.peek()?;
    Some(settings.any(|other| passage.folded(other.start..other.end) == own))
}

/// Whether both numbers are subjects of verbs of one form: *182 have signed it and
/// 153 have ratified it*, *31 killed and 37 injured*.
fn act_alike(passage: Passage, giver: &PendingFigure, pending: &PendingFigure) -> bool {
    let is = |at| passage.has(at, Sense::Auxiliary);
    let (one, other) = (giver.tokens.end, pending.tokens.end);
    is(one) && is(other) || is_verb(passage, one) && is_verb(passage, other)
}

/// Whether a number is all that is said: no noun follows that it could count, and
/// no whole that it is a part of.
fn ends(passage: Passage, at: usize) -> bool {
    let whole = passage.is(at, Grammar::Of) || passage.is(at, Grammar::OutOf);
    let known = passage.has(at, Sense::Stop) || passage.has(at, Sense::Setting);
    let mark = !passage.is_word(at) && !passage.is_hyphen(at) && !passage.is_digits(at);
    !whole && (mark || known)
}

/// From how many on a number says its scale in full.
const FULL: i64 = 1000;

/// Whether the numbers can be of one scale. *5 million euros in May and 3 in June* are
/// three million, which the number does not say; *$5* would say its sign again.
fn are_of_one_scale(said: &Quantity, own: &Quantity) -> bool {
    let number = |quantity: &Quantity| match quantity.extent {
        Extent::One(numeral) => Some(numeral),
        _ => None,
    };
    let scaled = |numeral: Option<Numeral>| numeral.is_some_and(|numeral| numeral.scale.is_some());
    let large = number(own).and_then(|numeral| numeral.value()) >= Some(FULL.into());
    let marked = matches!(said.unit, Unit::Money(..)) && said.unit_tokens.end <= said.numeral.start;
    let full = scaled(number(own));
    full || !marked && (large || !scaled(number(said)))
}

/// Whether two figures are shares in one unit.
fn are_alike(giver: &PendingFigure, pending: &PendingFigure) -> bool {
    let (one, other) = (&giver.figure, &pending.figure);
    one.kind == FigureKind::Percentage && other.kind == one.kind && one.unit == other.unit
}

fn list_change(giver: &PendingFigure) -> Option<Change> {
    let change = giver.figure.change;
    change.filter(|change| change.mode == ChangeMode::By)
}
