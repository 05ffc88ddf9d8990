//! `verbale init`: a commented settings file, and the lines for git.

use std::fs::File;
use std::io::{ErrorKind, Write};
use std::path::Path;

use verbale::model::Language;
use verbale::{Error, Result};

use super::Outcome;
use super::config::FILE;
use super::shell::print;

/// The file that is written, but for the languages.
const TEMPLATE: &str = "\
# Settings of verbale, for this folder and all below it: options by their long
# names. The command line goes before the environment (VERBALE_COLOR=never), the
# environment before this file, this file before the user's.
# What is in force: verbale --dump-config

# language = \"en\"             # instead of guessing: {languages}
# tracked = \"accept\"          # open tracked changes: accept, reject, error
# show = \"folded\"             # or all
# against = \"previous\"        # or first
# color = \"auto\"              # or always, never
# theme = \"auto\"              # or dark, light, blue-orange, blue-orange-light
# width = 100
# side-by-side = true
# name-pattern = \"{date}_{delegation}_{title}\"

# What fails a run of `verbale diff`, and what is not told:
# fail-on = [\"figure\", \"promise\", \"date:moved\"]
# only = [\"figure\", \"date\", \"promise\", \"wording\"]
# ignore = [\"kind=label\", \"measure=paragraphs\", 'regex=^(Mr\\.|Madam) ']
# baseline = \"accepted.json\"  # from --write-baseline

# Words of your own; tables stand last:
# reference = [\"Mandate\"]     # Mandate 12 is a name, no amount
# boilerplate = [\"My delegation aligns itself with\"]
# [unit]
# feddan = [\"4200 square metres\", \"faddan\"]
# [measure]                     # your name, and what the names of its rows match
# \"people killed or injured\" = [\"killed\", \"injured\"]
# [noun]
# \"unexploded ordnance\" = [\"UXO\", \"items of UXO\"]
";

/// What to do next.
const NEXT: &str = "\
verbale.toml written. To have git compare statements, add to .gitattributes:
  *.txt diff=verbale
  *.md diff=verbale
  *.docx diff=verbale
  *.odt diff=verbale
  *.rtf diff=verbale
  *.pdf diff=verbale
and run once:
  git config diff.verbale.command 'verbale git-diff'
  git config diff.verbale.textconv 'verbale text'
  git config diff.verbale.cachetextconv true
";

/// The file that is written.
fn settings() -> String {
    let codes = Language::ALL.map(Language::code);
    TEMPLATE.replace("{languages}", &codes.join(" "))
}

/// Writes the file, unless there is one.
pub(super) fn run() -> Result<Outcome> {
    let path = Path::new(FILE);
    // In one step with the test: what the user has is never replaced.
    let file = File::create_new(path);
    let written = file.and_then(|mut file| file.write_all(settings().as_bytes()));
    written.map_err(|source| match source.kind() {
        ErrorKind::AlreadyExists => Error::Usage {
            problem: format!("{FILE} is there already"),
            remedy: "edit it, or remove it first".to_owned(),
        },
        _ => Error::Io {
            path: path.to_owned(),
            action: "write",
            source,
        },
    })?;
    print(NEXT.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_says_nothing_until_a_line_is_uncommented() {
        let settings = settings();
        let table: toml::Table = settings.parse().unwrap();
        assert!(table.is_empty());
        let is_setting = |line: &&str| line.contains(" = ") || line.starts_with("# [");
        let lines = settings.lines().filter(is_setting);
        let uncommented: Vec<&str> = lines.map(|line| line.trim_start_matches("# ")).collect();
        let uncommented = uncommented.join("\n");
        let table: toml::Table = uncommented.parse().unwrap();
        assert_eq!(table.len(), 18);
        assert!(table["unit"].is_table() && table["noun"].is_table());
    }
    #[test]
    fn the_file_names_all_languages_that_can_be_asked_for() {
        let settings = settings();
        let line = settings.lines().find(|line| line.contains("language = "));
        let (_, codes) = line.unwrap().split_once("guessing: ").unwrap();
        let codes: Vec<&str> = codes.split(' ').collect();
        assert_eq!(codes, Language::ALL.map(Language::code));
    }
}
