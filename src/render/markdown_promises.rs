//! Promises in Markdown (GitHub's tables).

use super::markdown_ledger::escape;
use crate::report::{PromiseCellRecord, PromiseTable};

/// Lays out a table of promises.
#[must_use]
pub fn promises(table: &PromiseTable<'_>) -> String {
    let columns: Vec<String> = table.columns.iter().map(|column| escape(column)).collect();
    let mut lines = vec![
        "# Promises".to_owned(),
        String::new(),
        format!("| Promise | {} |", columns.join(" | ")),
        format!("|---|{}", "---|".repeat(columns.len())),
    ];
    for row in &table.rows {
        let cells: Vec<String> = row
            .cells
            .iter()
            .map(|cell| cell.as_ref().map_or(String::new(), text))
            .collect();
        lines.push(format!(
            "| {} | {} |",
            escape(&row.promise),
            cells.join(" | ")
        ));
    }
    if table.unlisted > 0 {
        let rest = format!(
            "{} more of one statement alone (`--show all`).",
            table.unlisted
        );
        lines.extend([String::new(), rest]);
    }
    lines.push(String::new());
    lines.join("\n")
}

fn text(cell: &PromiseCellRecord<'_>) -> String {
    match cell.said() {
        Some(said) => format!("**{}** “{}”", cell.remark, escape(&said)),
        None => format!("**{}**", cell.remark),
    }
}
