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

use crate::language::pack;
use crate::language::parser::ParserWords;
use crate::model::Language;

/// The bytes of the first words of a sentence, at most `limit`.
pub(super) fn tokens(sentence: &str, language: Language, limit: usize) -> Vec<Range<usize>> {
    let words = pack(language).parser;
    let mut tokens = Vec::with_capacity(limit.min(sentence.len() / 4));
    let mut at = 0;
    while let Some(char) = sentence[at..].chars().next()
        && tokens.len() < limit
    {
        if char.is_whitespace() {
            at += char.len_utf8();
            continue;
        }
        let end = at + token_len(sentence, at, words);
        push_parts(sentence, at..end, words, &mut tokens);
        at = end;
    }
    // The last word may have been cut in several.
    tokens.truncate(limit);
    tokens
}

/// Length of the token that starts at a byte that is no white space.
fn token_len(sentence: &str, at: usize, words: &ParserWords) -> usize {
    let rest = &sentence[at..];
    let before = sentence[..at].chars().next_back();
    // Behind a letter or a digit no address begins: it would be the rest of a longer word.
    let may_begin = before.is_none_or(|before| !is_word_char(before));
    // From the longest to the shortest: an address would be cut at its slashes, a number at its
    // points and commas.
    None.or_else(|| may_begin.then(|| address::address_len(rest)).flatten())
        .or_else(|| number::number_len(rest, words))
        .or_else(|| word::word_len(rest, words))
        .unwrap_or_else(|| mark::mark_len(rest))
}

/// Clitics that one word may have, as in *couldn't've*.
const MAX_CLITICS: usize = 2;

/// Adds a token, cut where clitics are written together with their word.
fn push_parts(
    sentence: &str,
    token: Range<usize>,
    words: &ParserWords,
    into: &mut Vec<Range<usize>>,
) {
    let first = into.len();
    let mut end = token.end;
    for _ in 0..MAX_CLITICS {
        let Some(cut) = clitic_at(&sentence[token.start..end], words) else {
            break;
        };
        into.push(token.start + cut..end);
        end = token.start + cut;
    }
    into.push(token.start..end);
    // Clitics are found from the end on.
    into[first..].reverse();
}

/// Where the last clitic of a token starts; never at its own start.
fn clitic_at(token: &str, words: &ParserWords) -> Option<usize> {
    if !words.clitics.is_empty() {
        english::clitic_at(token, words)
    } else if !words.pronouns.is_empty() {
        french::pronoun_at(token, words)
    } else {
        None
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

#[cfg(test)]
mod tests {
    use super::*;

    /// The words of a sentence, with a bar between them.
    fn cut(sentence: &str, language: Language) -> String {
        let tokens = tokens(sentence, language, usize::MAX);
        let words: Vec<&str> = tokens.into_iter().map(|token| &sentence[token]).collect();
        words.join("|")
    }

    #[track_caller]
    fn assert_cut(language: Language, cases: &[&str]) {
        for words in cases {
            let sentence = words.replace("| ", " ").replace('|', "");
            let bars = words.replace("| ", "|");
            assert_eq!(cut(&sentence, language), bars);
        }
    }

    #[test]
    fn english_clitics_are_words() {
        assert_cut(
            Language::English,
            &[
                "We| do|n't| know|.",
                "They|’ve| said| it| ca|n’t| be|.",
                "Mr.| Osei|'s| plan",
                "the| unions|'| claim",
                "I| could|n't|'ve",
                "We| can|not| pay",
                "seven| o'clock| for| O'Neill",
            ],
        );
    }

    #[test]
    fn a_word_has_two_clitics_at_most() {
        assert_cut(Language::English, &["they've've|'ve|'ve"]);
    }

    #[test]
    fn percent_and_currency_signs_stand_apart() {
        assert_cut(
            Language::English,
            &["5|%", "$|12", "US$| 40", "€|3|bn", "(|£|2.50|)", "10|°|C"],
        );
    }

    #[test]
    fn english_cuts_at_hyphens_but_behind_prefixes() {
        assert_cut(
            Language::English,
            &[
                "a| long|-|term| plan",
                "non-members| re-elected",
                "3|-|4| years",
                "2019|-|2020",
                "a| ten|-|year|-|old",
            ],
        );
    }

    #[test]
    fn numbers_stay_whole() {
        assert_cut(
            Language::English,
            &[
                "1,250.5| tonnes",
                "at| 10:30",
                "on| 2021-05-04",
                "1/2| cup",
                "the| 21st| century",
                "the| 1990s",
                "section| 4A",
                ".5| of| it",
                "5½| hours",
            ],
        );
    }

    #[test]
    fn a_unit_behind_a_number_is_a_word_in_english() {
        assert_cut(
            Language::English,
            &["5|km", "2.5|bn", "30|m| people", "9|am"],
        );
    }

    #[test]
    fn abbreviations_keep_their_dot_and_sentences_lose_it() {
        assert_cut(
            Language::English,
            &[
                "Dr.| Osei| and| J.| Lund| left|.",
                "the| U.S.| and| e.g.| others",
                "see| No.| 5|.",
                "He| said| no|.",
                "as| in| plan| B|.",
                "and| so| on|...",
            ],
        );
    }

    #[test]
    fn addresses_stay_whole() {
        assert_cut(
            Language::English,
            &[
                "see| https://example.org/a?b=c,d|.",
                "(|www.example.org|)",
                "to| a.lund@example.org|;",
                "at| example.org| now",
            ],
        );
    }

    #[test]
    fn a_slash_parts_words_but_not_numbers() {
        assert_cut(Language::English, &["and|/|or", "24/7", "in| A/73/L.5"]);
        assert_cut(Language::Portuguese, &["80| km/h"]);
    }

    #[test]
    fn marks_that_repeat_are_one() {
        assert_cut(
            Language::English,
            &["really|?!", "well| --| no", "“|yes|”|!"],
        );
    }

    #[test]
    fn french_cuts_behind_elided_vowels_and_before_pronouns() {
        assert_cut(
            Language::French,
            &[
                "l'|année| d’|essai",
                "aujourd'hui",
                "a|-t-il| dit",
                "est|-ce| qu'|elles",
                "un| rendez-vous| peut-être",
                "c'est-à-dire| ici",
            ],
        );
    }

    #[test]
    fn other_languages_keep_hyphens_and_ranges() {
        assert_cut(
            Language::Russian,
            &["10-летний| план| в| 2021| г.| и| т.д."],
        );
        assert_cut(
            Language::German,
            &["am| 3.| März| 2021", "es| waren| 12|.", "d. h.| 5| Boote"],
        );
        assert_cut(Language::Spanish, &["en| 2019-2020"]);
        assert_cut(Language::Portuguese, &["trata-se| de| R$| 5"]);
    }

    #[test]
    fn thousands_may_be_set_apart_by_spaces_but_in_english() {
        for space in [' ', '\u{a0}', '\u{202f}'] {
            let text = format!("25{space}000 ans");
            assert_eq!(cut(&text, Language::French), format!("25{space}000|ans"));
        }
        assert_eq!(cut("2012 300 ans", Language::French), "2012|300|ans");
        assert_eq!(cut("25 000 years", Language::English), "25|000|years");
    }

    #[test]
    fn no_more_than_the_limit_is_cut() {
        let sentence = "they've ".repeat(10);
        assert_eq!(tokens(&sentence, Language::English, 5).len(), 5);
    }
}
