//! Loads the files of a command with the options that go with each.

use std::path::{Path, PathBuf};

use verbale::compare::Readings;
use verbale::load::{self, LoadOptions};
use verbale::model::{Document, Format, Language, Vocabulary, Witness};
use verbale::{Error, Result};

use super::args::{OutputArgs, ReadingArgs};
use super::progress::Progress;
use super::terms::terms;

/// The options for the file at `position` on the command line.
pub(super) fn options(args: &ReadingArgs, position: usize) -> LoadOptions {
    let at = |values: &[String]| values.get(position).cloned();
    LoadOptions {
        language: (args.language != "auto").then(|| Language::from_code(&args.language)),
        label: at(&args.label),
        delegation: at(&args.delegation),
        date: at(&args.date),
        title: at(&args.title),
        format: args.from.as_deref().and_then(Format::from_extension),
        name_pattern: args.name_pattern.clone(),
        tracked: args.tracked.into(),
        boilerplate: args.boilerplate.clone(),
        cage: None,
    }
}

/// Loads all files; each has a name of its own.
pub(super) fn load_all(
    files: &[PathBuf],
    args: &ReadingArgs,
    output: Option<&OutputArgs>,
) -> Result<Vec<Document>> {
    refuse_second_stdin(files)?;
    refuse_spare_facts(args, files.len())?;
    let progress = Progress::new("reading", files.len(), output);
    let with_options =
        |(position, path): (usize, &PathBuf)| (path.clone(), options(args, position));
    let files: Vec<_> = files.iter().enumerate().map(with_options).collect();
    let mut documents = load::load_all(&files, || progress.step())?;
    name_apart(&mut documents);
    Ok(documents)
}

/// Finds the words and figures of all documents.
pub(super) fn witnesses(
    documents: impl IntoIterator<Item = Document, IntoIter: ExactSizeIterator>,
    args: &ReadingArgs,
    output: Option<&OutputArgs>,
) -> Result<(Vec<Witness>, Vocabulary)> {
    let terms = terms(args)?;
    let documents = documents.into_iter();
    let progress = Progress::new("finding figures in", documents.len(), output);
    let mut readings = Readings::new(&terms);
    for document in documents {
        progress.step();
        readings.read(document);
    }
    Ok(readings.finish())
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

/// Whether the file holds JSON lines.
pub(super) fn is_rows(path: &Path) -> bool {
    path.extension()
        .is_some_and(|extension| extension == "jsonl" || extension == "ndjson")
}

/// Documents of one name are told apart by their paths.
pub(super) fn name_apart(documents: &mut [Document]) {
    for at in 1..documents.len() {
        let taken =
            |id: &str, documents: &[Document]| documents[..at].iter().any(|other| other.id == id);
        if taken(&documents[at].id, documents) {
            if let Some(path) = documents[at].path.clone() {
                documents[at].id = path;
            }
            let (id, mut count) = (documents[at].id.clone(), 1);
            while taken(&documents[at].id, documents) {
                count += 1;
                documents[at].id = format!("{id} ({count})");
            }
        }
    }
}
