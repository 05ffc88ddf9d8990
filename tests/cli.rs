//! The command as its user meets it: flags, exit status and streams.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

const OLD: &str = "fixtures/statements/marenia/2021-11-16_marenia_clearance.txt";

fn verbale(args: &[&str]) -> Output {
    verbale_in("80", args)
}

/// On a screen of so many columns.
fn verbale_in(columns: &str, args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_verbale"))
        .args(args)
        .env_remove("NO_COLOR")
        .env_remove("CLICOLOR_FORCE")
        .env("COLUMNS", columns)
        .output()
        .expect("the program starts")
}

fn stdout(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).expect("output is UTF-8")
}

fn stderr(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).expect("errors are UTF-8")
}

/// A folder of this test's own.
fn folder() -> tempfile::TempDir {
    tempfile::tempdir().expect("a temporary folder can be made")
}

fn file(folder: &Path, name: &str, bytes: &[u8]) -> String {
    let path: PathBuf = folder.join(name);
    fs::write(&path, bytes).expect("a temporary file can be written");
    path.to_str().expect("temporary paths are UTF-8").to_owned()
}

fn pair(name: &str) -> [String; 2] {
    ["before", "after"].map(|side| format!("fixtures/pairs/{name}/{side}.txt"))
}

#[test]
fn exits_with_1_and_leads_with_the_figure_that_rose() {
    let [before, after] = pair("rate-rise");
    let output = verbale(&["diff", &before, &after]);
    assert_eq!(output.status.code(), Some(1));
    let text = stdout(&output);
    assert!(text.find("FIGURES") < text.find("WORDING"), "{text}");
}

#[test]
fn a_fall_by_as_much_as_the_rise_before_is_a_fall_by_both() {
    let folder = folder();
    let before = file(
        folder.path(),
        "before.txt",
        b"In the year to May unemployment rose by 3 per cent.",
    );
    let after = file(
        folder.path(),
        "after.txt",
        b"In the year to May unemployment fell by 3 per cent.",
    );
    let text = stdout(&verbale(&["diff", &before, &after]));
    assert!(
        text.contains("FIGURES") && text.contains("−6 percentage points"),
        "{text}"
    );
}

#[test]
fn a_statement_has_no_differences_from_itself() {
    let output = verbale(&["diff", OLD, OLD]);
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(stdout(&output), "");
    assert!(stderr(&output).contains("no differences"));
}

#[test]
fn new_line_breaks_quotes_and_dashes_are_no_difference() {
    let [before, after] = pair("reflow-only");
    assert_eq!(verbale(&["diff", &before, &after]).status.code(), Some(0));
}

#[test]
fn other_list_numbers_are_no_difference() {
    let [before, after] = pair("renumbered-list");
    assert_eq!(verbale(&["diff", &before, &after]).status.code(), Some(0));
}

#[test]
fn trouble_is_one_line_with_the_file_and_the_remedy_and_exit_status_2() {
    let folder = folder();
    let rows =
        b"{\"id\":\"a\",\"text\":\"x\"}\n{\"id\":\"b\",\"text\":\"x\"}\n\n\n\n\n{\"id\":\"c\"\n";
    let empty = file(folder.path(), "empty.txt", b"");
    let binary = file(
        folder.path(),
        "binary.txt",
        b"\x00\x01\x02\xff\xfe\x00PNG\x00\x00",
    );
    let broken = file(folder.path(), "broken.jsonl", rows);
    let cases: [(&[&str], &str); 7] = [
        (&["diff", "absent.txt", OLD], "absent.txt: no such file"),
        (&["diff", "src", OLD], "src: a directory"),
        (&["diff", &empty, OLD], "empty file"),
        (&["diff", &binary, OLD], "binary.txt: "),
        (&["diff", "-", "-"], "`-` stands twice"),
        (&["diff", "--watch", "-", "-"], "--watch looks at files"),
        (
            &["figures", &broken, "-f", "jsonl"],
            "broken.jsonl: line 7: ",
        ),
    ];
    for (args, expected) in cases {
        let output = verbale(args);
        assert_eq!(output.status.code(), Some(2), "{args:?}");
        let message = stderr(&output);
        assert!(message.contains(expected), "{args:?}: {message}");
        assert_eq!(message.trim_end().lines().count(), 1, "{message}");
    }
}

