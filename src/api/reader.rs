//! How statements are read.

use std::path::Path;

use crate::compare::{read_witness_of_figures, read_witness_with};
use crate::error::{Error, Result};
use crate::extract::Terms;
use crate::load::{LoadOptions, Tracked, document_of_text, load, load_bytes};
use crate::model::{Document, Format, Language, Vocabulary, Witness};

use super::Statement;

/// Reads statements with options of one's own; [`Statement::open`] has none.
///
/// ```
/// use verbale::{Language, Reader};
///
/// let reader = Reader::new().language(Language::English).delegation("Marenia").date("2021-06-22");
/// let statement = reader.read("speech.txt", b"We cleared 140 fields.")?;
/// assert_eq!(statement.delegation(), Some("Marenia"));
/// assert_eq!(statement.date(), Some("2021-06-22"));
/// # Ok::<(), verbale::Error>(())
/// ```
#[derive(Debug, Clone, Default)]
pub struct Reader {
    options: LoadOptions,
    terms: Terms,
}

impl Reader {
    /// Reads as [`Statement::open`] does.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// The language, where the text should not decide.
    #[must_use]
    pub fn language(mut self, language: Language) -> Self {
        self.options.language = Some(language);
        self
    }

    /// The format, where the bytes should not decide.
    #[must_use]
    pub fn format(mut self, format: Format) -> Self {
        self.options.format = Some(format);
        self
    }

    /// Who speaks, whatever the file says.
    #[must_use]
    pub fn delegation(mut self, name: impl Into<String>) -> Self {
        self.options.delegation = Some(name.into());
        self
    }

    /// The day of delivery (EDTF: `2021-06-22`, `2021`), whatever the file says.
    #[must_use]
    pub fn date(mut self, edtf: impl Into<String>) -> Self {
        self.options.date = Some(edtf.into());
        self
    }

    /// The title, whatever the file says.
    #[must_use]
    pub fn title(mut self, title: impl Into<String>) -> Self {
        self.options.title = Some(title.into());
        self
    }

    /// The name in reports instead of the file's.
    #[must_use]
    pub fn label(mut self, name: impl Into<String>) -> Self {
        self.options.label = Some(name.into());
        self
    }

    /// Which text to read where changes are tracked.
    #[must_use]
    pub fn tracked(mut self, tracked: Tracked) -> Self {
        self.options.tracked = tracked;
        self
    }

    /// One beginning more of paragraphs that say nothing, beside the salutations and
    /// thanks that are known; in upper or lower case.
    #[must_use]
    pub fn boilerplate(mut self, beginning: impl Into<String>) -> Self {
        self.options.boilerplate.push(beginning.into());
        self
    }

    /// A unit of one's own: its name in the English singular, what one of it is
    /// (`4200 square metres`; empty for a unit of no known size) and other spellings.
    ///
    /// # Errors
    ///
    /// [`Error::Usage`] when `size` is no number with a known unit.
    ///
    /// ```
    /// use verbale::Reader;
    ///
    /// let reader = Reader::new().unit("feddan", "4200 square metres", &["faddan"])?;
    /// let statement = reader.read("a.txt", b"We cleared 12 faddan.")?;
    /// assert_eq!(statement.figures().next().unwrap().unit.as_deref(), Some("feddan"));
    /// # Ok::<(), verbale::Error>(())
    /// ```
    pub fn unit(mut self, name: &str, size: &str, spellings: &[&str]) -> Result<Self> {
        let added = self.terms.add_unit(name, size, spellings);
        added.map_err(|problem| Error::Usage {
            problem: format!("the unit {name}: {problem}"),
            remedy: "name its size as in `4200 square metres`".to_owned(),
        })?;
        Ok(self)
    }

    /// A noun of one's own: the English singular, and other words for it.
    #[must_use]
    pub fn noun(mut self, singular: &str, words: &[&str]) -> Self {
        self.terms.add_noun(singular, words);
        self
    }

    /// A word behind which a number is a name: *Protocol* in *Protocol 7*.
    #[must_use]
    pub fn reference(mut self, word: &str) -> Self {
        self.terms.add_reference(word);
        self
    }

    /// Reads the statement at `path`; `-` is standard input.
    ///
    /// # Errors
    ///
    /// When the file is missing, a directory, or holds no statement in a format that
    /// this build reads; the message names the file, the place and the remedy.
    pub fn open(&self, path: impl AsRef<Path>) -> Result<Statement> {
        Ok(self.statement(load(path.as_ref(), &self.options)?))
    }

    /// Reads the statement in `bytes`, a file's content in any format that this build
    /// reads; `name` stands for it in errors and reports.
    ///
    /// # Errors
    ///
    /// As [`Reader::open`].
    pub fn read(&self, name: &str, bytes: impl AsRef<[u8]>) -> Result<Statement> {
        Ok(self.statement(load_bytes(name, bytes.as_ref(), &self.options)?))
    }

    /// Reads a text out of a column of texts: as [`Reader::read`] does a plain text, with
    /// `id` for its name, and figures whose records count from `text` as it is given.
    ///
    /// ```
    /// let statement = verbale::Reader::new().row("MAR-2021", "We cleared 140 fields.");
    /// assert_eq!(statement.id(), "MAR-2021");
    /// ```
    #[must_use]
    pub fn row(&self, id: &str, text: &str) -> Statement {
        self.statement(document_of_text(id, text, &self.options))
    }

    /// The figures of a text out of a column, without its promises.
    ///
    /// ```
    /// let reader = verbale::Reader::new();
    /// let witness = reader.row_figures("MAR-2021", "We cleared 140 fields.");
    /// assert_eq!(witness.figures.len(), 1);
    /// ```
    #[must_use]
    pub fn row_figures(&self, id: &str, text: &str) -> Witness {
        let document = document_of_text(id, text, &self.options);
        // Nothing is compared with a row, so its words need no vocabulary that lasts.
        read_witness_of_figures(document, &mut Vocabulary::new(), &self.terms)
    }

    /// Reads a document that was loaded already.
    #[must_use]
    pub fn statement(&self, document: Document) -> Statement {
        let mut vocabulary = Vocabulary::new();
        let witness = read_witness_with(document, &mut vocabulary, &self.terms);
        Statement {
            witness,
            vocabulary,
        }
    }
}
