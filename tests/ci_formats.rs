//! The formats that checks read, and several of them in one run.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use serde_json::Value;

const OLD: &str = "Statement of Marenia\n\nMarenia cleared more than 140 mines since 2015.\n\n\
    The budget is 2 million euros.\n";
const NEW: &str = "Statement of Marenia\n\nMarenia cleared more than 200 mines since 2015.\n\n\
    The budget is 2,000,000 euros.\n\nNobody was hurt: 100 % <safe>, & quiet.\n";

fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    fs::create_dir(folder.path().join("new notes")).expect("a folder can be made");
    fs::write(folder.path().join("old.txt"), OLD).expect("a file can be written");
    fs::write(folder.path().join("new notes/a.txt"), NEW).expect("a file can be written");
    folder
}

fn diff(folder: &Path, args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_verbale"))
        .args(["diff", "old.txt", "new notes/a.txt"])
        .args(args)
        .current_dir(folder)
        .env("XDG_CONFIG_HOME", folder)
        .output()
        .expect("the program starts")
}

fn text(folder: &Path, args: &[&str]) -> String {
    let output = diff(folder, args);
    assert_eq!(output.status.code(), Some(1), "{args:?}");
    String::from_utf8(output.stdout).expect("output is UTF-8")
}

fn json(folder: &Path, args: &[&str]) -> Value {
    serde_json::from_str(&text(folder, args)).expect("the report is JSON")
}

#[test]
fn github_gets_an_annotation_on_the_line_of_each_change() {
    let folder = folder();
    let text = text(
        folder.path(),
        &["-f", "github", "--fail-on", "figure:increased"],
    );
    let error = "::error file=new notes/a.txt,line=3,title=figure/increased::";
    assert!(text.starts_with(error), "{text}");
    assert!(
        text.contains("\n::warning file=new notes/a.txt,line=7,title=added/added::"),
        "{text}"
    );
    assert!(text.contains("100 %25"), "{text}");
    let last = text.lines().last().expect("there is a last line");
    assert!(
        last.contains("1 of them errors") && last.contains("folded"),
        "{last}"
    );
}

#[test]
fn sarif_has_relative_addresses_lines_and_fingerprints_that_stay() {
    let folder = folder();
    let results = |log: Value| log["runs"][0]["results"].clone();
    let log = json(folder.path(), &["-f", "sarif"]);
    assert_eq!(log["version"], "2.1.0");
    let first = &results(log)[0];
    assert_eq!(first["ruleId"], "figure/increased");
    assert_eq!(first["level"], "error");
    let place = &first["locations"][0]["physicalLocation"];
    assert_eq!(place["artifactLocation"]["uri"], "new%20notes/a.txt");
    assert_eq!(place["region"]["startLine"], 3);

    let inserted = NEW.replacen("\n\n", "\n\nThe sun shone on the capital.\n\n", 1);
    fs::write(folder.path().join("new notes/a.txt"), inserted).expect("a file can be written");
    let again = &results(json(folder.path(), &["-f", "sarif"]))[0];
    assert_eq!(
        again["locations"][0]["physicalLocation"]["region"]["startLine"],
        5
    );
    assert_eq!(again["partialFingerprints"], first["partialFingerprints"]);
}

#[test]
fn gitlab_gets_issues_with_fingerprints_of_their_own() {
    let folder = folder();
    let issues = json(folder.path(), &["-f", "gitlab"]);
    let issues = issues.as_array().expect("issues are a list");
    assert_eq!(issues[0]["severity"], "major");
    assert_eq!(issues[0]["location"]["lines"]["begin"], 3);
    let mut fingerprints: Vec<_> = issues
        .iter()
        .map(|issue| issue["fingerprint"].as_str())
        .collect();
    let count = fingerprints.len();
    fingerprints.sort_unstable();
    fingerprints.dedup();
    assert_eq!(fingerprints.len(), count);
}

#[test]
fn junit_is_well_formed_and_fails_with_what_fails_the_run() {
    let folder = folder();
    let failing = text(folder.path(), &["-f", "junit"]);
    assert!(failing.contains("tests=\"1\" failures=\"1\""), "{failing}");
    assert!(failing.contains("&lt;safe&gt;, &amp; quiet"), "{failing}");
    let mut reader = quick_xml::Reader::from_str(&failing);
    let mut read = || reader.read_event().expect("the report is XML");
    while read() != quick_xml::events::Event::Eof {}
    let output = diff(folder.path(), &["-f", "junit", "--exit-zero"]);
    assert_eq!(output.status.code(), Some(0));
    let passing = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(
        passing.contains("failures=\"0\"") && passing.contains("<system-out>"),
        "{passing}"
    );
}

#[test]
fn one_run_writes_several_reports_and_the_summary_of_a_job() {
    let folder = folder();
    let path = folder.path();
    fs::write(path.join("summary.md"), "# Before\n").expect("a file can be written");
    let args = [
        "--also",
        "sarif:a.sarif",
        "--also",
        "html:a.html",
        "--summary",
        "summary.md",
        "--quiet",
    ];
    let output = diff(path, &args);
    assert_eq!(output.status.code(), Some(1));
    assert!(output.stdout.is_empty());
    let read = |name: &str| fs::read_to_string(path.join(name)).expect("the report was written");
    assert!(read("a.sarif").contains("figure/increased"));
    assert!(read("a.html").starts_with("<!"));
    let summary = read("summary.md");
    assert!(
        summary.starts_with("# Before\n") && summary.contains("### Figures"),
        "{summary}"
    );
}

