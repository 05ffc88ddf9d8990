//! Cuts a sentence into words as the treebanks of Universal Dependencies do.
//!
//! Input: the text of a sentence. Output: the bytes of each word, in order and
//! never overlapping; white space alone lies in none. Punctuation, currency
//! signs and `%` stand apart, numbers stay whole, abbreviations keep their dot.
//! English cuts off clitics (*n't*, *'s*) and cuts at hyphens; the others keep
//! hyphens and contractions, French cuts behind an elided vowel.

mod abbreviation;
mod address;
mod english;
mod french;
mod mark;
mod number;
mod word;

use std::ops::Range;

use crate::model::Language;

/// The bytes of the words of a sentence.
pub(super) fn tokens(sentence: &str, language: Language) -> Vec<Range<usize>> {
    let mut tokens = Vec::with_capacity(sentence.len() / 4);
    let mut at = 0;
    while let Some(char) = sentence[at..].chars().next() {
        if char.is_whitespace() {
            at += char.len_utf8();
            continue;
        }
        let end = at + token_len(&sentence[..], at, language);
        push_parts(sentence, at..end, language, &mut tokens);
        at = end;
    }
    tokens
}

/// Length of the token that starts at a byte that is no white space.
fn token_len(sentence: &str, at: usize, language: Language) -> usize {
    let rest = &sentence[at..];
    let begins_chunk = sentence[..at]
        .chars()
        .next_back()
        .is_none_or(char::is_whitespace);
    None.or_else(|| begins_chunk.then(|| address::address_len(rest)).flatten())
        .or_else(|| number::number_len(rest, language))
        .or_else(|| word::word_len(rest, language))
        .unwrap_or_else(|| mark::mark_len(rest))
}

/// Adds a token, cut where a clitic is written together with its word.
fn push_parts(
    sentence: &str,
    token: Range<usize>,
    language: Language,
    into: &mut Vec<Range<usize>>,
) {
    let text = &sentence[token.clone()];
    let cut = match language {
        Language::English => english::clitic_at(text),
        Language::French => french::pronoun_at(text),
        _ => None,
    };
    match cut {
        Some(cut) => {
            into.push(token.start..token.start + cut);
            into.push(token.start + cut..token.end);
        }
        None => into.push(token),
    }
}

/// The first two characters.
fn two(text: &str) -> (Option<char>, Option<char>) {
    let mut chars = text.chars();
    (chars.next(), chars.next())
}

/// Whether a character is a letter, a digit or a mark upon one.
fn is_word_char(char: char) -> bool {
    char.is_alphanumeric() || matches!(char, '_' | '\u{300}'..='\u{36f}')
}

fn is_apostrophe(char: char) -> bool {
    matches!(char, '\'' | '’')
}

fn is_hyphen(char: char) -> bool {
    matches!(char, '-' | '\u{2010}' | '\u{2011}')
}
