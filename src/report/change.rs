//! What changed, one record a change: figures first, then wording.

use std::borrow::Cow;

use hashbrown::HashMap;
use serde::Serialize;

use super::change_kind::{ChangeKind, ChangeVerdict};
use super::delta::DeltaRecord;
use super::figure::FigureRecords;
use super::gate::RuleKind;
use super::id::Ids;
use super::measure;
use super::measure_title::measure_title;
use super::promise::{SideRecord, name as promise_name};
use crate::model::{
    Comparison, Delta, Document, Figure, FigureKind, FigureLink, FigureRole, Link, LinkReason,
    Promise, Relation, Span, Verdict, Witness,
};

/// One change between two witnesses.
#[derive(Debug, Clone, Serialize)]
pub struct ChangeRecord<'a> {
    /// Stable name: `chg-` and a hash of what changed.
    pub id: String,
    /// What changed.
    pub kind: ChangeKind,
    /// What became of it.
    pub verdict: ChangeVerdict,
    /// What the figure measures, or who promises what, in the author's words; null
    /// for wording.
    pub measure: Option<String>,
    /// The figure or the promise before.
    pub before: Option<SideRecord<'a>>,
    /// The figure or the promise after.
    pub after: Option<SideRecord<'a>>,
    /// How far it moved.
    pub delta: Option<DeltaRecord>,
    /// Paragraphs concerned, from 0.
    pub paragraphs: Paragraphs,
    /// 0 to 1: how sure it is that both sides measure the same.
    pub confidence: f64,
    /// The figures before and after, as they were read.
    #[serde(skip)]
    pub figures: [Option<&'a Figure>; 2],
    /// Where what changed stands in both texts: the figure, or the words that bind.
    #[serde(skip)]
    pub spans: [Option<Span>; 2],
    /// How far it moved, as numbers.
    #[serde(skip)]
    pub moved: Option<Delta>,
    /// What decided on a figure.
    #[serde(skip)]
    pub reason: Option<LinkReason>,
    /// The value before as a person would write it.
    #[serde(skip)]
    pub before_text: Option<String>,
    /// The value after as a person would write it.
    #[serde(skip)]
    pub after_text: Option<String>,
    /// Whether the later statement is a new text, which repeats no more than by chance: that
    /// it leaves a date out is no news.
    #[serde(skip)]
    pub is_of_new_text: bool,
}

impl ChangeRecord<'_> {
    /// Whether one statement alone has it: it is gone, or new.
    #[must_use]
    pub fn is_lone(&self) -> bool {
        matches!(self.verdict.fact(), Some(Verdict::Removed | Verdict::Added))
    }

    /// Whether it is of a date by which something is to be done, or of a promise that is due
    /// on another day.
    #[must_use]
    pub fn is_deadline(&self) -> bool {
        if self.verdict.fact() == Some(Verdict::Moved) && self.due_dates().is_some() {
            return true;
        }
        // A speech written anew repeats no date but by chance.
        if self.is_of_new_text && self.is_lone() {
            return false;
        }
        let figures = self.figures.iter().flatten();
        let mut dates = figures.filter(|figure| figure.kind == FigureKind::Date);
        dates.any(|figure| figure.role == Some(FigureRole::Deadline))
    }

    /// The days by which a promise is due, before and after, as EDTF.
    pub(super) fn due_dates(&self) -> Option<[&str; 2]> {
        let [before, after] = [&self.before, &self.after].map(|side| side.as_ref()?.due());
        Some([before?, after?])
    }

    /// What a rule calls it: a date by which something is to be done is a deadline.
    #[must_use]
    pub fn kind_of_rule(&self) -> RuleKind {
        match self.kind {
            ChangeKind::Date if self.is_deadline() => RuleKind::Deadline,
            kind => RuleKind::All(kind),
        }
    }
}

/// Paragraph numbers of both sides, from 0.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[allow(missing_docs, reason = "named by side")]
pub struct Paragraphs {
    pub before: Vec<u32>,
    pub after: Vec<u32>,
}

/// Two witnesses with what was found between them.
#[derive(Debug, Clone, Copy)]
pub(super) struct Pair<'a> {
    pub(super) before: &'a Witness,
    pub(super) after: &'a Witness,
    pub(super) comparison: &'a Comparison,
}

