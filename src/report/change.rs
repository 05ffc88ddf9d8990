//! What changed, one record a change: figures first, then wording.

use std::borrow::Cow;

use serde::Serialize;

use super::delta::{Delta, delta};
use super::figure::{FigureRecord, FigureRecords};
use super::id::Ids;
use super::measure;
use super::verdict::{Setting, Verdict, step, verdict, years_between};
use crate::model::{
    Comparison, Document, Figure, FigureKind, FigureLink, Key, Link, Relation, Role, Witness,
};

/// The kind of a change of numbers that nothing says the measure of.
pub(super) const BARE: &str = "bare";

/// One change between two witnesses.
#[derive(Debug, Clone, Serialize)]
pub struct ChangeRecord<'a> {
    /// Stable name: `chg-` and a hash of what changed.
    pub id: String,
    /// `figure`, `date`, `label` (ordinals and references), `bare` (numbers that
    /// nothing says the measure of), `commitment`, `wording`, `move`, `added` or `removed`.
    pub kind: &'static str,
    /// What became of it: a verdict, or the relation of the paragraphs.
    pub verdict: &'static str,
    /// What the figure measures, in the author's words; null for wording.
    pub measure: Option<String>,
    /// The figure before.
    pub before: Option<Box<FigureRecord<'a>>>,
    /// The figure after.
    pub after: Option<Box<FigureRecord<'a>>>,
    /// How far it moved.
    pub delta: Option<Delta>,
    /// Paragraphs concerned, from 0.
    pub paragraphs: Paragraphs,
    /// 0 to 1: how sure it is that both sides measure the same.
    pub confidence: f64,
    /// The figures before and after, as they were read.
    #[serde(skip)]
    pub figures: [Option<&'a Figure>; 2],
    /// The verdict of a figure, as a value.
    #[serde(skip)]
    pub outcome: Option<Verdict>,
    /// The value before as a person would write it.
    #[serde(skip)]
    pub before_text: Option<String>,
    /// The value after as a person would write it.
    #[serde(skip)]
    pub after_text: Option<String>,
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

/// A figure link with what became of it.
struct Judged {
    link: FigureLink,
    verdict: Verdict,
}

/// The changed figures of a pair, the most telling first; unchanged ones are counted
/// by the summary alone. The verdicts leave out bare numbers.
pub(super) fn figure_changes<'a>(
    pair: Pair<'a>,
    ids: &mut Ids,
) -> (Vec<ChangeRecord<'a>>, Vec<(FigureKind, Verdict)>) {
    let judged: Vec<Judged> = pair
        .comparison
        .figures
        .iter()
        .map(|link| judge(pair, *link))
        .collect();
    let verdicts = judged
        .iter()
        .filter(|judged| !is_bare(pair, judged.link))
        .map(|judged| (kind(pair, judged.link), judged.verdict))
        .collect();
    let records = (
        FigureRecords::new(pair.before),
        FigureRecords::new(pair.after),
    );
    let mut told: Vec<&Judged> = judged
        .iter()
        .filter(|judged| judged.verdict != Verdict::Same)
        .collect();
    told.sort_by_key(|judged| rank(pair, judged));
    let changes = told
        .into_iter()
        .map(|judged| figure_change(pair, &records, judged, ids));
    (changes.collect(), verdicts)
}

/// Amounts before dates before labels; changed before gone and new; then in
/// reading order.
fn rank(pair: Pair<'_>, judged: &Judged) -> (u8, u8, u32, u32) {
    let group = match kind(pair, judged.link) {
        FigureKind::Date => 1,
        FigureKind::Ordinal | FigureKind::Reference => 2,
        _ => 0,
    };
    let verdict = match judged.verdict {
        Verdict::Increased | Verdict::Decreased => 0,
        Verdict::Changed => 1,
        Verdict::BoundChanged => 2,
        Verdict::ScopeChanged | Verdict::Softened | Verdict::Strengthened => 3,
        Verdict::Removed => 4,
        Verdict::Added => 5,
        Verdict::Restated | Verdict::Rollover | Verdict::Same => 6,
    };
    let at = judged.link.after.map_or(u32::MAX, |at| at);
    (group, verdict, at, judged.link.before.unwrap_or(u32::MAX))
}

fn figures(pair: Pair<'_>, link: FigureLink) -> (Option<&Figure>, Option<&Figure>) {
    (
        link.before.map(|at| &pair.before.figures[at as usize]),
        link.after.map(|at| &pair.after.figures[at as usize]),
    )
}

/// Whether nothing on either side says what the numbers of a link measure.
pub(super) fn is_bare(pair: Pair<'_>, link: FigureLink) -> bool {
    let (before, after) = figures(pair, link);
    before.into_iter().chain(after).all(|figure| figure.bare)
}

