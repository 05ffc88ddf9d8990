//! Comma-separated values (RFC 4180) for spreadsheets and scripts.
//!
//! A text cell that a spreadsheet would run as a formula is made harmless by an
//! apostrophe (OWASP, CSV injection); numbers stay numbers.

use std::borrow::Cow;
use std::io::{self, Write};

use csv::Writer;

pub use super::cells::CELL_COLUMNS;
use super::cells::{Value, values};
use crate::plain;
use crate::report::{
    CollationRecord, Dimension, FigureRecord, Ledger, MeasureRecord, PromiseTable, ReuseRecord,
};

/// U+FEFF in UTF-8, by which Excel knows the encoding.
const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

/// Whether the text begins with a byte order mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Mark {
    /// Plain UTF-8.
    #[default]
    Without,
    /// For Excel.
    With,
}

/// The columns of [`figures`].
pub const FIGURE_COLUMNS: [&str; 26] = [
    "id",
    "document",
    "paragraph",
    "page",
    "line",
    "kind",
    "raw",
    "value",
    "low",
    "high",
    "bound",
    "approximate",
    "unit",
    "dimension",
    "currency",
    "canonical_value",
    "canonical_unit",
    "date",
    "subject",
    "predicate",
    "since",
    "until",
    "during",
    "over",
    "scope",
    "quote",
];

/// Writes figures, one a row.
///
/// # Errors
///
/// When `out` cannot be written.
pub fn figures<'a>(
    out: &mut dyn Write,
    records: impl IntoIterator<Item = &'a FigureRecord<'a>>,
    mark: Mark,
) -> io::Result<()> {
    let mut table = open(out, mark)?;
    table.write_record(FIGURE_COLUMNS)?;
    for record in records {
        table.write_record(figure_cells(record).iter().map(Cow::as_ref))?;
    }
    table.flush()
}

/// The cells of one figure, in the order of [`FIGURE_COLUMNS`].
fn figure_cells<'a>(figure: &'a FigureRecord<'_>) -> [Cow<'a, str>; 26] {
    let period = figure.period.as_ref();
    let text = |text: Option<&'a str>| harmless(text.unwrap_or_default());
    // Numbers pass as they are: with an apostrophe before its minus *-5* would be a word.
    let number = |number: &'a Option<String>| Cow::Borrowed(number.as_deref().unwrap_or_default());
    let count =
        |count: Option<u32>| Cow::Owned(count.map(|count| count.to_string()).unwrap_or_default());
    let canonical = figure.canonical.as_ref();
    [
        harmless(&figure.id),
        harmless(figure.document),
        count(Some(figure.paragraph + 1)),
        count(figure.place.page),
        count(figure.place.line),
        Cow::Borrowed(figure.kind.name()),
        harmless(figure.raw),
        number(&figure.value),
        number(&figure.low),
        number(&figure.high),
        Cow::Borrowed(figure.bound.name()),
        Cow::Borrowed(if figure.approximate { "true" } else { "false" }),
        text(figure.unit),
        text(figure.dimension.map(Dimension::name)),
        text(figure.currency),
        canonical.map_or(Cow::Borrowed(""), |canonical| number(&canonical.value)),
        canonical.map_or(Cow::Borrowed(""), |canonical| Cow::Borrowed(canonical.unit)),
        text(figure.resolved.or(figure.date)),
        text(figure.subject),
        text(figure.predicate),
        text(period.and_then(|period| period.since)),
        text(period.and_then(|period| period.until)),
        text(period.and_then(|period| period.during)),
        text(period.and_then(|period| period.over)),
        text(figure.scope),
        Cow::Owned(harmless(&figure.quote.to_string()).into_owned()),
    ]
}

/// The columns of [`promises`].
const PROMISE_COLUMNS: [&str; 11] = [
    "id",
    "promise",
    "document",
    "verdict",
    "by",
    "words",
    "strength",
    "deadline",
    "paragraph",
    "raw",
    "quote",
];

