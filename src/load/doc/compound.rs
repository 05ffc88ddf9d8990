//! Reads the streams of a compound file (MS-CFB).

use std::io::{Cursor, Read};

use cfb::CompoundFile;

/// Most bytes of a stream that are read at once from the file.
const BUFFER: usize = 64 << 10;

/// A compound file.
pub(super) struct Compound<'a> {
    file: CompoundFile<Cursor<&'a [u8]>>,
    len: usize,
}

impl<'a> Compound<'a> {
    /// The compound file in `bytes`; `None` where they are none.
    pub(super) fn open(bytes: &'a [u8]) -> Option<Self> {
        let options = cfb::OpenOptions::new().max_buffer_size(BUFFER);
        Some(Self {
            file: options.open_with(Cursor::new(bytes)).ok()?,
            len: bytes.len(),
        })
    }

    /// Whether there is a stream of this name.
    pub(super) fn has(&self, name: &str) -> bool {
        self.file.is_stream(name)
    }

    /// The bytes of a stream, no more than the whole file has; `None` where it cannot be read.
    pub(super) fn stream(&mut self, name: &str) -> Option<Vec<u8>> {
        let stream = self.file.open_stream(name).ok()?;
        let len = usize::try_from(stream.len()).ok()?;
        if len > self.len {
            return None;
        }
        let mut bytes = Vec::with_capacity(len);
        stream.take(len as u64).read_to_end(&mut bytes).ok()?;
        Some(bytes)
    }
}
