//! A Word document with native tracked changes (ISO/IEC 29500-1, §17.13.5).
//!
//! Rejecting all changes gives the text before, accepting all the text after.
//! Each changed figure has a comment. The same redline gives the same bytes:
//! changes are dated only where a date is given.

mod body;
mod change;
mod escape;
mod original;
mod parts;

use std::io::{self, Write};

use rawzip::ZipArchiveWriter;

use crate::report::Redline;
pub use original::edit;

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
    let attributes = escape::attributes(revision, "w:");
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
        original::put(&mut archive, name, content).map_err(io::Error::other)?;
    }
    archive.finish().map_err(io::Error::other)?;
    Ok(())
}
