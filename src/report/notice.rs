//! Notices and errors as records.

use serde::Serialize;

use super::address::{Addresses, SpanRecord};
use super::target::Target;
use crate::model::{Document, Notice, NoticeCode, Witness};
use crate::plain;

/// Something seen but not understood, or mended on the way in.
#[derive(Debug, Clone, Serialize)]
pub struct NoticeRecord<'a> {
    #[serde(rename = "type")]
    record: &'static str,
    /// The document's name in this report.
    pub document: &'a str,
    /// Stable name of the kind of notice.
    pub code: NoticeCode,
    /// Where it was seen; null when it concerns the whole document.
    pub span: Option<SpanRecord>,
    /// The author's words there.
    pub raw: Option<&'a str>,
    /// For people.
    pub message: &'a str,
    /// Its paragraph, from 0; none when it concerns the whole document.
    #[serde(skip)]
    pub paragraph: Option<u32>,
    /// Where that is in the files; of one document alone it is the file after.
    #[serde(skip)]
    pub target: Target,
}

impl<'a> NoticeRecord<'a> {
    /// The record of `notice` on `document`.
    #[must_use]
    pub fn new(document: &'a Document, addresses: &Addresses<'a>, notice: &'a Notice) -> Self {
        let paragraph = notice.span.map(|span| document.paragraph_at(span.start));
        let line = paragraph.and_then(|at| document.paragraphs.get(at as usize)?.place.line);
        let span = notice.span.zip(paragraph);
        Self {
            record: "notice",
            document: &document.id,
            code: notice.code,
            span: span.map(|(span, paragraph)| addresses.span(span, paragraph)),
            raw: notice.span.map(|span| span.of(&document.text)),
            message: &notice.message,
            paragraph,
            // Where a comparison has two documents it sets the side itself.
            target: Target { side: 1, line },
        }
    }
}

impl NoticeRecord<'_> {
    /// The most characters of the words that a line quotes.
    const MAX_WORDS: usize = 80;

    /// The notice on a line: whose words, where, which and why.
    #[must_use]
    pub fn line(&self) -> String {
        // Other messages name what they are about.
        if self.code != NoticeCode::NumberBeyondReach {
            return self.message.to_owned();
        }
        let words = plain::clip(self.raw.unwrap_or_default(), Self::MAX_WORDS);
        let place = self.paragraph.map(|at| format!(" ¶{}", at + 1));
        let place = place.unwrap_or_default();
        format!("{}{place}: {words} {}", self.document, self.message)
    }
}

/// What was seen in a statement and not understood, or mended on the way in.
#[must_use]
pub fn notice_records(witness: &Witness) -> Vec<NoticeRecord<'_>> {
    let document = &witness.document;
    let addresses = Addresses::new(document);
    let notices = document.notices.iter().chain(&witness.notices);
    notices
        .map(|notice| NoticeRecord::new(document, &addresses, notice))
        .collect()
}

/// A document that could not be read, in its place among others that could.
#[derive(Debug, Clone, Serialize)]
pub struct ErrorRecord {
    #[serde(rename = "type")]
    record: &'static str,
    /// The id of the row, where it is one and has one.
    pub document: Option<String>,
    /// The file as named by the user.
    pub path: Option<String>,
    /// The line of the row in it, from 1.
    pub line: Option<usize>,
    /// Stable name of the kind of error: `bad_row`, `unreadable`, …
    pub code: &'static str,
    /// The file, the place and the remedy.
    pub message: String,
}

impl ErrorRecord {
    /// The record of an error with its causes.
    #[must_use]
    pub fn new(error: &crate::Error) -> Self {
        Self {
            record: "error",
            document: error.row_id().map(str::to_owned),
            path: error.path().map(|path| path.to_string_lossy().into_owned()),
            line: error.line(),
            code: error.code(),
            message: error.to_string(),
        }
    }
}
