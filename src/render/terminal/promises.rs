//! Promises on the terminal: each with a line a statement.

use super::escape::escape;
use super::wrap::{Screen, push_text};
use crate::report::{PromiseCellRecord, PromiseTable};

/// Columns that a cell stands in from the left.
const INDENT: usize = 4;

/// Lays out a table of promises.
#[must_use]
pub fn promises(table: &PromiseTable<'_>, screen: Screen) -> String {
    let mut out = String::new();
    for row in &table.rows {
        out.push_str(&screen.style.heading(&escape(&row.promise)));
        out.push('\n');
        for (column, cell) in table.columns.iter().zip(&row.cells) {
            if let Some(cell) = cell {
                push_text(&mut out, &line(column, cell), screen, INDENT);
            }
        }
        out.push('\n');
    }
    if table.unlisted > 0 {
        let rest = format!(
            "{} more promises of one statement alone (--show all)",
            table.unlisted
        );
        push_text(&mut out, &rest, screen, 0);
    }
    out
}

fn line(column: &str, cell: &PromiseCellRecord<'_>) -> String {
    let column = escape(column);
    match cell.said() {
        Some(said) => format!("{column} · {} · “{}”", cell.remark, escape(&said)),
        None => format!("{column} · {}", cell.remark),
    }
}
