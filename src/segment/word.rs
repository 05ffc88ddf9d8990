//! Cuts text into words, numbers and marks.
//!
//! ASCII runs are cut by a table of byte classes; runs with other characters
//! by the word boundaries of UAX #29, joined again at inner hyphens. Both give
//! the same tokens for the same words.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use super::fold::fold;
use crate::model::{Span, Token, TokenClass, Vocabulary};

/// Appends the tokens of `text[start..]`; spans count from the start of `text`.
/// Characters that nobody sees are no token.
pub(super) fn push_tokens(
    text: &str,
    start: usize,
    vocabulary: &mut Vocabulary,
    tokens: &mut Vec<Token>,
) {
    let first = tokens.len();
    let mut folded = String::new();
    let mut push = |range: Range<usize>, kinds: u8| {
        let word = &text[range.clone()];
        let key = if kinds & (kind::CAPITAL | kind::WIDE) == 0 {
            vocabulary.intern_with(word, || class(kinds))
        } else {
            let word = fold(word, &mut folded);
            if word.is_empty() {
                return;
            }
            vocabulary.intern_with(word, || class_of(&text[range.clone()]))
        };
        let span = Span::new(range.start, range.end);
        tokens.push(Token { span, key });
    };
    if text[start..].is_ascii() {
        return cut_ascii(text.as_bytes(), start..text.len(), &mut push);
    }
    let mut at = start;
    while let Some(start) = next_start(text, at) {
        let (end, is_ascii) = end_of_run(text, start);
        if is_ascii {
            cut_ascii(text.as_bytes(), start..end, &mut push);
        } else {
            cut_unicode(text, start, end, &mut |start, end| {
                push(start..end, kind::WIDE);
            });
        }
        at = end;
    }
    join_digit_groups(text, first, vocabulary, tokens);
}

/// What a byte can be, as bits; a mark has none.
mod kind {
    pub(super) const BLANK: u8 = 1;
    pub(super) const LETTER: u8 = 2;
    pub(super) const CAPITAL: u8 = 4;
    pub(super) const DIGIT: u8 = 8;
    /// Not ASCII.
    pub(super) const WIDE: u8 = 16;
}

/// What each byte can be.
const KINDS: [u8; 256] = {
    let mut kinds = [kind::WIDE; 256];
    let mut byte = 0_u8;
    while byte.is_ascii() {
        kinds[byte as usize] = match byte {
            b'a'..=b'z' => kind::LETTER,
            b'A'..=b'Z' => kind::LETTER | kind::CAPITAL,
            b'0'..=b'9' => kind::DIGIT,
            _ if byte.is_ascii_whitespace() => kind::BLANK,
            _ => 0,
        };
        byte += 1;
    }
    kinds
};

/// What the byte at `at` can be; nothing past the end.
fn kind_at(bytes: &[u8], at: usize) -> u8 {
    bytes.get(at).map_or(0, |&byte| KINDS[usize::from(byte)])
}

/// Where the next run of characters without white space starts at or after `at`.
fn next_start(text: &str, at: usize) -> Option<usize> {
    let rest = &text[at..];
    rest.find(|c: char| !c.is_whitespace()).map(|gap| at + gap)
}

/// The end of the run of characters without white space at `start`, and
/// whether all of it is ASCII.
fn end_of_run(text: &str, start: usize) -> (usize, bool) {
    let run = &text[start..];
    let len = run.find(char::is_whitespace).unwrap_or(run.len());
    (start + len, run[..len].is_ascii())
}

/// Cuts a stretch of ASCII, and says of each token what its bytes are.
fn cut_ascii(bytes: &[u8], range: Range<usize>, push: &mut impl FnMut(Range<usize>, u8)) {
    let bytes = &bytes[..range.end];
    let mut at = range.start;
    while at < range.end {
        let (start, mut kinds) = (at, kind_at(bytes, at));
        at += 1;
        match kinds {
            kind::BLANK => continue,
            0 => {
                while bytes.get(at) == Some(&bytes[start]) {
                    at += 1;
                }
            }
            _ => {
                while let kind = kind_at(bytes, at)
                    && kind != kind::BLANK
                    && (kind != 0 || joins(bytes, at))
                {
                    kinds |= kind;
                    at += 1;
                }
            }
        }
        push(start..at, kinds);
    }
}

/// Whether the byte at `at` is a joining mark inside a word: with a letter or
/// digit on both sides.
fn joins(bytes: &[u8], at: usize) -> bool {
    let sides = match bytes.get(at) {
        // *well-known*, *don't* and *COVID-19* are one token each.
        Some(b'-' | b'\'') => kind::LETTER | kind::DIGIT,
        // *1,250.5* is one number; *end.Next* is two words that lost a blank.
        Some(b'.' | b',') => kind::DIGIT,
        _ => return false,
    };
    kind_at(bytes, at - 1) & sides != 0 && kind_at(bytes, at + 1) & sides != 0
}

