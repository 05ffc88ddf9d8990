//! What English cuts off and keeps together.

use crate::language::parser::ParserWords;

use super::{is_apostrophe, is_word_char};

/// Whether a word begins with a prefix alone.
pub(super) fn is_prefix(word: &str, words: &ParserWords) -> bool {
    words
        .prefixes
        .iter()
        .any(|prefix| word.eq_ignore_ascii_case(prefix))
}

/// Where a clitic or the second of two merged words starts in a token.
pub(super) fn clitic_at(token: &str, words: &ParserWords) -> Option<usize> {
    let merged = words
        .merged
        .iter()
        .find(|(word, _)| token.eq_ignore_ascii_case(word));
    merged
        .map(|&(_, first)| first)
        .or_else(|| negation_at(token))
        .or_else(|| behind_apostrophe(token, words))
}

fn negation_at(token: &str) -> Option<usize> {
    let apostrophe = token.rfind(is_apostrophe)?;
    let before = &token[..apostrophe];
    let tail = token[apostrophe..].trim_start_matches(is_apostrophe);
    let at = before.len().checked_sub(1)?;
    // *Do|n't*, as the treebanks cut: the *n* goes with the apostrophe. *N't* alone, as in *ca
    // n't*, is whole.
    (at > 0 && before.ends_with(['n', 'N']) && tail.eq_ignore_ascii_case("t")).then_some(at)
}

fn behind_apostrophe(token: &str, words: &ParserWords) -> Option<usize> {
    let at = token.rfind(is_apostrophe)?;
    // *1990's* is one word.
    let is_number = token.starts_with(|char: char| char.is_ascii_digit());
    (at > 0 && !is_number && is_clitic(&token[at..], words)).then_some(at)
}

fn is_clitic(text: &str, words: &ParserWords) -> bool {
    let tail = text.trim_start_matches(is_apostrophe);
    words
        .clitics
        .iter()
        .any(|clitic| tail.eq_ignore_ascii_case(clitic))
}

/// Length of a clitic whose word ends in a sign (*%'s*, *)'s*).
pub(super) fn loose_clitic_len(text: &str, words: &ParserWords) -> Option<usize> {
    let apostrophe = text.chars().next().filter(|&char| is_apostrophe(char))?;
    let behind = &text[apostrophe.len_utf8()..];
    let len = apostrophe.len_utf8() + super::mark::run_len(behind, is_word_char);
    is_clitic(&text[..len], words).then_some(len)
}

/// Whether letters behind a number are a word of their own (*5km*, *2.5bn*)
/// and not part of it (*21st*, *1990s*, *4A*, *3D*).
pub(super) fn is_unit(letters: &str, words: &ParserWords) -> bool {
    let alphabetic = !letters.is_empty() && letters.chars().all(char::is_alphabetic);
    let ending = words
        .number_endings
        .iter()
        .any(|ending| letters.eq_ignore_ascii_case(ending));
    alphabetic && !ending && (letters.chars().count() > 1 || words.single_units.contains(&letters))
}
