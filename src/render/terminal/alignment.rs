//! Why paragraphs were linked or not, on the terminal.

use super::escape::escape;
use super::wrap::{Screen, push_text};
use crate::report::ExplanationRecord;

/// Lays out one explanation after the other, in the order of the links.
#[must_use]
pub fn alignment(records: &[ExplanationRecord], screen: Screen) -> String {
    let mut out = String::new();
    for record in records {
        let heading = format!("{}  {}", record.paragraphs, record.relation.name());
        out.extend([
            &screen.style.heading(&heading),
            "  ",
            &escape(&record.quote),
            "\n",
        ]);
        let score = record.score.iter().map(|score| format!("score {score}"));
        let next = record
            .runner_up
            .iter()
            .map(|next| format!("next best {next}"));
        let facts: Vec<String> = [record.reason.to_owned()]
            .into_iter()
            .chain(score)
            .chain(next)
            .collect();
        push_text(&mut out, &facts.join("; "), screen, 4);
    }
    out
}
