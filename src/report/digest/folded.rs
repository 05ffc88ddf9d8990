//! What is counted and not shown, with the first few of each.

use crate::model::{Relation, Verdict};
use crate::report::change::ChangeRecord;
use crate::report::change_kind::ChangeKind;
use crate::report::comparison::ComparisonRecord;
use crate::report::folding::{COURTESIES, Folding, MOVED, RESTATED, ROLLED_OVER, UNSURE};
use crate::report::passage::Passage;
use crate::report::promise::SideRecord;

use super::noun::Noun;
use super::wording::{is_whole, places};
use super::{is_lone_date, is_lone_name};

/// Examples beside a folded count.
const MAX_EXAMPLES: usize = 3;

/// Something that is counted and not shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fold {
    /// *2 restated*.
    pub count: String,
    /// The first few: *810,000 = 810 000*.
    pub examples: Vec<String>,
}

/// Whether dates and names that one text alone has are listed or counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Lone {
    Listed,
    Counted,
}

/// All that is folded.
pub(super) fn folded(comparison: &ComparisonRecord<'_>, lone: Lone) -> Vec<Fold> {
    let changes = || comparison.changes.iter();
    let of = |verdict: Verdict, sign: &str| -> Vec<String> {
        changes()
            .filter(|change| {
                // Bare numbers have a fold of their own below.
                change.verdict.fact() == Some(verdict) && change.kind != ChangeKind::Bare
            })
            .map(|change| both(change, sign))
            .collect()
    };
    let of_one_text = |is_wanted: fn(&ChangeRecord<'_>) -> bool| -> Vec<String> {
        let folded = changes().filter(|change| lone == Lone::Counted && is_wanted(change));
        folded.map(one).collect()
    };
    let passages = |is_wanted: &dyn Fn(&Passage<'_>) -> bool| -> Vec<&Passage<'_>> {
        let passages = comparison.passages.iter();
        passages.filter(|passage| is_wanted(passage)).collect()
    };
    let moved = passages(&|passage| passage.is_plain_move());
    let perhaps = comparison.perhaps.iter().map(|change| both(change, "→"));
    let bare_numbers = changes().filter(|change| change.kind == ChangeKind::Bare);
    let folds = [
        paragraphs(&passages(&|passage| is_whole(comparison, passage))),
        one_or_more(Noun::DATE, of_one_text(is_lone_date)),
        one_or_more(Noun::NAME_OR_NUMBER, of_one_text(is_lone_name)),
        fold(RESTATED, of(Verdict::Restated, "=")),
        fold(ROLLED_OVER, of(Verdict::Rollover, "→")),
        fold(UNSURE, perhaps.collect()),
        fold(MOVED, moved.into_iter().map(places).collect()),
        bare(
            COURTESIES,
            passages(&|passage| passage.folding == Folding::Courtesy).len(),
        ),
        fold(
            "numbers without a measure",
            bare_numbers.map(|change| both(change, "→")).collect(),
        ),
        bare(
            "respelled (case, quotes, spacing, list marks)",
            comparison.summary.respelled,
        ),
        // What the user's own rules hide is counted too: nothing is folded in silence.
        bare("left out by your rules", comparison.summary.ignored),
    ];
    folds.into_iter().flatten().collect()
}

/// *whole paragraphs: 28 new, 62 gone, 4 rewritten*.
fn paragraphs(whole: &[&Passage<'_>]) -> Option<Fold> {
    let of = |relation: Relation| {
        let related = whole.iter().filter(|passage| passage.relation == relation);
        related.count()
    };
    let (new, gone) = (of(Relation::Added), of(Relation::Removed));
    // Whole paragraphs are either of one text alone or hardly kept at all.
    let rewritten = whole.len() - new - gone;
    let parts = [(new, "new"), (gone, "gone"), (rewritten, "rewritten")];
    let parts: Vec<String> = parts
        .iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, word)| format!("{count} {word}"))
        .collect();
    (!parts.is_empty()).then(|| Fold {
        count: format!("whole paragraphs: {}", parts.join(", ")),
        examples: Vec::new(),
    })
}

/// *1 date of one text alone*, *5 dates of one text alone*.
fn one_or_more(noun: Noun, examples: Vec<String>) -> Option<Fold> {
    let noun = noun.of(examples.len());
    fold(&format!("{noun} of one text alone"), examples)
}

fn fold(word: &str, mut examples: Vec<String>) -> Option<Fold> {
    let count = examples.len();
    examples.truncate(MAX_EXAMPLES);
    Some(Fold {
        examples,
        ..bare(word, count)?
    })
}

fn bare(word: &str, count: usize) -> Option<Fold> {
    (count > 0).then(|| Fold {
        count: format!("{count} {word}"),
        examples: Vec::new(),
    })
}

/// Both sides of a figure in the author's words: *810,000 = 810 000*.
fn both(change: &ChangeRecord<'_>, sign: &str) -> String {
    let words =
        |said: &Option<SideRecord<'_>>| said.as_ref().map_or("", SideRecord::raw).to_owned();
    format!("{} {sign} {}", words(&change.before), words(&change.after))
}

/// The side that one text alone has: *+ 24 March*.
fn one(change: &ChangeRecord<'_>) -> String {
    let sign = change.verdict.fact().map_or("", Verdict::sign);
    let mut sides = change.before.iter().chain(&change.after);
    format!("{sign} {}", sides.next().map_or("", SideRecord::raw))
}
