//! A comparison on the terminal: documents, figures, wording, the folded rest.

use textwrap::core::display_width;

use super::escape::escape;
use super::lines::{Layout, Screen, push_pieces, push_text};
use super::side_by_side;
use super::style::Style;
use crate::report::{Digest, FigureLine, Fold, PassageView, Relation, Verdict};

/// Columns that the text of a paragraph stands in from the left.
const INDENT: usize = 4;

/// Lays out one comparison.
#[must_use]
pub fn comparison(digest: &Digest<'_>, screen: Screen) -> String {
    let mut out = String::new();
    push_head(&mut out, digest, screen);
    push_figures(&mut out, "FIGURES", &digest.figures, screen);
    push_figures(&mut out, "COMMITMENTS", &digest.commitments, screen);
    push_figures(&mut out, "DATES", &digest.dates, screen);
    push_figures(&mut out, "NAMES AND NUMBERS", &digest.labels, screen);
    if !digest.unlisted.is_empty() {
        let rest = format!("{} (--show all)", digest.unlisted.join(" · "));
        push_dim(&mut out, &rest, screen);
    }
    push_passages(&mut out, digest, screen);
    push_folded(&mut out, &digest.folded, screen);
    out
}

fn push_head(out: &mut String, digest: &Digest<'_>, screen: Screen) {
    let [before, after] = [escape(&digest.titles[0]), escape(&digest.titles[1])];
    let counts = format!("¶ {}", digest.counts.join(" · "));
    let titles = format!("{before} → {after}");
    let fits = display_width(&titles) + display_width(&counts) + 3 <= screen.width;
    out.push_str(&screen.style.heading(&titles));
    out.push_str(if fits { "   " } else { "\n  " });
    out.push_str(&counts);
    out.push('\n');
}

fn push_figures(out: &mut String, heading: &str, lines: &[FigureLine], screen: Screen) {
    if lines.is_empty() {
        return;
    }
    out.push('\n');
    out.push_str(&screen.style.heading(heading));
    out.push('\n');
    let rows: Vec<Row<'_>> = lines.iter().map(Row::new).collect();
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
    }
}

/// A changed figure with its columns.
struct Row<'a> {
    line: &'a FigureLine,
    measure: String,
    values: String,
}

impl<'a> Row<'a> {
    fn new(line: &'a FigureLine) -> Self {
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
        style.dim(&row.line.place)
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
        out.push_str(&heading(view, screen.style));
        out.push('\n');
        match screen.layout {
            Layout::Inline => push_pieces(out, &view.passage.pieces, screen, INDENT),
            Layout::SideBySide => side_by_side::push_pieces(out, &view.passage.pieces, screen),
        }
    }
}

fn heading(view: &PassageView<'_>, style: Style) -> String {
    match view.passage.relation {
        Relation::Moved => style.moved(&view.heading),
        _ => style.dim(&view.heading),
    }
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
