//! Whose figure it is, where statements speak of several countries: *GDP fell* of a
//! paragraph on the United Kingdom is not the *GDP* of one on Japan.

use std::cell::OnceCell;
use std::collections::BTreeMap;

use super::feature::Mention;
use crate::model::{FindParties, Witness};

/// Sentences before that of a figure whose subject may still be that of the paragraph.
const BEFORE: u32 = 4;

/// Bytes within which a sentence names what it is about.
const OPENING: usize = 60;

/// Bytes before a figure, and of a statement, in which a country is looked for: this bounds
/// the work on a sentence without end and on a book.
const REACH: usize = 400;
const MOST: usize = 100_000;

/// How often at least a statement names its own country.
const OWN: usize = 3;

/// The countries of the figures of two statements.
#[derive(Debug)]
pub(super) struct Regions<'a> {
    witnesses: [&'a Witness; 2],
    find: FindParties,
    /// The country that each statement is about, once it was asked for.
    own: [OnceCell<Option<&'static str>>; 2],
}

impl<'a> Regions<'a> {
    /// Those of two witnesses; `find` finds the countries that a text names.
    pub(super) fn new(witnesses: [&'a Witness; 2], find: FindParties) -> Self {
        Self {
            witnesses,
            find,
            own: [OnceCell::new(), OnceCell::new()],
        }
    }

    /// Whether two figures are told of different countries. What names none is of the
    /// country that its statement is about.
    pub(super) fn differ(&self, mentions: [&Mention<'_>; 2]) -> bool {
        let named = [0, 1].map(|side| self.named(side, mentions[side]));
        if named.iter().all(Vec::is_empty) {
            return false;
        }
        let or_own = |side: usize, named: Vec<&'static str>| {
            if named.is_empty() {
                self.own(side).into_iter().collect()
            } else {
                named
            }
        };
        let [old, new] = named;
        let (old, new) = (or_own(0, old), or_own(1, new));
        !old.is_empty() && !new.is_empty() && !old.iter().any(|region| new.contains(region))
    }

    /// The countries that the place and the subject of a figure name; else those before it in
    /// its sentence; else those that the nearest sentence before begins with.
    fn named(&self, side: usize, mention: &Mention<'_>) -> Vec<&'static str> {
        let Witness {
            document,
            segmented,
            ..
        } = self.witnesses[side];
        let figure = mention.figure;
        let said = [figure.spans.scope, figure.spans.subject]
            .into_iter()
            .flatten();
        let own: Vec<_> = said
            .flat_map(|span| self.among(span.of(&document.text)))
            .collect();
        if !own.is_empty() {
            return own;
        }
        let start = segmented.tokens[mention.sentence.start as usize].span.start as usize;
        let end = (figure.span.start as usize).max(start);
        let near = document.text.ceil_char_boundary(end.saturating_sub(REACH));
        let before: Vec<_> = self.among(&document.text[start.max(near)..end]).collect();
        if !before.is_empty() {
            return before;
        }
        let sentences = figure.sentence.saturating_sub(BEFORE)..figure.sentence;
        let mut topics = sentences.rev().filter_map(|sentence| {
            let tokens = segmented.sentence(figure.paragraph as usize, sentence);
            let tokens = &segmented.tokens[tokens];
            let span = tokens.first()?.span.to(tokens.last()?.span);
            Some(self.opening(span.of(&document.text)))
        });
        topics.find(|found| !found.is_empty()).unwrap_or_default()
    }

    /// The countries that a text names.
    fn among(&self, text: &str) -> impl Iterator<Item = &'static str> + use<> {
        (self.find)(text).into_iter().map(|region| region.1)
    }

    /// Those that a sentence names where it begins.
    fn opening(&self, sentence: &str) -> Vec<&'static str> {
        let found = (self.find)(&sentence[..sentence.floor_char_boundary(REACH)]).into_iter();
        let opens = found.filter(|region| region.0.start <= OPENING);
        opens.map(|region| region.1).collect()
    }

    /// The country that a statement names most, at least twice as often as any other.
    fn own(&self, side: usize) -> Option<&'static str> {
        *self.own[side].get_or_init(|| {
            let mut counts: BTreeMap<&'static str, usize> = BTreeMap::new();
            let text = &self.witnesses[side].document.text;
            for region in self.among(&text[..text.floor_char_boundary(MOST)]) {
                *counts.entry(region).or_default() += 1;
            }
            let mut counts: Vec<(usize, &str)> = counts
                .into_iter()
                .map(|(name, count)| (count, name))
                .collect();
            counts.sort_unstable_by(|one, two| two.cmp(one));
            let next = counts.get(1).map_or(0, |next| next.0);
            let (most, name) = *counts.first()?;
            (most >= OWN && most >= 2 * next).then_some(name)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::regions_in;
    use crate::measure::feature::tests::judged;

    /// Whether the last figures of two texts are of two countries.
    fn differ(before: &str, after: &str) -> bool {
        judged("a.txt", [before, after], |witnesses, _, [old, new]| {
            let last = [old.last().unwrap(), new.last().unwrap()];
            Regions::new(witnesses, regions_in).differ(last)
        })
    }

    #[test]
    fn a_figure_is_of_the_country_that_is_named_nearest_before_it() {
        let norway = "Norwegian yards were busy. Output grew by 2 per cent.";
        for (after, is_other) in [
            ("In Sweden, output grew by 3 per cent.", true),
            ("Output in Norway grew by 3 per cent.", false),
            (
                "Sweden shipped ore. Norway did not. Output grew by 3 per cent.",
                false,
            ),
            (
                "Output grew by 3 per cent, helped by orders from Sweden.",
                false,
            ),
            ("The ECB said that output grew by 3 per cent.", true),
        ] {
            assert_eq!(differ(norway, after), is_other, "{after}");
        }
    }

    #[test]
    fn a_country_is_one_by_its_name_and_by_the_word_for_what_is_its() {
        for (adjective, name) in [
            ("Turkish", "Turkey"),
            ("Turkish", "Türkiye"),
            ("Korean", "South Korea"),
            ("British", "the United Kingdom"),
        ] {
            let before = format!("{adjective} yards were busy. Output grew by 2 per cent.");
            let after = format!("In {name}, output grew by 3 per cent.");
            assert!(!differ(&before, &after), "{adjective} {name}");
        }
    }

    #[test]
    fn what_names_no_country_is_of_the_one_that_its_statement_is_about() {
        let home = "Ports of Iceland and yards of Iceland stayed open.\n\nIn Iceland it snowed. \
                    Norway did well.\n\nOutput grew by 2 per cent.";
        assert!(differ(home, "In Norway, output grew by 3 per cent."));
        assert!(!differ(home, "In Iceland, output grew by 3 per cent."));
        let unknown = "Iceland and Norway did well.\n\nOutput grew by 2 per cent.";
        assert!(!differ(unknown, "In Norway, output grew by 3 per cent."));
    }
}
