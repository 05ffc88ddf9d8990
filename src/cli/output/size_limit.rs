//! Writes no more to a file than the system lets it grow (`setrlimit(2)`, on
//! `RLIMIT_FSIZE`): a write beyond is an error here, where the system would end
//! the program by a signal and leave what it was writing cut.

use std::io::{self, Write};

/// A writer with so much room.
pub(super) struct Bounded<W> {
    inner: W,
    /// Bytes that may still be written; `None` where nothing bounds them.
    room: Option<u64>,
}

impl<W> Bounded<W> {
    pub(super) fn get_ref(&self) -> &W {
        &self.inner
    }
}

#[cfg(unix)]
impl<W: std::os::fd::AsFd> Bounded<W> {
    /// The end of `inner`, a file or a stream.
    pub(super) fn new(inner: W) -> Self {
        let room = room(&inner);
        Self { inner, room }
    }
}

#[cfg(not(unix))]
impl<W> Bounded<W> {
    /// The end of `inner`, which nothing bounds.
    pub(super) fn new(inner: W) -> Self {
        Self { inner, room: None }
    }
}

/// How much longer than now the regular file `end` may get.
#[cfg(unix)]
fn room(end: &impl std::os::fd::AsFd) -> Option<u64> {
    use rustix::fs::{FileType, OFlags, SeekFrom, fcntl_getfl, fstat, seek};
    use rustix::process::{Resource, getrlimit};
    let most = getrlimit(Resource::Fsize).current?;
    let status = fstat(end).ok()?;
    // The limit is one on files: pipes and terminals have none.
    if FileType::from_raw_mode(status.st_mode) != FileType::RegularFile {
        return None;
    }
    // A file that was opened to be added to is written at its end, wherever its position is.
    let start = if fcntl_getfl(end).ok()?.contains(OFlags::APPEND) {
        u64::try_from(status.st_size).ok()?
    } else {
        seek(end, SeekFrom::Current(0)).ok()?
    };
    Some(most.saturating_sub(start))
}

impl<W: Write> Write for Bounded<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let Some(room) = &mut self.room else {
            return self.inner.write(bytes);
        };
        let most = usize::try_from(*room).unwrap_or(usize::MAX);
        if most == 0 && !bytes.is_empty() {
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        let written = self.inner.write(&bytes[..bytes.len().min(most)])?;
        *room -= written as u64;
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.inner.flush()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_has_no_room_is_an_error() {
        let (inner, room) = (Vec::new(), Some(5));
        let mut bounded = Bounded { inner, room };
        bounded.write_all(b"four").unwrap();
        let error = bounded.write_all(b"more").unwrap_err();
        assert_eq!(error.kind(), io::ErrorKind::FileTooLarge);
        assert_eq!(bounded.get_ref(), b"fourm");
    }

    #[test]
    fn what_nothing_bounds_is_written_whole() {
        let (inner, room) = (Vec::new(), None);
        let mut free = Bounded { inner, room };
        free.write_all(b"all of it").unwrap();
        assert_eq!(free.get_ref(), b"all of it");
    }
}
