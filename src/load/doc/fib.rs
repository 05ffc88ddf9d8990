//! Reads the *file information block* (MS-DOC 2.5), which says where all else stands.

use std::ops::Range;

use super::binary::{u16_at, u32_at};

/// What a `WordDocument` stream begins with, Word 97 and later.
const MAGIC: u16 = 0xa5ec;

/// The same of Word 6 and 95.
const OLD_MAGIC: u16 = 0xa5dc;

/// The first version of the format that is read here, Word 97.
const FIRST_VERSION: u16 = 0xc0;

/// The flags of the first block: protected by a password, and which of two tables is in use.
const IS_ENCRYPTED: u16 = 0x0100;
const IS_SECOND_TABLE: u16 = 0x0200;

/// Where the lengths of the stories stand, and the places of the tables.
const LENGTHS: usize = 76;
const PLACES: usize = 154;

/// Why a file is not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Refusal {
    /// It is of Word 6 or 95.
    Old,
    /// It is protected by a password.
    Locked,
    /// It is no Word file, or damaged.
    Damaged,
}

/// A part of the text, by its place in the file; 3 and 4 are macros and comments.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Story {
    Text = 0,
    Footnotes = 1,
    Headers = 2,
    Endnotes = 5,
    Boxes = 6,
}

/// A table of the file, by its place among the pairs of the block.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Table {
    Styles = 1,
    FootnoteMarks = 2,
    Footnotes = 3,
    Sections = 6,
    Headers = 11,
    Runs = 12,
    Paragraphs = 13,
    Fonts = 15,
    Pieces = 33,
    Anchors = 40,
    EndnoteMarks = 46,
    Endnotes = 47,
    Boxes = 56,
}

/// The block at the beginning of the stream `WordDocument`.
#[derive(Debug, Clone, Copy)]
pub(super) struct Fib<'a> {
    bytes: &'a [u8],
    flags: u16,
}

impl<'a> Fib<'a> {
    /// The block that `bytes` begin with.
    ///
    /// # Errors
    ///
    /// When the file is older than Word 97, protected by a password, or no Word file.
    pub(super) fn read(bytes: &'a [u8]) -> Result<Self, Refusal> {
        let number = |at| u16_at(bytes, at).ok_or(Refusal::Damaged);
        let (magic, version, flags) = (number(0)?, number(2)?, number(10)?);
        match magic {
            OLD_MAGIC => return Err(Refusal::Old),
            MAGIC if version < FIRST_VERSION => return Err(Refusal::Old),
            MAGIC => {}
            _ => return Err(Refusal::Damaged),
        }
        // The words are scrambled, so nothing that follows would make sense.
        if flags & IS_ENCRYPTED > 0 {
            return Err(Refusal::Locked);
        }
        Ok(Self { bytes, flags })
    }

    /// The name of the stream that holds the tables.
    pub(super) fn table_stream(&self) -> &'static str {
        if self.flags & IS_SECOND_TABLE > 0 {
            "1Table"
        } else {
            "0Table"
        }
    }

    /// Where a story stands in the text, in characters (UTF-16 units).
    pub(super) fn story(&self, story: Story) -> Range<u32> {
        let length = |nth: usize| u32_at(self.bytes, LENGTHS + nth * 4).unwrap_or(0);
        let nth = story as usize;
        // All stories stand in one text, one behind another; only their lengths are written.
        let start = (0..nth).fold(0, |sum: u32, nth| sum.saturating_add(length(nth)));
        start..start.saturating_add(length(nth))
    }

    /// How many characters the whole text has.
    pub(super) fn characters(&self) -> u32 {
        self.story(Story::Boxes).end
    }

    /// The bytes of a table in the stream of tables; none for a table that the file has not.
    pub(super) fn table<'t>(&self, stream: &'t [u8], table: Table) -> &'t [u8] {
        let at = PLACES + table as usize * 8;
        let number = |at| u32_at(self.bytes, at).and_then(|number| usize::try_from(number).ok());
        let place = number(at).zip(number(at + 4));
        let bytes = place.and_then(|(start, len)| super::binary::slice(stream, start, len));
        bytes.unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn block(magic: u16, version: u16, flags: u16) -> Vec<u8> {
        let mut bytes = vec![0; 900];
        bytes[..2].copy_from_slice(&magic.to_le_bytes());
        bytes[2..4].copy_from_slice(&version.to_le_bytes());
        bytes[10..12].copy_from_slice(&flags.to_le_bytes());
        bytes
    }

    #[test]
    fn old_locked_and_other_files_are_told_apart() {
        let refused = |bytes: &[u8]| Fib::read(bytes).err();
        assert_eq!(refused(&block(0xa5dc, 0x68, 0)), Some(Refusal::Old));
        assert_eq!(refused(&block(MAGIC, 0x68, 0)), Some(Refusal::Old));
        assert_eq!(refused(&block(MAGIC, 0xc1, 0x0100)), Some(Refusal::Locked));
        assert_eq!(refused(&block(0x1234, 0xc1, 0)), Some(Refusal::Damaged));
        assert_eq!(refused(b"\xec"), Some(Refusal::Damaged));
        assert_eq!(refused(&block(MAGIC, 0xc1, 0)), None);
    }

    #[test]
    fn stories_stand_one_after_the_other() {
        let mut bytes = block(MAGIC, 0xc1, 0);
        for (nth, length) in [100u32, 20, 7].into_iter().enumerate() {
            bytes[LENGTHS + nth * 4..][..4].copy_from_slice(&length.to_le_bytes());
        }
        let fib = Fib::read(&bytes).unwrap();
        assert_eq!(fib.story(Story::Headers), 120..127);
        assert_eq!(fib.characters(), 127);
    }
}
