//! What the program knows of each language: one pack a language, read by all stages.
//!
//! To add a language, write a [`Pack`] in a file of its own beside `french.rs` and name it
//! in [`PACKS`]. Phrases are written as in a text; longer ones win over shorter ones,
//! whatever their order. Where a phrase has two meanings, list it in both tables: the
//! reader asks for the one that fits. Leave a table empty when the language has nothing of
//! the kind. Digits, symbols of units, marks of currencies and document symbols need no
//! table.

pub(crate) mod figures;
pub(crate) mod grammar;
pub(crate) mod hedge;
pub(crate) mod ladder;
pub(crate) mod parser;
pub(crate) mod promises;
pub(crate) mod sentences;
pub(crate) mod stance;
pub(crate) mod statement;

mod arabic;
mod chinese;
mod english;
mod french;
mod german;
mod other;
mod portuguese;
mod russian;
mod spanish;

use self::figures::FigureWords;
use self::parser::ParserWords;
use self::promises::PromiseWords;
use self::sentences::SentenceWords;
use self::stance::StanceVerbs;
use self::statement::StatementWords;
use crate::model::Language;

/// Words of one list.
pub(crate) type Words = &'static [&'static str];

/// In which direction a language is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Writing {
    /// From left to right.
    LeftToRight,
    /// From right to left.
    RightToLeft,
    /// It is not known.
    Unknown,
}

/// What is known of a language.
pub(crate) struct Pack {
    /// The language.
    pub(crate) language: Language,
    /// What `whichlang` calls it; empty where it does not know it.
    pub(crate) guess_code: &'static str,
    /// How it is written.
    pub(crate) writing: Writing,
    /// Whether its letters alone tell it from the others.
    pub(crate) has_own_script: bool,
    /// The words by which the parts of a statement are told.
    pub(crate) statement: &'static StatementWords,
    /// The words by which a text is cut into sentences.
    pub(crate) sentences: &'static SentenceWords,
    /// The words by which sentences are cut and parsed, and the model.
    pub(crate) parser: &'static ParserWords,
    /// The words by which figures are read.
    pub(crate) figures: &'static FigureWords,
    /// The words by which promises are read; they need a parser of the language.
    pub(crate) promises: Option<&'static PromiseWords>,
    /// The verbs by which a statement thanks, blames or aligns.
    pub(crate) stances: &'static StanceVerbs,
}

/// The packs; the last is of all languages that have none.
pub(crate) static PACKS: [&Pack; 9] = [
    &english::PACK,
    &french::PACK,
    &spanish::PACK,
    &portuguese::PACK,
    &russian::PACK,
    &chinese::PACK,
    &arabic::PACK,
    &german::PACK,
    &other::PACK,
];

/// The words of one list of all packs, in the order of the packs.
macro_rules! of_all {
    ($part:ident.$list:ident) => {{
        // How long an array is has to be known before its words are copied.
        const COUNT: usize = {
            let (mut count, mut at) = (0, 0);
            while at < $crate::language::PACKS.len() {
                count += $crate::language::PACKS[at].$part.$list.len();
                at += 1;
            }
            count
        };
        const WORDS: [&str; COUNT] = {
            let mut words = [""; COUNT];
            let (mut count, mut at) = (0, 0);
            while at < $crate::language::PACKS.len() {
                let list = $crate::language::PACKS[at].$part.$list;
                let mut word = 0;
                while word < list.len() {
                    words[count] = list[word];
                    count += 1;
                    word += 1;
                }
                at += 1;
            }
            words
        };
        WORDS
    }};
}
pub(crate) use of_all;

/// The place of each language among the packs.
const PLACES: [usize; Language::Other as usize + 1] = {
    // A language without a pack has the last one.
    let mut places = [PACKS.len() - 1; Language::Other as usize + 1];
    let mut at = 0;
    while at < PACKS.len() {
        places[PACKS[at].language as usize] = at;
        at += 1;
    }
    places
};

/// The place of a language among the packs.
pub(crate) fn place(language: Language) -> usize {
    PLACES[language as usize]
}

/// The pack of a language.
pub(crate) fn pack(language: Language) -> &'static Pack {
    PACKS[place(language)]
}

/// Whether a word is in a list, whatever the case of its ASCII letters.
pub(crate) fn has(words: Words, word: &str) -> bool {
    // Lists of other scripts name both cases: *мы*, *Мы*.
    words.iter().any(|other| other.eq_ignore_ascii_case(word))
}

/// Whether a word has one of some endings.
pub(crate) fn ends(word: &str, endings: Words) -> bool {
    endings.iter().any(|ending| word.ends_with(ending))
}
