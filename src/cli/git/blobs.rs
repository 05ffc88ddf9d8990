//! What git keeps of files, by its names: one process for all.

use std::io::{self, BufRead, BufReader, Read, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Stdio};

use verbale::load::MAX_FILE_BYTES;
use verbale::{Error, Result};

use super::{git, not_started};

/// Reads blobs, one after the other.
#[derive(Default)]
pub(super) struct Blobs(Option<Process>);

/// `git cat-file --batch`.
struct Process {
    child: Child,
    asked: ChildStdin,
    answers: BufReader<ChildStdout>,
}

impl Blobs {
    /// The bytes of the blob `id`, which is the file at `path`.
    ///
    /// # Errors
    ///
    /// When git does not have it or it is larger than any statement.
    pub(super) fn read(&mut self, id: &str, path: &Path) -> Result<Vec<u8>> {
        let process = match &mut self.0 {
            Some(process) => process,
            // Started with the first question: where all statements are new there is none.
            none => none.insert(Process::start().map_err(|error| not_started(&error))?),
        };
        match process.ask(id) {
            Ok(Answer::Bytes(bytes)) => Ok(bytes),
            Ok(Answer::TooLarge) => Err(Error::Unreadable {
                path: path.to_owned(),
                problem: format!("larger than {} MiB", MAX_FILE_BYTES >> 20),
                remedy: "split it into single statements".to_owned(),
            }),
            Ok(Answer::Missing) => Err(Error::Unreadable {
                path: path.to_owned(),
                problem: format!("git has no file {id}"),
                remedy: "fetch it first".to_owned(),
            }),
            Err(source) => Err(Error::cannot_read(path, source)),
        }
    }
}

enum Answer {
    Bytes(Vec<u8>),
    TooLarge,
    Missing,
}

impl Process {
    fn start() -> io::Result<Self> {
        let mut command = git();
        let piped = command.stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut child = piped.args(["cat-file", "--batch"]).spawn()?;
        let ends = child.stdin.take().zip(child.stdout.take());
        let (asked, answers) = ends.ok_or(io::ErrorKind::BrokenPipe)?;
        Ok(Self {
            child,
            asked,
            answers: BufReader::new(answers),
        })
    }

    /// Asks for a blob: its name, kind and size come on a line, then its bytes
    /// and a line end.
    fn ask(&mut self, id: &str) -> io::Result<Answer> {
        writeln!(self.asked, "{id}")?;
        // git answers when it has the whole line.
        self.asked.flush()?;
        let mut head = String::new();
        self.answers.read_line(&mut head)?;
        let mut words = head.split_whitespace();
        let size = match (words.next(), words.next(), words.next()) {
            (Some(_), Some("blob"), Some(size)) => size.parse().unwrap_or(u64::MAX),
            _ => return Ok(Answer::Missing),
        };
        let mut all = (&mut self.answers).take(size.saturating_add(1));
        if size > MAX_FILE_BYTES {
            // Read past, or the bytes would be taken for the answer to the next question.
            io::copy(&mut all, &mut io::sink())?;
            return Ok(Answer::TooLarge);
        }
        let mut bytes = Vec::new();
        all.read_to_end(&mut bytes)?;
        bytes.pop();
        Ok(Answer::Bytes(bytes))
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        // Its input is closed only behind this, so that it would wait for a question; once ended it
        // is waited for, or it would stay in the table of processes.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
