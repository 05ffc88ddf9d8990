//! The ledger of the statements in `fixtures/statements`, against the one
//! that was written by hand.

#![allow(clippy::print_stdout, reason = "a failing test prints what it missed")]
#![allow(clippy::unwrap_used, reason = "a test may stop")]

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use verbale::align::AlignOptions;
use verbale::compare::{ledger, read_witness};
use verbale::load::{LoadOptions, load};
use verbale::model::{Mention, Vocabulary, Witness};

const ROOT: &str = "fixtures/statements";
const YEARS: [&str; 3] = ["2021", "2022", "2023"];
const DELEGATIONS: [(&str, &str); 3] = [
    ("Marenia", "marenia"),
    ("Veldland", "veldland"),
    ("Union of Coastal States", "coastal-union"),
];

/// Figures named by their year and words, in pairs that stand in one row.
type Pairs = BTreeSet<[(String, String); 2]>;

#[test]
fn rows_hold_what_the_hand_put_together() {
    let (mut right, mut ours, mut theirs) = (0, 0, 0);
    for (delegation, folder) in DELEGATIONS {
        let witnesses = witnesses(folder);
        let found = found_pairs(&witnesses);
        let wanted = wanted_pairs(delegation, &witnesses);
        for [one, two] in found.difference(&wanted) {
            println!("{folder}: false join {one:?} {two:?}");
        }
        for [one, two] in wanted.difference(&found) {
            println!("{folder}: missed join {one:?} {two:?}");
        }
        right += found.intersection(&wanted).count();
        ours += found.len();
        theirs += wanted.len();
    }
    println!("{right} right of {ours} joins, {theirs} wanted");
    assert!(right * 100 >= ours * 98, "precision {right}/{ours}");
    assert!(right * 100 >= theirs * 95, "recall {right}/{theirs}");
}

fn witnesses(folder: &str) -> Vec<Witness> {
    let mut paths: Vec<_> = std::fs::read_dir(Path::new(ROOT).join(folder))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    paths.sort();
    let mut vocabulary = Vocabulary::new();
    paths
        .iter()
        .map(|path| {
            read_witness(
                load(path, &LoadOptions::default()).unwrap(),
                &mut vocabulary,
            )
        })
        .collect()
}

fn found_pairs(witnesses: &[Witness]) -> Pairs {
    let mut vocabulary = Vocabulary::new();
    let witnesses: Vec<Witness> = witnesses
        .iter()
        .map(|one| read_witness(one.document.clone(), &mut vocabulary))
        .collect();
    let name = |mention: &Mention| {
        let witness = &witnesses[mention.witness as usize];
        let figure = &witness.figures[mention.figure as usize];
        (
            YEARS[mention.witness as usize].to_owned(),
            words(figure.span.of(&witness.document.text)),
        )
    };
    let mut pairs = Pairs::new();
    for measure in ledger(&witnesses, &vocabulary, &AlignOptions::default(), || ()) {
        let names: Vec<_> = measure.mentions.iter().map(name).collect();
        pairs.extend(pairs_of(&names));
    }
    pairs
}

/// The pairs of the hand-made ledger; those of a figure that was not read are missed.
fn wanted_pairs(delegation: &str, witnesses: &[Witness]) -> Pairs {
    let mut read: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
    for (year, witness) in YEARS.iter().zip(witnesses) {
        let raws = witness
            .figures
            .iter()
            .map(|figure| words(figure.span.of(&witness.document.text)));
        read.insert(year, raws.collect());
    }
    let mut pairs = Pairs::new();
    let mut reader = csv::Reader::from_path(Path::new(ROOT).join("ledger.csv")).unwrap();
    for row in reader
        .records()
        .map(Result::unwrap)
        .filter(|row| &row[0] == delegation)
    {
        let stated = YEARS
            .iter()
            .enumerate()
            .map(|(at, year)| ((*year).to_owned(), row[6 + at].to_owned()));
        let stated = stated.filter(|(_, raw)| !raw.is_empty());
        let stated = stated.map(|(year, raw)| {
            let raw = as_read(&read[year.as_str()], &raw).unwrap_or(raw);
            (year, raw)
        });
        let stated: Vec<_> = stated.collect();
        pairs.extend(pairs_of(&stated));
    }
    pairs
}

