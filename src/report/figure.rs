//! What is shown of a figure.

use std::fmt;

use rust_decimal::Decimal;
use serde::{Serialize, Serializer};

use super::address::{Addresses, SpanRecord};
use super::id::{Id, Ids};
use crate::model::{
    Bound, ChangeMode, Dimension, Direction, Figure, FigureKind, FigureRole, Period, Place, Span,
    Witness,
};

/// A figure of the report. Amounts are decimal strings.
#[derive(Debug, Clone, Serialize)]
pub struct FigureRecord<'a> {
    #[serde(rename = "type")]
    record: &'static str,
    /// Stable name: `fig-` and a hash of what it says.
    pub id: String,
    /// The document's name in this report.
    pub document: &'a str,
    /// What it is a number of.
    pub kind: FigureKind,
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
    /// What the words allow.
    pub bound: Bound,
    /// Near the number, not on it.
    pub approximate: bool,
    /// The bounding words.
    pub hedge: Option<&'a str>,
    /// English singular.
    pub unit: Option<&'a str>,
    /// What the unit measures.
    pub dimension: Option<Dimension>,
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
    /// The other thing of the clause: what is done, for whom or by whom.
    pub object: Option<&'a str>,
    /// What is measured in the author's own words; null where no stretch is sure.
    pub title: Option<&'a str>,
    /// The time it covers.
    pub period: Option<PeriodRecord<'a>>,
    /// Place or owner that limits it.
    pub scope: Option<&'a str>,
    /// What it is for.
    pub role: Option<FigureRole>,
    /// Who claims it, if not the speaker.
    pub attribution: Option<&'a str>,
    /// Whether the sentence denies it.
    pub negated: bool,
    /// Whether nothing says what the number measures.
    pub bare: bool,
    /// The sentence it stands in, of a long one what stands around it.
    pub quote: Quote<'a>,
    /// Where the whole sentence stands.
    pub sentence_span: SpanRecord,
}

/// Words of a sentence. One of more than `MAX_QUOTE` bytes is cut to a window
/// about the figure, at blanks where there are any: a list of a thousand figures
/// would else be told a thousand times.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Quote<'a> {
    /// The author's words.
    pub words: &'a str,
    /// Whether the sentence begins before them, and goes on behind.
    pub is_cut: [bool; 2],
}

/// The longest sentence, in bytes, that is quoted whole.
const MAX_QUOTE: usize = 700;
/// How many bytes stand on either side of the figure in a longer one, at most.
const WINDOW: usize = 200;
/// The longest sentence, in bytes, that may be prose; longer ones are lists and tables
/// without a full stop.
const MAX_PROSE: usize = 4_096;
/// How many bytes stand on either side of a figure of a list, at most.
const LIST_WINDOW: usize = 40;

impl<'a> Quote<'a> {
    /// The words of the span `sentence` of `text` around the span `figure`.
    pub(super) fn new(text: &'a str, sentence: Span, figure: Span) -> Self {
        let [whole, inner] = [sentence, figure].map(Span::range);
        // Bytes, since they need no count; a sentence in Cyrillic is cut at half as many letters.
        if whole.len() <= MAX_QUOTE {
            return Self {
                words: &text[whole],
                is_cut: [false, false],
            };
        }
        // A table of a thousand numbers that is read as one sentence would be quoted a thousand
        // times.
        let window = if whole.len() <= MAX_PROSE {
            WINDOW
        } else {
            LIST_WINDOW
        };
        let start = text.ceil_char_boundary(inner.start.saturating_sub(window).max(whole.start));
        let end = text.floor_char_boundary((inner.end + window).min(whole.end));
        let before = &text[start..inner.start];
        // The first blank in the window, so that no word is cut; none where the sentence begins
        // there.
        let blank = before
            .find(char::is_whitespace)
            .filter(|_| start > whole.start);
        let start = start
            + blank.map_or(0, |at| {
                at + before[at..].len() - before[at..].trim_start().len()
            });
        // A figure at the edge may end behind the last whole character of the window.
        let behind = &text[inner.end..end.max(inner.end)];
        let blank = behind
            .rfind(char::is_whitespace)
            .filter(|_| end < whole.end);
        let end = inner.end + blank.map_or(behind.len(), |at| behind[..at].trim_end().len());
        Self {
            words: &text[start..end],
            is_cut: [start > whole.start, end < whole.end],
        }
    }

    /// What stands before the words: `… ` where the sentence does.
    #[must_use]
    pub fn lead(&self) -> &'static str {
        if self.is_cut[0] { "… " } else { "" }
    }

    /// What stands behind the words.
    #[must_use]
    pub fn rest(&self) -> &'static str {
        if self.is_cut[1] { " …" } else { "" }
    }
}

impl fmt::Display for Quote<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}{}", self.lead(), self.words, self.rest())
    }
}

