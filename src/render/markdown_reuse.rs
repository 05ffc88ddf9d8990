//! Shared passages in Markdown (GFM), what the later statement left out ~~struck~~ and what
//! it put in **bold**.

use super::markdown::{escape, push_piece};
use super::put;
use crate::report::{ReuseEntry, ReuseGroup};

/// Lays out the passages that some statements share.
#[must_use]
pub fn reuse(groups: &[ReuseGroup<'_>]) -> String {
    let mut out = String::from("# Shared passages\n");
    if groups.is_empty() {
        out.push_str("\nNo passage stands in two of the statements.\n");
    }
    for group in groups {
        put(&mut out, format_args!("\n## {}\n", escape(&group.heading)));
        for entry in &group.entries {
            push_entry(&mut out, entry);
        }
        if !group.unlisted.is_empty() {
            put(&mut out, format_args!("\n{}.\n", escape(&group.unlisted)));
        }
    }
    out
}

fn push_entry(out: &mut String, entry: &ReuseEntry<'_>) {
    let places = escape(&entry.places);
    put(
        out,
        format_args!("\n**{places}** · {}\n\n> ", entry.likeness),
    );
    for piece in &entry.pieces {
        push_piece(out, piece);
    }
    out.push('\n');
    let changes = entry.changes.iter();
    let rest = changes.chain([&entry.also]).filter(|line| !line.is_empty());
    for (at, line) in rest.enumerate() {
        // The blank line ends the quote.
        let lead = if at == 0 { "\n" } else { "" };
        put(out, format_args!("{lead}- {}\n", escape(line)));
    }
}
