//! The formats of reports: what each is called, who reads it, and which report is written in it.

use std::ffi::OsStr;

use clap::builder::{EnumValueParser, PossibleValue, TypedValueParser};
use clap::{Arg, Command, ValueEnum};

/// A format of reports.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::cli) enum Format {
    Terminal,
    Json,
    Jsonl,
    Html,
    Markdown,
    Docx,
    Csv,
    Xlsx,
    #[cfg(feature = "parquet")]
    Parquet,
    Github,
    Sarif,
    Gitlab,
    Junit,
}

use Format::{
    Csv, Docx, Github, Gitlab, Html, Json, Jsonl, Junit, Markdown, Sarif, Terminal, Xlsx,
};

/// Who reads a format.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Readers {
    /// People and programs, on a terminal too.
    All,
    /// Programs that open a file: a terminal shows nothing of use.
    Files,
    /// Checks: it holds findings alone.
    Checks,
}

/// What is known of a format.
struct Row {
    format: Format,
    name: &'static str,
    /// What it is for, in the help.
    help: &'static str,
    /// Extensions of an output file that ask for it.
    extensions: &'static [&'static str],
    readers: Readers,
}

const fn row(
    format: Format,
    (name, help): (&'static str, &'static str),
    extensions: &'static [&'static str],
    readers: Readers,
) -> Row {
    Row {
        format,
        name,
        help,
        extensions,
        readers,
    }
}

/// All formats.
#[rustfmt::skip]
const ROWS: &[Row] = &[
    row(Terminal, ("terminal", "For reading here"), &[], Readers::All),
    row(Json, ("json", "One JSON document"), &["json"], Readers::All),
    row(Jsonl, ("jsonl", "A JSON record a line"), &["jsonl", "ndjson"], Readers::All),
    row(Html, ("html", "A page in one file"), &["html", "htm"], Readers::Files),
    row(Markdown, ("markdown", "For pull requests and mail"), &["md", "markdown"], Readers::All),
    row(Docx, ("docx", "Tracked changes for Word, of two statements"), &["docx"], Readers::Files),
    row(Csv, ("csv", "Comma-separated values"), &["csv"], Readers::All),
    row(Xlsx, ("xlsx", "A workbook for spreadsheets"), &["xlsx"], Readers::Files),
    #[cfg(feature = "parquet")]
    row(Format::Parquet, ("parquet", "A long table for engines that read columns"), &["parquet"], Readers::Files),
    row(Github, ("github", "Annotations on a pull request"), &[], Readers::Checks),
    row(Sarif, ("sarif", "SARIF 2.1.0, for code scanning"), &[], Readers::Checks),
    row(Gitlab, ("gitlab", "A code quality report"), &[], Readers::Checks),
    row(Junit, ("junit", "JUnit XML: a test case a comparison"), &[], Readers::Checks),
];

/// A report of which a command writes one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::cli) enum ReportKind {
    Diff,
    /// Of rows of JSON, made row by row.
    DiffOfRows,
    Figures,
    /// The ledger as a row a cell.
    LongLedger,
    Promises,
    /// The page, where no format is named.
    Page,
    Reuse,
    Collation,
    Text,
}

/// The formats that each report is written in.
#[rustfmt::skip]
const REPORTS: [(ReportKind, &[Format]); 9] = [
    (ReportKind::Diff, &[Terminal, Json, Jsonl, Html, Markdown, Docx, Github, Sarif, Gitlab, Junit]),
    (ReportKind::DiffOfRows, &[Terminal, Json, Jsonl, Github, Sarif, Gitlab, Junit]),
    (ReportKind::Figures, &[
        Terminal, Json, Jsonl, Csv, Xlsx,
        #[cfg(feature = "parquet")]
        Format::Parquet,
        Markdown,
    ]),
    (ReportKind::LongLedger, &[
        Csv, Jsonl, Xlsx,
        #[cfg(feature = "parquet")]
        Format::Parquet,
    ]),
    (ReportKind::Promises, &[Terminal, Json, Jsonl, Csv, Xlsx, Markdown]),
    (ReportKind::Page, &[Html, Markdown, Xlsx]),
    (ReportKind::Reuse, &[Terminal, Json, Jsonl, Csv, Markdown]),
    (ReportKind::Collation, &[Terminal, Json, Jsonl, Csv]),
    (ReportKind::Text, &[Terminal, Json, Jsonl]),
];

