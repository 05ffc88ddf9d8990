//! Finds the edits between the tokens of a linked pair.
//!
//! Input: the tokens of both sides and the atoms in them. Output: an edit
//! script that a person can read: longest common blocks first, no pepper of
//! lone common words between two changes, atoms never cut. The work is bounded by the number of tokens, never by the clock.

mod blocks;
mod cleanup;
mod slide;
mod units;

use std::ops::Range;

use crate::model::{Edit, EditOp, Key, Token, Vocabulary};

use blocks::{Block, common_blocks};
use cleanup::drop_weak_blocks;
use slide::slide_down;
use units::Units;

/// Token positions on either side that are never cut: numbers with their
/// units, dates, money.
#[derive(Debug, Clone, Copy, Default)]
pub struct Atoms<'a> {
    /// Ranges of positions in the tokens before, ascending, apart.
    pub before: &'a [Range<u32>],
    /// Ranges of positions in the tokens after, ascending, apart.
    pub after: &'a [Range<u32>],
}

/// An edit script, and how closely it was looked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Script {
    /// Consecutive edits abut and cover all tokens of both sides; no two
    /// neighbours have the same operation, and no deletion stands beside an
    /// insertion.
    pub edits: Vec<Edit>,
    /// Whether the work was bounded.
    pub precision: Precision,
}

/// How closely edits were looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Precision {
    /// All common runs were weighed.
    Full,
    /// Somewhere the texts were so long and so different that only words
    /// found once on both sides were matched.
    Coarser,
}

/// The edit script from `before` to `after`.
///
/// Of two equally heavy common runs the one that is earlier in `before` is
/// kept: with the sides swapped an edit may mark other words.
#[must_use]
pub fn diff_tokens(
    before: &[Token],
    after: &[Token],
    vocabulary: &Vocabulary,
    atoms: Atoms<'_>,
) -> Script {
    let units = Units::new([before, after], [atoms.before, atoms.after], vocabulary);
    let (blocks, precision) = common_blocks(&units);
    // Weak runs go first: what slides afterwards are the changes as they will be shown.
    let mut blocks = drop_weak_blocks(&blocks, &units);
    slide_down(&mut blocks, &units);
    Script {
        // Units tell an atom from the same words outside one, so a script of units may replace
        // words by themselves.
        edits: join_same_words(script(&blocks, &units), before, after),
        precision,
    }
}

/// Turns the common blocks into edits: what lies between two blocks changed.
fn script(blocks: &[Block], units: &Units) -> Vec<Edit> {
    let mut edits = Vec::with_capacity(2 * blocks.len() + 1);
    // An empty run behind both texts, so that a change at the very end is written like any other.
    let end = Block {
        before: units.before.len(),
        after: units.after.len(),
        len: 0,
    };
    let (mut before, mut after) = (0, 0);
    for block in blocks.iter().chain([&end]) {
        if let Some(op) = change(block.before - before, block.after - after) {
            edits.push(units.edit(op, before..block.before, after..block.after));
        }
        (before, after) = block.end();
        if block.len > 0 {
            edits.push(units.edit(EditOp::Equal, block.before..before, block.after..after));
        }
    }
    edits
}

/// Takes back a replacement by the same words, which differ in where their
/// atoms end alone.
fn join_same_words(edits: Vec<Edit>, before: &[Token], after: &[Token]) -> Vec<Edit> {
    // Atoms are units of their own: *3 million* that is read as money in one text and as bare words
    // in the other has two numbers for the same tokens.
    let words = |tokens: &[Token], range: &Range<u32>| -> Vec<Key> {
        let tokens = &tokens[range.start as usize..range.end as usize];
        tokens.iter().map(|token| token.key).collect()
    };
    let mut joined: Vec<Edit> = Vec::with_capacity(edits.len());
    for mut edit in edits {
        if edit.op == EditOp::Replace
            && edit.before.len() == edit.after.len()
            && words(before, &edit.before) == words(after, &edit.after)
        {
            edit.op = EditOp::Equal;
        }
        match joined.last_mut() {
            // What was taken back stands between two runs that are equal: all three are one, as
            // [`Script`] promises.
            Some(last) if last.op == EditOp::Equal && edit.op == EditOp::Equal => {
                last.before.end = edit.before.end;
                last.after.end = edit.after.end;
            }
            _ => joined.push(edit),
        }
    }
    joined
}

