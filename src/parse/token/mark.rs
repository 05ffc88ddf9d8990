//! Punctuation and symbols.

use super::is_word_char;

/// Characters that form one mark when repeated.
const REPEATED: &str = ".-!?*=~_";

/// Length of the mark at the start of `text`: one character, a run as `...`,
/// or a sign with its word as in `#budget`.
pub(super) fn mark_len(text: &str) -> usize {
    let Some(first) = text.chars().next() else {
        return 0;
    };
    let behind = &text[first.len_utf8()..];
    // *#budget*, *@office*: treebanks keep the sign with its word.
    if matches!(first, '#' | '@') && behind.starts_with(char::is_alphabetic) {
        return first.len_utf8() + run_len(behind, is_word_char);
    }
    if REPEATED.contains(first) {
        // *?!* is one mark.
        let same_kind = |char| char == first || ("!?".contains(first) && "!?".contains(char));
        return run_len(text, same_kind);
    }
    first.len_utf8()
}

/// Length of the characters at the start of `text` that are of a kind.
pub(super) fn run_len(text: &str, of_kind: impl Fn(char) -> bool) -> usize {
    text.find(|char| !of_kind(char)).unwrap_or(text.len())
}
