//! Figures are read in six more languages, each by its tables.

use std::collections::BTreeMap;
use std::path::Path;

use verbale::compare::witness;
use verbale::load::{LoadOptions, load};
use verbale::model::{Figure, FigureKind, Language, Vocabulary};

const FOLDER: &str = "fixtures/statements/languages";

/// The text and the figures of a statement of the fixtures.
fn read(file: &str) -> (String, Vec<Figure>) {
    let options = LoadOptions {
        language: Some(Language::from_code(&file[..2])),
        ..LoadOptions::default()
    };
    let path = format!("{FOLDER}/{file}");
    let document = load(Path::new(&path), &options).unwrap_or_else(|error| panic!("{error}"));
    let text = document.text.clone();
    let witness = witness(document, &mut Vocabulary::new());
    (text, witness.figures)
}

/// Whether a figure says what a row of the answers says.
fn answers(row: &[String], text: &str, figure: &Figure) -> bool {
    let value = match (figure.kind, figure.ratio) {
        (FigureKind::Date, _) => figure.date.clone(),
        (FigureKind::Ordinal, _) => figure.ordinal.map(|number| number.to_string()),
        (FigureKind::Reference, _) => {
            let words = figure.span.of(text);
            words.contains(&row[3]).then(|| row[3].clone())
        }
        (_, Some((part, whole))) => Some(format!("{part}/{whole}")),
        _ => match (figure.value, figure.low, figure.high) {
            (None, Some(low), Some(high)) => Some(format!("{low}..{high}")),
            (value, ..) => value.map(|value| value.normalize().to_string()),
        },
    };
    value.as_ref() == Some(&row[3]) && figure.kind.name() == row[7]
}

#[test]
fn most_figures_of_a_statement_are_read_in_every_language() {
    let mut counts: BTreeMap<String, (usize, usize)> = BTreeMap::new();
    let mut table = csv::Reader::from_path(format!("{FOLDER}/figures.csv")).unwrap();
    let rows: Vec<Vec<String>> = table.deserialize().collect::<Result<_, _>>().unwrap();
    for rows in rows.chunk_by(|one, other| one[0] == other[0]) {
        let (text, mut figures) = read(&rows[0][0]);
        let count = counts.entry(rows[0][0][..2].to_owned()).or_default();
        for row in rows {
            let found = figures
                .iter()
                .position(|figure| answers(row, &text, figure));
            count.0 += usize::from(found.map(|at| figures.remove(at)).is_some());
            count.1 += 1;
        }
    }
    let least = [
        ("ar", 30),
        ("es", 37),
        ("fr", 35),
        ("pt", 41),
        ("ru", 41),
        ("zh", 30),
    ];
    for (language, least) in least {
        let (found, rows) = counts[language];
        assert!(found >= least, "{language}: {found} of {rows}");
    }
}
