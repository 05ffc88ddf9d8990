//! Settings: files and environment as defaults of the command line.
//!
//! A setting is an option by its long name. Files give the option its default,
//! the project's over the user's; `VERBALE_…` goes before both, and what is
//! written on the command line before all (docs/config.md).

mod place;

use std::ffi::OsString;
use std::fmt::Write;
use std::path::{Path, PathBuf};

use clap::{Arg, Command};
use toml::Value;
use toml::de::DeTable;
use verbale::{Error, Result, plain};

use place::File;
pub(super) use place::revision;

/// The name of a project's file.
pub(super) const FILE: &str = "verbale.toml";

/// The least similarity of a mistyped key and the one that is suggested for it
/// (Jaro-Winkler, 0 to 1), as clap has it for options.
const MIN_SIMILARITY: f64 = 0.7;

/// An option that may be set.
struct Key {
    name: &'static str,
    /// The commands that it is set for; empty: all that have the option.
    commands: &'static [&'static str],
}

const fn key(name: &'static str) -> Key {
    Key {
        name,
        commands: &[],
    }
}

/// Every key. None of them runs a program or names a file to write: settings
/// may come with somebody else's repository.
const KEYS: &[Key] = &[
    key("against"),
    key("author"),
    Key {
        name: "baseline",
        commands: &["diff"],
    },
    key("boilerplate"),
    key("color"),
    key("exit-zero"),
    key("fail-on"),
    key("hyperlinks"),
    key("ignore"),
    key("language"),
    key("name-measure"),
    key("name-pattern"),
    key("no-pager"),
    key("noun"),
    Key {
        name: "only",
        commands: &["diff"],
    },
    key("reference"),
    key("show"),
    key("side-by-side"),
    key("theme"),
    key("tracked"),
    key("unit"),
    key("width"),
];

/// One setting of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Setting {
    pub(super) key: &'static str,
    pub(super) values: Vec<String>,
    pub(super) file: PathBuf,
    /// From 1.
    pub(super) line: usize,
}

/// The settings in force for a command line: one a key, sorted.
pub(super) fn settings(words: &[OsString]) -> Result<Vec<Setting>> {
    let mut settings: Vec<Setting> = Vec::new();
    for file in place::files(words)? {
        let newer = parse(&file)?;
        // A stronger file replaces a key as a whole: lists are not joined, or nobody could shorten
        // one.
        settings.retain(|setting| newer.iter().all(|other| other.key != setting.key));
        settings.extend(newer);
    }
    settings.sort_by_key(|setting| setting.key);
    Ok(settings)
}

fn parse(source: &File) -> Result<Vec<Setting>> {
    let File {
        name: file, text, ..
    } = source;
    let table: toml::Table = text.parse().map_err(|error: toml::de::Error| {
        let line = line(text, error.span().map_or(0, |span| span.start));
        unreadable(
            file,
            format!("line {line}: {}", error.message()),
            "see verbale init",
        )
    })?;
    let setting = |(name, value): (String, Value)| -> Result<Setting> {
        // The table of names is called `[measure]` in the file; the option of that name is a filter
        // of `figures`.
        let option = if name == "measure" {
            "name-measure"
        } else {
            &name
        };
        let key = KEYS.iter().find(|key| key.name == option);
        // A misspelt key would be a setting that is silently not in force.
        let key = key.ok_or_else(|| unknown(file, text, &name))?.name;
        let values = values(key, value, &source.folder).ok_or_else(|| {
            let problem = format!("`{name}` is neither text, a number, true or false, nor a list");
            unreadable(file, problem, "see verbale init")
        })?;
        Ok(Setting {
            key,
            values,
            file: file.clone(),
            line: line_of_key(text, &name).unwrap_or(1),
        })
    };
    table.into_iter().map(setting).collect()
}

/// `value` as words of a command line. A file is named from the settings'
/// folder.
fn values(key: &str, value: Value, folder: &Path) -> Option<Vec<String>> {
    let word = |value| match value {
        // The run may start in another folder than the settings stand in.
        Value::String(text) if key == "baseline" => {
            Some(folder.join(text).to_string_lossy().into_owned())
        }
        Value::String(text) => Some(text),
        Value::Integer(number) => Some(number.to_string()),
        Value::Boolean(truth) => Some(truth.to_string()),
        _ => None,
    };
    match value {
        Value::Array(values) => values.into_iter().map(word).collect(),
        // *feddan = ["4200 square metres", "faddan"]* becomes *feddan=4200 square metres|faddan*,
        // as on the command line.
        Value::Table(rows) if matches!(key, "name-measure" | "noun" | "unit") => rows
            .into_iter()
            .map(|(name, value)| {
                let words = match value {
                    Value::Array(words) => words.into_iter().map(word).collect(),
                    other => word(other).map(|word| vec![word]),
                };
                words.map(|words| format!("{name}={}", words.join("|")))
            })
            .collect(),
        value => word(value).map(|word| vec![word]),
    }
}

