//! A figure with the words around it.

use std::ops::Deref;

use crate::model::{self, Place, Witness};

use super::Amount;

/// A figure of a statement. All parts of [`model::Figure`] are its fields too:
/// `figure.kind`, `figure.period`, `figure.date`.
///
/// ```
/// use verbale::{FigureKind, Statement};
///
/// let text = b"Thank you. More than 140 people were killed since 2020.";
/// let statement = Statement::read("2021.txt", text)?;
/// let figure = statement.figures().next().unwrap();
/// assert_eq!(figure.text(), "More than 140 people");
/// assert_eq!(figure.quote(), "More than 140 people were killed since 2020.");
/// assert_eq!(figure.kind, FigureKind::Quantity);
/// assert_eq!(figure.period.as_ref().unwrap().since.as_deref(), Some("2020"));
/// # Ok::<(), verbale::Error>(())
/// ```
#[derive(Debug, Clone, Copy)]
pub struct Figure<'a> {
    witness: &'a Witness,
    figure: &'a model::Figure,
}

impl<'a> Figure<'a> {
    pub(super) fn new(witness: &'a Witness, figure: &'a model::Figure) -> Self {
        Self { witness, figure }
    }

    /// The author's words, from the hedge to the unit or noun.
    #[must_use]
    pub fn text(&self) -> &'a str {
        self.figure.span.of(&self.witness.document.text)
    }

    /// The whole sentence in the author's words.
    #[must_use]
    pub fn quote(&self) -> &'a str {
        let (segmented, text) = (&self.witness.segmented, &self.witness.document.text);
        let paragraph = self.figure.paragraph as usize;
        let sentence = segmented.sentence_span(paragraph, self.figure.sentence);
        // A figure whose sentence is not known still has its own words.
        sentence.map_or(self.text(), |sentence| sentence.of(text))
    }

    /// How much it says.
    #[must_use]
    pub fn amount(&self) -> Amount {
        Amount::of(self.figure)
    }

    /// Line, page or number of its paragraph in the file, as far as known.
    #[must_use]
    pub fn place(&self) -> Place {
        self.witness.document.paragraphs[self.figure.paragraph as usize].place
    }

    /// The name of its statement.
    #[must_use]
    pub fn statement(&self) -> &'a str {
        &self.witness.document.id
    }
}

impl Deref for Figure<'_> {
    type Target = model::Figure;

    fn deref(&self) -> &model::Figure {
        self.figure
    }
}
