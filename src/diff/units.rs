//! What is compared as one: a token, or all tokens of an atom.

use std::ops::Range;

use hashbrown::HashMap;

use crate::model::{Edit, EditOp, Key, Token, TokenClass, Vocabulary};

/// Both sides as sequences of units.
#[derive(Debug)]
pub(super) struct Units {
    pub(super) before: Side,
    pub(super) after: Side,
}

/// One side of a pair.
#[derive(Debug)]
pub(super) struct Side {
    /// Equal units have equal numbers.
    pub(super) numbers: Vec<u32>,
    /// How much all units before each say, see [`WORD_WEIGHT`], then all.
    weights: Vec<u32>,
    /// Token position where each unit starts, then the number of tokens.
    starts: Vec<u32>,
    /// The units that are marks that belong to what follows, ascending.
    opening: Vec<u32>,
}

/// Weight of a word, a number or an atom against that of a mark: a comma in
/// common is no reason to match what stands around it.
const WORD_WEIGHT: u32 = 4;
const MARK_WEIGHT: u32 = 1;

/// Weight of a short word: *of* or *the* say little of what stands around them.
pub(super) const SHORT_WEIGHT: u32 = 3;

/// Marks that belong to what follows them.
/// The straight quotation mark is none of them: it opens and closes alike.
const OPENING: [char; 8] = ['(', '[', '{', '“', '«', '‘', '¿', '¡'];

/// Most letters of a short word.
/// *The*, *for*, *und*, *que*: among words of four letters are *mine*, *more* and *less*.
const SHORT_LETTERS: usize = 3;

/// From here on a character may be a word: ideographs and kana.
const FIRST_IDEOGRAPH: char = '\u{2E80}';

impl Units {
    pub(super) fn new(
        [before, after]: [&[Token]; 2],
        [before_atoms, after_atoms]: [&[Range<u32>]; 2],
        vocabulary: &Vocabulary,
    ) -> Self {
        // One table for both sides: an atom that stands in both has the same number.
        let mut atoms = HashMap::new();
        Self {
            before: Side::new(before, before_atoms, &mut atoms, vocabulary),
            after: Side::new(after, after_atoms, &mut atoms, vocabulary),
        }
    }

    /// An edit of units as an edit of tokens.
    pub(super) fn edit(&self, op: EditOp, before: Range<usize>, after: Range<usize>) -> Edit {
        Edit {
            op,
            before: self.before.tokens(before),
            after: self.after.tokens(after),
        }
    }
}

impl Side {
    fn new(
        tokens: &[Token],
        ranges: &[Range<u32>],
        atoms: &mut HashMap<Vec<Key>, u32>,
        vocabulary: &Vocabulary,
    ) -> Self {
        let mut side = Self {
            numbers: Vec::with_capacity(tokens.len()),
            weights: Vec::with_capacity(tokens.len() + 1),
            starts: Vec::with_capacity(tokens.len() + 1),
            opening: Vec::new(),
        };
        let mut ranges = ranges.iter().peekable();
        let (mut at, mut weighed) = (0, 0);
        while at < tokens.len() {
            // An atom that starts inside the one before it is passed: units may not overlap.
            while ranges.next_if(|atom| (atom.start as usize) < at).is_some() {}
            let end = ranges
                .next_if(|atom| atom.start as usize == at)
                .map_or(at + 1, |atom| {
                    (atom.end as usize).clamp(at + 1, tokens.len())
                });
            side.starts.push(narrow(at));
            side.weights.push(weighed);
            let unit = &tokens[at..end];
            weighed += weight(unit, vocabulary);
            if is_opening(unit, vocabulary) {
                side.opening.push(narrow(side.numbers.len()));
            }
            side.numbers.push(match unit {
                [token] => token.key.0,
                several => {
                    let keys = several.iter().map(|token| token.key).collect();
                    // Numbers behind those of the words, so that no atom equals a single word.
                    let next = narrow(vocabulary.len() + atoms.len());
                    *atoms.entry(keys).or_insert(next)
                }
            });
            at = end;
        }
        side.starts.push(narrow(tokens.len()));
        side.weights.push(weighed);
        side
    }

    pub(super) fn len(&self) -> usize {
        self.numbers.len()
    }

    /// Weight of a run of units.
    pub(super) fn weight(&self, units: Range<usize>) -> u32 {
        self.weights[units.end] - self.weights[units.start]
    }

    /// Whether a unit is a mark that belongs to what follows, such as a bracket.
    pub(super) fn opens(&self, unit: usize) -> bool {
        self.opening.binary_search(&narrow(unit)).is_ok()
    }

    fn tokens(&self, units: Range<usize>) -> Range<u32> {
        self.starts[units.start]..self.starts[units.end]
    }
}

fn weight(tokens: &[Token], vocabulary: &Vocabulary) -> u32 {
    match tokens {
        [token] => match vocabulary.class(token.key) {
            TokenClass::Mark => MARK_WEIGHT,
            TokenClass::Word if is_short(vocabulary.word(token.key)) => SHORT_WEIGHT,
            _ => WORD_WEIGHT,
        },
        _ => WORD_WEIGHT,
    }
}

fn is_opening(tokens: &[Token], vocabulary: &Vocabulary) -> bool {
    let is_mark = |token: &Token| vocabulary.class(token.key) == TokenClass::Mark;
    let opens = |token: &Token| vocabulary.word(token.key).ends_with(OPENING);
    matches!(tokens, [token] if is_mark(token) && opens(token))
}

fn is_short(word: &str) -> bool {
    // Most words are ASCII, where bytes are letters: no character has to be decoded.
    if word.is_ascii() {
        return word.len() <= SHORT_LETTERS;
    }
    let mut letters = word.chars();
    // One ideograph is a whole word of content, however short it is in characters.
    let all_short = letters
        .by_ref()
        .take(SHORT_LETTERS)
        .all(|letter| letter < FIRST_IDEOGRAPH);
    all_short && letters.next().is_none()
}

pub(super) fn narrow(at: usize) -> u32 {
    u32::try_from(at).expect("a loaded text has fewer than 2^32 tokens")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_short_by_its_letters_and_an_ideograph_never() {
        for (word, is_it) in [
            ("of", true),
            ("mines", false),
            ("är", true),
            ("土地", false),
        ] {
            assert_eq!(is_short(word), is_it, "{word}");
        }
    }
}
