//! The words of `verbale text` and `verbale schema`.

use std::path::PathBuf;

use clap::Args;

use super::{FormatsOf, OutputArgs, ReadingArgs, ReportKind};

#[derive(Debug, Args)]
#[command(
    mut_arg("format", |arg| arg.value_parser(FormatsOf(ReportKind::Text))),
    before_help = "Examples:\n  verbale text statement.docx\n  verbale text statement.pdf -f jsonl | jq .place.page"
)]
pub(in crate::cli) struct TextArgs {
    /// The statement; `-` is standard input
    #[arg(value_name = "FILE")]
    pub(in crate::cli) file: PathBuf,
    /// What was understood of the document, and from where, instead of its text
    #[arg(long)]
    pub(in crate::cli) meta: bool,
    #[command(flatten)]
    pub(in crate::cli) reading: ReadingArgs,
    #[command(flatten)]
    pub(in crate::cli) output: OutputArgs,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct SchemaArgs {
    /// Which record; without one, the names of all
    #[arg(value_name = "NAME")]
    pub(in crate::cli) name: Option<String>,
}
