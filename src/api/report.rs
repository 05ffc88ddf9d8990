//! What is made to be sent: the page, and the short form.

use crate::align::AlignOptions;
use crate::compare::compare_all;
use crate::model;
use crate::render::markdown;
use crate::report::{ComparisonRecord, Detail, Digest, DocumentRecord, Page, PageInput};

use super::Statement;
use super::shared::Shared;

/// Two or more statements, each compared with the one before, to be laid out.
///
/// ```
/// use verbale::{Report, Statement};
///
/// let before = Statement::read("2021.txt", b"We cleared more than 140 fields.")?;
/// let after = Statement::read("2022.txt", b"We cleared more than 200 fields.")?;
/// let report = Report::new([&before, &after]);
/// assert!(report.to_markdown().contains("floor +60"));
/// # #[cfg(feature = "html-report")]
/// assert!(report.to_html().starts_with("<!doctype html>"));
/// # Ok::<(), verbale::Error>(())
/// ```
#[derive(Debug)]
pub struct Report {
    pub(super) shared: Shared,
    pub(super) pairs: Vec<(usize, usize)>,
    pub(super) found: Vec<model::Comparison>,
}

impl Report {
    /// Compares the statements, in their order; of fewer than two nothing is told.
    #[must_use]
    pub fn new<'s>(statements: impl IntoIterator<Item = &'s Statement>) -> Self {
        let shared = Shared::new(statements);
        let pairs: Vec<_> = (1..shared.witnesses.len())
            .map(|after| (after - 1, after))
            .collect();
        let options = AlignOptions::default();
        let Shared {
            witnesses,
            vocabulary,
        } = &shared;
        let found = compare_all(witnesses, &pairs, vocabulary, &options, || ());
        Self {
            shared,
            pairs,
            found,
        }
    }

    /// The records of the comparisons, in order.
    #[must_use]
    pub fn records(&self) -> Vec<ComparisonRecord<'_>> {
        let record = |(&(before, after), found)| {
            let witnesses = &self.shared.witnesses;
            ComparisonRecord::new(&witnesses[before], &witnesses[after], found)
        };
        self.pairs.iter().zip(&self.found).map(record).collect()
    }

    pub(super) fn inputs<'a>(&'a self, records: &'a [ComparisonRecord<'a>]) -> Vec<PageInput<'a>> {
        let compared = self.pairs.iter().zip(&self.found).zip(records);
        let input = |((&(before, after), comparison), record)| PageInput {
            before,
            after,
            comparison,
            record,
        };
        compared.map(input).collect()
    }

    /// The short form of `verbale report --format markdown`, for pull requests and mail.
    #[must_use]
    pub fn to_markdown(&self) -> String {
        let witnesses = &self.shared.witnesses;
        let records = self.records();
        let inputs = self.inputs(&records);
        // Made for its folds, which the short form counts; no table of measures is shown there.
        let page = Page::new(witnesses, &inputs, &[], Vec::new());
        let mut texts = Vec::new();
        for (input, section) in inputs.iter().zip(&page.sections) {
            let record = |at: usize| DocumentRecord::new(&witnesses[at].document);
            let (before, after) = (record(input.before), record(input.after));
            let digest = Digest::new(&before, &after, input.record, Detail::Summary);
            texts.push(markdown::comparison(&digest, &section.folds));
        }
        texts.join("\n")
    }
}
