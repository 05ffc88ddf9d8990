//! What became of a measure from one statement of a delegation to the next
//! that states it.

use serde::Serialize;

use super::Row;
use crate::model::{Measure, MeasureStep, Verdict, serialize_by_name};
use crate::report::delta::DeltaRecord;

/// What became of a measure between two statements of one delegation.
#[derive(Debug, Clone, Serialize)]
pub struct StepRecord<'a> {
    /// The document that stated it before.
    pub before: &'a str,
    /// The next that states it; where none does the first that is silent.
    pub after: &'a str,
    /// What became of it.
    pub verdict: StepVerdict,
    /// How far it moved.
    pub delta: Option<DeltaRecord>,
    /// Index of `after` among the documents.
    #[serde(skip)]
    pub(in crate::report) at: usize,
}

/// What became of a measure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum StepVerdict {
    /// It is stated again.
    Stated(Verdict),
    /// No later statement of the delegation states it.
    NotRestated,
}

impl StepVerdict {
    /// The name in the output.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Stated(verdict) => verdict.name(),
            Self::NotRestated => "not_restated",
        }
    }

    /// The verdict for a person.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::Stated(verdict) => verdict.words(),
            Self::NotRestated => "not stated again",
        }
    }

    /// The verdict as a sign that needs no colour.
    #[must_use]
    pub const fn sign(self) -> &'static str {
        match self {
            Self::Stated(verdict) => verdict.sign(),
            Self::NotRestated => "∅",
        }
    }

    /// Whether it is news: more than the same number, and no silence.
    #[must_use]
    pub const fn is_news(self) -> bool {
        matches!(self, Self::Stated(verdict) if verdict.is_news())
    }
}

serialize_by_name!(StepVerdict);

/// The steps of a row, in the order of the documents they lead to.
pub(super) fn steps<'a>(row: &Row<'a>, measure: &Measure) -> Vec<StepRecord<'a>> {
    let steps = measure.steps.iter();
    steps.map(|step| record(row, step)).collect()
}

fn record<'a>(row: &Row<'a>, step: &MeasureStep) -> StepRecord<'a> {
    let [before, after] = [step.before, step.after].map(|at| at as usize);
    let id = |at: usize| row.witnesses[at].document.id.as_str();
    // The difference is told in the unit that the later statement uses.
    let figure = row.cells[after].first().map(|mention| row.figure(*mention));
    let stated = step.verdict.map(StepVerdict::Stated);
    StepRecord {
        before: id(before),
        after: id(after),
        verdict: stated.unwrap_or(StepVerdict::NotRestated),
        delta: figure.and_then(|figure| DeltaRecord::new(step.delta.as_ref()?, figure)),
        at: after,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Verdict;

    #[test]
    fn another_number_is_news_and_silence_is_none() {
        assert!(StepVerdict::Stated(Verdict::Increased).is_news());
        assert!(!StepVerdict::Stated(Verdict::Restated).is_news());
        assert!(!StepVerdict::NotRestated.is_news());
    }
}
