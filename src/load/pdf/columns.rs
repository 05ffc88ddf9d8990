//! Cuts a page into columns in reading order.
//!
//! A gutter is a strip that rows in succession leave empty while they have
//! prose on both sides of it. Rows that cross it stand above or below the
//! columns. Tables leave strips empty too; their cells are too short for prose,
//! and their rows do not go on in small letters where the row above broke off.

use super::display;
use super::glyph::{Glyph, narrow};
use super::row::{self, Row, Stretch};

/// Least width of a gutter, as a share of the type size.
const MIN_GUTTER: f32 = 0.9;

/// Rows that must have text on either side of a gutter.
const MIN_ROWS: usize = 4;

/// Letters that prose has in a row of a column, on average.
const MIN_LETTERS: usize = 16;

/// As [`MIN_LETTERS`] where the rows read on one into the other.
const MIN_NARROW_LETTERS: usize = 8;

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
        columns.extend(display::cut(rows));
        return;
    };
    let mut above = rows;
    let below = above.split_off(to);
    let beside = above.split_off(from);
    let (before, after): (Vec<Glyph>, Vec<Glyph>) = beside
        .into_iter()
        .flat_map(|row| row.glyphs)
        // By the middle: a letter that leans over the gutter belongs where most of it stands.
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
    // List marks at the edge of a page leave a strip behind them too.
    let margin = MIN_SHARE * (end - start);
    let mut best: Option<(usize, Gutter, f32)> = None;
    let mut counted = Vec::new();
    for at in 0..PLACES {
        let place = start + step * narrow(at);
        if place < start + margin || place > end - margin {
            continue;
        }
        let is_known = known.iter().any(|other| (other - place).abs() < DRIFT);
        for rows in empty_stretches(&parts, place) {
            let strip = Strip::new(&parts[rows.0..rows.1], rows, place, is_known);
            let count = match counted.iter().find(|(other, _)| *other == strip) {
                Some((_, count)) => *count,
                None => rows_beside(&parts[rows.0..rows.1], place, is_known),
            };
            // Of each stretch of rows only the last strip is kept: places go from left to right.
            counted.retain(|(other, _): &(Strip, usize)| other.rows != rows);
            counted.push((strip, count));
            match &mut best {
                Some((most, gutter, last))
                    // The strip goes on: its other edge is not met yet, and its middle is what is
                    // wanted.
                    if *most == count && gutter.rows == rows && place - *last < 1.5 * step =>
                {
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

/// A place in rows that leave it empty, by what decides how many rows stand beside it: places
/// with no stretch between them are one.
#[derive(PartialEq, Eq)]
struct Strip {
    rows: (usize, usize),
    stretches_before: usize,
    is_known: bool,
}

impl Strip {
    fn new(parts: &[Vec<Stretch>], rows: (usize, usize), place: f32, is_known: bool) -> Self {
        let before = parts.iter().flatten().filter(|part| part.end < place);
        Self {
            rows,
            stretches_before: before.count(),
            is_known,
        }
    }
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
/// further proof than rows that start at it.
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
        // The last page of a report has three lines in its second column, too few to be proof
        // alone.
        if is_prose || is_known && are_aligned(parts, place) {
            rows
        } else {
            0
        }
    };
    let count = side(true).min(side(false));
    if count == 0 {
        return narrow_rows_beside(parts, place);
    }
    count
}

/// How many rows have text before and after `place`, whichever is fewer, where the rows of
/// both sides are narrow columns: a third of them at least goes on in small letters, and
/// somewhere a sentence ends. 0 where they are not.
fn narrow_rows_beside(parts: &[Vec<Stretch>], place: f32) -> usize {
    let mut stops = 0;
    let mut side = |is_before: bool| {
        let (mut rows, mut small, mut letters) = (0, 0, 0);
        for row in parts {
            let mut own = row.iter().filter(|part| (part.end < place) == is_before);
            let Some(first) = own.next() else { continue };
            let rest: Vec<&Stretch> = own.collect();
            let (_, last) = rest.last().map_or(first.ends, |part| part.ends);
            rows += 1;
            small += usize::from(first.ends.0.is_lowercase());
            stops += usize::from(matches!(last, '.' | ','));
            letters += first.letters + rest.iter().map(|part| part.letters).sum::<usize>();
        }
        let is_prose = rows >= MIN_ROWS && letters >= MIN_NARROW_LETTERS * rows;
        if is_prose && small * 3 >= rows {
            rows
        } else {
            0
        }
    };
    let count = side(true).min(side(false));
    // Cells of a table are small words too, but no sentence ends in them.
    if stops > 0 && are_aligned(parts, place) {
        count
    } else {
        0
    }
}

/// Most points by which the rows of a column start apart.
const ALIGNED: f32 = 1.0;

/// Whether two rows at least, and three in four of them, start at one place behind a gutter: the blanks of a justified
/// column may stand below one another too, but no words are aligned at them.
fn are_aligned(parts: &[Vec<Stretch>], place: f32) -> bool {
    let behind = |row: &Vec<Stretch>| row.iter().map(|part| part.start).find(|&at| place < at);
    let starts: Vec<f32> = parts.iter().filter_map(behind).collect();
    let usual = row::most_common(starts.iter().copied());
    let there = usual.map_or(0, |usual| {
        starts
            .iter()
            .filter(|start| (*start - usual).abs() < ALIGNED)
            .count()
    });
    starts.len() > 1 && there * 4 >= starts.len() * 3
}

#[cfg(test)]
mod tests {
    use super::super::glyph::{Purpose, Weight};
    use super::*;
    use crate::load::pdf::direction::Base;

    /// Lines of a page at 10 points a letter wide 5; a run of blanks parts what stands apart.
    fn read(lines: &[&str]) -> Vec<String> {
        let mut rows = Vec::new();
        for (line, text) in lines.iter().enumerate() {
            let letters = text.chars().enumerate();
            let glyph = |(at, letter)| Glyph {
                letter,
                start: 5.0 * narrow(at),
                end: 5.0 * narrow(at + 1),
                baseline: 12.0 * narrow(line),
                size: 10.0,
                weight: Weight::Regular,
                purpose: Purpose::Content,
                run: 0,
            };
            rows.extend(Row::new(letters.map(glyph).collect()));
        }
        let columns = cut(vec![rows]).remove(0);
        let text = |rows: &Vec<Row>| {
            let lines: Vec<String> = rows.iter().map(|row| row.text(Base::LeftToRight)).collect();
            lines.join(" ")
        };
        columns.iter().map(text).collect()
    }

    #[test]
    fn narrow_columns_that_read_on_are_columns() {
        let columns = read(&[
            "First we saw    Then the hill    At last towns",
            "the coast and   where clinics    welcomed us",
            "40 boats. They  lack all power   with bread and",
            "were lost in    at night and     salt. One gave",
            "the storm.      in winter.       us 12 books.",
        ]);
        assert_eq!(columns.len(), 3, "{columns:?}");
        assert_eq!(
            columns[1],
            "Then the hill where clinics lack all power at night and in winter."
        );
    }

    #[test]
    fn a_table_and_blanks_that_stand_below_one_another_are_none() {
        let table = read(&[
            "Northern wells  clean water    twelve",
            "Southern wells  dirty water    eleven",
            "Eastern wells   clean water    forty",
            "Western wells   dirty water    seven",
        ]);
        assert_eq!(table.len(), 1, "{table:?}");
        let justified = read(&[
            "Our   trained    teams",
            "cleared    3,450    of",
            "land   in   the   zone",
            "at   a   cost   of   4",
            "million,   for   1,200",
        ]);
        assert_eq!(justified.len(), 1, "{justified:?}");
    }

    #[test]
    fn rows_are_aligned_where_most_start_at_one_place_behind_the_gutter() {
        let aligned = |starts: &[f32]| {
            let stretch = |start: f32| Stretch {
                start,
                end: start + 20.0,
                letters: 4,
                ends: ('a', 'b'),
            };
            let rows: Vec<Vec<Stretch>> = starts
                .iter()
                .map(|at| vec![stretch(0.0), stretch(*at)])
                .collect();
            are_aligned(&rows, 30.0)
        };
        assert!(aligned(&[50.0, 50.0, 50.0, 61.0]));
        assert!(!aligned(&[50.0, 57.0, 64.0, 71.0]) && !aligned(&[50.0]));
    }
}
