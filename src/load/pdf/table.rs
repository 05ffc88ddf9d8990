//! Finds the rows of tables among the lines of a column.

use super::direction::Base;
use super::join::{self, Words};
use super::line::Line;
use super::row::{Piece, Row};
use crate::load::block::CELL_SEPARATOR;
use crate::load::numbering;

/// Least gap between two cells, as a share of the type size.
const CELL_GAP: f32 = 0.9;

/// Least ratio of a gap between cells to the blanks of the line.
const STRETCH: f32 = 1.5;

/// Least gap between two words, as a share of the type size.
const WORD_GAP: f32 = 0.17;

/// Lines are at least this share of the type size apart.
const MIN_STEP: f32 = 0.75;

/// Words of one column that has a head start within this many points.
const SAME_START: f32 = 0.5;

/// Columns beyond the first that a head shares with the numbers under it.
const MIN_SHARED: usize = 2;

/// Rows above and below one that tell of its columns.
const REACH: usize = 20;

/// Cells of one column start, end or centre within this many points.
const DRIFT: f32 = 1.0;

/// The cells of each line; one cell where the line is no part of a table.
///
/// `open` holds the columns of the table that the lines before ended in, and
/// takes those of the table that these end in.
pub(super) fn cells(lines: &[Line], open: &mut Vec<f32>) -> Vec<Vec<Row>> {
    let parts: Vec<Vec<Row>> = lines.iter().map(parts).collect();
    let is_row = |at: usize| {
        // A cell of two lines has its neighbours, of one line, between them.
        let is_beside = beside(lines, at, &parts) || at > 0 && beside(lines, at - 1, &parts);
        if is_beside {
            return true;
        }
        let above = at.checked_sub(1).map(|other| &parts[other]);
        let below = parts.get(at + 1);
        let mut beside = [above, below].into_iter().flatten();
        beside.any(|other| aligned(&parts[at], other))
    };
    let mut rows: Vec<bool> = (0..lines.len()).map(is_row).collect();
    let downwards: Vec<usize> = (0..lines.len()).collect();
    take_in(&mut rows, &parts, lines, downwards.iter());
    // Both ways: a head stands above the rows that tell its columns, a total below.
    take_in(&mut rows, &parts, lines, downwards.iter().rev());
    let headed = headed(&mut rows, lines, open);
    *open = headed.last().cloned().unwrap_or_default();
    let mut cells = Vec::with_capacity(lines.len());
    for stretch in rows.chunk_by(|one, other| one == other) {
        let start = cells.len();
        let range = start..start + stretch.len();
        if stretch[0] {
            let table = &parts[range];
            cells.extend((0..table.len()).map(|at| cut(table, at, &headed[start + at])));
        } else {
            cells.extend(lines[range].iter().map(|line| vec![line.row.clone()]));
        }
    }
    cells
}

/// Adds lines next to table rows whose words start where the cells of those
/// rows do, in two columns beyond the first: heads that fill their cells.
fn take_in<'a>(
    rows: &mut [bool],
    parts: &[Vec<Row>],
    lines: &[Line],
    order: impl Iterator<Item = &'a usize>,
) {
    let mut starts: Vec<f32> = Vec::new();
    for &at in order {
        if rows[at] {
            if parts[at].len() > starts.len() + 1 {
                starts = parts[at].iter().skip(1).map(Row::start).collect();
            }
            continue;
        }
        let row = &lines[at].row;
        let words = row.pieces(WORD_GAP * row.size);
        let opened = starts
            .iter()
            .filter(|start| {
                words
                    .iter()
                    .any(|word| (word.start() - *start).abs() < DRIFT)
            })
            .count();
        rows[at] = opened > 1;
        if !rows[at] {
            starts.clear();
        }
    }
}

/// Adds rows of numbers under a head whose words start where they do. The
/// columns of each line that the head tells: without it, groups of digits
/// would look like columns. `open` are those of a head on the page before.
fn headed(rows: &mut [bool], lines: &[Line], open: &[f32]) -> Vec<Vec<f32>> {
    let mut headed = vec![Vec::new(); lines.len()];
    let mut start = 0;
    for run in lines.chunk_by(|one, other| one.row.is_numeric() == other.row.is_numeric()) {
        let range = start.max(1) - 1..start + run.len();
        start = range.end;
        if !run[0].row.is_numeric() {
            continue;
        }
        let words = |at: usize| lines[at].row.pieces(WORD_GAP * lines[at].row.size);
        let mut shared: Vec<f32> = if range.len() == run.len() {
            open.to_vec()
        } else {
            let head = words(range.start).into_iter().skip(1);
            let words = head.filter(|word| !word.is_numeric());
            words.map(Piece::start).collect()
        };
        for at in range.end - run.len()..range.end {
            let words = words(at);
            shared.retain(|start| words.iter().any(|word| starts_at(word.start(), &[*start])));
        }
        if shared.len() >= MIN_SHARED {
            rows[range.clone()].fill(true);
            headed[range].fill(shared);
        }
    }
    headed
}

fn starts_at(word: f32, columns: &[f32]) -> bool {
    columns
        .iter()
        .any(|start| (word - start).abs() < SAME_START)
}

/// Whether the line at `at` and the next stand side by side: cells that are
/// centred on one another.
fn beside(lines: &[Line], at: usize, parts: &[Vec<Row>]) -> bool {
    let Some(next) = lines.get(at + 1) else {
        return false;
    };
    let is_apart = |one: &Row| parts[at + 1].iter().all(|other| !overlap(one, other));
    is_level(&lines[at].row, &next.row)
        && parts[at].len().max(parts[at + 1].len()) > 1
        && parts[at].iter().all(is_apart)
}

