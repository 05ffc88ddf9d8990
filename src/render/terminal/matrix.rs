//! Who says what about the same things on the terminal: a thing a heading, a delegation
//! a row.

use textwrap::core::display_width;

use super::columns::{ColumnCell, push_row, widths};
use super::escape::escape;
use super::wrap::{Screen, push_text};
use crate::report::{Detail, Matrix, MatrixRow};

/// Things beyond this many are counted.
const MOST_ROWS: usize = 10;
/// Columns before a delegation.
const INDENT: usize = 2;
/// No column is narrower.
const LEAST: usize = 12;

/// Lays out a matrix under `title`, which may be empty.
#[must_use]
pub fn matrix(title: &str, matrix: &Matrix<'_>, detail: Detail, screen: Screen) -> String {
    let mut out = String::new();
    let heading = match title {
        "" => "SAID BY SEVERAL".to_owned(),
        title => format!("SAID BY SEVERAL, {}", escape(title)),
    };
    out.push_str(&screen.style.heading(&heading));
    out.push('\n');
    let most = match detail {
        Detail::Summary => MOST_ROWS,
        Detail::All => matrix.rows.len(),
    };
    for row in matrix.rows.iter().take(most) {
        push_thing(&mut out, &matrix.columns, row, screen);
    }
    if let Some(rest) = matrix.rows.len().checked_sub(most).filter(|&rest| rest > 0) {
        let rest = format!("{rest} more things that several speak of (--show all)");
        out.push_str(&screen.style.dim(&format!("  {rest}")));
        out.push('\n');
    }
    push_text(&mut out, Matrix::NOTE, screen, 0);
    out.push('\n');
    out
}

/// A thing with what each delegation says of it.
fn push_thing(out: &mut String, columns: &[&str], row: &MatrixRow<'_>, screen: Screen) {
    let head = format!(
        "{} · {} of {}",
        escape(&row.name),
        row.speakers(),
        columns.len()
    );
    push_text(out, &head, screen, 0);
    let cells = columns.iter().zip(&row.cells);
    let lines: Vec<[String; 4]> = cells
        .flat_map(|(column, cell)| {
            let more = match cell.more {
                0 => String::new(),
                more => format!(" +{more}"),
            };
            let last = cell.sayings.len().saturating_sub(1);
            cell.sayings.iter().enumerate().map(move |(at, saying)| {
                let who = if at == 0 { *column } else { "" };
                let more = if at == last { more.as_str() } else { "" };
                let place = format!("{}{more}", saying.place);
                [who, saying.raw, &saying.measure, &place].map(|text| escape(text).into_owned())
            })
        })
        .collect();
    let widest = |at: usize| lines.iter().map(|line| display_width(&line[at])).max();
    let natural: [usize; 4] = std::array::from_fn(|at| widest(at).unwrap_or(0));
    let least = [0, 1, 2].map(|at| natural[at].min(LEAST));
    let least = [least[0], least[1], least[2], natural[3]];
    let widths = widths(natural, least, screen.width.saturating_sub(INDENT));
    for line in lines {
        push_row(out, (INDENT, ""), &line.map(ColumnCell::plain), widths);
    }
}
