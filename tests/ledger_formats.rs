//! The formats of the ledger, as the command writes them.

use assert_cmd::Command;

const STATEMENTS: [&str; 3] = [
    "fixtures/statements/marenia/2021-11-16_marenia_clearance.txt",
    "fixtures/statements/marenia/2022-11-22_marenia_clearance.txt",
    "fixtures/statements/marenia/2023-11-21_marenia_clearance.txt",
];

fn figures(options: &[&str]) -> String {
    let output = Command::cargo_bin("verbale")
        .expect("the command is built")
        .arg("figures")
        .args(STATEMENTS)
        .args(options)
        .output()
        .expect("the command runs");
    assert!(output.status.success(), "{output:?}");
    String::from_utf8(output.stdout).expect("output is UTF-8")
}

fn rows(csv: &str) -> Vec<csv::StringRecord> {
    let mut reader = csv::Reader::from_reader(csv.as_bytes());
    reader
        .records()
        .map(|row| row.expect("a row has all columns"))
        .collect()
}

#[test]
fn a_row_of_csv_holds_words_number_and_verdict_of_each_statement() {
    let text = figures(&["-f", "csv", "--measure", "people killed"]);
    let rows = rows(&text);
    assert_eq!(rows.len(), 1);
    let cells: Vec<&str> = rows[0].iter().skip(11).collect();
    assert_eq!(
        cells[..5],
        [
            "more than 480 people",
            "480",
            "",
            "more than 510 people",
            "510"
        ]
    );
    assert_eq!(cells[5], "increased");
}

#[test]
fn only_the_kinds_asked_for_are_listed() {
    let text = figures(&["-f", "csv", "--only", "money"]);
    assert!(rows(&text).iter().all(|row| &row[2] == "money"));
}

#[test]
fn a_byte_order_mark_is_written_when_asked_for() {
    assert!(figures(&["-f", "csv", "--bom"]).starts_with('\u{feff}'));
    assert!(figures(&["-f", "csv"]).starts_with("id,"));
}

#[test]
fn canonical_units_are_the_base_units() {
    let text = figures(&[
        "-f",
        "csv",
        "--units",
        "canonical",
        "--measure",
        "returned land",
    ]);
    assert!(text.contains("18,400,000 square metre"), "{text}");
}

#[test]
fn the_extension_names_the_format_and_a_workbook_is_the_same_each_time() {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let write = |name: &str| {
        let path = folder.path().join(name);
        figures(&["-o", path.to_str().expect("the path is UTF-8")]);
        std::fs::read(path).expect("the report was written")
    };
    let (one, two) = (write("one.xlsx"), write("two.xlsx"));
    assert!(one.starts_with(b"PK"));
    assert_eq!(one, two);
    assert!(write("ledger.csv").starts_with(b"id,"));
    assert!(write("ledger.md").starts_with(b"# Figures"));
}

#[test]
fn a_terminal_of_any_width_is_filled_and_not_crossed() {
    for width in ["40", "80", "140"] {
        let text = figures(&["--width", width, "--color", "never"]);
        let most: usize = width.parse().expect("a number");
        assert!(
            text.lines().all(|line| line.chars().count() <= most),
            "{width}:\n{text}"
        );
    }
}

#[test]
fn a_workbook_has_the_ends_of_what_the_words_allow_beside_the_number() {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let write = |name: &str, text: &str| {
        let path = folder.path().join(name);
        std::fs::write(&path, text).expect("a file can be written");
        path
    };
    let files = [
        write(
            "a.txt",
            "Statement of Norway\n3 May 2021\n\nThe fleet lost between 10 and 14.5 boats.\n",
        ),
        write(
            "b.txt",
            "Statement of Norway\n3 May 2022\n\nThe fleet lost more than 20 boats.\n",
        ),
    ];
    let book = folder.path().join("ledger.xlsx");
    let run = |words: &[&std::ffi::OsStr]| {
        let mut command = Command::cargo_bin("verbale").expect("the command is built");
        let output = command.args(words).output().expect("the command runs");
        assert!(output.status.success(), "{output:?}");
        String::from_utf8(output.stdout).expect("output is UTF-8")
    };
    let [a, b] = &files;
    run(&[
        "figures".as_ref(),
        a.as_ref(),
        b.as_ref(),
        "-o".as_ref(),
        book.as_ref(),
    ]);
    let sheet = run(&["text".as_ref(), book.as_ref()]);
    let row = sheet.lines().find(|line| line.starts_with("lost boats"));
    let cells = "between 10 and 14.5 boats | range | 12.25 | 10 | 14.5 | more than 20 boats | more than | 20 | 20 |";
    assert!(row.is_some_and(|row| row.ends_with(cells)), "{sheet}");
}
