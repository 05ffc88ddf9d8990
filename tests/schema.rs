//! Every record is valid against the schema that is shipped for it.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::process::Command;
use std::sync::OnceLock;

use jsonschema::{Registry, Validator};
use serde_json::Value;
use verbale::model::{Format, Relation, Verdict};

const STATEMENTS: [&str; 3] = [
    "fixtures/statements/marenia/2021-11-16_marenia_clearance.txt",
    "fixtures/statements/marenia/2022-11-22_marenia_clearance.txt",
    "fixtures/statements/marenia/2023-11-21_marenia_clearance.txt",
];

fn verbale(args: &[&str]) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_verbale"))
        .args(args)
        .output()
        .expect("the program starts");
    assert!(
        output.status.code().is_some_and(|code| code < 2),
        "{args:?}"
    );
    String::from_utf8(output.stdout).expect("output is UTF-8")
}

/// A validator for each record, made once.
fn validators() -> &'static BTreeMap<String, Validator> {
    static VALIDATORS: OnceLock<BTreeMap<String, Validator>> = OnceLock::new();
    VALIDATORS.get_or_init(|| {
        let names = verbale(&["schema"]);
        let schema = |name: &str| -> Value {
            serde_json::from_str(&verbale(&["schema", name])).expect("a schema is JSON")
        };
        let schemas: Vec<(&str, Value)> = names.lines().map(|name| (name, schema(name))).collect();
        let mut registry = Registry::new();
        for (name, part) in &schemas {
            let uri = format!("https://verbale.example/schema/{name}.json");
            registry = registry
                .add(uri, part.clone())
                .expect("a schema has an address");
        }
        let registry = registry.prepare().expect("the schemas refer to each other");
        let validator = |(name, schema): &(&str, Value)| {
            let built = jsonschema::options().with_registry(&registry).build(schema);
            ((*name).to_owned(), built.expect("a schema is valid"))
        };
        schemas.iter().map(validator).collect()
    })
}

fn assert_valid(name: &str, value: &Value) {
    let validator = &validators()[name];
    let problems: Vec<String> = validator
        .iter_errors(value)
        .map(|error| format!("{} at {}", error, error.instance_path()))
        .collect();
    assert!(problems.is_empty(), "{name}: {}", problems.join("\n"));
}

/// Writes a file of a test's own, and gives its path.
fn file(folder: &Path, name: &str, text: &str) -> String {
    let path = folder.join(name);
    std::fs::write(&path, text).expect("a file can be written");
    path.to_str().expect("temporary paths are UTF-8").to_owned()
}

/// Holds a line of output against the schema of its type, which it returns.
fn assert_valid_line(line: &str) -> String {
    let value: Value = serde_json::from_str(line).expect("a record a line");
    let name = value["type"].as_str().expect("a record has a type");
    assert_valid(name, &value);
    name.to_owned()
}

#[test]
fn one_document_of_each_command_is_a_report() {
    let commands: [&[&str]; 9] = [
        &["diff", STATEMENTS[0], STATEMENTS[1], "-f", "json"],
        &["figures", STATEMENTS[0], "-f", "json"],
        &[
            "promises",
            "fixtures/pairs/softened/before.txt",
            "fixtures/pairs/softened/after.txt",
            "-f",
            "json",
        ],
        &["figures", STATEMENTS[0], STATEMENTS[1], "-f", "json"],
        &[
            "collate",
            STATEMENTS[0],
            STATEMENTS[1],
            STATEMENTS[2],
            "-f",
            "json",
        ],
        &["reuse", STATEMENTS[0], STATEMENTS[1], "-f", "json"],
        &["text", STATEMENTS[0], "-f", "json"],
        &["text", STATEMENTS[0], "--meta", "-f", "json"],
        &["figures", STATEMENTS[0], "--explain", "-f", "json"],
    ];
    for args in commands {
        let value: Value = serde_json::from_str(&verbale(args)).expect("the report is JSON");
        assert_valid("report", &value);
    }
}

#[test]
fn each_line_is_a_record_of_its_type() {
    let commands: [&[&str]; 8] = [
        &["diff", STATEMENTS[1], STATEMENTS[2], "-f", "jsonl"],
        &[
            "diff",
            "fixtures/pairs/softened/before.txt",
            "fixtures/pairs/softened/after.txt",
            "-f",
            "jsonl",
        ],
        &["promises", STATEMENTS[1], STATEMENTS[2], "-f", "jsonl"],
        &["reuse", STATEMENTS[1], STATEMENTS[2], "-f", "jsonl"],
        &["figures", STATEMENTS[2], "-f", "jsonl"],
        &["figures", STATEMENTS[1], STATEMENTS[2], "-f", "jsonl"],
        &[
            "collate",
            STATEMENTS[0],
            STATEMENTS[1],
            "--level",
            "word",
            "-f",
            "jsonl",
        ],
        &["text", STATEMENTS[2], "-f", "jsonl"],
    ];
    for args in commands {
        for line in verbale(args).lines() {
            assert_valid_line(line);
        }
    }
}