/// What a change with so many units on either side is; `None` where there is none.
fn change(gone: usize, new: usize) -> Option<EditOp> {
    match (gone, new) {
        (0, 0) => None,
        (_, 0) => Some(EditOp::Delete),
        (0, _) => Some(EditOp::Insert),
        _ => Some(EditOp::Replace),
    }
}

#[cfg(test)]
mod tests {
    use std::slice;

    use proptest::prelude::*;

    use super::*;
    use crate::model::{Span, TokenClass};

    /// Words and marks set apart by blanks.
    fn tokens(text: &str, vocabulary: &mut Vocabulary) -> Vec<Token> {
        let mut start = 0;
        let words = text.split(' ').map(|word| {
            let class = match word {
                "," | "." | "[" | "]" => TokenClass::Mark,
                _ => TokenClass::Word,
            };
            let span = Span::new(start, start + word.len());
            start += word.len() + 1;
            let key = vocabulary.intern(word, class);
            Token { span, key }
        });
        words.collect()
    }

    /// The script with deletions in `[- -]` and insertions in `{+ +}`.
    fn marked(before: &str, after: &str, atoms: Atoms<'_>) -> String {
        let mut vocabulary = Vocabulary::new();
        let sides = [before, after].map(|text| tokens(text, &mut vocabulary));
        let words = |side: usize, range: &Range<u32>| -> String {
            let range = range.start as usize..range.end as usize;
            let words = sides[side][range]
                .iter()
                .map(|token| vocabulary.word(token.key));
            words.collect::<Vec<_>>().join(" ")
        };
        let edits = diff_tokens(&sides[0], &sides[1], &vocabulary, atoms).edits;
        let edits = edits.iter().map(|edit| match edit.op {
            EditOp::Equal => words(0, &edit.before),
            EditOp::Delete => format!("[-{}-]", words(0, &edit.before)),
            EditOp::Insert => format!("{{+{}+}}", words(1, &edit.after)),
            EditOp::Replace => {
                format!(
                    "[-{}-]{{+{}+}}",
                    words(0, &edit.before),
                    words(1, &edit.after)
                )
            }
        });
        edits.collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn a_deletion_beside_an_insertion_is_one_replacement() {
        let script = marked(
            "we cleared nine fields",
            "we cleared ten more fields",
            Atoms::default(),
        );
        assert_eq!(script, "we cleared [-nine-]{+ten more+} fields");
    }

    #[test]
    fn an_atom_is_replaced_as_a_whole() {
        let atom = 1..3;
        let atoms = Atoms {
            before: slice::from_ref(&atom),
            after: slice::from_ref(&atom),
        };
        let script = marked("about 3 million mines", "about 4 million mines", atoms);
        assert_eq!(script, "about [-3 million-]{+4 million+} mines");
    }

    #[test]
    fn a_lone_common_word_between_long_changes_is_part_of_the_change() {
        let script = marked(
            "we praise the old hard work of many friends today",
            "we praise a new shared work for our people today",
            Atoms::default(),
        );
        assert_eq!(
            script,
            "we praise [-the old hard work of many friends-]{+a new shared work for our people+} today"
        );
    }

    #[test]
    fn the_longest_common_run_is_kept_before_nearer_words() {
        let script = marked(
            "we met and thanked the donors for their support",
            "the donors for their support",
            Atoms::default(),
        );
        assert_eq!(
            script,
            "[-we met and thanked-] the donors for their support"
        );
    }

    fn words() -> impl Strategy<Value = String> {
        let word =
            prop::sample::select(vec!["the", "mines", "were", "cleared", ",", "3", "million"]);
        prop::collection::vec(word, 1..30).prop_map(|words| words.join(" "))
    }

    proptest! {
        #[test]
        fn the_script_abuts_covers_both_sides_and_keeps_atoms_whole(
            before in words(), after in words(), starts in [0_u32..28, 0_u32..28],
        ) {
            let mut vocabulary = Vocabulary::new();
            let sides = [&before, &after].map(|text| tokens(text, &mut vocabulary));
            let atoms = starts.map(|start| start..start + 2);
            let edits = diff_tokens(&sides[0], &sides[1], &vocabulary, Atoms {
                before: slice::from_ref(&atoms[0]),
                after: slice::from_ref(&atoms[1]),
            }).edits;
            let (mut x, mut y) = (0, 0);
            for edit in &edits {
                prop_assert_eq!((edit.before.start, edit.after.start), (x, y));
                (x, y) = (edit.before.end, edit.after.end);
                let keys = |side: usize, range: &Range<u32>| -> Vec<_> {
                    let tokens = &sides[side][range.start as usize..range.end as usize];
                    tokens.iter().map(|token| token.key).collect()
                };
                let same = keys(0, &edit.before) == keys(1, &edit.after);
                prop_assert_eq!(same, edit.op == EditOp::Equal);
                prop_assert!(x != atoms[0].start + 1 || x as usize == sides[0].len());
                prop_assert!(y != atoms[1].start + 1 || y as usize == sides[1].len());
            }
            prop_assert_eq!((x as usize, y as usize), (sides[0].len(), sides[1].len()));
            let alternates = |pair: &[Edit]| (pair[0].op == EditOp::Equal) != (pair[1].op == EditOp::Equal);
            prop_assert!(edits.windows(2).all(alternates));
        }
    }

    /// Positions after of the first tokens that are inserted.
    fn inserted(before: &str, after: &str) -> Option<Range<u32>> {
        let mut vocabulary = Vocabulary::new();
        let [before, after] = [before, after].map(|text| tokens(text, &mut vocabulary));
        let script = diff_tokens(&before, &after, &vocabulary, Atoms::default());
        let mut edits = script.edits.into_iter();
        edits
            .find(|edit| edit.op == EditOp::Insert)
            .map(|edit| edit.after)
    }

    #[test]
    fn new_words_follow_those_that_were_there() {
        let before = "we plan talks in May";
        let after = "we plan talks and more talks in May";
        assert_eq!(inserted(before, after), Some(3..6));
    }

    #[test]
    fn a_sentence_at_the_end_is_new_with_its_own_stop() {
        let before = "we plan talks .";
        let after = "we plan talks . they go on .";
        assert_eq!(inserted(before, after), Some(4..8));
    }

    #[test]
    fn a_bracket_goes_with_what_it_opens() {
        let before = "we plan [ May ] talks";
        let after = "we plan [ June ] and [ May ] talks";
        assert_eq!(inserted(before, after), Some(2..6));
    }

    #[test]
    fn a_long_rewritten_pair_takes_the_coarse_way_and_still_covers_both_sides() {
        let text = |step: usize| -> String {
            let words = (0..3000).map(|at| format!("w{}", at * step % 2003));
            words.collect::<Vec<_>>().join(" ")
        };
        let mut vocabulary = Vocabulary::new();
        let sides = [text(7), text(11)].map(|text| tokens(&text, &mut vocabulary));
        let script = diff_tokens(&sides[0], &sides[1], &vocabulary, Atoms::default());
        assert_eq!(script.precision, Precision::Coarser);
        let last = script.edits.last().unwrap();
        assert_eq!((last.before.end, last.after.end), (3000, 3000));
    }
}
