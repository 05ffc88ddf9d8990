//! Two folders on the terminal: a table of pairs, then what has no partner.

use super::escape::escape;
use super::grid;
use super::wrap::{Screen, push_text};
use crate::report::Overview;

/// Lays out the table above the comparisons of two folders.
#[must_use]
pub fn overview(overview: &Overview, screen: Screen) -> String {
    let mut out = String::new();
    if !overview.rows.is_empty() {
        let mut table = grid::new(screen);
        table.set_header(["before", "after", "what changed"]);
        for row in &overview.rows {
            let cells = [&row.before, &row.after, &row.reported];
            table.add_row(cells.map(|text| escape(text).into_owned()));
        }
        grid::push(&mut out, &table);
    }
    let lone = [
        ("−", "only before", &overview.gone),
        ("+", "only after", &overview.new),
    ];
    for (sign, side, titles) in lone {
        for title in titles {
            push_text(
                &mut out,
                &format!("{sign} {side}: {}", escape(title)),
                screen,
                2,
            );
        }
    }
    out
}
