//! Tells the language of a text.

use super::block::Block;
use crate::model::Language;

/// Bytes of the text that are looked at: more does not make the guess better.
const SAMPLE_BYTES: usize = 1024;

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
    of_code(whichlang::detect_language(sample).three_letter_code())
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
