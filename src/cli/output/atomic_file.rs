//! A file that is written beside the one that it replaces.
//!
//! What stands at the target is as it was until [`AtomicFile::replace`]: on Linux the
//! draft has no name before (`open(2)`, on `O_TMPFILE`), so that a process that
//! is ended at any moment leaves nothing behind; elsewhere it is a hidden file
//! beside the target.

use std::ffi::OsString;
use std::fs::{self, File, Metadata, Permissions};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use super::size_limit::Bounded;

/// A file that is being written.
pub(super) struct AtomicFile {
    file: BufWriter<Bounded<File>>,
    target: PathBuf,
    /// The name of the draft while it has one.
    name: Option<PathBuf>,
    /// Of the file that it replaces.
    permissions: Option<Permissions>,
}

impl AtomicFile {
    /// Begins a file for `target`, of which `existing` tells, if it is there.
    ///
    /// # Errors
    ///
    /// When the target or its folder may not be written.
    pub(super) fn new(target: &Path, existing: Option<&Metadata>) -> io::Result<Self> {
        let target = match existing {
            Some(_) => {
                // A file that may not be written is not replaced either.
                File::options().write(true).open(target)?;
                // Of a symbolic link the target is replaced, and the link stays.
                fs::canonicalize(target)?
            }
            None => target.to_owned(),
        };
        // Beside the target, for a rename cannot lead from one file system to another.
        let (file, name) = match unnamed(folder(&target)) {
            Some(file) => (file, None),
            None => named(&target)?,
        };
        Ok(Self {
            file: BufWriter::with_capacity(1 << 16, Bounded::new(file)),
            target,
            name,
            permissions: existing.map(Metadata::permissions),
        })
    }

    /// Puts the draft in the place of the target, in one step.
    pub(super) fn replace(mut self) -> io::Result<()> {
        self.file.flush()?;
        let file = self.file.get_ref().get_ref();
        if let Some(permissions) = self.permissions.take() {
            file.set_permissions(permissions)?;
            // Where something is replaced it has to be on the disk first, or a crash would leave
            // neither.
            file.sync_data()?;
        }
        // Taken, so that the draft is no longer removed when this is dropped.
        let name = match self.name.take() {
            Some(name) => name,
            None => give_name(file, &self.target)?,
        };
        // `linkat` replaces nothing, so the draft gets a free name first and is moved from there.
        fs::rename(&name, &self.target).inspect_err(|_| {
            let _ = fs::remove_file(&name);
        })
    }
}

impl Write for AtomicFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.file.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

impl Drop for AtomicFile {
    fn drop(&mut self) {
        if let Some(name) = &self.name {
            let _ = fs::remove_file(name);
        }
    }
}

fn folder(target: &Path) -> &Path {
    match target.parent() {
        Some(parent) if parent != Path::new("") => parent,
        _ => Path::new("."),
    }
}

/// The hidden name beside `target` of the `nth` try.
fn beside(target: &Path, nth: u32) -> PathBuf {
    let mut name = OsString::from(".");
    name.push(target.file_name().unwrap_or_default());
    name.push(format!(".{}-{nth}", std::process::id()));
    target.with_file_name(name)
}

/// How many names are tried beside a target.
const TRIES: u32 = 100;

/// Calls `make` with names beside `target` until one is free.
fn at_free_name<T>(
    target: &Path,
    make: impl Fn(&Path) -> io::Result<T>,
) -> io::Result<(T, PathBuf)> {
    let mut nth = 0;
    loop {
        let name = beside(target, nth);
        match make(&name) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists && nth < TRIES => nth += 1,
            tried => return Ok((tried?, name)),
        }
    }
}

fn named(target: &Path) -> io::Result<(File, Option<PathBuf>)> {
    let (file, name) = at_free_name(target, |name| File::create_new(name))?;
    Ok((file, Some(name)))
}

/// A file in `folder` without a name; `None` where the system has none.
#[cfg(target_os = "linux")]
fn unnamed(folder: &Path) -> Option<File> {
    use rustix::fs::{Mode, OFlags};
    let flags = OFlags::TMPFILE | OFlags::WRONLY | OFlags::CLOEXEC;
    // As any new file: the system takes from it what the user's mask says.
    let mode = Mode::from_raw_mode(0o666);
    // Not every file system has such files (NFS has none): then it gets a name.
    rustix::fs::open(folder, flags, mode).ok().map(File::from)
}

#[cfg(not(target_os = "linux"))]
fn unnamed(_: &Path) -> Option<File> {
    None
}

