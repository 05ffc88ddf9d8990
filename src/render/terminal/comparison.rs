//! A comparison on the terminal: who speaks, the brief, promises, figures, names,
//! wording, dates, the folded rest.

use textwrap::core::display_width;

use super::columns::{ColumnCell, GAP, joined, push_lines, push_row, widths};
use super::escape::escape;
use super::excerpt;
use super::hyperlink::link;
use super::side_by_side;
use super::style::Style;
use super::wrap::{Layout, Screen, push_pieces, push_text, wrap};
use crate::report::{
    Alone, Digest, FigureLine, Fold, Legend, PassageView, Piece, Relation, Target, Verdict,
};

/// Columns that the text of a paragraph stands in from the left.
const INDENT: usize = 4;

/// Columns that a quote stands in from the left.
const QUOTE_INDENT: usize = 6;

/// Least columns of a measure, its values, its change and its place.
const LEAST: [usize; 4] = [20, 12, 18, 9];

/// Which names of this report are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Names {
    /// None: who speaks and when is enough.
    Hidden,
    /// Those of the documents.
    Documents,
    /// Those of the documents and of the changes.
    All,
}

/// The addresses of both files.
type Files = [Option<String>; 2];

/// Lays out one comparison.
#[must_use]
pub fn comparison(digest: &Digest<'_>, screen: Screen, names: Names) -> String {
    let mut out = String::new();
    push_head(&mut out, digest, screen, names);
    let files = (&digest.files, names);
    let promises = ("PROMISES AND DEADLINES", digest.commitments.as_slice());
    push_figures(&mut out, promises, files, screen);
    push_figures(&mut out, ("FIGURES", &digest.figures), files, screen);
    push_alone(&mut out, &digest.alone, files, screen);
    push_figures(&mut out, ("NAMES", &digest.labels), files, screen);
    push_alone(&mut out, &digest.alone_labels, files, screen);
    push_passages(&mut out, digest, screen, names);
    push_figures(&mut out, ("DATES", &digest.dates), files, screen);
    push_alone(&mut out, &digest.alone_dates, files, screen);
    push_folded(&mut out, digest, screen);
    for notice in &digest.notices {
        push_text(&mut out, &format!("notice: {notice}"), screen, 2);
    }
    out
}

/// Who speaks and when, wrapped between words; below it the names of the files where they
/// are asked for, the counts and the brief.
fn push_head(out: &mut String, digest: &Digest<'_>, screen: Screen, names: Names) {
    let heading = &digest.heading;
    let [old, new] = digest.files.each_ref().map(Option::as_deref);
    let line = heading.line();
    let line = escape(&line);
    // Links are signs without width, and a line that ends within one would leave it open: a head
    // that is wrapped has none.
    if display_width(&line) <= screen.width {
        let [before, after] = heading.sides.each_ref().map(|side| escape(side));
        let head = [
            escape(&heading.lead()).into_owned(),
            link(old, None, &before),
            " → ".to_owned(),
            link(new, None, &after),
        ];
        out.push_str(&screen.style.heading(&head.concat()));
        out.push('\n');
    } else {
        for line in wrap(&[Piece::same(&line, false)], screen.width, Style::Plain) {
            out.push_str(&screen.style.heading(&line.shown));
            out.push('\n');
        }
    }
    if names != Names::Hidden {
        let [before, after] = digest.names;
        push_dim(out, &format!("{before} → {after}"), screen, 2);
    }
    if !digest.brief.is_empty() {
        push_text(out, &digest.brief.join(" "), screen, 2);
    }
    push_dim(out, &format!("¶ {}", digest.counts.join(" · ")), screen, 2);
}

/// Lays out what the signs of a report mean.
#[must_use]
pub fn legend(legend: &Legend, screen: Screen) -> String {
    let mut out = String::new();
    if let Some(text) = legend.text() {
        out.push('\n');
        push_dim(&mut out, &text, screen, 2);
    }
    out
}

fn push_figures(
    out: &mut String,
    (heading, lines): (&str, &[FigureLine]),
    (files, names): (&Files, Names),
    screen: Screen,
) {
    if lines.is_empty() {
        return;
    }
    out.push('\n');
    out.push_str(&screen.style.heading(heading));
    out.push('\n');
    let rows: Vec<[String; 4]> = lines.iter().map(cells).collect();
    let widest = |column: usize| {
        let widths = rows.iter().map(|row| display_width(&row[column]));
        widths.max().unwrap_or(0)
    };
    let natural = [widest(0), widest(1), widest(2), widest(3)];
    // The same for all rows of a list, so that the eye finds each column.
    let widths = widths(natural, LEAST, screen.width.saturating_sub(INDENT));
    for (line, [measure, values, remark, place]) in lines.iter().zip(rows) {
        let style = screen.style;
        let cells = [
            ColumnCell::plain(measure),
            ColumnCell::painted(values, |text| style.heading(text)),
            ColumnCell::plain(remark),
            ColumnCell::painted(place, |text| style.dim(&link_to(line.target, files, text))),
        ];
        push_row(out, (INDENT, &sign(line, style)), &cells, widths);
        for quote in &line.quotes {
            push_text(out, &format!("“{quote}”"), screen, QUOTE_INDENT);
        }
        if names == Names::All {
            push_dim(out, &line.id, screen, QUOTE_INDENT);
        }
    }
}

