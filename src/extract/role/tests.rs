//! Sentences with the answers beside them.

use crate::compare::witness;
use crate::load::{LoadOptions, load_bytes};
use crate::model::{Figure, Period, Vocabulary};

/// The figures of one sentence, read with its tree.
fn figures(text: &str) -> Vec<Figure> {
    let document = load_bytes("a.txt", text.as_bytes(), &LoadOptions::default()).unwrap();
    witness(document, &mut Vocabulary::new()).figures
}

/// Words, title, subject, verb and time of a figure, parted by tabs; what is not read
/// at the end is left out.
fn describe(text: &str, figure: &Figure) -> String {
    let part = |part: &Option<String>| part.clone().unwrap_or_default();
    let time = |period: &Period| {
        let ends = [
            ("since ", &period.since),
            ("until ", &period.until),
            ("", &period.during),
            ("over ", &period.over),
        ];
        let told = ends
            .iter()
            .filter_map(|(word, time)| Some(format!("{word}{}", time.as_ref()?)));
        told.collect::<Vec<_>>().join(" ")
    };
    let columns = [
        figure.span.of(text).to_owned(),
        part(&figure.title),
        part(&figure.subject),
        part(&figure.predicate),
        figure.period.as_ref().map(time).unwrap_or_default(),
    ];
    columns.join("\t").trim_end().to_owned()
}

#[test]
fn the_tree_says_what_each_figure_measures() {
    let listed = include_str!("../../../fixtures/figures/measures.tsv");
    let mut wrong = Vec::new();
    let mut sentence = "";
    let mut read = Vec::new().into_iter();
    for line in listed.lines() {
        if let Some(text) = line.strip_prefix("# ") {
            sentence = text;
            let figures = figures(text);
            let amounts: Vec<Figure> = figures
                .into_iter()
                .filter(|figure| figure.kind.is_amount())
                .collect();
            read = amounts.into_iter();
            continue;
        }
        let told = read
            .next()
            .map(|figure| describe(sentence, &figure))
            .unwrap_or_default();
        if told != line {
            wrong.push(format!("{sentence}\n  listed {line:?}\n  read   {told:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
