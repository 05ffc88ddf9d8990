//! The command line as clap reads it.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use verbale::load;

use super::explain::ExplainArgs;
use super::gate::GateArgs;
use super::git_diff::GitDiffArgs;
use super::shell::{CompletionsArgs, ManArgs};

/// Shows what changed between statements: figures first, then wording.
#[derive(Debug, Parser)]
#[command(
    name = "verbale",
    version,
    arg_required_else_help = true,
    subcommand_value_name = "COMMAND",
    override_usage = "verbale COMMAND [OPTIONS] FILE…",
    disable_help_subcommand = true,
    before_help = "Examples:\n  verbale diff 2021.txt 2022.txt           what changed, figures first\n  verbale figures statements/*.txt         every figure, in a table by year",
    after_help = "Exit status: 0 nothing to report, 1 changes reported, 2 trouble.\nNothing leaves this machine: verbale never uses the network."
)]
pub(super) struct Cli {
    #[command(subcommand)]
    pub(super) command: Option<Command>,
    /// Read settings from this file alone
    #[arg(
        long,
        global = true,
        value_name = "FILE",
        help_heading = "Settings",
        hide_short_help = true
    )]
    pub(super) config: Option<PathBuf>,
    /// Read no settings from files
    #[arg(
        long,
        global = true,
        conflicts_with = "config",
        help_heading = "Settings",
        hide_short_help = true
    )]
    pub(super) no_config: bool,
    /// Print the settings in force, and where each comes from
    #[arg(long, help_heading = "Settings", hide_short_help = true)]
    pub(super) dump_config: bool,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// What changed between two statements, or from each to the next
    Diff(DiffArgs),
    /// Every figure; for two or more statements a table of measures
    Figures(FiguresArgs),
    /// All statements side by side, a row for each passage
    Collate(CollateArgs),
    /// The page to look at and to send: figures, wording, both texts
    Report(ReportArgs),
    /// The text as read, a paragraph a line
    Text(TextArgs),
    /// The JSON Schema of an output record
    Schema(SchemaArgs),
    /// What a name in a report says, or all about one change
    Explain(ExplainArgs),
    /// Write a commented verbale.toml
    Init,
    /// What git calls to compare two versions of a file
    #[command(hide = true)]
    GitDiff(GitDiffArgs),
    /// Completion of words, for a shell
    Completions(CompletionsArgs),
    /// A page of the manual
    #[command(hide = true)]
    Man(ManArgs),
}

#[derive(Debug, Args)]
#[command(
    before_help = "Examples:\n  verbale diff 2021.txt 2022.txt                    read it here\n  verbale diff 2021.txt 2022.txt 2023.txt           each with the one before\n  verbale diff a.jsonl b.jsonl -f jsonl             rows paired by id\n  verbale diff --git main...HEAD --fail-on figure   the gate of a pull request"
)]
pub(super) struct DiffArgs {
    /// The statements, oldest first; `-` is standard input. With --git or --staged: paths in the repository
    #[arg(required_unless_present_any = ["git", "staged"], value_names = ["OLD", "NEW"], num_args = 1..)]
    pub(super) files: Vec<PathBuf>,
    /// Which statement each one is compared with
    #[arg(long, value_enum, default_value_t = Against::Previous)]
    pub(super) against: Against,
    /// Compare each changed statement of the repository with its former version: A..B, A...B (since they parted), or A (with the files here)
    #[arg(long, value_name = "RANGE", conflicts_with = "staged")]
    pub(super) git: Option<String>,
    /// Compare each statement that is staged for commit with the last commit
    #[arg(long)]
    pub(super) staged: bool,
    /// Show everything that is folded away: restated figures, rollovers, moves, whole paragraphs
    #[arg(long, value_enum, default_value_t = Show::Folded, value_name = "WHAT")]
    pub(super) show: Show,
    /// Show why each paragraph was linked or not, instead of the changes
    #[arg(long)]
    pub(super) explain_alignment: bool,
    /// Who made the tracked changes (docx)
    #[arg(long, value_name = "NAME", default_value = "verbale")]
    pub(super) author: String,
    #[command(flatten)]
    pub(super) gate: GateArgs,
    #[command(flatten)]
    pub(super) reading: ReadingArgs,
    #[command(flatten)]
    pub(super) output: OutputArgs,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Against {
    /// The one before it
    Previous,
    /// The first one
    First,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Show {
    /// What matters; the rest as counts
    Folded,
    /// Everything
    All,
}

#[derive(Debug, Args)]
#[command(
    before_help = "Examples:\n  verbale figures 2021.txt                    every figure, as it was read\n  verbale figures 20*.txt                     a table: measures by statements\n  verbale figures statements/ -o ledger.xlsx  for a spreadsheet; also ledger.csv\n  verbale figures rows.jsonl -f jsonl         a corpus, row by row"
)]
pub(super) struct FiguresArgs {
    /// Statements, folders, globs or JSON lines; `-` is standard input
    #[arg(required = true, value_name = "FILE")]
    pub(super) files: Vec<PathBuf>,
    /// For each figure, the words that gave its parts; and the numbers not taken
    #[arg(long)]
    pub(super) explain: bool,
    #[command(flatten)]
    pub(super) ledger: LedgerArgs,
    #[command(flatten)]
    pub(super) reading: ReadingArgs,
    #[command(flatten)]
    pub(super) output: OutputArgs,
}

