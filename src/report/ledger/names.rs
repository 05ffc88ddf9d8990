//! Names that the user gives to measures: rows of one name are one row.

use regex::{Regex, RegexBuilder};

use super::MeasureRecord;
use crate::plain::pattern_problem;

/// Names with what the rows of each match.
#[derive(Debug, Default)]
pub struct MeasureNames(Vec<(String, Regex)>);

impl MeasureNames {
    /// Reads rules as `NAME=REGEX`: the expression is one for the measure as a report names
    /// it, in upper or lower case, or for its id.
    ///
    /// # Errors
    ///
    /// What is wrong with the first rule that cannot be read.
    pub fn parse(rules: &[String]) -> Result<Self, String> {
        let rule = |rule: &String| {
            let (name, pattern) = rule
                .split_once('=')
                .filter(|(name, pattern)| !name.trim().is_empty() && !pattern.is_empty())
                .ok_or_else(|| format!("{rule}: no NAME=REGEX"))?;
            let regex = RegexBuilder::new(pattern).case_insensitive(true).build();
            regex
                .map(|regex| (name.trim().to_owned(), regex))
                .map_err(|error| format!("{rule}: {}", pattern_problem(&error)))
        };
        rules.iter().map(rule).collect::<Result<_, _>>().map(Self)
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The name of a row, by the first rule that it matches.
    fn name(&self, record: &MeasureRecord<'_>) -> Option<&str> {
        // The id too, for a row whose name is made of words that others share.
        let is_it = |regex: &Regex| regex.is_match(&record.measure) || regex.is_match(&record.id);
        let rule = self.0.iter().find(|(_, regex)| is_it(regex));
        rule.map(|(name, _)| name.as_str())
    }

    /// The rows of one name and one dimension, each group with its name, by their places: only
    /// what can be added or compared is joined.
    #[must_use]
    pub fn groups(&self, records: &[MeasureRecord<'_>]) -> Vec<(String, Vec<usize>)> {
        let mut groups: Vec<(String, Vec<usize>)> = Vec::new();
        let kind = |at: usize| (records[at].kind, records[at].dimension);
        for (at, record) in records.iter().enumerate() {
            let Some(name) = self.name(record) else {
                continue;
            };
            let is_it = |(other, rows): &&mut (String, Vec<usize>)| {
                // *Aid=money|euros* names sums and shares of aid; only what has one scale becomes
                // one row.
                other == name && kind(rows[0]) == kind(at)
            };
            match groups.iter_mut().find(is_it) {
                Some((_, rows)) => rows.push(at),
                None => groups.push((name.to_owned(), vec![at])),
            }
        }
        groups
    }
}

/// Gives the rows of `records`, in which each group is one row, their names.
pub fn name_rows(records: &mut [MeasureRecord<'_>], groups: &[(String, Vec<usize>)]) {
    let firsts: Vec<usize> = groups.iter().map(|(_, rows)| rows[0]).collect();
    // Joined rows are gone from the list, so that all behind them have moved up.
    let taken = |at: usize| {
        let joined = groups.iter().flat_map(|(_, rows)| &rows[1..]);
        joined.filter(|other| **other < at).count()
    };
    for ((name, _), first) in groups.iter().zip(firsts) {
        if let Some(record) = records.get_mut(first - taken(first)) {
            record.measure.clone_from(name);
            record.is_named = true;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rule_without_a_name_or_with_a_broken_expression_is_refused() {
        let parse = |rule: &str| MeasureNames::parse(&[rule.to_owned()]);
        assert!(parse("people killed=killed|dead").is_ok());
        for broken in ["killed", "=killed", "people=", "people=(killed"] {
            assert!(parse(broken).is_err(), "{broken}");
        }
    }

    #[test]
    fn names_of_no_rule_are_none() {
        assert!(MeasureNames::default().is_empty());
    }
}
