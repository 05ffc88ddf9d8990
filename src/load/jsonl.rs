//! Reads JSON lines: one document a row.
//!
//! A row has `id` and either `text` or `paragraphs`; it may have `language`,
//! `delegation`, `date` and `title`. Rows are read one at a time, so a corpus
//! of any length needs the memory of its longest row.

use std::io::{BufRead, Read};
use std::path::{Path, PathBuf};

use serde::Deserialize;

use super::LoadOptions;
use crate::error::{Error, Result};
use crate::model::{
    Addressing, Document, Format, Language, Metadata, Origin, Paragraph, Span, Stated,
};

/// Longest row, in bytes.
const MAX_ROW_BYTES: u64 = 32 << 20;

/// The documents of a JSONL file, in the order of its rows.
#[derive(Debug)]
pub struct Rows<R> {
    reader: R,
    path: PathBuf,
    options: LoadOptions,
    line: usize,
    buffer: Vec<u8>,
}

#[derive(Deserialize)]
struct Row {
    id: serde_json::Value,
    text: Option<String>,
    paragraphs: Option<Vec<String>>,
    language: Option<String>,
    delegation: Option<String>,
    date: Option<String>,
    title: Option<String>,
}

impl<R: BufRead> Rows<R> {
    /// Reads rows from `reader`; `path` stands for it in errors.
    pub fn new(reader: R, path: &Path, options: LoadOptions) -> Self {
        Self::at_line(reader, path, options, 0)
    }

    /// Reads rows from the middle of a file; `line` lines stand before.
    pub(super) fn at_line(reader: R, path: &Path, options: LoadOptions, line: usize) -> Self {
        Self {
            reader,
            path: path.to_owned(),
            options,
            line,
            buffer: Vec::new(),
        }
    }

    /// The line that was read last, counted from 1.
    #[must_use]
    pub fn line(&self) -> usize {
        self.line
    }

    fn next_row(&mut self) -> Result<Option<Document>> {
        loop {
            self.buffer.clear();
            let mut line = (&mut self.reader).take(MAX_ROW_BYTES + 1);
            let read = line
                .read_until(b'\n', &mut self.buffer)
                .map_err(|source| Error::Io {
                    path: self.path.clone(),
                    action: "read",
                    source,
                })?;
            if read == 0 {
                return Ok(None);
            }
            self.line += 1;
            if read as u64 > MAX_ROW_BYTES {
                return Err(self.broken("longer than 32 MiB"));
            }
            let mut bytes = self.buffer.as_slice();
            if self.line == 1 {
                bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
            }
            if !bytes.trim_ascii().is_empty() {
                return self.document(bytes).map(Some);
            }
        }
    }

    fn document(&self, bytes: &[u8]) -> Result<Document> {
        let mut row: Row =
            serde_json::from_slice(bytes).map_err(|error| self.broken(describe(&error)))?;
        let id = id(&row.id).ok_or_else(|| self.broken("`id` is neither a string nor a number"))?;
        let mut document = match (row.text.take(), row.paragraphs.take()) {
            (Some(text), None) => from_text(text),
            (None, Some(paragraphs)) => from_paragraphs(&paragraphs),
            (Some(_), Some(_)) => return Err(self.broken("both `text` and `paragraphs`")),
            (None, None) => return Err(self.broken("neither `text` nor `paragraphs`")),
        };
        document.id = id;
        document.path = Some(self.path.to_string_lossy().into_owned());
        document.format = Format::Jsonl;
        document.metadata = metadata(&self.options, row, &document.text);
        Ok(document)
    }

    fn broken(&self, problem: impl Into<String>) -> Error {
        Error::Row {
            path: self.path.clone(),
            line: self.line,
            problem: problem.into(),
        }
    }
}

impl<R: BufRead> Iterator for Rows<R> {
    type Item = Result<Document>;

    fn next(&mut self) -> Option<Self::Item> {
        self.next_row().transpose()
    }
}

/// The id of a row as text; `None` if it is neither a string nor a number.
pub(super) fn id(value: &serde_json::Value) -> Option<String> {
    match value {
        serde_json::Value::String(id) => Some(id.clone()),
        serde_json::Value::Number(id) => Some(id.to_string()),
        _ => None,
    }
}

/// What serde says, with the column and without its line, which is always 1.
pub(super) fn describe(error: &serde_json::Error) -> String {
    let text = error.to_string();
    let problem = text.split(" at line ").next().unwrap_or_default();
    format!("{problem} at column {}", error.column())
}

/// A document of paragraphs that are taken as they are.
fn from_paragraphs(paragraphs: &[String]) -> Document {
    let mut document = Document {
        text: paragraphs.join("\n"),
        addressing: Addressing::Paragraph,
        ..Document::default()
    };
    let mut start = 0;
    for paragraph in paragraphs {
        document
            .paragraphs
            .push(plain(start, start + paragraph.len()));
        start += paragraph.len() + 1;
    }
    document
}

