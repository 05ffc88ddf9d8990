//! The edit scripts of what corresponds: links of two witnesses, cells of a
//! collation, sentences that moved.

use std::borrow::Cow;
use std::ops::Range;

use crate::diff::{Atoms, Precision, Script, diff_tokens};
use crate::model::{
    CollationRow, Edit, Figure, FigureKind, Link, Notice, NoticeCode, Relation, SentenceMove,
    Token, Vocabulary, Witness,
};
use crate::parallel::in_parts;

/// Gives each cell of a row the edits from the one before that has the passage.
pub(super) fn add_edits(
    row: &mut CollationRow,
    witnesses: &[Witness],
    vocabulary: &Vocabulary,
    notices: &mut Vec<(usize, Notice)>,
) {
    // Each cell is marked against the last one before it that has the passage, past those that are
    // silent.
    let mut last: Option<(usize, Cow<'_, [Token]>)> = None;
    for (at, witness) in witnesses.iter().enumerate() {
        if row.cells[at].paragraphs.is_empty() {
            continue;
        }
        let new = tokens(witness, &row.cells[at].paragraphs);
        if let Some((before, old)) = last
            && !same_words(&old, &new)
        {
            let sides = [
                (
                    &witnesses[before],
                    &row.cells[before].paragraphs[..],
                    &old[..],
                ),
                (witness, &row.cells[at].paragraphs, &new),
            ];
            let script = edit_script(sides, vocabulary);
            if script.precision == Precision::Coarser {
                notices.push((at, coarser_marks(&row.cells[at].paragraphs, witness)));
            }
            row.cells[at].edits = script.edits;
        }
        last = Some((at, new));
    }
}

/// Says that a passage, which has edits and so paragraphs, has coarser marks.
pub(super) fn coarser_marks(paragraphs: &[u32], after: &Witness) -> Notice {
    let first = *paragraphs.first().expect("an edited link has both sides");
    Notice {
        code: NoticeCode::CoarserMarks,
        span: Some(after.document.paragraphs[first as usize].span),
        message: format!(
            "¶{} is long and much rewritten: its marks are coarser",
            first + 1
        ),
    }
}

/// The edit script of each link, in order; `None` where no word changed.
pub(super) fn scripts(
    links: &[Link],
    before: &Witness,
    after: &Witness,
    vocabulary: &Vocabulary,
) -> Vec<Option<Script>> {
    let bytes = |link: usize| {
        let link = &links[link];
        if is_unedited(link.relation) {
            return 0;
        }
        text_len(before, &link.before) + text_len(after, &link.after)
    };
    let parts = in_parts(links.len(), bytes, |part| -> Vec<Option<Script>> {
        let links = links[part].iter();
        links
            .map(|link| script(link, before, after, vocabulary))
            .collect()
    });
    parts.into_iter().flatten().collect()
}

/// Whether paragraphs of the relation have no edits.
fn is_unedited(relation: Relation) -> bool {
    matches!(
        relation,
        Relation::Equal | Relation::Added | Relation::Removed
    )
}

/// The bytes of some paragraphs.
fn text_len(witness: &Witness, paragraphs: &[u32]) -> usize {
    let len = |&at: &u32| witness.document.paragraphs[at as usize].span.len_bytes();
    paragraphs.iter().map(len).sum()
}

fn script(
    link: &Link,
    before: &Witness,
    after: &Witness,
    vocabulary: &Vocabulary,
) -> Option<Script> {
    if is_unedited(link.relation) {
        return None;
    }
    let (old, new) = (tokens(before, &link.before), tokens(after, &link.after));
    // A paragraph that moved as it was has nothing to mark.
    if link.relation == Relation::Moved && same_words(&old, &new) {
        return None;
    }
    let sides = [
        (before, &link.before[..], &old[..]),
        (after, &link.after, &new),
    ];
    Some(edit_script(sides, vocabulary))
}

/// The edit script of a sentence that moved; empty where it stayed the same.
pub(super) fn sentence_edits(
    sentence: &SentenceMove,
    before: &Witness,
    after: &Witness,
    vocabulary: &Vocabulary,
) -> Vec<Edit> {
    let old = before.segmented.tokens_at(&sentence.before);
    let new = after.segmented.tokens_at(&sentence.after);
    if same_words(old, new) {
        return Vec::new();
    }
    let [earlier, later] = sentence.paragraphs;
    let sides: [(&Witness, &[u32], &[Token]); 2] =
        [(before, &[earlier], old), (after, &[later], new)];
    edit_script(sides, vocabulary).edits
}

/// The edit script between some tokens of two witnesses, each with the paragraphs
/// that they stand in.
fn edit_script(
    [before, after]: [(&Witness, &[u32], &[Token]); 2],
    vocabulary: &Vocabulary,
) -> Script {
    let atoms =
        [before, after].map(|(witness, paragraphs, tokens)| atoms(witness, paragraphs, tokens));
    let atoms = Atoms {
        before: &atoms[0],
        after: &atoms[1],
    };
    diff_tokens(before.2, after.2, vocabulary, atoms)
}

fn same_words(old: &[Token], new: &[Token]) -> bool {
    let mut pairs = old.iter().zip(new);
    old.len() == new.len() && pairs.all(|(x, y)| x.key == y.key)
}

/// The tokens of some paragraphs, end to end.
fn tokens<'a>(witness: &'a Witness, paragraphs: &[u32]) -> Cow<'a, [Token]> {
    let tokens = |&at: &u32| witness.segmented.paragraph_tokens(at as usize);
    match paragraphs {
        [one] => Cow::Borrowed(tokens(one)),
        several => Cow::Owned(several.iter().map(tokens).collect::<Vec<_>>().concat()),
    }
}

/// The token positions of the figures in some paragraphs: what is never cut.
fn atoms(witness: &Witness, paragraphs: &[u32], tokens: &[Token]) -> Vec<Range<u32>> {
    let mut atoms = Vec::new();
    for &paragraph in paragraphs {
        let inside = witness.figures_in(paragraph).iter();
        atoms.extend(inside.filter_map(|figure| atom(figure, tokens)));
    }
    atoms
}

/// The tokens of a date or an amount of money, or of the numeral alone, when
/// there are two or more.
fn atom(figure: &Figure, tokens: &[Token]) -> Option<Range<u32>> {
    let mut span = figure.numeral;
    // *4 March 2021* → *5 March 2021* is marked as a whole date, not as one digit of it.
    if matches!(figure.kind, FigureKind::Date | FigureKind::Money) {
        span = figure.span;
        if let Some(hedge) = figure
            .hedge
            // *More than* of *more than 40 euros* can stay while the amount is replaced.
            .filter(|hedge| hedge.end < figure.numeral.start)
        {
            span.start = hedge.end;
        }
    }
    let position = |at: usize| u32::try_from(at).expect("fewer tokens than bytes");
    let start = tokens.partition_point(|token| token.span.end <= span.start);
    let end = tokens.partition_point(|token| token.span.start < span.end);
    // One token is never cut anyway.
    (end > start + 1).then(|| position(start)..position(end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paragraphs_of_one_side_and_equal_ones_have_no_edits() {
        assert!(
            [Relation::Equal, Relation::Added, Relation::Removed].map(is_unedited) == [true; 3]
        );
        assert!(!is_unedited(Relation::Edited) && !is_unedited(Relation::Moved));
    }
}
