//! Which files of settings count.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use super::FILE;

/// Which files are read.
#[derive(Debug, PartialEq, Eq)]
enum Source {
    Found,
    Named(PathBuf),
    None,
}

/// The files that count for a command line, the weaker before the stronger.
pub(super) fn files(words: &[OsString]) -> Vec<PathBuf> {
    match source(words) {
        Source::None => Vec::new(),
        Source::Named(file) => vec![file],
        Source::Found => found(),
    }
}

/// What the command line says about files; it is read before clap, whose
/// defaults depend on it.
fn source(words: &[OsString]) -> Source {
    let mut words = words.iter().take_while(|word| *word != "--");
    while let Some(word) = words.next() {
        if word == "--no-config" {
            return Source::None;
        }
        if word == "--config" {
            return words
                .next()
                .map_or(Source::Found, |file| Source::Named(file.into()));
        }
        if let Some(file) = word
            .to_str()
            .and_then(|word| word.strip_prefix("--config="))
        {
            return Source::Named(file.into());
        }
    }
    Source::Found
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
