//! Sentences with what their figures measure listed beside them.

use verbale::Statement;
use verbale::compare::{Readings, read_witness};
use verbale::extract::Terms;
use verbale::load::{LoadOptions, load_bytes};
use verbale::model::{
    ChangeMode, Direction, Figure, FigureRole, Language, Period, Vocabulary, Witness,
};

/// The amounts of one sentence, read with its tree.
fn amounts(text: &str) -> Vec<Figure> {
    let document = load_bytes("a.txt", text.as_bytes(), &LoadOptions::default());
    let witness = read_witness(document.expect("it is text"), &mut Vocabulary::new());
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

/// Words of a figure and what it is in a change: which way and which end of it, or its
/// size, or the level before.
fn end_of_change(text: &str, figure: &Figure) -> String {
    let way = way(figure);
    let role = figure.role.map_or("", FigureRole::name);
    let columns = [figure.span.of(text), &way, role];
    columns.join("\t").trim_end().to_owned()
}

/// Which way a figure says a change goes, and which end of it or its size it is.
fn way(figure: &Figure) -> String {
    figure.change.map_or(String::new(), |change| {
        let mode = match change.mode {
            ChangeMode::By => "by",
            ChangeMode::To => "to",
            ChangeMode::FromTo => "from",
        };
        let way = match change.direction {
            Direction::Up => "up",
            Direction::Down => "down",
        };
        format!("{way} {mode}")
    })
}

#[test]
fn the_tree_says_what_each_figure_measures() {
    let listed = include_str!("../fixtures/figures/measures.tsv");
    assert_listed(listed, describe);
}

#[test]
fn a_change_has_its_ends() {
    let listed = include_str!("../fixtures/figures/changes.tsv");
    assert_listed(listed, end_of_change);
}

#[test]
fn every_rule_reads_the_sentences_that_need_it() {
    assert_each(include_str!("../fixtures/figures/rules.tsv"), |sentence| {
        let (code, text) = sentence.split_once(": ").expect("a language, a sentence");
        let figures = figures(code, text);
        let described = figures.iter().map(|figure| describe_all(text, figure));
        described.collect()
    });
}

#[test]
fn every_rule_of_pairs_says_what_became_of_their_figures() {
    let listed = include_str!("../fixtures/figures/verdicts.tsv");
    assert_each(listed, |pair| {
        let (before, after) = pair.split_once(" || ").expect("two sentences");
        let [before, after] = [("2021.txt", before), ("2022.txt", after)]
            .map(|(name, text)| (name, text.replace("¶ ", "\n\n")))
            .map(|(name, text)| Statement::read(name, text.as_bytes()).expect("it is text"));
        let comparison = before.compare(&after);
        let words = |figure: Option<verbale::Figure<'_>>| -> String {
            figure.map_or("-".to_owned(), |it| it.text().to_owned())
        };
        let changes = comparison.figures().into_iter().map(|it| {
            let verdict = it.verdict.name();
            format!("{}\t{}\t{verdict}", words(it.before), words(it.after))
        });
        changes.collect()
    });
}

/// Asserts that of each listed sentence what is listed below it is read, and no more.
fn assert_each(listed: &str, read: impl Fn(&str) -> Vec<String>) {
    let mut wrong = Vec::new();
    let mut lines = listed.lines().peekable();
    while let Some(line) = lines.next() {
        let Some(sentence) = line.strip_prefix("# ") else {
            continue;
        };
        let mut listed = Vec::new();
        while let Some(line) = lines.next_if(|line| !line.starts_with('#')) {
            listed.push(line);
        }
        let read = read(sentence);
        if read != listed {
            wrong.push(format!(
                "{sentence}\n  listed {listed:#?}\n  read   {read:#?}"
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The figures of one sentence of a language, read with its tree.
fn figures(code: &str, text: &str) -> Vec<Figure> {
    let options = LoadOptions {
        language: Some(Language::from_code(code)),
        ..LoadOptions::default()
    };
    let document = load_bytes("a.txt", text.as_bytes(), &options).expect("it is text");
    read_witness(document, &mut Vocabulary::new()).figures
}

/// All that is read of a figure: words, kind, bound, amount, unit, subject, verb, time,
/// end of a change, whether it is denied and whether it measures nothing.
fn describe_all(text: &str, figure: &Figure) -> String {
    let part = |part: &Option<String>| part.clone().unwrap_or_default();
    let columns = [
        figure.span.of(text).to_owned(),
        figure.kind.name().to_owned(),
        figure.bound.name().to_owned(),
        amount(figure),
        part(&figure.unit),
        part(&figure.subject),
        part(&figure.predicate),
        figure.period.as_ref().map(time).unwrap_or_default(),
        way(figure),
        if figure.negated { "denied" } else { "" }.to_owned(),
        if figure.bare { "bare" } else { "" }.to_owned(),
    ];
    columns.join("\t").trim_end().to_owned()
}

fn amount(figure: &Figure) -> String {
    let end = |end: Option<rust_decimal::Decimal>| {
        end.map_or("…".to_owned(), |end| end.normalize().to_string())
    };
    match (&figure.date, figure.ordinal, figure.value) {
        (Some(date), ..) => date.clone(),
        (_, Some(number), _) => number.to_string(),
        (.., Some(value)) => value.normalize().to_string(),
        _ if figure.low.is_none() && figure.high.is_none() => String::new(),
        _ => format!("{} to {}", end(figure.low), end(figure.high)),
    }
}

/// Asserts that the amounts of each listed sentence are described as listed.
fn assert_listed(listed: &str, describe: fn(&str, &Figure) -> String) {
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

#[test]
fn a_year_that_is_counted_from_the_statement_is_told() {
    let periods = |header: &str| {
        let text = format!(
            "{header}\n\nOutput grew by 4 per cent last year. It will grow by 3 per cent this year."
        );
        let periods = amounts(&text).into_iter().map(|figure| figure.period);
        periods
            .map(|period| period.unwrap().during.unwrap())
            .collect::<Vec<_>>()
    };
    assert_eq!(periods("Statement of 5 May 2031"), ["2030", "2031"]);
    assert_eq!(periods("Statement"), ["last year", "this year"]);
}

#[test]
fn a_year_that_is_counted_from_the_statement_is_not_that_of_another() {
    let text =
        |year: u16| format!("Statement of 5 May {year}\n\nOutput grew by 4 per cent this year.");
    let terms = Terms::default();
    let mut readings = Readings::new(&terms);
    for year in [2031, 2032] {
        readings.read(load_bytes("a.txt", text(year).as_bytes(), &LoadOptions::default()).unwrap());
    }
    let (witnesses, _) = readings.finish();
    let during = |witness: &Witness| {
        let amounts = witness
            .figures
            .iter()
            .filter(|figure| figure.kind.is_amount());
        let periods = amounts.filter_map(|figure| figure.period.clone()?.during);
        periods.collect::<String>()
    };
    assert_eq!(
        witnesses.iter().map(during).collect::<Vec<_>>(),
        ["2031", "2032"]
    );
}
