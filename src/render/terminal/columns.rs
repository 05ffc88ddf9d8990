//! Rows in columns that stand: each cell is wrapped inside its column, so that every row
//! begins its cells in the same places, whatever the width of the screen.

use std::iter::repeat_n;

use textwrap::core::display_width;

use super::style::Style;
use super::wrap::{Line, wrap};
use crate::report::Piece;

/// Blanks between two columns.
pub(super) const GAP: usize = 2;
/// Most columns of figures that stand before their sentence.
const VALUE_WIDTH: usize = 26;
/// A blank at which no line ends; it is shown as any other.
const JOINT: char = '\u{a0}';

/// The width of a column of figures that stand before their sentence, of which the widest is
/// as wide as `natural`: no more than a third of the screen.
pub(super) fn value_width(natural: usize, screen: usize) -> usize {
    natural.min(VALUE_WIDTH).min(screen / 3)
}

/// `text` that stays on one line where it is no wider than `width`.
pub(super) fn joined(text: &str, width: usize) -> String {
    if display_width(text) <= width {
        // *3 million* and *18 June* are read as one; a longer text has to be cut somewhere.
        text.replace(' ', &JOINT.to_string())
    } else {
        text.to_owned()
    }
}

/// A cell: its words, and how each of its lines is painted.
pub(super) struct ColumnCell<'a> {
    pub(super) text: String,
    pub(super) paint: Box<dyn Fn(&str) -> String + 'a>,
}

impl<'a> ColumnCell<'a> {
    /// A cell as it is.
    pub(super) fn plain(text: String) -> Self {
        Self::painted(text, str::to_owned)
    }

    /// A cell whose lines are painted.
    pub(super) fn painted(text: String, paint: impl Fn(&str) -> String + 'a) -> Self {
        Self {
            text,
            paint: Box::new(paint),
        }
    }

    /// Its lines in a column of `width`.
    pub(super) fn lines(&self, width: usize) -> Vec<Line> {
        let lines = wrap(&[Piece::same(&self.text, false)], width, Style::Plain);
        let painted = lines.into_iter().map(|line| Line {
            shown: (self.paint)(&line.shown.replace(JOINT, " ")),
            ..line
        });
        painted.collect()
    }
}

/// Widths of columns whose cells are as wide as `natural`, none narrower than `least` of
/// it, `room` wide in all where that can be had: those with most to spare give way first.
pub(super) fn widths<const N: usize>(
    natural: [usize; N],
    least: [usize; N],
    room: usize,
) -> [usize; N] {
    let mut widths = natural;
    let gaps = GAP * (N - 1);
    while widths.iter().sum::<usize>() + gaps > room {
        let spare = |at: &usize| widths[*at].saturating_sub(least[*at]);
        let Some(widest) = (0..N).filter(|at| spare(at) > 0).max_by_key(spare) else {
            break;
        };
        // One column at a time, so that several wide ones become equally narrow.
        widths[widest] -= 1;
    }
    widths
}

/// Appends a row of words behind `indent` columns, of which the first line has `sign` at its
/// end.
pub(super) fn push_row<const N: usize>(
    out: &mut String,
    lead: (usize, &str),
    cells: &[ColumnCell<'_>; N],
    widths: [usize; N],
) {
    let lines = std::array::from_fn(|at| cells[at].lines(widths[at]));
    push_lines(out, lead, &lines, widths);
}

/// The same of cells whose lines are at hand, none wider than its column.
pub(super) fn push_lines<const N: usize>(
    out: &mut String,
    (indent, sign): (usize, &str),
    cells: &[Vec<Line>; N],
    widths: [usize; N],
) {
    let height = cells.iter().map(Vec::len).max().unwrap_or(0);
    for row in 0..height {
        let lead = if row == 0 { sign } else { "" };
        // A sign is one column wide, whatever paints it.
        let taken = if lead.is_empty() { 0 } else { 2 };
        out.extend(repeat_n(' ', indent - taken));
        if !lead.is_empty() {
            out.push_str(lead);
            out.push(' ');
        }
        let mut blanks = 0;
        for (column, width) in cells.iter().zip(widths) {
            let line = column.get(row).filter(|line| !line.shown.is_empty());
            if let Some(line) = line {
                out.extend(repeat_n(' ', blanks));
                out.push_str(&line.shown);
                blanks = 0;
            }
            blanks += width.saturating_sub(line.map_or(0, |line| line.width)) + GAP;
        }
        out.push('\n');
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_column_with_most_to_spare_gives_way_first() {
        assert_eq!(widths([40, 10, 8], [10, 5, 8], 62), [40, 10, 8]);
        assert_eq!(widths([40, 10, 8], [10, 5, 8], 42), [20, 10, 8]);
        assert_eq!(widths([40, 30, 8], [30, 5, 8], 62), [38, 12, 8]);
        // No room at all: no column is narrower than it may be.
        assert_eq!(widths([40, 10, 8], [10, 5, 8], 10), [10, 5, 8]);
    }

    #[test]
    fn what_is_joined_stays_on_one_line_and_has_plain_blanks() {
        let mut out = String::new();
        let cells = [ColumnCell::plain(format!(
            "by 2025 → {}",
            joined("by 2026", 12)
        ))];
        push_row(&mut out, (0, ""), &cells, [13]);
        assert_eq!(out, "by 2025 →\nby 2026\n");
    }

    #[test]
    fn each_row_begins_its_cells_in_the_same_places() {
        let mut out = String::new();
        let rows = [
            ["people killed or injured", "140", "¶1"],
            ["towns", "9", "¶12"],
        ];
        for row in rows {
            let cells = row.map(|text| ColumnCell::plain(text.to_owned()));
            push_row(&mut out, (4, "+"), &cells, [13, 3, 3]);
        }
        let wanted = "  + people killed  140  ¶1\n    or injured\n  + towns          9    ¶12\n";
        assert_eq!(out, wanted);
    }
}
