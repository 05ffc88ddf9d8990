//! What changes are of, and what became of it: the closed sets of a change record.

use crate::model::{Relation, Verdict, serialize_by_name};

serialize_by_name!(ChangeKind, ChangeVerdict);

/// What a change is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ChangeKind {
    /// An amount.
    Figure,
    /// A date, deadlines among them.
    Date,
    /// An ordinal or a reference.
    Label,
    /// A number that nothing says the measure of.
    Bare,
    /// A promise.
    Commitment,
    /// Whom a statement thanks, blames or aligns.
    Stance,
    /// Paragraphs in other words.
    Wording,
    /// A paragraph that stands elsewhere.
    Move,
    /// A paragraph without a counterpart before.
    Added,
    /// A paragraph without a counterpart after.
    Removed,
}

impl ChangeKind {
    /// The name in the output.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            // The name that records have, which stay as they are; rules say *promise*.
            Self::Commitment => "commitment",
            _ => self.rule().0,
        }
    }

    /// The name that rules give it, and what it means as a sentence for a person.
    #[must_use]
    #[rustfmt::skip]
    pub const fn rule(self) -> (&'static str, &'static str) {
        match self {
            Self::Figure => ("figure",
                "An amount that the text asserts: a count, a measure, money, a share, a duration."),
            Self::Date => ("date", "A day, a year or a deadline."),
            Self::Label => ("label",
                "An ordinal or a reference: Nineteenth Meeting, Article 7, resolution 1325."),
            Self::Bare => ("bare",
                "A number that nothing says the measure of: no unit, noun, bound or verb. It is no news."),
            Self::Commitment => ("promise",
                "A promise, a duty or an appeal in weaker or stronger words, or gone: shall, then may."),
            Self::Stance => ("stance",
                "A State or body that one statement alone thanks, blames or has beside it (aligned)."),
            Self::Wording => ("wording",
                "A paragraph whose words differ: edited, split, merged or regrouped."),
            Self::Move => ("move", "A paragraph that stands elsewhere, edited or not."),
            Self::Added => ("added", "A paragraph without a counterpart before."),
            Self::Removed => ("removed", "A paragraph without a counterpart after."),
        }
    }
}

impl From<Relation> for ChangeKind {
    /// The kind of a change of paragraphs.
    fn from(relation: Relation) -> Self {
        match relation {
            Relation::Moved => Self::Move,
            Relation::Added => Self::Added,
            Relation::Removed => Self::Removed,
            _ => Self::Wording,
        }
    }
}

/// What became of what changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ChangeVerdict {
    /// Of a figure, a promise or a stance.
    Fact(Verdict),
    /// Of paragraphs.
    Paragraphs(Relation),
}

impl ChangeVerdict {
    /// The name in the output.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Fact(verdict) => verdict.name(),
            Self::Paragraphs(relation) => relation.name(),
        }
    }

    /// What it means, as a sentence for a person.
    #[must_use]
    pub const fn meaning(self) -> &'static str {
        match self {
            Self::Fact(verdict) => verdict.meaning(),
            Self::Paragraphs(relation) => relation.meaning(),
        }
    }

    /// What became of a figure, a promise or a stance; `None` of paragraphs.
    #[must_use]
    pub const fn fact(self) -> Option<Verdict> {
        match self {
            Self::Fact(verdict) => Some(verdict),
            Self::Paragraphs(_) => None,
        }
    }
}
