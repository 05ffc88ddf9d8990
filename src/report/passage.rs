//! The wording of a link as it is read: what stayed, what went, what came.

use std::ops::Range;

use super::folding::Folding;
use super::letters::changed_letters;
use super::moves::MoveTarget;
use super::wording::{Mark, Piece, Segment, Side, interleave, mark_move_ends};
use crate::model::{Edit, Link, Relation, Span, Witness};

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

/// The words of one side that moved, with where they stand in the other.
pub(super) type Moved = [(Span, MoveTarget)];

/// The wording of `link`.
#[must_use]
pub(super) fn passage<'a>(
    (before, gone): (&'a Witness, &Moved),
    (after, come): (&'a Witness, &Moved),
    link: &'a Link,
    folding: Folding,
) -> Passage<'a> {
    let place = |witness: &Witness, paragraphs: &[u32]| {
        paragraphs
            .first()
            .map(|&at| witness.document.paragraphs[at as usize].place)
    };
    let old = Side::new(before, &link.before, gone);
    let new = Side::new(after, &link.after, come);
    Passage {
        relation: link.relation,
        before: &link.before,
        after: &link.after,
        similarity: link.similarity,
        folding,
        place: place(after, &link.after)
            .or_else(|| place(before, &link.before))
            .unwrap_or_default(),
        pieces: pieces(&old, &new, &link.edits),
    }
}

/// The wording of some paragraphs as it became that of others.
pub(super) fn edited_pieces<'a>(
    (before, old): (&'a Witness, &[u32]),
    (after, new): (&'a Witness, &[u32]),
    edits: &[Edit],
) -> Vec<Piece<'a>> {
    let (old, new) = (Side::new(before, old, &[]), Side::new(after, new, &[]));
    pieces(&old, &new, edits)
}

fn pieces<'a>(old: &Side<'a, '_>, new: &Side<'a, '_>, edits: &[Edit]) -> Vec<Piece<'a>> {
    let mut tokens = interleave(old, new, edits);
    // A reader sees words; the blanks between them are told by `spaced`.
    tokens.retain(Segment::is_token);
    let mut pieces = Vec::new();
    // Edit by edit, for letters are compared only between words that replaced one another.
    for edit in tokens.chunk_by(|one, next| one.edit == next.edit) {
        let first = pieces.len();
        for run in edit.chunk_by(Segment::is_alike) {
            push_run(&mut pieces, old, new, run);
        }
        let came = (first..pieces.len()).find(|at| pieces[*at].mark == Mark::Inserted);
        let (went, came) = pieces.split_at_mut(came.unwrap_or(first));
        mark_letters(went, came);
        let start = edit[0];
        // A blank on either side sets the first piece apart: the words before it may belong to one
        // side alone.
        pieces[first].spaced =
            first > 0 && (old.is_spaced(start.before.start) || new.is_spaced(start.after.start));
    }
    let moved = pieces.iter_mut();
    mark_move_ends(moved.filter_map(|piece| Some((piece.mark, piece.elsewhere.as_mut()?))));
    pieces
}

/// Pushes words of one kind. Of words that stayed, whole sentences stand apart from the broken
/// ones.
fn push_run<'a>(
    pieces: &mut Vec<Piece<'a>>,
    old: &Side<'a, '_>,
    new: &Side<'a, '_>,
    run: &[Segment],
) {
    // Words that went or came are shown in any case; only what stayed can be left out.
    let remote = match run[0].mark {
        Mark::Same => whole_sentences(new, run),
        _ => None,
    };
    let remote = remote.unwrap_or(run.len()..run.len());
    let parts = [
        (&run[..remote.start], false),
        (&run[remote.clone()], true),
        (&run[remote.end..], false),
    ];
    for (part, remote) in parts.into_iter().filter(|(part, _)| !part.is_empty()) {
        let (first, last) = (part[0], part[part.len() - 1]);
        let before = first.before.to(last.before).of(old.text);
        let after = first.after.to(last.after).of(new.text);
        pieces.push(Piece {
            mark: first.mark,
            text: if first.mark == Mark::Deleted {
                before
            } else {
                after
            },
            before,
            spaced: match first.mark {
                Mark::Deleted => old.is_spaced(first.before.start),
                _ => new.is_spaced(first.after.start),
            },
            elsewhere: first.elsewhere,
            letters: None,
            remote,
            ends: if remote { ends(new, part) } else { Vec::new() },
        });
    }
}

