//! What became of a measure from one statement of a delegation to the next
//! that states it.

use serde::Serialize;

use super::Row;
use crate::model::{Measure, MeasureStep};
use crate::report::delta::DeltaRecord;

/// What became of a measure between two statements of one delegation.
#[derive(Debug, Clone, Serialize)]
pub struct StepRecord<'a> {
    /// The document that stated it before.
    pub before: &'a str,
    /// The next that states it; for `not_restated` the first that is silent.
    pub after: &'a str,
    /// `increased`, `decreased`, `restated`, `same`, `bound_changed`,
    /// `scope_changed` or `not_restated`.
    pub verdict: &'static str,
    /// How far it moved.
    pub delta: Option<DeltaRecord>,
    /// The verdict as a sign.
    #[serde(skip)]
    pub(in crate::report) sign: &'static str,
    /// The verdict for people.
    #[serde(skip)]
    pub(super) words: &'static str,
    /// Whether it is news.
    #[serde(skip)]
    pub(super) is_news: bool,
    /// Index of `after` among the documents.
    #[serde(skip)]
    pub(in crate::report) at: usize,
}

impl StepRecord<'_> {
    /// Whether it is news: more than the same number, and no silence.
    #[must_use]
    pub fn is_news(&self) -> bool {
        self.is_news
    }

    /// The verdict for people.
    #[must_use]
    pub fn words(&self) -> &'static str {
        self.words
    }
}

/// The steps of a row, in the order of the documents they lead to.
pub(super) fn steps<'a>(row: &Row<'a>, measure: &Measure) -> Vec<StepRecord<'a>> {
    let steps = measure.steps.iter();
    steps.map(|step| record(row, step)).collect()
}

fn record<'a>(row: &Row<'a>, step: &MeasureStep) -> StepRecord<'a> {
    let [before, after] = [step.before, step.after].map(|at| at as usize);
    let id = |at: usize| row.witnesses[at].document.id.as_str();
    let figure = row.cells[after].first().map(|mention| row.figure(*mention));
    StepRecord {
        before: id(before),
        after: id(after),
        verdict: step
            .verdict
            .map_or("not_restated", |verdict| verdict.name()),
        delta: figure.and_then(|figure| DeltaRecord::new(step.delta.as_ref()?, figure)),
        sign: step.verdict.map_or("∅", |verdict| verdict.sign()),
        words: step
            .verdict
            .map_or("not stated again", |verdict| verdict.words()),
        is_news: step.verdict.is_some_and(crate::model::Verdict::is_news),
        at: after,
    }
}
