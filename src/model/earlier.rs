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

/// What is read in a paragraph.
trait Read: Clone {
    fn paragraph(&self) -> u32;
    fn set_paragraph(&mut self, number: u32);
    /// All places in the text that it names.
    fn spans(&mut self) -> impl Iterator<Item = &mut Span>;
}

macro_rules! read {
    ($($read:ty),+) => {
        $(impl Read for $read {
            fn paragraph(&self) -> u32 {
                self.paragraph
            }

            fn set_paragraph(&mut self, number: u32) {
                self.paragraph = number;
            }

            fn spans(&mut self) -> impl Iterator<Item = &mut Span> {
                <$read>::spans(self)
            }
        })+
    };
}

read!(Figure, Promise, Deed, Stance);

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
        self.moved(&self.witness.figures, number)
    }

    /// Its promises where they stand now, as promises of paragraph `number`; without
    /// their deadlines, which are places among the figures of the witness.
    pub(crate) fn promises(self, number: u32) -> impl Iterator<Item = Promise> + 'a {
        self.moved(&self.witness.promises, number)
    }

    /// What it says was done, where it stands now, in paragraph `number`.
    pub(crate) fn deeds(self, number: u32) -> impl Iterator<Item = Deed> + 'a {
        self.moved(&self.witness.deeds, number)
    }

    /// Whom it thanks, blames or has beside it, where it stands now, in paragraph `number`.
    pub(crate) fn stances(self, number: u32) -> impl Iterator<Item = Stance> + 'a {
        self.moved(&self.witness.stances, number)
    }

    /// Those of `all` that stand in it, given in reading order, where they stand now.
    fn moved<T: Read>(self, all: &'a [T], number: u32) -> impl Iterator<Item = T> + 'a {
        let start = all.partition_point(|it| (it.paragraph() as usize) < self.paragraph);
        let own = all[start..].iter();
        own.take_while(move |it| it.paragraph() as usize == self.paragraph)
            .map(move |it| {
                let mut it = it.clone();
                it.set_paragraph(number);
                for span in it.spans() {
                    *span = self.shifted(*span);
                }
                it
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
