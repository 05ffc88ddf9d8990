//! Promises: as records, and what became of them between two statements.

use serde::Serialize;

use super::address::{Addresses, SpanRecord};
use super::change::{ChangeRecord, Pair, Paragraphs, round};
use super::figure::{FigureRecord, PlaceRecord, Quote};
use super::id::Ids;
use crate::model::{Actor, Promise, PromiseLink, Span, Verdict, Witness};
use crate::plain;

/// A promise of the report.
#[derive(Debug, Clone, Serialize)]
pub struct PromiseRecord<'a> {
    #[serde(rename = "type")]
    record: &'static str,
    /// The document's name in this report.
    pub document: &'a str,
    /// The author's words, from those that bind to the last of what is promised.
    pub raw: &'a str,
    /// Where they stand.
    pub span: SpanRecord,
    /// Paragraph, from 0.
    pub paragraph: u32,
    /// Sentence in the paragraph, from 0.
    pub sentence: u32,
    /// Line, page or number of the paragraph in the file.
    pub place: PlaceRecord,
    /// Who promises, in the author's words.
    pub actor: &'a str,
    /// Whether that is the speaker.
    pub is_speaker: bool,
    /// `considered`, `aimed`, `intended`, `committed` or `bound`.
    pub strength: &'static str,
    /// `promise`, `duty` or `appeal`.
    pub mood: &'static str,
    /// The words that bind: *committed to*.
    pub words: &'a str,
    /// Where those stand.
    pub words_span: SpanRecord,
    /// Whether it is to be left undone.
    pub negated: bool,
    /// Whether it hangs on a condition.
    pub conditional: bool,
    /// Base form of the verb; null where a noun alone says it.
    pub verb: Option<&'a str>,
    /// Base form of what it is done to.
    pub object: Option<&'a str>,
    /// What is promised, in the author's words.
    pub title: Option<&'a str>,
    /// By when, in the author's words.
    pub deadline: Option<&'a str>,
    /// The same as EDTF.
    pub deadline_date: Option<&'a str>,
    /// The sentence it stands in, of a long one what stands around it.
    pub quote: Quote<'a>,
    /// Where the whole sentence stands.
    pub sentence_span: SpanRecord,
}

impl<'a> PromiseRecord<'a> {
    /// The record of a promise of `witness`.
    pub(super) fn new(
        witness: &'a Witness,
        addresses: &Addresses<'a>,
        promise: &'a Promise,
    ) -> Self {
        let document = &witness.document;
        let text = document.text.as_str();
        let words = |span: Span| span.of(text);
        let at = promise.paragraph;
        let deadline = promise.deadline.map(|at| &witness.figures[at as usize]);
        let date =
            deadline.and_then(|figure| figure.resolved.as_deref().or(figure.date.as_deref()));
        Self {
            record: "promise",
            document: &document.id,
            raw: words(promise.span),
            span: addresses.span(promise.span, at),
            paragraph: at,
            sentence: promise.sentence,
            place: document.paragraphs[at as usize].place.into(),
            actor: words(promise.actor.span()),
            is_speaker: matches!(promise.actor, Actor::Speaker(_)),
            strength: promise.strength.name(),
            mood: promise.mood.name(),
            words: words(promise.words),
            words_span: addresses.span(promise.words, at),
            negated: promise.negated,
            conditional: promise.conditional,
            verb: promise.act.verb.as_deref(),
            object: promise.act.object.as_deref(),
            title: promise.act.title.map(words),
            deadline: deadline.map(|figure| words(figure.span)),
            deadline_date: date,
            quote: Quote::new(text, promise.quote, promise.span),
            sentence_span: addresses.span(promise.quote, at),
        }
    }
}

/// What one statement says, of a change of figures or of promises.
#[derive(Debug, Clone, Serialize)]
#[serde(untagged)]
pub enum SideRecord<'a> {
    /// A figure.
    Figure(Box<FigureRecord<'a>>),
    /// A promise.
    Promise(Box<PromiseRecord<'a>>),
}

impl<'a> SideRecord<'a> {
    /// The figure, if it is one.
    #[must_use]
    pub fn figure(&self) -> Option<&FigureRecord<'a>> {
        match self {
            Self::Figure(figure) => Some(figure),
            Self::Promise(_) => None,
        }
    }

    /// The author's words.
    #[must_use]
    pub fn raw(&self) -> &'a str {
        match self {
            Self::Figure(figure) => figure.raw,
            Self::Promise(promise) => promise.raw,
        }
    }

    /// The sentence.
    #[must_use]
    pub fn quote(&self) -> Quote<'a> {
        match self {
            Self::Figure(figure) => figure.quote,
            Self::Promise(promise) => promise.quote,
        }
    }

    /// Paragraph, from 0.
    #[must_use]
    pub fn paragraph(&self) -> u32 {
        match self {
            Self::Figure(figure) => figure.paragraph,
            Self::Promise(promise) => promise.paragraph,
        }
    }

    /// Where the paragraph stands in the file.
    #[must_use]
    pub fn place(&self) -> PlaceRecord {
        match self {
            Self::Figure(figure) => figure.place,
            Self::Promise(promise) => promise.place,
        }
    }
}

