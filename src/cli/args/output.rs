//! Where the report goes and how it looks.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use clap::builder::{EnumValueParser, PossibleValue, TypedValueParser};
use clap::{Arg, Args, Command, ValueEnum};
use verbale::report::Detail;

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum Show {
    /// What matters; the rest as counts
    Folded,
    /// Everything
    All,
}

impl Show {
    /// How much of a report is shown.
    pub(in crate::cli) fn detail(self) -> Detail {
        match self {
            Self::Folded => Detail::Folded,
            Self::All => Detail::All,
        }
    }
}

/// Where the report goes and how it looks.
#[derive(Debug, Clone, Args)]
#[command(next_help_heading = "Output")]
pub(in crate::cli) struct OutputArgs {
    /// Format of the report
    #[arg(short, long, value_enum, default_value_t = Format::Terminal, value_name = "FMT")]
    pub(in crate::cli) format: Format,
    /// Write the report to a file; `-` is standard output
    #[arg(short, long, value_name = "PATH")]
    pub(in crate::cli) output: Option<PathBuf>,
    /// When to use colour
    #[arg(long, value_enum, default_value_t = When::Auto, value_name = "WHEN")]
    pub(in crate::cli) color: When,
    /// Which colours; auto asks the terminal's environment
    #[arg(long, value_enum, default_value_t = ThemeArg::Auto, hide_short_help = true)]
    pub(in crate::cli) theme: ThemeArg,
    /// Width in columns, instead of the terminal's
    #[arg(long, value_name = "COLUMNS", hide_short_help = true, value_parser = clap::value_parser!(u16).range(20..=1000))]
    pub(in crate::cli) width: Option<u16>,
    /// Never start a pager
    #[arg(long, hide_short_help = true)]
    pub(in crate::cli) no_pager: bool,
    /// No notes, and no report but in a file: the exit status alone
    #[arg(short, long)]
    pub(in crate::cli) quiet: bool,
    /// Also show ids, names of files, sentences of promises, and notices on how files were read
    #[arg(short, long)]
    pub(in crate::cli) verbose: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum Format {
    /// For reading here
    Terminal,
    /// One JSON document
    Json,
    /// A JSON record a line
    Jsonl,
    /// A page in one file
    Html,
    /// For pull requests and mail
    Markdown,
    /// Tracked changes for Word, of two statements
    Docx,
    /// Comma-separated values
    Csv,
    /// A workbook for spreadsheets
    Xlsx,
    /// A long table for engines that read columns
    #[cfg(feature = "parquet")]
    Parquet,
    /// Annotations on a pull request
    Github,
    /// SARIF 2.1.0, for code scanning
    Sarif,
    /// A code quality report
    Gitlab,
    /// JUnit XML: a test case a comparison
    Junit,
}

/// Reads a format, and offers in help and completions those that a command writes. What
/// else there is is refused when the command runs, with its own words.
#[derive(Debug, Clone, Copy)]
pub(in crate::cli) struct Formats(pub(in crate::cli) &'static [Format]);

impl TypedValueParser for Formats {
    type Value = Format;

    fn parse_ref(
        &self,
        command: &Command,
        argument: Option<&Arg>,
        value: &OsStr,
    ) -> Result<Format, clap::Error> {
        EnumValueParser::<Format>::new().parse_ref(command, argument, value)
    }

    fn possible_values(&self) -> Option<Box<dyn Iterator<Item = PossibleValue> + '_>> {
        Some(Box::new(
            self.0.iter().filter_map(ValueEnum::to_possible_value),
        ))
    }
}

impl OutputArgs {
    /// The file that the report goes to; `None` for standard output.
    pub(in crate::cli) fn file(&self) -> Option<&Path> {
        self.output
            .as_deref()
            .filter(|path| *path != Path::new("-"))
    }

    /// Whether nothing is written: the user asked for quiet, and for no file.
    pub(in crate::cli) fn is_silent(&self) -> bool {
        self.quiet && self.file().is_none()
    }

    /// The format asked for: `-f`, or else what the extension of `-o` names.
    pub(in crate::cli) fn chosen(&self) -> Format {
        let extension = self
            .output
            .as_deref()
            .and_then(|path| path.extension()?.to_str());
        match (self.format, extension) {
            (Format::Terminal, Some("json")) => Format::Json,
            (Format::Terminal, Some("jsonl" | "ndjson")) => Format::Jsonl,
            (Format::Terminal, Some("csv")) => Format::Csv,
            (Format::Terminal, Some("xlsx")) => Format::Xlsx,
            #[cfg(feature = "parquet")]
            (Format::Terminal, Some("parquet")) => Format::Parquet,
            (Format::Terminal, Some("md" | "markdown")) => Format::Markdown,
            (Format::Terminal, Some("html" | "htm")) => Format::Html,
            (Format::Terminal, Some("docx")) => Format::Docx,
            (format, _) => format,
        }
    }
}

impl Format {
    /// Whether checks read it: it holds findings alone.
    pub(in crate::cli) fn is_for_checks(self) -> bool {
        matches!(
            self,
            Self::Github | Self::Sarif | Self::Gitlab | Self::Junit
        )
    }

    /// Whether it is the format that not every build has.
    pub(in crate::cli) fn is_parquet(self) -> bool {
        self.name() == "parquet"
    }

    /// As it is written on the command line.
    pub(in crate::cli) fn name(self) -> &'static str {
        match self {
            Self::Terminal => "terminal",
            Self::Json => "json",
            Self::Jsonl => "jsonl",
            Self::Html => "html",
            Self::Markdown => "markdown",
            Self::Docx => "docx",
            Self::Csv => "csv",
            Self::Xlsx => "xlsx",
            #[cfg(feature = "parquet")]
            Self::Parquet => "parquet",
            Self::Github => "github",
            Self::Sarif => "sarif",
            Self::Gitlab => "gitlab",
            Self::Junit => "junit",
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum When {
    /// On a terminal, unless the environment says otherwise
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum ThemeArg {
    /// For the ground that COLORFGBG tells; else the terminal's own red, blue and green
    Auto,
    /// For a dark ground
    Dark,
    /// For a light ground
    Light,
    /// For a dark ground; no red beside green
    BlueOrange,
    /// For a light ground; no red beside green
    BlueOrangeLight,
}
