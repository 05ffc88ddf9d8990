//! Abbreviations that end in a stop, and words that open sentences.

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

use Abbreviation::{BeforeNumber, NeverLast, PerhapsLast};

/// The abbreviations of one language, in lower case.
type Table = &'static [(Abbreviation, &'static [&'static str])];

const ENGLISH: Table = &[
    (
        NeverLast,
        &[
            "mr", "mrs", "ms", "messrs", "dr", "prof", "st", "h.e", "h.r.h", "hon", "rev", "amb",
            "gen", "lt", "col", "maj", "capt", "cmdr", "adm", "brig", "sgt", "sen", "gov", "pres",
            "rep", "supt", "e.g", "i.e", "cf", "viz", "vs", "v", "ca", "approx", "incl", "esp",
            "sq", "cu", "fr", "mt", "ft",
        ],
    ),
    (
        BeforeNumber,
        &[
            "no", "nos", "art", "arts", "para", "paras", "par", "res", "sec", "sect", "ch", "chap",
            "vol", "vols", "p", "pp", "fig", "figs", "tab", "ann", "app", "doc", "ref", "op", "ed",
            "reg", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov",
            "dec", "est", "tel", "ext",
        ],
    ),
    (
        PerhapsLast,
        &[
            "inc", "ltd", "co", "corp", "bros", "jr", "sr", "dept", "div", "govt", "intl", "al",
        ],
    ),
];

const FRENCH: Table = &[
    (
        NeverLast,
        &[
            "m", "mm", "mme", "mmes", "mlle", "mgr", "dr", "pr", "prof", "me", "s.e", "s.exc",
            "s.m", "p.ex", "c.-à-d", "cf", "env", "st", "ste", "gal",
        ],
    ),
    (
        BeforeNumber,
        &[
            "art", "al", "par", "para", "paras", "no", "n", "nos", "p", "pp", "vol", "chap", "fig",
            "réf", "rés", "tél", "janv", "févr", "avr", "juil", "sept", "oct", "nov", "déc",
        ],
    ),
    (PerhapsLast, &["cie", "sté", "éd"]),
];

const SPANISH: Table = &[
    (
        NeverLast,
        &[
            "sr", "sra", "sres", "sras", "srta", "dr", "dra", "d", "dña", "excmo", "excma", "s.e",
            "s.m", "gral", "cnel", "ing", "lic", "prof", "p.ej", "vs", "cf", "aprox", "sto", "sta",
            "av",
        ],
    ),
    (
        BeforeNumber,
        &[
            "art", "arts", "párr", "párrs", "núm", "núms", "no", "nro", "n", "pág", "págs", "p",
            "pp", "vol", "cap", "res", "fig", "tel",
        ],
    ),
    (PerhapsLast, &["ee.uu", "cía", "ltda", "uds", "ud", "etc"]),
];

const PORTUGUESE: Table = &[
    (
        NeverLast,
        &[
            "sr", "sra", "srs", "sras", "dr", "dra", "d", "exmo", "exma", "v.exa", "s.exa", "s.e",
            "gen", "cel", "prof", "profa", "eng", "p.ex", "cf", "aprox", "sto", "sta", "av",
        ],
    ),
    (
        BeforeNumber,
        &[
            "art", "arts", "par", "núm", "n", "nº", "no", "pág", "págs", "p", "pp", "vol", "cap",
            "res", "fig", "tel",
        ],
    ),
    (PerhapsLast, &["eua", "ltda", "cia", "etc"]),
];

const RUSSIAN: Table = &[
    (
        NeverLast,
        &[
            "т.е",
            "т.к",
            "т.н",
            "т.о",
            "напр",
            "см",
            "ср",
            "им",
            "проф",
            "акад",
            "ген",
            "полк",
            "гг",
            "ул",
            "пр",
            "кв",
            "тов",
            "св",
            "куб",
            "англ",
            "фр",
            "др.-рус",
            "и.о",
            "р",
            "м",
        ],
    ),
    (
        BeforeNumber,
        &[
            "ст",
            "п",
            "пп",
            "пункт",
            "гл",
            "рис",
            "табл",
            "стр",
            "с",
            "т",
            "рез",
            "док",
            "тел",
            "№",
            "ок",
        ],
    ),
    (
        PerhapsLast,
        &[
            "т.д", "т.п", "др", "пр", "г", "в", "вв", "н.э", "руб", "коп", "долл", "млн", "млрд",
            "трлн", "тыс",
        ],
    ),
];

const ARABIC: Table = &[(NeverLast, &["د", "أ", "أ.د", "م", "ص", "ج"])];

const GERMAN: Table = &[
    (
        NeverLast,
        &[
            "hr", "fr", "dr", "prof", "z.b", "d.h", "u.a", "bzw", "ca", "vgl", "st", "i.d.r",
            "sog", "gem", "inkl",
        ],
    ),
    (
        BeforeNumber,
        &["nr", "art", "abs", "s", "bd", "kap", "abb", "tel"],
    ),
    (PerhapsLast, &["usw", "etc", "mio", "mrd"]),
];

/// Words, with their capital, that open a sentence and are no names.
const OPENERS: &[&str] = &[
    "The", "This", "That", "These", "Those", "It", "In", "We", "Our", "An", "At", "On", "As",
    "For", "If", "There", "Their", "They", "He", "She", "His", "Her", "But", "And", "However",
    "With", "By", "To", "Since", "When", "While", "Le", "La", "Les", "Il", "Elle", "Ils", "Nous",
    "Notre", "Cette", "Ce", "Ces", "En", "Dans", "Pour", "El", "Los", "Las", "Nuestro", "Nuestra",
    "Esta", "Este", "Para", "Por", "O", "Os", "Nós", "No", "Na", "Мы", "Это", "В", "На", "Он",
    "Она", "Они", "Наша", "Наш", "Но", "И", "Для", "Der", "Die", "Das", "Wir", "Es", "Sie",
];

/// What `word`, without the stop after it, abbreviates; `None` for a word
/// that is written in full.
pub(super) fn kind(word: &str, language: Language) -> Option<Abbreviation> {
    let word = word.to_lowercase();
    let own = match language {
        Language::French => FRENCH,
        Language::Spanish => SPANISH,
        Language::Portuguese => PORTUGUESE,
        Language::Russian => RUSSIAN,
        Language::Arabic => ARABIC,
        Language::German => GERMAN,
        Language::English | Language::Chinese | Language::Other => ENGLISH,
    };
    own.iter()
        .find(|(_, words)| words.contains(&word.as_str()))
        .map(|&(kind, _)| kind)
}

/// Whether `word` opens a sentence after an abbreviation that may end one.
pub(super) fn is_opener(word: &str) -> bool {
    OPENERS.contains(&word)
}
