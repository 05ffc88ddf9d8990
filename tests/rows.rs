//! JSON lines: a row that cannot be read never ends a stream.

mod common;

use common::{Folder, records};

const GOOD: &str = "{\"id\":\"a\",\"text\":\"We cleared 5 fields.\"}\n";
const BAD: &str = "{\"id\":\"b\",\"text\":5}\n";
const LAST: &str = "{\"id\":\"c\",\"paragraphs\":[\"We cleared 7 fields.\"]}\n";

/// What each record of a stream is: its type and its document.
fn told(stdout: &str) -> Vec<(String, String)> {
    let word = |value: &serde_json::Value| value.as_str().unwrap_or("-").to_owned();
    let name = |record: &serde_json::Value| match word(&record["type"]).as_str() {
        "document" => word(&record["id"]),
        _ => word(&record["document"]),
    };
    let all = records(stdout);
    all.iter()
        .map(|record| (word(&record["type"]), name(record)))
        .collect()
}

fn pairs(told: &[(String, String)]) -> Vec<(&str, &str)> {
    told.iter()
        .map(|(kind, name)| (kind.as_str(), name.as_str()))
        .collect()
}

#[test]
fn a_bad_row_is_an_error_record_in_its_place() {
    let folder = Folder::new();
    folder.write("rows.jsonl", GOOD.to_owned() + BAD + LAST);
    let run = folder.line("figures rows.jsonl -f jsonl");
    assert_eq!(run.status(), Some(2));
    let told = told(&run.stdout());
    let expected = [
        ("document", "a"),
        ("figure", "a"),
        ("error", "b"),
        ("document", "c"),
        ("figure", "c"),
    ];
    assert_eq!(pairs(&told), expected);
    let error = &records(&run.stdout())[2];
    assert_eq!(
        (&error["line"], &error["code"], &error["path"]),
        (&2.into(), &"bad_row".into(), &"rows.jsonl".into())
    );
    assert!(
        error["message"]
            .as_str()
            .unwrap()
            .contains("rows.jsonl: line 2: invalid type")
    );
}

#[test]
fn how_many_rows_were_not_read_is_told_at_the_end() {
    let folder = Folder::new();
    folder.write("rows.jsonl", GOOD.to_owned() + BAD + LAST + "no row\n");
    for line in ["figures rows.jsonl -f jsonl", "text rows.jsonl"] {
        let run = folder.line(line);
        let last = run.stderr().trim_end().lines().last().unwrap().to_owned();
        assert_eq!(last, "verbale: 2 of 4 rows not read", "{line}");
    }
}

#[test]
fn rows_are_read_from_standard_input() {
    let folder = Folder::new();
    folder.write("rows.jsonl", GOOD.to_owned() + BAD + LAST);
    let file = folder
        .line("figures rows.jsonl -f jsonl")
        .stdout()
        .replace("rows.jsonl", "-");
    for line in ["figures - -f jsonl", "figures - --from jsonl -f jsonl"] {
        let run = folder.piped(line, &(GOOD.to_owned() + BAD + LAST));
        assert_eq!(run.stdout(), file, "{line}");
        assert_eq!(run.status(), Some(2), "{line}");
    }
}

#[test]
fn a_first_line_that_is_no_row_is_prose_unless_rows_are_asked_for() {
    let folder = Folder::new();
    let text = "{curly} words on 5 fields\n";
    let prose = folder.piped("figures - -f jsonl", text);
    assert_eq!(pairs(&told(&prose.stdout()))[0].0, "document");
    assert_eq!(prose.status(), Some(0));
    let rows = folder.piped("figures - --from jsonl -f jsonl", text);
    assert_eq!(pairs(&told(&rows.stdout())), [("error", "-")]);
    assert_eq!(rows.status(), Some(2));
}

#[test]
fn a_first_row_without_a_text_is_a_bad_row_and_no_prose() {
    let folder = Folder::new();
    let run = folder.piped(
        "figures - -f jsonl",
        &("{\"id\":\"n\",\"text\":null}\n".to_owned() + GOOD),
    );
    assert_eq!(pairs(&told(&run.stdout()))[0], ("error", "n"));
    assert_eq!(pairs(&told(&run.stdout()))[1], ("document", "a"));
}

