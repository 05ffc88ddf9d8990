//! `verbale figures --layout long`: the ledger as a row a cell.
//!
//! Rows of JSON that are sorted by delegation are read delegation by delegation, so that
//! a corpus of any length needs the memory of its longest series.

use std::collections::BTreeSet;
use std::path::PathBuf;

use verbale::load::{by_date, jsonl, name_apart};
use verbale::model::{Document, Stated};
#[cfg(feature = "parquet")]
use verbale::render::parquet;
use verbale::render::{csv, json, xlsx};
use verbale::report::Ledger;
use verbale::{Error, Result};

use super::args::{FiguresArgs, Format, ReportKind};
use super::figures::{with_ledger, witnesses_of};
use super::output::Output;
use super::read_errors::ReadErrors;
use super::reading::{options, report_broken};

/// Rows of a sheet, which is in memory until it is written.
const MAX_ROWS: u32 = 100_000;

/// Whether a long table is asked for.
///
/// # Errors
///
/// When the format has none.
pub(super) fn is_asked(args: &FiguresArgs) -> Result<bool> {
    let format = args.output.chosen();
    if !args.ledger.is_long() {
        return if format.is_parquet() {
            Err(Error::Usage {
                problem: "parquet holds a long table".to_owned(),
                remedy: "add --layout long".to_owned(),
            })
        } else {
            Ok(false)
        };
    }
    if ReportKind::LongLedger.formats().contains(&format) {
        return Ok(true);
    }
    let names: Vec<&str> = ReportKind::LongLedger
        .formats()
        .iter()
        .map(|format| format.name())
        .collect();
    Err(Error::Usage {
        problem: format!("--layout long is a table of {}", names.join(", ")),
        remedy: "add --format csv, or name an output that ends in .csv".to_owned(),
    })
}

/// A long table while it is written.
#[derive(Default)]
pub(super) enum LongTable {
    /// Nothing is written yet.
    #[default]
    Empty,
    /// A table of lines, which has its head.
    Lines,
    Sheet(Box<xlsx::CellSheet>),
    #[cfg(feature = "parquet")]
    Columns(Box<parquet::CellFile>),
}

impl LongTable {
    /// Writes the cells of one ledger.
    ///
    /// # Errors
    ///
    /// When the output cannot be written, or a sheet has too many rows.
    pub(super) fn write(
        &mut self,
        args: &FiguresArgs,
        ledger: &Ledger<'_>,
        output: &mut Output,
    ) -> Result<()> {
        // Asked before the table is begun, for then it is no longer empty.
        let head = match self {
            Self::Empty => csv::Head::With(super::figures::mark(&args.ledger)),
            _ => csv::Head::Without,
        };
        self.begin(args, output)?;
        match self {
            Self::Sheet(sheet) => {
                let mut rows = 0;
                output.with(|_| {
                    rows = sheet.add(ledger)?;
                    Ok(())
                })?;
                refuse_long_sheet(rows)
            }
            #[cfg(feature = "parquet")]
            Self::Columns(columns) => output.with(|out| columns.add(ledger, out)),
            Self::Empty | Self::Lines => write_lines(args, (ledger, head), output),
        }
    }

    /// Makes it a table of the format that is asked for.
    fn begin(&mut self, args: &FiguresArgs, output: &mut Output) -> Result<()> {
        if !matches!(self, Self::Empty) {
            return Ok(());
        }
        let format = args.output.chosen();
        output.with(|_| {
            *self = match format {
                Format::Xlsx => Self::Sheet(Box::new(xlsx::CellSheet::new()?)),
                #[cfg(feature = "parquet")]
                Format::Parquet => Self::Columns(Box::new(parquet::CellFile::new()?)),
                _ => Self::Lines,
            };
            Ok(())
        })
    }

