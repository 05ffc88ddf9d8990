//! Names the figures of tables by the heads of their rows and columns.
//!
//! Input: the figures of a document, read row by row. Output: each figure of a cell
//! with the author's words of its row and of its column as title, the year in a
//! head as its period, and the unit and scale that a head or the caption says for
//! all (*EUR million*). The years and days that head rows and columns are labels, and
//! leave the figures. A table whose heads cannot be told is left as it was read.

mod grid;
mod heads;
mod label;
mod unit;

use crate::model::{Document, Figure, FigureKind, Heads, Measured, Period, Span, Trail};

use super::language::Tongue;
use grid::{Row, grids};
use heads::{Name, TableHeads};

/// Most characters of a title, as of all others.
const LONGEST: usize = 60;

/// Names the figures of all tables of `document`, whose `figures` are in reading order.
pub(super) fn name_cells(document: &Document, tongue: &Tongue, figures: &mut Vec<Figure>) {
    let text = &document.text;
    let (mut labels, mut captions): (Vec<Span>, Vec<Span>) = Default::default();
    for grid in grids(document, tongue) {
        let Some(heads) = TableHeads::of(&grid, text, tongue) else {
            continue;
        };
        captions.extend(grid.caption.filter(|_| heads.unit.is_some()));
        for (at, row) in grid.rows.iter().enumerate() {
            labels.extend(heads.labels(at, row));
            let Some(own) = heads.row(at) else { continue };
            let start = figures.partition_point(|figure| figure.paragraph < row.paragraph);
            let end = figures.partition_point(|figure| figure.paragraph <= row.paragraph);
            for figure in &mut figures[start..end] {
                name(figure, row, own, &heads);
            }
        }
    }
    if !labels.is_empty() {
        figures.retain(|figure| {
            let is_scale = !figure.numeral.of(text).contains(char::is_numeric);
            let is_label = figure.date.is_some() || is_scale;
            let is_unit = is_scale && is_inside(figure, &captions);
            !(is_unit || is_label && is_inside(figure, &labels))
        });
    }
}

/// Whether a figure stands in one of `spans`, which ascend.
fn is_inside(figure: &Figure, spans: &[Span]) -> bool {
    let before = spans.partition_point(|span| span.start <= figure.span.start);
    before > 0 && spans[before - 1].contains(figure.span)
}

/// Says what the figure of a cell measures.
fn name(figure: &mut Figure, row: &Row, own: &Name, heads: &TableHeads) {
    let Some(at) = row
        .cells
        .iter()
        .position(|cell| cell.contains(figure.numeral))
    else {
        return;
    };
    let (cell, column) = (row.cells[at], heads.column(at));
    let words = [&own.label.words, &column.label.words];
    let words: Vec<&str> = words
        .into_iter()
        .map(String::as_str)
        .filter(|words| !words.is_empty())
        .collect();
    if at < heads.depth || words.is_empty() {
        return;
    }
    forget_other_cells(figure, cell);
    let said = [&column.unit, &own.unit, &heads.unit].into_iter();
    if let Some(unit) = said.flatten().next() {
        unit.put_to(figure);
    }
    let dates = [&column.label.date, &own.label.date].into_iter();
    if let Some(date) = dates.flatten().next() {
        figure.period = Some(Period {
            during: Some(date.clone()),
            ..Period::default()
        });
    }
    measure(figure, &words);
    figure.trail.subject = Some(row.cells[0]);
    figure.heads = Some(Heads {
        row: own.label.folded(),
        column: column.label.folded(),
    });
}

/// Says that a figure measures what the words of its heads say, and nothing else that
/// was read in its row.
fn measure(figure: &mut Figure, words: &[&str]) {
    *figure = Figure {
        title: Some(clipped(words)),
        subject: Some(words[0].to_lowercase()),
        object: words.get(1).map(|words| words.to_lowercase()),
        measured: Measured {
            modifiers: folded(words),
            ..Measured::default()
        },
        predicate: None,
        change: None,
        role: None,
        negated: false,
        bare: false,
        ..std::mem::take(figure)
    };
    figure.trail.predicate = None;
}

/// Takes away what another cell said: a unit, a time, a place.
fn forget_other_cells(figure: &mut Figure, cell: Span) {
    let is_own = |words: Option<Span>| words.is_some_and(|words| cell.contains(words));
    let Trail {
        unit,
        scope,
        period,
        ..
    } = figure.trail;
    if unit.is_some() && !is_own(unit) {
        forget_unit(figure);
    }
    if !is_own(period) {
        (figure.period, figure.trail.period) = (None, None);
    }
    if !is_own(scope) {
        (figure.scope, figure.trail.scope) = (None, None);
    }
    figure.attribution = None;
}

fn forget_unit(figure: &mut Figure) {
    figure.unit = None;
    figure.dimension = None;
    figure.canonical = None;
    figure.currency = None;
    figure.trail.unit = None;
    figure.kind = FigureKind::Quantity;
}

/// The words of the heads, lower case, each once, sorted.
fn folded(heads: &[&str]) -> Vec<String> {
    let mut words: Vec<String> = heads.iter().flat_map(|head| label::words(head)).collect();
    words.sort_unstable();
    words.dedup();
    words
}

/// The heads as one title; the later is left out where there is no room for both,
/// and a long one ends at a word.
fn clipped(heads: &[&str]) -> String {
    let whole = heads.join(", ");
    let fits = |text: &str| text.chars().count() <= LONGEST;
    if fits(&whole) {
        return whole;
    }
    let mut title = String::new();
    for word in heads[0].split_whitespace() {
        let longer = [title.as_str(), word].join(" ");
        if !fits(longer.trim_start()) {
            break;
        }
        longer.trim_start().clone_into(&mut title);
    }
    title
}

#[cfg(test)]
mod tests;
