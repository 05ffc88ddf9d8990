//! Promises and deadlines, in every format and from statement to statement.

mod common;

use common::Folder;

const OLD: &str = "Statement of Ruritania\nGeneva, 14 June 2024\n\n\
    Ruritania will destroy all its stockpiled mines by 2025.\n\n\
    Ruritania is committed to a world free of mines.\n\n\
    We thank the Chair for the report on the work of the year.\n";
const NEW: &str = "Statement of Ruritania\nGeneva, 12 June 2025\n\n\
    Ruritania will destroy all its stockpiled mines by 2026.\n\n\
    We thank the Chair for the report on the work of the year.\n\n\
    Ruritania is supportive of efforts towards a world free of mines.\n";

const LATER: &str = "Statement of Ruritania\nGeneva, 16 June 2027\n\n\
    Ruritania has destroyed all its stockpiled mines.\n\n\
    We thank the Chair for the report on the work of the year.\n\n\
    Ruritania is supportive of efforts towards a world free of mines.\n";

fn folder() -> Folder {
    let folder = Folder::new();
    folder.write("old.txt", OLD);
    folder.write("new.txt", NEW);
    folder.write("later.txt", LATER);
    folder
}

fn told(args: &[&str]) -> String {
    folder().run(args).stdout()
}

#[test]
fn every_format_tells_the_moved_deadline_and_the_softer_promise() {
    for format in [
        "terminal", "markdown", "html", "github", "sarif", "gitlab", "junit",
    ] {
        let text = told(&["diff", "old.txt", "new.txt", "-f", format, "--width", "120"]);
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
        folder.run(&args).status()
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

#[test]
fn a_promise_that_is_kept_by_a_deed_is_met_in_every_format() {
    for format in [
        "terminal", "markdown", "html", "github", "sarif", "gitlab", "junit", "json",
    ] {
        let text = told(&["diff", "new.txt", "later.txt", "-f", format]);
        for words in ["met", "has destroyed"] {
            assert!(text.contains(words), "{format}: {words}: {text}");
        }
    }
    let folder = folder();
    let args = [
        "diff",
        "new.txt",
        "later.txt",
        "-q",
        "--fail-on",
        "promise:met",
    ];
    assert_eq!(folder.run(&args).status(), Some(1));
}

#[test]
fn promises_are_followed_to_their_end() {
    let text = told(&["promises", "old.txt", "new.txt", "later.txt", "-f", "csv"]);
    for step in ["made", "moved", "met", "softened", "kept"] {
        assert!(text.contains(step), "{step}: {text}");
    }
    assert!(
        text.contains("Ruritania has destroyed all its stockpiled mines."),
        "{text}"
    );
}

#[test]
fn a_workbook_and_the_page_hold_the_promises_of_many_statements() {
    let folder = folder();
    let files = ["old.txt", "new.txt", "later.txt"];
    let run = folder.run(
        &[
            &["promises"],
            files.as_slice(),
            &["-f", "xlsx", "-o", "p.xlsx"],
        ]
        .concat(),
    );
    assert_eq!(run.status(), Some(0), "{}", run.stderr());
    assert!(folder.read("p.xlsx").starts_with("PK"));
    folder.run(&[&["report"], files.as_slice(), &["-o", "p.html"]].concat());
    let page = folder.read("p.html");
    assert!(page.contains("Promises over the statements"));
    assert!(
        page.contains("“has destroyed") || page.contains("“Ruritania has destroyed"),
        "{page}"
    );
}

#[test]
fn who_left_and_joined_a_list_of_those_aligned_is_told_in_every_format() {
    let folder = Folder::new();
    let list = |names: &str| {
        format!(
            "The work goes on in every district.\n\n\
             The candidate countries {names} align themselves with this statement.\n"
        )
    };
    folder.write("old.txt", list("Albania, Serbia and Ukraine"));
    folder.write("new.txt", list("Albania, Ukraine and Iceland"));
    for format in [
        "terminal", "markdown", "html", "github", "sarif", "gitlab", "junit", "json",
    ] {
        let text = folder
            .run(&["diff", "old.txt", "new.txt", "-f", format])
            .stdout();
        for words in ["aligned with the statement", "Serbia", "Iceland"] {
            assert!(text.contains(words), "{format}: {words}: {text}");
        }
    }
    let args = [
        "diff",
        "old.txt",
        "new.txt",
        "-q",
        "--fail-on",
        "stance:removed",
    ];
    assert_eq!(folder.run(&args).status(), Some(1));
}

/// Statements of Ruritania from year to year: the day, and what is said beside what they
/// all say.
fn yearly(statements: &[(&str, &str, &str)]) -> Folder {
    let folder = Folder::new();
    for (file, date, said) in statements {
        let text = format!(
            "Statement of Ruritania\nGeneva, {date}\n\n{said}\n\n\
             We thank the Chair for the report on the work of the year.\n"
        );
        folder.write(file, text);
    }
    folder
}

#[test]
fn a_promise_whose_day_has_passed_is_told_as_expired() {
    let promise = "Ruritania will destroy all its stockpiled mines by June 2030.";
    let folder = yearly(&[
        ("old.txt", "14 June 2029", promise),
        ("new.txt", "12 June 2031", "It rained."),
        ("soon.txt", "12 June 2030", "It rained."),
    ]);
    for format in [
        "terminal", "markdown", "html", "github", "sarif", "gitlab", "junit", "json",
    ] {
        let told = |new: &str| {
            let text = folder.run(&["diff", "old.txt", new, "-f", format]).stdout();
            text.split_whitespace().collect::<Vec<_>>().join(" ")
        };
        let words = match format {
            "json" => "\"verdict\":\"expired\"",
            _ => "its date has passed",
        };
        assert!(told("new.txt").contains(words), "{format}");
        assert!(!told("soon.txt").contains(words), "{format}");
        assert!(told("soon.txt").contains("dropped"), "{format}");
    }
    let status = |rule: &str| {
        let args = ["diff", "old.txt", "new.txt", "-q", "--fail-on", rule];
        folder.run(&args).status()
    };
    assert_eq!(status("promise:expired"), Some(1));
    assert_eq!(status("promise:dropped"), Some(0));
}

#[test]
fn what_is_dropped_carries_the_words_in_which_it_was_said_last() {
    let promise = "Ruritania will rebuild the old schools of the valley.";
    let folder = yearly(&[
        ("a.txt", "14 June 2029", promise),
        ("b.txt", "12 June 2030", promise),
        ("c.txt", "12 June 2031", "It rained."),
    ]);
    let files = ["a.txt", "b.txt", "c.txt"];
    for format in ["terminal", "markdown", "csv", "json", "jsonl"] {
        let run = folder.run(&[&["promises"], files.as_slice(), &["-f", format]].concat());
        let text = run
            .stdout()
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ");
        let said = text
            .matches("will rebuild the old schools of the valley")
            .count();
        assert!(text.contains("dropped"), "{format}: {text}");
        assert!(said >= 3, "{format}: {said}: {text}");
    }
    folder.run(&[&["report"], files.as_slice(), &["-o", "p.html"]].concat());
    assert!(folder.read("p.html").contains("dropped, last said"));
}

#[test]
fn the_workbook_of_a_report_has_a_sheet_of_promises() {
    let folder = folder();
    let run = folder.run(&["report", "old.txt", "new.txt", "-o", "r.xlsx"]);
    assert_eq!(run.status(), Some(1), "{}", run.stderr());
    let sheets = part(&folder, "r.xlsx", "xl/workbook.xml");
    for name in [
        "Ledger",
        "Mentions",
        "Changes",
        "Promises",
        "Promise mentions",
        "Documents",
    ] {
        assert!(sheets.contains(&format!("name=\"{name}\"")), "{sheets}");
    }
    let words = part(&folder, "r.xlsx", "xl/sharedStrings.xml");
    assert!(words.contains("softened “supportive of"), "{words}");
}

/// A part of a workbook.
fn part(folder: &Folder, file: &str, name: &str) -> String {
    let bytes = std::fs::read(folder.at(file)).expect("a file can be read");
    let archive = rawzip::ZipArchive::from_slice(&bytes).expect("a workbook is an archive");
    let mut entries = archive.entries();
    while let Some(record) = entries.next_entry().expect("a workbook is sound") {
        if record.file_path().as_ref() == name.as_bytes() {
            let packed = archive.get_entry(record.wayfinder()).expect("an entry");
            let unpacked = miniz_oxide::inflate::decompress_to_vec(packed.data());
            return String::from_utf8(unpacked.expect("it is packed")).expect("XML is UTF-8");
        }
    }
    panic!("{file} has no {name}");
}

/// A statement of Ruritania that promises to clear its mines `due`.
fn due(date: &str, due: &str) -> String {
    format!(
        "Statement of Ruritania\nGeneva, {date}\n\n\
         Ruritania will clear all its anti-personnel mines {due}.\n\n\
         We thank the Chair for the report on the work of the year.\n"
    )
}

/// What became of that promise from one day to another, in JSON.
fn diff_of_due(before: (&str, &str), after: (&str, &str), args: &[&str]) -> (String, Option<i32>) {
    let folder = Folder::new();
    folder.write("old.txt", due(before.0, before.1));
    folder.write("new.txt", due(after.0, after.1));
    let run = folder.run(&[&["diff", "old.txt", "new.txt", "--width", "120"], args].concat());
    (run.stdout(), run.status())
}

#[test]
fn a_date_that_is_said_in_words_that_count_from_the_day_is_no_dropped_deadline() {
    let before = ("15 March 2031", "by the end of the second quarter of 2031");
    let after = ("27 April 2031", "by the end of the current quarter");
    let (text, _) = diff_of_due(before, after, &[]);
    assert!(!text.contains("deadline"), "{text}");
    let status = |rule| diff_of_due(before, after, &["-q", "--fail-on", rule]).1;
    assert_eq!(status("deadline"), Some(0));
    let (back, _) = diff_of_due(after, before, &[]);
    assert!(!back.contains("deadline"), "{back}");
}

#[test]
fn a_deadline_in_words_that_slips_is_told_by_how_much() {
    let before = ("15 March 2031", "by the end of the year");
    let after = ("27 April 2032", "by the end of the year");
    let (text, _) = diff_of_due(before, after, &[]);
    assert!(text.contains("moved one year later"), "{text}");
    for rule in ["deadline:moved", "promise:moved"] {
        let (_, status) = diff_of_due(before, after, &["-q", "--fail-on", rule]);
        assert_eq!(status, Some(1), "{rule}");
    }
}

#[test]
fn a_date_that_gives_way_to_a_vague_time_was_dropped() {
    let before = ("15 March 2031", "by June 2031");
    let after = ("27 April 2031", "in the coming months");
    let (text, status) = diff_of_due(before, after, &["--fail-on", "deadline"]);
    assert!(text.contains("deadline dropped"), "{text}");
    assert_eq!(status, Some(1));
}

#[test]
fn a_duty_that_is_reversed_is_told_in_as_few_words_as_show_it() {
    for (before, after, reported) in [
        (
            "The parties shall disclose the map.",
            "The parties shall not disclose the map.",
            "parties: map  shall → shall not  reversed",
        ),
        // The negation stands behind the words that bind.
        (
            "Die Länder sollen die Karten weitergeben.",
            "Die Länder sollen die Karten nicht weitergeben.",
            "sollen die Karten weitergeben → sollen die Karten nicht weitergeben  reversed",
        ),
    ] {
        let folder = Folder::new();
        folder.write("old.txt", format!("{before}\n"));
        folder.write("new.txt", format!("{after}\n"));
        let report = folder.line("diff old.txt new.txt --width 160").stdout();
        assert!(report.contains(reported), "{report}");
    }
}
