//! Words of letters, with the signs that belong to them.

use crate::language::parser::ParserWords;

use super::mark::run_len;
use super::{abbreviation, english, french, is_apostrophe, is_hyphen, is_word_char, two};

/// Length of the word at the start of `text`; `None` where there is none.
pub(super) fn word_len(text: &str, words: &ParserWords) -> Option<usize> {
    let whole = english::loose_clitic_len(text, words).or_else(|| french::whole_len(text, words));
    if whole.is_some() {
        return whole;
    }
    let mut len = run_len(text, is_word_char);
    if len == 0 {
        return None;
    }
    while let Some(joined) = joined_len(&text[..len], &text[len..], words) {
        len += joined;
        // *L'|accord*: the word ends with its apostrophe.
        if french::is_elided(&text[..len], words) {
            return Some(len);
        }
        len += run_len(&text[len..], is_word_char);
    }
    Some(len + tail_len(&text[..len], &text[len..], words))
}

/// Length of the sign that joins the word so far with the letters behind;
/// `None` where the word ends.
fn joined_len(so_far: &str, rest: &str, words: &ParserWords) -> Option<usize> {
    let (Some(sign), behind) = two(rest) else {
        return None;
    };
    let followed = behind.is_some_and(is_word_char);
    let joins = if is_apostrophe(sign) {
        followed || french::elides(so_far, words)
    } else if is_hyphen(sign) {
        followed && keeps_hyphen(so_far, words)
    } else {
        match sign {
            '.' => behind.is_some_and(|behind| joins_dot(so_far, rest, behind)),
            '/' => followed && (!words.cuts_compounds || is_symbol(so_far, behind)),
            // *R&D*, but *boats & nets*.
            '&' => followed && so_far.ends_with(char::is_uppercase),
            _ => false,
        }
    };
    joins.then_some(sign.len_utf8())
}

/// Whether a slash stands within the symbol of a document (*A/73/L.5*).
fn is_symbol(so_far: &str, behind: Option<char>) -> bool {
    so_far.ends_with(is_digit) || behind.is_some_and(is_digit)
}

fn is_digit(char: char) -> bool {
    char.is_ascii_digit()
}

fn keeps_hyphen(so_far: &str, words: &ParserWords) -> bool {
    !words.cuts_compounds || english::is_prefix(so_far, words)
}

/// Whether a dot stands within an abbreviation (*U.S*) or a name of the web
/// (*verbale.org*) or a number of a document (*L.5*), and not between two
/// sentences.
fn joins_dot(so_far: &str, rest: &str, behind: char) -> bool {
    let letters_before = so_far
        .rsplit('.')
        .next()
        .map_or(0, |part| part.chars().count());
    let letters_behind = run_len(&rest[1..], is_word_char);
    let short = letters_before <= 2 && letters_behind <= 2;
    // *L.5*, *A/73.5*; *in May.3* is a sentence with the mark of a footnote.
    if is_digit(behind) {
        return so_far.ends_with(char::is_uppercase) || so_far.ends_with(is_digit);
    }
    behind.is_alphabetic() && (short || behind.is_lowercase() && letters_behind <= 4)
}

/// Length of what ends a word: the dot of an abbreviation, the sign of a
/// currency with its country (*US$*).
fn tail_len(word: &str, rest: &str, words: &ParserWords) -> usize {
    // *US$*, *A$*: three capitals at most, as in codes of currencies.
    let currency = rest.starts_with('$') && word.len() <= 3 && word.chars().all(char::is_uppercase);
    let dot = rest.starts_with('.') && abbreviation::keeps_dot(word, &rest[1..], words);
    usize::from(currency || dot)
}
