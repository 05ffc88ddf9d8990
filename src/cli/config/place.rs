//! Which files of settings count.

use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};

use verbale::Result;

use super::FILE;
use crate::cli::git;
use crate::cli::output::read_small;

/// A file of settings.
#[derive(Debug, Clone)]
pub(super) struct File {
    /// As messages name it.
    pub(super) name: PathBuf,
    /// From where it names other files.
    pub(super) folder: PathBuf,
    pub(super) text: String,
}

/// Which files are read.
#[derive(Debug, PartialEq, Eq)]
enum Source {
    Found,
    Named(PathBuf),
    /// The project's file as a commit has it.
    Commit(String),
    None,
}

/// The files that count for a command line, the weaker before the stronger.
///
/// # Errors
///
/// When one that is named or found cannot be read.
pub(super) fn files(words: &[OsString]) -> Result<Vec<File>> {
    let paths = match source(words) {
        Source::None => Vec::new(),
        Source::Commit(commit) => return Ok(of_commit(&commit)?.into_iter().collect()),
        Source::Named(file) => vec![file],
        Source::Found => found(),
    };
    let read = |name: PathBuf| {
        Ok(File {
            text: read_small(&name)?,
            folder: name.parent().unwrap_or(Path::new("")).to_owned(),
            name,
        })
    };
    paths.into_iter().map(read).collect()
}

/// The commit that settings, and the changes that they accept, are read from.
pub(in crate::cli) fn revision(words: &[OsString]) -> Option<String> {
    match source(words) {
        Source::Commit(commit) => Some(commit),
        _ => None,
    }
}

/// What the command line says about files; it is read before clap, whose
/// defaults depend on it.
fn source(words: &[OsString]) -> Source {
    // What stands behind `--` are names of files, whatever they look like.
    let mut words = words.iter().take_while(|word| *word != "--");
    let text = |word: &OsStr| word.to_string_lossy().into_owned();
    while let Some(word) = words.next() {
        if word == "--no-config" {
            return Source::None;
        }
        if word == "--config" {
            return words
                .next()
                // The value that is missing is told by clap, which reads the same words next.
                .map_or(Source::Found, |file| Source::Named(file.into()));
        }
        if word == "--config-from" {
            return words
                .next()
                .map_or(Source::Found, |commit| Source::Commit(text(commit)));
        }
        let word = text(word);
        if let Some(file) = word.strip_prefix("--config=") {
            return Source::Named(file.into());
        }
        if let Some(commit) = word.strip_prefix("--config-from=") {
            return Source::Commit(commit.to_owned());
        }
    }
    Source::Found
}

/// The nearest file from the current folder up to the top, as `commit` has it.
///
/// # Errors
///
/// When git cannot be run or knows no such commit.
fn of_commit(commit: &str) -> Result<Option<File>> {
    git::check_commit(commit)?;
    let mut folder = PathBuf::new();
    // As many steps as there are folders up to the top of the repository: git refuses a path
    // outside of it.
    for _ in 0..=git::depth()? {
        let path = folder.join(FILE);
        if let Some(text) = git::text_of(commit, &path)? {
            let name = PathBuf::from(format!("{commit}:{}", path.display()));
            return Ok(Some(File { name, folder, text }));
        }
        folder.push("..");
    }
    Ok(None)
}

/// The user's file, then the project's.
fn found() -> Vec<PathBuf> {
    let user = user_folder().map(|folder| folder.join("verbale/config.toml"));
    let project = std::env::current_dir()
        .ok()
        .and_then(|folder| project(&folder));
    let files = user.into_iter().chain(project);
    files.filter(|file| file.is_file()).collect()
}

fn user_folder() -> Option<PathBuf> {
    let folder = |name| {
        std::env::var_os(name)
            // Set but empty counts as not set (XDG Base Directory Specification).
            .filter(|value| !value.is_empty())
            .map(PathBuf::from)
    };
    folder("XDG_CONFIG_HOME")
        .or_else(|| folder("HOME").map(|home| home.join(".config")))
        .or_else(|| folder("APPDATA"))
}

/// The nearest file from `folder` up to the top of its repository; outside of
/// a repository in `folder` alone, or a file in a shared folder above would
/// count.
fn project(folder: &Path) -> Option<PathBuf> {
    let is_top = |folder: &&Path| folder.join(".git").exists();
    let top = folder.ancestors().find(is_top).unwrap_or(folder);
    let inside = folder
        .ancestors()
        .take_while(|folder| folder.starts_with(top));
    inside
        .map(|folder| folder.join(FILE))
        .find(|file| file.is_file())
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn the_command_line_chooses_the_file() {
        let source = |words: &[&str]| source(&words.iter().map(OsString::from).collect::<Vec<_>>());
        assert_eq!(source(&["diff", "--no-config"]), Source::None);
        assert_eq!(source(&["diff", "--config=a"]), Source::Named("a".into()));
        let commit = Source::Commit("main".into());
        assert_eq!(source(&["diff", "--config-from=main"]), commit);
        assert_eq!(source(&["diff", "--", "--no-config"]), Source::Found);
    }

    #[test]
    fn a_project_ends_at_the_top_of_its_repository() {
        let outer = tempfile::tempdir().unwrap();
        let inner = outer.path().join("repository/statements");
        fs::create_dir_all(&inner).unwrap();
        fs::write(outer.path().join(FILE), "").unwrap();
        fs::create_dir(outer.path().join("repository/.git")).unwrap();
        assert_eq!(project(&inner), None);
        let file = outer.path().join("repository").join(FILE);
        fs::write(&file, "").unwrap();
        assert_eq!(project(&inner), Some(file));
    }
}
