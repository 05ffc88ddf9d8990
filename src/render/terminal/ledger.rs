//! The ledger on the terminal: a table where the statements fit side by side,
//! a line for each change where they do not.

use comfy_table::Cell;
use textwrap::core::display_width;

use super::columns::{ColumnCell, GAP, push_lines, value_width};
use super::escape::escape;
use super::excerpt;
use super::grid;
use super::style::Style;
use super::wrap::{Screen, push_text, wrap};
use crate::report::{FigureEntry, LedgerCell, LedgerRow, LedgerSingle, LedgerTable, Piece};

/// Columns that a measure, its unit and its trend need beside the cells.
const MEASURE_WIDTH: usize = 34;
/// Columns that a cell needs.
const CELL_WIDTH: usize = 12;
/// What the signs mean.
const LEGEND: &str = "↑ ↓ more or less than the statement before it that states the measure · = the same \
     · ≠ another bound or scope, not compared · blank not stated · bars from zero, · a gap, ■ the same number throughout";

/// Lays out the tables of a ledger.
#[must_use]
pub fn ledger(tables: &[LedgerTable<'_>], screen: Screen) -> String {
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

fn push_table(out: &mut String, table: &LedgerTable<'_>, screen: Screen) {
    if !table.title.is_empty() {
        out.push_str(&screen.style.heading(&escape(&table.title)));
        out.push('\n');
    }
    if !table.rows.is_empty() {
        // Where cells would be too narrow for their words, each measure has a list of its own.
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
    if table.slight > 0 {
        let rest = format!(
            "{} small counts, times, vague and repeated numbers that never changed (--show all)",
            table.slight
        );
        push_text(out, &rest, screen, 0);
        out.push('\n');
    }
}

fn push_grid(out: &mut String, table: &LedgerTable<'_>, screen: Screen) {
    let mut grid = grid::new(screen);
    let headings = table
        .columns
        .iter()
        .map(|column| escape(column).into_owned());
    grid.set_header(
        ["measure".to_owned()]
            .into_iter()
            .chain(headings)
            .chain(["trend".to_owned()]),
    );
    for row in &table.rows {
        let measure = Cell::new(name(row));
        let cells = row
            .cells
            .iter()
            .map(|cell| Cell::new(cell.as_ref().map_or(String::new(), grid_cell)));
        let last = [Cell::new(&row.trend)];
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

fn push_timelines(out: &mut String, table: &LedgerTable<'_>, screen: Screen) {
    for row in &table.rows {
        let stated = row.cells.iter().flatten().count();
        let head = format!("{} · {stated} statements", name(row));
        for line in wrap(&[Piece::same(&head, false)], screen.width, Style::Plain) {
            out.push_str(&screen.style.heading(&line.shown));
            out.push('\n');
        }
        // The measure in its sentence, since a title of a few words may say too little.
        for line in excerpt::lines(&row.latest, screen.width.saturating_sub(2), Style::Plain) {
            let words = screen.style.dim(&line.shown);
            out.extend(["  ", &words, "\n"]);
        }
        if let Some((first, last)) = table.columns.first().zip(table.columns.last())
            && !row.trend.is_empty()
        {
            let strip = format!("{} {} {}", escape(first), row.trend, escape(last));
            push_text(out, &strip, screen, 2);
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
        out.push('\n');
    }
}

/// What one statement alone states: the values, their sentence or name, the statement.
fn push_single(out: &mut String, table: &LedgerTable<'_>, screen: Screen) {
    out.push_str(&screen.style.heading("STATED ONCE"));
    out.push('\n');
    let values = |single: &LedgerSingle<'_>| escape(&single.values.join(", ")).into_owned();
    let widest = |text: &dyn Fn(&LedgerSingle<'_>) -> usize| table.single.iter().map(text).max();
    let value = widest(&|single| display_width(&values(single))).unwrap_or(0);
    let value = value_width(value, screen.width);
    let heading = widest(&|single| display_width(&single.column)).unwrap_or(0);
    // The sentence gets what is left, for it can be cut anywhere.
    let room = screen.width.saturating_sub(value + heading + 3 * GAP);
    for single in &table.single {
        let lines = [
            ColumnCell::plain(values(single)).lines(value),
            match &single.name {
                Some(name) => ColumnCell::plain(escape(name).into_owned()).lines(room),
                None => excerpt::lines(&single.excerpt, room, Style::Plain),
            },
            ColumnCell::plain(escape(&single.column).into_owned()).lines(heading),
        ];
        push_lines(out, (GAP, ""), &lines, [value, room, heading]);
    }
    if table.unlisted > 0 {
        let rest = format!("  {} more stated once (--show all)", table.unlisted);
        out.push_str(&screen.style.dim(&rest));
        out.push('\n');
    }
}

/// What a row measures, and whether that is doubtful.
fn name(row: &LedgerRow<'_>) -> String {
    let measure = escape(&row.measure);
    match row.doubt {
        "" => measure.into_owned(),
        doubt => format!("{measure} ({doubt})"),
    }
}
