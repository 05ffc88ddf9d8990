//! Languages whose words are not known: digits, symbols and marks alone.

use super::Pack;
use super::figures::{DecimalMark, FigureWords, HeadPosition};
use super::parser::ParserWords;

use crate::model::Language;

pub(super) static PACK: Pack = Pack {
    language: Language::Other,
    sentences: &super::english::SENTENCES,
    parser: &ParserWords::EMPTY,
    figures: &FIGURES,
    promises: None,
};

static FIGURES: FigureWords = FigureWords {
    decimal_mark: DecimalMark::Comma,
    head: HeadPosition::First,
    ..FigureWords::EMPTY
};
