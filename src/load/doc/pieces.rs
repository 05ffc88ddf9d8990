//! Puts the text together out of the pieces that it was saved in (MS-DOC 2.8.35 and 2.9.38).
//!
//! A file that was saved often keeps its words out of order; the table of pieces has the order.

use std::borrow::Cow;
use std::ops::Range;

use super::binary::{Plc, slice, u16_at, u32_at};
use super::sprm;

/// Most bytes of properties that a piece has; those of saved changes are few.
const MAX_MODIFIERS: usize = 1024;

/// Most characters of a text, as many as a text file may have bytes.
const MAX_UNITS: usize = 32 << 20;

/// Bytes of the data of a piece.
const PIECE_LEN: usize = 8;

/// What the two parts of the table begin with: modifiers, then the pieces.
const MODIFIERS: u8 = 1;
const PIECES: u8 = 2;

/// The bit of a piece's place that says that its characters take one byte each.
const IS_NARROW: u32 = 1 << 30;

/// Characters 0x80 to 0x9F of a narrow piece are those of Windows-1252, whatever the language.
const NARROW: &encoding_rs::Encoding = encoding_rs::WINDOWS_1252;

/// The text of a file, and where its characters stand there.
#[derive(Debug, Default)]
pub(super) struct Text<'a> {
    /// UTF-16.
    pub(super) units: Vec<u16>,
    pieces: Vec<Piece<'a>>,
}

/// Characters that stand together in the file.
#[derive(Debug)]
struct Piece<'a> {
    /// Its characters in the text.
    units: Range<u32>,
    /// The byte of its first character in the stream.
    offset: u32,
    /// Bytes a character.
    width: u32,
    /// Properties of all its characters.
    modifiers: Cow<'a, [u8]>,
}

impl<'a> Text<'a> {
    /// The text in `stream` by the table of pieces; `None` for a table without any.
    ///
    /// Pieces never share bytes, so the text has no more characters than the stream bytes,
    /// and no more than any text may have: what goes beyond is left out.
    pub(super) fn read(stream: &[u8], table: &'a [u8]) -> Option<Self> {
        let (modifiers, pieces) = parts(table)?;
        let pieces = Plc::new(pieces, PIECE_LEN);
        let mut text = Self::default();
        for nth in 0..pieces.len() {
            let units = pieces.position(nth)?..pieces.position(nth + 1)?;
            let data = pieces.data(nth)?;
            if text.push(stream, units, data, &modifiers).is_none() {
                break;
            }
        }
        (!text.units.is_empty()).then_some(text)
    }

    /// Adds a piece; `None` where it does not follow the one before or is cut off.
    fn push(
        &mut self,
        stream: &[u8],
        units: Range<u32>,
        data: &[u8],
        modifiers: &[&'a [u8]],
    ) -> Option<()> {
        let place = u32_at(data, 2)?;
        let (offset, width) = if place & IS_NARROW > 0 {
            // The place of narrow characters is written doubled.
            ((place & (IS_NARROW - 1)) / 2, 1)
        } else {
            (place & (IS_NARROW - 1), 2)
        };
        let len = units.end.checked_sub(units.start)?.checked_mul(width)?;
        let bytes = slice(stream, offset.try_into().ok()?, len.try_into().ok()?)?;
        // A damaged table may go back or leave a gap: what stands before is good.
        let follows = usize::try_from(units.start) == Ok(self.units.len());
        let most = stream.len().min(MAX_UNITS);
        if !follows || self.units.len() + bytes.len() / width as usize > most {
            return None;
        }
        if width == 1 {
            let decoded = NARROW.decode_without_bom_handling(bytes).0;
            self.units.extend(decoded.encode_utf16());
        } else {
            let pairs = bytes.chunks_exact(2);
            self.units
                .extend(pairs.map(|pair| u16::from_le_bytes([pair[0], pair[1]])));
        }
        self.pieces.push(Piece {
            units,
            offset,
            width,
            modifiers: modifiers_of(u16_at(data, 6)?, modifiers),
        });
        Some(())
    }

    /// The byte of the stream that character `unit` stands at.
    pub(super) fn offset(&self, unit: u32) -> Option<u32> {
        let piece = self.piece(unit)?;
        Some(piece.offset + (unit - piece.units.start) * piece.width)
    }

    /// The first character after `unit` that stands in another piece, or not before the byte `end`.
    pub(super) fn end(&self, unit: u32, end: u32) -> u32 {
        let Some(piece) = self.piece(unit) else {
            return unit + 1;
        };
        let before = end.saturating_sub(piece.offset).div_ceil(piece.width);
        let end = piece.units.start.saturating_add(before);
        end.clamp(unit + 1, piece.units.end)
    }

    /// What the piece of character `unit` says of all its characters.
    pub(super) fn modifiers(&self, unit: u32) -> &[u8] {
        self.piece(unit).map_or(&[], |piece| &piece.modifiers)
    }

    fn piece(&self, unit: u32) -> Option<&Piece<'a>> {
        let after = self
            .pieces
            .partition_point(|piece| piece.units.start <= unit);
        let piece = self.pieces.get(after.checked_sub(1)?)?;
        piece.units.contains(&unit).then_some(piece)
    }
}

