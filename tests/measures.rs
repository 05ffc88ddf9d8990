//! Sentences with what their figures measure listed beside them.

use verbale::compare::witness;
use verbale::load::{LoadOptions, load_bytes};
use verbale::model::{Figure, Period, Vocabulary};

/// The amounts of one sentence, read with its tree.
fn amounts(text: &str) -> Vec<Figure> {
    let document = load_bytes("a.txt", text.as_bytes(), &LoadOptions::default());
    let witness = witness(document.expect("it is text"), &mut Vocabulary::new());
    let figures = witness.figures.into_iter();
    figures.filter(|figure| figure.kind.is_amount()).collect()
}

/// Words, title, subject, verb and time of a figure, parted by tabs; what is not
/// read at the end is left out.
fn describe(text: &str, figure: &Figure) -> String {
    let part = |part: &Option<String>| part.clone().unwrap_or_default();
    let columns = [
        figure.span.of(text).to_owned(),
        part(&figure.title),
        part(&figure.subject),
        part(&figure.predicate),
        figure.period.as_ref().map(time).unwrap_or_default(),
    ];
    columns.join("\t").trim_end().to_owned()
}

fn time(period: &Period) -> String {
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
}

#[test]
fn the_tree_says_what_each_figure_measures() {
    let listed = include_str!("../fixtures/figures/measures.tsv");
    let (mut wrong, mut sentence, mut read) = (Vec::new(), "", Vec::new().into_iter());
    for line in listed.lines() {
        if let Some(text) = line.strip_prefix("# ") {
            sentence = text;
            read = amounts(text).into_iter();
            continue;
        }
        let told = read.next().map(|figure| describe(sentence, &figure));
        if told.as_deref() != Some(line) {
            wrong.push(format!("{sentence}\n  listed {line:?}\n  read   {told:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
