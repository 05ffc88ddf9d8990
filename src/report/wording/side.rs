//! Some paragraphs of one witness as tokens, blanks and breaks.

use std::ops::Range;

use crate::model::{Span, Witness};
use crate::report::moves::MoveTarget;

/// What an element of a side is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::report) enum ElementKind {
    /// A word, a number or a mark.
    Token,
    /// What stands between two tokens, or a list mark.
    Blank,
    /// The end of a paragraph.
    Break,
}

/// A token, a blank or a break, and where it stands; a break is empty.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Element {
    pub(super) kind: ElementKind,
    pub(super) span: Span,
}

/// Some paragraphs of one witness, ascending, end to end.
pub(in crate::report) struct Side<'a, 's> {
    pub(in crate::report) text: &'a str,
    moved: &'s [(Span, MoveTarget)],
    elements: Vec<Element>,
    /// Where each token stands in `elements`.
    tokens: Vec<usize>,
    /// The bytes at which a sentence starts, ascending.
    sentences: Vec<u32>,
}

impl<'a, 's> Side<'a, 's> {
    /// Some paragraphs of `witness`, of which `moved` tells the words that moved.
    pub(in crate::report) fn new(
        witness: &'a Witness,
        paragraphs: &[u32],
        moved: &'s [(Span, MoveTarget)],
    ) -> Self {
        let mut side = Self {
            text: &witness.document.text,
            moved,
            elements: Vec::new(),
            tokens: Vec::new(),
            sentences: Vec::new(),
        };
        for (at, &paragraph) in paragraphs.iter().enumerate() {
            // The break belongs to the paragraph that follows; behind the last there is none.
            if at > 0 {
                let start = witness.document.paragraphs[paragraph as usize].span.start;
                side.push(ElementKind::Break, start, start);
            }
            side.push_paragraph(witness, paragraph as usize);
        }
        side
    }

    fn push_paragraph(&mut self, witness: &Witness, paragraph: usize) {
        let span = witness.document.paragraphs[paragraph].span;
        let mut done = span.start;
        for token in witness.segmented.paragraph_tokens(paragraph) {
            self.push_blank(done, token.span.start);
            self.tokens.push(self.elements.len());
            self.push(ElementKind::Token, token.span.start, token.span.end);
            done = token.span.end;
        }
        self.push_blank(done, span.end);
        let tokens = &witness.segmented.tokens;
        let sentences = witness.segmented.paragraph_sentences(paragraph);
        let starts = sentences.filter_map(|range| Some(tokens.get(range.start)?.span.start));
        self.sentences.extend(starts);
    }

    fn push_blank(&mut self, start: u32, end: u32) {
        if start < end {
            self.push(ElementKind::Blank, start, end);
        }
    }

    fn push(&mut self, kind: ElementKind, start: u32, end: u32) {
        let span = Span { start, end };
        self.elements.push(Element { kind, span });
    }

    /// How many tokens there are.
    pub(in crate::report) fn len(&self) -> usize {
        self.tokens.len()
    }

    /// What stands before token `at`; for one past the last, what stands at the end.
    pub(super) fn lead(&self, at: usize) -> &[Element] {
        // From behind the token before, so that every blank belongs to one token.
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

    /// Where the words of `span` stand in the other text.
    pub(super) fn elsewhere(&self, span: Span) -> Option<MoveTarget> {
        holder(self.moved, span)
    }

    fn start_of(&self, token: usize) -> u32 {
        self.elements[token].span.start
    }

    /// Whether white space stands between the first token from `byte` on and the one before it.
    pub(in crate::report) fn is_spaced(&self, byte: u32) -> bool {
        let at = self
            .tokens
            .partition_point(|token| self.start_of(*token) < byte);
        at > 0 && at < self.len() && !self.lead(at).is_empty()
    }

    /// Whether the first token from `byte` on starts a sentence, or there is none.
    pub(in crate::report) fn is_bound(&self, byte: u32) -> bool {
        let at = self
            .tokens
            .partition_point(|token| self.start_of(*token) < byte);
        let next = self.tokens.get(at).map(|token| self.start_of(*token));
        next.is_none_or(|start| self.sentences.binary_search(&start).is_ok())
    }
}

/// What is known of the first of some ascending spans that holds `span`.
pub(in crate::report) fn holder<T: Copy>(known: &[(Span, T)], span: Span) -> Option<T> {
    // Spans that ascend and lie apart end in the same order: the first that ends no earlier is the
    // only one that can hold it.
    let first = known.partition_point(|(known, _)| known.end < span.end);
    let found = known.get(first).filter(|(known, _)| known.contains(span))?;
    Some(found.1)
}
