//! The words of `verbale report`.

use std::path::PathBuf;

use clap::Args;

use super::{Against, FormatsOf, OutputArgs, ReadingArgs, ReportKind};

#[derive(Debug, Args)]
#[command(
    mut_arg("format", |arg| arg.value_parser(FormatsOf(ReportKind::Page))),
    before_help = "Examples:\n  verbale report 2021.txt 2022.txt -o report.html\n  verbale report statements/*.txt -o report.html    each with the one before\n  verbale report statements/*.txt -o report.xlsx    figures and promises, a row each"
)]
pub(in crate::cli) struct ReportArgs {
    /// The statements, oldest first; `-` is standard input
    #[arg(required = true, num_args = 1.., value_name = "FILE")]
    pub(in crate::cli) files: Vec<PathBuf>,
    /// Which statement each one is compared with
    #[arg(long, value_enum, default_value_t = Against::Previous)]
    pub(in crate::cli) against: Against,
    #[command(flatten)]
    pub(in crate::cli) reading: ReadingArgs,
    #[command(flatten)]
    pub(in crate::cli) output: OutputArgs,
}
