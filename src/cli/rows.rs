//! `verbale diff` of JSON lines: rows are paired by id, one after the other, in
//! bounded memory.

use std::path::{Path, PathBuf};

use serde::Serialize;
use serde_json::value::{RawValue, to_raw_value};
use verbale::align::AlignOptions;
use verbale::compare::compare_documents;
use verbale::extract::Terms;
use verbale::load::rows::RowIndex;
use verbale::load::share_language;
use verbale::model::{Comparison, Document, Witness};
use verbale::render::json;
use verbale::report::{ComparisonRecord, DocumentRecord, FindingGroup, Findings, Gate};
use verbale::{Error, Result, plain};

use super::Outcome;
use super::args::{DiffArgs, Format, ReportKind};
use super::diff_output::{
    Comparisons, Listed, Outputs, refuse_formats, write_findings, write_records,
};
use super::read_errors::ReadErrors;
use super::reading::{options, report_broken};

/// Compares the rows of JSONL files that have one id, row by row.
pub(super) fn diff(
    args: &DiffArgs,
    files: &[PathBuf],
    (gate, terms): (Gate, Terms),
    mut errors: ReadErrors,
) -> Result<Outcome> {
    let [before, after] = files else {
        return Err(Error::Usage {
            problem: "rows are compared between two files".to_owned(),
            remedy: "name two, or use `verbale collate` for more".to_owned(),
        });
    };
    // First, for its message names the option that asks for the report.
    refuse_whole_reports(args)?;
    refuse_formats(args, ReportKind::DiffOfRows.formats())?;
    let outputs = Outputs::open(args, files)?;
    let mut indices = (RowIndex::open(before)?, RowIndex::open(after)?);
    let broken = report_errors(&mut indices, &mut errors);
    let mut stream = RowStream {
        args,
        gate,
        outputs,
        documents: Vec::new(),
        comparisons: Vec::new(),
        terms,
        findings: Findings::default(),
        line: None,
        outcome: Outcome::Nothing,
        errors,
        broken,
    };
    let ids = indices.0.ids().to_vec();
    let mut window = Window::default();
    for id in &ids {
        let old = indices.0.document(id, &options(&args.reading, 0));
        let old = stream.in_order(&mut window, old)?;
        // Asked before the row is read: findings point to a line of the file.
        let line = indices.1.line(id);
        let new = indices.1.document(id, &options(&args.reading, 1));
        let new = stream.in_order(&mut window, new)?;
        if let (Some(old), Some(new)) = (old, new) {
            let mut pair = [old, new];
            // Of two short rows one may tell the language of both.
            share_language(&mut pair);
            window.push((line, pair));
        // What was paired so far goes out first, so that the error stands where the row would.
        } else if line.is_none() {
            stream.compare(&mut window)?;
            stream.miss(after, id);
        }
        if window.is_full() {
            stream.compare(&mut window)?;
        }
        if stream.is_reported() {
            return Ok(stream.outcome);
        }
    }
    stream.compare(&mut window)?;
    for id in indices.1.ids() {
        if indices.0.line(id).is_none() {
            stream.miss(before, id);
        }
    }
    let read = ids.len() + indices.1.ids().len() + broken;
    report_broken(&args.output, stream.broken, read);
    stream.finish()
}

/// Tells which rows of two files cannot be read, and counts them.
fn report_errors(indices: &mut (RowIndex, RowIndex), errors: &mut ReadErrors) -> usize {
    let mut found = indices.0.take_errors();
    found.extend(indices.1.take_errors());
    for error in &found {
        errors.report(error);
    }
    found.len()
}

/// The line of the row after in its file, and both documents.
type RowPair = (Option<u32>, [Document; 2]);

/// Pairs that are compared together.
#[derive(Default)]
struct Window {
    pairs: Vec<RowPair>,
    /// Of the texts of all pairs.
    bytes: usize,
}

impl Window {
    /// Bytes of text: enough for all cores.
    const FULL: usize = 4 << 20;

    fn push(&mut self, pair: RowPair) {
        self.bytes += pair.1.iter().map(|row| row.text.len()).sum::<usize>();
        self.pairs.push(pair);
    }

    fn is_full(&self) -> bool {
        self.bytes >= Self::FULL
    }

    /// The pairs so far; the window is empty again, and its bytes count from 0.
    fn take(&mut self) -> Vec<RowPair> {
        self.bytes = 0;
        std::mem::take(&mut self.pairs)
    }
}

/// Reports that need all statements at once are not made of rows.
fn refuse_whole_reports(args: &DiffArgs) -> Result<()> {
    let beside = args.gate.also.iter().map(|also| also.format);
    let refused = if args.gate.summary.is_some() {
        "--summary"
    } else if args.gate.write_baseline.is_some() {
        "--write-baseline"
    } else if beside.into_iter().any(|format| !format.is_for_checks()) {
        "--also in this format"
    } else {
        return Ok(());
    };
    Err(Error::Usage {
        problem: format!("{refused} is not made of rows, which are read one by one"),
        remedy: "use --also with github, sarif, gitlab or junit".to_owned(),
    })
}

