//! Languages whose words are not known: digits, symbols and marks alone.

use super::figures::{Composition, DecimalMark, FigureWords, HeadPosition};
use super::grammar::Grammar;
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
    // Powers of ten behind digits in Japanese and Korean: *2,500万*, *3억*.
    composition: Composition::Positional,
    scales: &[
        ("百", 100),
        ("千", 1_000),
        ("万", 10_000),
        ("億", 100_000_000),
        ("兆", 1_000_000_000_000),
        ("백", 100),
        ("천", 1_000),
        ("만", 10_000),
        ("억", 100_000_000),
        ("조", 1_000_000_000_000),
    ],
    // Dates in Japanese and Korean: *2024年3月5日*, *3월 5일까지*.
    grammar: &[
        (Grammar::YearMark, "年|년"),
        (Grammar::MonthMark, "月|월"),
        (Grammar::DayMark, "日|일"),
        (Grammar::UntilBehind, "까지|까지는|までに|まで"),
    ],
    ..FigureWords::EMPTY
};
