//! `verbale diff`.

use std::mem::forget;
use std::path::{Path, PathBuf};

use verbale::align::AlignOptions;
use verbale::compare::compare_all;
use verbale::extract::Terms;
use verbale::model::{Comparison, Document, Vocabulary, Witness};
use verbale::report::{ComparisonRecord, Gate, PageInput};
use verbale::{Error, Result};

use super::args::{Against, DiffArgs, OutputArgs, ReportKind};
use super::diff_output::{Found, Outputs, refuse_formats};
use super::explain_alignment::explain;
use super::folders::{FolderFiles, folders};
use super::progress::Progress;
use super::read_errors::ReadErrors;
use super::reading::{are_rows, inputs, load_all, witnesses_with};
use super::terms::terms;
use super::watch::watch;
use super::{Outcome, gate, git, note, rows};

/// Some statements that were read, and which of them are compared.
pub(super) struct Texts {
    pub(super) documents: Vec<Document>,
    /// Positions, before and after.
    pub(super) pairs: Vec<(usize, usize)>,
    /// Positions of those that have no partner, where two folders are compared.
    pub(super) lone: Option<Vec<usize>>,
}

/// Compares the statements that `args` name; with `commit` the changes that it
/// accepts are left out.
pub(super) fn run(args: &DiffArgs, commit: Option<&str>) -> Result<Outcome> {
    if args.watch {
        return watch(&args.files, || run_once(args, commit));
    }
    run_once(args, commit)
}

fn run_once(args: &DiffArgs, commit: Option<&str>) -> Result<Outcome> {
    // What the words alone can get wrong is told before a file is opened: formats, rules, units.
    refuse_formats(args, ReportKind::Diff.formats())?;
    let gate = gate::gate(&args.gate, commit)?;
    let terms = terms(&args.reading)?;
    // Before folders are looked for: with `--git` the names are paths in the repository, which need
    // not exist here.
    if let Some(range) = git::range(args)? {
        return run_git(args, &range, (&gate, &terms));
    }
    if let Some(folders) = folders(&args.files)? {
        return run_folders(args, folders, (&gate, &terms));
    }
    let (files, mut errors) = inputs(&args.files, &args.reading, &args.output)?;
    let is_rows = are_rows(&files, &args.reading);
    // A file that could not be read was named all the same: its own error is enough.
    let count = files.len() + errors.records().len();
    if count < 2 {
        return Err(Error::Usage {
            problem: "one statement alone has no changes".to_owned(),
            remedy: "name another, or compare with a commit: --git HEAD".to_owned(),
        });
    }
    if is_rows {
        return rows::diff(args, &files, (gate, terms), errors);
    }
    // Before anything is read: an output that cannot be written, or is an input, should not cost a
    // run.
    let outputs = Outputs::open(args, &files)?;
    let documents = load_all(&files, &args.reading, Some(&args.output), &mut errors);
    let pairs = pairs(args.against, documents.len()).collect();
    let texts = Texts {
        documents,
        pairs,
        lone: None,
    };
    diff(args, texts, (&gate, &terms), &mut errors, outputs)
}

/// Compares the changed statements of a repository.
fn run_git(args: &DiffArgs, range: &git::Range, words: (&Gate, &Terms)) -> Result<Outcome> {
    let changes = git::changes(range, args)?;
    let here: Vec<PathBuf> = changes.files().collect();
    let outputs = Outputs::open(args, &here)?;
    let mut errors = ReadErrors::default();
    let documents = changes.read(args, &mut errors);
    if documents.is_empty() && errors.records().is_empty() {
        note(&args.output, "no statement changed");
    }
    let pairs = (0..documents.len()).step_by(2);
    let texts = Texts {
        pairs: pairs.map(|at| (at, at + 1)).collect(),
        documents,
        lone: None,
    };
    diff(args, texts, words, &mut errors, outputs)
}

/// Compares the statements of two folders.
fn run_folders(args: &DiffArgs, folders: [&Path; 2], words: (&Gate, &Terms)) -> Result<Outcome> {
    let mut errors = ReadErrors::default();
    let files = FolderFiles::list(folders, &args.reading, &args.output, &mut errors)?;
    let outputs = Outputs::open(args, &files.all())?;
    let found = files.read(&args.reading, &args.output, &mut errors);
    let texts = Texts {
        documents: found.documents,
        pairs: found.pairs,
        lone: Some(found.lone),
    };
    diff(args, texts, words, &mut errors, outputs)
}

/// Compares pairs of documents and writes all reports that are asked for, the
/// one that is read here last: its reader may close it early.
fn diff(
    args: &DiffArgs,
    texts: Texts,
    (gate, terms): (&Gate, &Terms),
    errors: &mut ReadErrors,
    mut outputs: Outputs,
) -> Result<Outcome> {
    let Texts {
        documents,
        pairs,
        lone,
    } = texts;
    let (witnesses, vocabulary) = witnesses_with(documents, terms, Some(&args.output))?;
    // It looks at the alignment alone, so nothing is compared.
    if args.explain_alignment {
        let report = &mut outputs.report;
        let outcome = explain(args, &witnesses, &vocabulary, pairs.into_iter(), report)?;
        outputs.finish()?;
        return Ok(errors.or(outcome));
    }
    let comparisons = compare_pairs(
        &witnesses,
        &vocabulary,
        pairs.into_iter(),
        Some(&args.output),
    );
    let mut records = records(&witnesses, &comparisons);
    for record in &mut records {
        // Before anything is laid out, so that no report and no exit status tells of what was left
        // out.
        gate.apply(record);
    }
    let found = Found {
        witnesses: &witnesses,
        vocabulary: &vocabulary,
        records: &records,
        inputs: page_inputs(&comparisons, &records),
        gate,
        lone: lone.as_deref(),
    };
    let lone_fails = found
        .lone()
        .any(|(_, relation)| gate.fails_on_lone(relation.into()));
    outputs.write(args, &found, errors)?;
    let fails = lone_fails
        // Changes that have just been accepted fail nothing.
        || args.gate.write_baseline.is_none() && records.iter().any(|record| gate.fails(record));
    if !args.watch {
        // The process ends here: it gives back all at once what would take a
        // fiftieth of the time piece by piece.
        forget(records);
        forget((comparisons, witnesses, vocabulary));
    }
    Ok(errors.or(if fails {
        Outcome::Changes
    } else {
        Outcome::Nothing
    }))
}

/// Two witnesses by their positions, and what was found between them.
pub(super) type Compared = (usize, usize, Comparison);

/// Compares the witnesses at each pair of positions.
pub(super) fn compare_pairs(
    witnesses: &[Witness],
    vocabulary: &Vocabulary,
    pairs: impl Iterator<Item = (usize, usize)>,
    output: Option<&OutputArgs>,
) -> Vec<Compared> {
    let options = AlignOptions::default();
    let pairs: Vec<_> = pairs.collect();
    let progress = Progress::new("comparing", pairs.len(), output);
    let found = compare_all(witnesses, &pairs, vocabulary, &options, || progress.step());
    let compared = pairs.into_iter().zip(found);
    compared
        .map(|((before, after), found)| (before, after, found))
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
