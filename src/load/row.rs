//! One row of JSON: a document.
//!
//! `paragraphs` are taken as they are. A `text` of one line is too; one of several is
//! tidied as a file is (`super::row_text`), and its offsets count from the given text.

use std::path::Path;

use serde::Deserialize;
use serde_json::{Map, Value};

use super::LoadOptions;
use super::bounds::MAX_LINES;
use super::row_lines::RawRow;
use super::row_text;
use crate::error::{Error, Result};
use crate::model::{
    Addressing, Document, Format, Language, Metadata, Origin, Paragraph, Span, Stated,
};

#[derive(Default, Deserialize)]
struct Row {
    id: Value,
    text: Option<String>,
    paragraphs: Option<Vec<String>>,
    language: Option<String>,
    delegation: Option<String>,
    date: Option<String>,
    title: Option<String>,
}

/// The document of `row`, which stands in the file at `path`.
///
/// # Errors
///
/// [`Error::Row`] with the id, where it has one that can be read.
pub(super) fn document(row: &RawRow, path: &Path, options: &LoadOptions) -> Result<Document> {
    let read = if row.is_cut {
        Err("longer than 32 MiB".to_owned())
    } else {
        read(&row.bytes, options)
    };
    let mut document = read.map_err(|problem| Error::Row {
        path: path.to_owned(),
        line: row.line,
        id: id_of(&row.bytes),
        problem,
    })?;
    document.path = Some(path.to_string_lossy().into_owned());
    Ok(document)
}

/// The document of a row, or what is wrong with it.
fn read(bytes: &[u8], options: &LoadOptions) -> std::result::Result<Document, String> {
    let mut row: Row = serde_json::from_slice(bytes).map_err(|error| describe(&error))?;
    let id = id(&row.id).ok_or("`id` is neither a string nor a number")?;
    let lines = row
        .text
        .as_ref()
        .map_or(0, |text| text.matches('\n').count());
    // Counted before a million paragraphs are made.
    if lines.max(row.paragraphs.as_ref().map_or(0, Vec::len)) > MAX_LINES {
        return Err("more than a million paragraphs".to_owned());
    }
    let mut document = match (row.text.take(), row.paragraphs.take()) {
        (Some(text), None) => of_text(text, &row, options),
        (None, Some(paragraphs)) => with_language(from_paragraphs(&paragraphs), &row, options),
        (Some(_), Some(_)) => return Err("both `text` and `paragraphs`".to_owned()),
        (None, None) => return Err("neither `text` nor `paragraphs`".to_owned()),
    };
    document.id = id;
    document.format = Format::Jsonl;
    document.metadata = metadata(options, row, &document);
    Ok(document)
}

/// The document of a text in a column of texts, as that of a row `{"id":…,"text":…}`.
#[must_use]
pub fn document_of_text(id: &str, text: &str, options: &LoadOptions) -> Document {
    let row = Row::default();
    let mut document = of_text(text.to_owned(), &row, options);
    id.clone_into(&mut document.id);
    document.format = Format::Jsonl;
    document.metadata = metadata(options, row, &document);
    document
}

/// The text of `row`, tidied where it has several lines.
fn of_text(text: String, row: &Row, options: &LoadOptions) -> Document {
    // A tidied text was read as a file, which tells its language.
    row_text::tidied(text, options)
        .unwrap_or_else(|given| with_language(from_text(given), row, options))
}

/// `document` with the language that its own text tells, unless it is stated.
fn with_language(mut document: Document, row: &Row, options: &LoadOptions) -> Document {
    if options.language.is_none() && row.language.is_none() {
        let guess = super::language::of_text(&document.text);
        document.metadata.language = guess.language;
        document.metadata.language_origin = guess.origin;
    }
    document
}

/// The id of a row that may be broken otherwise; `None` where there is none.
fn id_of(bytes: &[u8]) -> Option<String> {
    let row: Map<String, Value> = serde_json::from_slice(bytes).ok()?;
    id(row.get("id")?)
}

/// Whether a line is an object that is meant as a row: it has an id and a text.
pub(super) fn is_row(line: &[u8]) -> bool {
    let object: serde_json::Result<Map<String, Value>> = serde_json::from_slice(line);
    object.is_ok_and(|object| {
        object.contains_key("id")
            && ["text", "paragraphs"]
                .iter()
                .any(|key| object.contains_key(*key))
    })
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
        // As they are given: offsets count from the start of each.
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
pub(super) fn from_text(given: String) -> Document {
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

/// What the user gives beats the row, and that the head of its text.
fn metadata(options: &LoadOptions, row: Row, document: &Document) -> Metadata {
    let text = document.metadata.clone();
    let stated = |given: &Option<String>, row: Option<String>, text: Option<Stated>| {
        let of = |value: String, origin| Stated { value, origin };
        let given = given.clone().map(|value| of(value, Origin::Given));
        given
            .or_else(|| row.map(|value| of(value, Origin::Row)))
            .or(text)
    };
    let (language, language_origin) = match (options.language, &row.language) {
        (Some(language), _) => (language, Origin::Given),
        (None, Some(code)) => (Language::from_code(code), Origin::Row),
        (None, None) => (text.language, text.language_origin),
    };
    Metadata {
        delegation: stated(&options.delegation, row.delegation, text.delegation),
        date: stated(&options.date, row.date, text.date),
        title: stated(&options.title, row.title, text.title),
        language,
        language_origin,
        ..text
    }
}
