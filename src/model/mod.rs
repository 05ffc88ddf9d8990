//! The data that the stages pass to one another; no behaviour beyond access.

mod alignment;
mod collation;
mod comparison;
mod counted;
mod delta;
mod document;
mod earlier;
mod explanation;
mod figure;
mod language;
mod link;
mod measure;
mod name;
mod notice;
mod original;
mod promise;
mod promise_row;
mod reuse;
mod segmented;
mod span;
mod stance;
mod subject;
mod syntax;
mod verdict;
mod vocabulary;

pub use alignment::{Alignment, Edit, EditOp, Link, Relation, SentenceMove};
pub use collation::{Cell, Collation, CollationRow, Level, RowRelation};
pub use comparison::{Comparison, Witness};
pub use counted::{CalendarUnit, CountedTime, Which};
pub use delta::{Delta, DeltaSide};
pub use document::{
    Addressing, Document, Format, Metadata, Origin, Paragraph, Place, Role, Stated,
};
pub(crate) use earlier::{Earlier, earlier_of, unread_bytes};
pub use explanation::{Decision, Explanation, Outcome, Reason, RunnerUp};
pub use figure::{
    Bound, Canonical, Change, ChangeMode, Dimension, Direction, Figure, FigureKind, FigureRole,
    FigureSpans, Heads, Measured, Period,
};
pub use language::Language;
pub use link::{FigureLink, LinkReason, Obstacle};
pub use measure::{Measure, MeasureStep, Mention};
pub(crate) use name::serialize_by_name;
pub use notice::{Notice, NoticeCode};
pub use original::{
    Element, FileParagraph, FileRow, FileRun, FileTable, NamedXml, NoteReference, Original,
    ParagraphProperties, PieceKind, RunPiece, TextPart, Wrapper,
};
pub use promise::{Act, Actor, Deed, Mood, Promise, PromiseLink, Strength};
pub use promise_row::{PromiseCell, PromiseRow, PromiseStep};
pub use reuse::{ReuseKind, SharedPassage};
pub use segmented::{ParagraphParts, Segmented, Token};
pub use span::Span;
pub use stance::{FindParties, Stance, StanceKind, StanceLink};
pub use subject::SilentSubject;
pub use syntax::{Dependency, ParseSentence, PartOfSpeech, Tree, Word};
pub use verdict::{Sign, Verdict};
pub use vocabulary::{Key, TokenClass, Vocabulary};
