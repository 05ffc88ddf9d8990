//! What is counted beside the changes, with all that was counted.

use serde::Serialize;

use super::anchor::Places;
use crate::model::{Relation, Verdict};
use crate::report::change::ChangeRecord;
use crate::report::comparison::ComparisonRecord;
use crate::report::digest::{measure, place, places as passage_places};
use crate::report::folding::{COURTESIES, Folding, MOVED, RESTATED, ROLLED_OVER, UNSURE};
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
        (RESTATED, figures(Verdict::Restated)),
        (ROLLED_OVER, figures(Verdict::Rollover)),
        (UNSURE, record.perhaps.iter().filter_map(perhaps).collect()),
        (
            MOVED,
            paragraphs(&|passage| passage.relation == Relation::Moved && passage.is_unchanged()),
        ),
        (
            COURTESIES,
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

#[cfg(test)]
mod tests {
    use crate::align::AlignOptions;
    use crate::compare::{compare, read_witness};
    use crate::load::{LoadOptions, load_bytes};
    use crate::model::Vocabulary;
    use crate::report::{ComparisonRecord, Detail, Digest, DocumentRecord, Page, PageInput};

    #[test]
    fn what_is_counted_has_one_name_on_the_page_and_on_the_terminal() {
        let school = "No child of our villages shall fear the path that leads to school.";
        let dogs = "The teams of the north work with dogs in the hills above the river.";
        let statement = |day: &str, land: &str, [first, second]: [&str; 2]| {
            format!(
                "Geneva, {day}\n\nMadam President,\n\n{first}\n\n{second}\n\nWe hold {land} of land."
            )
        };
        let before = statement("14 June 2024", "3 thousand hectares", [school, dogs]);
        let after = statement("12 June 2025", "30 square kilometres", [dogs, school]);
        let mut vocabulary = Vocabulary::new();
        let witnesses = [before, after]
            .map(|text| load_bytes("a.txt", text.as_bytes(), &LoadOptions::default()).unwrap())
            .map(|document| read_witness(document, &mut vocabulary));
        let [old, new] = &witnesses;
        let found = compare(old, new, &vocabulary, &AlignOptions::default());
        let record = ComparisonRecord::new(old, new, &found);
        let input = PageInput {
            before: 0,
            after: 1,
            comparison: &found,
            record: &record,
        };
        let page = Page::new(&witnesses, &[input], &[], Vec::new());
        let documents = [old, new].map(|witness| DocumentRecord::new(&witness.document));
        let digest = Digest::new(&documents[0], &documents[1], &record, Detail::Summary);
        let folds = page.sections[0].folds.iter();
        let on_page: Vec<&str> = folds.map(|fold| fold.count.as_str()).collect();
        let folds = digest.folded.iter();
        let on_terminal: Vec<&str> = folds.map(|fold| fold.count.as_str()).collect();
        // What the page counts beside them, the terminal shows.
        for fold in [
            "rolled over with the statement",
            "moved as they were",
            "restated",
        ] {
            let fold = format!("1 {fold}");
            assert!(on_page.contains(&fold.as_str()), "{fold}: {on_page:?}");
            assert!(
                on_terminal.contains(&fold.as_str()),
                "{fold}: {on_terminal:?}"
            );
        }
    }
}
