//! The words of a link: both texts as one.
//!
//! Input: some paragraphs of both witnesses and the edit script between their tokens.
//! Output: segments in reading order that lose nothing: what stayed or went, read in order, is
//! the text before to the byte; what stayed or came is the text after. All layouts are made of
//! them: [`super::passage`] has runs to read on a screen, in Markdown and in collations,
//! [`super::redline`] both texts to the letter for the page and for Word.

mod piece;
mod side;

pub use piece::Piece;
pub(super) use side::{Side, holder};

use std::ops::Range;

use super::moves::MoveTarget;
use crate::model::{Edit, EditOp, Span, serialize_by_name};
use side::{Element, ElementKind};

/// What became of some words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Mark {
    /// In both.
    Same,
    /// Only before.
    Deleted,
    /// Only after.
    Inserted,
}

impl Mark {
    /// The name on the page.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Same => "same",
            Self::Deleted => "gone",
            Self::Inserted => "new",
        }
    }
}

serialize_by_name!(Mark);

/// A word, what stands between two, or the end of a paragraph.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Segment {
    /// What became of it.
    pub(super) mark: Mark,
    pub(super) kind: ElementKind,
    /// Where it stands before; empty, behind what stands there, where it does not.
    pub(super) before: Span,
    /// The same after.
    pub(super) after: Span,
    /// Index of its edit in the script.
    pub(super) edit: usize,
    /// Where it stands in the other text, if its sentence moved.
    pub(super) elsewhere: Option<MoveTarget>,
}

impl Segment {
    /// Whether it is a word, a number or a mark.
    pub(super) fn is_token(&self) -> bool {
        self.kind == ElementKind::Token
    }

    /// Whether it is the end of a paragraph.
    pub(super) fn is_break(&self) -> bool {
        self.kind == ElementKind::Break
    }

    /// Whether the next one goes on right behind it in the same way, in one paragraph.
    pub(super) fn is_followed_by(&self, next: &Self) -> bool {
        let is_near = self.before.end == next.before.start && self.after.end == next.after.start;
        is_near && !self.is_break() && !next.is_break() && self.is_alike(next)
    }

    /// Whether the next one goes on in the same way.
    pub(super) fn is_alike(&self, next: &Self) -> bool {
        (self.mark, self.elsewhere) == (next.mark, next.elsewhere)
    }
}

/// Both sides as one, by the edit script between their tokens. Without a script the tokens are
/// the same if they are as many, and have nothing in common otherwise.
pub(super) fn interleave(old: &Side<'_, '_>, new: &Side<'_, '_>, edits: &[Edit]) -> Vec<Segment> {
    let mut both = Interleaver {
        sides: [old, new],
        edit: 0,
        ends: [0, 0],
        segments: Vec::new(),
    };
    if edits.is_empty() {
        both.push_edit(0..old.len(), 0..new.len(), EditOp::Equal);
    }
    for (at, edit) in edits.iter().enumerate() {
        let range = |range: &Range<u32>| range.start as usize..range.end as usize;
        both.edit = at;
        both.push_edit(range(&edit.before), range(&edit.after), edit.op);
    }
    // What stands behind the last token.
    both.push_pairs(old.lead(old.len()), new.lead(new.len()));
    both.segments
}

struct Interleaver<'s, 'a> {
    sides: [&'s Side<'a, 's>; 2],
    edit: usize,
    /// Where the last segment of either side ends.
    ends: [u32; 2],
    segments: Vec<Segment>,
}

impl Interleaver<'_, '_> {
    fn push_edit(&mut self, before: Range<usize>, after: Range<usize>, op: EditOp) {
        let [old, new] = self.sides;
        // Token by token, for the blanks between them may differ where the words do not.
        if op == EditOp::Equal && before.len() == after.len() {
            for (at, to) in before.zip(after) {
                self.push_pairs(old.lead(at), new.lead(to));
                self.push_pairs(old.stretch(at..at + 1), new.stretch(to..to + 1));
            }
            return;
        }
        match (before.is_empty(), after.is_empty()) {
            // The blank before a word stays where the word alone is replaced.
            (false, false) => self.push_pairs(old.lead(before.start), new.lead(after.start)),
            (false, true) => self.push_all(Mark::Deleted, old.lead(before.start)),
            (true, false) => self.push_all(Mark::Inserted, new.lead(after.start)),
            (true, true) => {}
        }
        self.push_all(Mark::Deleted, old.stretch(before));
        self.push_all(Mark::Inserted, new.stretch(after));
    }

    /// Elements that correspond one by one, or, where they are of other kinds, those that went
    /// and those that came: a paragraph may end where there was a blank.
    fn push_pairs(&mut self, old: &[Element], new: &[Element]) {
        let kind = |element: &Element| element.kind;
        if !old.iter().map(kind).eq(new.iter().map(kind)) {
            self.push_all(Mark::Deleted, old);
            return self.push_all(Mark::Inserted, new);
        }
        for (old, new) in old.iter().zip(new) {
            self.push(Mark::Same, old.kind, [Some(old.span), Some(new.span)]);
        }
    }

