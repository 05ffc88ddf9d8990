//! Base forms of words.
//!
//! English: the entry of a table of the irregular, or else what the rules of
//! spelling give. Other languages: the word itself.

mod english;
mod entries;

use crate::language::pack;
use crate::language::parser::BaseForms;
use crate::model::{Language, PartOfSpeech};

pub use self::english::regular;
pub use self::entries::letter;

/// The base form of a word in lower case; the word itself where it has none or
/// none is known, and for a name.
#[must_use]
pub fn lemma(word: &str, part: PartOfSpeech, language: Language) -> Box<str> {
    let lower = folded(word);
    if pack(language).parser.base_forms == BaseForms::Unknown {
        return lower.into();
    }
    match entries::entry(&lower, part) {
        Some(lemma) => lemma.into(),
        // Asked before case is lost to the rules: *GPS* would lose an *s* that is part of the name.
        None if is_acronym(word) => lower.into(),
        None => regular(lower, part).into(),
    }
}

/// Whether an English word is the past of an irregular verb: *rose*, *fell*.
pub(super) fn is_irregular_past(word: &str) -> bool {
    // Entries hold all irregular forms, those of the present (*has*, *dying*) too.
    let ends = ["s", "ed", "ing"];
    let is_regular = ends.iter().any(|end| word.ends_with(end));
    !is_regular && entries::entry(word, PartOfSpeech::Verb).is_some()
}

/// In lower case, with the apostrophe of the keyboard.
#[must_use]
pub fn folded(word: &str) -> String {
    word.to_lowercase().replace('’', "'")
}

/// Whether a short word is written in capitals alone, which have no endings:
/// *GPS* is no plural, *NGOs* is one.
fn is_acronym(word: &str) -> bool {
    word.len() <= MAX_ACRONYM && !word.contains(char::is_lowercase)
}

/// Bytes of the longest acronym; longer ones are words of a heading.
const MAX_ACRONYM: usize = 4;

#[cfg(test)]
mod tests {
    use super::*;

    fn english(word: &str, part: PartOfSpeech) -> Box<str> {
        lemma(word, part, Language::English)
    }

    #[test]
    fn verbs_give_their_infinitive() {
        for (form, infinitive) in [
            ("was", "be"),
            ("cleared", "clear"),
            ("making", "make"),
            ("stopped", "stop"),
            ("controlled", "control"),
            ("called", "call"),
            ("agreed", "agree"),
            ("exceed", "exceed"),
            ("carries", "carry"),
            ("ranging", "range"),
            ("bringing", "bring"),
            ("oversaw", "oversee"),
            ("focuses", "focus"),
            ("remained", "remain"),
            ("created", "create"),
            ("doubled", "double"),
            ("REDUCED", "reduce"),
        ] {
            assert_eq!(&*english(form, PartOfSpeech::Verb), infinitive, "{form}");
        }
    }

    #[test]
    fn nouns_give_their_singular() {
        for (form, singular) in [
            ("refugees", "refugee"),
            ("children", "child"),
            ("policewomen", "policewoman"),
            ("countries", "country"),
            ("houses", "house"),
            ("viruses", "virus"),
            ("analyses", "analysis"),
            ("crises", "crisis"),
            ("matrices", "matrix"),
            ("series", "series"),
            ("progress", "progress"),
            ("specimen", "specimen"),
            ("NGOs", "ngo"),
            ("GPS", "gps"),
            ("1960s", "1960s"),
        ] {
            assert_eq!(&*english(form, PartOfSpeech::Noun), singular, "{form}");
        }
    }

    #[test]
    fn a_noun_or_adjective_in_ing_keeps_it() {
        assert_eq!(
            &*english("peacekeeping", PartOfSpeech::Noun),
            "peacekeeping"
        );
        assert_eq!(&*english("ongoing", PartOfSpeech::Adjective), "ongoing");
    }

    #[test]
    fn comparatives_give_their_positive() {
        for (form, positive) in [
            ("largest", "large"),
            ("heavier", "heavy"),
            ("former", "former"),
        ] {
            assert_eq!(&*english(form, PartOfSpeech::Adjective), positive, "{form}");
        }
    }

    #[test]
    fn clitics_give_the_whole_word() {
        assert_eq!(&*english("n’t", PartOfSpeech::Particle), "not");
        assert_eq!(&*english("'re", PartOfSpeech::Auxiliary), "be");
        assert_eq!(&*english("wo", PartOfSpeech::Auxiliary), "will");
    }

    #[test]
    fn names_stay_as_they_are() {
        assert_eq!(&*english("Nations", PartOfSpeech::ProperNoun), "nations");
    }

    #[test]
    fn other_languages_keep_the_word() {
        let lemma = lemma("Quedas", PartOfSpeech::Noun, Language::Portuguese);
        assert_eq!(&*lemma, "quedas");
    }
}
