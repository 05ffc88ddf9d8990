//! Cuts text into words, numbers and marks.
//!
//! ASCII runs are cut by a table of byte classes; runs with other characters
//! by the word boundaries of UAX #29, joined again at inner hyphens. Both give
//! the same tokens for the same words.

use unicode_segmentation::UnicodeSegmentation;

use super::fold::fold;
use crate::model::{Span, Token, TokenClass, Vocabulary};

/// Appends the tokens of `text[start..]`; spans count from the start of `text`.
pub(super) fn push_tokens(
    text: &str,
    start: usize,
    vocabulary: &mut Vocabulary,
    tokens: &mut Vec<Token>,
) {
    let first = tokens.len();
    let mut folded = String::new();
    let mut push = |start: usize, end: usize| {
        let word = &text[start..end];
        let key = vocabulary.intern_with(fold(word, &mut folded), || class(word));
        let span = Span::new(start, end);
        tokens.push(Token { span, key });
    };
    let mut at = start;
    while let Some(start) = next_start(text, at) {
        if let Some(end) = end_of_plain_run(text.as_bytes(), start) {
            push(start, end);
            at = end;
            continue;
        }
        let (end, is_ascii) = end_of_run(text, start);
        if is_ascii {
            cut_ascii(text.as_bytes(), start, end, &mut push);
        } else {
            cut_unicode(text, start, end, &mut push);
        }
        at = end;
    }
    if !text[start..].is_ascii() {
        join_digit_groups(text, first, vocabulary, tokens);
    }
}

/// Where the next run of characters without white space starts at or after `at`.
fn next_start(text: &str, at: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut start = at;
    loop {
        match bytes.get(start)? {
            byte if byte.is_ascii_whitespace() => start += 1,
            byte if byte.is_ascii() => return Some(start),
            _ => match text[start..].chars().next() {
                Some(c) if c.is_whitespace() => start += c.len_utf8(),
                _ => return Some(start),
            },
        }
    }
}

/// The end of the run at `start` if it is letters and digits of ASCII alone:
/// one token, as most runs are.
fn end_of_plain_run(bytes: &[u8], start: usize) -> Option<usize> {
    let run = bytes[start..].iter();
    let end = start + run.take_while(|byte| byte.is_ascii_alphanumeric()).count();
    let ends = bytes.get(end).is_none_or(u8::is_ascii_whitespace);
    (end > start && ends).then_some(end)
}

/// The end of the run of characters without white space at `start`, and
/// whether all of it is ASCII.
fn end_of_run(text: &str, start: usize) -> (usize, bool) {
    let bytes = text.as_bytes();
    let (mut end, mut is_ascii) = (start, true);
    while let Some(byte) = bytes.get(end) {
        if byte.is_ascii_whitespace() {
            break;
        }
        if byte.is_ascii() {
            end += 1;
            continue;
        }
        let c = text[end..].chars().next().expect("a byte has a character");
        if c.is_whitespace() {
            break;
        }
        end += c.len_utf8();
        is_ascii = false;
    }
    (end, is_ascii)
}

fn cut_ascii(bytes: &[u8], start: usize, end: usize, push: &mut impl FnMut(usize, usize)) {
    let mut at = start;
    while at < end {
        let mut stop = at + 1;
        if bytes[at].is_ascii_alphanumeric() {
            while stop < end && (bytes[stop].is_ascii_alphanumeric() || joins(bytes, stop, end)) {
                stop += 1;
            }
        } else {
            while stop < end && bytes[stop] == bytes[at] {
                stop += 1;
            }
        }
        push(at, stop);
        at = stop;
    }
}

/// Whether the byte at `at` is a joining mark inside a word: with a letter or
/// digit on both sides.
fn joins(bytes: &[u8], at: usize, end: usize) -> bool {
    let joins =
        |inside: fn(&u8) -> bool| at + 1 < end && inside(&bytes[at - 1]) && inside(&bytes[at + 1]);
    match bytes[at] {
        b'-' | b'\'' => joins(u8::is_ascii_alphanumeric),
        b'.' | b',' => joins(u8::is_ascii_digit),
        _ => false,
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

fn class(word: &str) -> TokenClass {
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
    (1..=3).contains(&digits)
        && (digits == word.len() || digits == 3)
        && word.bytes().all(|byte| !byte.is_ascii_alphabetic())
}

fn starts_with_group(word: &str) -> bool {
    let digits = word.bytes().take_while(u8::is_ascii_digit).count();
    digits == 3 && word.bytes().all(|byte| !byte.is_ascii_alphabetic())
}
