//! `verbale figures --layout long`: the ledger as a row a cell.
//!
//! Rows of JSON that are sorted by delegation are read delegation by delegation, so that
//! a corpus of any length needs the memory of its longest series.

use std::collections::BTreeSet;
use std::path::PathBuf;

use verbale::load::{by_date, jsonl, name_apart};
use verbale::model::{Document, Stated};
use verbale::render::{csv, json};
use verbale::report::Ledger;
use verbale::{Error, Result};

use super::args::{FiguresArgs, Format};
use super::figures::{with_ledger, witnesses_of};
use super::output::Output;
use super::reading::{options, tell_broken};
use super::trouble::Troubles;

/// The formats of a long table.
const FORMATS: [Format; 2] = [Format::Csv, Format::Jsonl];

/// Whether a long table is asked for.
///
/// # Errors
///
/// When the format has none.
pub(super) fn is_asked(args: &FiguresArgs) -> Result<bool> {
    let format = args.output.chosen();
    if !args.ledger.is_long() {
        return Ok(false);
    }
    if FORMATS.contains(&format) {
        return Ok(true);
    }
    Err(Error::Usage {
        problem: "--layout long is a table of csv or jsonl".to_owned(),
        remedy: "add --format csv, or name an output that ends in .csv".to_owned(),
    })
}

/// A long table while it is written.
#[derive(Debug, Default)]
pub(super) struct LongTable {
    is_begun: bool,
}

impl LongTable {
    /// Writes the cells of one ledger.
    pub(super) fn write(
        &mut self,
        args: &FiguresArgs,
        ledger: &Ledger<'_>,
        output: &mut Output,
    ) -> Result<()> {
        let head = if self.is_begun {
            csv::Head::Without
        } else {
            csv::Head::With(super::figures::mark(&args.ledger))
        };
        self.is_begun = true;
        if args.output.chosen() == Format::Csv {
            return output.with(|out| csv::cells(out, ledger, head));
        }
        for document in &ledger.documents {
            output.with(|out| json::write_record(out, document))?;
        }
        ledger
            .cells()
            .try_for_each(|cell| output.with(|out| json::write_record(out, &cell)))
    }
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
    troubles: &mut Troubles,
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
        let Some(rows) = troubles.or_tell(jsonl::open(path, options)) else {
            continue;
        };
        for row in rows {
            read += 1;
            match troubles.or_tell(row) {
                Some(document) => series.add(document, output)?,
                None => broken += 1,
            }
            troubles.write(&args.output, output)?;
            if output.is_left() {
                return Ok(());
            }
        }
    }
    series.end(output)?;
    tell_broken(&args.output, broken, read);
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
        if delegation != self.delegation {
            self.end(output)?;
            self.delegation.clone_from(&delegation);
        }
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
        name_apart(&mut documents);
        by_date(&mut documents, |document| document);
        let read = witnesses_of(self.args, documents)?;
        with_ledger(self.args, (&read.0, &read.1), None, |ledger| {
            self.table.write(self.args, ledger, output)
        })
    }
}
