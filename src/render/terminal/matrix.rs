//! Who says what about the same topics on the terminal: a topic a heading, a delegation
//! a row.

use std::cmp::Reverse;

use textwrap::core::display_width;

use super::columns::{ColumnCell, GAP, joined, push_lines, value_width};
use super::escape::escape;
use super::excerpt;
use super::style::Style;
use super::wrap::{Screen, push_text};
use crate::report::{Detail, Matrix, MatrixCell, MatrixRow};

/// Topics and things beyond this many are counted.
const MOST_ROWS: usize = 10;
/// Delegations of a topic beyond this many are counted.
const MOST_SPEAKERS: usize = 8;
/// Columns before a delegation.
const INDENT: usize = 2;

/// Lays out a matrix.
#[must_use]
pub fn matrix(matrix: &Matrix<'_>, detail: Detail, screen: Screen) -> String {
    let mut out = String::new();
    let year = match matrix.year.as_str() {
        "" => String::new(),
        year => format!(", {}", escape(year)),
    };
    let topics = (&matrix.columns, &matrix.topics, Shown::Topics);
    push_rows(
        &mut out,
        (&format!("TOPICS OF SEVERAL{year}"), topics),
        detail,
        screen,
    );
    if !matrix.common.is_empty() {
        let common = format!("All speak of: {}.", matrix.common.join(", "));
        push_text(&mut out, &escape(&common), screen, 0);
        out.push('\n');
    }
    let figures = (&matrix.columns, &matrix.figures, Shown::Figures);
    push_rows(
        &mut out,
        (&format!("FIGURES OF SEVERAL{year}"), figures),
        detail,
        screen,
    );
    push_text(&mut out, Matrix::NOTE, screen, 0);
    out.push('\n');
    out
}

/// What is told of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shown {
    /// How often each delegation speaks of a topic; with everything, where first.
    Topics,
    /// The figures that each gives.
    Figures,
}

/// Delegations, and what they speak of.
type Rows<'m, 'a> = (&'m Vec<&'a str>, &'m Vec<MatrixRow<'a>>, Shown);

fn push_rows(
    out: &mut String,
    (heading, (columns, rows, shown)): (&str, Rows<'_, '_>),
    detail: Detail,
    screen: Screen,
) {
    if rows.is_empty() {
        return;
    }
    out.push_str(&screen.style.heading(heading));
    out.push('\n');
    let most = match detail {
        Detail::Summary => MOST_ROWS.min(rows.len()),
        Detail::All => rows.len(),
    };
    // That somebody speaks of a topic is a count; a figure is told by its words.
    if shown == Shown::Topics && detail == Detail::Summary {
        push_counts(out, columns, &rows[..most], screen);
    } else {
        for row in &rows[..most] {
            push_row(out, (columns, row, shown), screen);
        }
    }
    if let Some(hidden) = hidden((shown, detail), rows.len() - most) {
        out.push_str(&screen.style.dim(&format!("  {hidden}: --show all")));
        out.push('\n');
    }
    out.push('\n');
}

/// What is not shown of rows of which `left` are left out.
fn hidden((shown, detail): (Shown, Detail), left: usize) -> Option<String> {
    match (shown, detail, left) {
        (_, Detail::All, _) | (Shown::Figures, _, 0) => None,
        // Topics are counted, so that their sentences are hidden even where all of them are listed.
        (Shown::Topics, _, 0) => Some("the sentences".to_owned()),
        (Shown::Topics, ..) => Some(format!("{left} more topics, and the sentences")),
        (Shown::Figures, ..) => Some(format!("{left} more that several give figures of")),
    }
}

