//! A collation on the terminal: witnesses in columns where they fit, a base
//! text with the variants below it where they do not.

use std::iter::repeat_n;

use super::escape::escape;
use super::lines::{Line, Screen, push_pieces, push_text, wrap};
use crate::report::{CollationRecord, Piece, Reading, RowRecord};

/// Columns that a witness needs.
const WITNESS_WIDTH: usize = 24;
/// Blanks between two witnesses.
const GAP: usize = 2;
/// What the signs mean.
const LEGEND: &str = "= the words of the witness before · – lacks the passage · ⇄ stands elsewhere · \
                      … the same sentences as before";

/// Lays out one collation. Runs of rows on which all witnesses agree are one
/// row; where the witness before has other words, they are marked.
#[must_use]
pub fn collation(record: &CollationRecord<'_>, screen: Screen) -> String {
    let mut out = String::new();
    let blocks = blocks(&record.rows);
    if record.witnesses.len() * (WITNESS_WIDTH + 1) <= screen.width {
        push_columns(&mut out, record, &blocks, screen);
    } else {
        push_apparatus(&mut out, record, &blocks, screen);
    }
    for notice in &record.notices {
        let note = format!("{}: {}", escape(notice.document), notice.message);
        push_text(&mut out, &note, screen, 0);
    }
    push_text(&mut out, LEGEND, screen, 0);
    out
}

/// Rows that are shown as one: a run of agreement, or one row with variants.
fn blocks<'r, 'a>(rows: &'r [RowRecord<'a>]) -> Vec<&'r [RowRecord<'a>]> {
    let together = |one: &RowRecord<'_>, next: &RowRecord<'_>| one.is_agreed() && next.is_agreed();
    rows.chunk_by(together).collect()
}

/// What witness `at` has in the rows of a block; `None` for the words of the
/// witness before.
fn block_pieces<'a>(block: &[RowRecord<'a>], at: usize) -> Option<Vec<Piece<'a>>> {
    let readings: Vec<&Reading<'_>> = block
        .iter()
        .filter_map(|row| row.readings[at].as_ref())
        .collect();
    if readings.is_empty() {
        return Some(vec![Piece::same("–", false)]);
    }
    let mut pieces = Vec::new();
    if readings.iter().any(|reading| reading.transposed) {
        pieces.push(Piece::same("⇄", false));
    }
    if at > 0 && readings.iter().all(|reading| reading.repeated) {
        pieces.push(Piece::same("=", true));
        return (pieces.len() > 1).then_some(pieces);
    }
    for reading in readings {
        let first = pieces.len();
        pieces.extend(reading.pieces.iter().cloned());
        if let Some(piece) = pieces.get_mut(first) {
            piece.spaced = first > 0;
        }
    }
    Some(pieces)
}

fn push_columns(
    out: &mut String,
    record: &CollationRecord<'_>,
    blocks: &[&[RowRecord<'_>]],
    screen: Screen,
) {
    let count = record.witnesses.len();
    let width = (screen.width - GAP * (count - 1)) / count;
    let names = record.witnesses.iter();
    let names = names.map(|name| wrap(&[Piece::same(name, false)], width, screen.style));
    push_row(out, &names.collect::<Vec<_>>(), width);
    out.extend(repeat_n('─', screen.width));
    out.push('\n');
    for block in blocks {
        let cells = (0..count).map(|at| {
            let pieces = block_pieces(block, at).unwrap_or_else(|| vec![Piece::same("=", false)]);
            wrap(&pieces, width, screen.style)
        });
        push_row(out, &cells.collect::<Vec<_>>(), width);
        out.push('\n');
    }
}

/// Appends cells beside one another.
fn push_row(out: &mut String, cells: &[Vec<Line>], width: usize) {
    let height = cells.iter().map(Vec::len).max().unwrap_or(0);
    for at in 0..height {
        let mut blanks = 0;
        for line in cells.iter().map(|cell| cell.get(at)) {
            if let Some(line) = line {
                out.extend(repeat_n(' ', blanks));
                out.push_str(&line.shown);
                blanks = width.saturating_sub(line.width) + GAP;
            } else {
                blanks += width + GAP;
            }
        }
        out.push('\n');
    }
}

fn push_apparatus(
    out: &mut String,
    record: &CollationRecord<'_>,
    blocks: &[&[RowRecord<'_>]],
    screen: Screen,
) {
    for block in blocks {
        let base = base(block);
        let text = block_pieces(block, base).unwrap_or_default();
        push_pieces(out, &text, screen, 0);
        for (at, name) in record
            .witnesses
            .iter()
            .enumerate()
            .filter(|(at, _)| *at != base)
        {
            let Some(mut variant) = block_pieces(block, at) else {
                continue;
            };
            if let Some(first) = variant.first_mut() {
                first.spaced = true;
            }
            let name = format!("{name}:");
            variant.insert(0, Piece::same(&name, false));
            push_pieces(out, &variant, screen, 4);
        }
        out.push('\n');
    }
}

/// The first witness that has the passage.
fn base(block: &[RowRecord<'_>]) -> usize {
    block.first().and_then(|row| row.history.first).unwrap_or(0)
}
