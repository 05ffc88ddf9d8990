//! The figures of nine statements, read by hand.
#![expect(clippy::print_stderr, reason = "a failing run names the rows")]

use std::collections::BTreeMap;
use std::path::Path;

use verbale::compare::read_witness;
use verbale::load::{LoadOptions, load};
use verbale::model::{Figure, Vocabulary};

/// One figure as a reader wrote it down.
struct Row {
    raw: String,
    value: String,
    unit: String,
    bound: String,
    approximate: bool,
    kind: String,
}

impl Row {
    fn agrees(&self, figure: &Figure, raw: &str) -> bool {
        let touches = raw.contains(&self.raw) || self.raw.contains(raw);
        touches && self.kind == figure.kind.name() && self.says(figure)
    }

    fn says(&self, figure: &Figure) -> bool {
        let bound = self.bound == figure.bound.name() && self.approximate == figure.approximate;
        match self.kind.as_str() {
            "ordinal" | "reference" => true,
            "date" => figure.date.as_deref() == Some(self.value.as_str()),
            _ => bound && self.value == amount(figure) && same_unit(&self.unit, figure),
        }
    }
}

fn amount(figure: &Figure) -> String {
    let plain = |end: Option<rust_decimal::Decimal>| {
        end.map_or(String::new(), |end| end.normalize().to_string())
    };
    match (figure.ratio, figure.value) {
        (Some((part, whole)), _) => format!("{part}/{whole}"),
        (None, Some(_)) => plain(figure.value),
        (None, None) => format!("{}..{}", plain(figure.low), plain(figure.high)),
    }
}

/// Units agree in their last word: how many modifiers belong to it is a matter of taste.
fn same_unit(unit: &str, figure: &Figure) -> bool {
    let head = |unit: &str| unit.to_lowercase().rsplit(' ').next().map(str::to_owned);
    head(unit) == head(figure.unit.as_deref().unwrap_or_default())
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn rows() -> BTreeMap<String, Vec<Row>> {
    let mut rows: BTreeMap<String, Vec<Row>> = BTreeMap::new();
    let table = include_str!("../fixtures/statements/figures.csv");
    let mut table = csv::Reader::from_reader(table.as_bytes());
    for cells in table.deserialize::<[String; 8]>() {
        let [file, _, raw, value, unit, bound, approximate, kind] = cells.expect("eight columns");
        rows.entry(file).or_default().push(Row {
            raw: one_line(&raw),
            value,
            unit,
            bound,
            approximate: approximate == "yes",
            kind,
        });
    }
    rows
}

/// How many of `rows` the program finds in a statement, and how many figures it finds.
fn found(file: &str, rows: &[Row]) -> (usize, usize) {
    let path = Path::new("fixtures/statements").join(file);
    let document = load(&path, &LoadOptions::default()).expect("a fixture loads");
    let witness = read_witness(document, &mut Vocabulary::new());
    let text = &witness.document.text;
    let mut left: Vec<&Figure> = witness.figures.iter().collect();
    let all = left.len();
    for row in rows {
        let at = left
            .iter()
            .position(|figure| row.agrees(figure, &one_line(figure.span.of(text))));
        match at {
            Some(at) => drop(left.remove(at)),
            None => eprintln!("{file}: not read: {} {} {}", row.raw, row.bound, row.unit),
        }
    }
    for figure in &left {
        eprintln!("{file}: not listed: {}", figure.span.of(text));
    }
    (all - left.len(), all)
}

#[test]
fn figures_of_statements_are_read_with_their_value_unit_bound_and_kind() {
    let (mut right, mut read, mut listed) = (0, 0, 0);
    for (file, rows) in rows() {
        let (hits, all) = found(&file, &rows);
        right += hits;
        read += all;
        listed += rows.len();
    }
    let (precision, recall) = (right * 1000 / read, right * 1000 / listed);
    assert!(precision >= 990, "precision {precision} per mille");
    assert!(recall >= 985, "recall {recall} per mille");
}
