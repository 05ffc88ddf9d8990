//! Runs the examples of every rule, with the rule and without it.

use std::cell::Cell;

use rust_decimal::Decimal;

use super::Rule;
use crate::extract::date::{COUNTS, SIGNS};
use crate::extract::reader::{READERS, VETOES};
use crate::extract::tests::extraction_in;
use crate::model::{Bound, Figure, FigureKind, Language};

thread_local! {
    static SWITCHED_OFF: Cell<Option<&'static str>> = const { Cell::new(None) };
}

/// The rule that decides nothing on this thread.
pub(super) fn switched_off() -> Option<&'static str> {
    SWITCHED_OFF.get()
}

/// The figures of a text, parted by `; `; `none` without one. `fr: ` before the
/// text names its language.
fn read(example: &str) -> String {
    let (language, text) = match example.split_once(": ") {
        Some((code, text)) if code.len() == 2 => (Language::from_code(code), text),
        _ => (Language::English, example),
    };
    let figures = extraction_in(language, text).figures;
    let told: Vec<String> = figures
        .iter()
        .map(|figure| describe(text, figure))
        .collect();
    if told.is_empty() {
        return "none".to_owned();
    }
    told.join("; ")
}

/// An amount as sign, number and unit (`~12 mine`, `≥2..3 USD`, `1/7 child`); a
/// date, a position or a name behind its kind.
fn describe(text: &str, figure: &Figure) -> String {
    let kind = match figure.kind {
        FigureKind::Date => {
            let date = figure.date.as_deref().unwrap_or_default();
            let near = if figure.approximate { "~" } else { "" };
            return format!("date {near}{}{date}", sign(figure.bound));
        }
        FigureKind::Reference => return format!("name {}", figure.span.of(text)),
        FigureKind::Ordinal => "position ",
        _ => "",
    };
    let near = if figure.approximate { "~" } else { "" };
    let unit = figure.unit.as_deref().map(|unit| format!(" {unit}"));
    format!(
        "{kind}{near}{}{}{}",
        sign(figure.bound),
        amount(figure),
        unit.unwrap_or_default()
    )
}

fn sign(bound: Bound) -> &'static str {
    match bound {
        Bound::MoreThan => ">",
        Bound::AtLeast => "≥",
        Bound::LessThan => "<",
        Bound::AtMost => "≤",
        Bound::Exact | Bound::Range => "",
    }
}

fn amount(figure: &Figure) -> String {
    let plain = |end: Decimal| end.normalize().to_string();
    let end = |end: Option<Decimal>| end.map(plain).unwrap_or_default();
    match (figure.ratio, figure.value, figure.ordinal) {
        (Some((part, whole)), ..) => format!("{part}/{whole}"),
        (_, Some(value), _) | (.., Some(value)) => plain(value),
        _ => format!("{}..{}", end(figure.low), end(figure.high)),
    }
}

/// What is wrong with a rule: an example that reads otherwise, or none that needs it.
fn faults(rule: &dyn Row) -> Vec<String> {
    let name = rule.name();
    let wrong = rule.examples().iter().filter_map(|(text, told)| {
        let found = read(text);
        (found != *told).then(|| format!("{name}: {text}: {found} for {told}"))
    });
    let mut faults: Vec<String> = wrong.collect();
    SWITCHED_OFF.set(Some(name));
    if rule
        .examples()
        .iter()
        .all(|(text, told)| read(text) == *told)
    {
        faults.push(format!("{name}: no example needs the rule"));
    }
    SWITCHED_OFF.set(None);
    faults
}

/// What `look` finds in every rule of every table.
fn of_all_rules<T>(look: impl Fn(&dyn Row) -> Vec<T>) -> Vec<T> {
    let readers = READERS
        .iter()
        .copied()
        .flatten()
        .flat_map(|rule| look(rule));
    let vetoes = VETOES.iter().flat_map(|rule| look(rule));
    let signs = COUNTS.iter().chain(SIGNS).flat_map(|rule| look(rule));
    readers.chain(vetoes).chain(signs).collect()
}

/// A rule of whatever function.
trait Row {
    fn name(&self) -> &'static str;
    fn examples(&self) -> &'static [(&'static str, &'static str)];
}

impl<F> Row for Rule<F> {
    fn name(&self) -> &'static str {
        self.name
    }

    fn examples(&self) -> &'static [(&'static str, &'static str)] {
        self.examples
    }
}

#[test]
fn every_rule_reads_its_examples_and_none_is_idle() {
    let faults = of_all_rules(faults);
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

#[test]
fn every_rule_has_a_name_of_its_own() {
    let mut names = of_all_rules(|rule| vec![rule.name()]);
    names.sort_unstable();
    let twice: Vec<_> = names.windows(2).filter(|pair| pair[0] == pair[1]).collect();
    assert!(twice.is_empty(), "{twice:?}");
}
