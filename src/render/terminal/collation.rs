//! A collation on the terminal: witnesses in columns where they fit, a base
//! text with the variants below it where they do not.

use super::escape::escape;
use super::grid;
use super::lines::{Screen, push_text};
use crate::report::{CollationRecord, Reading, RowRecord};

/// Columns that a witness needs.
const WITNESS_WIDTH: usize = 24;
/// What the signs mean.
const LEGEND: &str = "= the words of the witness before · – lacks the passage · ⇄ stands elsewhere";

/// Lays out one collation. Runs of rows on which all witnesses agree are one
/// row.
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

/// What witness `at` has in the rows of a block.
fn block_text(block: &[RowRecord<'_>], at: usize) -> String {
    let readings: Vec<&Reading<'_>> = block
        .iter()
        .filter_map(|row| row.readings[at].as_ref())
        .collect();
    if readings.is_empty() {
        return "–".to_owned();
    }
    let sign = if readings.iter().any(|reading| reading.transposed) {
        "⇄ "
    } else {
        ""
    };
    if at > 0 && readings.iter().all(|reading| reading.repeated) {
        return format!("{sign}=");
    }
    let texts: Vec<&str> = readings.iter().map(|reading| &*reading.text).collect();
    format!("{sign}{}", escape(&texts.join(" ")))
}

fn push_columns(
    out: &mut String,
    record: &CollationRecord<'_>,
    blocks: &[&[RowRecord<'_>]],
    screen: Screen,
) {
    let mut table = grid::new(screen);
    table.set_header(
        record
            .witnesses
            .iter()
            .map(|name| escape(name).into_owned()),
    );
    for block in blocks {
        let cells = (0..record.witnesses.len()).map(|at| block_text(block, at));
        table.add_row(cells);
        table.add_row([""]);
    }
    grid::push(out, &table);
}

fn push_apparatus(
    out: &mut String,
    record: &CollationRecord<'_>,
    blocks: &[&[RowRecord<'_>]],
    screen: Screen,
) {
    for block in blocks {
        let base = base(block);
        push_text(out, &block_text(block, base), screen, 0);
        for (at, name) in record
            .witnesses
            .iter()
            .enumerate()
            .filter(|(at, _)| *at != base)
        {
            let text = block_text(block, at);
            if text != "=" {
                push_text(out, &format!("{}: {text}", escape(name)), screen, 4);
            }
        }
        out.push('\n');
    }
}

/// The first witness that has the passage.
fn base(block: &[RowRecord<'_>]) -> usize {
    block.first().and_then(|row| row.history.first).unwrap_or(0)
}