#[test]
fn rows_are_paired_by_id_whatever_their_order() {
    let folder = folder();
    let row = |id: &str, mines: u32| {
        format!("{{\"id\":\"{id}\",\"paragraphs\":[\"We cleared {mines} mines.\"]}}\n")
    };
    let old = file(
        folder.path(),
        "old.jsonl",
        (row("a", 5) + &row("b", 7)).as_bytes(),
    );
    let new = file(
        folder.path(),
        "new.jsonl",
        (row("b", 9) + &row("a", 5)).as_bytes(),
    );
    let output = verbale(&["diff", &old, &new, "-f", "jsonl"]);
    assert_eq!(output.status.code(), Some(1), "{}", stderr(&output));
    let records: Vec<serde_json::Value> = stdout(&output)
        .lines()
        .map(|line| serde_json::from_str(line).expect("a record a line"))
        .collect();
    let differs: Vec<_> = records
        .iter()
        .filter(|record| record["type"] == "comparison")
        .map(|record| {
            (
                record["id"].as_str(),
                record["summary"]["differs"].as_bool(),
            )
        })
        .collect();
    assert_eq!(differs, [(Some("a"), Some(false)), (Some("b"), Some(true))]);
}

#[test]
fn a_row_without_a_partner_is_an_error_record_and_trouble() {
    let folder = folder();
    let old = file(
        folder.path(),
        "old.jsonl",
        b"{\"id\":\"a\",\"text\":\"x\"}\n",
    );
    let new = file(
        folder.path(),
        "new.jsonl",
        b"{\"id\":\"b\",\"text\":\"x\"}\n",
    );
    let output = verbale(&["diff", &old, &new, "-f", "jsonl"]);
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(stdout(&output).matches("\"type\":\"error\"").count(), 2);
}

#[test]
fn standard_input_can_be_one_of_the_statements() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_verbale"))
        .args(["diff", OLD, "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let text = fs::read(OLD).expect("the fixture can be read");
    child
        .stdin
        .take()
        .expect("a pipe")
        .write_all(&text)
        .expect("the program reads");
    let output = child.wait_with_output().expect("the program ends");
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
}

#[test]
fn a_promise_in_weaker_words_is_told_as_softened() {
    let [before, after] = pair("softened");
    let text = stdout(&verbale(&["diff", &before, &after]));
    for promise in ["will → intends to", "shall → may", "call on → invite"] {
        let line = text.lines().find(|line| line.contains(promise));
        assert!(line.is_some_and(|line| line.contains("softened")), "{text}");
    }
}

#[test]
fn a_sentence_that_moved_is_told_with_the_place_it_left_and_the_place_it_took() {
    let [before, after] = pair("moved-sentences");
    let output = verbale(&["diff", &before, &after]);
    let told = include_str!("../README.md").split("```console\n");
    let mut told = told.filter_map(|block| block.split_once('\n'));
    let (_, told) = told
        .find(|(command, _)| command.contains(&before))
        .expect("the README shows it");
    let told = told.split("```").next().expect("the block ends");
    assert_eq!(stdout(&output), told);
}

#[test]
fn colour_follows_the_flag_before_the_environment() {
    let [before, after] = pair("rate-rise");
    let escape = |args: &[&str], variables: &[(&str, &str)]| {
        let output = Command::new(env!("CARGO_BIN_EXE_verbale"))
            .args(["diff", &before, &after])
            .args(args)
            .env_remove("NO_COLOR")
            .env_remove("CLICOLOR_FORCE")
            .envs(variables.iter().copied())
            .output()
            .expect("the program starts");
        stdout(&output).contains('\u{1b}')
    };
    assert!(!escape(&[], &[]), "a pipe is not coloured");
    assert!(escape(&[], &[("CLICOLOR_FORCE", "1")]));
    assert!(!escape(&[], &[("CLICOLOR_FORCE", "1"), ("NO_COLOR", "1")]));
    assert!(escape(&["--color", "always"], &[("NO_COLOR", "1")]));
    assert!(!escape(&["--color=never"], &[("CLICOLOR_FORCE", "1")]));
}

#[test]
fn a_report_that_goes_through_the_pager_of_git_has_colour() {
    let coloured = |in_use: &str| {
        let output = Command::new(env!("CARGO_BIN_EXE_verbale"))
            .arg("diff")
            .args(pair("rate-rise"))
            .env("GIT_PAGER_IN_USE", in_use)
            .env("TERM", "xterm")
            .env_remove("NO_COLOR")
            .env_remove("CLICOLOR_FORCE")
            .output()
            .expect("the program runs");
        stdout(&output).contains('\u{1b}')
    };
    assert!(coloured("true") && !coloured("false"));
}

/// What a command says of two texts.
fn told_of(command: &str, texts: [&str; 2]) -> String {
    let folder = folder();
    let names = ["2021.txt", "2022.txt"];
    let [before, after] =
        [0, 1].map(|at: usize| file(folder.path(), names[at], texts[at].as_bytes()));
    stdout(&verbale(&[command, &before, &after]))
}

#[test]
fn small_counts_that_never_changed_are_counted_and_not_listed() {
    let text = "We met 3 envoys. We cleared 300 fields.";
    let table = told_of("figures", [text, &text.replace("300", "320")]);
    assert!(table.contains("1 small counts") && !table.contains("envoys"));
    let table = told_of("figures", [text, &text.replace('3', "4")]);
    assert!(table.contains("envoys"), "{table}");
}

#[test]
fn a_reference_of_one_text_alone_is_folded() {
    let before = "We recall resolution 1325. We go on.";
    let report = told_of("diff", [before, "We go on with all of it."]);
    assert!(report.contains("1 name or number of one text alone") && !report.contains("NAMES"));
}

#[test]
fn the_letters_of_a_word_that_changed_are_bold_where_there_is_colour() {
    let folder = folder();
    let write = |name, word: &str| {
        let text = format!("It is an {word} to speak on behalf of the partners of our State.");
        file(folder.path(), name, text.as_bytes())
    };
    let (old, new) = (write("old.txt", "honor"), write("new.txt", "honour"));
    let shown = |colour| stdout(&verbale(&["diff", "--color", colour, &old, &new]));
    assert!(shown("never").contains("[-honor-] {+honour+}"));
    let bold = "hono\u{1b}[0m\u{1b}[1;4;34mu\u{1b}[0m\u{1b}[4;34mr";
    assert!(shown("always").contains(bold), "{:?}", shown("always"));
}

#[test]
fn marks_can_be_read_without_colour() {
    let [before, after] = pair("moved-and-edited");
    let text = stdout(&verbale(&["diff", &before, &after, "--show", "all"]));
    assert!(text.contains("[-") && text.contains("{+"), "{text}");
}

#[test]
fn nothing_in_a_statement_steers_the_terminal() {
    let folder = folder();
    let old = file(
        folder.path(),
        "old.txt",
        "We cleared 5 mines in the north.\n".as_bytes(),
    );
    let new = file(
        folder.path(),
        "new.txt",
        "We \u{1b}]0;title\u{7}cleared 6 mines in the north.\n".as_bytes(),
    );
    let text = stdout(&verbale(&["diff", &old, &new, "--show", "all"]));
    assert!(
        !text.contains('\u{1b}') && !text.contains('\u{7}'),
        "{text:?}"
    );
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    let [before, after] = pair("split");
    for format in ["terminal", "json", "jsonl"] {
        let run = || verbale(&["diff", &before, &after, "-f", format]).stdout;
        assert_eq!(run(), run(), "{format}");
    }
}

#[test]
fn a_full_disk_is_trouble() {
    if !Path::new("/dev/full").exists() {
        return;
    }
    let full = fs::OpenOptions::new()
        .write(true)
        .open("/dev/full")
        .expect("it can be opened");
    let [before, after] = pair("rate-rise");
    let output = Command::new(env!("CARGO_BIN_EXE_verbale"))
        .args(["diff", &before, &after, "-f", "json"])
        .stdout(full)
        .stderr(Stdio::piped())
        .output()
        .expect("the program starts");
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).contains("standard output: cannot write"));
}

