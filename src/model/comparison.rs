//! Witnesses and what was found between two of them.

use super::{
    Alignment, Deed, Document, Figure, FigureLink, Notice, Promise, PromiseLink, Segmented,
    SentenceMove, Stance, StanceLink,
};

/// One statement in a comparison, with all that was read from it.
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
/// let figure = &before.figures[0];
/// assert_eq!(figure.span.of(&before.document.text), "more than 140 mines");
/// assert_eq!(figure.value, Some(140.into()));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Witness {
    /// The statement.
    pub document: Document,
    /// Its paragraphs, sentences and tokens.
    pub segmented: Segmented,
    /// Its figures in reading order.
    pub figures: Vec<Figure>,
    /// Its promises in reading order.
    pub promises: Vec<Promise>,
    /// What it says was done, in reading order.
    pub deeds: Vec<Deed>,
    /// Whom it thanks, blames or has beside it, in reading order.
    pub stances: Vec<Stance>,
    /// Numbers that were seen but not read, and the like.
    pub notices: Vec<Notice>,
}

impl Witness {
    /// The figures of paragraph `paragraph`, 0-based, in reading order.
    #[must_use]
    pub fn figures_in(&self, paragraph: u32) -> &[Figure] {
        let start = self
            .figures
            .partition_point(|figure| figure.paragraph < paragraph);
        let end = self
            .figures
            .partition_point(|figure| figure.paragraph <= paragraph);
        &self.figures[start..end]
    }
}

/// What was found between two witnesses.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Comparison {
    /// Paragraph links with their edits.
    pub alignment: Alignment,
    /// Sentences that moved, in the order of the text before.
    pub moves: Vec<SentenceMove>,
    /// Figure links; each figure of either side is in exactly one.
    pub figures: Vec<FigureLink>,
    /// Promises of one act, and those that are gone or new for sure, in the order
    /// of the text after; those without one at the end.
    pub promises: Vec<PromiseLink>,
    /// States and bodies that one of both alone thanks, blames or aligns.
    pub stances: Vec<StanceLink>,
    /// Where work was bounded, their spans of the later text, and what differs in
    /// the headers and footers.
    pub notices: Vec<Notice>,
}
