//! Statements and all that changed between them, as a page to look at and to
//! send.
//!
//! Input: witnesses, and comparisons between some of them. Output: everything
//! that a page shows, in its order, each place with the anchor to link to;
//! every anchor stands once.

mod anchor;
mod brief;
mod card;
mod fold;
mod head;
mod ledger;
mod map;
mod promises;
mod text;

use serde::Serialize;

use super::change::ChangeRecord;
use super::comparison::ComparisonRecord;
use super::digest::{is_commitment, is_date, is_lone_date, is_lone_name, is_name};
use super::ledger::MeasureRecord;
use super::matrix::{DelegationFigures, Matrix, delegation_figures};
use super::notice::NoticeRecord;
use super::overview::Overview;
use super::redline::Redline;
use super::{TOOL, Tool};
use crate::model::{Comparison, Verdict, Witness};
use crate::report::change_kind::ChangeKind;

use anchor::{Anchors, Places};
pub use card::{AlsoTold, Bar, Card, CardSide};
pub use fold::{PageFold, PageFoldItem};
pub use head::{Fact, PageDocument, PageNotice};
pub use ledger::{Chart, Move, PageCell, PageMeasure, Point};
pub use map::Tick;
pub use promises::{PagePromise, PagePromiseCell, page_promises};
use text::TextInput;
pub use text::{Block, Counterpart, TextRow, TextRun};

/// Two of the witnesses and what was found between them.
#[derive(Debug, Clone, Copy)]
pub struct PageInput<'a> {
    /// Position of the earlier witness.
    pub before: usize,
    /// Position of the later witness.
    pub after: usize,
    /// What was found.
    pub comparison: &'a Comparison,
    /// The record of it.
    pub record: &'a ComparisonRecord<'a>,
}

/// A page.
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
/// use verbale::render::html;
/// use verbale::report::{ComparisonRecord, Page, PageInput};
///
/// let witnesses = [before, after];
/// let record = ComparisonRecord::new(&witnesses[0], &witnesses[1], &found);
/// let input = PageInput { before: 0, after: 1, comparison: &found, record: &record };
/// let page = Page::new(&witnesses, &[input], &[], Vec::new());
/// assert!(html::page(&page).starts_with("<!doctype html>"));
/// ```
#[derive(Debug, Clone, Serialize)]
pub struct Page<'a> {
    /// The program that made it.
    pub tool: Tool,
    /// *Marenia, 2021 → 2022*.
    pub title: String,
    /// The statements, in the order given.
    pub documents: Vec<PageDocument<'a>>,
    /// What changed, in a few sentences.
    pub brief: Vec<String>,
    /// What the user asked for that is not the default.
    pub options: Vec<String>,
    /// What two or more statements state; empty for two statements, whose cards
    /// tell as much.
    pub ledger: Vec<PageMeasure<'a>>,
    /// The measures of `ledger` whose charts stand at the head, by their places.
    pub charts: Vec<usize>,
    /// What each delegation says of the same things; null unless three or more speak once
    /// each.
    pub matrix: Option<Matrix<'a>>,
    /// What each of these delegations says, figure by figure.
    pub by_delegation: Vec<DelegationFigures<'a>>,
    /// The promises of three or more statements.
    pub promises: Vec<PagePromise>,
    /// Which statements of two folders correspond, where folders are compared.
    pub overview: Option<Overview>,
    /// One a comparison.
    pub sections: Vec<Section<'a>>,
}

/// One comparison on the page.
#[derive(Debug, Clone, Serialize)]
pub struct Section<'a> {
    /// `from-1-to-2`, the documents counted from 1.
    pub anchor: String,
    /// Position of the document before.
    pub before: usize,
    /// Position of the document after.
    pub after: usize,
    /// What was found, in at most five sentences.
    pub brief: &'a [String],
    /// Both delegations where they are two: what one alone states is neither gone nor new.
    pub delegations: Option<[&'a str; 2]>,
    /// Whether anything is told.
    pub differs: bool,
    /// Whether the later text is a new one, so that both are folded.
    pub is_new_text: bool,
    /// Amounts that changed.
    pub figures: Vec<Card<'a>>,
    /// Amounts no longer stated.
    pub gone: Vec<Card<'a>>,
    /// Amounts stated for the first time.
    pub new: Vec<Card<'a>>,
    /// Promises in weaker or stronger words, those that are gone, and deadlines.
    pub promises: Vec<Card<'a>>,
    /// Whom one text alone names, and ordinals and references that changed.
    pub names: Vec<Card<'a>>,
    /// Dates that moved.
    pub dates: Vec<Card<'a>>,
    /// Ordinals and references that one text alone has.
    pub lone_names: Vec<Card<'a>>,
    /// Dates that one text alone has.
    pub lone_dates: Vec<Card<'a>>,
    /// What is counted and not told.
    pub folds: Vec<PageFold>,
    /// Where the marks are coarser than they could be.
    pub notices: Vec<String>,
    /// Both texts as one; a page writes them row by row.
    #[serde(skip)]
    pub text: Vec<Block<'a>>,
    /// Where in the text the changes are.
    pub map: Vec<Tick>,
    /// How many rows of the text changed.
    pub changed: usize,
}

