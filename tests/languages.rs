//! Figures are read in seven more languages, each by its tables.

use std::collections::BTreeMap;
use std::path::Path;

use verbale::compare::read_witness;
use verbale::load::{LoadOptions, load, load_bytes};
use verbale::model::{Bound, Figure, FigureKind, Language, Vocabulary};

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
    let witness = read_witness(document, &mut Vocabulary::new());
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
        ("de", 50),
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

/// What is read in a German sentence.
fn german(text: &str) -> String {
    told(Language::German, text)
}

#[test]
fn powers_of_ten_behind_digits_count_in_japanese_and_korean() {
    for (text, value) in [
        ("政府は2,500万を配分しました。", "25000000"),
        ("予算は3億5千万です。", "350000000"),
        ("予算は2兆5000億です。", "2500000000000"),
        ("지뢰 12만개", "120000 개"),
        ("예산은 3억5천만 원", "350000000 원"),
        ("지뢰 3,400개", "3400 개"),
    ] {
        assert_eq!(told(Language::Other, text), value, "{text}");
    }
}

/// What is read in a sentence: bound, number or date, and unit of each figure.
fn told(language: Language, text: &str) -> String {
    let options = LoadOptions {
        language: Some(language),
        ..LoadOptions::default()
    };
    let document = load_bytes("a.txt", text.as_bytes(), &options).expect("the sentence is read");
    let figures = read_witness(document, &mut Vocabulary::new()).figures;
    let told = figures.iter().map(|figure| {
        let number = |value: Option<rust_decimal::Decimal>| {
            value.map_or(String::new(), |value| value.normalize().to_string())
        };
        let value = match (&figure.date, figure.ordinal, figure.ratio) {
            (Some(date), ..) => date.clone(),
            (_, Some(position), _) => format!("{position}."),
            (.., Some((part, whole))) => format!("{part}/{whole}"),
            _ if figure.value.is_none() => {
                format!("{}..{}", number(figure.low), number(figure.high))
            }
            _ => number(figure.value),
        };
        let near = if figure.approximate { "~" } else { "" };
        let bound = match figure.bound {
            Bound::MoreThan => ">",
            Bound::AtLeast => "≥",
            Bound::LessThan => "<",
            Bound::AtMost => "≤",
            Bound::Exact | Bound::Range => "",
        };
        let unit = figure.unit.as_deref().unwrap_or_default();
        format!("{near}{bound}{value} {unit}").trim().to_owned()
    });
    told.collect::<Vec<_>>().join("; ")
}

#[test]
fn german_number_words_are_one_word_however_long() {
    for (text, read) in [
        ("Es kamen zweihundertfünfzig Familien.", "250 family"),
        ("Einundzwanzig Boote sanken.", "21 boote"),
        ("Das kostet dreitausendvierhundertzwölf Euro.", "3412 EUR"),
        ("Es dauert anderthalb Jahre.", "1.5 year"),
        ("Es dauert zweieinhalb Monate.", "2.5 month"),
        ("Eine halbe Million Euro fehlt.", "500000 EUR"),
        ("Es sind drei Viertel der Felder.", "3/4"),
        ("die einundzwanzigste Tagung", "21."),
        // Words that begin with a number word alone are none.
        ("Die Einheit achtet das Einkommen.", ""),
    ] {
        assert_eq!(german(text), read, "{text}");
    }
}

#[test]
fn german_amounts_have_commas_points_and_short_scales() {
    for (text, read) in [
        ("1.840 Hektar wurden geräumt.", "1840 hectare"),
        ("Wir zahlen 1,25 Mio. Euro.", "1250000 EUR"),
        (
            "Das sind 21,3 Mrd. € und 4 Tsd. €.",
            "21300000000 EUR; 4000 EUR",
        ),
        (
            "Sie stieg um 0,5 Prozentpunkte auf 12,5 %.",
            "0.5 percentage point; 12.5 percent",
        ),
        ("Der Zins sank um 25 Basispunkte.", "25 basis point"),
        ("25 Quadratkilometer sind frei.", "25 square kilometre"),
        ("60.000 neue Wohnungen entstanden.", "60000 neue wohnung"),
        (
            "Von 2019 bis 2023 fiel sie um 3 Prozent.",
            "2019/2023; 3 percent",
        ),
        ("12 der 16 Länder zahlen.", "12/16 country"),
        ("eine 10-jährige Anleihe", "10 year"),
    ] {
        assert_eq!(german(text), read, "{text}");
    }
}

#[test]
fn german_dates_have_a_stop_behind_the_day() {
    for (text, read) in [
        ("Am 3. März 2021 war es kalt.", "2021-03-03"),
        ("Im 3. Quartal 2021 regnete es.", "2021-35"),
        ("Im Mai 2022 regnete es.", "2022-05"),
        ("Bis Ende 2024 regnet es.", "≤2024"),
        ("Seit dem 1. Januar 2014 regnet es.", "≥2014-01-01"),
        ("Auf der 76. Sitzung regnete es.", "76."),
        ("Es waren 12. Das ist gut.", "12"),
    ] {
        assert_eq!(german(text), read, "{text}");
    }
}

#[test]
fn german_words_bound_a_number() {
    for (text, read) in [
        ("rund 40 Boote", "~40 boote"),
        ("etwa 40 Boote", "~40 boote"),
        ("mehr als 40 Boote", ">40 boote"),
        ("über 40 Boote", ">40 boote"),
        ("mindestens 40 Boote", "≥40 boote"),
        ("nicht weniger als 40 Boote", "≥40 boote"),
        ("weniger als 40 Boote", "<40 boote"),
        ("knapp 40 Boote", "~<40 boote"),
        ("bis zu 40 Boote", "≤40 boote"),
        ("höchstens 40 Boote", "≤40 boote"),
    ] {
        assert_eq!(german(text), read, "{text}");
    }
}
