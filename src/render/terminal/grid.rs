//! Tables without rules that fit the width of the screen.

use comfy_table::{ContentArrangement, LineStyle, Table, TableStyle};

use super::wrap::Screen;

/// An empty table as wide as `screen`, with a rule below its header.
pub(super) fn new(screen: Screen) -> Table {
    let mut table = Table::new();
    let rule = LineStyle::none().fill('─').junction('─');
    table
        .load_style(TableStyle::new().header_separator(rule))
        // Cells are wrapped, so that a table is never wider than the screen.
        .set_content_arrangement(ContentArrangement::Dynamic)
        .set_width(u16::try_from(screen.width).unwrap_or(u16::MAX));
    table
}

/// Appends the lines of `table`.
pub(super) fn push(out: &mut String, table: &Table) {
    for line in table.lines() {
        // Cells are filled with blanks, which a terminal that is made narrower would wrap.
        out.push_str(line.trim_end());
        out.push('\n');
    }
}
