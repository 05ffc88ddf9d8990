//! The ledger as a long table: a row a cell, as tables for statistics are kept (Wickham,
//! *Tidy Data*, 2014).

use serde::Serialize;

use super::{Ledger, MeasureCell, MeasureRecord, StepRecord, StepVerdict};
use crate::model::{Bound, FigureKind};
use crate::report::document::DocumentRecord;
use crate::report::figure::{PeriodRecord, PlaceRecord, Quote};

/// What one statement says of one measure.
#[derive(Debug, Clone, Serialize)]
pub struct CellRow<'a> {
    #[serde(rename = "type")]
    record: &'static str,
    /// The measure: the same in each of its cells.
    pub measure: &'a str,
    /// What is measured, for people.
    pub title: &'a str,
    /// What it is a number of.
    pub kind: FigureKind,
    /// What is counted or measured.
    pub subject: Option<&'a str>,
    /// What is said of it.
    pub predicate: Option<&'a str>,
    /// The time that the figure covers.
    pub period: Option<PeriodRecord<'a>>,
    /// Place or owner that limits it.
    pub scope: Option<&'a str>,
    /// Who speaks.
    pub delegation: Option<&'a str>,
    /// The day of delivery, EDTF.
    pub date: Option<&'a str>,
    /// The statement.
    pub document: &'a str,
    /// Paragraph of the figure, from 0.
    pub paragraph: Option<u32>,
    /// Line, page or number of the paragraph in the file.
    pub place: Option<PlaceRecord>,
    /// The author's words; null where the statement does not state it any more.
    pub raw: Option<&'a str>,
    /// The number in `unit`, as the statement gives it.
    pub value: Option<&'a str>,
    /// Lower end of what the words allow, in `unit`.
    pub low: Option<&'a str>,
    /// Upper end of what the words allow, in `unit`.
    pub high: Option<&'a str>,
    /// What the words allow.
    pub bound: Option<Bound>,
    /// English singular.
    pub unit: Option<&'a str>,
    /// The number in `measure_unit`, to be compared from row to row.
    pub measure_value: Option<&'a str>,
    /// The unit that most cells of the measure use.
    pub measure_unit: Option<&'a str>,
    /// The sentence, cut short where it is long.
    pub quote: Option<Quote<'a>>,
    /// What became of it since the statement of this delegation that stated it before;
    /// null in the first.
    pub verdict: Option<StepVerdict>,
}

impl Ledger<'_> {
    /// The cells of all measures, in the order of the rows and of the documents. A
    /// statement that leaves out what the one before states has a cell without words.
    pub fn cells(&self) -> impl Iterator<Item = CellRow<'_>> {
        let rows = self.measures.iter();
        rows.flat_map(|measure| {
            let cells = self.documents.iter().zip(&measure.cells);
            cells.filter_map(|(document, cell)| {
                let mut steps = measure.verdicts.iter();
                // A statement that leaves the measure out has a step and no cell.
                let step = steps.find(|step| step.after == document.id);
                let cell = cell.as_deref();
                (cell.is_some() || step.is_some()).then(|| row(measure, document, cell, step))
            })
        })
    }
}

fn row<'l>(
    measure: &'l MeasureRecord<'_>,
    document: &'l DocumentRecord<'_>,
    cell: Option<&'l MeasureCell<'_>>,
    step: Option<&'l StepRecord<'_>>,
) -> CellRow<'l> {
    let figure = cell.map(|cell| &cell.figure);
    CellRow {
        record: "cell",
        measure: &measure.id,
        title: &measure.measure,
        kind: measure.kind,
        subject: measure.subject,
        predicate: measure.predicate,
        // The period and the scope of the cell, not of the row: each cell stands for itself in a
        // long table.
        period: figure.and_then(|figure| figure.period.clone()),
        scope: figure.and_then(|figure| figure.scope),
        delegation: document.delegation,
        date: document.date,
        document: document.id,
        paragraph: figure.map(|figure| figure.paragraph),
        place: figure.map(|figure| figure.place),
        raw: figure.map(|figure| figure.raw),
        value: figure.and_then(|figure| figure.value.as_deref()),
        low: figure.and_then(|figure| figure.low.as_deref()),
        high: figure.and_then(|figure| figure.high.as_deref()),
        bound: figure.map(|figure| figure.bound),
        unit: figure.and_then(|figure| figure.unit),
        measure_value: cell.and_then(|cell| cell.value.as_deref()),
        measure_unit: measure.unit,
        quote: figure.map(|figure| figure.quote),
        verdict: step.map(|step| step.verdict),
    }
}
