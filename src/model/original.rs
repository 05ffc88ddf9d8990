//! The Word file that a document was read from, and where its words stand in it.
//!
//! Written by the reader on the walk that reads the words, so that what edits the
//! file never looks for them again. Places are bytes of a part's XML; characters of
//! all parts are counted in one row, shown or not: a *source*.

use std::collections::BTreeSet;
use std::ops::Range;

/// A Word file that is to be edited.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Original {
    /// The whole file.
    pub file: Vec<u8>,
    /// The parts that the text stands in, the main part first.
    pub parts: Vec<TextPart>,
    /// The source of each character of the document's text that is no white space;
    /// [`Original::NOWHERE`] for one that the file does not have.
    pub ink: Vec<u32>,
    /// Parts without a text of their own that changes were tracked in, settled too.
    pub settled: Vec<NamedXml>,
    /// The list of the types of all parts.
    pub types: NamedXml,
    /// The list of what the main part refers to; empty where there is none.
    pub relations: NamedXml,
    /// The comments that are there.
    pub comments: Option<NamedXml>,
    /// When it was last saved, in universal time: `2022-05-03T09:00:00Z`.
    pub modified: Option<String>,
    /// Ids of changes, bookmarks and comments that are taken.
    pub ids: BTreeSet<u32>,
    /// Whether the file has the styles of comments under their usual ids.
    pub has_comment_styles: bool,
}

impl Original {
    /// The source of a character that the file does not have.
    pub const NOWHERE: u32 = u32::MAX;
}

/// A part of a file and its name.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct NamedXml {
    /// Where it stands in the file, without a leading slash.
    pub name: String,
    /// Its text.
    pub xml: String,
}

/// A part that words stand in.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TextPart {
    /// Where it stands in the file.
    pub name: String,
    /// Its text, with changes settled that were tracked in it.
    pub xml: String,
    /// Whether changes were tracked in it.
    pub is_settled: bool,
    /// What stands before the names of its elements, with the colon: `w:`.
    pub prefix: String,
    /// Its first source, and the one past its last.
    pub sources: Range<u32>,
    /// In the order of their starts; those of a text box stand inside another one.
    pub paragraphs: Vec<FileParagraph>,
    /// In the order of their starts.
    pub runs: Vec<FileRun>,
    /// What runs hold, in order.
    pub pieces: Vec<RunPiece>,
    /// The characters of all pieces of text.
    pub words: String,
    /// Rows of tables, in the order of their starts.
    pub rows: Vec<FileRow>,
    /// Tables, in the order of their starts.
    pub tables: Vec<FileTable>,
    /// Fields that do not begin and end in one paragraph.
    pub crossing: BTreeSet<usize>,
    /// What stands around runs inside a paragraph: links, fields, controls.
    pub wrappers: Vec<Wrapper>,
}

impl TextPart {
    /// The piece that holds a source of this part.
    #[must_use]
    pub fn piece_at(&self, source: u32) -> Option<usize> {
        let past = self.pieces.partition_point(|piece| piece.first <= source);
        let at = past.checked_sub(1)?;
        self.pieces[at].sources().contains(&source).then_some(at)
    }
}

/// The bytes of an element.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Element {
    /// First byte of the start tag.
    pub start: usize,
    /// First byte behind the start tag.
    pub inner: usize,
    /// First byte of the end tag.
    pub close: usize,
    /// First byte behind the element.
    pub end: usize,
}

impl Element {
    /// Whether it is one tag that is start and end.
    #[must_use]
    pub fn is_bare(&self) -> bool {
        self.inner == self.end
    }
}

/// A paragraph (`w:p`).
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct FileParagraph {
    /// The whole of it.
    pub element: Element,
    /// Its properties.
    pub properties: Option<ParagraphProperties>,
    /// The number of what it stands in: the body, a cell, a box, a note.
    pub container: usize,
    /// How many containers that stands in.
    pub depth: usize,
    /// The paragraph that it stands inside of, in a text box.
    pub host: Option<usize>,
    /// The row of a table that it stands in.
    pub row: Option<usize>,
    /// The note that it stands in.
    pub note: Option<NoteReference>,
    /// Whether the next thing in its container is a paragraph.
    pub is_followed: bool,
    /// Whether it is one of another vocabulary, such as that of drawings.
    pub is_foreign: bool,
    /// Its runs, those of a box inside it left out.
    pub runs: Vec<usize>,
}

/// Properties of a paragraph (`w:pPr`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct ParagraphProperties {
    /// The whole of them.
    pub element: Element,
    /// Those of the paragraph's mark (`w:rPr`).
    pub mark: Option<Element>,
    /// The byte before which those of the mark belong.
    pub mark_place: usize,
    /// The end of a section (`w:sectPr`).
    pub section: Option<Element>,
}

/// A run (`w:r`), or a formula, which stands in its place.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct FileRun {
    /// The whole of it.
    pub element: Element,
    /// Its properties (`w:rPr`).
    pub look: Option<Element>,
    /// The paragraph that it stands in.
    pub paragraph: usize,
    /// What stands around it.
    pub wrapper: Option<usize>,
    /// What it holds, properties left out.
    pub pieces: Vec<usize>,
    /// Whether it stands above the line.
    pub is_raised: bool,
    /// Whether it is a formula.
    pub is_formula: bool,
}

/// What a run holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RunPiece {
    /// What it is.
    pub kind: PieceKind,
    /// The whole of it.
    pub element: Element,
    /// The run that it stands in.
    pub run: usize,
    /// Its first source; the next one where it has none.
    pub first: u32,
    /// How many sources it has.
    pub count: u32,
}

impl RunPiece {
    /// Its sources.
    #[must_use]
    pub fn sources(&self) -> Range<u32> {
        self.first..self.first + self.count
    }
}

/// The kinds of things in a run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PieceKind {
    /// Text; the bytes of it in [`TextPart::words`], a source a character.
    Text(Range<usize>),
    /// Text that cannot be divided: it has codes of a symbol font.
    Codes,
    /// A tab, a line break, a symbol, a formula: one source.
    Sign,
    /// A part of the field with this number.
    Field(usize),
    /// The reference to a note.
    Note(NoteReference),
    /// Anything else: a picture, the mark of a comment.
    Other,
}

/// A note as the text refers to it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct NoteReference {
    /// `footnotes` or `endnotes`.
    pub kind: &'static str,
    /// Its id.
    pub id: String,
}

/// A row of a table (`w:tr`).
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct FileRow {
    /// The whole of it.
    pub element: Element,
    /// Its properties (`w:trPr`).
    pub properties: Option<Element>,
    /// The byte before which its properties belong.
    pub properties_place: usize,
    /// The table that it stands in.
    pub table: Option<usize>,
    /// The properties of each cell (`w:tcPr`).
    pub cells: Vec<Option<Element>>,
}

/// A table (`w:tbl`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct FileTable {
    /// The whole of it.
    pub element: Element,
    /// The number of what it stands in, as of a paragraph.
    pub container: usize,
}

/// What stands around runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Wrapper {
    /// The whole of it.
    pub element: Element,
    /// What stands around it.
    pub outer: Option<usize>,
    /// Whether it may be closed and opened again.
    pub is_divisible: bool,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_element_of_one_tag_is_bare() {
        let element = |inner: usize, close: usize, end: usize| Element {
            start: 0,
            inner,
            close,
            end,
        };
        assert!(element(6, 6, 6).is_bare() && !element(6, 6, 13).is_bare());
    }
}