/// What the ledger holds and how it is laid out.
#[derive(Debug, Args)]
#[command(next_help_heading = "Ledger")]
pub(super) struct LedgerArgs {
    /// Only figures of these kinds: quantity, percentage, money, duration, ratio, date, …
    #[arg(long, value_name = "KINDS", value_delimiter = ',', value_parser = FIGURE_KINDS, hide_possible_values = true)]
    pub(super) only: Vec<String>,
    /// Only measures whose name matches, upper or lower case
    #[arg(long, value_name = "REGEX")]
    pub(super) measure: Option<String>,
    /// A table for each delegation, or for each year
    #[arg(long, value_enum)]
    pub(super) by: Option<ByArg>,
    /// Order of the rows
    #[arg(long, value_enum, default_value_t = SortArg::Rank)]
    pub(super) sort: SortArg,
    /// The author's words, or numbers in the base unit (square metres for hectares)
    #[arg(long, value_enum, default_value_t = UnitsArg::AsWritten)]
    pub(super) units: UnitsArg,
    /// Whether measures that one statement alone has are all listed
    #[arg(long, value_enum, default_value_t = Show::Folded, value_name = "WHAT")]
    pub(super) show: Show,
    /// Begin csv with a byte order mark, for Excel
    #[arg(long)]
    pub(super) bom: bool,
}

const FIGURE_KINDS: [&str; 8] = [
    "quantity",
    "percentage",
    "money",
    "duration",
    "ratio",
    "ordinal",
    "date",
    "reference",
];

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum ByArg {
    /// One delegation a table, its statements side by side
    Delegation,
    /// One year a table, its delegations side by side
    Year,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum SortArg {
    /// What changed first, then what most statements say
    Rank,
    /// As the statements mention them
    Text,
    /// By name
    Name,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum UnitsArg {
    /// The author's words
    AsWritten,
    /// The base unit of each dimension
    Canonical,
}

#[derive(Debug, Args)]
#[command(
    before_help = "Examples:\n  verbale collate 2021.txt 2022.txt 2023.txt\n  verbale collate draft1.md draft2.md draft3.md --level word"
)]
pub(super) struct CollateArgs {
    /// Statements or JSON lines (a file a witness, rows paired by id)
    #[arg(required = true, num_args = 2.., value_name = "FILE")]
    pub(super) files: Vec<PathBuf>,
    /// What a row holds
    #[arg(long, value_enum, default_value_t = LevelArg::Paragraph)]
    pub(super) level: LevelArg,
    #[command(flatten)]
    pub(super) reading: ReadingArgs,
    #[command(flatten)]
    pub(super) output: OutputArgs,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum LevelArg {
    /// Paragraphs that correspond
    Paragraph,
    /// Words that correspond
    Word,
}

#[derive(Debug, Args)]
#[command(
    before_help = "Examples:\n  verbale report 2021.txt 2022.txt -o report.html\n  verbale report statements/*.txt -o report.html    each with the one before"
)]
pub(super) struct ReportArgs {
    /// The statements, oldest first; `-` is standard input
    #[arg(required = true, num_args = 2.., value_name = "FILE")]
    pub(super) files: Vec<PathBuf>,
    /// Which statement each one is compared with
    #[arg(long, value_enum, default_value_t = Against::Previous)]
    pub(super) against: Against,
    #[command(flatten)]
    pub(super) reading: ReadingArgs,
    #[command(flatten)]
    pub(super) output: OutputArgs,
}

#[derive(Debug, Args)]
#[command(
    before_help = "Examples:\n  verbale text statement.docx\n  verbale text statement.pdf -f jsonl | jq .place.page"
)]
pub(super) struct TextArgs {
    /// The statement; `-` is standard input
    #[arg(value_name = "FILE")]
    pub(super) file: PathBuf,
    /// What was understood of the document, and from where, instead of its text
    #[arg(long)]
    pub(super) meta: bool,
    #[command(flatten)]
    pub(super) reading: ReadingArgs,
    #[command(flatten)]
    pub(super) output: OutputArgs,
}

#[derive(Debug, Args)]
pub(super) struct SchemaArgs {
    /// Which record; without one, the names of all
    #[arg(value_name = "NAME")]
    pub(super) name: Option<String>,
}

