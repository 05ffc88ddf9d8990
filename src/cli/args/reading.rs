//! How to read the files.

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args, ValueEnum};
use verbale::load;
use verbale::model::{Format, Language};

/// Which language the statements are in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::cli) enum LanguageArg {
    /// It is guessed.
    Auto,
    /// As the user says.
    Is(Language),
}

/// The languages by their codes.
fn languages() -> impl TypedValueParser<Value = LanguageArg> {
    let codes = Language::ALL.into_iter().map(Language::code);
    let names = PossibleValuesParser::new(["auto"].into_iter().chain(codes));
    names.map(|name| {
        let mut all = Language::ALL.into_iter();
        let found = all.find(|language| language.code() == name);
        found.map_or(LanguageArg::Auto, LanguageArg::Is)
    })
}

/// The formats by their usual extensions.
fn formats() -> impl TypedValueParser<Value = Format> {
    // Extensions, not names: `--from md` is what stands at the end of the file's name.
    let names = PossibleValuesParser::new(Format::ALL.map(Format::extension));
    names.try_map(|name| Format::from_extension(&name).ok_or("no such format"))
}

/// How to read the files.
#[derive(Debug, Args)]
#[command(next_help_heading = "Reading")]
pub(in crate::cli) struct ReadingArgs {
    /// Language of the statements, instead of guessing it
    #[arg(long, value_name = "CODE", value_parser = languages(), default_value = "auto", hide_possible_values = true)]
    pub(in crate::cli) language: LanguageArg,
    /// Name in the report instead of the file's; once for each file, in order
    #[arg(long, value_name = "NAME")]
    pub(in crate::cli) label: Vec<String>,
    /// Who speaks, instead of what the header says; once for each file, in order
    #[arg(long, hide_short_help = true, value_name = "NAME")]
    pub(in crate::cli) delegation: Vec<String>,
    /// Day of delivery, instead of what the header says; once for each file, in order
    #[arg(long, hide_short_help = true, value_name = "YYYY-MM-DD")]
    pub(in crate::cli) date: Vec<String>,
    /// Title, instead of what the header says; once for each file, in order
    #[arg(long, hide_short_help = true, value_name = "TEXT")]
    pub(in crate::cli) title: Vec<String>,
    /// Format of the files, instead of telling it from their bytes
    #[arg(long, hide_short_help = true, value_name = "FMT", value_parser = formats(), hide_possible_values = true)]
    pub(in crate::cli) from: Option<Format>,
    /// What the file names tell, e.g. '{date}_{delegation}_{title}' or '{iso3}_{session}_{year}'
    #[arg(long, hide_short_help = true, value_name = "PATTERN", value_parser = name_pattern)]
    pub(in crate::cli) name_pattern: Option<String>,
    /// Which text to read where a document has tracked changes
    #[arg(long, hide_short_help = true, value_enum, default_value_t = Tracked::Accept)]
    pub(in crate::cli) tracked: Tracked,
    /// A unit of your own, as 'feddan=4200 square metres|faddan'; repeatable
    #[arg(long, value_name = "NAME=SIZE", hide_short_help = true, value_parser = unit)]
    pub(in crate::cli) unit: Vec<String>,
    /// A thing that is counted and the words for it, as 'unexploded ordnance=UXO'; repeatable
    #[arg(long, value_name = "NAME=WORDS", hide_short_help = true, value_parser = noun)]
    pub(in crate::cli) noun: Vec<String>,
    /// A name of your own for measures, and what their names in the report match, as 'people killed=killed|dead'; their rows are one; repeatable
    #[arg(long, value_name = "NAME=REGEX", hide_short_help = true)]
    pub(in crate::cli) name_measure: Vec<String>,
    /// A word whose number is a name, as Article; repeatable
    #[arg(long, value_name = "WORD", hide_short_help = true)]
    pub(in crate::cli) reference: Vec<String>,
    /// How paragraphs begin that say nothing; their wording is counted, not shown; repeatable
    #[arg(long, value_name = "PHRASE", hide_short_help = true)]
    pub(in crate::cli) boilerplate: Vec<String>,
    /// Whether Word documents keep their files, for a redline in them.
    #[arg(skip)]
    pub(in crate::cli) keeps_original: bool,
}

/// A pattern of file names, each brace closed.
fn name_pattern(text: &str) -> Result<String, String> {
    // Only what can be seen without the names of files is checked: that braces are closed and not
    // empty.
    let mut parts = text.split('{').skip(1);
    let is_closed = |part: &str| {
        part.split_once('}')
            .is_some_and(|(name, _)| !name.is_empty())
    };
    if parts.all(is_closed) {
        Ok(text.to_owned())
    } else {
        Err("close each brace, as in '{date}_{delegation}'".to_owned())
    }
}

/// A unit with its size, which may be empty.
fn unit(text: &str) -> Result<String, String> {
    match text.split_once('=') {
        Some((name, _)) if !name.trim().is_empty() => Ok(text.to_owned()),
        _ => Err(
            "write NAME=SIZE, as 'feddan=4200 square metres', or NAME= without a size".to_owned(),
        ),
    }
}

/// A noun with the words for it.
fn noun(text: &str) -> Result<String, String> {
    match text.split_once('=') {
        Some((name, words)) if !name.trim().is_empty() && !words.trim().is_empty() => {
            Ok(text.to_owned())
        }
        _ => Err("write NAME=WORDS, as 'unexploded ordnance=UXO'".to_owned()),
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum Tracked {
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
