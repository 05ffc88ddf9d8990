//! Turns the names on a command line into files.

use std::path::{Component, Path, PathBuf};

use globset::{GlobBuilder, GlobMatcher};
use walkdir::{DirEntry, WalkDir};

use super::{format, jsonl};
use crate::error::{Error, Result};
use crate::model::Format;
use crate::plain;

/// What the names on a command line stand for.
#[derive(Debug, Default)]
pub struct Inputs {
    /// The files, in the order of the names.
    pub files: Vec<PathBuf>,
    /// What is meant and cannot be read: a missing file, a link that leads
    /// nowhere or out of its folder.
    pub refused: Vec<Error>,
    /// What was passed over with reason, in a sentence each: a list of files
    /// that is no statement, a link to a folder.
    pub passed_over: Vec<String>,
}

/// The files that `names` stand for, in the order of the names: a file is
/// itself, `-` is standard input, a directory is the statements in it and
/// below, a glob the files it matches, both sorted by path. Hidden files are
/// skipped in directories and globs, and no link is followed out of them: the
/// texts of a folder are those that its owner put there.
#[must_use]
pub fn expand(names: &[PathBuf]) -> Inputs {
    let mut inputs = Inputs::default();
    for name in names {
        if let Err(error) = inputs.add(name) {
            inputs.refused.push(error);
        }
    }
    inputs
}

/// Whether the extension of `path` promises a statement.
#[must_use]
pub fn is_statement(path: &Path) -> bool {
    format::of_extension(path).is_some_and(|format| format != Format::Jsonl)
}

impl Inputs {
    fn add(&mut self, name: &Path) -> Result<()> {
        // Before the glob: *report [final].txt* is the name of a file too.
        if name == Path::new("-") || name.is_file() {
            self.files.push(name.to_owned());
        } else if name.is_dir() {
            self.walk(name, name, |path| format::of_extension(path).is_some())?;
        } else if let Some(glob) = glob(name)? {
            let start = literal_start(name);
            self.walk(&start, name, |path| glob.is_match(bare(path)))?;
        } else if name.exists() {
            self.files.push(name.to_owned());
        } else {
            let path = name.to_owned();
            return Err(Error::Missing { path });
        }
        Ok(())
    }

    /// Adds the files in `folder` and below that are wanted, sorted by path.
    ///
    /// # Errors
    ///
    /// When there is none; `name` is what the user wrote.
    fn walk(
        &mut self,
        folder: &Path,
        name: &Path,
        is_wanted: impl Fn(&Path) -> bool,
    ) -> Result<()> {
        let before = (self.files.len(), self.refused.len());
        let top = folder.canonicalize().unwrap_or_default();
        let entries = WalkDir::new(folder).sort_by_file_name().into_iter();
        for entry in entries.filter_entry(|entry| !is_hidden(entry)) {
            match entry {
                // A link stays: one to a folder is told of below.
                Ok(entry) if !is_wanted(entry.path()) && !entry.path_is_symlink() => {}
                Ok(entry) if is_wanted(entry.path()) => self.take(&entry, &top),
                Ok(entry) if entry.depth() > 0 && entry.path().is_dir() => {
                    let name = plain::name(entry.path());
                    let why = "a link to a folder, not followed";
                    self.passed_over.push(format!("{name}: {why}"));
                }
                Ok(_) => {}
                Err(error) if error.depth() == 0 && !folder.exists() => {}
                Err(error) => self.refused.push(Error::Io {
                    path: error.path().unwrap_or(folder).to_owned(),
                    action: "read",
                    source: error.into(),
                }),
            }
        }
        if before == (self.files.len(), self.refused.len()) {
            return Err(Error::NothingMatches {
                pattern: name.to_string_lossy().into_owned(),
            });
        }
        Ok(())
    }

    /// Takes what was found at a wanted name in the folder `top`.
    fn take(&mut self, entry: &DirEntry, top: &Path) {
        let path = entry.path();
        let refuse = |problem: &str, remedy: &str| Error::Unreadable {
            path: path.to_owned(),
            problem: problem.to_owned(),
            remedy: remedy.to_owned(),
        };
        let target = path.canonicalize();
        let is_inside = target.as_ref().is_ok_and(|target| target.starts_with(top));
        if path.is_dir() {
            // A folder that is named like a file is walked as any other.
        } else if entry.path_is_symlink() && target.is_err() {
            let error = refuse("a link to nothing", "remove it, or mend it");
            self.refused.push(error);
        } else if entry.path_is_symlink() && !is_inside {
            let error = refuse("a link out of the folder, not followed", "name the file");
            self.refused.push(error);
        } else if !path.is_file() {
            self.refused.push(refuse(
                "no regular file",
                "name a file that holds a statement",
            ));
        } else if is_jsonl(path) && jsonl::is_manifest(path) {
            let why = "a list without texts, passed over";
            self.passed_over
                .push(format!("{}: {why}", plain::name(path)));
        } else {
            self.files.push(bare(path).to_owned());
        }
    }
}