/// A document of a running text: paragraphs stand between blank lines, or one
/// a line where there is no blank line.
fn from_text(given: String) -> Document {
    let mut document = Document::default();
    let mut anchors = Vec::new();
    for (start, end) in paragraph_ranges(&given) {
        if !document.text.is_empty() {
            document.text.push('\n');
        }
        let first = document.text.len();
        push_folded(&given, start, end, &mut document.text, &mut anchors);
        document.paragraphs.push(plain(first, document.text.len()));
    }
    document.addressing = Addressing::Given { anchors, given };
    document
}

fn plain(start: usize, end: usize) -> Paragraph {
    Paragraph {
        span: Span::new(start, end),
        numbering: Span::new(start, start),
        ..Paragraph::default()
    }
}

fn paragraph_ranges(text: &str) -> Vec<(usize, usize)> {
    let lines = line_ranges(text);
    let is_blank = |&(start, end): &(usize, usize)| text[start..end].trim().is_empty();
    let by_blank_lines = lines.iter().any(is_blank);
    let mut ranges: Vec<(usize, usize)> = Vec::new();
    let mut open = false;
    for line in lines {
        if is_blank(&line) {
            open = false;
            continue;
        }
        match ranges.last_mut() {
            Some(last) if open && by_blank_lines => last.1 = line.1,
            _ => ranges.push(line),
        }
        open = true;
    }
    for range in &mut ranges {
        let inside = &text[range.0..range.1];
        range.0 += inside.len() - inside.trim_start().len();
        range.1 -= inside.len() - inside.trim_end().len();
    }
    ranges
}

/// The lines but for empty ones at either end of the text.
fn line_ranges(text: &str) -> Vec<(usize, usize)> {
    let start = text.len() - text.trim_start().len();
    let end = text.trim_end().len();
    let mut lines = Vec::new();
    let mut at = start;
    while at < end {
        let stop = text[at..end].find('\n').map_or(end, |offset| at + offset);
        lines.push((at, stop));
        at = stop + 1;
    }
    lines
}

/// Appends `given[start..end]` with each run of white space that has a line
/// break or a tab as one blank; anchors where the offsets shift.
fn push_folded(
    given: &str,
    start: usize,
    end: usize,
    text: &mut String,
    anchors: &mut Vec<(u32, u32)>,
) {
    let narrow = |at: usize| Span::new(0, at).end;
    anchors.push((narrow(text.len()), narrow(start)));
    let mut at = start;
    while at < end {
        let rest = &given[at..end];
        let run = rest.len() - rest.trim_start().len();
        if run > 0 && rest[..run].contains(['\n', '\r', '\t']) {
            text.push(' ');
            at += run;
            anchors.push((narrow(text.len()), narrow(at)));
            continue;
        }
        let step = rest.chars().next().map_or(1, char::len_utf8);
        text.push_str(&rest[..step]);
        at += step;
    }
}

fn metadata(options: &LoadOptions, row: Row, text: &str) -> Metadata {
    let stated = |given: &Option<String>, row: Option<String>| match given {
        Some(value) => Some(Stated {
            value: value.clone(),
            origin: Origin::Given,
        }),
        None => row.map(|value| Stated {
            value,
            origin: Origin::Row,
        }),
    };
    let (language, language_origin) = match (options.language, &row.language) {
        (Some(language), _) => (language, Origin::Given),
        (None, Some(code)) => (Language::from_code(code), Origin::Row),
        (None, None) => (super::language::of_text(text), Origin::Text),
    };
    Metadata {
        delegation: stated(&options.delegation, row.delegation),
        date: stated(&options.date, row.date),
        title: stated(&options.title, row.title),
        language,
        language_origin,
        ..Metadata::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(text: &str) -> Vec<Result<Document>> {
        Rows::new(
            text.as_bytes(),
            Path::new("rows.jsonl"),
            LoadOptions::default(),
        )
        .collect()
    }

    #[test]
    fn paragraphs_are_taken_as_they_are() {
        let rows = rows(r#"{"id":"a","paragraphs":["One. Two.","three"]}"#);
        let document = rows[0].as_ref().unwrap();
        assert_eq!(document.text, "One. Two.\nthree");
        assert_eq!(document.paragraphs.len(), 2);
    }

    #[test]
    fn offsets_of_a_text_count_from_the_given_text() {
        let rows = rows(r#"{"id":"a","text":" We cleared\n  5 hectares.\n\nThank you."}"#);
        let document = rows[0].as_ref().unwrap();
        assert_eq!(document.text, "We cleared 5 hectares.\nThank you.");
        let Addressing::Given { anchors, .. } = &document.addressing else {
            panic!("a text row counts from the given text");
        };
        assert_eq!(anchors, &[(0, 1), (11, 14), (23, 27)]);
    }

    #[test]
    fn a_broken_row_is_named_by_its_line() {
        let rows = rows("{\"id\":\"a\",\"text\":\"x\"}\n\n{\"id\":\"b\"\n");
        let message = rows[1].as_ref().unwrap_err().to_string();
        assert!(message.starts_with("rows.jsonl: line 3: "), "{message}");
    }
}
