//! Who says what about the same things in Markdown (GitHub's tables).

use super::markdown_ledger::escape;
use crate::report::{Matrix, MatrixRow};

/// Lays out a matrix under `title`, which may be empty.
#[must_use]
pub fn matrix(title: &str, matrix: &Matrix<'_>) -> String {
    let heading = match title {
        "" => "# Said by several".to_owned(),
        title => format!("# Said by several, {}", escape(title)),
    };
    let mut lines = vec![heading];
    for row in &matrix.rows {
        push_thing(&mut lines, &matrix.columns, row);
    }
    lines.extend([String::new(), Matrix::NOTE.to_owned(), String::new()]);
    lines.join("\n")
}

fn push_thing(lines: &mut Vec<String>, columns: &[&str], row: &MatrixRow<'_>) {
    let speakers = row.speakers();
    let head = format!("## {}: {speakers} of {}", escape(&row.name), columns.len());
    let header = "| Delegation | Figure | Measure | Place |\n|---|---|---|---|";
    lines.extend([String::new(), head, String::new(), header.to_owned()]);
    for (column, cell) in columns.iter().zip(&row.cells) {
        lines.extend(cell.sayings.iter().map(|saying| {
            let cells = [column, saying.raw, &saying.measure, &saying.place].map(escape);
            format!("| {} |", cells.join(" | "))
        }));
        if cell.more > 0 {
            lines.push(format!("| {} | {} more | | |", escape(column), cell.more));
        }
    }
}
