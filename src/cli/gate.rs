//! What of a diff is told, what of it fails the run, and where else it goes.

use std::path::{Path, PathBuf};
use std::str::FromStr;

use clap::{Args, ValueEnum};
use verbale::report::{Baseline, Gate, Ignore, Rule};
use verbale::{Error, Result};

use super::args::Format;
use super::git;
use super::output::read_small;

#[derive(Debug, Args)]
#[command(next_help_heading = "Gate")]
pub(super) struct GateArgs {
    /// Exit with 1 only for these changes: figure, date, deadline, label, promise, stance, wording, move, added, removed, none; or one verdict, as figure:decreased
    #[arg(long, value_name = "KINDS", value_delimiter = ',')]
    pub(super) fail_on: Option<Vec<Rule>>,
    /// Exit with 0 whatever changed; trouble still exits with 2
    #[arg(long, hide_short_help = true)]
    pub(super) exit_zero: bool,
    /// Tell only these changes, named as for --fail-on
    #[arg(long, value_name = "KINDS", value_delimiter = ',')]
    pub(super) only: Vec<Rule>,
    /// Leave out changes: measure=NAME, regex=PATTERN (all words that differ match), kind=KIND or id=ID; repeatable
    #[arg(long, hide_short_help = true, value_name = "RULE")]
    pub(super) ignore: Vec<Ignore>,
    /// Leave out the changes that this file accepts
    #[arg(long, hide_short_help = true, value_name = "FILE")]
    pub(super) baseline: Option<PathBuf>,
    /// Accept all changes that are told: write them to this file, and exit with 0
    #[arg(
        long,
        hide_short_help = true,
        value_name = "FILE",
        conflicts_with = "baseline"
    )]
    pub(super) write_baseline: Option<PathBuf>,
    /// Write the report in another format too, as sarif:verbale.sarif; repeatable
    #[arg(long, hide_short_help = true, value_name = "FORMAT:PATH")]
    pub(super) also: Vec<ExtraReport>,
    /// Add the report as Markdown to this file, for the summary of a job
    #[arg(long, hide_short_help = true, value_name = "FILE")]
    pub(super) summary: Option<PathBuf>,
}

/// A report beside the one that is read here.
#[derive(Debug, Clone)]
pub(super) struct ExtraReport {
    pub(super) format: Format,
    pub(super) path: PathBuf,
}

impl FromStr for ExtraReport {
    type Err = String;

    fn from_str(text: &str) -> std::result::Result<Self, String> {
        // At the first colon: a path of Windows may have one of its own (*sarif:C:\out.sarif*).
        let Some((format, path)) = text.split_once(':').filter(|(_, path)| !path.is_empty()) else {
            return Err("write FORMAT:PATH, as sarif:verbale.sarif".to_owned());
        };
        Ok(Self {
            format: Format::from_str(format, false)
                .map_err(|_| format!("no format is called `{format}`"))?,
            path: path.into(),
        })
    }
}

/// The rules that `args` name; the changes that are accepted are those of
/// `commit`, if there is one, or of the file here.
pub(super) fn gate(args: &GateArgs, commit: Option<&str>) -> Result<Gate> {
    let baseline = match &args.baseline {
        Some(path) => read_baseline(path, commit)?,
        None => Baseline::default(),
    };
    Ok(Gate {
        only: args.only.clone(),
        ignore: args.ignore.clone(),
        baseline,
        fail_on: if args.exit_zero {
            // No rule at all: nothing fails.
            Some(Vec::new())
        } else {
            args.fail_on.clone()
        },
    })
}

fn read_baseline(path: &Path, commit: Option<&str>) -> Result<Baseline> {
    let json = match commit {
        // What a pull request itself accepts must not let it pass.
        Some(commit) => git::text_of(commit, path)?.ok_or_else(|| Error::Unreadable {
            path: path.to_owned(),
            problem: format!("not in {commit}"),
            remedy: "accept changes on that side first".to_owned(),
        })?,
        None => read_small(path)?,
    };
    Baseline::from_json(&json).map_err(|error| Error::Unreadable {
        path: path.to_owned(),
        problem: format!("no baseline: {error}"),
        remedy: "write it with --write-baseline".to_owned(),
    })
}
