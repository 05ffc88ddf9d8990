//! The reports of `verbale diff`: which format is written how, and where to.

use serde::Serialize;
use verbale::Result;
use verbale::model::{Vocabulary, Witness};
use verbale::render::terminal::{Layout, Screen};
use verbale::render::{github, gitlab, json, junit, sarif, terminal};
use verbale::report::{
    ComparisonRecord, Detail, Digest, DocumentRecord, FindingGroup, Findings, Gate, PageInput,
};

use super::args::{DiffArgs, Format, OutputArgs, Show};
use super::output::{Output, addresses, screen, unsupported};
use super::{note, report};

/// Some statements, and what was found between pairs of them.
pub(super) struct Found<'a> {
    pub(super) witnesses: &'a [Witness],
    pub(super) vocabulary: &'a Vocabulary,
    pub(super) records: &'a [ComparisonRecord<'a>],
    pub(super) inputs: Vec<PageInput<'a>>,
    pub(super) gate: &'a Gate,
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
pub(super) fn write_beside(args: &DiffArgs, found: &Found<'_>) -> Result<()> {
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
pub(super) fn write(args: &DiffArgs, to: &OutputArgs, found: &Found<'_>) -> Result<()> {
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
        format if format.is_for_checks() => {
            write_findings(format, &found.findings(), &mut output)?;
        }
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

/// Writes findings in one of the formats that checks read.
pub(super) fn write_findings(
    format: Format,
    findings: &Findings,
    output: &mut Output,
) -> Result<()> {
    output.with(|out| match format {
        Format::Sarif => sarif::write(out, findings),
        Format::Gitlab => gitlab::write(out, findings),
        Format::Junit => junit::write(out, findings),
        _ => out.write_all(github::annotations(findings).as_bytes()),
    })
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
            "rows are written as terminal, json, jsonl, github, sarif, gitlab or junit",
        )),
    }
}

/// Shows the comparisons one after the other; those without a difference are a
/// note beside the report.
fn show(args: &DiffArgs, to: &OutputArgs, listed: Listed<'_>, output: &mut Output) -> Result<()> {
    let screen = Screen {
        layout: if args.side_by_side {
            Layout::SideBySide
        } else {
            Layout::Inline
        },
        ..screen(to)
    };
    let detail = match args.show {
        Show::Folded => Detail::Folded,
        Show::All => Detail::All,
    };
    let mut text = String::new();
    for (&(before, after), record) in listed.pairs.iter().zip(listed.records) {
        let documents = [before, after].map(|at| &listed.documents[at]);
        let digest = Digest {
            files: addresses(args.hyperlinks, to, files(args, documents)),
            ..Digest::new(documents[0], documents[1], record, detail)
        };
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

/// The files that documents are read from; a former version has none.
fn files<'a>(args: &DiffArgs, documents: [&DocumentRecord<'a>; 2]) -> [Option<&'a str>; 2] {
    let [before, after] = documents.map(|document| document.path);
    let is_former = args.git.is_some() || args.staged;
    [before.filter(|_| !is_former), after]
}
