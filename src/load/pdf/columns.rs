//! Cuts a page into columns in reading order.
//!
//! A gutter is a strip that rows in succession leave empty while they have
//! prose on both sides of it. Rows that cross it stand above or below the
//! columns. Tables leave strips empty too; their cells are too short for prose.

use super::glyph::{Glyph, narrow};
use super::row::{self, Row, Stretch};

/// Least width of a gutter, as a share of the type size.
const MIN_GUTTER: f32 = 0.9;

/// Rows that must have text on either side of a gutter.
const MIN_ROWS: usize = 4;

/// Letters that prose has in a row of a column, on average.
const MIN_LETTERS: usize = 16;

/// A gutter leaves at least this share of the width on either side.
const MIN_SHARE: f32 = 0.2;

/// Places looked at for a gutter, over the width of the page.
const PLACES: usize = 300;

/// Gutters of one document stay within this many points from page to page.
const DRIFT: f32 = 8.0;

/// An empty strip between two columns.
#[derive(Debug, Clone, PartialEq)]
struct Gutter {
    /// Its middle.
    place: f32,
    /// The rows that leave it empty, from the first to one past the last.
    rows: (usize, usize),
}

/// The columns of each page in reading order, as rows from top to bottom.
pub(super) fn cut(pages: Vec<Vec<Row>>) -> Vec<Vec<Vec<Row>>> {
    let known: Vec<f32> = pages
        .iter()
        .filter_map(|rows| find(rows, &[]))
        .map(|gutter| gutter.place)
        .collect();
    pages
        .into_iter()
        .map(|rows| {
            let mut columns = Vec::new();
            cut_page(rows, &known, &mut columns);
            columns
        })
        .collect()
}

fn cut_page(rows: Vec<Row>, known: &[f32], columns: &mut Vec<Vec<Row>>) {
    let Some(Gutter {
        place,
        rows: (from, to),
    }) = find(&rows, known)
    else {
        if !rows.is_empty() {
            columns.push(rows);
        }
        return;
    };
    let mut above = rows;
    let below = above.split_off(to);
    let beside = above.split_off(from);
    let (before, after): (Vec<Glyph>, Vec<Glyph>) = beside
        .into_iter()
        .flat_map(|row| row.glyphs)
        .partition(|glyph| f32::midpoint(glyph.start, glyph.end) < place);
    for part in [above, row::gather(before), row::gather(after), below] {
        cut_page(part, known, columns);
    }
}

/// The gutter with the most rows beside it, the leftmost of equals.
fn find(rows: &[Row], known: &[f32]) -> Option<Gutter> {
    let start = rows.iter().map(Row::start).fold(f32::INFINITY, f32::min);
    let end = rows.iter().map(Row::end).fold(0.0, f32::max);
    let size = row::most_common(rows.iter().map(|row| row.size))?;
    let parts: Vec<Vec<Stretch>> = rows
        .iter()
        .map(|row| row.stretches(MIN_GUTTER * size))
        .collect();
    let step = (end - start) / narrow(PLACES);
    let margin = MIN_SHARE * (end - start);
    let mut best: Option<(usize, Gutter, f32)> = None;
    for at in 0..PLACES {
        let place = start + step * narrow(at);
        if place < start + margin || place > end - margin {
            continue;
        }
        let is_known = known.iter().any(|other| (other - place).abs() < DRIFT);
        for rows in empty_stretches(&parts, place) {
            let count = rows_beside(&parts[rows.0..rows.1], place, is_known);
            match &mut best {
                Some((most, gutter, last)) if *most == count && gutter.rows == rows => {
                    *last = place;
                }
                Some((most, ..)) if *most >= count => {}
                _ if count == 0 => {}
                _ => best = Some((count, Gutter { place, rows }, place)),
            }
        }
    }
    best.map(|(_, gutter, last)| Gutter {
        place: f32::midpoint(gutter.place, last),
        ..gutter
    })
}

/// The longest stretches of rows, from the first to one past the last, that
/// leave `place` empty.
fn empty_stretches(parts: &[Vec<Stretch>], place: f32) -> Vec<(usize, usize)> {
    let covers = |row: &[Stretch]| {
        row.iter()
            .any(|part| part.start <= place && place <= part.end)
    };
    let mut stretches = Vec::new();
    let mut from = 0;
    for (at, row) in parts.iter().enumerate() {
        if covers(row) {
            stretches.push((from, at));
            from = at + 1;
        }
    }
    stretches.push((from, parts.len()));
    stretches.retain(|(from, to)| from < to);
    stretches
}

/// How many rows have text before and after `place`, whichever is fewer; 0
/// where that is no sign of columns. A gutter that other pages have needs no
/// further proof.
fn rows_beside(parts: &[Vec<Stretch>], place: f32, is_known: bool) -> usize {
    let side = |is_before: bool| {
        let on_side = parts
            .iter()
            .flatten()
            .filter(|part| (part.end < place) == is_before);
        let (rows, letters) = on_side.fold((0, 0), |(rows, letters), part| {
            (rows + 1, letters + part.letters)
        });
        let is_prose = rows >= MIN_ROWS && letters >= MIN_LETTERS * rows;
        if is_prose || is_known { rows } else { 0 }
    };
    side(true).min(side(false))
}
