//! Finds rows of JSONL files by their ids.
//!
//! Only the ids and where their rows start are kept in memory, so corpora of
//! any length can be paired whatever the order of their rows.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{BufRead, BufReader, Seek, SeekFrom};
use std::path::{Path, PathBuf};

use serde::Deserialize;

use super::LoadOptions;
use super::jsonl::Rows;
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
}

#[derive(Deserialize)]
struct Head {
    id: serde_json::Value,
}

impl RowIndex {
    /// Reads the ids of the file at `path`.
    ///
    /// # Errors
    ///
    /// When the file cannot be read, a line is no row, or two rows have one id.
    pub fn open(path: &Path) -> Result<Self> {
        let file = super::open(path)?;
        let mut index = Self {
            path: path.to_owned(),
            reader: BufReader::with_capacity(1 << 16, file),
            rows: BTreeMap::new(),
            order: Vec::new(),
        };
        let (mut line, mut at, mut number) = (Vec::new(), 0, 0);
        loop {
            line.clear();
            let read = index
                .reader
                .read_until(b'\n', &mut line)
                .map_err(|source| index.io(source))?;
            if read == 0 {
                return Ok(index);
            }
            number += 1;
            let row = line
                .strip_prefix(b"\xef\xbb\xbf".as_slice())
                .unwrap_or(&line);
            if !row.trim_ascii().is_empty() {
                index.add(row, at, number)?;
            }
            at += read as u64;
        }
    }

    fn add(&mut self, row: &[u8], at: u64, line: usize) -> Result<()> {
        let broken = |problem: String| Error::Row {
            path: self.path.clone(),
            line,
            problem,
        };
        let head: Head =
            serde_json::from_slice(row).map_err(|error| broken(super::jsonl::describe(&error)))?;
        let id = super::jsonl::id(&head.id)
            .ok_or_else(|| broken("`id` is neither a string nor a number".to_owned()))?;
        if self.rows.insert(id.clone(), (at, line)).is_some() {
            return Err(broken(format!("a second row with the id `{id}`")));
        }
        self.order.push(id);
        Ok(())
    }

    fn io(&self, source: std::io::Error) -> Error {
        Error::Io {
            path: self.path.clone(),
            action: "read",
            source,
        }
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
