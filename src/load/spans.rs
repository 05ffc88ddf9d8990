//! Counts the columns of tables whose cells span several, or several rows.
//!
//! Input: the cells of each row as the format has them. Output: how many empty
//! cells stand before and behind each, so that a column has the same number in
//! every row.

/// Most columns of a table that are counted.
pub(super) const MAX_COLUMNS: usize = 200;

/// Most rows that one cell spans.
const MAX_ROWS: usize = 2_000;

/// The columns of one table while its rows are read.
#[derive(Debug, Default)]
pub(super) struct Spans {
    /// For each column, how many of the rows to come a cell from above takes.
    taken: Vec<usize>,
    /// The column that comes next.
    column: usize,
}

impl Spans {
    /// Starts a row.
    pub(super) fn open_row(&mut self) {
        self.column = 0;
    }

    /// Starts a cell that spans so many columns and rows, and says how many empty
    /// cells stand before it.
    pub(super) fn open_cell(&mut self, columns: usize, rows: usize) -> usize {
        let before = self.pass_taken();
        let end = (self.column + columns.max(1)).min(MAX_COLUMNS);
        if self.taken.len() < end {
            self.taken.resize(end, 0);
        }
        // Columns beyond the last that is counted are not marked.
        for taken in &mut self.taken[self.column.min(end)..end] {
            *taken = rows.clamp(1, MAX_ROWS) - 1;
        }
        self.column = end;
        before
    }

    /// Ends a row, and says how many empty cells stand at its end.
    pub(super) fn close_row(&mut self) -> usize {
        self.pass_taken()
    }

    fn pass_taken(&mut self) -> usize {
        let mut passed = 0;
        while let Some(taken) = self.taken.get_mut(self.column).filter(|taken| **taken > 0) {
            *taken -= 1;
            self.column += 1;
            passed += 1;
        }
        passed
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_of_two_rows_leaves_its_place_empty_in_the_next() {
        let mut spans = Spans::default();
        spans.open_row();
        assert_eq!([spans.open_cell(1, 2), spans.open_cell(2, 1)], [0, 0]);
        assert_eq!(spans.close_row(), 0);
        spans.open_row();
        assert_eq!([spans.open_cell(1, 1), spans.open_cell(1, 2)], [1, 0]);
        spans.open_row();
        assert_eq!([spans.open_cell(1, 1), spans.open_cell(1, 1)], [0, 0]);
        assert_eq!(spans.close_row(), 1);
    }

    #[test]
    fn spans_without_end_are_bounded() {
        let mut spans = Spans::default();
        spans.open_row();
        spans.open_cell(usize::MAX / 2, usize::MAX);
        assert_eq!(spans.taken.len(), MAX_COLUMNS);
    }
}
