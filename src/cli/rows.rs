//! `verbale diff` of JSON lines: rows are paired by id, one after the other, in
//! bounded memory.

use serde::Serialize;
use serde_json::value::{RawValue, to_raw_value};
use verbale::align::AlignOptions;
use verbale::compare::{compare, witness_with};
use verbale::extract::Terms;
use verbale::load::rows::RowIndex;
use verbale::model::Vocabulary;
use verbale::render::json;
use verbale::report::{
    ComparisonRecord, DocumentRecord, ErrorRecord, FindingGroup, Findings, Gate,
};
use verbale::{Error, Result};

use super::args::{DiffArgs, Format, OutputArgs};
use super::diff_output::{Comparisons, Listed, write_findings, write_records};
use super::output::Output;
use super::reading::options;
use super::terms::terms;
use super::{Outcome, gate};

/// Compares the rows of JSONL files that have one id, row by row.
pub(super) fn diff(args: &DiffArgs) -> Result<Outcome> {
    let [before, after] = args.files.as_slice() else {
        return Err(Error::Usage {
            problem: "rows are compared between two files".to_owned(),
            remedy: "name two, or use `verbale collate` for more".to_owned(),
        });
    };
    refuse_whole_reports(args)?;
    let mut indices = (RowIndex::open(before)?, RowIndex::open(after)?);
    let mut stream = RowStream {
        args,
        gate: gate::gate(&args.gate)?,
        output: Output::open(&args.output)?,
        documents: Vec::new(),
        comparisons: Vec::new(),
        terms: terms(&args.reading)?,
        findings: Findings::default(),
        line: None,
        outcome: Outcome::Nothing,
    };
    for id in indices.0.ids().to_vec() {
        let old = indices.0.document(&id, &options(&args.reading, 0))?;
        match (old, indices.1.document(&id, &options(&args.reading, 1))?) {
            (Some(old), Some(new)) => {
                stream.line = indices.1.line(&id);
                stream.compare(old, new)?;
            }
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
    output: Output,
    documents: Vec<Box<RawValue>>,
    comparisons: Vec<Box<RawValue>>,
    terms: Terms,
    findings: Findings,
    /// Where the row after stands in its file.
    line: Option<u32>,
    outcome: Outcome,
}

impl RowStream<'_> {
    fn compare(
        &mut self,
        old: verbale::model::Document,
        new: verbale::model::Document,
    ) -> Result<()> {
        let mut vocabulary = Vocabulary::new();
        let pair = [old, new].map(|document| witness_with(document, &mut vocabulary, &self.terms));
        let found = compare(&pair[0], &pair[1], &vocabulary, &AlignOptions::default());
        let mut record = ComparisonRecord::new(&pair[0], &pair[1], &found);
        self.gate.apply(&mut record);
        if self.gate.fails(&record) && self.outcome == Outcome::Nothing {
            self.outcome = Outcome::Changes;
        }
        let documents = pair
            .each_ref()
            .map(|witness| DocumentRecord::new(&witness.document));
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
        if self.args.output.quiet || format.is_for_checks() {
            return Ok(());
        }
        let listed = Listed {
            documents: &documents,
            pairs: &[(0, 1)],
            records: std::slice::from_ref(&record),
        };
        write_records(self.args, &self.args.output, listed, &mut self.output)
    }

    fn miss(&mut self, path: &std::path::Path, id: &str) -> Result<()> {
        self.outcome = Outcome::Trouble;
        let error = Error::Unreadable {
            path: path.to_owned(),
            problem: format!("no row with the id `{id}`"),
            remedy: "rows are paired by id".to_owned(),
        };
        if self.args.output.chosen() == Format::Jsonl {
            return self
                .output
                .with(|out| json::write_record(out, &ErrorRecord::new(&error)));
        }
        super::report_error(&error);
        Ok(())
    }

    fn finish(mut self) -> Result<Outcome> {
        for also in &self.args.gate.also {
            let to = OutputArgs {
                output: Some(also.path.clone()),
                ..self.args.output.clone()
            };
            let mut output = Output::open(&to)?;
            write_findings(also.format, &self.findings, &mut output)?;
            output.finish()?;
        }
        let format = self.args.output.chosen();
        if format.is_for_checks() && !self.args.output.quiet {
            write_findings(format, &self.findings, &mut self.output)?;
        }
        if self.args.output.chosen() == Format::Json {
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

/// A record as JSON text, to be held back.
pub(super) fn raw(record: &impl Serialize) -> Box<RawValue> {
    to_raw_value(record).expect("records have string keys and no failing parts")
}
