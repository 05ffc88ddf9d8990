//! Sentences that moved: their records, and their words in the paragraphs.

use std::ops::Range;

use serde::Serialize;

use super::address::{Addresses, SpanRecord};
use super::change::round;
use crate::model::{Comparison, EditOp, SentenceMove, Span, Witness};

/// A sentence that stands in another place, in the same words or in most of them.
#[derive(Debug, Clone, Serialize)]
pub struct MoveRecord<'a> {
    /// Where it stood.
    pub before: SentenceRecord<'a>,
    /// Where it stands.
    pub after: SentenceRecord<'a>,
    /// Share of the words of both that are the same, 0 to 1.
    pub similarity: f64,
}

/// A sentence of one document.
#[derive(Debug, Clone, Serialize)]
pub struct SentenceRecord<'a> {
    /// Its paragraph, from 0.
    pub paragraph: u32,
    /// Where it stands in the document.
    pub span: SpanRecord,
    /// The author's words.
    pub text: &'a str,
}

impl<'a> SentenceRecord<'a> {
    fn new(
        witness: &'a Witness,
        addresses: &Addresses<'_>,
        paragraph: u32,
        tokens: &Range<u32>,
    ) -> Self {
        let span = span_of(witness, tokens);
        Self {
            paragraph,
            span: addresses.span(span, paragraph),
            text: span.of(&witness.document.text),
        }
    }
}

/// Where some tokens, at least one, stand in the text.
fn span_of(witness: &Witness, tokens: &Range<u32>) -> Span {
    let tokens = witness.segmented.tokens_at(tokens);
    tokens[0].span.to(tokens[tokens.len() - 1].span)
}

/// The records of the moves between two witnesses, in their order.
pub(super) fn move_records<'a>(
    (before, old): (&'a Witness, &Addresses<'_>),
    (after, new): (&'a Witness, &Addresses<'_>),
    moves: &[SentenceMove],
) -> Vec<MoveRecord<'a>> {
    let record = |sentence: &SentenceMove| {
        let [earlier, later] = sentence.paragraphs;
        MoveRecord {
            before: SentenceRecord::new(before, old, earlier, &sentence.before),
            after: SentenceRecord::new(after, new, later, &sentence.after),
            similarity: round(sentence.similarity),
        }
    };
    moves.iter().map(record).collect()
}

/// Where moved words stand in the other text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MoveTarget {
    /// The move they belong to, by its place among those of the comparison.
    pub number: usize,
    /// The paragraph there, from 0.
    pub paragraph: u32,
    /// Whether no word of the sentence changed, so that it is told in full in one
    /// place alone.
    pub is_same: bool,
    /// Whether the place is to be told here: behind the last words that went, and
    /// before the first that came.
    pub shown_here: bool,
}

/// Where the words before that moved stand, and those after, ascending, those of one sentence
/// apart; each with where they stand in the other text.
pub(super) fn moved_words(
    before: &Witness,
    after: &Witness,
    comparison: &Comparison,
) -> [Vec<(Span, MoveTarget)>; 2] {
    let [gone, come] = moved_tokens(comparison);
    [(before, gone), (after, come)].map(|(witness, runs)| {
        let runs = runs.into_iter();
        runs.map(|(tokens, elsewhere)| (span_of(witness, &tokens), elsewhere))
            .collect()
    })
}

type MovedTokens = Vec<(Range<u32>, MoveTarget)>;

fn moved_tokens(comparison: &Comparison) -> [MovedTokens; 2] {
    let mut both = [Vec::new(), Vec::new()];
    for (number, sentence) in comparison.moves.iter().enumerate() {
        let [earlier, later] = sentence.paragraphs;
        let elsewhere = |paragraph| MoveTarget {
            number,
            paragraph,
            is_same: sentence.edits.is_empty(),
            // Known when the words of both texts stand in order: see `mark_move_ends`.
            shown_here: false,
        };
        for (before, after) in kept(sentence) {
            both[0].push((before, elsewhere(later)));
            both[1].push((after, elsewhere(earlier)));
        }
    }
    for side in &mut both {
        // Moves stand in the order of the text before; each side is searched by its own places.
        side.sort_unstable_by_key(|(tokens, _)| tokens.start);
        // A word that the other text put into a moved sentence cuts it in two here too, where
        // nothing stands between the parts.
        side.dedup_by(|next, last| {
            let goes_on = next.1 == last.1 && next.0.start == last.0.end;
            if goes_on {
                last.0.end = next.0.end;
            }
            goes_on
        });
    }
    both
}

/// The words of a sentence that stayed the same, on both sides.
fn kept(sentence: &SentenceMove) -> Vec<(Range<u32>, Range<u32>)> {
    if sentence.edits.is_empty() {
        return vec![(sentence.before.clone(), sentence.after.clone())];
    }
    let shift = |range: &Range<u32>, by: u32| range.start + by..range.end + by;
    let edits = sentence.edits.iter();
    edits
        .filter(|edit| edit.op == EditOp::Equal)
        .map(|edit| {
            let before = shift(&edit.before, sentence.before.start);
            (before, shift(&edit.after, sentence.after.start))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Edit;

    #[test]
    fn words_that_stayed_together_are_one_run_of_their_side() {
        let edit = |op, before: Range<u32>, after: Range<u32>| Edit { op, before, after };
        let comparison = Comparison {
            moves: vec![SentenceMove {
                paragraphs: [4, 1],
                before: 40..48,
                after: 10..16,
                similarity: 0.9,
                edits: vec![
                    edit(EditOp::Equal, 0..3, 0..3),
                    edit(EditOp::Delete, 3..5, 3..3),
                    edit(EditOp::Equal, 5..8, 3..6),
                ],
            }],
            ..Comparison::default()
        };
        let runs = moved_tokens(&comparison).map(|side| {
            let runs = side.into_iter();
            runs.map(|(tokens, elsewhere)| (tokens, elsewhere.paragraph))
                .collect::<Vec<_>>()
        });
        let expected = [vec![(40..43, 1), (45..48, 1)], vec![(10..16, 4)]];
        assert_eq!(runs, expected);
    }
}
