//! What the bytes of a file show of its format.

use super::block::Input;
use super::{container, encoding, html};
use crate::error::Result;
use crate::model::Format;

/// First bytes of files that hold no statement: what they are and what to do.
const REFUSED: &[(&[u8], &str, &str)] = &[
    (b"\x89PNG", "an image", RECOGNISE),
    (b"\xFF\xD8\xFF", "an image", RECOGNISE),
    (b"GIF8", "an image", RECOGNISE),
    (b"II*\0", "an image", RECOGNISE),
    (b"MM\0*", "an image", RECOGNISE),
    (b"\x7FELF", "a program", NAME_ANOTHER),
    (b"MZ\x90", "a program", NAME_ANOTHER),
    (b"\x1F\x8B", "a compressed file", UNPACK),
    (b"BZh", "a compressed file", UNPACK),
    (b"\xFD7zXZ", "a compressed file", UNPACK),
    (b"7z\xBC\xAF", "a compressed file", UNPACK),
    (b"Rar!", "a compressed file", UNPACK),
    (b"\x28\xB5\x2F\xFD", "a compressed file", UNPACK),
    (b"\xDB\xA5\x2D\0", "a file of Word 2", SAVE_ANEW),
    (
        b"\x31\xBE\0\0",
        "a file of Word for DOS or of Write",
        SAVE_ANEW,
    ),
    (b"\xFFWPC", "a WordPerfect file", SAVE_ANEW),
];
const SAVE_ANEW: &str =
    "open it and save it as .docx, or `soffice --headless --convert-to docx FILE`";
const RECOGNISE: &str = "recognise its text first (OCR)";
const NAME_ANOTHER: &str = "name a file that holds a statement";
const UNPACK: &str = "unpack it first";

/// How the file begins that stands for one kept elsewhere (Git LFS, *spec.md*).
pub(super) const LFS_POINTER: &[u8] = b"version https://git-lfs.github.com/spec/v1";
pub(super) const LFS_PROBLEM: &str = "a Git LFS pointer, not the statement itself";
pub(super) const LFS_REMEDY: &str = "run `git lfs pull`";

/// The largest pointer, in bytes (Git LFS, *spec.md*).
const MAX_POINTER: usize = 1024;

/// Whether a file only points to one that Git LFS keeps.
pub(super) fn is_pointer(bytes: &[u8]) -> bool {
    bytes.len() <= MAX_POINTER && bytes.starts_with(LFS_POINTER)
}

/// Fields that mails have and letters do not; one of them among the first
/// lines makes a file a mail.
const MAIL_FIELDS: &[&str] = &[
    "mime-version:",
    "message-id:",
    "received:",
    "return-path:",
    "delivered-to:",
];

/// What an HTML file begins with, after white space and comments.
const HTML_STARTS: &[&str] = &["<!doctype html", "<html", "<head", "<body", "<?xml"];

/// The format that the bytes show; `None` for plain text of any kind and for
/// an archive that only the extension can tell.
///
/// # Errors
///
/// When the bytes are an image, a program, an archive of other files, or an
/// Office format that is not read.
pub(super) fn sniff(input: &Input) -> Result<Option<Format>> {
    let bytes = input.bytes;
    if let Some((_, what, remedy)) = REFUSED.iter().find(|(magic, ..)| bytes.starts_with(magic)) {
        return Err(input.unreadable(*what, *remedy));
    }
    if bytes.starts_with(b"\xD0\xCF\x11\xE0") {
        return container::sniff_compound(input).map(Some);
    }
    if bytes.starts_with(b"PK\x03\x04") {
        return container::sniff_archive(input).map(Some);
    }
    // Mail gateways and printers put lines before the head of a pdf file; readers look so far.
    let head = &bytes[..bytes.len().min(1024)];
    if find(head, b"%PDF-").is_some() {
        return Ok(Some(Format::Pdf));
    }
    if head.trim_ascii_start().starts_with(b"{\\rtf") {
        return Ok(Some(Format::Rtf));
    }
    let head = encoding::glance(bytes);
    Ok(sniff_markup(&head).or_else(|| sniff_element(&head, bytes)))
}

