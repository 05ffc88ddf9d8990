//! The words of `verbale diff`.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::Format;
use super::{FormatsOf, OutputArgs, ReadingArgs, ReportKind, Show, When};
use crate::cli::gate::GateArgs;

#[derive(Debug, Args)]
#[command(
    mut_arg("format", |arg| arg.value_parser(FormatsOf(ReportKind::Diff))),
    before_help = "Examples:\n  verbale diff 2021.txt 2022.txt                    read it here\n  verbale diff 2021.txt 2022.txt 2023.txt           each with the one before\n  verbale diff a.jsonl b.jsonl -f jsonl             rows paired by id\n  verbale diff --git main...HEAD --fail-on figure   the gate of a pull request"
)]
#[expect(clippy::struct_excessive_bools, reason = "each is a flag of its own")]
pub(in crate::cli) struct DiffArgs {
    /// The statements, oldest first; `-` is standard input. With --git or --staged: paths in the repository
    #[arg(required_unless_present_any = ["git", "staged"], value_names = ["OLD", "NEW"], num_args = 1..)]
    pub(in crate::cli) files: Vec<PathBuf>,
    /// Which statement each one is compared with
    #[arg(long, value_enum, default_value_t = Against::Previous, hide_short_help = true)]
    pub(in crate::cli) against: Against,
    /// Compare each changed statement of the repository with its former version: A..B, A...B (since they parted), or A (with the files here)
    #[arg(long, value_name = "RANGE", conflicts_with = "staged")]
    pub(in crate::cli) git: Option<String>,
    /// Compare each statement that is staged for commit with the last commit
    #[arg(long, hide_short_help = true)]
    pub(in crate::cli) staged: bool,
    /// Show everything that is folded away: restated figures, rollovers, moves, whole paragraphs
    #[arg(long, value_enum, default_value_t = Show::Folded, value_name = "WHAT")]
    pub(in crate::cli) show: Show,
    /// Show changed wording in two columns
    #[arg(long)]
    pub(in crate::cli) side_by_side: bool,
    /// Unchanged sentences shown beside each change of wording
    #[arg(short = 'U', long, value_name = "N", default_value_t = 0)]
    pub(in crate::cli) context: usize,
    /// When to make places links to the file and line; auto: on a terminal
    #[arg(long, value_enum, default_value_t = When::Auto, value_name = "WHEN", hide_short_help = true)]
    pub(in crate::cli) hyperlinks: When,
    /// Show the report again whenever one of the files changes
    #[arg(long, conflicts_with_all = ["git", "staged"], hide_short_help = true)]
    pub(in crate::cli) watch: bool,
    /// Show why each paragraph was linked or not, instead of the changes
    #[arg(long, hide_short_help = true)]
    pub(in crate::cli) explain_alignment: bool,
    /// Who made the tracked changes (docx)
    #[arg(
        long,
        value_name = "NAME",
        default_value = "verbale",
        hide_short_help = true
    )]
    pub(in crate::cli) author: String,
    #[command(flatten)]
    pub(in crate::cli) gate: GateArgs,
    #[command(flatten)]
    pub(in crate::cli) reading: ReadingArgs,
    #[command(flatten)]
    pub(in crate::cli) output: OutputArgs,
}

impl DiffArgs {
    /// Whether a report in this format is written.
    pub(in crate::cli) fn writes(&self, format: Format) -> bool {
        let mut also = self.gate.also.iter();
        self.output.chosen() == format || also.any(|also| also.format == format)
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum Against {
    /// The one before it
    Previous,
    /// The first one
    First,
}
