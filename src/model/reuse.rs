//! Passages that two statements share.

use std::ops::Range;

use super::{Comparison, Witness};

/// A stretch of words that stands in two statements, word for word or nearly.
#[derive(Debug, Clone, PartialEq)]
pub struct SharedPassage {
    /// Positions of the two witnesses, ascending.
    pub witnesses: [usize; 2],
    /// Its tokens in each, as indices of [`Segmented::tokens`](super::Segmented::tokens).
    pub tokens: [Range<u32>; 2],
    /// How many words both have, in order.
    pub words: u32,
    /// Share of the words of both that they have in common, in order, 0 to 1.
    pub similarity: f64,
    /// In the statements of how many delegations a good part of it stands, a third at least,
    /// its own two with them; a statement without a delegation counts as one of its own.
    pub speakers: u32,
    /// What it is.
    pub kind: ReuseKind,
    /// Both stretches as statements of one paragraph, and what differs between them;
    /// `None` where no word does, and of formulas.
    pub compared: Option<Box<([Witness; 2], Comparison)>>,
}

/// What a shared passage is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ReuseKind {
    /// Words of another delegation.
    Copied,
    /// Words that the delegation said before.
    Repeated,
    /// Words that one of both has between quotation marks.
    Quotation,
    /// What everybody says: thanks, salutations, titles, words of treaties.
    Formula,
}

impl ReuseKind {
    /// All kinds, the most telling first.
    pub const ALL: [Self; 4] = [Self::Copied, Self::Repeated, Self::Quotation, Self::Formula];

    /// The name in the output.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Copied => "copied",
            Self::Repeated => "repeated",
            Self::Quotation => "quotation",
            Self::Formula => "formula",
        }
    }

    /// Whether somebody took over words of their own choice.
    #[must_use]
    pub fn is_news(self) -> bool {
        matches!(self, Self::Copied | Self::Repeated)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_ones_own_choice_that_were_taken_over_are_news() {
        let news = |kind: ReuseKind| kind.is_news();
        assert!(news(ReuseKind::Copied) && news(ReuseKind::Repeated));
        assert!(!news(ReuseKind::Formula));
    }
}
