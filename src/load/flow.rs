//! Builds blocks out of what a format reader meets: paragraphs, line breaks,
//! cells, text boxes and notes.
//!
//! White space is folded to single blanks as it comes in, two line breaks in a
//! row end a paragraph, a table row becomes one block with its cells joined by
//! [`CELL_SEPARATOR`], and notes are kept apart until [`Flow::finish`].

use super::block::{Block, CELL_SEPARATOR};
use super::superscript::{Raised, lowered, raise};
use crate::model::{Original, Place, Role};

/// Bars of fractions that are written on one line.
const BARS: [char; 3] = ['/', '\u{2044}', '\u{2215}'];

/// Most characters in a cell that holds data. A longer one holds prose: the
/// table only arranges it on the page, and its cells are read one by one.
const LONGEST_DATA_CELL: usize = 200;

/// A part of a page that interrupts or groups paragraphs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Frame {
    /// The text itself.
    Body,
    /// A row of a table.
    Row,
    /// A text box, read before the paragraph that it is anchored in.
    Box,
    /// A footnote or endnote.
    Note,
}

/// The blocks of a document while it is being read.
#[derive(Debug)]
pub(super) struct Flow {
    /// Finished blocks in reading order.
    blocks: Vec<Block>,
    /// Finished notes in the order of their marks.
    notes: Vec<Block>,
    /// Open frames, the body first.
    open: Vec<Open>,
    /// Paragraphs met in the body, empty ones too.
    paragraphs: u32,
    origin: Origin,
}

/// Where the characters that come now stand in the file, counted in characters of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Origin {
    /// Nobody asks.
    #[default]
    Unknown,
    /// The next one there, the others behind it.
    Each(u32),
    /// All in one place that cannot be divided.
    Whole(u32),
}

/// A frame that is not closed yet.
#[derive(Debug)]
struct Open {
    frame: Frame,
    /// Index of its first block.
    start: usize,
    /// Index of the first block of each of its cells.
    cells: Vec<usize>,
    draft: Option<Draft>,
}

impl Open {
    fn new(frame: Frame, start: usize) -> Self {
        Self {
            frame,
            start,
            cells: Vec::new(),
            draft: None,
        }
    }
}

/// A paragraph that is being written.
#[derive(Debug, Default)]
struct Draft {
    block: Block,
    /// White space that stands before the next word.
    blank: Option<char>,
    /// A tab stands before the next word.
    is_tabbed: bool,
    /// Where the words behind the last tab begin.
    tab_end: Option<usize>,
    /// Its mark was deleted: the next paragraph goes on in it.
    carried: bool,
}

impl Default for Flow {
    fn default() -> Self {
        Self {
            blocks: Vec::new(),
            notes: Vec::new(),
            open: vec![Open::new(Frame::Body, 0)],
            paragraphs: 0,
            origin: Origin::Unknown,
        }
    }
}

impl Flow {
    /// Starts a paragraph in the innermost frame and ends the one before it.
    pub(super) fn open_paragraph(&mut self, role: Role) {
        let number = self.next_number();
        let top = self.top();
        match &mut top.draft {
            // A paragraph whose mark was deleted is one with the next (ECMA-376 §17.13.5): what
            // opens now goes on in it.
            Some(draft) if draft.carried => {
                draft.carried = false;
                // The paragraph whose mark was deleted had no word left: the next one is all there
                // is.
                if draft.block.text.is_empty() {
                    draft.block.role = role;
                    draft.block.place.number = number;
                }
            }
            _ => {
                self.close_paragraph();
                let place = Place {
                    number,
                    ..Place::default()
                };
                let block = Block {
                    role,
                    place,
                    ..Block::default()
                };
                self.top().draft = Some(Draft {
                    block,
                    ..Draft::default()
                });
            }
        }
    }

    /// Ends the open paragraph of the innermost frame, if there is one; an
    /// empty one leaves no block.
    pub(super) fn close_paragraph(&mut self) {
        if let Some(draft) = self.top().draft.take()
            && !draft.block.text.is_empty()
        {
            let mut block = draft.block;
            block.behind_tab = draft
                .tab_end
                .map_or(0, |at| block.text.len().saturating_sub(at));
            self.blocks.push(block);
        }
    }

