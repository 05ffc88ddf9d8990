//! Tells the language of a text.

use std::cmp::Ordering;

use super::block::Block;
use crate::language::{PACKS, of_all, pack};
use crate::model::{Document, Language, Origin};

/// Bytes of the text that are looked at: more does not make the guess better.
const SAMPLE_BYTES: usize = 1024;

/// Words up to which a text is short: so few letters mislead the guess.
const FEW_WORDS: usize = 20;

/// Words of the other languages in Latin letters that hardly any English text has.
static NOT_ENGLISH: [&str; OTHERS] = {
    let all = of_all!(statement.small_words);
    let mut words = [""; OTHERS];
    let mut at = 0;
    while at < OTHERS {
        words[at] = all[all.len() - OTHERS + at];
        let mut to = at;
        while to > 0 && is_before(words[to].as_bytes(), words[to - 1].as_bytes()) {
            (words[to], words[to - 1]) = (words[to - 1], words[to]);
            to -= 1;
        }
        at += 1;
    }
    words
};

/// How many they are: the pack of English is the first.
const OTHERS: usize = {
    assert!(matches!(PACKS[0].language, Language::English));
    of_all!(statement.small_words).len() - PACKS[0].statement.small_words.len()
};

/// Whether one word comes before another.
const fn is_before(one: &[u8], other: &[u8]) -> bool {
    let mut at = 0;
    while at < one.len() && at < other.len() {
        if one[at] != other[at] {
            return one[at] < other[at];
        }
        at += 1;
    }
    one.len() < other.len()
}

/// The language of a text, and what tells it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Guess {
    pub(super) language: Language,
    /// [`Origin::Text`], or [`Origin::Assumed`] where the text does not tell.
    pub(super) origin: Origin,
}

impl Guess {
    fn told(language: Language) -> Self {
        Self {
            language,
            origin: Origin::Text,
        }
    }
}

/// Gives each of `documents` whose own text does not tell its language that of the
/// first that tells it.
pub fn share_language(documents: &mut [Document]) {
    let is_assumed = |document: &Document| document.metadata.language_origin == Origin::Assumed;
    let told = documents.iter().find(|document| !is_assumed(document));
    let Some(language) = told.map(|document| document.metadata.language) else {
        return;
    };
    for document in documents.iter_mut().filter(|document| is_assumed(document)) {
        document.metadata.language = language;
    }
}

/// The language that most of the words at the beginning of `blocks` are in.
pub(super) fn detect(blocks: &[Block]) -> Guess {
    of_text(&sample(blocks))
}

/// Whether `blocks` are plainly not in the language that their file states,
/// which mostly is that of the editor's first page: of another script, or with
/// the small words of another language.
///
/// A short text says too little, and a language that the guess does not know
/// cannot be told from its neighbours: both leave the file its word.
pub(super) fn contradicts(blocks: &[Block], stated: Language) -> bool {
    let sample = sample(blocks);
    let guess = of_text(&sample).language;
    if stated == Language::Other || guess == stated || is_short(&sample) {
        return false;
    }
    match guess {
        guess if pack(guess).has_own_script => true,
        Language::English => small_words(&sample).is_gt(),
        _ => small_words(&sample).is_lt(),
    }
}

