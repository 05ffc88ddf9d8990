//! A paragraph that was read before: its words, sentences and figures stand
//! elsewhere and need no second reading.

use super::{Deed, Document, Figure, Notice, Promise, Span, Stance, Token, Witness};

/// A paragraph of an earlier witness in the same language, whose text is the
/// same behind the list mark.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Earlier<'a> {
    /// The witness that has it.
    pub(crate) witness: &'a Witness,
    /// Its number there, from 0.
    pub(crate) paragraph: usize,
    /// Bytes from where its text stands there to where it stands now.
    pub(crate) shift: i64,
}

/// Where a paragraph was read before, by paragraph; `all` may be shorter than the
/// document.
pub(crate) fn earlier_of<'a>(all: &[Option<Earlier<'a>>], paragraph: usize) -> Option<Earlier<'a>> {
    all.get(paragraph).copied().flatten()
}

/// How much of a paragraph of `document` was not read before.
pub(crate) fn unread_bytes(
    document: &Document,
    all: &[Option<Earlier<'_>>],
    paragraph: usize,
) -> usize {
    match earlier_of(all, paragraph) {
        Some(_) => 0,
        None => document.paragraphs[paragraph].span.len_bytes(),
    }
}

impl<'a> Earlier<'a> {
    /// Its tokens where they stand now.
    pub(crate) fn tokens(self) -> impl Iterator<Item = Token> + 'a {
        let tokens = self.witness.segmented.paragraph_tokens(self.paragraph);
        tokens.iter().map(move |token| Token {
            span: self.shifted(token.span),
            ..*token
        })
    }

    /// Where its sentences start, as positions among its tokens.
    pub(crate) fn sentence_starts(self) -> impl Iterator<Item = u32> + 'a {
        let segmented = &self.witness.segmented;
        let parts = segmented.paragraphs[self.paragraph];
        let starts = parts.sentences.0 as usize..parts.sentences.1 as usize;
        let starts = segmented.sentence_starts[starts].iter();
        starts.map(move |start| start - parts.tokens.0)
    }

    /// Its figures where they stand now, as figures of paragraph `number`.
    pub(crate) fn figures(self, number: u32) -> impl Iterator<Item = Figure> + 'a {
        let figures = &self.witness.figures;
        let start = figures.partition_point(|figure| (figure.paragraph as usize) < self.paragraph);
        let own = figures[start..].iter();
        own.take_while(move |figure| figure.paragraph as usize == self.paragraph)
            .map(move |figure| {
                let mut figure = figure.clone();
                figure.paragraph = number;
                for span in figure.spans() {
                    *span = self.shifted(*span);
                }
                figure
            })
    }

    /// Its promises where they stand now, as promises of paragraph `number`; without
    /// their deadlines, which are places among the figures of the witness.
    pub(crate) fn promises(self, number: u32) -> impl Iterator<Item = Promise> + 'a {
        let promises = &self.witness.promises;
        let is_before = |promise: &Promise| (promise.paragraph as usize) < self.paragraph;
        let own = promises[promises.partition_point(is_before)..].iter();
        own.take_while(move |promise| promise.paragraph as usize == self.paragraph)
            .map(move |promise| {
                let mut promise = promise.clone();
                promise.paragraph = number;
                for span in promise.spans() {
                    *span = self.shifted(*span);
                }
                promise
            })
    }

    /// What it says was done, where it stands now, in paragraph `number`.
    pub(crate) fn deeds(self, number: u32) -> impl Iterator<Item = Deed> + 'a {
        let deeds = &self.witness.deeds;
        let is_before = |deed: &Deed| (deed.paragraph as usize) < self.paragraph;
        let own = deeds[deeds.partition_point(is_before)..].iter();
        own.take_while(move |deed| deed.paragraph as usize == self.paragraph)
            .map(move |deed| {
                let mut deed = deed.clone();
                deed.paragraph = number;
                for span in deed.spans() {
                    *span = self.shifted(*span);
                }
                deed
            })
    }

    /// Whom it thanks, blames or has beside it, where it stands now, in paragraph `number`.
    pub(crate) fn stances(self, number: u32) -> impl Iterator<Item = Stance> + 'a {
        let stances = &self.witness.stances;
        let is_before = |stance: &Stance| (stance.paragraph as usize) < self.paragraph;
        let own = stances[stances.partition_point(is_before)..].iter();
        own.take_while(move |stance| stance.paragraph as usize == self.paragraph)
            .map(move |stance| {
                let mut stance = stance.clone();
                stance.paragraph = number;
                for span in stance.spans() {
                    *span = self.shifted(*span);
                }
                stance
            })
    }

    /// What was noticed in it, where it stands now.
    pub(crate) fn notices(self) -> impl Iterator<Item = Notice> + 'a {
        let text = self.witness.document.paragraphs[self.paragraph].span;
        let notices = &self.witness.notices;
        let is_before = |notice: &Notice| notice.span.is_some_and(|span| span.start < text.start);
        let own = notices[notices.partition_point(is_before)..].iter();
        let own = own.take_while(move |notice| notice.span.is_some_and(|span| text.contains(span)));
        own.map(move |notice| Notice {
            span: notice.span.map(|span| self.shifted(span)),
            ..notice.clone()
        })
    }

    fn shifted(self, span: Span) -> Span {
        let shifted = |at: u32| {
            let at = i64::from(at) + self.shift;
            u32::try_from(at).expect("the text is as long here as there")
        };
        Span {
            start: shifted(span.start),
            end: shifted(span.end),
        }
    }
}
