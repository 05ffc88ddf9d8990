//! Cuts a page into columns in reading order.
//!
//! A gutter is a strip that rows in succession leave empty while they have
//! prose on both sides of it. Rows that cross it stand above or below the
//! columns. Tables leave strips empty too; their cells are too short for prose,
//! and their rows do not go on in small letters where the row above broke off.

use hashbrown::HashMap;

use super::glyph::{Glyph, narrow};
use super::row::{self, Row, Stretch};
use super::{display, layout};
use crate::parallel::{each, in_parts};

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
    let gutters = in_parts(
        pages.len(),
        |page| layout::text_bytes(&pages[page]),
        |part| -> Vec<Gutter> { part.filter_map(|page| find(&pages[page], &[])).collect() },
    );
    let known: Vec<f32> = gutters
        .iter()
        .flatten()
        .map(|gutter| gutter.place)
        .collect();
    // Where no page has one by itself, none is known for any.
    each(
        pages,
        |rows| layout::text_bytes(rows),
        |rows| {
            if known.is_empty() {
                return display::cut(rows);
            }
            let mut columns = Vec::new();
            cut_page(rows, &known, &mut columns);
            columns
        },
    )
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
    let mut sweep = Sweep::new(&parts);
    let step = (end - start) / narrow(PLACES);
    // List marks at the edge of a page leave a strip behind them too.
    let margin = MIN_SHARE * (end - start);
    let mut best: Option<(usize, Gutter, f32)> = None;
    let mut counted: HashMap<(usize, usize), ((usize, bool), usize)> = HashMap::new();
    for at in 0..PLACES {
        let place = start + step * narrow(at);
        if place < start + margin || place > end - margin {
            continue;
        }
        sweep.move_to(place);
        let is_known = known.iter().any(|other| (other - place).abs() < DRIFT);
        for rows in sweep.empty_stretches() {
            let sides = sweep.stretches_beside(rows);
            // No more rows than stretches stand on a side.
            let most = sides.0.min(sides.1);
            let needed = if is_known { 1 } else { MIN_ROWS };
            if most < needed || best.as_ref().is_some_and(|(count, ..)| most < *count) {
                continue;
            }
            // Places with no stretch between them are one.
            let strip = (sides.0, is_known);
            let count = match counted.get(&rows) {
                Some((other, count)) if *other == strip => *count,
                _ => sweep.beside(rows).rows(is_known),
            };
            // Of each stretch of rows only the last strip is kept: places go from left to right.
            counted.insert(rows, (strip, count));
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

/// The stretches of rows beside a place that moves to the right.
struct Sweep<'r> {
    rows: &'r [Vec<Stretch>],
    /// How many stretches of each row end before the place.
    passed: Vec<usize>,
    place: f32,
}

impl<'r> Sweep<'r> {
    fn new(rows: &'r [Vec<Stretch>]) -> Self {
        Self {
            rows,
            passed: vec![0; rows.len()],
            place: f32::NEG_INFINITY,
        }
    }

    /// Moves on to `place`, which is not before the last one.
    fn move_to(&mut self, place: f32) {
        self.place = place;
        for (row, passed) in self.rows.iter().zip(&mut self.passed) {
            let ends_before = |part: &&Stretch| part.end < place;
            *passed += row[*passed..].iter().take_while(ends_before).count();
        }
    }

    /// The longest stretches of rows, from the first to one past the last, that leave the
    /// place empty.
    fn empty_stretches(&self) -> Vec<(usize, usize)> {
        let mut stretches = Vec::new();
        let mut from = 0;
        for (at, (row, &passed)) in self.rows.iter().zip(&self.passed).enumerate() {
            if row.get(passed).is_some_and(|next| next.start <= self.place) {
                stretches.push((from, at));
                from = at + 1;
            }
        }
        stretches.push((from, self.rows.len()));
        stretches.retain(|(from, to)| from < to);
        stretches
    }

    /// How many stretches of some of the rows end before the place, and how many do not.
    fn stretches_beside(&self, (from, to): (usize, usize)) -> (usize, usize) {
        let before = self.passed[from..to].iter().sum();
        let all = self.rows[from..to].iter().map(Vec::len).sum::<usize>();
        (before, all - before)
    }

    /// What stands beside the place in some of the rows, which leave it empty.
    fn beside(&self, (from, to): (usize, usize)) -> Beside<'r> {
        let rows = self.rows[from..to].iter().zip(&self.passed[from..to]);
        Beside(rows.map(|(row, &passed)| row.split_at(passed)).collect())
    }
}

