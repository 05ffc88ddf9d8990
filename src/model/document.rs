//! One loaded statement: its text, its paragraphs and what is known about it.

use super::{Language, Notice, Original, Span};

/// A statement as it was read.
///
/// `text` is the statement's own words: the paragraphs in reading order, one
/// `\n` between two of them. It is never rewritten after loading; everything
/// else points into it with a [`Span`].
///
/// ```
/// use verbale::load::{LoadOptions, load_bytes};
///
/// let text = b"Geneva, 22 June 2021\n\nMr. President,\n\nWe cleared\n12 fields.";
/// let document = load_bytes("a.txt", text, &LoadOptions::default())?;
/// assert_eq!(document.text, "Geneva, 22 June 2021\nMr. President,\nWe cleared 12 fields.");
/// assert_eq!(document.metadata.date.unwrap().value, "2021-06-22");
/// # Ok::<(), verbale::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Document {
    /// Name in reports: the row's `id`, the label, or the file's stem.
    pub id: String,
    /// The file as named by the user, `-` for standard input; `None` for text from memory.
    pub path: Option<String>,
    /// How the bytes were read.
    pub format: Format,
    /// All paragraphs, joined by `\n`.
    pub text: String,
    /// In reading order; their spans cover `text` but for the separators.
    pub paragraphs: Vec<Paragraph>,
    /// Delegation, date and the like.
    pub metadata: Metadata,
    /// Where the offsets in the output count from.
    pub addressing: Addressing,
    /// Lines of the headers and footers in the order of the file, numbers of pages
    /// left out; they are no part of `text`. `None` for a format whose reader does
    /// not tell them from it.
    pub running_headers: Option<Vec<String>>,
    /// The file itself, where the reader was asked to keep it and could.
    pub original: Option<Box<Original>>,
    /// What was mended, guessed or dropped while loading.
    pub notices: Vec<Notice>,
}

impl Document {
    /// Number of the paragraph, from 0, that holds byte `at` of the text; how
    /// many there are when `at` is past the last.
    #[must_use]
    pub fn paragraph_at(&self, at: u32) -> u32 {
        let before = self
            .paragraphs
            .partition_point(|paragraph| paragraph.span.end <= at);
        before.try_into().unwrap_or(u32::MAX)
    }
}

/// A file format that verbale reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Format {
    /// Plain text.
    #[default]
    Text,
    /// Markdown (`CommonMark`).
    Markdown,
    /// HTML.
    Html,
    /// Office Open XML, Word.
    Docx,
    /// Binary Word file of Word 97 to 2003.
    Doc,
    /// `OpenDocument` text.
    Odt,
    /// Rich Text Format.
    Rtf,
    /// Portable Document Format with a text layer.
    Pdf,
    /// Office Open XML, Excel.
    Xlsx,
    /// `OpenDocument` spreadsheet.
    Ods,
    /// Records of cells that commas, semicolons or tabs part.
    Csv,
    /// Office Open XML, `PowerPoint`.
    Pptx,
    /// An e-book.
    Epub,
    /// `OpenDocument` text in one XML file.
    Fodt,
    /// XML of another kind, read as text.
    Xml,
    /// An e-mail message (RFC 5322).
    Email,
    /// A row of JSON lines.
    Jsonl,
}

impl Format {
    /// All formats.
    pub const ALL: [Self; 17] = [
        Self::Text,
        Self::Markdown,
        Self::Html,
        Self::Docx,
        Self::Doc,
        Self::Odt,
        Self::Rtf,
        Self::Pdf,
        Self::Xlsx,
        Self::Ods,
        Self::Csv,
        Self::Pptx,
        Self::Epub,
        Self::Fodt,
        Self::Xml,
        Self::Email,
        Self::Jsonl,
    ];

    /// The format with the usual extension `extension`, lower case.
    #[must_use]
    pub fn from_extension(extension: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|format| format.extension() == extension)
    }

    /// The usual file extension, without the dot.
    #[must_use]
    pub fn extension(self) -> &'static str {
        match self {
            Self::Text => "txt",
            Self::Markdown => "md",
            Self::Html => "html",
            Self::Docx => "docx",
            Self::Doc => "doc",
            Self::Odt => "odt",
            Self::Rtf => "rtf",
            Self::Pdf => "pdf",
            Self::Xlsx => "xlsx",
            Self::Ods => "ods",
            Self::Csv => "csv",
            Self::Pptx => "pptx",
            Self::Epub => "epub",
            Self::Fodt => "fodt",
            Self::Xml => "xml",
            Self::Email => "eml",
            Self::Jsonl => "jsonl",
        }
    }
}

