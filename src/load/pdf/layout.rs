//! Builds paragraphs from the letters of the pages.
//!
//! Letters → rows → (running heads out) → columns → lines → paragraphs. What
//! a page or a column break cuts in two is joined again; footnotes come last,
//! without their marks, as in every format.

use super::columns;
use super::direction::Base;
use super::glyph::Page;
use super::join::{self, Words};
use super::line::{Line, Measures};
use super::row::{self, Row};
use super::running_headers::{self, Sheet};
use super::{line_numbers, note, paragraph, table};
use crate::load::block::Block;
use crate::load::numbering;
use crate::model::{Place, Role};
use crate::parallel::each;

/// How much longer than a byte of text a glyph takes to set out.
const TEXT_PER_GLYPH: usize = 32;

/// The text of a file, set out.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Layout {
    /// In reading order.
    pub(super) blocks: Vec<Block>,
    /// Running heads and page numbers left out.
    pub(super) dropped: usize,
    /// Numbers of lines left out.
    pub(super) line_numbers: usize,
    /// Paragraphs that a page break had cut in two.
    pub(super) joined: usize,
}

/// Sets out what the pages show.
pub(super) fn set_out(mut pages: Vec<Page>) -> Layout {
    let backward = pages.iter().filter(|page| page.is_right_to_left()).count();
    let written = pages.iter().filter(|page| !page.glyphs.is_empty()).count();
    // By most pages, since an Arabic report may have an annex in English.
    let base = if backward * 2 > written {
        Base::RightToLeft
    } else {
        Base::LeftToRight
    };
    if base == Base::RightToLeft {
        pages.iter_mut().for_each(Page::mirror);
    }
    let bytes = |page: &Page| TEXT_PER_GLYPH * page.glyphs.len();
    let sheet = |page: Page| Sheet {
        number: page.number,
        height: page.height,
        rows: row::gather(page.glyphs),
    };
    let mut sheets = each(pages, bytes, sheet);
    let line_numbers = line_numbers::remove(&mut sheets);
    let dropped = running_headers::remove(&mut sheets, base);
    let columns = lines(sheets, base);
    let measures = Measures::of(&columns);
    let words = Words::new(&columns.iter().flatten().map(|line| line.text.as_str()));
    let mut builder = Builder {
        base,
        measures,
        words,
        open: Vec::new(),
        notes: Vec::new(),
        table: Vec::new(),
        layout: Layout {
            dropped,
            line_numbers,
            ..Layout::default()
        },
    };
    for column in columns {
        builder.column(column);
    }
    builder.finish()
}

/// The lines of each column, in reading order.
fn lines(sheets: Vec<Sheet>, base: Base) -> Vec<Vec<Line>> {
    let numbers: Vec<u32> = sheets.iter().map(|sheet| sheet.number).collect();
    let pages = columns::cut(sheets.into_iter().map(|sheet| sheet.rows).collect());
    let columns = numbers
        .into_iter()
        .zip(pages)
        .flat_map(|(page, columns)| columns.into_iter().map(move |rows| (page, rows)));
    let columns: Vec<(usize, (u32, Vec<Row>))> = columns.enumerate().collect();
    let bytes = |(_, (_, rows)): &(usize, (u32, Vec<Row>))| text_bytes(rows);
    each(columns, bytes, |(column, (page, rows))| {
        let line = |row: Row| Line {
            text: row.text(base),
            row,
            page,
            column,
        };
        let lines = rows.into_iter().map(line);
        lines.filter(|line| !line.text.is_empty()).collect()
    })
}

/// How many bytes of text take as long as the rows do.
pub(super) fn text_bytes(rows: &[Row]) -> usize {
    TEXT_PER_GLYPH * rows.iter().map(|row| row.glyphs.len()).sum::<usize>()
}

/// Collects lines into paragraphs.
struct Builder {
    base: Base,
    measures: Measures,
    words: Words,
    /// The lines of the paragraph that is not yet known to be at its end.
    open: Vec<Line>,
    /// The lines of all notes.
    notes: Vec<Line>,
    /// The columns of the table that the last column ended in.
    table: Vec<f32>,
    layout: Layout,
}

impl Builder {
    fn column(&mut self, lines: Vec<Line>) {
        let (text, notes) = note::split(lines, self.measures.body_size, self.notes.last());
        let cells = table::cells(&text, &mut self.table);
        let mut lines = text.into_iter().zip(cells).peekable();
        while let Some((line, cells)) = lines.next() {
            if cells.len() > 1 {
                let page = line.page;
                let mut rows = vec![cells];
                // Words of a cell that take two lines are two rows of letters and one of the table.
                while let Some((_, below)) =
                    lines.next_if(|(_, below)| table::continues(&rows, below))
                {
                    rows.push(below);
                }
                self.table_row(&rows, page);
                continue;
            }
            let after = lines.peek().map(|(line, _)| line);
            if paragraph::starts(&self.open, &line, after, &self.measures) {
                self.close();
            }
            self.open.push(line);
        }
        self.notes.extend(notes);
    }

    fn table_row(&mut self, rows: &[Vec<Row>], page: u32) {
        self.close();
        let text = table::text(rows, self.base, &self.words);
        self.push(text, Role::TableRow, page);
    }

    /// Ends the open paragraph.
    fn close(&mut self) {
        let open = std::mem::take(&mut self.open);
        if let [first, .., last] = &open[..]
            && first.page != last.page
        {
            self.layout.joined += 1;
        }
        if let Some(first) = open.first() {
            let role = self.role(&open);
            self.push(self.joined(&open), role, first.page);
        }
    }

    /// All blocks, the notes last.
    fn finish(mut self) -> Layout {
        self.close();
        let notes = std::mem::take(&mut self.notes);
        let mut number = None;
        // Only now, since a note may run on over several pages.
        for note in note::notes(&notes) {
            let text;
            (text, number) = note::words(&self.joined(note), &note[0], number);
            self.push(text, Role::Note, note[0].page);
        }
        self.layout
    }

    fn joined(&self, lines: &[Line]) -> String {
        let mut text = String::new();
        for line in lines {
            join::append(&mut text, &line.text, &self.words);
        }
        text
    }

    fn role(&self, lines: &[Line]) -> Role {
        let first = &lines[0];
        let larger = first.row.size > 1.1 * self.measures.body_size;
        let bold = lines.iter().all(|line| line.row.is_bold());
        let ends_open = !lines[lines.len() - 1].text.ends_with(['.', ',', ':', ';']);
        if lines.iter().all(|line| line.row.is_artifact()) {
            Role::Letterhead
        } else if numbering::length(&first.text) > 0 {
            Role::ListItem
        // A paragraph in bold is no heading: headings are short and end without a stop.
        } else if lines.len() <= 4 && ends_open && (larger || bold) {
            Role::Heading
        } else {
            Role::Body
        }
    }

    fn push(&mut self, text: String, role: Role, page: u32) {
        let place = Place {
            page: Some(page),
            ..Place::default()
        };
        self.layout.blocks.push(Block {
            text,
            role,
            place,
            ..Block::default()
        });
    }
}
