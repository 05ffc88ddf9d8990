//! `verbale collate`.

use std::path::Path;

use serde::Serialize;
use serde_json::value::RawValue;
use verbale::Result;
use verbale::align::AlignOptions;
use verbale::compare::collate;
use verbale::load::rows::RowIndex;
use verbale::model::{Document, Level};
use verbale::render::{csv, json, terminal};
use verbale::report::{CollationRecord, DocumentRecord};

use super::Outcome;
use super::args::{CollateArgs, Format, LevelArg};
use super::output::{Output, screen, unsupported};
use super::reading::{is_rows, load_all, options, refuse_second_stdin, witnesses};
use super::rows::raw;

pub(super) fn run(args: &CollateArgs) -> Result<Outcome> {
    refuse_second_stdin(&args.files)?;
    let mut stream = CollationStream {
        args,
        output: Output::open(&args.output)?,
        documents: Vec::new(),
        collations: Vec::new(),
    };
    if args.files.iter().all(|path| is_rows(path)) {
        collate_rows(args, &mut stream)?;
    } else {
        let documents = load_all(&args.files, &args.reading, Some(&args.output))?;
        let names: Vec<String> = documents
            .iter()
            .map(|document| document.id.clone())
            .collect();
        stream.write(names.join(".."), names, documents)?;
    }
    stream.finish()
}

fn collate_rows(args: &CollateArgs, stream: &mut CollationStream<'_>) -> Result<()> {
    let mut indices = args
        .files
        .iter()
        .map(|path| RowIndex::open(path))
        .collect::<Result<Vec<_>>>()?;
    let mut ids: Vec<String> = Vec::new();
    let mut seen = std::collections::BTreeSet::new();
    for index in &indices {
        ids.extend(
            index
                .ids()
                .iter()
                .filter(|id| seen.insert((*id).clone()))
                .cloned(),
        );
    }
    for id in ids {
        let (mut names, mut documents) = (Vec::new(), Vec::new());
        for (position, index) in indices.iter_mut().enumerate() {
            if let Some(document) = index.document(&id, &options(&args.reading, position))? {
                names.push(stem(&args.files[position]));
                documents.push(document);
            }
        }
        stream.write(id, names, documents)?;
    }
    Ok(())
}

/// The file's name without its extension: the name of a witness.
fn stem(path: &Path) -> String {
    path.file_stem()
        .unwrap_or(path.as_os_str())
        .to_string_lossy()
        .into_owned()
}

#[derive(Serialize)]
struct Collations<'a> {
    collations: &'a [Box<RawValue>],
}

/// Writes collations as they are made; a JSON document is held back to its end.
struct CollationStream<'a> {
    args: &'a CollateArgs,
    output: Output,
    documents: Vec<Box<RawValue>>,
    collations: Vec<Box<RawValue>>,
}

impl CollationStream<'_> {
    fn write(&mut self, id: String, names: Vec<String>, documents: Vec<Document>) -> Result<()> {
        let level = match self.args.level {
            LevelArg::Paragraph => Level::Paragraph,
            LevelArg::Word => Level::Word,
        };
        let args = self.args;
        let (witnesses, vocabulary) = witnesses(documents, &args.reading, Some(&args.output))?;
        let found = collate(&witnesses, &vocabulary, &AlignOptions::default(), level);
        let record = CollationRecord::new(id, names, &witnesses, &found, level);
        match self.args.output.chosen() {
            Format::Terminal => {
                let text = terminal::collation(&record, screen(&self.args.output));
                self.output.show(&self.args.output, &text)
            }
            Format::Csv => self
                .output
                .with(|out| csv::collation(out, &record, csv::Mark::Without)),
            Format::Json => {
                self.documents.extend(
                    witnesses
                        .iter()
                        .map(|witness| raw(&DocumentRecord::new(&witness.document))),
                );
                self.collations.push(raw(&record));
                Ok(())
            }
            Format::Jsonl => {
                for witness in &witnesses {
                    self.output.with(|out| {
                        json::write_record(out, &DocumentRecord::new(&witness.document))
                    })?;
                }
                self.output.with(|out| json::write_record(out, &record))
            }
            _ => Err(unsupported(
                &self.args.output,
                "use terminal, json, jsonl or csv",
            )),
        }
    }

    fn finish(mut self) -> Result<Outcome> {
        if self.args.output.chosen() == Format::Json {
            let collations = Collations {
                collations: &self.collations,
            };
            self.output
                .with(|out| json::write_document(out, &self.documents, collations))?;
        }
        self.output.finish()?;
        Ok(Outcome::Nothing)
    }
}