/// How to read the files.
#[derive(Debug, Args)]
#[command(next_help_heading = "Reading")]
pub(super) struct ReadingArgs {
    /// Language of the statements, instead of guessing it
    #[arg(long, value_name = "CODE", value_parser = ["auto", "en", "fr", "es", "pt", "ru", "ar", "zh"], default_value = "auto", hide_possible_values = true)]
    pub(super) language: String,
    /// Name in the report instead of the file's; once for each file, in order
    #[arg(long, value_name = "NAME")]
    pub(super) label: Vec<String>,
    /// Who speaks, instead of what the header says; once for each file, in order
    #[arg(long, value_name = "NAME")]
    pub(super) delegation: Vec<String>,
    /// Day of delivery, instead of what the header says; once for each file, in order
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub(super) date: Vec<String>,
    /// Title, instead of what the header says; once for each file, in order
    #[arg(long, value_name = "TEXT")]
    pub(super) title: Vec<String>,
    /// Format of the files, instead of telling it from their bytes
    #[arg(long, value_name = "FMT", value_parser = ["txt", "md", "html", "docx", "odt", "rtf", "pdf", "eml", "jsonl"], hide_possible_values = true)]
    pub(super) from: Option<String>,
    /// What the file names tell, e.g. '{date}_{delegation}_{title}' or '{iso3}_{session}_{year}'
    #[arg(long, value_name = "PATTERN")]
    pub(super) name_pattern: Option<String>,
    /// Which text to read where a document has tracked changes
    #[arg(long, value_enum, default_value_t = Tracked::Accept)]
    pub(super) tracked: Tracked,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Tracked {
    /// As if all were accepted
    Accept,
    /// As if all were rejected
    Reject,
    /// None: open changes are an error
    Error,
}

impl From<Tracked> for load::Tracked {
    fn from(tracked: Tracked) -> Self {
        match tracked {
            Tracked::Accept => Self::Accept,
            Tracked::Reject => Self::Reject,
            Tracked::Error => Self::Error,
        }
    }
}

/// Where the report goes and how it looks.
#[derive(Debug, Clone, Args)]
#[command(next_help_heading = "Output")]
pub(super) struct OutputArgs {
    /// Format of the report
    #[arg(short, long, value_enum, default_value_t = Format::Terminal, value_name = "FMT")]
    pub(super) format: Format,
    /// Write the report to a file; `-` is standard output
    #[arg(short, long, value_name = "PATH")]
    pub(super) output: Option<PathBuf>,
    /// When to use colour
    #[arg(long, value_enum, default_value_t = ColorChoice::Auto, value_name = "WHEN")]
    pub(super) color: ColorChoice,
    /// Width in columns, instead of the terminal's
    #[arg(long, value_name = "COLUMNS", value_parser = clap::value_parser!(u16).range(20..=1000))]
    pub(super) width: Option<u16>,
    /// Never start a pager
    #[arg(long)]
    pub(super) no_pager: bool,
    /// No report and no notes: the exit status alone
    #[arg(short, long)]
    pub(super) quiet: bool,
    /// Also show notices: what was mended, guessed or not understood
    #[arg(short, long)]
    pub(super) verbose: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    /// For reading here
    Terminal,
    /// One JSON document
    Json,
    /// A JSON record a line
    Jsonl,
    /// A page in one file (diff, report)
    Html,
    /// For pull requests and mail (diff, report, figures)
    Markdown,
    /// Tracked changes for Word (diff of two statements)
    Docx,
    /// Comma-separated values (figures)
    Csv,
    /// A workbook for spreadsheets (figures)
    Xlsx,
    /// Annotations on a pull request (diff)
    Github,
    /// SARIF 2.1.0, for code scanning (diff)
    Sarif,
    /// A code quality report (diff)
    Gitlab,
    /// JUnit XML: a test case a comparison (diff)
    Junit,
}

impl OutputArgs {
    /// The format asked for: `-f`, or else what the extension of `-o` names.
    pub(super) fn chosen(&self) -> Format {
        let extension = self
            .output
            .as_deref()
            .and_then(|path| path.extension()?.to_str());
        match (self.format, extension) {
            (Format::Terminal, Some("json")) => Format::Json,
            (Format::Terminal, Some("jsonl" | "ndjson")) => Format::Jsonl,
            (Format::Terminal, Some("csv")) => Format::Csv,
            (Format::Terminal, Some("xlsx")) => Format::Xlsx,
            (Format::Terminal, Some("md" | "markdown")) => Format::Markdown,
            (Format::Terminal, Some("html" | "htm")) => Format::Html,
            (Format::Terminal, Some("docx")) => Format::Docx,
            (format, _) => format,
        }
    }
}

impl Format {
    /// As it is written on the command line.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Terminal => "terminal",
            Self::Json => "json",
            Self::Jsonl => "jsonl",
            Self::Html => "html",
            Self::Markdown => "markdown",
            Self::Docx => "docx",
            Self::Csv => "csv",
            Self::Xlsx => "xlsx",
            Self::Github => "github",
            Self::Sarif => "sarif",
            Self::Gitlab => "gitlab",
            Self::Junit => "junit",
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum ColorChoice {
    /// On a terminal, unless the environment says otherwise
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}
