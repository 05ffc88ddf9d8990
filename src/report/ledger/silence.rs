//! What the last statement of a delegation leaves out, though those before it did not.

use serde::Serialize;

use super::Row;
use crate::model::{Figure, Measure, SilentSubject, Witness};

/// A subject by name that the last statement of a delegation leaves out, though the three
/// before it name it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SubjectRecord<'a> {
    /// The author's words.
    pub name: String,
    /// How often the three name it.
    pub times: usize,
    /// The last document that names it.
    pub last: &'a str,
    /// The document that does not.
    pub now: &'a str,
}

/// The records of subjects, in their order.
#[must_use]
pub fn subject_records(
    witnesses: &[Witness],
    subjects: Vec<SilentSubject>,
) -> Vec<SubjectRecord<'_>> {
    let id = |at: usize| witnesses[at].document.id.as_str();
    let record = |subject: SilentSubject| SubjectRecord {
        name: subject.name,
        times: subject.times,
        last: id(subject.last),
        now: id(subject.now),
    };
    subjects.into_iter().map(record).collect()
}

/// Statements running that have to state a measure, for its absence to be a silence.
const RUNNING: usize = 3;

/// The statement, the last of its delegation, that leaves out what the three before it
/// state; `None` where there is none, and where it has the same number in the same unit,
/// which may be the measure in other words.
pub(super) fn silent<'a>(row: &Row<'a>, measure: &Measure) -> Option<&'a str> {
    let mut ends = measure.steps.iter().filter(|step| step.verdict.is_none());
    let found = ends.find_map(|step| {
        let at = step.after as usize;
        is_silence(row, at).then_some(at)
    });
    found.map(|at| row.witnesses[at].document.id.as_str())
}

fn is_silence(row: &Row<'_>, at: usize) -> bool {
    let delegation = |at: usize| {
        let stated = row.witnesses[at].document.metadata.delegation.as_ref();
        stated.map(|stated| stated.value.as_str())
    };
    let is_own = |other: &usize| delegation(*other) == delegation(at);
    let is_last = !(at + 1..row.witnesses.len()).any(|other| is_own(&other));
    // From the latest back: a silence is one after statements in a row.
    let before: Vec<usize> = (0..at).rev().filter(is_own).take(RUNNING).collect();
    let is_running = before.len() == RUNNING && before.iter().all(|&at| !row.cells[at].is_empty());
    // *14 camps* that is *14 sites* now is perhaps the same in other words: no silence is told.
    is_last && is_running && !has_number(row, before[0], at)
}

/// Whether the statement `at` has the number that the one at `before` states.
fn has_number(row: &Row<'_>, before: usize, at: usize) -> bool {
    let stated = row.cells[before].iter().map(|mention| row.figure(*mention));
    let said = &row.witnesses[at].figures;
    let is_it = |one: &Figure, two: &Figure| {
        one.kind == two.kind && one.unit == two.unit && (one.low, one.high) == (two.low, two.high)
    };
    stated
        .into_iter()
        .any(|one| said.iter().any(|two| is_it(one, two)))
}
