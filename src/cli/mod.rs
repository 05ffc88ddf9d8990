//! From the command line to the exit status.

mod args;
mod clock;
mod collate;
mod config;
mod diff;
mod diff_output;
mod explain;
mod explain_alignment;
mod figures;
mod gate;
mod git;
mod git_diff;
mod init;
mod output;
mod pager;
mod progress;
mod reading;
mod report;
mod rows;
mod schema;
mod shell;
mod terms;
mod text;
mod watch;

use std::ffi::OsString;
use std::process::ExitCode;

use clap::error::ErrorKind;
use clap::{CommandFactory, FromArgMatches};
use verbale::{Error, Result};

use args::{Cli, Command};
use config::Setting;

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
    let words: Vec<OsString> = std::env::args_os().collect();
    let settings = match config::settings(&words) {
        Ok(settings) => settings,
        Err(error) => {
            report_error(&error);
            return ExitCode::from(2);
        }
    };
    let cli = match parse(&words, &settings) {
        Ok(cli) => cli,
        Err(error) => return usage(&error),
    };
    match dispatch(&cli, &settings) {
        Ok(Outcome::Nothing) => ExitCode::SUCCESS,
        Ok(Outcome::Changes) => ExitCode::from(1),
        Ok(Outcome::Trouble) => ExitCode::from(2),
        Err(error) => failure(&error),
    }
}

/// A reader who has seen enough is no trouble.
fn failure(error: &Error) -> ExitCode {
    if output::is_closed_pipe(error) {
        return ExitCode::SUCCESS;
    }
    report_error(error);
    ExitCode::from(2)
}

/// Reads the command line, with `settings` for what it does not say.
fn parse(words: &[OsString], settings: &[Setting]) -> std::result::Result<Cli, clap::Error> {
    let mut command = config::with_defaults(Cli::command(), settings);
    let cli = Cli::from_arg_matches(&command.try_get_matches_from_mut(words)?)?;
    if cli.command.is_none() && !cli.dump_config {
        return Err(command.error(ErrorKind::MissingSubcommand, "a command is missing"));
    }
    Ok(cli)
}

fn dispatch(cli: &Cli, settings: &[Setting]) -> Result<Outcome> {
    let Some(command) = cli.command.as_ref().filter(|_| !cli.dump_config) else {
        return shell::print(config::dump(settings).as_bytes());
    };
    match command {
        Command::Diff(args) => diff::run(args),
        Command::Figures(args) => figures::run(args),
        Command::Collate(args) => collate::run(args),
        Command::Report(args) => report::run(args),
        Command::Text(args) => text::run(args),
        Command::Schema(args) => schema::run(args),
        Command::Explain(args) => explain::run(args),
        Command::Init => init::run(),
        Command::GitDiff(args) => git_diff::run(args),
        Command::Completions(args) => shell::completions(args),
        Command::Man(args) => shell::man(args),
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
    match error.print() {
        Ok(()) if error.exit_code() == 0 => ExitCode::SUCCESS,
        Err(source) if !error.use_stderr() => failure(&shell::write_error(source)),
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
