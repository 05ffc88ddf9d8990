//! The sheets of promises: a row a promise, and a row a mention.

use rust_xlsxwriter::{Worksheet, XlsxError};

use super::{CELL_WIDTH, NAME_WIDTH, QUOTE_WIDTH, Sheet, Styles};
use crate::report::{PromiseCellRecord, PromiseTable};

/// A row for each promise, a column for each statement.
pub(super) fn table_sheet(
    sheet: &mut Worksheet,
    table: &PromiseTable<'_>,
    styles: &Styles,
) -> Result<(), XlsxError> {
    let mut head = vec![("promise", NAME_WIDTH)];
    head.extend(
        table
            .documents
            .iter()
            .map(|document| (document.id, NAME_WIDTH)),
    );
    let mut rows = Sheet::open(sheet, "Promises", &head, styles)?;
    for row in &table.rows {
        rows.start_row();
        rows.text(&row.promise)?;
        for cell in &row.cells {
            rows.text(
                &cell
                    .as_ref()
                    .map_or_else(String::new, PromiseCellRecord::text),
            )?;
        }
    }
    rows.close(head.len())
}

const MENTION_COLUMNS: [(&str, u16); 9] = [
    ("promise", NAME_WIDTH),
    ("document", CELL_WIDTH),
    ("verdict", CELL_WIDTH),
    ("by", CELL_WIDTH),
    ("words", CELL_WIDTH),
    ("strength", CELL_WIDTH),
    ("deadline", CELL_WIDTH),
    ("paragraph", CELL_WIDTH),
    ("quote", QUOTE_WIDTH),
];

/// A row for each statement that says a promise or shows its end.
pub(super) fn mention_sheet(
    sheet: &mut Worksheet,
    table: &PromiseTable<'_>,
    styles: &Styles,
) -> Result<(), XlsxError> {
    let mut rows = Sheet::open(sheet, "Promise mentions", &MENTION_COLUMNS, styles)?;
    for row in &table.rows {
        for (document, cell) in table.documents.iter().zip(&row.cells) {
            let Some(cell) = cell else { continue };
            let said = cell.promise.as_deref();
            rows.start_row();
            rows.text(&row.promise)?;
            rows.text(document.id)?;
            rows.text(cell.verdict.name())?;
            rows.text(cell.by.as_deref().unwrap_or_default())?;
            rows.text(cell.words().unwrap_or_default())?;
            rows.text(said.map_or("", |promise| promise.strength.name()))?;
            rows.text(
                said.and_then(|promise| promise.deadline_date.as_deref())
                    .unwrap_or_default(),
            )?;
            rows.count(cell.paragraph().map(|paragraph| paragraph + 1))?;
            rows.text(&cell.quote().unwrap_or_default())?;
        }
    }
    rows.close(MENTION_COLUMNS.len())
}
