//! Answers a command line that cannot be read: one line, with what to write.

use std::ffi::OsString;
use std::path::Path;

use clap::error::{ContextKind, ErrorKind};
use verbale::{Error, Result};

use super::config::{Setting, variable};
use super::{Outcome, shell};

/// The words of the process; `verbale help diff` asks for `verbale diff --help`.
pub(super) fn words() -> Vec<OsString> {
    let mut words: Vec<OsString> = std::env::args_os().collect();
    if words.get(1).is_some_and(|word| word == "help") {
        words.remove(1);
        words.push("--help".into());
    }
    words
}

/// Shows help or the version, which are no trouble; all else is.
///
/// # Errors
///
/// `Error::Usage` with what is wrong, where it stands and what to write.
pub(super) fn answer(
    error: &clap::Error,
    words: &[OsString],
    settings: &[Setting],
) -> Result<Outcome> {
    if error.kind() == ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand {
        // There is no stream left to tell of one that is closed.
        let _ = error.print();
        return Ok(Outcome::Trouble);
    }
    // Help and version, which were asked for, go to standard output.
    if !error.use_stderr() {
        return match error.print() {
            Err(source) if source.kind() != std::io::ErrorKind::BrokenPipe => {
                Err(shell::write_error(source))
            }
            _ => Ok(Outcome::Nothing),
        };
    }
    Err(missing_command(error, words).unwrap_or_else(|| one_line(error, words, settings)))
}

/// What to say to somebody who names files where a command is wanted.
fn missing_command(error: &clap::Error, words: &[OsString]) -> Option<Error> {
    let words = words.iter().skip(1).map(|word| word.to_string_lossy());
    let files: Vec<_> = words.filter(|word| !word.starts_with('-')).collect();
    let first = files.first()?;
    // *verbale 2021.txt 2022.txt* is what is tried first; a name that is missing is still meant as
    // a file.
    let is_file = first.contains(['.', '/']) || Path::new(&**first).exists();
    if error.kind() != ErrorKind::InvalidSubcommand || !is_file {
        return None;
    }
    let command = if files.len() == 1 { "figures" } else { "diff" };
    Some(Error::Usage {
        problem: format!("`{first}` is no command"),
        remedy: format!("did you mean: verbale {command} {}", files.join(" ")),
    })
}

/// What clap says, without its drawing of the usage.
fn one_line(error: &clap::Error, words: &[OsString], settings: &[Setting]) -> Error {
    let text = error.render().to_string();
    // clap writes several lines: what is wrong, tips, then how the command is written.
    let is_usage = |line: &&str| line.starts_with("Usage:") || line.starts_with("For more");
    let lines = text
        .lines()
        .map(str::trim)
        .take_while(|line| !is_usage(line));
    let lines: Vec<&str> = lines.filter(|line| !line.is_empty()).collect();
    let is_tip = |line: &&&str| line.starts_with("tip:") || line.starts_with("[possible");
    let tips: Vec<&str> = lines.iter().filter(is_tip).copied().collect();
    let reported: Vec<&str> = lines.iter().filter(|line| !is_tip(line)).copied().collect();
    let problem = reported.join(" ");
    let problem = problem.trim_start_matches("error: ");
    let place = place(error, words, settings).map_or(String::new(), |place| place + ": ");
    Error::Usage {
        problem: format!("{place}{problem}"),
        remedy: match tips.as_slice() {
            [] => "see `verbale --help`".to_owned(),
            tips => tips.join(", ").replace("tip: ", ""),
        },
    }
}

/// Where a wrong value comes from, if not from the command line: the variable,
/// or the file and its line.
fn place(error: &clap::Error, words: &[OsString], settings: &[Setting]) -> Option<String> {
    let argument = error.get(ContextKind::InvalidArg)?.to_string();
    let name = argument.strip_prefix("--")?.split([' ', '=', '[']).next()?;
    let flag = format!("--{name}");
    let is_it = |word: &OsString| {
        let word = word.to_string_lossy();
        word == flag || word.starts_with(&format!("{flag}="))
    };
    if words.iter().any(is_it) {
        return None;
    }
    // In the order in which they count.
    let variable = variable(name);
    if std::env::var_os(&variable).is_some() {
        return Some(variable);
    }
    let setting = settings.iter().find(|setting| setting.key == name)?;
    Some(format!("{}: line {}", setting.file.display(), setting.line))
}