    /// Drops the open paragraph of the innermost frame, if there is one.
    pub(super) fn discard_paragraph(&mut self) {
        self.top().draft = None;
    }

    /// Ends the open paragraph without its mark: the next one goes on in it.
    pub(super) fn carry_paragraph(&mut self) {
        if let Some(draft) = &mut self.top().draft {
            draft.carried = true;
        }
    }

    /// Whether the innermost frame has an open paragraph.
    pub(super) fn in_paragraph(&mut self) -> bool {
        self.top()
            .draft
            .as_ref()
            .is_some_and(|draft| !draft.carried)
    }

    /// Whether the innermost frame stands inside a frame of this kind, or is one.
    pub(super) fn is_inside(&self, frame: Frame) -> bool {
        self.open.iter().any(|open| open.frame == frame)
    }

    /// Says what the open paragraph is for.
    pub(super) fn set_role(&mut self, role: Role) {
        if let Some(draft) = &mut self.top().draft {
            draft.block.role = role;
        }
    }

    /// Says what the open paragraph is for, unless that is known already.
    pub(super) fn set_plain_role(&mut self, role: Role) {
        if let Some(draft) = &mut self.top().draft
            && draft.block.role == Role::Body
        {
            draft.block.role = role;
        }
    }

    /// Says where the next characters stand in the file.
    pub(super) fn set_origin(&mut self, origin: Origin) {
        self.origin = origin;
    }

    /// Where the next characters stand.
    pub(super) fn origin(&self) -> Origin {
        self.origin
    }

