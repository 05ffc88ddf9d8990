//! One statement.

use std::path::Path;

use crate::error::Result;
use crate::model::{Document, Language, Vocabulary, Witness};

use super::{Comparison, Figure, Promise, Reader};

/// One statement with all that was read from it.
///
/// It owns its text. Reading it takes the time (some ten milliseconds for ten pages), and
/// asking it none; any two can be compared, however they were read.
///
/// ```
/// use verbale::Statement;
///
/// let statement = Statement::read("2021.txt", b"We cleared 140 fields.\n\nThank you.")?;
/// assert_eq!(statement.paragraphs().collect::<Vec<_>>(), ["We cleared 140 fields.", "Thank you."]);
/// let figures: Vec<_> = statement.figures().map(|figure| figure.text().to_owned()).collect();
/// assert_eq!(figures, ["140 fields"]);
/// # Ok::<(), verbale::Error>(())
/// ```
#[derive(Debug)]
pub struct Statement {
    pub(super) witness: Witness,
    pub(super) vocabulary: Vocabulary,
}

impl Statement {
    /// Reads the statement at `path`; `-` is standard input. [`Reader`] has options.
    ///
    /// # Errors
    ///
    /// When the file is missing, a directory, or holds no statement in a format that
    /// this build reads; the message names the file, the place and the remedy.
    ///
    /// ```
    /// use verbale::Statement;
    ///
    /// let statement = Statement::open("fixtures/pairs/rate-rise/before.txt")?;
    /// assert!(statement.figures().len() > 0);
    /// # Ok::<(), verbale::Error>(())
    /// ```
    pub fn open(path: impl AsRef<Path>) -> Result<Self> {
        Reader::new().open(path)
    }

    /// Reads the statement in `bytes`, a file's content in any format that this build
    /// reads; `name` stands for it in errors and reports, and its ending may tell the
    /// format.
    ///
    /// # Errors
    ///
    /// As [`Statement::open`].
    pub fn read(name: &str, bytes: impl AsRef<[u8]>) -> Result<Self> {
        Reader::new().read(name, bytes)
    }

    /// The name in reports.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.witness.document.id
    }

    /// The text as read, a paragraph a line; all spans point into it.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.witness.document.text
    }

    /// The paragraphs in the author's words, list marks included.
    #[must_use]
    pub fn paragraphs(&self) -> impl ExactSizeIterator<Item = &str> {
        let paragraphs = self.witness.document.paragraphs.iter();
        paragraphs.map(|paragraph| paragraph.span.of(self.text()))
    }

    /// Who speaks; `None` where nothing says so.
    #[must_use]
    pub fn delegation(&self) -> Option<&str> {
        let stated = self.document().metadata.delegation.as_ref();
        stated.map(|stated| stated.value.as_str())
    }

    /// The day of delivery in EDTF; `None` where nothing says so.
    #[must_use]
    pub fn date(&self) -> Option<&str> {
        let stated = self.document().metadata.date.as_ref();
        stated.map(|stated| stated.value.as_str())
    }

    /// The title; `None` where nothing says so.
    #[must_use]
    pub fn title(&self) -> Option<&str> {
        let stated = self.document().metadata.title.as_ref();
        stated.map(|stated| stated.value.as_str())
    }

    /// The language of the text.
    #[must_use]
    pub fn language(&self) -> Language {
        self.document().metadata.language
    }

    /// Every figure, in reading order.
    #[must_use]
    pub fn figures(&self) -> impl ExactSizeIterator<Item = Figure<'_>> {
        let figures = self.witness.figures.iter();
        figures.map(|figure| Figure::new(&self.witness, figure))
    }

    /// Every promise, duty, appeal and outlook, in reading order.
    #[must_use]
    pub fn promises(&self) -> impl ExactSizeIterator<Item = Promise<'_>> {
        let promises = self.witness.promises.iter();
        promises.map(|promise| Promise::new(&self.witness, promise))
    }

    /// What was mended, guessed, or seen and not understood, in sentences.
    pub fn notices(&self) -> impl Iterator<Item = &str> {
        let notices = self.document().notices.iter().chain(&self.witness.notices);
        notices.map(|notice| notice.message.as_str())
    }

    /// What became of this statement in a later one.
    ///
    /// ```
    /// use verbale::{Statement, Verdict};
    ///
    /// let before = Statement::read("2021.txt", b"We cleared more than 140 fields.")?;
    /// let after = Statement::read("2022.txt", b"We cleared more than 200 fields.")?;
    /// let comparison = before.compare(&after);
    /// assert_eq!(comparison.figures()[0].verdict, Verdict::Increased);
    /// # Ok::<(), verbale::Error>(())
    /// ```
    #[must_use]
    pub fn compare(&self, later: &Self) -> Comparison {
        Comparison::new(self, later)
    }

    /// The loaded document, with its facts and where they were found.
    #[must_use]
    pub fn document(&self) -> &Document {
        &self.witness.document
    }

    /// All that was read, for [`crate::report`] and the stages.
    #[must_use]
    pub fn witness(&self) -> &Witness {
        &self.witness
    }
}
