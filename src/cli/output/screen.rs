//! Standard output, whose reader may leave: `verbale diff a b | head`.
//!
//! One that was closed before the start (`>&-`) is `/dev/null` by now, opened in its
//! place by the language's runtime: no safe code tells it from the `/dev/null` of a
//! caller who wants the exit status alone, so a report to it is no error.

use std::io::{self, BufWriter, Stdout, Write};

use super::size_limit::Bounded;

/// Standard output. What is written when its reader has left is dropped, and no
/// error: they have seen enough, and what was found stays so.
pub(super) struct Screen {
    out: BufWriter<Bounded<Stdout>>,
    is_left: bool,
}

impl Screen {
    pub(super) fn new() -> Self {
        Self {
            out: BufWriter::with_capacity(1 << 16, Bounded::new(io::stdout())),
            is_left: false,
        }
    }

    /// Whether nobody reads on.
    pub(super) fn is_left(&self) -> bool {
        self.is_left
    }

    fn unless_left<T>(&mut self, written: io::Result<T>, dropped: T) -> io::Result<T> {
        match written {
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => {
                self.is_left = true;
                Ok(dropped)
            }
            written => written,
        }
    }
}

impl Write for Screen {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.is_left {
            return Ok(bytes.len());
        }
        let written = self.out.write(bytes);
        self.unless_left(written, bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        if self.is_left {
            return Ok(());
        }
        let flushed = self.out.flush();
        self.unless_left(flushed, ())
    }
}