    /// Adds words to the open paragraph, or to a new one of the body's kind.
    pub(super) fn text(&mut self, text: &str) {
        if text
            .trim_start_matches(BARS)
            .starts_with(|c: char| c.is_ascii_digit())
        {
            // Word processors set *5½* as a raised *1*, a bar and a lowered *2*; when the bar
            // comes, the numerator is already written as an exponent.
            self.lower_numerator(text.starts_with(BARS));
        }
        for c in text.chars() {
            if c == '\t'
                && let Some(draft) = &mut self.top().draft
            {
                draft.is_tabbed = true;
            }
            match c {
                '\t' | '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => {
                    self.blank(' ');
                }
                _ if c.is_whitespace() => self.blank(c),
                // A byte order mark inside a text joins two files that were put together.
                _ if c.is_control() || c == '\u{feff}' => {}
                _ => self.word(c),
            }
            if let Origin::Each(next) = &mut self.origin {
                *next += 1;
            }
        }
    }

    /// Adds raised text: exponents become superscript characters, a note mark
    /// is dropped, and letters (*19th*) stay letters.
    pub(super) fn superscript(&mut self, text: &str) {
        let before = match &self.top().draft {
            Some(draft) if draft.blank.is_none() => draft.block.text.as_str(),
            _ => "",
        };
        match raise(text, before) {
            Raised::Text(raised) => self.text(&raised),
            Raised::NoteMark => {}
        }
    }

    /// Lets a raised digit before the bar of a fraction read as its numerator: *5¹* before
    /// */₂* is *5 1/2*. The bar follows, or ends the open paragraph.
    fn lower_numerator(&mut self, bar_follows: bool) {
        let draft = self.top().draft.as_mut();
        let Some(draft) = draft.filter(|draft| draft.blank.is_none()) else {
            return;
        };
        let text = draft.block.text.as_str();
        let head = text.strip_suffix(BARS).filter(|_| !bar_follows);
        let Some(head) = head.or_else(|| bar_follows.then_some(text)) else {
            return;
        };
        let Some(numerator) = head.chars().next_back().and_then(lowered) else {
            return;
        };
        let whole = head.trim_end_matches(|c| lowered(c).is_some());
        // *12 km²/100 people*, *10⁶/100*
        let is_power = whole.ends_with(char::is_alphabetic) || whole.ends_with("10");
        if is_power || whole.chars().count() + 1 < head.chars().count() {
            return;
        }
        let blank = if whole.ends_with(|c: char| c.is_ascii_digit()) {
            " "
        } else {
            ""
        };
        let bar = &text[head.len()..];
        draft.block.text = format!("{whole}{blank}{numerator}{bar}");
    }

    /// Adds a formula; a number in front of it stays a number of its own.
    pub(super) fn formula(&mut self, text: &str) {
        let draft = self.top().draft.as_ref();
        let before = draft.filter(|draft| draft.blank.is_none());
        let is_glued =
            before.is_some_and(|draft| draft.block.text.ends_with(char::is_alphanumeric));
        // A 3 with the formula *x+1* right behind it is not *3x+1*.
        if is_glued && text.starts_with(char::is_alphanumeric) {
            self.blank(' ');
        }
        self.text(text);
    }

    /// Adds a line break; two in a row end the paragraph.
    pub(super) fn line_break(&mut self) {
        let Some(draft) = &mut self.top().draft else {
            return;
        };
        // One break stands inside a paragraph, as in an address; two are a blank line.
        if draft.blank != Some('\n') {
            draft.blank = Some('\n');
        } else if !draft.block.text.is_empty() {
            let rest = Draft {
                block: Block {
                    role: draft.block.role,
                    place: draft.block.place,
                    ..Block::default()
                },
                ..Draft::default()
            };
            self.close_paragraph();
            self.top().draft = Some(rest);
        }
    }

    /// Opens a frame inside the innermost one, whose paragraph waits for it,
    /// but for a row, which stands between paragraphs.
    pub(super) fn open(&mut self, frame: Frame) {
        if frame == Frame::Row {
            self.close_paragraph();
        }
        let start = self.blocks.len();
        self.open.push(Open::new(frame, start));
    }

    /// Starts the next cell of the innermost row.
    pub(super) fn open_cell(&mut self) {
        self.close_paragraph();
        let start = self.blocks.len();
        self.top().cells.push(start);
    }

    /// Drops the blocks of the innermost row's last cell, and the cell.
    pub(super) fn discard_cell(&mut self) {
        if let Some(start) = self.top().cells.pop() {
            self.top().draft = None;
            self.blocks.truncate(start);
        }
    }

    /// Closes the innermost frame of this kind and all that is open inside it;
    /// nothing when there is none.
    pub(super) fn close(&mut self, frame: Frame) {
        if frame == Frame::Body || !self.is_inside(frame) {
            return;
        }
        while self.close_innermost() != frame {}
    }

    /// Closes the innermost frame of this kind and drops its blocks.
    pub(super) fn discard(&mut self, frame: Frame) {
        let found = self.open.iter().rposition(|open| open.frame == frame);
        if let Some(at) = found.filter(|at| *at > 0) {
            self.blocks.truncate(self.open[at].start);
            self.open.truncate(at);
        }
    }

    /// All blocks in reading order, notes last.
    pub(super) fn finish(mut self) -> Vec<Block> {
        while self.close_innermost() != Frame::Body {}
        self.blocks.append(&mut self.notes);
        self.blocks
    }

    fn top(&mut self) -> &mut Open {
        self.open.last_mut().expect("the body is closed last")
    }

    fn next_number(&mut self) -> Option<u32> {
        // Notes are stored apart: they have no number among the paragraphs of the body.
        if self.is_inside(Frame::Note) {
            return None;
        }
        self.paragraphs = self.paragraphs.saturating_add(1);
        Some(self.paragraphs)
    }

    fn blank(&mut self, c: char) {
        if let Some(draft) = &mut self.top().draft {
            // A line break outlasts the blanks beside it; blanks of two kinds become a plain one.
            draft.blank = match draft.blank {
                None => Some(c),
                Some(before) if before == c || before == '\n' => Some(before),
                Some(_) => Some(' '),
            };
        }
    }

    fn word(&mut self, c: char) {
        if self.top().draft.is_none() {
            self.open_paragraph(Role::Body);
        }
        let origin = self.origin;
        let draft = self.top().draft.as_mut().expect("a paragraph was opened");
        // The blank is written with the word behind it, so that no paragraph begins or ends in one.
        if let Some(blank) = draft.blank.take()
            && !draft.block.text.is_empty()
        {
            draft.block.text.push(blank);
            if std::mem::take(&mut draft.is_tabbed) {
                draft.tab_end = Some(draft.block.text.len());
            }
        }
        draft.block.text.push(c);
        if let Origin::Each(at) | Origin::Whole(at) = origin {
            draft.block.ink.push(at);
        }
    }

    fn close_innermost(&mut self) -> Frame {
        self.close_paragraph();
        let body = Open::new(Frame::Body, 0);
        let closed = self.open.pop().unwrap_or(body);
        match closed.frame {
            Frame::Row => self.close_row(&closed),
            Frame::Note => {
                let mut note = self.blocks.split_off(closed.start);
                for block in &mut note {
                    block.role = Role::Note;
                }
                self.notes.append(&mut note);
            }
            Frame::Body | Frame::Box => {}
        }
        closed.frame
    }

    /// Joins the cells of a row of data into one block.
    fn close_row(&mut self, row: &Open) {
        let ends = row.cells.iter().skip(1).copied().chain([self.blocks.len()]);
        let cells: Vec<&[Block]> = row
            .cells
            .iter()
            .zip(ends)
            .map(|(&start, end)| &self.blocks[start..end])
            .collect();
        let filled = cells.iter().filter(|cell| !cell.is_empty()).count();
        // One filled cell is a frame around prose, a long one prose in columns: its paragraphs stay
        // what they are.
        if filled < 2 || !cells.iter().all(|cell| holds_data(cell)) {
            return;
        }
        // An empty cell keeps its place, or the figures behind it would stand under another head.
        let joined: Vec<String> = cells.iter().map(|cell| join_lines(cell)).collect();
        let text = joined.join(CELL_SEPARATOR);
        let ink = match self.origin {
            Origin::Unknown => Vec::new(),
            _ => join_ink(&cells),
        };
        let place = self.blocks[row.start].place;
        self.blocks.truncate(row.start);
        self.blocks.push(Block {
            text: text.trim().to_owned(),
            role: Role::TableRow,
            place,
            ink,
            ..Block::default()
        });
    }
}

