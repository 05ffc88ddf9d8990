//! The reports of `verbale diff`: which format is written how, and where to.

use std::path::PathBuf;

use serde::Serialize;
use verbale::Result;
use verbale::model::{NoticeCode, Relation, Vocabulary, Witness};
use verbale::render::terminal::{Layout, Names, Screen};
use verbale::render::{github, gitlab, json, junit, sarif, terminal};
use verbale::report::{
    Addresses, Baseline, ComparisonRecord, Digest, DocumentRecord, ErrorRecord, FindingGroup,
    Findings, Gate, Legend, NoticeRecord, Overview, PageInput,
};

use super::args::{DiffArgs, Format, OutputArgs};
use super::gate::ExtraReport;
use super::output::{Output, Written, addresses, check, refuse_format, screen};
use super::read_errors::ReadErrors;
use super::terms::measure_names;
use super::{note, redline, report};

/// Some statements, and what was found between pairs of them.
pub(super) struct Found<'a> {
    pub(super) witnesses: &'a [Witness],
    pub(super) vocabulary: &'a Vocabulary,
    pub(super) records: &'a [ComparisonRecord<'a>],
    pub(super) inputs: Vec<PageInput<'a>>,
    pub(super) gate: &'a Gate,
    /// Positions of those without a partner, where two folders are compared.
    pub(super) lone: Option<&'a [usize]>,
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
        let lone = self
            .lone()
            .map(|(at, relation)| FindingGroup::lone(self.gate, &documents[at], relation));
        Findings {
            groups: self.inputs.iter().map(group).chain(lone).collect(),
        }
    }

    /// Those without a partner, each with what became of it, as of a paragraph.
    pub(super) fn lone(&self) -> impl Iterator<Item = (usize, Relation)> {
        let kind = |at: usize| {
            // The side is known where folders are paired, which leaves it as a notice on the
            // statement.
            let notices = &self.witnesses[at].document.notices;
            let mut codes = notices.iter().map(|notice| notice.code);
            if codes.any(|code| code == NoticeCode::OnlyBefore) {
                (at, Relation::Removed)
            } else {
                (at, Relation::Added)
            }
        };
        self.lone.into_iter().flatten().map(move |&at| kind(at))
    }

    /// The table above the comparisons of two folders.
    pub(super) fn overview(&self) -> Option<Overview> {
        self.lone?;
        let documents: Vec<_> = self
            .witnesses
            .iter()
            .map(|witness| &witness.document)
            .collect();
        Some(Overview::new(&documents, &self.pairs(), self.records))
    }

    /// What is told of those without a partner.
    fn notices(&self) -> Vec<NoticeRecord<'_>> {
        let notices = self.lone().flat_map(|(at, _)| {
            let document = &self.witnesses[at].document;
            let notices = document
                .notices
                .iter()
                .filter(|notice| notice.code.is_lone());
            let addresses = Addresses::new(document);
            notices.map(move |notice| NoticeRecord::new(document, &addresses, notice))
        });
        notices.collect()
    }
}

/// Refuses a format that is not among those that are written.
///
/// # Errors
///
/// `Error::Usage`, before anything is read.
pub(super) fn refuse_formats(args: &DiffArgs, written: &[Format]) -> Result<()> {
    if args.explain_alignment {
        return refuse_format(&args.output, &[Format::Terminal]);
    }
    refuse_format(&args.output, written)?;
    let mut beside = args.gate.also.iter();
    beside.try_for_each(|also| refuse_format(&to(args, also), written))
}

/// The options of a report that is written beside the one that is read here.
fn to(args: &DiffArgs, also: &ExtraReport) -> OutputArgs {
    OutputArgs {
        format: Some(also.format),
        output: Some(also.path.clone()),
        ..args.output.clone()
    }
}

/// All files that a run writes, each in its place when all are written.
pub(super) struct Outputs {
    pub(super) report: Output,
    also: Vec<Output>,
    summary: Option<Output>,
    baseline: Option<Output>,
}