/// Writes promises, a row for each statement that says one or shows its end.
///
/// # Errors
///
/// When `out` cannot be written.
pub fn promises(out: &mut dyn Write, promises: &PromiseTable<'_>) -> io::Result<()> {
    let mut table = open(out, Mark::Without)?;
    table.write_record(PROMISE_COLUMNS)?;
    for row in &promises.rows {
        for (document, cell) in promises.documents.iter().zip(&row.cells) {
            let Some(cell) = cell else { continue };
            let said = cell.promise.as_deref();
            let text = |text: Option<&str>| harmless(text.unwrap_or_default()).into_owned();
            let number = cell
                .paragraph()
                .map(|paragraph| (paragraph + 1).to_string());
            let (words, quote) = (cell.said(), cell.quote());
            table.write_record([
                text(Some(&row.id)),
                text(Some(&row.promise)),
                text(Some(document.id)),
                text(Some(cell.verdict.name())),
                text(cell.by.as_deref()),
                text(cell.words()),
                text(said.map(|promise| promise.strength.name())),
                text(said.and_then(|promise| promise.deadline_date.as_deref())),
                text(number.as_deref()),
                text(words.as_deref()),
                text(quote.as_deref()),
            ])?;
        }
    }
    table.flush()
}

/// The columns of [`reuse`].
const REUSE_COLUMNS: [&str; 17] = [
    "id",
    "kind",
    "ordered",
    "delegations",
    "words",
    "similarity",
    "before",
    "before_delegation",
    "before_date",
    "before_paragraph",
    "before_text",
    "after",
    "after_delegation",
    "after_date",
    "after_paragraph",
    "after_text",
    "changes",
];

/// Writes shared passages, one a row.
///
/// # Errors
///
/// When `out` cannot be written.
pub fn reuse(out: &mut dyn Write, records: &[ReuseRecord<'_>]) -> io::Result<()> {
    let mut table = open(out, Mark::Without)?;
    table.write_record(REUSE_COLUMNS)?;
    for record in records {
        let mut row = vec![
            record.id.clone(),
            record.kind.name().to_owned(),
            record.is_ordered.to_string(),
            record.delegations.to_string(),
            record.words.to_string(),
            record.similarity.to_string(),
        ];
        for side in [&record.before, &record.after] {
            let text = |text: Option<&str>| harmless(text.unwrap_or_default()).into_owned();
            row.extend([
                text(Some(side.document)),
                text(side.delegation),
                text(side.date),
                (side.paragraphs[0] + 1).to_string(),
                text(Some(side.text)),
            ]);
        }
        row.push(harmless(&record.reported().join("; ")).into_owned());
        table.write_record(row)?;
    }
    table.flush()
}

/// Writes a ledger: a row a measure; for each document what it says, its number
/// in the unit of the row, and the verdict on it.
///
/// # Errors
///
/// When `out` cannot be written.
pub fn ledger(out: &mut dyn Write, ledger: &Ledger<'_>, mark: Mark) -> io::Result<()> {
    let mut table = open(out, mark)?;
    let mut head: Vec<String> = [
        "id",
        "measure",
        "kind",
        "unit",
        "dimension",
        "since",
        "until",
        "during",
        "over",
        "scope",
        "confidence",
    ]
    .map(str::to_owned)
    .to_vec();
    for document in &ledger.documents {
        let id = document.id;
        // Three columns a document: the words to be read, the number to be reckoned with, the
        // verdict.
        head.extend([
            id.to_owned(),
            format!("{id} value"),
            format!("{id} verdict"),
        ]);
    }
    table.write_record(head.iter().map(|text| harmless(text).into_owned()))?;
    for measure in &ledger.measures {
        table.write_record(measure_cells(ledger, measure))?;
    }
    table.flush()
}

/// Whether a table has a head.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Head {
    /// It begins with one, and with what a [`Mark`] asks for.
    With(Mark),
    /// It goes on with a table that was begun.
    Without,
}

