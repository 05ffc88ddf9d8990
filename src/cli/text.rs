//! `verbale text`.

use serde::Serialize;
use verbale::Result;
use verbale::load::load;
use verbale::model::Document;
use verbale::render::{json, terminal};
use verbale::report::{
    Addresses, DocumentRecord, NoticeRecord, ParagraphRecord, paragraph_records,
};

use super::Outcome;
use super::args::{Format, OutputArgs, TextArgs};
use super::output::{Output, check, refuse_format, screen};
use super::reading::{options, refuse_spare_facts};

/// The formats that are written.
pub(super) const FORMATS: [Format; 3] = [Format::Terminal, Format::Json, Format::Jsonl];

pub(super) fn run(args: &TextArgs) -> Result<Outcome> {
    refuse_spare_facts(&args.reading, 1)?;
    // A text may go to a file of any name; only that of records tells a format.
    let format = match args.output.chosen() {
        records @ (Format::Json | Format::Jsonl) => records,
        _ => args.output.format,
    };
    refuse_format(
        &OutputArgs {
            format,
            output: None,
            ..args.output.clone()
        },
        &FORMATS,
    )?;
    check(args.output.file(), [args.file.as_path()])?;
    let mut output = Output::open(&args.output)?;
    let document = load(&args.file, &options(&args.reading, 0))?;
    match format {
        _ if args.output.is_silent() => {}
        Format::Terminal if args.meta => {
            let text = terminal::document(
                &DocumentRecord::new(&document),
                &notices(&document),
                screen(&args.output),
            );
            output.show(&args.output, &text)?;
        }
        Format::Json => output.with(|out| write_document(out, &document))?,
        Format::Jsonl => write_records(args, &document, &mut output)?,
        _ => output.with(|out| writeln!(out, "{}", document.text))?,
    }
    output.finish()?;
    Ok(Outcome::Nothing)
}

#[derive(Serialize)]
struct Parts<'a> {
    paragraphs: Vec<ParagraphRecord<'a>>,
    notices: Vec<NoticeRecord<'a>>,
}

fn write_document(out: &mut dyn std::io::Write, document: &Document) -> std::io::Result<()> {
    let parts = Parts {
        paragraphs: paragraph_records(document).collect(),
        notices: notices(document),
    };
    json::write_document(out, &[DocumentRecord::new(document)], parts)
}

fn write_records(args: &TextArgs, document: &Document, output: &mut Output) -> Result<()> {
    if args.meta {
        output.with(|out| json::write_record(out, &DocumentRecord::new(document)))?;
        return notices(document)
            .iter()
            .try_for_each(|notice| output.with(|out| json::write_record(out, notice)));
    }
    paragraph_records(document)
        .try_for_each(|paragraph| output.with(|out| json::write_record(out, &paragraph)))
}

fn notices(document: &Document) -> Vec<NoticeRecord<'_>> {
    let addresses = Addresses::new(document);
    document
        .notices
        .iter()
        .map(|notice| NoticeRecord::new(document, &addresses, notice))
        .collect()
}
