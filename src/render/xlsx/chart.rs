//! The numbers of the ledger as a sheet of numbers alone, with a chart of each measure that
//! changed: what is drawn is there to be drawn otherwise.

use rust_xlsxwriter::{Chart, ChartType, Worksheet, XlsxError};

use super::{CELL_WIDTH, NAME_WIDTH, Sheet, Styles};
use crate::report::Ledger;

/// Charts on the sheet; those of what changed and most statements have come first.
const MOST_CHARTS: usize = 12;
/// Rows of the sheet that a chart takes.
const CHART_ROWS: u32 = 16;
/// Columns that a chart takes.
const CHART_COLUMNS: u16 = 4;

/// A row for each measure that two or more statements give a number, a column for each
/// statement; below it the charts.
pub(super) fn sheet(
    sheet: &mut Worksheet,
    ledger: &Ledger<'_>,
    styles: &Styles,
) -> Result<(), XlsxError> {
    let mut head = vec![("measure", NAME_WIDTH), ("unit", CELL_WIDTH)];
    let names = ledger.documents.iter();
    // Days are short enough to stand under the axis of a chart.
    head.extend(names.map(|document| (document.date.unwrap_or(document.id), CELL_WIDTH)));
    let mut rows = Sheet::open(sheet, NAME, &head, styles)?;
    let mut drawn = Vec::new();
    for measure in &ledger.measures {
        let numbers: Vec<Option<String>> = ledger.levels(measure);
        // One point is no line.
        if numbers.iter().flatten().count() < 2 {
            continue;
        }
        rows.start_row();
        rows.text(&measure.measure)?;
        rows.text(measure.unit.unwrap_or_default())?;
        for number in &numbers {
            rows.number(number.as_deref())?;
        }
        if measure.is_changed() {
            drawn.push((rows.row, measure.measure.as_str()));
        }
    }
    let end = rows.row;
    rows.close(head.len())?;
    let last = u16::try_from(head.len() - 1).unwrap_or(u16::MAX);
    for (nth, (row, name)) in (0_u32..).zip(drawn.into_iter().take(MOST_CHARTS)) {
        let mut chart = Chart::new(ChartType::Line);
        chart
            .add_series()
            .set_categories((NAME, 0, 2, 0, last))
            .set_values((NAME, row, 2, row, last));
        chart.title().set_name(name);
        chart.legend().set_hidden();
        // From zero, or 98 and 100 would look like nothing and much.
        chart.y_axis().set_min(0);
        let column = u16::try_from(nth % 2).unwrap_or(0) * CHART_COLUMNS;
        sheet.insert_chart(end + 2 + nth / 2 * CHART_ROWS, column, &chart)?;
    }
    Ok(())
}

/// The name of the sheet.
const NAME: &str = "Charts";
