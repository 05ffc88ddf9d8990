//! Cuts a stream into the lines of its rows, in bounded memory.

use std::io::{BufRead, Read};
use std::path::{Path, PathBuf};

use super::jsonl::refuse_other;
use crate::error::{Error, Result};

/// Longest row, in bytes.
pub(super) const MAX_ROW_BYTES: u64 = 32 << 20;

/// One line that is not blank.
#[derive(Debug, Default)]
pub(super) struct RawRow {
    /// From 1.
    pub(super) line: usize,
    /// Byte of the stream at which it starts.
    pub(super) at: u64,
    /// As it stands, line end included.
    pub(super) bytes: Vec<u8>,
    /// Whether it is longer than [`MAX_ROW_BYTES`]; it has no bytes then.
    pub(super) is_cut: bool,
}

/// The lines of a stream that are not blank.
#[derive(Debug)]
pub(super) struct Lines<R> {
    reader: R,
    path: PathBuf,
    line: usize,
    at: u64,
    is_over: bool,
}

impl<R: BufRead> Lines<R> {
    pub(super) fn new(reader: R, path: &Path) -> Self {
        Self {
            reader,
            path: path.to_owned(),
            line: 0,
            at: 0,
            is_over: false,
        }
    }

    /// Gives no line more.
    pub(super) fn close(&mut self) {
        self.is_over = true;
    }

    /// The next lines, until they have `most` bytes together, and the error that ends
    /// them, if one does.
    pub(super) fn window(&mut self, most: usize) -> (Vec<RawRow>, Option<Error>) {
        let (mut rows, mut bytes) = (Vec::new(), 0);
        while bytes < most {
            match self.next() {
                Some(Ok(row)) => {
                    bytes += row.bytes.len();
                    rows.push(row);
                }
                Some(Err(error)) => return (rows, Some(error)),
                None => break,
            }
        }
        (rows, None)
    }

    /// The next line; `None` at the end.
    fn read(&mut self) -> std::io::Result<Option<RawRow>> {
        let mut row = RawRow {
            line: self.line + 1,
            at: self.at,
            ..RawRow::default()
        };
        // One byte more than a row may have tells a long one from a longest one.
        let mut line = (&mut self.reader).take(MAX_ROW_BYTES + 1);
        let mut read = line.read_until(b'\n', &mut row.bytes)? as u64;
        if read == 0 {
            return Ok(None);
        }
        if read > MAX_ROW_BYTES {
            row.is_cut = true;
            if !row.bytes.ends_with(b"\n") {
                read += skip_line(&mut self.reader)?;
            }
            row.bytes = Vec::new();
        }
        self.line += 1;
        self.at += read;
        // A byte order mark, which Windows writes.
        if self.line == 1 && row.bytes.starts_with(b"\xef\xbb\xbf") {
            row.bytes.drain(..3);
        }
        Ok(Some(row))
    }
}

/// Passes over the rest of a line, whose bytes are counted and not kept.
fn skip_line(reader: &mut impl BufRead) -> std::io::Result<u64> {
    let mut skipped = 0;
    loop {
        let bytes = reader.fill_buf()?;
        if bytes.is_empty() {
            return Ok(skipped);
        }
        let end = bytes.iter().position(|byte| *byte == b'\n');
        let used = end.map_or(bytes.len(), |end| end + 1);
        reader.consume(used);
        skipped += used as u64;
        if end.is_some() {
            return Ok(skipped);
        }
    }
}

impl<R: BufRead> Iterator for Lines<R> {
    type Item = Result<RawRow>;

    /// An error is the last: the stream cannot be read, or holds no rows.
    fn next(&mut self) -> Option<Self::Item> {
        while !self.is_over {
            let read = self
                .read()
                .map_err(|source| Error::cannot_read(&self.path, source));
            let row = match read {
                Ok(Some(row)) => row,
                Ok(None) => return None,
                Err(error) => {
                    self.is_over = true;
                    return Some(Err(error));
                }
            };
            // A manifest would else be an error a row.
            if row.line == 1
                && let Err(error) = refuse_other(&self.path, &row.bytes)
            {
                self.is_over = true;
                return Some(Err(error));
            }
            if row.is_cut || !row.bytes.trim_ascii().is_empty() {
                return Some(Ok(row));
            }
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blank_lines_are_counted_and_passed_over() {
        let text = b"\xef\xbb\xbf[]\n\n  \n[1]".as_slice();
        let rows: Vec<RawRow> = Lines::new(text, Path::new("a"))
            .map(Result::unwrap)
            .collect();
        let told: Vec<_> = rows
            .iter()
            .map(|row| (row.line, row.at, row.bytes.as_slice()))
            .collect();
        assert_eq!(told, [(1, 0, b"[]\n".as_slice()), (4, 10, b"[1]")]);
    }

    #[test]
    fn a_line_that_is_too_long_is_passed_over_and_not_kept() {
        let mut text = vec![b'a'; 33 << 20];
        text.extend_from_slice(b"\nnext\n");
        let rows: Vec<RawRow> = Lines::new(text.as_slice(), Path::new("a"))
            .map(Result::unwrap)
            .collect();
        assert!(rows[0].is_cut && rows[0].bytes.is_empty());
        assert_eq!(
            (rows[1].line, rows[1].at, rows[1].bytes.as_slice()),
            (2, (33 << 20) + 1, b"next\n".as_slice())
        );
    }
}
