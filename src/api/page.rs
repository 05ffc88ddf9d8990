//! The page of a report.

use crate::align::AlignOptions;
use crate::compare::{ledger, ledger_of, neighbours, promises};
use crate::model::{Measure, PromiseRow};
use crate::render::html;
use crate::report::{Page, PromiseTable, PromisesShown, measure_records, page_promises};

use super::Report;
use super::shared::Shared;

impl Report {
    /// The page that `verbale report` makes: one file, with no link to another.
    #[must_use]
    pub fn to_html(&self) -> String {
        let witnesses = &self.shared.witnesses;
        let records = self.records();
        let inputs = self.inputs(&records);
        let measures = self.measures();
        let measures = measure_records(witnesses, &measures);
        let rows = self.promise_rows();
        let table = PromiseTable::new(witnesses, &rows, PromisesShown::Followed);
        let page = Page {
            promises: page_promises(&table),
            ..Page::new(witnesses, &inputs, &measures, Vec::new())
        };
        html::page(&page)
    }

    /// What the statements measure alike; neighbours are not compared again.
    fn measures(&self) -> Vec<Measure> {
        let Shared {
            witnesses,
            vocabulary,
        } = &self.shared;
        // The ledger compares statements of one delegation; where those are the pairs of this
        // report, all is found already.
        if self.pairs == neighbours(witnesses) {
            let compared = self.pairs.iter().copied().zip(&self.found);
            ledger_of(witnesses, vocabulary, compared)
        } else {
            ledger(witnesses, vocabulary, &AlignOptions::default(), || ())
        }
    }

    /// The promises of three or more statements.
    fn promise_rows(&self) -> Vec<PromiseRow> {
        let Shared {
            witnesses,
            vocabulary,
        } = &self.shared;
        // Between two statements the comparison tells what became of each promise.
        if witnesses.len() > 2 {
            promises(witnesses, vocabulary)
        } else {
            Vec::new()
        }
    }
}
