//! Where in a text the changes are, to scale.

use serde::Serialize;

use super::text::{Block, TextRow};
use crate::report::redline::RowKind;

/// The whole text is this high, and a row that changed throughout this wide.
const SCALE: usize = 1000;
/// A short paragraph is still seen and hit.
const MIN_HEIGHT: usize = 6;

/// A changed row on the map.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Tick {
    /// From the top, 0 to 1000.
    pub top: usize,
    /// 0 to 1000.
    pub height: usize,
    /// Share of the row's letters that went or came, 0 to 1000.
    pub width: usize,
    /// As in the row.
    pub kind: RowKind,
    /// The anchor of the row.
    pub anchor: String,
}

/// A tick for each changed row.
pub(super) fn ticks(blocks: &[Block<'_>]) -> Vec<Tick> {
    let rows = || blocks.iter().flat_map(|block| &block.rows);
    // By letters and not by rows: the map is as long as the text is on the page.
    let total = rows().map(letters).sum::<usize>().max(1);
    let mut done = 0;
    let mut ticks = Vec::new();
    for row in rows() {
        let top = done * SCALE / total;
        done += letters(row);
        if row.kind != RowKind::Kept {
            ticks.push(Tick {
                top,
                // A changed word in a text of a hundred pages would be thinner than a pixel.
                height: (done * SCALE / total - top).max(MIN_HEIGHT),
                width: share(row),
                kind: row.kind,
                anchor: row.anchor.clone(),
            });
        }
    }
    ticks
}

fn letters(row: &TextRow<'_>) -> usize {
    row.weight.0.max(1)
}

fn share(row: &TextRow<'_>) -> usize {
    row.weight.1 * SCALE / letters(row)
}
