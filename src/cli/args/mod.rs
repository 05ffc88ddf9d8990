//! The command line as clap reads it.

mod collate;
mod diff;
mod figures;
mod format;
mod output;
mod promises;
mod reading;
mod report;
mod reuse;
mod subcommand;
mod text;

use std::path::PathBuf;

use clap::{Parser, Subcommand};

use super::explain::ExplainArgs;
use super::git_diff::GitDiffArgs;
use super::shell::{CompletionsArgs, ManArgs};
pub(in crate::cli) use collate::{CollateArgs, LevelArg};
pub(in crate::cli) use diff::{Against, DiffArgs};
pub(in crate::cli) use figures::{ByArg, FiguresArgs, LedgerArgs, SortArg, UnitsArg};
pub(in crate::cli) use format::{Format, FormatsOf, ReportKind};
pub(in crate::cli) use output::{OutputArgs, Show, ThemeArg, When};
pub(in crate::cli) use promises::PromisesArgs;
pub(in crate::cli) use reading::{LanguageArg, ReadingArgs};
pub(in crate::cli) use report::ReportArgs;
pub(in crate::cli) use reuse::ReuseArgs;
use subcommand::SubcommandArgs;
pub(in crate::cli) use text::{SchemaArgs, TextArgs};

/// Shows what changed between statements: figures first, then wording.
#[derive(Debug, Parser)]
#[command(
    name = "verbale",
    version,
    arg_required_else_help = true,
    subcommand_value_name = "COMMAND",
    override_usage = "verbale COMMAND [OPTIONS] FILE…",
    disable_help_subcommand = true,
    before_help = "Examples: verbale diff 2021.txt 2022.txt      what changed, figures first\n          verbale figures statements/*.txt    every figure, in a table by year",
    after_help = "Exit status: 0 nothing to report, 1 changes, 2 trouble. No network, ever."
)]
pub(in crate::cli) struct Cli {
    #[command(subcommand)]
    pub(in crate::cli) command: Option<Command>,
    /// When to use colour: each command has it too, so that it may stand anywhere
    #[arg(long, global = true, value_enum, hide = true)]
    pub(in crate::cli) color: Option<When>,
    /// Read settings from this file alone
    #[arg(
        long,
        global = true,
        value_name = "FILE",
        help_heading = "Settings",
        hide_short_help = true
    )]
    pub(in crate::cli) config: Option<PathBuf>,
    /// Read settings, and the changes that they accept, as this commit has them: those of a pull request's base cannot be loosened by it
    #[arg(
        long,
        global = true,
        value_name = "COMMIT",
        conflicts_with_all = ["config", "no_config"],
        help_heading = "Settings",
        hide_short_help = true
    )]
    pub(in crate::cli) config_from: Option<String>,
    /// Read no settings from files
    #[arg(
        long,
        global = true,
        conflicts_with = "config",
        help_heading = "Settings",
        hide_short_help = true
    )]
    pub(in crate::cli) no_config: bool,
    /// Print the settings in force, and where each comes from
    #[arg(long, help_heading = "Settings", hide_short_help = true)]
    pub(in crate::cli) dump_config: bool,
}

#[derive(Debug, Subcommand)]
pub(in crate::cli) enum Command {
    /// What changed between two statements, or from each to the next
    Diff(SubcommandArgs<DiffArgs>),
    /// Every figure; for two or more statements a table of measures
    Figures(SubcommandArgs<FiguresArgs>),
    /// Promises and deadlines: made, kept, moved, softened, dropped
    Promises(SubcommandArgs<PromisesArgs>),
    /// All statements side by side, a row for each passage
    Collate(SubcommandArgs<CollateArgs>),
    /// Passages that two statements share, and who had them first
    Reuse(SubcommandArgs<ReuseArgs>),
    /// The page to look at and to send: figures, wording, both texts
    Report(SubcommandArgs<ReportArgs>),
    /// The text as read, a paragraph a line
    Text(SubcommandArgs<TextArgs>),
    /// The JSON Schema of an output record
    Schema(SubcommandArgs<SchemaArgs>),
    /// What a name in a report says, or all about one change
    Explain(SubcommandArgs<ExplainArgs>),
    /// Write a commented verbale.toml
    Init,
    /// What git calls to compare two versions of a file
    #[command(hide = true)]
    GitDiff(SubcommandArgs<GitDiffArgs>),
    /// Completion of words, for a shell
    Completions(SubcommandArgs<CompletionsArgs>),
    /// A page of the manual
    #[command(hide = true)]
    Man(SubcommandArgs<ManArgs>),
}
