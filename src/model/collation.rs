//! Two or more witnesses side by side.

use super::{Edit, Notice, Span};

/// An alignment table: a row for each passage, a cell for each witness.
///
/// What stands in one row corresponds in all its witnesses: if A~B and B~C
/// are in the table then so is A~C.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Collation {
    /// Rows in reading order.
    pub rows: Vec<CollationRow>,
    /// Where the work was bounded, with the number of the witness.
    pub notices: Vec<(usize, Notice)>,
}

/// One passage in all witnesses.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CollationRow {
    /// One cell a witness, in the order of the witnesses.
    pub cells: Vec<Cell>,
    /// How the witnesses that have the passage agree.
    pub relation: RowRelation,
}

/// What one witness has in a row.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Cell {
    /// Paragraph numbers from 0, ascending; empty for a gap.
    pub paragraphs: Vec<u32>,
    /// At word level, the bytes of the witness's text; `None` for a gap.
    pub span: Option<Span>,
    /// Whether the passage stands out of order in this witness.
    pub transposed: bool,
    /// The edit script from the witness before that has the passage, in token
    /// positions of the paragraphs put end to end; empty for the same words, in
    /// the first witness and at word level.
    pub edits: Vec<Edit>,
}

/// How the witnesses of a row agree.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum RowRelation {
    /// All witnesses have it, in the same words.
    Equal,
    /// All have it, in other words.
    Variant,
    /// Some lack it; those that have it agree.
    Partial,
    /// Some lack it, and those that have it differ.
    PartialVariant,
    /// One witness alone has it.
    Single,
}

impl RowRelation {
    /// The name in the output.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Equal => "equal",
            Self::Variant => "variant",
            Self::Partial => "partial",
            Self::PartialVariant => "partial variant",
            Self::Single => "single",
        }
    }
}

/// Whether the cells of a collation hold paragraphs or words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Level {
    /// A row for each passage of paragraphs.
    #[default]
    Paragraph,
    /// A row for each word.
    Word,
}