impl Serialize for Quote<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        // Most quotes are whole: they are written without being put together first.
        if self.is_cut == [false, false] {
            return serializer.serialize_str(self.words);
        }
        serializer.collect_str(self)
    }
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
    /// Up or down.
    pub direction: Direction,
    /// By how much, to what, or from what to what.
    pub mode: ChangeMode,
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
        // By what it says and not by where: the second of two that say the same is numbered.
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
        let sentence = sentence(witness, figure);
        FigureRecord {
            record: "figure",
            id: self.ids[index].name("fig"),
            document: &document.id,
            kind: figure.kind,
            raw: figure.span.of(&document.text),
            span: self.addresses.span(figure.span, figure.paragraph),
            paragraph: figure.paragraph,
            sentence: figure.sentence,
            place: paragraph.place.into(),
            value: decimal(figure.value),
            low: decimal(figure.low),
            high: decimal(figure.high),
            bound: figure.bound,
            approximate: figure.approximate,
            hedge: figure.hedge.map(|span| span.of(&document.text)),
            unit: figure.unit.as_deref(),
            dimension: figure.dimension,
            currency: figure.currency.as_deref(),
            canonical: figure.canonical.as_ref().map(|canonical| CanonicalRecord {
                value: decimal(canonical.value),
                low: decimal(canonical.low),
                high: decimal(canonical.high),
                unit: canonical.unit,
            }),
            numerator: decimal(figure.ratio.map(|ratio| ratio.0)),
            denominator: decimal(figure.ratio.map(|ratio| ratio.1)),
            change: figure.change.map(|change| StatedChange {
                direction: change.direction,
                mode: change.mode,
            }),
            date: figure.date.as_deref(),
            resolved: figure.resolved.as_deref(),
            ordinal: decimal(figure.ordinal),
            subject: figure.subject.as_deref(),
            predicate: figure.predicate.as_deref(),
            object: figure.object.as_deref(),
            title: figure.title.as_deref(),
            period: figure.period.as_ref().map(period),
            scope: figure.scope.as_deref(),
            role: figure.role,
            attribution: figure.attribution.as_deref(),
            negated: figure.negated,
            bare: figure.bare,
            quote: Quote::new(&document.text, sentence, figure.span),
            sentence_span: self.addresses.span(sentence, figure.paragraph),
        }
    }

    /// All records in reading order.
    pub fn records(&self) -> impl Iterator<Item = FigureRecord<'a>> + '_ {
        (0..self.witness.figures.len()).map(|index| self.record(index))
    }
}

/// The sentence that `figure` stands in.
fn sentence(witness: &Witness, figure: &Figure) -> Span {
    let paragraph = figure.paragraph as usize;
    // A figure may reach beyond the sentence that it begins in.
    let sentence = witness.segmented.sentence_span(paragraph, figure.sentence);
    sentence.map_or(witness.document.paragraphs[paragraph].span, |sentence| {
        sentence.to(figure.span)
    })
}

/// Plain decimal notation without trailing zeros.
#[must_use]
pub(super) fn decimal(value: Option<Decimal>) -> Option<String> {
    value.map(|value| value.normalize().to_string())
}

pub(super) fn period(period: &Period) -> PeriodRecord<'_> {
    PeriodRecord {
        since: period.since.as_deref(),
        until: period.until.as_deref(),
        during: period.during.as_deref(),
        over: period.over.as_deref(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn quote(text: &str, figure: &str) -> String {
        let at = text.find(figure).unwrap();
        let span = Span::new(at, at + figure.len());
        Quote::new(text, Span::new(0, text.len()), span).to_string()
    }

    #[test]
    fn a_sentence_of_usual_length_is_quoted_whole() {
        let text = "We cleared 12 hectares of land.";
        assert_eq!(quote(text, "12"), text);
    }

    #[test]
    fn a_long_sentence_is_cut_at_blanks_with_a_mark() {
        let side = "we went on and on ".repeat(100);
        let text = format!("{side}to clear 12 hectares, {side}");
        let quote = quote(&text, "12 hectares");
        assert!(quote.starts_with("… ") && quote.ends_with(" …"), "{quote}");
        assert!(quote.contains("to clear 12 hectares, we went"), "{quote}");
        assert!(quote.len() < 2 * WINDOW + 30, "{quote}");
    }

    #[test]
    fn a_figure_of_a_list_is_quoted_with_its_neighbours_alone() {
        let side = "12 and ".repeat(1_000);
        let quote = quote(&format!("{side}345, {side}"), "345");
        assert!(quote.contains("12 and 345, 12 and"), "{quote}");
        assert!(quote.len() < 2 * LIST_WINDOW + 30, "{quote}");
    }

    #[test]
    fn a_text_without_blanks_is_cut_between_letters() {
        let side = "排除地雷".repeat(100);
        let quote = quote(&format!("{side}12{side}"), "12");
        assert!(
            quote.len() > WINDOW && quote.len() < 2 * WINDOW + 30,
            "{quote}"
        );
    }
}