/// The class of a token whose bytes are of these kinds, ASCII all.
fn class(kinds: u8) -> TokenClass {
    match kinds {
        0 => TokenClass::Mark,
        _ if kinds & kind::DIGIT != 0 => TokenClass::Number,
        _ => TokenClass::Word,
    }
}

fn cut_unicode(text: &str, start: usize, end: usize, push: &mut impl FnMut(usize, usize)) {
    let mut open: Option<(usize, usize)> = None;
    let mut pieces = text[start..end].split_word_bound_indices().peekable();
    while let Some((offset, piece)) = pieces.next() {
        let (from, to) = (start + offset, start + offset + piece.len());
        let joins = |next: Option<&(usize, &str)>| next.is_some_and(|(_, word)| is_word(word));
        match open {
            Some((first, _)) if is_joint(piece) && joins(pieces.peek()) => open = Some((first, to)),
            Some((first, last)) if ends_with_joint(&text[first..last]) => open = Some((first, to)),
            Some((first, last)) => {
                push(first, last);
                open = Some((from, to));
            }
            None => open = Some((from, to)),
        }
        if !is_word(piece) && !is_joint(piece) {
            let (first, last) = open.take().expect("set above");
            push(first, last);
        }
    }
    if let Some((first, last)) = open {
        push(first, last);
    }
}

fn is_word(piece: &str) -> bool {
    piece.chars().next().is_some_and(char::is_alphanumeric)
}

fn is_joint(piece: &str) -> bool {
    matches!(piece, "-" | "\u{2010}" | "\u{2011}")
}

fn ends_with_joint(word: &str) -> bool {
    word.len() > 1 && word.ends_with(['-', '\u{2010}', '\u{2011}'])
}

fn class_of(word: &str) -> TokenClass {
    let mut class = TokenClass::Mark;
    for c in word.chars() {
        if c.is_numeric() {
            return TokenClass::Number;
        }
        if c.is_alphabetic() {
            class = TokenClass::Word;
        }
    }
    class
}

/// Joins `810` and `000` into one number where a no-break or thin space, which
/// no author sets between two numbers, stands between them.
fn join_digit_groups(
    text: &str,
    first: usize,
    vocabulary: &mut Vocabulary,
    tokens: &mut Vec<Token>,
) {
    let is_group = |pair: &[Token]| {
        let gap = &text[pair[0].span.end as usize..pair[1].span.start as usize];
        matches!(gap, "\u{a0}" | "\u{2007}" | "\u{2009}" | "\u{202f}")
            && ends_with_group(pair[0].span.of(text))
            && starts_with_group(pair[1].span.of(text))
    };
    if !tokens[first..].windows(2).any(is_group) {
        return;
    }
    let mut folded = String::new();
    let tail = tokens.split_off(first);
    let mut rest = tail.into_iter().peekable();
    while let Some(mut token) = rest.next() {
        let mut joined = false;
        while let Some(next) = rest.next_if(|next| is_group(&[token, *next])) {
            token.span = token.span.to(next.span);
            joined = true;
        }
        if joined {
            let word = fold(token.span.of(text), &mut folded);
            token.key = vocabulary.intern(word, TokenClass::Number);
        }
        tokens.push(token);
    }
}

fn ends_with_group(word: &str) -> bool {
    let digits = word.bytes().rev().take_while(u8::is_ascii_digit).count();
    // *810 000* with a no-break space; *1 2 3* of a list is three numbers.
    (1..=3).contains(&digits)
        && (digits == word.len() || digits == 3)
        && word.bytes().all(|byte| !byte.is_ascii_alphabetic())
}

fn starts_with_group(word: &str) -> bool {
    let digits = word.bytes().take_while(u8::is_ascii_digit).count();
    digits == 3 && word.bytes().all(|byte| !byte.is_ascii_alphabetic())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_group_of_digits_ends_a_number_that_may_go_on() {
        for (word, is_group) in [
            ("810", true),
            ("1", true),
            ("1,810", true),
            ("1,81", false),
            ("a810", false),
            ("8100", false),
        ] {
            assert_eq!(ends_with_group(word), is_group, "{word}");
        }
    }

    #[test]
    fn a_word_begins_with_a_letter_or_a_digit() {
        assert!(is_word("wells") && is_word("5%") && !is_word("–") && !is_word(""));
    }
}
