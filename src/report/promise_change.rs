//! What became of promises between two statements.

use super::address::Addresses;
use super::change::{ChangeRecord, Pair, Paragraphs, round};
use super::change_kind::{ChangeKind, ChangeVerdict};
use super::id::Ids;
use super::promise::{DeedRecord, PromiseRecord, SideRecord, name};
use crate::model::{Deed, Promise, PromiseLink, Span, Verdict, Witness};

/// What became of the promises of a pair, news first, in the order of the text after;
/// those that are kept are told by nothing.
pub(super) fn promise_changes<'a>(pair: Pair<'a>, ids: &mut Ids) -> Vec<ChangeRecord<'a>> {
    let links = pair.comparison.promises.iter();
    let mut reported: Vec<&PromiseLink> =
        links.filter(|link| link.verdict != Verdict::Same).collect();
    // Verdicts are declared from the most telling on.
    reported.sort_by_key(|link| link.verdict);
    if reported.is_empty() {
        return Vec::new();
    }
    let addresses = [pair.before, pair.after].map(|witness| Addresses::new(&witness.document));
    reported
        .into_iter()
        .map(|link| promise_change(pair, &addresses, link, ids))
        .collect()
}

/// What one side says.
#[derive(Clone, Copy)]
enum PromiseOrDeed<'a> {
    Promise(&'a Promise),
    Deed(&'a Deed),
}

impl<'a> PromiseOrDeed<'a> {
    fn of(witness: &'a Witness, promise: Option<u32>, deed: Option<u32>) -> Option<Self> {
        let promise = promise.map(|at| Self::Promise(&witness.promises[at as usize]));
        // A promise that is said again is told by its words, though something was done of it too.
        promise.or_else(|| deed.map(|at| Self::Deed(&witness.deeds[at as usize])))
    }

    fn promise(self) -> Option<&'a Promise> {
        match self {
            Self::Promise(promise) => Some(promise),
            Self::Deed(_) => None,
        }
    }

    fn paragraph(self) -> u32 {
        match self {
            Self::Promise(promise) => promise.paragraph,
            Self::Deed(deed) => deed.paragraph,
        }
    }

    /// The words that changed.
    fn words(self) -> Span {
        match self {
            Self::Promise(promise) => promise.words,
            Self::Deed(deed) => deed.words,
        }
    }

    fn record(self, witness: &'a Witness, addresses: &Addresses<'a>) -> SideRecord<'a> {
        match self {
            Self::Promise(promise) => {
                SideRecord::Promise(Box::new(PromiseRecord::new(witness, addresses, promise)))
            }
            Self::Deed(deed) => {
                SideRecord::Deed(Box::new(DeedRecord::new(witness, addresses, deed)))
            }
        }
    }
}

fn promise_change<'a>(
    pair: Pair<'a>,
    addresses: &[Addresses<'a>; 2],
    link: &PromiseLink,
    ids: &mut Ids,
) -> ChangeRecord<'a> {
    let witnesses = [pair.before, pair.after];
    let sides = [
        PromiseOrDeed::of(pair.before, link.before, None),
        PromiseOrDeed::of(pair.after, link.after, link.deed),
    ];
    let [before_text, after_text] = texts(witnesses, sides, link.verdict);
    let record =
        |side: usize| sides[side].map(|said| said.record(witnesses[side], &addresses[side]));
    // By its first words: a promise is called in a report what it was called before it changed.
    let named = (0..2).find_map(|side| Some((witnesses[side], sides[side]?.promise()?)));
    let name = named.map(|(witness, promise)| name(witness, promise));
    let id = ids.of_change(
        ChangeKind::Commitment,
        name.as_deref(),
        [&before_text, &after_text],
    );
    let paragraph = |side: usize| {
        sides[side]
            .map(PromiseOrDeed::paragraph)
            .into_iter()
            .collect()
    };
    ChangeRecord {
        id,
        kind: ChangeKind::Commitment,
        verdict: ChangeVerdict::Fact(link.verdict),
        measure: name,
        before: record(0),
        after: record(1),
        delta: None,
        paragraphs: Paragraphs {
            before: paragraph(0),
            after: paragraph(1),
        },
        confidence: round(link.likeness.min(1.0)),
        figures: [None, None],
        spans: sides.map(|said| said.map(PromiseOrDeed::words)),
        moved: None,
        reason: None,
        before_text,
        after_text,
        is_of_new_text: false,
    }
}

/// What changed on both sides: of a promise that moved until when it holds, else the
/// words that bind, with the verbs where those differ, or one side has none.
fn texts(
    witnesses: [&Witness; 2],
    sides: [Option<PromiseOrDeed<'_>>; 2],
    verdict: Verdict,
) -> [Option<String>; 2] {
    let promises = sides.map(|said| said.and_then(PromiseOrDeed::promise));
    // *will* beside *will* says nothing of what changed where another verb is promised.
    let has_other_verb = match promises {
        [Some(before), Some(after)] => before.act.verb != after.act.verb,
        _ => true,
    };
    let text = |side: usize| {
        let span = match sides[side]? {
            PromiseOrDeed::Deed(deed) => deed.words,
            PromiseOrDeed::Promise(promise) => promise
                .due_words(witnesses[side])
                .or(promise.horizon)
                // What moved is the time, so that is what is set side by side.
                .filter(|_| verdict == Verdict::Moved)
                .unwrap_or_else(|| binding_words(promise, has_other_verb)),
        };
        Some(span.of(&witnesses[side].document.text).to_owned())
    };
    if let [Some(before), Some(after)] = promises
        && verdict == Verdict::Reversed
    {
        return reversed(witnesses, [before, after]).map(Some);
    }
    [text(0), text(1)]
}

/// Words of two promises of which one is to be left undone: as few as show it. *Sollen … nicht
/// weitergeben* denies the act behind the words that bind, *no party shall* whom they bind.
fn reversed(witnesses: [&Witness; 2], promises: [&Promise; 2]) -> [String; 2] {
    let stretches: [fn(&Promise) -> Span; 3] = [
        |promise| promise.words,
        |promise| promise.span,
        |promise| promise.quote,
    ];
    let text = |stretch: &fn(&Promise) -> Span| {
        [0, 1].map(|side| {
            let span = stretch(promises[side]);
            span.of(&witnesses[side].document.text).to_owned()
        })
    };
    let mut texts = stretches.iter().map(text);
    // Of equal words nobody sees that one side denies what the other promises.
    let shown = texts.find(|[before, after]| !before.eq_ignore_ascii_case(after));
    shown.unwrap_or_else(|| text(&stretches[0]))
}

/// The words that bind; with the verb where that is close behind and `is_wanted`.
fn binding_words(promise: &Promise, is_wanted: bool) -> Span {
    /// Bytes between the words that bind and a verb that is shown with them.
    const NEAR: u32 = 24;
    match promise.act.verb_span.filter(|_| is_wanted) {
        Some(verb) if verb.start >= promise.words.end && verb.start - promise.words.end <= NEAR => {
            promise.words.to(verb)
        }
        _ => promise.words,
    }
}
