//! Reads JSON lines: one document a row.
//!
//! A row has `id` and either `text` or `paragraphs`; it may have `language`,
//! `delegation`, `date` and `title`. Rows are read one at a time, so a corpus
//! of any length needs the memory of its longest row.

use std::fs::File;
use std::io::{BufRead, Read};
use std::path::{Path, PathBuf};

use serde::Deserialize;
use serde_json::{Map, Value};

use super::LoadOptions;
use super::bounds::MAX_LINES;
use super::sniff::{LFS_POINTER, LFS_PROBLEM, LFS_REMEDY};
use crate::error::{Error, Result};
use crate::model::{
    Addressing, Document, Format, Language, Metadata, Origin, Paragraph, Span, Stated,
};

/// Longest row, in bytes.
pub(super) const MAX_ROW_BYTES: u64 = 32 << 20;

/// The documents of a JSONL file, in the order of its rows.
#[derive(Debug)]
pub struct Rows<R> {
    reader: R,
    path: PathBuf,
    options: LoadOptions,
    line: usize,
    buffer: Vec<u8>,
    /// How many rows were broken.
    broken: usize,
    /// Whether nothing more is read: the file is no file of rows.
    is_over: bool,
}

/// Broken rows of one file that are told; one with more is no file of rows.
pub(super) const MAX_BROKEN: usize = 10;

/// Bytes of a file in which its first row is looked at.
const GLANCE: u64 = 1 << 16;

/// Whether the file at `path` lists other things than texts, as its first row
/// shows: a manifest.
pub(super) fn is_manifest(path: &Path) -> bool {
    let Ok(file) = File::open(path) else {
        return false;
    };
    let mut start = Vec::new();
    if file.take(GLANCE).read_to_end(&mut start).is_err() {
        return false;
    }
    let first = start
        .split(|byte| *byte == b'\n')
        .next()
        .unwrap_or_default();
    is_entry(first.strip_prefix(b"\xef\xbb\xbf").unwrap_or(first))
}

/// Whether a row is an object with neither of the fields that hold a text.
fn is_entry(row: &[u8]) -> bool {
    let object: serde_json::Result<Map<String, Value>> = serde_json::from_slice(row);
    object.is_ok_and(|object| !object.contains_key("text") && !object.contains_key("paragraphs"))
}

/// Refuses what stands in the first line of files that hold no rows.
pub(super) fn refuse_other(path: &Path, first: &[u8]) -> Result<()> {
    let (problem, remedy) = if first.starts_with(LFS_POINTER) {
        (LFS_PROBLEM, LFS_REMEDY)
    } else if is_entry(first) {
        let problem = "a list without `text` or `paragraphs`, a manifest";
        (problem, "name the statements that it lists")
    } else {
        return Ok(());
    };
    Err(Error::Unreadable {
        path: path.to_owned(),
        problem: problem.to_owned(),
        remedy: remedy.to_owned(),
    })
}

#[derive(Deserialize)]
struct Row {
    id: Value,
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
            broken: 0,
            is_over: false,
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
                .map_err(|source| Error::cannot_read(&self.path, source))?;
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
            if self.line == 1 {
                refuse_other(&self.path, bytes)?;
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
        let lines = row
            .text
            .as_ref()
            .map_or(0, |text| text.matches('\n').count());
        if lines.max(row.paragraphs.as_ref().map_or(0, Vec::len)) > MAX_LINES {
            return Err(self.broken("more than a million paragraphs"));
        }
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

    /// A broken row is an error and the rows after it follow, up to a number of
    /// them; where no row can be told from the next, and in a manifest, none does.
    fn next(&mut self) -> Option<Self::Item> {
        if self.is_over {
            return None;
        }
        let mut row = self.next_row();
        if let Err(error) = &mut row {
            self.broken += 1;
            let is_row = matches!(error, Error::Row { .. }) && self.buffer.ends_with(b"\n");
            self.is_over = !is_row || self.broken >= MAX_BROKEN;
            if let (Error::Row { problem, .. }, true) = (error, self.broken >= MAX_BROKEN) {
                problem.push_str(", as were nine rows before; the rest is left unread");
            }
        }
        row.transpose()
    }
}

/// The id of a row as text; `None` if it is neither a string nor a number.
pub(super) fn id(value: &Value) -> Option<String> {
    match value {
        Value::String(id) => Some(id.clone()),
        Value::Number(id) => Some(id.to_string()),
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
        (None, None) => {
            let guess = super::language::of_text(text);
            (guess.language, guess.origin)
        }
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

    #[test]
    fn a_broken_row_keeps_the_others_and_many_end_the_file() {
        let good = "{\"id\":\"a\",\"text\":\"x\"}\n";
        assert!(rows(&format!("{good}no row\n{good}"))[2].is_ok());
        let many = rows(&format!("{good}{}", "no row\n".repeat(1000)));
        assert_eq!(many.len(), 1 + MAX_BROKEN);
        let last = many[MAX_BROKEN].as_ref().unwrap_err().to_string();
        assert!(last.contains("the rest is left unread"), "{last}");
    }

    #[test]
    fn what_holds_no_rows_is_named() {
        let problem = |text: &str| rows(text)[0].as_ref().unwrap_err().to_string();
        assert!(problem("{\"file\":\"a.txt\"}\n").contains("a manifest; name the statements"));
        let pointer = "version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 12345\n";
        assert!(problem(pointer).contains("git lfs pull"));
    }
}
