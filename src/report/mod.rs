//! Everything that is shown: records with verdicts, deltas, counts, quotes and
//! places.
//!
//! Input: witnesses and what was found between them. Output: records that a
//! renderer lays out without computing anything, so that terminal, JSON and
//! page cannot disagree. This stage alone derives `Serialize`; closed sets, here and in the
//! model, are written by their names.

mod address;
mod brief;
mod calendar;
mod change;
mod change_kind;
mod collation;
mod comparison;
mod delta;
mod digest;
mod document;
mod edit;
mod evidence;
mod excerpt;
mod explanation;
mod figure;
mod folding;
mod gate;
mod heading;
mod id;
mod ledger;
mod legend;
mod letters;
mod matrix;
mod measure;
mod measure_title;
mod moves;
mod news;
mod notice;
mod overview;
mod page;
mod paragraph;
mod passage;
mod promise;
mod promise_change;
mod promise_table;
mod redline;
mod reuse;
mod stance;
mod summary;
mod target;
mod wording;

pub use address::{Addresses, SpanRecord};
pub use change::{ChangeRecord, Paragraphs};
pub use change_kind::{ChangeKind, ChangeVerdict};
pub use collation::{CellRecord, CollationRecord, History, Reading, RowRecord, WordsRecord};
pub use comparison::{ComparisonRecord, LinkRecord};
pub use delta::DeltaRecord;
pub use digest::{Alone, AloneSentence, Detail, Digest, FigureLine, Fold, PassageView, title};
pub use document::{DocumentRecord, Origins};
pub use edit::{EditRecord, Spelling};
pub use evidence::{Evidence, FigureEvidence, FigurePart, RefusedNumber, TreeLine};
pub use excerpt::Excerpt;
pub use explanation::ExplanationRecord;
pub use figure::{
    CanonicalRecord, FigureRecord, FigureRecords, PeriodRecord, PlaceRecord, Quote, StatedChange,
};
pub use folding::Folding;
pub use gate::{
    Accepted, Baseline, Finding, FindingGroup, FindingRule, Findings, Gate, Ignore, KINDS, Level,
    Meaning, RELATIONS, Rule, RuleKind, VERDICTS,
};
pub use heading::Heading;
pub use ledger::{
    CellRow, FigureEntry, Grouping, Ledger, LedgerCell, LedgerRow, LedgerRun, LedgerSingle,
    LedgerTable, MeasureCell, MeasureNames, MeasureRecord, Sorting, StepRecord, StepVerdict,
    SubjectRecord, Units, figure_entries, measure_records, name_rows, subject_records,
};
pub use legend::Legend;
pub use matrix::{DelegationFigures, Matrix, MatrixCell, MatrixRow, MentionRecord};
pub use moves::{MoveRecord, MoveTarget, SentenceRecord};
pub use notice::{ErrorRecord, NoticeRecord, notice_records};
pub use overview::{Overview, OverviewRow};
pub use page::{
    AlsoTold, Bar, Block, Card, CardSide, Chart, Counterpart, Fact, Move, Page, PageCell,
    PageDocument, PageFold, PageFoldItem, PageInput, PageMeasure, PageNotice, PagePromise,
    PagePromiseCell, Point, Section, TextRow, TextRun, Tick, page_promises,
};
pub use paragraph::{ParagraphRecord, paragraph_records};
pub use passage::Passage;
pub use promise::{DeedRecord, PromiseRecord, SideRecord};
pub use promise_table::{PromiseCellRecord, PromiseRowRecord, PromiseTable, PromisesShown};
pub use redline::{OriginalFile, Redline, RedlineRow, RowKind, Run, Words};
pub use reuse::{ReuseChange, ReuseEntry, ReuseGroup, ReuseRecord, ReuseSide, ReuseTable};
pub use stance::StanceRecord;
pub use summary::{ParagraphCounts, Summary, WordCounts};
pub use target::Target;
pub use wording::{Mark, Piece};

pub use crate::model::{
    Bound, Dimension, Document, Element, FileParagraph, FileRow, FileRun, NamedXml, NoteReference,
    Original, ParagraphProperties, PieceKind, Relation, Role, TextPart, Verdict,
};

use serde::Serialize;

/// Version of the output records. Within one major number fields are only added.
pub const SCHEMA_VERSION: &str = "1.0";

/// The program that made a report.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct Tool {
    /// `verbale`.
    pub name: &'static str,
    /// Its version.
    pub version: &'static str,
}

/// This program.
pub const TOOL: Tool = Tool {
    name: env!("CARGO_PKG_NAME"),
    version: env!("CARGO_PKG_VERSION"),
};
