//! Reads facts from the name of a file.
//!
//! Without a pattern the name is cut at `_` (or at `-` and blanks where there
//! is none) and each part is taken for a date, a party or a session if it
//! looks like one; what is left is the title: `2021-06-22_Norway_mine-action`,
//! `NOR_76_2021`, `no-2021`.

use super::parties::{self, Party};
use super::{dates, facts::Facts};

/// What the parts of a name mean.
pub(super) fn read(stem: &str, pattern: Option<&str>) -> Facts {
    match pattern {
        Some(pattern) => read_pattern(stem, pattern),
        None => read_freely(stem),
    }
}

/// The facts of `stem` as `pattern` (`{iso3}_{session}_{year}`) names them;
/// none if the name does not fit. Unknown names in braces match and say
/// nothing.
fn read_pattern(stem: &str, pattern: &str) -> Facts {
    let mut facts = Facts::default();
    let mut rest = stem;
    let mut pattern_rest = pattern;
    while let Some((literal, after)) = pattern_rest.split_once('{') {
        let Some((field, after)) = after.split_once('}') else {
            return Facts::default();
        };
        let Some(value) = rest.strip_prefix(literal) else {
            return Facts::default();
        };
        let next = after.split('{').next().unwrap_or_default();
        let end = if next.is_empty() {
            Some(value.len())
        } else {
            value.find(next)
        };
        let Some(end) = end else {
            return Facts::default();
        };
        take(&mut facts, field, &value[..end]);
        rest = &value[end..];
        pattern_rest = after;
    }
    if rest == pattern_rest {
        facts
    } else {
        Facts::default()
    }
}

fn take(facts: &mut Facts, field: &str, value: &str) {
    let words = || Some(spaced(value)).filter(|words| !words.is_empty());
    match field {
        "iso2" | "iso3" | "country" | "delegation" => {
            facts.delegation = party(value)
                .map(|party| party.name.to_owned())
                .or_else(words);
        }
        "date" => {
            facts.date = dates::find(value)
                .map(|date| date.edtf)
                .or_else(|| year(value));
        }
        "year" => facts.date = facts.date.take().or_else(|| year(value)),
        "session" => facts.session = words(),
        "title" => facts.title = words(),
        "speaker" => facts.speaker = words(),
        "meeting" => facts.meeting = words(),
        "place" => facts.place = words(),
        "language" => facts.language = words(),
        _ => {}
    }
}

fn read_freely(stem: &str) -> Facts {
    let mut facts = Facts::default();
    let mut rest = String::with_capacity(stem.len());
    match dates::find(stem).filter(|date| date.edtf.len() > 4) {
        Some(date) => {
            facts.date = Some(date.edtf);
            rest.push_str(&stem[..date.range.start]);
            rest.push_str(&stem[date.range.end..]);
        }
        None => rest.push_str(stem),
    }
    // *2021-06-22_Norway_mine-action*: where parts are cut at `_`, a hyphen stands inside of one.
    let separators: &[char] = if rest.trim_matches('_').contains('_') {
        &['_']
    } else {
        &['_', '-', ' ']
    };
    let parts: Vec<&str> = rest
        .split(separators)
        .filter(|part| !part.is_empty())
        .collect();
    let mut title = Vec::new();
    for (at, part) in parts.iter().enumerate() {
        let beside_year = [at.checked_sub(1), Some(at + 1)]
            .into_iter()
            .flatten()
            .any(|beside| parts.get(beside).is_some_and(|other| year(other).is_some()));
        if facts.date.is_none() && year(part).is_some() {
            facts.date = year(part);
        } else if facts.delegation.is_none()
            && let Some(party) = party(part).filter(|party| names_surely(party, part, beside_year))
        {
            facts.delegation = Some(party.name.to_owned());
        } else if facts.session.is_none() && beside_year && is_session(part) {
            facts.session = Some((*part).to_owned());
        } else {
            title.push(spaced(part));
        }
    }
    facts.title = Some(title.join(" ")).filter(|title| title.contains(char::is_alphabetic));
    facts
}

