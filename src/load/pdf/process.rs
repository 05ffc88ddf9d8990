//! Reads a pdf in a process of its own.
//!
//! What reads pdf files is handed bytes that anybody may have made. What is known
//! to go wrong is refused beforehand (`limits`), and a panic is kept to its file
//! (`catch_panics`); but a stack that overflows, memory that is not to be had and work
//! without end can be stopped only from outside. So a program that names a
//! [`PdfProcess`] has each pdf read by another process, which sets limits of its own
//! and may die: the file is then one that cannot be read.

use std::ffi::OsString;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde::{Deserialize, Serialize};

use super::super::LoadOptions;
use super::super::block::{Block, Input, Properties, Source};
use crate::error::{Error, Result};
use crate::model::{Notice, NoticeCode, Place, Role};

/// A program that reads one pdf: it calls [`serve`] and ends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PdfProcess {
    /// The program.
    pub program: PathBuf,
    /// Its arguments.
    pub arguments: Vec<OsString>,
}

/// Most bytes of an answer: a text of the largest size, and its frame.
const MAX_ANSWER: u64 = 64 << 20;

/// What the other process says.
#[derive(Serialize, Deserialize)]
enum Answer {
    Read(SerialSource),
    Refused { problem: String, remedy: String },
}

/// A source as it is told.
#[derive(Serialize, Deserialize)]
struct SerialSource {
    blocks: Vec<SerialBlock>,
    title: Option<String>,
    author: Option<String>,
    language: Option<String>,
    notices: Vec<SerialNotice>,
}

#[derive(Serialize, Deserialize)]
struct SerialBlock {
    text: String,
    #[serde(with = "SerialRole")]
    role: Role,
    page: Option<u32>,
}

#[derive(Serialize, Deserialize)]
struct SerialNotice {
    #[serde(with = "SerialCode")]
    code: NoticeCode,
    message: String,
}

/// [`Role`] once more, since that has its name in the output alone; one that is left out here
/// does not compile.
#[derive(Serialize, Deserialize)]
#[serde(remote = "Role")]
enum SerialRole {
    Body,
    Heading,
    ListItem,
    Quote,
    TableRow,
    Note,
    Letterhead,
    DateLine,
    Salutation,
    Courtesy,
    Ornament,
    Contents,
}

/// [`NoticeCode`] in the same way.
#[derive(Serialize, Deserialize)]
#[serde(remote = "NoticeCode")]
enum SerialCode {
    JoinedPageBreak,
    DroppedPageFurniture,
    GuessedEncoding,
    ReplacedBytes,
    ResolvedTrackedChanges,
    UnreadNumber,
    NumberBeyondReach,
    TooManyFigures,
    CoarserMarks,
    PageFurniture,
    OnlyBefore,
    OnlyAfter,
    Reading,
}

/// Reads a pdf in another process.
///
/// # Errors
///
/// What the reader says of the file, or that it did not end well.
pub(super) fn read(input: &Input<'_>, process: &PdfProcess) -> Result<Source> {
    let answer = ask(process, input.bytes).map_err(|source| Error::Io {
        path: input.path.to_owned(),
        action: "read in a process of its own",
        source,
    })?;
    match serde_json::from_slice(&answer) {
        Ok(Answer::Read(serial)) => Ok(serial.into()),
        Ok(Answer::Refused { problem, remedy }) => Err(input.unreadable(problem, remedy)),
        // No whole answer: the limits of the other process stopped it.
        Err(_) => Err(input.unreadable(
            "takes more memory or time than any statement",
            "export the text alone",
        )),
    }
}

