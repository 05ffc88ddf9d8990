//! Reads the words, group by group.

use std::collections::BTreeMap;
use std::mem;

use super::charset::{Charset, code_page, decode_units, font_charset};
use super::destination::{Destination, Opening, character, opening};
use super::lexer::Token;
use crate::load::block::Block;
use crate::load::flow::{Flow, Frame};
use crate::load::properties::stated;
use crate::load::row_ends::Rows;
use crate::load::tracked::{Revision, Revisions};
use crate::model::Role;

/// Reads a file token by token.
pub(super) struct Reader {
    flow: Flow,
    revisions: Revisions,
    /// Open groups, the innermost last; never empty.
    groups: Vec<Group>,
    rows: Rows,
    /// Character set of the file.
    charset: Charset,
    fonts: BTreeMap<i32, Charset>,
    font: i32,
    styles: BTreeMap<i32, Role>,
    style: i32,
    /// Bytes of text that wait to be decoded together.
    bytes: Vec<u8>,
    /// UTF-16 units that wait for their other half.
    units: Vec<u16>,
    /// Characters to pass over: they repeat the last `\u` for old readers.
    repeats: usize,
    title: String,
    author: String,
}

/// What holds inside a group.
#[derive(Debug, Clone)]
struct Group {
    destination: Destination,
    /// The frame that ends with it, and the rows that wait outside.
    frame: Option<(Frame, Rows)>,
    /// `\*` was seen: the next word must be a known destination.
    is_optional: bool,
    charset: Charset,
    /// Characters that repeat each `\u`.
    repeats: usize,
    look: Look,
    role: Role,
    /// Tables around the paragraph.
    tables: usize,
}

/// How text looks.
#[derive(Debug, Clone, Copy, Default)]
struct Look {
    is_hidden: bool,
    is_raised: bool,
    /// A tracked change leaves it out.
    is_gone: bool,
}

impl Reader {
    pub(super) fn new(revisions: Revisions) -> Self {
        let charset = Charset::Text(encoding_rs::WINDOWS_1252);
        let outermost = Group {
            destination: Destination::Text,
            frame: None,
            is_optional: false,
            charset,
            repeats: 1,
            look: Look::default(),
            role: Role::Body,
            tables: 0,
        };
        Self {
            flow: Flow::default(),
            revisions,
            groups: vec![outermost],
            rows: Rows::default(),
            charset,
            fonts: BTreeMap::new(),
            font: 0,
            styles: BTreeMap::new(),
            style: 0,
            bytes: Vec::new(),
            units: Vec::new(),
            repeats: 0,
            title: String::new(),
            author: String::new(),
        }
    }

    /// How many groups are open.
    pub(super) fn depth(&self) -> usize {
        self.groups.len() - 1
    }

    /// The tracked changes met so far.
    pub(super) fn revisions(&self) -> Revisions {
        self.revisions
    }

    /// The blocks, the title and the author.
    pub(super) fn finish(mut self) -> (Vec<Block>, Option<String>, Option<String>) {
        self.flush();
        (self.flow.finish(), stated(self.title), stated(self.author))
    }

    /// Reads the next token.
    pub(super) fn read(&mut self, token: Token<'_>) {
        match token {
            Token::Open => self.open_group(),
            Token::Close => self.close_group(),
            _ if self.group().destination == Destination::Skipped => {}
            Token::Word("u", Some(unit)) => self.unit(unit),
            Token::Word(name, value) => {
                self.flush();
                self.repeats = 0;
                self.word(name, value);
            }
            Token::Symbol(symbol) => self.symbol(symbol),
            Token::Hex(byte) => self.text(&[byte]),
            Token::Text(bytes) => self.text(bytes),
        }
    }

    fn group(&mut self) -> &mut Group {
        self.groups
            .last_mut()
            .expect("the outermost group stays open")
    }

    fn open_group(&mut self) {
        self.flush();
        self.repeats = 0;
        let inner = Group {
            frame: None,
            is_optional: false,
            ..self.group().clone()
        };
        self.groups.push(inner);
    }

    fn close_group(&mut self) {
        self.flush();
        self.repeats = 0;
        // A brace too many at the end of a file harms nothing.
        if self.groups.len() == 1 {
            return;
        }
        if let Some((frame, rows)) = self.groups.pop().and_then(|group| group.frame) {
            self.flow.close(frame);
            self.rows = rows;
        }
    }

