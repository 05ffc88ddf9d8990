//! Reads what a file says of itself: its title and author (MS-OLEPS).

use super::binary::{slice, u16_at, u32_at};
use crate::load::block::Properties;
use crate::load::properties::stated;
use crate::load::rtf::charset::code_page;

/// Where the first set of properties says where it begins.
const FIRST_SET: usize = 44;

/// Most properties of a set that are looked at; there are about twenty.
const MAX_PROPERTIES: usize = 256;

/// Numbers of properties.
const CODE_PAGE: u32 = 1;
const TITLE: u32 = 2;
const AUTHOR: u32 = 4;

/// Kinds of values: bytes in the code page of the set, and UTF-16.
const NARROW: u32 = 0x1e;
const WIDE: u32 = 0x1f;

/// The properties in the stream `SummaryInformation`; none where it is damaged.
pub(super) fn read(stream: &[u8]) -> Properties {
    let start = u32_at(stream, FIRST_SET).and_then(|start| usize::try_from(start).ok());
    let set = start
        .and_then(|start| stream.get(start..))
        .unwrap_or_default();
    let page = value(set, CODE_PAGE).and_then(|value| u16_at(value, 4));
    let text = |number| {
        let value = value(set, number)?;
        let len = usize::try_from(u32_at(value, 4)?).ok()?;
        let text = match u32_at(value, 0)? {
            NARROW => {
                let encoding = code_page(page.map_or(1252, i32::from));
                let bytes = slice(value, 8, len)?;
                encoding.decode_without_bom_handling(bytes).0.into_owned()
            }
            WIDE => {
                let units = slice(value, 8, len.checked_mul(2)?)?.chunks_exact(2);
                let units = units.map(|pair| u16::from_le_bytes([pair[0], pair[1]]));
                String::from_utf16_lossy(&units.collect::<Vec<u16>>())
            }
            _ => return None,
        };
        // The length counts the zero at the end (MS-OLEPS 2.5).
        stated(text.trim_end_matches('\0').to_owned())
    };
    Properties {
        title: text(TITLE),
        author: text(AUTHOR),
        ..Properties::default()
    }
}

/// The kind of a property and its value.
fn value(set: &[u8], number: u32) -> Option<&[u8]> {
    let count = usize::try_from(u32_at(set, 4)?).ok()?.min(MAX_PROPERTIES);
    let nth = (0..count).find(|nth| u32_at(set, 8 + nth * 8) == Some(number))?;
    set.get(usize::try_from(u32_at(set, 12 + nth * 8)?).ok()?..)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A stream with a code page and one title.
    fn stream(page: u16, kind: u32, len: u32, title: &[u8]) -> Vec<u8> {
        let mut bytes = vec![0; FIRST_SET];
        for number in [
            48,
            0,
            2,
            CODE_PAGE,
            24,
            TITLE,
            32,
            2,
            u32::from(page),
            kind,
            len,
        ] {
            bytes.extend(number.to_le_bytes());
        }
        bytes.extend(title);
        bytes
    }

    #[test]
    fn a_title_is_read_in_the_code_page_of_its_set() {
        let title = |bytes: &[u8]| read(bytes).title;
        let cyrillic = stream(1251, NARROW, 4, b"\xcc\xe8\xf0\0");
        assert_eq!(title(&cyrillic).as_deref(), Some("Мир"));
        let wide = stream(1200, WIDE, 3, b"a\0\xe9\0\0\0");
        assert_eq!(title(&wide).as_deref(), Some("aé"));
        assert_eq!(title(&wide[..wide.len() - 1]), None);
        assert_eq!(title(b""), None);
    }
}