    /// Writes what is held back to the end.
    ///
    /// # Errors
    ///
    /// When the output cannot be written.
    pub(super) fn finish(self, output: &mut Output) -> Result<()> {
        match self {
            Self::Empty | Self::Lines => Ok(()),
            Self::Sheet(sheet) => output.with(|out| sheet.finish(out)),
            #[cfg(feature = "parquet")]
            Self::Columns(columns) => output.with(|out| columns.finish(out)),
        }
    }
}

fn refuse_long_sheet(rows: u32) -> Result<()> {
    if rows <= MAX_ROWS {
        return Ok(());
    }
    Err(Error::Usage {
        problem: format!("more than {MAX_ROWS} rows for a sheet"),
        remedy: "use --format csv".to_owned(),
    })
}

/// Writes the cells of one ledger as lines of csv, or as records.
fn write_lines(
    args: &FiguresArgs,
    (ledger, head): (&Ledger<'_>, csv::Head),
    output: &mut Output,
) -> Result<()> {
    if args.output.chosen() == Format::Csv {
        return output.with(|out| csv::cells(out, ledger, head));
    }
    for document in &ledger.documents {
        output.with(|out| json::write_record(out, document))?;
    }
    let mut cells = ledger.cells();
    cells.try_for_each(|cell| output.with(|out| json::write_record(out, &cell)))
}

/// Writes the ledgers of rows, one a delegation.
///
/// # Errors
///
/// When the rows of a delegation do not stand together.
pub(super) fn stream(
    args: &FiguresArgs,
    files: &[PathBuf],
    output: &mut Output,
    errors: &mut ReadErrors,
) -> Result<()> {
    let mut series = Series {
        args,
        table: LongTable::default(),
        delegation: None,
        documents: Vec::new(),
        done: BTreeSet::new(),
    };
    let (mut read, mut broken) = (0, 0);
    for (position, path) in files.iter().enumerate() {
        let options = options(&args.reading, position);
        let Some(rows) = errors.or_report(jsonl::open(path, options)) else {
            continue;
        };
        for row in rows {
            read += 1;
            match errors.or_report(row) {
                Some(document) => series.add(document, output)?,
                None => broken += 1,
            }
            errors.write(&args.output, output)?;
            if output.is_left() {
                return Ok(());
            }
        }
    }
    series.end(output)?;
    series.table.finish(output)?;
    report_broken(&args.output, broken, read);
    Ok(())
}

/// The statements of one delegation, as they come.
struct Series<'a> {
    args: &'a FiguresArgs,
    table: LongTable,
    delegation: Option<String>,
    documents: Vec<Document>,
    /// The delegations that were written.
    done: BTreeSet<String>,
}

impl Series<'_> {
    fn add(&mut self, document: Document, output: &mut Output) -> Result<()> {
        let stated: Option<&Stated> = document.metadata.delegation.as_ref();
        let delegation = stated.map(|stated| stated.value.clone());
        // Rows are sorted: another name means that the one before is complete.
        if delegation != self.delegation {
            self.end(output)?;
            self.delegation.clone_from(&delegation);
        }
        // Its ledger is written already, and these statements would start a second one.
        if let Some(name) = delegation.filter(|name| self.done.contains(name)) {
            return Err(Error::Unreadable {
                path: document.path.unwrap_or_default().into(),
                problem: format!("the rows of {name} do not stand together"),
                remedy: "sort the rows by delegation".to_owned(),
            });
        }
        self.documents.push(document);
        Ok(())
    }

    /// Writes the ledger of the statements so far.
    fn end(&mut self, output: &mut Output) -> Result<()> {
        self.done.extend(self.delegation.take());
        let mut documents = std::mem::take(&mut self.documents);
        if documents.is_empty() {
            return Ok(());
        }
        // Within a delegation, since no more of the rows is in memory.
        name_apart(&mut documents);
        by_date(&mut documents, |document| document);
        let read = witnesses_of(self.args, documents)?;
        with_ledger(self.args, (&read.0, &read.1), None, |ledger| {
            self.table.write(self.args, ledger, output)
        })
    }
}
