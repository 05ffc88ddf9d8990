//! The pairs and statements in `fixtures`, against the answers written by hand.

#![allow(clippy::unwrap_used, reason = "a test may stop")]

use std::collections::BTreeSet;
use std::path::Path;

use verbale::align::AlignOptions;
use verbale::compare::{compare, read_witness};
use verbale::load::{LoadOptions, load};
use verbale::model::{Comparison, Relation, Verdict, Vocabulary, Witness};

/// Pairs that the program does not tell as the hand does.
const OPEN_PAIRS: [&str; 0] = [];

/// Links that the program does not find: a paragraph that a table parts or joins, and one
/// that another takes in.
const OPEN_LINKS: [&str; 4] = [
    "Marenia 2022 2023: 33 36 | 20 | merged",
    "Veldland 2021 2022: 18 | 22 31 | split",
    "Veldland 2022 2023: 22 31 | 18 26 | regrouped",
    "Veldland 2022 2023: 35 37 | 28 | merged",
];

/// Two statements and what was found between them.
struct Compared {
    sides: [Witness; 2],
    found: Comparison,
}

fn compared(paths: [&Path; 2]) -> Compared {
    let mut vocabulary = Vocabulary::new();
    let sides = paths.map(|path| {
        let document = load(path, &LoadOptions::default()).unwrap();
        read_witness(document, &mut vocabulary)
    });
    let options = AlignOptions::default();
    let found = compare(&sides[0], &sides[1], &vocabulary, &options);
    Compared { sides, found }
}

impl Compared {
    /// Changed figures as *before | after | verdict*.
    fn figures(&self) -> BTreeSet<String> {
        let raw = |side: usize, at: Option<u32>| {
            let witness = &self.sides[side];
            at.map_or("", |at| {
                witness.figures[at as usize].span.of(&witness.document.text)
            })
        };
        let told = self.found.figures.iter();
        told.filter(|link| link.verdict != Verdict::Same && !link.is_perhaps())
            .map(|link| {
                let (before, after) = (raw(0, link.before), raw(1, link.after));
                format!("{before} | {after} | {}", link.verdict.name())
            })
            .collect()
    }

    /// Linked paragraphs by number as *0, 1 | 2 | merged*.
    fn paragraphs(&self) -> BTreeSet<String> {
        self.links(|_, at| at.to_string(), ", ")
    }

    /// The same by the line that each begins on, without what frames a statement.
    fn lines(&self) -> BTreeSet<String> {
        let line = |side: usize, at: u32| {
            let place = self.sides[side].document.paragraphs[at as usize].place;
            place.line.unwrap().to_string()
        };
        self.links(line, " ")
    }

    fn links(&self, name: impl Fn(usize, u32) -> String, joint: &str) -> BTreeSet<String> {
        let links = self.found.alignment.links.iter();
        let side = |side: usize, all: &[u32]| {
            let names: Vec<String> = all.iter().map(|&at| name(side, at)).collect();
            names.join(joint)
        };
        links
            .map(|link| {
                let (before, after) = (side(0, &link.before), side(1, &link.after));
                format!("{before} | {after} | {}", link.relation.name())
            })
            .collect()
    }
}

/// The rows of the table under a heading of a Markdown file, cells parted by ` | `.
fn table(text: &str, heading: &str) -> BTreeSet<String> {
    let rows = text.split("\n## ").find(|part| part.starts_with(heading));
    let rows = rows.unwrap_or_default().lines();
    rows.filter(|line| line.starts_with("| ") && !line.starts_with("| Before"))
        .map(|line| {
            let cells = line.trim_matches('|').split('|').map(str::trim);
            cells.collect::<Vec<_>>().join(" | ")
        })
        .collect()
}

/// What differs, one line each.
fn differences(wanted: &BTreeSet<String>, found: &BTreeSet<String>) -> Vec<String> {
    let missed = wanted.difference(found).map(|row| format!("missed {row}"));
    let extra = found.difference(wanted).map(|row| format!("extra {row}"));
    missed.chain(extra).collect()
}

#[test]
fn each_pair_is_told_as_the_hand_wrote_it() {
    let mut folders: Vec<_> = std::fs::read_dir("fixtures/pairs")
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.is_dir())
        .collect();
    folders.sort();
    let (mut wrong, mut open) = (Vec::new(), Vec::new());
    for folder in folders {
        let name = folder.file_name().unwrap().to_string_lossy().into_owned();
        let is_open = OPEN_PAIRS.contains(&name.as_str());
        let expected = std::fs::read_to_string(folder.join("expected.md")).unwrap();
        let [before, after] = ["before.txt", "after.txt"].map(|name| folder.join(name));
        let compared = compared([&before, &after]);
        for (heading, found) in [
            ("Paragraphs", compared.paragraphs()),
            ("Figures", compared.figures()),
        ] {
            let wanted = table(&expected, heading);
            let lines = differences(&wanted, &found).into_iter();
            let lines = lines.map(|line| format!("{name}: {heading}: {line}"));
            if is_open {
                open.extend(lines);
            } else {
                wrong.extend(lines);
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    for name in OPEN_PAIRS {
        assert!(
            open.iter().any(|line| line.starts_with(name)),
            "{name} is right now"
        );
    }
}

#[test]
fn paragraphs_of_two_years_are_linked_as_the_hand_linked_them() {
    let listed = std::fs::read_to_string("fixtures/statements/links.csv").unwrap();
    let rows: Vec<Vec<&str>> = listed
        .lines()
        .skip(1)
        .map(|row| row.split(',').collect())
        .collect();
    let mut pairs: Vec<[&str; 3]> = rows.iter().map(|row| [row[0], row[1], row[2]]).collect();
    pairs.dedup();
    let mut wrong = Vec::new();
    for [delegation, before, after] in pairs {
        let folder = folder_of(delegation);
        let paths = [before, after].map(|year| statement(&folder, year));
        let compared = compared([&paths[0], &paths[1]]);
        let own = rows
            .iter()
            .filter(|row| row[..3] == [delegation, before, after]);
        let wanted: BTreeSet<String> = own.map(|row| row[3..].join(" | ")).collect();
        let found = compared.lines();
        let missed = wanted.difference(&found).filter(|row| !trades(row, &found));
        wrong.extend(missed.map(|row| format!("{delegation} {before} {after}: {row}")));
    }
    assert_eq!(wrong, OPEN_LINKS, "{}", wrong.join("\n"));
}

/// Whether a link is there, moved instead of edited or equal or the other way round: of
/// two paragraphs that changed places either may be called moved.
fn trades(row: &str, found: &BTreeSet<String>) -> bool {
    let (places, _) = row.rsplit_once(" | ").unwrap();
    let names = [Relation::Equal, Relation::Edited, Relation::Moved].map(Relation::name);
    names
        .iter()
        .any(|name| found.contains(&format!("{places} | {name}")))
}

fn folder_of(delegation: &str) -> String {
    match delegation {
        "Union of Coastal States" => "coastal-union".into(),
        other => other.to_lowercase(),
    }
}

fn statement(folder: &str, year: &str) -> std::path::PathBuf {
    let files = std::fs::read_dir(Path::new("fixtures/statements").join(folder)).unwrap();
    let mut paths = files.map(|entry| entry.unwrap().path());
    let named = |path: &std::path::PathBuf| path.to_string_lossy().contains(year);
    paths.find(named).unwrap()
}
