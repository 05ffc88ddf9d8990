//! Reads the words, paragraph by paragraph.

use std::collections::BTreeMap;
use std::mem;
use std::ops::Range;

use super::fib::Story;
use super::file::File;
use super::paragraph::{Ends, Paragraph};
use super::run::Look;
use crate::load::block::Block;
use crate::load::flow::{Flow, Frame};
use crate::load::row_ends::Rows;
use crate::load::symbol_fonts::{read_private, read_symbol};
use crate::load::tracked::{Revision, Revisions};
use crate::model::Role;

/// Characters that stand for something else.
const DRAWING: u16 = 0x08;
const TAB: u16 = 0x09;
const LINE_BREAK: u16 = 0x0b;
const PAGE_BREAK: u16 = 0x0c;
const COLUMN_BREAK: u16 = 0x0e;
const FIELD_CODE: u16 = 0x13;
const FIELD_RESULT: u16 = 0x14;
const FIELD_END: u16 = 0x15;
const HYPHEN: u16 = 0x1e;

/// Characters from here on are words.
const FIRST_WORD: u16 = 0x20;

/// Reads the parts of one file.
pub(super) struct Reader<'a> {
    file: &'a File<'a>,
    flow: Flow,
    rows: Rows,
    fields: Vec<Field>,
    skips_fields: bool,
    revisions: Revisions,
    change: Change,
    /// Text boxes by the character that they are anchored at.
    boxes: BTreeMap<u32, Vec<Range<u32>>>,
    notes: Vec<(u32, Range<u32>)>,
    cited: Vec<Range<u32>>,
    /// Characters that may still be read: parts of a sound file share none.
    left: usize,
}

/// The tracked change that the last run was part of.
#[derive(Clone, Copy, Default)]
struct Change {
    is_inserted: bool,
    is_deleted: bool,
    /// Its words are left out.
    is_gone: bool,
}

/// Which part of a field is being read.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Field {
    Code,
    Result,
}

impl<'a> Reader<'a> {
    pub(super) fn new(file: &'a File<'a>, revisions: Revisions) -> Self {
        Self {
            file,
            flow: Flow::default(),
            rows: Rows::default(),
            fields: Vec::new(),
            skips_fields: false,
            revisions,
            change: Change::default(),
            boxes: file.boxes(),
            notes: file.notes(),
            cited: Vec::new(),
            left: file.text.units.len(),
        }
    }

    /// The tracked changes met so far.
    pub(super) fn revisions(&self) -> Revisions {
        self.revisions
    }

    /// The main text with its text boxes, then the notes it refers to; and whether a field
    /// was left open that may hide words.
    pub(super) fn read_text(&mut self) -> (Vec<Block>, bool) {
        self.read(self.file.story(Story::Text));
        // Before the boxes and notes are read, whose fields are their own.
        let is_open = self.fields.contains(&Field::Code);
        // Those whose anchor was not met, as in a damaged file.
        for part in mem::take(&mut self.boxes).into_values().flatten() {
            self.read_framed(Frame::Box, part);
        }
        for part in mem::take(&mut self.cited) {
            self.read_framed(Frame::Note, part);
        }
        (self.take_blocks(), is_open)
    }

    /// The lines of the headers and footers, without their fields.
    pub(super) fn read_headers(&mut self) -> Vec<String> {
        self.skips_fields = true;
        self.notes.clear();
        for part in self.file.headers() {
            self.fields.clear();
            self.read(part);
        }
        let blocks = self.take_blocks().into_iter();
        blocks.map(|block| block.text).collect()
    }

    fn take_blocks(&mut self) -> Vec<Block> {
        self.rows = Rows::default();
        mem::take(&mut self.flow).finish()
    }

    fn read_framed(&mut self, frame: Frame, part: Range<u32>) {
        // A box or a note may be anchored in a row or a field of the text, which does not go on in
        // it.
        let rows = mem::take(&mut self.rows);
        let fields = mem::take(&mut self.fields);
        self.flow.open(frame);
        self.read(part);
        self.flow.close(frame);
        self.rows = rows;
        self.fields = fields;
    }

    fn read(&mut self, part: Range<u32>) {
        let mut start = part.start;
        while start < part.end && self.left > 0 {
            let mark = self.file.paragraph_mark(start, part.end);
            self.read_paragraph(start, mark);
            self.left = self.left.saturating_sub((mark + 1 - start) as usize);
            start = mark + 1;
        }
        self.flow.close_paragraph();
    }

