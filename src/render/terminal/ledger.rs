//! The ledger on the terminal: a table where the statements fit side by side,
//! a line for each change where they do not.

use comfy_table::{Cell, CellAlignment};

use super::escape::escape;
use super::grid;
use super::lines::{Screen, push_text};
use crate::report::{FigureEntry, LedgerCell, LedgerRow, LedgerTable};

/// Columns that a measure, its unit and its trend need beside the cells.
const MEASURE_WIDTH: usize = 34;
/// Columns that a cell needs.
const CELL_WIDTH: usize = 12;
/// What the signs mean.
const LEGEND: &str = "↑ ↓ more or less than the statement before it that states the measure · = the same \
     · ≠ another bound or scope, not compared · blank not stated · sure 0 to 1, that a row is one measure";

/// Lays out the tables of a ledger.
#[must_use]
pub fn ledger(tables: &[LedgerTable], screen: Screen) -> String {
    let mut out = String::new();
    for table in tables {
        push_table(&mut out, table, screen);
    }
    push_text(&mut out, LEGEND, screen, 0);
    out
}

/// Lays out the figures of one document in reading order.
#[must_use]
pub fn figures(title: &str, entries: &[FigureEntry<'_>], screen: Screen) -> String {
    let mut table = grid::new(screen);
    for entry in entries {
        let cells = [&entry.place, &entry.raw, &entry.reading, &entry.measure];
        table.add_row(cells.map(|text| escape(text).into_owned()));
    }
    let mut out = screen.style.heading(&escape(title));
    out.push('\n');
    grid::push(&mut out, &table);
    out
}

fn push_table(out: &mut String, table: &LedgerTable, screen: Screen) {
    if !table.title.is_empty() {
        out.push_str(&screen.style.heading(&escape(&table.title)));
        out.push('\n');
    }
    if !table.rows.is_empty() {
        let needed = MEASURE_WIDTH + table.columns.len() * (CELL_WIDTH + 1);
        if needed <= screen.width {
            push_grid(out, table, screen);
        } else {
            push_timelines(out, table, screen);
        }
        out.push('\n');
    }
    if !table.silent.is_empty() {
        out.push_str(
            &screen
                .style
                .heading("STATED THREE TIMES RUNNING, ABSENT NOW"),
        );
        out.push('\n');
        for silence in &table.silent {
            push_text(out, &escape(silence), screen, 2);
        }
        out.push('\n');
    }
    if !table.single.is_empty() {
        push_single(out, table, screen);
        out.push('\n');
    }
}

fn push_grid(out: &mut String, table: &LedgerTable, screen: Screen) {
    let mut grid = grid::new(screen);
    let headings = table
        .columns
        .iter()
        .map(|column| escape(column).into_owned());
    grid.set_header(
        ["measure".to_owned()]
            .into_iter()
            .chain(headings)
            .chain(["trend".to_owned(), "sure".to_owned()]),
    );
    for row in &table.rows {
        let measure = Cell::new(escape(&row.measure));
        let cells = row
            .cells
            .iter()
            .map(|cell| Cell::new(cell.as_ref().map_or(String::new(), grid_cell)));
        let last = [
            Cell::new(&row.trend),
            Cell::new(sure(row)).set_alignment(CellAlignment::Right),
        ];
        grid.add_row([measure].into_iter().chain(cells).chain(last));
    }
    grid::push(out, &grid);
}

/// The words, and below them what became of the number.
fn grid_cell(cell: &LedgerCell) -> String {
    let step = format!("{} {}", cell.sign, cell.delta);
    format!("{}\n{}", escape(&cell.text), step.trim())
        .trim_end()
        .to_owned()
}

fn push_timelines(out: &mut String, table: &LedgerTable, screen: Screen) {
    for row in &table.rows {
        let stated = row.cells.iter().flatten().count();
        let head = format!(
            "{} · {stated} statements · sure {}",
            escape(&row.measure),
            sure(row)
        );
        push_text(out, &head, screen, 0);
        if !row.trend.is_empty() {
            push_text(out, &row.trend, screen, 2);
        }
        let mut grid = grid::new(screen);
        for run in row.runs(&table.columns) {
            let columns = match run.columns {
                (first, Some(last)) => format!("{first} – {last}"),
                (first, None) => first.to_owned(),
            };
            grid.add_row([
                escape(&columns).into_owned(),
                run.cell.sign.to_owned(),
                escape(&run.cell.text).into_owned(),
                run.cell.delta.clone(),
            ]);
        }
        grid::push(out, &grid);
    }
}

fn push_single(out: &mut String, table: &LedgerTable, screen: Screen) {
    out.push_str(&screen.style.heading("STATED ONCE"));
    out.push('\n');
    let mut grid = grid::new(screen);
    for row in &table.single {
        for (column, cell) in table.columns.iter().zip(&row.cells) {
            if let Some(cell) = cell {
                grid.add_row(
                    [&row.measure, &cell.text, column].map(|text| escape(text).into_owned()),
                );
            }
        }
    }
    grid::push(out, &grid);
    if table.unlisted > 0 {
        let rest = format!("  {} more stated once (--show all)", table.unlisted);
        out.push_str(&screen.style.dim(&rest));
        out.push('\n');
    }
}

fn sure(row: &LedgerRow) -> String {
    format!("{:.2}", row.confidence)
}
