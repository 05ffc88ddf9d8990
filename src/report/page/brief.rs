//! What a page of several statements says first.

use super::{PageMeasure, Section};
use crate::model::Verdict;
use crate::plain::capitalised;
use crate::report::matrix::Matrix;

/// The sentences on a page: those of its one comparison, or what became of the measures
/// from the first statement to the last.
pub(super) fn brief(
    names: &[String],
    sections: &[Section<'_>],
    (ledger, matrix): (&[PageMeasure<'_>], Option<&Matrix<'_>>),
) -> Vec<String> {
    // Delegations that speak once each are not compared, so there is nothing that changed.
    if let Some(matrix) = matrix {
        let topics = matrix.common.len() + matrix.topics.len();
        return vec![format!(
            "{} delegations, each once: two or more of them speak of {topics} topics and give figures for {} things. What one alone states is neither gone nor new.",
            matrix.columns.len(),
            matrix.figures.len()
        )];
    }
    if let [section] = sections {
        return section.brief.to_vec();
    }
    let reported = |is_it: &dyn Fn(&Section<'_>) -> bool| {
        sections.iter().filter(|section| is_it(section)).count()
    };
    let moved = reported(&|section| {
        let verdicts = section.figures.iter().map(|card| card.verdict);
        verdicts
            .into_iter()
            .any(|verdict| matches!(verdict, Verdict::Increased | Verdict::Decreased))
    });
    let mut sentences = vec![format!(
        "In {moved} of {} steps from statement to statement a figure rose or fell, in {} a promise or a deadline changed.",
        sections.len(),
        reported(&|section| !section.promises.is_empty())
    )];
    sentences.extend(
        ledger
            .iter()
            .find(|row| row.is_changed)
            .map(|row| over(row, names)),
    );
    sentences
}

/// *Target range: from “0 to 1/4 percent” (28 January 2015) to “1-1/2 percent” (11 December
/// 2019).*
fn over(row: &PageMeasure<'_>, names: &[String]) -> String {
    let end = |at: usize| {
        let raw = row.cells[at].as_ref().map_or("", |cell| cell.raw);
        let words: Vec<&str> = raw.split_whitespace().collect();
        format!("“{}” ({})", words.join(" "), names[at])
    };
    let name = capitalised(row.name);
    format!("{name}: from {} to {}.", end(row.ends[0]), end(row.ends[1]))
}
