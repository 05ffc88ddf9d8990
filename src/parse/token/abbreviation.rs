//! Abbreviations, which keep their dot.

use crate::language::parser::ParserWords;

/// How many marks and spaces may close a sentence.
const CLOSING_MARKS: usize = 5;

/// Whether the dot behind `word` is part of it; `behind` is what follows.
pub(super) fn keeps_dot(word: &str, behind: &str, words: &ParserWords) -> bool {
    let lower = word.to_lowercase();
    let next = behind.trim_start().chars().next();
    // *Annex B.*: a capital at the end of the sentence is no initial, as it is in *B. Osei said*.
    let ends = behind
        .chars()
        .take(CLOSING_MARKS)
        .all(|char| !char.is_alphanumeric());
    // *U.S.*, *e.g.*, *p.m.*
    let dotted = word.contains('.') && word.split('.').all(|part| part.chars().count() <= 2);
    let initial = !ends && word.chars().count() == 1 && word.chars().all(char::is_uppercase);
    // *No. 5*, but *no.* at the end of an answer.
    let numbered = next.is_some_and(|next| next.is_ascii_digit())
        && words.before_numbers.contains(&lower.as_str());
    dotted || initial || numbered || words.abbreviations.contains(&lower.as_str())
}
