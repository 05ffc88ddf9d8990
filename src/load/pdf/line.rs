//! Lines of a column, and the geometry that they share.

use std::collections::BTreeMap;

use super::glyph::narrow;
use super::row::{self, Row};

/// One line of a column.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Line {
    /// Where its letters stand.
    pub(super) row: Row,
    /// Its words in reading order, without the marks of notes; never empty.
    pub(super) text: String,
    /// Counted from 1.
    pub(super) page: u32,
    /// Position of its column among the columns of the document, from 0.
    pub(super) column: usize,
}

/// The edges of the text in a column, in points.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Edges {
    /// Where lines start that are not indented.
    pub(super) start: f32,
    /// Where full lines end.
    pub(super) end: f32,
    /// Whether most lines end there.
    pub(super) fill: Fill,
}

/// How lines end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fill {
    /// At the same place, but for the last of a paragraph.
    Justified,
    /// Where the next word would not have fitted.
    Ragged,
}

/// What the lines of a document have in common.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Measures {
    /// The size of most letters, in points.
    pub(super) body_size: f32,
    /// For each column its edges.
    edges: Vec<Edges>,
    /// How far the first lines of paragraphs are indented, if they are.
    indent: Option<f32>,
    /// From one baseline to the next, by type size in half points.
    leading: BTreeMap<u32, f32>,
    /// The leading of the body text as a multiple of its size.
    leading_ratio: f32,
}

impl Measures {
    /// Measures the columns of a document.
    pub(super) fn of(columns: &[Vec<Line>]) -> Self {
        let letters = columns.iter().flatten().flat_map(|line| &line.row.glyphs);
        let body_size = row::most_common(letters.map(|glyph| glyph.size)).unwrap_or(10.0);
        let edges = edges(columns);
        let leading = leading(columns, &edges);
        let leading_ratio = leading
            .get(&half_points(body_size))
            .map_or(1.2, |leading| leading / body_size);
        Self {
            body_size,
            indent: indent(columns, &edges),
            edges,
            leading,
            leading_ratio,
        }
    }

    /// The edges of the column that `line` stands in.
    pub(super) fn edges(&self, line: &Line) -> Edges {
        self.edges[line.column]
    }

    /// Whether the line stands in the middle of its column, off both edges, and
    /// is not merely the first of a paragraph.
    pub(super) fn is_centred(&self, line: &Line) -> bool {
        let edges = self.edges(line);
        let before = line.row.start() - edges.start;
        let after = edges.end - line.row.end();
        let is_body = (line.row.size - self.body_size).abs() < 0.5;
        // A short first line with an indent may stand in the middle by chance.
        let is_first = is_body
            && self
                .indent
                .is_some_and(|indent| (before - indent).abs() < 1.5);
        before > 0.4 * line.row.size && (before - after).abs() < 0.8 * line.row.size && !is_first
    }

    /// From one baseline to the next in text of this size, in points.
    pub(super) fn leading(&self, size: f32) -> f32 {
        let usual = self.leading_ratio * size;
        self.leading
            .get(&half_points(size))
            .map_or(usual, |leading| leading.min(MAX_RATIO * usual))
    }
}

/// Indented lines that make an indent the style of the document.
const MIN_INDENTED: usize = 3;

/// The usual indent of lines that are followed by one that is not indented.
fn indent(columns: &[Vec<Line>], edges: &[Edges]) -> Option<f32> {
    let pairs = columns.iter().flat_map(|column| column.windows(2));
    let indents: Vec<f32> = pairs
        .filter_map(|pair| {
            let edge = edges[pair[0].column].start;
            let size = pair[0].row.size;
            let indent = pair[0].row.start() - edge;
            let is_first = indent > 0.7 * size && indent < 6.0 * size;
            // The line below goes back to the edge; a quotation that is set in keeps its indent.
            (is_first && (pair[1].row.start() - edge).abs() < 1.5).then_some(indent)
        })
        .collect();
    let usual = row::most_common(indents.iter().copied())?;
    let count = indents
        .iter()
        .filter(|indent| (*indent - usual).abs() < 1.0)
        .count();
    (count >= MIN_INDENTED).then_some(usual)
}

/// A full line leaves less than this share of its column empty.
const FULL: f32 = 0.15;

/// Lines that a size needs for a leading of its own.
const MIN_STEPS: usize = 3;

/// No size is led more than this many times as much as the body text: the
/// lines of a title that are farther apart are paragraphs.
const MAX_RATIO: f32 = 1.15;

