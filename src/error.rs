//! The one error of the crate.

use std::io;
use std::path::{Path, PathBuf};

use crate::plain::{MAX_CHARS, clip, name};

/// The most characters of what is wrong, and of what to do.
const MAX_WORDS: usize = 500;

/// Why a statement could not be read or a report not be written.
///
/// Each message names the file, the place in it and the remedy; the cause is
/// in `source` alone. What it repeats of a file or a name is escaped and clipped
/// ([`crate::plain`]), so that a message is one line whatever the input.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// There is no such file.
    #[error("{}: no such file; check the spelling", name(path))]
    Missing {
        /// The file as named by the user.
        path: PathBuf,
    },
    /// A directory where one statement is wanted.
    #[error("{}: a directory, not a statement; name a file in it", name(path))]
    Directory {
        /// The directory as named by the user.
        path: PathBuf,
    },
    /// A glob or a directory without a statement in it.
    #[error(
        "{}: no statement matches; quote the pattern and check the folder",
        clip(pattern, MAX_CHARS)
    )]
    NothingMatches {
        /// The pattern as given by the user.
        pattern: String,
    },
    /// The operating system could not read or write the file.
    #[error("{}: cannot {action}", name(path))]
    Io {
        /// The file as named by the user.
        path: PathBuf,
        /// `read` or `write`.
        action: &'static str,
        /// What the system says.
        source: io::Error,
    },
    /// The bytes are no statement in a format that is read here.
    #[error(
        "{}: {}; {}",
        name(path),
        clip(problem, MAX_WORDS),
        clip(remedy, MAX_WORDS)
    )]
    Unreadable {
        /// The file as named by the user.
        path: PathBuf,
        /// What was found, with the place: `empty file`, `no text layer on 12 pages`.
        problem: String,
        /// What the user can do.
        remedy: String,
    },
    /// A line of a JSONL file is not a row.
    #[error(
        "{}: line {line}: {}; each line is {{\"id\":…,\"text\":…}} or {{\"id\":…,\"paragraphs\":[…]}}",
        name(path),
        clip(problem, MAX_WORDS)
    )]
    Row {
        /// The file as named by the user.
        path: PathBuf,
        /// Counted from 1.
        line: usize,
        /// The id of the row, where it has one.
        id: Option<String>,
        /// What is wrong with it, with the column where it is known.
        problem: String,
    },
    /// The command line asks for something that cannot be done.
    #[error("{}; {}", clip(problem, MAX_WORDS), clip(remedy, MAX_WORDS))]
    Usage {
        /// What is wrong.
        problem: String,
        /// What to write instead.
        remedy: String,
    },
}

impl Error {
    /// A stable name for the kind of error, as in the records of the command.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Missing { .. } => "missing_file",
            Self::Directory { .. } => "directory",
            Self::NothingMatches { .. } => "nothing_matches",
            Self::Io { .. } => "io",
            Self::Unreadable { .. } => "unreadable",
            Self::Row { .. } => "bad_row",
            Self::Usage { .. } => "usage",
        }
    }

    /// What to do about it; `None` where the system alone knows.
    #[must_use]
    pub fn remedy(&self) -> Option<&str> {
        Some(match self {
            Self::Missing { .. } => "check the spelling",
            Self::Directory { .. } => "name a file in it",
            Self::NothingMatches { .. } => "quote the pattern and check the folder",
            Self::Io { .. } => return None,
            Self::Unreadable { remedy, .. } | Self::Usage { remedy, .. } => remedy,
            Self::Row { .. } => {
                "each line is {\"id\":…,\"text\":…} or {\"id\":…,\"paragraphs\":[…]}"
            }
        })
    }

    /// The file as named by the user; `None` where none is concerned.
    #[must_use]
    pub fn path(&self) -> Option<&Path> {
        match self {
            Self::Missing { path }
            | Self::Directory { path }
            | Self::Io { path, .. }
            | Self::Unreadable { path, .. }
            | Self::Row { path, .. } => Some(path),
            Self::NothingMatches { .. } | Self::Usage { .. } => None,
        }
    }

    /// The line of a row, from 1.
    #[must_use]
    pub fn line(&self) -> Option<usize> {
        match self {
            Self::Row { line, .. } => Some(*line),
            _ => None,
        }
    }

    /// The id of a row that could not be read.
    #[must_use]
    pub fn row_id(&self) -> Option<&str> {
        match self {
            Self::Row { id, .. } => id.as_deref(),
            _ => None,
        }
    }

    /// What the system says of a file that could not be opened or read:
    /// [`Error::Missing`] where there is none, else [`Error::Io`].
    #[must_use]
    pub fn cannot_read(path: &Path, source: io::Error) -> Self {
        let path = path.to_owned();
        match source.kind() {
            io::ErrorKind::NotFound => Self::Missing { path },
            _ => Self::Io {
                path,
                action: "read",
                source,
            },
        }
    }
}

/// The result of anything that reads or writes a file.
pub type Result<T> = std::result::Result<T, Error>;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_remedy_ends_the_message() {
        let path = || PathBuf::from("a.txt");
        let text = || "words".to_owned();
        let errors = [
            Error::Missing { path: path() },
            Error::Directory { path: path() },
            Error::NothingMatches { pattern: text() },
            Error::Unreadable {
                path: path(),
                problem: text(),
                remedy: "save it again".to_owned(),
            },
            Error::Row {
                path: path(),
                line: 3,
                id: None,
                problem: text(),
            },
        ];
        for error in errors {
            let end = format!("; {}", error.remedy().unwrap());
            assert!(error.to_string().ends_with(&end), "{error}");
        }
    }
}
