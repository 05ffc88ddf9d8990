//! The sheets of a ledger: its rows, the mentions behind them, and the changes.

use hashbrown::HashMap;
use rust_xlsxwriter::{Worksheet, XlsxError};

use super::{CELL_WIDTH, NAME_WIDTH, QUOTE_WIDTH, Sheet, Styles};
use crate::report::{Bound, DocumentRecord, FigureRecord, Ledger, MeasureRecord};

/// Width of a column of bounds.
const BOUND_WIDTH: u16 = 10;
/// Columns of a statement: its words, its bound, its number, and the ends of what the words allow.
const COLUMNS_A_STATEMENT: usize = 5;
/// Links that a sheet holds at most are 65,530 (Excel); those of later mentions are text.
const MOST_LINKS: usize = 60_000;

/// A row for each measure; for each statement its words, which lead to the mention, its
/// bound and its number, of a range the middle; what the words allow is folded beside.
pub(super) fn ledger_sheet(
    sheet: &mut Worksheet,
    (ledger, figures): (&Ledger<'_>, &[FigureRecord<'_>]),
    styles: &Styles,
) -> Result<(), XlsxError> {
    let names: Vec<[String; COLUMNS_A_STATEMENT]> = ledger.documents.iter().map(headings).collect();
    let mut head = vec![
        ("measure", NAME_WIDTH),
        ("unit", CELL_WIDTH),
        ("since", CELL_WIDTH),
        ("until", CELL_WIDTH),
        ("in", CELL_WIDTH),
        ("over", CELL_WIDTH),
        ("scope", CELL_WIDTH),
        ("confidence", CELL_WIDTH),
    ];
    let first = head.len();
    for [words, bound, value, low, high] in &names {
        head.extend([
            (words.as_str(), CELL_WIDTH),
            (bound.as_str(), BOUND_WIDTH),
            (value.as_str(), CELL_WIDTH),
            (low.as_str(), CELL_WIDTH),
            (high.as_str(), CELL_WIDTH),
        ]);
    }
    // Of each statement the columns behind its words, its bound and its number.
    for low in (first + 3..head.len()).step_by(COLUMNS_A_STATEMENT) {
        let low = u16::try_from(low).unwrap_or(u16::MAX - 1);
        sheet.group_columns_collapsed(low, low + 1)?;
    }
    let mut rows = Sheet::open(sheet, "Ledger", &head, styles)?;
    let mentions: HashMap<&str, usize> = figures
        .iter()
        .enumerate()
        .map(|(at, figure)| (figure.id.as_str(), at))
        .collect();
    for measure in &ledger.measures {
        rows.start_row();
        push_measure(&mut rows, (ledger, measure), &mentions)?;
    }
    rows.close(head.len())
}

/// *2021-06-22 az-2021*, and the same of its bound, its number and the ends of what its
/// words allow.
fn headings(document: &DocumentRecord<'_>) -> [String; COLUMNS_A_STATEMENT] {
    let name = match document.date {
        Some(date) => format!("{date} {}", document.id),
        None => document.id.to_owned(),
    };
    ["", " bound", " value", " low", " high"].map(|part| format!("{name}{part}"))
}

fn push_measure(
    rows: &mut Sheet<'_>,
    (ledger, measure): (&Ledger<'_>, &MeasureRecord<'_>),
    mentions: &HashMap<&str, usize>,
) -> Result<(), XlsxError> {
    rows.prose(&measure.measure)?;
    rows.text(measure.unit.unwrap_or_default())?;
    let period = measure.period.as_ref();
    let parts = period.map(|period| [period.since, period.until, period.during, period.over]);
    for part in parts.unwrap_or_default() {
        rows.text(part.unwrap_or_default())?;
    }
    rows.text(measure.scope.unwrap_or_default())?;
    let share = &rows.styles.share;
    rows.target
        .write_number_with_format(rows.row, rows.column, measure.confidence, share)?;
    rows.column += 1;
    let levels = ledger.levels(measure);
    for (cell, level) in measure.cells.iter().zip(levels) {
        let Some(cell) = cell else {
            // As many columns as a statement has, left empty: silence is not zero.
            for _ in 0..COLUMNS_A_STATEMENT {
                rows.text("")?;
            }
            continue;
        };
        let words = ledger.text(cell);
        match mentions
            .get(cell.figure.id.as_str())
            .filter(|at| **at < MOST_LINKS)
        {
            // Rows count from 1, and the first is the head.
            Some(at) => rows.link(&format!("Mentions!A{}", at + 2), &words)?,
            None => rows.text(&words)?,
        }
        rows.text(bound(&cell.figure))?;
        let value = ledger.value(cell);
        rows.number(value.or(level.as_deref()))?;
        // In the unit of the row, or not at all.
        let figure = Some(&cell.figure).filter(|figure| figure.value.as_deref() == value);
        rows.number(figure.and_then(|figure| figure.low.as_deref()))?;
        rows.number(figure.and_then(|figure| figure.high.as_deref()))?;
    }
    Ok(())
}

