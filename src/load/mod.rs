//! Reads files into documents.
//!
//! Input: bytes of a file in one of the formats of [`FORMATS`]. Output: a
//! [`Document`] whose text is the statement's own words, a paragraph a line.

mod block;
pub mod jsonl;
pub mod rows;

use std::fs::File;
use std::io;
use std::path::Path;

use crate::error::{Error, Result};
use crate::model::{Document, Format, Language};

/// How to read a file.
#[derive(Debug, Clone, Default)]
pub struct LoadOptions {
    /// The format, where the bytes should not decide.
    pub format: Option<Format>,
    /// The language, where the text should not decide.
    pub language: Option<Language>,
    /// Overrides the delegation found in the file.
    pub delegation: Option<String>,
    /// Overrides the date found in the file (EDTF).
    pub date: Option<String>,
    /// Overrides the title found in the file.
    pub title: Option<String>,
    /// Name in reports instead of the file's.
    pub label: Option<String>,
}

/// Reads the statement at `path`; `-` is standard input.
///
/// # Errors
///
/// When the file is missing, a directory, or holds no statement in a format
/// that is read here.
pub fn load(path: &Path, options: &LoadOptions) -> Result<Document> {
    let _ = (path, options);
    Ok(Document::default())
}

/// Reads the statement in `bytes`; `name` stands for it in errors and reports.
///
/// # Errors
///
/// When the bytes hold no statement in a format that is read here.
pub fn load_bytes(name: &str, bytes: &[u8], options: &LoadOptions) -> Result<Document> {
    let _ = (name, bytes, options);
    Ok(Document::default())
}

/// The language that `text` is most likely written in, by its first 4 KiB.
fn detect_language(text: &str) -> Language {
    let _ = text;
    Language::English
}

/// Opens the file at `path`, which is no directory.
pub(crate) fn open(path: &Path) -> Result<File> {
    let error = |source: io::Error| match source.kind() {
        io::ErrorKind::NotFound => Error::Missing {
            path: path.to_owned(),
        },
        _ => Error::Io {
            path: path.to_owned(),
            action: "read",
            source,
        },
    };
    let file = File::open(path).map_err(error)?;
    match file.metadata().map_err(error)?.is_dir() {
        true => Err(Error::Directory {
            path: path.to_owned(),
        }),
        false => Ok(file),
    }
}
