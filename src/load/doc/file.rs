//! The tables of a file, opened: its text, its formatting and where its parts stand.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::binary::{Plc, slice, u16_at, u32_at};
use super::fib::{Fib, Story, Table};
use super::formatting::{Formatting, Kind};
use super::pieces::Text;
use super::run::{Look, style_of};
use super::sprm::{ELSEWHERE, PARAGRAPH_STYLE, sprms};
use super::style::Styles;

/// Characters that end a paragraph: its mark, that of a cell or a row, a page or section.
const PARAGRAPH_MARK: u16 = 0x0d;
pub(super) const CELL_MARK: u16 = 0x07;
const SECTION_MARK: u16 = 0x0c;

/// Bytes of the data of a mark of a note, a drawing's anchor, a text box.
const MARK_LEN: usize = 2;
const ANCHOR_LEN: usize = 26;
const BOX_LEN: usize = 22;

/// Where the table of text boxes has the number of the shape.
const BOX_SHAPE: usize = 14;

/// Stories of headers and footers that are lines above notes instead.
const NOTE_SEPARATORS: usize = 6;

/// Most bytes of properties that are read from the stream `Data`: those of a row of 63 cells.
const MAX_ELSEWHERE: usize = 4096;

/// Where a font has its name, in bytes.
const FONT_NAME: usize = 40;

/// The streams of a file.
#[derive(Debug, Default)]
pub(super) struct Streams {
    pub(super) main: Vec<u8>,
    pub(super) tables: Vec<u8>,
    pub(super) data: Vec<u8>,
}

/// A file whose tables are open.
pub(super) struct File<'a> {
    fib: Fib<'a>,
    streams: &'a Streams,
    pub(super) text: Text<'a>,
    runs: Formatting<'a>,
    paragraphs: Formatting<'a>,
    pub(super) styles: Styles,
    section_ends: BTreeSet<u32>,
    /// Names of fonts.
    fonts: Vec<String>,
}

impl<'a> File<'a> {
    /// Opens the tables; `None` for a file without a text.
    pub(super) fn open(fib: Fib<'a>, streams: &'a Streams) -> Option<Self> {
        let table = |table| fib.table(&streams.tables, table);
        let formatting = |kind, name| Formatting::new(kind, table(name), &streams.main);
        Some(Self {
            text: Text::read(&streams.main, table(Table::Pieces))?,
            runs: formatting(Kind::Run, Table::Runs),
            paragraphs: formatting(Kind::Paragraph, Table::Paragraphs),
            styles: Styles::read(table(Table::Styles)),
            fonts: fonts(table(Table::Fonts)).collect(),
            section_ends: Plc::new(table(Table::Sections), 12).starts().collect(),
            fib,
            streams,
        })
    }

    /// Whether the text has fewer characters than the file says.
    pub(super) fn is_cut_off(&self) -> bool {
        self.text.units.len() < self.fib.characters() as usize
    }

    /// The character at `at`; 0 beyond the text.
    pub(super) fn unit(&self, at: u32) -> u16 {
        self.text.units.get(at as usize).copied().unwrap_or(0)
    }

    /// The characters of a story, as far as the text has them.
    pub(super) fn story(&self, story: Story) -> Range<u32> {
        self.bounded(self.fib.story(story))
    }

    /// A part of a story by its place in it, as far as the text has it.
    fn part(&self, story: Story, part: Range<u32>) -> Range<u32> {
        let story = self.story(story);
        let place = |at: u32| story.start.saturating_add(at).min(story.end);
        place(part.start)..place(part.end)
    }

    fn bounded(&self, range: Range<u32>) -> Range<u32> {
        let len = u32::try_from(self.text.units.len()).unwrap_or(u32::MAX);
        range.start.min(len)..range.end.min(len)
    }