impl Outputs {
    /// Opens all that `args` name, none of which may be among the `inputs`.
    ///
    /// # Errors
    ///
    /// Where one is, where one stands twice, and where one could not be written.
    pub(super) fn open(args: &DiffArgs, inputs: &[PathBuf]) -> Result<Self> {
        let gate = &args.gate;
        // All names together, so that one that stands twice is found in whichever options it
        // stands.
        let outputs = args
            .output
            .file()
            .into_iter()
            .chain(gate.also.iter().map(|also| also.path.as_path()))
            .chain(gate.summary.as_deref())
            .chain(gate.write_baseline.as_deref());
        let inputs = inputs.iter().map(PathBuf::as_path);
        // A baseline is read too, and would be lost as a statement would.
        check(outputs, inputs.chain(gate.baseline.as_deref()))?;
        let also = gate.also.iter().map(|also| Output::open(&to(args, also)));
        Ok(Self {
            report: Output::open(&args.output)?,
            also: also.collect::<Result<_>>()?,
            summary: gate.summary.as_deref().map(Output::at_end_of).transpose()?,
            baseline: gate.write_baseline.as_deref().map(Output::at).transpose()?,
        })
    }

    /// Writes all reports. What goes to standard output comes last, when the files
    /// are in their places.
    pub(super) fn write(
        mut self,
        args: &DiffArgs,
        found: &Found<'_>,
        errors: &mut ReadErrors,
    ) -> Result<()> {
        for (also, output) in args.gate.also.iter().zip(&mut self.also) {
            write(args, &to(args, also), found, errors, output)?;
        }
        if let Some(summary) = &mut self.summary {
            let overview = found.overview();
            let markdown = report::markdown(found.witnesses, &found.inputs, overview.as_ref());
            // The summary of a job has a limit of its own, by which the text is cut.
            let markdown = github::summary(&markdown);
            summary.with(|out| out.write_all(markdown.as_bytes()))?;
        }
        if let Some(baseline) = &mut self.baseline {
            let json = Baseline::accepting(found.records).to_json();
            baseline.with(|out| out.write_all(json.as_bytes()))?;
        }
        self.with_findings(
            |_, _| Ok(()),
            |report| {
                if args.output.is_silent() {
                    return Ok(());
                }
                let to = OutputArgs {
                    no_pager: args.output.no_pager || args.watch,
                    ..args.output.clone()
                };
                write(args, &to, found, errors, report)?;
                // A report that is shown again and again ends when nobody reads on.
                if args.watch {
                    report.refuse_left()
                } else {
                    Ok(())
                }
            },
        )
    }

    /// Lets `beside` write each file beside the report, by its position, then puts
    /// all in their places; `main` writes the report, before them if it is a file.
    pub(super) fn with_findings(
        mut self,
        mut beside: impl FnMut(usize, &mut Output) -> Result<()>,
        main: impl FnOnce(&mut Output) -> Result<()>,
    ) -> Result<()> {
        for (at, output) in self.also.iter_mut().enumerate() {
            beside(at, output)?;
        }
        let others = self
            .also
            .into_iter()
            .chain(self.summary)
            .chain(self.baseline);
        // Written in full first: where the second cannot be written, the first has not replaced
        // anything yet.
        let others: Vec<Written> = others.map(Output::written).collect::<Result<_>>()?;
        // A report on a stream cannot be held back or undone, so files go to their places first; a
        // report that is a file goes with them.
        if self.report.is_file() {
            main(&mut self.report)?;
            let report = self.report.written()?;
            return others
                .into_iter()
                .chain([report])
                .try_for_each(Written::put);
        }
        others.into_iter().try_for_each(Written::put)?;
        main(&mut self.report)?;
        self.report.finish()
    }

    /// Puts all in their places.
    pub(super) fn finish(self) -> Result<()> {
        self.with_findings(|_, _| Ok(()), |_| Ok(()))
    }
}

