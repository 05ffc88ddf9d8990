//! What was read in a figure, in words for people.

use crate::model::{Figure, FigureKind, Witness};
use crate::report::delta::grouped;
use crate::report::digest::paragraph_place;
use crate::report::document::DocumentRecord;
use crate::report::figure::{CanonicalRecord, FigureRecord, FigureRecords};
use crate::report::measure;
use crate::report::measure_title::measure_title;

/// One figure on a line.
#[derive(Debug, Clone)]
pub struct FigureEntry<'a> {
    /// *¶14*, with its page where there is one.
    pub place: String,
    /// The author's words, on one line.
    pub raw: String,
    /// Sign, value and unit: *≈3,000 hectare*.
    pub reading: String,
    /// What it measures; empty for dates, ordinals and references.
    pub measure: String,
    /// All that is known of it.
    pub record: FigureRecord<'a>,
}

/// The figures of one document in reading order.
#[must_use]
pub fn figure_entries(witness: &Witness) -> Vec<FigureEntry<'_>> {
    let records = FigureRecords::new(witness);
    let figures = witness.figures.iter().zip(records.records());
    figures
        .map(|(figure, record)| FigureEntry {
            place: paragraph_place(record.paragraph, record.place),
            raw: record.raw.split_whitespace().collect::<Vec<_>>().join(" "),
            reading: reading(figure),
            measure: if figure.kind.is_amount() {
                measured(witness, figure)
            } else {
                String::new()
            },
            record,
        })
        .collect()
}

/// What a figure measures, empty where the text does not say.
fn measured(witness: &Witness, figure: &Figure) -> String {
    let name = measure_title(&[(witness, figure)]);
    // A title that repeats the figure says nothing of what it measures.
    if name == figure.span.of(&witness.document.text) {
        String::new()
    } else {
        name
    }
}

/// Sign, value and unit.
fn reading(figure: &Figure) -> String {
    if !figure.kind.is_amount() {
        return label(figure);
    }
    let number = short(figure);
    match figure.unit.as_deref() {
        // *Thousands of people*: seen, and no number that could be written.
        _ if number.is_empty() => "…".to_owned(),
        Some("percent") => format!("{number} %"),
        Some(unit) if figure.kind != FigureKind::Ratio => format!("{number} {unit}"),
        _ => number,
    }
}

/// Sign and value; empty where no number was understood.
fn short(figure: &Figure) -> String {
    let number = match (figure.value, figure.ratio, figure.low, figure.high) {
        // *Two out of five* stays 2/5: nobody wrote its value, 0.4.
        (_, Some((part, whole)), _, _) => format!("{}/{}", grouped(part), grouped(whole)),
        (Some(value), ..) => grouped(value),
        (None, None, Some(low), Some(high)) => format!("{}–{}", grouped(low), grouped(high)),
        _ => return String::new(),
    };
    format!("{}{number}", measure::sign(figure))
}

fn label(figure: &Figure) -> String {
    let date = figure.resolved.as_deref().or(figure.date.as_deref());
    match (figure.kind, date, figure.ordinal) {
        (FigureKind::Date, Some(date), _) => format!("{}{date}", measure::sign(figure)),
        (FigureKind::Ordinal, _, Some(position)) => format!("no. {}", grouped(position)),
        _ => "name".to_owned(),
    }
}

/// *≈30,000,000 square metre*; `None` where there is no number.
pub(super) fn canonical(sign: &str, amount: &CanonicalRecord) -> Option<String> {
    let number = |text: &Option<String>| Some(grouped(text.as_ref()?.parse().ok()?));
    let text = match number(&amount.value) {
        Some(value) => value,
        None => format!("{}–{}", number(&amount.low)?, number(&amount.high)?),
    };
    Some(format!("{sign}{text} {}", amount.unit))
}

/// The heading of a column: the day of the statement, or its name.
pub(super) fn heading(document: &DocumentRecord<'_>) -> String {
    document.date.unwrap_or(document.id).to_owned()
}
