//! A Word document with native tracked changes (ISO/IEC 29500-1, §17.13.5).
//!
//! Rejecting all changes gives the text before, accepting all the text after.
//! Each changed figure has a comment. The same redline gives the same bytes:
//! changes are dated only where a date is given.

mod body;
mod escape;
mod parts;

use std::io::{self, Write};

use miniz_oxide::deflate::compress_to_vec;
use rawzip::{CompressionMethod, ZipArchiveWriter, ZipDataWriter};

use crate::report::Redline;

/// Who made the changes, and when.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Revision<'a> {
    /// The author that Word shows.
    pub author: &'a str,
    /// `2026-11-24T12:00:00Z` (XML Schema `dateTime`).
    pub date: Option<&'a str>,
}

/// Level of DEFLATE: as small as is still fast.
const LEVEL: u8 = 6;

/// Writes the redline as a Word document.
///
/// # Errors
///
/// When `out` cannot be written.
pub fn write(out: &mut dyn Write, redline: &Redline<'_>, revision: Revision<'_>) -> io::Result<()> {
    let attributes = escape::attributes(revision);
    let document = body::document(redline, &attributes);
    let comments = parts::comments(&document.comments, &attributes);
    let files = [
        ("[Content_Types].xml", parts::CONTENT_TYPES),
        ("_rels/.rels", parts::PACKAGE_RELATIONS),
        ("word/document.xml", &document.xml),
        ("word/_rels/document.xml.rels", parts::DOCUMENT_RELATIONS),
        ("word/styles.xml", parts::STYLES),
        ("word/comments.xml", &comments),
    ];
    let mut archive = ZipArchiveWriter::new(out);
    for (name, content) in files {
        push_file(&mut archive, name, content).map_err(io::Error::other)?;
    }
    archive.finish().map_err(io::Error::other)?;
    Ok(())
}

fn push_file(
    archive: &mut ZipArchiveWriter<&mut dyn Write>,
    name: &str,
    content: &str,
) -> Result<(), rawzip::Error> {
    let (mut entry, config) = archive
        .new_file(name)
        .compression_method(CompressionMethod::DEFLATE)
        .start()?;
    entry.write_all(&compress_to_vec(content.as_bytes(), LEVEL))?;
    let mut writer: ZipDataWriter<_> = config.wrap(io::sink());
    writer.write_all(content.as_bytes())?;
    let (_, descriptor) = writer.finish()?;
    entry.finish(descriptor)?;
    Ok(())
}
