//! What the user does not want to be told.

use std::str::FromStr;

use regex::Regex;

use super::{ChangeWithPassage, Rule};
use crate::error::Error;
use crate::plain::pattern_problem;
use crate::report::promise::SideRecord;
use crate::report::wording::Mark;

/// Names changes that are left out.
#[derive(Debug, Clone)]
pub enum Ignore {
    /// `id=chg-…`: this one.
    Id(String),
    /// `measure=people killed`: figures that measure this, in upper or lower case.
    Measure(String),
    /// `kind=label`, `kind=date:moved`.
    Kind(Rule),
    /// `regex=…`: changes of which each changed run of words matches, so that
    /// nothing else is hidden with them.
    Words(Regex),
}

impl Ignore {
    pub(super) fn names(&self, reported: ChangeWithPassage<'_>) -> bool {
        match self {
            Self::Id(id) => reported.0.id == *id,
            Self::Measure(name) => reported
                .0
                .measure
                .as_ref()
                .is_some_and(|measure| measure.to_lowercase() == name.to_lowercase()),
            Self::Kind(rule) => rule.names(reported.0),
            Self::Words(regex) => {
                let words = words(reported);
                // One word that the pattern does not name is reason enough to tell the change.
                !words.is_empty() && words.iter().all(|words| regex.is_match(words))
            }
        }
    }
}

/// The words that differ: of a figure both sides, of a passage each run.
fn words((change, passage): ChangeWithPassage<'_>) -> Vec<&str> {
    let figures = change.before.iter().chain(&change.after);
    let pieces = passage
        .into_iter()
        .flat_map(|passage| &passage.pieces)
        .filter(|piece| piece.mark != Mark::Same);
    figures
        .map(SideRecord::raw)
        .chain(pieces.map(|piece| piece.text))
        .collect()
}

impl FromStr for Ignore {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        match text.split_once('=') {
            Some(("id", id)) => Ok(Self::Id(id.to_owned())),
            Some(("measure", name)) => Ok(Self::Measure(name.to_owned())),
            Some(("kind", rule)) => rule.parse().map(Self::Kind),
            Some(("regex", pattern)) => {
                Regex::new(pattern)
                    .map(Self::Words)
                    .map_err(|error| Error::Usage {
                        problem: format!("`{pattern}` is no regular expression"),
                        remedy: pattern_problem(&error),
                    })
            }
            _ => Err(Error::Usage {
                problem: format!("`{text}` does not say what to ignore"),
                remedy: "write measure=…, regex=…, kind=… or id=…".to_owned(),
            }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::change::ChangeRecord;

    #[test]
    fn what_cannot_be_read_says_what_can() {
        let problem = |text: &str| text.parse::<Ignore>().unwrap_err().to_string();
        assert!(problem("casualties").contains("write measure="));
        assert_eq!(
            problem("regex=("),
            "`(` is no regular expression; unclosed group"
        );
    }

    #[test]
    fn a_rule_leaves_out_what_it_names_and_nothing_else() {
        use crate::report::change::Paragraphs;
        use crate::report::change_kind::{ChangeKind, ChangeVerdict};

        let change = ChangeRecord {
            id: "chg-1".to_owned(),
            kind: ChangeKind::Label,
            verdict: ChangeVerdict::Fact(crate::model::Verdict::Added),
            measure: Some("Homes rebuilt".to_owned()),
            before: None,
            after: None,
            delta: None,
            paragraphs: Paragraphs::default(),
            confidence: 1.0,
            figures: [None, None],
            spans: [None, None],
            moved: None,
            reason: None,
            before_text: None,
            after_text: None,
            is_of_new_text: false,
        };
        let names = |rule: &str| rule.parse::<Ignore>().unwrap().names((&change, None));
        assert!(names("id=chg-1") && names("measure=homes REBUILT") && names("kind=label"));
        assert!(!names("id=chg-2") && !names("measure=homes") && !names("kind=figure"));
    }
}