/// Writes the cells of a ledger, one a row.
///
/// # Errors
///
/// When `out` cannot be written.
pub fn cells(out: &mut dyn Write, ledger: &Ledger<'_>, head: Head) -> io::Result<()> {
    let mut table = match head {
        Head::With(mark) => open(out, mark)?,
        // A byte order mark in the middle of a file is a character of its text.
        Head::Without => open(out, Mark::Without)?,
    };
    if head != Head::Without {
        table.write_record(CELL_COLUMNS)?;
    }
    for cell in ledger.cells() {
        let row = values(&cell).map(|value| match value {
            Value::Text(text) => harmless(&text.unwrap_or_default()).into_owned(),
            Value::Number(number) => number.unwrap_or_default().to_owned(),
            Value::Count(count) => count.map_or(String::new(), |at| at.to_string()),
        });
        table.write_record(row)?;
    }
    table.flush()
}

fn measure_cells(ledger: &Ledger<'_>, measure: &MeasureRecord<'_>) -> Vec<String> {
    let period = measure.period.as_ref();
    let texts = [
        Some(measure.id.as_str()),
        Some(measure.measure.as_str()),
        Some(measure.kind.name()),
        measure.unit,
        measure.dimension.map(Dimension::name),
        period.and_then(|period| period.since),
        period.and_then(|period| period.until),
        period.and_then(|period| period.during),
        period.and_then(|period| period.over),
        measure.scope,
    ];
    let mut cells: Vec<String> = texts
        .iter()
        .map(|text| harmless(text.unwrap_or_default()).into_owned())
        .collect();
    cells.push(format!("{:.2}", measure.confidence));
    for (document, cell) in ledger.documents.iter().zip(&measure.cells) {
        let text = cell
            .as_ref()
            .map(|cell| ledger.text(cell))
            .unwrap_or_default();
        let value = cell
            .as_ref()
            .and_then(|cell| ledger.value(cell))
            .unwrap_or_default();
        let step = measure
            .verdicts
            .iter()
            .find(|step| step.after == document.id);
        cells.extend([
            harmless(&text).into_owned(),
            value.to_owned(),
            step.map_or(String::new(), |step| step.verdict.name().to_owned()),
        ]);
    }
    cells
}

fn open(out: &mut dyn Write, mark: Mark) -> io::Result<Writer<&mut dyn Write>> {
    if mark == Mark::With {
        out.write_all(BYTE_ORDER_MARK)?;
    }
    Ok(Writer::from_writer(out))
}

/// `text` on one line, as no spreadsheet takes it for a formula and no terminal
/// for a command.
fn harmless(text: &str) -> Cow<'_, str> {
    // Asked of the text before its tabs became blanks: a leading one would hide the formula behind
    // it.
    let cell = plain::cell(text);
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        Cow::Owned(format!("'{cell}"))
    } else {
        cell
    }
}

/// Writes a collation, a row for each passage and a column for each witness.
///
/// # Errors
///
/// When `out` cannot be written.
pub fn collation(out: &mut dyn Write, record: &CollationRecord<'_>, mark: Mark) -> io::Result<()> {
    let mut table = open(out, mark)?;
    let names = record.witnesses.iter().map(|name| harmless(name));
    table.write_record(["relation".into()].into_iter().chain(names).map(bytes))?;
    for row in &record.rows {
        let texts = row.readings.iter().map(|reading| {
            reading
                .as_ref()
                .map_or(Cow::Borrowed(""), |reading| harmless(&reading.text))
        });
        table.write_record(
            [row.relation.name().into()]
                .into_iter()
                .chain(texts)
                .map(bytes),
        )?;
    }
    table.flush()
}

fn bytes(text: Cow<'_, str>) -> Vec<u8> {
    text.into_owned().into_bytes()
}

#[cfg(test)]
mod tests {
    use super::harmless;

    #[test]
    fn what_a_spreadsheet_would_run_is_quoted() {
        for formula in ["=1+1", "+1", "-1", "@SUM(A1)"] {
            assert_eq!(harmless(formula), format!("'{formula}"));
        }
        assert_eq!(harmless("\tx"), "' x");
        assert_eq!(harmless("1,250 jobs (=)"), "1,250 jobs (=)");
    }

    #[test]
    fn a_cell_neither_breaks_its_line_nor_steers_a_terminal() {
        assert_eq!(
            harmless("a\n::error::b\u{1b}[31m\u{9b}"),
            "a ::error::b␛[31mU+009B"
        );
    }
}