/// The beginning of the longest of `blocks`: names and addresses say little.
fn sample(blocks: &[Block]) -> String {
    let mut sample = String::with_capacity(SAMPLE_BYTES + 4);
    let prose = || blocks.iter().filter(|block| block.text.len() >= 100);
    let chosen: Vec<&Block> = match prose().next() {
        // Headings and addresses are often in two languages.
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
    sample
}

/// The language that most of the words at the beginning of `text` are in.
///
/// Letters alone mislead where there are few of them, so a language that is written as
/// English is needs its small words, or letters that English has not; else the text is
/// taken for English.
pub(super) fn of_text(text: &str) -> Guess {
    let sample = &text[..text.floor_char_boundary(SAMPLE_BYTES)];
    // Asked last: it takes longer than all else together.
    let guess = || of_code(whichlang::detect_language(sample).three_letter_code());
    let letters = || sample.chars().filter(|c| c.is_alphabetic());
    let foreign = letters().filter(|&c| !is_latin(c)).count();
    // Letters of another script are a surer sign than small words.
    if foreign * 2 > letters().count() {
        return Guess::told(guess());
    }
    let has_marks = || letters().any(|c| !c.is_ascii());
    match small_words(sample) {
        Ordering::Greater => Guess::told(Language::English),
        Ordering::Less => Guess::told(match guess() {
            Language::English => Language::Other,
            other => other,
        }),
        Ordering::Equal if has_marks() || !is_short(sample) => Guess::told(guess()),
        Ordering::Equal => Guess {
            language: Language::English,
            origin: Origin::Assumed,
        },
    }
}

/// Whether a letter is of the script that English is written in.
fn is_latin(c: char) -> bool {
    matches!(c, 'A'..='Z' | 'a'..='z' | '\u{aa}' | '\u{ba}' | '\u{c0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}')
}

/// Whether a text has too few words for a guess by letters.
fn is_short(text: &str) -> bool {
    text.split_whitespace().nth(FEW_WORDS).is_none()
}

/// Whether a text has more of the words that only English has than of those that
/// others have, as many, or fewer.
fn small_words(text: &str) -> Ordering {
    let (mut english, mut others) = (0, 0);
    let is_inside = |c: char| c.is_alphanumeric() || matches!(c, '\'' | '\u{2019}');
    for word in text.to_lowercase().split(|c| !is_inside(c)) {
        let is_in = |list: &[&str]| usize::from(list.binary_search(&word).is_ok());
        english += is_in(pack(Language::English).statement.small_words);
        others += is_in(&NOT_ENGLISH);
    }
    english.cmp(&others)
}

/// The language of an ISO 639-3 code that `whichlang` gives.
fn of_code(code: &str) -> Language {
    let known = PACKS.iter().find(|pack| pack.guess_code == code);
    known.map_or(Language::Other, |pack| pack.language)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_words_stand_in_order_to_be_found() {
        assert!(NOT_ENGLISH.is_sorted());
        assert!(pack(Language::English).statement.small_words.is_sorted());
    }

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
            assert_eq!(of_text(text).language, language, "{text}");
        }
    }

    #[test]
    fn a_text_that_does_not_tell_its_language_is_taken_for_english() {
        for text in [
            "Inflation: 4.5 per cent.",
            "4.5 per cent",
            "Exports 1,204 tonnes",
            "12",
        ] {
            let guess = of_text(text);
            assert_eq!(
                (guess.language, guess.origin),
                (Language::English, Origin::Assumed),
                "{text}"
            );
        }
    }

    #[test]
    fn a_text_that_does_not_tell_its_language_has_that_of_the_other() {
        let document = |language, language_origin| {
            let mut document = Document::default();
            document.metadata.language = language;
            document.metadata.language_origin = language_origin;
            document
        };
        let mut documents = [
            document(Language::English, Origin::Assumed),
            document(Language::French, Origin::Text),
            document(Language::Spanish, Origin::Given),
        ];
        share_language(&mut documents);
        let languages = documents.map(|document| document.metadata.language);
        assert_eq!(
            languages,
            [Language::French, Language::French, Language::Spanish]
        );
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
            assert_eq!(detect(&[block]), Guess::told(language), "{text}");
        }
    }

    #[test]
    fn a_text_contradicts_the_language_of_its_editor_only_where_it_is_plain() {
        let french = "Nous avons dépollué les champs du nord et nous remercions les donateurs de leur \
                      soutien, sans lequel les familles de la vallée attendraient encore leur retour.";
        let english = "We have cleared the fields of the north and we thank the donors for their support, \
                       without which the families of the valley would still wait for their return.";
        let russian = "Мы очистили поля на севере страны и благодарим всех доноров за поддержку, без \
                       которой семьи долины до сих пор ждали бы возвращения в свои родные дома.";
        for (text, stated, expected) in [
            (french, Language::English, true),
            (french, Language::French, false),
            (english, Language::French, true),
            (english, Language::English, false),
            (russian, Language::English, true),
            // Ukrainian has no name here, nor has the guess a word for it.
            (russian, Language::Other, false),
            ("Les champs du nord.", Language::English, false),
            (
                "Muñoz Peña, Núñez Ibáñez, Quiñones Añez, Zúñiga Piñera, Bolaños Iñarritu, Avendaño Saldaña, Cañizares, \
                 Patiño, Carreño, Ordóñez, Castañeda, Ibáñez, Yáñez, Nariño, Treviño, Acuña, Riaño",
                Language::English,
                false,
            ),
        ] {
            let block = Block {
                text: text.into(),
                ..Block::default()
            };
            assert_eq!(
                contradicts(&[block], stated),
                expected,
                "{stated:?}: {text}"
            );
        }
    }

    #[test]
    fn a_short_text_of_another_script_is_of_its_language() {
        assert_eq!(of_text("Мы просим.").origin, Origin::Text);
        assert_eq!(of_text("Danke.").origin, Origin::Assumed);
    }

    #[test]
    fn letters_with_accents_are_latin_and_those_of_other_scripts_are_not() {
        assert!(is_latin('é') && is_latin('Z') && !is_latin('Я') && !is_latin('挪'));
    }
}