/// Writes one report.
fn write(
    args: &DiffArgs,
    to: &OutputArgs,
    found: &Found<'_>,
    errors: &mut ReadErrors,
    output: &mut Output,
) -> Result<()> {
    let witnesses = found.witnesses;
    match to.chosen() {
        Format::Html => report::write_html(
            (witnesses, found.vocabulary),
            &found.inputs,
            (
                args.against,
                found.overview(),
                &measure_names(&args.reading)?,
            ),
            output,
        ),
        Format::Markdown => {
            report::write_markdown(witnesses, &found.inputs, found.overview().as_ref(), output)
        }
        Format::Docx => redline::write(args, to, witnesses, &found.inputs, output),
        format if format.is_for_checks() => write_findings(format, &found.findings(), output),
        _ => {
            let (overview, notices) = (found.overview(), found.notices());
            let listed = Listed {
                documents: &found.documents(),
                pairs: &found.pairs(),
                records: found.records,
                overview: overview.as_ref(),
                notices: &notices,
            };
            write_records(args, to, listed, (output, errors))
        }
    }
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
#[expect(
    clippy::struct_field_names,
    reason = "the field is named as in the document"
)]
pub(super) struct Comparisons<'a, R> {
    pub(super) comparisons: &'a [R],
    #[serde(skip_serializing_if = "<[NoticeRecord<'_>]>::is_empty")]
    pub(super) notices: &'a [NoticeRecord<'a>],
    #[serde(skip_serializing_if = "<[ErrorRecord]>::is_empty")]
    pub(super) errors: &'a [ErrorRecord],
}

/// Documents and the comparisons of pairs of them.
#[derive(Clone, Copy)]
pub(super) struct Listed<'a> {
    pub(super) documents: &'a [DocumentRecord<'a>],
    pub(super) pairs: &'a [(usize, usize)],
    pub(super) records: &'a [ComparisonRecord<'a>],
    /// The table above them, of two folders.
    pub(super) overview: Option<&'a Overview>,
    /// On documents without a comparison.
    pub(super) notices: &'a [NoticeRecord<'a>],
}

/// Writes comparisons in one of the formats that rows have too.
pub(super) fn write_records(
    args: &DiffArgs,
    to: &OutputArgs,
    listed: Listed<'_>,
    (output, errors): (&mut Output, &mut ReadErrors),
) -> Result<()> {
    let Listed {
        documents, records, ..
    } = listed;
    match to.chosen() {
        Format::Json => output.with(|out| {
            let comparisons = Comparisons {
                comparisons: records,
                notices: listed.notices,
                errors: errors.records(),
            };
            json::write_document(out, documents, comparisons)
        }),
        Format::Jsonl => {
            errors.write(to, output)?;
            for document in documents {
                output.with(|out| json::write_record(out, document))?;
            }
            for notice in listed.notices {
                output.with(|out| json::write_record(out, notice))?;
            }
            records
                .iter()
                .try_for_each(|record| output.with(|out| json::write_record(out, record)))
        }
        _ => show(args, to, listed, output),
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
    let detail = args.show.detail();
    let overview = listed
        .overview
        .map(|overview| terminal::overview(overview, screen));
    let mut text = overview.unwrap_or_default();
    let mut legend = Legend::default();
    // In a repository many statements are compared, and the one that is meant is told by its path.
    let names = match to.verbose {
        true => Names::All,
        false if args.git.is_some() || args.staged => Names::Documents,
        false => Names::Hidden,
    };
    for (&(before, after), record) in listed.pairs.iter().zip(listed.records) {
        let documents = [before, after].map(|at| &listed.documents[at]);
        let digest = Digest {
            files: addresses(args.hyperlinks, to, files(args, documents)),
            ..Digest::new(documents[0], documents[1], record, detail).with_context(args.context)
        };
        let digest = if to.verbose {
            digest.with_quotes(record)
        } else {
            digest
        };
        if digest.is_empty {
            note(to, &format!("{}: no differences", digest.heading.line()));
            continue;
        }
        if !text.is_empty() {
            text.push('\n');
        }
        // Signs are explained once, at the end, and only those that occur.
        legend.note(&digest);
        text.push_str(&terminal::comparison(&digest, screen, names));
    }
    text.push_str(&terminal::legend(&legend, screen));
    output.show(to, &text)
}

/// The files that documents are read from; a former version has none.
fn files<'a>(args: &DiffArgs, documents: [&DocumentRecord<'a>; 2]) -> [Option<&'a str>; 2] {
    let [before, after] = documents.map(|document| document.path);
    let is_former = args.git.is_some() || args.staged;
    // The bytes of a former version are git's: a link to its path would open the file of today.
    [before.filter(|_| !is_former), after]
}
