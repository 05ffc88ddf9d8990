//! The words of `verbale reuse`.

use std::path::PathBuf;

use clap::Args;

use super::{FormatsOf, OutputArgs, ReadingArgs, ReportKind, Show};

#[derive(Debug, Args)]
#[command(
    mut_arg("format", |arg| arg.value_parser(FormatsOf(ReportKind::Reuse))),
    before_help = "Examples:\n  verbale reuse statements/            passages that two of many statements share\n  verbale reuse 20*.txt --show all     quotations and formulas too\n  verbale reuse corpus.jsonl -f csv    a passage a row, with both places"
)]
pub(in crate::cli) struct ReuseArgs {
    /// Statements, folders, globs or JSON lines; `-` is standard input
    #[arg(required = true, value_name = "FILE")]
    pub(in crate::cli) files: Vec<PathBuf>,
    /// Whether quotations, formulas and all of the other passages are listed
    #[arg(long, value_enum, default_value_t = Show::Folded, value_name = "WHAT")]
    pub(in crate::cli) show: Show,
    #[command(flatten)]
    pub(in crate::cli) reading: ReadingArgs,
    #[command(flatten)]
    pub(in crate::cli) output: OutputArgs,
}
