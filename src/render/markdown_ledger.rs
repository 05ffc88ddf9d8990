//! The ledger in Markdown (GitHub's tables).

use super::markdown::escape;
use crate::report::{LedgerCell, LedgerRow, LedgerSingle, LedgerTable};

/// Lays out the tables of a ledger.
#[must_use]
pub fn ledger(tables: &[LedgerTable<'_>]) -> String {
    let mut lines = vec!["# Figures".to_owned()];
    for table in tables {
        if !table.title.is_empty() {
            lines.extend([String::new(), format!("## {}", escape(&table.title))]);
        }
        push_rows(&mut lines, table, &table.rows);
        if !table.silent.is_empty() {
            let heading = "### Stated three times running, absent now".to_owned();
            lines.extend([String::new(), heading, String::new()]);
            lines.extend(
                table
                    .silent
                    .iter()
                    .map(|silence| format!("- {}", escape(silence))),
            );
        }
        if !table.single.is_empty() {
            push_single(&mut lines, &table.single);
        }
        if table.slight > 0 {
            let rest = format!(
                "{} small counts, times, vague and repeated numbers that never changed (`--show all`).",
                table.slight
            );
            lines.extend([String::new(), rest]);
        }
        if table.unlisted > 0 {
            let rest = format!("{} more stated once (`--show all`).", table.unlisted);
            lines.extend([String::new(), rest]);
        }
    }
    let key = "An empty cell means that the statement does not say it.";
    lines.extend([String::new(), key.to_owned(), String::new()]);
    lines.join("\n")
}

fn push_rows(lines: &mut Vec<String>, table: &LedgerTable<'_>, rows: &[LedgerRow<'_>]) {
    if rows.is_empty() {
        return;
    }
    let columns: Vec<String> = table.columns.iter().map(|column| escape(column)).collect();
    lines.extend([
        String::new(),
        format!("| Measure | {} |", columns.join(" | ")),
        format!("|---|{}", "---|".repeat(columns.len())),
    ]);
    lines.extend(rows.iter().map(line));
}

/// What one statement alone states, in its words.
fn push_single(lines: &mut Vec<String>, single: &[LedgerSingle<'_>]) {
    let heading = [
        "### Stated once",
        "",
        "| Figure | In the words of | |",
        "|---|---|---|",
    ];
    lines.push(String::new());
    lines.extend(heading.map(str::to_owned));
    lines.extend(single.iter().map(|single| {
        let quote = single.excerpt.quote;
        let words = match &single.name {
            Some(name) => name.clone(),
            None => format!("{}{}{}", quote.lead(), quote.words, quote.rest()),
        };
        let cells = [&single.values.join(", "), &single.column, &words].map(|text| escape(text));
        format!("| {} |", cells.join(" | "))
    }));
}

fn line(row: &LedgerRow<'_>) -> String {
    let cell = |cell: &Option<LedgerCell>| cell.as_ref().map_or(String::new(), text);
    let cells: Vec<String> = row.cells.iter().map(cell).collect();
    let measure = escape(&row.measure);
    let doubt = match row.doubt {
        "" => String::new(),
        doubt => format!(" ({doubt})"),
    };
    format!("| {measure}{doubt} | {} |", cells.join(" | "))
}

fn text(cell: &LedgerCell) -> String {
    let said = [&cell.text, cell.sign, &cell.delta].join(" ");
    let words: Vec<&str> = said.split_whitespace().collect();
    escape(&words.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_cell_says_and_how_far_it_moved_is_text() {
        let cell = LedgerCell {
            text: "40 tents | <b>@office</b>".to_owned(),
            sign: "↑",
            delta: "+$5 a tent".to_owned(),
        };
        let expected = "40 tents \\| \\<b\\>\\@office\\</b\\> ↑ +\\$5 a tent";
        assert_eq!(text(&cell), expected);
    }
}
