//! The changed statements of a git repository, each with its former version.
//!
//! The `git` program is run rather than a library linked: it knows every
//! repository format, filter, partial clone and setting of the user's, and is
//! there wherever a repository is.

use std::collections::BTreeMap;
use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use verbale::load::inputs::is_statement;
use verbale::load::{LoadOptions, load_bytes};
use verbale::model::Document;
use verbale::{Error, Result};

use super::args::DiffArgs;
use super::reading::options;
use super::report_error;

/// Where one side of a comparison is.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Side {
    Commit(String),
    Index,
    Files,
}

/// The two sides of a comparison.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Range {
    before: Side,
    after: Side,
}

/// The statements that changed, before and after by turns.
pub(super) struct Changed {
    pub(super) documents: Vec<Document>,
    /// Whether all of them could be read.
    pub(super) is_whole: bool,
}

/// The range that `args` ask for, if any.
pub(super) fn range(args: &DiffArgs) -> Result<Option<Range>> {
    if args.staged {
        return Ok(Some(Range {
            before: Side::Commit("HEAD".to_owned()),
            after: Side::Index,
        }));
    }
    args.git.as_deref().map(read_range).transpose()
}

/// Reads `A...B` (from where both parted to B), `A..B`, or `A` (to the files).
fn read_range(text: &str) -> Result<Range> {
    let commit = |name: &str| {
        let name = if name.is_empty() { "HEAD" } else { name };
        Side::Commit(name.to_owned())
    };
    if text.starts_with('-') || text.contains("..-") {
        return Err(Error::Usage {
            problem: format!("`{text}` is no range of commits"),
            remedy: "write one as main...HEAD".to_owned(),
        });
    }
    if let Some((before, after)) = text.split_once("...") {
        let name = |name: &str| if name.is_empty() { "HEAD" } else { name }.to_owned();
        let base = run(&["merge-base", &name(before), &name(after)], &[])?;
        return Ok(Range {
            before: Side::Commit(String::from_utf8_lossy(&base).trim().to_owned()),
            after: commit(after),
        });
    }
    Ok(match text.split_once("..") {
        Some((before, after)) => Range {
            before: commit(before),
            after: commit(after),
        },
        None => Range {
            before: commit(text),
            after: Side::Files,
        },
    })
}

/// A changed file by its paths before and after, from the top of the
/// repository; one is missing where it was added or removed.
type Entry = (Option<PathBuf>, Option<PathBuf>);

/// Reads the statements that changed in `range`, as far as `args` name them.
/// One that cannot be read is told, and the others go on.
///
/// # Errors
///
/// When git cannot be run or refuses.
pub(super) fn changed(range: &Range, args: &DiffArgs) -> Result<Changed> {
    let top = run(&["rev-parse", "--show-toplevel"], &[])?;
    let top = PathBuf::from(String::from_utf8_lossy(&top).trim_end().to_owned());
    let mut changed = Changed {
        documents: Vec::new(),
        is_whole: true,
    };
    for (before, after) in entries(range, &args.files)? {
        let Some(name) = after.as_deref().or(before.as_deref()) else {
            continue;
        };
        let options = LoadOptions {
            label: Some(slashes(name)),
            ..options(&args.reading, usize::MAX)
        };
        let sides = [(&range.before, &before), (&range.after, &after)];
        let read = |(side, path): (&Side, &Option<PathBuf>)| match path {
            Some(path) => document(path, &bytes(side, path, &top)?, &options),
            None => Ok(absent(name)),
        };
        match sides.into_iter().map(read).collect::<Result<Vec<_>>>() {
            Ok(pair) => changed.documents.extend(pair),
            Err(error) => {
                report_error(&error);
                changed.is_whole = false;
            }
        }
    }
    Ok(changed)
}

fn document(path: &Path, bytes: &[u8], options: &LoadOptions) -> Result<Document> {
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Ok(absent(path));
    }
    load_bytes(&slashes(path), bytes, options)
}

/// The statement on the side where there is none: it says nothing.
pub(super) fn absent(path: &Path) -> Document {
    Document {
        id: slashes(path),
        path: Some(slashes(path)),
        ..Document::default()
    }
}

