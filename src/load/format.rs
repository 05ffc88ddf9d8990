//! Which reader reads which format.

use std::path::Path;

use super::block::{Input, Source};
#[cfg(feature = "pdf")]
use super::pdf;
use super::{csv, html, markdown, markup, rtf, sniff, text};
#[cfg(feature = "office")]
use super::{docx, email, epub, ods, odt, pptx, xlsx};
use crate::error::Result;
use crate::model::Format;

/// Reads the blocks of one file.
pub(super) type Reader = fn(&Input) -> Result<Source>;

/// The reader of each format that holds one statement.
pub(super) const READERS: &[(Format, Reader)] = &[
    (Format::Text, text::read),
    (Format::Markdown, markdown::read),
    (Format::Html, html::read),
    #[cfg(feature = "office")]
    (Format::Docx, docx::read),
    #[cfg(feature = "office")]
    (Format::Odt, odt::read),
    (Format::Rtf, rtf::read),
    #[cfg(feature = "pdf")]
    (Format::Pdf, pdf::read),
    #[cfg(feature = "office")]
    (Format::Email, email::read),
    #[cfg(feature = "office")]
    (Format::Xlsx, xlsx::read),
    #[cfg(feature = "office")]
    (Format::Ods, ods::read),
    (Format::Csv, csv::read),
    #[cfg(feature = "office")]
    (Format::Pptx, pptx::read),
    #[cfg(feature = "office")]
    (Format::Epub, epub::read),
    #[cfg(feature = "office")]
    (Format::Fodt, odt::read_flat),
    (Format::Xml, markup::read),
];

/// File extensions, lower case, and the format that they promise.
const EXTENSIONS: &[(&str, Format)] = &[
    ("txt", Format::Text),
    ("text", Format::Text),
    ("md", Format::Markdown),
    ("markdown", Format::Markdown),
    ("html", Format::Html),
    ("htm", Format::Html),
    ("xhtml", Format::Html),
    ("docx", Format::Docx),
    ("docm", Format::Docx),
    ("odt", Format::Odt),
    ("rtf", Format::Rtf),
    ("pdf", Format::Pdf),
    ("eml", Format::Email),
    ("xlsx", Format::Xlsx),
    ("xlsm", Format::Xlsx),
    ("ods", Format::Ods),
    ("csv", Format::Csv),
    ("tsv", Format::Csv),
    ("pptx", Format::Pptx),
    ("pptm", Format::Pptx),
    ("epub", Format::Epub),
    ("fodt", Format::Fodt),
    ("xml", Format::Xml),
    ("jsonl", Format::Jsonl),
    ("ndjson", Format::Jsonl),
];

/// The format of a file: what the user says, else what the bytes show, else
/// what the extension promises, else plain text.
///
/// # Errors
///
/// When the bytes show a kind of file that holds no statement.
pub(super) fn detect(input: &Input) -> Result<Format> {
    if let Some(format) = input.options.format {
        return Ok(format);
    }
    let sniffed = sniff::sniff(input)?;
    Ok(sniffed
        .or_else(|| of_extension(input.path))
        .unwrap_or(Format::Text))
}

/// The format that the extension of `path` promises; `None` for an unknown one.
pub(super) fn of_extension(path: &Path) -> Option<Format> {
    let extension = path.extension()?.to_str()?.to_ascii_lowercase();
    EXTENSIONS
        .iter()
        .find(|(known, _)| *known == extension)
        .map(|&(_, format)| format)
}

/// The reader of `format`.
///
/// # Errors
///
/// When a format holds no single statement or is not read.
pub(super) fn reader(format: Format, input: &Input) -> Result<Reader> {
    READERS
        .iter()
        .find(|(known, _)| *known == format)
        .map(|&(_, reader)| reader)
        .ok_or_else(|| {
            input.unreadable(
                format!("a .{} file is not read here", format.extension()),
                "save it as .txt or .md",
            )
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_extension_is_read_in_any_case() {
        assert_eq!(of_extension(Path::new("a/B.MD")), Some(Format::Markdown));
        assert_eq!(of_extension(Path::new("a/b.xyz")), None);
        assert_eq!(of_extension(Path::new("txt")), None);
    }
}