#[test]
fn facts_of_more_files_than_there_are_are_bad_usage() {
    let label = |name: &str| format!("--label={name}");
    let labels = ["a", "b", "c"].map(label);
    let [a, b, c] = labels.each_ref().map(String::as_str);
    for words in [
        vec!["diff", OLD, OLD, a, b, c],
        vec!["figures", OLD, OLD, a, b, c],
        vec!["text", OLD, a, b],
    ] {
        let output = verbale(&words);
        assert_eq!(output.status.code(), Some(2), "{words:?}");
        assert!(stderr(&output).contains("--label stands"), "{words:?}");
    }
    assert_ne!(verbale(&["diff", OLD, OLD, a, b]).status.code(), Some(2));
}

#[test]
fn a_report_that_has_no_place_is_answered_with_a_remedy() {
    let folder = folder();
    let inside = folder.path().join("none").join("report.json");
    for (file, remedy) in [
        (inside.as_path(), "make the folder first"),
        (folder.path(), "name a file in it"),
    ] {
        let file = file.to_str().expect("it is text");
        let output = verbale(&["diff", OLD, OLD, "-o", file]);
        assert_eq!(output.status.code(), Some(2));
        let told = stderr(&output);
        assert!(told.contains(file) && told.contains(remedy), "{told}");
    }
}

#[test]
fn two_files_without_a_command_are_answered_with_the_command() {
    let output = verbale(&[OLD, OLD]);
    assert_eq!(output.status.code(), Some(2));
    assert!(
        stderr(&output).contains("verbale diff"),
        "{}",
        stderr(&output)
    );
}