/// Whether a cell is short and holds no table of its own.
fn holds_data(cell: &[Block]) -> bool {
    let characters = cell.iter().flat_map(|block| block.text.chars());
    characters.take(LONGEST_DATA_CELL + 1).count() <= LONGEST_DATA_CELL
        && cell.iter().all(|block| block.role != Role::TableRow)
}

/// Where the characters of a row stand; the marks between its cells stand nowhere.
fn join_ink(cells: &[&[Block]]) -> Vec<u32> {
    let mut ink = Vec::new();
    for (at, cell) in cells.iter().enumerate() {
        if at > 0 {
            ink.push(Original::NOWHERE);
        }
        ink.extend(cell.iter().flat_map(|block| &block.ink));
    }
    ink
}

/// The lines of a cell on one line.
fn join_lines(cell: &[Block]) -> String {
    let lines: Vec<String> = cell
        .iter()
        .map(|block| block.text.replace('\n', " "))
        .collect();
    lines.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(flow: Flow) -> Vec<String> {
        flow.finish().into_iter().map(|block| block.text).collect()
    }

    fn row(cells: &[&str]) -> Flow {
        let mut flow = Flow::default();
        flow.open(Frame::Row);
        for cell in cells {
            flow.open_cell();
            flow.text(cell);
        }
        flow.close(Frame::Row);
        flow
    }

    #[test]
    fn white_space_is_folded_and_a_single_no_break_space_stays() {
        let mut flow = Flow::default();
        flow.text("  We cleared\t \n 12\u{a0}000 \u{a0} hectares. ");
        assert_eq!(texts(flow), ["We cleared 12\u{a0}000 hectares."]);
    }

    #[test]
    fn two_line_breaks_end_a_paragraph_and_one_does_not() {
        let mut flow = Flow::default();
        flow.text("Mr. Chair,");
        flow.line_break();
        flow.text(" Excellencies,");
        flow.line_break();
        flow.text(" ");
        flow.line_break();
        flow.text("We align ourselves with the Union.");
        assert_eq!(
            texts(flow),
            [
                "Mr. Chair,\nExcellencies,",
                "We align ourselves with the Union."
            ]
        );
    }

    #[test]
    fn short_cells_make_one_row_and_keep_their_columns() {
        assert_eq!(
            texts(row(&["Year", "Area (sq km)"])),
            ["Year | Area (sq km)"]
        );
        assert_eq!(
            texts(row(&["", "2019", "", "2020", ""])),
            ["| 2019 |  | 2020 |"]
        );
    }

    #[test]
    fn a_cell_of_prose_is_read_on_its_own() {
        let prose = "The survey goes on. ".repeat(12);
        assert_eq!(texts(row(&["Area", &prose])), ["Area", prose.trim()]);
        assert_eq!(texts(row(&["", "Alone in its row"])), ["Alone in its row"]);
    }

    #[test]
    fn a_table_in_a_cell_keeps_its_rows() {
        let mut flow = Flow::default();
        flow.open(Frame::Row);
        flow.open_cell();
        flow.open(Frame::Row);
        for cell in ["2020", "14"] {
            flow.open_cell();
            flow.text(cell);
        }
        flow.close(Frame::Row);
        flow.open_cell();
        flow.text("Beside it");
        assert_eq!(texts(flow), ["2020 | 14", "Beside it"]);
    }

    #[test]
    fn a_note_inside_a_paragraph_comes_last_and_leaves_the_words_whole() {
        let mut flow = Flow::default();
        flow.open_paragraph(Role::Body);
        flow.text("Stocks fell");
        flow.open(Frame::Note);
        flow.text("As of May.");
        flow.close(Frame::Note);
        flow.text(" again.");
        let blocks = flow.finish();
        assert_eq!(blocks[0].text, "Stocks fell again.");
        assert_eq!(
            (blocks[1].text.as_str(), blocks[1].role),
            ("As of May.", Role::Note)
        );
        assert_eq!(
            (blocks[0].place.number, blocks[1].place.number),
            (Some(1), None)
        );
    }

    #[test]
    fn a_paragraph_without_its_mark_goes_on_in_the_next() {
        let mut flow = Flow::default();
        flow.open_paragraph(Role::Body);
        flow.text("We stand ");
        flow.carry_paragraph();
        flow.open_paragraph(Role::Heading);
        flow.text("together.");
        let blocks = flow.finish();
        assert_eq!(blocks.len(), 1);
        assert_eq!(
            (blocks[0].text.as_str(), blocks[0].role),
            ("We stand together.", Role::Body)
        );
    }

    #[test]
    fn a_fraction_built_of_raised_and_lowered_digits_is_one() {
        let written = |before: &str, above: &str, below: &str| {
            let mut flow = Flow::default();
            flow.text(before);
            flow.superscript(above);
            flow.text("/");
            flow.text(below);
            texts(flow).concat()
        };
        assert_eq!(written("in 5", "1", "2 days"), "in 5 1/2 days");
        assert_eq!(written("in ", "3", "4 of it"), "in 3/4 of it");
        assert_eq!(
            written("of 12 km", "2", "100 people"),
            "of 12 km²/100 people"
        );
        assert_eq!(written("of 10", "6", "100"), "of 10⁶/100");
    }

    #[test]
    fn a_discarded_row_leaves_nothing() {
        let mut flow = Flow::default();
        flow.text("Before");
        flow.open(Frame::Row);
        flow.open_cell();
        flow.text("gone");
        flow.discard(Frame::Row);
        flow.text("After");
        assert_eq!(texts(flow), ["Before", "After"]);
    }
}
