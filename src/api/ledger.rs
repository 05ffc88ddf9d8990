//! What several statements measure alike.

use serde::Serialize;

use crate::align::AlignOptions;
use crate::compare::{ledger, silent_subjects};
use crate::load::by_date;
use crate::model::{self, MeasureStep, Witness};
use crate::render::{csv, json};
use crate::report::{
    self, DocumentRecord, FigureRecords, MeasureRecord, Sorting, SubjectRecord, Units,
    measure_records, subject_records,
};

use super::shared::Shared;
use super::{Figure, Statement};

/// The table of `verbale figures FILE…`: a row a measure, a cell a statement.
///
/// ```
/// use verbale::{Ledger, Statement, Verdict};
///
/// let years = [("2021", "140"), ("2022", "200"), ("2023", "260")];
/// let statements = years.map(|(year, count)| {
///     Statement::read(&format!("{year}.txt"), format!("We cleared {count} fields."))
/// });
/// let statements = statements.into_iter().collect::<verbale::Result<Vec<_>>>()?;
/// let ledger = Ledger::new(&statements);
/// let row = &ledger.rows()[0];
/// assert_eq!(row.cells.iter().flatten().count(), 3);
/// assert_eq!(row.steps[1].verdict, Some(Verdict::Increased));
/// # Ok::<(), verbale::Error>(())
/// ```
#[derive(Debug)]
pub struct Ledger {
    shared: Shared,
    measures: Vec<model::Measure>,
}

/// One measure and what each statement says of it.
#[derive(Debug, Clone)]
pub struct Measure<'a> {
    /// What is measured, in the author's words.
    pub title: String,
    /// The unit of the row; `None` for bare numbers.
    pub unit: Option<&'a str>,
    /// The fullest figure of each statement; `None` where it states none.
    pub cells: Vec<Option<Figure<'a>>>,
    /// What became of it between statements of one delegation.
    pub steps: &'a [MeasureStep],
    /// 0 to 1: how sure it is that all cells measure the same.
    pub confidence: f64,
}

