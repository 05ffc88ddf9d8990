//! Witnesses and what was found between two of them.

use super::{Alignment, Document, Figure, Notice, Segmented};

/// One statement in a comparison, with all that was read from it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Witness {
    /// The statement.
    pub document: Document,
    /// Its paragraphs, sentences and tokens.
    pub segmented: Segmented,
    /// Its figures in reading order.
    pub figures: Vec<Figure>,
    /// Numbers that were seen but not read, and the like.
    pub notices: Vec<Notice>,
}

/// What was found between two witnesses.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Comparison {
    /// Paragraph links with their edits.
    pub alignment: Alignment,
    /// Figure links; each figure of either side is in exactly one.
    pub figures: Vec<FigureLink>,
    /// Where work was bounded.
    pub notices: Vec<Notice>,
}

/// Two figures that measure the same, or one without a counterpart.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct FigureLink {
    /// Index in the figures of the earlier witness.
    pub before: Option<u32>,
    /// Index in the figures of the later witness.
    pub after: Option<u32>,
    /// 0 to 1: how sure it is that both measure the same.
    pub confidence: f64,
}
