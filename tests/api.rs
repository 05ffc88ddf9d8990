//! The front door gives what the command gives.

#![allow(clippy::unwrap_used, reason = "a test may stop")]

use std::fs;

use assert_cmd::Command;
use verbale::{Collation, Comparison, Ledger, Level, Promises, Report, Statement, compare_files};

const PAIR: [&str; 2] = [
    "fixtures/statements/marenia/2021-11-16_marenia_clearance.txt",
    "fixtures/statements/marenia/2022-11-22_marenia_clearance.txt",
];

fn printed(args: &[&str]) -> String {
    let mut command = Command::cargo_bin("verbale").unwrap();
    let output = command.args(args).output().unwrap();
    String::from_utf8(output.stdout).unwrap()
}

/// The statements, read in the reverse of their order: nothing hangs on it.
fn statements() -> Vec<Statement> {
    let mut read: Vec<Statement> = PAIR
        .iter()
        .rev()
        .map(|path| Statement::open(path).unwrap())
        .collect();
    read.reverse();
    read
}

#[test]
fn a_comparison_is_that_of_the_command() {
    let told = compare_files(PAIR[0], PAIR[1]).unwrap().to_json();
    assert_eq!(told, printed(&["diff", PAIR[0], PAIR[1], "-f", "json"]));
}

#[test]
fn statements_compare_alike_in_whatever_order_they_were_read() {
    let read = statements();
    let one = Comparison::new(&read[0], &read[1]).to_json();
    assert_eq!(one, compare_files(PAIR[0], PAIR[1]).unwrap().to_json());
    // A statement takes part in any number of comparisons.
    assert_eq!(read[0].compare(&read[1]).to_json(), one);
    assert!(!read[0].compare(&read[0]).differs());
}

#[test]
fn a_ledger_is_that_of_the_command_whatever_the_order() {
    let mut read = statements();
    read.reverse();
    let ledger = Ledger::new(&read);
    assert_eq!(
        ledger.to_json(),
        printed(&["figures", PAIR[0], PAIR[1], "-f", "json"])
    );
    assert_eq!(
        ledger.to_csv(),
        printed(&["figures", PAIR[0], PAIR[1], "-f", "csv"])
    );
    assert_eq!(ledger.rows().len(), ledger.records().len());
}

#[test]
fn a_collation_is_that_of_the_command() {
    for (level, name) in [(Level::Paragraph, "paragraph"), (Level::Word, "word")] {
        let told = Collation::new(&statements(), level).to_json();
        let args = ["collate", PAIR[0], PAIR[1], "-f", "json", "--level", name];
        assert_eq!(told, printed(&args));
    }
}

#[test]
fn a_report_is_that_of_the_command() {
    let report = Report::new(&statements());
    let folder = tempfile::tempdir().unwrap();
    for (name, told) in [
        ("page.html", report.to_html()),
        ("page.md", report.to_markdown()),
    ] {
        let path = folder.path().join(name);
        printed(&["report", PAIR[0], PAIR[1], "-o", path.to_str().unwrap()]);
        assert_eq!(told, fs::read_to_string(path).unwrap());
    }
}

#[test]
fn promises_are_followed_by_typed_steps() {
    let promises = Promises::new(&statements());
    let table = promises.table(verbale::report::PromisesShown::All);
    let rows = promises.rows();
    assert_eq!(rows.len(), table.rows.len());
    for (row, record) in rows.iter().zip(&table.rows) {
        let told: Vec<_> = record
            .cells
            .iter()
            .map(|cell| cell.as_ref().map(|cell| cell.verdict))
            .collect();
        assert_eq!(row.steps, told);
    }
}

#[test]
fn typed_changes_are_those_of_the_record() {
    let comparison = compare_files(PAIR[0], PAIR[1]).unwrap();
    let record = comparison.record();
    let typed = comparison.figures();
    let told = record
        .changes
        .iter()
        .filter(|change| change.reason.is_some());
    let told: Vec<_> = told
        .map(|change| (change.verdict.fact(), change.measure.clone()))
        .collect();
    assert!(typed.iter().any(verbale::FigureChange::is_news));
    let typed: Vec<_> = typed
        .into_iter()
        .map(|change| (Some(change.verdict), change.measure))
        .collect();
    assert_eq!(typed, told);
}

#[test]
fn two_statements_of_one_name_are_told_apart() {
    let read = |text: &str| Statement::read("note.txt", text).unwrap();
    let (one, other) = (read("We cleared 5 fields."), read("We cleared 7 fields."));
    let ledger = Ledger::new([&one, &other]);
    let names: Vec<_> = ledger
        .witnesses()
        .iter()
        .map(|witness| witness.document.id.as_str())
        .collect();
    assert_eq!(names, ["note", "note.txt"]);
}

#[test]
fn statements_may_be_read_and_compared_on_several_threads() {
    fn is_shareable<T: Send + Sync>() {}
    is_shareable::<Statement>();
    is_shareable::<Comparison>();
    is_shareable::<Ledger>();
}
