//! The words of each language, as tables.
//!
//! To add a language, write a [`Tables`] in a file of its own beside
//! `english.rs` and name it in [`tongue`]. Phrases are written as in a text;
//! longer ones win over shorter ones, whatever their order. Where a phrase has
//! two meanings, list it in both tables: the reader asks for the one that fits.
//! Leave a table empty when the language has nothing of the kind. Digits,
//! symbols of units, marks of currencies and document symbols need no table.

mod digits;
mod english;

use std::sync::LazyLock;

use crate::model::{Direction, FigureRole, Language};

#[cfg(test)]
pub(super) use english::ENGLISH_HEDGES;

use super::hedge::Hedge;
use super::lexicon::{Grammar, Lexicon, Sense};
use super::unit;

/// What decides how a language writes and says numbers.
pub(super) struct Tables {
    /// The mark before decimals.
    pub(super) decimal_mark: DecimalMark,
    /// Whether *and* joins tens to units (*treinta y uno*).
    pub(super) joins_tens: bool,
    /// Where the head of a noun phrase stands.
    pub(super) head: HeadPosition,
    /// Whether the English names of units and currencies are words of the language.
    pub(super) english_names: bool,
    /// Number words below 1000.
    pub(super) cardinals: &'static [(&'static str, u32)],
    /// Number words that multiply what stands before them.
    pub(super) scales: &'static [(&'static str, u64)],
    /// Plurals that stand for a number up to ten times the number: *thousands*.
    pub(super) plenty: &'static [(&'static str, u64)],
    /// Words for a number between two others: *several*.
    pub(super) vague: &'static [(&'static str, u32, u32)],
    /// Positions, which can also name parts: *third*.
    pub(super) ordinals: &'static [(&'static str, u32)],
    /// Parts that are never positions: *half*, *thirds*.
    pub(super) parts: &'static [(&'static str, u32)],
    /// Letters right behind digits that multiply them.
    pub(super) suffixes: &'static [Suffix],
    /// Words of the grammar, those of one meaning parted by `|`.
    pub(super) grammar: &'static [(Grammar, &'static str)],
    /// Phrases that bound a number.
    pub(super) hedges: &'static [(Hedge, &'static str)],
    /// Unit by its English singular, and the words for it, parted by `|`.
    pub(super) units: &'static [(&'static str, &'static str)],
    /// Currency by its code, and the words for it, parted by `|`.
    pub(super) currencies: &'static [(&'static str, &'static str)],
    /// The twelve months in order, the words of each parted by `|`.
    pub(super) months: &'static [&'static str],
    /// Words whose number is a name: *Article*.
    pub(super) labels: &'static str,
    /// Words that relate a figure to others.
    pub(super) roles: &'static [(FigureRole, &'static str)],
    /// *other* in *mines and other ordnance*.
    pub(super) other: &'static str,
    /// Words that say of something that it becomes more.
    pub(super) rises: &'static str,
    /// Words that say of something that it becomes less.
    pub(super) falls: &'static str,
    /// Verbs that make something more: *raised the tax by 3 per cent*.
    pub(super) raises: &'static str,
    /// Verbs that make something less.
    pub(super) cuts: &'static str,
    /// Words that are never part of a counted noun phrase.
    pub(super) stops: &'static str,
    /// Verbs between a subject and its participle.
    pub(super) auxiliaries: &'static str,
    /// Verb forms that `participle_endings` do not cover.
    pub(super) verbs: &'static str,
    /// Endings of participles.
    pub(super) participle_endings: &'static [&'static str],
    /// Endings of adverbs, and whole words that can stand beside a verb.
    pub(super) adverb_endings: &'static [&'static str],
    /// Verbs by which somebody claims what the speaker does not.
    pub(super) claims: &'static str,
    /// Nouns of places, which limit what a figure covers.
    pub(super) places: &'static str,
    /// Words before the source of a claim.
    pub(super) according: &'static str,
    /// Nouns that a number can be counted per behind an article.
    pub(super) bearers: &'static str,
    /// Plural and singular of nouns that the endings do not cover.
    pub(super) plurals: &'static [(&'static str, &'static str)],
    /// Plural ending, and what replaces it in the singular; the first that fits.
    pub(super) plural_endings: &'static [(&'static str, &'static str)],
}

/// The mark that a language writes before decimals.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum DecimalMark {
    /// 1.5
    Point,
    /// 1,5
    Comma,
}

impl DecimalMark {
    /// Whether `c` is the mark.
    pub(super) fn is(self, c: char) -> bool {
        c == match self {
            Self::Point => '.',
            Self::Comma => ',',
        }
    }

    /// Whether `c` is the mark of other languages.
    pub(super) fn is_other(self, c: char) -> bool {
        c == match self {
            Self::Point => ',',
            Self::Comma => '.',
        }
    }
}

/// Where the head of a noun phrase stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum HeadPosition {
    /// *mines antipersonnel*.
    First,
    /// *anti-personnel mines*.
    Last,
}

/// A letter or abbreviation behind digits that multiplies them.
#[derive(Debug, Clone, Copy)]
pub(super) struct Suffix {
    /// As written.
    pub(super) word: &'static str,
    /// What it multiplies by.
    pub(super) value: u64,
    /// Where it is meant.
    pub(super) when: When,
}

/// Where a suffix of scale is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum When {
    /// Behind any digits.
    Always,
    /// Only without a blank.
    Glued,
    /// Only in an amount of money.
    Money,
}