/// One paragraph of a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Paragraph {
    /// Bytes of the document's text.
    pub span: Span,
    /// Bytes of a leading number or list mark (`3.`, `(b)`, `–`) and the blank
    /// after it; empty when there is none. Renumbering is no change.
    pub numbering: Span,
    /// What the paragraph is for.
    pub role: Role,
    /// Where it stands in the file.
    pub place: Place,
}

impl Paragraph {
    /// Bytes of the text behind the list mark.
    pub(crate) fn body(&self) -> Span {
        let Span { start, end } = self.span;
        Span {
            start: start.max(self.numbering.end).min(end),
            end,
        }
    }
}

/// What a paragraph is for. All but [`Role::Body`], [`Role::Heading`],
/// [`Role::ListItem`], [`Role::Quote`] and [`Role::TableRow`] are shown but
/// never reported as substance.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Role {
    /// Running prose.
    #[default]
    Body,
    /// A title or a heading inside the text.
    Heading,
    /// An item of a list.
    ListItem,
    /// A quotation set apart.
    Quote,
    /// A row of a table.
    TableRow,
    /// A footnote or endnote.
    Note,
    /// The block above the statement: meeting, speaker, address.
    Letterhead,
    /// A line with place and date.
    DateLine,
    /// *Mr. President,* and the like.
    Salutation,
    /// *I thank you.*, a signature, a courtesy line at the end.
    Courtesy,
    /// `***`, *[check against delivery]* and other marks that say nothing.
    Ornament,
    /// A line of a table of contents: an entry and its page.
    Contents,
}

impl Role {
    /// The name in the output.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Body => "body",
            Self::Heading => "heading",
            Self::ListItem => "list item",
            Self::Quote => "quote",
            Self::TableRow => "table row",
            Self::Note => "note",
            Self::Letterhead => "letterhead",
            Self::DateLine => "date line",
            Self::Salutation => "salutation",
            Self::Courtesy => "courtesy",
            Self::Ornament => "ornament",
            Self::Contents => "contents",
        }
    }
}

/// Where a paragraph stands in its file; each number counts from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Place {
    /// Line of its first word (text, Markdown).
    pub line: Option<u32>,
    /// Page of its first word (pdf).
    pub page: Option<u32>,
    /// Number among the file's paragraphs (docx, odt, rtf, html).
    pub number: Option<u32>,
}

/// What is known about a statement, and from where.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Metadata {
    /// Who speaks, as a name for people: *Azerbaijan*, *European Union*.
    pub delegation: Option<Stated>,
    /// The person who delivers it.
    pub speaker: Option<Stated>,
    /// The meeting at which it is delivered.
    pub meeting: Option<Stated>,
    /// The session or agenda item.
    pub session: Option<Stated>,
    /// The day of delivery in EDTF: `2021-06-22`, `2021-06`, `2021`.
    pub date: Option<Stated>,
    /// The town.
    pub place: Option<Stated>,
    /// A title.
    pub title: Option<Stated>,
    /// The language the text is read in.
    pub language: Language,
    /// Where `language` comes from.
    pub language_origin: Origin,
}

/// One fact about a document, with its origin.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stated {
    /// The fact.
    pub value: String,
    /// Where it was found.
    pub origin: Origin,
}

/// Where a fact about a document was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Origin {
    /// The command line or the caller.
    Given,
    /// A field of the JSON row.
    Row,
    /// The front matter of a Markdown file.
    FrontMatter,
    /// The block above the statement.
    Header,
    /// The properties stored in the file.
    Properties,
    /// The file's name.
    FileName,
    /// Guessed from the text.
    #[default]
    Text,
    /// Nothing tells it: taken from the other document, or else for what is usual.
    Assumed,
}

impl Origin {
    /// The name in the output.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Given => "given",
            Self::Row => "row",
            Self::FrontMatter => "front matter",
            Self::Header => "header",
            Self::Properties => "properties",
            Self::FileName => "file name",
            Self::Text => "text",
            Self::Assumed => "assumed",
        }
    }
}

/// Where the offsets of a record count from.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Addressing {
    /// The document's text, which is what `verbale text` prints.
    #[default]
    Text,
    /// The paragraph (JSON rows with `paragraphs`).
    Paragraph,
    /// The text of the JSON row, which differs from the document's text where
    /// white space was folded: pairs of (byte in the document's text, byte in
    /// the given text), ascending, each valid up to the next.
    Given {
        /// Anchors of the piecewise shift.
        anchors: Vec<(u32, u32)>,
        /// The row's own text, into which the mapped offsets point.
        given: String,
    },
}
