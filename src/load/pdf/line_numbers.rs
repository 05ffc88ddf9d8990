//! Takes the numbers of lines out of the margins: of drafts, bills and papers for a court.
//!
//! They stand in a column of their own beside the text, each as much above the last as the
//! one before, and count lines: what stands beside them goes on in small letters, or they
//! stand at the same places of each page whatever the text does. The numbers of paragraphs
//! and of the rows of a table do neither.

use std::ops::Range;

use super::row::Row;
use super::running_headers::Sheet;

/// Least numbers of a page that tell of a column of them.
const MIN_RUN: usize = 4;

/// Most lines from one number to the next.
const MAX_STEP: u32 = 5;

/// Least letters of a line of prose: the cells of a table have fewer.
const MIN_LETTERS: usize = 16;

/// Most digits of a number.
const MAX_DIGITS: usize = 4;

/// The numbers of one column start or end within this many points.
const DRIFT: f32 = 1.5;

/// Least gap between a number and the text, as a share of the type size.
const GAP: f32 = 0.5;

/// Least numbers that stand at the same places of two pages.
const MIN_REPEATED: usize = 10;

/// One number in [`MIN_SMALL`] at least stands beside a line that goes on in small letters.
const MIN_SMALL: usize = 4;

/// Removes the numbers of lines. Returns how many.
pub(super) fn remove(sheets: &mut [Sheet]) -> usize {
    for side in [Side::Before, Side::Behind] {
        let marks: Vec<Vec<Mark>> = sheets.iter().map(|sheet| marks(sheet, side)).collect();
        let runs: Vec<Option<Run<'_>>> = sheets
            .iter()
            .zip(&marks)
            .map(|(sheet, marks)| longest_run(sheet, marks))
            .collect();
        let Some(column) = column(sheets, &runs) else {
            continue;
        };
        let found: Vec<Vec<Mark>> = marks
            .iter()
            .zip(sheets.iter())
            .map(|(marks, sheet)| column.on(sheet, marks))
            .collect();
        let count = found.iter().map(Vec::len).sum();
        for (sheet, marks) in sheets.iter_mut().zip(&found) {
            take_out(sheet, marks);
        }
        return count;
    }
    0
}

/// On which side of the text the numbers stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Side {
    Before,
    Behind,
}

/// A number at an end of a row.
#[derive(Debug, Clone, PartialEq)]
struct Mark {
    row: usize,
    /// Its glyphs in the row.
    glyphs: Range<usize>,
    value: u32,
    start: f32,
    end: f32,
    baseline: f32,
    /// Whether the text beside it goes on in small letters; `None` where there is none, or
    /// too little.
    goes_on: Option<bool>,
}

/// An edge of the numbers that stand below one another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Edge {
    Start,
    End,
}

impl Edge {
    fn of(self, mark: &Mark) -> f32 {
        match self {
            Self::Start => mark.start,
            Self::End => mark.end,
        }
    }
}

/// The numbers of a column, from top to bottom.
#[derive(Debug, Clone)]
struct Run<'m> {
    marks: Vec<&'m Mark>,
    edge: Edge,
    step: u32,
}

/// The numbers at one end of the rows of a page.
fn marks(sheet: &Sheet, side: Side) -> Vec<Mark> {
    let rows = sheet.rows.iter().enumerate();
    rows.filter_map(|(at, row)| mark(at, row, side)).collect()
}

fn mark(at: usize, row: &Row, side: Side) -> Option<Mark> {
    let pieces = row.pieces(GAP * row.size);
    let (piece, text) = match side {
        Side::Before => (pieces.first()?, pieces.get(1)),
        Side::Behind => (pieces.last()?, pieces.first().filter(|_| pieces.len() > 1)),
    };
    let digits = || piece.inked().map(|glyph| glyph.letter);
    if digits().count() > MAX_DIGITS || !digits().all(|letter| letter.is_ascii_digit()) {
        return None;
    }
    let start = row
        .glyphs
        .iter()
        .position(|glyph| !glyph.letter.is_whitespace() && glyph.start >= piece.start())?;
    let glyphs = start..start + piece.len();
    let letters = row.inked().filter(|glyph| glyph.letter.is_alphabetic());
    let is_prose = letters.count() >= MIN_LETTERS;
    Some(Mark {
        row: at,
        value: digits().collect::<String>().parse().ok()?,
        start: piece.start(),
        end: piece.end(),
        baseline: row.baseline,
        goes_on: text
            .and_then(|text| text.inked().next())
            .filter(|_| is_prose)
            .map(|glyph| glyph.letter.is_lowercase()),
        glyphs,
    })
}

