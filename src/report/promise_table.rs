//! Promises over some statements, a row a promise and a cell a statement.

use serde::Serialize;

use super::address::Addresses;
use super::calendar::step_text;
use super::digest::title;
use super::document::DocumentRecord;
use super::id::Ids;
use super::promise::{DeedRecord, PromiseRecord, name};
use crate::model::{PromiseCell, PromiseRow, PromiseStep, Witness};

/// One promise, and what became of it.
#[derive(Debug, Clone, Serialize)]
pub struct PromiseRowRecord<'a> {
    #[serde(rename = "type")]
    record: &'static str,
    /// Stable name: `prm-` and a hash of who promises what.
    pub id: String,
    /// Who promises what, in the author's words.
    pub promise: String,
    /// One a document, in the order of the documents; null where it neither says the
    /// promise again nor tells its end.
    pub cells: Vec<Option<PromiseCellRecord<'a>>>,
}

/// What one statement says of a promise.
#[derive(Debug, Clone, Serialize)]
pub struct PromiseCellRecord<'a> {
    /// What became of it.
    pub verdict: PromiseStep,
    /// By how much a deadline moved: *two years later*.
    pub by: Option<String>,
    /// The promise; null where it was dropped or met.
    pub promise: Option<Box<PromiseRecord<'a>>>,
    /// What was done of it, where it was met.
    pub deed: Option<Box<DeedRecord<'a>>>,
    /// The promise as an earlier statement said it last, where nothing is left of it.
    pub last: Option<Box<PromiseRecord<'a>>>,
    /// The verdict for people.
    #[serde(skip)]
    pub remark: String,
}

impl PromiseCellRecord<'_> {
    /// The words that bind, or that say it is done; `None` where nothing is left.
    #[must_use]
    pub fn words(&self) -> Option<&str> {
        let promise = self.promise.as_ref().map(|promise| promise.words);
        promise.or_else(|| self.deed.as_ref().map(|deed| deed.raw))
    }

    /// Paragraph of those words, from 0.
    #[must_use]
    pub fn paragraph(&self) -> Option<u32> {
        let promise = self.promise.as_ref().map(|promise| promise.paragraph);
        promise.or_else(|| self.deed.as_ref().map(|deed| deed.paragraph))
    }

    /// The sentence of those words, or that of the promise as it was said last.
    #[must_use]
    pub fn quote(&self) -> Option<String> {
        let promise = self.promise.as_ref().or(self.last.as_ref());
        let promise = promise.map(|promise| promise.quote);
        let quote = promise.or_else(|| self.deed.as_ref().map(|deed| deed.quote));
        quote.map(|quote| quote.to_string())
    }

    /// What is said of the promise: the promise itself, the sentence by which it is done,
    /// or where nothing is left how it was said last.
    #[must_use]
    pub fn said(&self) -> Option<String> {
        match (self.promise.as_ref().or(self.last.as_ref()), &self.deed) {
            (Some(promise), _) => Some(promise.raw.to_owned()),
            (None, Some(deed)) => Some(deed.quote.to_string()),
            (None, None) => None,
        }
    }

    /// *softened “supports the treaty”*.
    #[must_use]
    pub fn text(&self) -> String {
        match self.said() {
            Some(said) => format!("{} “{said}”", self.remark),
            None => self.remark.clone(),
        }
    }
}

/// The promises of some statements.
#[derive(Debug, Clone)]
pub struct PromiseTable<'a> {
    /// The statements.
    pub documents: Vec<DocumentRecord<'a>>,
    /// *az-2021 (Azerbaijan, 2021-06-22)*, one a statement.
    pub columns: Vec<String>,
    /// What matters most first.
    pub rows: Vec<PromiseRowRecord<'a>>,
    /// How many promises that one statement alone makes are left out.
    pub unlisted: usize,
}

