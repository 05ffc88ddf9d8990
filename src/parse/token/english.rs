//! What English cuts off and keeps together.

use super::{is_apostrophe, is_word_char};

/// Prefixes that a hyphen does not part from their word.
const PREFIXES: &[&str] = &[
    "anti", "co", "counter", "cross", "de", "e", "ex", "extra", "inter", "intra", "macro", "mega",
    "micro", "mid", "mini", "multi", "neo", "non", "over", "post", "pre", "pro", "pseudo", "re",
    "semi", "sub", "super", "trans", "ultra", "un", "under",
];

/// Two words written as one, and the length of the first.
const MERGED: &[(&str, usize)] = &[("cannot", 3), ("gonna", 3), ("gotta", 3), ("wanna", 3)];

/// Clitics behind an apostrophe.
const CLITICS: &[&str] = &["s", "m", "d", "re", "ve", "ll"];

/// Letters behind a number that stand for a scale or a unit alone.
const SINGLE_UNITS: &[&str] = &[
    "b", "B", "C", "F", "k", "K", "m", "M", "g", "p", "x", "h", "t",
];

/// Endings of ordinals and decades.
const NUMBER_ENDINGS: &[&str] = &["st", "nd", "rd", "th", "s"];

/// Whether a word begins with a prefix alone.
pub(super) fn is_prefix(word: &str) -> bool {
    PREFIXES
        .iter()
        .any(|prefix| word.eq_ignore_ascii_case(prefix))
}

/// Where a clitic or the second of two merged words starts in a token.
pub(super) fn clitic_at(token: &str) -> Option<usize> {
    let merged = MERGED
        .iter()
        .find(|(word, _)| token.eq_ignore_ascii_case(word));
    merged
        .map(|&(_, first)| first)
        .or_else(|| negation_at(token))
        .or_else(|| behind_apostrophe(token))
}

fn negation_at(token: &str) -> Option<usize> {
    let apostrophe = token.rfind(is_apostrophe)?;
    let before = &token[..apostrophe];
    let tail = token[apostrophe..].trim_start_matches(is_apostrophe);
    let at = before.len().checked_sub(1)?;
    (at > 0 && before.ends_with(['n', 'N']) && tail.eq_ignore_ascii_case("t")).then_some(at)
}

fn behind_apostrophe(token: &str) -> Option<usize> {
    let at = token.rfind(is_apostrophe)?;
    let is_number = token.starts_with(|char: char| char.is_ascii_digit());
    (at > 0 && !is_number && is_clitic(&token[at..])).then_some(at)
}

fn is_clitic(text: &str) -> bool {
    let tail = text.trim_start_matches(is_apostrophe);
    CLITICS
        .iter()
        .any(|clitic| tail.eq_ignore_ascii_case(clitic))
}

/// Length of a clitic whose word ends in a sign (*%'s*, *)'s*).
pub(super) fn loose_clitic_len(text: &str) -> Option<usize> {
    let apostrophe = text.chars().next().filter(|&char| is_apostrophe(char))?;
    let behind = &text[apostrophe.len_utf8()..];
    let len = apostrophe.len_utf8() + super::mark::run_len(behind, is_word_char);
    is_clitic(&text[..len]).then_some(len)
}

/// Whether letters behind a number are a word of their own (*5km*, *2.5bn*)
/// and not part of it (*21st*, *1990s*, *4A*, *3D*).
pub(super) fn is_unit(letters: &str) -> bool {
    let alphabetic = !letters.is_empty() && letters.chars().all(char::is_alphabetic);
    let ending = NUMBER_ENDINGS
        .iter()
        .any(|ending| letters.eq_ignore_ascii_case(ending));
    alphabetic && !ending && (letters.chars().count() > 1 || SINGLE_UNITS.contains(&letters))
}