/// The modifiers that pieces name by number, and the table of pieces.
fn parts(table: &[u8]) -> Option<(Vec<&[u8]>, &[u8])> {
    let mut modifiers = Vec::new();
    let mut rest = table;
    loop {
        match *rest.first()? {
            MODIFIERS => {
                let len = usize::from(u16_at(rest, 1)?);
                modifiers.push(slice(rest, 3, len)?);
                rest = &rest[3 + len..];
            }
            PIECES => {
                let len = usize::try_from(u32_at(rest, 1)?).ok()?;
                return Some((modifiers, slice(rest, 5, len)?));
            }
            _ => return None,
        }
    }
}

/// What a piece's *Prm* means: one short modifier, or a row of them by number.
fn modifiers_of<'a>(prm: u16, modifiers: &[&'a [u8]]) -> Cow<'a, [u8]> {
    let [low, high] = prm.to_le_bytes();
    // The lowest bit tells a short modifier from the number of a row.
    if low & 1 == 0 {
        return Cow::Owned(sprm::short(low >> 1, high));
    }
    let found = modifiers.get(usize::from(prm >> 1)).copied();
    let found = found.unwrap_or_default();
    Cow::Borrowed(&found[..found.len().min(MAX_MODIFIERS)])
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A table of pieces: where each begins in the text and, with the last, where it ends; where
    /// it stands, its modifiers.
    fn table(starts: &[u32], pieces: &[(u32, u16)]) -> Vec<u8> {
        let mut inner: Vec<u8> = starts
            .iter()
            .flat_map(|start| start.to_le_bytes())
            .collect();
        for (place, prm) in pieces {
            inner.extend([0, 0]);
            inner.extend(place.to_le_bytes());
            inner.extend(prm.to_le_bytes());
        }
        let len = u32::try_from(inner.len()).unwrap().to_le_bytes();
        let modifiers = [MODIFIERS, 3, 0, 0x3c, 0x08, 1];
        [&modifiers[..], &[PIECES], &len, &inner].concat()
    }

    #[test]
    fn pieces_stand_in_the_order_of_the_table_narrow_and_wide() {
        let stream = b"\xe9t\xe9\x92 \x31\x04\x32\x04";
        let table = table(&[0, 2, 6], &[(5, 1), (IS_NARROW, 0)]);
        let text = Text::read(stream, &table).unwrap();
        assert_eq!(String::from_utf16_lossy(&text.units), "\u{431}\u{432}été’");
        assert_eq!((text.offset(1), text.offset(3)), (Some(7), Some(1)));
        assert_eq!(text.modifiers(0), [0x3c, 0x08, 1]);
        assert!(text.modifiers(2).is_empty());
        assert_eq!((text.end(0, 6), text.end(0, 99), text.end(2, 3)), (1, 2, 5));
    }

    #[test]
    fn pieces_that_share_bytes_end_the_text() {
        let stream = [b'a'; 10];
        let table = table(&[0, 8, 16], &[(IS_NARROW, 0), (IS_NARROW, 0)]);
        assert_eq!(Text::read(&stream, &table).unwrap().units.len(), 8);
    }

    #[test]
    fn a_table_that_is_cut_off_has_no_text() {
        let table = table(&[0, 2], &[(IS_NARROW, 0)]);
        for len in 0..table.len() {
            assert!(Text::read(b"ab", &table[..len]).is_none());
        }
    }
}
