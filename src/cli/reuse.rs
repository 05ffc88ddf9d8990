//! `verbale reuse`: passages that two statements share.

use std::path::PathBuf;

use serde::Serialize;
use verbale::align::shared_passages;
use verbale::compare::{judge_passages, read_witness_of_words};
use verbale::load::by_date;
use verbale::model::{Vocabulary, Witness};
use verbale::render::terminal::Names;
use verbale::render::{csv, json, markdown_reuse, terminal};
use verbale::report::{ErrorRecord, ReuseRecord, ReuseTable};
use verbale::{Error, Result};

use super::args::{Format, ReportKind, ReuseArgs};
use super::output::{Output, check, refuse_format, screen};
use super::read_errors::ReadErrors;
use super::reading::{inputs, load_all};
use super::terms::terms;
use super::{Outcome, bounds};

pub(super) fn run(args: &ReuseArgs) -> Result<Outcome> {
    refuse_format(&args.output, ReportKind::Reuse.formats())?;
    let (files, mut errors) = inputs(&args.files, &args.reading, &args.output)?;
    check(args.output.file(), files.iter().map(PathBuf::as_path))?;
    let mut output = Output::open(&args.output)?;
    let mut documents = load_all(&files, &args.reading, Some(&args.output), &mut errors);
    // Who had a passage first is told by the dates.
    by_date(&mut documents, |document| document);
    bounds::check_texts(&documents)?;
    let terms = terms(&args.reading)?;
    if documents.len() < 2 {
        errors.report(&too_few(documents.len()));
    }
    if !args.output.is_silent() {
        errors.write(&args.output, &mut output)?;
        let mut vocabulary = Vocabulary::new();
        // Only words are looked for: most statements of a corpus share nothing, and reading their
        // figures would take most of the time.
        let read = |document| read_witness_of_words(document, &mut vocabulary);
        let witnesses: Vec<Witness> = documents.into_iter().map(read).collect();
        let passages = shared_passages(&witnesses, &vocabulary);
        // Before passages are judged, which reads and compares both sides of each.
        bounds::check_passages(&witnesses, passages.len())?;
        let passages = judge_passages(&witnesses, passages, &terms);
        let table = ReuseTable::new(&witnesses, &passages);
        write(args, &table, &errors, &mut output)?;
    }
    output.finish()?;
    Ok(errors.or(Outcome::Nothing))
}

/// Statements that can share a passage.
fn too_few(count: usize) -> Error {
    Error::Usage {
        problem: format!("{count} statements can be read, and two share a passage"),
        remedy: "name another".to_owned(),
    }
}

#[derive(Serialize)]
struct Passages<'l, 'a> {
    reuse: &'l [ReuseRecord<'a>],
    #[serde(skip_serializing_if = "<[ErrorRecord]>::is_empty")]
    errors: &'l [ErrorRecord],
}

fn write(
    args: &ReuseArgs,
    table: &ReuseTable<'_>,
    errors: &ReadErrors,
    output: &mut Output,
) -> Result<()> {
    let detail = args.show.detail();
    match args.output.chosen() {
        Format::Terminal => {
            let names = if args.output.verbose {
                Names::All
            } else {
                Names::Hidden
            };
            let text = terminal::reuse(&table.groups(detail), screen(&args.output), names);
            output.show(&args.output, &text)
        }
        Format::Json => {
            let records = Passages {
                reuse: &table.records,
                errors: errors.records(),
            };
            output.with(|out| json::write_document(out, &table.documents, records))
        }
        Format::Jsonl => {
            for document in &table.documents {
                output.with(|out| json::write_record(out, document))?;
            }
            let mut records = table.records.iter();
            records.try_for_each(|record| output.with(|out| json::write_record(out, record)))
        }
        Format::Csv => output.with(|out| csv::reuse(out, &table.records)),
        Format::Markdown => {
            let text = markdown_reuse::reuse(&table.groups(detail));
            output.with(|out| out.write_all(text.as_bytes()))
        }
        _ => unreachable!("other formats were refused"),
    }
}