/// HTML or a mail, if `head` begins like one.
fn sniff_markup(head: &str) -> Option<Format> {
    let mut rest = head.trim_start();
    // A comment may stand before the type of the document.
    while let Some(after) = rest.strip_prefix("<!--") {
        rest = after.split_once("-->")?.1.trim_start();
    }
    let start: String = rest
        .chars()
        .take(16)
        .collect::<String>()
        .to_ascii_lowercase();
    if HTML_STARTS.iter().any(|mark| start.starts_with(mark)) {
        return Some(if !start.starts_with("<?xml") || has_html(head) {
            Format::Html
        } else if head.contains("<office:document") {
            Format::Fodt
        } else {
            Format::Xml
        });
    }
    let is_mail = rest
        .lines()
        // A text may quote a mail further down.
        .take_while(|line| !line.trim().is_empty())
        .take(40)
        .any(|line| {
            let field = line.to_ascii_lowercase();
            MAIL_FIELDS.iter().any(|known| field.starts_with(known))
        });
    is_mail.then_some(Format::Email)
}

/// XML without a declaration, or a piece of a page: the first element ends where the
/// file does.
fn sniff_element(head: &str, bytes: &[u8]) -> Option<Format> {
    let rest = head.trim_start().strip_prefix('<')?;
    let end = rest.find(|c: char| c.is_whitespace() || c == '>')?;
    let name = rest[..end].trim_end_matches('/');
    let is_name = name.starts_with(char::is_alphabetic);
    let closing = format!("</{name}>");
    // A text that begins with *<draft>* is no XML unless it ends with `</draft>`.
    if !is_name || !bytes.trim_ascii_end().ends_with(closing.as_bytes()) {
        return None;
    }
    Some(if html::is_element(&name.to_ascii_lowercase()) {
        Format::Html
    } else {
        Format::Xml
    })
}

/// Whether the root of an XML file is that of a page.
fn has_html(head: &str) -> bool {
    head.to_ascii_lowercase().contains("<html")
}

fn find(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    bytes
        .windows(wanted.len())
        .position(|window| window == wanted)
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::load::LoadOptions;

    fn sniffed(bytes: &[u8]) -> Result<Option<Format>> {
        sniff(&Input {
            path: Path::new("a"),
            bytes,
            options: &LoadOptions::default(),
        })
    }

    #[test]
    fn bytes_tell_the_format_without_an_extension() {
        let cases: [(&[u8], Option<Format>); 14] = [
            (b"%PDF-1.7\n", Some(Format::Pdf)),
            (b"{\\rtf1 a}", Some(Format::Rtf)),
            (b"PK\x03\x04....word/document.xml", Some(Format::Docx)),
            (
                b"PK\x03\x04....mimetypeapplication/vnd.oasis.opendocument.text",
                Some(Format::Odt),
            ),
            (b"<!-- x --> <!DOCTYPE HTML><p>a", Some(Format::Html)),
            (
                b"From: a@b\r\nMIME-Version: 1.0\r\n\r\na",
                Some(Format::Email),
            ),
            (b"From: the delegation\n\nMr. President,", None),
            (b"Mr. President,", None),
            (b"<?xml version='1.0'?><act><p>a", Some(Format::Xml)),
            (
                b"<?xml version='1.0'?><office:document>",
                Some(Format::Fodt),
            ),
            (b"<act id='1'><p>a</p></act>\n", Some(Format::Xml)),
            (b"<div><p>a</p></div>", Some(Format::Html)),
            (b"<We> thank all", None),
            (b"<?xml version='1.0'?><html><p>a", Some(Format::Html)),
        ];
        for (bytes, format) in cases {
            assert_eq!(sniffed(bytes).unwrap(), format, "{bytes:?}");
        }
    }

    #[test]
    fn files_without_a_statement_are_refused_with_a_remedy() {
        let cases: [(&[u8], &str); 5] = [
            (b"\x89PNG\r\n", "OCR"),
            (b"\xD0\xCF\x11\xE0", "save it as .docx"),
            (b"\xDB\xA5\x2D\0", "--convert-to docx"),
            (b"\x7FELF\x02", "name a file"),
            (b"PK\x03\x04 images/a.jpg", "unpack"),
        ];
        for (bytes, remedy) in cases {
            assert!(sniffed(bytes).unwrap_err().to_string().contains(remedy));
        }
    }
}
