//! `verbale diff`.

use serde::Serialize;
use serde_json::value::{RawValue, to_raw_value};
use verbale::align::AlignOptions;
use verbale::compare::{compare, witness};
use verbale::load::rows::RowIndex;
use verbale::model::{Comparison, Vocabulary, Witness};
use verbale::render::{json, terminal};
use verbale::report::{ComparisonRecord, Detail, Digest, DocumentRecord, ErrorRecord, PageInput};
use verbale::{Error, Result};

use super::args::{Against, DiffArgs, Format, Show};
use super::output::{Output, screen, unsupported};
use super::reading::{is_rows, load_all, options, refuse_second_stdin};
use super::{Outcome, note, report};

pub(super) fn run(args: &DiffArgs) -> Result<Outcome> {
    refuse_second_stdin(&args.files)?;
    if args.files.iter().all(|path| is_rows(path)) {
        return diff_rows(args);
    }
    let mut vocabulary = Vocabulary::new();
    let documents = load_all(&args.files, &args.reading)?;
    let witnesses: Vec<Witness> = documents
        .into_iter()
        .map(|document| witness(document, &mut vocabulary))
        .collect();
    let comparisons = compare_each(&witnesses, &vocabulary, args.against);
    let records = records(&witnesses, &comparisons);
    let mut output = Output::open(&args.output)?;
    let found = page_inputs(&comparisons, &records);
    match args.output.chosen() {
        _ if args.output.quiet => {}
        Format::Html => {
            report::write_html((&witnesses, &vocabulary), &found, args.against, &mut output)?;
        }
        Format::Markdown => report::write_markdown(&witnesses, &found, &mut output)?,
        Format::Docx => report::write_docx(&witnesses, &found, &args.author, &mut output)?,
        _ => write(args, &witnesses, &records, &mut output)?,
    }
    output.finish()?;
    Ok(outcome(&records))
}

/// Two witnesses by their positions, and what was found between them.
pub(super) type Compared = (usize, usize, Comparison);

/// Compares each witness with the one that `against` names.
pub(super) fn compare_each(
    witnesses: &[Witness],
    vocabulary: &Vocabulary,
    against: Against,
) -> Vec<Compared> {
    let options = AlignOptions::default();
    pairs(against, witnesses.len())
        .map(|(before, after)| {
            let (old, new) = (&witnesses[before], &witnesses[after]);
            (before, after, compare(old, new, vocabulary, &options))
        })
        .collect()
}

/// The records of some comparisons.
pub(super) fn records<'a>(
    witnesses: &'a [Witness],
    comparisons: &'a [Compared],
) -> Vec<ComparisonRecord<'a>> {
    comparisons
        .iter()
        .map(|(before, after, found)| {
            ComparisonRecord::new(&witnesses[*before], &witnesses[*after], found)
        })
        .collect()
}

/// Some comparisons with their records, for a page.
pub(super) fn page_inputs<'a>(
    comparisons: &'a [Compared],
    records: &'a [ComparisonRecord<'a>],
) -> Vec<PageInput<'a>> {
    comparisons
        .iter()
        .zip(records)
        .map(|((before, after, comparison), record)| PageInput {
            before: *before,
            after: *after,
            comparison,
            record,
        })
        .collect()
}

/// Which witnesses are compared.
fn pairs(against: Against, count: usize) -> impl Iterator<Item = (usize, usize)> {
    (1..count).map(move |after| match against {
        Against::Previous => (after - 1, after),
        Against::First => (0, after),
    })
}

/// Whether any of the comparisons has something to report.
pub(super) fn outcome(records: &[ComparisonRecord<'_>]) -> Outcome {
    if records.iter().any(|record| record.summary.differs) {
        Outcome::Changes
    } else {
        Outcome::Nothing
    }
}

#[derive(Serialize)]
struct Comparisons<'a, R> {
    comparisons: &'a [R],
}