fn slashes(path: &Path) -> String {
    path.to_string_lossy().replace('\\', "/")
}

fn bytes(side: &Side, path: &Path, top: &Path) -> Result<Vec<u8>> {
    let object = match side {
        Side::Commit(commit) => format!("{commit}:{}", slashes(path)),
        Side::Index => format!(":{}", slashes(path)),
        Side::Files => {
            return std::fs::read(top.join(path)).map_err(|source| Error::Io {
                path: path.to_owned(),
                action: "read",
                source,
            });
        }
    };
    run(&["cat-file", "blob", &object], &[])
}

/// The changed statements of a range, sorted by path.
fn entries(range: &Range, paths: &[PathBuf]) -> Result<Vec<Entry>> {
    let mut words = vec![
        "diff",
        "--name-status",
        "-z",
        "--find-renames",
        "--no-ext-diff",
    ];
    for side in [&range.before, &range.after] {
        match side {
            Side::Commit(commit) => words.push(commit),
            Side::Index => words.push("--cached"),
            Side::Files => {}
        }
    }
    words.push("--");
    let names: Vec<&OsStr> = paths.iter().map(|path| path.as_os_str()).collect();
    let output = run(&words, &names)?;
    Ok(read_entries(&output))
}

/// Reads `git diff --name-status -z`: a status, then one path, or two for a
/// rename or a copy, each ended by NUL.
fn read_entries(output: &[u8]) -> Vec<Entry> {
    let mut fields = output.split(|byte| *byte == 0);
    let mut entries: BTreeMap<PathBuf, Entry> = BTreeMap::new();
    while let Some((status, path)) = fields.next().zip(fields.next()) {
        let path = path_of(path);
        let (before, after) = match status.first() {
            Some(b'A') => (None, Some(path)),
            Some(b'D') => (Some(path), None),
            Some(b'R' | b'C') => (Some(path), fields.next().map(path_of)),
            Some(b'M' | b'T') => (Some(path.clone()), Some(path)),
            _ => continue,
        };
        let name = after.clone().or_else(|| before.clone());
        if let Some(name) = name.filter(|name| is_statement(name)) {
            entries.insert(name, (before, after));
        }
    }
    entries.into_values().collect()
}

fn path_of(bytes: &[u8]) -> PathBuf {
    PathBuf::from(String::from_utf8_lossy(bytes).into_owned())
}

/// What `git` prints.
fn run(words: &[&str], paths: &[&OsStr]) -> Result<Vec<u8>> {
    let words = words.iter().map(OsString::from);
    let output = Command::new("git")
        .args(words)
        .args(paths)
        .stdin(Stdio::null())
        .output()
        .map_err(|error| Error::Usage {
            problem: format!("git cannot be started ({error})"),
            remedy: "install it, or name two files".to_owned(),
        })?;
    if output.status.success() {
        return Ok(output.stdout);
    }
    let message = String::from_utf8_lossy(&output.stderr).into_owned();
    let line = message.lines().next().unwrap_or("no reason given");
    Err(Error::Usage {
        problem: format!("git: {}", line.trim_start_matches("fatal: ")),
        remedy: "check the range and the paths".to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_are_read_as_git_reads_them() {
        let commit = |name: &str| Side::Commit(name.to_owned());
        let cases = [
            ("v1..v2", commit("v1"), commit("v2")),
            ("v1..", commit("v1"), commit("HEAD")),
            ("v1", commit("v1"), Side::Files),
        ];
        for (text, before, after) in cases {
            assert_eq!(read_range(text).unwrap(), Range { before, after });
        }
        assert!(read_range("--output=x").is_err());
    }

    #[test]
    fn renamed_added_and_removed_statements_are_listed_by_path() {
        let output = b"R090\0old.txt\0z.txt\0A\0a b.md\0D\0gone.docx\0M\0logo.png\0";
        let path = |name: &str| Some(PathBuf::from(name));
        assert_eq!(
            read_entries(output),
            [
                (None, path("a b.md")),
                (path("gone.docx"), None),
                (path("old.txt"), path("z.txt")),
            ]
        );
    }
}
