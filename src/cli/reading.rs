//! Loads the files of a command with the options that go with each.

use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use verbale::compare::Readings;
use verbale::extract::Terms;
use verbale::load::inputs::expand;
use verbale::load::jsonl;
use verbale::load::{self, LoadOptions, name_apart, stdin_holds_rows};
use verbale::model::{Document, Format, Vocabulary, Witness};
use verbale::{Error, Result};

use super::args::{LanguageArg, OutputArgs, ReadingArgs};
use super::output::Output;
use super::pdf_process::pdf_process;
use super::progress::Progress;
use super::read_errors::ReadErrors;
use super::terms::terms;
use super::{bounds, note};

/// The options for the file at `position` on the command line.
pub(super) fn options(args: &ReadingArgs, position: usize) -> LoadOptions {
    let at = |values: &[String]| values.get(position).cloned();
    LoadOptions {
        language: match args.language {
            LanguageArg::Auto => None,
            LanguageArg::Is(language) => Some(language),
        },
        label: at(&args.label),
        delegation: at(&args.delegation),
        date: at(&args.date),
        title: at(&args.title),
        format: args.from,
        name_pattern: args.name_pattern.clone(),
        tracked: args.tracked.into(),
        keeps_original: args.keeps_original,
        boilerplate: args.boilerplate.clone(),
        pdf_process: pdf_process(),
    }
}

/// The files that `names` stand for; what is none is told.
///
/// # Errors
///
/// When standard input is to be read twice, or more is told of the files than
/// there are.
pub(super) fn inputs(
    names: &[PathBuf],
    args: &ReadingArgs,
    output: &OutputArgs,
) -> Result<(Vec<PathBuf>, ReadErrors)> {
    refuse_second_stdin(names)?;
    let mut inputs = expand(names);
    let errors = ReadErrors::of(&mut inputs, output);
    // A name that is missing takes its facts with it.
    refuse_spare_facts(args, inputs.files.len() + errors.records().len())?;
    Ok((inputs.files, errors))
}

/// Loads all files; each document has a name of its own. One that cannot be read
/// is told, and the others go on.
pub(super) fn load_all(
    files: &[PathBuf],
    args: &ReadingArgs,
    output: Option<&OutputArgs>,
    errors: &mut ReadErrors,
) -> Vec<Document> {
    let mut documents = Vec::new();
    // A file of rows is many documents, read in one go; only files of one statement are shared out
    // between cores.
    if files.iter().any(|path| is_rows(path, args)) {
        each_document(files, args, output, |document| {
            documents.extend(errors.or_report(document));
        });
    } else {
        let progress = Progress::new("reading", files.len(), output);
        let with_options =
            |(position, path): (usize, &PathBuf)| (path.clone(), options(args, position));
        let files: Vec<_> = files.iter().enumerate().map(with_options).collect();
        let read = load::load_all(&files, || progress.step());
        // Its line is wiped before errors are told on the same stream.
        drop(progress);
        documents.extend(read.into_iter().filter_map(|read| errors.or_report(read)));
    }
    // Over all files: two of one name may stand in two folders, and a short one takes its language
    // from the others.
    name_apart(&mut documents);
    load::share_language(&mut documents);
    documents
}

/// Hands what came of each document of the files to `take`, one at a time.
fn each_document(
    files: &[PathBuf],
    args: &ReadingArgs,
    output: Option<&OutputArgs>,
    mut take: impl FnMut(Result<Document>),
) {
    let progress = Progress::new("reading", files.len(), output);
    for (position, path) in files.iter().enumerate() {
        progress.step();
        let options = options(args, position);
        if is_rows(path, args) {
            match jsonl::open(path, options) {
                Ok(rows) => rows.for_each(&mut take),
                Err(error) => take(Err(error)),
            }
        } else {
            take(load::load(path, &options));
        }
    }
}

