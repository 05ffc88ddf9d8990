//! The columns of a long table, the same in csv, in a sheet and in Parquet.

use std::borrow::Cow;

use crate::report::{Bound, CellRow, PlaceRecord, StepVerdict};

/// The columns, in the order in which cells are written.
pub const CELL_COLUMNS: [&str; 27] = [
    "measure",
    "title",
    "kind",
    "subject",
    "predicate",
    "since",
    "until",
    "during",
    "over",
    "scope",
    "delegation",
    "date",
    "document",
    "paragraph",
    "number",
    "page",
    "line",
    "raw",
    "value",
    "low",
    "high",
    "bound",
    "unit",
    "measure_value",
    "measure_unit",
    "quote",
    "verdict",
];

/// What stands in a column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Value<'a> {
    /// Words; `None` where there are none.
    Text(Option<Cow<'a, str>>),
    /// An exact decimal.
    Number(Option<&'a str>),
    /// A number of a paragraph, page or line.
    Count(Option<u32>),
}

/// The cell in the order of [`CELL_COLUMNS`]; paragraphs count from 1.
pub(super) fn values<'a>(cell: &'a CellRow<'_>) -> [Value<'a>; CELL_COLUMNS.len()] {
    let text = |text: Option<&'a str>| Value::Text(text.map(Cow::Borrowed));
    let period = cell.period.as_ref();
    let place =
        |part: fn(&PlaceRecord) -> Option<u32>| Value::Count(cell.place.as_ref().and_then(part));
    let quote = cell.quote.map(|quote| Cow::Owned(quote.to_string()));
    [
        text(Some(cell.measure)),
        text(Some(cell.title)),
        text(Some(cell.kind.name())),
        text(cell.subject),
        text(cell.predicate),
        text(period.and_then(|period| period.since)),
        text(period.and_then(|period| period.until)),
        text(period.and_then(|period| period.during)),
        text(period.and_then(|period| period.over)),
        text(cell.scope),
        text(cell.delegation),
        text(cell.date),
        text(Some(cell.document)),
        // As a reader counts them; records of JSON count from 0.
        Value::Count(cell.paragraph.map(|paragraph| paragraph + 1)),
        place(|place| place.number),
        place(|place| place.page),
        place(|place| place.line),
        text(cell.raw),
        Value::Number(cell.value),
        Value::Number(cell.low),
        Value::Number(cell.high),
        text(cell.bound.map(Bound::name)),
        text(cell.unit),
        Value::Number(cell.measure_value),
        text(cell.measure_unit),
        Value::Text(quote),
        text(cell.verdict.map(StepVerdict::name)),
    ]
}
