//! Shows a report again whenever one of its files changes.

use std::io::{self, IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use verbale::{Error, Result};

use super::{Outcome, report_error};

/// Between two looks at the files.
const PAUSE: Duration = Duration::from_millis(300);

/// Runs `show` now and after each change of `files`, until the reader leaves.
/// A file that cannot be read for a while, as when it is saved, ends nothing.
///
/// # Errors
///
/// `Error::Usage` where one of them is standard input, and that of `show` when
/// nobody reads on.
pub(super) fn watch(files: &[PathBuf], show: impl Fn() -> Result<Outcome>) -> Result<Outcome> {
    refuse_stdin(files)?;
    loop {
        // Looked at before the report is made: a change in the meantime shows it again.
        let seen = stamps(files);
        if io::stdout().is_terminal() {
            // Clears the screen and goes to its first line.
            let _ = write!(io::stdout(), "\u{1b}[2J\u{1b}[H");
        }
        match show() {
            Err(error) if is_closed_pipe(&error) => return Ok(Outcome::Nothing),
            Err(error) => report_error(&error),
            Ok(_) => {}
        }
        while stamps(files) == seen {
            std::thread::sleep(PAUSE);
        }
    }
}

/// Whether `error` says that the reader of the report has gone.
fn is_closed_pipe(error: &Error) -> bool {
    matches!(error, Error::Io { source, .. } if source.kind() == io::ErrorKind::BrokenPipe)
}

/// Standard input never changes and can be read once.
fn refuse_stdin(files: &[PathBuf]) -> Result<()> {
    if files.iter().any(|path| path == Path::new("-")) {
        return Err(Error::Usage {
            problem: "--watch looks at files, and `-` is none".to_owned(),
            remedy: "name a file for it".to_owned(),
        });
    }
    Ok(())
}

/// When each file was last written, and its length; `None` where it is missing.
fn stamps(files: &[PathBuf]) -> Vec<Option<(SystemTime, u64)>> {
    let stamp = |file: &PathBuf| {
        let facts = file.metadata().ok()?;
        Some((facts.modified().ok()?, facts.len()))
    };
    files.iter().map(stamp).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reader_that_has_gone_is_told_from_other_trouble() {
        let error = |kind: io::ErrorKind| Error::Io {
            path: PathBuf::from("-"),
            action: "write",
            source: kind.into(),
        };
        assert!(is_closed_pipe(&error(io::ErrorKind::BrokenPipe)));
        assert!(!is_closed_pipe(&error(io::ErrorKind::NotFound)));
    }
}