/// The longest column of numbers of a page that counts on by one step.
fn longest_run<'m>(sheet: &Sheet, marks: &'m [Mark]) -> Option<Run<'m>> {
    // *9* above *10* share their end where they are set flush right, else their start.
    let edges = [Edge::End, Edge::Start];
    let runs = edges.into_iter().flat_map(|edge| {
        marks.iter().enumerate().filter_map(move |(at, first)| {
            let place = edge.of(first);
            let below = marks[at..].iter();
            let below = below.filter(|mark| (edge.of(mark) - place).abs() < DRIFT);
            run(below, edge, None)
        })
    });
    let whole = runs.filter(|run| run.marks.len() >= MIN_RUN && is_apart(sheet, &run.marks));
    whole.reduce(|most, run| {
        if run.marks.len() > most.marks.len() {
            run
        } else {
            most
        }
    })
}

/// The numbers from the first on that count on by one step, by `step` where that is known.
fn run<'m>(
    mut marks: impl Iterator<Item = &'m Mark>,
    edge: Edge,
    step: Option<u32>,
) -> Option<Run<'m>> {
    let mut run = vec![marks.next()?];
    let mut step = step;
    for mark in marks {
        let last = run[run.len() - 1].value;
        let by = mark
            .value
            .checked_sub(last)
            // Many drafts number every fifth line alone.
            .filter(|by| (1..=MAX_STEP).contains(by));
        match (by, step) {
            (Some(by), None) => step = Some(by),
            (Some(by), Some(step)) if by == step => {}
            _ => break,
        }
        run.push(mark);
    }
    let step = step?;
    Some(Run {
        marks: run,
        edge,
        step,
    })
}

/// Whether nothing else stands in the column of the numbers.
fn is_apart(sheet: &Sheet, marks: &[&Mark]) -> bool {
    let start = marks
        .iter()
        .map(|mark| mark.start)
        .fold(f32::INFINITY, f32::min);
    let end = marks.iter().map(|mark| mark.end).fold(0.0, f32::max);
    let rows = marks[0].row..=marks[marks.len() - 1].row;
    let mut own = marks.iter().peekable();
    rows.into_iter().all(|at| {
        let mark = own.next_if(|mark| mark.row == at);
        let is_own = |glyph: usize| mark.is_some_and(|mark| mark.glyphs.contains(&glyph));
        let mut glyphs = sheet.rows[at].glyphs.iter().enumerate();
        !glyphs.any(|(nth, glyph)| {
            let is_in = glyph.start < end && start < glyph.end;
            is_in && !glyph.letter.is_whitespace() && !is_own(nth)
        })
    })
}

/// Where the numbers of lines stand on the pages of a file.
#[derive(Debug, Clone, Copy)]
struct Column {
    edge: Edge,
    place: f32,
    step: u32,
}

