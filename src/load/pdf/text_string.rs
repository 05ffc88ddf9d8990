//! Decodes the text strings of a pdf (ISO 32000-2, 7.9.2.2).

/// The text of a title, an author or an `ActualText`; bytes that the encoding
/// cannot hold become U+FFFD.
pub(super) fn decode(bytes: &[u8]) -> String {
    match bytes {
        [0xfe, 0xff, rest @ ..] => {
            let units = rest
                .chunks_exact(2)
                .map(|pair| u16::from_be_bytes([pair[0], pair[1]]));
            from_utf16(units)
        }
        // Not of the standard, which wants the high byte first; some programs write it.
        [0xff, 0xfe, rest @ ..] => {
            let units = rest
                .chunks_exact(2)
                .map(|pair| u16::from_le_bytes([pair[0], pair[1]]));
            from_utf16(units)
        }
        [0xef, 0xbb, 0xbf, rest @ ..] => String::from_utf8_lossy(rest).into_owned(),
        _ => match std::str::from_utf8(bytes) {
            Ok(text) => text.to_owned(),
            Err(_) => bytes.iter().map(|&byte| pdf_doc_encoding(byte)).collect(),
        },
    }
}

fn from_utf16(units: impl Iterator<Item = u16>) -> String {
    char::decode_utf16(units)
        .map(|unit| unit.unwrap_or(char::REPLACEMENT_CHARACTER))
        .collect()
}

/// `PDFDocEncoding` (ISO 32000-2, annex D.3): Latin-1 but for 0x80 to 0xa0.
fn pdf_doc_encoding(byte: u8) -> char {
    const HIGH: [char; 33] = [
        '•', '†', '‡', '…', '—', '–', 'ƒ', '⁄', '‹', '›', '−', '‰', '„', '“', '”', '‘', '’', '‚',
        '™', 'ﬁ', 'ﬂ', 'Ł', 'Œ', 'Š', 'Ÿ', 'Ž', 'ı', 'ł', 'œ', 'š', 'ž', '\u{fffd}', '€',
    ];
    byte.checked_sub(0x80)
        .and_then(|at| HIGH.get(usize::from(at)).copied())
        .unwrap_or(char::from(byte))
}

#[cfg(test)]
mod tests {
    use super::decode;

    #[test]
    fn the_byte_order_mark_names_the_encoding() {
        assert_eq!(decode(b"\xfe\xff\x00\xc9\x20\x19"), "É’");
        assert_eq!(decode(b"\xef\xbb\xbf\xc3\xa9"), "é");
        assert_eq!(decode(b"plain"), "plain");
        assert_eq!(decode(b"a\x92b\xe9"), "a™bé");
    }

    #[test]
    fn half_a_unit_is_left_out() {
        assert_eq!(decode(b"\xfe\xff\x00A\x00"), "A");
    }
}
