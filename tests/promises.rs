//! Promises and deadlines, in every format and from statement to statement.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

const OLD: &str = "Statement of Ruritania\nGeneva, 14 June 2024\n\n\
    Ruritania will destroy all its stockpiled mines by 2025.\n\n\
    Ruritania is committed to a world free of mines.\n\n\
    We thank the Chair for the report on the work of the year.\n";
const NEW: &str = "Statement of Ruritania\nGeneva, 12 June 2025\n\n\
    Ruritania will destroy all its stockpiled mines by 2026.\n\n\
    We thank the Chair for the report on the work of the year.\n\n\
    Ruritania is supportive of efforts towards a world free of mines.\n";

fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    fs::write(folder.path().join("old.txt"), OLD).expect("a file can be written");
    fs::write(folder.path().join("new.txt"), NEW).expect("a file can be written");
    folder
}

fn verbale(folder: &Path, args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_verbale"))
        .args(args)
        .current_dir(folder)
        .env("XDG_CONFIG_HOME", folder)
        .env("COLUMNS", "100")
        .output()
        .expect("the program starts")
}

fn told(args: &[&str]) -> String {
    let folder = folder();
    let output = verbale(folder.path(), args);
    String::from_utf8_lossy(&output.stdout).into_owned()
}

#[test]
fn every_format_tells_the_moved_deadline_and_the_softer_promise() {
    for format in [
        "terminal", "markdown", "html", "github", "sarif", "gitlab", "junit",
    ] {
        let text = told(&["diff", "old.txt", "new.txt", "-f", format]);
        assert!(
            text.contains("deadline moved, one year later"),
            "{format}: {text}"
        );
        assert!(text.contains("softened"), "{format}: {text}");
    }
    let json = told(&["diff", "old.txt", "new.txt", "-f", "json"]);
    for words in ["\"words\":\"committed to\"", "\"words\":\"supportive of\""] {
        assert!(json.contains(words), "{json}");
    }
}

#[test]
fn a_run_can_fail_on_promises_and_deadlines_alone() {
    let folder = folder();
    let status = |rule: &str| {
        let args = ["diff", "old.txt", "new.txt", "-q", "--fail-on", rule];
        verbale(folder.path(), &args).status.code()
    };
    for rule in [
        "deadline",
        "deadline:moved",
        "promise",
        "promise:softened",
        "commitment",
    ] {
        assert_eq!(status(rule), Some(1), "{rule}");
    }
    for rule in ["deadline:dropped", "promise:strengthened", "figure"] {
        assert_eq!(status(rule), Some(0), "{rule}");
    }
}

#[test]
fn verbose_shows_the_sentences_of_both_statements() {
    let text = told(&["diff", "old.txt", "new.txt", "-v"]);
    assert!(
        text.contains("“Ruritania is committed to a world free of mines.”"),
        "{text}"
    );
    assert!(
        text.contains("“Ruritania will destroy all its stockpiled mines by 2026.”"),
        "{text}"
    );
}

#[test]
fn promises_are_followed_from_statement_to_statement() {
    for format in ["terminal", "markdown", "csv", "json", "jsonl"] {
        let text = told(&["promises", "new.txt", "old.txt", "-f", format]);
        for words in [
            "softened",
            "moved",
            "one year later",
            "supportive of efforts towards",
        ] {
            assert!(text.contains(words), "{format}: {words}: {text}");
        }
    }
}

#[test]
fn one_statement_has_all_its_promises_listed() {
    let text = told(&["promises", "old.txt"]);
    assert!(
        text.contains("will destroy all its stockpiled mines by 2025"),
        "{text}"
    );
    assert!(
        text.contains("committed to a world free of mines"),
        "{text}"
    );
}