/// The changed figures of a pair, the most telling first, those that are only
/// perhaps one measure apart; unchanged ones are counted by the summary alone.
pub(super) fn figure_changes<'a>(pair: Pair<'a>, ids: &mut Ids) -> FigureChanges<'a> {
    let sides = [pair.before, pair.after].map(Side::new);
    let links = pair.comparison.figures.iter();
    let mut reported: Vec<&FigureLink> =
        links.filter(|link| link.verdict != Verdict::Same).collect();
    reported.sort_by_key(|link| rank(pair, link));
    let (perhaps, sure): (Vec<&FigureLink>, Vec<&FigureLink>) =
        reported.into_iter().partition(|link| link.is_perhaps());
    let mut changes = |links: Vec<&FigureLink>| {
        let changes = links.into_iter();
        changes
            .map(|link| figure_change(pair, &sides, link, ids))
            .collect()
    };
    FigureChanges {
        sure: changes(sure),
        perhaps: changes(perhaps),
    }
}

/// The changed figures of a pair.
pub(super) struct FigureChanges<'a> {
    /// Those that are told.
    pub(super) sure: Vec<ChangeRecord<'a>>,
    /// Those that may be one measure or two.
    pub(super) perhaps: Vec<ChangeRecord<'a>>,
}

/// Amounts before dates before labels; changed before gone and new; then in
/// reading order.
fn rank(pair: Pair<'_>, link: &FigureLink) -> (u8, u8, u32, u32) {
    let group = match kind(pair, link) {
        FigureKind::Date => 1,
        FigureKind::Ordinal | FigureKind::Reference => 2,
        _ => 0,
    };
    // What is gone has no place in the text after: it stands behind all that has.
    let at = link.after.unwrap_or(u32::MAX);
    (
        group,
        link.verdict.rank(),
        at,
        link.before.unwrap_or(u32::MAX),
    )
}

fn figures<'a>(pair: Pair<'a>, link: &FigureLink) -> (Option<&'a Figure>, Option<&'a Figure>) {
    (
        link.before.map(|at| &pair.before.figures[at as usize]),
        link.after.map(|at| &pair.after.figures[at as usize]),
    )
}

/// Whether nothing on either side says what the numbers of a link measure.
pub(super) fn is_bare(pair: Pair<'_>, link: &FigureLink) -> bool {
    let (before, after) = figures(pair, link);
    // Where one side says what it measures, the other measures the same.
    before.into_iter().chain(after).all(|figure| figure.bare)
}

/// What kind of figure a link is of.
pub(super) fn kind(pair: Pair<'_>, link: &FigureLink) -> FigureKind {
    let (before, after) = figures(pair, link);
    before
        .or(after)
        .map_or(FigureKind::Quantity, |figure| figure.kind)
}

fn figure_change<'a>(
    pair: Pair<'a>,
    sides: &[Side<'a>; 2],
    link: &FigureLink,
    ids: &mut Ids,
) -> ChangeRecord<'a> {
    let (before, after) = figures(pair, link);
    let kind = match kind(pair, link) {
        // First, for a bare number may be of any kind.
        _ if is_bare(pair, link) => ChangeKind::Bare,
        FigureKind::Date => ChangeKind::Date,
        FigureKind::Ordinal | FigureKind::Reference => ChangeKind::Label,
        _ => ChangeKind::Figure,
    };
    let delta = after.and_then(|after| DeltaRecord::new(link.delta.as_ref()?, after));
    let record = |side: &Side<'a>, at: Option<u32>| {
        at.map(|at| SideRecord::Figure(Box::new(side.records.record(at as usize))))
    };
    let text =
        |witness: &'a Witness, figure: &Figure| measure::value_text(&witness.document.text, figure);
    let mentions = [(pair.before, before), (pair.after, after)];
    let mentions: Vec<_> = mentions
        .into_iter()
        .filter_map(|(witness, figure)| Some((witness, figure?)))
        .collect();
    // A deadline is called by its promise: its own title would be *by the end of the year*.
    let [old, new] = sides;
    let due = old.due(link.before).or_else(|| new.due(link.after));
    let title = || Some(measure_title(&mentions)).filter(|title| !title.is_empty());
    let measure = due.or_else(title);
    let before_text = before.map(|figure| text(pair.before, figure));
    let after_text = after.map(|figure| text(pair.after, figure));
    let id = ids.of_change(kind, measure.as_deref(), [&before_text, &after_text]);
    ChangeRecord {
        id,
        kind,
        verdict: ChangeVerdict::Fact(link.verdict),
        measure,
        before: record(old, link.before),
        after: record(new, link.after),
        delta,
        paragraphs: Paragraphs {
            before: before.map(|figure| figure.paragraph).into_iter().collect(),
            after: after.map(|figure| figure.paragraph).into_iter().collect(),
        },
        confidence: round(link.confidence),
        figures: [before, after],
        spans: [before, after].map(|figure| figure.map(|figure| figure.span)),
        moved: link.delta.clone(),
        reason: Some(link.reason),
        before_text,
        after_text,
        is_of_new_text: false,
    }
}

