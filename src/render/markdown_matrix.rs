//! Who says what about the same topics in Markdown (GitHub's tables).

use super::markdown::escape;
use crate::report::{Matrix, MatrixRow};

/// Lays out a matrix.
#[must_use]
pub fn matrix(matrix: &Matrix<'_>) -> String {
    let year = match matrix.year.as_str() {
        "" => String::new(),
        year => format!(", {}", escape(year)),
    };
    let mut lines = Vec::new();
    let parts = [
        ("Topics of several", &matrix.topics),
        ("Figures of several", &matrix.figures),
    ];
    for (heading, rows) in parts.into_iter().filter(|(_, rows)| !rows.is_empty()) {
        lines.extend([format!("# {heading}{year}"), String::new()]);
        for row in rows {
            push_row(&mut lines, &matrix.columns, row);
        }
    }
    if !matrix.common.is_empty() {
        let common = format!("All speak of: {}.", escape(&matrix.common.join(", ")));
        lines.extend([common, String::new()]);
    }
    lines.extend([Matrix::NOTE.to_owned(), String::new()]);
    lines.join("\n")
}

fn push_row(lines: &mut Vec<String>, columns: &[&str], row: &MatrixRow<'_>) {
    let speakers = row.speakers();
    // A table for each topic: a column for each delegation would be too narrow for sentences.
    let head = format!("## {}: {speakers} of {}", escape(&row.name), columns.len());
    let header = "| Delegation | Words | Sentence | Place |\n|---|---|---|---|";
    lines.extend([head, String::new(), header.to_owned()]);
    for (column, cell) in columns.iter().zip(&row.cells) {
        lines.extend(cell.mentions.iter().map(|mention| {
            let quote = mention.quote.to_string();
            let cells = [column, mention.raw, &quote, &mention.at()].map(escape);
            format!("| {} |", cells.join(" | "))
        }));
        if cell.more > 0 {
            lines.push(format!("| {} | {} more | | |", escape(column), cell.more));
        }
    }
    lines.push(String::new());
}
