//! Promises in Markdown (GitHub's tables).

use super::markdown::escape;
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
    let remark = escape(&cell.remark);
    match cell.said() {
        Some(said) => format!("**{remark}** “{}”", escape(&said)),
        None => format!("**{remark}**"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::PromiseStep;

    #[test]
    fn what_became_of_a_promise_is_text() {
        let cell = PromiseCellRecord {
            verdict: PromiseStep::Moved,
            by: Some("two *years* later".to_owned()),
            promise: None,
            deed: None,
            last: None,
            remark: "deadline moved, two *years* later".to_owned(),
        };
        let expected = "**deadline moved, two \\*years\\* later**";
        assert_eq!(text(&cell), expected);
    }
}
