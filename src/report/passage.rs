//! The wording of a link: what stayed, what went, what came.

use std::borrow::Cow;
use std::ops::Range;

use super::folding::Folding;
use super::letters::changed_letters;
use super::moves::{Elsewhere, MovedWords, tell_first};
use crate::model::{Edit, EditOp, Link, Relation, Segmented, Span, Token, Witness};

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
    /// Whether it is told: neither counted elsewhere nor a paragraph that moved
    /// as it was.
    #[must_use]
    pub fn is_news(&self) -> bool {
        self.folding == Folding::Shown && !self.is_plain_move()
    }

    /// Whether the paragraph moved and stayed the same.
    #[must_use]
    pub fn is_plain_move(&self) -> bool {
        self.relation == Relation::Moved && self.is_unchanged()
    }

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
    /// Where the words stand in the other text, if their sentence moved.
    pub elsewhere: Option<Elsewhere>,
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
    pub(super) fn with_context(
        &self,
        context: usize,
        (is_first, is_last): (bool, bool),
    ) -> Vec<Self> {
        let count = self.ends.len();
        let head = if is_first { 0 } else { context.min(count) };
        let tail = if is_last {
            0
        } else {
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
        let went = |elsewhere: Elsewhere| self.mark == Mark::Gone && elsewhere.is_same;
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
        let told = self.elsewhere.filter(|elsewhere| elsewhere.is_told)?;
        (self.mark == Mark::New).then(|| format!("¶{}→", told.paragraph + 1))
    }

    /// Where its sentence went, if that is told behind it: *→¶4*.
    #[must_use]
    pub fn destination(&self) -> Option<String> {
        let told = self.elsewhere.filter(|elsewhere| elsewhere.is_told)?;
        (self.mark == Mark::Gone).then(|| format!("→¶{}", told.paragraph + 1))
    }
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
    /// Positions in `tokens` of what moved, ascending.
    moved: Vec<(Range<usize>, Elsewhere)>,
}

impl<'a> Side<'a> {
    fn new(witness: &'a Witness, moved: &MovedWords, paragraphs: &[u32]) -> Self {
        let mut side = Self {
            text: &witness.document.text,
            tokens: Vec::new(),
            sentences: Vec::new(),
            moved: Vec::new(),
        };
        for &paragraph in paragraphs {
            side.push(&witness.segmented, moved, paragraph as usize);
        }
        side
    }

    fn push(&mut self, segmented: &Segmented, moved: &MovedWords, paragraph: usize) {
        let (start, end) = segmented.paragraphs[paragraph].tokens;
        let first = start as usize;
        let base = self.tokens.len();
        let moved = moved.within(start..end).iter();
        self.moved.extend(moved.map(|(run, elsewhere)| {
            let place = |at: u32| base + at as usize - first;
            (place(run.start)..place(run.end), *elsewhere)
        }));
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

    /// `range` cut where words that moved begin and end.
    fn parts(&self, range: Range<usize>) -> Vec<(Range<usize>, Option<Elsewhere>)> {
        let mut parts = Vec::with_capacity(1);
        let mut at = range.start;
        let first = self.moved.partition_point(|(run, _)| run.end <= at);
        let runs = self.moved[first..].iter();
        for (run, elsewhere) in runs.take_while(|(run, _)| run.start < range.end) {
            let (start, end) = (run.start.max(at), run.end.min(range.end));
            parts.push((at..start, None));
            parts.push((start..end, Some(*elsewhere)));
            at = end;
        }
        parts.push((at..range.end, None));
        parts.retain(|(part, _)| !part.is_empty());
        parts
    }

    /// Where the sentences of `range`, which it holds whole, end: bytes of its words.
    fn ends(&self, range: &Range<usize>) -> Vec<usize> {
        let start = self.span(range).start;
        let last = self.sentences.partition_point(|at| *at <= range.start);
        let inner = self.sentences[last..]
            .iter()
            .take_while(|at| **at < range.end);
        let bytes = |at: usize| (self.tokens[at - 1].span.end - start) as usize;
        inner
            .map(|at| bytes(*at))
            .chain([bytes(range.end)])
            .collect()
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
    (before, gone): (&'a Witness, &MovedWords),
    (after, come): (&'a Witness, &MovedWords),
    link: &'a Link,
    folding: Folding,
) -> Passage<'a> {
    let old = Side::new(before, gone, &link.before);
    let new = Side::new(after, come, &link.after);
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
        _ => push_edits(&mut pieces, old, new, &link.edits),
    }
    tell_places(&mut pieces);
    pieces
}

/// The wording of some paragraphs as it became that of others.
pub(super) fn edited_pieces<'a>(
    (before, old): (&'a Witness, &[u32]),
    (after, new): (&'a Witness, &[u32]),
    edits: &[Edit],
) -> Vec<Piece<'a>> {
    let none = MovedWords::default();
    let mut pieces = Vec::new();
    let sides = (Side::new(before, &none, old), Side::new(after, &none, new));
    push_edits(&mut pieces, &sides.0, &sides.1, edits);
    pieces
}

fn push_edits<'a>(pieces: &mut Vec<Piece<'a>>, old: &Side<'a>, new: &Side<'a>, edits: &[Edit]) {
    for edit in edits {
        let range = |range: &Range<u32>| range.start as usize..range.end as usize;
        let (before, after) = (range(&edit.before), range(&edit.after));
        let apart = !pieces.is_empty() && (old.spaced(before.start) || new.spaced(after.start));
        let first = pieces.len();
        if edit.op == EditOp::Equal {
            push_same(pieces, (old, before), (new, after));
        } else {
            push(pieces, Mark::Gone, old, before);
            let came = pieces.len();
            push(pieces, Mark::New, new, after);
            let (went, came) = pieces.split_at_mut(came);
            tell_letters(went, came);
        }
        if let Some(piece) = pieces.get_mut(first) {
            piece.spaced = apart;
        }
    }
}

/// Has the letters told that differ where one word stands for another: the last
/// piece that went, and the first that came behind it.
fn tell_letters(went: &mut [Piece<'_>], came: &mut [Piece<'_>]) {
    let (Some(old), Some(new)) = (went.last_mut(), came.first_mut()) else {
        return;
    };
    if old.mark == Mark::Gone
        && old.elsewhere.or(new.elsewhere).is_none()
        && let Some(letters) = changed_letters(old.text, new.text)
    {
        [old.letters, new.letters] = letters.map(Some);
    }
}

/// Has the place of a sentence that moved told once: behind the last of its
/// words that went, and before the first that came.
fn tell_places(pieces: &mut [Piece<'_>]) {
    let came = pieces.iter_mut().filter(|piece| piece.mark == Mark::New);
    tell_first(came.filter_map(|piece| piece.elsewhere.as_mut()));
    let went = pieces.iter_mut().filter(|piece| piece.mark == Mark::Gone);
    tell_first(went.rev().filter_map(|piece| piece.elsewhere.as_mut()));
}

/// Pushes words that one side alone has.
fn push<'a>(pieces: &mut Vec<Piece<'a>>, mark: Mark, side: &Side<'a>, range: Range<usize>) {
    for (part, elsewhere) in side.parts(range) {
        let text = side.words(&part);
        pieces.push(Piece {
            mark,
            text,
            before: if mark == Mark::Gone { text } else { "" },
            spaced: side.spaced(part.start),
            elsewhere,
            letters: None,
            remote: false,
            ends: Vec::new(),
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
            elsewhere: None,
            letters: None,
            ends: if remote { new.ends(&part) } else { Vec::new() },
            remote,
        });
    }
}
