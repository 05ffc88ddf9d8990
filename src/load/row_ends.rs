//! Finds the rows of tables that a format only ends and never opens: RTF and old Word files.

use super::flow::{Flow, Frame};

/// Deepest nesting of tables that is told apart.
const MAX_TABLES: usize = 8;

/// The rows that are open, one for each table, the innermost last: whether
/// their last cell is open.
#[derive(Debug, Clone, Default)]
pub(super) struct Rows(Vec<bool>);

impl Rows {
    /// Sees to it that a paragraph inside `tables` tables finds its cell open
    /// and all deeper rows closed.
    pub(super) fn enter(&mut self, tables: usize, flow: &mut Flow) {
        // A damaged file may claim any depth.
        let tables = tables.min(MAX_TABLES);
        while self.0.len() > tables {
            self.close(flow);
        }
        while self.0.len() < tables {
            self.0.push(false);
            flow.open(Frame::Row);
            self.open_cell(flow);
        }
        self.open_cell(flow);
    }

    /// Ends the cell of a row inside `tables` tables.
    pub(super) fn end_cell(&mut self, tables: usize, flow: &mut Flow) {
        self.enter(tables, flow);
        flow.close_paragraph();
        if let Some(is_open) = self.0.last_mut() {
            *is_open = false;
        }
    }

    /// Ends the row inside `tables` tables and all rows in its cells.
    pub(super) fn end_row(&mut self, tables: usize, flow: &mut Flow) {
        while !self.0.is_empty() && self.0.len() >= tables {
            self.close(flow);
        }
    }

    /// How many tables are open.
    pub(super) fn tables(&self) -> usize {
        self.0.len()
    }

    fn open_cell(&mut self, flow: &mut Flow) {
        if let Some(is_open) = self.0.last_mut()
            && !*is_open
        {
            *is_open = true;
            flow.open_cell();
        }
    }

    fn close(&mut self, flow: &mut Flow) {
        if self.0.pop().is_some() {
            flow.close(Frame::Row);
        }
    }
}
