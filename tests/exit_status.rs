//! The exit status says what was told: 0 nothing, 1 something, 2 trouble; the
//! same in each format.

mod common;

use common::{Folder, OLD};

/// A line of words and the status that it ends with.
const STATUS: &[(&str, i32)] = &[
    // Nothing is told.
    ("diff a.txt same.txt", 0),
    ("diff a.txt same.txt -f json", 0),
    ("diff a.txt same.txt -f jsonl", 0),
    ("diff a.txt same.txt -f html", 0),
    ("diff a.txt same.txt -f markdown", 0),
    ("diff a.txt same.txt -f docx", 0),
    ("diff a.txt same.txt -f github", 0),
    ("diff a.txt same.txt -f sarif", 0),
    ("diff a.txt same.txt -f gitlab", 0),
    ("diff a.txt same.txt -f junit", 0),
    ("report a.txt same.txt", 0),
    ("report a.txt same.txt -f markdown", 0),
    ("diff rows-a.jsonl rows-same.jsonl -f jsonl", 0),
    // What is folded is not told.
    ("diff rolled-a.txt rolled-b.txt", 0),
    ("diff rolled-a.txt rolled-b.txt -f json", 0),
    ("diff rolled-a.txt rolled-b.txt -f github", 0),
    ("diff rolled-a.txt rolled-b.txt -f junit", 0),
    ("diff rolled-a.txt rolled-b.txt --show all", 0),
    ("report rolled-a.txt rolled-b.txt", 0),
    ("diff restated-a.txt restated-b.txt", 0),
    ("diff restated-a.txt restated-b.txt -f sarif", 0),
    ("diff moved-a.txt moved-b.txt", 0),
    ("diff moved-a.txt moved-b.txt -f github", 0),
    ("diff same same2", 0),
    // Something is told.
    ("diff a.txt b.txt", 1),
    ("diff a.txt b.txt -q", 1),
    ("diff a.txt b.txt -f json", 1),
    ("diff a.txt b.txt -f jsonl", 1),
    ("diff a.txt b.txt -f html", 1),
    ("diff a.txt b.txt -f markdown", 1),
    ("diff a.txt b.txt -f docx", 1),
    ("diff a.txt b.txt -f github", 1),
    ("diff a.txt b.txt -f sarif", 1),
    ("diff a.txt b.txt -f gitlab", 1),
    ("diff a.txt b.txt -f junit", 1),
    ("report a.txt b.txt", 1),
    ("diff a.txt b.txt same.txt", 1),
    ("diff rows-a.jsonl rows-b.jsonl -f jsonl", 1),
    ("diff same other", 1),
    ("report same other", 1),
    ("diff same lone", 1),
    ("diff a.txt b.txt --side-by-side", 1),
    ("diff a.txt b.txt --explain-alignment", 1),
    ("diff a.txt b.txt -o x.json", 1),
    ("diff a.txt b.txt -q -o x.json", 1),
    (
        "diff a.txt b.txt --also sarif:x.sarif --also junit:x.xml",
        1,
    ),
    ("diff a.txt b.txt --summary x.md", 1),
    ("report a.txt b.txt -o x.html", 1),
    ("diff a.txt same.txt -o x.json", 0),
    ("diff a.txt same.txt -q", 0),
    ("report a.txt same.txt -o x.html", 0),
    // A gate of its own.
    ("diff a.txt b.txt --fail-on figure", 1),
    ("diff a.txt b.txt --fail-on figure:decreased", 0),
    ("diff a.txt b.txt --fail-on date", 0),
    ("diff a.txt b.txt --fail-on none", 0),
    ("diff a.txt b.txt --exit-zero", 0),
    ("diff a.txt b.txt --only date", 0),
    (
        "diff a.txt b.txt --ignore kind=figure --ignore kind=wording",
        0,
    ),
    ("diff same lone --fail-on figure", 0),
    ("diff same lone --fail-on added", 1),
    (
        "diff restated-a.txt restated-b.txt --fail-on figure:restated",
        1,
    ),
    // What has no changes to tell.
    ("figures a.txt", 0),
    ("figures a.txt b.txt", 0),
    ("figures same -f jsonl", 0),
    ("figures a.txt -f json", 0),
    ("figures a.txt -f csv", 0),
    ("figures a.txt b.txt -f csv", 0),
    ("figures a.txt b.txt -f xlsx", 0),
    ("figures a.txt b.txt -f markdown", 0),
    ("figures a.txt --explain", 0),
    ("collate a.txt b.txt", 0),
    ("collate a.txt b.txt -f json", 0),
    ("collate a.txt b.txt -f jsonl", 0),
    ("collate a.txt b.txt -f csv", 0),
    ("collate a.txt b.txt --level word", 0),
    ("promises a.txt b.txt", 0),
    ("promises a.txt b.txt -f json", 0),
    ("promises a.txt b.txt -f csv", 0),
    ("reuse a.txt b.txt", 0),
    ("reuse a.txt b.txt -f csv", 0),
    ("text a.txt", 0),
    ("text a.txt -f json", 0),
    ("explain restated", 0),
    ("--help", 0),
    ("help diff", 0),
    ("--version", 0),
    ("schema figure", 0),
    // Trouble: words.
    ("", 2),
    ("a.txt b.txt", 2),
    ("diff", 2),
    ("diff a.txt", 2),
    ("diff a.txt b.txt --bogus", 2),
    ("diff a.txt b.txt -f csv", 2),
    ("diff a.txt b.txt same.txt -f docx", 2),
    ("figures a.txt -f sarif", 2),
    ("collate a.txt b.txt -f docx", 2),
    ("text a.txt -f csv", 2),
    ("diff a.txt b.txt --also csv:x.csv", 2),
    ("diff a.txt b.txt --fail-on figures", 2),
    ("diff a.txt b.txt --unit bogus", 2),
    ("diff a.txt b.txt --noun =x", 2),
    ("diff a.txt b.txt --name-pattern {year", 2),
    ("diff a.txt b.txt --ignore regex=(", 2),
    ("figures a.txt --measure (", 2),
    ("report a.txt b.txt -f json", 2),
    ("diff - -", 2),
    ("explain grown", 2),
    // Trouble: files.
    ("diff a.txt none.txt", 2),
    ("diff a.txt empty.txt", 2),
    ("diff a.txt b.txt none.txt", 2),
    ("figures a.txt none.txt", 2),
    ("promises a.txt none.txt", 2),
    ("reuse a.txt none.txt", 2),
    ("reuse a.txt b.txt -f sarif", 2),
    ("promises a.txt b.txt -f sarif", 2),
    ("figures none.txt -f xlsx -o x.xlsx", 2),
    ("figures none.txt --layout long -f xlsx -o x.xlsx", 2),
    ("figures none.txt -f csv", 2),
    ("figures none.txt -f markdown", 2),
    ("promises none.txt -f xlsx -o x.xlsx", 2),
    ("report none.txt a.txt -o x.xlsx", 2),
    ("collate none.txt a.txt -f csv", 2),
    ("figures mixed", 2),
    ("figures mixed -f jsonl", 2),
    ("diff mixed same", 2),
    ("diff same a.txt", 2),
    ("collate a.txt empty.txt", 2),
    ("text empty.txt", 2),
    ("text pointer.txt", 2),
    ("diff rows-a.jsonl broken.jsonl -f jsonl", 2),
    ("diff a.txt b.txt -o none/x.json", 2),
    ("diff a.txt b.txt -o a.txt", 2),
    ("diff a.txt b.txt -q -o a.txt", 2),
    ("diff a.txt b.txt -o x.json --also json:x.json", 2),
    ("diff a.txt b.txt --git HEAD", 2),
    ("diff a.txt b.txt --baseline none.json", 2),
    ("diff a.txt b.txt --config none.toml", 2),
    ("diff a.txt b.txt --config-from main", 2),
    ("diff --git HEAD", 2),
];

