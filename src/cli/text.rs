//! `verbale text`.

use std::io::{self, Write};

use serde::Serialize;
use verbale::load::load;
use verbale::model::Document;
use verbale::render::{json, terminal};
use verbale::report::{
    Addresses, DocumentRecord, NoticeRecord, ParagraphRecord, paragraph_records,
};
use verbale::{Error, Result};

use super::Outcome;
use super::args::{Format, OutputArgs, ReportKind, TextArgs};
use super::output::{Output, check, refuse_format, screen};
use super::read_errors::ReadErrors;
use super::reading::{is_rows, options, refuse_spare_facts, stream_rows};

pub(super) fn run(args: &TextArgs) -> Result<Outcome> {
    refuse_spare_facts(&args.reading, 1)?;
    // A text may go to a file of any name; only that of records tells a format.
    let format = match args.output.chosen() {
        records @ (Format::Json | Format::Jsonl) => records,
        _ => args.output.format.unwrap_or(Format::Terminal),
    };
    refuse_format(
        &OutputArgs {
            format: Some(format),
            output: None,
            ..args.output.clone()
        },
        ReportKind::Text.formats(),
    )?;
    // *verbale text a.txt -o a.txt* would replace what it reads.
    check(args.output.file(), [args.file.as_path()])?;
    let mut output = Output::open(&args.output)?;
    if is_rows(&args.file, &args.reading) {
        return rows(args, format, output);
    }
    let document = load(&args.file, &options(&args.reading, 0))?;
    match format {
        _ if args.output.is_silent() => {}
        Format::Terminal if args.meta => {
            let text = meta(args, &document);
            output.show(&args.output, &text)?;
        }
        Format::Json => output.with(|out| write_document(out, &document))?,
        Format::Jsonl => output.with(|out| write_records(args, &document, out))?,
        _ => output.with(|out| writeln!(out, "{}", document.text))?,
    }
    output.finish()?;
    Ok(Outcome::Nothing)
}

/// The texts of a corpus, row by row: a blank line stands between two.
fn rows(args: &TextArgs, format: Format, mut output: Output) -> Result<Outcome> {
    if format == Format::Json {
        return Err(Error::Usage {
            problem: "one JSON document is not made of rows, which are read one by one".to_owned(),
            remedy: "use --format jsonl".to_owned(),
        });
    }
    let mut errors = ReadErrors::default();
    let to = (&args.output, &mut output);
    let files = [args.file.clone()];
    stream_rows(&files, &args.reading, to, &mut errors, |document| {
        let mut out = Vec::new();
        let written = match format {
            _ if args.output.is_silent() => Ok(()),
            Format::Terminal if args.meta => writeln!(out, "{}", meta(args, &document)),
            Format::Jsonl => write_records(args, &document, &mut out),
            _ => writeln!(out, "{}\n", document.text),
        };
        written.expect("a vector takes all");
        out
    })?;
    output.finish()?;
    Ok(errors.or(Outcome::Nothing))
}

/// What is known of a document, for people.
fn meta(args: &TextArgs, document: &Document) -> String {
    let record = DocumentRecord::new(document);
    terminal::document(&record, &notices(document), screen(&args.output))
}

#[derive(Serialize)]
struct Parts<'a> {
    paragraphs: Vec<ParagraphRecord<'a>>,
    notices: Vec<NoticeRecord<'a>>,
}

fn write_document(out: &mut dyn Write, document: &Document) -> io::Result<()> {
    let parts = Parts {
        paragraphs: paragraph_records(document).collect(),
        notices: notices(document),
    };
    json::write_document(out, &[DocumentRecord::new(document)], parts)
}

fn write_records(args: &TextArgs, document: &Document, out: &mut dyn Write) -> io::Result<()> {
    if args.meta {
        json::write_record(out, &DocumentRecord::new(document))?;
        return notices(document)
            .iter()
            .try_for_each(|notice| json::write_record(out, notice));
    }
    paragraph_records(document).try_for_each(|paragraph| json::write_record(out, &paragraph))
}

fn notices(document: &Document) -> Vec<NoticeRecord<'_>> {
    let addresses = Addresses::new(document);
    document
        .notices
        .iter()
        .map(|notice| NoticeRecord::new(document, &addresses, notice))
        .collect()
}
