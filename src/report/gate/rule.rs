//! The kinds of change and what became of them, by the names that a user
//! writes: `figure`, `figure:decreased`.

use std::str::FromStr;

use crate::error::Error;
use crate::model::{Relation, Verdict};
use crate::report::change::ChangeRecord;
use crate::report::change_kind::{ChangeKind, ChangeVerdict};

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

/// What a rule can be about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RuleKind {
    /// All changes of a kind.
    All(ChangeKind),
    /// Deadlines, of which some are dates and some promises.
    Deadline,
    /// Nothing.
    None,
}

impl RuleKind {
    /// All of them, as they are listed.
    pub const ALL: [Self; 12] = [
        Self::All(ChangeKind::Figure),
        Self::All(ChangeKind::Date),
        Self::Deadline,
        Self::All(ChangeKind::Label),
        Self::All(ChangeKind::Bare),
        Self::All(ChangeKind::Commitment),
        Self::All(ChangeKind::Stance),
        Self::All(ChangeKind::Wording),
        Self::All(ChangeKind::Move),
        Self::All(ChangeKind::Added),
        Self::All(ChangeKind::Removed),
        Self::None,
    ];

    /// Its name, and what it says.
    #[must_use]
    pub const fn meaning(self) -> Meaning {
        let (name, text) = match self {
            Self::All(kind) => kind.rule(),
            Self::Deadline => (
                "deadline",
                "A date by which something is to be done: moved, dropped or new.",
            ),
            Self::None => (
                "none",
                "No change at all: with --fail-on none a run never fails.",
            ),
        };
        meaning(name, text)
    }
}

/// The kinds of change.
pub const KINDS: &[Meaning] = &{
    // Made when the program is compiled: no table to build, and none that lacks a kind.
    let mut kinds = [meaning("", ""); RuleKind::ALL.len()];
    let mut at = 0;
    while at < kinds.len() {
        kinds[at] = RuleKind::ALL[at].meaning();
        at += 1;
    }
    kinds
};

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
    kind: RuleKind,
    verdict: Option<WantedVerdict>,
}

/// What became of a fact or of paragraphs, which share some names: *moved*, *added*.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct WantedVerdict {
    fact: Option<Verdict>,
    paragraphs: Option<Relation>,
}

impl WantedVerdict {
    fn named(name: &str) -> Option<Self> {
        let mut verdicts = Verdict::ALL.into_iter();
        let mut relations = Relation::ALL.into_iter();
        let found = Self {
            fact: verdicts.find(|verdict| verdict.name() == name),
            paragraphs: relations.find(|relation| relation.name() == name),
        };
        (found.fact.is_some() || found.paragraphs.is_some()).then_some(found)
    }

    fn names(self, change: &ChangeRecord<'_>) -> bool {
        match change.verdict {
            ChangeVerdict::Paragraphs(relation) => self.paragraphs == Some(relation),
            // *deadline:dropped* is the date that is no longer stated.
            ChangeVerdict::Fact(Verdict::Removed) if change.is_deadline() => {
                matches!(self.fact, Some(Verdict::Removed | Verdict::Dropped))
            }
            ChangeVerdict::Fact(verdict) => self.fact == Some(verdict),
        }
    }
}

impl Rule {
    /// Whether it is about `change`.
    pub(super) fn names(self, change: &ChangeRecord<'_>) -> bool {
        let is_kind = match self.kind {
            RuleKind::All(kind) => kind == change.kind,
            RuleKind::Deadline => change.is_deadline(),
            RuleKind::None => false,
        };
        is_kind && self.verdict.is_none_or(|verdict| verdict.names(change))
    }

    /// Whether it is about all changes of `kind`, or of one verdict on them.
    pub(super) fn is_of(self, kind: ChangeKind) -> bool {
        self.kind == RuleKind::All(kind)
    }

    /// Whether it asks for one verdict.
    pub(super) fn has_verdict(self) -> bool {
        self.verdict.is_some()
    }
}

impl FromStr for Rule {
    type Err = Error;

    /// Reads `KIND` or `KIND:VERDICT`; a kind has the name of rules or that of records.
    fn from_str(text: &str) -> Result<Self, Error> {
        let (name, verdict) = match text.split_once(':') {
            Some((name, verdict)) => (name, Some(verdict)),
            None => (text, None),
        };
        let is_it = |kind: &RuleKind| {
            // *commitment* is what records say, *promise* what people do.
            let is_record = matches!(kind, RuleKind::All(kind) if kind.name() == name);
            is_record || kind.meaning().name == name
        };
        let kind = RuleKind::ALL.into_iter().find(is_it);
        let kind = kind.ok_or_else(|| unknown("kind of change", name, &[KINDS]))?;
        let wanted = verdict.map(|name| {
            let found = WantedVerdict::named(name);
            found.ok_or_else(|| unknown("verdict", name, &[VERDICTS, RELATIONS]))
        });
        Ok(Self {
            kind,
            verdict: wanted.transpose()?,
        })
    }
}

fn unknown(what: &str, name: &str, tables: &[&[Meaning]]) -> Error {
    let mut names: Vec<&str> = Vec::new();
    for meaning in tables.iter().flat_map(|table| table.iter()) {
        // *Moved* and *added* are verdicts and relations alike.
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
        assert_eq!(rule.kind, RuleKind::All(ChangeKind::Figure));
        assert_eq!(rule.verdict, WantedVerdict::named("decreased"));
        let rule: Rule = "move".parse().unwrap();
        assert_eq!(
            (rule.kind, rule.verdict),
            (RuleKind::All(ChangeKind::Move), None)
        );
    }

    #[test]
    fn a_mistyped_rule_is_told_the_names() {
        let problem = |text: &str| text.parse::<Rule>().unwrap_err().to_string();
        assert!(problem("figures").contains("`figures`; choose one of figure, date"));
        assert!(problem("figure:fell").contains("`fell`; choose one of increased"));
    }
}