/// Whether `below` is too near to `above` to be the next line.
fn is_level(above: &Row, below: &Row) -> bool {
    below.baseline - above.baseline < MIN_STEP * above.size.min(below.size)
}

/// The cells of the row at `at`: a word opens one where cells of other rows
/// start, under the words of a head, and after a gap if other rows have a cell
/// there. Two cells may stand as close as words, and the words of one as wide
/// apart as cells.
fn cut(table: &[Vec<Row>], at: usize, headed: &[f32]) -> Vec<Row> {
    let around = at.saturating_sub(REACH)..table.len().min(at + REACH + 1);
    let others: Vec<&[Row]> = around
        .filter(|&other| other != at)
        .map(|other| &table[other][..])
        .collect();
    let cells_beside = || others.iter().copied().flatten();
    let mut cells: Vec<Row> = Vec::new();
    for part in &table[at] {
        for (nth, word) in part.parts(WORD_GAP * part.size).into_iter().enumerate() {
            let is_start = starts_at(word.start(), headed)
                || cells_beside().any(|cell| (cell.start() - word.start()).abs() < DRIFT);
            let is_cell =
                nth == 0 && (others.len() < 2 || cells_beside().any(|cell| overlap(cell, part)));
            match cells.last_mut() {
                Some(cell) if !is_start && !is_cell => cell.extend(word),
                _ => cells.push(word),
            }
        }
    }
    cells
}

/// Whether the cells of `below` belong to the row that `lines` begin: they
/// stand level with its last line, or its first column is empty there and each
/// stands under a cell of words.
pub(super) fn continues(lines: &[Vec<Row>], below: &[Row]) -> bool {
    let (first, last) = (&lines[0], &lines[lines.len() - 1]);
    let is_under = |cell: &Row| {
        let mut over = first.iter().filter(|over| overlap(over, cell));
        over.any(|over| !(over.is_numeric() && cell.is_numeric()))
    };
    is_level(&last[0], &below[0]) || below[0].start() > first[0].end() && below.iter().all(is_under)
}

/// The text of a table row of one or more lines.
pub(super) fn text(lines: &[Vec<Row>], base: Base, words: &Words) -> String {
    let mut cells: Vec<(Row, String)> = Vec::new();
    for cell in lines.iter().flatten() {
        match cells.iter_mut().find(|(over, _)| overlap(over, cell)) {
            Some((_, text)) => join::append(text, &cell.text(base), words),
            None => cells.push((cell.clone(), cell.text(base))),
        }
    }
    cells.sort_by(|(one, _), (other, _)| one.start().total_cmp(&other.start()));
    let texts: Vec<String> = cells.into_iter().map(|(_, text)| text).collect();
    texts.join(CELL_SEPARATOR)
}

/// The cells of a line taken alone: what gaps part that are wider than its
/// blanks. Justified lines stretch all their blanks; so do rows of numbers.
fn parts(line: &Line) -> Vec<Row> {
    let size = line.row.size;
    let words = line.row.pieces(WORD_GAP * size);
    let gaps = words.windows(2).map(|pair| pair[1].start() - pair[0].end());
    // *Dams 12 14 16*: its narrowest gap is one between cells, no blank.
    let blank = if words.iter().skip(1).all(|word| word.is_numeric()) {
        0.0
    } else {
        gaps.fold(f32::INFINITY, f32::min)
    };
    let parts = line.row.parts((CELL_GAP * size).max(STRETCH * blank));
    // *1.   The dam was built*: a number and the words of its item are no two cells.
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
            || near(cell.end(), beside.end()) && cell.is_numeric() && beside.is_numeric()
    };
    let both = one.len() > 1 && other.len() > 1;
    both && one[1..]
        .iter()
        .any(|cell| other.iter().any(|beside| in_column(cell, beside)))
}

fn overlap(one: &Row, other: &Row) -> bool {
    one.start() < other.end() && other.start() < one.end()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Words that start at a place.
    fn word(text: &str, start: f32, baseline: f32) -> Row {
        let mut row = Row::typed(text, baseline);
        for glyph in &mut row.glyphs {
            glyph.start += start;
            glyph.end += start;
        }
        row
    }

    #[test]
    fn cells_stand_side_by_side_where_none_is_over_another() {
        let line = |row: Row| Line {
            text: row.text(Base::LeftToRight),
            row,
            page: 1,
            column: 0,
        };
        let are_beside = |first: f32, baseline: f32| {
            let above = word("Wells", first, 100.0);
            let below = [word("12", 60.0, baseline), word("14", 90.0, baseline)];
            let lines = [line(above.clone()), line(below[0].clone())];
            beside(&lines, 0, &[vec![above], below.to_vec()])
        };
        assert!(are_beside(0.0, 102.0));
        assert!(!are_beside(50.0, 102.0));
        assert!(!are_beside(0.0, 112.0));
    }

    #[test]
    fn cells_that_are_centred_on_one_another_are_no_lines() {
        assert!(is_level(
            &Row::typed("Wells", 100.0),
            &Row::typed("12", 102.0)
        ));
        assert!(!is_level(
            &Row::typed("Wells", 100.0),
            &Row::typed("12", 112.0)
        ));
    }
}
