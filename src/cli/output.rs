//! Where a report goes: standard output, a file or a pager.

use std::fs::{self, File};
use std::io::{self, BufWriter, IsTerminal, Write};
use std::path::{Path, PathBuf};

use verbale::{Error, Result};

use verbale::render::terminal::{Layout, Screen, Style, Theme, file_address};

use super::args::{OutputArgs, ThemeArg, When};
use super::pager;

/// The open end of a report.
pub(super) struct Output {
    writer: Box<dyn Write>,
    path: PathBuf,
}

impl Output {
    /// Opens what `-o` names, standard output otherwise.
    pub(super) fn open(args: &OutputArgs) -> Result<Self> {
        match args
            .output
            .as_deref()
            .filter(|path| *path != Path::new("-"))
        {
            Some(path) => {
                let file = File::create(path).map_err(|source| write_error(path, source))?;
                Ok(Self {
                    writer: Box::new(BufWriter::new(file)),
                    path: path.to_owned(),
                })
            }
            None => Ok(Self {
                writer: Box::new(BufWriter::with_capacity(1 << 16, io::stdout())),
                path: PathBuf::from("standard output"),
            }),
        }
    }

    /// Adds `text` to the end of the file at `path`, which need not exist.
    pub(super) fn append(path: &Path, text: &str) -> Result<()> {
        let file = File::options().append(true).create(true).open(path);
        file.and_then(|mut file| file.write_all(text.as_bytes()))
            .map_err(|source| write_error(path, source))
    }

    /// Writes `text` to the file at `path`.
    pub(super) fn replace(path: &Path, text: &str) -> Result<()> {
        fs::write(path, text).map_err(|source| write_error(path, source))
    }

    /// Lets `write` write to the open end.
    pub(super) fn with(
        &mut self,
        write: impl FnOnce(&mut dyn Write) -> io::Result<()>,
    ) -> Result<()> {
        write(&mut self.writer).map_err(|source| write_error(&self.path, source))
    }

    /// Writes a whole report for people, through a pager if it is long.
    pub(super) fn show(&mut self, args: &OutputArgs, text: &str) -> Result<()> {
        if pager::is_wanted(args, text) && pager::show(text).is_ok() {
            return Ok(());
        }
        self.with(|out| out.write_all(text.as_bytes()))
    }

    /// Hands everything on to the system.
    pub(super) fn finish(mut self) -> Result<()> {
        self.writer
            .flush()
            .map_err(|source| write_error(&self.path, source))
    }
}

fn write_error(path: &Path, source: io::Error) -> Error {
    let (what, remedy) = match source.kind() {
        io::ErrorKind::NotFound => ("its folder does not exist", "make the folder first"),
        io::ErrorKind::IsADirectory => ("it is a folder", "name a file in it"),
        _ => {
            return Error::Io {
                path: path.to_owned(),
                action: "write",
                source,
            };
        }
    };
    Error::Usage {
        problem: format!("{}: cannot write, {what}", path.display()),
        remedy: remedy.to_owned(),
    }
}

/// A format that the command does not write.
pub(super) fn unsupported(args: &OutputArgs, remedy: &str) -> Error {
    Error::Usage {
        problem: format!("`{}` is no format of this command", args.format.name()),
        remedy: remedy.to_owned(),
    }
}

/// Whether `error` says that the reader of our output has gone.
pub(super) fn is_closed_pipe(error: &Error) -> bool {
    matches!(error, Error::Io { source, .. } if source.kind() == io::ErrorKind::BrokenPipe)
}

/// The screen to lay a report out for. The decision on colour is made here
/// alone, so `colored` is told to obey it.
pub(super) fn screen(args: &OutputArgs) -> Screen {
    let coloured = is_coloured(args);
    colored::control::set_override(coloured);
    Screen {
        width: pager::width(args),
        style: if coloured {
            Style::Colour(theme(args.theme))
        } else {
            Style::Plain
        },
        layout: Layout::Inline,
    }
}

fn theme(named: ThemeArg) -> Theme {
    match named {
        ThemeArg::Auto => Theme::for_ground(std::env::var("COLORFGBG").ok().as_deref()),
        ThemeArg::Dark => Theme::Dark,
        ThemeArg::Light => Theme::Light,
        ThemeArg::BlueOrange => Theme::BlueOrange,
        ThemeArg::BlueOrangeLight => Theme::BlueOrangeLight,
    }
}

/// Whether the report is coloured: `--color` beats `NO_COLOR` beats
/// `CLICOLOR_FORCE` beats whether standard output is a terminal.
fn is_coloured(args: &OutputArgs) -> bool {
    let set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    match args.color {
        When::Always => true,
        When::Never => false,
        When::Auto if set("NO_COLOR") => false,
        When::Auto
            if std::env::var("CLICOLOR_FORCE")
                .is_ok_and(|value| !value.is_empty() && value != "0") =>
        {
            true
        }
        When::Auto => {
            args.output.is_none()
                && (io::stdout().is_terminal() || is_git_pager())
                && is_clever_terminal()
        }
    }
}

fn is_clever_terminal() -> bool {
    std::env::var("TERM").is_ok_and(|term| term != "dumb")
}

/// Addresses of the files at `paths`, where the report is to have links.
pub(super) fn addresses(
    when: When,
    args: &OutputArgs,
    paths: [Option<&str>; 2],
) -> [Option<String>; 2] {
    let is_wanted = match when {
        When::Always => true,
        When::Never => false,
        When::Auto => args.output.is_none() && io::stdout().is_terminal() && is_clever_terminal(),
    };
    if is_wanted {
        paths.map(|path| address(path?))
    } else {
        [None, None]
    }
}

fn address(path: &str) -> Option<String> {
    let path = std::path::absolute(path)
        .ok()
        .filter(|path| path.is_file())?;
    let host = fs::read_to_string("/proc/sys/kernel/hostname").unwrap_or_default();
    Some(file_address(path.to_str()?, host.trim()))
}

/// Whether standard output is read by git's pager on a terminal.
fn is_git_pager() -> bool {
    std::env::var("GIT_PAGER_IN_USE").is_ok_and(|value| value == "true")
}