    fn unit(&mut self, unit: i32) {
        self.flush_bytes();
        // Units above 0x7FFF are written as negative numbers.
        self.units.push(
            unit.rem_euclid(0x1_0000)
                .unsigned_abs()
                .try_into()
                .unwrap_or(0xfffd),
        );
        // `\u8217 ?`: the `?` is for readers that know no Unicode.
        self.repeats = self.group().repeats;
    }

    fn text(&mut self, bytes: &[u8]) {
        let passed = self.repeats.min(bytes.len());
        self.repeats -= passed;
        if passed < bytes.len() {
            self.flush_units();
            self.bytes.extend_from_slice(&bytes[passed..]);
        }
    }

    fn symbol(&mut self, symbol: u8) {
        if symbol == b'*' {
            self.group().is_optional = true;
            return;
        }
        if self.repeats > 0 {
            self.repeats -= 1;
            return;
        }
        match symbol {
            b'\\' | b'{' | b'}' => self.text(&[symbol]),
            b'~' => {
                self.flush();
                self.write("\u{a0}");
            }
            // A hyphen that keeps its words on one line.
            b'_' => self.text(b"-"),
            // A backslash at the end of a line is a `\par`.
            b'\r' | b'\n' => {
                self.flush();
                self.end_paragraph();
            }
            _ => {}
        }
    }

    fn word(&mut self, name: &str, value: Option<i32>) {
        let is_optional = mem::take(&mut self.group().is_optional);
        match opening(name) {
            Some(opening) => self.open_destination(opening),
            // `\*` says: pass over what you do not know.
            None if is_optional => self.group().destination = Destination::Skipped,
            None => match character(name) {
                Some(text) => self.write(text),
                None => self.property(name, value),
            },
        }
    }

    fn open_destination(&mut self, opening: Opening) {
        let frame = match opening {
            Opening::Kept => return,
            Opening::To(destination)
                if destination != Destination::Text && self.is_superseded() =>
            {
                self.group().destination = Destination::Skipped;
                return;
            }
            Opening::To(destination) => {
                self.group().destination = destination;
                return;
            }
            Opening::Note => Frame::Note,
            Opening::Box => Frame::Box,
        };
        if self.group().destination == Destination::Text
            && self.group().frame.is_none()
            && self.is_shown()
        {
            self.flow.open(frame);
            let rows = mem::take(&mut self.rows);
            self.group().frame = Some((frame, rows));
            // The rows of a note are its own, whatever table its mark stands in.
            self.group().tables = 0;
        } else {
            self.group().destination = Destination::Skipped;
        }
    }

    /// Applies a control word that is neither a destination nor a character.
    fn property(&mut self, name: &str, value: Option<i32>) {
        let number = value.unwrap_or(1);
        let is_on = number != 0;
        match name {
            "ansicpg" => self.set_charset(Charset::Text(code_page(number))),
            "mac" => self.set_charset(Charset::Text(encoding_rs::MACINTOSH)),
            "f" => self.set_font(number),
            "fcharset" => {
                let charset = font_charset(number).unwrap_or(self.charset);
                self.fonts.insert(self.font, charset);
            }
            "uc" => self.group().repeats = usize::try_from(number).unwrap_or(1),
            "s" => self.set_style(number),
            // 9 is *body text*.
            "outlinelevel" if number < 9 => self.set_heading(),
            "pard" => {
                self.group().role = Role::Body;
                self.group().tables = 0;
            }
            "plain" => {
                self.group().charset = self.charset;
                self.group().look = Look::default();
            }
            "v" => self.group().look.is_hidden = is_on,
            // CO₂ and CO2 are the same words.
            "sub" | "nosupersub" => self.group().look.is_raised = false,
            "super" | "up" => self.group().look.is_raised = is_on,
            "deleted" => self.revise(Revision::Deleted, is_on),
            "revised" => self.revise(Revision::Inserted, is_on),
            "intbl" => self.group().tables = self.group().tables.max(1),
            "itap" => self.group().tables = usize::try_from(number).unwrap_or(0),
            _ if self.group().destination == Destination::Text => self.layout(name),
            _ => {}
        }
    }