fn rows(mines: u32) -> String {
    format!("{{\"id\":\"a\",\"paragraphs\":[\"We cleared {mines} mines.\"]}}\n")
}

fn folder() -> Folder {
    let folder = Folder::with_statements();
    let header =
        |day: &str| format!("Statement of Ruritania\nGeneva, {day}\n\nMadam President,\n\n");
    let long = "The teams of the north work with dogs in the hills above the river.";
    let other = "No child of our villages shall fear the path that leads to school.";
    for (name, text) in [
        ("empty.txt", String::new()),
        (
            "pointer.txt",
            "version https://git-lfs.github.com/spec/v1\nsize 5\n".to_owned(),
        ),
        ("rolled-a.txt", header("14 June 2024") + long),
        ("rolled-b.txt", header("12 June 2025") + long),
        (
            "restated-a.txt",
            "We hold 3 thousand hectares of land.".to_owned(),
        ),
        (
            "restated-b.txt",
            "We hold 30 square kilometres of land.".to_owned(),
        ),
        ("moved-a.txt", format!("{long}\n\n{other}\n\n{OLD}")),
        ("moved-b.txt", format!("{long}\n\n{OLD}\n\n{other}")),
        ("rows-a.jsonl", rows(5)),
        ("rows-same.jsonl", rows(5)),
        ("rows-b.jsonl", rows(7)),
        ("broken.jsonl", "no row\n".to_owned()),
        ("same/a.txt", OLD.to_owned()),
        ("same2/a.txt", OLD.to_owned()),
        ("other/a.txt", OLD.replace("140", "150")),
        ("lone/a.txt", OLD.to_owned()),
        ("lone/b.txt", long.to_owned()),
        ("mixed/a.txt", OLD.to_owned()),
        ("mixed/empty.txt", String::new()),
    ] {
        folder.write(name, text);
    }
    folder
}

#[test]
fn each_line_ends_with_the_status_of_what_it_told() {
    let folder = folder();
    assert!(STATUS.len() >= 60);
    let mut wrong = Vec::new();
    for (line, status) in STATUS {
        let run = folder.line(line);
        if run.status() != Some(*status) {
            wrong.push(format!(
                "{line}: {:?}\n{}{}",
                run.status(),
                run.stdout(),
                run.stderr()
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
#[cfg(unix)]
fn a_reader_who_leaves_early_changes_no_status() {
    let folder = folder();
    for (line, status) in STATUS
        .iter()
        .filter(|(line, _)| !line.starts_with("figures mixed"))
    {
        let (reader, writer) = std::io::pipe().expect("a pipe can be made");
        drop(reader);
        let words: Vec<&str> = line.split_whitespace().collect();
        let output = folder.command().args(&words).stdout(writer).output();
        let output = output.expect("the program starts");
        assert_eq!(output.status.code(), Some(*status), "{line}");
    }
}

#[test]
fn quiet_writes_the_file_and_says_nothing() {
    let folder = folder();
    for name in ["x.json", "x.md", "x.html", "x.csv", "x.txt"] {
        let command = if name == "x.csv" { "figures" } else { "diff" };
        let run = folder.line(&format!("{command} a.txt b.txt -q -o {name}"));
        assert!(folder.read(name).len() > 50, "{name}");
        assert_eq!(run.stdout() + &run.stderr(), "", "{name}");
    }
}