/// The stretches of each row before and behind a place that all of them leave empty.
struct Beside<'r>(Vec<(&'r [Stretch], &'r [Stretch])>);

impl<'r> Beside<'r> {
    /// The stretches of each row on one side.
    fn sides(&self) -> [impl Iterator<Item = &'r [Stretch]>; 2] {
        let side = |is_before: bool| {
            let rows = self.0.iter();
            rows.map(move |(before, behind)| if is_before { *before } else { *behind })
        };
        [side(true), side(false)]
    }

    /// How many rows have text before and behind the place, whichever is fewer; 0
    /// where that is no sign of columns. A gutter that other pages have needs no
    /// further proof than rows that start at it.
    fn rows(&self, is_known: bool) -> usize {
        let is_columns = is_known && self.are_aligned();
        let count = self.sides().map(|side| {
            let (rows, letters) = side.flatten().fold((0, 0), |(rows, letters), part| {
                (rows + 1, letters + part.letters)
            });
            let is_prose = rows >= MIN_ROWS && letters >= MIN_LETTERS * rows;
            // The last page of a report has three lines in its second column, too few to be
            // proof alone.
            if is_prose || is_columns { rows } else { 0 }
        });
        match count[0].min(count[1]) {
            0 => self.narrow_rows(),
            count => count,
        }
    }

    /// How many rows have text before and behind the place, whichever is fewer, where the rows of
    /// both sides are narrow columns: a third of them at least goes on in small letters, and
    /// somewhere a sentence ends. 0 where they are not.
    fn narrow_rows(&self) -> usize {
        let mut stops = 0;
        let count = self.sides().map(|side| {
            let (mut rows, mut small, mut letters) = (0, 0, 0);
            for row in side {
                let [first, ..] = row else { continue };
                let (_, last) = row[row.len() - 1].ends;
                rows += 1;
                small += usize::from(first.ends.0.is_lowercase());
                stops += usize::from(matches!(last, '.' | ','));
                letters += row.iter().map(|part| part.letters).sum::<usize>();
            }
            let is_prose = rows >= MIN_ROWS && letters >= MIN_NARROW_LETTERS * rows;
            if is_prose && small * 3 >= rows {
                rows
            } else {
                0
            }
        });
        match count[0].min(count[1]) {
            // Cells of a table are small words too, but no sentence ends in them.
            count if count > 0 && stops > 0 && self.are_aligned() => count,
            _ => 0,
        }
    }

    /// Whether two rows at least, and three in four of them, start at one place behind a gutter: the blanks of a justified
    /// column may stand below one another too, but no words are aligned at them.
    fn are_aligned(&self) -> bool {
        let behind = self.0.iter().filter_map(|(_, behind)| behind.first());
        let starts: Vec<f32> = behind.map(|part| part.start).collect();
        let usual = row::most_common(starts.iter().copied());
        let there = usual.map_or(0, |usual| {
            let is_there = |start: &&f32| (*start - usual).abs() < ALIGNED;
            starts.iter().filter(is_there).count()
        });
        starts.len() > 1 && there * 4 >= starts.len() * 3
    }
}

/// Most points by which the rows of a column start apart.
const ALIGNED: f32 = 1.0;

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
            let mut sweep = Sweep::new(&rows);
            sweep.move_to(30.0);
            sweep.beside((0, rows.len())).are_aligned()
        };
        assert!(aligned(&[50.0, 50.0, 50.0, 61.0]));
        assert!(!aligned(&[50.0, 57.0, 64.0, 71.0]) && !aligned(&[50.0]));
    }
}
