//! Changed wording in two columns: the text before, the text after.

use super::style::Style;
use super::wrap::{Line, Screen, wrap};
use crate::report::{Mark, Piece};

/// Columns before the left text.
const INDENT: usize = 2;
/// Between the texts.
const RULE: &str = " │ ";
/// Columns of the rule.
const RULE_WIDTH: usize = 3;

/// Appends the names of the texts above their columns.
pub(super) fn push_titles(out: &mut String, titles: [&str; 2], screen: Screen) {
    let columns =
        titles.map(|title| wrap(&[Piece::same(title, false)], width(screen), Style::Plain));
    push_columns(out, columns, screen, |text| screen.style.dim(text));
}

/// Appends a passage: on the left the words that stayed or went, on the right
/// those that stayed or came.
pub(super) fn push_pieces(out: &mut String, pieces: &[Piece<'_>], screen: Screen) {
    let before = pieces.iter().filter(|piece| piece.mark != Mark::Inserted);
    let before: Vec<Piece<'_>> = before
        .map(|piece| Piece {
            // Words that stayed may be spelled in two ways: each column has its own.
            text: piece.before,
            ..piece.clone()
        })
        .collect();
    let after = pieces.iter().filter(|piece| piece.mark != Mark::Deleted);
    let after: Vec<Piece<'_>> = after.cloned().collect();
    let columns = [before, after].map(|side| wrap(&side, width(screen), screen.style));
    push_columns(out, columns, screen, str::to_owned);
}

/// Columns of one text.
fn width(screen: Screen) -> usize {
    screen.width.saturating_sub(INDENT + RULE_WIDTH) / 2
}

fn push_columns(
    out: &mut String,
    [left, right]: [Vec<Line>; 2],
    screen: Screen,
    paint: impl Fn(&str) -> String,
) {
    let none = Line::default();
    for at in 0..left.len().max(right.len()) {
        let line = left.get(at).unwrap_or(&none);
        // The rule stands in one column, whatever stands before it.
        let fill = width(screen).saturating_sub(line.width);
        out.extend(std::iter::repeat_n(' ', INDENT));
        out.push_str(&paint(&line.shown));
        out.extend(std::iter::repeat_n(' ', fill));
        match right.get(at) {
            Some(line) => {
                out.push_str(&screen.style.dim(RULE));
                out.push_str(&paint(&line.shown));
            }
            None => out.push_str(&screen.style.dim(RULE.trim_end())),
        }
        out.push('\n');
    }
}