fn is_jsonl(path: &Path) -> bool {
    format::of_extension(path) == Some(Format::Jsonl)
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

    fn names(folder: &Path, pattern: &str) -> Vec<String> {
        let relative = |path: PathBuf| path.strip_prefix(folder).unwrap().display().to_string();
        let inputs = expand(&[folder.join(pattern)]);
        inputs.files.into_iter().map(relative).collect()
    }

    fn refused(folder: &Path, pattern: &str) -> Vec<String> {
        let inputs = expand(&[folder.join(pattern)]);
        inputs.refused.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn a_folder_is_the_statements_in_it_sorted() {
        let folder = folder();
        assert_eq!(names(folder.path(), ""), ["a.txt", "b.md", "sub/e.txt"]);
    }

    #[test]
    fn globs_are_matched_when_the_shell_did_not() {
        let folder = folder();
        assert_eq!(names(folder.path(), "*.txt"), ["a.txt"]);
        assert_eq!(names(folder.path(), "**/*.txt"), ["a.txt", "sub/e.txt"]);
        assert_eq!(names(folder.path(), "{a,b}.*"), ["a.txt", "b.md"]);
    }

    #[test]
    fn names_keep_their_order_and_may_repeat() {
        let folder = folder();
        let twice = [
            folder.path().join("b.md"),
            "-".into(),
            folder.path().join("b.md"),
        ];
        assert_eq!(expand(&twice).files, twice);
    }

    #[test]
    fn what_is_not_there_is_an_error() {
        let folder = folder();
        assert!(refused(folder.path(), "none.txt")[0].contains("no such file"));
        assert!(refused(folder.path(), "*.pdf")[0].contains("no statement matches"));
        assert!(refused(folder.path(), "[a.txt")[0].contains("close its brackets"));
    }

    #[test]
    fn a_missing_name_keeps_the_others() {
        let folder = folder();
        let asked = ["none.txt", "a.txt", "nor.txt"].map(|name| folder.path().join(name));
        let inputs = expand(&asked);
        assert_eq!(inputs.files, asked[1..2]);
        assert_eq!(inputs.refused.len(), 2);
    }

    #[test]
    #[cfg(unix)]
    fn links_that_leave_the_folder_or_loop_are_not_followed() {
        use std::os::unix::fs::symlink;
        let (folder, outside) = (folder(), tempfile::tempdir().unwrap());
        fs::write(outside.path().join("secret.txt"), "x").unwrap();
        let link = |target: &Path, name: &str| symlink(target, folder.path().join(name)).unwrap();
        link(&outside.path().join("secret.txt"), "c.txt");
        link(outside.path(), "out");
        link(folder.path(), "loop");
        link(Path::new("nowhere.txt"), "dangling.txt");
        link(Path::new("a.txt"), "latest.txt");
        link(Path::new("/dev/zero"), "zero.txt");
        let found = names(folder.path(), "");
        assert_eq!(found, ["a.txt", "b.md", "latest.txt", "sub/e.txt"]);
        let refused = refused(folder.path(), "").join("\n");
        for told in [
            "c.txt: a link out of the folder",
            "dangling.txt: a link to nothing",
            "zero.txt: a link out of",
        ] {
            assert!(refused.contains(told), "{refused}");
        }
        assert_eq!(refused.lines().count(), 3);
        assert_eq!(expand(&[folder.path().to_owned()]).passed_over.len(), 2);
    }

    #[test]
    fn a_list_of_files_is_no_statement() {
        let folder = folder();
        let row = "{\"file\":\"a.txt\",\"year\":2021}\n";
        fs::write(folder.path().join("manifest.jsonl"), row).unwrap();
        fs::write(
            folder.path().join("rows.jsonl"),
            "{\"id\":1,\"text\":\"x\"}",
        )
        .unwrap();
        let inputs = expand(&[folder.path().to_owned()]);
        assert_eq!(inputs.files.len(), 4);
        assert!(inputs.passed_over[0].contains("manifest.jsonl: a list without texts"));
    }

    #[test]
    fn rows_of_json_are_known_by_their_extension() {
        assert!(is_jsonl(Path::new("a.jsonl")) && is_jsonl(Path::new("a.ndjson")));
        assert!(!is_jsonl(Path::new("a.json")) && !is_jsonl(Path::new("jsonl")));
    }
}