/// Writes comparisons as they are made; findings and a
/// JSON document are held back to the end.
struct RowStream<'a> {
    args: &'a DiffArgs,
    gate: Gate,
    outputs: Outputs,
    documents: Vec<Box<RawValue>>,
    comparisons: Vec<Box<RawValue>>,
    terms: Terms,
    findings: Findings,
    /// Where the row after stands in its file.
    line: Option<u32>,
    outcome: Outcome,
    errors: ReadErrors,
    /// How many rows were not read.
    broken: usize,
}

impl RowStream<'_> {
    /// The row that was read; of one that was not, the error is told behind what was
    /// paired before it.
    fn in_order(
        &mut self,
        window: &mut Window,
        read: Result<Option<Document>>,
    ) -> Result<Option<Document>> {
        if read.is_err() {
            self.broken += 1;
            self.compare(window)?;
        }
        let read = self.errors.or_report(read).flatten();
        if !self.args.output.is_silent() {
            let report = &mut self.outputs.report;
            self.errors.write(&self.args.output, report)?;
        }
        Ok(read)
    }

    /// Compares pairs on all cores and writes what was found, in order.
    fn compare(&mut self, window: &mut Window) -> Result<()> {
        let pairs = window.take();
        let texts: Vec<&[Document; 2]> = pairs.iter().map(|(_, pair)| pair).collect();
        let compared = compare_documents(&texts, &self.terms, &AlignOptions::default());
        for ((line, _), (pair, found)) in pairs.iter().zip(&compared) {
            self.line = *line;
            self.report(pair, found)?;
            if self.is_reported() {
                break;
            }
        }
        Ok(())
    }

    fn report(&mut self, pair: &[Witness; 2], found: &Comparison) -> Result<()> {
        let mut record = ComparisonRecord::new(&pair[0], &pair[1], found);
        self.gate.apply(&mut record);
        if self.gate.fails(&record) && self.outcome == Outcome::Nothing {
            self.outcome = Outcome::Changes;
        }
        let documents = DocumentRecord::of_rows(pair.each_ref().map(|one| &one.document));
        let format = self.args.output.chosen();
        if format.is_for_checks() || !self.args.gate.also.is_empty() {
            let mut group = FindingGroup::new(&self.gate, documents.each_ref(), &record);
            for finding in &mut group.findings {
                finding.line = self.line;
            }
            self.findings.groups.push(group);
        }
        if format == Format::Json {
            self.documents.extend(documents.iter().map(raw));
            self.comparisons.push(raw(&record));
            return Ok(());
        }
        if self.args.output.is_silent() || format.is_for_checks() {
            return Ok(());
        }
        let listed = Listed {
            documents: &documents,
            pairs: &[(0, 1)],
            records: std::slice::from_ref(&record),
            overview: None,
            notices: &[],
        };
        let report = (&mut self.outputs.report, &mut self.errors);
        write_records(self.args, &self.args.output, listed, report)
    }

    /// Whether nobody reads on and the exit status is known: that of a change.
    fn is_reported(&self) -> bool {
        let beside = &self.args.gate.also;
        self.outputs.report.is_left() && beside.is_empty() && self.outcome == Outcome::Changes
    }

    fn miss(&mut self, path: &Path, id: &str) {
        self.errors.report(&Error::Unreadable {
            path: path.to_owned(),
            problem: format!("no row with the id `{}`", plain::clip(id, plain::MAX_CHARS)),
            remedy: "rows are paired by id".to_owned(),
        });
    }

    fn finish(self) -> Result<Outcome> {
        let Self {
            args,
            findings,
            mut errors,
            documents,
            comparisons,
            ..
        } = self;
        let also = &args.gate.also;
        self.outputs.with_findings(
            |at, output| write_findings(also[at].format, &findings, output),
            |report| {
                let format = args.output.chosen();
                if args.output.is_silent() {
                    return Ok(());
                }
                if format.is_for_checks() {
                    return write_findings(format, &findings, report);
                }
                if format == Format::Json {
                    let comparisons = Comparisons {
                        comparisons: &comparisons,
                        notices: &[],
                        errors: errors.records(),
                    };
                    return report.with(|out| json::write_document(out, &documents, comparisons));
                }
                errors.write(&args.output, report)
            },
        )?;
        Ok(errors.or(self.outcome))
    }
}

/// A record as JSON text, to be held back.
pub(super) fn raw(record: &impl Serialize) -> Box<RawValue> {
    to_raw_value(record).expect("records have string keys and no failing parts")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_window_that_was_compared_is_filled_anew() {
        let quarter = || Document {
            text: "a".repeat(Window::FULL / 4),
            ..Document::default()
        };
        let mut window = Window::default();
        for _ in 0..2 {
            window.push((None, [quarter(), quarter()]));
        }
        assert!(window.is_full());
        assert_eq!(window.take().len(), 2);
        window.push((None, [quarter(), quarter()]));
        assert!(!window.is_full());
    }
}
