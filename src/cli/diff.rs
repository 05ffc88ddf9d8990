//! `verbale diff`.

use serde::Serialize;
use verbale::align::AlignOptions;
use verbale::compare::{compare, witness};
use verbale::model::{Comparison, Document, Vocabulary, Witness};
use verbale::render::{github, gitlab, json, junit, sarif, terminal};
use verbale::report::{
    ComparisonRecord, Detail, Digest, DocumentRecord, FindingGroup, Findings, Gate, PageInput,
};
use verbale::{Error, Result};

use super::args::{Against, DiffArgs, Format, OutputArgs, Show};
use super::explain_alignment::explain;
use super::output::{Output, screen, unsupported};
use super::reading::{is_rows, load_all, refuse_second_stdin};
use super::{Outcome, gate, git, note, report, rows};

pub(super) fn run(args: &DiffArgs) -> Result<Outcome> {
    if let Some(range) = git::range(args)? {
        let changed = git::changed(&range, args)?;
        if changed.documents.is_empty() {
            note(&args.output, "no statement changed");
        }
        let pairs = (0..changed.documents.len()).step_by(2);
        let outcome = diff(args, changed.documents, pairs.map(|at| (at, at + 1)))?;
        return Ok(if changed.is_whole {
            outcome
        } else {
            Outcome::Trouble
        });
    }
    if args.files.len() < 2 {
        return Err(Error::Usage {
            problem: "one statement alone has no changes".to_owned(),
            remedy: "name another, or compare with a commit: --git HEAD".to_owned(),
        });
    }
    refuse_second_stdin(&args.files)?;
    if args.files.iter().all(|path| is_rows(path)) {
        return rows::diff(args);
    }
    let documents = load_all(&args.files, &args.reading)?;
    let pairs = pairs(args.against, documents.len());
    diff(args, documents, pairs)
}

/// Compares pairs of documents and writes all reports that are asked for, the
/// one that is read here last: its reader may close it early.
fn diff(
    args: &DiffArgs,
    documents: Vec<Document>,
    pairs: impl Iterator<Item = (usize, usize)>,
) -> Result<Outcome> {
    let gate = gate::gate(&args.gate)?;
    let mut vocabulary = Vocabulary::new();
    let witnesses: Vec<Witness> = documents
        .into_iter()
        .map(|document| witness(document, &mut vocabulary))
        .collect();
    if args.explain_alignment {
        return explain(args, &witnesses, &vocabulary, pairs);
    }
    let comparisons = compare_pairs(&witnesses, &vocabulary, pairs);
    let mut records = records(&witnesses, &comparisons);
    for record in &mut records {
        gate.apply(record);
    }
    let found = Found {
        witnesses: &witnesses,
        vocabulary: &vocabulary,
        records: &records,
        inputs: page_inputs(&comparisons, &records),
        gate: &gate,
    };
    gate::write_baseline(&args.gate, &records)?;
    write_beside(args, &found)?;
    if !args.output.quiet {
        write(args, &args.output, &found)?;
    }
    let fails =
        args.gate.write_baseline.is_none() && records.iter().any(|record| gate.fails(record));
    Ok(if fails {
        Outcome::Changes
    } else {
        Outcome::Nothing
    })
}

/// Some statements, and what was found between pairs of them.
struct Found<'a> {
    witnesses: &'a [Witness],
    vocabulary: &'a Vocabulary,
    records: &'a [ComparisonRecord<'a>],
    inputs: Vec<PageInput<'a>>,
    gate: &'a Gate,
}

impl Found<'_> {
    fn documents(&self) -> Vec<DocumentRecord<'_>> {
        let records = self.witnesses.iter();
        records
            .map(|witness| DocumentRecord::new(&witness.document))
            .collect()
    }

    fn pairs(&self) -> Vec<(usize, usize)> {
        let inputs = self.inputs.iter();
        inputs.map(|input| (input.before, input.after)).collect()
    }

    fn findings(&self) -> Findings {
        let documents = self.documents();
        let group = |input: &PageInput<'_>| {
            let pair = [&documents[input.before], &documents[input.after]];
            FindingGroup::new(self.gate, pair, input.record)
        };
        Findings {
            groups: self.inputs.iter().map(group).collect(),
        }
    }
}

