//! Markdown (GFM) for pull requests and mail: figures in tables, wording with
//! ~~gone~~ and **new**, the rest folded.

use super::put;
use crate::plain;
use crate::report::{Alone, Digest, FigureLine, Mark, Overview, PageFold, PageFoldItem, Piece};

/// Lays out one comparison, with all that it counts beside its changes.
#[must_use]
pub fn comparison(digest: &Digest<'_>, folds: &[PageFold]) -> String {
    let mut out = format!("## {}\n\n", escape(&digest.heading.line()));
    if digest.is_empty {
        out.push_str("No differences.\n");
        return out;
    }
    put(
        &mut out,
        format_args!("{}\n", escape(&digest.brief.join(" "))),
    );
    put(
        &mut out,
        format_args!(
            "\n{} → {}; paragraphs: {}\n",
            escape(digest.names[0]),
            escape(digest.names[1]),
            digest.counts.join(", ")
        ),
    );
    push_table(&mut out, "Promises and deadlines", &digest.commitments);
    push_table(&mut out, "Figures", &digest.figures);
    push_alone(&mut out, &digest.alone);
    push_table(&mut out, "Names", &digest.labels);
    push_alone(&mut out, &digest.alone_labels);
    push_wording(&mut out, digest);
    push_table(&mut out, "Dates", &digest.dates);
    push_alone(&mut out, &digest.alone_dates);
    if !digest.unlisted.is_empty() {
        put(
            &mut out,
            // Of two delegations it holds their names.
            format_args!("\n{}.\n", escape(&digest.unlisted.join(", "))),
        );
    }
    for notice in &digest.notices {
        put(&mut out, format_args!("\nNotice: {}.\n", escape(notice)));
    }
    push_folds(&mut out, folds);
    out
}

/// Lays out the table above the comparisons of two folders.
#[must_use]
pub fn overview(overview: &Overview) -> String {
    let mut out = String::from("## Statements\n\n| Before | After | What changed |\n|-|-|-|\n");
    for row in &overview.rows {
        let cells = [&row.before, &row.after, &row.reported].map(|text| escape(text));
        put(&mut out, format_args!("| {} |\n", cells.join(" | ")));
    }
    let lone = [
        ("Only before", &overview.gone),
        ("Only after", &overview.new),
    ];
    for (side, titles) in lone.into_iter().filter(|(_, titles)| !titles.is_empty()) {
        put(&mut out, format_args!("\n{side}:\n\n"));
        for title in titles {
            put(&mut out, format_args!("- {}\n", escape(title)));
        }
    }
    out.push('\n');
    out
}

fn push_table(out: &mut String, heading: &str, lines: &[FigureLine]) {
    if lines.is_empty() {
        return;
    }
    put(
        out,
        format_args!(
            "\n### {heading}\n\n| | Measure | Before | After | Change | Where |\n|-|-|-|-|-|-|\n"
        ),
    );
    for line in lines {
        let value = |value: &Option<String>| escape(value.as_deref().unwrap_or("–"));
        put(
            out,
            format_args!(
                "| {} | {} | {} | {} | {} | {} |\n",
                escape(line.sign),
                escape(&line.measure),
                value(&line.before),
                value(&line.after),
                escape(&line.remark),
                escape(&line.place)
            ),
        );
    }
}