fn ask(process: &PdfProcess, bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut child = Command::new(&process.program)
        .args(&process.arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        // What a dying process says is for nobody: that no answer comes says it all.
        .stderr(Stdio::null())
        .spawn()?;
    if let Some(mut asked) = child.stdin.take() {
        // One that died before it read all says so by its answer.
        let _ = asked.write_all(bytes);
    }
    // The other process reads all before it answers, so neither waits for the other.
    let mut answer = Vec::new();
    if let Some(answers) = child.stdout.take() {
        answers.take(MAX_ANSWER).read_to_end(&mut answer)?;
    }
    child.wait()?;
    Ok(answer)
}

/// Reads a pdf from `input` and writes what came of it to `output`, for the
/// process that asked.
///
/// # Errors
///
/// When either ends too early.
pub fn serve(input: &[u8], output: &mut dyn Write) -> io::Result<()> {
    let options = LoadOptions::default();
    let read = super::read_here(&Input {
        // The one that asked knows the name, and writes the message.
        path: Path::new("-"),
        bytes: input,
        options: &options,
    });
    let answer = match read {
        Ok(source) => Answer::Read(source.into()),
        Err(Error::Unreadable {
            problem, remedy, ..
        }) => Answer::Refused { problem, remedy },
        Err(error) => Answer::Refused {
            problem: error.to_string(),
            remedy: "export it again".to_owned(),
        },
    };
    serde_json::to_writer(&mut *output, &answer)?;
    output.flush()
}

impl From<Source> for SerialSource {
    fn from(source: Source) -> Self {
        let Properties {
            title,
            author,
            language,
            ..
        } = source.properties;
        let block = |block: Block| SerialBlock {
            text: block.text,
            role: block.role,
            page: block.place.page,
        };
        let notice = |notice: Notice| SerialNotice {
            code: notice.code,
            message: notice.message,
        };
        Self {
            blocks: source.blocks.into_iter().map(block).collect(),
            title,
            author,
            language,
            notices: source.notices.into_iter().map(notice).collect(),
        }
    }
}

impl From<SerialSource> for Source {
    fn from(serial: SerialSource) -> Self {
        let block = |block: SerialBlock| Block {
            text: block.text,
            role: block.role,
            place: Place {
                page: block.page,
                ..Place::default()
            },
            ..Block::default()
        };
        let notice = |notice: SerialNotice| Notice {
            code: notice.code,
            span: None,
            message: notice.message,
        };
        Self {
            blocks: serial.blocks.into_iter().map(block).collect(),
            properties: Properties {
                title: serial.title,
                author: serial.author,
                language: serial.language,
                ..Properties::default()
            },
            notices: serial.notices.into_iter().map(notice).collect(),
            ..Self::default()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fixture(name: &str) -> Vec<u8> {
        std::fs::read(Path::new("fixtures/documents").join(name)).unwrap()
    }

    fn with_input<T>(bytes: &[u8], use_it: impl FnOnce(&Input<'_>) -> T) -> T {
        let options = LoadOptions::default();
        use_it(&Input {
            path: Path::new("statement.pdf"),
            bytes,
            options: &options,
        })
    }

    #[test]
    fn what_is_told_is_what_was_read() {
        for name in ["typst-spaced.pdf", "weasyprint-indent.pdf", "arabic.pdf"] {
            let bytes = fixture(name);
            let source = with_input(&bytes, super::super::read_here).unwrap();
            let mut answer = Vec::new();
            serve(&bytes, &mut answer).unwrap();
            let Ok(Answer::Read(told)) = serde_json::from_slice(&answer) else {
                panic!("{name} can be read");
            };
            assert_eq!(Source::from(told), source, "{name}");
        }
    }

    #[test]
    #[cfg(unix)]
    fn a_process_that_dies_is_a_file_that_cannot_be_read() {
        for (program, arguments) in [("false", vec![]), ("sh", vec!["-c", "kill -9 $$"])] {
            let process = PdfProcess {
                program: program.into(),
                arguments: arguments.into_iter().map(OsString::from).collect(),
            };
            let bytes = fixture("typst-spaced.pdf");
            let error = with_input(&bytes, |input| read(input, &process)).unwrap_err();
            let message = error.to_string();
            assert!(
                message.starts_with("statement.pdf: takes more memory"),
                "{message}"
            );
        }
    }

    #[test]
    fn no_role_and_no_notice_changes_on_its_way() {
        let block = |role| Block {
            text: "Permanent Mission of Marenia, page 4".to_owned(),
            role,
            place: Place {
                page: Some(4),
                ..Place::default()
            },
            ..Block::default()
        };
        let notice = |code| Notice {
            code,
            span: None,
            message: "4 lines were left out".to_owned(),
        };
        let source = Source {
            blocks: [Role::Letterhead, Role::Courtesy, Role::Note]
                .map(block)
                .into(),
            notices: [NoticeCode::JoinedPageBreak, NoticeCode::ReplacedBytes]
                .map(notice)
                .into(),
            ..Source::default()
        };
        let answer = serde_json::to_vec(&SerialSource::from(source.clone())).unwrap();
        let told: SerialSource = serde_json::from_slice(&answer).unwrap();
        assert_eq!(Source::from(told), source);
    }
}
