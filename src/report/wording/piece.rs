//! Words of one kind as they are read: a run of segments, its blanks at the ends apart.

use std::borrow::Cow;
use std::ops::Range;

use super::Mark;
use crate::report::moves::MoveTarget;

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
    /// Where the words stand in the other text, if their sentence moved.
    pub elsewhere: Option<MoveTarget>,
    /// The bytes of a word that differ from the word beside it which stands for
    /// it; empty where those alone differ.
    pub letters: Option<Range<usize>>,
    /// Whether the run is made of whole sentences without a change in or
    /// beside them, so that it may be shown as `…`.
    pub remote: bool,
    /// Of a remote run, where its sentences end: bytes of `text`, ascending, the last its
    /// length; else empty.
    pub ends: Vec<usize>,
}

/// Words at the start and at the end of a sentence that are shown where it went.
const HEAD_WORDS: usize = 4;
const TAIL_WORDS: usize = 3;

impl<'a> Piece<'a> {
    /// Words without a mark.
    #[must_use]
    pub fn same(text: &'a str, spaced: bool) -> Self {
        Self {
            mark: Mark::Same,
            text,
            before: text,
            spaced,
            elsewhere: None,
            letters: None,
            remote: false,
            ends: Vec::new(),
        }
    }

    /// The run as pieces of which at most `context` sentences at either end are shown: at
    /// the start of a passage the last of them, at its end the first.
    pub(in crate::report) fn with_context(
        &self,
        context: usize,
        (is_first, is_last): (bool, bool),
    ) -> Vec<Self> {
        let count = self.ends.len();
        let head = if is_first { 0 } else { context.min(count) };
        let tail = if is_last {
            0
        } else {
            // A run of two sentences between two changes shows each once.
            context.min(count - head)
        };
        // The text before has the same words only where both are as long; else its words
        // stay together.
        let is_even = self.before.len() == self.text.len();
        if !self.remote || head + tail == 0 || !is_even && head + tail < count {
            return vec![self.clone()];
        }
        let end = |sentences: usize| sentences.checked_sub(1).map_or(0, |at| self.ends[at]);
        let bounds = [0, end(head), end(count - tail), self.text.len()];
        let part = |at: usize| {
            let text = &self.text[bounds[at]..bounds[at + 1]];
            let before = if is_even {
                &self.before[bounds[at]..bounds[at + 1]]
            } else {
                self.before
            };
            let blanks = text.len() - text.trim_start().len();
            Self {
                text: text.trim_start(),
                before: before.trim_start(),
                spaced: if at == 0 {
                    self.spaced
                } else {
                    self.spaced || blanks > 0
                },
                remote: at == 1,
                ends: Vec::new(),
                ..self.clone()
            }
        };
        let whole = [0, 1, 2]
            .into_iter()
            .filter(|at| bounds[*at] < bounds[*at + 1]);
        whole.map(part).collect()
    }
}

impl Piece<'_> {
    /// The words as they are shown: of a sentence that stands elsewhere word for
    /// word, where it went, its ends alone.
    #[must_use]
    pub fn shown(&self) -> Cow<'_, str> {
        let went = |elsewhere: MoveTarget| self.mark == Mark::Deleted && elsewhere.is_same;
        let ends = self
            .elsewhere
            .filter(|it| went(*it))
            .and_then(|_| self.ends());
        ends.map_or(Cow::Borrowed(self.text), |(head, tail)| {
            Cow::Owned(format!("{head} …{tail}"))
        })
    }

    /// The first and the last words, the blank before those with them; `None` of
    /// a text that is hardly longer.
    fn ends(&self) -> Option<(&str, &str)> {
        let blanks = || self.text.match_indices(' ').map(|(at, _)| at);
        let head = blanks().nth(HEAD_WORDS - 1)?;
        let tail = blanks().nth_back(TAIL_WORDS - 1)?;
        (head < tail).then(|| (&self.text[..head], &self.text[tail..]))
    }

    /// Where its sentence came from, if that is told before it: *¶5→*.
    #[must_use]
    pub fn source(&self) -> Option<String> {
        let reported = self.elsewhere.filter(|elsewhere| elsewhere.shown_here)?;
        (self.mark == Mark::Inserted).then(|| format!("¶{}→", reported.paragraph + 1))
    }

    /// Where its sentence went, if that is told behind it: *→¶4*.
    #[must_use]
    pub fn destination(&self) -> Option<String> {
        let reported = self.elsewhere.filter(|elsewhere| elsewhere.shown_here)?;
        (self.mark == Mark::Deleted).then(|| format!("→¶{}", reported.paragraph + 1))
    }
}