/// The column of the numbers of lines, where the runs are such.
fn column(sheets: &[Sheet], runs: &[Option<Run<'_>>]) -> Option<Column> {
    // A short page has too few numbers to tell, and does not speak against them.
    let long = sheets
        .iter()
        .filter(|sheet| sheet.rows.len() > 2 * MIN_RUN)
        .count();
    let found: Vec<&Run<'_>> = runs.iter().flatten().collect();
    let first = found.first()?;
    let marks = || found.iter().flat_map(|run| &run.marks);
    let beside = marks().filter_map(|mark| mark.goes_on).count();
    let small = marks().filter(|mark| mark.goes_on == Some(true)).count();
    let goes_on = small >= MIN_RUN / 2 && small * MIN_SMALL >= beside;
    // Years begin late.
    let is_first = first.marks[0].value <= narrow(MIN_RUN) * first.step;
    if !is_first || found.len() * 2 < long || !goes_on && !repeats(&found) {
        return None;
    }
    Some(Column {
        edge: first.edge,
        place: first.edge.of(first.marks[0]),
        step: first.step,
    })
}

fn narrow(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// Whether two pages have the same numbers at the same places.
fn repeats(runs: &[&Run<'_>]) -> bool {
    let [first, second, ..] = runs else {
        return false;
    };
    let is_there = |mark: &&&Mark| {
        let mut others = second.marks.iter();
        others.any(|other| {
            other.value == mark.value && (other.baseline - mark.baseline).abs() < DRIFT
        })
    };
    first.marks.iter().filter(is_there).count() >= MIN_REPEATED
}

impl Column {
    /// The numbers of lines on a page: a last page may have few.
    fn on(self, sheet: &Sheet, marks: &[Mark]) -> Vec<Mark> {
        let is_here = |mark: &&Mark| (self.edge.of(mark) - self.place).abs() < DRIFT;
        let here: Vec<&Mark> = marks.iter().filter(is_here).collect();
        let runs = (0..here.len()).filter_map(|at| {
            let found = run(here[at..].iter().copied(), self.edge, Some(self.step))?;
            is_apart(sheet, &found.marks).then_some(found.marks)
        });
        let longest = runs.reduce(|most, run| if run.len() > most.len() { run } else { most });
        longest.unwrap_or_default().into_iter().cloned().collect()
    }
}

/// Takes numbers out of their rows.
fn take_out(sheet: &mut Sheet, marks: &[Mark]) {
    let mut marks = marks.iter().peekable();
    let rows = std::mem::take(&mut sheet.rows).into_iter().enumerate();
    let rows = rows.filter_map(|(at, mut row)| match marks.next_if(|mark| mark.row == at) {
        Some(mark) => {
            row.glyphs.drain(mark.glyphs.clone());
            // `None` where the number stood alone: its row goes with it.
            Row::new(row.glyphs)
        }
        None => Some(row),
    });
    sheet.rows = rows.collect();
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::pdf::direction::Base;
    use crate::load::pdf::glyph::{Glyph, narrow as length};

    /// Rows of a page, 24 points apart, with what stands in the margin before each.
    fn sheet(lines: &[(&str, &str)]) -> Sheet {
        let row = |(at, (number, text)): (usize, &(&str, &str))| {
            let baseline = 72.0 + 24.0 * length(at);
            let shifted = |text: &str, to: f32| -> Vec<Glyph> {
                let glyphs = Row::typed(text, baseline).glyphs.into_iter();
                let shift = |glyph: Glyph| Glyph {
                    start: glyph.start + to,
                    end: glyph.end + to,
                    ..glyph
                };
                glyphs.map(shift).collect()
            };
            let before = 60.0 - 5.0 * length(number.len());
            let mut glyphs = if number.is_empty() {
                Vec::new()
            } else {
                shifted(number, before)
            };
            glyphs.extend(if text.is_empty() {
                Vec::new()
            } else {
                shifted(text, 100.0)
            });
            Row::new(glyphs)
        };
        Sheet {
            number: 1,
            height: 800.0,
            rows: lines.iter().enumerate().filter_map(row).collect(),
        }
    }

    fn read(sheets: &[Sheet]) -> Vec<String> {
        let rows = sheets.iter().flat_map(|sheet| &sheet.rows);
        rows.map(|row| row.text(Base::LeftToRight)).collect()
    }

    #[test]
    fn lines_are_read_without_their_numbers() {
        let mut sheets = [
            sheet(&[
                ("1", "We cleared the fields of"),
                ("2", "the valley, and gave back"),
                ("3", "14 hectares to those who"),
                ("4", "farm them. Of the towns"),
                ("5", "12 have schools again."),
            ]),
            sheet(&[("6", "We thank all."), ("", "2 of them came.")]),
        ];
        assert_eq!(remove(&mut sheets), 6);
        let wanted = [
            "We cleared the fields of",
            "the valley, and gave back",
            "14 hectares to those who",
            "farm them. Of the towns",
            "12 have schools again.",
            "We thank all.",
            "2 of them came.",
        ];
        assert_eq!(read(&sheets), wanted);
    }

    #[test]
    fn each_fifth_line_may_have_a_number() {
        let lines: Vec<(String, String)> = (1..=20)
            .map(|nth| {
                let number = if nth % 5 == 0 {
                    nth.to_string()
                } else {
                    String::new()
                };
                (number, format!("and line {nth} of the text"))
            })
            .collect();
        let lines: Vec<(&str, &str)> = lines
            .iter()
            .map(|(a, b)| (a.as_str(), b.as_str()))
            .collect();
        let mut sheets = [sheet(&lines)];
        assert_eq!(remove(&mut sheets), 4);
        assert_eq!(read(&sheets)[4], "and line 5 of the text");
    }

    #[test]
    fn numbers_of_paragraphs_and_of_rows_stay() {
        let paragraphs = [
            ("1", "We cleared the fields of"),
            ("", "the valley."),
            ("2", "The towns have schools"),
            ("", "again."),
            ("3", "We thank all who helped"),
            ("", "us."),
            ("4", "Much is left to do."),
            ("5", "We shall do it."),
        ];
        let rows = [
            ("1", "Ostland"),
            ("2", "Westmark"),
            ("3", "Sunder"),
            ("4", "Norden"),
            ("5", "Lowen"),
        ];
        let ages = [
            ("0", "to 4 of us"),
            ("5", "to 9 of us"),
            ("10", "to 14 of us"),
            ("15", "to 19 of us"),
        ];
        for lines in [&paragraphs[..], &rows[..], &ages[..]] {
            let mut sheets = [sheet(lines)];
            assert_eq!(remove(&mut sheets), 0, "{lines:?}");
        }
        let years: Vec<String> = (2011..2023).map(|year| year.to_string()).collect();
        let years: Vec<(&str, &str)> = years.iter().map(|it| (it.as_str(), "3,713")).collect();
        assert_eq!(remove(&mut [sheet(&years), sheet(&years)]), 0);
    }

    #[test]
    fn numbers_that_are_printed_on_each_page_need_no_line() {
        let numbers: Vec<String> = (1..=12).map(|nth| nth.to_string()).collect();
        let mut lines: Vec<(&str, &str)> = numbers.iter().map(|it| (it.as_str(), "")).collect();
        lines[3].1 = "We thank all.";
        let mut sheets = [sheet(&lines), sheet(&lines)];
        assert_eq!(remove(&mut sheets), 24);
        assert_eq!(read(&sheets), ["We thank all.", "We thank all."]);
        assert_eq!(remove(&mut [sheet(&lines)]), 0);
    }
}
