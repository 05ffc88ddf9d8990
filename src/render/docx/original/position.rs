//! Finds the position in the file of each byte of the text.

use std::collections::BTreeMap;

use crate::report::{Original, OriginalFile, TextPart};

/// A position between two sources: behind one, or in front of one. What the file has
/// between two characters of the text, such as white space, stands between the two.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct FilePosition(pub(super) u64);

impl FilePosition {
    pub(super) fn before(source: u32) -> Self {
        Self(2 * u64::from(source))
    }

    pub(super) fn after(source: u32) -> Self {
        Self(2 * u64::from(source) + 1)
    }

    /// Whether nothing but the gap between two sources lies from here to `to`: from behind one
    /// to in front of the next.
    pub(super) fn is_gap_to(self, to: Self) -> bool {
        let is_behind = self.0 % 2 == 1;
        is_behind && self.0 + 1 == to.0
    }

    /// The source that it is said by.
    pub(super) fn source(self) -> u32 {
        u32::try_from(self.0 / 2).unwrap_or(Original::NOWHERE)
    }
}

/// A paragraph of the file: the part, and the paragraph in it.
pub(super) type FileParagraphId = (usize, usize);

/// Where the words of the text stand in the file.
pub(super) struct TextPositions<'a> {
    kept: OriginalFile<'a>,
    /// Bytes of the text that are no white space.
    inked: Vec<u32>,
    /// The paragraphs of the file that each paragraph of the text stands in.
    file_paragraphs: Vec<Vec<FileParagraphId>>,
    /// How many paragraphs of the text stand in one of the file.
    share_counts: BTreeMap<FileParagraphId, usize>,
}

impl<'a> TextPositions<'a> {
    /// `None` where a paragraph of the text stands nowhere in the file.
    pub(super) fn new(kept: OriginalFile<'a>) -> Option<Self> {
        let text = &kept.after.text;
        let letters = text.char_indices().filter(|(_, c)| !c.is_whitespace());
        let inked: Vec<u32> = letters
            .map(|(at, _)| u32::try_from(at).unwrap_or(u32::MAX))
            .collect();
        // The text has other letters than the reader has traced: no place is sure.
        if inked.len() != kept.original.ink.len() {
            return None;
        }
        let mut positions = Self {
            kept,
            inked,
            file_paragraphs: Vec::new(),
            share_counts: BTreeMap::new(),
        };
        for paragraph in 0..kept.after.paragraphs.len() {
            let file_paragraphs = positions.find_file_paragraphs(paragraph)?;
            for file_paragraph in &file_paragraphs {
                *positions.share_counts.entry(*file_paragraph).or_default() += 1;
            }
            positions.file_paragraphs.push(file_paragraphs);
        }
        Some(positions)
    }

    fn find_file_paragraphs(&self, paragraph: usize) -> Option<Vec<FileParagraphId>> {
        let span = self.kept.after.paragraphs[paragraph].span;
        let sources = &self.kept.original.ink[self.index(span.start)..self.index(span.end)];
        let mut file_paragraphs: Vec<FileParagraphId> = Vec::new();
        for &source in sources {
            // Letters that the reader has put in stand nowhere.
            if source == Original::NOWHERE {
                continue;
            }
            let file_paragraph = self.file_paragraph(source)?;
            if file_paragraphs.last() != Some(&file_paragraph)
                && !file_paragraphs.contains(&file_paragraph)
            {
                file_paragraphs.push(file_paragraph);
            }
        }
        (!file_paragraphs.is_empty()).then_some(file_paragraphs)
    }

    /// How many letters stand before a byte of the text.
    fn index(&self, at: u32) -> usize {
        self.inked.partition_point(|letter| *letter < at)
    }

    /// The paragraph of the file that holds a source.
    pub(super) fn file_paragraph(&self, source: u32) -> Option<FileParagraphId> {
        let parts = &self.kept.original.parts;
        let at = parts
            .iter()
            .position(|part| part.sources.contains(&source))?;
        let piece = parts[at].piece_at(source)?;
        Some((at, parts[at].runs[parts[at].pieces[piece].run].paragraph))
    }

    /// The paragraphs of the file that a paragraph of the text stands in; never none.
    pub(super) fn file_paragraphs(&self, paragraph: u32) -> &[FileParagraphId] {
        &self.file_paragraphs[paragraph as usize]
    }

    /// Whether no other paragraph of the text stands in those of this one.
    pub(super) fn is_alone(&self, paragraph: u32) -> bool {
        self.file_paragraphs(paragraph)
            .iter()
            .all(|file_paragraph| self.share_counts[file_paragraph] == 1)
    }

    pub(super) fn part(&self, file_paragraph: FileParagraphId) -> &'a TextPart {
        &self.kept.original.parts[file_paragraph.0]
    }

    /// The position at a byte of a paragraph of the text: behind the letter that stands
    /// there, else in front of the next, else at the nearest.
    pub(super) fn at(&self, byte: u32, paragraph: u32) -> Option<FilePosition> {
        let span = self.kept.after.paragraphs[paragraph as usize].span;
        let (first, past) = (self.index(span.start), self.index(span.end));
        let next = self.index(byte);
        let ink = &self.kept.original.ink;
        let known = |at: &usize| ink[*at] != Original::NOWHERE;
        // A place between two words belongs to the word before: there new words look like what they
        // follow.
        let touches_last = next > first && self.ends_at(next - 1) == byte && known(&(next - 1));
        if touches_last {
            return Some(FilePosition::after(ink[next - 1]));
        }
        if next < past && self.inked[next] == byte && known(&next) {
            return Some(FilePosition::before(ink[next]));
        }
        let last = (first..next).rev().find(known);
        let last = last.map(|at| FilePosition::after(ink[at]));
        last.or_else(|| {
            (next..past)
                .find(known)
                .map(|at| FilePosition::before(ink[at]))
        })
    }

    /// The byte behind a letter.
    fn ends_at(&self, letter: usize) -> u32 {
        let start = self.inked[letter];
        let c = self.kept.after.text[start as usize..].chars().next();
        start + u32::try_from(c.map_or(0, char::len_utf8)).unwrap_or(0)
    }

    /// In front of the first letter of a paragraph, and behind its last.
    pub(super) fn ends(&self, paragraph: u32) -> Option<(FilePosition, FilePosition)> {
        let span = self.kept.after.paragraphs[paragraph as usize].span;
        let ink = &self.kept.original.ink[self.index(span.start)..self.index(span.end)];
        let known = |source: &&u32| **source != Original::NOWHERE;
        let first = ink.iter().find(known)?;
        let last = ink.iter().rev().find(known)?;
        Some((FilePosition::before(*first), FilePosition::after(*last)))
    }
}
