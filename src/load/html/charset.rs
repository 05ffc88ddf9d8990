//! Finds the encoding of a page.

use encoding_rs::{Encoding, UTF_8};

use crate::error::Result;
use crate::load::block::Input;
use crate::load::encoding;
use crate::model::Notice;

/// Bytes in which a page must declare its encoding (the standard asks for 1,024).
const DECLARATION_BYTES: usize = 4096;

/// The text of a page, with a notice where the encoding is a guess.
///
/// A byte order mark decides, then the bytes where they are UTF-8 (a page saved
/// as UTF-8 often keeps an old declaration), then the declaration, then a guess.
///
/// # Errors
///
/// When nothing is declared and the bytes are no text in any encoding.
pub(super) fn decode(input: &Input<'_>) -> Result<(String, Vec<Notice>)> {
    let bytes = input.bytes;
    // Valid UTF-8 is hardly ever anything else; what a page declares of itself was often copied.
    let is_sure = Encoding::for_bom(bytes).is_some() || std::str::from_utf8(bytes).is_ok();
    match declared(bytes).filter(|_| !is_sure) {
        Some(encoding) => {
            let (text, _) = encoding.decode_without_bom_handling(bytes);
            Ok((text.into_owned(), Vec::new()))
        }
        None => encoding::decode(input).map(|(html, notices)| (html.into_owned(), notices)),
    }
}

/// The encoding after `charset=`, in a `meta` element of either form.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    const KEY: &[u8] = b"charset";
    let head = &bytes[..bytes.len().min(DECLARATION_BYTES)];
    let at = head
        .windows(KEY.len())
        .position(|window| window.eq_ignore_ascii_case(KEY))?;
    let value = head[at + KEY.len()..]
        .trim_ascii_start()
        .strip_prefix(b"=")?;
    let value = value.trim_ascii_start();
    let value = value
        .strip_prefix(b"\"")
        .or(value.strip_prefix(b"'"))
        .unwrap_or(value);
    let end = value
        .iter()
        .position(|byte| !byte.is_ascii_alphanumeric() && !b"-_:.".contains(byte));
    let encoding = Encoding::for_label(&value[..end.unwrap_or(value.len())])?;
    // The declaration was read as ASCII, so it cannot be true.
    let is_wide = encoding == encoding_rs::UTF_16LE || encoding == encoding_rs::UTF_16BE;
    Some(if is_wide { UTF_8 } else { encoding })
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::load::LoadOptions;

    fn decoded(bytes: &[u8]) -> String {
        let options = LoadOptions::default();
        let input = Input {
            path: Path::new("x.html"),
            bytes,
            options: &options,
        };
        decode(&input).unwrap().0
    }

    #[test]
    fn the_declaration_is_found_in_both_forms() {
        for meta in [
            "<meta charset=\"windows-1251\">",
            "<META http-equiv=x content='text/html; Charset = windows-1251'>",
        ] {
            let bytes: Vec<u8> = meta.bytes().chain(*b"\xec\xe8\xed").collect();
            assert!(decoded(&bytes).ends_with("мин"), "{meta}");
        }
    }

    #[test]
    fn bytes_that_are_utf8_are_read_so_whatever_is_declared() {
        assert_eq!(
            decoded("<meta charset=latin1>é".as_bytes()),
            "<meta charset=latin1>é"
        );
        assert_eq!(decoded(b"\xff\xfea\0"), "a");
    }
}
