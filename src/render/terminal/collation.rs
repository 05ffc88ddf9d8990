//! A collation on the terminal: witnesses in columns where they fit, a base
//! text with the variants below it where they do not.

use std::iter::repeat_n;

use textwrap::core::display_width;

use super::escape::escape;
use super::style::Style;
use super::wrap::{Line, Screen, push_pieces, push_text, wrap};
use crate::report::{CollationRecord, Detail, Piece, Reading, RowRecord};

/// Columns that a witness needs.
const WITNESS_WIDTH: usize = 24;
/// Blanks between two witnesses.
const GAP: usize = 2;
/// Columns of the bar that tells how much differs.
const HEAT_WIDTH: usize = 5;
/// What the signs mean.
const LEGEND: &str = "= the words of the witness before · – lacks the passage · ⇄ stands elsewhere · \
                      … the same sentences as before · % of the others that have other words or lack it";

/// Lays out one collation: passages with variants, and between them how many are the same
/// in all; with `Detail::All` the words of those too. Where a witness has other words than
/// the one before, they are marked.
#[must_use]
pub fn collation(record: &CollationRecord<'_>, screen: Screen, detail: Detail) -> String {
    let mut out = String::new();
    let blocks = blocks(&record.rows);
    if record.witnesses.len() * (WITNESS_WIDTH + 1) <= screen.width {
        push_columns(&mut out, record, (&blocks, detail), screen);
    } else {
        push_apparatus(&mut out, record, (&blocks, detail), screen);
    }
    for notice in &record.notices {
        let note = format!("{}: {}", escape(notice.document), notice.message);
        push_text(&mut out, &note, screen, 0);
    }
    push_text(&mut out, LEGEND, screen, 0);
    out
}

