//! Finds the properties of runs and paragraphs: tables of pages, each with the stretches of bytes
//! that one set of properties holds for (MS-DOC 2.8.5, 2.8.6, 2.9.33, 2.9.175).

use super::binary::{Plc, slice, u32_at};

/// Bytes of a page; its last one counts its stretches.
const PAGE: usize = 512;

/// Pages are named by 22 bits.
const PAGE_NUMBER: u32 = (1 << 22) - 1;

/// What the properties are of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Modifiers of a run of characters.
    Run,
    /// The number of a style, then modifiers of a paragraph.
    Paragraph,
}

/// The properties of all runs, or of all paragraphs.
#[derive(Debug, Clone, Copy)]
pub(super) struct Formatting<'a> {
    kind: Kind,
    pages: Plc<'a>,
    stream: &'a [u8],
}

/// Bytes that one set of properties holds for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Stretch<'a> {
    /// The first byte of the stream that it does not hold for.
    pub(super) end: u32,
    pub(super) properties: &'a [u8],
}

impl<'a> Formatting<'a> {
    /// The properties whose pages `table` names and `stream` holds.
    pub(super) fn new(kind: Kind, table: &'a [u8], stream: &'a [u8]) -> Self {
        let pages = Plc::new(table, 4);
        Self {
            kind,
            pages,
            stream,
        }
    }

    /// The stretch around byte `offset`; one without properties where nothing is said.
    pub(super) fn at(&self, offset: u32) -> Stretch<'a> {
        self.find(offset).unwrap_or(Stretch {
            end: offset.saturating_add(1),
            properties: &[],
        })
    }

    fn find(&self, offset: u32) -> Option<Stretch<'a>> {
        let number = u32_at(self.pages.data(self.pages.find(offset)?)?, 0)? & PAGE_NUMBER;
        let start = usize::try_from(number).ok()?.checked_mul(PAGE)?;
        let page = slice(self.stream, start, PAGE)?;
        let entry_len = match self.kind {
            Kind::Run => 1,
            Kind::Paragraph => 13,
        };
        let stretches = usize::from(page[PAGE - 1]);
        let stretches = Plc::new(page.get(..4 + stretches * (4 + entry_len))?, entry_len);
        let nth = stretches.find(offset)?;
        let end = stretches.position(nth + 1)?;
        // Places in a page are counted by two bytes.
        let place = 2 * usize::from(stretches.data(nth)?[0]);
        let properties = self.properties(page, place).unwrap_or_default();
        Some(Stretch { end, properties })
    }

    /// The properties at byte `place` of a page; 0 stands for none.
    fn properties(&self, page: &'a [u8], place: usize) -> Option<&'a [u8]> {
        let len = |at: usize| page.get(at).map(|len| usize::from(*len));
        match (self.kind, len(place)?) {
            _ if place == 0 => None,
            (Kind::Run, bytes) => slice(page, place + 1, bytes),
            // A length of 0 says that the next byte has it, in words.
            (Kind::Paragraph, 0) => slice(page, place + 2, 2 * len(place + 1)?),
            (Kind::Paragraph, words) => slice(page, place + 1, 2 * words - 1),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// One page, the second of the stream, with two stretches from byte 0 on.
    fn stream(entry_len: usize, properties: &[u8]) -> Vec<u8> {
        let mut page = [0u8; PAGE];
        for (nth, position) in [0u32, 4, 10].into_iter().enumerate() {
            page[nth * 4..][..4].copy_from_slice(&position.to_le_bytes());
        }
        page[12 + entry_len] = 100;
        page[200..][..properties.len()].copy_from_slice(properties);
        page[PAGE - 1] = 2;
        [[0; PAGE], page].concat()
    }

    const PAGES: [u8; 12] = [0, 0, 0, 0, 10, 0, 0, 0, 1, 0, 0, 0];

    #[test]
    fn a_run_has_the_properties_of_its_stretch() {
        let stream = stream(1, &[3, 7, 8, 9]);
        let runs = Formatting::new(Kind::Run, &PAGES, &stream);
        assert_eq!((runs.at(2).end, runs.at(2).properties), (4, &[][..]));
        assert_eq!(runs.at(5).properties, [7, 8, 9]);
        assert_eq!((runs.at(10).end, runs.at(10).properties), (11, &[][..]));
    }

    #[test]
    fn the_length_of_a_paragraphs_properties_is_written_in_two_ways() {
        for properties in [&[2, 7, 8, 9][..], &[0, 1, 7, 8]] {
            let stream = stream(13, properties);
            let paragraphs = Formatting::new(Kind::Paragraph, &PAGES, &stream);
            let len = if properties[0] == 0 { 2 } else { 3 };
            assert_eq!(paragraphs.at(4).properties, &[7, 8, 9][..len]);
        }
    }

    #[test]
    fn a_page_beyond_the_stream_says_nothing() {
        let runs = Formatting::new(Kind::Run, &PAGES, b"short");
        assert_eq!((runs.at(5).end, runs.at(5).properties), (6, &[][..]));
    }
}
