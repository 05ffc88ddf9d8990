//! German.

use super::figures::{DecimalMark, FigureWords, HeadPosition};
use super::parser::ParserWords;
use super::sentences::SentenceWords;
use super::stance::StanceVerbs;
use super::statement::StatementWords;
use super::{Pack, Writing};
use crate::model::Language;

pub(super) static PACK: Pack = Pack {
    language: Language::German,
    guess_code: "deu",
    writing: Writing::LeftToRight,
    has_own_script: false,
    statement: &STATEMENT,
    sentences: &SENTENCES,
    parser: &ParserWords::EMPTY,
    figures: &FIGURES,
    promises: None,
    stances: &StanceVerbs::EMPTY,
};

#[rustfmt::skip]
static STATEMENT: StatementWords = StatementWords {
    page_words: &["seite", "von"],
    small_words: &["das", "dem", "den", "der", "des", "die", "ein", "eine", "er", "und", "von", "wir", "zu"],
    ..StatementWords::EMPTY
};

#[rustfmt::skip]
static SENTENCES: SentenceWords = SentenceWords {
    never_last: &[
        "hr", "fr", "dr", "prof", "z.b", "d.h", "u.a", "bzw", "ca", "vgl", "st", "i.d.r", "sog", "gem", "inkl",
    ],
    before_number: &["nr", "art", "abs", "s", "bd", "kap", "abb", "tel"],
    perhaps_last: &["usw", "etc", "mio", "mrd"],
    openers: &["Der", "Die", "Das", "Wir", "Es", "Sie"],
    has_ordinal_stops: true,
    ..SentenceWords::EMPTY
};

static FIGURES: FigureWords = FigureWords {
    decimal_mark: DecimalMark::Comma,
    head: HeadPosition::First,
    months: &[
        "januar",
        "februar",
        "märz",
        "april",
        "mai",
        "juni",
        "juli",
        "august",
        "september",
        "oktober",
        "november",
        "dezember",
    ],
    unit_openers: &["in "],
    ..FigureWords::EMPTY
};
