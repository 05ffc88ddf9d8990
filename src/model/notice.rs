//! What was seen but not understood, or mended on the way in.

use super::Span;

/// Something the reader of a report should know about how a text was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// What kind of thing was seen.
    pub code: NoticeCode,
    /// Bytes of the document's text; `None` when it concerns the whole document.
    pub span: Option<Span>,
    /// One sentence for a person, without a full stop.
    pub message: String,
}

/// The kinds of notice; each has a stable name in the output.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum NoticeCode {
    /// A paragraph that a page break had cut in two was joined.
    JoinedPageBreak,
    /// Lines that repeat on the pages (running heads, page numbers) were dropped.
    DroppedPageFurniture,
    /// The encoding was guessed from the bytes.
    GuessedEncoding,
    /// Bytes that the encoding cannot hold were replaced.
    ReplacedBytes,
    /// Tracked changes were accepted or rejected.
    ResolvedTrackedChanges,
    /// A number was seen that could not be read as a figure.
    UnreadNumber,
    /// A number was written out that is larger than any that can be held.
    NumberBeyondReach,
    /// There are more numbers than any statement has; the rest is not read.
    TooManyFigures,
    /// The work on a long text was bounded; marks are coarser there.
    CoarserMarks,
    /// Headers or footers of two documents differ.
    PageFurniture,
    /// Of two folders that are compared only the one before has the statement.
    OnlyBefore,
    /// Only the folder after has the statement.
    OnlyAfter,
    /// Anything else worth knowing about how the document was read.
    Reading,
}

impl NoticeCode {
    /// Whether it says that a statement has no partner.
    #[must_use]
    pub fn is_lone(self) -> bool {
        matches!(self, Self::OnlyBefore | Self::OnlyAfter)
    }

    /// The name in the output: stable, lower case, hyphenated.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::JoinedPageBreak => "joined-page-break",
            Self::DroppedPageFurniture => "dropped-page-furniture",
            Self::GuessedEncoding => "guessed-encoding",
            Self::ReplacedBytes => "replaced-bytes",
            Self::ResolvedTrackedChanges => "resolved-tracked-changes",
            Self::UnreadNumber => "unread-number",
            Self::NumberBeyondReach => "number-beyond-reach",
            Self::TooManyFigures => "too-many-figures",
            Self::CoarserMarks => "coarser-marks",
            Self::PageFurniture => "page-furniture",
            Self::OnlyBefore => "only-before",
            Self::OnlyAfter => "only-after",
            Self::Reading => "reading",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_statement_of_one_folder_has_no_partner() {
        assert!(NoticeCode::OnlyBefore.is_lone() && !NoticeCode::Reading.is_lone());
    }
}
