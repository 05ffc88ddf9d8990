//! From the command line to the exit status.

mod args;
mod bounds;
mod collate;
mod config;
mod diff;
mod diff_output;
mod explain;
mod explain_alignment;
mod figures;
mod folders;
mod gate;
mod git;
mod git_diff;
mod init;
mod long_ledger;
mod matrix;
mod output;
mod pdf_process;
mod progress;
mod promises;
mod read_errors;
mod reading;
mod redline;
mod report;
mod reuse;
mod rows;
mod schema;
mod shell;
mod source_date;
mod terms;
mod text;
mod usage;
mod watch;

use std::ffi::OsString;
use std::process::ExitCode;

use clap::error::ErrorKind;
use clap::{CommandFactory, FromArgMatches};
use verbale::{Error, Result, plain};

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
    match run_words(&usage::words()) {
        Ok(outcome) => outcome.into(),
        Err(error) => {
            report_error(&error);
            Outcome::Trouble.into()
        }
    }
}

impl From<Outcome> for ExitCode {
    fn from(outcome: Outcome) -> Self {
        match outcome {
            Outcome::Nothing => Self::SUCCESS,
            Outcome::Changes => Self::from(1),
            Outcome::Trouble => Self::from(2),
        }
    }
}

fn run_words(words: &[OsString]) -> Result<Outcome> {
    // Before settings are looked for: the process that reads a pdf reads nothing else.
    if words.len() == 2 && words[1] == pdf_process::WORD {
        return pdf_process::run();
    }
    let settings = config::settings(words)?;
    match parse(words, &settings) {
        Ok(cli) => dispatch(&cli, words, &settings),
        Err(error) => usage::answer(&error, words, &settings),
    }
}

/// Reads the command line, with `settings` for what it does not say.
fn parse(words: &[OsString], settings: &[Setting]) -> std::result::Result<Cli, clap::Error> {
    let mut command = config::with_defaults(Cli::command(), settings);
    let mut cli = Cli::from_arg_matches(&command.try_get_matches_from_mut(words)?)?;
    if let Some(Command::Diff(args)) = &mut cli.command {
        // Only a redline needs the file that a text was read from, which may be much larger than
        // the text.
        args.reading.keeps_original = args.writes(args::Format::Docx);
    }
    // A command is optional to clap because `--dump-config` stands without one.
    if cli.command.is_none() && !cli.dump_config {
        return Err(command.error(ErrorKind::MissingSubcommand, "a command is missing"));
    }
    Ok(cli)
}

fn dispatch(cli: &Cli, words: &[OsString], settings: &[Setting]) -> Result<Outcome> {
    let Some(command) = cli.command.as_ref().filter(|_| !cli.dump_config) else {
        return shell::print(config::dump(settings).as_bytes());
    };
    match command {
        Command::Diff(args) => diff::run(args, config::revision(words).as_deref()),
        Command::Figures(args) => figures::run(args),
        Command::Promises(args) => promises::run(args),
        Command::Collate(args) => collate::run(args),
        Command::Reuse(args) => reuse::run(args),
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
        .map(|cause| format!(": {}", plain::clip(&cause.to_string(), plain::MAX_CHARS)))
        .unwrap_or_default();
    eprintln!("verbale: {error}{cause}");
}

/// Tells the user something beside the report, unless they asked for quiet.
fn note(output: &args::OutputArgs, text: &str) {
    if !output.quiet {
        warn(text);
    }
}

/// Tells the user something beside the report.
#[expect(clippy::print_stderr, reason = "notes go to standard error")]
fn warn(text: &str) {
    eprintln!("verbale: {}", plain::escape(text));
}