/// The whole sentences of the text after among some words.
fn whole_sentences(new: &Side<'_, '_>, run: &[Segment]) -> Option<Range<usize>> {
    let is_bound = |at: usize| match run.get(at) {
        Some(token) => new.is_bound(token.after.start),
        None => new.is_bound(run[at - 1].after.end),
    };
    let start = (0..run.len()).find(|at| is_bound(*at))?;
    // From the first bound to the last, so that half sentences at both ends stay in sight.
    let end = (start + 1..=run.len()).rev().find(|at| is_bound(*at))?;
    Some(start..end)
}

/// Where the sentences of some words end: bytes of their text.
fn ends(new: &Side<'_, '_>, run: &[Segment]) -> Vec<usize> {
    let is_end = |token: &&Segment| new.is_bound(token.after.end);
    let bytes = |token: &Segment| (token.after.end - run[0].after.start) as usize;
    run.iter().filter(is_end).map(bytes).collect()
}

/// Has the letters told that differ where one word stands for another: the last
/// piece that went, and the first that came behind it.
fn mark_letters(went: &mut [Piece<'_>], came: &mut [Piece<'_>]) {
    let (Some(old), Some(new)) = (went.last_mut(), came.first_mut()) else {
        return;
    };
    if (old.mark, new.mark) == (Mark::Deleted, Mark::Inserted)
        // Words that moved are marked as moved; letters in them would be a second mark.
        && old.elsewhere.or(new.elsewhere).is_none()
        && let Some(letters) = changed_letters(old.text, new.text)
    {
        [old.letters, new.letters] = letters.map(Some);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::align::AlignOptions;
    use crate::compare::{compare, read_witness};
    use crate::load::{LoadOptions, load_bytes};
    use crate::model::Vocabulary;

    /// The pieces of two texts of one paragraph: words before, words after, whether a blank
    /// stands before them; and where the sentences of unchanged ones end.
    fn read(before: &str, after: &str) -> Vec<(String, String, bool, Vec<usize>)> {
        let mut vocabulary = Vocabulary::new();
        let [old, new] = [before, after].map(|text| {
            let document = load_bytes("a.txt", text.as_bytes(), &LoadOptions::default());
            read_witness(document.unwrap(), &mut vocabulary)
        });
        let found = compare(&old, &new, &vocabulary, &AlignOptions::default());
        let link = &found.alignment.links[0];
        let found = passage((&old, &[]), (&new, &[]), link, Folding::Shown);
        let pieces = found.pieces.iter().map(|piece| {
            let after = match piece.mark {
                Mark::Deleted => "",
                _ => piece.text,
            };
            let ends = piece.ends.clone();
            (
                piece.before.to_owned(),
                after.to_owned(),
                piece.spaced,
                ends,
            )
        });
        pieces.collect()
    }

    #[test]
    fn whole_sentences_beside_a_change_stand_apart_from_the_broken_one() {
        let before = "We met here. We left. We cleared the old mines, all of them, in time.";
        let pieces = read(before, &before.replace("old", "new"));
        let piece = |before: &str, after: &str, spaced: bool| {
            (before.to_owned(), after.to_owned(), spaced, Vec::new())
        };
        let whole = "We met here. We left.";
        let expected = [
            (whole.to_owned(), whole.to_owned(), false, vec![12, 21]),
            piece("We cleared the", "We cleared the", true),
            piece("old", "", true),
            piece("", "new", true),
            piece(
                "mines, all of them, in time.",
                "mines, all of them, in time.",
                true,
            ),
        ];
        assert_eq!(pieces, expected);
    }

    #[test]
    fn a_paragraph_that_moved_as_it_was_is_no_news() {
        let passage = |relation: Relation, mark: Mark| Passage {
            relation,
            before: &[0],
            after: &[1],
            similarity: 1.0,
            place: crate::model::Place::default(),
            folding: Folding::Shown,
            pieces: vec![Piece {
                mark,
                ..Piece::same("We met here.", false)
            }],
        };
        let moved = passage(Relation::Moved, Mark::Same);
        assert!(moved.is_unchanged() && moved.is_plain_move() && !moved.is_news());
        let edited = passage(Relation::Moved, Mark::Inserted);
        assert!(!edited.is_unchanged() && !edited.is_plain_move() && edited.is_news());
        assert!(!passage(Relation::Equal, Mark::Same).is_plain_move());
    }
}
