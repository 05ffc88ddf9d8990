//! Changes that were accepted before.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::finding::message;
use super::{ChangeWithPassage, changes_with_passages, is_news};
use crate::report::SCHEMA_VERSION;
use crate::report::comparison::ComparisonRecord;

/// Accepted changes by the comparison and the change, as a file that is kept
/// under version control: sorted, one field a line.
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
/// use verbale::report::{Baseline, Gate};
///
/// let json = Baseline::accepting(std::slice::from_ref(&record)).to_json();
/// let gate = Gate { baseline: Baseline::from_json(&json)?, ..Gate::default() };
/// let mut again = record;
/// gate.apply(&mut again);
/// assert!(!gate.fails(&again));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, Default)]
pub struct Baseline(BTreeMap<(String, String), Accepted>);

/// One accepted change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Accepted {
    /// The comparison's id.
    pub comparison: String,
    /// The change's id.
    pub id: String,
    /// For the reader of the file.
    pub text: String,
}

#[derive(Debug, Serialize, Deserialize)]
struct File {
    schema_version: String,
    accepted: Vec<Accepted>,
}

impl Baseline {
    /// Reads a baseline file.
    ///
    /// # Errors
    ///
    /// When it is not one.
    pub fn from_json(json: &str) -> serde_json::Result<Self> {
        let file: File = serde_json::from_str(json)?;
        Ok(file.accepted.into_iter().collect())
    }

    /// The baseline that accepts all news of `records`.
    #[must_use]
    pub fn accepting(records: &[ComparisonRecord<'_>]) -> Self {
        let accept = |record: &ComparisonRecord<'_>, reported: ChangeWithPassage<'_>| Accepted {
            comparison: record.id.clone(),
            id: reported.0.id.clone(),
            text: message(reported),
        };
        // Only news: what is folded fails nothing and need not be accepted.
        let accepted = |record: &ComparisonRecord<'_>| -> Vec<Accepted> {
            let news = changes_with_passages(record).filter(|reported| is_news(*reported));
            news.map(|reported| accept(record, reported)).collect()
        };
        records.iter().flat_map(accepted).collect()
    }

    /// The text of its file.
    ///
    /// # Panics
    ///
    /// Never: nothing in it can fail to be written.
    #[must_use]
    pub fn to_json(&self) -> String {
        let file = File {
            schema_version: SCHEMA_VERSION.to_owned(),
            accepted: self.0.values().cloned().collect(),
        };
        let json = serde_json::to_string_pretty(&file).expect("the file has string keys");
        // Files in a repository end with a line end, or each change of the last line marks two.
        json + "\n"
    }

    /// How many changes it accepts.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether it accepts nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(super) fn accepts(&self, comparison: &str, id: &str) -> bool {
        !self.is_empty() && self.0.contains_key(&(comparison.to_owned(), id.to_owned()))
    }
}

impl FromIterator<Accepted> for Baseline {
    fn from_iter<I: IntoIterator<Item = Accepted>>(accepted: I) -> Self {
        let key = |accepted: &Accepted| (accepted.comparison.clone(), accepted.id.clone());
        Self(
            accepted
                .into_iter()
                .map(|accepted| (key(&accepted), accepted))
                .collect(),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_baseline_that_accepts_nothing_is_empty() {
        assert!(Baseline::default().is_empty());
    }
}
