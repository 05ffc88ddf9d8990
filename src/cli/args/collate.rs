//! The words of `verbale collate`.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::{FormatsOf, OutputArgs, ReadingArgs, ReportKind, Show};

#[derive(Debug, Args)]
#[command(
    mut_arg("format", |arg| arg.value_parser(FormatsOf(ReportKind::Collation))),
    before_help = "Examples:\n  verbale collate 2021.txt 2022.txt 2023.txt\n  verbale collate draft1.md draft2.md draft3.md --level word"
)]
pub(in crate::cli) struct CollateArgs {
    /// Statements or JSON lines (a file a witness, rows paired by id)
    #[arg(required = true, num_args = 1.., value_name = "FILE")]
    pub(in crate::cli) files: Vec<PathBuf>,
    /// What a row holds
    #[arg(long, value_enum, default_value_t = LevelArg::Paragraph)]
    pub(in crate::cli) level: LevelArg,
    /// Whether passages that all have in the same words are shown
    #[arg(long, value_enum, default_value_t = Show::Folded, value_name = "WHAT")]
    pub(in crate::cli) show: Show,
    #[command(flatten)]
    pub(in crate::cli) reading: ReadingArgs,
    #[command(flatten)]
    pub(in crate::cli) output: OutputArgs,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum LevelArg {
    /// Paragraphs that correspond
    Paragraph,
    /// Words that correspond
    Word,
}
