//! What is to be changed in each paragraph of the file, before it is written.

use std::collections::{BTreeMap, BTreeSet};

use super::position::{FileParagraphId, FilePosition};
use crate::render::docx::change::Change;
use crate::report::Original;

/// All edits of a file.
#[derive(Debug)]
pub(super) struct Edits {
    pub(super) paragraphs: BTreeMap<FileParagraphId, ParagraphEdits>,
    /// What becomes of rows of tables: part and row.
    pub(super) rows: BTreeMap<(usize, usize), Change>,
    /// What is put in at a byte of a part, between paragraphs or rows.
    pub(super) blocks: Vec<(usize, usize, String)>,
}

/// The edits of one paragraph.
#[derive(Debug, Default)]
pub(super) struct ParagraphEdits {
    /// What becomes of its end.
    pub(super) mark: Option<Change>,
    /// What becomes of all that it holds.
    pub(super) whole: Option<Change>,
    /// What becomes of a stretch, whatever becomes of the whole.
    pub(super) stretches: Vec<(FilePosition, FilePosition, Change)>,
    /// Stretches that came of white space alone, at the ends of paragraphs.
    pub(super) blanks: Vec<(FilePosition, FilePosition)>,
    /// What is put in, in the order of the text.
    pub(super) points: Vec<(FilePosition, Point)>,
    /// Pieces that are inserted by themselves: references to new notes.
    pub(super) pieces: BTreeSet<usize>,
    /// Pieces that stay whatever becomes of all: boxes with words of their own.
    pub(super) stays: BTreeSet<usize>,
    /// What stands in front of its first word and behind its end.
    pub(super) around: (String, String),
}

/// What is put in at a position.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Point {
    /// XML that stands between runs.
    Xml(String),
    /// The end of a paragraph that is gone.
    Break,
}

impl Edits {
    pub(super) fn new() -> Self {
        Self {
            paragraphs: BTreeMap::new(),
            rows: BTreeMap::new(),
            blocks: Vec::new(),
        }
    }

    pub(super) fn of(&mut self, file_paragraph: FileParagraphId) -> &mut ParagraphEdits {
        self.paragraphs.entry(file_paragraph).or_default()
    }
}

/// Hands out the ids of changes and comments; none that is taken.
pub(super) struct Ids<'a> {
    taken: &'a BTreeSet<u32>,
    last: u32,
}

impl<'a> Ids<'a> {
    pub(super) fn new(original: &'a Original) -> Self {
        Self {
            taken: &original.ids,
            last: 0,
        }
    }

    pub(super) fn next(&mut self) -> u32 {
        self.last += 1;
        // Changes, bookmarks and comments of the file keep theirs, and none may stand twice.
        while self.taken.contains(&self.last) {
            self.last += 1;
        }
        self.last
    }
}