/// Does `work` on each row of the files, on all cores, and writes the bytes that it
/// gives, in the order of the rows; a row that cannot be read is told, and an error in
/// its place. As few rows as cores need are in memory.
///
/// # Errors
///
/// When the output cannot be written.
pub(super) fn stream_rows(
    files: &[PathBuf],
    args: &ReadingArgs,
    (to, output): (&OutputArgs, &mut Output),
    errors: &mut ReadErrors,
    work: impl Fn(Document) -> Vec<u8> + Sync,
) -> Result<()> {
    let (mut read, mut broken) = (0, 0);
    for (position, path) in files.iter().enumerate() {
        let Some(mut rows) = errors.or_report(jsonl::open(path, options(args, position))) else {
            errors.write(to, output)?;
            continue;
        };
        let mut failed = None;
        rows.each(
            |row| row.map(&work),
            |row| {
                let written = match errors.or_report(row) {
                    Some(bytes) => output.with(|out| out.write_all(&bytes)),
                    None => errors.write(to, output),
                };
                failed = written.err();
                if failed.is_some() || output.is_left() {
                    ControlFlow::Break(())
                } else {
                    ControlFlow::Continue(())
                }
            },
        );
        if let Some(error) = failed {
            return Err(error);
        }
        let counts = rows.counts();
        (read, broken) = (read + counts.0, broken + counts.1);
    }
    report_broken(to, broken, read);
    Ok(())
}

/// Tells at the end how many of many rows were not read.
pub(super) fn report_broken(to: &OutputArgs, broken: usize, read: usize) {
    // A single one was told already.
    if broken > 1 {
        note(to, &format!("{broken} of {read} rows not read"));
    }
}

/// Finds the words and figures of all documents.
///
/// # Errors
///
/// When the user's own words cannot be read, or the texts are more than a run takes.
pub(super) fn witnesses(
    documents: impl IntoIterator<Item = Document>,
    args: &ReadingArgs,
    output: Option<&OutputArgs>,
) -> Result<(Vec<Witness>, Vocabulary)> {
    witnesses_with(documents, &terms(args)?, output)
}

/// Finds the words and figures of all documents, with the user's own `terms`.
///
/// # Errors
///
/// When the texts are more than a run takes.
pub(super) fn witnesses_with(
    documents: impl IntoIterator<Item = Document>,
    terms: &Terms,
    output: Option<&OutputArgs>,
) -> Result<(Vec<Witness>, Vocabulary)> {
    read_all(Readings::new(terms), documents, output)
}

/// Reads all documents as `readings` are to be read.
///
/// # Errors
///
/// When the texts are more than a run takes.
pub(super) fn read_all(
    mut readings: Readings<'_>,
    documents: impl IntoIterator<Item = Document>,
    output: Option<&OutputArgs>,
) -> Result<(Vec<Witness>, Vocabulary)> {
    let documents: Vec<Document> = documents.into_iter().collect();
    // Texts are measured before their words take memory, figures as soon as they are counted.
    bounds::check_texts(&documents)?;
    let progress = Progress::new("finding figures in", documents.len(), output);
    for document in documents {
        progress.step();
        readings.read(document);
    }
    let (witnesses, vocabulary) = readings.finish();
    bounds::check_figures(&witnesses)?;
    Ok((witnesses, vocabulary))
}

/// Standard input can be read once.
pub(super) fn refuse_second_stdin(files: &[PathBuf]) -> Result<()> {
    if files.iter().filter(|path| *path == Path::new("-")).count() > 1 {
        return Err(Error::Usage {
            problem: "`-` stands twice, but standard input can be read once".to_owned(),
            remedy: "name a file for one of them".to_owned(),
        });
    }
    Ok(())
}

/// What is told of each file in order cannot be told of more files than there are.
pub(super) fn refuse_spare_facts(args: &ReadingArgs, files: usize) -> Result<()> {
    let facts = [
        ("label", &args.label),
        ("delegation", &args.delegation),
        ("date", &args.date),
        ("title", &args.title),
    ];
    let spare = facts.iter().find(|(_, values)| values.len() > files);
    spare.map_or(Ok(()), |(name, values)| {
        Err(Error::Usage {
            problem: format!("--{name} stands {} times for {files} files", values.len()),
            remedy: "give it at most once for each file, in order".to_owned(),
        })
    })
}

/// Whether the file holds JSON lines: as the user says, or its name, or the first line
/// of standard input.
pub(super) fn is_rows(path: &Path, args: &ReadingArgs) -> bool {
    match args.from {
        Some(format) => format == Format::Jsonl,
        None if path == Path::new("-") => stdin_holds_rows(),
        None => path
            .extension()
            .is_some_and(|extension| extension == "jsonl" || extension == "ndjson"),
    }
}

/// Whether all files hold JSON lines.
pub(super) fn are_rows(files: &[PathBuf], args: &ReadingArgs) -> bool {
    !files.is_empty() && files.iter().all(|path| is_rows(path, args))
}
