//! `verbale promises`: each promise from statement to statement.

use std::path::PathBuf;

use serde::Serialize;
use verbale::Result;
use verbale::compare::promises;
use verbale::load::by_date;
use verbale::render::{csv, json, markdown_promises, terminal, xlsx};
use verbale::report::{ErrorRecord, PromiseRowRecord, PromiseTable, PromisesShown};

use super::Outcome;
use super::args::{Format, PromisesArgs, ReportKind, Show};
use super::output::{Output, check, refuse_format, screen};
use super::read_errors::ReadErrors;
use super::reading::{inputs, load_all, witnesses};

pub(super) fn run(args: &PromisesArgs) -> Result<Outcome> {
    refuse_format(&args.output, ReportKind::Promises.formats())?;
    let (files, mut errors) = inputs(&args.files, &args.reading, &args.output)?;
    check(args.output.file(), files.iter().map(PathBuf::as_path))?;
    let mut output = Output::open(&args.output)?;
    let mut documents = load_all(&files, &args.reading, Some(&args.output), &mut errors);
    // A promise is followed from one statement to the next, so the order decides what is kept and
    // what is dropped.
    by_date(&mut documents, |document| document);
    let (witnesses, vocabulary) = witnesses(documents, &args.reading, Some(&args.output))?;
    if !args.output.is_silent() {
        errors.write(&args.output, &mut output)?;
        let rows = promises(&witnesses, &vocabulary);
        let shown = match args.show {
            Show::Folded => PromisesShown::Followed,
            Show::All => PromisesShown::All,
        };
        let table = PromiseTable::new(&witnesses, &rows, shown);
        write(args, &table, &errors, &mut output)?;
    }
    output.finish()?;
    Ok(errors.or(Outcome::Nothing))
}

#[derive(Serialize)]
struct Promises<'l, 'a> {
    promises: &'l [PromiseRowRecord<'a>],
    #[serde(skip_serializing_if = "<[ErrorRecord]>::is_empty")]
    errors: &'l [ErrorRecord],
}

fn write(
    args: &PromisesArgs,
    table: &PromiseTable<'_>,
    errors: &ReadErrors,
    output: &mut Output,
) -> Result<()> {
    match args.output.chosen() {
        Format::Terminal => {
            let text = terminal::promises(table, screen(&args.output));
            output.show(&args.output, &text)
        }
        Format::Json => {
            let records = Promises {
                promises: &table.rows,
                errors: errors.records(),
            };
            output.with(|out| json::write_document(out, &table.documents, records))
        }
        Format::Jsonl => {
            for document in &table.documents {
                output.with(|out| json::write_record(out, document))?;
            }
            table
                .rows
                .iter()
                .try_for_each(|row| output.with(|out| json::write_record(out, row)))
        }
        Format::Csv => output.with(|out| csv::promises(out, table)),
        Format::Xlsx => output.with(|out| xlsx::promises(out, table)),
        Format::Markdown => {
            output.with(|out| out.write_all(markdown_promises::promises(table).as_bytes()))
        }
        _ => unreachable!("other formats were refused"),
    }
}
