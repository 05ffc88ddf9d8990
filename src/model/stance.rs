//! Whom a statement thanks, blames, or has beside it.

use super::{Span, Verdict};

/// One State or body that a sentence thanks, blames or aligns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stance {
    /// Paragraph in the document, from 0.
    pub paragraph: u32,
    /// Sentence in the paragraph, from 0.
    pub sentence: u32,
    /// The whole sentence.
    pub quote: Span,
    /// What the sentence does.
    pub kind: StanceKind,
    /// The words that do it: *align themselves*.
    pub words: Span,
    /// The usual English name of the State or body.
    pub name: &'static str,
    /// Its name in the text.
    pub span: Span,
}

impl Stance {
    /// All places in the text that it names.
    pub(crate) fn spans(&mut self) -> impl Iterator<Item = &mut Span> {
        [&mut self.quote, &mut self.words, &mut self.span].into_iter()
    }
}

/// What a sentence does with a State or body.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum StanceKind {
    /// It says that they share the statement: *align themselves with this statement*.
    Aligned,
    /// *We thank …*
    Thanked,
    /// *We condemn …'s attack*
    Blamed,
}

impl StanceKind {
    /// All, in their order.
    pub const ALL: [Self; 3] = [Self::Aligned, Self::Thanked, Self::Blamed];

    /// The name in the output.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Aligned => "aligned",
            Self::Thanked => "thanked",
            Self::Blamed => "blamed",
        }
    }
}

/// A State or body that one of two statements thanks, blames or aligns, and the other
/// does not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StanceLink {
    /// Index in the stances of the earlier witness.
    pub before: Option<u32>,
    /// Index in the stances of the later witness.
    pub after: Option<u32>,
    /// `Removed` or `Added`.
    pub verdict: Verdict,
}

/// Finds the States and bodies that a text names: where, and the usual English name.
pub type FindParties = fn(text: &str) -> Vec<(std::ops::Range<usize>, &'static str)>;
