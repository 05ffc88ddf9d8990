//! The process of its own in which a pdf is read, and its limits.
//!
//! It is this program again, with one word that no user needs. It bounds itself
//! before it reads a byte, so no limit has to be handed over, and holds neither
//! files nor a report that could be lost.

use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use verbale::load::{MAX_FILE_BYTES, PdfProcess, serve_pdf};
use verbale::{Error, Result};

use super::{Outcome, shell};

/// The word.
pub(super) const WORD: &str = "read-pdf";

/// How a pdf is read; `None` where this program cannot be started again.
pub(super) fn pdf_process() -> Option<PdfProcess> {
    Some(PdfProcess {
        program: program()?,
        arguments: vec![WORD.into()],
    })
}

/// This program: on Linux as it runs, though its file was replaced meanwhile.
fn program() -> Option<PathBuf> {
    if cfg!(target_os = "linux") {
        return Some(PathBuf::from("/proc/self/exe"));
    }
    std::env::current_exe().ok()
}

/// Reads a pdf from standard input and tells what came of it.
pub(super) fn run() -> Result<Outcome> {
    let mut bytes = Vec::new();
    let mut input = io::stdin().lock().take(MAX_FILE_BYTES + 1);
    input
        .read_to_end(&mut bytes)
        .map_err(|source| Error::cannot_read(Path::new("-"), source))?;
    // Behind the reading of the bytes, whose number the limits depend on, and before any of them is
    // understood.
    limit(bytes.len());
    let mut out = io::BufWriter::new(io::stdout());
    let served = serve_pdf(&bytes, &mut out).and_then(|()| out.flush());
    served.map_err(shell::write_error)?;
    Ok(Outcome::Nothing)
}

/// Bounds memory and time for a file of so many bytes. The time is that of the
/// processor and a hundred times what a file of the size takes: it ends what
/// would not end, and never decides what is read.
#[cfg(unix)]
fn limit(len: usize) {
    use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
    /// Bytes, the program with them.
    const MEMORY: u64 = 512 << 20;
    /// What three more threads have set aside for them, used or not.
    const THREADS: u64 = 3 * (72 << 20);
    const SECONDS: u64 = 10;
    const BYTES_PER_SECOND: u64 = 1 << 20;
    let seconds = SECONDS + len as u64 / BYTES_PER_SECOND;
    for (resource, most) in [
        (Resource::As, MEMORY + THREADS + 2 * len as u64),
        (
            Resource::Cpu,
            // Without optimisations everything takes longer.
            seconds * if cfg!(debug_assertions) { 10 } else { 1 },
        ),
        // What a statement says does not go to the disk when the process is ended.
        (Resource::Core, 0),
    ] {
        let given = getrlimit(resource);
        // A limit that the caller has set is never raised.
        let most = given.maximum.map_or(most, |maximum| most.min(maximum));
        let limits = Rlimit {
            current: Some(most),
            maximum: Some(most),
        };
        // Where a limit is not to be had the others hold.
        let _ = setrlimit(resource, limits);
    }
}

#[cfg(not(unix))]
fn limit(_: usize) {}
