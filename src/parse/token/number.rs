//! Numbers, which stay whole with their points, commas and slashes.

use crate::language::parser::ParserWords;

use super::mark::run_len;
use super::{english, is_hyphen, is_word_char, two};

/// Length of the number at the start of `text`; `None` where there is none.
///
/// Letters right behind belong to it as in *21st*, *1990s*, *4A*, or in
/// English are a word of their own as in *5km*, *2.5bn*. Other languages join
/// them by a hyphen too (Russian *10-летний*).
pub(super) fn number_len(text: &str, words: &ParserWords) -> Option<usize> {
    let digits = digits_len(text, words)?;
    let behind = &text[digits..];
    let tail = run_len(behind, |char| {
        is_word_char(char) || !words.cuts_compounds && is_hyphen(char)
    });
    // *10-*, of *10- und 20-jährige*, ends before its hyphen.
    let tail = behind[..tail].trim_end_matches(is_hyphen);
    if words.has_ordinal_stops && digits <= MOST_ORDINAL && is_ordinal_stop(behind) {
        return Some(digits + 1);
    }
    // As the treebanks have it: English ones cut *5km*, those of other languages do not.
    let apart = words.cuts_compounds && english::is_unit(tail, words);
    Some(digits + if apart { 0 } else { tail.len() })
}

/// Most digits of a position that a stop makes.
/// A year may end a sentence: *… bis 2021. Wir …*.
const MOST_ORDINAL: usize = 2;

/// Whether a stop behind digits makes a position of them: a word follows.
fn is_ordinal_stop(behind: &str) -> bool {
    let next = behind
        .strip_prefix(". ")
        .and_then(|rest| rest.chars().next());
    next.is_some_and(char::is_alphabetic)
}

fn digits_len(text: &str, words: &ParserWords) -> Option<usize> {
    let is_digit = |char: char| char.is_numeric();
    let point = usize::from(text.starts_with('.'));
    let mut len = point + run_len(&text[point..], is_digit);
    if len == point {
        return None;
    }
    len += more_groups(&text[len..], words);
    // *12 500*; *2021 500* are a year and a count.
    if words.spaces_thousands && len <= 3 {
        len += spaced_groups(&text[len..]);
        // The decimals stand behind the last group: *12 500,5*.
        len += more_groups(&text[len..], words);
    }
    Some(len)
}

/// Groups of digits behind a point, comma, colon or slash, and behind hyphens
/// where they are no range.
fn more_groups(text: &str, words: &ParserWords) -> usize {
    let joins_hyphens = !words.cuts_compounds || is_code(text);
    let mut len = 0;
    while let (Some(sign), Some(digit)) = two(&text[len..])
        && digit.is_ascii_digit()
        && (matches!(sign, '.' | ',' | ':' | '/') || joins_hyphens && is_hyphen(sign))
    {
        len += sign.len_utf8();
        len += run_len(&text[len..], |char| char.is_ascii_digit());
    }
    len
}

/// Whether digits stand behind two hyphens or more, as in a date or a
/// telephone number: behind one they are the end of a range.
fn is_code(text: &str) -> bool {
    let run = run_len(text, |char| char.is_ascii_digit() || is_hyphen(char));
    text[..run].chars().filter(|&char| is_hyphen(char)).count() >= 2
}

/// Groups of exactly three digits behind a space.
fn spaced_groups(text: &str) -> usize {
    let mut len = 0;
    while let Some(space @ (' ' | '\u{a0}' | '\u{202f}' | '\u{2009}')) = text[len..].chars().next()
    {
        let digits = &text[len + space.len_utf8()..];
        // *12 5000* and *12 500km* are two words.
        if run_len(digits, |char| char.is_ascii_digit()) != 3
            || digits[3..].starts_with(is_word_char)
        {
            break;
        }
        len += space.len_utf8() + 3;
    }
    len
}
