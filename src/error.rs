//! The one error of the crate.

use std::io;
use std::path::PathBuf;

/// Why a statement could not be read or a report not be written.
///
/// Each message names the file, the place in it and the remedy; the cause is
/// in `source` alone.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// There is no such file.
    #[error("{}: no such file; check the spelling", path.display())]
    Missing {
        /// The file as named by the user.
        path: PathBuf,
    },
    /// A directory where one statement is wanted.
    #[error("{}: a directory, not a statement; name a file in it", path.display())]
    Directory {
        /// The directory as named by the user.
        path: PathBuf,
    },
    /// A glob or a directory without a statement in it.
    #[error("{pattern}: no statement matches; quote the pattern and check the folder")]
    NothingMatches {
        /// The pattern as given by the user.
        pattern: String,
    },
    /// The operating system could not read or write the file.
    #[error("{}: cannot {action}", path.display())]
    Io {
        /// The file as named by the user.
        path: PathBuf,
        /// `read` or `write`.
        action: &'static str,
        /// What the system says.
        source: io::Error,
    },
    /// The bytes are no statement in a format that is read here.
    #[error("{}: {problem}; {remedy}", path.display())]
    Unreadable {
        /// The file as named by the user.
        path: PathBuf,
        /// What was found, with the place: `empty file`, `no text layer on 12 pages`.
        problem: String,
        /// What the user can do.
        remedy: String,
    },
    /// A line of a JSONL file is not a row.
    #[error("{}: line {line}: {problem}; each line is {{\"id\":…,\"text\":…}} or {{\"id\":…,\"paragraphs\":[…]}}", path.display())]
    Row {
        /// The file as named by the user.
        path: PathBuf,
        /// Counted from 1.
        line: usize,
        /// What is wrong with it, with the column where it is known.
        problem: String,
    },
    /// The command line asks for something that cannot be done.
    #[error("{problem}; {remedy}")]
    Usage {
        /// What is wrong.
        problem: String,
        /// What to write instead.
        remedy: String,
    },
}

/// The result of anything that reads or writes a file.
pub type Result<T> = std::result::Result<T, Error>;
