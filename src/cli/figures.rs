//! `verbale figures`.

use std::io::BufReader;

use serde::Serialize;
use serde_json::value::{RawValue, to_raw_value};
use verbale::Result;
use verbale::compare::witness;
use verbale::load::jsonl::Rows;
use verbale::load::load;
use verbale::model::{Document, Vocabulary};
use verbale::render::json;
use verbale::report::{Addresses, DocumentRecord, FigureRecords, NoticeRecord};

use super::Outcome;
use super::args::{FiguresArgs, Format};
use super::output::{Output, unsupported};
use super::reading::{is_rows, options, refuse_second_stdin};

pub(super) fn run(args: &FiguresArgs) -> Result<Outcome> {
    refuse_second_stdin(&args.files)?;
    let mut stream = FigureStream {
        args,
        output: Output::open(&args.output)?,
        documents: Vec::new(),
        figures: Vec::new(),
    };
    for (position, path) in args.files.iter().enumerate() {
        if is_rows(path) {
            let file = std::fs::File::open(path)
                .map_err(|_| verbale::Error::Missing { path: path.clone() })?;
            for document in Rows::new(BufReader::new(file), path, options(&args.reading, position))
            {
                stream.write(document?)?;
            }
        } else {
            stream.write(load(path, &options(&args.reading, position))?)?;
        }
    }
    stream.finish()
}

#[derive(Serialize)]
struct Figures<'a> {
    figures: &'a [Box<RawValue>],
}

/// Writes figures document by document; a JSON document is held back to its end.
struct FigureStream<'a> {
    args: &'a FiguresArgs,
    output: Output,
    documents: Vec<Box<RawValue>>,
    figures: Vec<Box<RawValue>>,
}

impl FigureStream<'_> {
    fn write(&mut self, document: Document) -> Result<()> {
        let witness = witness(document, &mut Vocabulary::new());
        let document = DocumentRecord::new(&witness.document);
        let figures = FigureRecords::new(&witness);
        match self.args.output.format {
            Format::Terminal => Ok(()),
            Format::Json => {
                self.documents.push(raw(&document));
                self.figures
                    .extend(figures.records().map(|figure| raw(&figure)));
                Ok(())
            }
            Format::Jsonl => {
                self.output.with(|out| json::write_record(out, &document))?;
                figures.records().try_for_each(|figure| {
                    self.output.with(|out| json::write_record(out, &figure))
                })?;
                let addresses = Addresses::new(&witness.document);
                let notices = witness.document.notices.iter().chain(&witness.notices);
                notices
                    .map(|notice| NoticeRecord::new(&witness.document, &addresses, notice))
                    .try_for_each(|notice| self.output.with(|out| json::write_record(out, &notice)))
            }
            Format::Html | Format::Markdown | Format::Docx => Err(unsupported(
                &self.args.output,
                "use terminal, json or jsonl",
            )),
        }
    }

    fn finish(mut self) -> Result<Outcome> {
        if self.args.output.format == Format::Json {
            let figures = Figures {
                figures: &self.figures,
            };
            self.output
                .with(|out| json::write_document(out, &self.documents, figures))?;
        }
        self.output.finish()?;
        Ok(Outcome::Nothing)
    }
}

fn raw(record: &impl Serialize) -> Box<RawValue> {
    to_raw_value(record).expect("records have string keys and no failing parts")
}
