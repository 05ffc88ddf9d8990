//! Shows a long report in a pager when standard output is a terminal.

use std::io::{self, IsTerminal, Write};
use std::process::{Command, Stdio};

use crate::cli::args::OutputArgs;

/// Columns where neither the user nor the terminal says.
const DEFAULT_WIDTH: usize = 80;
/// Wider lines than this are hard to read, however wide the terminal.
const MAX_WIDTH: usize = 140;

/// The width to lay a report out for.
pub(super) fn width(args: &OutputArgs) -> usize {
    let from_environment = || {
        std::env::var("COLUMNS")
            .ok()
            .and_then(|columns| columns.parse().ok())
    };
    let from_terminal = || terminal_size::terminal_size().map(|(width, _)| usize::from(width.0));
    match args.width {
        Some(width) => usize::from(width),
        // `COLUMNS` is what a shell knew when it started the program; the terminal knows better,
        // where there is one.
        None => from_terminal()
            .or_else(from_environment)
            .unwrap_or(DEFAULT_WIDTH)
            // Only what was found is bounded: a width that the user names is as wide as they like.
            .clamp(20, MAX_WIDTH),
    }
}

/// Whether `text` goes to a pager: it is longer than the screen, standard
/// output is a terminal, and the user did not refuse.
pub(super) fn is_wanted(args: &OutputArgs, text: &str) -> bool {
    if args.no_pager || args.file().is_some() || !io::stdout().is_terminal() {
        return false;
    }
    terminal_size::terminal_size()
        .is_some_and(|(_, height)| text.lines().count() > usize::from(height.0))
}

/// Shows `text` in `VERBALE_PAGER`, `PAGER` or `less`.
///
/// # Errors
///
/// When the pager cannot be started; a pager that is closed early is no error.
pub(super) fn show(text: &str) -> io::Result<()> {
    let named = |name: &str| {
        std::env::var(name)
            .ok()
            .filter(|value| !value.trim().is_empty())
    };
    let line = named("VERBALE_PAGER")
        .or_else(|| named("PAGER"))
        .unwrap_or_else(|| "less".to_owned());
    // No shell is started for it, so there are no quotation marks and no variables.
    let mut words = line.split_whitespace();
    let program = words.next().unwrap_or("less");
    let mut command = Command::new(program);
    command.args(words).stdin(Stdio::piped());
    // As git does: short reports stay on the screen, colours are shown.
    if std::env::var_os("LESS").is_none() {
        command.env("LESS", "FIRX");
    }
    let mut child = command.spawn()?;
    if let Some(mut stdin) = child.stdin.take() {
        match stdin.write_all(text.as_bytes()) {
            // Who leaves the pager early has seen enough.
            Err(error) if error.kind() != io::ErrorKind::BrokenPipe => return Err(error),
            _ => {}
        }
    }
    child.wait().map(|_| ())
}
