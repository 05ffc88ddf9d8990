//! The ledger: a row for each measure, a cell for each statement.

mod long;
mod names;
mod reading;
mod silence;
mod single;
mod steps;
mod trend;
mod view;

pub use long::CellRow;
pub use names::{MeasureNames, name_rows};
pub use reading::{FigureEntry, figure_entries};
pub use silence::{SubjectRecord, subject_records};
pub use single::LedgerSingle;
pub use steps::{StepRecord, StepVerdict};
pub(in crate::report) use view::rank;
pub use view::{Grouping, Ledger, LedgerCell, LedgerRow, LedgerRun, LedgerTable, Sorting, Units};

use rust_decimal::Decimal;
use serde::Serialize;

use super::figure::{FigureRecord, FigureRecords, PeriodRecord, decimal, period};
use super::id::Ids;
use super::measure;
use super::measure_title::{measure_title, shared_period};
use super::news;
use crate::model::{Dimension, Figure, FigureKind, Measure, Mention, Witness};
use steps::steps;

/// One measure and what each statement says of it.
#[derive(Debug, Clone, Serialize)]
pub struct MeasureRecord<'a> {
    #[serde(rename = "type")]
    record: &'static str,
    /// Stable name: `msr-` and a hash of what it measures.
    pub id: String,
    /// What is measured, for people.
    pub measure: String,
    /// What it is a number of.
    pub kind: FigureKind,
    /// What is counted or measured.
    pub subject: Option<&'a str>,
    /// What is said of it.
    pub predicate: Option<&'a str>,
    /// The unit that most of its statements use.
    pub unit: Option<&'a str>,
    /// What the unit measures.
    pub dimension: Option<Dimension>,
    /// The time that all cells cover; null where each year has its own.
    pub period: Option<PeriodRecord<'a>>,
    /// Place or owner that limits it.
    pub scope: Option<&'a str>,
    /// 0 to 1, to two decimals: how sure it is that all cells measure the same.
    pub confidence: f64,
    /// One a document, in the order of the documents; null where it is not stated.
    pub cells: Vec<Option<Box<MeasureCell<'a>>>>,
    /// What became of it between statements of one delegation.
    pub verdicts: Vec<StepRecord<'a>>,
    /// The statement, the last of its delegation, that leaves out what the three before
    /// it state.
    pub silent: Option<&'a str>,
    /// Whether the user named it.
    #[serde(skip)]
    pub(in crate::report) is_named: bool,
    /// Whether it stands in tables, whose heads name it.
    #[serde(skip)]
    pub(in crate::report) has_heads: bool,
}

/// What one statement says of a measure.
#[derive(Debug, Clone, Serialize)]
pub struct MeasureCell<'a> {
    /// The document's name in this report.
    pub document: &'a str,
    /// The fullest figure.
    pub figure: FigureRecord<'a>,
    /// Its number in the unit of the row; null for ranges and vague numbers.
    pub value: Option<String>,
    /// Where the statement says it again.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub also: Vec<FigureRecord<'a>>,
    /// Its bound as a sign.
    #[serde(skip)]
    pub(in crate::report) sign: &'static str,
    /// Its number, or the middle of its range, in the unit of the row.
    #[serde(skip)]
    pub(in crate::report) level: Option<Decimal>,
    /// Whether it is a small count, a time, or a vague or bare number.
    #[serde(skip)]
    pub(in crate::report) is_slight: bool,
}

impl MeasureRecord<'_> {
    /// Whether it changed between statements of one delegation.
    #[must_use]
    pub fn is_changed(&self) -> bool {
        self.verdicts.iter().any(|step| step.verdict.is_news())
    }

    /// Whether its name is not made from the words of a sentence: the user gave it, or the
    /// heads of a table.
    pub(in crate::report) fn has_own_name(&self) -> bool {
        self.is_named || self.has_heads
    }

    /// Whether a table for people counts it and does not list it: nothing but small counts,
    /// times, vague and bare numbers, and none that changed.
    pub(in crate::report) fn is_slight(&self) -> bool {
        !self.is_changed() && self.cells.iter().flatten().all(|cell| cell.is_slight)
    }
}

/// The records of `measures`, which were found in `witnesses`; in their order.
#[must_use]
pub fn measure_records<'a>(
    witnesses: &'a [Witness],
    measures: &'a [Measure],
) -> Vec<MeasureRecord<'a>> {
    let figures: Vec<FigureRecords<'a>> = witnesses.iter().map(FigureRecords::new).collect();
    let mut ids = Ids::default();
    let each = measures.iter();
    each.map(|measure| record(&Row::new(witnesses, measure), &figures, measure, &mut ids))
        .collect()
}

