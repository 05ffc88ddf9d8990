//! A comparison on the terminal: documents, figures, wording, the folded rest.

use textwrap::core::display_width;

use super::escape::escape;
use super::hyperlink::link;
use super::lines::{Layout, Screen, push_pieces, push_text};
use super::side_by_side;
use super::style::Style;
use crate::report::{Digest, FigureLine, Fold, PassageView, Relation, Target, Verdict};

/// Columns that the text of a paragraph stands in from the left.
const INDENT: usize = 4;

/// Columns that a quote stands in from the left.
const QUOTE_INDENT: usize = 6;

/// The addresses of both files.
type Files = [Option<String>; 2];

/// Lays out one comparison.
#[must_use]
pub fn comparison(digest: &Digest<'_>, screen: Screen) -> String {
    let mut out = String::new();
    push_head(&mut out, digest, screen);
    let lists = [
        ("FIGURES", &digest.figures),
        ("PROMISES", &digest.commitments),
        ("DATES", &digest.dates),
        ("NAMES AND NUMBERS", &digest.labels),
    ];
    for (heading, lines) in lists {
        push_figures(&mut out, (heading, lines), &digest.files, screen);
    }
    if !digest.unlisted.is_empty() {
        let rest = format!("{} (--show all)", digest.unlisted.join(" · "));
        push_dim(&mut out, &rest, screen);
    }
    push_passages(&mut out, digest, screen);
    push_folded(&mut out, &digest.folded, screen);
    for notice in &digest.notices {
        push_text(&mut out, &format!("notice: {notice}"), screen, 2);
    }
    out
}

fn push_head(out: &mut String, digest: &Digest<'_>, screen: Screen) {
    let [before, after] = [escape(&digest.titles[0]), escape(&digest.titles[1])];
    let counts = format!("¶ {}", digest.counts.join(" · "));
    let width = display_width(&before) + display_width(&after) + display_width(&counts);
    let fits = width + 6 <= screen.width;
    let [old, new] = digest.files.each_ref().map(Option::as_deref);
    out.push_str(&screen.style.heading(&link(old, None, &before)));
    out.push_str(&screen.style.heading(" → "));
    out.push_str(&screen.style.heading(&link(new, None, &after)));
    out.push_str(if fits { "   " } else { "\n  " });
    out.push_str(&counts);
    out.push('\n');
}

fn push_figures(
    out: &mut String,
    (heading, lines): (&str, &[FigureLine]),
    files: &Files,
    screen: Screen,
) {
    if lines.is_empty() {
        return;
    }
    out.push('\n');
    out.push_str(&screen.style.heading(heading));
    out.push('\n');
    let rows: Vec<Row<'_>> = lines.iter().map(|line| Row::new(line, files)).collect();
    let most = screen.width.saturating_sub(6) * 2 / 5;
    let widest = |texts: &mut dyn Iterator<Item = &str>| {
        texts
            .map(display_width)
            .filter(|width| *width <= most)
            .max()
            .unwrap_or(0)
    };
    let widths = (
        widest(&mut rows.iter().map(|row| row.measure.as_str())),
        widest(&mut rows.iter().map(|row| row.values.as_str())),
    );
    for row in &rows {
        push_figure(out, row, widths, screen);
        for quote in &row.line.quotes {
            push_text(out, &format!("“{quote}”"), screen, QUOTE_INDENT);
        }
    }
}

/// A changed figure with its columns.
struct Row<'a> {
    line: &'a FigureLine,
    measure: String,
    values: String,
    /// Where it stands, as a link.
    place: String,
}

impl<'a> Row<'a> {
    fn new(line: &'a FigureLine, files: &Files) -> Self {
        let values: Vec<&str> = line
            .before
            .as_deref()
            .into_iter()
            .chain(line.after.as_deref())
            .collect();
        Self {
            line,
            measure: escape(&line.measure).into_owned(),
            values: escape(&values.join(" → ")).into_owned(),
            place: link_to(line.target, files, &line.place),
        }
    }
}

/// One figure on a line, or on two where a column is too long for its width.
fn push_figure(out: &mut String, row: &Row<'_>, widths: (usize, usize), screen: Screen) {
    let style = screen.style;
    let gap = |text: &str, width: usize| " ".repeat(width.saturating_sub(display_width(text)) + 2);
    let head = format!("  {} {}", sign(row.line, style), row.measure);
    let tail = format!(
        "{}{}{}  {}",
        style.heading(&row.values),
        gap(&row.values, widths.1),
        row.line.remark,
        style.dim(&row.place)
    );
    let gap = gap(&row.measure, widths.0);
    out.push_str(&head);
    if display_width(&head) + gap.len() + display_width(&tail) <= screen.width {
        out.push_str(&gap);
    } else {
        out.push_str("\n      ");
    }
    out.push_str(&tail);
    out.push('\n');
}

fn sign(line: &FigureLine, style: Style) -> String {
    match line.verdict {
        Verdict::Increased | Verdict::Added => style.fresh(line.sign),
        Verdict::Decreased | Verdict::Removed => style.gone(line.sign),
        _ => line.sign.to_owned(),
    }
}

fn push_passages(out: &mut String, digest: &Digest<'_>, screen: Screen) {
    if digest.passages.is_empty() {
        return;
    }
    out.push('\n');
    out.push_str(&screen.style.heading("WORDING"));
    out.push('\n');
    if screen.layout == Layout::SideBySide {
        side_by_side::push_titles(out, digest.titles.each_ref().map(String::as_str), screen);
    }
    for view in &digest.passages {
        out.push_str("  ");
        out.push_str(&heading(view, &digest.files, screen.style));
        out.push('\n');
        match screen.layout {
            Layout::Inline => push_pieces(out, &view.passage.pieces, screen, INDENT),
            Layout::SideBySide => side_by_side::push_pieces(out, &view.passage.pieces, screen),
        }
    }
}

fn heading(view: &PassageView<'_>, files: &Files, style: Style) -> String {
    let heading = link_to(view.target, files, &view.heading);
    match view.passage.relation {
        Relation::Moved => style.moved(&heading),
        _ => style.dim(&heading),
    }
}

/// `text` as a link to where a change stands.
fn link_to(target: Target, files: &Files, text: &str) -> String {
    link(files[target.side].as_deref(), target.line, text)
}

fn push_folded(out: &mut String, folds: &[Fold], screen: Screen) {
    if folds.is_empty() {
        return;
    }
    let each: Vec<String> = folds
        .iter()
        .map(|fold| match fold.examples.as_slice() {
            [] => fold.count.clone(),
            examples => format!("{} ({})", fold.count, examples.join("; ")),
        })
        .collect();
    out.push('\n');
    out.push_str(&screen.style.heading("FOLDED"));
    out.push('\n');
    push_text(
        out,
        &format!("{} · all of it: --show all", each.join(" · ")),
        screen,
        2,
    );
}

fn push_dim(out: &mut String, text: &str, screen: Screen) {
    out.push_str("  ");
    out.push_str(&screen.style.dim(text));
    out.push('\n');
}