/// What one statement alone states, in its sentences.
fn push_alone(out: &mut String, groups: &[Alone<'_>]) {
    for group in groups {
        put(out, format_args!("\n### {}\n\n", escape(&group.heading)));
        for sentence in &group.sentences {
            put(out, format_args!("- {}: ", escape(&sentence.place)));
            for piece in sentence.excerpt.whole() {
                push_piece(out, &piece);
            }
            out.push('\n');
        }
    }
}

fn push_wording(out: &mut String, digest: &Digest<'_>) {
    if digest.passages.is_empty() {
        return;
    }
    out.push_str("\n### Wording\n");
    for view in &digest.passages {
        put(out, format_args!("\n**{}**\n\n> ", escape(&view.heading)));
        let mut shown = String::new();
        for piece in view.pieces.iter() {
            push_piece(&mut shown, piece);
        }
        out.push_str(&shown);
        out.push('\n');
    }
}

pub(super) fn push_piece(out: &mut String, piece: &Piece<'_>) {
    if piece.spaced {
        out.push(' ');
    }
    if piece.remote {
        out.push('…');
        return;
    }
    if let Some(source) = piece.source() {
        put(out, format_args!("{source} "));
    }
    let text = escape(&piece.shown());
    let [open, close] = fences(piece);
    put(out, format_args!("{open}{text}{close}"));
    if let Some(destination) = piece.destination() {
        put(out, format_args!(" {destination}"));
    }
}

/// What stands before and after a run. A fence of marks is none beside
/// punctuation (`CommonMark`, §6.2: flanking), where tags stand instead.
fn fences(piece: &Piece<'_>) -> [&'static str; 2] {
    let is_word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let is_flanking = is_word(piece.text.chars().next()) && is_word(piece.text.chars().last());
    match (piece.mark, is_flanking) {
        (Mark::Same, _) => ["", ""],
        _ if piece.elsewhere.is_some() => [["<i>", "</i>"], ["*", "*"]][usize::from(is_flanking)],
        (Mark::Deleted, true) => ["~~", "~~"],
        (Mark::Deleted, false) => ["<del>", "</del>"],
        (Mark::Inserted, true) => ["**", "**"],
        (Mark::Inserted, false) => ["<b>", "</b>"],
    }
}

fn push_folds(out: &mut String, folds: &[PageFold]) {
    for fold in folds {
        put(
            out,
            // The blank line ends the block of HTML (`CommonMark`, §4.6), so that what follows is
            // Markdown.
            format_args!("\n<details><summary>{}</summary>\n\n", escape(&fold.count)),
        );
        for item in &fold.items {
            push_item(out, item);
        }
        out.push_str("\n</details>\n");
    }
}

fn push_item(out: &mut String, item: &PageFoldItem) {
    out.push_str("- ");
    out.push_str(&escape(&item.name));
    if let (Some(before), Some(after)) = (&item.before, &item.after) {
        put(
            out,
            format_args!(": {} → {}", escape(before), escape(after)),
        );
    }
    out.push('\n');
}

/// `text` on one line, with a backslash before each character that Markdown or
/// HTML could take for markup, anywhere or at the start of a line.
pub(super) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    // On one line: a line end would end a table's row or a quote.
    let text = &*plain::cell(text);
    for (at, c) in text.char_indices() {
        match c {
            // On GitHub `@` calls a user and `$` opens a formula; `|` parts cells.
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '~' | '&' | '!' | '@'
            | '$' => out.extend(['\\', c]),
            '+' | '-' | '=' if at == 0 && ends_mark(text, at) => out.extend(['\\', c]),
            // *2021.* at the start of a line would be an item of a list.
            '.' | ')' if is_number(&text[..at]) && ends_mark(text, at) => {
                out.extend(['\\', c]);
            }
            c => out.push(c),
        }
    }
    out
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether the mark at `at` could open a list or underline a heading: neither
/// letters nor digits follow it.
fn ends_mark(text: &str, at: usize) -> bool {
    !text[at + 1..].starts_with(char::is_alphanumeric)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_in_a_statement_is_text() {
        let cases = [
            ("a | b", "a \\| b"),
            ("<b>*x*</b>", "\\<b\\>\\*x\\*\\</b\\>"),
            ("1. one", "1\\. one"),
            ("- item", "\\- item"),
            ("two\nlines, 2.5", "two lines, 2.5"),
            ("4.8 million, +500", "4.8 million, +500"),
        ];
        for (text, escaped) in cases {
            assert_eq!(escape(text), escaped);
        }
    }

    #[test]
    fn words_have_marks_and_punctuation_has_tags() {
        let shown = |mark, text| {
            let mut out = String::new();
            let piece = Piece {
                mark,
                ..Piece::same(text, true)
            };
            push_piece(&mut out, &piece);
            out
        };
        assert_eq!(shown(Mark::Deleted, "by 2025"), " ~~by 2025~~");
        assert_eq!(shown(Mark::Inserted, "many states"), " **many states**");
        assert_eq!(shown(Mark::Inserted, ", at last"), " <b>, at last</b>");
    }
}
