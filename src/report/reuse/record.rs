//! A shared passage as a record.

use serde::Serialize;

use crate::model::{Comparison, Link, ReuseKind, SharedPassage, Verdict, Witness};
use crate::report::address::{Addresses, SpanRecord};
use crate::report::change::round;
use crate::report::change_kind::ChangeKind;
use crate::report::comparison::ComparisonRecord;
use crate::report::delta::DeltaRecord;
use crate::report::digest::remark_between;
use crate::report::edit::{EditRecord, edit_records};
use crate::report::figure::PlaceRecord;
use crate::report::id::Ids;
use crate::report::passage::edited_pieces;
use crate::report::promise::SideRecord;
use crate::report::wording::Piece;

/// A passage that stands in two statements.
#[derive(Debug, Clone, Serialize)]
pub struct ReuseRecord<'a> {
    #[serde(rename = "type")]
    record: &'static str,
    /// Stable name: `rus-` and a hash of the words and of who says them.
    pub id: String,
    /// What both have in common.
    pub kind: ReuseKind,
    /// Whether the dates tell which statement is the earlier one.
    #[serde(rename = "ordered")]
    pub is_ordered: bool,
    /// In the statements of how many delegations a good part of it stands, a third at least.
    pub delegations: u32,
    /// How many words both have, in order.
    pub words: u32,
    /// Share of the words of both that they have in common, in order, 0 to 1.
    pub similarity: f64,
    /// Where it stands in the earlier statement.
    pub before: ReuseSide<'a>,
    /// Where it stands in the later one.
    pub after: ReuseSide<'a>,
    /// The edit script, in characters of both texts; empty where no word differs, and of
    /// formulas.
    pub edits: Vec<EditRecord>,
    /// Figures, dates and promises that differ, as `diff` judges them.
    pub changes: Vec<ReuseChange<'a>>,
    /// The words as they became those of the later statement.
    #[serde(skip)]
    pub pieces: Vec<Piece<'a>>,
}

/// A passage in one of its statements.
#[derive(Debug, Clone, Serialize)]
pub struct ReuseSide<'a> {
    /// The document's name in this report.
    pub document: &'a str,
    /// Who speaks.
    pub delegation: Option<&'a str>,
    /// The day of delivery, EDTF.
    pub date: Option<&'a str>,
    /// Its paragraphs, from 0: the first, and one more where it goes on in others.
    pub paragraphs: [u32; 2],
    /// Line, page or number of the first paragraph in the file.
    pub place: PlaceRecord,
    /// Where it stands; of rows of paragraphs in the first of them.
    pub span: SpanRecord,
    /// The author's words.
    pub text: &'a str,
}

/// A figure, a date or a promise that differs in a passage.
#[derive(Debug, Clone, Serialize)]
pub struct ReuseChange<'a> {
    /// As in a comparison: a figure, a date or a promise.
    pub kind: ChangeKind,
    /// What became of it.
    pub verdict: Verdict,
    /// What it measures, or who promises what, in the author's words.
    pub measure: Option<String>,
    /// The words of the earlier statement.
    pub before: Option<&'a str>,
    /// The words of the later statement.
    pub after: Option<&'a str>,
    /// How far it moved.
    pub delta: Option<DeltaRecord>,
    /// *floor +60 (+43 %)*, or the verdict in words.
    #[serde(skip)]
    pub remark: String,
}

/// Least similarity of a passage whose figures are told as one that changed: of those below,
/// some say two things in the same words.
const MIN_JUDGED: f64 = 0.8;

/// The kinds of changes that a passage tells. Its wording is told by its edits, and so are
/// names with a number: whether one is gone shows in a whole statement alone.
const REPORTED: [ChangeKind; 3] = [ChangeKind::Figure, ChangeKind::Date, ChangeKind::Commitment];

