//! What of a comparison is told, and what of it fails a run.
//!
//! Input: a comparison's record and the user's rules. Output: the same record
//! without what the rules leave out, which is counted, and whether what is
//! left fails the run.

mod baseline;
mod finding;
mod ignore;
mod rule;

pub use baseline::{Accepted, Baseline};
pub use finding::{Finding, FindingGroup, FindingRule, Findings, Level};
pub use ignore::Ignore;
pub use rule::{KINDS, Meaning, RELATIONS, Rule, RuleKind, VERDICTS};

use super::change::ChangeRecord;
use super::change_kind::ChangeKind;
use super::comparison::ComparisonRecord;
use super::passage::Passage;
use crate::model::NoticeCode;

/// The user's rules.
///
/// ```
/// # use verbale::{align::AlignOptions, compare::{compare, read_witness}, load::{LoadOptions, load_bytes}};
/// # let mut vocabulary = verbale::model::Vocabulary::new();
/// # let mut read = |name: &str, text: &str| {
/// #     let document = load_bytes(name, text.as_bytes(), &LoadOptions::default()).unwrap();
/// #     read_witness(document, &mut vocabulary)
/// # };
/// # let before = read("2021.txt", "We cleared more than 140 mines.");
/// # let after = read("2022.txt", "We cleared more than 200 mines.");
/// # let found = compare(&before, &after, &vocabulary, &AlignOptions::default());
/// # let record = verbale::report::ComparisonRecord::new(&before, &after, &found);
/// use verbale::report::Gate;
///
/// let dates_alone = Gate { fail_on: Some(vec!["date".parse().unwrap()]), ..Gate::default() };
/// assert!(Gate::default().fails(&record));
/// assert!(!dates_alone.fails(&record));
/// ```
#[derive(Debug, Clone, Default)]
pub struct Gate {
    /// Only changes that one of these names are told; empty: all are.
    pub only: Vec<Rule>,
    /// Changes that any of these names are left out.
    pub ignore: Vec<Ignore>,
    /// Changes that were accepted before are left out.
    pub baseline: Baseline,
    /// Changes that any of these names fail the run; `None`: all that is told
    /// as news does.
    pub fail_on: Option<Vec<Rule>>,
}

/// A change with its wording, where it is one of wording.
type ChangeWithPassage<'a> = (&'a ChangeRecord<'a>, Option<&'a Passage<'a>>);

impl Gate {
    /// Leaves out of `record` what the rules name, and counts it there.
    pub fn apply(&self, record: &mut ComparisonRecord<'_>) {
        // Without rules all is told, and the sentences of the record are right as they are.
        if self.only.is_empty() && self.ignore.is_empty() && self.baseline.is_empty() {
            return;
        }
        // What differs in headers and footers has no kind that could be asked for.
        if !self.only.is_empty() {
            let is_running_header = |code| code == NoticeCode::PageFurniture;
            record
                .notices
                .retain(|notice| !is_running_header(notice.code));
            record.summary.differs = reports_news(record);
        }
        // Passages belong to changes of wording by their order: both lists are walked, or one would
        // slip.
        let mut passages = std::mem::take(&mut record.passages).into_iter();
        for change in std::mem::take(&mut record.changes) {
            let passage = match change.verdict.fact() {
                Some(_) => None,
                None => passages.next(),
            };
            if self.keeps(&record.id, (&change, passage.as_ref())) {
                record.changes.push(change);
                record.passages.extend(passage);
            } else {
                record.summary.ignored += 1;
            }
        }
        // What was left out may have been all that the first sentences told.
        if record.summary.ignored > 0 {
            record.sum_up();
        }
    }

    /// Whether what `record` tells fails the run.
    #[must_use]
    pub fn fails(&self, record: &ComparisonRecord<'_>) -> bool {
        match self.fail_on {
            Some(_) => changes_with_passages(record).any(|reported| self.fails_on(reported)),
            // Without rules for failing the exit status says what the report says.
            None => record.summary.differs,
        }
    }

