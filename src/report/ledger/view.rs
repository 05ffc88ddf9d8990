//! The ledger as tables: what a person reads in the terminal, in Markdown and
//! in a spreadsheet.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::single::{LedgerSingle, singles};
use super::{MeasureCell, MeasureRecord, SubjectRecord, reading, trend};
use crate::report::digest::Detail;
use crate::report::document::DocumentRecord;
use crate::report::excerpt::Excerpt;
use crate::report::figure::decimal;
use crate::report::wording::Mark;

/// Rows below this confidence (0 to 1) are marked as doubtful: of the rows of five
/// delegations over fifteen years, those that joined two measures stand below it.
const UNSURE: f64 = 0.6;

/// Most subjects that a table lists as named no more.
const MAX_SUBJECTS: usize = 8;

/// In which unit cells are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Units {
    /// The author's words.
    #[default]
    AsWritten,
    /// The number in the base unit of its dimension.
    Canonical,
}

/// Which statements share a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Grouping {
    /// Those of one delegation.
    Delegation,
    /// Those of one year.
    Year,
}

/// The order of the rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Sorting {
    /// What changed first, then what most statements say.
    #[default]
    Rank,
    /// As the statements mention them.
    Text,
    /// By name.
    Name,
}

/// A ledger with its documents.
///
/// ```
/// # use verbale::{align::AlignOptions, compare::{compare, read_witness}, load::{LoadOptions, load_bytes}};
/// # let mut vocabulary = verbale::model::Vocabulary::new();
/// # let mut read = |name: &str, text: &str| {
/// #     let document = load_bytes(name, text.as_bytes(), &LoadOptions::default()).unwrap();
/// #     read_witness(document, &mut vocabulary)
/// # };
/// # let before = read("2021.txt", "We cleared more than 140 mines.");
/// # let after = read("2022.txt", "We cleared more than 200 mines.");
/// # let found = compare(&before, &after, &vocabulary, &AlignOptions::default());
/// use verbale::compare::ledger;
/// use verbale::report::{DocumentRecord, Ledger, Sorting, Units, measure_records};
///
/// let witnesses = [before, after];
/// let measures = ledger(&witnesses, &vocabulary, &AlignOptions::default(), || ());
/// let measures = measure_records(&witnesses, &measures);
/// let documents = witnesses.iter().map(|one| DocumentRecord::new(&one.document)).collect();
/// let ledger = Ledger::new(documents, measures, Units::AsWritten, Sorting::Rank);
/// assert_eq!(ledger.measures.len(), 1);
/// ```
#[derive(Debug)]
pub struct Ledger<'a> {
    /// In the order of the cells.
    pub documents: Vec<DocumentRecord<'a>>,
    /// In the order shown.
    pub measures: Vec<MeasureRecord<'a>>,
    /// In which unit cells are shown.
    pub units: Units,
    /// The order of the rows.
    pub sorting: Sorting,
    /// What the last statement of a delegation names no more; empty where nobody looked.
    pub subjects: Vec<SubjectRecord<'a>>,
}

/// Statements that stand side by side, and what they measure.
#[derive(Debug)]
pub struct LedgerTable<'a> {
    /// The delegation or the year; empty where there is one table alone.
    pub title: String,
    /// A heading for each statement.
    pub columns: Vec<String>,
    /// Measures that two or more of the statements state.
    pub rows: Vec<LedgerRow<'a>>,
    /// What one of them alone states.
    pub single: Vec<LedgerSingle<'a>>,
    /// How many more measures of these are left out.
    pub unlisted: usize,
    /// How many measures are left out that never changed: small counts, times, vague and bare
    /// numbers, and the number of another row in the same statement.
    pub slight: usize,
    /// What the last statement leaves out, though the three before it state it, with what
    /// was said last.
    pub silent: Vec<String>,
}

