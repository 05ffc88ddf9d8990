//! What one statement of a table alone states: sentence by sentence, the newest first.

use std::cmp::Reverse;

use hashbrown::HashSet;
use rust_decimal::Decimal;

use super::{Ledger, MeasureCell, MeasureRecord, Sorting};
use crate::report::digest::Detail;
use crate::report::excerpt::Excerpt;
use crate::report::wording::Mark;

/// Sentences beyond this many are counted, not listed, unless all is shown.
const MAX_SINGLE: usize = 20;

/// Figures of one sentence that one statement of a table alone states.
#[derive(Debug)]
pub struct LedgerSingle<'a> {
    /// The heading of the statement.
    pub column: String,
    /// What it says, in the author's words or as numbers in the base unit.
    pub values: Vec<String>,
    /// What is measured, where the user named it or a table has heads for it.
    pub name: Option<String>,
    /// The figures in the words of their sentence.
    pub excerpt: Excerpt<'a>,
    /// Document, paragraph and sentence.
    at: (usize, u32, u32),
}

/// What is listed, and how many measures are not: for want of room, and because the statement
/// has the same number for another measure.
pub(super) struct Singles<'a> {
    pub(super) listed: Vec<LedgerSingle<'a>>,
    pub(super) unlisted: usize,
    pub(super) repeated: usize,
}

/// The measures `single`, each of which one of the documents at `columns` alone states.
pub(super) fn singles<'a>(
    ledger: &Ledger<'a>,
    mut single: Vec<&MeasureRecord<'a>>,
    (columns, headings): (&[usize], &[String]),
    detail: Detail,
) -> Singles<'a> {
    if ledger.sorting == Sorting::Rank {
        single.sort_by_key(|measure| Reverse(newest(measure, columns)));
    }
    let count = single.len();
    if detail == Detail::Summary {
        let mut said = HashSet::new();
        // *40 million* stands for people and for children of one sentence: shown once, counted
        // twice.
        single.retain(|measure| {
            let cell = cell(measure, columns);
            said.insert(cell.map(|(at, cell)| (at, cell.figure.raw)))
        });
    }
    let repeated = count - single.len();
    let mut listed: Vec<LedgerSingle<'a>> = Vec::new();
    for measure in &single {
        let Some((at, cell)) = cell(measure, columns) else {
            continue;
        };
        let value = ledger.text(cell);
        let figure = &cell.figure;
        let name = measure.has_own_name().then(|| measure.measure.clone());
        let place = (at, figure.paragraph, figure.sentence);
        let mut its = listed.iter_mut();
        // A measure with a name of its own is told by it and stands alone.
        let is_taken = name.is_none()
            && its.any(|other| {
                let takes =
                    other.at == place && other.name.is_none() && other.excerpt.take(figure.raw);
                if takes {
                    other.values.push(value.clone());
                }
                takes
            });
        if !is_taken {
            listed.push(LedgerSingle {
                column: headings[at].clone(),
                values: vec![value],
                name,
                excerpt: Excerpt::new(figure.quote, figure.raw, Mark::Same),
                at: place,
            });
        }
    }
    let most = match detail {
        Detail::All => usize::MAX,
        Detail::Summary => MAX_SINGLE,
    };
    let left = listed.split_off(most.min(listed.len()));
    Singles {
        listed,
        unlisted: left.iter().map(|single| single.values.len()).sum(),
        repeated,
    }
}

/// What the one statement says that has the measure, with its place among `columns`.
fn cell<'m, 'a>(
    measure: &'m MeasureRecord<'a>,
    columns: &[usize],
) -> Option<(usize, &'m MeasureCell<'a>)> {
    let mut cells = columns.iter().enumerate();
    cells.find_map(|(at, column)| Some((at, &**measure.cells[*column].as_ref()?)))
}

/// What puts a measure before others: how late it is stated, and how great its number is in
/// the unit of the row.
fn newest(measure: &MeasureRecord<'_>, columns: &[usize]) -> (Option<usize>, Option<Decimal>) {
    let cell = cell(measure, columns);
    let level = cell
        .and_then(|(_, cell)| cell.level)
        .map(|level| level.abs());
    (cell.map(|(at, _)| at), level)
}