fn record<'a>(
    row: &Row<'a>,
    figures: &[FigureRecords<'a>],
    measure: &'a Measure,
    ids: &mut Ids,
) -> MeasureRecord<'a> {
    let lead = row.lead();
    let unit = measure.unit.as_deref();
    let mentions: Vec<_> = row
        .stated()
        .map(|(at, figure)| (&row.witnesses[at], figure))
        .collect();
    let measure_name = measure_title(&mentions);
    // With the unit: *survivors* in persons and in per cent are two rows of one name.
    let parts = [measure_name.as_str(), unit.unwrap_or_default()];
    MeasureRecord {
        record: "measure",
        id: ids.name("msr", &parts),
        kind: lead.kind,
        subject: row.common(|figure| figure.subject.as_deref()),
        predicate: row.common(|figure| figure.predicate.as_deref()),
        unit,
        dimension: lead.dimension,
        period: shared_period(&mentions).map(period),
        scope: row.common(|figure| figure.scope.as_deref()),
        confidence: (measure.confidence * 100.0).round() / 100.0,
        cells: cells(row, figures, measure),
        verdicts: steps(row, measure),
        silent: silence::silent(row, measure),
        is_named: false,
        has_heads: lead.heads.is_some(),
        measure: measure_name,
    }
}

/// A measure with its figures at hand.
#[derive(Debug)]
struct Row<'a> {
    witnesses: &'a [Witness],
    /// For each witness its mentions, the fullest first.
    cells: Vec<Vec<Mention>>,
}

impl<'a> Row<'a> {
    fn new(witnesses: &'a [Witness], measure: &Measure) -> Self {
        let mut cells = vec![Vec::new(); witnesses.len()];
        for mention in &measure.mentions {
            cells[mention.witness as usize].push(*mention);
        }
        Self { witnesses, cells }
    }

    fn figure(&self, mention: Mention) -> &'a Figure {
        &self.witnesses[mention.witness as usize].figures[mention.figure as usize]
    }

    /// The figure in the cell of each witness that has one.
    fn stated(&self) -> impl Iterator<Item = (usize, &'a Figure)> {
        let first = |(at, mentions): (usize, &Vec<Mention>)| {
            mentions.first().map(|mention| (at, self.figure(*mention)))
        };
        self.cells.iter().enumerate().filter_map(first)
    }

    /// The figure of the first witness that states it.
    fn lead(&self) -> &'a Figure {
        self.stated().next().expect("a measure has a mention").1
    }

    /// What most figures say, the first of equals; `None` where none does.
    fn common<T: PartialEq + Copy>(&self, part: impl Fn(&'a Figure) -> Option<T>) -> Option<T> {
        let said: Vec<T> = self
            .stated()
            .filter_map(|(_, figure)| part(figure))
            .collect();
        let count = |one: &T| said.iter().filter(|other| *other == one).count();
        // `max_by_key` takes the last of equals, so that from the back the first said wins.
        said.iter().copied().rev().max_by_key(count)
    }
}

fn is_slight(figure: &Figure) -> bool {
    figure.bare || news::is_slight(figure)
}

fn cells<'a>(
    row: &Row<'a>,
    figures: &[FigureRecords<'a>],
    measure: &Measure,
) -> Vec<Option<Box<MeasureCell<'a>>>> {
    let number = |numbers: &[Option<Decimal>], mention: &Mention| {
        // Values stand in the order of the mentions.
        let at = measure.mentions.iter().position(|one| one == mention)?;
        numbers.get(at).copied().flatten()
    };
    let cell = |(at, mentions): (usize, &Vec<Mention>)| {
        let (first, rest) = mentions.split_first()?;
        Some(Box::new(MeasureCell {
            document: &row.witnesses[at].document.id,
            figure: figures[at].record(first.figure as usize),
            value: decimal(number(&measure.values, first)),
            also: rest
                .iter()
                .map(|mention| figures[at].record(mention.figure as usize))
                .collect(),
            sign: measure::sign(row.figure(*first)),
            level: number(&measure.levels, first),
            is_slight: is_slight(row.figure(*first)),
        }))
    };
    row.cells.iter().enumerate().map(cell).collect()
}