    /// Whether a statement without a partner is told; `kind` is added or removed, as of a
    /// paragraph.
    #[must_use]
    pub fn reports_lone(&self, kind: ChangeKind) -> bool {
        let is_it = |rule: &Rule| rule.is_of(kind);
        let is_ignored = |ignore: &Ignore| matches!(ignore, Ignore::Kind(rule) if rule.is_of(kind));
        (self.only.is_empty() || self.only.iter().any(is_it)) && !self.ignore.iter().any(is_ignored)
    }

    /// Whether a statement without a partner fails the run.
    #[must_use]
    pub fn fails_on_lone(&self, kind: ChangeKind) -> bool {
        let fails = |rules: &Vec<Rule>| rules.iter().any(|rule| rule.is_of(kind));
        self.reports_lone(kind) && self.fail_on.as_ref().is_none_or(fails)
    }

    fn keeps(&self, comparison: &str, reported: ChangeWithPassage<'_>) -> bool {
        let is_asked = self.only.is_empty() || self.only.iter().any(|rule| rule.names(reported.0));
        is_asked
            && !self.baseline.accepts(comparison, &reported.0.id)
            && !self.ignore.iter().any(|rule| rule.names(reported))
    }

    /// A rule without a verdict means news; one with a verdict means it.
    fn fails_on(&self, reported: ChangeWithPassage<'_>) -> bool {
        match &self.fail_on {
            None => is_news(reported),
            Some(rules) => rules
                .iter()
                .any(|rule| rule.names(reported.0) && (rule.has_verdict() || is_news(reported))),
        }
    }
}

/// The changes of `record`, each of wording with its passage.
fn changes_with_passages<'a>(
    record: &'a ComparisonRecord<'a>,
) -> impl Iterator<Item = ChangeWithPassage<'a>> {
    let mut passages = record.passages.iter();
    record.changes.iter().map(move |change| {
        let passage = match change.verdict.fact() {
            Some(_) => None,
            None => passages.next(),
        };
        (change, passage)
    })
}

/// Whether `record` tells anything that is not folded.
pub(super) fn reports_news(record: &ComparisonRecord<'_>) -> bool {
    let has_running_headers = || {
        let mut notices = record.notices.iter();
        notices.any(|notice| notice.code == NoticeCode::PageFurniture)
    };
    changes_with_passages(record).any(is_news) || has_running_headers()
}

/// Whether a change is shown, and not counted elsewhere.
fn is_news((change, passage): ChangeWithPassage<'_>) -> bool {
    match change.verdict.fact() {
        Some(verdict) => verdict.is_news() && change.kind != ChangeKind::Bare,
        None => passage.is_some_and(Passage::is_news),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_statement_without_a_partner_is_reported_unless_the_rules_leave_it_out() {
        let rule = |text: &str| text.parse::<Rule>().unwrap();
        let reports = |gate: &Gate| {
            [ChangeKind::Added, ChangeKind::Removed].map(|kind| gate.reports_lone(kind))
        };
        assert_eq!(reports(&Gate::default()), [true, true]);
        let only = Gate {
            only: vec![rule("added")],
            ..Gate::default()
        };
        assert_eq!(reports(&only), [true, false]);
        let ignored = Gate {
            ignore: vec!["kind=added".parse().unwrap()],
            ..Gate::default()
        };
        assert_eq!(reports(&ignored), [false, true]);
    }

    #[test]
    fn a_statement_without_a_partner_fails_where_the_rules_name_it() {
        let fails = |fail_on: &[&str]| {
            let gate = Gate {
                fail_on: Some(fail_on.iter().map(|text| text.parse().unwrap()).collect()),
                ..Gate::default()
            };
            [ChangeKind::Added, ChangeKind::Removed].map(|kind| gate.fails_on_lone(kind))
        };
        assert_eq!(fails(&["removed"]), [false, true]);
        assert_eq!(fails(&["figure"]), [false, false]);
        assert!(Gate::default().fails_on_lone(ChangeKind::Added));
    }
}
