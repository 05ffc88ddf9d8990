//! The sheet of a long table: a row a cell of the ledger.

use std::io::{self, Write};

use rust_xlsxwriter::{Worksheet, XlsxError};

use super::{CELL_WIDTH, NAME_WIDTH, QUOTE_WIDTH, Sheet, Styles, open};
use crate::render::cells::{CELL_COLUMNS, Value, values};
use crate::report::Ledger;

/// A long table while it is made: it is in memory until it is written.
pub struct CellSheet {
    sheet: Worksheet,
    styles: Styles,
    row: u32,
}

impl CellSheet {
    /// A sheet with its head.
    ///
    /// # Errors
    ///
    /// Never, as long as its name and columns are those that a workbook takes.
    pub fn new() -> io::Result<Self> {
        let (mut sheet, styles) = (Worksheet::new(), Styles::new());
        let width = |name: &str| match name {
            "title" => NAME_WIDTH,
            "quote" => QUOTE_WIDTH,
            _ => CELL_WIDTH,
        };
        let head = CELL_COLUMNS.map(|name| (name, width(name)));
        Sheet::open(&mut sheet, "Cells", &head, &styles).map_err(io::Error::other)?;
        Ok(Self {
            sheet,
            styles,
            row: 0,
        })
    }

    /// Adds the cells of one ledger; how many rows there are then.
    ///
    /// # Errors
    ///
    /// When there are more rows than Excel reads.
    pub fn add(&mut self, ledger: &Ledger<'_>) -> io::Result<u32> {
        self.push(ledger).map_err(io::Error::other)?;
        Ok(self.row)
    }

    fn push(&mut self, ledger: &Ledger<'_>) -> Result<(), XlsxError> {
        let mut rows = Sheet {
            target: &mut self.sheet,
            styles: &self.styles,
            row: self.row,
            column: 0,
        };
        for cell in ledger.cells() {
            rows.start_row();
            for value in values(&cell) {
                match value {
                    Value::Text(text) => rows.text(&text.unwrap_or_default())?,
                    Value::Number(number) => rows.number(number)?,
                    Value::Count(count) => rows.count(count)?,
                }
            }
        }
        // Another ledger goes on where this one ended.
        self.row = rows.row;
        Ok(())
    }

    /// Writes the workbook; the same cells give the same bytes.
    ///
    /// # Errors
    ///
    /// When `out` cannot be written.
    pub fn finish(mut self, out: &mut dyn Write) -> io::Result<()> {
        let last = u16::try_from(CELL_COLUMNS.len() - 1).unwrap_or(u16::MAX);
        let filtered = self.sheet.autofilter(0, 0, self.row, last);
        filtered.map_err(io::Error::other)?;
        let mut book = open().map_err(io::Error::other)?;
        book.push_worksheet(self.sheet);
        out.write_all(&book.save_to_buffer().map_err(io::Error::other)?)
    }
}
