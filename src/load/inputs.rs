//! Turns the names on a command line into files.

use std::path::{Component, Path, PathBuf};

use globset::{GlobBuilder, GlobMatcher};
use walkdir::{DirEntry, WalkDir};

use super::format;
use crate::error::{Error, Result};
use crate::model::Format;

/// The files that `names` stand for, in the order of the names: a file is
/// itself, `-` is standard input, a directory is the statements in it and
/// below, a glob the files it matches, both sorted by path. Hidden files are
/// skipped in directories and globs.
///
/// # Errors
///
/// When a name is no file, or a directory or glob holds no statement.
pub fn expand(names: &[PathBuf]) -> Result<Vec<PathBuf>> {
    let mut files = Vec::with_capacity(names.len());
    for name in names {
        if name == Path::new("-") || name.is_file() {
            files.push(name.clone());
        } else if name.is_dir() {
            let found = walk(name, |path| format::of_extension(path).is_some())?;
            extend(&mut files, found, name)?;
        } else if let Some(glob) = glob(name)? {
            let found = walk(&literal_start(name), |path| glob.is_match(bare(path)))?;
            extend(&mut files, found, name)?;
        } else if name.exists() {
            files.push(name.clone());
        } else {
            return Err(Error::Missing { path: name.clone() });
        }
    }
    Ok(files)
}

/// Whether the extension of `path` promises a statement.
#[must_use]
pub fn is_statement(path: &Path) -> bool {
    format::of_extension(path).is_some_and(|format| format != Format::Jsonl)
}

fn extend(files: &mut Vec<PathBuf>, found: Vec<PathBuf>, name: &Path) -> Result<()> {
    if found.is_empty() {
        return Err(Error::NothingMatches {
            pattern: name.display().to_string(),
        });
    }
    files.extend(found);
    Ok(())
}

/// The files in `directory` and below that `is_wanted`, sorted by path.
fn walk(directory: &Path, is_wanted: impl Fn(&Path) -> bool) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    if !directory.exists() {
        return Ok(found);
    }
    let entries = WalkDir::new(directory)
        .follow_links(true)
        .sort_by_file_name();
    for entry in entries.into_iter().filter_entry(|entry| !is_hidden(entry)) {
        let entry = entry.map_err(|error| Error::Io {
            path: error.path().unwrap_or(directory).to_owned(),
            action: "read",
            source: error.into(),
        })?;
        if entry.file_type().is_file() && is_wanted(entry.path()) {
            found.push(bare(entry.path()).to_owned());
        }
    }
    Ok(found)
}

fn is_hidden(entry: &DirEntry) -> bool {
    entry.depth() > 0 && entry.file_name().as_encoded_bytes().starts_with(b".")
}

/// The glob that `name` spells; `None` for a name without wildcards. `*` stops
/// at a separator, `**` does not.
fn glob(name: &Path) -> Result<Option<GlobMatcher>> {
    let pattern = bare(name).to_string_lossy();
    if !pattern.contains(WILDCARDS) {
        return Ok(None);
    }
    let glob = GlobBuilder::new(&pattern)
        .literal_separator(true)
        .build()
        .map_err(|error| Error::Usage {
            problem: format!("{pattern}: {}", error.kind()),
            remedy: "close its brackets, or name the files".into(),
        })?;
    Ok(Some(glob.compile_matcher()))
}

const WILDCARDS: [char; 4] = ['*', '?', '[', '{'];

/// The folders of a glob before its first wildcard; `.` if there are none.
fn literal_start(name: &Path) -> PathBuf {
    let is_literal = |part: &Component| !part.as_os_str().to_string_lossy().contains(WILDCARDS);
    let start: PathBuf = bare(name).components().take_while(is_literal).collect();
    if start.as_os_str().is_empty() {
        PathBuf::from(".")
    } else {
        start
    }
}

/// `path` without a leading `./`.
fn bare(path: &Path) -> &Path {
    path.strip_prefix(".").unwrap_or(path)
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    /// A folder with `a.txt`, `b.md`, `.c.txt`, `d.png` and `sub/e.txt`.
    fn folder() -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("sub")).unwrap();
        for name in ["b.md", "a.txt", ".c.txt", "d.png", "sub/e.txt"] {
            fs::write(folder.path().join(name), "x").unwrap();
        }
        folder
    }

    fn names(folder: &Path, pattern: &str) -> Result<Vec<String>> {
        let relative = |path: PathBuf| path.strip_prefix(folder).unwrap().display().to_string();
        Ok(expand(&[folder.join(pattern)])?
            .into_iter()
            .map(relative)
            .collect())
    }

    #[test]
    fn a_folder_is_the_statements_in_it_sorted() {
        let folder = folder();
        assert_eq!(
            names(folder.path(), "").unwrap(),
            ["a.txt", "b.md", "sub/e.txt"]
        );
    }

    #[test]
    fn globs_are_matched_when_the_shell_did_not() {
        let folder = folder();
        assert_eq!(names(folder.path(), "*.txt").unwrap(), ["a.txt"]);
        assert_eq!(
            names(folder.path(), "**/*.txt").unwrap(),
            ["a.txt", "sub/e.txt"]
        );
        assert_eq!(names(folder.path(), "{a,b}.*").unwrap(), ["a.txt", "b.md"]);
    }

    #[test]
    fn names_keep_their_order_and_may_repeat() {
        let folder = folder();
        let twice = [
            folder.path().join("b.md"),
            "-".into(),
            folder.path().join("b.md"),
        ];
        assert_eq!(expand(&twice).unwrap(), twice);
    }

    #[test]
    fn what_is_not_there_is_an_error() {
        let folder = folder();
        assert!(matches!(
            names(folder.path(), "none.txt"),
            Err(Error::Missing { .. })
        ));
        assert!(matches!(
            names(folder.path(), "*.pdf"),
            Err(Error::NothingMatches { .. })
        ));
        assert!(matches!(
            names(folder.path(), "[.txt"),
            Err(Error::Usage { .. })
        ));
    }
}
