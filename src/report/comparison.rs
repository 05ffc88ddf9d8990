//! What is shown of two compared witnesses.

use serde::Serialize;

use super::address::Addresses;
use super::brief::brief;
use super::change::{ChangeRecord, FigureChanges, Pair, figure_changes, round, wording_changes};
use super::edit::{EditRecord, edit_records};
use super::folding::Folder;
use super::gate::reports_news;
use super::id::Ids;
use super::moves::{MoveRecord, move_records, moved_words};
use super::notice::NoticeRecord;
use super::passage::{Passage, passage};
use super::promise_change::promise_changes;
use super::stance::stance_changes;
use super::summary::Summary;
use crate::model::{Comparison, Link, Notice, NoticeCode, Relation, Witness};

/// Two compared witnesses.
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
/// use verbale::report::ComparisonRecord;
///
/// let record = ComparisonRecord::new(&before, &after, &found);
/// let change = &record.changes[0];
/// assert_eq!((change.kind.name(), change.verdict.name()), ("figure", "increased"));
/// assert_eq!(change.delta.as_ref().unwrap().text, "floor +60");
/// ```
#[derive(Debug, Clone, Serialize)]
pub struct ComparisonRecord<'a> {
    #[serde(rename = "type")]
    record: &'static str,
    /// The row's id, or both documents' names.
    pub id: String,
    /// Name of the document before.
    pub before: &'a str,
    /// Name of the document after.
    pub after: &'a str,
    /// What changed, in at most five sentences; empty where nothing did.
    pub brief: Vec<String>,
    /// Links of paragraphs, in the order of the text after.
    pub alignment: Vec<LinkRecord<'a>>,
    /// What changed: figures first, then wording.
    pub changes: Vec<ChangeRecord<'a>>,
    /// Pairs of figures that may be one measure, but are too unsure to be told.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub perhaps: Vec<ChangeRecord<'a>>,
    /// Sentences that moved from one place to another, in the order of the text before.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub moves: Vec<MoveRecord<'a>>,
    /// Counts.
    pub summary: Summary,
    /// What differs in headers and footers, where the marks are coarser than they could
    /// be, and numbers beyond reach.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub notices: Vec<NoticeRecord<'a>>,
    /// Both delegations, where they are two: what one alone states is no change then.
    #[serde(skip)]
    pub delegations: Option<[&'a str; 2]>,
    /// The wording of the links that changed, in order.
    #[serde(skip)]
    pub passages: Vec<Passage<'a>>,
}

/// Paragraphs that correspond.
#[derive(Debug, Clone, Serialize)]
pub struct LinkRecord<'a> {
    /// Paragraph numbers before, from 0.
    pub before: &'a [u32],
    /// Paragraph numbers after, from 0.
    pub after: &'a [u32],
    /// How they correspond.
    pub relation: Relation,
    /// 0 to 1.
    pub similarity: f64,
    /// The edit script; empty for equal, added and removed paragraphs.
    pub edits: Vec<EditRecord>,
}

impl<'a> ComparisonRecord<'a> {
    /// The record of what was found between two witnesses.
    #[must_use]
    pub fn new(before: &'a Witness, after: &'a Witness, comparison: &'a Comparison) -> Self {
        let pair = Pair {
            before,
            after,
            comparison,
        };
        // One for all kinds, in the order of the report: numbers behind equal ids are the same in
        // every run.
        let mut ids = Ids::default();
        let FigureChanges {
            sure: mut changes,
            perhaps,
        } = figure_changes(pair, &mut ids);
        changes.extend(promise_changes(pair, &mut ids));
        changes.extend(stance_changes(pair, &mut ids));
        changes.extend(wording_changes(pair, &mut ids));
        let links = &comparison.alignment.links;
        let reported = |link: &&Link| link.relation != Relation::Equal;
        // It looks up the linked figures of a paragraph, which would else be sought for each link.
        let folder = Folder::new(pair);
        let (old, new) = (
            Addresses::new(&before.document),
            Addresses::new(&after.document),
        );
        let [gone, come] = moved_words(before, after, comparison);
        let mut record = Self {
            record: "comparison",
            id: name(&before.document.id, &after.document.id),
            before: &before.document.id,
            after: &after.document.id,
            brief: Vec::new(),
            delegations: delegations(before, after),
            alignment: link_records((before, &old), (after, &new), links),
            changes,
            perhaps,
            moves: move_records((before, &old), (after, &new), &comparison.moves),
            summary: Summary::new(pair),
            notices: notices((before, &old), (after, &new), comparison),
            passages: links
                .iter()
                .filter(reported)
                .map(|link| passage((before, &gone), (after, &come), link, folder.folding(link)))
                .collect(),
        };
        let is_new_text = record.summary.is_new_text();
        for change in &mut record.changes {
            // Known when all links are counted, so changes are told afterwards.
            change.is_of_new_text = is_new_text;
        }
        // Last, for the sentences are made of all that stands in the record.
        record.sum_up();
        record
    }
}

impl ComparisonRecord<'_> {
    /// Says anew whether anything is told, and what, after changes were left out.
    pub(super) fn sum_up(&mut self) {
        self.summary.differs = reports_news(self);
        self.brief = brief(self);
    }
}

/// The delegations of two witnesses, where both are known and differ.
fn delegations<'a>(before: &'a Witness, after: &'a Witness) -> Option<[&'a str; 2]> {
    let name = |witness: &'a Witness| {
        let stated = witness.document.metadata.delegation.as_ref()?;
        Some(stated.value.as_str())
    };
    let names = [name(before)?, name(after)?];
    (names[0] != names[1]).then_some(names)
}

/// The shared name of rows that are paired by it, or both names.
fn name(before: &str, after: &str) -> String {
    if before == after {
        before.to_owned()
    } else {
        format!("{before}..{after}")
    }
}

/// Where the marks are coarser than they could be, and what numbers of either
/// side are beyond reach: what became of those is told by nothing else.
fn notices<'a>(
    before: (&'a Witness, &Addresses<'a>),
    after: (&'a Witness, &Addresses<'a>),
    comparison: &'a Comparison,
) -> Vec<NoticeRecord<'a>> {
    let record = |(witness, addresses): (&'a Witness, &Addresses<'a>), notice: &'a Notice| {
        NoticeRecord::new(&witness.document, addresses, notice)
    };
    let unread = [before, after].into_iter().enumerate();
    let unread = unread.flat_map(|(at, side)| {
        let notices = side.0.notices.iter();
        let unread = notices.filter(|notice| notice.code == NoticeCode::NumberBeyondReach);
        unread.map(move |notice| {
            let mut record = record(side, notice);
            // A notice on one document alone is taken for one on the text after.
            record.target.side = at;
            record
        })
    });
    let coarser = comparison
        .notices
        .iter()
        .map(|notice| record(after, notice));
    coarser.chain(unread).collect()
}

fn link_records<'a>(
    before: (&Witness, &Addresses<'_>),
    after: (&Witness, &Addresses<'_>),
    links: &'a [Link],
) -> Vec<LinkRecord<'a>> {
    let record = |link: &'a Link| LinkRecord {
        before: &link.before,
        after: &link.after,
        relation: link.relation,
        similarity: round(link.similarity),
        edits: edit_records(before, after, link),
    };
    links.iter().map(record).collect()
}