/// A line for a block that is folded, `None` for one that is shown: passages that all
/// witnesses have in the same words (*¶2 to ¶5: the same in all*), and one that a single
/// witness has (*¶7 in 2021 alone: We thank …*).
fn folded(
    record: &CollationRecord<'_>,
    block: &[RowRecord<'_>],
    (detail, width): (Detail, usize),
) -> Option<String> {
    // Words are read in their sentence, so those between variants stay.
    let (first, last) = (&block[0], &block[block.len() - 1]);
    let is_words = (0..record.witnesses.len()).all(|at| first.place(at).is_empty());
    if detail == Detail::All || is_words {
        return None;
    }
    if first.is_agreed() {
        let (from, to) = (first.place(0), last.place(0));
        let places = if from == to {
            from
        } else {
            format!("{from} to {to}")
        };
        return Some(format!("{places}: the same in all"));
    }
    let at = first.lone()?;
    let reading = first.readings[at].as_ref()?;
    let head = format!("{} in {} alone: ", first.place(at), record.titles[at]);
    let head = escape(&head).into_owned();
    // Two columns for the ellipsis and its blank.
    let room = width.saturating_sub(display_width(&head) + 2);
    let text: String = reading
        .text
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ");
    let text = escape(&text);
    let line = wrap(&[Piece::same(&text, false)], room, Style::Plain);
    let more = if line.len() > 1 { " …" } else { "" };
    Some(format!("{head}{}{more}", line[0].shown))
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
    // The first witness has none before it whose words it could have.
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
    (blocks, detail): (&[&[RowRecord<'_>]], Detail),
    screen: Screen,
) {
    let count = record.witnesses.len();
    let width = (screen.width - GAP * (count - 1)) / count;
    let names = record.titles.iter();
    let names = names.map(|name| wrap(&[Piece::same(name, false)], width, screen.style));
    push_row(out, &names.collect::<Vec<_>>(), width);
    out.extend(repeat_n('─', screen.width));
    out.push('\n');
    for block in blocks {
        if let Some(line) = folded(record, block, (detail, screen.width)) {
            out.push_str(&screen.style.dim(&line));
            out.push_str("\n\n");
            continue;
        }
        push_places(out, block, (count, width), screen);
        let cells = (0..count).map(|at| {
            let pieces = block_pieces(block, at).unwrap_or_else(|| vec![Piece::same("=", false)]);
            wrap(&pieces, width, screen.style)
        });
        push_row(out, &cells.collect::<Vec<_>>(), width);
        out.push('\n');
    }
}

/// Appends the paragraphs of each witness above their words.
fn push_places(
    out: &mut String,
    block: &[RowRecord<'_>],
    (count, width): (usize, usize),
    screen: Screen,
) {
    let places: Vec<String> = (0..count).map(|at| block[0].place(at)).collect();
    if places.iter().all(String::is_empty) {
        return;
    }
    let cells = places.iter().map(|place| {
        let mut lines = wrap(&[Piece::same(place, false)], width, screen.style);
        for line in &mut lines {
            line.shown = screen.style.dim(&line.shown);
        }
        lines
    });
    push_row(out, &cells.collect::<Vec<_>>(), width);
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
                // Blanks wait for the next cell, so that no line ends in any.
                blanks = width.saturating_sub(line.width) + GAP;
            } else {
                blanks += width + GAP;
            }
        }
        out.push('\n');
    }
}

/// Each passage with its base text, how much differs, and the variants below it: witnesses
/// with the same variant share a line.
fn push_apparatus(
    out: &mut String,
    record: &CollationRecord<'_>,
    (blocks, detail): (&[&[RowRecord<'_>]], Detail),
    screen: Screen,
) {
    for block in blocks {
        if let Some(line) = folded(record, block, (detail, screen.width)) {
            out.push_str(&screen.style.dim(&line));
            out.push_str("\n\n");
            continue;
        }
        let base = base(block);
        push_base(out, record, (block, base), screen);
        let text = block_pieces(block, base).unwrap_or_default();
        push_pieces(out, &text, screen, 2);
        for (names, mut variant) in variants(record, block, base) {
            if let Some(first) = variant.first_mut() {
                first.spaced = true;
            }
            let names = format!("{names}:");
            variant.insert(0, Piece::same(&names, false));
            push_pieces(out, &variant, screen, 4);
        }
        out.push('\n');
    }
}

/// *¶5 · Marenia, 2021 · ██░░ 50 % of the others differ*.
fn push_base(
    out: &mut String,
    record: &CollationRecord<'_>,
    (block, base): (&[RowRecord<'_>], usize),
    screen: Screen,
) {
    let heat = block[0].heat();
    let filled = (heat * HEAT_WIDTH).div_ceil(100);
    let bar: String = repeat_n('█', filled)
        .chain(repeat_n('░', HEAT_WIDTH - filled))
        .collect();
    let place = block[0].place(base);
    let parts = [place.as_str(), &record.titles[base]];
    let shown: Vec<String> = parts
        .iter()
        .filter(|part| !part.is_empty())
        .map(|part| escape(part).into_owned())
        .collect();
    out.push_str(&screen.style.heading(&shown.join(" · ")));
    if !block[0].is_agreed() {
        out.push_str(&screen.style.dim(&format!("  {bar} {heat} %")));
    }
    out.push('\n');
}

/// The other witnesses that do not have the words of the one before, those with the same
/// variant together: their names, each with its paragraph, and the variant.
fn variants<'a>(
    record: &CollationRecord<'_>,
    block: &[RowRecord<'a>],
    base: usize,
) -> Vec<(String, Vec<Piece<'a>>)> {
    let mut variants: Vec<(String, Vec<Piece<'a>>)> = Vec::new();
    for (at, title) in record.titles.iter().enumerate() {
        if at == base {
            continue;
        }
        let Some(variant) = block_pieces(block, at) else {
            continue;
        };
        let place = match block[0].place(at) {
            // Only a place that differs tells something.
            place if place.is_empty() || place == block[0].place(base) => String::new(),
            place => format!(" {place}"),
        };
        let name = format!("{title}{place}");
        match variants.iter_mut().find(|(_, other)| *other == variant) {
            Some((names, _)) => {
                names.push_str("; ");
                names.push_str(&name);
            }
            None => variants.push((name, variant)),
        }
    }
    variants
}

/// The first witness that has the passage.
fn base(block: &[RowRecord<'_>]) -> usize {
    block.first().and_then(|row| row.history.first).unwrap_or(0)
}
