//! The page of a report.

use crate::compare::{measures_of_page, promises_of_page};
use crate::render::html;
use crate::report::{Page, PromiseTable, PromisesShown, measure_records, page_promises};

use super::Report;
use super::shared::Shared;

impl Report {
    /// The page that `verbale report` makes: one file, with no link to another.
    #[must_use]
    pub fn to_html(&self) -> String {
        let Shared {
            witnesses,
            vocabulary,
        } = &self.shared;
        let records = self.records();
        let inputs = self.inputs(&records);
        let compared: Vec<_> = self.pairs.iter().copied().zip(&self.found).collect();
        let measures = measures_of_page(witnesses, vocabulary, &compared);
        let measures = measure_records(witnesses, &measures);
        let rows = promises_of_page(witnesses, vocabulary);
        let table = PromiseTable::new(witnesses, &rows, PromisesShown::Followed);
        let page = Page {
            promises: page_promises(&table),
            ..Page::new(witnesses, &inputs, &measures, Vec::new())
        };
        html::page(&page)
    }
}
