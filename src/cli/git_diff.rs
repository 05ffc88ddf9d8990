//! `verbale git-diff`: git's external diff (`git help git`, `GIT_EXTERNAL_DIFF`).

use std::path::{Path, PathBuf};

use clap::Args;
use verbale::load::{LoadOptions, load, share_language};
use verbale::model::Document;
use verbale::render::terminal::{self, Names};
use verbale::report::{Detail, Digest, DocumentRecord};
use verbale::{Error, Result, plain};

use super::Outcome;
use super::args::{Format, OutputArgs, ReadingArgs};
use super::diff::{compare_pairs, records};
use super::git::absent;
use super::output::{Output, check, refuse_format, screen};
use super::reading::{options, witnesses};

#[derive(Debug, Args)]
#[command(
    before_help = "Set up:\n  git config diff.verbale.command 'verbale git-diff'\n  echo '*.docx diff=verbale' >> .gitattributes"
)]
pub(super) struct GitDiffArgs {
    /// What git passes: PATH OLD-FILE OLD-HEX OLD-MODE NEW-FILE NEW-HEX NEW-MODE; PATH alone where it is unmerged
    #[arg(required = true, num_args = 1..=9, value_name = "PATH")]
    pub(super) words: Vec<PathBuf>,
    /// Exit with 1 where the statements differ, for diff.verbale.trustExitCode
    #[arg(long)]
    pub(super) trust_exit_code: bool,
    #[command(flatten)]
    pub(super) reading: ReadingArgs,
    #[command(flatten)]
    pub(super) output: OutputArgs,
}

/// Shows one file of a git diff. What cannot be read is told in its place and
/// is no trouble: git would give up on all files after it.
pub(super) fn run(args: &GitDiffArgs) -> Result<Outcome> {
    refuse_format(&args.output, &[Format::Terminal])?;
    let sides = args.words.iter().skip(1).map(PathBuf::as_path);
    check(args.output.file(), sides)?;
    let mut output = Output::open(&args.output)?;
    let (text, differs) = match args.words.as_slice() {
        [path] => (format!("{}: unmerged\n", plain::name(path)), false),
        [path, old, _, _, new, ..] => {
            // Of a renamed file git passes the new name behind the seven words.
            let path = args.words.get(7).unwrap_or(path);
            match read(path, [old, new], &args.reading) {
                Ok(documents) => compare(documents, args)?,
                // Told in the report itself, among the other files of the diff.
                Err(error) => (format!("{}: {error}\n", plain::name(path)), true),
            }
        }
        _ => {
            return Err(Error::Usage {
                problem: "git-diff takes what git passes to an external diff".to_owned(),
                remedy: "use `verbale diff OLD NEW` by hand".to_owned(),
            });
        }
    };
    output.with(|out| out.write_all(text.as_bytes()))?;
    output.finish()?;
    Ok(if differs && args.trust_exit_code {
        Outcome::Changes
    } else {
        Outcome::Nothing
    })
}

fn read(path: &Path, sides: [&PathBuf; 2], args: &ReadingArgs) -> Result<[Document; 2]> {
    let options = LoadOptions {
        label: Some(path.to_string_lossy().into_owned()),
        ..options(args, usize::MAX)
    };
    let read = |side: &PathBuf| match side.to_str() {
        // What git passes for the side where the file is new or gone.
        Some("/dev/null" | "nul") => Ok(absent(path)),
        _ => load(side, &options),
    };
    let mut documents = [read(sides[0])?, read(sides[1])?];
    share_language(&mut documents);
    Ok(documents)
}

/// The report on two documents, and whether they differ.
fn compare(documents: [Document; 2], args: &GitDiffArgs) -> Result<(String, bool)> {
    let (witnesses, vocabulary) = witnesses(documents, &args.reading, Some(&args.output))?;
    let comparisons = compare_pairs(&witnesses, &vocabulary, std::iter::once((0, 1)), None);
    let records = records(&witnesses, &comparisons);
    let [before, after] = [0, 1].map(|at: usize| DocumentRecord::new(&witnesses[at].document));
    let digest = Digest::new(&before, &after, &records[0], Detail::Summary);
    Ok(if digest.is_empty {
        (
            format!(
                "{}: no differences\n",
                plain::clip(after.id, plain::MAX_CHARS)
            ),
            false,
        )
    } else {
        let screen = screen(&args.output);
        let text = terminal::comparison(&digest, screen, Names::Documents);
        (text + "\n", digest.differs)
    })
}
