//! Workbooks: of a ledger with the mentions behind it, the changes and charts, of promises,
//! or of both; and a sheet for the documents. Numbers are real numbers; text is never a
//! formula.

mod cells;
mod chart;
mod ledger;
mod promises;

use std::io::{self, Write};

use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Url, Workbook, Worksheet,
    XlsxError,
};

use crate::report::{DocumentRecord, FigureRecord, Ledger, PromiseTable};
pub use cells::CellSheet;
use ledger::{change_sheet, ledger_sheet, mention_sheet};

/// Width of a column of quotes, in characters.
const QUOTE_WIDTH: u16 = 80;
/// Width of a column of names.
const NAME_WIDTH: u16 = 36;
/// Width of any other column.
const CELL_WIDTH: u16 = 18;
/// A full date.
const DAY: &str = "yyyy-mm-dd";
/// The paper size of ISO 216, as Excel numbers it.
const A4: u8 = 9;
/// Characters that a cell holds at most (Excel's limit).
const MAX_CELL: usize = 32_767;

/// Writes the workbook; the same ledger gives the same bytes.
///
/// # Errors
///
/// When `out` cannot be written or the workbook has more rows than Excel reads.
pub fn workbook(
    out: &mut dyn Write,
    ledger: &Ledger<'_>,
    figures: &[FigureRecord<'_>],
) -> io::Result<()> {
    let bytes = build(ledger, figures, None).map_err(io::Error::other)?;
    out.write_all(&bytes)
}

/// Writes the workbook of a report: the ledger and the promises of some statements.
///
/// # Errors
///
/// As [`workbook`].
pub fn report(
    out: &mut dyn Write,
    ledger: &Ledger<'_>,
    figures: &[FigureRecord<'_>],
    promises: &PromiseTable<'_>,
) -> io::Result<()> {
    let bytes = build(ledger, figures, Some(promises)).map_err(io::Error::other)?;
    out.write_all(&bytes)
}

/// Writes the workbook of some promises; the same table gives the same bytes.
///
/// # Errors
///
/// As [`workbook`].
pub fn promises(out: &mut dyn Write, table: &PromiseTable<'_>) -> io::Result<()> {
    let bytes = build_promises(table).map_err(io::Error::other)?;
    out.write_all(&bytes)
}

fn build_promises(table: &PromiseTable<'_>) -> Result<Vec<u8>, XlsxError> {
    let mut book = open()?;
    let styles = Styles::new();
    promises::table_sheet(book.add_worksheet(), table, &styles)?;
    promises::mention_sheet(book.add_worksheet(), table, &styles)?;
    document_sheet(book.add_worksheet(), &table.documents, &styles)?;
    book.save_to_buffer()
}

/// A workbook that does not say when it was made.
fn open() -> Result<Workbook, XlsxError> {
    let mut book = Workbook::new();
    let made = ExcelDateTime::from_ymd(2000, 1, 1)?;
    book.set_properties(&DocProperties::new().set_creation_datetime(&made));
    Ok(book)
}

fn build(
    ledger: &Ledger<'_>,
    figures: &[FigureRecord<'_>],
    promises: Option<&PromiseTable<'_>>,
) -> Result<Vec<u8>, XlsxError> {
    let mut book = open()?;
    let styles = Styles::new();
    ledger_sheet(book.add_worksheet(), (ledger, figures), &styles)?;
    mention_sheet(book.add_worksheet(), (ledger, figures), &styles)?;
    if ledger.documents.len() > 1 {
        change_sheet(book.add_worksheet(), ledger, &styles)?;
        chart::sheet(book.add_worksheet(), ledger, &styles)?;
    }
    if let Some(table) = promises {
        promises::table_sheet(book.add_worksheet(), table, &styles)?;
        promises::mention_sheet(book.add_worksheet(), table, &styles)?;
    }
    document_sheet(book.add_worksheet(), &ledger.documents, &styles)?;
    book.save_to_buffer()
}

struct Styles {
    head: Format,
    /// Of a number with decimals; a whole one would end with a point.
    number: Format,
    whole: Format,
    share: Format,
    /// Text of several lines.
    wrapped: Format,
    day: Format,
}

impl Styles {
    fn new() -> Self {
        Self {
            head: Format::new()
                .set_bold()
                .set_text_wrap()
                .set_align(FormatAlign::Top)
                .set_border_bottom(FormatBorder::Thin),
            number: Format::new().set_num_format("#,##0.########"),
            whole: Format::new().set_num_format("#,##0"),
            share: Format::new().set_num_format("0.00"),
            wrapped: Format::new().set_text_wrap().set_align(FormatAlign::Top),
            day: Format::new().set_num_format(DAY),
        }
    }
}

/// Writes one sheet row by row.
struct Sheet<'s> {
    target: &'s mut Worksheet,
    styles: &'s Styles,
    row: u32,
    column: u16,
}

impl<'s> Sheet<'s> {
    fn open(
        sheet: &'s mut Worksheet,
        name: &str,
        head: &[(&str, u16)],
        styles: &'s Styles,
    ) -> Result<Self, XlsxError> {
        // The head and the first column stay in sight.
        sheet.set_name(name)?.set_freeze_panes(1, 1)?;
        // Printed it is as wide as a page, and each page has the head.
        sheet
            .set_landscape()
            .set_paper_size(A4)
            .set_print_fit_to_pages(1, 0)
            .set_repeat_rows(0, 0)?;
        for (column, (text, width)) in (0..).zip(head) {
            sheet.write_string_with_format(0, column, cut(text), &styles.head)?;
            sheet.set_column_width(column, *width)?;
        }
        Ok(Self {
            target: sheet,
            styles,
            row: 0,
            column: 0,
        })
    }

    fn start_row(&mut self) {
        self.row += 1;
        self.column = 0;
    }

    fn text(&mut self, text: &str) -> Result<(), XlsxError> {
        if !text.is_empty() {
            self.target.write_string(self.row, self.column, cut(text))?;
        }
        self.column += 1;
        Ok(())
    }

    /// A decimal string as a number; an empty cell where there is none.
    fn number(&mut self, number: Option<&str>) -> Result<(), XlsxError> {
        // Excel has no decimals but floating point: fifteen digits stay as they are.
        if let Some(number) = number.and_then(|number| number.parse::<f64>().ok()) {
            let format = if number.fract() == 0.0 {
                &self.styles.whole
            } else {
                &self.styles.number
            };
            self.target
                .write_number_with_format(self.row, self.column, number, format)?;
        }
        self.column += 1;
        Ok(())
    }

    /// Text that may need several lines.
    fn prose(&mut self, text: &str) -> Result<(), XlsxError> {
        if !text.is_empty() {
            let format = &self.styles.wrapped;
            self.target
                .write_string_with_format(self.row, self.column, cut(text), format)?;
        }
        self.column += 1;
        Ok(())
    }

    /// A day as a date where it is one (EDTF, `2021-06-22`), as text otherwise.
    fn day(&mut self, date: Option<&str>) -> Result<(), XlsxError> {
        let text = date.unwrap_or_default();
        // Only a full date: *2021-06* stays text.
        let day = (text.len() == DAY.len()).then(|| ExcelDateTime::parse_from_str(text));
        let Some(Ok(day)) = day else {
            return self.text(text);
        };
        let format = &self.styles.day;
        self.target
            .write_datetime_with_format(self.row, self.column, &day, format)?;
        self.column += 1;
        Ok(())
    }

    /// Text that leads to a cell of another sheet.
    fn link(&mut self, target: &str, text: &str) -> Result<(), XlsxError> {
        let url = Url::new(format!("internal:{target}")).set_text(cut(text));
        self.target.write_url(self.row, self.column, url)?;
        self.column += 1;
        Ok(())
    }

    fn count(&mut self, count: Option<u32>) -> Result<(), XlsxError> {
        if let Some(count) = count {
            self.target.write_number(self.row, self.column, count)?;
        }
        self.column += 1;
        Ok(())
    }

    /// A filter over all that was written.
    fn close(self, columns: usize) -> Result<(), XlsxError> {
        let last = u16::try_from(columns.saturating_sub(1)).unwrap_or(u16::MAX);
        self.target.autofilter(0, 0, self.row, last)?;
        Ok(())
    }
}

/// As much of `text` as a cell holds.
fn cut(text: &str) -> &str {
    match text.char_indices().nth(MAX_CELL) {
        Some((end, _)) => &text[..end],
        None => text,
    }
}

const DOCUMENT_COLUMNS: [(&str, u16); 8] = [
    ("document", NAME_WIDTH),
    ("delegation", CELL_WIDTH),
    ("date", CELL_WIDTH),
    ("meeting", NAME_WIDTH),
    ("title", NAME_WIDTH),
    ("language", CELL_WIDTH),
    ("format", CELL_WIDTH),
    ("file", NAME_WIDTH),
];

fn document_sheet(
    sheet: &mut Worksheet,
    documents: &[DocumentRecord<'_>],
    styles: &Styles,
) -> Result<(), XlsxError> {
    let mut rows = Sheet::open(sheet, "Documents", &DOCUMENT_COLUMNS, styles)?;
    for document in documents {
        rows.start_row();
        rows.text(document.id)?;
        rows.text(document.delegation.unwrap_or_default())?;
        rows.day(document.date)?;
        for text in [
            document.meeting,
            document.title,
            Some(document.language.code()),
            Some(document.format.extension()),
            document.path,
        ] {
            rows.text(text.unwrap_or_default())?;
        }
    }
    rows.close(DOCUMENT_COLUMNS.len())
}
