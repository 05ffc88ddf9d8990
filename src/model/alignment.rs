//! Which paragraphs of two witnesses correspond, and which words differ.

use std::ops::Range;

/// The links between the paragraphs of two witnesses.
///
/// Each paragraph of either side is in exactly one link. Links stand in the
/// order of `after`; a removed paragraph stands where it was among its
/// neighbours in `before`.
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
/// use verbale::model::Relation;
///
/// let link = &found.alignment.links[0];
/// assert_eq!(link.relation, Relation::Edited);
/// assert_eq!((link.before.as_slice(), link.after.as_slice()), (&[0][..], &[0][..]));
/// ```
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Alignment {
    /// In the order above.
    pub links: Vec<Link>,
}

/// Paragraphs that correspond.
#[derive(Debug, Clone, PartialEq)]
pub struct Link {
    /// Paragraph numbers of the earlier witness, ascending, from 0.
    pub before: Vec<u32>,
    /// Paragraph numbers of the later witness, ascending, from 0.
    pub after: Vec<u32>,
    /// How the two sides correspond.
    pub relation: Relation,
    /// 0 to 1; 1 for equal paragraphs, 0 for added and removed ones.
    pub similarity: f64,
    /// The edit script from `before` to `after`, in token positions of each
    /// side's paragraphs put end to end. Consecutive edits abut on both sides
    /// and cover all tokens. Empty for equal, added and removed paragraphs.
    pub edits: Vec<Edit>,
}

impl Link {
    /// Whether the paragraphs are so much alike that they surely correspond: of links
    /// below, read on real statements, half joined two subjects.
    #[must_use]
    pub fn is_firm(&self) -> bool {
        self.similarity >= Self::FIRM
    }

    /// Least similarity of a firm link, 0 to 1.
    pub const FIRM: f64 = 0.4;
}

/// A sentence that left one place and stands in another, in the same words or
/// in most of them.
#[derive(Debug, Clone, PartialEq)]
pub struct SentenceMove {
    /// Its paragraph before and after, from 0.
    pub paragraphs: [u32; 2],
    /// Indices of its tokens in the earlier witness.
    pub before: Range<u32>,
    /// Indices of its tokens in the later witness.
    pub after: Range<u32>,
    /// Share of the words of both that are the same, in any order, 0 to 1.
    pub similarity: f64,
    /// The edit script, in token positions of the sentence; empty where it stayed
    /// the same.
    pub edits: Vec<Edit>,
}

/// How the paragraphs of a link correspond.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Relation {
    /// 1:1, the same text after normalisation.
    Equal,
    /// 1:1, in order, with other words.
    Edited,
    /// 1:1, out of order, edited or not.
    Moved,
    /// 1:n.
    Split,
    /// n:1.
    Merged,
    /// n:m.
    Regrouped,
    /// 0:1.
    Added,
    /// 1:0.
    Removed,
}

impl Relation {
    /// All relations.
    pub const ALL: [Self; 8] = [
        Self::Equal,
        Self::Edited,
        Self::Moved,
        Self::Split,
        Self::Merged,
        Self::Regrouped,
        Self::Added,
        Self::Removed,
    ];

    /// The name in the output, and what it means for a person.
    const fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::Equal => (
                "equal",
                "One and one, the same text but for case, quotes, dashes and spacing.",
            ),
            Self::Edited => (
                "edited",
                "One and one, in the same order, with other words.",
            ),
            Self::Moved => ("moved", "One and one, in another order, edited or not."),
            Self::Split => ("split", "One before, several after."),
            Self::Merged => ("merged", "Several before, one after."),
            Self::Regrouped => ("regrouped", "Several and several."),
            Self::Added => ("added", "None before, one after."),
            Self::Removed => ("removed", "One before, none after."),
        }
    }

    /// The name in the output.
    #[must_use]
    pub const fn name(self) -> &'static str {
        self.words().0
    }

    /// What it means, as a sentence for a person.
    #[must_use]
    pub const fn meaning(self) -> &'static str {
        self.words().1
    }
}

/// One step of an edit script.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    /// What happens to the tokens of `before`.
    pub op: EditOp,
    /// Token positions on the side before, from 0.
    pub before: Range<u32>,
    /// Token positions on the side after, from 0.
    pub after: Range<u32>,
}

/// What one step of an edit script does. A deletion beside an insertion is
/// one replacement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum EditOp {
    /// The tokens compare equal.
    Equal,
    /// Only in `before`.
    Delete,
    /// Only in `after`.
    Insert,
    /// Other tokens in `after`.
    Replace,
}

impl EditOp {
    /// The name in the output.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Equal => "equal",
            Self::Delete => "delete",
            Self::Insert => "insert",
            Self::Replace => "replace",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_is_firm_from_a_likeness_on() {
        let firm = |similarity: f64| {
            let link = Link {
                before: vec![0],
                after: vec![0],
                relation: Relation::Edited,
                similarity,
                edits: Vec::new(),
            };
            link.is_firm()
        };
        assert!(firm(1.0) && firm(Link::FIRM) && !firm(0.0));
    }
}