impl<'a> Page<'a> {
    /// What became of the first measure that the page charts in the later statement of a
    /// section.
    #[must_use]
    pub fn lead(&self, section: &Section<'a>) -> Option<Move<'a>> {
        let at = *self.charts.first()?;
        self.ledger[at].moves[section.after]
    }

    /// The page of some witnesses with the comparisons between them and what
    /// they measure alike.
    #[must_use]
    pub fn new(
        witnesses: &'a [Witness],
        inputs: &[PageInput<'a>],
        measures: &'a [MeasureRecord<'a>],
        options: Vec<String>,
    ) -> Self {
        let mut anchors = Anchors::default();
        let names = head::names(witnesses);
        // Asked first, for it decides whether anything is compared.
        let matrix = Matrix::new(&witnesses.iter().collect::<Vec<_>>());
        // Delegations that speak once each are no editions of one another.
        let inputs = if matrix.is_some() { &[] } else { inputs };
        let sections: Vec<Section<'a>> = inputs
            .iter()
            .map(|input| section(witnesses, *input, &mut anchors))
            .collect();
        // Of two statements the comparison tells all that rows of a ledger would.
        let ledger = if witnesses.len() > 2 {
            ledger::page_measures(measures, &mut anchors)
        } else {
            Vec::new()
        };
        let charts = ledger::leading(&ledger);
        Self {
            tool: TOOL,
            brief: brief::brief(&names, &sections, (&ledger, matrix.as_ref())),
            charts,
            ledger,
            by_delegation: match matrix {
                Some(_) => witnesses.iter().map(delegation_figures).collect(),
                None => Vec::new(),
            },
            matrix,
            title: head::title(witnesses, &names),
            promises: Vec::new(),
            overview: None,
            sections,
            documents: head::documents(witnesses, &names),
            options,
        }
    }
}

fn section<'a>(
    witnesses: &'a [Witness],
    input: PageInput<'a>,
    anchors: &mut Anchors,
) -> Section<'a> {
    let (before, after) = (&witnesses[input.before], &witnesses[input.after]);
    let changes = &input.record.changes;
    let redline = Redline::new(before, after, input.comparison, changes);
    // Changes take their names first, so that a link to one stays the same whatever rows there are.
    let ids: Vec<String> = changes
        .iter()
        .map(|change| anchors.take(&change.id))
        .collect();
    let places = Places::new(&redline, input, &ids, anchors);
    let cards =
        |wanted: fn(&ChangeRecord<'_>) -> bool| card::cards(input.record, wanted, (&ids, &places));
    let figures = |is_it: fn(&ChangeRecord<'_>) -> bool| {
        let wanted = |change: &ChangeRecord<'_>| change.kind == ChangeKind::Figure && is_it(change);
        card::cards(input.record, wanted, (&ids, &places))
    };
    let text = text::blocks(TextInput {
        redline: &redline,
        comparison: input.comparison,
        ids: &ids,
        places: &places,
    });
    Section {
        anchor: anchors.take(&format!("from-{}-to-{}", input.before + 1, input.after + 1)),
        before: input.before,
        after: input.after,
        brief: &input.record.brief,
        delegations: input.record.delegations,
        differs: input.record.summary.differs,
        is_new_text: input.record.summary.is_new_text(),
        figures: figures(|it| !it.is_lone()),
        gone: figures(|it| it.verdict.fact() == Some(Verdict::Removed)),
        new: figures(|it| it.verdict.fact() == Some(Verdict::Added)),
        promises: cards(is_commitment),
        names: cards(|it| is_name(it) && !is_lone_name(it)),
        dates: cards(|it| is_date(it) && !is_lone_date(it)),
        lone_names: cards(is_lone_name),
        lone_dates: cards(is_lone_date),
        folds: fold::folds(input.record, (&ids, &places)),
        notices: input
            .record
            .notices
            .iter()
            .map(NoticeRecord::line)
            .collect(),
        map: map::ticks(&text),
        // A block that changed has one row.
        changed: text.iter().filter(|block| !block.folded).count(),
        text,
    }
}