#[test]
fn rows_of_standard_input_are_compared_with_those_of_a_file() {
    let folder = Folder::new();
    let after = GOOD.replace('5', "9");
    folder.write("old.jsonl", GOOD);
    folder.write("new.jsonl", after.as_str());
    let files = folder.line("diff old.jsonl new.jsonl -f jsonl").stdout();
    let piped = folder.piped("diff - new.jsonl -f jsonl", GOOD);
    assert_eq!(piped.stdout(), files.replace("old.jsonl", "-"));
    assert_eq!(piped.status(), Some(1));
    let piped = folder.piped("diff old.jsonl - -f jsonl", &after);
    assert_eq!(piped.stdout(), files.replace("new.jsonl", "-"));
    let collated = folder.piped("collate old.jsonl - -f jsonl", &after);
    assert!(
        collated.stdout().contains("\"witnesses\":[\"old\",\"-\"]"),
        "{}",
        collated.stdout()
    );
}

#[test]
fn the_documents_of_a_pair_of_rows_tell_their_sides() {
    let folder = Folder::new();
    folder.write("old.jsonl", GOOD);
    folder.write("new.jsonl", GOOD.replace('5', "9"));
    let stdout = folder.line("diff old.jsonl new.jsonl -f jsonl").stdout();
    let sides: Vec<_> = records(&stdout)
        .iter()
        .map(|record| record["side"].clone())
        .collect();
    assert_eq!(sides[..2], ["before", "after"]);
}

#[test]
fn a_pair_that_cannot_be_read_is_told_between_the_others() {
    let folder = Folder::new();
    let row = |id: &str, count: u8| {
        format!("{{\"id\":\"{id}\",\"text\":\"We cleared {count} fields.\"}}\n")
    };
    folder.write("old.jsonl", row("a", 5) + BAD + &row("c", 5));
    folder.write("new.jsonl", row("a", 6) + &row("b", 6) + &row("c", 6));
    let run = folder.line("diff old.jsonl new.jsonl -f jsonl");
    let kinds: Vec<_> = told(&run.stdout())
        .into_iter()
        .map(|(kind, _)| kind)
        .collect();
    let pair = ["document", "document", "comparison"];
    assert_eq!(kinds, [&pair[..], &["error"], &pair].concat());
    assert_eq!(run.status(), Some(2));
}

#[test]
fn texts_of_rows_stand_one_below_the_other() {
    let folder = Folder::new();
    folder.write("rows.jsonl", GOOD.to_owned() + LAST);
    let run = folder.line("text rows.jsonl");
    assert_eq!(
        run.stdout(),
        "We cleared 5 fields.\n\nWe cleared 7 fields.\n\n"
    );
    let records = folder.line("text rows.jsonl -f jsonl").stdout();
    assert_eq!(
        pairs(&told(&records)),
        [("paragraph", "a"), ("paragraph", "c")]
    );
    assert_eq!(folder.line("text rows.jsonl -f json").status(), Some(2));
}

#[test]
fn a_row_of_printed_pages_gives_the_figures_of_the_file() {
    let folder = Folder::new();
    let towns = ["Ardal", "Brim", "Corvo", "Delm", "Esker", "Fara", "Gamlin"];
    let line = |at: usize| {
        let town = towns[at % towns.len()];
        format!(
            "In {town} we cleared {at} fields of the valley and gave them back to\nthe families of {town}, who sow and harvest there again.\n"
        )
    };
    let page = |at: usize| {
        let lines: String = (1..5).map(|nth| line(at * 10 + nth)).collect();
        format!("{lines}\n{at}\n\n")
    };
    let text: String = (1..6).map(page).collect();
    folder.write("pages.txt", text.as_str());
    let row = serde_json::json!({"id": "pages", "text": text});
    folder.write("rows.jsonl", format!("{row}\n"));
    let figures = |args: &str| -> Vec<String> {
        let all = records(&folder.line(args).stdout());
        let figures = all.iter().filter(|record| record["type"] == "figure");
        figures.map(|record| record["raw"].to_string()).collect()
    };
    let rows = figures("figures rows.jsonl -f jsonl");
    assert_eq!(rows, figures("figures pages.txt -f jsonl"));
    assert_eq!(rows.len(), 5 * 4, "{rows:?}");
}

/// A row a year of each delegation.
fn years(delegations: &[&str]) -> String {
    let row = |delegation: &&str| -> String {
        let year = |at: u32| {
            let count = 140 + 20 * at;
            let text = format!("More than {count} people were killed by mines.");
            let row = serde_json::json!({"id": format!("{delegation}-{}", 2020 + at), "delegation": delegation,
                "date": format!("{}", 2020 + at), "text": text});
            format!("{row}\n")
        };
        (0..3).map(year).collect()
    };
    delegations.iter().map(row).collect()
}