/// Whether `part` means `party`: two letters, which may be any word, do so
/// only beside a year or in capitals.
fn names_surely(party: &Party, part: &str, beside_year: bool) -> bool {
    let is_name = part.len() > 3 || !part.is_ascii();
    let is_upper = part.chars().all(char::is_uppercase);
    let is_organisation = party.alpha_2.is_empty();
    // *no* and *in* are words in any title, and countries as *NO-2021* or *no-2021*.
    is_name || is_upper || (beside_year && !is_organisation)
}

fn party(part: &str) -> Option<&'static Party> {
    parties::by_code(part)
        .or_else(|| parties::by_name(&spaced(part)))
        .or_else(|| parties::by_name_without_blanks(part))
}

/// A year from 1900 to 2099 and nothing else.
fn year(part: &str) -> Option<String> {
    let is_year = part.len() == 4
        && part.bytes().all(|byte| byte.is_ascii_digit())
        && (part.starts_with("19") || part.starts_with("20"));
    is_year.then(|| part.to_owned())
}

fn is_session(part: &str) -> bool {
    // *NOR_76_2021*: the session of an assembly, of which there are not a thousand.
    (1..=3).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit())
}

/// `mine-action` as `mine action`.
fn spaced(part: &str) -> String {
    let words: Vec<&str> = part
        .split(['-', '_', ' '])
        .filter(|word| !word.is_empty())
        .collect();
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(facts: &Facts) -> [Option<&str>; 4] {
        [&facts.date, &facts.delegation, &facts.session, &facts.title].map(|fact| fact.as_deref())
    }

    #[test]
    fn common_names_are_read_without_a_pattern() {
        for (stem, facts) in [
            (
                "2021-06-22_NewZealand_on-mine-action",
                [
                    Some("2021-06-22"),
                    Some("New Zealand"),
                    None,
                    Some("on mine action"),
                ],
            ),
            (
                "NOR_76_2021",
                [Some("2021"), Some("Norway"), Some("76"), None],
            ),
            ("2021_NOR", [Some("2021"), Some("Norway"), None, None]),
            ("no-2021", [Some("2021"), Some("Norway"), None, None]),
            (
                "2019-01-30_FOMC",
                [
                    Some("2019-01-30"),
                    Some("Federal Open Market Committee"),
                    None,
                    None,
                ],
            ),
            ("draft-2-final", [None, None, None, Some("draft 2 final")]),
            (
                "what is to be done",
                [None, None, None, Some("what is to be done")],
            ),
        ] {
            assert_eq!(told(&read(stem, None)), facts, "{stem}");
        }
    }

    #[test]
    fn a_pattern_names_the_parts() {
        let facts = read("NOR_76_2021", Some("{iso3}_{session}_{year}"));
        assert_eq!(
            told(&facts),
            [Some("2021"), Some("Norway"), Some("76"), None]
        );
        let facts = read(
            "2021-05-05 Atlantis (on-the-sea)",
            Some("{date} {delegation} ({title})"),
        );
        assert_eq!(
            told(&facts),
            [
                Some("2021-05-05"),
                Some("Atlantis"),
                None,
                Some("on the sea")
            ]
        );
    }

    #[test]
    fn a_name_that_does_not_fit_the_pattern_says_nothing() {
        for stem in ["NOR-76", "NOR_76", ""] {
            assert_eq!(
                read(stem, Some("{iso3}_{session}_{year}")),
                Facts::default()
            );
        }
    }

    #[test]
    fn only_a_short_number_beside_a_year_is_a_session() {
        let session = |stem| read(stem, None).session;
        assert_eq!(session("NOR_76_2021").as_deref(), Some("76"));
        assert_eq!(session("NOR_draft_2021"), None);
        assert_eq!(session("NOR_7600_2021"), None);
    }
}
