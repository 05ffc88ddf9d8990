//! What is shown of a figure.

use rust_decimal::Decimal;
use serde::Serialize;

use super::address::{Addresses, SpanRecord};
use super::id::{Id, Ids};
use crate::model::{ChangeMode, Direction, Figure, Period, Place, Witness};

/// A figure of the report. Amounts are decimal strings.
#[derive(Debug, Clone, Serialize)]
pub struct FigureRecord<'a> {
    #[serde(rename = "type")]
    record: &'static str,
    /// Stable name: `fig-` and a hash of what it says.
    pub id: String,
    /// The document's name in this report.
    pub document: &'a str,
    /// `quantity`, `percentage`, `money`, …
    pub kind: &'static str,
    /// The author's words.
    pub raw: &'a str,
    /// Where they stand.
    pub span: SpanRecord,
    /// Paragraph, from 0.
    pub paragraph: u32,
    /// Sentence in the paragraph, from 0.
    pub sentence: u32,
    /// Line, page or number of the paragraph in the file.
    pub place: PlaceRecord,
    /// The number in `unit`.
    pub value: Option<String>,
    /// Lower end of what the words allow.
    pub low: Option<String>,
    /// Upper end of what the words allow.
    pub high: Option<String>,
    /// `exact`, `more_than`, …
    pub bound: &'static str,
    /// Near the number, not on it.
    pub approximate: bool,
    /// The bounding words.
    pub hedge: Option<&'a str>,
    /// English singular.
    pub unit: Option<&'a str>,
    /// `area`, `count`, …
    pub dimension: Option<&'static str>,
    /// ISO 4217.
    pub currency: Option<&'a str>,
    /// The amount in the base unit.
    pub canonical: Option<CanonicalRecord>,
    /// Part of a ratio.
    pub numerator: Option<String>,
    /// Whole of a ratio.
    pub denominator: Option<String>,
    /// A stated change.
    pub change: Option<StatedChange>,
    /// EDTF.
    pub date: Option<&'a str>,
    /// The date with its year.
    pub resolved: Option<&'a str>,
    /// Position of an ordinal, number of a reference.
    pub ordinal: Option<String>,
    /// What is counted or measured.
    pub subject: Option<&'a str>,
    /// What is said of it.
    pub predicate: Option<&'a str>,
    /// The time it covers.
    pub period: Option<PeriodRecord<'a>>,
    /// Place or owner that limits it.
    pub scope: Option<&'a str>,
    /// `deadline`, `target`, `total`, …
    pub role: Option<&'static str>,
    /// Who claims it, if not the speaker.
    pub attribution: Option<&'a str>,
    /// Whether the sentence denies it.
    pub negated: bool,
    /// Whether nothing says what the number measures.
    pub bare: bool,
    /// The sentence it stands in.
    pub quote: &'a str,
}

/// Where a paragraph stands in its file, from 1; null where the format has none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[allow(missing_docs, reason = "documented on the model's place")]
pub struct PlaceRecord {
    pub line: Option<u32>,
    pub page: Option<u32>,
    pub number: Option<u32>,
}

impl From<Place> for PlaceRecord {
    fn from(place: Place) -> Self {
        Self {
            line: place.line,
            page: place.page,
            number: place.number,
        }
    }
}

/// An amount in the base unit of its dimension.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[allow(missing_docs, reason = "as in the figure")]
pub struct CanonicalRecord {
    pub value: Option<String>,
    pub low: Option<String>,
    pub high: Option<String>,
    pub unit: &'static str,
}

/// A change that the text itself states.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct StatedChange {
    /// `up` or `down`.
    pub direction: &'static str,
    /// `by`, `to` or `from_to`.
    pub mode: &'static str,
}

/// The time that a figure covers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[allow(missing_docs, reason = "documented on the model's period")]
pub struct PeriodRecord<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub since: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub until: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub during: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub over: Option<&'a str>,
}

/// Makes the figure records of one witness.
#[derive(Debug)]
pub struct FigureRecords<'a> {
    witness: &'a Witness,
    addresses: Addresses<'a>,
    ids: Vec<Id>,
}