/// Writes the summary of the job, and the report in the other formats.
fn write_beside(args: &DiffArgs, found: &Found<'_>) -> Result<()> {
    if let Some(path) = &args.gate.summary {
        let markdown = report::markdown(found.witnesses, &found.inputs);
        Output::append(path, &github::summary(&markdown))?;
    }
    for also in &args.gate.also {
        let to = OutputArgs {
            format: also.format,
            output: Some(also.path.clone()),
            ..args.output.clone()
        };
        write(args, &to, found)?;
    }
    Ok(())
}

/// Writes one report.
fn write(args: &DiffArgs, to: &OutputArgs, found: &Found<'_>) -> Result<()> {
    let mut output = Output::open(to)?;
    let witnesses = found.witnesses;
    match to.chosen() {
        Format::Html => report::write_html(
            (witnesses, found.vocabulary),
            &found.inputs,
            args.against,
            &mut output,
        )?,
        Format::Markdown => report::write_markdown(witnesses, &found.inputs, &mut output)?,
        Format::Docx => report::write_docx(witnesses, &found.inputs, &args.author, &mut output)?,
        Format::Github => {
            let text = github::annotations(&found.findings());
            output.with(|out| out.write_all(text.as_bytes()))?;
        }
        Format::Sarif => output.with(|out| sarif::write(out, &found.findings()))?,
        Format::Gitlab => output.with(|out| gitlab::write(out, &found.findings()))?,
        Format::Junit => output.with(|out| junit::write(out, &found.findings()))?,
        _ => {
            let listed = Listed {
                documents: &found.documents(),
                pairs: &found.pairs(),
                records: found.records,
            };
            write_records(args, to, listed, &mut output)?;
        }
    }
    output.finish()
}

/// Two witnesses by their positions, and what was found between them.
pub(super) type Compared = (usize, usize, Comparison);

/// Compares the witnesses at each pair of positions.
pub(super) fn compare_pairs(
    witnesses: &[Witness],
    vocabulary: &Vocabulary,
    pairs: impl Iterator<Item = (usize, usize)>,
) -> Vec<Compared> {
    let options = AlignOptions::default();
    pairs
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
pub(super) fn pairs(against: Against, count: usize) -> impl Iterator<Item = (usize, usize)> {
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
pub(super) struct Comparisons<'a, R> {
    pub(super) comparisons: &'a [R],
}

/// Documents and the comparisons of pairs of them.
#[derive(Clone, Copy)]
pub(super) struct Listed<'a> {
    pub(super) documents: &'a [DocumentRecord<'a>],
    pub(super) pairs: &'a [(usize, usize)],
    pub(super) records: &'a [ComparisonRecord<'a>],
}

/// Writes comparisons in one of the formats that rows have too.
pub(super) fn write_records(
    args: &DiffArgs,
    to: &OutputArgs,
    listed: Listed<'_>,
    output: &mut Output,
) -> Result<()> {
    let Listed {
        documents, records, ..
    } = listed;
    match to.chosen() {
        Format::Terminal => show(args, to, listed, output),
        Format::Json => output.with(|out| {
            let comparisons = Comparisons {
                comparisons: records,
            };
            json::write_document(out, documents, comparisons)
        }),
        Format::Jsonl => {
            for document in documents {
                output.with(|out| json::write_record(out, document))?;
            }
            records
                .iter()
                .try_for_each(|record| output.with(|out| json::write_record(out, record)))
        }
        _ => Err(unsupported(
            to,
            "rows are written as terminal, json or jsonl",
        )),
    }
}

/// Shows the comparisons one after the other; those without a difference are a
/// note beside the report.
fn show(args: &DiffArgs, to: &OutputArgs, listed: Listed<'_>, output: &mut Output) -> Result<()> {
    let screen = screen(to);
    let detail = match args.show {
        Show::Folded => Detail::Folded,
        Show::All => Detail::All,
    };
    let mut text = String::new();
    for (&(before, after), record) in listed.pairs.iter().zip(listed.records) {
        let documents = [before, after].map(|at| &listed.documents[at]);
        let digest = Digest::new(documents[0], documents[1], record, detail);
        if !digest.differs {
            note(
                to,
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
    output.show(to, &text)
}
