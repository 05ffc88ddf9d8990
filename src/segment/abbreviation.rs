//! Abbreviations that end in a stop, and words that open sentences.

use crate::language::{PACKS, pack};
use crate::model::Language;

/// What the stop after a word says of the end of the sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Abbreviation {
    /// Something always follows: *Mr.*, *e.g.*
    NeverLast,
    /// A number follows, or the sentence ends: *No.*, *Art.*
    BeforeNumber,
    /// May end the sentence, which then goes on with a word like *The*:
    /// *Inc.*, *U.S.*
    PerhapsLast,
}

/// What `word`, without the stop after it, abbreviates; `None` for a word
/// that is written in full.
pub(super) fn kind(word: &str, language: Language) -> Option<Abbreviation> {
    // *NO. 7* of a heading is *no. 7*.
    let word = word.to_lowercase();
    let words = pack(language).sentences;
    let kinds = [
        (words.never_last, Abbreviation::NeverLast),
        (words.before_number, Abbreviation::BeforeNumber),
        (words.perhaps_last, Abbreviation::PerhapsLast),
    ];
    let mut known = kinds.into_iter();
    let (_, kind) = known.find(|(words, _)| words.contains(&word.as_str()))?;
    Some(kind)
}

/// Whether `word` opens a sentence after an abbreviation that may end one, whatever the
/// language: statements quote others.
pub(super) fn is_opener(word: &str) -> bool {
    PACKS
        .iter()
        .any(|pack| pack.sentences.openers.contains(&word))
}