impl Ledger {
    /// Compares the statements: in the order of their dates where each has one, else
    /// in the given order; those of each delegation by themselves, each with the next.
    #[must_use]
    pub fn new<'s>(statements: impl IntoIterator<Item = &'s Statement>) -> Self {
        let mut statements: Vec<&Statement> = statements.into_iter().collect();
        // Ordered before they are copied, so that statements that share a name are numbered in that
        // order.
        by_date(&mut statements, |statement| statement.document());
        let shared = Shared::new(statements);
        let options = AlignOptions::default();
        let measures = ledger(&shared.witnesses, &shared.vocabulary, &options, || ());
        Self { shared, measures }
    }

    /// The statements in the order of the cells.
    #[must_use]
    pub fn witnesses(&self) -> &[Witness] {
        &self.shared.witnesses
    }

    /// All measures, as the statements mention them.
    #[must_use]
    pub fn rows(&self) -> Vec<Measure<'_>> {
        let titles = self.records().into_iter().map(|record| record.measure);
        let row = |(title, measure)| self.row(title, measure);
        titles.zip(&self.measures).map(row).collect()
    }

    fn row<'a>(&'a self, title: String, measure: &'a model::Measure) -> Measure<'a> {
        let mut cells = vec![None; self.shared.witnesses.len()];
        // From the last to the first: a witness's fullest mention stands first and so is what
        // stays.
        for mention in measure.mentions.iter().rev() {
            let witness = &self.shared.witnesses[mention.witness as usize];
            let figure = &witness.figures[mention.figure as usize];
            cells[mention.witness as usize] = Some(Figure::new(witness, figure));
        }
        Measure {
            title,
            unit: measure.unit.as_deref(),
            cells,
            steps: &measure.steps,
            confidence: measure.confidence,
        }
    }

    /// The records of all measures, in the order of [`Ledger::rows`].
    #[must_use]
    pub fn records(&self) -> Vec<MeasureRecord<'_>> {
        measure_records(&self.shared.witnesses, &self.measures)
    }

    /// Subjects by name that the last statement of a delegation leaves out, though the
    /// three before it name them; what is named most often first.
    #[must_use]
    pub fn silent_subjects(&self) -> Vec<SubjectRecord<'_>> {
        let witnesses = &self.shared.witnesses;
        subject_records(witnesses, silent_subjects(witnesses))
    }

    /// The table as it is shown, for [`crate::render`].
    #[must_use]
    pub fn table(&self, units: Units, sorting: Sorting) -> report::Ledger<'_> {
        let mut table = self.measures_table(units, sorting);
        table.subjects = self.silent_subjects();
        table
    }

    /// The table without the subjects that are left out, for which all texts are searched.
    fn measures_table(&self, units: Units, sorting: Sorting) -> report::Ledger<'_> {
        report::Ledger::new(self.documents(), self.records(), units, sorting)
    }

    fn documents(&self) -> Vec<DocumentRecord<'_>> {
        let witnesses = self.shared.witnesses.iter();
        witnesses
            .map(|witness| DocumentRecord::new(&witness.document))
            .collect()
    }

    /// The bytes of `verbale figures FILE… --format json`.
    #[must_use]
    pub fn to_json(&self) -> String {
        let table = self.table(Units::AsWritten, Sorting::Rank);
        let witnesses = &self.shared.witnesses;
        let records: Vec<_> = witnesses.iter().map(FigureRecords::new).collect();
        let figures: Vec<_> = records.iter().flat_map(FigureRecords::records).collect();
        let notices: Vec<_> = witnesses.iter().flat_map(report::notice_records).collect();
        json::document(
            &table.documents,
            Figures {
                figures,
                // Of one statement alone each row would repeat one of the figures.
                ledger: (witnesses.len() > 1).then_some(&table.measures),
                silent_subjects: &table.subjects,
                notices,
            },
        )
    }

    /// The bytes of `verbale figures FILE… --format csv` for two or more statements.
    #[must_use]
    #[expect(
        clippy::missing_panics_doc,
        reason = "a vector takes all, and cells are text"
    )]
    pub fn to_csv(&self) -> String {
        let mut out = Vec::new();
        let table = self.measures_table(Units::AsWritten, Sorting::Rank);
        csv::ledger(&mut out, &table, csv::Mark::Without).expect("a vector takes all");
        String::from_utf8(out).expect("the cells are text")
    }
}

#[derive(Serialize)]
#[expect(
    clippy::struct_field_names,
    reason = "the field is named as in the document"
)]
struct Figures<'l, 'a> {
    figures: Vec<report::FigureRecord<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    ledger: Option<&'l Vec<MeasureRecord<'a>>>,
    #[serde(skip_serializing_if = "<[SubjectRecord<'_>]>::is_empty")]
    silent_subjects: &'l [SubjectRecord<'a>],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    notices: Vec<report::NoticeRecord<'a>>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_subject_that_the_last_statement_leaves_out_is_listed() {
        let said = |year: i32, subject: &str| {
            let reader = crate::Reader::new().delegation("Marenia");
            let reader = reader.date(year.to_string());
            let text = format!("We cleared {year} fields. We thank the {subject} for its help.");
            reader.read(&format!("{year}.txt"), text).unwrap()
        };
        let named = (2021..=2023).map(|year| said(year, "Coastal Survey Office"));
        let statements: Vec<Statement> = named.chain([said(2024, "villages")]).collect();
        let ledger = Ledger::new(&statements);
        let silent = ledger.silent_subjects();
        assert_eq!(silent.len(), 1, "{silent:?}");
        assert_eq!(silent[0].name, "Coastal Survey Office");
        assert!(ledger.to_json().contains("\"silent_subjects\""));
        assert!(Ledger::new(&statements[..3]).silent_subjects().is_empty());
    }
}
