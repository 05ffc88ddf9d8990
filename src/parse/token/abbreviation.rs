//! Abbreviations, which keep their dot.

use crate::model::Language;

/// Keep it wherever they stand.
const ENGLISH: &[&str] = &[
    "al", "approx", "apr", "aug", "ave", "blvd", "capt", "cf", "co", "col", "corp", "dec", "dept",
    "dr", "eds", "esq", "est", "etc", "feb", "fri", "ft", "gen", "gov", "hon", "inc", "jan", "jr",
    "lt", "ltd", "messrs", "mr", "mrs", "ms", "mt", "nov", "oct", "prof", "rep", "reps", "rev",
    "sen", "sens", "sept", "sgt", "sr", "st", "supt", "thurs", "tues", "vs", "wed",
];
const FRENCH: &[&str] = &[
    "art", "av", "boul", "cf", "dr", "env", "etc", "m", "mm", "mme", "mgr", "p", "st",
];
const SPANISH: &[&str] = &[
    "art", "av", "dr", "dra", "etc", "núm", "pág", "sr", "sra", "sres", "ud", "uds",
];
const PORTUGUESE: &[&str] = &[
    "art", "av", "cia", "dr", "dra", "ed", "eng", "etc", "jr", "pág", "prof", "sr", "sra", "tel",
];
const RUSSIAN: &[&str] = &[
    "в", "вв", "г", "гг", "др", "млн", "млрд", "н", "ок", "п", "пп", "руб", "с", "ст", "стр", "т",
    "тыс", "ул", "чел", "э",
];

/// Keep it before a number alone: elsewhere they are words.
const BEFORE_NUMBERS: &[&str] = &[
    "art", "arts", "fig", "figs", "no", "nos", "núm", "p", "para", "paras", "pp", "sec", "vol",
    "vols",
];

/// How many marks and spaces may close a sentence.
const CLOSING_MARKS: usize = 5;

/// Whether the dot behind `word` is part of it; `behind` is what follows.
pub(super) fn keeps_dot(word: &str, behind: &str, language: Language) -> bool {
    let lower = word.to_lowercase();
    let next = behind.trim_start().chars().next();
    let ends = behind
        .chars()
        .take(CLOSING_MARKS)
        .all(|char| !char.is_alphanumeric());
    let dotted = word.contains('.') && word.split('.').all(|part| part.chars().count() <= 2);
    let initial = !ends && word.chars().count() == 1 && word.chars().all(char::is_uppercase);
    let numbered =
        next.is_some_and(|next| next.is_ascii_digit()) && BEFORE_NUMBERS.contains(&lower.as_str());
    dotted || initial || numbered || known(language).contains(&lower.as_str())
}

fn known(language: Language) -> &'static [&'static str] {
    match language {
        Language::English => ENGLISH,
        Language::French => FRENCH,
        Language::Spanish => SPANISH,
        Language::Portuguese => PORTUGUESE,
        Language::Russian => RUSSIAN,
        _ => &[],
    }
}
