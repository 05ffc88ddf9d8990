//! Promises over the statements on the page: a promise a row.

use serde::Serialize;

use crate::model::PromiseStep;
use crate::report::promise_table::PromiseTable;

/// One promise in the statements that say it or show its end.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PagePromise {
    /// To link to: the id of the row.
    pub anchor: String,
    /// Who promises what.
    pub name: String,
    /// One a statement, in their order; null where nothing is said of it.
    pub cells: Vec<Option<PagePromiseCell>>,
}

/// What one statement says of a promise.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PagePromiseCell {
    /// What became of it.
    pub verdict: PromiseStep,
    /// The verdict for people: *deadline moved, one year later*.
    pub remark: String,
    /// The author's words; null where nothing is left of it.
    pub said: Option<String>,
    /// The sentence they stand in.
    pub quote: Option<String>,
}

/// The promises of three or more statements; of two, their cards tell as much.
#[must_use]
pub fn page_promises(table: &PromiseTable<'_>) -> Vec<PagePromise> {
    if table.documents.len() < 3 {
        return Vec::new();
    }
    let rows = table.rows.iter().map(|row| PagePromise {
        anchor: row.id.clone(),
        name: row.promise.clone(),
        cells: row
            .cells
            .iter()
            .map(|cell| {
                let cell = cell.as_ref()?;
                Some(PagePromiseCell {
                    verdict: cell.verdict,
                    remark: cell.remark.clone(),
                    said: cell.said(),
                    quote: cell.quote(),
                })
            })
            .collect(),
    });
    rows.collect()
}
