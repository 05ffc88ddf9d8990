//! Whom a statement thanks, blames or has beside it: as records, and who left or joined.

use serde::Serialize;

use super::address::{Addresses, SpanRecord};
use super::change::{ChangeRecord, Pair, Paragraphs};
use super::change_kind::{ChangeKind, ChangeVerdict};
use super::figure::{PlaceRecord, Quote};
use super::id::Ids;
use super::promise::SideRecord;
use crate::model::{Stance, StanceKind, StanceLink, Witness};

/// A State or body that a statement thanks, blames or aligns.
#[derive(Debug, Clone, Serialize)]
pub struct StanceRecord<'a> {
    #[serde(rename = "type")]
    record: &'static str,
    /// The document's name in this report.
    pub document: &'a str,
    /// How it is named.
    pub stance: StanceKind,
    /// The usual English name.
    pub name: &'static str,
    /// The name as written.
    pub raw: &'a str,
    /// Where it stands.
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

impl<'a> StanceRecord<'a> {
    fn new(witness: &'a Witness, addresses: &Addresses<'a>, stance: &Stance) -> Self {
        let text = witness.document.text.as_str();
        let at = stance.paragraph;
        Self {
            record: "stance",
            document: &witness.document.id,
            stance: stance.kind,
            name: stance.name,
            raw: stance.span.of(text),
            span: addresses.span(stance.span, at),
            paragraph: at,
            sentence: stance.sentence,
            place: witness.document.paragraphs[at as usize].place.into(),
            quote: Quote::new(text, stance.quote, stance.span),
            sentence_span: addresses.span(stance.quote, at),
        }
    }
}

/// Who left and who joined, in the order of the kinds.
pub(super) fn stance_changes<'a>(pair: Pair<'a>, ids: &mut Ids) -> Vec<ChangeRecord<'a>> {
    let links = &pair.comparison.stances;
    if links.is_empty() {
        return Vec::new();
    }
    let addresses = [pair.before, pair.after].map(|witness| Addresses::new(&witness.document));
    let change = |link: &StanceLink| stance_change(pair, &addresses, link, ids);
    links.iter().map(change).collect()
}

fn stance_change<'a>(
    pair: Pair<'a>,
    addresses: &[Addresses<'a>; 2],
    link: &StanceLink,
    ids: &mut Ids,
) -> ChangeRecord<'a> {
    let witnesses = [pair.before, pair.after];
    let at = [link.before, link.after];
    let stance = |side: usize| at[side].map(|at| &witnesses[side].stances[at as usize]);
    let sides = [stance(0), stance(1)];
    let record = |side: usize| {
        let record = StanceRecord::new(witnesses[side], &addresses[side], sides[side]?);
        Some(SideRecord::Stance(Box::new(record)))
    };
    let text = |side: usize| {
        let span = sides[side]?.span;
        Some(span.of(&witnesses[side].document.text).to_owned())
    };
    let kind = sides
        .iter()
        .flatten()
        .map(|stance| title(stance.kind))
        .next();
    // *Türkiye* and *Turkey* have one usual name, so that a new spelling is no news.
    let name = sides.iter().flatten().map(|stance| stance.name).next();
    let (kind, name) = (kind.unwrap_or_default(), name.unwrap_or_default());
    let paragraph = |side: usize| {
        let paragraph = sides[side].map(|stance| stance.paragraph);
        paragraph.into_iter().collect()
    };
    ChangeRecord {
        id: ids.name(
            "chg",
            // The usual name, so that another spelling is the same change.
            &[ChangeKind::Stance.name(), kind, name, link.verdict.name()],
        ),
        kind: ChangeKind::Stance,
        verdict: ChangeVerdict::Fact(link.verdict),
        measure: Some(kind.to_owned()),
        before: record(0),
        after: record(1),
        delta: None,
        paragraphs: Paragraphs {
            before: paragraph(0),
            after: paragraph(1),
        },
        confidence: 1.0,
        figures: [None, None],
        spans: sides.map(|stance| stance.map(|stance| stance.span)),
        moved: None,
        reason: None,
        before_text: text(0),
        after_text: text(1),
        is_of_new_text: false,
    }
}

/// What the names of one kind have in common, for people.
fn title(kind: StanceKind) -> &'static str {
    match kind {
        StanceKind::Aligned => "aligned with the statement",
        StanceKind::Thanked => "thanked",
        StanceKind::Blamed => "blamed",
    }
}