impl<'a> FigureRecords<'a> {
    /// Records of the figures of `witness`.
    #[must_use]
    pub fn new(witness: &'a Witness) -> Self {
        let text = &witness.document.text;
        let mut ids = Ids::default();
        let name = |figure: &Figure| {
            let words = [
                figure.kind.name(),
                figure.subject.as_deref().unwrap_or_default(),
                figure.predicate.as_deref().unwrap_or_default(),
                figure.span.of(text),
            ];
            ids.next(&words)
        };
        Self {
            witness,
            addresses: Addresses::new(&witness.document),
            ids: witness.figures.iter().map(name).collect(),
        }
    }

    /// The record of figure `index`.
    #[must_use]
    pub fn record(&self, index: usize) -> FigureRecord<'a> {
        let Self { witness, .. } = *self;
        let document = &witness.document;
        let figure = &witness.figures[index];
        let paragraph = &document.paragraphs[figure.paragraph as usize];
        FigureRecord {
            record: "figure",
            id: self.ids[index].name("fig"),
            document: &document.id,
            kind: figure.kind.name(),
            raw: figure.span.of(&document.text),
            span: self.addresses.span(figure.span, figure.paragraph),
            paragraph: figure.paragraph,
            sentence: figure.sentence,
            place: paragraph.place.into(),
            value: decimal(figure.value),
            low: decimal(figure.low),
            high: decimal(figure.high),
            bound: figure.bound.name(),
            approximate: figure.approximate,
            hedge: figure.hedge.map(|span| span.of(&document.text)),
            unit: figure.unit.as_deref(),
            dimension: figure.dimension.map(crate::model::Dimension::name),
            currency: figure.currency.as_deref(),
            canonical: figure.canonical.as_ref().map(|canonical| CanonicalRecord {
                value: decimal(canonical.value),
                low: decimal(canonical.low),
                high: decimal(canonical.high),
                unit: canonical.unit,
            }),
            numerator: decimal(figure.ratio.map(|ratio| ratio.0)),
            denominator: decimal(figure.ratio.map(|ratio| ratio.1)),
            change: figure
                .change
                .map(|change| stated_change(change.direction, change.mode)),
            date: figure.date.as_deref(),
            resolved: figure.resolved.as_deref(),
            ordinal: decimal(figure.ordinal),
            subject: figure.subject.as_deref(),
            predicate: figure.predicate.as_deref(),
            period: figure.period.as_ref().map(period),
            scope: figure.scope.as_deref(),
            role: figure.role.map(crate::model::FigureRole::name),
            attribution: figure.attribution.as_deref(),
            negated: figure.negated,
            bare: figure.bare,
            quote: quote(witness, figure),
        }
    }

    /// All records in reading order.
    pub fn records(&self) -> impl Iterator<Item = FigureRecord<'a>> + '_ {
        (0..self.witness.figures.len()).map(|index| self.record(index))
    }
}

/// The sentence that `figure` stands in, as the author wrote it.
#[must_use]
pub(super) fn quote<'a>(witness: &'a Witness, figure: &Figure) -> &'a str {
    let text = &witness.document.text;
    let tokens = &witness.segmented.tokens;
    let paragraph = figure.paragraph as usize;
    match &tokens[witness.segmented.sentence(paragraph, figure.sentence)] {
        [] => witness.document.paragraphs[paragraph].span.of(text),
        [first, .., last] => first.span.to(last.span).to(figure.span).of(text),
        [only] => only.span.to(figure.span).of(text),
    }
}

/// Plain decimal notation without trailing zeros.
#[must_use]
pub(super) fn decimal(value: Option<Decimal>) -> Option<String> {
    value.map(|value| value.normalize().to_string())
}

fn stated_change(direction: Direction, mode: ChangeMode) -> StatedChange {
    StatedChange {
        direction: match direction {
            Direction::Up => "up",
            Direction::Down => "down",
        },
        mode: match mode {
            ChangeMode::By => "by",
            ChangeMode::To => "to",
            ChangeMode::FromTo => "from_to",
        },
    }
}

pub(super) fn period(period: &Period) -> PeriodRecord<'_> {
    PeriodRecord {
        since: period.since.as_deref(),
        until: period.until.as_deref(),
        during: period.during.as_deref(),
        over: period.over.as_deref(),
    }
}
