//! A folder of a test's own, and the program run in it.

#![allow(dead_code, reason = "no test needs all of it")]

use std::ffi::OsStr;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

/// A folder that is removed at the end, with files of the test's own.
pub(crate) struct Folder(tempfile::TempDir);

impl Folder {
    pub(crate) fn new() -> Self {
        Self(tempfile::tempdir().expect("a temporary folder can be made"))
    }

    /// With a statement of two years and one that says the same in other words.
    pub(crate) fn with_statements() -> Self {
        let folder = Self::new();
        folder.write("a.txt", OLD);
        folder.write("b.txt", NEW);
        folder.write("same.txt", OLD);
        folder
    }

    pub(crate) fn path(&self) -> &Path {
        self.0.path()
    }

    pub(crate) fn at(&self, name: impl AsRef<OsStr>) -> PathBuf {
        self.path().join(name.as_ref())
    }

    pub(crate) fn write(&self, name: &str, text: impl AsRef<[u8]>) {
        let path = self.at(name);
        fs::create_dir_all(path.parent().expect("a file is in a folder")).expect("a folder");
        fs::write(path, text).expect("a file can be written");
    }

    pub(crate) fn read(&self, name: &str) -> String {
        let bytes = fs::read(self.at(name)).expect("the file is there");
        String::from_utf8_lossy(&bytes).into_owned()
    }

    /// The names of the files in it, hidden ones too, sorted.
    pub(crate) fn names(&self) -> Vec<String> {
        let entries = fs::read_dir(self.path()).expect("the folder is there");
        let mut names: Vec<String> = entries
            .map(|entry| {
                entry
                    .expect("an entry")
                    .file_name()
                    .to_string_lossy()
                    .into_owned()
            })
            .collect();
        names.sort();
        names
    }

    /// The program in this folder, with no settings but the folder's own.
    pub(crate) fn command(&self) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_verbale"));
        command
            .current_dir(self.path())
            .env("HOME", self.path())
            .env("XDG_CONFIG_HOME", self.at("none"))
            .env("GIT_CONFIG_NOSYSTEM", "1")
            .env_remove("NO_COLOR")
            .env_remove("CLICOLOR_FORCE")
            .stdin(Stdio::null());
        command
    }

    pub(crate) fn run<S: AsRef<OsStr>>(&self, args: &[S]) -> Run {
        Run(self
            .command()
            .args(args)
            .output()
            .expect("the program starts"))
    }

    /// Runs a line of words that are parted by blanks.
    pub(crate) fn line(&self, line: &str) -> Run {
        self.run(&line.split_whitespace().collect::<Vec<_>>())
    }

    /// Runs a line of words with `input` on standard input.
    pub(crate) fn piped(&self, line: &str, input: &str) -> Run {
        let mut command = self.command();
        command.args(line.split_whitespace()).stdin(Stdio::piped());
        command.stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().expect("the program starts");
        let mut stdin = child.stdin.take().expect("it is a pipe");
        // A program that does not read it all is no fault of the test.
        let _ = stdin.write_all(input.as_bytes());
        drop(stdin);
        Run(child.wait_with_output().expect("the program ends"))
    }

    pub(crate) fn git(&self, line: &str) {
        let mut command = Command::new("git");
        let output = command
            .args(line.split_whitespace())
            .current_dir(self.path())
            .env("HOME", self.path())
            .env("GIT_CONFIG_NOSYSTEM", "1")
            .envs(["AUTHOR", "COMMITTER"].map(|who| (format!("GIT_{who}_NAME"), "A")))
            .envs(["AUTHOR", "COMMITTER"].map(|who| (format!("GIT_{who}_EMAIL"), "a@example.org")))
            .output()
            .expect("git starts");
        let message = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(output.status.success(), "git {line}: {message}");
    }
}

/// What came of a run.
pub(crate) struct Run(pub(crate) Output);

impl Run {
    /// `None` where a signal ended it.
    pub(crate) fn status(&self) -> Option<i32> {
        self.0.status.code()
    }

    pub(crate) fn stdout(&self) -> String {
        String::from_utf8_lossy(&self.0.stdout).into_owned()
    }

    pub(crate) fn stderr(&self) -> String {
        String::from_utf8_lossy(&self.0.stderr).into_owned()
    }
}

pub(crate) const OLD: &str =
    "Marenia cleared more than 140 mines since 2015.\n\nThe work goes on in every district.\n";
pub(crate) const NEW: &str =
    "Marenia cleared more than 200 mines since 2015.\n\nThe work goes on in every district.\n";

/// The records of a stream, a line each.
pub(crate) fn records(text: &str) -> Vec<serde_json::Value> {
    let lines = text.lines();
    lines
        .map(|line| serde_json::from_str(line).expect("a record a line"))
        .collect()
}
