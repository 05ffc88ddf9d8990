//! A workbook: sheets for the ledger, the mentions behind it, the changes and
//! the documents. Numbers are real numbers; text is never a formula.

use std::io::{self, Write};

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, Worksheet, XlsxError};

use crate::report::{FigureRecord, Ledger};

/// Width of a column of quotes, in characters.
const QUOTE_WIDTH: u16 = 80;
/// Width of a column of names.
const NAME_WIDTH: u16 = 36;
/// Width of any other column.
const CELL_WIDTH: u16 = 18;
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
    let bytes = build(ledger, figures).map_err(io::Error::other)?;
    out.write_all(&bytes)
}

fn build(ledger: &Ledger<'_>, figures: &[FigureRecord<'_>]) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let made = ExcelDateTime::from_ymd(2000, 1, 1)?;
    book.set_properties(&DocProperties::new().set_creation_datetime(&made));
    let styles = Styles::new();
    ledger_sheet(book.add_worksheet(), ledger, &styles)?;
    mention_sheet(book.add_worksheet(), figures, &styles)?;
    change_sheet(book.add_worksheet(), ledger, &styles)?;
    document_sheet(book.add_worksheet(), ledger, &styles)?;
    book.save_to_buffer()
}

struct Styles {
    head: Format,
    number: Format,
    share: Format,
}

impl Styles {
    fn new() -> Self {
        Self {
            head: Format::new().set_bold(),
            number: Format::new().set_num_format("#,##0.########"),
            share: Format::new().set_num_format("0.00"),
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
        sheet.set_name(name)?.set_freeze_panes(1, 0)?;
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
        if let Some(number) = number.and_then(|number| number.parse::<f64>().ok()) {
            let format = &self.styles.number;
            self.target
                .write_number_with_format(self.row, self.column, number, format)?;
        }
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

fn ledger_sheet(
    sheet: &mut Worksheet,
    ledger: &Ledger<'_>,
    styles: &Styles,
) -> Result<(), XlsxError> {
    let values: Vec<String> = ledger
        .documents
        .iter()
        .map(|document| format!("{} value", document.id))
        .collect();
    let mut head = vec![
        ("measure", NAME_WIDTH),
        ("unit", CELL_WIDTH),
        ("since", CELL_WIDTH),
        ("scope", CELL_WIDTH),
        ("confidence", CELL_WIDTH),
    ];
    for (document, value) in ledger.documents.iter().zip(&values) {
        head.extend([(document.id, CELL_WIDTH), (value.as_str(), CELL_WIDTH)]);
    }
    let mut rows = Sheet::open(sheet, "Ledger", &head, styles)?;
    for measure in &ledger.measures {
        rows.start_row();
        rows.text(&measure.measure)?;
        rows.text(measure.unit.unwrap_or_default())?;
        rows.text(
            measure
                .period
                .as_ref()
                .and_then(|period| period.since)
                .unwrap_or_default(),
        )?;
        rows.text(measure.scope.unwrap_or_default())?;
        rows.target.write_number_with_format(
            rows.row,
            rows.column,
            measure.confidence,
            &styles.share,
        )?;
        rows.column += 1;
        for cell in &measure.cells {
            rows.text(
                &cell
                    .as_ref()
                    .map(|cell| ledger.text(cell))
                    .unwrap_or_default(),
            )?;
            rows.number(cell.as_ref().and_then(|cell| ledger.value(cell)))?;
        }
    }
    rows.close(head.len())
}

const MENTION_COLUMNS: [(&str, u16); 17] = [
    ("document", CELL_WIDTH),
    ("paragraph", CELL_WIDTH),
    ("page", CELL_WIDTH),
    ("kind", CELL_WIDTH),
    ("words", NAME_WIDTH),
    ("value", CELL_WIDTH),
    ("low", CELL_WIDTH),
    ("high", CELL_WIDTH),
    ("bound", CELL_WIDTH),
    ("unit", CELL_WIDTH),
    ("canonical value", CELL_WIDTH),
    ("canonical unit", CELL_WIDTH),
    ("subject", NAME_WIDTH),
    ("predicate", CELL_WIDTH),
    ("since", CELL_WIDTH),
    ("quote", QUOTE_WIDTH),
    ("id", CELL_WIDTH),
];

fn mention_sheet(
    sheet: &mut Worksheet,
    figures: &[FigureRecord<'_>],
    styles: &Styles,
) -> Result<(), XlsxError> {
    let mut rows = Sheet::open(sheet, "Mentions", &MENTION_COLUMNS, styles)?;
    for figure in figures {
        rows.start_row();
        rows.text(figure.document)?;
        rows.count(Some(figure.paragraph + 1))?;
        rows.count(figure.place.page)?;
        rows.text(figure.kind)?;
        rows.text(figure.raw)?;
        rows.number(figure.value.as_deref())?;
        rows.number(figure.low.as_deref())?;
        rows.number(figure.high.as_deref())?;
        rows.text(figure.bound)?;
        rows.text(figure.unit.unwrap_or_default())?;
        let canonical = figure.canonical.as_ref();
        rows.number(canonical.and_then(|canonical| canonical.value.as_deref()))?;
        rows.text(canonical.map_or("", |canonical| canonical.unit))?;
        rows.text(figure.subject.unwrap_or_default())?;
        rows.text(figure.predicate.unwrap_or_default())?;
        rows.text(
            figure
                .period
                .as_ref()
                .and_then(|period| period.since)
                .unwrap_or_default(),
        )?;
        rows.text(&figure.quote.to_string())?;
        rows.text(&figure.id)?;
    }
    rows.close(MENTION_COLUMNS.len())
}

const CHANGE_COLUMNS: [(&str, u16); 8] = [
    ("measure", NAME_WIDTH),
    ("verdict", CELL_WIDTH),
    ("before", CELL_WIDTH),
    ("after", CELL_WIDTH),
    ("words before", NAME_WIDTH),
    ("words after", NAME_WIDTH),
    ("difference", CELL_WIDTH),
    ("in words", CELL_WIDTH),
];

fn change_sheet(
    sheet: &mut Worksheet,
    ledger: &Ledger<'_>,
    styles: &Styles,
) -> Result<(), XlsxError> {
    let mut rows = Sheet::open(sheet, "Changes", &CHANGE_COLUMNS, styles)?;
    for measure in &ledger.measures {
        let words = |document: &str| {
            let cell = measure
                .cells
                .iter()
                .flatten()
                .find(|cell| cell.document == document);
            cell.map_or("", |cell| cell.figure.raw)
        };
        for step in &measure.verdicts {
            rows.start_row();
            rows.text(&measure.measure)?;
            rows.text(step.verdict)?;
            rows.text(step.before)?;
            rows.text(step.after)?;
            rows.text(words(step.before))?;
            rows.text(words(step.after))?;
            rows.number(step.delta.as_ref().map(|delta| delta.absolute.as_str()))?;
            rows.text(step.delta.as_ref().map_or("", |delta| delta.text.as_str()))?;
        }
    }
    rows.close(CHANGE_COLUMNS.len())
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
    ledger: &Ledger<'_>,
    styles: &Styles,
) -> Result<(), XlsxError> {
    let mut rows = Sheet::open(sheet, "Documents", &DOCUMENT_COLUMNS, styles)?;
    for document in &ledger.documents {
        rows.start_row();
        for text in [
            Some(document.id),
            document.delegation,
            document.date,
            document.meeting,
            document.title,
            Some(document.language),
            Some(document.format),
            document.path,
        ] {
            rows.text(text.unwrap_or_default())?;
        }
    }
    rows.close(DOCUMENT_COLUMNS.len())
}
