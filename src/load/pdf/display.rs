//! Sets out figures in display type with their captions.
//!
//! A poster states *3.5* in large type over *tonnes of scrap per team*, and beside it
//! *60 %* over *of teams led by women*. Read row by row the figures would stand apart from
//! their captions; each is a column of its own here, the figure first.

use super::glyph::Glyph;
use super::row::{self, Row};

/// Display type is at least this many times as large as its captions.
const DISPLAY: f32 = 1.6;

/// Most letters of a figure in display type; a longer line is a title.
const MAX_LETTERS: usize = 12;

/// Captions stand within this many times the size of the figure below its line.
const REACH: f32 = 1.5;

/// The top of the figures of a font above their line, as a share of its size.
const HEIGHT: f32 = 0.75;

/// Least gap between two figures or between their captions, as a share of the captions' size.
const GAP: f32 = 0.9;

/// `rows`, from top to bottom, cut where display figures stand; each part is read to its end
/// before the next.
pub(super) fn cut(rows: Vec<Row>) -> Vec<Vec<Row>> {
    let mut parts: Vec<Vec<Row>> = Vec::new();
    let mut plain: Vec<Row> = Vec::new();
    let mut rest = rows;
    while let Some(at) = (0..rest.len()).find(|&at| is_display(&rest[at])) {
        let Some(band) = Band::around(&rest, at) else {
            plain.extend(rest.drain(..=at));
            continue;
        };
        let (from, to) = band.rows;
        let below = rest.split_off(to);
        let beside = rest.split_off(from);
        plain.append(&mut rest);
        rest = below;
        parts.push(std::mem::take(&mut plain));
        parts.extend(band.columns(beside));
    }
    plain.append(&mut rest);
    parts.push(plain);
    parts.retain(|part| !part.is_empty());
    parts
}

/// Whether the row may hold figures in display type: a digit in each of its parts.
fn is_display(row: &Row) -> bool {
    let mut pieces = row.pieces(row.size).into_iter();
    pieces.all(|piece| are_figure(piece.inked()))
}

/// Whether a line is a short figure: *3.5*, *~60%*, *7 of 9*.
pub(super) fn is_figure(row: &Row) -> bool {
    are_figure(row.inked())
}

fn are_figure<'g>(mut letters: impl Iterator<Item = &'g Glyph> + Clone) -> bool {
    letters.clone().count() <= MAX_LETTERS && letters.any(|glyph| glyph.letter.is_ascii_digit())
}

/// Display figures and the rows of their captions.
struct Band {
    /// From the first row to one past the last.
    rows: (usize, usize),
    /// The row of the figures.
    display: Row,
    /// Where one figure with its caption ends and the next begins.
    cuts: Vec<f32>,
}

impl Band {
    /// The band of the figures on the row at `at`; `None` where nothing is a caption of them,
    /// or where words run across.
    fn around(rows: &[Row], at: usize) -> Option<Self> {
        let display = rows[at].clone();
        let is_caption = |row: &Row| {
            let step = row.baseline - display.baseline;
            row.size * DISPLAY <= display.size
                && step > -HEIGHT * display.size
                && step < REACH * display.size
        };
        let from = (0..at).rev().take_while(|&at| is_caption(&rows[at])).last();
        let below = rows[at + 1..].iter().take_while(|row| is_caption(row));
        let rows_of = (from.unwrap_or(at), at + 1 + below.count());
        let captions: Vec<&Row> = (rows_of.0..rows_of.1)
            .filter(|&other| other != at)
            .map(|other| &rows[other])
            .collect();
        let size = row::most_common(captions.iter().map(|row| row.size))?;
        let figures = display.parts(display.size.min(2.0 * size));
        let cuts: Option<Vec<f32>> = figures
            .windows(2)
            .map(|pair| gap(&captions, (pair[0].end(), pair[1].start()), GAP * size))
            .collect();
        let is_beside = from.is_some();
        Some(Self {
            rows: rows_of,
            display,
            cuts: cuts?,
        })
        // One figure above its caption reads right as it stands.
        .filter(|band| !band.cuts.is_empty() || is_beside)
    }