/// A language, ready to read with.
pub(super) struct Tongue {
    /// Its phrases.
    pub(super) lexicon: Lexicon,
    /// Its tables.
    pub(super) tables: &'static Tables,
}

/// The language `language`. Of those without tables only digits, symbols and
/// marks are read.
pub(super) fn tongue(language: Language) -> &'static Tongue {
    static ENGLISH: LazyLock<Tongue> = LazyLock::new(|| Tongue::new(&english::TABLES));
    static DIGITS: LazyLock<Tongue> = LazyLock::new(|| Tongue::new(&digits::TABLES));
    match language {
        Language::English => &ENGLISH,
        _ => &DIGITS,
    }
}

impl Tongue {
    fn new(tables: &'static Tables) -> Self {
        let lexicon = Lexicon::new(tables.phrases());
        Self { lexicon, tables }
    }

    /// The suffix of scale that `word` is.
    pub(super) fn suffix(&self, word: &str) -> Option<Suffix> {
        let suffixes = self.tables.suffixes.iter();
        suffixes.copied().find(|suffix| suffix.word == word)
    }

    /// The singular of a noun in lower case.
    pub(super) fn singular(&self, noun: &str) -> String {
        if let Some(&(_, singular)) = self.tables.plurals.iter().find(|row| row.0 == noun) {
            return singular.to_owned();
        }
        for (ending, replacement) in self.tables.plural_endings {
            if let Some(stem) = noun
                .strip_suffix(ending)
                .filter(|stem| !stem.is_empty() || !replacement.is_empty())
            {
                return format!("{stem}{replacement}");
            }
        }
        noun.to_owned()
    }

    /// The singular of a whole noun phrase that the tables list.
    pub(super) fn singular_phrase(&self, phrase: &str) -> Option<&'static str> {
        let mut rows = self.tables.plurals.iter();
        rows.find(|row| row.0 == phrase).map(|row| row.1)
    }

    /// Whether a word in lower case is a plural.
    pub(super) fn is_plural(&self, noun: &str) -> bool {
        self.tables.plurals.iter().any(|row| row.0 == noun) || self.singular(noun) != noun
    }

    /// Whether a word in lower case is an adverb by its ending.
    pub(super) fn is_adverb(&self, word: &str) -> bool {
        let endings = self.tables.adverb_endings.iter();
        endings.copied().any(|ending| word.ends_with(ending))
    }

    /// Whether a word in lower case ends like a participle.
    pub(super) fn is_participle(&self, word: &str) -> bool {
        let endings = self.tables.participle_endings.iter();
        endings
            .filter_map(|ending| word.strip_suffix(ending))
            .any(|stem| stem.chars().count() > 2)
    }
}

impl Tables {
    fn phrases(&self) -> Vec<(String, Sense)> {
        let mut phrases: Vec<(String, Sense)> =
            unit::currency_phrases(self.english_names).collect();
        if self.english_names {
            let units = unit::english_phrases().iter();
            phrases.extend(units.map(|(name, row)| (name.clone(), Sense::Unit(*row))));
        }
        let mut add = |list: &str, sense: Sense| {
            let words = list.split('|').filter(|word| !word.is_empty());
            phrases.extend(words.map(|word| (word.to_owned(), sense)));
        };
        self.add_numbers(&mut add);
        self.add_words(&mut add);
        phrases
    }

    fn add_numbers(&self, add: &mut impl FnMut(&str, Sense)) {
        for &(word, value) in self.cardinals {
            add(word, Sense::Cardinal(value));
        }
        for &(word, value) in self.scales {
            add(word, Sense::Scale(value));
        }
        for &(word, value) in self.plenty {
            add(word, Sense::Plenty(value));
        }
        for &(word, low, high) in self.vague {
            add(word, Sense::Vague(low, high));
        }
        for &(word, value) in self.ordinals {
            add(word, Sense::Ordinal(value));
        }
        for &(word, whole) in self.parts {
            add(word, Sense::Part(whole));
        }
        for (month, words) in (1..).zip(self.months) {
            add(words, Sense::Month(month));
        }
    }

    fn add_words(&self, add: &mut impl FnMut(&str, Sense)) {
        for &(word, list) in self.grammar {
            add(list, Sense::Word(word));
        }
        for &(hedge, list) in self.hedges {
            add(list, Sense::Hedge(hedge));
        }
        for &(name, list) in self.units {
            let row = unit::row_named(name).expect("the tables name units that exist");
            add(list, Sense::Unit(row));
        }
        for &(code, list) in self.currencies {
            let row = unit::currency_row(code).expect("the tables name currencies that exist");
            add(list, Sense::Currency(row));
        }
        for &(role, list) in self.roles {
            add(list, Sense::Role(role));
        }
        add(self.labels, Sense::Label);
        add(self.claims, Sense::Claim);
        add(self.according, Sense::According);
        add(self.places, Sense::Place);
        add(self.rises, Sense::Moves(Direction::Up));
        add(self.falls, Sense::Moves(Direction::Down));
        add(self.raises, Sense::Moved(Direction::Up));
        add(self.cuts, Sense::Moved(Direction::Down));
        add(self.stops, Sense::Stop);
        add(self.auxiliaries, Sense::Auxiliary);
        add(self.verbs, Sense::Verb);
        add(self.bearers, Sense::Bearer);
    }
}