    /// Applies a control word that ends a line, a paragraph, a cell or a row.
    fn layout(&mut self, name: &str) {
        match name {
            "par" | "sect" => self.end_paragraph(),
            // A page may end inside a sentence.
            "line" | "page" | "column" if self.is_shown() => self.flow.line_break(),
            "cell" => self.rows.end_cell(1, &mut self.flow),
            "nestcell" => self
                .rows
                .end_cell(self.rows.tables().max(2), &mut self.flow),
            "row" => self.rows.end_row(1, &mut self.flow),
            "nestrow" => self.rows.end_row(self.rows.tables().max(2), &mut self.flow),
            _ => {}
        }
    }

    fn end_paragraph(&mut self) {
        if self.group().look.is_gone {
            self.flow.carry_paragraph();
        } else {
            self.flow.close_paragraph();
        }
    }

    fn set_charset(&mut self, charset: Charset) {
        self.charset = charset;
        self.group().charset = charset;
    }

    fn set_font(&mut self, font: i32) {
        self.font = font;
        self.group().charset = self.fonts.get(&font).copied().unwrap_or(self.charset);
    }

    fn set_style(&mut self, style: i32) {
        self.style = style;
        if self.group().destination == Destination::Text {
            self.group().role = self.styles.get(&style).copied().unwrap_or_default();
        }
    }

    fn set_heading(&mut self) {
        if self.group().destination == Destination::Styles {
            self.styles.insert(self.style, Role::Heading);
        } else {
            self.group().role = Role::Heading;
        }
    }

    fn revise(&mut self, revision: Revision, is_on: bool) {
        if self.group().destination == Destination::Text {
            self.group().look.is_gone = is_on && !self.revisions.shows(revision);
        }
    }

    fn is_superseded(&mut self) -> bool {
        self.group().destination == Destination::Superseded
    }

    fn is_shown(&mut self) -> bool {
        let look = self.group().look;
        !look.is_hidden && !look.is_gone
    }

    fn flush(&mut self) {
        self.flush_units();
        self.flush_bytes();
    }

    fn flush_units(&mut self) {
        if !self.units.is_empty() {
            let text = decode_units(&mem::take(&mut self.units));
            self.write(&text);
        }
    }

    fn flush_bytes(&mut self) {
        if !self.bytes.is_empty() {
            let bytes = mem::take(&mut self.bytes);
            let charset = self.group().charset;
            self.write(&charset.decode(&bytes));
        }
    }

    fn write(&mut self, text: &str) {
        match self.group().destination {
            Destination::Text => self.write_text(text),
            Destination::Title => self.title.push_str(text),
            Destination::Author => self.author.push_str(text),
            Destination::Styles if is_heading_name(text) => self.set_heading(),
            Destination::ListMark if !text.trim().is_empty() => self.mark_list_item(),
            _ => {}
        }
    }

    fn write_text(&mut self, text: &str) {
        if !self.is_shown() {
            return;
        }
        if !self.flow.is_inside(Frame::Note) || self.group().tables > 0 {
            let tables = self.group().tables;
            self.rows.enter(tables, &mut self.flow);
        }
        if !self.flow.in_paragraph() {
            let role = self.group().role;
            self.flow.open_paragraph(role);
        }
        if self.group().look.is_raised {
            self.flow.superscript(text);
        } else {
            self.flow.text(text);
        }
    }

    /// A list mark stands in a group of its own before the words of the item.
    fn mark_list_item(&mut self) {
        let at = self.groups.len().saturating_sub(2);
        let outer = &mut self.groups[at];
        if outer.role == Role::Body {
            outer.role = Role::ListItem;
        }
    }
}

/// Whether a style of this name is for headings; the names are English.
fn is_heading_name(text: &str) -> bool {
    // `{\s1 heading 1;}`
    let name = text.trim().trim_end_matches(';').to_ascii_lowercase();
    name.starts_with("heading ") || matches!(name.as_str(), "title" | "subtitle")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_style_is_a_heading_by_its_name() {
        assert!(is_heading_name("heading 1;") && is_heading_name(" Title;"));
        assert!(!is_heading_name("Normal;") && !is_heading_name("headings"));
    }
}
