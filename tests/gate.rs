//! The gate: what fails a run, what is left out, what was accepted before.

mod common;

use common::Folder;
use serde_json::Value;

const OLD: &str = "Marenia cleared more than 140 mines since 2015.\n\n\
    The government is committed to finishing the work by 2025.\n\n\
    The programme has a budget of 2 million euros.\n";
const NEW: &str = "Marenia cleared more than 200 mines since 2015.\n\n\
    The government is supportive of efforts to finish the work by 2025.\n\n\
    The programme has a budget of 2,000,000 euros.\n";

/// A folder with `old.txt` and `new.txt`.
fn folder(old: &str, new: &str) -> Folder {
    let folder = Folder::new();
    folder.write("old.txt", old);
    folder.write("new.txt", new);
    folder
}

fn status(folder: &Folder, args: &[&str]) -> Option<i32> {
    let run = folder.run(&[&["diff", "old.txt", "new.txt"], args].concat());
    assert_ne!(run.status(), Some(101), "{}", run.stderr());
    run.status()
}

fn comparison(folder: &Folder, args: &[&str]) -> Value {
    let args = [&["diff", "old.txt", "new.txt", "-f", "json"], args].concat();
    let report: Value =
        serde_json::from_str(&folder.run(&args).stdout()).expect("the report is JSON");
    report["comparisons"][0].clone()
}

fn changes(comparison: &Value) -> Vec<String> {
    let changes = comparison["changes"]
        .as_array()
        .expect("changes are a list");
    let name = |change: &Value, field: &str| change[field].as_str().unwrap_or("").to_owned();
    changes
        .iter()
        .map(|change| format!("{}:{}", name(change, "kind"), name(change, "verdict")))
        .collect()
}

#[test]
fn only_the_named_changes_fail_a_run() {
    let folder = folder(OLD, NEW);
    let cases = [
        (&[] as &[&str], 1),
        (&["--fail-on", "figure"], 1),
        (&["--fail-on", "figure:increased"], 1),
        (&["--fail-on", "figure:decreased"], 0),
        (&["--fail-on", "figure:restated"], 1),
        (&["--fail-on", "date,removed"], 0),
        (&["--fail-on", "date,wording"], 1),
        (&["--fail-on", "none"], 0),
        (&["--exit-zero"], 0),
        (&["--fail-on", "figures"], 2),
    ];
    for (args, expected) in cases {
        assert_eq!(status(&folder, args), Some(expected), "{args:?}");
    }
}

#[test]
fn a_restated_figure_does_not_fail_a_gate_on_figures() {
    let folder = folder(
        "The budget is 2 million euros.\n",
        "The budget is 2,000,000 euros.\n",
    );
    assert_eq!(status(&folder, &["--fail-on", "figure"]), Some(0));
}

#[test]
fn only_tells_the_kinds_that_are_asked_for_and_counts_the_rest() {
    let folder = folder(OLD, NEW);
    let comparison = comparison(&folder, &["--only", "figure:increased"]);
    assert_eq!(changes(&comparison), ["figure:increased"]);
    assert!(comparison["summary"]["ignored"].as_u64() > Some(1));
    assert_eq!(comparison["summary"]["differs"], true);
}

#[test]
fn what_is_ignored_is_left_out_and_counted_on_the_terminal() {
    let folder = folder(OLD, NEW);
    let args = [
        "diff",
        "old.txt",
        "new.txt",
        "--ignore",
        "kind=wording",
        "--ignore",
        "kind=commitment",
    ];
    let text = folder.run(&args).stdout();
    assert!(!text.contains("supportive"), "{text}");
    assert!(text.contains("left out by your rules"), "{text}");
}

#[test]
fn a_regex_hides_a_paragraph_only_if_all_that_differs_matches() {
    let folder = folder(
        "We thank the chair warmly for the guidance given to all of us here.\n",
        "We thank the president warmly for the guidance given to all of them here.\n",
    );
    let ignored =
        |rule: &str| comparison(&folder, &["--ignore", rule])["summary"]["ignored"].clone();
    assert_eq!(ignored("regex=chair|president"), 0);
    assert_eq!(ignored("regex=chair|president|us|them"), 1);
}

#[test]
fn accepted_changes_are_not_told_again_even_below_a_new_paragraph() {
    let folder = folder(OLD, NEW);
    assert_eq!(
        status(&folder, &["--write-baseline", "accepted.json"]),
        Some(0)
    );
    assert_eq!(status(&folder, &["--baseline", "accepted.json"]), Some(0));

    let inserted = format!("The weather in the capital was kind to every visitor.\n\n{NEW}");
    folder.write("new.txt", inserted);
    let comparison = comparison(&folder, &["--baseline", "accepted.json"]);
    let told = changes(&comparison);
    assert!(told.contains(&"added:added".to_owned()), "{told:?}");
    for accepted in ["figure:increased", "commitment:softened"] {
        assert!(!told.contains(&accepted.to_owned()), "{told:?}");
    }
    assert!(comparison["summary"]["ignored"].as_u64() >= Some(3));
    assert_eq!(status(&folder, &["--baseline", "accepted.json"]), Some(1));
}

#[test]
fn a_baseline_that_is_missing_or_broken_is_trouble() {
    let folder = folder(OLD, NEW);
    folder.write("broken.json", "{");
    for file in ["absent.json", "broken.json"] {
        assert_eq!(status(&folder, &["--baseline", file]), Some(2));
    }
}