/// The number of the line of a byte, from 1.
fn line(text: &str, byte: usize) -> usize {
    text[..text.floor_char_boundary(byte)].matches('\n').count() + 1
}

/// The line of a key of the table that `text` is.
fn line_of_key(text: &str, name: &str) -> Option<usize> {
    let table = DeTable::parse(text).ok()?;
    let mut keys = table.get_ref().keys();
    let key = keys.find(|key| key.get_ref() == name)?;
    Some(line(text, key.span().start))
}

fn unknown(file: &Path, text: &str, name: &str) -> Error {
    let similarity = |key: &&Key| strsim::jaro_winkler(key.name, name);
    let nearest = KEYS
        .iter()
        .max_by(|a, b| similarity(a).total_cmp(&similarity(b)))
        .filter(|key| similarity(key) >= MIN_SIMILARITY);
    let remedy = if let Some(key) = nearest {
        format!("did you mean `{}`?", key.name)
    } else {
        let names: Vec<&str> = KEYS.iter().map(|key| key.name).collect();
        format!("the keys are {}", names.join(", "))
    };
    let place = line_of_key(text, name).map_or(String::new(), |line| format!("line {line}: "));
    unreadable(file, format!("{place}unknown key `{name}`"), &remedy)
}

fn unreadable(file: &Path, problem: String, remedy: &str) -> Error {
    Error::Unreadable {
        path: file.to_owned(),
        problem,
        remedy: remedy.to_owned(),
    }
}

/// `command` with `settings` as the defaults of its options, and with the
/// environment before them.
pub(super) fn with_defaults(command: Command, settings: &[Setting]) -> Command {
    // Most runs have neither, and to go through all options of all commands takes time at every
    // start.
    if settings.is_empty() && !environment_has_keys() {
        return command;
    }
    command.mut_subcommands(|sub| {
        let name = sub.get_name().to_owned();
        let is_for = |key: &&Key| key.commands.is_empty() || key.commands.contains(&name.as_str());
        KEYS.iter().filter(is_for).fold(sub, |sub, key| {
            let has = |arg: &Arg| arg.get_long() == Some(key.name);
            // Not every command has every option.
            let Some(id) = sub
                .get_arguments()
                .find(|arg| has(arg))
                .map(|arg| arg.get_id().clone())
            else {
                return sub;
            };
            let values = settings
                .iter()
                .find(|setting| setting.key == key.name)
                .map(|setting| setting.values.clone());
            sub.mut_arg(id, |arg| with_default(arg, key.name, values))
        })
    })
}

fn environment_has_keys() -> bool {
    std::env::vars_os().any(|(name, _)| name.as_encoded_bytes().starts_with(b"VERBALE_"))
}

/// The variable of the environment that sets the option `name`.
pub(super) fn variable(name: &str) -> String {
    format!("VERBALE_{}", name.replace('-', "_").to_uppercase())
}

fn with_default(arg: Arg, name: &str, values: Option<Vec<String>>) -> Arg {
    // Hidden from the help, where each option would be twice as long; docs/config.md tells of them
    // all.
    let arg = arg.env(variable(name)).hide_env(true);
    match values {
        Some(values) if arg.get_action().takes_values() => {
            arg.default_values(values).hide_default_value(true)
        }
        Some(values) => arg.default_values(values),
        None => arg,
    }
}

/// The settings as a file, each with where it comes from.
pub(super) fn dump(settings: &[Setting]) -> String {
    let mut out = String::new();
    for setting in settings {
        // JSON writes text as a basic string of TOML.
        let words: Vec<String> = setting
            .values
            .iter()
            .map(|value| serde_json::Value::from(value.as_str()).to_string())
            .collect();
        let value = match words.as_slice() {
            [word] => word.clone(),
            words => format!("[{}]", words.join(", ")),
        };
        let (key, file) = (setting.key, plain::name(&setting.file));
        writeln!(out, "{key} = {value}  # {file}").expect("a string takes all");
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn problem(text: &str) -> String {
        let file = File {
            name: FILE.into(),
            folder: PathBuf::new(),
            text: text.to_owned(),
        };
        parse(&file).unwrap_err().to_string()
    }

    #[test]
    fn a_mistyped_key_is_told_with_its_neighbour() {
        assert_eq!(
            problem("fial-on = [\"figure\"]"),
            "verbale.toml: line 1: unknown key `fial-on`; did you mean `fail-on`?"
        );
        assert!(problem("zzz = 1").contains("the keys are against, author"));
        assert!(problem("width = 80\n\n[uint]\na = \"b\"").contains("line 3: unknown key `uint`"));
    }

    #[test]
    fn what_is_no_toml_is_told_with_its_line() {
        assert!(problem("color = \"never\"\nwidth = \n").starts_with("verbale.toml: line 2: "));
        assert!(problem("width = 1.5").contains("`width` is neither"));
    }
}