fn write(
    args: &DiffArgs,
    witnesses: &[Witness],
    records: &[ComparisonRecord<'_>],
    output: &mut Output,
) -> Result<()> {
    let documents: Vec<DocumentRecord<'_>> = witnesses
        .iter()
        .map(|witness| DocumentRecord::new(&witness.document))
        .collect();
    if args.output.quiet {
        return Ok(());
    }
    match args.output.chosen() {
        Format::Terminal => show(args, &documents, records, output),
        Format::Json => output.with(|out| {
            json::write_document(
                out,
                &documents,
                Comparisons {
                    comparisons: records,
                },
            )
        }),
        Format::Jsonl => {
            for document in &documents {
                output.with(|out| json::write_record(out, document))?;
            }
            records
                .iter()
                .try_for_each(|record| output.with(|out| json::write_record(out, record)))
        }
        Format::Html | Format::Markdown | Format::Docx | Format::Csv | Format::Xlsx => Err(
            unsupported(&args.output, "rows are written as terminal, json or jsonl"),
        ),
    }
}

/// Shows the comparisons one after the other; those without a difference are a
/// note beside the report.
fn show(
    args: &DiffArgs,
    documents: &[DocumentRecord<'_>],
    records: &[ComparisonRecord<'_>],
    output: &mut Output,
) -> Result<()> {
    let screen = screen(&args.output);
    let detail = match args.show {
        Show::Folded => Detail::Folded,
        Show::All => Detail::All,
    };
    let mut text = String::new();
    for ((before, after), record) in pairs(args.against, documents.len()).zip(records) {
        let digest = Digest::new(&documents[before], &documents[after], record, detail);
        if !digest.differs {
            note(
                &args.output,
                &format!(
                    "{} → {}: no differences",
                    digest.titles[0], digest.titles[1]
                ),
            );
            continue;
        }
        if !text.is_empty() {
            text.push('\n');
        }
        text.push_str(&terminal::comparison(&digest, screen));
    }
    output.show(&args.output, &text)
}

/// Compares the rows of JSONL files that have one id, row by row.
fn diff_rows(args: &DiffArgs) -> Result<Outcome> {
    let [before, after] = args.files.as_slice() else {
        return Err(Error::Usage {
            problem: "rows are compared between two files".to_owned(),
            remedy: "name two, or use `verbale collate` for more".to_owned(),
        });
    };
    let mut indices = (RowIndex::open(before)?, RowIndex::open(after)?);
    let mut stream = RowStream {
        args,
        output: Output::open(&args.output)?,
        documents: Vec::new(),
        comparisons: Vec::new(),
        outcome: Outcome::Nothing,
    };
    for id in indices.0.ids().to_vec() {
        let old = indices.0.document(&id, &options(&args.reading, 0))?;
        match (old, indices.1.document(&id, &options(&args.reading, 1))?) {
            (Some(old), Some(new)) => stream.compare(old, new)?,
            _ => stream.miss(after, &id)?,
        }
    }
    for id in indices.1.ids() {
        if indices
            .0
            .document(id, &options(&args.reading, 0))?
            .is_none()
        {
            stream.miss(before, id)?;
        }
    }
    stream.finish()
}

/// Writes comparisons as they are made; a JSON document is held back to its end.
struct RowStream<'a> {
    args: &'a DiffArgs,
    output: Output,
    documents: Vec<Box<RawValue>>,
    comparisons: Vec<Box<RawValue>>,
    outcome: Outcome,
}

impl RowStream<'_> {
    fn compare(
        &mut self,
        old: verbale::model::Document,
        new: verbale::model::Document,
    ) -> Result<()> {
        let mut vocabulary = Vocabulary::new();
        let pair = [witness(old, &mut vocabulary), witness(new, &mut vocabulary)];
        let found = compare(&pair[0], &pair[1], &vocabulary, &AlignOptions::default());
        let record = ComparisonRecord::new(&pair[0], &pair[1], &found);
        if record.summary.differs && self.outcome == Outcome::Nothing {
            self.outcome = Outcome::Changes;
        }
        if self.args.output.format == Format::Json {
            self.documents.extend(
                pair.iter()
                    .map(|witness| raw(&DocumentRecord::new(&witness.document))),
            );
            self.comparisons.push(raw(&record));
            return Ok(());
        }
        write(
            self.args,
            &pair,
            std::slice::from_ref(&record),
            &mut self.output,
        )
    }

    fn miss(&mut self, path: &std::path::Path, id: &str) -> Result<()> {
        self.outcome = Outcome::Trouble;
        let error = Error::Unreadable {
            path: path.to_owned(),
            problem: format!("no row with the id `{id}`"),
            remedy: "rows are paired by id".to_owned(),
        };
        if self.args.output.format == Format::Jsonl {
            return self
                .output
                .with(|out| json::write_record(out, &ErrorRecord::new(&error)));
        }
        super::report_error(&error);
        Ok(())
    }

    fn finish(mut self) -> Result<Outcome> {
        if self.args.output.format == Format::Json {
            let comparisons = Comparisons {
                comparisons: &self.comparisons,
            };
            self.output
                .with(|out| json::write_document(out, &self.documents, comparisons))?;
        }
        self.output.finish()?;
        Ok(self.outcome)
    }
}

fn raw(record: &impl Serialize) -> Box<RawValue> {
    to_raw_value(record).expect("records have string keys and no failing parts")
}
