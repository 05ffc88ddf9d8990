//! Any number of statements side by side.

use serde::Serialize;

use crate::align::AlignOptions;
use crate::compare::collate;
use crate::model::{self, Level, RowRelation, Witness};
use crate::render::json;
use crate::report::{CollationRecord, DocumentRecord};

use super::Statement;
use super::shared::Shared;

/// The passages of two or more statements side by side.
///
/// ```
/// use verbale::{Collation, Level, RowRelation, Statement};
///
/// let drafts = ["We cleared the fields.", "We cleared the fields.", "We marked the fields."];
/// let drafts = drafts.map(|text| Statement::read("draft.txt", text));
/// let drafts = drafts.into_iter().collect::<verbale::Result<Vec<_>>>()?;
/// let collation = Collation::new(&drafts, Level::Paragraph);
/// let row = &collation.rows()[0];
/// assert_eq!(row.relation, RowRelation::Variant);
/// assert_eq!(row.readings[2].as_deref(), Some("We marked the fields."));
/// # Ok::<(), verbale::Error>(())
/// ```
#[derive(Debug)]
pub struct Collation {
    shared: Shared,
    found: model::Collation,
    level: Level,
}

/// One passage in all statements.
#[derive(Debug, Clone)]
pub struct Passage {
    /// How the statements that have it agree.
    pub relation: RowRelation,
    /// The author's words, one a statement; `None` for a gap.
    pub readings: Vec<Option<String>>,
}

impl Collation {
    /// Puts the statements side by side, in their order.
    #[must_use]
    pub fn new<'s>(statements: impl IntoIterator<Item = &'s Statement>, level: Level) -> Self {
        let shared = Shared::new(statements);
        let options = AlignOptions::default();
        let found = collate(&shared.witnesses, &shared.vocabulary, &options, level);
        Self {
            shared,
            found,
            level,
        }
    }

    /// The statements in the order of the readings.
    #[must_use]
    pub fn witnesses(&self) -> &[Witness] {
        &self.shared.witnesses
    }

    /// The passages in reading order.
    #[must_use]
    pub fn rows(&self) -> Vec<Passage> {
        let passage = |row: &model::CollationRow| {
            let cells = self.shared.witnesses.iter().zip(&row.cells);
            Passage {
                relation: row.relation,
                readings: cells
                    .map(|(witness, cell)| reading(witness, cell))
                    .collect(),
            }
        };
        self.found.rows.iter().map(passage).collect()
    }

    /// The record that `verbale collate` writes.
    #[must_use]
    pub fn record(&self) -> CollationRecord<'_> {
        let witnesses = &self.shared.witnesses;
        let names: Vec<String> = witnesses
            .iter()
            .map(|one| one.document.id.clone())
            .collect();
        // The id that the command gives to statements that no id joins.
        CollationRecord::new(names.join(".."), names, witnesses, &self.found, self.level)
    }

    /// The bytes of `verbale collate FILE… --format json`.
    #[must_use]
    pub fn to_json(&self) -> String {
        let witnesses = self.shared.witnesses.iter();
        let documents: Vec<_> = witnesses
            .map(|one| DocumentRecord::new(&one.document))
            .collect();
        json::document(
            &documents,
            Collations {
                collations: [self.record()],
            },
        )
    }
}

#[derive(Serialize)]
struct Collations<'a> {
    collations: [CollationRecord<'a>; 1],
}

/// What a witness has in a cell; `None` for a gap.
fn reading(witness: &Witness, cell: &model::Cell) -> Option<String> {
    let text = &witness.document.text;
    // A cell of words has its span; one of paragraphs may have several, which need not abut.
    if let Some(span) = cell.span {
        return Some(span.of(text).to_owned());
    }
    let words = |&at: &u32| witness.document.paragraphs[at as usize].span.of(text);
    let words: Vec<&str> = cell.paragraphs.iter().map(words).collect();
    (!words.is_empty()).then(|| words.join("\n"))
}
