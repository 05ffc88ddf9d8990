//! Places of a document as the output gives them: bytes and characters, line
//! and page.

use serde::Serialize;

use crate::model::{Addressing, Document, Span};

/// A half-open range in both units, from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct SpanRecord {
    /// Bytes of the UTF-8 text.
    pub byte: [u32; 2],
    /// Unicode scalar values.
    pub char: [u32; 2],
}

/// Turns spans of a document's text into the offsets of its records.
#[derive(Debug)]
pub struct Addresses<'a> {
    document: &'a Document,
    text: CharIndex<'a>,
    given: CharIndex<'a>,
}

impl<'a> Addresses<'a> {
    /// Addresses into `document`, as its [`Addressing`] says.
    #[must_use]
    pub fn new(document: &'a Document) -> Self {
        // Only the text of a row that was given has offsets of its own.
        let given = match &document.addressing {
            Addressing::Given { given, .. } => CharIndex::new(given),
            Addressing::Text | Addressing::Paragraph => CharIndex::new(""),
        };
        Self {
            document,
            text: CharIndex::new(&document.text),
            given,
        }
    }

    /// The record of `span`, which lies in paragraph `paragraph`.
    #[must_use]
    pub fn span(&self, span: Span, paragraph: u32) -> SpanRecord {
        match &self.document.addressing {
            Addressing::Text => self.text.record(span.start, span.end, 0),
            Addressing::Paragraph => {
                // A row of paragraphs was given as a list: an offset in the joined text would mean
                // nothing to who sent it.
                let base = self.document.paragraphs[paragraph as usize].span.start;
                self.text.record(span.start, span.end, base)
            }
            Addressing::Given { anchors, .. } => {
                let start = shift(anchors, span.start);
                // The end is found by the last byte: what stands behind it may have been taken out.
                let last = span.end.max(1) - 1;
                let end = (shift(anchors, last) + span.end - last).max(start);
                self.given.record(start, end, 0)
            }
        }
    }

    /// How many characters stand before `byte` in the document's text.
    #[must_use]
    pub fn chars_before(&self, byte: u32) -> u32 {
        self.text.chars_before(byte)
    }
}

/// The given text's offset of `byte`, by the last anchor at or before it.
fn shift(anchors: &[(u32, u32)], byte: u32) -> u32 {
    match anchors.partition_point(|anchor| anchor.0 <= byte) {
        0 => byte,
        next => anchors[next - 1].1 + (byte - anchors[next - 1].0),
    }
}

/// Bytes between two entries of a [`CharIndex`].
const STRIDE: usize = 64;

/// Counts characters before a byte without walking the whole text.
#[derive(Debug)]
struct CharIndex<'a> {
    text: &'a str,
    /// Characters before each multiple of [`STRIDE`]; empty for ASCII text.
    counts: Vec<u32>,
}

impl<'a> CharIndex<'a> {
    fn new(text: &'a str) -> Self {
        if text.is_ascii() {
            return Self {
                text,
                counts: Vec::new(),
            };
        }
        let mut counts = Vec::with_capacity(text.len() / STRIDE + 1);
        let mut count = 0;
        for chunk in text.as_bytes().chunks(STRIDE) {
            counts.push(count);
            count += starts(chunk);
        }
        counts.push(count);
        Self { text, counts }
    }

    fn chars_before(&self, byte: u32) -> u32 {
        // In ASCII each byte is a character.
        if self.counts.is_empty() {
            return byte;
        }
        let at = byte as usize;
        let block = at / STRIDE;
        self.counts[block] + starts(&self.text.as_bytes()[block * STRIDE..at])
    }

    fn record(&self, start: u32, end: u32, base: u32) -> SpanRecord {
        let chars = self.chars_before(base);
        SpanRecord {
            byte: [start - base, end - base],
            char: [
                self.chars_before(start) - chars,
                self.chars_before(end) - chars,
            ],
        }
    }
}

/// How many characters start in `bytes`, at most [`STRIDE`]: a small number is
/// counted many bytes at once.
fn starts(bytes: &[u8]) -> u32 {
    // A block has `STRIDE` bytes at most, so that their sum fits a byte and is added fast.
    let starts = bytes.iter().map(|byte| u8::from((byte & 0xc0) != 0x80));
    u32::from(starts.sum::<u8>())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_and_characters_differ_after_a_wide_letter() {
        let document = Document {
            text: "Kəlbəcər district, 5 mines".to_owned(),
            ..Document::default()
        };
        let record = Addresses::new(&document).span(Span::new(22, 23), 0);
        assert_eq!(record.byte, [22, 23]);
        assert_eq!(record.char, [19, 20]);
    }

    #[test]
    fn characters_are_counted_past_many_strides() {
        let text = "é".repeat(1000);
        let document = Document {
            text,
            ..Document::default()
        };
        assert_eq!(Addresses::new(&document).chars_before(2000), 1000);
        assert_eq!(Addresses::new(&document).chars_before(1022), 511);
    }

    #[test]
    fn offsets_of_a_given_text_follow_its_anchors() {
        let document = Document {
            text: "We cleared 5 ha.".to_owned(),
            addressing: Addressing::Given {
                anchors: vec![(0, 1), (11, 14)],
                given: " We cleared\n  5 ha.".to_owned(),
            },
            ..Document::default()
        };
        let record = Addresses::new(&document).span(Span::new(11, 15), 0);
        assert_eq!(record.byte, [14, 18]);
    }
}
