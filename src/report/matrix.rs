//! Who says what about the same things: a thing a row, a delegation a column.
//!
//! Input: witnesses of three or more delegations that speak once each. Output: for each
//! head noun of which two or more of them give an amount, what each says, in the author's
//! words with the sentence. Nothing is compared: silence is not zero, and no figure is gone or new.

use std::collections::BTreeMap;

use serde::Serialize;

use super::figure::Quote;
use super::measure_title::measure_title;
use super::news::is_small;
use crate::model::{Figure, Witness};

/// Rows beyond this many are left out; those that most delegations have come first.
const MOST_ROWS: usize = 30;
/// Sayings of a cell beyond this many are counted.
const MOST_SAYINGS: usize = 3;

/// What each delegation says of the same things.
#[derive(Debug, Clone, Serialize)]
pub struct Matrix<'a> {
    /// The delegations, in the order of the statements.
    pub columns: Vec<&'a str>,
    /// What most of them speak of first.
    pub rows: Vec<MatrixRow<'a>>,
    /// What each of them says.
    pub voices: Vec<Voice<'a>>,
}

/// What one delegation says.
#[derive(Debug, Clone, Serialize)]
pub struct Voice<'a> {
    /// Its figures in reading order, without small counts and bare numbers.
    pub sayings: Vec<Saying<'a>>,
}

/// One thing, and what each delegation says of it.
#[derive(Debug, Clone, Serialize)]
pub struct MatrixRow<'a> {
    /// The thing: *vaccine dose*.
    pub name: String,
    /// One a delegation.
    pub cells: Vec<MatrixCell<'a>>,
}

/// What one delegation says of one thing.
#[derive(Debug, Clone, Default, Serialize)]
pub struct MatrixCell<'a> {
    /// The first few figures, in reading order.
    pub sayings: Vec<Saying<'a>>,
    /// How many more there are.
    pub more: usize,
}

/// One figure in its sentence.
#[derive(Debug, Clone, Serialize)]
pub struct Saying<'a> {
    /// What is measured.
    pub measure: String,
    /// The author's words for the figure.
    pub raw: &'a str,
    /// The sentence it stands in.
    pub quote: Quote<'a>,
    /// *¶12*.
    pub place: String,
}

impl<'a> Matrix<'a> {
    /// What its readers have to know.
    pub const NOTE: &'static str = "Silence is not zero: nothing is compared, gone or new.";

    /// The matrix of `witnesses`; `None` unless three or more delegations speak once each.
    #[must_use]
    pub fn new(witnesses: &[&'a Witness]) -> Option<Self> {
        let columns: Option<Vec<&str>> = witnesses
            .iter()
            .map(|witness| {
                let stated = witness.document.metadata.delegation.as_ref()?;
                Some(stated.value.as_str())
            })
            .collect();
        let columns = columns?;
        let mut distinct = columns.clone();
        distinct.sort_unstable();
        distinct.dedup();
        // A delegation that speaks twice has a series, which the ledger follows.
        if columns.len() < 3 || distinct.len() < columns.len() {
            return None;
        }
        Some(Self {
            rows: rows(witnesses),
            voices: witnesses.iter().copied().map(voice).collect(),
            columns,
        })
    }
}

impl MatrixRow<'_> {
    /// How many delegations speak of the thing.
    #[must_use]
    pub fn speakers(&self) -> usize {
        let speaks = |cell: &&MatrixCell<'_>| !cell.sayings.is_empty();
        self.cells.iter().filter(speaks).count()
    }
}

fn voice(witness: &Witness) -> Voice<'_> {
    let reported = witness.figures.iter().filter(|figure| is_reported(figure));
    Voice {
        sayings: reported.map(|figure| saying(witness, figure)).collect(),
    }
}

/// Whether a figure is an amount of something, and no small count.
fn is_reported(figure: &Figure) -> bool {
    figure.kind.is_amount() && !figure.bare && !is_small(figure)
}

fn rows<'a>(witnesses: &[&'a Witness]) -> Vec<MatrixRow<'a>> {
    let mut things: BTreeMap<&str, Vec<MatrixCell<'a>>> = BTreeMap::new();
    for (at, witness) in witnesses.iter().enumerate() {
        for figure in &witness.figures {
            let Some(thing) = thing(figure) else { continue };
            let cells = things
                .entry(thing)
                .or_insert_with(|| vec![MatrixCell::default(); witnesses.len()]);
            push(&mut cells[at], saying(witness, figure));
        }
    }
    let mut rows: Vec<MatrixRow<'a>> = things
        .into_iter()
        .map(|(name, cells)| MatrixRow {
            name: name.to_owned(),
            cells,
        })
        .filter(|row| row.speakers() > 1)
        .collect();
    rows.sort_by_key(|row| std::cmp::Reverse(row.speakers()));
    rows.truncate(MOST_ROWS);
    rows
}

/// What a figure is of, in its base form; `None` of dates and names, of small counts and
/// where the text does not say.
fn thing(figure: &Figure) -> Option<&str> {
    let head = figure.measured.head.as_deref();
    let head = head.filter(|_| is_reported(figure))?;
    // *A/75/52* is no thing that several delegations count.
    head.chars().all(char::is_alphabetic).then_some(head)
}

fn saying<'a>(witness: &'a Witness, figure: &'a Figure) -> Saying<'a> {
    let text = &witness.document.text;
    let tokens = &witness.segmented.tokens;
    let sentence = witness
        .segmented
        .sentence(figure.paragraph as usize, figure.sentence);
    let span = match tokens.get(sentence).unwrap_or_default() {
        [first, .., last] => first.span.to(last.span),
        _ => figure.span,
    };
    Saying {
        measure: measure_title(&[(witness, figure)]),
        raw: figure.span.of(text),
        quote: Quote::new(text, span, figure.span),
        place: format!("¶{}", figure.paragraph + 1),
    }
}

fn push<'a>(cell: &mut MatrixCell<'a>, saying: Saying<'a>) {
    // *40 million people*, said in the opening and in the conclusion, is said once.
    if cell.sayings.iter().any(|other| other.raw == saying.raw) {
        return;
    }
    if cell.sayings.len() < MOST_SAYINGS {
        cell.sayings.push(saying);
    } else {
        cell.more += 1;
    }
}