/// The most characters of the name of a promise.
const MAX_NAME: usize = 120;

/// What became of the promises of a pair, news first, in the order of the text after;
/// those that are kept are told by nothing.
pub(super) fn promise_changes<'a>(pair: Pair<'a>, ids: &mut Ids) -> Vec<ChangeRecord<'a>> {
    let links = pair.comparison.promises.iter();
    let mut told: Vec<&PromiseLink> = links.filter(|link| link.verdict != Verdict::Same).collect();
    told.sort_by_key(|link| link.verdict);
    if told.is_empty() {
        return Vec::new();
    }
    let addresses = [pair.before, pair.after].map(|witness| Addresses::new(&witness.document));
    told.into_iter()
        .map(|link| promise_change(pair, &addresses, link, ids))
        .collect()
}

fn promise_change<'a>(
    pair: Pair<'a>,
    addresses: &[Addresses<'a>; 2],
    link: &PromiseLink,
    ids: &mut Ids,
) -> ChangeRecord<'a> {
    let of = |witness: &'a Witness, at: Option<u32>| at.map(|at| &witness.promises[at as usize]);
    let sides = [of(pair.before, link.before), of(pair.after, link.after)];
    let [before_text, after_text] = texts(pair, sides);
    let record = |side: usize| {
        sides[side].map(|promise| {
            let witness = [pair.before, pair.after][side];
            let record = PromiseRecord::new(witness, &addresses[side], promise);
            SideRecord::Promise(Box::new(record))
        })
    };
    let name = sides[0].map_or_else(
        || sides[1].map(|promise| name(pair.after, promise)),
        |promise| Some(name(pair.before, promise)),
    );
    let words = |text: &Option<String>| text.clone().unwrap_or_default();
    let id = ids.name(
        "chg",
        &[
            "commitment",
            name.as_deref().unwrap_or_default(),
            &words(&before_text),
            &words(&after_text),
        ],
    );
    let paragraph = |side: usize| {
        sides[side]
            .map(|promise| promise.paragraph)
            .into_iter()
            .collect()
    };
    ChangeRecord {
        id,
        kind: "commitment",
        verdict: link.verdict.name(),
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
        spans: sides.map(|promise| promise.map(|promise| promise.words)),
        outcome: Some(link.verdict),
        moved: None,
        reason: None,
        before_text,
        after_text,
    }
}

/// The words that bind on both sides; with the verbs where those differ, or one
/// side has none.
fn texts(pair: Pair<'_>, sides: [Option<&Promise>; 2]) -> [Option<String>; 2] {
    let has_other_verb = match sides {
        [Some(before), Some(after)] => before.act.verb != after.act.verb,
        _ => true,
    };
    let text = |witness: &Witness, promise: Option<&Promise>| {
        let span = bond(promise?, has_other_verb);
        Some(span.of(&witness.document.text).to_owned())
    };
    [text(pair.before, sides[0]), text(pair.after, sides[1])]
}

/// The words that bind; with the verb where that is close behind and `is_wanted`.
fn bond(promise: &Promise, is_wanted: bool) -> Span {
    /// Bytes between the words that bind and a verb that is shown with them.
    const NEAR: u32 = 24;
    match promise.act.verb_span.filter(|_| is_wanted) {
        Some(verb) if verb.start >= promise.words.end && verb.start - promise.words.end <= NEAR => {
            promise.words.to(verb)
        }
        _ => promise.words,
    }
}

/// *Azerbaijan: a world free of anti-personnel mines*.
pub(super) fn name(witness: &Witness, promise: &Promise) -> String {
    let text = &witness.document.text;
    let delegation = witness.document.metadata.delegation.as_ref();
    let actor = match (&promise.actor, delegation) {
        (Actor::Speaker(_), Some(stated)) => stated.value.as_str(),
        (actor, _) => actor.span().of(text),
    };
    let title = promise.act.title.unwrap_or(promise.span).of(text);
    plain::clip(&format!("{actor}: {title}"), MAX_NAME).into_owned()
}
