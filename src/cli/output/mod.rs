//! Where a report goes: standard output, a file or a pager.
//!
//! A file is written beside the one that it replaces and takes its place when
//! all is written ([`Output::finish`]); until then the old one is whole. A
//! reader of standard output who has seen enough is no trouble: what is written
//! after they left is dropped, and the exit status stays what was found.

mod atomic_file;
mod check;
mod pager;
mod screen;
mod size_limit;

use std::fs::{self, File};
use std::io::{self, BufWriter, IsTerminal, Read, Write};
use std::path::{Path, PathBuf};

use verbale::render::terminal::{Layout, Screen, Style, Theme, file_address};
use verbale::{Error, Result, plain};

use super::args::{Format, OutputArgs, ThemeArg, When};
use super::{note, warn};
use atomic_file::AtomicFile;
pub(super) use check::check;
use screen::Screen as Stream;

/// The open end of a report.
pub(super) struct Output {
    end: End,
    path: PathBuf,
    /// Whether it says what it wrote.
    is_announced: bool,
}

enum End {
    Screen(Stream),
    /// A file that takes its place at the end.
    AtomicFile(AtomicFile),
    /// A pipe or a device, which is written as it is.
    Device(BufWriter<File>),
}

impl End {
    fn writer(&mut self) -> &mut dyn Write {
        match self {
            Self::Screen(screen) => screen,
            Self::AtomicFile(draft) => draft,
            Self::Device(device) => device,
        }
    }
}

/// An output that is written in full, and not in its place yet.
#[must_use = "what is not put in its place is lost"]
pub(super) struct Written(Output);

impl Output {
    /// Opens what `-o` names, standard output otherwise. Nothing of the file that
    /// is there is lost before [`Output::finish`].
    ///
    /// # Errors
    ///
    /// Where the file could not be written.
    pub(super) fn open(args: &OutputArgs) -> Result<Self> {
        match args.file() {
            Some(path) => Ok(Self {
                is_announced: !args.quiet,
                ..Self::at(path)?
            }),
            None => Ok(Self {
                end: End::Screen(Stream::new()),
                path: PathBuf::from("standard output"),
                is_announced: false,
            }),
        }
    }

    /// Opens the file at `path`.
    pub(super) fn at(path: &Path) -> Result<Self> {
        let end = end(path).map_err(|source| write_error(path, source))?;
        Ok(Self {
            end,
            path: path.to_owned(),
            is_announced: false,
        })
    }

    /// Opens the file at `path`, which need not exist, to write on at its end.
    pub(super) fn at_end_of(path: &Path) -> Result<Self> {
        let mut output = Self::at(path)?;
        // The old content goes into the draft: what others have written stays, and the file is
        // whole until it is replaced.
        if let End::AtomicFile(draft) = &mut output.end
            && path.exists()
        {
            let copied = File::open(path).and_then(|mut old| io::copy(&mut old, draft));
            copied.map_err(|source| write_error(path, source))?;
        }
        Ok(output)
    }

    /// Lets `write` write to the open end.
    pub(super) fn with(
        &mut self,
        write: impl FnOnce(&mut dyn Write) -> io::Result<()>,
    ) -> Result<()> {
        write(self.end.writer()).map_err(|source| write_error(&self.path, source))
    }

    /// Whether it takes the place of a file when all is written.
    pub(super) fn is_file(&self) -> bool {
        matches!(self.end, End::AtomicFile(_))
    }

    /// Whether nobody reads on.
    pub(super) fn is_left(&self) -> bool {
        matches!(&self.end, End::Screen(screen) if screen.is_left())
    }

    /// The error that nobody reads on, if so.
    pub(super) fn refuse_left(&self) -> Result<()> {
        if self.is_left() {
            return Err(write_error(&self.path, io::ErrorKind::BrokenPipe.into()));
        }
        Ok(())
    }

    /// Writes a whole report for people, through a pager if it is long.
    pub(super) fn show(&mut self, args: &OutputArgs, text: &str) -> Result<()> {
        // A pager that cannot be started is no reason to show nothing.
        if pager::is_wanted(args, text) && pager::show(text).is_ok() {
            return Ok(());
        }
        self.with(|out| out.write_all(text.as_bytes()))
    }

    /// Hands everything on to the system.
    pub(super) fn written(mut self) -> Result<Written> {
        let flushed = self.end.writer().flush();
        flushed.map_err(|source| write_error(&self.path, source))?;
        Ok(Written(self))
    }

    /// Hands everything on to the system, and a file into its place.
    pub(super) fn finish(self) -> Result<()> {
        self.written()?.put()
    }
}

impl Written {
    /// Puts a file in its place.
    pub(super) fn put(self) -> Result<()> {
        let Output {
            end,
            path,
            is_announced,
        } = self.0;
        match end {
            End::AtomicFile(draft) => {
                let put = draft.replace();
                put.map_err(|source| write_error(&path, source))?;
                if is_announced {
                    warn(&format!("wrote {}", plain::name(&path)));
                }
                Ok(())
            }
            End::Screen(_) | End::Device(_) => Ok(()),
        }
    }
}

