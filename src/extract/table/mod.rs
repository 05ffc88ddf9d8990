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

use crate::model::{Document, Figure, FigureKind, FigureSpans, Heads, Measured, Period, Span};

use super::lexis::Lexis;
use grid::{Row, grids};
use heads::{Name, TableHeads};

/// Most characters of a title, as of all others.
const LONGEST: usize = 60;

/// Names the figures of all tables of `document`, whose `figures` are in reading order.
pub(super) fn name_cells(document: &Document, lexis: &Lexis, figures: &mut Vec<Figure>) {
    let text = &document.text;
    let (mut labels, mut captions): (Vec<Span>, Vec<Span>) = Default::default();
    for grid in grids(document, lexis) {
        let Some(heads) = TableHeads::of(&grid, text, lexis) else {
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
            // *EUR million* in a head was read as a million.
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
    // A row was read as a sentence: *12 | 14 hectares* would give the first number the unit of the
    // second.
    forget_other_cells(figure, cell);
    // The nearest head first: *per cent* over a column beats *EUR million* in the caption.
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
    figure.spans.subject = Some(row.cells[0]);
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
    figure.spans.predicate = None;
}

/// Takes away what another cell said: a unit, a time, a place.
fn forget_other_cells(figure: &mut Figure, cell: Span) {
    let is_own = |words: Option<Span>| words.is_some_and(|words| cell.contains(words));
    let FigureSpans {
        unit,
        scope,
        period,
        ..
    } = figure.spans;
    if unit.is_some() && !is_own(unit) {
        forget_unit(figure);
    }
    if !is_own(period) {
        (figure.period, figure.spans.period) = (None, None);
    }
    if !is_own(scope) {
        (figure.scope, figure.spans.scope) = (None, None);
    }
    figure.attribution = None;
}

fn forget_unit(figure: &mut Figure) {
    figure.unit = None;
    figure.dimension = None;
    figure.canonical = None;
    figure.currency = None;
    figure.spans.unit = None;
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
mod tests {
    use crate::compare::read_witness;
    use crate::load::{LoadOptions, load_bytes};
    use crate::model::{Figure, Vocabulary};

    fn figures(name: &str, text: &str) -> Vec<Figure> {
        let document = load_bytes(name, text.as_bytes(), &LoadOptions::default()).unwrap();
        read_witness(document, &mut Vocabulary::new()).figures
    }

    /// Each figure as *value unit | title | time*.
    fn told(name: &str, text: &str) -> Vec<String> {
        let figures = figures(name, text).into_iter();
        let tell = |figure: Figure| {
            let value = figure
                .value
                .map_or_else(String::new, |value| value.normalize().to_string());
            let during = figure.period.and_then(|period| period.during);
            let parts = [figure.unit, figure.title, during].map(Option::unwrap_or_default);
            format!("{value} {} | {} | {}", parts[0], parts[1], parts[2])
        };
        figures.map(tell).collect()
    }

    const LOSSES: &str = "The harbour office counts what the storms of the winter took from our towns.\n\n\
                          Year         2030   2031\nBoats lost      4     19\nNets lost   1,250    980\n\n\
                          We thank the crews for their work through the winter and the spring.\n";

    #[test]
    fn a_figure_is_named_by_the_heads_of_its_row_and_of_its_year() {
        assert_eq!(
            told("a.txt", LOSSES),
            [
                "4  | Boats lost | 2030",
                "19  | Boats lost | 2031",
                "1250  | Nets lost | 2030",
                "980  | Nets lost | 2031",
            ]
        );
    }

    #[test]
    fn a_row_may_name_the_year_and_a_column_what_is_measured() {
        let text = "What the storms of the winter took from the towns of our coast, by year.\n\n\
                    | Year | Boats | Insured (%) |\n|---|---|---|\n| 2030 | 4 | 50 |\n| 2031 | 19 | 61.5 |\n";
        assert_eq!(
            told("a.md", text),
            [
                "4  | Boats | 2030",
                "50 percent | Insured | 2030",
                "19  | Boats | 2031",
                "61.5 percent | Insured | 2031",
            ]
        );
    }

    #[test]
    fn the_unit_and_the_scale_of_a_caption_a_head_and_a_column_are_those_of_the_numbers() {
        let text = "Spending of the harbour office on the towns of the coast (EUR million)\n\n\
                    | Item | Spent | Share of all, per cent |\n|---|---|---|\n| Walls | 2.5 | 40 |\n\n\
                    All that we counted in the towns of the coast when the winter was over.\n\n\
                    | Item | Count | Unit |\n|---|---|---|\n| Land lost | 3 | sq km |\n| Boats | 7 | |\n";
        assert_eq!(
            told("a.md", text),
            [
                "2500000 EUR | Walls, Spent | ",
                "40 percent | Walls, Share of all | ",
                "3 square kilometre | Land lost, Count | ",
                "7  | Boats, Count | ",
            ]
        );
    }

    #[test]
    fn heads_may_span_columns_and_rows() {
        let text = "<p>What the storms of the winter took from the towns of our coast.</p><table>\
                    <tr><th><th><th colspan=2>Boats<th>Nets<tr><th><th><th>2030<th>2031<th>2031\
                    <tr><td rowspan=2>North<td>old<td>3<td>4<td>8<tr><td>new<td>5<td>6<td>9</table>";
        assert_eq!(
            told("a.html", text),
            [
                "3  | North, old, Boats | 2030",
                "4  | North, old, Boats | 2031",
                "8  | North, old, Nets | 2031",
                "5  | North, new, Boats | 2030",
                "6  | North, new, Boats | 2031",
                "9  | North, new, Nets | 2031",
            ]
        );
    }

    #[test]
    fn a_cell_says_nothing_of_another() {
        let text = "Contributions received, in the words of the Treasurer:\n\n\
                    State       Contribution   Due\nMarenia     120 euros      31 March 2032\nVeldland    95             30 June 2032\n";
        let figures = figures("a.txt", text);
        let units: Vec<_> = figures
            .iter()
            .map(|figure| figure.unit.as_deref())
            .collect();
        assert_eq!(units, [Some("EUR"), None, None, None]);
        assert!(figures.iter().all(|figure| figure.period.is_none()));
    }

    #[test]
    fn a_table_whose_heads_cannot_be_told_keeps_what_was_read() {
        let text = "What the harbour office wrote down of it all.\n\n| 4 | 19 |\n| 12 | 30 |\n";
        let figures = figures("a.txt", text);
        assert!(figures.iter().all(|figure| figure.heads.is_none()));
        assert_eq!(figures.len(), 4);
    }
}
