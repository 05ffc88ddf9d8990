//! Promises, and what was done of them, as records.

use std::borrow::Cow;

use serde::Serialize;

use super::address::{Addresses, SpanRecord};
use super::figure::{FigureRecord, PlaceRecord, Quote};
use super::stance::StanceRecord;
use crate::model::{Actor, Deed, Mood, Promise, Span, Strength, Witness};
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
    /// How much the words bind.
    pub strength: Strength,
    /// Whether it is promised, owed, asked for or foreseen.
    pub mood: Mood,
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
    /// Until or from when it holds, in the author's words: *for a considerable time*.
    pub horizon: Option<&'a str>,
    /// By when, in the author's words.
    pub deadline: Option<&'a str>,
    /// The same as EDTF.
    pub deadline_date: Option<Cow<'a, str>>,
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
            strength: promise.strength,
            mood: promise.mood,
            words: words(promise.words),
            words_span: addresses.span(promise.words, at),
            negated: promise.negated,
            conditional: promise.conditional,
            verb: promise.act.verb.as_deref(),
            object: promise.act.object.as_deref(),
            title: promise.act.title.map(words),
            horizon: promise.horizon.map(words),
            deadline: promise.due_words(witness).map(words),
            deadline_date: promise.due(witness),
            quote: Quote::new(text, promise.quote, promise.span),
            sentence_span: addresses.span(promise.quote, at),
        }
    }
}

/// What a statement says was done, of a promise that is kept by it.
#[derive(Debug, Clone, Serialize)]
pub struct DeedRecord<'a> {
    #[serde(rename = "type")]
    record: &'static str,
    /// The document's name in this report.
    pub document: &'a str,
    /// The author's words: *has completed*.
    pub raw: &'a str,
    /// Where they stand.
    pub span: SpanRecord,
    /// Paragraph, from 0.
    pub paragraph: u32,
    /// Sentence in the paragraph, from 0.
    pub sentence: u32,
    /// Line, page or number of the paragraph in the file.
    pub place: PlaceRecord,
    /// The sentence it stands in, of a long one what stands around it.
    pub quote: Quote<'a>,
    /// Where the whole sentence stands.
    pub sentence_span: SpanRecord,
}

impl<'a> DeedRecord<'a> {
    pub(super) fn new(witness: &'a Witness, addresses: &Addresses<'a>, deed: &Deed) -> Self {
        let text = witness.document.text.as_str();
        let at = deed.paragraph;
        Self {
            record: "deed",
            document: &witness.document.id,
            raw: deed.words.of(text),
            span: addresses.span(deed.words, at),
            paragraph: deed.paragraph,
            sentence: deed.sentence,
            place: witness.document.paragraphs[at as usize].place.into(),
            quote: Quote::new(text, deed.quote, deed.words),
            sentence_span: addresses.span(deed.quote, at),
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
    /// What was done of it.
    Deed(Box<DeedRecord<'a>>),
    /// A State or body.
    Stance(Box<StanceRecord<'a>>),
}

impl<'a> SideRecord<'a> {
    /// The figure, if it is one.
    #[must_use]
    pub fn figure(&self) -> Option<&FigureRecord<'a>> {
        match self {
            Self::Figure(figure) => Some(figure),
            Self::Promise(_) | Self::Deed(_) | Self::Stance(_) => None,
        }
    }

    /// By when a promise is due, as EDTF.
    pub(super) fn due(&self) -> Option<&str> {
        match self {
            Self::Promise(promise) => promise.deadline_date.as_deref(),
            Self::Figure(_) | Self::Deed(_) | Self::Stance(_) => None,
        }
    }

    /// The author's words.
    #[must_use]
    pub fn raw(&self) -> &'a str {
        match self {
            Self::Figure(figure) => figure.raw,
            Self::Promise(promise) => promise.raw,
            Self::Deed(deed) => deed.raw,
            Self::Stance(stance) => stance.raw,
        }
    }

    /// The sentence.
    #[must_use]
    pub fn quote(&self) -> Quote<'a> {
        match self {
            Self::Figure(figure) => figure.quote,
            Self::Promise(promise) => promise.quote,
            Self::Deed(deed) => deed.quote,
            Self::Stance(stance) => stance.quote,
        }
    }

    /// Paragraph, from 0.
    #[must_use]
    pub fn paragraph(&self) -> u32 {
        match self {
            Self::Figure(figure) => figure.paragraph,
            Self::Promise(promise) => promise.paragraph,
            Self::Deed(deed) => deed.paragraph,
            Self::Stance(stance) => stance.paragraph,
        }
    }

    /// Where the paragraph stands in the file.
    #[must_use]
    pub fn place(&self) -> PlaceRecord {
        match self {
            Self::Figure(figure) => figure.place,
            Self::Promise(promise) => promise.place,
            Self::Deed(deed) => deed.place,
            Self::Stance(stance) => stance.place,
        }
    }
}

/// The most characters of the name of a promise.
const MAX_NAME: usize = 120;

/// *Azerbaijan: a world free of anti-personnel mines*.
pub(super) fn name(witness: &Witness, promise: &Promise) -> String {
    let text = &witness.document.text;
    let delegation = witness.document.metadata.delegation.as_ref();
    let actor = match (&promise.actor, delegation) {
        // *We* and *my Government* are who speaks, and differ from statement to statement.
        (Actor::Speaker(_), Some(stated)) => stated.value.as_str(),
        (actor, _) => actor.span().of(text),
    };
    let title = promise.act.title.unwrap_or(promise.span).of(text);
    plain::clip(&format!("{actor}: {title}"), MAX_NAME).into_owned()
}
