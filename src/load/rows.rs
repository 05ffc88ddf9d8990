//! Finds rows of JSONL files by their ids.
//!
//! Only the ids and where their rows start are kept in memory, so corpora of
//! any length can be paired whatever the order of their rows.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{BufRead, BufReader, Cursor, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};

use serde::Deserialize;

use super::jsonl::Tally;
use super::row_lines::{Lines, RawRow};
use super::{LoadOptions, MAX_FILE_BYTES, row, stdin, too_large};
use crate::error::{Error, Result};
use crate::model::Document;

/// The rows of one JSONL file by id.
#[derive(Debug)]
pub struct RowIndex {
    path: PathBuf,
    source: Source,
    /// Where the row of each id starts, and its line from 1.
    rows: BTreeMap<String, (u64, usize)>,
    order: Vec<String>,
    errors: Vec<Error>,
}

/// What can be read again from any place.
#[derive(Debug)]
enum Source {
    File(BufReader<File>),
    /// What came through a pipe.
    Memory(Cursor<Vec<u8>>),
}

#[derive(Deserialize)]
struct Head {
    id: serde_json::Value,
}

impl RowIndex {
    /// Reads the ids of the file at `path`; `-` is standard input. What comes through a
    /// pipe cannot be read twice and is kept in memory, up to [`MAX_FILE_BYTES`]. What is
    /// wrong with single rows, the second of one id among them, is in
    /// [`RowIndex::take_errors`].
    ///
    /// # Errors
    ///
    /// When the file cannot be read or holds no rows.
    pub fn open(path: &Path) -> Result<Self> {
        let mut index = Self {
            path: path.to_owned(),
            source: source(path)?,
            rows: BTreeMap::new(),
            order: Vec::new(),
            errors: Vec::new(),
        };
        // Taken out while it is read, since reading notes rows in `index`.
        match std::mem::replace(&mut index.source, Source::Memory(Cursor::default())) {
            Source::File(mut file) => {
                index.read(&mut file)?;
                index.source = Source::File(file);
            }
            Source::Memory(mut bytes) => {
                index.read(&mut bytes)?;
                index.source = Source::Memory(bytes);
            }
        }
        Ok(index)
    }

    /// Notes the rows of `reader`.
    fn read(&mut self, reader: &mut impl BufRead) -> Result<()> {
        let path = self.path.clone();
        let mut tally = Tally::default();
        for row in Lines::new(reader, &path) {
            let is_good = self.add(&row?);
            if let Some(error) = tally.count(is_good, &path) {
                self.errors.push(error);
                break;
            }
        }
        Ok(())
    }

    /// Notes where the row stands, if it has an id of its own.
    fn add(&mut self, row: &RawRow) -> bool {
        let head: serde_json::Result<Head> = serde_json::from_slice(&row.bytes);
        let problem = match head.map(|head| row::id(&head.id)) {
            // First: what is cut is broken JSON too, and its length is the better reason.
            _ if row.is_cut => "longer than 32 MiB".to_owned(),
            Ok(Some(id)) if self.rows.contains_key(&id) => {
                format!("a second row with the id `{id}`")
            }
            Ok(Some(id)) => {
                self.rows.insert(id.clone(), (row.at, row.line));
                self.order.push(id);
                return true;
            }
            Ok(None) => "`id` is neither a string nor a number".to_owned(),
            Err(error) => row::describe(&error),
        };
        self.errors.push(Error::Row {
            path: self.path.clone(),
            line: row.line,
            id: None,
            problem,
        });
        false
    }

    /// Hands over what is wrong with rows that have no id of their own.
    pub fn take_errors(&mut self) -> Vec<Error> {
        std::mem::take(&mut self.errors)
    }

    /// The ids in the order of the rows.
    #[must_use]
    pub fn ids(&self) -> &[String] {
        &self.order
    }

    /// The line of the row `id`, from 1.
    #[must_use]
    pub fn line(&self, id: &str) -> Option<u32> {
        let (_, line) = self.rows.get(id)?;
        u32::try_from(*line).ok()
    }

    /// Reads the document with `id`; `None` if no row has it.
    ///
    /// # Errors
    ///
    /// When the file cannot be read or the row is broken.
    pub fn document(&mut self, id: &str, options: &LoadOptions) -> Result<Option<Document>> {
        let Some(&(at, line)) = self.rows.get(id) else {
            return Ok(None);
        };
        let row = match &mut self.source {
            Source::File(file) => row_at(file, at, line),
            Source::Memory(bytes) => row_at(bytes, at, line),
        };
        let row = row.map_err(|source| Error::cannot_read(&self.path, source))?;
        row::document(&row, &self.path, options).map(Some)
    }
}

/// The row that starts at a byte, and stands on a line, of `reader`.
fn row_at(reader: &mut (impl BufRead + Seek), at: u64, line: usize) -> std::io::Result<RawRow> {
    reader.seek(SeekFrom::Start(at))?;
    let mut row = RawRow {
        line,
        at,
        ..RawRow::default()
    };
    reader.read_until(b'\n', &mut row.bytes)?;
    // The first row starts where the file does, at its byte order mark.
    if at == 0 && row.bytes.starts_with(b"\xef\xbb\xbf") {
        row.bytes.drain(..3);
    }
    Ok(row)
}

/// A file as it is, and all that a pipe has.
fn source(path: &Path) -> Result<Source> {
    let failed = |source| Error::cannot_read(path, source);
    let mut pipe: Box<dyn Read> = if path == Path::new("-") {
        Box::new(stdin::reader())
    } else {
        let file = super::open(path)?;
        if file.metadata().map_err(failed)?.is_file() {
            return Ok(Source::File(BufReader::with_capacity(1 << 16, file)));
        }
        Box::new(file)
    };
    let mut bytes = Vec::new();
    (&mut pipe)
        .take(MAX_FILE_BYTES + 1)
        .read_to_end(&mut bytes)
        .map_err(failed)?;
    if bytes.len() as u64 > MAX_FILE_BYTES {
        return Err(too_large(path, MAX_FILE_BYTES));
    }
    Ok(Source::Memory(Cursor::new(bytes)))
}
