//! The ledger on the page: a measure a row, with a chart of its numbers.

use std::cmp::Reverse;

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use serde::Serialize;

use super::anchor::Anchors;
use crate::model::Verdict;
use crate::report::Quote;
use crate::report::ledger::StepVerdict;
use crate::report::ledger::{MeasureCell, MeasureRecord, rank};

/// Charts are this wide and high, inside their margins.
const WIDTH: usize = 100;
const HEIGHT: u32 = 30;

/// One measure in the statements that state it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PageMeasure<'a> {
    /// To link to.
    pub anchor: String,
    /// What is measured.
    pub name: &'a str,
    /// One a statement, in their order; null where it is not stated.
    pub cells: Vec<Option<PageCell<'a>>>,
    /// Null where fewer than two numbers can be drawn to one scale from zero.
    pub chart: Option<Chart>,
    /// Whether it changed between statements of one delegation.
    pub is_changed: bool,
    /// The first and the last statement that states it, by their places.
    pub ends: [usize; 2],
    /// What became of it, one a statement; null where it is not stated, or was not before.
    pub moves: Vec<Option<Move<'a>>>,
}

/// What became of a measure in a statement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Move<'a> {
    /// `raised`, `cut`, `held` or `changed`.
    pub word: &'static str,
    /// The verdict as a sign.
    pub sign: &'static str,
    /// The author's words for the figure.
    pub raw: &'a str,
}

/// What one statement says of a measure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PageCell<'a> {
    /// The author's words for the figure.
    pub raw: &'a str,
    /// The sentence it stands in.
    pub quote: Quote<'a>,
}

/// The numbers of a measure, drawn to one scale from zero.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Chart {
    /// One a statement that states a number.
    pub points: Vec<Point>,
    /// Between the points of neighbouring statements: gaps are not joined.
    pub lines: Vec<[u32; 4]>,
    /// Radius of a point: small where there are many.
    pub radius: &'static str,
    /// The same in words.
    pub text: String,
}

/// One number of a chart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Point {
    /// From the left, 0 to 100.
    pub x: u32,
    /// From the top, 0 to 30.
    pub y: u32,
    /// `up` where more is allowed, `down` where less, else empty.
    pub open: &'static str,
}

/// Points of a chart stand apart up to this many.
const FEW: usize = 16;

/// The measures that two or more statements state, the changed ones first, without those
/// that are small counts and never changed.
pub(super) fn page_measures<'a>(
    measures: &'a [MeasureRecord<'a>],
    anchors: &mut Anchors,
) -> Vec<PageMeasure<'a>> {
    let stated = |measure: &&MeasureRecord<'_>| {
        measure.cells.iter().flatten().count() > 1 && !measure.is_slight()
    };
    let mut reported: Vec<_> = measures.iter().filter(stated).collect();
    // A page always ranks, whatever order the table was asked for in.
    reported.sort_by_key(|measure| Reverse(rank(measure)));
    let page_measure = |measure: &'a MeasureRecord<'a>| PageMeasure {
        anchor: anchors.take(&measure.id),
        name: &measure.measure,
        cells: measure
            .cells
            .iter()
            .map(|cell| cell.as_deref().map(page_cell))
            .collect(),
        chart: chart(measure),
        is_changed: measure.is_changed(),
        ends: ends(measure),
        moves: moves(measure),
    };
    reported.into_iter().map(page_measure).collect()
}

fn moves<'a>(measure: &'a MeasureRecord<'a>) -> Vec<Option<Move<'a>>> {
    let cells = measure.cells.iter().enumerate();
    cells
        .map(|(at, cell)| {
            let step = measure.verdicts.iter().find(|step| step.at == at)?;
            Some(Move {
                word: match step.verdict {
                    StepVerdict::Stated(Verdict::Increased) => "raised",
                    StepVerdict::Stated(Verdict::Decreased) => "cut",
                    StepVerdict::Stated(Verdict::Same | Verdict::Restated) => "held",
                    _ => "changed",
                },
                sign: step.verdict.sign(),
                raw: cell.as_ref()?.figure.raw,
            })
        })
        .collect()
}

fn ends(measure: &MeasureRecord<'_>) -> [usize; 2] {
    let first = measure.cells.iter().position(Option::is_some);
    let last = measure.cells.iter().rposition(Option::is_some);
    [first, last].map(Option::unwrap_or_default)
}

/// How many charts stand at the head of a page.
const MOST_CHARTS: usize = 8;

/// The measures whose charts stand at the head of a page: those that changed and can be
/// drawn.
pub(super) fn leading(measures: &[PageMeasure<'_>]) -> Vec<usize> {
    // A level line at the head of the page would tell nothing.
    let is_drawn = |at: &usize| measures[*at].is_changed && measures[*at].chart.is_some();
    (0..measures.len())
        .filter(is_drawn)
        .take(MOST_CHARTS)
        .collect()
}

fn page_cell<'a>(cell: &'a MeasureCell<'a>) -> PageCell<'a> {
    PageCell {
        raw: cell.figure.raw,
        quote: cell.figure.quote,
    }
}

fn chart(measure: &MeasureRecord<'_>) -> Option<Chart> {
    let levels: Vec<Option<Decimal>> = measure
        .cells
        .iter()
        .map(|cell| cell.as_ref().and_then(|cell| cell.level))
        .collect();
    let most = levels.iter().flatten().max().copied()?;
    let least = levels.iter().flatten().min().copied()?;
    // One point is no line, and the ground of the chart is zero: what falls below has no height.
    if levels.iter().flatten().count() < 2 || most <= Decimal::ZERO || least < Decimal::ZERO {
        return None;
    }
    let places: Vec<Option<Point>> = levels
        .iter()
        .enumerate()
        .map(|(at, level)| {
            let sign = measure.cells[at].as_ref().map_or("", |cell| cell.sign);
            point(at, levels.len(), (*level)?.checked_div(most)?, sign)
        })
        .collect();
    let line = |pair: &[Option<Point>]| Some([pair[0]?.x, pair[0]?.y, pair[1]?.x, pair[1]?.y]);
    Some(Chart {
        lines: places.windows(2).filter_map(line).collect(),
        // Large points of many statements would touch and hide the line.
        radius: if places.iter().flatten().count() > FEW {
            "1.2"
        } else {
            "3"
        },
        points: places.into_iter().flatten().collect(),
        text: text(measure),
    })
}

fn point(at: usize, count: usize, share: Decimal, sign: &str) -> Option<Point> {
    let height = share.checked_mul(Decimal::from(HEIGHT))?.round().to_u32()?;
    Some(Point {
        // Statements stand at equal distances, whatever time lies between them.
        x: u32::try_from(at * WIDTH / (count - 1).max(1)).ok()?,
        y: HEIGHT.checked_sub(height)?,
        open: match sign {
            ">" | "≥" => "up",
            "<" | "≤" => "down",
            _ => "",
        },
    })
}

/// *41 casualties, 33 casualties, not stated*.
fn text(measure: &MeasureRecord<'_>) -> String {
    let words = |cell: &Option<Box<MeasureCell<'_>>>| match cell {
        Some(cell) => cell.figure.raw.to_owned(),
        None => "not stated".to_owned(),
    };
    measure
        .cells
        .iter()
        .map(words)
        .collect::<Vec<_>>()
        .join(", ")
}
