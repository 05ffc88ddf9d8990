//! From the command line to the exit status.

mod args;
mod clock;
mod collate;
mod diff;
mod figures;
mod output;
mod pager;
mod reading;
mod report;
mod schema;
mod text;

use std::process::ExitCode;

use clap::Parser;
use clap::error::ErrorKind;
use verbale::{Error, Result};

use args::{Cli, Command};

/// What a command found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Outcome {
    /// Nothing to report.
    Nothing,
    /// Changes were reported.
    Changes,
    /// A part of the input could not be read; the rest was reported.
    Trouble,
}

/// Runs the command that the process was started with.
pub(crate) fn run() -> ExitCode {
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) => return usage(&error),
    };
    match dispatch(&cli.command) {
        Ok(Outcome::Nothing) => ExitCode::SUCCESS,
        Ok(Outcome::Changes) => ExitCode::from(1),
        Ok(Outcome::Trouble) => ExitCode::from(2),
        Err(error) if output::is_closed_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            report_error(&error);
            ExitCode::from(2)
        }
    }
}

fn dispatch(command: &Command) -> Result<Outcome> {
    match command {
        Command::Diff(args) => diff::run(args),
        Command::Figures(args) => figures::run(args),
        Command::Collate(args) => collate::run(args),
        Command::Report(args) => report::run(args),
        Command::Text(args) => text::run(args),
        Command::Schema(args) => schema::run(args),
    }
}

#[expect(clippy::print_stderr, reason = "errors go to standard error")]
fn report_error(error: &Error) {
    let cause = std::error::Error::source(error)
        .map(|cause| format!(": {cause}"))
        .unwrap_or_default();
    eprintln!("verbale: {error}{cause}");
}

/// Tells the user something beside the report, unless they asked for quiet.
#[expect(clippy::print_stderr, reason = "notes go to standard error")]
fn note(output: &args::OutputArgs, text: &str) {
    if !output.quiet {
        eprintln!("verbale: {text}");
    }
}

/// Help and version are no trouble; everything else is.
fn usage(error: &clap::Error) -> ExitCode {
    if let Some(error) = missing_command(error) {
        report_error(&error);
        return ExitCode::from(2);
    }
    let printed = error.print();
    match (error.exit_code(), printed) {
        (0, Ok(())) => ExitCode::SUCCESS,
        _ => ExitCode::from(2),
    }
}

/// What to say to somebody who names files where a command is wanted.
fn missing_command(error: &clap::Error) -> Option<Error> {
    let files: Vec<String> = std::env::args()
        .skip(1)
        .filter(|word| !word.starts_with('-'))
        .collect();
    let is_file = files
        .first()
        .is_some_and(|word| std::path::Path::new(word).exists());
    if error.kind() != ErrorKind::InvalidSubcommand || !is_file {
        return None;
    }
    let command = if files.len() == 1 { "figures" } else { "diff" };
    Some(Error::Usage {
        problem: format!("`{}` is no command", files[0]),
        remedy: format!("did you mean: verbale {command} {}", files.join(" ")),
    })
}
