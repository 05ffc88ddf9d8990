//! The words of `verbale promises`.

use std::path::PathBuf;

use clap::Args;

use super::{FormatsOf, OutputArgs, ReadingArgs, ReportKind, Show};

#[derive(Debug, Args)]
#[command(
    mut_arg("format", |arg| arg.value_parser(FormatsOf(ReportKind::Promises))),
    before_help = "Examples:\n  verbale promises 2021.txt            every promise, with its deadline\n  verbale promises 20*.txt             each promise from statement to statement\n  verbale promises 20*.txt -f csv      a cell a row, with the sentence"
)]
pub(in crate::cli) struct PromisesArgs {
    /// Statements, folders, globs or JSON lines; `-` is standard input
    #[arg(required = true, value_name = "FILE")]
    pub(in crate::cli) files: Vec<PathBuf>,
    /// Whether promises that one statement alone makes are all listed
    #[arg(long, value_enum, default_value_t = Show::Folded, value_name = "WHAT")]
    pub(in crate::cli) show: Show,
    #[command(flatten)]
    pub(in crate::cli) reading: ReadingArgs,
    #[command(flatten)]
    pub(in crate::cli) output: OutputArgs,
}