/// What one statement alone states, each sentence with its place.
fn push_alone(out: &mut String, groups: &[Alone<'_>], files: (&Files, Names), screen: Screen) {
    for group in groups {
        push_sentences(out, group, files, screen);
    }
}

fn push_sentences(
    out: &mut String,
    group: &Alone<'_>,
    (files, names): (&Files, Names),
    screen: Screen,
) {
    out.push('\n');
    out.push_str(&screen.style.heading(&escape(&group.heading.to_uppercase())));
    out.push('\n');
    let style = screen.style;
    let sign = match group.verdict {
        Verdict::Removed => style.gone(group.verdict.sign()),
        _ => style.fresh(group.verdict.sign()),
    };
    let places = group.sentences.iter();
    let places = places.map(|sentence| display_width(&sentence.place)).max();
    let place = places.unwrap_or(0);
    let room = screen.width.saturating_sub(INDENT + GAP + place);
    for sentence in &group.sentences {
        let target = |text: &str| style.dim(&link_to(sentence.target, files, text));
        let lines = [
            excerpt::lines(&sentence.excerpt, room, style),
            ColumnCell::painted(sentence.place.clone(), target).lines(place),
        ];
        push_lines(out, (INDENT, &sign), &lines, [room, place]);
        if names == Names::All {
            push_dim(out, &sentence.ids.join(" "), screen, QUOTE_INDENT);
        }
    }
}

/// Measure, values, change and place.
fn cells(line: &FigureLine) -> [String; 4] {
    let sides = line.before.iter().chain(&line.after);
    // A number stays on a line with its unit.
    let values: Vec<String> = sides.map(|side| joined(side, LEAST[1])).collect();
    [
        escape(&line.measure).into_owned(),
        escape(&values.join(" → ")).into_owned(),
        // A per cent sign does not begin a line.
        line.remark.replace(" %", &joined(" %", LEAST[2])),
        line.place.clone(),
    ]
}

fn sign(line: &FigureLine, style: Style) -> String {
    match line.verdict {
        Verdict::Increased | Verdict::Added => style.fresh(line.sign),
        Verdict::Decreased | Verdict::Removed => style.gone(line.sign),
        _ => line.sign.to_owned(),
    }
}

fn push_passages(out: &mut String, digest: &Digest<'_>, screen: Screen, names: Names) {
    if digest.passages.is_empty() {
        return;
    }
    out.push('\n');
    out.push_str(&screen.style.heading("WORDING"));
    out.push('\n');
    if screen.layout == Layout::SideBySide {
        let sides = &digest.heading.sides;
        side_by_side::push_titles(out, sides.each_ref().map(String::as_str), screen);
    }
    for view in &digest.passages {
        out.push_str("  ");
        out.push_str(&heading(view, &digest.files, screen.style));
        if names == Names::All {
            out.push_str("  ");
            out.push_str(&screen.style.dim(view.id));
        }
        out.push('\n');
        match screen.layout {
            Layout::Inline => push_pieces(out, &view.pieces, screen, INDENT),
            Layout::SideBySide => side_by_side::push_pieces(out, &view.pieces, screen),
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

/// A line for each count, and how to see what was counted.
fn push_folded(out: &mut String, digest: &Digest<'_>, screen: Screen) {
    let lines: Vec<String> = digest
        .unlisted
        .iter()
        .cloned()
        .chain(digest.folded.iter().map(fold_line))
        .collect();
    if lines.is_empty() {
        return;
    }
    out.push('\n');
    out.push_str(&screen.style.heading("FOLDED"));
    out.push_str(&screen.style.dim("  all of it: --show all"));
    out.push('\n');
    for line in lines {
        push_text(out, &line, screen, 2);
    }
}

fn fold_line(fold: &Fold) -> String {
    match fold.examples.as_slice() {
        [] => fold.count.clone(),
        examples => format!("{} ({})", fold.count, examples.join("; ")),
    }
}

fn push_dim(out: &mut String, text: &str, screen: Screen, indent: usize) {
    let text = escape(text);
    let width = screen.width.saturating_sub(indent);
    for line in wrap(&[Piece::same(&text, false)], width, Style::Plain) {
        out.extend(std::iter::repeat_n(' ', indent));
        out.push_str(&screen.style.dim(&line.shown));
        out.push('\n');
    }
}
