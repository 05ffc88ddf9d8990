//! Some paragraphs of one witness as words, white space and breaks.

use std::ops::Range;

use super::{ChangeRecord, Elsewhere};
use crate::model::{Span, Witness};

/// Spans of the figures and promises that changed and of the numbers that are not read,
/// ascending, with the index of their note.
pub(super) struct Labels {
    pub(super) before: Vec<(Span, usize)>,
    pub(super) after: Vec<(Span, usize)>,
}

/// The figures of `changes` on both sides, and the spans of both sides' notices,
/// whose notes stand behind those of the changes, before first.
pub(super) fn labels(changes: &[ChangeRecord<'_>], notices: &[Vec<Span>; 2]) -> Labels {
    let side = |side: usize| {
        let each = changes.iter().enumerate();
        let told = each.filter_map(|(at, change)| change.spans[side].map(|span| (span, at)));
        let first = changes.len() + if side == 0 { 0 } else { notices[0].len() };
        let unread = notices[side].iter().copied().zip(first..);
        let mut spans: Vec<(Span, usize)> = told.chain(unread).collect();
        spans.sort_unstable();
        spans
    };
    Labels {
        before: side(0),
        after: side(1),
    }
}

/// What a side is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Element {
    /// A word, number or mark.
    Token(Span),
    /// What stands between two tokens, or a list mark.
    Filler(Span),
    /// The end of a paragraph.
    Break,
}

/// Some paragraphs of one witness, end to end.
pub(super) struct Side<'a, 's> {
    pub(super) text: &'a str,
    labels: &'s [(Span, usize)],
    moved: &'s [(Span, Elsewhere)],
    elements: Vec<Element>,
    /// Where each token stands in `elements`.
    tokens: Vec<usize>,
}

impl<'a, 's> Side<'a, 's> {
    pub(super) fn new(
        witness: &'a Witness,
        paragraphs: &[u32],
        labels: &'s [(Span, usize)],
        moved: &'s [(Span, Elsewhere)],
    ) -> Self {
        let mut side = Self {
            text: &witness.document.text,
            labels,
            moved,
            elements: Vec::new(),
            tokens: Vec::new(),
        };
        for (at, &paragraph) in paragraphs.iter().enumerate() {
            if at > 0 {
                side.elements.push(Element::Break);
            }
            side.push(witness, paragraph as usize);
        }
        side
    }

    fn push(&mut self, witness: &Witness, paragraph: usize) {
        let span = witness.document.paragraphs[paragraph].span;
        let mut done = span.start;
        for token in witness.segmented.paragraph_tokens(paragraph) {
            self.push_filler(done, token.span.start);
            self.tokens.push(self.elements.len());
            self.elements.push(Element::Token(token.span));
            done = token.span.end;
        }
        self.push_filler(done, span.end);
    }

    fn push_filler(&mut self, start: u32, end: u32) {
        if start < end {
            self.elements.push(Element::Filler(Span { start, end }));
        }
    }

    /// How many tokens there are.
    pub(super) fn len(&self) -> usize {
        self.tokens.len()
    }

    /// What stands before token `at`; for one past the last, what stands at
    /// the end.
    pub(super) fn lead(&self, at: usize) -> &[Element] {
        let start = at.checked_sub(1).map_or(0, |last| self.tokens[last] + 1);
        let end = self.tokens.get(at).copied().unwrap_or(self.elements.len());
        &self.elements[start..end]
    }

    /// Some tokens, and what stands between them.
    pub(super) fn stretch(&self, range: Range<usize>) -> &[Element] {
        if range.is_empty() {
            return &[];
        }
        &self.elements[self.tokens[range.start]..=self.tokens[range.end - 1]]
    }

    /// The note on what holds `span`.
    pub(super) fn note(&self, span: Span) -> Option<usize> {
        holder(self.labels, span)
    }

    /// Where the words of `span` stand in the other text.
    pub(super) fn elsewhere(&self, span: Span) -> Option<Elsewhere> {
        holder(self.moved, span)
    }
}

/// What is known of the first of some ascending spans that holds `span`.
fn holder<T: Copy>(known: &[(Span, T)], span: Span) -> Option<T> {
    let first = known.partition_point(|(known, _)| known.end < span.end);
    let found = known.get(first).filter(|(known, _)| known.contains(span))?;
    Some(found.1)
}