    /// The figures with their captions, from left to right.
    fn columns(&self, rows: Vec<Row>) -> Vec<Vec<Row>> {
        let mut columns: Vec<Vec<Glyph>> = vec![Vec::new(); self.cuts.len() + 1];
        for glyph in rows.into_iter().flat_map(|row| row.glyphs) {
            let middle = f32::midpoint(glyph.start, glyph.end);
            let column = self.cuts.iter().filter(|cut| **cut < middle).count();
            columns[column].push(glyph);
        }
        columns
            .into_iter()
            .map(|glyphs| self.figure_first(glyphs))
            .collect()
    }

    /// The rows of one figure with its caption, which may begin higher beside it.
    fn figure_first(&self, glyphs: Vec<Glyph>) -> Vec<Row> {
        let mut rows = row::gather(glyphs);
        // The sort is stable: the figure comes first, the lines of its caption keep their order.
        rows.sort_by_key(|row| (row.baseline - self.display.baseline).abs() > 0.5);
        rows
    }
}

/// The middle of the widest strip between two places that all `rows` leave empty.
fn gap(rows: &[&Row], (start, end): (f32, f32), least: f32) -> Option<f32> {
    let mut covered: Vec<(f32, f32)> = rows
        .iter()
        .flat_map(|row| row.parts(least))
        .map(|part| (part.start(), part.end()))
        .filter(|part| part.1 > start && part.0 < end)
        .collect();
    covered.sort_by(|one, other| one.0.total_cmp(&other.0));
    let mut widest: Option<(f32, f32)> = None;
    let mut from = start;
    for (next, reach) in covered.into_iter().chain([(end, end)]) {
        let width = next - from;
        if width >= least && widest.is_none_or(|(most, _)| width > most) {
            widest = Some((width, f32::midpoint(from, next)));
        }
        from = from.max(reach);
    }
    widest.map(|(_, middle)| middle)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::pdf::direction::Base;
    use crate::load::pdf::glyph::{Purpose, Weight, narrow};

    /// `text` from `start`, each letter half as wide as `size`.
    fn set(text: &str, start: f32, baseline: f32, size: f32) -> Vec<Glyph> {
        let letters = text.chars().enumerate();
        let glyph = |(at, letter)| Glyph {
            letter,
            start: start + size / 2.0 * narrow(at),
            end: start + size / 2.0 * narrow(at + 1),
            baseline,
            size,
            weight: Weight::Regular,
            purpose: Purpose::Content,
            run: u32::try_from(text.len()).unwrap_or(0),
        };
        letters.map(glyph).collect()
    }

    fn read(glyphs: Vec<Glyph>) -> Vec<String> {
        let columns = cut(row::gather(glyphs));
        let rows = columns.iter().flatten();
        rows.map(|row| row.text(Base::LeftToRight)).collect()
    }

    #[test]
    fn each_figure_leads_to_its_caption() {
        let glyphs = [
            set(
                "The year in figures, as told by the office",
                0.0,
                50.0,
                10.0,
            ),
            set("4.2", 20.0, 100.0, 36.0),
            set("hectares a day", 10.0, 107.0, 10.0),
            set("60%", 220.0, 100.0, 36.0),
            set("of all teams", 210.0, 107.0, 10.0),
            set("We thank the teams for their work.", 0.0, 180.0, 10.0),
        ]
        .concat();
        let wanted = [
            "The year in figures, as told by the office",
            "4.2",
            "hectares a day",
            "60%",
            "of all teams",
            "We thank the teams for their work.",
        ];
        assert_eq!(read(glyphs), wanted);
    }

    #[test]
    fn a_caption_beside_its_figure_is_read_behind_it() {
        let glyphs = [
            set("830", 0.0, 100.0, 36.0),
            set("patients", 70.0, 92.0, 10.0),
            set("in all wards", 70.0, 104.0, 10.0),
            set("9 days", 220.0, 100.0, 36.0),
            set("of stay", 390.0, 92.0, 10.0),
        ]
        .concat();
        assert_eq!(
            read(glyphs),
            ["830", "patients", "in all wards", "9 days", "of stay"]
        );
    }
}