#[test]
fn a_report_beside_that_cannot_be_understood_is_bad_usage() {
    let folder = folder();
    for also in ["sarif", "sarif:", "word:a.doc"] {
        assert_eq!(
            diff(folder.path(), &["--also", also]).status.code(),
            Some(2),
            "{also}"
        );
    }
}

#[test]
fn rows_are_told_to_checks_with_the_ids_of_their_rows() {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let row = |id: &str, mines: u32| {
        format!("{{\"id\":\"{id}\",\"text\":\"We cleared {mines} mines.\"}}\n")
    };
    let write = |name: &str, text: String| {
        fs::write(folder.path().join(name), text).expect("a file can be written");
    };
    write("old.jsonl", row("a", 5) + &row("b", 7));
    write("new.jsonl", row("a", 5) + "\n" + &row("b", 9));
    let diff = |args: &[&str]| {
        Command::new(env!("CARGO_BIN_EXE_verbale"))
            .args(["diff", "old.jsonl", "new.jsonl", "--no-config"])
            .args(args)
            .current_dir(folder.path())
            .output()
            .expect("the program starts")
    };
    let output = diff(&["-f", "junit", "--also", "gitlab:quality.json"]);
    assert_eq!(output.status.code(), Some(1));
    let junit = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(junit.contains("tests=\"2\" failures=\"1\""), "{junit}");
    assert!(junit.contains("cleared mines: 7 → 9"), "{junit}");
    let quality = fs::read_to_string(folder.path().join("quality.json"));
    let quality: Value = serde_json::from_str(&quality.expect("it was written")).expect("JSON");
    assert!(
        quality[0]["fingerprint"]
            .as_str()
            .is_some_and(|name| name.starts_with("b:"))
    );
    assert_eq!(quality[0]["location"]["lines"]["begin"], 3);
    for args in [
        ["--also", "html:a.html"],
        ["--summary", "a.md"],
        ["-f", "html"],
    ] {
        assert_eq!(diff(&args).status.code(), Some(2), "{args:?}");
    }
}

#[test]
fn a_number_beyond_reach_is_a_note_on_its_line_in_each_format() {
    const NINES: &str = "99999999999999999999999999999999";
    let folder = folder();
    let [old, new] = ["old.txt", "new notes/a.txt"].map(|name| folder.path().join(name));
    fs::write(old, OLD.replace("140", "1 trillion trillion trillion")).expect("a file");
    fs::write(new, NEW.replace("200", NINES)).expect("a file");
    let folder = folder.path();
    let message = format!("a ¶2: {NINES} not read as a figure: a number beyond reach");

    let github = text(folder, &["-f", "github"]);
    let line = "::notice file=new notes/a.txt,line=3,title=notice/number-beyond-reach::";
    assert!(github.contains(&format!("{line}{message}")), "{github}");
    assert!(github.contains("; 2 notices"), "{github}");
    let sarif = json(folder, &["-f", "sarif"]);
    let results = sarif["runs"][0]["results"].as_array().expect("results");
    let note = results.last().expect("a result");
    let location = &note["locations"][0]["physicalLocation"];
    assert_eq!(
        (&note["level"], &location["region"]["startLine"]),
        (&"note".into(), &3.into())
    );
    let gitlab = json(folder, &["-f", "gitlab"]);
    let issue = gitlab
        .as_array()
        .and_then(|issues| issues.last())
        .expect("an issue");
    assert_eq!(
        (&issue["severity"], &issue["location"]["lines"]["begin"]),
        (&"info".into(), &3.into())
    );
    let junit = text(folder, &["-f", "junit"]);
    assert!(
        junit.contains(&format!("line 3: notice/number-beyond-reach: {message}")),
        "{junit}"
    );
    for format in ["terminal", "html", "markdown", "json", "jsonl"] {
        let text = text(folder, &["-f", format, "--width", "400"]);
        for number in [NINES, "1 trillion trillion trillion"] {
            assert!(
                text.contains("a number beyond reach") && text.contains(number),
                "{format}: {text}"
            );
        }
    }
}

#[test]
fn a_number_beyond_reach_is_told_beside_each_table_of_figures() {
    let folder = folder();
    fs::write(
        folder.path().join("old.txt"),
        "We cleared 99999999999999999999999999999999 mines.",
    )
    .expect("a file");
    for format in ["terminal", "csv", "markdown", "xlsx", "json", "jsonl"] {
        for files in [&["old.txt"][..], &["old.txt", "new notes/a.txt"]] {
            let mut command = Command::new(env!("CARGO_BIN_EXE_verbale"));
            let run = command
                .args(["figures", "-f", format])
                .args(files)
                .current_dir(folder.path());
            let run = run.output().expect("the program starts");
            let beside = if format.starts_with("json") {
                run.stdout
            } else {
                run.stderr
            };
            let beside = String::from_utf8_lossy(&beside);
            assert!(
                beside.contains("a number beyond reach"),
                "{format} {files:?}: {beside}"
            );
        }
    }
}