/// Gives a file without a name one beside `target`.
#[cfg(target_os = "linux")]
fn give_name(file: &File, target: &Path) -> io::Result<PathBuf> {
    use std::os::fd::AsRawFd;

    use rustix::fs::{AtFlags, CWD, linkat};
    let own = format!("/proc/self/fd/{}", file.as_raw_fd());
    let link = |name: &Path| {
        // The entry in `/proc` is a link to the file; the link itself is not what gets the name
        // (`open(2)`).
        let flags = AtFlags::SYMLINK_FOLLOW;
        linkat(CWD, own.as_str(), CWD, name, flags).map_err(io::Error::from)
    };
    at_free_name(target, link).map(|((), name)| name)
}

#[cfg(not(target_os = "linux"))]
fn give_name(_: &File, _: &Path) -> io::Result<PathBuf> {
    Err(io::ErrorKind::Unsupported.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(folder: &Path) -> Vec<String> {
        let entries = fs::read_dir(folder).unwrap();
        let mut names: Vec<String> = entries
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    }

    fn draft(target: &Path) -> AtomicFile {
        AtomicFile::new(target, fs::metadata(target).ok().as_ref()).unwrap()
    }

    #[test]
    fn a_draft_that_is_given_up_leaves_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let target = folder.path().join("ledger.csv");
        fs::write(&target, "old").unwrap();
        let mut given_up = draft(&target);
        given_up.write_all(b"new").unwrap();
        drop(given_up);
        assert_eq!(fs::read_to_string(&target).unwrap(), "old");
        assert_eq!(names(folder.path()), ["ledger.csv"]);
    }

    #[test]
    fn a_draft_without_a_name_of_its_own_gets_one_in_time() {
        let folder = tempfile::tempdir().unwrap();
        let target = folder.path().join("ledger.csv");
        let draft = || {
            let (file, name) = named(&target).unwrap();
            AtomicFile {
                file: BufWriter::new(Bounded::new(file)),
                target: target.clone(),
                name,
                permissions: None,
            }
        };
        drop(draft());
        assert_eq!(names(folder.path()).len(), 0);
        let mut draft = draft();
        draft.write_all(b"new").unwrap();
        assert_eq!(names(folder.path()).len(), 1);
        draft.replace().unwrap();
        assert_eq!(names(folder.path()), ["ledger.csv"]);
        assert_eq!(fs::read_to_string(&target).unwrap(), "new");
    }

    #[test]
    fn names_that_are_taken_are_passed_over() {
        let folder = tempfile::tempdir().unwrap();
        let target = folder.path().join("ledger.csv");
        for nth in 0..3 {
            fs::write(beside(&target, nth), "of another run").unwrap();
        }
        assert_eq!(named(&target).unwrap().1, Some(beside(&target, 3)));
        let tries = |kind: io::ErrorKind| {
            let count = std::cell::Cell::new(0);
            let end = at_free_name(&target, |_| {
                count.set(count.get() + 1);
                Err::<(), _>(kind.into())
            });
            assert_eq!(end.unwrap_err().kind(), kind);
            count.get()
        };
        assert_eq!(tries(io::ErrorKind::AlreadyExists), TRIES + 1);
        assert_eq!(tries(io::ErrorKind::PermissionDenied), 1);
    }

    #[test]
    #[cfg(unix)]
    fn a_file_that_may_not_be_written_is_not_replaced() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        let target = folder.path().join("ledger.csv");
        fs::write(&target, "old").unwrap();
        fs::set_permissions(&target, Permissions::from_mode(0o444)).unwrap();
        // Who may write all files may replace it too.
        let may_write = File::options().write(true).open(&target).is_ok();
        let existing = fs::metadata(&target).unwrap();
        assert_eq!(AtomicFile::new(&target, Some(&existing)).is_ok(), may_write);
    }

    #[test]
    #[cfg(unix)]
    fn a_link_stays_a_link_and_keeps_the_rights_of_its_file() {
        use std::os::unix::fs::{PermissionsExt, symlink};
        let folder = tempfile::tempdir().unwrap();
        let (target, link) = (folder.path().join("a"), folder.path().join("b"));
        fs::write(&target, "old").unwrap();
        fs::set_permissions(&target, Permissions::from_mode(0o600)).unwrap();
        symlink(&target, &link).unwrap();
        let mut draft = draft(&link);
        draft.write_all(b"new").unwrap();
        draft.replace().unwrap();
        assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
        assert_eq!(fs::read_to_string(&target).unwrap(), "new");
        let mode = fs::metadata(&target).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
    }
}
