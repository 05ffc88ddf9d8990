//! Why paragraphs were linked or not.

use crate::model::{Explanation, Relation, Witness};

/// Characters of a paragraph that are quoted.
const QUOTED: usize = 72;

/// One link with what decided on it, ready to be laid out.
#[derive(Debug, Clone, PartialEq)]
pub struct ExplanationRecord {
    /// How the two sides correspond.
    pub relation: Relation,
    /// Numbers of the paragraphs on either side, from 1: `3, 4 → 5`.
    pub paragraphs: String,
    /// How the first paragraph of the link begins.
    pub quote: String,
    /// What decided, for a person.
    pub reason: &'static str,
    /// Score and what it had to reach: `0.41, floor 0.22`.
    pub score: Option<String>,
    /// The best candidate that was refused: `3 → 9, 0.18`.
    pub runner_up: Option<String>,
}

impl ExplanationRecord {
    /// The record of an explanation between two witnesses.
    #[must_use]
    pub fn new(before: &Witness, after: &Witness, explanation: &Explanation) -> Self {
        let link = &explanation.link;
        // The text after is the one that a reader has open.
        let (witness, first) = match link.after.first() {
            Some(first) => (after, first),
            None => (before, &link.before[0]),
        };
        let scores = explanation.score.zip(explanation.floor);
        Self {
            relation: link.relation,
            paragraphs: format!("{} → {}", numbers(&link.before), numbers(&link.after)),
            quote: beginning(witness, *first),
            reason: explanation.reason.sentence(),
            score: scores.map(|(score, floor)| format!("{score:.2}, floor {floor:.2}")),
            runner_up: explanation.runner_up.map(|next| {
                let sides = (numbers(&[next.before]), numbers(&[next.after]));
                format!("{} → {}, {:.2}", sides.0, sides.1, next.score)
            }),
        }
    }
}

/// Paragraph numbers from 1; a dash for none.
fn numbers(paragraphs: &[u32]) -> String {
    let numbers: Vec<String> = paragraphs.iter().map(|at| (at + 1).to_string()).collect();
    if numbers.is_empty() {
        "–".to_owned()
    } else {
        numbers.join(", ")
    }
}

fn beginning(witness: &Witness, paragraph: u32) -> String {
    let span = witness.document.paragraphs[paragraph as usize].span;
    let text = &witness.document.text[span.range()];
    let mut words = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if let Some((cut, _)) = words.char_indices().nth(QUOTED) {
        words.truncate(cut);
        words.push('…');
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Document, Link, Paragraph, Reason, RunnerUp, Span};

    #[test]
    fn numbers_count_from_one_and_a_missing_side_is_a_dash() {
        let text = "We cleared nine valleys.".to_owned();
        let paragraph = Paragraph {
            span: Span::new(0, text.len()),
            ..Paragraph::default()
        };
        let witness = Witness {
            document: Document {
                text,
                paragraphs: vec![paragraph],
                ..Document::default()
            },
            ..Witness::default()
        };
        let explanation = Explanation {
            link: Link {
                before: Vec::new(),
                after: vec![0],
                relation: Relation::Added,
                similarity: 0.0,
                edits: Vec::new(),
            },
            reason: Reason::TooWeak,
            score: Some(0.12),
            floor: Some(0.2),
            runner_up: Some(RunnerUp {
                before: 3,
                after: 0,
                score: 0.12,
            }),
        };
        let record = ExplanationRecord::new(&witness, &witness, &explanation);
        assert_eq!(record.paragraphs, "– → 1");
        assert_eq!(record.quote, "We cleared nine valleys.");
        assert_eq!(record.score.as_deref(), Some("0.12, floor 0.20"));
        assert_eq!(record.runner_up.as_deref(), Some("4 → 1, 0.12"));
    }
}
