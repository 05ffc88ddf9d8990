//! `verbale completions` and `verbale man`.

use std::io::{self, Write};
use std::path::PathBuf;

use clap::{Args, CommandFactory};
use clap_complete::Shell;
use verbale::{Error, Result};

use super::Outcome;
use super::args::Cli;

#[derive(Debug, Args)]
#[command(
    before_help = "Examples:\n  verbale completions bash > ~/.local/share/bash-completion/completions/verbale\n  verbale completions fish > ~/.config/fish/completions/verbale.fish"
)]
pub(super) struct CompletionsArgs {
    /// The shell
    #[arg(value_enum)]
    pub(super) shell: Shell,
}

#[derive(Debug, Args)]
#[command(before_help = "Examples:\n  verbale man | man -l -\n  verbale man diff > verbale-diff.1")]
pub(super) struct ManArgs {
    /// A command; without one, the page of the program
    #[arg(value_name = "COMMAND")]
    pub(super) command: Option<String>,
}

/// Writes what the shell reads to complete words.
pub(super) fn completions(args: &CompletionsArgs) -> Result<Outcome> {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut Cli::command(), "verbale", &mut script);
    print(&script)
}

/// Writes a page of the manual.
pub(super) fn man(args: &ManArgs) -> Result<Outcome> {
    let mut program = Cli::command();
    // Only then does a command know the options that are told for all.
    program.build();
    let command = match &args.command {
        None => program,
        Some(name) => match program.find_subcommand(name) {
            // The manual calls a page *verbale-diff*, as git does.
            Some(found) => found.clone().name(format!("verbale-{name}")),
            None => {
                return Err(Error::Usage {
                    problem: format!("no command is called `{name}`"),
                    remedy: "`verbale --help` lists them".to_owned(),
                });
            }
        },
    };
    let mut page = Vec::new();
    let written = clap_mangen::Man::new(command).render(&mut page);
    written.map_err(write_error)?;
    print(&page)
}

/// Writes `bytes` to standard output; a reader who has seen enough is no trouble.
pub(super) fn print(bytes: &[u8]) -> Result<Outcome> {
    let mut out = io::stdout();
    match out.write_all(bytes).and_then(|()| out.flush()) {
        Err(source) if source.kind() != io::ErrorKind::BrokenPipe => Err(write_error(source)),
        _ => Ok(Outcome::Nothing),
    }
}

pub(super) fn write_error(source: io::Error) -> Error {
    Error::Io {
        path: PathBuf::from("standard output"),
        action: "write",
        source,
    }
}