#[test]
fn a_long_ledger_is_made_delegation_by_delegation() {
    let folder = Folder::new();
    folder.write("rows.jsonl", years(&["Marenia", "Ostland"]) + "no row\n");
    let run = folder.line("figures rows.jsonl --layout long -f jsonl");
    assert_eq!(run.status(), Some(2));
    let all = records(&run.stdout());
    let cells: Vec<_> = all
        .iter()
        .filter(|record| record["type"] == "cell")
        .collect();
    let verdicts: Vec<_> = cells.iter().map(|cell| cell["verdict"].as_str()).collect();
    assert_eq!(
        verdicts,
        [None, Some("increased"), Some("increased")].repeat(2)
    );
    assert_eq!(cells[4]["document"], "Ostland-2021");
    assert_eq!(cells[0]["measure"], cells[5]["measure"]);
    let table = folder
        .line("figures rows.jsonl --layout long -f csv")
        .stdout();
    assert_eq!(table.lines().count(), 1 + 6);
    assert!(table.starts_with("measure,title,"));
    assert!(
        table.lines().nth(6).unwrap().ends_with("increased"),
        "{table}"
    );
}

#[test]
fn a_long_ledger_of_files_tells_what_is_stated_no_more() {
    let folder = Folder::new();
    folder.write("a.txt", "More than 140 people were killed by mines.");
    folder.write("b.txt", "We thank all who came to the meeting today.");
    let run = folder.line("figures a.txt b.txt --layout long -f csv");
    let rows: Vec<String> = run.stdout().lines().map(str::to_owned).collect();
    assert_eq!(rows.len(), 3, "{rows:?}");
    assert!(
        rows[2].contains(",b,") && rows[2].ends_with(",not_restated"),
        "{rows:?}"
    );
}

#[test]
fn rows_of_a_delegation_that_stand_apart_are_no_series() {
    let folder = Folder::new();
    folder.write("rows.jsonl", years(&["Marenia", "Ostland", "Marenia"]));
    let run = folder.line("figures rows.jsonl --layout long -f csv");
    assert_eq!(run.status(), Some(2));
    assert!(
        run.stderr()
            .contains("the rows of Marenia do not stand together; sort")
    );
    let run = folder.line("figures rows.jsonl --layout long");
    assert!(
        run.stderr()
            .contains("--layout long is a table of csv, jsonl, xlsx")
    );
}

#[test]
fn a_long_table_is_a_sheet_too_delegation_after_delegation() {
    let folder = Folder::new();
    folder.write("rows.jsonl", years(&["Marenia", "Ostland"]));
    let run = folder.line("figures rows.jsonl --layout long -o cells.xlsx");
    assert_eq!(run.status(), Some(0), "{}", run.stderr());
    let sheet = folder.line("text cells.xlsx").stdout();
    let csv = folder
        .line("figures rows.jsonl --layout long -f csv")
        .stdout();
    let lines = |text: &str| text.lines().count();
    // The name of the sheet stands above its rows.
    assert!(
        (lines(&csv)..=lines(&csv) + 1).contains(&lines(&sheet)),
        "{sheet}{csv}"
    );
    for row in csv.lines().skip(1) {
        let measure = row.split(',').next().expect("a measure");
        assert!(sheet.contains(measure), "{measure}: {sheet}");
    }
}

/// Columns of a Parquet file as rows of words, nothing for what is missing.
#[cfg(feature = "parquet")]
fn parquet_rows(path: &std::path::Path) -> Vec<Vec<String>> {
    use parquet::file::reader::{FileReader, SerializedFileReader};
    use parquet::record::Field;

    let file = std::fs::File::open(path).expect("the file is there");
    let reader = SerializedFileReader::new(file).expect("it is Parquet");
    let rows = reader.get_row_iter(None).expect("it has rows");
    let words = |field: &Field| match field {
        Field::Null => String::new(),
        Field::Str(text) => text.clone(),
        other => other.to_string(),
    };
    rows.map(|row| {
        let row = row.expect("a row can be read");
        row.get_column_iter()
            .map(|(_, field)| words(field))
            .collect()
    })
    .collect()
}

#[cfg(feature = "parquet")]
#[test]
fn parquet_has_the_rows_of_csv() {
    let folder = Folder::new();
    folder.write("rows.jsonl", years(&["Marenia", "Ostland"]));
    let run = folder.line("figures rows.jsonl --layout long -o cells.parquet");
    assert_eq!(run.status(), Some(0), "{}", run.stderr());
    let csv = folder
        .line("figures rows.jsonl --layout long -f csv")
        .stdout();
    let mut reader = csv::Reader::from_reader(csv.as_bytes());
    let expected: Vec<Vec<String>> = reader
        .records()
        .map(|row| row.expect("a row").iter().map(str::to_owned).collect())
        .collect();
    assert_eq!(parquet_rows(&folder.at("cells.parquet")), expected);
    let wide = folder.line("figures rows.jsonl -f parquet -o wide.parquet");
    assert_eq!(wide.status(), Some(2));
}