/// The bound in words; *about* for a number near the one that is written.
fn bound(figure: &FigureRecord<'_>) -> &'static str {
    match (figure.bound, figure.approximate) {
        (Bound::Exact, true) => "about",
        (Bound::Exact, false) => "",
        (Bound::MoreThan, _) => "more than",
        (Bound::AtLeast, _) => "at least",
        (Bound::LessThan, _) => "less than",
        (Bound::AtMost, _) => "at most",
        (Bound::Range, _) => "range",
    }
}

const MENTION_COLUMNS: [(&str, u16); 22] = [
    ("document", CELL_WIDTH),
    ("date", CELL_WIDTH),
    ("delegation", CELL_WIDTH),
    ("paragraph", CELL_WIDTH),
    ("page", CELL_WIDTH),
    ("kind", CELL_WIDTH),
    ("words", NAME_WIDTH),
    ("value", CELL_WIDTH),
    ("low", CELL_WIDTH),
    ("high", CELL_WIDTH),
    ("bound", CELL_WIDTH),
    ("unit", CELL_WIDTH),
    ("canonical value", CELL_WIDTH),
    ("canonical unit", CELL_WIDTH),
    ("subject", NAME_WIDTH),
    ("predicate", CELL_WIDTH),
    ("since", CELL_WIDTH),
    ("until", CELL_WIDTH),
    ("in", CELL_WIDTH),
    ("over", CELL_WIDTH),
    ("quote", QUOTE_WIDTH),
    ("id", CELL_WIDTH),
];

pub(super) fn mention_sheet(
    sheet: &mut Worksheet,
    (ledger, figures): (&Ledger<'_>, &[FigureRecord<'_>]),
    styles: &Styles,
) -> Result<(), XlsxError> {
    let mut rows = Sheet::open(sheet, "Mentions", &MENTION_COLUMNS, styles)?;
    for figure in figures {
        rows.start_row();
        let document = ledger
            .documents
            .iter()
            .find(|document| document.id == figure.document);
        rows.text(figure.document)?;
        rows.day(document.and_then(|document| document.date))?;
        rows.text(
            document
                .and_then(|document| document.delegation)
                .unwrap_or_default(),
        )?;
        rows.count(Some(figure.paragraph + 1))?;
        rows.count(figure.place.page)?;
        rows.text(figure.kind.name())?;
        rows.text(figure.raw)?;
        rows.number(figure.value.as_deref())?;
        rows.number(figure.low.as_deref())?;
        rows.number(figure.high.as_deref())?;
        rows.text(figure.bound.name())?;
        rows.text(figure.unit.unwrap_or_default())?;
        let canonical = figure.canonical.as_ref();
        rows.number(canonical.and_then(|canonical| canonical.value.as_deref()))?;
        rows.text(canonical.map_or("", |canonical| canonical.unit))?;
        rows.text(figure.subject.unwrap_or_default())?;
        rows.text(figure.predicate.unwrap_or_default())?;
        let period = figure.period.as_ref();
        let parts = period.map(|period| [period.since, period.until, period.during, period.over]);
        for part in parts.unwrap_or_default() {
            rows.text(part.unwrap_or_default())?;
        }
        rows.prose(&figure.quote.to_string())?;
        rows.text(&figure.id)?;
    }
    rows.close(MENTION_COLUMNS.len())
}

const CHANGE_COLUMNS: [(&str, u16); 8] = [
    ("measure", NAME_WIDTH),
    ("verdict", CELL_WIDTH),
    ("before", CELL_WIDTH),
    ("after", CELL_WIDTH),
    ("words before", NAME_WIDTH),
    ("words after", NAME_WIDTH),
    ("difference", CELL_WIDTH),
    ("in words", CELL_WIDTH),
];

/// What rose, fell or changed its bound or scope; what stayed is in the ledger.
pub(super) fn change_sheet(
    sheet: &mut Worksheet,
    ledger: &Ledger<'_>,
    styles: &Styles,
) -> Result<(), XlsxError> {
    let mut rows = Sheet::open(sheet, "Changes", &CHANGE_COLUMNS, styles)?;
    for measure in &ledger.measures {
        let words = |document: &str| {
            let cell = measure
                .cells
                .iter()
                .flatten()
                .find(|cell| cell.document == document);
            cell.map_or("", |cell| cell.figure.raw)
        };
        for step in measure
            .verdicts
            .iter()
            .filter(|step| step.verdict.is_news())
        {
            rows.start_row();
            rows.prose(&measure.measure)?;
            rows.text(step.verdict.words())?;
            rows.text(step.before)?;
            rows.text(step.after)?;
            rows.text(words(step.before))?;
            rows.text(words(step.after))?;
            rows.number(step.delta.as_ref().map(|delta| delta.absolute.as_str()))?;
            rows.text(step.delta.as_ref().map_or("", |delta| delta.text.as_str()))?;
        }
    }
    rows.close(CHANGE_COLUMNS.len())
}

#[cfg(test)]
mod tests {
    use super::super::workbook;
    use crate::report::{Ledger, Sorting, Units};

    #[test]
    fn of_no_statement_the_workbook_has_the_heads_alone() {
        let ledger = Ledger::new(Vec::new(), Vec::new(), Units::AsWritten, Sorting::Rank);
        let mut bytes = Vec::new();
        workbook(&mut bytes, &ledger, &[]).unwrap();
        assert!(bytes.starts_with(b"PK"));
    }
}