/// The usual step from a full line to the next, by type size: what follows a
/// short line is a new paragraph and may stand farther off.
fn leading(columns: &[Vec<Line>], edges: &[Edges]) -> BTreeMap<u32, f32> {
    let mut steps: BTreeMap<u32, Vec<f32>> = BTreeMap::new();
    for pair in columns.iter().flat_map(|column| column.windows(2)) {
        let Row { size, baseline, .. } = pair[0].row;
        let step = pair[1].row.baseline - baseline;
        let edges = edges[pair[0].column];
        let is_full = edges.end - pair[0].row.end() < FULL * (edges.end - edges.start);
        let is_same = half_points(size) == half_points(pair[1].row.size);
        if is_full && is_same && step > 0.5 * size && step < 4.0 * size {
            steps.entry(half_points(size)).or_default().push(step);
        }
    }
    steps
        .into_iter()
        .filter(|(_, steps)| steps.len() >= MIN_STEPS)
        .filter_map(|(size, steps)| Some((size, row::most_common(steps.into_iter())?)))
        .collect()
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a type size is a small positive number, and the cast saturates"
)]
fn half_points(size: f32) -> u32 {
    (2.0 * size).round() as u32
}

/// Columns whose edges are within this many points are set alike.
const ALIKE: f32 = 12.0;

/// The edges of each column. Columns set alike share them, so that a page with
/// three lines has the edges of the full pages.
fn edges(columns: &[Vec<Line>]) -> Vec<Edges> {
    let extents: Vec<(f32, f32)> = columns.iter().map(|lines| extent(lines)).collect();
    let mut by_length: Vec<usize> = (0..columns.len()).collect();
    // The longest columns lead, since their edges are the surest.
    by_length.sort_by_key(|&at| std::cmp::Reverse(columns[at].len()));
    let mut groups: Vec<Vec<usize>> = Vec::new();
    for at in by_length {
        let (start, end) = extents[at];
        let group = groups.iter_mut().find(|group| {
            let (group_start, group_end) = extents[group[0]];
            let indent = start - group_start;
            let is_narrower = end < group_end - ALIKE && is_flush(&columns[at]);
            !is_narrower
                && end < group_end + ALIKE
                && indent > -ALIKE
                && start < group_end
                // A few lines far to the right are a date or a signature in a full column, no
                // narrow column.
                && (indent < ALIKE || columns[at].len() < 4)
        });
        match group {
            Some(group) => group.push(at),
            None => groups.push(vec![at]),
        }
    }
    let mut edges = vec![
        Edges {
            start: 0.0,
            end: 0.0,
            fill: Fill::Ragged
        };
        columns.len()
    ];
    for group in groups {
        let lines: Vec<&Line> = group.iter().flat_map(|&at| &columns[at]).collect();
        let shared = shared_edges(&lines);
        for at in group {
            edges[at] = shared;
        }
    }
    edges
}

/// Whether most lines of a column end at one place: a narrow column beside others.
fn is_flush(lines: &[Line]) -> bool {
    let ends = || lines.iter().map(|line| line.row.end());
    let usual = row::most_common(ends()).unwrap_or(0.0);
    let there = ends().filter(|end| (end - usual).abs() < 1.0).count();
    there >= 4 && there * 2 > lines.len()
}

fn extent(lines: &[Line]) -> (f32, f32) {
    let start = lines
        .iter()
        .map(|line| line.row.start())
        .fold(f32::INFINITY, f32::min);
    let end = lines.iter().map(|line| line.row.end()).fold(0.0, f32::max);
    (start, end)
}

fn shared_edges(lines: &[&Line]) -> Edges {
    let mut starts: Vec<f32> = lines.iter().map(|line| line.row.start()).collect();
    starts.sort_by(f32::total_cmp);
    let mut ends: Vec<f32> = lines.iter().map(|line| line.row.end()).collect();
    ends.sort_by(|one, other| other.total_cmp(one));
    let start = outermost(&starts);
    let usual = row::most_common(ends.iter().copied()).unwrap_or(0.0);
    let there = ends.iter().filter(|end| (*end - usual).abs() < 1.0).count();
    // Two lines of a ragged text end at one place by chance.
    if there >= 4 && narrow(there) > JUSTIFIED * narrow(ends.len()) {
        return Edges {
            start,
            end: usual,
            fill: Fill::Justified,
        };
    }
    Edges {
        start,
        end: outermost(&ends),
        fill: Fill::Ragged,
    }
}

/// Text is justified if more than this share of its lines end at one place.
const JUSTIFIED: f32 = 0.4;

/// The first of `places` that enough others share (a tenth of them, at least
/// two); the first of all if there is none.
fn outermost(places: &[f32]) -> f32 {
    let enough = (places.len() / 10).clamp(1, 4);
    places
        .iter()
        .copied()
        .find(|place| {
            places
                .iter()
                .filter(|other| (*other - place).abs() < 2.0)
                .count()
                > enough
        })
        .or(places.first().copied())
        .unwrap_or(0.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_column_is_flush_where_most_lines_end_at_one_place() {
        let column = |texts: [&str; 6]| {
            let line = |text: &str| Line {
                row: Row::typed(text, 100.0),
                text: text.to_owned(),
                page: 1,
                column: 0,
            };
            texts.map(line)
        };
        assert!(is_flush(&column([
            "we cleared",
            "the fields",
            "of the sea",
            "and a well",
            "in May for",
            "all."
        ])));
        assert!(!is_flush(&column([
            "we",
            "cleared",
            "the",
            "fields",
            "and a well",
            "all."
        ])));
    }
}