impl<'a> PromiseTable<'a> {
    /// The table of `rows`, which were found in `witnesses`. Promises that one of
    /// several statements makes are counted alone unless `shown` asks for all.
    #[must_use]
    pub fn new(witnesses: &'a [Witness], rows: &[PromiseRow], shown: PromisesShown) -> Self {
        let documents: Vec<DocumentRecord<'a>> = witnesses
            .iter()
            .map(|witness| DocumentRecord::new(&witness.document))
            .collect();
        let addresses: Vec<Addresses<'a>> = witnesses
            .iter()
            .map(|witness| Addresses::new(&witness.document))
            .collect();
        let is_shown = |row: &&PromiseRow| {
            // A promise that stands once has nothing to be followed by; of one statement alone all
            // are shown.
            let is_followed = row.cells.iter().flatten().count() > 1;
            is_followed || witnesses.len() == 1 || shown == PromisesShown::All
        };
        let mut ids = Ids::default();
        let reported: Vec<PromiseRowRecord<'a>> = rows
            .iter()
            .filter(is_shown)
            .map(|row| record(witnesses, &addresses, row, &mut ids))
            .collect();
        Self {
            columns: documents.iter().map(title).collect(),
            unlisted: rows.len() - reported.len(),
            rows: reported,
            documents,
        }
    }
}

/// Which promises a table lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum PromisesShown {
    /// Those that two statements say, or of which the end is told.
    #[default]
    Followed,
    /// All.
    All,
}

fn record<'a>(
    witnesses: &'a [Witness],
    addresses: &[Addresses<'a>],
    row: &PromiseRow,
    ids: &mut Ids,
) -> PromiseRowRecord<'a> {
    let mut cells: Vec<Option<PromiseCellRecord<'a>>> = Vec::with_capacity(row.cells.len());
    let mut name_of_row = None;
    let mut last_date: Option<String> = None;
    let mut last: Option<(usize, u32)> = None;
    for (at, cell) in row.cells.iter().enumerate() {
        let Some(cell) = cell else {
            cells.push(None);
            continue;
        };
        let witness = &witnesses[at];
        let promise = cell.promise.map(|index| &witness.promises[index as usize]);
        // The first statement names the row.
        name_of_row = name_of_row.or_else(|| promise.map(|promise| name(witness, promise)));
        let deed = cell.deed.map(|index| &witness.deeds[index as usize]);
        let deed = deed.map(|deed| DeedRecord::new(witness, &addresses[at], deed));
        let promise = promise.map(|promise| PromiseRecord::new(witness, &addresses[at], promise));
        let date = promise
            .as_ref()
            .and_then(|promise| promise.deadline_date.as_deref());
        let by = moved_by(*cell, last_date.as_deref(), date);
        let is_left = promise.is_some() || deed.is_some();
        let said_last = last.filter(|_| !is_left).map(|(at, index)| {
            let witness = &witnesses[at];
            let promise = &witness.promises[index as usize];
            Box::new(PromiseRecord::new(witness, &addresses[at], promise))
        });
        let remark = match &by {
            Some(by) => format!("{}, {by}", cell.step.words()),
            None if said_last.is_some() => format!("{}, last said", cell.step.words()),
            None => cell.step.words().to_owned(),
        };
        // Behind the cell itself, which looks at what was said before it.
        last = cell.promise.map(|index| (at, index)).or(last);
        last_date = date.map(str::to_owned).or(last_date);
        cells.push(Some(PromiseCellRecord {
            verdict: cell.step,
            by,
            promise: promise.map(Box::new),
            deed: deed.map(Box::new),
            last: said_last,
            remark,
        }));
    }
    let promise = name_of_row.unwrap_or_default();
    PromiseRowRecord {
        record: "promise_row",
        id: ids.name("prm", &[&promise]),
        promise,
        cells,
    }
}

fn moved_by(cell: PromiseCell, before: Option<&str>, after: Option<&str>) -> Option<String> {
    let is_moved = cell.step == PromiseStep::Moved;
    step_text(before?, after?).filter(|_| is_moved)
}
