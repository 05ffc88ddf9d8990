//! The sheets of a ledger: its rows, the mentions behind them, and the changes.

use rust_xlsxwriter::{Worksheet, XlsxError};

use super::{CELL_WIDTH, NAME_WIDTH, QUOTE_WIDTH, Sheet, Styles};
use crate::report::{FigureRecord, Ledger};

pub(super) fn ledger_sheet(
    sheet: &mut Worksheet,
    ledger: &Ledger<'_>,
    styles: &Styles,
) -> Result<(), XlsxError> {
    let values: Vec<String> = ledger
        .documents
        .iter()
        .map(|document| format!("{} value", document.id))
        .collect();
    let mut head = vec![
        ("measure", NAME_WIDTH),
        ("unit", CELL_WIDTH),
        ("since", CELL_WIDTH),
        ("scope", CELL_WIDTH),
        ("confidence", CELL_WIDTH),
    ];
    for (document, value) in ledger.documents.iter().zip(&values) {
        head.extend([(document.id, CELL_WIDTH), (value.as_str(), CELL_WIDTH)]);
    }
    let mut rows = Sheet::open(sheet, "Ledger", &head, styles)?;
    for measure in &ledger.measures {
        rows.start_row();
        rows.text(&measure.measure)?;
        rows.text(measure.unit.unwrap_or_default())?;
        rows.text(
            measure
                .period
                .as_ref()
                .and_then(|period| period.since)
                .unwrap_or_default(),
        )?;
        rows.text(measure.scope.unwrap_or_default())?;
        rows.target.write_number_with_format(
            rows.row,
            rows.column,
            measure.confidence,
            &styles.share,
        )?;
        rows.column += 1;
        for cell in &measure.cells {
            rows.text(
                &cell
                    .as_ref()
                    .map(|cell| ledger.text(cell))
                    .unwrap_or_default(),
            )?;
            rows.number(cell.as_ref().and_then(|cell| ledger.value(cell)))?;
        }
    }
    rows.close(head.len())
}

const MENTION_COLUMNS: [(&str, u16); 17] = [
    ("document", CELL_WIDTH),
    ("paragraph", CELL_WIDTH),
    ("page", CELL_WIDTH),
    ("kind", CELL_WIDTH),
    ("words", NAME_WIDTH),
    ("value", CELL_WIDTH),
    ("low", CELL_WIDTH),
    ("high", CELL_WIDTH),
    ("bound", CELL_WIDTH),
    ("unit", CELL_WIDTH),
    ("canonical value", CELL_WIDTH),
    ("canonical unit", CELL_WIDTH),
    ("subject", NAME_WIDTH),
    ("predicate", CELL_WIDTH),
    ("since", CELL_WIDTH),
    ("quote", QUOTE_WIDTH),
    ("id", CELL_WIDTH),
];

pub(super) fn mention_sheet(
    sheet: &mut Worksheet,
    figures: &[FigureRecord<'_>],
    styles: &Styles,
) -> Result<(), XlsxError> {
    let mut rows = Sheet::open(sheet, "Mentions", &MENTION_COLUMNS, styles)?;
    for figure in figures {
        rows.start_row();
        rows.text(figure.document)?;
        rows.count(Some(figure.paragraph + 1))?;
        rows.count(figure.place.page)?;
        rows.text(figure.kind)?;
        rows.text(figure.raw)?;
        rows.number(figure.value.as_deref())?;
        rows.number(figure.low.as_deref())?;
        rows.number(figure.high.as_deref())?;
        rows.text(figure.bound)?;
        rows.text(figure.unit.unwrap_or_default())?;
        let canonical = figure.canonical.as_ref();
        rows.number(canonical.and_then(|canonical| canonical.value.as_deref()))?;
        rows.text(canonical.map_or("", |canonical| canonical.unit))?;
        rows.text(figure.subject.unwrap_or_default())?;
        rows.text(figure.predicate.unwrap_or_default())?;
        rows.text(
            figure
                .period
                .as_ref()
                .and_then(|period| period.since)
                .unwrap_or_default(),
        )?;
        rows.text(&figure.quote.to_string())?;
        rows.text(&figure.id)?;
    }
    rows.close(MENTION_COLUMNS.len())
}

const CHANGE_COLUMNS: [(&str, u16); 8] = [
    ("measure", NAME_WIDTH),
    ("verdict", CELL_WIDTH),
    ("before", CELL_WIDTH),
    ("after", CELL_WIDTH),
    ("words before", NAME_WIDTH),
    ("words after", NAME_WIDTH),
    ("difference", CELL_WIDTH),
    ("in words", CELL_WIDTH),
];

pub(super) fn change_sheet(
    sheet: &mut Worksheet,
    ledger: &Ledger<'_>,
    styles: &Styles,
) -> Result<(), XlsxError> {
    let mut rows = Sheet::open(sheet, "Changes", &CHANGE_COLUMNS, styles)?;
    for measure in &ledger.measures {
        let words = |document: &str| {
            let cell = measure
                .cells
                .iter()
                .flatten()
                .find(|cell| cell.document == document);
            cell.map_or("", |cell| cell.figure.raw)
        };
        for step in &measure.verdicts {
            rows.start_row();
            rows.text(&measure.measure)?;
            rows.text(step.verdict)?;
            rows.text(step.before)?;
            rows.text(step.after)?;
            rows.text(words(step.before))?;
            rows.text(words(step.after))?;
            rows.number(step.delta.as_ref().map(|delta| delta.absolute.as_str()))?;
            rows.text(step.delta.as_ref().map_or("", |delta| delta.text.as_str()))?;
        }
    }
    rows.close(CHANGE_COLUMNS.len())
}
