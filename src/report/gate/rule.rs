//! The kinds of change and what became of them, by the names that a user
//! writes: `figure`, `figure:decreased`.

use std::str::FromStr;

use crate::error::Error;
use crate::model::{Relation, Verdict};
use crate::report::change::ChangeRecord;

/// A name in the output, and what it says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Meaning {
    /// As it is written.
    pub name: &'static str,
    /// One sentence for people.
    pub text: &'static str,
}

const fn meaning(name: &'static str, text: &'static str) -> Meaning {
    Meaning { name, text }
}

/// The kinds of change.
pub const KINDS: &[Meaning] = &[
    meaning(
        "figure",
        "An amount that the text asserts: a count, a measure, money, a share, a duration.",
    ),
    meaning("date", "A day, a year or a deadline."),
    meaning(
        "deadline",
        "A date by which something is to be done: moved, dropped or new.",
    ),
    meaning(
        "label",
        "An ordinal or a reference: Nineteenth Meeting, Article 7, resolution 1325.",
    ),
    meaning(
        "bare",
        "A number that nothing says the measure of: no unit, noun, bound or verb. It is no news.",
    ),
    meaning(
        "promise",
        "A promise, a duty or an appeal in weaker or stronger words, or gone: shall, then may.",
    ),
    meaning(
        "stance",
        "A State or body that one statement alone thanks, blames or has beside it (aligned).",
    ),
    meaning(
        "wording",
        "A paragraph whose words differ: edited, split, merged or regrouped.",
    ),
    meaning("move", "A paragraph that stands elsewhere, edited or not."),
    meaning("added", "A paragraph without a counterpart before."),
    meaning("removed", "A paragraph without a counterpart after."),
    meaning(
        "none",
        "No change at all: with --fail-on none a run never fails.",
    ),
];

/// What became of a figure, a date, a label or a promise.
pub const VERDICTS: &[Meaning] = &{
    let mut verdicts = [meaning("", ""); Verdict::ALL.len()];
    let mut at = 0;
    while at < verdicts.len() {
        let verdict = Verdict::ALL[at];
        verdicts[at] = meaning(verdict.name(), verdict.meaning());
        at += 1;
    }
    verdicts
};

/// How paragraphs before and after correspond.
pub const RELATIONS: &[Meaning] = &{
    let mut relations = [meaning("", ""); Relation::ALL.len()];
    let mut at = 0;
    while at < relations.len() {
        let relation = Relation::ALL[at];
        relations[at] = meaning(relation.name(), relation.meaning());
        at += 1;
    }
    relations
};

/// Names changes by kind and, if wanted, by what became of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rule {
    kind: &'static str,
    verdict: Option<&'static str>,
}

impl Rule {
    /// Whether it is about `change`.
    pub(super) fn names(self, change: &ChangeRecord<'_>) -> bool {
        // *deadline:dropped* is the date that is no longer stated.
        let is_dropped =
            |verdict| verdict == "dropped" && change.verdict == "removed" && change.is_deadline();
        let is_verdict = |verdict| verdict == change.verdict || is_dropped(verdict);
        let is_due = self.kind == "deadline" && change.is_deadline();
        let is_kind = self.kind == change.kind || self.kind == change.kind_of_rule() || is_due;
        is_kind && self.verdict.is_none_or(is_verdict)
    }

    /// Whether it is about all changes of `kind`, or of one verdict on them.
    pub(super) fn is_of(self, kind: &str) -> bool {
        self.kind == kind
    }

    /// Whether it asks for one verdict.
    pub(super) fn has_verdict(self) -> bool {
        self.verdict.is_some()
    }
}

impl FromStr for Rule {
    type Err = Error;

    /// Reads `KIND` or `KIND:VERDICT`.
    fn from_str(text: &str) -> Result<Self, Error> {
        let (kind, verdict) = match text.split_once(':') {
            Some((kind, verdict)) => (kind, Some(verdict)),
            None => (text, None),
        };
        // The name that records have, and that rules had first.
        let kind = if kind == "commitment" {
            "promise"
        } else {
            kind
        };
        let kind = find(&[KINDS], kind).ok_or_else(|| unknown("kind of change", kind, &[KINDS]))?;
        let tables = [VERDICTS, RELATIONS];
        let found = verdict.map(|verdict| {
            find(&tables, verdict).ok_or_else(|| unknown("verdict", verdict, &tables))
        });
        Ok(Self {
            kind,
            verdict: found.transpose()?,
        })
    }
}

fn find(tables: &[&[Meaning]], name: &str) -> Option<&'static str> {
    let all = tables.iter().flat_map(|table| table.iter());
    all.map(|meaning| meaning.name).find(|known| *known == name)
}

fn unknown(what: &str, name: &str, tables: &[&[Meaning]]) -> Error {
    let mut names: Vec<&str> = Vec::new();
    for meaning in tables.iter().flat_map(|table| table.iter()) {
        if !names.contains(&meaning.name) {
            names.push(meaning.name);
        }
    }
    Error::Usage {
        problem: format!("no {what} is called `{name}`"),
        remedy: format!("choose one of {}", names.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rule_is_a_kind_with_or_without_a_verdict() {
        let rule: Rule = "figure:decreased".parse().unwrap();
        assert_eq!((rule.kind, rule.verdict), ("figure", Some("decreased")));
        let rule: Rule = "move".parse().unwrap();
        assert_eq!((rule.kind, rule.verdict), ("move", None));
    }

    #[test]
    fn a_mistyped_rule_is_told_the_names() {
        let problem = |text: &str| text.parse::<Rule>().unwrap_err().to_string();
        assert!(problem("figures").contains("`figures`; choose one of figure, date"));
        assert!(problem("figure:fell").contains("`fell`; choose one of increased"));
    }
}
