//! Tells the language of a text.

use unicode_segmentation::UnicodeSegmentation;

use super::block::Block;
use crate::model::Language;

/// Bytes of the text that are looked at: more does not make the guess better.
const SAMPLE_BYTES: usize = 1024;

/// Words up to which a text is short: so few letters mislead the guess.
const FEW_WORDS: usize = 20;

/// Words of English sentences that hardly any other language has.
const ENGLISH: &[&str] = &[
    "against", "also", "and", "are", "been", "between", "by", "from", "had", "has", "have", "her",
    "his", "into", "it", "its", "more", "not", "of", "our", "percent", "should", "than", "that",
    "the", "their", "there", "these", "they", "this", "those", "through", "were", "which", "who",
    "will", "with", "would",
];

/// As [`ENGLISH`], of the other languages in Latin letters.
const NOT_ENGLISH: &[&str] = &[
    "al", "att", "av", "com", "con", "da", "das", "de", "del", "dem", "den", "der", "des", "di",
    "do", "dos", "du", "een", "ein", "eine", "el", "em", "en", "er", "est", "et", "för", "het",
    "il", "la", "las", "le", "les", "los", "med", "met", "nous", "o", "och", "og", "os", "para",
    "por", "pour", "que", "sur", "um", "uma", "un", "una", "und", "une", "van", "von", "wir", "y",
    "zu",
];

/// The language that most of the words at the beginning of `blocks` are in;
/// the longest of them, as names and addresses say little.
pub(super) fn detect(blocks: &[Block]) -> Language {
    let mut sample = String::with_capacity(SAMPLE_BYTES + 4);
    let prose = || blocks.iter().filter(|block| block.text.len() >= 100);
    let chosen: Vec<&Block> = match prose().next() {
        Some(_) => prose().collect(),
        None => blocks.iter().collect(),
    };
    for block in chosen {
        sample.push_str(&block.text);
        sample.push('\n');
        if sample.len() >= SAMPLE_BYTES {
            sample.truncate(sample.floor_char_boundary(SAMPLE_BYTES));
            break;
        }
    }
    of_text(&sample)
}

/// The language that most of the words at the beginning of `text` are in.
pub(super) fn of_text(text: &str) -> Language {
    let sample = &text[..text.floor_char_boundary(SAMPLE_BYTES)];
    if is_short_english(sample) {
        return Language::English;
    }
    of_code(whichlang::detect_language(sample).three_letter_code())
}

/// Whether a text is short and has words that only English has.
fn is_short_english(text: &str) -> bool {
    if text.split_whitespace().nth(FEW_WORDS).is_some() {
        return false;
    }
    let words: Vec<String> = text.unicode_words().map(str::to_lowercase).collect();
    let count = |list: &[&str]| {
        words
            .iter()
            .filter(|word| list.contains(&word.as_str()))
            .count()
    };
    count(ENGLISH) > count(NOT_ENGLISH)
}

/// The language of an ISO 639-3 code that `whichlang` gives.
fn of_code(code: &str) -> Language {
    match code {
        "eng" => Language::English,
        "fra" => Language::French,
        "spa" => Language::Spanish,
        "por" => Language::Portuguese,
        "rus" => Language::Russian,
        "ara" => Language::Arabic,
        "cmn" => Language::Chinese,
        "deu" => Language::German,
        _ => Language::Other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_is_enough_to_tell_the_language() {
        for (text, language) in [
            ("Unemployment rose by 3 per cent.", Language::English),
            ("Between 1987 and 1991.", Language::English),
            ("Secure borders are essential.", Language::English),
            ("Inflation en hausse de 2 %.", Language::French),
            ("Chile aporta 5 millones de pesos.", Language::Spanish),
            (
                "Angola destina 20 milhões de dólares.",
                Language::Portuguese,
            ),
            ("Die Preise steigen weiter.", Language::German),
            ("Wij hebben twaalf mijnenvelden geruimd.", Language::Other),
        ] {
            assert_eq!(of_text(text), language, "{text}");
        }
    }

    #[test]
    fn the_six_languages_of_the_united_nations_are_told_apart() {
        for (text, language) in [
            (
                "We have cleared the fields of the north and we thank all donors.",
                Language::English,
            ),
            (
                "Nous avons dépollué les champs du nord et remercions les donateurs.",
                Language::French,
            ),
            (
                "Hemos limpiado los campos del norte y agradecemos a los donantes.",
                Language::Spanish,
            ),
            (
                "Мы очистили поля на севере страны и благодарим всех доноров.",
                Language::Russian,
            ),
            (
                "لقد قمنا بتطهير الحقول في شمال البلاد ونشكر جميع المانحين.",
                Language::Arabic,
            ),
            (
                "我们清除了北部的田地，并感谢所有捐助者。",
                Language::Chinese,
            ),
        ] {
            let block = Block {
                text: text.into(),
                ..Block::default()
            };
            assert_eq!(detect(&[block]), language, "{text}");
        }
    }
}
