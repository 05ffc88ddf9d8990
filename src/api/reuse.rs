//! Passages that statements share.

use serde::Serialize;

use crate::align::shared_passages;
use crate::compare::judge_passages;
use crate::extract::Terms;
use crate::load::by_date;
use crate::model::{SharedPassage, Witness};
use crate::render::json;
use crate::report::{ReuseRecord, ReuseTable};

use super::Statement;
use super::shared::Shared;

/// The passages that two of some statements share, word for word or nearly.
///
/// ```
/// use verbale::{Reader, Reuse};
///
/// let said = "The families of the upper valley came home to their fields and sowed maize before the rain.";
/// let old = Reader::new().delegation("Marenia").date("2021").read("a.txt", said)?;
/// let new = Reader::new().delegation("Solvia").date("2022").read("b.txt", said)?;
/// let reuse = Reuse::new([&new, &old]);
/// let table = reuse.table();
/// let passage = &table.records[0];
/// assert_eq!(passage.kind.name(), "copied");
/// assert_eq!(passage.before.delegation, Some("Marenia"));
/// # Ok::<(), verbale::Error>(())
/// ```
#[derive(Debug)]
pub struct Reuse {
    shared: Shared,
    found: Vec<SharedPassage>,
}

impl Reuse {
    /// Finds what the statements share; those that are dated go in the order of their dates.
    #[must_use]
    pub fn new<'s>(statements: impl IntoIterator<Item = &'s Statement>) -> Self {
        let mut shared = Shared::new(statements);
        // Who had a passage first is told by the dates.
        by_date(&mut shared.witnesses, |witness| &witness.document);
        let found = shared_passages(&shared.witnesses, &shared.vocabulary);
        let found = judge_passages(&shared.witnesses, found, &Terms::default());
        Self { shared, found }
    }

    /// The statements, in the order of their dates.
    #[must_use]
    pub fn witnesses(&self) -> &[Witness] {
        &self.shared.witnesses
    }

    /// The passages as they were found, in the order of the later statement.
    #[must_use]
    pub fn passages(&self) -> &[SharedPassage] {
        &self.found
    }

    /// The records that `verbale reuse` writes.
    #[must_use]
    pub fn table(&self) -> ReuseTable<'_> {
        ReuseTable::new(&self.shared.witnesses, &self.found)
    }

    /// The bytes of `verbale reuse FILE… --format json`.
    #[must_use]
    pub fn to_json(&self) -> String {
        let table = self.table();
        let reuse = &table.records;
        json::document(&table.documents, Passages { reuse })
    }
}

#[derive(Serialize)]
struct Passages<'l, 'a> {
    reuse: &'l [ReuseRecord<'a>],
}