#[test]
fn what_several_delegations_speak_of_is_a_record_of_each_command_that_has_them_side_by_side() {
    let year = [
        "fixtures/statements/coastal-union/2022-11-21_coastal-union_general.txt",
        "fixtures/statements/marenia/2022-11-22_marenia_clearance.txt",
        "fixtures/statements/veldland/2022-11-23_veldland_assistance.md",
    ];
    for command in ["figures", "collate"] {
        let args = |format| [&[command][..], &year, &["-f", format]].concat();
        let whole: Value = serde_json::from_str(&verbale(&args("json"))).expect("it is JSON");
        assert_valid("report", &whole);
        assert_eq!(whole["matrices"].as_array().map(Vec::len), Some(1));
        let lines = verbale(&args("jsonl"));
        let types = lines.lines().map(assert_valid_line);
        assert_eq!(types.filter(|it| it == "matrix").count(), 1);
    }
}

#[test]
fn rows_and_their_errors_are_records_too() {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let write = |name: &str, text: &str| file(folder.path(), name, text);
    let old = write(
        "old.jsonl",
        "{\"id\":\"a\",\"text\":\"5 mines.\"}\n{\"id\":\"b\",\"text\":\"x\"}\n",
    );
    let new = write("new.jsonl", "{\"id\":\"a\",\"text\":\"6 mines.\"}\n");
    let run = |args: &[&str]| {
        let output = Command::new(env!("CARGO_BIN_EXE_verbale"))
            .args(args)
            .output();
        String::from_utf8(output.expect("the program starts").stdout).expect("UTF-8")
    };
    let mut types = Vec::new();
    for command in ["diff", "collate", "figures"] {
        for line in run(&[command, &old, &new, "-f", "jsonl"]).lines() {
            types.push(assert_valid_line(line));
        }
        let whole = run(&[command, &old, &new, "-f", "json"]);
        assert_valid(
            "report",
            &serde_json::from_str(&whole).expect("the report is JSON"),
        );
    }
    assert!(types.contains(&"error".to_owned()), "{types:?}");
}

#[test]
fn a_comparison_with_a_notice_is_valid_too() {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let write = |name: &str, step: usize| {
        let word = |at: usize| match at % 4 {
            0 => format!("field{at} "),
            _ => format!("road{} ", (at + 1) * step),
        };
        file(
            folder.path(),
            name,
            &(0..1200).map(word).collect::<String>(),
        )
    };
    let (old, new) = (write("old.txt", 7), write("new.txt", 10_007));
    let report = verbale(&["diff", &old, &new, "-f", "json"]);
    let report: Value = serde_json::from_str(&report).expect("the report is JSON");
    assert_eq!(
        report["comparisons"][0]["notices"][0]["code"],
        "coarser-marks"
    );
    assert_valid("report", &report);
}

#[test]
fn a_comparison_with_a_sentence_that_moved_is_valid_too() {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let write = |name: &str, text: &str| file(folder.path(), name, text);
    let roads = "We opened the roads of the valley to the farmers in spring.";
    let schools = "Twelve schools teach every pupil how to tell a mine from a stone.";
    let donors = "The partners who paid for dogs and drills have our thanks.";
    let old = write("old.txt", &format!("{roads} {schools}\n\n{donors}\n"));
    let new = write("new.txt", &format!("{roads}\n\n{donors} {schools}\n"));
    let report = verbale(&["diff", &old, &new, "-f", "json"]);
    let report: Value = serde_json::from_str(&report).expect("the report is JSON");
    assert_eq!(
        report["comparisons"][0]["moves"][0]["after"]["text"],
        schools
    );
    assert_valid("report", &report);
}

#[test]
fn a_file_named_json_holds_json_whatever_the_command() {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let path = folder.path().join("out.json");
    let name = path.to_str().expect("temporary paths are UTF-8");
    for args in [
        vec!["text", STATEMENTS[0]],
        vec!["figures", STATEMENTS[0]],
        vec!["diff", STATEMENTS[0], STATEMENTS[1]],
        vec!["collate", STATEMENTS[0], STATEMENTS[1]],
    ] {
        verbale(&[&args[..], &["-o", name]].concat());
        let text = std::fs::read_to_string(&path).expect("the report was written");
        assert_valid(
            "report",
            &serde_json::from_str(&text).expect("the report is JSON"),
        );
    }
}

/// All lists of names in a schema.
fn enums(schema: &Value, found: &mut Vec<Vec<String>>) {
    if let Some(names) = schema.get("enum").and_then(Value::as_array) {
        found.push(
            names
                .iter()
                .filter_map(|name| name.as_str().map(str::to_owned))
                .collect(),
        );
    }
    match schema {
        Value::Object(parts) => parts.values().for_each(|part| enums(part, found)),
        Value::Array(parts) => parts.iter().for_each(|part| enums(part, found)),
        _ => {}
    }
}

#[test]
fn the_schemas_name_all_verdicts_relations_and_formats() {
    let verdicts = Verdict::ALL.map(Verdict::name).into_iter();
    let relations = Relation::ALL.map(Relation::name);
    let changes: BTreeSet<&str> = verdicts.chain(relations).collect();
    let formats: BTreeSet<&str> = Format::ALL.map(Format::extension).into();
    let mut found = Vec::new();
    for name in ["comparison", "document"] {
        let text = std::fs::read_to_string(format!("docs/schema/{name}.json"));
        let text = text.expect("the tests run at the root");
        enums(
            &serde_json::from_str(&text).expect("a schema is JSON"),
            &mut found,
        );
    }
    let names = |list: &Vec<String>, all: &BTreeSet<&str>| {
        list.iter().map(String::as_str).collect::<BTreeSet<&str>>() == *all
    };
    assert!(found.iter().any(|list| names(list, &changes)));
    assert!(found.iter().any(|list| names(list, &formats)));
}