/// What a witness has to tell of its figures.
struct Side<'a> {
    witness: &'a Witness,
    records: FigureRecords<'a>,
    /// By figure: the first promise of which it is the deadline.
    promises: HashMap<u32, &'a Promise>,
}

impl<'a> Side<'a> {
    fn new(witness: &'a Witness) -> Self {
        // From the back: of two promises with one deadline the map keeps the one that it meets
        // last, which is the first in the text.
        let promises = witness.promises.iter().rev();
        Self {
            witness,
            records: FigureRecords::new(witness),
            promises: promises
                .filter_map(|promise| Some((promise.deadline?, promise)))
                .collect(),
        }
    }

    /// Of a deadline the promise that is due.
    fn due(&self, figure: Option<u32>) -> Option<String> {
        let promise = self.promises.get(&figure?)?;
        Some(promise_name(self.witness, promise))
    }
}

/// The changed paragraphs of a pair, in the order of the alignment.
pub(super) fn wording_changes<'a>(pair: Pair<'a>, ids: &mut Ids) -> Vec<ChangeRecord<'a>> {
    let links = pair.comparison.alignment.links.iter();
    links
        .filter(|link| link.relation != Relation::Equal)
        .map(|link| wording_change(pair, link, ids))
        .collect()
}

/// The words of some paragraphs, joined by one blank.
fn words<'a>(witness: &'a Witness, paragraphs: &[u32]) -> Cow<'a, str> {
    let Document {
        text,
        paragraphs: all,
        ..
    } = &witness.document;
    let words = |&at: &u32| all[at as usize].span.of(text);
    match paragraphs {
        [one] => Cow::Borrowed(words(one)),
        several => Cow::Owned(several.iter().map(words).collect::<Vec<_>>().join(" ")),
    }
}

fn wording_change<'a>(pair: Pair<'a>, link: &Link, ids: &mut Ids) -> ChangeRecord<'a> {
    let kind = ChangeKind::from(link.relation);
    let sides = [
        words(pair.before, &link.before),
        words(pair.after, &link.after),
    ];
    ChangeRecord {
        // By the words of both sides, since paragraphs have no measure.
        id: ids.name("chg", &[kind.name(), &sides[0], &sides[1]]),
        kind,
        verdict: ChangeVerdict::Paragraphs(link.relation),
        measure: None,
        before: None,
        after: None,
        delta: None,
        paragraphs: Paragraphs {
            before: link.before.clone(),
            after: link.after.clone(),
        },
        confidence: round(link.similarity),
        figures: [None, None],
        spans: [None, None],
        moved: None,
        reason: None,
        before_text: None,
        after_text: None,
        is_of_new_text: false,
    }
}

/// Two decimals are all that a similarity tells.
pub(super) fn round(share: f64) -> f64 {
    (share * 100.0).round() / 100.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_is_bare_where_nothing_says_what_either_number_measures() {
        let side = |bare| Witness {
            figures: vec![Figure {
                bare,
                ..Figure::default()
            }],
            ..Witness::default()
        };
        let link = FigureLink {
            before: Some(0),
            after: Some(0),
            confidence: 1.0,
            verdict: Verdict::Increased,
            delta: None,
            reason: LinkReason::NamedAlike,
        };
        let comparison = Comparison::default();
        let is_bare_in = |before: bool, after: bool| {
            let (before, after) = (side(before), side(after));
            let pair = Pair {
                before: &before,
                after: &after,
                comparison: &comparison,
            };
            is_bare(pair, &link)
        };
        assert!(is_bare_in(true, true));
        assert!(!is_bare_in(true, false) && !is_bare_in(false, true));
    }
}
