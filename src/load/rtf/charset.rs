//! The character sets of RTF fonts and code pages.

use std::borrow::Cow;

use encoding_rs::Encoding;

use crate::load::symbol_fonts::{read_private, read_symbol};

/// How the bytes of a font are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Charset {
    /// As text in this encoding.
    Text(&'static Encoding),
    /// As codes of the font Symbol.
    Symbol,
}

impl Charset {
    /// The words in `bytes`.
    pub(super) fn decode(self, bytes: &[u8]) -> Cow<'_, str> {
        match self {
            Self::Text(encoding) => encoding.decode_without_bom_handling(bytes).0,
            Self::Symbol => {
                let codes = bytes.iter().map(|&byte| u32::from(byte));
                Cow::Owned(
                    codes
                        .filter_map(|code| read_symbol("Symbol", code))
                        .collect(),
                )
            }
        }
    }
}

/// The character of the UTF-16 units of `\u`: private codes of Symbol are read.
pub(super) fn decode_units(units: &[u16]) -> String {
    // Word writes a sign of Symbol as a private character, U+F0xx.
    let text = String::from_utf16_lossy(units);
    read_private(&text).into_owned()
}

/// The encoding of a Windows code page; Western where it is not known.
pub(in crate::load) fn code_page(page: i32) -> &'static Encoding {
    match page {
        866 => encoding_rs::IBM866,
        874 => encoding_rs::WINDOWS_874,
        932 => encoding_rs::SHIFT_JIS,
        936 => encoding_rs::GBK,
        949 | 1361 => encoding_rs::EUC_KR,
        950 => encoding_rs::BIG5,
        1250 => encoding_rs::WINDOWS_1250,
        1251 => encoding_rs::WINDOWS_1251,
        1253 => encoding_rs::WINDOWS_1253,
        1254 => encoding_rs::WINDOWS_1254,
        1255 => encoding_rs::WINDOWS_1255,
        1256 => encoding_rs::WINDOWS_1256,
        1257 => encoding_rs::WINDOWS_1257,
        1258 => encoding_rs::WINDOWS_1258,
        10000 => encoding_rs::MACINTOSH,
        10007 => encoding_rs::X_MAC_CYRILLIC,
        65001 => encoding_rs::UTF_8,
        _ => encoding_rs::WINDOWS_1252,
    }
}

/// The character set of a font by its `\fcharset`; `None` for that of the file.
pub(super) fn font_charset(number: i32) -> Option<Charset> {
    let page = match number {
        2 => return Some(Charset::Symbol),
        0 => 1252,
        77 => 10000,
        128 => 932,
        129 | 130 => 949,
        134 => 936,
        136 => 950,
        161 => 1253,
        162 => 1254,
        163 => 1258,
        177 => 1255,
        178 => 1256,
        186 => 1257,
        204 => 1251,
        222 => 874,
        238 => 1250,
        // 1 is *the default of the machine*, 255 *that of the terminal*: both say nothing.
        _ => return None,
    };
    Some(Charset::Text(code_page(page)))
}
