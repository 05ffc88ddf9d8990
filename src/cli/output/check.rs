//! Keeps what the user has: no output is a file that is read, and none is
//! named twice.

use std::fs::{self, Metadata};
use std::io;
use std::path::{Path, PathBuf};

use verbale::{Error, Result, plain};

/// What makes two names one file.
#[derive(Debug, PartialEq, Eq)]
enum Identity {
    /// Device and number on it: the same through links of both kinds.
    #[cfg(unix)]
    Inode(u64, u64),
    /// Where that is not known, or no file is there yet.
    Path(PathBuf),
}

/// Refuses `outputs` that are among `inputs` or stand twice. `-` is a standard
/// stream; pipes and devices are never replaced and may be both.
///
/// # Errors
///
/// `Error::Usage`, with the name of the output.
pub(in crate::cli) fn check<'a>(
    outputs: impl IntoIterator<Item = &'a Path>,
    inputs: impl IntoIterator<Item = &'a Path>,
) -> Result<()> {
    let mut taken: Vec<(Identity, &Path)> = Vec::new();
    for output in outputs {
        let Some(identity) = identity(output) else {
            continue;
        };
        if let Some((_, other)) = taken.iter().find(|(known, _)| *known == identity) {
            let why = format!("it stands twice (also as {})", plain::name(other));
            return Err(refused(output, &why));
        }
        taken.push((identity, output));
    }
    // Without an output in a file nothing can be lost.
    if taken.is_empty() {
        return Ok(());
    }
    for input in inputs {
        let identity = if input == Path::new("-") {
            // *verbale diff old.txt - < new.txt -o new.txt* reads and replaces one file.
            of_stdin()
        } else {
            identity(input)
        };
        let Some(identity) = identity else { continue };
        if let Some((_, output)) = taken.iter().find(|(known, _)| *known == identity) {
            return Err(refused(output, "it is read, and would be lost"));
        }
    }
    Ok(())
}

fn refused(output: &Path, why: &str) -> Error {
    Error::Usage {
        problem: format!("{}: not written, {why}", plain::name(output)),
        remedy: "name another file for the output".to_owned(),
    }
}

/// The file at `path`; `None` for one that is never replaced.
fn identity(path: &Path) -> Option<Identity> {
    if path == Path::new("-") {
        return None;
    }
    match fs::metadata(path) {
        Ok(metadata) => of_metadata(&metadata, path),
        // A file that is not there yet is known by where it will be.
        Err(_) => Some(Identity::Path(absolute(path))),
    }
}

fn of_metadata(metadata: &Metadata, path: &Path) -> Option<Identity> {
    if !metadata.is_file() {
        return None;
    }
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt;
        let _ = path;
        Some(Identity::Inode(metadata.dev(), metadata.ino()))
    }
    #[cfg(not(unix))]
    Some(Identity::Path(absolute(path)))
}

/// `path` from the root, with the links of its folder followed.
fn absolute(path: &Path) -> PathBuf {
    let whole = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    match (whole.parent(), whole.file_name()) {
        (Some(folder), Some(name)) => {
            fs::canonicalize(folder).map_or(whole.clone(), |folder| folder.join(name))
        }
        _ => whole,
    }
}

/// The file that standard input is, if it is one.
#[cfg(unix)]
fn of_stdin() -> Option<Identity> {
    use std::os::fd::AsFd;
    let own = io::stdin().as_fd().try_clone_to_owned().ok()?;
    let metadata = fs::File::from(own).metadata().ok()?;
    of_metadata(&metadata, Path::new("-"))
}

#[cfg(not(unix))]
fn of_stdin() -> Option<Identity> {
    let _ = io::stdin();
    None
}