impl<'a> ReuseRecord<'a> {
    /// The record of `passage`, which was found in `witnesses`; `addresses` are theirs.
    #[must_use]
    pub(super) fn new(
        witnesses: &'a [Witness],
        addresses: &[Addresses<'a>],
        passage: &'a SharedPassage,
        ids: &mut Ids,
    ) -> Self {
        let sides = [0, 1].map(|side| {
            let at = passage.witnesses[side];
            let tokens = &passage.tokens[side];
            ReuseSide::new(&witnesses[at], &addresses[at], tokens.start, tokens.end)
        });
        let [before, after] = sides;
        let compared = passage.compared.as_deref();
        let words = [before.document, after.document, before.text, after.text];
        Self {
            record: "reuse",
            id: ids.name("rus", &words),
            kind: passage.kind,
            is_ordered: is_ordered([before.date, after.date]),
            delegations: passage.speakers,
            words: passage.words,
            similarity: round(passage.similarity),
            edits: compared.map(edits).unwrap_or_default(),
            changes: compared
                // Of passages that are less alike two figures in one place need not be one measure.
                .filter(|_| passage.similarity >= MIN_JUDGED)
                .map(changes)
                .unwrap_or_default(),
            pieces: match compared {
                Some(compared) => pieces(compared),
                // Nothing was compared where nothing differs, and of formulas.
                None => vec![Piece::same(after.text, false)],
            },
            before,
            after,
        }
    }
}

impl ReuseRecord<'_> {
    /// What differs beside the wording and is no matter of course, as another session is:
    /// *↑ people killed · 140 → 200 · +60*, a line each.
    #[must_use]
    pub fn reported(&self) -> Vec<String> {
        let news = self
            .changes
            .iter()
            .filter(|change| change.verdict.is_news());
        news.map(ReuseChange::line).collect()
    }
}

impl ReuseChange<'_> {
    fn line(&self) -> String {
        let measure = self.measure.as_deref().unwrap_or_default();
        let sides: Vec<&str> = self.before.into_iter().chain(self.after).collect();
        let parts = [measure, &sides.join(" → "), &self.remark];
        let reported: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        format!("{} {}", self.verdict.sign(), reported.join(" · "))
    }
}

impl<'a> ReuseSide<'a> {
    fn new(witness: &'a Witness, addresses: &Addresses<'a>, first: u32, end: u32) -> Self {
        let document = &witness.document;
        let tokens = witness.segmented.tokens_at(&(first..end));
        let (start, last) = (tokens[0].span, tokens[tokens.len() - 1].span);
        let span = start.to(last);
        let paragraphs = [start, last].map(|span| document.paragraph_at(span.start));
        let stated = &document.metadata;
        Self {
            document: &document.id,
            delegation: stated.delegation.as_ref().map(|stated| &*stated.value),
            date: stated.date.as_ref().map(|stated| &*stated.value),
            paragraphs,
            place: document.paragraphs[paragraphs[0] as usize].place.into(),
            span: addresses.span(span, paragraphs[0]),
            text: span.of(&document.text),
        }
    }
}

/// Whether two dates, as EDTF, tell which is the earlier one: neither is a part of the
/// other.
fn is_ordered(dates: [Option<&str>; 2]) -> bool {
    let [Some(before), Some(after)] = dates else {
        return false;
    };
    // *2021* and *2021-06-22*: which was first is not known.
    !before.starts_with(after) && !after.starts_with(before)
}

/// The link of the paragraphs that both sides of a passage are.
fn link(found: &Comparison) -> Option<&Link> {
    let mut links = found.alignment.links.iter();
    links.find(|link| !link.before.is_empty() && !link.after.is_empty())
}

fn edits((witnesses, found): &([Witness; 2], Comparison)) -> Vec<EditRecord> {
    let [before, after] = witnesses;
    let addresses = witnesses
        .each_ref()
        .map(|one| Addresses::new(&one.document));
    let [old, new] = &addresses;
    link(found).map_or(Vec::new(), |link| {
        edit_records((before, old), (after, new), link)
    })
}

fn pieces((witnesses, found): &([Witness; 2], Comparison)) -> Vec<Piece<'_>> {
    let [before, after] = witnesses;
    let Some(link) = link(found).filter(|link| !link.edits.is_empty()) else {
        return vec![Piece::same(&after.document.text, false)];
    };
    let mut pieces = edited_pieces((before, &link.before), (after, &link.after), &link.edits);
    for piece in &mut pieces {
        // A passage is shown whole: who compares wants its words.
        piece.remote = false;
    }
    pieces
}

fn changes((witnesses, found): &([Witness; 2], Comparison)) -> Vec<ReuseChange<'_>> {
    let record = ComparisonRecord::new(&witnesses[0], &witnesses[1], found);
    let told_here = record
        .changes
        .iter()
        .filter(|change| REPORTED.contains(&change.kind));
    let changes = told_here.filter_map(|change| {
        let verdict = change.verdict.fact()?;
        Some(ReuseChange {
            kind: change.kind,
            verdict,
            measure: change.measure.clone(),
            before: change.before.as_ref().map(SideRecord::raw),
            after: change.after.as_ref().map(SideRecord::raw),
            delta: change.delta.clone(),
            remark: remark_between(&record, change, verdict),
        })
    });
    changes.collect()
}
