//! The range of a comparison as the user writes it.

use std::ffi::OsStr;
use std::path::PathBuf;

use verbale::{Error, Result, plain};

use super::run;
use crate::cli::args::DiffArgs;

/// Where one side of a comparison is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Side {
    Commit(String),
    Index,
    Files,
}

/// The two sides of a comparison.
#[derive(Debug, PartialEq, Eq)]
pub(in crate::cli) struct Range {
    pub(super) before: Side,
    pub(super) after: Side,
}

/// The range that `args` ask for, if any.
pub(in crate::cli) fn range(args: &DiffArgs) -> Result<Option<Range>> {
    if args.staged {
        return Ok(Some(Range {
            before: Side::Commit("HEAD".to_owned()),
            after: Side::Index,
        }));
    }
    args.git.as_deref().map(read_range).transpose()
}

/// Reads `A...B` (from where both parted to B), `A..B`, or `A` (to the files).
/// A side after may be left out, which is `HEAD`; one before may not: where it
/// comes from a variable that is not set, nothing would be compared.
fn read_range(text: &str) -> Result<Range> {
    let refuse = |problem: String| Error::Usage {
        problem,
        remedy: "write one as main...HEAD".to_owned(),
    };
    // Three dots first, since they begin with two.
    let parts = text.split_once("...").or_else(|| text.split_once(".."));
    let (before, after) = parts.map_or((text, None), |(before, after)| (before, Some(after)));
    if before.trim().is_empty() {
        return Err(refuse(format!("`{text}` names no commit to compare with")));
    }
    // git would read it as an option, or as a commit to leave out.
    let is_option = |name: &str| name.starts_with(['-', '^']);
    if is_option(before) || after.is_some_and(is_option) {
        return Err(refuse(format!("`{text}` is no range of commits")));
    }
    let Some(after) = after else {
        return Ok(Range {
            before: Side::Commit(before.to_owned()),
            after: Side::Files,
        });
    };
    let after = if after.is_empty() { "HEAD" } else { after };
    let before = if text.contains("...") {
        // As pull requests are shown: what the other side has got since is not told as gone.
        let base = run(&["merge-base", before, after], &[])?;
        String::from_utf8_lossy(&base).trim().to_owned()
    } else {
        before.to_owned()
    };
    Ok(Range {
        before: Side::Commit(before),
        after: Side::Commit(after.to_owned()),
    })
}

impl Range {
    /// Whether one side is the files here.
    pub(super) fn has_files(&self) -> bool {
        self.after == Side::Files
    }

    /// Refuses paths that name nothing on either side: a misspelt one would hide
    /// all changes.
    ///
    /// # Errors
    ///
    /// `Error::NothingMatches`, with the first of them.
    pub(super) fn refuse_idle_paths(&self, paths: &[PathBuf]) -> Result<()> {
        let words = ["ls-files", "-z", "--error-unmatch", "--"];
        let names: Vec<&OsStr> = paths.iter().map(|path| path.as_os_str()).collect();
        if paths.is_empty() || run(&words, &names).is_ok() {
            return Ok(());
        }
        // Asked of git, which gives it in the hash of this repository, SHA-1 or SHA-256; its input
        // is empty.
        let empty = run(&["hash-object", "-t", "tree", "--stdin"], &[])?;
        let empty = String::from_utf8_lossy(&empty).trim().to_owned();
        for path in paths {
            if !self.is_somewhere(path.as_os_str(), &empty)? {
                return Err(Error::Usage {
                    problem: format!("{}: matches no file in the range", plain::name(path)),
                    remedy: "check the spelling; paths start at the current folder".to_owned(),
                });
            }
        }
        Ok(())
    }

    /// Whether `path` names something on a side; `empty` is the tree without
    /// files.
    fn is_somewhere(&self, path: &OsStr, empty: &str) -> Result<bool> {
        for side in [&self.before, &self.after] {
            let found = match side {
                Side::Commit(commit) => {
                    // Against the tree without files everything is new; unlike `ls-tree`, `diff`
                    // reads paths as patterns, as the comparison will.
                    let words = ["diff", "--name-only", "--no-renames", empty, commit, "--"];
                    !run(&words, &[path])?.is_empty()
                }
                Side::Index | Side::Files => {
                    run(&["ls-files", "--error-unmatch", "--"], &[path]).is_ok()
                }
            };
            if found {
                return Ok(true);
            }
        }
        Ok(false)
    }
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
    }

    #[test]
    fn what_names_no_commit_before_is_refused() {
        for text in [
            "",
            " ",
            "..",
            "...",
            "..v2",
            "...v2",
            "^HEAD",
            "HEAD..^x",
            "--output=x",
        ] {
            assert!(read_range(text).is_err(), "{text}");
        }
    }

    #[test]
    fn a_range_with_one_name_ends_at_the_files_here() {
        assert!(read_range("v1").unwrap().has_files());
        assert!(!read_range("v1..v2").unwrap().has_files());
    }
}
