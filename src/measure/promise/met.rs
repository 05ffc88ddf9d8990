//! Promises of which the later statement says that they are done.

use super::super::amount::Amount;
use super::super::words::{Rarity, Stem, Stems};
use super::side::{Side, sorted};
use super::{Paired, narrow};
use crate::model::{Actor, Deed, Mood, Promise, PromiseLink, Span, Strength, Verdict, Witness};

/// Least share of the words of a promise in those of the deed that keeps it.
const DONE: f64 = 0.5;

/// The promises without a counterpart that a deed of the later statement keeps.
pub(super) fn links(
    sides: &[Side<'_>; 2],
    paired: &Paired,
    rarity: &Rarity,
    stems: &mut Stems<'_>,
) -> Vec<PromiseLink> {
    let is_open = |at: &usize| {
        let promise = &sides[0].promises[*at];
        !paired.has(0, *at) && is_word_given(promise)
    };
    let open: Vec<usize> = (0..sides[0].promises.len()).filter(is_open).collect();
    if open.is_empty() {
        return Vec::new();
    }
    let deeds = sides[1].witness.deeds.iter();
    let deeds: Vec<Done<'_>> = deeds.map(|deed| Done::new(deed, stems)).collect();
    let link = |at: usize| {
        let found = deeds
            .iter()
            .position(|deed| keeps(sides, at, deed, rarity))?;
        Some(PromiseLink {
            before: Some(narrow(at)),
            after: None,
            deed: Some(narrow(found)),
            verdict: Verdict::Met,
            likeness: 1.0,
        })
    };
    open.into_iter().filter_map(link).collect()
}

fn is_word_given(promise: &Promise) -> bool {
    // A word that was not given cannot be kept; *will not leave* is kept by nothing that was done.
    promise.strength >= Strength::Aimed && promise.mood == Mood::Promise && !promise.negated
}

/// A deed as stems.
struct Done<'a> {
    deed: &'a Deed,
    verb: Stem,
    /// The words of what was done, ascending.
    objects: Vec<Stem>,
}

impl<'a> Done<'a> {
    fn new(deed: &'a Deed, stems: &mut Stems<'_>) -> Self {
        let objects = deed.objects.iter();
        Self {
            deed,
            verb: stems.of_word(&deed.verb),
            objects: sorted(objects.map(|word| stems.of_word(word)).collect()),
        }
    }
}

/// Whether a deed is the act of a promise: the same verb, or one that says that the act
/// is done, with its object and most of its words.
fn keeps(sides: &[Side<'_>; 2], at: usize, done: &Done<'_>, rarity: &Rarity) -> bool {
    let (promise, act) = (&sides[0].promises[at], &sides[0].acts[at]);
    let (Some(object), Some(verb)) = (act.object, act.verb) else {
        return false;
    };
    let has = |stem: Stem| done.objects.binary_search(&stem).is_ok();
    let is_sense = promise.act.sense.is_some() && promise.act.sense == done.deed.sense;
    // *Will clear the roads* is met by *cleared*, *removed all mines from* and *completed the
    // clearance of*.
    let is_verb = verb == done.verb || is_sense || done.deed.completes && has(verb);
    is_verb
        && has(object)
        && rarity.share_in(&act.words, &done.objects) >= DONE
        && are_one_actor(&sides[0], promise, done.deed)
        && !falls_short(sides, promise, done.deed)
}

/// Whether a deed did less than was promised: *will set aside 7 million*, *has set aside 2
/// million*.
fn falls_short(sides: &[Side<'_>; 2], promise: &Promise, deed: &Deed) -> bool {
    let promised = amounts(sides[0].witness, promise.quote);
    let done = amounts(sides[1].witness, deed.quote);
    let is_less = |promised: &Amount<'_>, done: &Amount<'_>| {
        let both = promised.size().zip(done.size());
        both.is_some_and(|(promised, done)| done < promised)
    };
    promised.iter().any(|promised| {
        let mut comparable = done
            .iter()
            .filter(|done| promised.unit.is_commensurable(done.unit))
            .peekable();
        comparable.peek().is_some() && comparable.all(|done| is_less(promised, done))
    })
}

/// The amounts of the sentence at `quote`.
fn amounts(witness: &Witness, quote: Span) -> Vec<Amount<'_>> {
    let figures = witness.figures.iter();
    let inside = figures.filter(|figure| figure.kind.is_amount() && figure.span.overlaps(quote));
    inside
        .map(|figure| Amount::of(figure, &witness.document.text))
        .collect()
}

/// Whether the actor of a promise did a deed; nobody is named where it is passive.
fn are_one_actor(own: &Side<'_>, promise: &Promise, deed: &Deed) -> bool {
    // *The roads were cleared* names nobody, and so may be ours.
    let Some(doer) = deed.actor.as_deref() else {
        return true;
    };
    let document = &own.witness.document;
    let has = |name: &str| {
        let words = name.split(|letter: char| !letter.is_alphanumeric());
        words.into_iter().any(|word| word.to_lowercase() == doer)
    };
    let delegation = document.metadata.delegation.as_ref();
    let is_delegation = delegation.is_some_and(|stated| has(&stated.value));
    match &promise.actor {
        Actor::Speaker(span) => deed.is_speaker || is_delegation || has(span.of(&document.text)),
        Actor::Named { words, .. } => words.iter().any(|word| word == doer),
    }
}
