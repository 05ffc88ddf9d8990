//! Why each figure was read as it was, on the terminal.

use super::escape::escape;
use super::wrap::{Screen, push_text};
use crate::report::{Evidence, TreeLine};

/// Lays out each figure with the rule that took it and the words that gave its
/// parts, then the numbers that are no figures.
#[must_use]
pub fn evidence(title: &str, evidence: &Evidence<'_>, screen: Screen) -> String {
    let mut out = screen.style.heading(&escape(title));
    out.push('\n');
    for figure in &evidence.figures {
        push_text(
            &mut out,
            &format!("{} ({}): {}", figure.raw, figure.kind.name(), figure.rule),
            screen,
            2,
        );
        for part in &figure.parts {
            let line = format!("{}: {} <- {}", part.name, part.meaning, part.words);
            push_text(&mut out, &line, screen, 6);
        }
        for line in &figure.tree {
            push_text(&mut out, &tree_line(line), screen, 6);
        }
    }
    if !evidence.refused.is_empty() {
        out.push_str(&screen.style.heading("seen and not taken"));
        out.push('\n');
    }
    for number in &evidence.refused {
        let line = format!("{}: {}", number.raw, number.rule);
        push_text(&mut out, &line, screen, 2);
    }
    out
}

/// *mines NOUN obj of cleared*
fn tree_line(line: &TreeLine<'_>) -> String {
    let TreeLine {
        word,
        part,
        relation,
        head,
    } = line;
    match head {
        Some(head) => format!("{word} {part} {relation} of {head}"),
        None => format!("{word} {part} {relation}"),
    }
}
