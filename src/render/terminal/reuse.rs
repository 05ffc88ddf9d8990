//! Shared passages on the terminal: what somebody took over first, then what is counted.

use super::comparison::Names;
use super::escape::escape;
use super::wrap::{Screen, push_pieces, push_text};
use crate::report::{ReuseEntry, ReuseGroup};

/// Columns that the words of a passage stand in from the left.
const INDENT: usize = 4;

/// Lays out the passages that some statements share.
#[must_use]
pub fn reuse(groups: &[ReuseGroup<'_>], screen: Screen, names: Names) -> String {
    let mut out = String::new();
    if groups.is_empty() {
        push_text(
            &mut out,
            "No passage stands in two of the statements.",
            screen,
            0,
        );
    }
    for group in groups {
        if !out.is_empty() {
            out.push('\n');
        }
        out.push_str(&screen.style.heading(&group.heading));
        out.push('\n');
        for entry in &group.entries {
            push_entry(&mut out, entry, screen, names);
        }
        if !group.unlisted.is_empty() {
            push_text(&mut out, &group.unlisted, screen, 2);
        }
    }
    out
}

fn push_entry(out: &mut String, entry: &ReuseEntry<'_>, screen: Screen, names: Names) {
    let head = format!("{} · {}", escape(&entry.places), entry.likeness);
    push_text(out, &head, screen, 2);
    push_pieces(out, &entry.pieces, screen, INDENT);
    for change in &entry.changes {
        push_text(out, &escape(change), screen, INDENT);
    }
    if !entry.also.is_empty() {
        push_text(out, &escape(&entry.also), screen, INDENT);
    }
    if names == Names::All {
        push_text(out, entry.id, screen, INDENT);
    }
}
