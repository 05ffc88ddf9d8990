//! What is shown of a paragraph.

use serde::Serialize;

use super::address::{Addresses, SpanRecord};
use super::figure::PlaceRecord;
use crate::model::{Document, Role};

/// One paragraph as it was read.
#[derive(Debug, Clone, Serialize)]
pub struct ParagraphRecord<'a> {
    #[serde(rename = "type")]
    record: &'static str,
    /// The document's name in this report.
    pub document: &'a str,
    /// From 0.
    pub number: u32,
    /// The author's words.
    pub text: &'a str,
    /// What it is for.
    pub role: Role,
    /// Its number or list mark.
    pub numbering: Option<&'a str>,
    /// Where it stands in the text.
    pub span: SpanRecord,
    /// Where it stands in the file.
    pub place: PlaceRecord,
}

/// The records of all paragraphs of `document`, in reading order.
pub fn paragraph_records(document: &Document) -> impl Iterator<Item = ParagraphRecord<'_>> {
    let addresses = Addresses::new(document);
    (0..)
        .zip(&document.paragraphs)
        .map(move |(number, paragraph)| {
            // The blank behind a mark belongs to neither the mark nor the words.
            let mark = paragraph.numbering.of(&document.text).trim_end();
            ParagraphRecord {
                record: "paragraph",
                document: &document.id,
                number,
                text: paragraph.span.of(&document.text),
                role: paragraph.role,
                numbering: (!mark.is_empty()).then_some(mark),
                span: addresses.span(paragraph.span, number),
                place: paragraph.place.into(),
            }
        })
}
