//! The words of `verbale figures`.

use std::path::PathBuf;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args, ValueEnum};
use verbale::model::FigureKind;

use super::{FormatsOf, OutputArgs, ReadingArgs, ReportKind, Show};

#[derive(Debug, Args)]
#[command(
    mut_arg("format", |arg| arg.value_parser(FormatsOf(ReportKind::Figures))),
    before_help = "Examples:\n  verbale figures 2021.txt                    every figure, as it was read\n  verbale figures 20*.txt                     a table: measures by statements\n  verbale figures statements/ -o ledger.xlsx  for a spreadsheet; also ledger.csv\n  verbale figures rows.jsonl -f jsonl         a corpus, row by row"
)]
pub(in crate::cli) struct FiguresArgs {
    /// Statements, folders, globs or JSON lines; `-` is standard input
    #[arg(required = true, value_name = "FILE")]
    pub(in crate::cli) files: Vec<PathBuf>,
    /// For each figure, the words that gave its parts; and the numbers not taken
    #[arg(long)]
    pub(in crate::cli) explain: bool,
    #[command(flatten)]
    pub(in crate::cli) ledger: LedgerArgs,
    #[command(flatten)]
    pub(in crate::cli) reading: ReadingArgs,
    #[command(flatten)]
    pub(in crate::cli) output: OutputArgs,
}

/// What the ledger holds and how it is laid out.
#[derive(Debug, Args)]
#[command(next_help_heading = "Ledger")]
pub(in crate::cli) struct LedgerArgs {
    /// Only figures of these kinds: quantity, percentage, money, duration, ratio, date, …
    #[arg(long, value_name = "KINDS", value_delimiter = ',', value_parser = figure_kinds(), hide_possible_values = true)]
    pub(in crate::cli) only: Vec<FigureKind>,
    /// Only measures whose name matches, upper or lower case
    #[arg(long, value_name = "REGEX")]
    pub(in crate::cli) measure: Option<String>,
    /// A table for each delegation, or for each year
    #[arg(long, value_enum)]
    pub(in crate::cli) by: Option<ByArg>,
    /// A column for each statement, or a row for each cell (csv and jsonl)
    #[arg(long, value_enum, default_value_t = LayoutArg::Wide)]
    pub(in crate::cli) layout: LayoutArg,
    /// Order of the rows
    #[arg(long, hide_short_help = true, value_enum, default_value_t = SortArg::Rank)]
    pub(in crate::cli) sort: SortArg,
    /// The author's words, or numbers in the base unit (square metres for hectares)
    #[arg(long, hide_short_help = true, value_enum, default_value_t = UnitsArg::AsWritten)]
    pub(in crate::cli) units: UnitsArg,
    /// Whether measures that one statement alone has are all listed
    #[arg(long, value_enum, default_value_t = Show::Folded, value_name = "WHAT")]
    pub(in crate::cli) show: Show,
    /// Short for --layout long
    #[arg(long)]
    pub(in crate::cli) long: bool,
    /// Begin csv with a byte order mark, for Excel
    #[arg(long, hide_short_help = true)]
    pub(in crate::cli) bom: bool,
}

impl LedgerArgs {
    /// Whether a row a cell is asked for.
    pub(in crate::cli) fn is_long(&self) -> bool {
        self.long || self.layout == LayoutArg::Long
    }
}

/// The kinds of figures by their names in the output.
fn figure_kinds() -> impl TypedValueParser<Value = FigureKind> {
    let names = PossibleValuesParser::new(FigureKind::ALL.map(FigureKind::name));
    // Parsed as names first, so that clap lists them and suggests the nearest for a mistyped one.
    names.try_map(|name| {
        let mut kinds = FigureKind::ALL.into_iter();
        kinds.find(|kind| kind.name() == name).ok_or("no such kind")
    })
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum ByArg {
    /// One delegation a table, its statements side by side
    Delegation,
    /// One year a table, its delegations side by side
    Year,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum LayoutArg {
    /// A row for each measure, a column for each statement
    Wide,
    /// A row for what each statement says of each measure; rows of JSON that are sorted
    /// by delegation are read delegation by delegation
    Long,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum SortArg {
    /// What changed first, then what most statements say
    Rank,
    /// As the statements mention them
    Text,
    /// By name
    Name,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum UnitsArg {
    /// The author's words
    AsWritten,
    /// The base unit of each dimension
    Canonical,
}
