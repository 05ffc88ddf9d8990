//! What became of a measure from one statement of a delegation to the next
//! that states it.

use std::collections::BTreeMap;

use rust_decimal::Decimal;
use serde::Serialize;

use super::Row;
use super::unit::RowUnit;
use crate::model::{Bound, Figure, FigureKind, Witness};
use crate::report::delta::{Delta, delta};
use crate::report::verdict::{Setting, Verdict, verdict, years_between};

/// What became of a measure between two statements of one delegation.
#[derive(Debug, Clone, Serialize)]
pub struct StepRecord<'a> {
    /// The document that stated it before.
    pub before: &'a str,
    /// The next that states it; for `not_restated` the first that is silent.
    pub after: &'a str,
    /// `increased`, `decreased`, `restated`, `same`, `bound_changed`,
    /// `scope_changed` or `not_restated`.
    pub verdict: &'static str,
    /// How far it moved.
    pub delta: Option<Delta>,
    /// The verdict as a sign.
    #[serde(skip)]
    pub(super) sign: &'static str,
    /// Whether it is news.
    #[serde(skip)]
    pub(super) is_news: bool,
    /// Index of `after` among the documents.
    #[serde(skip)]
    pub(super) at: usize,
}

/// The statements that follow one another: those of each delegation or, where
/// at most one is named, all; by their indices among `witnesses`.
pub(super) fn series(witnesses: &[Witness]) -> Vec<Vec<usize>> {
    let mut series: BTreeMap<Option<&str>, Vec<usize>> = BTreeMap::new();
    for (at, witness) in witnesses.iter().enumerate() {
        series.entry(delegation(witness)).or_default().push(at);
    }
    let named = series.keys().flatten().count();
    if named > 1 {
        series.into_values().collect()
    } else {
        vec![(0..witnesses.len()).collect()]
    }
}

/// The steps of a row through all `series`, in the order of the documents they
/// lead to. Statements of two delegations are no step: their numbers are their own.
pub(super) fn steps<'a>(
    row: &Row<'a>,
    unit: &RowUnit<'_>,
    series: &[Vec<usize>],
) -> Vec<StepRecord<'a>> {
    let mut steps: Vec<StepRecord<'a>> = series
        .iter()
        .flat_map(|documents| steps_of(row, unit, documents))
        .collect();
    steps.sort_by_key(|step| step.at);
    steps
}

fn delegation(witness: &Witness) -> Option<&str> {
    let stated = witness.document.metadata.delegation.as_ref();
    stated.map(|stated| stated.value.as_str())
}

/// The steps through `documents`, all of one delegation.
fn steps_of<'a>(row: &Row<'a>, unit: &RowUnit<'_>, documents: &[usize]) -> Vec<StepRecord<'a>> {
    let stated: Vec<(usize, &Figure)> = documents
        .iter()
        .filter_map(|&at| {
            row.cells[at]
                .first()
                .map(|mention| (at, row.figure(*mention)))
        })
        .collect();
    let mut steps: Vec<StepRecord<'a>> = stated
        .windows(2)
        .map(|pair| step(row, unit, pair[0], pair[1]))
        .collect();
    let silent = |last: usize| documents.iter().copied().find(|&at| at > last);
    if let Some(&(last, _)) = stated.last()
        && let Some(at) = silent(last)
    {
        steps.push(StepRecord {
            before: &row.witnesses[last].document.id,
            after: &row.witnesses[at].document.id,
            verdict: "not_restated",
            delta: None,
            sign: "∅",
            is_news: false,
            at,
        });
    }
    steps
}

fn step<'a>(
    row: &Row<'a>,
    unit: &RowUnit<'_>,
    before: (usize, &Figure),
    after: (usize, &Figure),
) -> StepRecord<'a> {
    let (old, new) = (&row.witnesses[before.0], &row.witnesses[after.0]);
    let one = comparable(before.1, after.1, unit);
    let two = comparable(after.1, before.1, unit);
    let found = if before.1.span.of(&old.document.text) == after.1.span.of(&new.document.text) {
        Verdict::Same
    } else {
        verdict(&one, &two, setting(old, new))
    };
    StepRecord {
        before: &old.document.id,
        after: &new.document.id,
        verdict: found.name(),
        delta: delta(&one, &two, found),
        sign: sign(found),
        is_news: found.is_news(),
        at: after.0,
    }
}

fn setting(before: &Witness, after: &Witness) -> Setting {
    let date = |witness: &Witness| {
        let stated = witness.document.metadata.date.as_ref();
        stated.map(|stated| stated.value.clone())
    };
    Setting {
        years: years_between(date(before).as_deref(), date(after).as_deref()),
        date_line: false,
    }
}

/// `figure` in the unit of the row; a ratio beside a percentage in per cent.
fn comparable(figure: &Figure, other: &Figure, unit: &RowUnit<'_>) -> Figure {
    if figure.kind == FigureKind::Ratio && other.kind == FigureKind::Percentage {
        return per_cent(figure);
    }
    unit.convert(figure).unwrap_or_else(|| figure.clone())
}

fn sign(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Increased => "↑",
        Verdict::Decreased => "↓",
        Verdict::Restated | Verdict::Same | Verdict::Rollover => "=",
        _ => "≠",
    }
}

/// The ratio `figure` as a percentage.
fn per_cent(figure: &Figure) -> Figure {
    let part = figure
        .ratio
        .and_then(|(part, whole)| part.checked_div(whole))
        .or(figure.value);
    let percent = part.and_then(|part| part.checked_mul(Decimal::ONE_HUNDRED));
    let open_below = matches!(figure.bound, Bound::LessThan | Bound::AtMost);
    let open_above = matches!(figure.bound, Bound::MoreThan | Bound::AtLeast);
    Figure {
        kind: FigureKind::Percentage,
        unit: Some("percent".to_owned()),
        ratio: None,
        value: percent,
        low: percent.filter(|_| !open_below),
        high: percent.filter(|_| !open_above),
        ..figure.clone()
    }
}