/// One measure in a table.
#[derive(Debug)]
pub struct LedgerRow<'a> {
    /// What is measured.
    pub measure: String,
    /// What the latest statement that has it says, in the words of its sentence.
    pub latest: Excerpt<'a>,
    /// Unit of the row; empty for bare numbers.
    pub unit: String,
    /// One a column; `None` where it is not stated.
    pub cells: Vec<Option<LedgerCell>>,
    /// The numbers as bars from zero, or where they are all the same a strip of the
    /// statements that state it; a dot for a gap.
    pub trend: String,
    /// 0 to 1.
    pub confidence: f64,
    /// *perhaps one measure*, where that is not sure; else empty.
    pub doubt: &'static str,
}

/// One statement's figure in a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LedgerCell {
    /// The author's words, or the number in the base unit.
    pub text: String,
    /// `↑`, `↓`, `=`, `≠` against the last statement that has it; empty for the
    /// first.
    pub sign: &'static str,
    /// How far it moved: *floor +60*; empty where there is no such number.
    pub delta: String,
}

/// Statements in a row that say the same of a measure.
#[derive(Debug, PartialEq, Eq)]
pub struct LedgerRun<'a> {
    /// Heading of the first, and of the last if there are more.
    pub columns: (&'a str, Option<&'a str>),
    /// What the first of them says.
    pub cell: &'a LedgerCell,
}

impl LedgerRow<'_> {
    /// The cells with those that repeat the one before folded into it; a
    /// restated number begins no new run.
    #[must_use]
    pub fn runs<'r>(&'r self, columns: &'r [String]) -> Vec<LedgerRun<'r>> {
        let mut runs: Vec<LedgerRun<'r>> = Vec::new();
        for (column, cell) in columns.iter().zip(&self.cells) {
            match (cell, runs.last_mut()) {
                (None, _) => {}
                // *40 towns (2021–2023)* in one line, instead of three times the same.
                (Some(cell), Some(run)) if cell.sign == "=" => run.columns.1 = Some(column),
                (Some(cell), _) => runs.push(LedgerRun {
                    columns: (column, None),
                    cell,
                }),
            }
        }
        runs
    }
}

impl<'a> Ledger<'a> {
    /// A ledger of `measures`, in the order that `sorting` asks for.
    #[must_use]
    pub fn new(
        documents: Vec<DocumentRecord<'a>>,
        mut measures: Vec<MeasureRecord<'a>>,
        units: Units,
        sorting: Sorting,
    ) -> Self {
        match sorting {
            Sorting::Text => {}
            // A stable sort: of equals the order of the statements stays.
            Sorting::Rank => measures.sort_by_key(|measure| Reverse(rank(measure))),
            Sorting::Name => measures.sort_by(|one, two| one.measure.cmp(&two.measure)),
        }
        Self {
            documents,
            measures,
            units,
            sorting,
            subjects: Vec::new(),
        }
    }

