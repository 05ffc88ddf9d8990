//! Finds rows of JSONL files by their ids.
//!
//! Only the ids and where their rows start are kept in memory, so corpora of
//! any length can be paired whatever the order of their rows.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{BufRead, BufReader, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};

use serde::Deserialize;

use super::LoadOptions;
use super::jsonl::{MAX_BROKEN, MAX_ROW_BYTES, Rows};
use crate::error::{Error, Result};
use crate::model::Document;

/// The rows of one JSONL file by id.
#[derive(Debug)]
pub struct RowIndex {
    path: PathBuf,
    reader: BufReader<File>,
    /// Where the row of each id starts, and its line from 1.
    rows: BTreeMap<String, (u64, usize)>,
    order: Vec<String>,
    errors: Vec<Error>,
}

#[derive(Deserialize)]
struct Head {
    id: serde_json::Value,
}

impl RowIndex {
    /// Reads the ids of the file at `path`. What is wrong with single rows, the
    /// second of one id among them, is in [`RowIndex::take_errors`].
    ///
    /// # Errors
    ///
    /// When the file cannot be read or holds no rows.
    pub fn open(path: &Path) -> Result<Self> {
        let file = super::open(path)?;
        let mut index = Self {
            path: path.to_owned(),
            reader: BufReader::with_capacity(1 << 16, file),
            rows: BTreeMap::new(),
            order: Vec::new(),
            errors: Vec::new(),
        };
        let (mut line, mut at, mut number) = (Vec::new(), 0, 0);
        while index.errors.len() < MAX_BROKEN {
            line.clear();
            let mut reader = (&mut index.reader).take(MAX_ROW_BYTES + 1);
            let read = reader.read_until(b'\n', &mut line);
            let read = read.map_err(|source| index.io(source))?;
            if read == 0 {
                break;
            }
            number += 1;
            let row = line
                .strip_prefix(b"\xef\xbb\xbf".as_slice())
                .unwrap_or(&line);
            if number == 1 {
                super::jsonl::refuse_other(path, row)?;
            }
            if read as u64 > MAX_ROW_BYTES {
                let problem = "longer than 32 MiB; the rest is left unread".to_owned();
                index.errors.push(index.broken(number, problem));
                break;
            }
            if !row.trim_ascii().is_empty() {
                index.add(row, at, number);
            }
            at += read as u64;
        }
        Ok(index)
    }

    /// Notes where the row stands that has an id of its own.
    fn add(&mut self, row: &[u8], at: u64, line: usize) {
        let head: serde_json::Result<Head> = serde_json::from_slice(row);
        let problem = match head.map(|head| super::jsonl::id(&head.id)) {
            Ok(Some(id)) if self.rows.contains_key(&id) => {
                format!("a second row with the id `{id}`")
            }
            Ok(Some(id)) => {
                self.rows.insert(id.clone(), (at, line));
                self.order.push(id);
                return;
            }
            Ok(None) => "`id` is neither a string nor a number".to_owned(),
            Err(error) => super::jsonl::describe(&error),
        };
        self.errors.push(self.broken(line, problem));
    }

    fn broken(&self, line: usize, problem: String) -> Error {
        Error::Row {
            path: self.path.clone(),
            line,
            problem,
        }
    }

    /// Hands over what is wrong with rows that have no id of their own.
    pub fn take_errors(&mut self) -> Vec<Error> {
        std::mem::take(&mut self.errors)
    }

    fn io(&self, source: std::io::Error) -> Error {
        Error::cannot_read(&self.path, source)
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
        self.reader
            .seek(SeekFrom::Start(at))
            .map_err(|source| self.io(source))?;
        Rows::at_line(&mut self.reader, &self.path, options.clone(), line - 1)
            .next()
            .transpose()
    }
}