    /// Elements that one side alone has.
    fn push_all(&mut self, mark: Mark, elements: &[Element]) {
        for Element { kind, span } in elements {
            let spans = match mark {
                Mark::Deleted => [Some(*span), None],
                _ => [None, Some(*span)],
            };
            self.push(mark, *kind, spans);
        }
    }

    fn push(&mut self, mark: Mark, kind: ElementKind, spans: [Option<Span>; 2]) {
        let lone = match (mark, spans) {
            (Mark::Deleted, [Some(span), _]) => self.sides[0].elsewhere(span),
            (Mark::Inserted, [_, Some(span)]) => self.sides[1].elsewhere(span),
            _ => None,
        };
        let [before, after] = [0, 1].map(|side| {
            let end = self.ends[side];
            // Where a side has nothing, its span is empty, behind what it had last: spans of a run
            // can be joined.
            spans[side].unwrap_or(Span { start: end, end })
        });
        self.ends = [before.end, after.end];
        self.segments.push(Segment {
            mark,
            kind,
            before,
            after,
            edit: self.edit,
            elsewhere: lone,
        });
    }
}

/// Has the place of a sentence that moved told once: behind the last of its words that went,
/// and before the first that came. `moved` are all words in order.
pub(super) fn mark_move_ends<'m>(moved: impl Iterator<Item = (Mark, &'m mut MoveTarget)>) {
    let (went, came): (Vec<_>, Vec<_>) = moved.partition(|(mark, _)| *mark == Mark::Deleted);
    mark_first(came.into_iter());
    mark_first(went.into_iter().rev());
}

/// Has each place told once, with the first of the words that stand there.
fn mark_first<'m>(moved: impl Iterator<Item = (Mark, &'m mut MoveTarget)>) {
    let mut last = None;
    for (_, elsewhere) in moved {
        elsewhere.shown_here = last.replace(elsewhere.number) != Some(elsewhere.number);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::align::AlignOptions;
    use crate::compare::{compare, read_witness};
    use crate::load::{LoadOptions, load_bytes};
    use crate::model::Vocabulary;

    /// The segments of two texts of one link: *same*, *[-gone-]*, *{+new+}*, breaks as *¶*.
    fn woven(before: &str, after: &str) -> String {
        let mut vocabulary = Vocabulary::new();
        let [old, new] = [before, after].map(|text| {
            let document = load_bytes("a.txt", text.as_bytes(), &LoadOptions::default());
            read_witness(document.unwrap(), &mut vocabulary)
        });
        let found = compare(&old, &new, &vocabulary, &AlignOptions::default());
        let link = &found.alignment.links[0];
        let old = Side::new(&old, &link.before, &[]);
        let new = Side::new(&new, &link.after, &[]);
        let segments = interleave(&old, &new, &link.edits);
        let shown = |segment: &Segment| {
            let [gone, came] = [segment.before.of(old.text), segment.after.of(new.text)];
            let words = match (segment.is_break(), gone.is_empty()) {
                (true, _) => "¶",
                (_, true) => came,
                _ => gone,
            };
            match segment.mark {
                Mark::Same => words.to_owned(),
                Mark::Deleted => format!("[{words}]"),
                Mark::Inserted => format!("{{{words}}}"),
            }
        };
        segments.iter().map(shown).collect()
    }

    #[test]
    fn words_that_went_stand_before_those_that_came_and_share_their_blanks() {
        assert_eq!(
            woven(
                "We cleared the old mines of the valley.",
                "We cleared all the new mines of the valley."
            ),
            "We cleared{ }{all} the [old]{new} mines of the valley."
        );
    }

    #[test]
    fn a_paragraph_may_end_where_there_was_a_blank() {
        let before = "We cleared the mines of the valley. All of it is farmed again today.";
        assert_eq!(
            woven(before, &before.replace("valley. ", "valley.\n\n")),
            before.replace("valley. ", "valley.[ ]{¶}")
        );
    }

    #[test]
    fn the_place_of_a_sentence_is_told_before_what_came_and_behind_what_went() {
        let moved = |number| MoveTarget {
            number,
            paragraph: 0,
            is_same: true,
            shown_here: false,
        };
        let mut both = [0, 0, 1].map(moved);
        let mut reported = |mark: Mark| {
            mark_move_ends(both.iter_mut().map(|one| (mark, one)));
            both.map(|one| one.shown_here)
        };
        assert_eq!(reported(Mark::Inserted), [true, false, true]);
        assert_eq!(reported(Mark::Deleted), [false, true, true]);
    }
}
