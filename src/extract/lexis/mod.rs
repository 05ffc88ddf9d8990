//! The words of a language, filed by what they mean, and the user's own beside them.
//!
//! Input: the pack of a language. The lexicon is built when the language is first wanted.

mod fill;
mod terms;

use std::sync::OnceLock;

use crate::language::figures::{FigureWords, Suffix};
use crate::language::{self, PACKS};
use crate::model::{Dimension, Language};

use super::lexicon::Lexicon;
use super::sense::Sense;
use super::unit::{self, FIRST_OWN_UNIT, Unit};
pub use terms::Terms;
use terms::UserTerms;

/// A language, ready to read with.
pub(super) struct Lexis {
    /// Its phrases.
    pub(super) lexicon: Lexicon,
    /// Its tables.
    pub(super) tables: &'static FigureWords,
    own_units: Vec<Unit>,
    own_nouns: Vec<String>,
}

/// Languages that were wanted so far.
struct Prepared([OnceLock<Lexis>; PACKS.len()]);

/// The language `language`. Of those without a pack only digits, symbols and marks are
/// read.
pub(super) fn lexis(language: Language) -> &'static Lexis {
    static PREPARED: Prepared = Prepared([const { OnceLock::new() }; PACKS.len()]);
    let place = language::place(language);
    PREPARED.0[place].get_or_init(|| Lexis::new(PACKS[place].figures, &UserTerms::default()))
}

/// Fewest letters of a word that is its own plural in compounds.
const SHORTEST_SAME: usize = 4;

impl Lexis {
    fn new(tables: &'static FigureWords, own: &UserTerms) -> Self {
        let mut lexicon = Lexicon::new(tables);
        // The user's own first: of the meanings of one phrase, that which was filed first is asked
        // first.
        for (phrase, sense) in &own.phrases {
            lexicon.add(phrase, *sense);
        }
        fill::fill(tables, &mut lexicon);
        Self {
            lexicon,
            tables,
            own_units: own.units.clone(),
            own_nouns: own.nouns.clone(),
        }
    }

    /// The unit of a row, of the tables or of the user's own.
    pub(super) fn unit(&self, row: u16) -> Unit {
        let own = self.own_unit(row);
        own.map_or_else(|| unit::unit(row), Unit::clone)
    }

    /// Whether the unit of a row is the year.
    pub(super) fn is_year(&self, row: u16) -> bool {
        self.own_unit(row).is_none() && unit::unit(row).name == "year"
    }

    /// What the unit of a row measures.
    pub(super) fn dimension(&self, row: u16) -> Dimension {
        let own = self.own_unit(row);
        own.map_or_else(|| unit::dimension(row), |unit| unit.dimension)
    }

    fn own_unit(&self, row: u16) -> Option<&Unit> {
        let at = usize::from(row).checked_sub(FIRST_OWN_UNIT)?;
        Some(&self.own_units[at])
    }

    /// The English singular of a noun, if that is what a word means.
    pub(super) fn noun(&self, sense: Sense) -> Option<&str> {
        match sense {
            Sense::Noun(row) => Some(self.tables.nouns[usize::from(row)].0),
            Sense::OwnNoun(at) => Some(&self.own_nouns[usize::from(at)]),
            _ => None,
        }
    }

    /// The suffix of scale that `word` is.
    pub(super) fn suffix(&self, word: &str) -> Option<Suffix> {
        let suffixes = self.tables.suffixes.iter();
        suffixes.copied().find(|suffix| suffix.word == word)
    }

    /// Whether `word` behind digits makes them a position.
    pub(super) fn is_ordinal_ending(&self, word: &str) -> bool {
        let mut endings = self.tables.ordinal_endings.split('|');
        !word.is_empty() && endings.any(|ending| ending.eq_ignore_ascii_case(word))
    }