impl ReportKind {
    /// The formats that it is written in.
    pub(in crate::cli) fn formats(self) -> &'static [Format] {
        let row = REPORTS.iter().find(|(report, _)| *report == self);
        row.expect("each report has a row").1
    }
}

impl Format {
    fn row(self) -> &'static Row {
        let mut rows = ROWS.iter();
        rows.find(|row| row.format == self)
            .expect("each format has a row")
    }

    /// As it is written on the command line.
    pub(in crate::cli) fn name(self) -> &'static str {
        self.row().name
    }

    /// The format that an output file with this extension asks for.
    pub(in crate::cli) fn of_extension(extension: &str) -> Self {
        let asks = |row: &&Row| row.extensions.contains(&extension);
        // Any other extension (*changes.txt*) asks for what a terminal shows.
        ROWS.iter().find(asks).map_or(Terminal, |row| row.format)
    }

    /// Whether checks read it: it holds findings alone.
    pub(in crate::cli) fn is_for_checks(self) -> bool {
        self.row().readers == Readers::Checks
    }

    /// Whether it is the format that not every build has, of long tables alone.
    pub(in crate::cli) fn is_parquet(self) -> bool {
        // By its name: the variant exists only in builds that have the feature.
        self.name() == "parquet"
    }

    /// Whether it goes to files, and not to a terminal.
    pub(in crate::cli) fn is_for_files(self) -> bool {
        self.row().readers == Readers::Files
    }
}

impl ValueEnum for Format {
    fn value_variants<'a>() -> &'a [Self] {
        // clap wants a slice that lives as long as the program, so it is made of the table when
        // that is compiled.
        const ALL: [Format; ROWS.len()] = {
            let mut all = [Terminal; ROWS.len()];
            let mut at = 0;
            while at < all.len() {
                all[at] = ROWS[at].format;
                at += 1;
            }
            all
        };
        &ALL
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        let row = self.row();
        // *-f md* is typed by whoever has just written `-o changes.md`.
        let value = PossibleValue::new(row.name).help(row.help);
        Some(value.aliases(row.extensions))
    }
}

/// Reads a format, and offers in help and completions those that a report is written in. What
/// else there is is refused when the command runs, with its own words.
#[derive(Debug, Clone, Copy)]
pub(in crate::cli) struct FormatsOf(pub(in crate::cli) ReportKind);

impl TypedValueParser for FormatsOf {
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
        let formats = self.0.formats().iter();
        Some(Box::new(formats.filter_map(ValueEnum::to_possible_value)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_format_is_written_by_some_report_and_read_by_its_name_or_extension() {
        let reports = [
            ReportKind::Diff,
            ReportKind::Figures,
            ReportKind::Promises,
            ReportKind::Page,
        ];
        for format in Format::value_variants() {
            assert!(
                reports
                    .iter()
                    .any(|report| report.formats().contains(format))
            );
            assert_eq!(Format::from_str(format.name(), false), Ok(*format));
            let mut extensions = format.row().extensions.iter();
            assert!(extensions.all(|it| Format::from_str(it, false) == Ok(*format)));
        }
    }

    #[test]
    fn an_output_file_asks_for_the_format_of_its_extension() {
        let asked = ["htm", "ndjson", "md", "sarif", "txt"].map(Format::of_extension);
        assert_eq!(asked, [Html, Jsonl, Markdown, Terminal, Terminal]);
    }

    #[test]
    fn a_workbook_is_for_files_and_json_for_anything() {
        let named = |name: &str| Format::from_str(name, false).unwrap();
        assert!(named("xlsx").is_for_files() && !named("json").is_for_files());
    }
}