fn end(path: &Path) -> io::Result<End> {
    let existing = match fs::metadata(path) {
        Ok(metadata) => Some(metadata),
        Err(error) if error.kind() == io::ErrorKind::NotFound => None,
        Err(error) => return Err(error),
    };
    match existing {
        Some(metadata) if metadata.is_dir() => Err(io::ErrorKind::IsADirectory.into()),
        // `/dev/null` or a pipe is written to, never replaced by a file.
        Some(metadata) if !metadata.is_file() => {
            let device = File::options().write(true).open(path)?;
            Ok(End::Device(BufWriter::new(device)))
        }
        existing => AtomicFile::new(path, existing.as_ref()).map(End::AtomicFile),
    }
}

/// Reads a file that is no statement, as settings are: a regular one of at most
/// so many bytes.
///
/// # Errors
///
/// `Error::Missing`, `Error::Io`, or `Error::Unreadable` for what is no such file.
pub(super) fn read_small(path: &Path) -> Result<String> {
    /// More than any list that a person keeps.
    const MOST: u64 = 16 << 20;
    let failed = |source| Error::cannot_read(path, source);
    let refused = |problem: &str| Error::Unreadable {
        path: path.to_owned(),
        problem: problem.to_owned(),
        remedy: "name another file".to_owned(),
    };
    // A pipe would be waited for without end.
    if !fs::metadata(path).map_err(failed)?.is_file() {
        return Err(refused("no regular file"));
    }
    let mut text = String::new();
    let file = File::open(path).map_err(failed)?;
    file.take(MOST + 1)
        .read_to_string(&mut text)
        .map_err(failed)?;
    if text.len() as u64 > MOST {
        return Err(refused("larger than 16 MiB"));
    }
    Ok(text)
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
        problem: format!("{}: cannot write, {what}", plain::name(path)),
        remedy: remedy.to_owned(),
    }
}

/// Extensions of files that hold what a terminal shows.
const TEXTS: [&str; 7] = ["txt", "text", "log", "out", "diff", "patch", "ansi"];

/// Refuses a format that the command does not write, before anything is read,
/// and one that is no text where a terminal would show it.
///
/// # Errors
///
/// `Error::Usage`, with the formats that are written.
pub(super) fn refuse_format(args: &OutputArgs, written: &[Format]) -> Result<()> {
    let format = args.chosen();
    if !written.contains(&format) {
        let names: Vec<&str> = written.iter().map(|format| format.name()).collect();
        return Err(unsupported(args, &format!("use {}", names.join(", "))));
    }
    let is_text = |extension: &std::ffi::OsStr| {
        TEXTS
            .iter()
            .any(|known| extension.eq_ignore_ascii_case(known))
    };
    // *-o report.pdf* asks for something that is not made, which is easy to miss in a file; with
    // *-f terminal* beside it nothing is missed.
    if let (None, Format::Terminal, Some(path)) = (args.format, format, args.file())
        && path
            .extension()
            .is_some_and(|extension| !is_text(extension))
    {
        let name = plain::name(path);
        note(
            args,
            &format!("{name}: written as for the terminal; -f names another format"),
        );
    }
    let is_shown = args.file().is_none() && !args.quiet && io::stdout().is_terminal();
    if is_shown && format.is_for_files() {
        let name = format.name();
        return Err(Error::Usage {
            problem: format!("{name} is not for a terminal"),
            remedy: format!("name a file, as -o report.{name}, or write `| cat`"),
        });
    }
    Ok(())
}

/// A format that the command does not write.
fn unsupported(args: &OutputArgs, remedy: &str) -> Error {
    Error::Usage {
        problem: format!("`{}` is no format of this command", args.chosen().name()),
        remedy: remedy.to_owned(),
    }
}

/// The screen to lay a report out for. The decision on colour is made here
/// alone, so `colored` is told to obey it.
pub(super) fn screen(args: &OutputArgs) -> Screen {
    let coloured = is_coloured(args);
    colored::control::set_override(coloured);
    // An old console shows colours only when it is asked to; one that cannot stays as it is.
    #[cfg(windows)]
    let _ = colored::control::set_virtual_terminal(coloured);
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
            args.file().is_none()
                // `git verbale` writes to a pipe, behind which git shows colour.
                && (io::stdout().is_terminal() || is_git_pager())
                && is_clever_terminal()
        }
    }
}

fn is_clever_terminal() -> bool {
    is_clever(std::env::var("TERM").ok().as_deref())
}

/// Whether a terminal of this name has colours; those of Windows have no name.
fn is_clever(term: Option<&str>) -> bool {
    term.map_or(cfg!(windows), |term| term != "dumb")
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
        When::Auto => args.file().is_none() && io::stdout().is_terminal() && is_clever_terminal(),
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
    // The host is part of the link (OSC 8), so that over ssh a terminal does not open a file of its
    // own.
    let host = fs::read_to_string("/proc/sys/kernel/hostname").unwrap_or_default();
    Some(file_address(path.to_str()?, host.trim()))
}

/// Whether standard output is read by git's pager on a terminal.
fn is_git_pager() -> bool {
    std::env::var("GIT_PAGER_IN_USE").is_ok_and(|value| value == "true")
}

#[cfg(test)]
mod tests {
    use super::is_clever;

    #[test]
    fn a_terminal_without_a_name_has_colours_on_windows_alone() {
        assert!(is_clever(Some("xterm")) && !is_clever(Some("dumb")));
        assert_eq!(is_clever(None), cfg!(windows));
    }
}
