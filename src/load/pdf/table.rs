//! Finds the rows of tables among the lines of a column.

use super::direction::Base;
use super::join::{self, Words};
use super::line::Line;
use super::row::Row;
use crate::load::numbering;

/// Least gap between two cells, as a share of the type size.
const CELL_GAP: f32 = 1.2;

/// Least gap between two words, as a share of the type size.
const WORD_GAP: f32 = 0.17;

/// Cells of one column start, end or centre within this many points.
const DRIFT: f32 = 3.0;

/// The cells of each line; one cell where the line is no part of a table.
pub(super) fn cells(lines: &[Line]) -> Vec<Vec<Row>> {
    let parts: Vec<Vec<Row>> = lines.iter().map(parts).collect();
    let is_row = |at: usize| {
        let above = at.checked_sub(1).map(|other| &parts[other]);
        let below = parts.get(at + 1);
        let mut beside = [above, below].into_iter().flatten();
        beside.any(|other| aligned(&parts[at], other))
    };
    let rows: Vec<bool> = (0..lines.len()).map(is_row).collect();
    let mut cells = Vec::with_capacity(lines.len());
    for stretch in rows.chunk_by(|one, other| one == other) {
        let range = cells.len()..cells.len() + stretch.len();
        if stretch[0] {
            let starts: Vec<f32> = parts[range.clone()]
                .iter()
                .flatten()
                .map(Row::start)
                .collect();
            cells.extend(parts[range].iter().map(|row| cut_at(row, &starts)));
        } else {
            cells.extend(lines[range].iter().map(|line| vec![line.row.clone()]));
        }
    }
    cells
}

/// The cells of a row, cut again where cells of other rows start: two cells
/// may stand as close as words.
fn cut_at(row: &[Row], starts: &[f32]) -> Vec<Row> {
    let is_start = |place: f32| starts.iter().any(|start| (start - place).abs() < DRIFT);
    let mut cells: Vec<Row> = Vec::new();
    for part in row {
        for (at, word) in part.parts(WORD_GAP * part.size).into_iter().enumerate() {
            match cells.last_mut() {
                Some(cell) if at > 0 && !is_start(word.start()) => cell.extend(word),
                _ => cells.push(word),
            }
        }
    }
    cells
}

/// Whether `below` goes on with the cells of `above`: its first column is
/// empty, and each of its cells stands under one of words.
pub(super) fn continues(above: &[Row], below: &[Row]) -> bool {
    let starts_later = below[0].start() > above[0].end();
    starts_later
        && below.iter().all(|cell| {
            above
                .iter()
                .any(|over| overlap(over, cell) && !(is_numeric(over) && is_numeric(cell)))
        })
}

/// The text of a table row of one or more lines, a blank between two cells.
pub(super) fn text(lines: &[Vec<Row>], base: Base, words: &Words) -> String {
    let mut cells: Vec<(Row, String)> = lines[0]
        .iter()
        .map(|cell| (cell.clone(), cell.text(base)))
        .collect();
    for cell in lines[1..].iter().flatten() {
        if let Some((_, text)) = cells.iter_mut().find(|(over, _)| overlap(over, cell)) {
            join::append(text, &cell.text(base), words);
        }
    }
    let texts: Vec<String> = cells.into_iter().map(|(_, text)| text).collect();
    texts.join(" ")
}

fn parts(line: &Line) -> Vec<Row> {
    let parts = line.row.parts(CELL_GAP * line.row.size);
    let is_list_item = parts.len() == 2 && numbering::length(&line.text) > 0;
    if is_list_item {
        vec![line.row.clone()]
    } else {
        parts
    }
}

/// Whether both lines have cells, and one beyond the first stands in a column
/// with one of the other line.
///
/// Justified lines all end at the same place, so ends tell of numbers alone.
fn aligned(one: &[Row], other: &[Row]) -> bool {
    let near = |a: f32, b: f32| (a - b).abs() < DRIFT;
    let in_column = |cell: &Row, beside: &Row| {
        near(cell.start(), beside.start())
            || near(cell.start() + cell.end(), beside.start() + beside.end())
            || near(cell.end(), beside.end()) && is_numeric(cell) && is_numeric(beside)
    };
    let both = one.len() > 1 && other.len() > 1;
    both && one[1..]
        .iter()
        .any(|cell| other.iter().any(|beside| in_column(cell, beside)))
}

fn overlap(one: &Row, other: &Row) -> bool {
    one.start() < other.end() && other.start() < one.end()
}

fn is_numeric(cell: &Row) -> bool {
    !cell.glyphs.iter().any(|glyph| glyph.letter.is_alphabetic())
}