    /// The tables, by delegation or by year; `None` groups by delegation where
    /// one of them has two statements or more.
    #[must_use]
    pub fn tables(&self, grouping: Option<Grouping>, detail: Detail) -> Vec<LedgerTable<'a>> {
        let grouping = grouping.unwrap_or_else(|| self.usual_grouping());
        let groups = self.groups(grouping);
        let alone = groups.len() == 1;
        let table = |(title, columns): (String, Vec<usize>)| LedgerTable {
            title: if alone { String::new() } else { title },
            ..self.table(&columns, grouping, detail)
        };
        groups.into_iter().map(table).collect()
    }

    fn usual_grouping(&self) -> Grouping {
        let groups = self.groups(Grouping::Delegation);
        // Delegations that speak once each say something beside one another; each in a table of its
        // own they would be lists.
        if groups.iter().any(|(_, columns)| columns.len() > 1) {
            Grouping::Delegation
        } else {
            Grouping::Year
        }
    }

    /// The positions of the documents of each delegation or year, with its name; empty for
    /// those of none.
    #[must_use]
    pub fn groups(&self, grouping: Grouping) -> Vec<(String, Vec<usize>)> {
        let mut groups: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (at, document) in self.documents.iter().enumerate() {
            let title = match grouping {
                Grouping::Delegation => document.delegation,
                Grouping::Year => document.date.and_then(|date| date.get(..4)),
            };
            groups
                .entry(title.unwrap_or_default().to_owned())
                .or_default()
                .push(at);
        }
        groups.into_iter().collect()
    }

    fn table(&self, columns: &[usize], grouping: Grouping, detail: Detail) -> LedgerTable<'a> {
        let here =
            |measure: &&MeasureRecord<'a>| columns.iter().any(|&at| measure.cells[at].is_some());
        let is_reported =
            |measure: &&MeasureRecord<'a>| detail == Detail::All || !measure.is_slight();
        let (reported, slight): (Vec<_>, Vec<_>) =
            self.measures.iter().filter(here).partition(is_reported);
        let is_several = |measure: &&MeasureRecord<'a>| {
            columns
                .iter()
                .filter(|&&at| measure.cells[at].is_some())
                .count()
                > 1
        };
        // A number that stands once has nothing to be followed by: it is told in its sentence.
        let (rows, single): (Vec<_>, Vec<_>) = reported.into_iter().partition(is_several);
        let rows = rows
            .into_iter()
            .filter_map(|measure| self.row(measure, columns));
        let rows: Vec<LedgerRow<'a>> = rows.collect();
        let headings = self.headings(columns, grouping);
        let singles = singles(self, single, (columns, &headings), detail);
        LedgerTable {
            title: String::new(),
            rows,
            single: singles.listed,
            unlisted: singles.unlisted,
            slight: slight.len() + singles.repeated,
            silent: self.silences(columns),
            columns: headings,
        }
    }

    /// *towns cleared: not in 2024; last “40 towns” (2023)*, one a silence in a table.
    fn silences(&self, columns: &[usize]) -> Vec<String> {
        let line = |measure: &MeasureRecord<'a>| {
            let now = measure.silent?;
            let at = columns
                .iter()
                .rposition(|&at| self.documents[at].id == now)?;
            // Columns of this table alone: what another delegation said last is no answer.
            let mut before = columns[..at].iter().rev();
            let last = before.find_map(|&at| measure.cells[at].as_ref())?;
            Some(format!(
                "{}: not in {now}; last “{}” ({})",
                measure.measure, last.figure.raw, last.document
            ))
        };
        let figures = self.measures.iter().filter_map(line);
        figures.chain(self.silent_subjects(columns)).collect()
    }

    /// *Middle East: not in 2024, named 5 times in the three before*, those named most
    /// often.
    fn silent_subjects(&self, columns: &[usize]) -> impl Iterator<Item = String> {
        let has = |id: &str| columns.iter().any(|&at| self.documents[at].id == id);
        let own = self.subjects.iter();
        let own = own.filter(move |subject| has(subject.last) && has(subject.now));
        own.take(MAX_SUBJECTS).map(|subject| {
            let SubjectRecord {
                name, now, times, ..
            } = subject;
            format!("{name}: not in {now}, named {times} times in the three before")
        })
    }

    /// What tells the statements of a table apart: the day or the delegation,
    /// or else the name.
    fn headings(&self, columns: &[usize], grouping: Grouping) -> Vec<String> {
        let short = |at: &usize| match (grouping, self.documents[*at].delegation) {
            (Grouping::Year, Some(delegation)) => delegation.to_owned(),
            (Grouping::Year, None) => self.documents[*at].id.to_owned(),
            (Grouping::Delegation, _) => reading::heading(&self.documents[*at]),
        };
        let headings: Vec<String> = columns.iter().map(short).collect();
        let doubled =
            |heading: &String| headings.iter().filter(|other| *other == heading).count() > 1;
        let full = |(heading, at): (&String, &usize)| {
            // Two statements of one day, morning and afternoon, are told apart by their names.
            if doubled(heading) {
                self.documents[*at].id.to_owned()
            } else {
                heading.clone()
            }
        };
        headings.iter().zip(columns).map(full).collect()
    }

    /// The row of `measure` in a table; `None` where no statement has it.
    fn row(&self, measure: &MeasureRecord<'a>, columns: &[usize]) -> Option<LedgerRow<'a>> {
        let cells: Vec<Option<LedgerCell>> =
            columns.iter().map(|&at| self.cell(measure, at)).collect();
        let mut stated = columns.iter().rev();
        let latest = &stated.find_map(|&at| measure.cells[at].as_ref())?.figure;
        let levels: Vec<Option<Decimal>> = columns
            .iter()
            .map(|&at| measure.cells[at].as_ref()?.level)
            .collect();
        Some(LedgerRow {
            measure: measure.measure.clone(),
            latest: Excerpt::new(latest.quote, latest.raw, Mark::Same),
            unit: self.unit(measure).unwrap_or_default().to_owned(),
            cells,
            trend: trend::sparkline(&levels),
            confidence: measure.confidence,
            doubt: if measure.confidence < UNSURE {
                "perhaps one measure"
            } else {
                ""
            },
        })
    }

    fn unit<'m>(&self, measure: &'m MeasureRecord<'a>) -> Option<&'m str> {
        let base = || {
            let cells = measure.cells.iter().flatten();
            cells
                .filter_map(|cell| cell.figure.canonical.as_ref())
                .map(|canonical| canonical.unit)
                .next()
        };
        match self.units {
            Units::AsWritten => measure.unit,
            Units::Canonical => base().or(measure.unit),
        }
    }

    fn cell(&self, measure: &MeasureRecord<'a>, at: usize) -> Option<LedgerCell> {
        let cell = measure.cells[at].as_ref()?;
        // A step that leads to a statement that says nothing leads to no cell.
        let step = measure.verdicts.iter().find(|step| step.at == at);
        let delta = step.and_then(|step| step.delta.as_ref());
        Some(LedgerCell {
            text: self.text(cell),
            sign: step.map_or("", |step| step.verdict.sign()),
            delta: delta.map(|delta| delta.text.clone()).unwrap_or_default(),
        })
    }

    /// What a cell says, in the units asked for.
    #[must_use]
    pub fn text(&self, cell: &MeasureCell<'a>) -> String {
        let written = || {
            cell.figure
                .raw
                .split_whitespace()
                .collect::<Vec<_>>()
                .join(" ")
        };
        match (self.units, &cell.figure.canonical) {
            (Units::Canonical, Some(canonical)) => {
                reading::canonical(cell.sign, canonical).unwrap_or_else(written)
            }
            _ => written(),
        }
    }
}

