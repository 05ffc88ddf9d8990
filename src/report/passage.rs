//! The wording of a link: what stayed, what went, what came.

use std::ops::Range;

use super::folding::Folding;
use crate::model::{EditOp, Link, Relation, Segmented, Span, Token, Witness};

/// The wording of one link, ready to be laid out.
#[derive(Debug, Clone, PartialEq)]
pub struct Passage<'a> {
    /// How the two sides correspond.
    pub relation: Relation,
    /// Paragraph numbers before, from 0.
    pub before: &'a [u32],
    /// Paragraph numbers after, from 0.
    pub after: &'a [u32],
    /// 0 to 1.
    pub similarity: f64,
    /// Line or page of the first paragraph, after if there is one.
    pub place: crate::model::Place,
    /// Whether it is shown, or counted elsewhere.
    pub folding: Folding,
    /// The words in reading order.
    pub pieces: Vec<Piece<'a>>,
}

impl Passage<'_> {
    /// Whether no word differs.
    #[must_use]
    pub fn is_unchanged(&self) -> bool {
        self.pieces.iter().all(|piece| piece.mark == Mark::Same)
    }
}

/// A run of words of one kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece<'a> {
    /// What became of the words.
    pub mark: Mark,
    /// The author's words; of the text after where both have them.
    pub text: &'a str,
    /// The same words as the text before has them; empty where it has none.
    pub before: &'a str,
    /// Whether a blank stands before them.
    pub spaced: bool,
    /// Whether the run is made of whole sentences without a change in or
    /// beside them, so that it may be shown as `…`.
    pub remote: bool,
}

/// What became of a run of words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Mark {
    /// In both.
    Same,
    /// Only before.
    Gone,
    /// Only after.
    New,
}

/// The tokens of some paragraphs of one witness, end to end.
#[derive(Debug)]
pub(super) struct Side<'a> {
    text: &'a str,
    tokens: Vec<Token>,
    /// Positions in `tokens` where a sentence starts, ascending.
    sentences: Vec<usize>,
}

impl<'a> Side<'a> {
    pub(super) fn new(witness: &'a Witness, paragraphs: &[u32]) -> Self {
        let mut side = Self {
            text: &witness.document.text,
            tokens: Vec::new(),
            sentences: Vec::new(),
        };
        for &paragraph in paragraphs {
            side.push(&witness.segmented, paragraph as usize);
        }
        side
    }

    fn push(&mut self, segmented: &Segmented, paragraph: usize) {
        let first = segmented.paragraphs[paragraph].tokens.0 as usize;
        let base = self.tokens.len();
        let starts = segmented
            .paragraph_sentences(paragraph)
            .map(|range| base + range.start - first);
        self.sentences.extend(starts);
        self.tokens
            .extend_from_slice(segmented.paragraph_tokens(paragraph));
    }

    fn words(&self, range: &Range<usize>) -> &'a str {
        if range.is_empty() {
            return "";
        }
        self.span(range).of(self.text)
    }

    fn span(&self, range: &Range<usize>) -> Span {
        self.tokens[range.start]
            .span
            .to(self.tokens[range.end - 1].span)
    }

    /// Whether white space stands before token `at`.
    fn spaced(&self, at: usize) -> bool {
        let pair = at
            .checked_sub(1)
            .and_then(|last| self.tokens.get(last..=at));
        pair.is_some_and(|pair| pair[0].span.end < pair[1].span.start)
    }

    /// The whole sentences inside `range`.
    fn whole_sentences(&self, range: &Range<usize>) -> Option<Range<usize>> {
        let bound =
            |at: usize| at == self.tokens.len() || self.sentences.binary_search(&at).is_ok();
        let start = (range.start..range.end).find(|at| bound(*at))?;
        let end = (start + 1..=range.end).rev().find(|at| bound(*at))?;
        Some(start..end)
    }
}

/// The wording of `link`.
#[must_use]
pub(super) fn passage<'a>(
    before: &'a Witness,
    after: &'a Witness,
    link: &'a Link,
    folding: Folding,
) -> Passage<'a> {
    let old = Side::new(before, &link.before);
    let new = Side::new(after, &link.after);
    let place = |witness: &Witness, paragraphs: &[u32]| {
        paragraphs
            .first()
            .map(|&at| witness.document.paragraphs[at as usize].place)
    };
    Passage {
        relation: link.relation,
        before: &link.before,
        after: &link.after,
        similarity: link.similarity,
        folding,
        place: place(after, &link.after)
            .or_else(|| place(before, &link.before))
            .unwrap_or_default(),
        pieces: pieces(&old, &new, link),
    }
}

fn pieces<'a>(old: &Side<'a>, new: &Side<'a>, link: &Link) -> Vec<Piece<'a>> {
    let mut pieces = Vec::new();
    let whole = |side: &Side<'a>| 0..side.tokens.len();
    match link.relation {
        Relation::Added => push(&mut pieces, Mark::New, new, whole(new)),
        Relation::Removed => push(&mut pieces, Mark::Gone, old, whole(old)),
        _ if link.edits.is_empty() => push_same(&mut pieces, (old, whole(old)), (new, whole(new))),
        _ => {
            for edit in &link.edits {
                let range = |range: &Range<u32>| range.start as usize..range.end as usize;
                let (before, after) = (range(&edit.before), range(&edit.after));
                let apart =
                    !pieces.is_empty() && (old.spaced(before.start) || new.spaced(after.start));
                let first = pieces.len();
                if edit.op == EditOp::Equal {
                    push_same(&mut pieces, (old, before), (new, after));
                } else {
                    push(&mut pieces, Mark::Gone, old, before);
                    push(&mut pieces, Mark::New, new, after);
                }
                if let Some(piece) = pieces.get_mut(first) {
                    piece.spaced = apart;
                }
            }
        }
    }
    pieces
}

/// Pushes words that one side alone has.
fn push<'a>(pieces: &mut Vec<Piece<'a>>, mark: Mark, side: &Side<'a>, range: Range<usize>) {
    if !range.is_empty() {
        let text = side.words(&range);
        pieces.push(Piece {
            mark,
            text,
            before: if mark == Mark::Gone { text } else { "" },
            spaced: side.spaced(range.start),
            remote: false,
        });
    }
}

/// Pushes words that stayed, whole sentences apart from the broken ones. Where
/// the sides have other counts of tokens, all words before are with the first
/// piece.
fn push_same<'a>(
    pieces: &mut Vec<Piece<'a>>,
    (old, before): (&Side<'a>, Range<usize>),
    (new, after): (&Side<'a>, Range<usize>),
) {
    let remote = new.whole_sentences(&after).unwrap_or(after.end..after.end);
    let parts = [
        (after.start..remote.start, false),
        (remote.clone(), true),
        (remote.end..after.end, false),
    ];
    let first = pieces.len();
    for (part, remote) in parts.into_iter().filter(|(part, _)| !part.is_empty()) {
        let earlier = match before.len() == after.len() {
            true => part.start - after.start + before.start..part.end - after.start + before.start,
            false if pieces.len() == first => before.clone(),
            false => before.end..before.end,
        };
        pieces.push(Piece {
            mark: Mark::Same,
            text: new.words(&part),
            before: old.words(&earlier),
            spaced: new.spaced(part.start),
            remote,
        });
    }
}
