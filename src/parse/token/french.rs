//! What French cuts off.

use crate::language::parser::ParserWords;

use super::{is_apostrophe, is_hyphen};

/// Length of a word that is written as several, at the start of `text`.
pub(super) fn whole_len(text: &str, words: &ParserWords) -> Option<usize> {
    let starts = |whole: &&&str| {
        text.get(..whole.len())
            .is_some_and(|start| start.to_lowercase() == **whole)
    };
    words.whole.iter().find(starts).map(|whole| whole.len())
}

/// Whether a word before an apostrophe is one that has lost its vowel.
pub(super) fn elides(word: &str, words: &ParserWords) -> bool {
    words
        .elided
        .iter()
        .any(|elided| word.eq_ignore_ascii_case(elided))
}

/// Whether a word is one that has lost its vowel, with its apostrophe.
pub(super) fn is_elided(word: &str, words: &ParserWords) -> bool {
    word.strip_suffix(is_apostrophe)
        .is_some_and(|word| elides(word, words))
}

/// Where the pronoun behind a verb starts in a token.
pub(super) fn pronoun_at(token: &str, words: &ParserWords) -> Option<usize> {
    let lower = token.to_lowercase();
    let hyphenated = token.contains(is_hyphen) && !token.contains(is_apostrophe);
    // Lower case may be longer in bytes than what was written (*İ*): the place of the pronoun would
    // lie elsewhere.
    if !hyphenated || words.no_pronouns.contains(&lower.as_str()) || lower.len() != token.len() {
        return None;
    }
    let mut pronouns = words.pronouns.iter();
    let pronoun = pronouns.find(|pronoun| lower.ends_with(**pronoun))?;
    token.len().checked_sub(pronoun.len()).filter(|&at| at > 0)
}