impl<'a> Ledger<'a> {
    /// The number of each statement in the unit of the row, of a range its middle.
    #[must_use]
    pub fn levels(&self, measure: &MeasureRecord<'a>) -> Vec<Option<String>> {
        let cells = measure.cells.iter();
        cells.map(|cell| decimal(cell.as_ref()?.level)).collect()
    }

    /// The number of a cell, in the units asked for.
    #[must_use]
    pub fn value<'c>(&self, cell: &'c MeasureCell<'a>) -> Option<&'c str> {
        match (self.units, &cell.figure.canonical) {
            (Units::Canonical, Some(canonical)) => canonical.value.as_deref(),
            _ => cell.value.as_deref(),
        }
    }
}

/// Whether it changed, and how many statements have it.
pub(in crate::report) fn rank(measure: &MeasureRecord<'_>) -> (bool, usize) {
    (measure.is_changed(), measure.cells.iter().flatten().count())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::figure::Quote;

    fn cell(text: &str, sign: &'static str) -> LedgerCell {
        LedgerCell {
            text: text.to_owned(),
            sign,
            delta: String::new(),
        }
    }

    #[test]
    fn statements_that_repeat_a_number_are_one_run() {
        let columns = ["2019", "2020", "2021", "2022"].map(str::to_owned);
        let quote = Quote {
            words: "3 percent",
            is_cut: [false, false],
        };
        let row = LedgerRow {
            measure: "rate".to_owned(),
            latest: Excerpt::new(quote, quote.words, Mark::Same),
            unit: "percent".to_owned(),
            cells: vec![
                Some(cell("2 percent", "")),
                Some(cell("2 percent", "=")),
                None,
                Some(cell("3 percent", "↑")),
            ],
            trend: String::new(),
            confidence: 1.0,
            doubt: "",
        };
        let runs = row.runs(&columns);
        let shown: Vec<_> = runs
            .iter()
            .map(|run| (run.columns, run.cell.text.as_str()))
            .collect();
        assert_eq!(
            shown,
            [
                (("2019", Some("2020")), "2 percent"),
                (("2022", None), "3 percent")
            ]
        );
    }
}