#[test]
fn help_without_arguments_fits_a_small_screen() {
    let output = verbale(&[]);
    assert_eq!(output.status.code(), Some(2));
    let lines = stderr(&output).lines().count() + stdout(&output).lines().count();
    assert!((5..=25).contains(&lines), "{lines} lines");
}

#[test]
fn side_by_side_each_text_stays_in_its_column() {
    let [before, after] = pair("moved-and-edited");
    for width in ["40", "80", "140"] {
        let args = ["diff", &before, &after, "--side-by-side", "--width", width];
        let text = stdout(&verbale(&args));
        let rows: Vec<&str> = text.lines().filter(|line| line.contains('│')).collect();
        let at = rows[0].chars().position(|c| c == '│');
        let (mut left, mut right) = (String::new(), String::new());
        for row in rows {
            assert_eq!(row.chars().position(|c| c == '│'), at, "{text}");
            let width: usize = width.parse().expect("a number");
            assert!(row.chars().count() <= width, "{text}");
            let (before, after) = row.split_once('│').expect("the row has a rule");
            left += before;
            right += after;
        }
        assert!(left.contains("[-") && !left.contains("{+"), "{text}");
        assert!(right.contains("{+") && !right.contains("[-"), "{text}");
    }
}

#[test]
fn a_theme_changes_colours_and_nothing_else() {
    let [before, after] = pair("moved-and-edited");
    let painted = |theme: &str, ground: &str| {
        let output = Command::new(env!("CARGO_BIN_EXE_verbale"))
            .args(["diff", &before, &after, "--color", "always"])
            .env("VERBALE_THEME", theme)
            .env("COLORFGBG", ground)
            .output()
            .expect("the program starts");
        stdout(&output)
    };
    let bare = |text: &str| {
        let mut parts = text.split("\u{1b}[");
        let first = parts.next().unwrap_or_default().to_owned();
        parts.fold(first, |bare, part| {
            bare + part.split_once('m').expect("a colour ends").1
        })
    };
    let (dark, safe) = (painted("dark", ""), painted("blue-orange", ""));
    assert_ne!(dark, safe);
    assert_eq!(bare(&dark), bare(&safe));
    assert_eq!(painted("auto", "15;0"), dark);
    assert_eq!(painted("auto", "0;15"), painted("light", ""));
}

#[test]
fn places_are_links_to_the_line_where_they_are_wanted() {
    let folder = folder();
    let old = file(folder.path(), "old text.txt", b"We cleared 5 mines.\n");
    let new = file(
        folder.path(),
        "new text.txt",
        b"Thank you.\n\nWe cleared 6 mines.\n",
    );
    let linked = stdout(&verbale(&["diff", &old, &new, "--hyperlinks", "always"]));
    let place = "/new%20text.txt#3\u{1b}\\¶1 → ¶2\u{1b}]8;;\u{1b}\\";
    assert!(linked.contains(place), "{linked:?}");
    assert!(
        linked.contains("/old%20text.txt\u{1b}\\old text"),
        "{linked:?}"
    );
    let plain = stdout(&verbale(&["diff", &old, &new]));
    let mut bare = String::new();
    for (at, part) in linked.split("\u{1b}]8;;").enumerate() {
        bare += if at == 0 {
            part
        } else {
            part.split_once('\\').expect("a link ends").1
        };
    }
    assert_eq!(
        bare, plain,
        "a pipe has no links, and links take no columns"
    );
}

#[test]
fn a_collation_marks_what_differs_from_the_witness_before() {
    let folder = folder();
    let files = ["140", "140", "200"].map(|count| {
        let name = format!(
            "{}.txt",
            folder.path().read_dir().map_or(0, Iterator::count)
        );
        let text = format!("Our teams cleared {count} fields.\n\nNo deminer was hurt this year.");
        file(folder.path(), &name, text.as_bytes())
    });
    let [one, two, three] = files.each_ref().map(String::as_str);
    let shown = stdout(&verbale(&["collate", one, two, three]));
    let words = shown.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(
        words.contains("Our teams cleared 140 = Our teams cleared [-140-]"),
        "{shown}"
    );
    assert!(words.contains("¶2: the same in all"), "{shown}");
    let all = stdout(&verbale(&["collate", "--show", "all", one, two, three]));
    let words = all.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(words.contains("No deminer was hurt this = ="), "{all}");
    let narrow = stdout(&verbale_in("60", &["collate", one, two, three]));
    let apparatus =
        "Our teams cleared 140 fields.\n    2: Our teams cleared [-140-] {+200+} fields.\n";
    assert!(narrow.contains(apparatus), "{narrow}");
}
