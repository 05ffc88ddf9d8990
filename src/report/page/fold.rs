//! What is counted beside the changes, with all that was counted.

use serde::Serialize;

use super::anchor::Places;
use crate::model::{Relation, Verdict};
use crate::report::change::ChangeRecord;
use crate::report::comparison::ComparisonRecord;
use crate::report::digest::{measure, place, places as passage_places};
use crate::report::folding::Folding;
use crate::report::passage::Passage;

/// Changes of one kind that are counted rather than told.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PageFold {
    /// *2 figures restated*.
    pub count: String,
    /// Each of them.
    pub items: Vec<PageFoldItem>,
}

/// One change that is counted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PageFoldItem {
    /// The anchor to be linked to; null where the item is only a link.
    pub anchor: Option<String>,
    /// What it is: the measure, or the place.
    pub name: String,
    /// What was said; null for paragraphs.
    pub before: Option<String>,
    /// What is said; null for paragraphs.
    pub after: Option<String>,
    /// The anchor of the paragraph.
    pub target: String,
}

/// What the comparison counts beside its changes; `ids` are the anchors of the
/// changes.
pub(super) fn folds(
    record: &ComparisonRecord<'_>,
    (ids, places): (&[String], &Places),
) -> Vec<PageFold> {
    let figures = |verdict| figures(record, verdict, (ids, places));
    let paragraphs = |wanted: &dyn Fn(&Passage<'_>) -> bool| -> Vec<PageFoldItem> {
        let each = record.passages.iter().filter(|passage| wanted(passage));
        each.filter_map(|passage| paragraph(passage, places))
            .collect()
    };
    // A pair that is perhaps none has no name; where it stands is sure.
    let perhaps = |change: &ChangeRecord<'_>| {
        Some(PageFoldItem {
            name: place(change),
            ..counted(change, None, places)?
        })
    };
    // Each is listed in full: a page has room to open it.
    let groups = [
        ("restated in other words", figures(Verdict::Restated)),
        ("rolled over with the year", figures(Verdict::Rollover)),
        (
            "perhaps changed, too unsure to tell",
            record.perhaps.iter().filter_map(perhaps).collect(),
        ),
        (
            "moved, not edited",
            paragraphs(&|passage| passage.relation == Relation::Moved && passage.is_unchanged()),
        ),
        (
            "in salutations, letterheads and thanks",
            paragraphs(&|passage| passage.folding == Folding::Courtesy),
        ),
        (
            "with figures alone edited",
            paragraphs(&|passage| passage.folding == Folding::Figures),
        ),
    ];
    let reported = groups.into_iter().filter(|(_, items)| !items.is_empty());
    reported
        .map(|(words, items)| PageFold {
            count: format!("{} {words}", items.len()),
            items,
        })
        .collect()
}

fn figures(
    record: &ComparisonRecord<'_>,
    verdict: Verdict,
    (ids, places): (&[String], &Places),
) -> Vec<PageFoldItem> {
    let each = record.changes.iter().zip(ids);
    each.filter(|(change, _)| change.verdict.fact() == Some(verdict))
        .filter_map(|(change, id)| counted(change, Some(id), places))
        .collect()
}

/// A change that both texts state.
fn counted(
    change: &ChangeRecord<'_>,
    anchor: Option<&String>,
    places: &Places,
) -> Option<PageFoldItem> {
    Some(PageFoldItem {
        anchor: anchor.cloned(),
        name: measure(change),
        before: change.before_text.clone(),
        after: change.after_text.clone(),
        target: places.of_after(*change.paragraphs.after.first()?),
    })
}

fn paragraph(passage: &Passage<'_>, places: &Places) -> Option<PageFoldItem> {
    let target = match (passage.after.first(), passage.before.first()) {
        (Some(&at), _) => places.of_after(at),
        (None, Some(&at)) => places.of_before(at),
        (None, None) => return None,
    };
    Some(PageFoldItem {
        anchor: None,
        name: format!("{} {}", passage_places(passage), passage.relation.name()),
        before: None,
        after: None,
        target,
    })
}
