//! Reads JSON lines: one document a row.
//!
//! A row has `id` and either `text` or `paragraphs`; it may have `language`,
//! `delegation`, `date` and `title`. A row that is none is an error in its place, and
//! the rows after it follow. Rows are read one at a time, or by the window on all
//! cores, so a corpus of any length needs the memory of its longest rows.

use std::fs::File;
use std::io::{BufRead, BufReader, Read};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use serde_json::{Map, Value};

use super::row_lines::{Lines, RawRow};
use super::sniff::{LFS_POINTER, LFS_PROBLEM, LFS_REMEDY};
use super::{LoadOptions, row, stdin};
use crate::error::{Error, Result};
use crate::model::Document;
use crate::parallel::in_parts;

/// The documents of a JSONL file, in the order of its rows.
#[derive(Debug)]
pub struct Rows<R> {
    lines: Lines<R>,
    path: PathBuf,
    options: LoadOptions,
    tally: Tally,
    /// What is told when no more is read.
    last: Option<Error>,
}

/// How many more rows than good ones may be broken: beyond, it is no file of rows.
const MOST_BROKEN: usize = 10;

/// How many rows were read, and not.
#[derive(Debug, Default)]
pub(super) struct Tally {
    good: usize,
    broken: usize,
}

impl Tally {
    /// Counts a row; gives what is wrong with the whole file at `path`, if that shows.
    pub(super) fn count(&mut self, is_good: bool, path: &Path) -> Option<Error> {
        if is_good {
            self.good += 1;
            return None;
        }
        self.broken += 1;
        (self.broken >= self.good + MOST_BROKEN).then(|| Error::Unreadable {
            path: path.to_owned(),
            problem: format!(
                "{} of {} rows are broken, the rest is left unread",
                self.broken,
                self.good + self.broken
            ),
            remedy: "each line is {\"id\":…,\"text\":…} or {\"id\":…,\"paragraphs\":[…]}"
                .to_owned(),
        })
    }
}

/// Opens the rows at `path`; `-` is standard input.
///
/// # Errors
///
/// When there is no such file.
pub fn open(path: &Path, options: LoadOptions) -> Result<Rows<Box<dyn BufRead>>> {
    let reader: Box<dyn BufRead> = if path == Path::new("-") {
        Box::new(stdin::reader())
    } else {
        Box::new(BufReader::with_capacity(1 << 16, super::open(path)?))
    };
    Ok(Rows::new(reader, path, options))
}

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
    // A row longer than this is no entry of a manifest.
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

impl<R: BufRead> Rows<R> {
    /// Reads rows from `reader`; `path` stands for it in errors.
    pub fn new(reader: R, path: &Path, options: LoadOptions) -> Self {
        Self {
            lines: Lines::new(reader, path),
            path: path.to_owned(),
            options,
            tally: Tally::default(),
            last: None,
        }
    }

    /// How many rows were read so far, and how many of them are broken.
    #[must_use]
    pub fn counts(&self) -> (usize, usize) {
        (self.tally.good + self.tally.broken, self.tally.broken)
    }

    /// Does `work` on each row, on all cores, and hands what came of it to `take`, in
    /// the order of the rows, until that breaks: the same as row by row, in memory for
    /// some megabytes of rows.
    pub fn each<T: Send>(
        &mut self,
        work: impl Fn(Result<Document>) -> T + Sync,
        mut take: impl FnMut(T) -> ControlFlow<()>,
    ) {
        let mut most = FIRST_WINDOW;
        loop {
            let (rows, end) = self.lines.window(most);
            if rows.is_empty() && end.is_none() {
                return;
            }
            let (path, options) = (&self.path, &self.options);
            let parts = in_parts(
                rows.len(),
                |at| rows[at].bytes.len(),
                |part| -> Vec<(bool, T)> {
                    let read = |row: &RawRow| {
                        let document = row::document(row, path, options);
                        (document.is_ok(), work(document))
                    };
                    rows[part].iter().map(read).collect()
                },
            );
            for (is_good, found) in parts.into_iter().flatten() {
                if take(found).is_break() {
                    return;
                }
                if let Some(error) = self.tally.count(is_good, &self.path) {
                    let _ = take(work(Err(error)));
                    return;
                }
            }
            if let Some(error) = end {
                let _ = take(work(Err(error)));
                return;
            }
            most = (most * 2).min(LARGEST_WINDOW);
        }
    }
}