fn kind(pair: Pair<'_>, link: FigureLink) -> FigureKind {
    let (before, after) = figures(pair, link);
    before
        .or(after)
        .map_or(FigureKind::Quantity, |figure| figure.kind)
}

fn judge(pair: Pair<'_>, link: FigureLink) -> Judged {
    let verdict = match figures(pair, link) {
        (Some(before), Some(after))
            if !turned(before, after) && same_words(pair, before, after) =>
        {
            Verdict::Same
        }
        (Some(before), Some(after)) => verdict(before, after, setting(pair, before, after)),
        (Some(_), None) => Verdict::Removed,
        _ => Verdict::Added,
    };
    Judged { link, verdict }
}

fn setting(pair: Pair<'_>, before: &Figure, after: &Figure) -> Setting {
    let date = |witness: &Witness| {
        witness
            .document
            .metadata
            .date
            .clone()
            .map(|date| date.value)
    };
    let role = |witness: &Witness, figure: &Figure| {
        witness.document.paragraphs[figure.paragraph as usize].role
    };
    Setting {
        years: years_between(date(pair.before).as_deref(), date(pair.after).as_deref()),
        date_line: role(pair.before, before) == Role::DateLine
            && role(pair.after, after) == Role::DateLine,
    }
}

/// Whether a rise became a fall, or the other way round.
fn turned(before: &Figure, after: &Figure) -> bool {
    let steps = step(before).zip(step(after));
    steps.is_some_and(|(before, after)| before != after)
}

/// Whether both figures are written in the same words.
fn same_words(pair: Pair<'_>, before: &Figure, after: &Figure) -> bool {
    let keys = |witness: &Witness, figure: &Figure| -> Vec<Key> {
        let tokens = witness
            .segmented
            .paragraph_tokens(figure.paragraph as usize);
        let first = tokens.partition_point(|token| token.span.end <= figure.span.start);
        let inside = tokens[first..]
            .iter()
            .take_while(|token| token.span.start < figure.span.end);
        inside.map(|token| token.key).collect()
    };
    let resolved = |figure: &Figure| (figure.value, figure.date.clone());
    resolved(before) == resolved(after) && keys(pair.before, before) == keys(pair.after, after)
}

fn figure_change<'a>(
    pair: Pair<'a>,
    records: &(FigureRecords<'a>, FigureRecords<'a>),
    judged: &Judged,
    ids: &mut Ids,
) -> ChangeRecord<'a> {
    let link = judged.link;
    let (before, after) = figures(pair, link);
    let kind = match kind(pair, link) {
        _ if is_bare(pair, link) => BARE,
        FigureKind::Date => "date",
        FigureKind::Ordinal | FigureKind::Reference => "label",
        _ => "figure",
    };
    let delta = match (before, after) {
        (Some(before), Some(after)) => delta(before, after, judged.verdict),
        _ => None,
    };
    let record = |records: &FigureRecords<'a>, at: Option<u32>| {
        at.map(|at| Box::new(records.record(at as usize)))
    };
    let text =
        |witness: &'a Witness, figure: &Figure| measure::value_text(&witness.document.text, figure);
    let named = after
        .map(|figure| (pair.after, figure))
        .or(before.map(|figure| (pair.before, figure)));
    let measure = named.map(|(witness, figure)| measure::name(witness, figure));
    let before_text = before.map(|figure| text(pair.before, figure));
    let after_text = after.map(|figure| text(pair.after, figure));
    let words = |text: &Option<String>| text.clone().unwrap_or_default();
    let id = ids.name(
        "chg",
        &[
            kind,
            measure.as_deref().unwrap_or_default(),
            &words(&before_text),
            &words(&after_text),
        ],
    );
    ChangeRecord {
        id,
        kind,
        verdict: judged.verdict.name(),
        measure,
        before: record(&records.0, link.before),
        after: record(&records.1, link.after),
        delta,
        paragraphs: Paragraphs {
            before: before.map(|figure| figure.paragraph).into_iter().collect(),
            after: after.map(|figure| figure.paragraph).into_iter().collect(),
        },
        confidence: round(link.confidence),
        figures: [before, after],
        outcome: Some(judged.verdict),
        before_text,
        after_text,
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
    let kind = match link.relation {
        Relation::Moved => "move",
        Relation::Added => "added",
        Relation::Removed => "removed",
        _ => "wording",
    };
    let sides = [
        words(pair.before, &link.before),
        words(pair.after, &link.after),
    ];
    ChangeRecord {
        id: ids.name("chg", &[kind, &sides[0], &sides[1]]),
        kind,
        verdict: link.relation.name(),
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
        outcome: None,
        before_text: None,
        after_text: None,
    }
}

/// Two decimals are all that a similarity tells.
pub(super) fn round(share: f64) -> f64 {
    (share * 100.0).round() / 100.0
}
