//! The tables of a document as rows of cells.

use super::super::lexis::Lexis;
use super::label::Label;
use crate::model::{Document, Role, Span};

/// Most bytes of a paragraph between rows that names those below it.
const MAX_SECTION: usize = 80;

/// Most bytes of the paragraph above a table that is taken for its caption.
const MAX_CAPTION: usize = 200;

/// A table.
#[derive(Debug, Default)]
pub(super) struct Grid {
    /// From top to bottom.
    pub(super) rows: Vec<Row>,
    /// The paragraph right above it.
    pub(super) caption: Option<Span>,
}

/// A row of a table.
#[derive(Debug)]
pub(super) struct Row {
    /// Its paragraph, from 0.
    pub(super) paragraph: u32,
    /// Bytes of the text of each cell, without the blanks around it.
    pub(super) cells: Vec<Span>,
    /// What stands over it and the rows below, between two rows.
    pub(super) section: Option<Span>,
}

impl Row {
    /// Whether its cells say words and times, and no amounts.
    pub(super) fn is_head(&self, text: &str, lexis: &Lexis) -> bool {
        let filled = self.cells.iter().filter(|cell| !cell.of(text).is_empty());
        self.cells.len() > 1
            && filled.clone().count() > 0
            && filled
                .into_iter()
                .all(|cell| Label::read(cell.of(text), lexis).is_some())
    }

    /// Whether it heads another table though it stands right below this one: all its
    /// cells are filled with words, each its own.
    fn begins_table(&self, text: &str, lexis: &Lexis) -> bool {
        let words: Vec<&str> = self.cells.iter().map(|cell| cell.of(text)).collect();
        let is_word =
            |word: &&str| word.chars().filter(|letter| letter.is_alphabetic()).count() > 2;
        let is_other = |(at, word): (usize, &&str)| !words[..at].contains(word);
        // A row of two words may be a row of the table as well: *Fuel | none*.
        words.len() > 2
            && words.iter().all(is_word)
            && words.iter().enumerate().all(is_other)
            && self.is_head(text, lexis)
    }
}

/// The tables of `document` in reading order. Rows in succession are of one table; a
/// short line between two rows of as many cells names those below it.
pub(super) fn grids(document: &Document, lexis: &Lexis) -> Vec<Grid> {
    let mut grids: Vec<Grid> = Vec::new();
    let mut last: Option<usize> = None;
    let mut section = None;
    for (at, paragraph) in document.paragraphs.iter().enumerate() {
        if paragraph.role != Role::TableRow {
            continue;
        }
        let cells = cells(&document.text, paragraph.span);
        let before = at.checked_sub(1).map(|above| document.paragraphs[above]);
        let between = before.filter(|above| above.role != Role::TableRow);
        let goes_on = grids.last().is_some_and(|grid| {
            let is_next = last.is_some_and(|last| at - last == 1);
            let same = grid
                .rows
                .last()
                .is_some_and(|row| row.cells.len() == cells.len());
            // *Northern region* between two rows names those below it; a sentence between two
            // tables parts them.
            let is_named = last.is_some_and(|last| at - last == 2)
                && between.is_some_and(|above| names(above.span.of(&document.text)));
            is_next || same && is_named
        });
        if !goes_on {
            section = None;
            grids.push(Grid {
                rows: Vec::new(),
                caption: between
                    .map(|above| above.span)
                    // A long paragraph above a table is prose that happens to stand there.
                    .filter(|span| span.of(&document.text).len() <= MAX_CAPTION),
            });
        } else if let Some(above) = between {
            section = Some(above.span);
        }
        last = Some(at);
        if let Some(grid) = grids.last_mut() {
            grid.rows.push(Row {
                paragraph: u32::try_from(at).unwrap_or(u32::MAX),
                cells,
                section,
            });
        }
    }
    grids
        .into_iter()
        .flat_map(|grid| parted(grid, &document.text, lexis))
        .collect()
}

/// A table cut at the heads inside it, below which amounts stand.
fn parted(grid: Grid, text: &str, lexis: &Lexis) -> Vec<Grid> {
    let mut parts = vec![Grid {
        rows: Vec::new(),
        caption: grid.caption,
    }];
    let mut has_amounts = false;
    let mut rows = grid.rows.into_iter().peekable();
    while let Some(row) = rows.next() {
        let heads = |next: &Row| !next.is_head(text, lexis);
        if has_amounts && row.begins_table(text, lexis) && rows.peek().is_some_and(heads) {
            parts.push(Grid::default());
            has_amounts = false;
        }
        has_amounts |= !row.is_head(text, lexis);
        if let Some(part) = parts.last_mut() {
            part.rows.push(row);
        }
    }
    parts
}

/// Whether a paragraph between two rows names the rows below it, and is no prose.
fn names(text: &str) -> bool {
    text.len() <= MAX_SECTION && !text.ends_with(['.', '!', '?', ';', ','])
}

/// The cells of a row: what stands between its bars.
fn cells(text: &str, row: Span) -> Vec<Span> {
    let mut start = row.range().start;
    let mut cells = Vec::new();
    for part in row.of(text).split('|') {
        let blank = part.len() - part.trim_start().len();
        let first = start + blank;
        cells.push(Span::new(first, first + part.trim().len()));
        start += part.len() + 1;
    }
    cells
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::lexis::lexis;
    use crate::model::{Language, Paragraph};

    fn document(lines: &[(&str, Role)]) -> Document {
        let mut document = Document::default();
        for (line, role) in lines {
            if !document.text.is_empty() {
                document.text.push('\n');
            }
            let start = document.text.len();
            document.text.push_str(line);
            document.paragraphs.push(Paragraph {
                span: Span::new(start, document.text.len()),
                role: *role,
                ..Paragraph::default()
            });
        }
        document
    }

    #[test]
    fn heads_inside_a_table_begin_another() {
        let document = document(&[
            ("Area | 2020 | 2021", Role::TableRow),
            ("North | 3 | 4", Role::TableRow),
            ("West | none | none", Role::TableRow),
            ("Item | Value | Remark", Role::TableRow),
            ("Wells | 12 | new", Role::TableRow),
        ]);
        let grids = grids(&document, lexis(Language::English));
        let rows: Vec<usize> = grids.iter().map(|grid| grid.rows.len()).collect();
        assert_eq!(rows, [3, 2]);
    }

    #[test]
    fn rows_below_one_another_are_a_table_with_its_caption() {
        let document = document(&[
            ("Losses by year", Role::Body),
            ("| 2020 | 2021", Role::TableRow),
            ("North", Role::Body),
            ("Boats | 3 | 4", Role::TableRow),
            ("We thank all who helped.", Role::Body),
            ("a | b", Role::TableRow),
        ]);
        let grids = grids(&document, lexis(Language::English));
        assert_eq!(grids.len(), 2);
        let words = |span: &Span| span.of(&document.text);
        let cells: Vec<&str> = grids[0].rows[0].cells.iter().map(words).collect();
        assert_eq!(cells, ["", "2020", "2021"]);
        assert_eq!(grids[0].caption.as_ref().map(words), Some("Losses by year"));
        assert_eq!(grids[0].rows[1].section.as_ref().map(words), Some("North"));
    }
}