    fn table(&self, table: Table) -> &'a [u8] {
        self.fib.table(&self.streams.tables, table)
    }

    /// Where the paragraph around `start` has its mark, the last character before `end` at most.
    pub(super) fn paragraph_mark(&self, start: u32, end: u32) -> u32 {
        let is_mark = |at: &u32| match self.unit(*at) {
            PARAGRAPH_MARK | CELL_MARK => true,
            // The same character is a page break, which ends no paragraph.
            SECTION_MARK => self.section_ends.contains(&(at + 1)),
            _ => false,
        };
        (start..end).find(is_mark).unwrap_or(end - 1)
    }

    /// The style and the modifiers of the paragraph whose mark stands at `mark`.
    pub(super) fn paragraph(&self, mark: u32) -> (u16, Vec<&[u8]>) {
        let offset = self.text.offset(mark).unwrap_or(u32::MAX);
        let properties = self.paragraphs.at(offset).properties;
        // The first two bytes are the number of the style.
        let own = properties.get(2..).unwrap_or_default();
        let rows = [own, self.elsewhere(own), self.text.modifiers(mark)];
        let named = rows.iter().flat_map(|row| sprms(row));
        let named = named.filter(|sprm| sprm.code == PARAGRAPH_STYLE).last();
        let style = named.map_or(u16_at(properties, 0).unwrap_or(0), |sprm| sprm.word(0));
        (style, rows.to_vec())
    }

    /// Modifiers that are kept in the stream `Data` since they are many.
    fn elsewhere(&self, modifiers: &[u8]) -> &'a [u8] {
        let place = sprms(modifiers).find(|sprm| sprm.code == ELSEWHERE);
        let bytes = place.and_then(|sprm| {
            let at = usize::try_from(sprm.number()).ok()?;
            let len = usize::from(u16_at(&self.streams.data, at)?).min(MAX_ELSEWHERE);
            slice(&self.streams.data, at + 2, len)
        });
        bytes.unwrap_or_default()
    }

    /// How the characters from `at` on look in a paragraph of `style`, and where that ends.
    pub(super) fn run(&self, at: u32, style: u16) -> (Look, u32) {
        let offset = self.text.offset(at).unwrap_or(u32::MAX);
        let stretch = self.runs.at(offset);
        let named = style_of(stretch.properties).map(|style| self.styles.look(style));
        // A style of characters stands above that of the paragraph.
        let base = self.styles.look(style).under(named.unwrap_or_default());
        let mut look = base;
        look.apply(stretch.properties, base);
        look.apply(self.text.modifiers(at), base);
        (look, self.text.end(at, stretch.end))
    }

    /// The notes in the order of their marks: where the mark stands in the text, and the note.
    pub(super) fn notes(&self) -> Vec<(u32, Range<u32>)> {
        let kinds = [
            (Table::FootnoteMarks, Table::Footnotes, Story::Footnotes),
            (Table::EndnoteMarks, Table::Endnotes, Story::Endnotes),
        ];
        let mut notes = Vec::new();
        for (marks, texts, story) in kinds {
            let texts = Plc::new(self.table(texts), 0);
            for (nth, mark) in Plc::new(self.table(marks), MARK_LEN).starts().enumerate() {
                if let Some(part) = part_of(&texts, nth) {
                    notes.push((mark, self.part(story, part)));
                }
            }
        }
        // Foot- and endnotes are read as one row, in the order of the text.
        notes.sort_by_key(|(mark, _)| *mark);
        notes
    }

    /// The headers and footers, section by section.
    pub(super) fn headers(&self) -> Vec<Range<u32>> {
        let parts = Plc::new(self.table(Table::Headers), 0);
        let numbers = NOTE_SEPARATORS..parts.len();
        let parts = numbers.filter_map(|nth| part_of(&parts, nth));
        parts.map(|part| self.part(Story::Headers, part)).collect()
    }

    /// The text boxes by the character that they are anchored at; those of no known anchor
    /// stand last.
    pub(super) fn boxes(&self) -> BTreeMap<u32, Vec<Range<u32>>> {
        let anchors = Plc::new(self.table(Table::Anchors), ANCHOR_LEN);
        let shapes = (0..anchors.len())
            .filter_map(|nth| Some((u32_at(anchors.data(nth)?, 0)?, anchors.position(nth)?)));
        let shapes: BTreeMap<u32, u32> = shapes.collect();
        let boxes = Plc::new(self.table(Table::Boxes), BOX_LEN);
        let mut anchored: BTreeMap<u32, Vec<Range<u32>>> = BTreeMap::new();
        for nth in 0..boxes.len() {
            let shape = boxes.data(nth).and_then(|data| u32_at(data, BOX_SHAPE));
            let anchor = shape.and_then(|shape| shapes.get(&shape));
            if let Some(part) = part_of(&boxes, nth) {
                let boxes = anchored.entry(anchor.copied().unwrap_or(u32::MAX));
                boxes.or_default().push(self.part(Story::Boxes, part));
            }
        }
        anchored
    }

    /// The name of a font; `None` where the table of fonts does not have it.
    pub(super) fn font(&self, number: u16) -> Option<&str> {
        self.fonts.get(usize::from(number)).map(String::as_str)
    }
}

/// The names in a table of fonts (MS-DOC 2.9.286).
fn fonts(table: &[u8]) -> impl Iterator<Item = String> {
    let mut rest = table.get(4..).unwrap_or_default();
    std::iter::from_fn(move || {
        let len = usize::from(*rest.first()?);
        let font = slice(rest, 1, len)?;
        rest = &rest[1 + len..];
        let units = font
            .get(FONT_NAME - 1..)
            .unwrap_or_default()
            .chunks_exact(2);
        let units = units.map(|pair| u16::from_le_bytes([pair[0], pair[1]]));
        let name: Vec<u16> = units.take_while(|unit| *unit != 0).collect();
        Some(String::from_utf16_lossy(&name))
    })
}

/// Stretch `nth` of a table.
fn part_of(table: &Plc<'_>, nth: usize) -> Option<Range<u32>> {
    if nth >= table.len() {
        return None;
    }
    Some(table.position(nth)?..table.position(nth + 1)?)
}