    fn read_paragraph(&mut self, start: u32, mark: u32) {
        let paragraph = Paragraph::read(self.file, mark);
        if paragraph.ends == Ends::Row {
            self.rows.end_row(paragraph.depth, &mut self.flow);
            return;
        }
        let role = match paragraph.role {
            // Styles of contents are used for headings too; contents themselves are fields.
            Role::Contents if !self.has_field(start, mark) => Role::Body,
            role => role,
        };
        self.rows.enter(paragraph.depth, &mut self.flow);
        self.flow.open_paragraph(role);
        let mut at = start;
        while at <= mark {
            let (look, end) = self.file.run(at, paragraph.style);
            let end = end.min(mark + 1);
            self.change_to(look);
            let is_shown =
                look.is_hidden != Some(true) && !self.change.is_gone && role != Role::Contents;
            self.read_run(at..end, look, is_shown);
            at = end;
        }
        match paragraph.ends {
            Ends::Cell => self.rows.end_cell(paragraph.depth, &mut self.flow),
            // The last run is that of the mark: gone, it joins the paragraph with the next.
            _ if self.change.is_gone => self.flow.carry_paragraph(),
            _ => self.flow.close_paragraph(),
        }
    }

    /// Whether a paragraph stands in a field or has one.
    fn has_field(&self, start: u32, mark: u32) -> bool {
        !self.fields.is_empty() || (start..mark).any(|at| self.file.unit(at) == FIELD_CODE)
    }

    /// Counts a tracked change where another one begins.
    fn change_to(&mut self, look: Look) {
        let before = (self.change.is_inserted, self.change.is_deleted);
        if before == (look.is_inserted, look.is_deleted) {
            return;
        }
        let mut leaves_out = |is_on: bool, revision| is_on && !self.revisions.shows(revision);
        let is_gone = leaves_out(look.is_inserted, Revision::Inserted)
            | leaves_out(look.is_deleted, Revision::Deleted);
        self.change = Change {
            is_inserted: look.is_inserted,
            is_deleted: look.is_deleted,
            is_gone,
        };
    }

    fn read_run(&mut self, run: Range<u32>, look: Look, is_shown: bool) {
        if is_shown && self.is_in_text() {
            let first = self.notes.partition_point(|(mark, _)| *mark < run.start);
            let marks = self.notes[first..].iter();
            let cited = marks.take_while(|(mark, _)| *mark < run.end);
            self.cited.extend(cited.map(|(_, part)| part.clone()));
        }
        let mut words = Vec::new();
        for at in run {
            let unit = self.file.unit(at);
            let is_read = is_shown && self.is_in_text();
            match unit {
                // The character stored for a symbol is a stand-in; font and code are properties of
                // its run (MS-DOC, `sprmCSymbol`).
                _ if is_read && look.symbol.is_some() => self.write_symbol(look),
                TAB | FIRST_WORD.. if is_read => words.push(unit),
                HYPHEN if is_read => words.push(u16::from(b'-')),
                TAB | FIRST_WORD.. | HYPHEN => {}
                _ => {
                    self.write(&mem::take(&mut words), look);
                    self.read_mark(at, is_read);
                }
            }
        }
        self.write(&words, look);
    }

    /// Reads a character that is no word.
    fn read_mark(&mut self, at: u32, is_read: bool) {
        match self.file.unit(at) {
            FIELD_CODE => self.fields.push(Field::Code),
            FIELD_RESULT => {
                if let Some(field) = self.fields.last_mut() {
                    *field = Field::Result;
                }
            }
            FIELD_END => {
                self.fields.pop();
            }
            LINE_BREAK | PAGE_BREAK | COLUMN_BREAK if is_read => self.flow.line_break(),
            DRAWING if is_read => {
                for part in self.boxes.remove(&at).unwrap_or_default() {
                    self.read_framed(Frame::Box, part);
                }
            }
            _ => {}
        }
    }

    /// Whether the words that come now are no code of a field, and no result that is left out.
    fn is_in_text(&self) -> bool {
        !self.fields.contains(&Field::Code) && (!self.skips_fields || self.fields.is_empty())
    }

    fn write_symbol(&mut self, look: Look) {
        let symbol = look
            .symbol
            .and_then(|(font, code)| read_symbol(self.file.font(font)?, u32::from(code)));
        if let Some(c) = symbol {
            self.flow.text(c.encode_utf8(&mut [0; 4]));
        }
    }

    fn write(&mut self, units: &[u16], look: Look) {
        if units.is_empty() {
            return;
        }
        let text = String::from_utf16_lossy(units);
        let text = read_private(&text);
        if look.is_raised == Some(true) {
            self.flow.superscript(&text);
        } else {
            self.flow.text(&text);
        }
    }
}
