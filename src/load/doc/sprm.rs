//! Reads *single property modifiers* (MS-DOC 2.2.5): what a file says of a run or a paragraph.

use super::binary::{slice, u16_at};

pub(super) const RUN_DELETED: u16 = 0x0800;
pub(super) const RUN_INSERTED: u16 = 0x0801;
pub(super) const RUN_HIDDEN: u16 = 0x083c;
pub(super) const RUN_RAISED: u16 = 0x2a48;
pub(super) const RUN_STYLE: u16 = 0x4a30;
pub(super) const RUN_SYMBOL: u16 = 0x6a09;
pub(super) const PARAGRAPH_STYLE: u16 = 0x4600;
pub(super) const OUTLINE_LEVEL: u16 = 0x2640;
pub(super) const LIST: u16 = 0x460b;
pub(super) const IN_TABLE: u16 = 0x2416;
pub(super) const ROW_END: u16 = 0x2417;
pub(super) const DEPTH: u16 = 0x6649;
pub(super) const INNER_CELL_END: u16 = 0x244b;
pub(super) const INNER_ROW_END: u16 = 0x244c;
pub(super) const ELSEWHERE: u16 = 0x6646;

/// Modifiers whose length does not follow from their code.
const TABLE_LAYOUT: [u16; 2] = [0xd608, 0xd606];
const TAB_STOPS: u16 = 0xc615;

/// The short codes of pieces that are read here (MS-DOC 2.9.215), and the modifiers they mean.
const SHORT: [(u8, u16); 5] = [
    (0x18, IN_TABLE),
    (0x19, ROW_END),
    (0x41, RUN_DELETED),
    (0x42, RUN_INSERTED),
    (0x5c, RUN_HIDDEN),
];

/// One property and what it is set to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Sprm<'a> {
    pub(super) code: u16,
    operand: &'a [u8],
}

impl Sprm<'_> {
    /// The first byte of the operand.
    pub(super) fn byte(&self) -> u8 {
        self.operand.first().copied().unwrap_or(0)
    }

    /// The 16-bit number at byte `at` of the operand.
    pub(super) fn word(&self, at: usize) -> u16 {
        u16_at(self.operand, at).unwrap_or(0)
    }

    /// The 32-bit number that the operand is.
    pub(super) fn number(&self) -> u32 {
        u32::from(self.word(0)) | u32::from(self.word(2)) << 16
    }
}

/// The modifiers in `bytes`, up to one that is cut off.
pub(super) fn sprms(bytes: &[u8]) -> impl Iterator<Item = Sprm<'_>> {
    let mut rest = bytes;
    std::iter::from_fn(move || {
        let code = u16_at(rest, 0)?;
        let (skipped, len) = operand(code, &rest[2..])?;
        let operand = slice(rest, 2 + skipped, len)?;
        rest = &rest[2 + skipped + len..];
        Some(Sprm { code, operand })
    })
}

/// How long the operand of a modifier is, and the bytes before it that say so.
fn operand(code: u16, bytes: &[u8]) -> Option<(usize, usize)> {
    let first = || bytes.first().map(|len| usize::from(*len));
    // The top three bits, `spra`, say how long the operand is (MS-DOC 2.2.5.1).
    match code >> 13 {
        0 | 1 => Some((0, 1)),
        2 | 4 | 5 => Some((0, 2)),
        3 => Some((0, 4)),
        7 => Some((0, 3)),
        // Its length takes two bytes and counts one more than follow (`sprmTDefTable`).
        _ if TABLE_LAYOUT.contains(&code) => {
            Some((2, usize::from(u16_at(bytes, 0)?).saturating_sub(1)))
        }
        // Too long for a byte: deleted tab stops take four bytes each, added ones three
        // (`sprmPChgTabs`).
        _ if code == TAB_STOPS && first()? == 255 => {
            let deleted = 4 * usize::from(*bytes.get(1)?);
            let added = 3 * usize::from(*bytes.get(2 + deleted)?);
            Some((1, 2 + deleted + added))
        }
        _ => Some((1, first()?)),
    }
}

/// The modifiers of a piece that has one under a short code: none for one that is not read here.
pub(super) fn short(code: u8, value: u8) -> Vec<u8> {
    let known = SHORT.iter().find(|(short, _)| *short == code);
    known.map_or_else(Vec::new, |(_, code)| {
        let [low, high] = code.to_le_bytes();
        vec![low, high, value]
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn modifiers_are_as_long_as_their_code_says() {
        let bytes = [
            0x3c, 0x08, 1, // one byte
            0x08, 0xd6, 4, 0, 9, 9, 9, // a layout that counts its length in two bytes
            0x15, 0xc6, 2, 0, 0, // no tab stops
            0x15, 0xc6, 255, 1, 0, 0, 0, 0, 1, 0, 0, 0, // many tab stops
            0x49, 0x66, 2, 0, 0, 0, // four bytes
            0x30, 0x4a, 7, // cut off
        ];
        let found: Vec<(u16, u32)> = sprms(&bytes).map(|s| (s.code, s.number())).collect();
        let codes: Vec<u16> = found.iter().map(|(code, _)| *code).collect();
        assert_eq!(codes, [RUN_HIDDEN, 0xd608, 0xc615, 0xc615, DEPTH]);
        assert_eq!(found[4].1, 2);
    }

    #[test]
    fn a_short_code_means_a_modifier_of_one_byte() {
        let bytes = short(0x41, 1);
        let found: Vec<(u16, u8)> = sprms(&bytes).map(|s| (s.code, s.byte())).collect();
        assert_eq!(found, [(RUN_DELETED, 1)]);
        assert!(short(0x05, 1).is_empty());
    }
}