/// The figure that the hand wrote as `raw`: the program may read a word more or
/// less around the number.
fn as_read(read: &BTreeSet<String>, raw: &str) -> Option<String> {
    let padded = |text: &str| format!(" {text} ");
    let near = |other: &&String| {
        padded(other).contains(&padded(raw)) || padded(raw).contains(&padded(other))
    };
    read.get(raw).or_else(|| read.iter().find(near)).cloned()
}

fn pairs_of(names: &[(String, String)]) -> impl Iterator<Item = [(String, String); 2]> + '_ {
    names.iter().enumerate().flat_map(|(at, one)| {
        names[at + 1..]
            .iter()
            .map(move |two| [one.clone(), two.clone()])
    })
}

fn words(raw: &str) -> String {
    raw.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn a_named_level_stays_in_one_row_whatever_is_done_to_it() {
    let statements = [
        "Prices rose in spring. The board raised the corridor for the lending rate to 3 to 4 per \
         cent.",
        "The board kept the corridor for the lending rate at 3 to 4 per cent.",
        "In view of weak trade the board lowered the corridor for the lending rate to 2 to 3 per cent.",
    ];
    let mut vocabulary = Vocabulary::new();
    let mut read = |text: &&str| {
        let options = LoadOptions::default();
        let document = verbale::load::load_bytes("a.txt", text.as_bytes(), &options).unwrap();
        read_witness(document, &mut vocabulary)
    };
    let witnesses: Vec<Witness> = statements.iter().map(&mut read).collect();
    let measures = ledger(&witnesses, &vocabulary, &AlignOptions::default(), || ());
    let row: Vec<Mention> = measures[0].mentions.clone();
    let places: Vec<(u32, u32)> = row.iter().map(|one| (one.witness, one.figure)).collect();
    assert_eq!(places, [(0, 0), (1, 0), (2, 0)]);
}

/// What `verbale figures` writes of statements of one town, a year each from 2021.
fn over_years(texts: &[&str], format: &str) -> String {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    for (year, text) in (2021..).zip(texts) {
        let name = format!("{year}-06-01_ruritania.txt");
        std::fs::write(folder.path().join(name), text).expect("a file can be written");
    }
    let output = std::process::Command::new(env!("CARGO_BIN_EXE_verbale"))
        .args(["figures", ".", "-f", format])
        .current_dir(folder.path())
        .output()
        .expect("the program starts");
    String::from_utf8(output.stdout).expect("output is UTF-8")
}

#[test]
fn what_three_statements_running_state_and_the_last_leaves_out_is_told() {
    let cleared = ["30", "34", "40"]
        .map(|towns| format!("We cleared {towns} towns of mines. The fund has 7 members.\n"));
    let last = "The fund has 7 members.\n";
    let texts = [cleared[0].as_str(), &cleared[1], &cleared[2], last];
    for format in ["terminal", "markdown"] {
        let text = over_years(&texts, format);
        assert!(
            text.to_lowercase().contains("absent now"),
            "{format}: {text}"
        );
        assert!(text.contains("“40 towns”"), "{format}: {text}");
        assert!(!text.contains("“7 members”"), "{format}: {text}");
    }
    let json = over_years(&texts, "json");
    assert!(
        json.contains("\"silent\":\"2024-06-01_ruritania\""),
        "{json}"
    );
}

#[test]
fn two_statements_running_or_the_same_number_elsewhere_make_no_silence() {
    let cleared = "We cleared 40 towns of mines.\n";
    let none = "It rained.\n";
    let same = "The mayors of 40 towns met.\n";
    for texts in [
        [none, cleared, cleared, none],
        [cleared, cleared, cleared, same],
        [cleared, cleared, cleared, cleared],
    ] {
        let text = over_years(&texts, "terminal");
        assert!(!text.contains("ABSENT NOW"), "{text}");
    }
}