/// Topics with how often each delegation speaks of them: *Norway 7 · Denmark 5*.
fn push_counts(out: &mut String, columns: &[&str], rows: &[MatrixRow<'_>], screen: Screen) {
    let topic = rows.iter().map(|row| display_width(&row.name)).max();
    let topic = topic.unwrap_or(0).min(screen.width / 3);
    let room = screen.width.saturating_sub(INDENT + topic + GAP);
    for row in rows {
        let cells = columns.iter().zip(&row.cells);
        let mut counts: Vec<(usize, &str)> = cells
            .filter(|(_, cell)| !cell.mentions.is_empty())
            .map(|(column, cell)| (cell.more + 1, *column))
            .collect();
        // Who speaks of it most comes first, and is not among those that are counted.
        counts.sort_by_key(|(count, _)| Reverse(*count));
        let left = counts.len().saturating_sub(MOST_SPEAKERS);
        let counts = counts.iter().take(MOST_SPEAKERS).map(|(count, column)| {
            let text = format!("{} {count}", escape(column));
            joined(&text, room)
        });
        let rest = (left > 0).then(|| joined(&format!("{left} more"), room));
        let counts = counts.chain(rest);
        let lines = [
            ColumnCell::plain(escape(&row.name).into_owned()).lines(topic),
            ColumnCell::plain(counts.collect::<Vec<_>>().join(" · ")).lines(room),
        ];
        push_lines(out, (INDENT, ""), &lines, [topic, room]);
    }
}

/// A topic with what each delegation says of it.
fn push_row(
    out: &mut String,
    (columns, row, shown): (&[&str], &MatrixRow<'_>, Shown),
    screen: Screen,
) {
    let head = format!(
        "{} · {} of {}",
        escape(&row.name),
        row.speakers(),
        columns.len()
    );
    push_text(out, &head, screen, 0);
    let cells = columns.iter().zip(&row.cells);
    let rows: Vec<[String; 3]> = cells
        .flat_map(|(column, cell)| entries(column, cell, shown))
        .collect();
    let widest = |at: usize| {
        rows.iter()
            .map(|row| display_width(&row[at]))
            .max()
            .unwrap_or(0)
    };
    let limit = screen.width / 3;
    let [who, value, place] = [
        widest(0).min(limit),
        value_width(widest(1), screen.width),
        widest(2),
    ];
    let room = screen
        .width
        .saturating_sub(INDENT + who + value + place + 3 * GAP);
    let mentions = row.cells.iter().flat_map(|cell| &cell.mentions);
    for ([name, said, at], mention) in rows.into_iter().zip(mentions) {
        let lines = [
            ColumnCell::plain(name).lines(who),
            ColumnCell::plain(said).lines(value),
            excerpt::lines(&mention.excerpt(), room, Style::Plain),
            ColumnCell::plain(at).lines(place),
        ];
        push_lines(out, (INDENT, ""), &lines, [who, value, room, place]);
    }
}

/// Who speaks, how often or with which figure, and where: one a mention.
fn entries(column: &str, cell: &MatrixCell<'_>, shown: Shown) -> Vec<[String; 3]> {
    let last = cell.mentions.len().saturating_sub(1);
    let mentions = cell.mentions.iter().enumerate();
    mentions
        .map(|(at, mention)| {
            // A delegation is named once, before its first mention.
            let who = if at == 0 { column } else { "" };
            let (said, more) = match shown {
                Shown::Topics => (format!("×{}", cell.more + 1), String::new()),
                Shown::Figures if at == last && cell.more > 0 => {
                    (mention.raw.to_owned(), format!(" +{}", cell.more))
                }
                Shown::Figures => (mention.raw.to_owned(), String::new()),
            };
            let place = format!("{}{more}", mention.at());
            [who.to_owned(), said, place].map(|text| escape(&text).into_owned())
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compare::read_witness;
    use crate::load::{LoadOptions, load_bytes};
    use crate::model::{Vocabulary, Witness};

    /// What is shown of three delegations that speak of the same.
    fn shown(detail: Detail) -> String {
        let mut vocabulary = Vocabulary::new();
        let water = "Safe water is a right. We dig for safe water.";
        let witnesses = [("Chad", water), ("Mali", water), ("Fiji", "Reefs die.")];
        let witnesses = witnesses.map(|(who, text)| {
            let options = LoadOptions {
                delegation: Some(who.to_owned()),
                ..LoadOptions::default()
            };
            let document = load_bytes("a.txt", text.as_bytes(), &options).unwrap();
            read_witness(document, &mut vocabulary)
        });
        let screen = Screen {
            width: 80,
            style: Style::Plain,
            layout: super::super::Layout::Inline,
        };
        let witnesses: Vec<&Witness> = witnesses.iter().collect();
        matrix(&Matrix::new(&witnesses).unwrap(), detail, screen)
    }

    #[test]
    fn counts_of_few_topics_tell_too_how_their_sentences_are_shown() {
        assert!(shown(Detail::Summary).contains("\n  the sentences: --show all\n"));
        assert!(!shown(Detail::All).contains("--show all"));
    }
}
