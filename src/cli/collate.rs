//! `verbale collate`.

use std::path::{Path, PathBuf};

use serde::Serialize;
use serde_json::value::RawValue;
use verbale::align::AlignOptions;
use verbale::compare::collate;
use verbale::load::rows::RowIndex;
use verbale::model::{Document, Level};
use verbale::render::{csv, json, terminal};
use verbale::report::{CollationRecord, DocumentRecord, ErrorRecord, Matrix};
use verbale::{Error, Result};

use super::args::{CollateArgs, Format, LevelArg, ReportKind};
use super::output::{Output, check, refuse_format, screen};
use super::read_errors::ReadErrors;
use super::reading::{are_rows, inputs, load_all, options, witnesses};
use super::rows::raw;
use super::{Outcome, bounds, matrix};

pub(super) fn run(args: &CollateArgs) -> Result<Outcome> {
    refuse_format(&args.output, ReportKind::Collation.formats())?;
    let (files, errors) = inputs(&args.files, &args.reading, &args.output)?;
    // Before anything is read: the output may not be one of the inputs, which would be lost.
    check(args.output.file(), files.iter().map(PathBuf::as_path))?;
    let mut stream = CollationStream {
        args,
        output: Output::open(&args.output)?,
        documents: Vec::new(),
        collations: Vec::new(),
        matrices: Vec::new(),
        errors,
    };
    if are_rows(&files, &args.reading) {
        collate_rows(&files, &mut stream)?;
    } else {
        let loaded = load_all(
            &files,
            &args.reading,
            Some(&args.output),
            &mut stream.errors,
        );
        // Counted after reading: of three files that are named two may be unreadable.
        if let Some(error) = too_few(loaded.len()) {
            stream.errors.report(&error);
        } else {
            let names: Vec<String> = loaded.iter().map(|document| document.id.clone()).collect();
            stream.write(names.join(".."), names, loaded)?;
        }
    }
    stream.finish()
}

/// Witnesses that can be put side by side.
fn too_few(count: usize) -> Option<Error> {
    (count < 2).then(|| Error::Usage {
        problem: format!("{count} statements can be read, and two stand side by side"),
        remedy: "name another".to_owned(),
    })
}

fn collate_rows(files: &[PathBuf], stream: &mut CollationStream<'_>) -> Result<()> {
    let mut indices: Vec<(usize, RowIndex)> = Vec::new();
    for (position, path) in files.iter().enumerate() {
        if let Some(mut index) = stream.errors.or_report(RowIndex::open(path)) {
            // An index knows broken rows before a row is asked for; they are told once, not with
            // each id.
            for error in index.take_errors() {
                stream.errors.report(&error);
            }
            indices.push((position, index));
        }
    }
    let mut ids: Vec<String> = Vec::new();
    let mut seen = std::collections::BTreeSet::new();
    for (_, index) in &indices {
        // In the order of the first file, then what only later files have.
        let new = index.ids().iter().filter(|id| seen.insert((*id).clone()));
        ids.extend(new.cloned());
    }
    for id in ids {
        let (mut names, mut documents) = (Vec::new(), Vec::new());
        for (position, index) in &mut indices {
            let row = index.document(&id, &options(&stream.args.reading, *position));
            if let Some(document) = stream.errors.or_report(row).flatten() {
                names.push(stem(&files[*position]));
                documents.push(document);
            }
        }
        stream.write(id, names, documents)?;
        if stream.output.is_left() {
            break;
        }
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
struct Report<'a> {
    collations: &'a [Box<RawValue>],
    #[serde(skip_serializing_if = "<[Box<RawValue>]>::is_empty")]
    matrices: &'a [Box<RawValue>],
    #[serde(skip_serializing_if = "<[ErrorRecord]>::is_empty")]
    errors: &'a [ErrorRecord],
}

/// Writes collations as they are made; a JSON document is held back to its end.
struct CollationStream<'a> {
    args: &'a CollateArgs,
    output: Output,
    documents: Vec<Box<RawValue>>,
    collations: Vec<Box<RawValue>>,
    matrices: Vec<Box<RawValue>>,
    errors: ReadErrors,
}

impl CollationStream<'_> {
    fn write(&mut self, id: String, names: Vec<String>, documents: Vec<Document>) -> Result<()> {
        if self.args.output.is_silent() {
            return Ok(());
        }
        self.errors.write(&self.args.output, &mut self.output)?;
        let level = match self.args.level {
            LevelArg::Paragraph => Level::Paragraph,
            LevelArg::Word => Level::Word,
        };
        // Before the words are read: the table grows with the product of paragraphs and statements.
        bounds::check_cells(&documents)?;
        let args = self.args;
        let (witnesses, vocabulary) = witnesses(documents, &args.reading, Some(&args.output))?;
        let found = collate(&witnesses, &vocabulary, &AlignOptions::default(), level);
        let record = CollationRecord::new(id, names, &witnesses, &found, level);
        let detail = args.show.detail();
        let matrix = || Matrix::new(&witnesses.iter().collect::<Vec<_>>());
        let output = &mut self.output;
        match args.output.chosen() {
            Format::Terminal => {
                // Of delegations that share no wording it says more than the passages do.
                matrix::show(matrix().as_slice(), detail, &args.output, output)?;
                let text = terminal::collation(&record, screen(&args.output), detail);
                output.show(&args.output, &text)
            }
            Format::Csv => output.with(|out| csv::collation(out, &record, csv::Mark::Without)),
            Format::Json => {
                self.documents.extend(
                    witnesses
                        .iter()
                        .map(|witness| raw(&DocumentRecord::new(&witness.document))),
                );
                self.collations.push(raw(&record));
                self.matrices.extend(matrix().as_ref().map(raw));
                Ok(())
            }
            Format::Jsonl => {
                for witness in &witnesses {
                    output.with(|out| {
                        json::write_record(out, &DocumentRecord::new(&witness.document))
                    })?;
                }
                output.with(|out| json::write_record(out, &record))?;
                matrix::show(matrix().as_slice(), detail, &args.output, output)
            }
            _ => unreachable!("other formats were refused"),
        }
    }

    fn finish(mut self) -> Result<Outcome> {
        self.errors.write(&self.args.output, &mut self.output)?;
        if self.args.output.chosen() == Format::Json && !self.args.output.is_silent() {
            let report = Report {
                collations: &self.collations,
                matrices: &self.matrices,
                errors: self.errors.records(),
            };
            self.output
                .with(|out| json::write_document(out, &self.documents, report))?;
        }
        self.output.finish()?;
        Ok(self.errors.or(Outcome::Nothing))
    }
}
