//! JSON: one document, or a record a line.

use std::io::{self, Write};

use serde::Serialize;

use crate::report::{SCHEMA_VERSION, TOOL, Tool};

/// One JSON document with records of one or two kinds.
#[derive(Debug, Serialize)]
struct Whole<'a, D, R> {
    schema_version: &'static str,
    tool: Tool,
    documents: &'a [D],
    #[serde(flatten)]
    records: R,
}

/// Writes one JSON document: `documents`, then the fields of `records`.
///
/// # Errors
///
/// When `out` cannot be written.
pub fn write_document<D: Serialize, R: Serialize>(
    out: &mut dyn Write,
    documents: &[D],
    records: R,
) -> io::Result<()> {
    let whole = Whole {
        schema_version: SCHEMA_VERSION,
        tool: TOOL,
        documents,
        records,
    };
    serde_json::to_writer(&mut *out, &whole)?;
    out.write_all(b"\n")
}

/// One JSON document as text, as [`write_document`] writes it.
///
/// # Panics
///
/// When a key of a map in `records` is no text.
#[must_use]
#[expect(
    clippy::missing_panics_doc,
    reason = "a vector takes all, and JSON is UTF-8"
)]
pub fn document<D: Serialize, R: Serialize>(documents: &[D], records: R) -> String {
    let mut out = Vec::new();
    write_document(&mut out, documents, records).expect("a vector takes all");
    String::from_utf8(out).expect("JSON is UTF-8")
}

/// Writes one record on a line of its own.
///
/// # Errors
///
/// When `out` cannot be written.
pub fn write_record<R: Serialize>(out: &mut dyn Write, record: &R) -> io::Result<()> {
    serde_json::to_writer(&mut *out, record)?;
    out.write_all(b"\n")
}
