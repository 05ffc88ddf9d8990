//! What a head says: a time, or words.

use super::super::lexis::Lexis;
use super::super::passage::Passage;
use super::super::reader::read_passage;
use super::super::token::{SenseCache, tokenize};
use crate::model::{Figure, Span};

/// Most words beside the time in a head that names a time: *2021 (estimate)*.
const MAX_BESIDE: usize = 2;

/// The head of a row or a column.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Label {
    /// The time that it names, in EDTF.
    pub(super) date: Option<String>,
    /// Its words beside the time.
    pub(super) words: String,
}

impl Label {
    /// Reads the text of a head; `None` for one with digits that name no time.
    pub(super) fn read(text: &str, lexis: &Lexis) -> Option<Self> {
        if !text.contains(|letter: char| letter.is_numeric()) {
            return Some(Self {
                date: None,
                words: text.to_owned(),
            });
        }
        let (date, span) = time(text, lexis)?;
        let rest = [&text[..span.range().start], &text[span.range().end..]].concat();
        let rest = rest.trim_matches(|letter: char| !letter.is_alphanumeric());
        let is_beside =
            words(rest).count() <= MAX_BESIDE && !rest.contains(|letter: char| letter.is_numeric());
        is_beside.then(|| Self {
            date: Some(date),
            words: rest.to_owned(),
        })
    }

    /// Its words as compared: lower case, sorted, each once.
    pub(super) fn folded(&self) -> Vec<String> {
        let mut words: Vec<String> = words(&self.words).collect();
        words.sort_unstable();
        words.dedup();
        words
    }
}

/// The words of a text, lower case.
pub(super) fn words(text: &str) -> impl Iterator<Item = String> {
    text.split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
}

/// The time that a text begins or ends with, and its bytes.
fn time(text: &str, lexis: &Lexis) -> Option<(String, Span)> {
    let digits = |word: &&str| word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit());
    // In a head four digits are a year without a word that says so.
    if Some(text).filter(digits).is_some_and(is_year) {
        return Some((text.to_owned(), Span::new(0, text.len())));
    }
    let first = figures(text, lexis).into_iter().next()?;
    let date = first.resolved.or(first.date)?;
    Some((date, first.span))
}

fn is_year(text: &str) -> bool {
    text.parse()
        .is_ok_and(|year: u16| (1800..2200).contains(&year))
}

/// The figures of a text that stands alone, as its words alone say them.
pub(super) fn figures(text: &str, lexis: &Lexis) -> Vec<Figure> {
    let mut tokens = Vec::new();
    let mut known = SenseCache::default();
    tokenize(
        text,
        0..text.len(),
        (&[], &mut known),
        &lexis.lexicon,
        &mut tokens,
    );
    let passage = Passage {
        text,
        tokens: &tokens,
        lexis,
    };
    let pending_figures = read_passage(passage).pending_figures.into_iter();
    pending_figures.map(|pending| pending.figure).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::lexis::lexis;
    use crate::model::Language;

    #[test]
    fn a_head_names_a_time_or_says_words_and_else_is_none() {
        let read = |text: &str| {
            let label = Label::read(text, lexis(Language::English))?;
            Some((label.date.unwrap_or_default(), label.words))
        };
        let pair = |date: &str, words: &str| Some((date.to_owned(), words.to_owned()));
        for (text, told) in [
            ("2021", pair("2021", "")),
            ("May 2021", pair("2021-05", "")),
            ("2021 (estimate)", pair("2021", "estimate")),
            ("Budget 2021", pair("2021", "Budget")),
            ("Victims", pair("", "Victims")),
            ("1,204", None),
            ("12 boats", None),
            ("Report of 2021 on the state of the harbour", None),
        ] {
            assert_eq!(read(text), told, "{text}");
        }
    }

    #[test]
    fn four_digits_are_a_year_from_1800_on() {
        let date = |text: &str| Label::read(text, lexis(Language::English))?.date;
        assert_eq!(date("1995").as_deref(), Some("1995"));
        assert_eq!(date("1204"), None);
    }

    #[test]
    fn years_are_those_of_the_last_centuries_and_the_next() {
        assert!(is_year("1800") && is_year("2030") && !is_year("1204") && !is_year("2500"));
    }
}
