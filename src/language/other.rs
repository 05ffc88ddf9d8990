//! Languages whose words are not known: digits, symbols and marks alone.

use super::figures::{DecimalMark, FigureWords, HeadPosition};
use super::parser::ParserWords;
use super::stance::StanceVerbs;
use super::statement::StatementWords;
use super::{Pack, Writing};

use crate::model::Language;

pub(super) static PACK: Pack = Pack {
    language: Language::Other,
    guess_code: "",
    writing: Writing::Unknown,
    has_own_script: false,
    statement: &STATEMENT,
    sentences: &super::english::SENTENCES,
    parser: &ParserWords::EMPTY,
    figures: &FIGURES,
    promises: None,
    stances: &StanceVerbs::EMPTY,
};

#[rustfmt::skip]
static STATEMENT: StatementWords = StatementWords {
    small_words: &[
        "att", "av", "di", "een", "för", "hebben", "het", "med", "met", "och", "og", "van", "wij",
    ],
    ..StatementWords::EMPTY
};

static FIGURES: FigureWords = FigureWords {
    decimal_mark: DecimalMark::Comma,
    head: HeadPosition::First,
    ..FigureWords::EMPTY
};