/// Bytes of rows that are worked on together: few at first, so that what is piped in
/// comes out soon; in the end enough for all cores.
const FIRST_WINDOW: usize = 1 << 16;
const LARGEST_WINDOW: usize = 8 << 20;

impl<R: BufRead> Iterator for Rows<R> {
    type Item = Result<Document>;

    /// A broken row is an error and the rows after it follow; where ten more are broken
    /// than good, and in a manifest, an error ends them.
    fn next(&mut self) -> Option<Self::Item> {
        if let Some(error) = self.last.take() {
            self.lines.close();
            return Some(Err(error));
        }
        let row = match self.lines.next()? {
            Ok(row) => row,
            Err(error) => return Some(Err(error)),
        };
        let document = row::document(&row, &self.path, &self.options);
        // The row is told first, what it says of the whole file in the next turn.
        self.last = self.tally.count(document.is_ok(), &self.path);
        Some(document)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Addressing;

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

    const GOOD: &str = "{\"id\":\"a\",\"text\":\"x\"}\n";

    #[test]
    fn a_broken_row_keeps_the_others_however_many_there_are() {
        assert!(rows(&format!("{GOOD}no row\n{GOOD}"))[2].is_ok());
        let half = rows(&format!("{GOOD}no row\n").repeat(1000));
        assert_eq!(half.iter().filter(|row| row.is_ok()).count(), 1000);
        assert_eq!(half.len(), 2000);
    }

    #[test]
    fn what_is_mostly_no_row_is_no_file_of_rows() {
        let many = rows(&format!("{GOOD}{}{GOOD}", "no row\n".repeat(1000)));
        assert_eq!(many.len(), 1 + 11 + 1);
        let last = many.last().unwrap().as_ref().unwrap_err().to_string();
        assert!(
            last.contains("11 of 12 rows are broken, the rest is left unread"),
            "{last}"
        );
    }

    #[test]
    fn a_broken_row_says_which_it_is() {
        let found = rows("{\"id\":7,\"text\":5}\n{\"text\":\"x\"}\n");
        let ids = found.iter().map(|row| row.as_ref().unwrap_err().row_id());
        assert_eq!(ids.collect::<Vec<_>>(), [Some("7"), None]);
    }

    #[test]
    fn rows_by_the_window_are_those_one_by_one_in_their_order() {
        let row = |at: usize| {
            format!(
                "{{\"id\":{at},\"text\":\"{}\"}}\n",
                "We go on. ".repeat(900)
            )
        };
        let text: String = (0..600)
            .map(|at| {
                if at % 7 == 3 {
                    "no row\n".to_owned()
                } else {
                    row(at)
                }
            })
            .collect();
        let name = |row: Result<Document>| row.map_or_else(|error| error.to_string(), |row| row.id);
        let mut found = Vec::new();
        let path = Path::new("rows.jsonl");
        let mut stream = Rows::new(text.as_bytes(), path, LoadOptions::default());
        stream.each(name, |name| {
            found.push(name);
            ControlFlow::Continue(())
        });
        assert_eq!(stream.counts(), (600, 86));
        assert_eq!(found, rows(&text).into_iter().map(name).collect::<Vec<_>>());
    }

    #[test]
    fn who_has_seen_enough_gets_no_more() {
        let mut taken = 0;
        let text = GOOD.repeat(50);
        Rows::new(
            text.as_bytes(),
            Path::new("rows.jsonl"),
            LoadOptions::default(),
        )
        .each(
            |row| row,
            |_| {
                taken += 1;
                if taken == 3 {
                    ControlFlow::Break(())
                } else {
                    ControlFlow::Continue(())
                }
            },
        );
        assert_eq!(taken, 3);
    }

    #[test]
    fn what_holds_no_rows_is_named() {
        let problem = |text: &str| rows(text)[0].as_ref().unwrap_err().to_string();
        assert!(problem("{\"file\":\"a.txt\"}\n").contains("a manifest; name the statements"));
        let pointer = "version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 12345\n";
        assert!(problem(pointer).contains("git lfs pull"));
    }
}
