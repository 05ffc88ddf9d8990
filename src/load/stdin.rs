//! Standard input, whose first line may be looked at before it is read.

use std::io::{self, BufRead, Cursor, Read};
use std::sync::{Mutex, PoisonError};

use super::row::is_row;
use super::row_lines::MAX_ROW_BYTES;

/// What was looked at, and is still to be read: standard input is one for all.
static AHEAD: Mutex<Vec<u8>> = Mutex::new(Vec::new());

/// Whether the first line of standard input is a row of JSON; it stays to be read.
#[must_use]
pub fn stdin_holds_rows() -> bool {
    let mut ahead = AHEAD.lock().unwrap_or_else(PoisonError::into_inner);
    if ahead.is_empty() {
        // What cannot be read is told by who reads it.
        let first = io::stdin()
            .lock()
            .take(MAX_ROW_BYTES)
            .read_until(b'\n', &mut ahead);
        let _ = first;
    }
    is_row(ahead.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&ahead))
}

/// Reads standard input from its start.
pub(super) fn reader() -> impl BufRead {
    let mut ahead = AHEAD.lock().unwrap_or_else(PoisonError::into_inner);
    Cursor::new(std::mem::take(&mut *ahead)).chain(io::stdin().lock())
}
