//! What French cuts off.

use crate::model::Language;

use super::{is_apostrophe, is_hyphen};

/// Words that lose their vowel before another, without it.
const ELIDED: &[&str] = &[
    "c", "d", "j", "jusqu", "l", "lorsqu", "m", "n", "puisqu", "qu", "quoiqu", "s", "t",
];

/// Pronouns that follow their verb behind a hyphen.
const PRONOUNS: &[&str] = &[
    "-t-il", "-t-elle", "-t-on", "-t-ils", "-t-elles", "-il", "-elle", "-on", "-ils", "-elles",
    "-je", "-tu", "-nous", "-vous", "-ce",
];

/// Written as several words, and one all the same.
const WHOLE: &[&str] = &["c'est-à-dire", "c’est-à-dire"];

/// Length of such a word at the start of `text`.
pub(super) fn whole_len(text: &str) -> Option<usize> {
    let starts = |whole: &&&str| {
        text.get(..whole.len())
            .is_some_and(|start| start.to_lowercase() == **whole)
    };
    WHOLE.iter().find(starts).map(|whole| whole.len())
}

/// A noun that looks like a verb with its pronoun.
const NOUN: &str = "rendez-vous";

/// Whether a word before an apostrophe is one that has lost its vowel.
pub(super) fn elides(word: &str, language: Language) -> bool {
    language == Language::French
        && ELIDED
            .iter()
            .any(|elided| word.eq_ignore_ascii_case(elided))
}

/// Whether a word is one that has lost its vowel, with its apostrophe.
pub(super) fn is_elided(word: &str, language: Language) -> bool {
    word.strip_suffix(is_apostrophe)
        .is_some_and(|word| elides(word, language))
}

/// Where the pronoun behind a verb starts in a token.
pub(super) fn pronoun_at(token: &str) -> Option<usize> {
    let lower = token.to_lowercase();
    let hyphenated = token.contains(is_hyphen) && !token.contains(is_apostrophe);
    if !hyphenated || lower == NOUN || lower.len() != token.len() {
        return None;
    }
    let pronoun = PRONOUNS.iter().find(|pronoun| lower.ends_with(**pronoun))?;
    token.len().checked_sub(pronoun.len()).filter(|&at| at > 0)
}