    /// The unit that an adjective in lower case is made of, where a hyphen ties it
    /// to a number: *10-недельный*.
    pub(super) fn unit_of_adjective(&self, word: &str) -> Option<&'static str> {
        let stems = |ending| word.strip_suffix(ending);
        let is_of = |row: &(&str, &str), stem| row.1.split('|').any(|own| own == stem);
        let endings = self.tables.unit_adjective_endings.split('|');
        let rows = self.tables.adjectives;
        endings
            .filter(|ending| !ending.is_empty())
            .filter_map(stems)
            .find_map(|stem| Some(rows.iter().find(|row| is_of(row, stem))?.0))
    }

    /// The singular of a noun in lower case.
    pub(super) fn singular(&self, noun: &str) -> String {
        if let Some(singular) = self.singular_phrase(noun) {
            return singular.to_owned();
        }
        self.plural_ending(noun)
            .map_or(noun.to_owned(), |(stem, own)| format!("{stem}{own}"))
    }

    /// What stands before the plural ending of a noun in lower case, and the
    /// ending of its singular.
    fn plural_ending<'n>(&self, noun: &'n str) -> Option<(&'n str, &'static str)> {
        let endings = self.tables.plural_endings.iter();
        let stems = endings.filter_map(|(ending, own)| Some((noun.strip_suffix(ending)?, *own)));
        let mut fitting = stems.filter(|(stem, own)| !stem.is_empty() || !own.is_empty());
        fitting.next()
    }

    /// The singular of a whole noun phrase that the tables list.
    pub(super) fn singular_phrase(&self, phrase: &str) -> Option<&'static str> {
        let mut rows = self.tables.plurals.iter();
        rows.find(|row| row.0 == phrase).map(|row| row.1)
    }

    /// Whether a word in lower case is a plural.
    pub(super) fn is_plural(&self, noun: &str) -> bool {
        let is_other = |(stem, own): (&str, &str)| noun.strip_prefix(stem) != Some(own);
        self.singular_phrase(noun).is_some()
            || self.plural_ending(noun).is_some_and(is_other)
            || self.ends_in_plural(noun)
    }

    /// Whether a word ends in one that is its own plural: *aircrew*, *killifish*.
    fn ends_in_plural(&self, noun: &str) -> bool {
        let same = self.tables.plurals.iter().filter(|row| row.0 == row.1);
        let mut long = same.filter(|row| row.0.len() >= SHORTEST_SAME);
        long.any(|row| noun.ends_with(row.0))
    }

    /// Whether a word in lower case is never part of a counted noun phrase.
    pub(super) fn is_stop(&self, word: &str) -> bool {
        self.tables.stops.split('|').any(|stop| stop == word)
    }

    /// Whether a word in lower case is an adverb by its ending.
    pub(super) fn is_adverb(&self, word: &str) -> bool {
        let endings = self.tables.adverb_endings.iter();
        endings.copied().any(|ending| word.ends_with(ending))
    }

    /// Whether a word in lower case ends as adjectives alone do.
    pub(super) fn is_adjective(&self, word: &str) -> bool {
        let mut endings = self.tables.adjective_endings.iter();
        endings.any(|ending| word.len() > ending.len() + 1 && word.ends_with(ending))
    }

    /// The participle of a verb in lower case, where the word is another form of it.
    pub(super) fn participle(&self, verb: &str) -> String {
        let mut rows = self.tables.participles.iter();
        if let Some(&(_, participle)) = rows.find(|row| row.0 == verb) {
            return participle.to_owned();
        }
        let endings = self.tables.verb_endings.iter();
        endings
            .filter_map(|(ending, own)| Some((verb.strip_suffix(ending)?, own)))
            .find(|(stem, _)| stem.chars().count() > 2)
            .map_or(verb.to_owned(), |(stem, own)| format!("{stem}{own}"))
    }

    /// Whether a word in lower case ends like a verb form that is no participle.
    pub(super) fn is_finite(&self, word: &str) -> bool {
        let mut endings = self.tables.finite_endings.iter();
        endings.any(|ending| word.len() > ending.len() + 1 && word.ends_with(ending))
    }

    /// Whether a word in lower case ends like a participle.
    pub(super) fn is_participle(&self, word: &str) -> bool {
        let endings = self.tables.participle_endings.iter();
        endings
            .filter_map(|ending| word.strip_suffix(ending))
            // *red* and *need* end as *cleared* does.
            .any(|stem| stem.chars().count() > 2)
    }
}
