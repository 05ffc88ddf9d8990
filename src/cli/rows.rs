//! `verbale diff` of JSON lines: rows are paired by id, one after the other, in
//! bounded memory.

use std::path::{Path, PathBuf};

use serde::Serialize;
use serde_json::value::{RawValue, to_raw_value};
use verbale::align::AlignOptions;
use verbale::compare::{compare, witness_with};
use verbale::extract::Terms;
use verbale::load::rows::RowIndex;
use verbale::load::share_language;
use verbale::model::Vocabulary;
use verbale::render::json;
use verbale::report::{ComparisonRecord, DocumentRecord, FindingGroup, Findings, Gate};
use verbale::{Error, Result, plain};

use super::Outcome;
use super::args::{DiffArgs, Format};
use super::diff_output::{
    Comparisons, Listed, Outputs, refuse_formats, write_findings, write_records,
};
use super::reading::options;
use super::trouble::Troubles;

/// The formats that are written: those that are made row by row.
const FORMATS: [Format; 7] = [
    Format::Terminal,
    Format::Json,
    Format::Jsonl,
    Format::Github,
    Format::Sarif,
    Format::Gitlab,
    Format::Junit,
];

/// Compares the rows of JSONL files that have one id, row by row.
pub(super) fn diff(
    args: &DiffArgs,
    files: &[PathBuf],
    (gate, terms): (Gate, Terms),
    mut troubles: Troubles,
) -> Result<Outcome> {
    let [before, after] = files else {
        return Err(Error::Usage {
            problem: "rows are compared between two files".to_owned(),
            remedy: "name two, or use `verbale collate` for more".to_owned(),
        });
    };
    refuse_whole_reports(args)?;
    refuse_formats(args, &FORMATS)?;
    let outputs = Outputs::open(args, files)?;
    let mut indices = (RowIndex::open(before)?, RowIndex::open(after)?);
    for error in indices
        .0
        .take_errors()
        .iter()
        .chain(&indices.1.take_errors())
    {
        troubles.tell(error);
    }
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
        troubles,
    };
    for id in indices.0.ids().to_vec() {
        let old = indices.0.document(&id, &options(&args.reading, 0));
        let old = stream.troubles.or_tell(old).flatten();
        let is_there = indices.1.line(&id).is_some();
        let new = indices.1.document(&id, &options(&args.reading, 1));
        let new = stream.troubles.or_tell(new).flatten();
        if let (Some(old), Some(new)) = (old, new) {
            let mut pair = [old, new];
            share_language(&mut pair);
            let [old, new] = pair;
            stream.line = indices.1.line(&id);
            stream.compare(old, new)?;
        } else if !is_there {
            stream.miss(after, &id);
        }
        if stream.is_told() {
            return Ok(stream.outcome);
        }
    }
    for id in indices.1.ids() {
        if indices.0.line(id).is_none() {
            stream.miss(before, id);
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
    outputs: Outputs,
    documents: Vec<Box<RawValue>>,
    comparisons: Vec<Box<RawValue>>,
    terms: Terms,
    findings: Findings,
    /// Where the row after stands in its file.
    line: Option<u32>,
    outcome: Outcome,
    troubles: Troubles,
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
        let report = (&mut self.outputs.report, &mut self.troubles);
        write_records(self.args, &self.args.output, listed, report)
    }

    /// Whether nobody reads on and the exit status is known: that of a change.
    fn is_told(&self) -> bool {
        let beside = &self.args.gate.also;
        self.outputs.report.is_left() && beside.is_empty() && self.outcome == Outcome::Changes
    }

    fn miss(&mut self, path: &Path, id: &str) {
        self.troubles.tell(&Error::Unreadable {
            path: path.to_owned(),
            problem: format!("no row with the id `{}`", plain::clip(id, plain::MAX_CHARS)),
            remedy: "rows are paired by id".to_owned(),
        });
    }

    fn finish(self) -> Result<Outcome> {
        let Self {
            args,
            findings,
            mut troubles,
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
                        errors: troubles.records(),
                    };
                    return report.with(|out| json::write_document(out, &documents, comparisons));
                }
                troubles.write(&args.output, report)
            },
        )?;
        Ok(troubles.or(self.outcome))
    }
}

/// A record as JSON text, to be held back.
pub(super) fn raw(record: &impl Serialize) -> Box<RawValue> {
    to_raw_value(record).expect("records have string keys and no failing parts")
}
