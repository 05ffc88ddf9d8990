//! Which reader reads which format.

use std::path::Path;

use super::block::{Input, Source};
#[cfg(feature = "pdf")]
use super::pdf;
use super::{csv, html, markdown, markup, rtf, sniff, text};
#[cfg(feature = "office")]
use super::{doc, docx, email, epub, ods, odt, pptx, xlsx};
use crate::error::Result;
use crate::model::Format;

/// Reads the blocks of one file.
pub(super) type Reader = fn(&Input) -> Result<Source>;

/// What is known of a format.
struct Row {
    format: Format,
    /// File extensions that promise it, in lower case.
    extensions: &'static [&'static str],
    /// Its reader, where it holds one statement and is compiled in.
    read: Option<Reader>,
}

const fn row(format: Format, extensions: &'static [&'static str], read: Option<Reader>) -> Row {
    Row {
        format,
        extensions,
        read,
    }
}

/// A reader that is compiled with the feature `office`.
macro_rules! office {
    ($read:path) => {{
        #[cfg(feature = "office")]
        {
            Some($read as Reader)
        }
        #[cfg(not(feature = "office"))]
        {
            None
        }
    }};
}

/// A reader that is compiled with the feature `pdf`.
macro_rules! pdf {
    ($read:path) => {{
        #[cfg(feature = "pdf")]
        {
            Some($read as Reader)
        }
        #[cfg(not(feature = "pdf"))]
        {
            None
        }
    }};
}

/// All formats; what their bytes begin with stands in [`super::sniff`] and, of archives, in
/// [`super::container`].
const FORMATS: &[Row] = &[
    row(Format::Text, &["txt", "text"], Some(text::read)),
    row(Format::Markdown, &["md", "markdown"], Some(markdown::read)),
    row(Format::Html, &["html", "htm", "xhtml"], Some(html::read)),
    row(Format::Docx, &["docx", "docm"], office!(docx::read)),
    row(Format::Doc, &["doc", "dot"], office!(doc::read)),
    row(Format::Odt, &["odt"], office!(odt::read)),
    row(Format::Rtf, &["rtf"], Some(rtf::read)),
    row(Format::Pdf, &["pdf"], pdf!(pdf::read)),
    row(Format::Email, &["eml"], office!(email::read)),
    row(Format::Xlsx, &["xlsx", "xlsm"], office!(xlsx::read)),
    row(Format::Ods, &["ods"], office!(ods::read)),
    row(Format::Csv, &["csv", "tsv"], Some(csv::read)),
    row(Format::Pptx, &["pptx", "pptm"], office!(pptx::read)),
    row(Format::Epub, &["epub"], office!(epub::read)),
    row(Format::Fodt, &["fodt"], office!(odt::read_flat)),
    row(Format::Xml, &["xml"], Some(markup::read)),
    // A file of rows holds many statements: [`super::jsonl`] reads each.
    row(Format::Jsonl, &["jsonl", "ndjson"], None),
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
    // The bytes of an old Word file always show it; plain text is often called .doc too.
    let promised = || of_extension(input.path).filter(|format| *format != Format::Doc);
    Ok(sniffed.or_else(promised).unwrap_or(Format::Text))
}

/// The format that the extension of `path` promises; `None` for an unknown one.
pub(super) fn of_extension(path: &Path) -> Option<Format> {
    let extension = path.extension()?.to_str()?.to_ascii_lowercase();
    let promises = |row: &&Row| row.extensions.contains(&extension.as_str());
    FORMATS.iter().find(promises).map(|row| row.format)
}

/// The reader of `format`.
///
/// # Errors
///
/// When a format holds no single statement or is not read.
pub(super) fn reader(format: Format, input: &Input) -> Result<Reader> {
    let row = FORMATS.iter().find(|row| row.format == format);
    row.and_then(|row| row.read).ok_or_else(|| {
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
    fn every_format_has_a_row_with_its_usual_extension() {
        for format in Format::ALL {
            let row = FORMATS.iter().find(|row| row.format == format).unwrap();
            assert_eq!(row.extensions[0], format.extension());
        }
    }

    #[test]
    fn the_extension_is_read_in_any_case() {
        assert_eq!(of_extension(Path::new("a/B.MD")), Some(Format::Markdown));
        assert_eq!(of_extension(Path::new("a/b.xyz")), None);
        assert_eq!(of_extension(Path::new("txt")), None);
    }
}
