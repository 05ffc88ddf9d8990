//! `verbale diff`.

use std::mem::forget;

use verbale::align::AlignOptions;
use verbale::compare::compare_all;
use verbale::model::{Comparison, Document, Vocabulary, Witness};
use verbale::report::{ComparisonRecord, PageInput};
use verbale::{Error, Result};

use super::args::{Against, DiffArgs, OutputArgs};
use super::diff_output::{Found, write, write_beside};
use super::explain_alignment::explain;
use super::progress::Progress;
use super::reading::{is_rows, load_all, refuse_second_stdin, witnesses};
use super::watch::watch;
use super::{Outcome, gate, git, note, rows};

pub(super) fn run(args: &DiffArgs) -> Result<Outcome> {
    if args.watch {
        return watch(&args.files, || run_once(args));
    }
    run_once(args)
}

fn run_once(args: &DiffArgs) -> Result<Outcome> {
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
    let documents = load_all(&args.files, &args.reading, Some(&args.output))?;
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
    let (witnesses, vocabulary) = witnesses(documents, &args.reading, Some(&args.output))?;
    if args.explain_alignment {
        return explain(args, &witnesses, &vocabulary, pairs);
    }
    let comparisons = compare_pairs(&witnesses, &vocabulary, pairs, Some(&args.output));
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
        let to = OutputArgs {
            no_pager: args.output.no_pager || args.watch,
            ..args.output.clone()
        };
        write(args, &to, &found)?;
    }
    let fails =
        args.gate.write_baseline.is_none() && records.iter().any(|record| gate.fails(record));
    if !args.watch {
        // The process ends here: it gives back all at once what would take a
        // fiftieth of the time piece by piece.
        forget(records);
        forget((comparisons, witnesses, vocabulary));
    }
    Ok(if fails {
        Outcome::Changes
    } else {
        Outcome::Nothing
    })
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
