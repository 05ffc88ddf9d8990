//! Where the report goes and how it looks.

use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use verbale::report::Detail;

use super::Format;

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
            Self::Folded => Detail::Summary,
            Self::All => Detail::All,
        }
    }
}

/// Where the report goes and how it looks.
#[derive(Debug, Clone, Args)]
#[command(next_help_heading = "Output")]
pub(in crate::cli) struct OutputArgs {
    /// Format of the report, instead of that of the output's ending
    #[arg(short, long, value_enum, value_name = "FMT")]
    pub(in crate::cli) format: Option<Format>,
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

impl OutputArgs {
    /// The file that the report goes to; `None` for standard output.
    pub(in crate::cli) fn file(&self) -> Option<&Path> {
        self.output
            .as_deref()
            // As an input `-` is standard input, so as an output it is standard output.
            .filter(|path| *path != Path::new("-"))
    }

    /// Whether nothing is written: the user asked for quiet, and for no file.
    pub(in crate::cli) fn is_silent(&self) -> bool {
        self.quiet && self.file().is_none()
    }

    /// The format asked for: `-f`, or else what the extension of `-o` names.
    pub(in crate::cli) fn chosen(&self) -> Format {
        let extension = || self.output.as_deref()?.extension()?.to_str();
        // *-f terminal -o report.json* says what it wants: the ending names the file alone.
        self.format
            .unwrap_or_else(|| extension().map_or(Format::Terminal, Format::of_extension))
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

#[cfg(test)]
mod tests {
    use clap::Parser;

    use super::*;

    #[derive(Parser)]
    struct Line {
        #[command(flatten)]
        output: OutputArgs,
    }

    #[test]
    fn a_format_that_is_named_goes_before_the_ending_of_the_output() {
        for (line, format) in [
            ("verbale", Format::Terminal),
            ("verbale -o changes.json", Format::Json),
            ("verbale -o changes.txt", Format::Terminal),
            ("verbale -o changes.json -f markdown", Format::Markdown),
            ("verbale -o changes.json -f terminal", Format::Terminal),
        ] {
            let args = Line::parse_from(line.split(' '));
            assert_eq!(args.output.chosen(), format, "{line}");
        }
    }
}
