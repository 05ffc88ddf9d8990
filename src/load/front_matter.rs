//! Reads the front matter of a Markdown file: `key: value` lines between two
//! lines of `---`.

use super::facts::Facts;
use super::{dates, header, parties};

/// The facts that the lines of `front_matter` state; keys that say something
/// else are skipped.
pub(super) fn read(front_matter: &str) -> Facts {
    let mut facts = Facts::default();
    for line in front_matter.lines() {
        let Some((key, value)) = line.split_once(':') else {
            continue;
        };
        let value = value.trim().trim_matches(['"', '\'']).trim();
        // In YAML an indented line belongs to the key above it.
        if value.is_empty() || line.starts_with(char::is_whitespace) {
            continue;
        }
        let stated = Some(value.to_owned());
        match key.trim().to_lowercase().as_str() {
            "title" => facts.title = stated,
            "delegation" | "country" => {
                facts.delegation = parties::by_name(value)
                    .map(|party| party.name.to_owned())
                    .or_else(|| header::long_form(value))
                    .or(stated);
            }
            "date" => facts.date = dates::find(value).map(|date| date.edtf).or(stated),
            "language" | "lang" => facts.language = stated,
            "meeting" | "event" => facts.meeting = stated,
            "speaker" | "author" => facts.speaker = stated,
            "place" | "location" => facts.place = stated,
            "session" => facts.session = stated,
            _ => {}
        }
    }
    facts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_keys_state_facts() {
        let facts = read(
            "title: \"On mines: a view\"\nCountry: Kingdom of Norway\ndate: 5 May 2021\nlang: fr\ntags:\n  - title: x\n",
        );
        assert_eq!(facts.title.as_deref(), Some("On mines: a view"));
        assert_eq!(facts.delegation.as_deref(), Some("Norway"));
        assert_eq!(facts.date.as_deref(), Some("2021-05-05"));
        assert_eq!(facts.language.as_deref(), Some("fr"));
    }
}
