//! The words of each language, as tables.
//!
//! To add a language, write a [`Tables`] in a file of its own beside
//! `english.rs` and name it in [`tongue`]. Phrases are written as in a text;
//! longer ones win over shorter ones, whatever their order. Where a phrase has
//! two meanings, list it in both tables: the reader asks for the one that fits.
//! Leave a table empty when the language has nothing of the kind. Digits,
//! symbols of units, marks of currencies and document symbols need no table.

mod arabic;
mod chinese;
mod digits;
mod english;
mod french;
mod own;
mod portuguese;
mod russian;
mod spanish;

use std::sync::OnceLock;

use crate::model::{Dimension, Direction, FigureRole, Language};

#[cfg(test)]
pub(super) use english::ENGLISH_HEDGES;

use super::hedge::Hedge;
use super::lexicon::Lexicon;
use super::sense::{Grammar, Sense};
use super::unit::{self, FIRST_OWN_UNIT, Unit};
use own::Own;
pub use own::Terms;

/// What decides how a language writes and says numbers.
pub(super) struct Tables {
    /// The mark before decimals.
    pub(super) decimal_mark: DecimalMark,
    /// How number words make a number.
    pub(super) composition: Composition,
    /// Words that are written without a blank before the next one.
    pub(super) proclitics: &'static [&'static str],
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
    pub(super) ordinals: &'static [(&'static str, u64)],
    /// Parts that are never positions: *half*, *thirds*.
    pub(super) parts: &'static [(&'static str, u64)],
    /// Words for a part and a whole: *полтора* is three halves.
    pub(super) shares: &'static [(&'static str, u32, u32)],
    /// Words before the parts of this number: 百分之.
    pub(super) parts_of: &'static [(&'static str, u32)],
    /// Endings of a position in digits, parted by `|`: *st*.
    pub(super) ordinal_endings: &'static str,
    /// Letters right behind digits that multiply them.
    pub(super) suffixes: &'static [Suffix],
    /// Words of the grammar, those of one meaning parted by `|`.
    pub(super) grammar: &'static [(Grammar, &'static str)],
    /// Words that negate the phrase that bounds a number.
    pub(super) negators: &'static str,
    /// Phrases that bound a number.
    pub(super) hedges: &'static [(Hedge, &'static str)],
    /// Unit by its English singular, and the words for it, parted by `|`.
    pub(super) units: &'static [(&'static str, &'static str)],
    /// Unit by its English singular, and the stems of the adjectives that a hyphen
    /// ties to a number, parted by `|`: *недельн* in *10-недельный*.
    pub(super) adjectives: &'static [(&'static str, &'static str)],
    /// Endings of those adjectives, parted by `|`.
    pub(super) unit_adjective_endings: &'static str,
    /// Currency by its code, and the words for it, parted by `|`.
    pub(super) currencies: &'static [(&'static str, &'static str)],
    /// Currency by its code, and the words for it that can stand before the number.
    pub(super) currency_marks: &'static [(&'static str, &'static str)],
    /// What is counted by its English singular, and the words for it, parted by `|`.
    pub(super) nouns: &'static [(&'static str, &'static str)],
    /// The twelve months in order, the words of each parted by `|`.
    pub(super) months: &'static [&'static str],
    /// Words whose number is a name: *Article*.
    pub(super) labels: &'static str,
    /// What comes in a series and is told apart by numbers: *row 15*, *day four*.
    pub(super) series: &'static str,
    /// Kinds of documents that are numbered in their heading: *Report – 41*.
    pub(super) titles: &'static str,
    /// Gatherings that are numbered: *the Eight Meeting*, which is meant to be the eighth.
    pub(super) gatherings: &'static str,
    /// Verbs whose *up* is a particle: *edged up to 2 per cent*.
    pub(super) climbs: &'static str,
    /// Verbs that a length of time follows: *lasted*.
    pub(super) lasting: &'static str,
    /// Nouns whose number is one of years: *life expectancy*.
    pub(super) lifetimes: &'static str,
    /// What two numbers with a colon between them are: *ratio*, *scale*.
    pub(super) ratios: &'static str,
    /// Nouns that *one* does not count: *one example*.
    pub(super) shells: &'static str,
    /// Words that with a capital and a number name a body: *Group of*.
    pub(super) groups: &'static str,
    /// Words that relate a figure to others.
    pub(super) roles: &'static [(FigureRole, &'static str)],
    /// *other* in *mines and other ordnance*.
    pub(super) other: &'static str,
    /// *plus* behind an amount, which bounds it or adds to it.
    pub(super) plus: &'static str,
    /// Words that say of something that it becomes more.
    pub(super) rises: &'static str,
    /// Words that say of something that it becomes less.
    pub(super) falls: &'static str,
    /// Nouns for a rise that are no verbs: *growth of 3 per cent*.
    pub(super) gains: &'static str,
    /// Nouns for a fall that are no verbs.
    pub(super) losses: &'static str,
    /// Verbs that make something more: *raised the tax by 3 per cent*.
    pub(super) raises: &'static str,
    /// Verbs that make something less.
    pub(super) cuts: &'static str,
    /// Verbs that leave something as it is: *kept the rate at 3 per cent*.
    pub(super) keeps: &'static str,
    /// Verbs whose *up* and *down* tell of no change: *made up*.
    pub(super) phrasals: &'static str,
    /// What levels rise and fall by, beside units: *points*.
    pub(super) steps: &'static str,
    /// What a number is the level of, past which others go: *mark*.
    pub(super) thresholds: &'static str,
    /// Words that are never part of a counted noun phrase.
    pub(super) stops: &'static str,
    /// Verbs between a subject and its participle.
    pub(super) auxiliaries: &'static str,
    /// Verb forms that `participle_endings` do not cover.
    pub(super) verbs: &'static str,
    /// Endings of participles.
    pub(super) participle_endings: &'static [&'static str],
    /// Endings of verb forms that no noun has: *resultaron*.
    pub(super) finite_endings: &'static [&'static str],
    /// A verb form and the participle that stands for it: *building* and *built*.
    pub(super) participles: &'static [(&'static str, &'static str)],
    /// Ending of another verb form, and that of its participle: *ing* and *ed*.
    pub(super) verb_endings: &'static [(&'static str, &'static str)],
    /// Endings of adverbs, and whole words that can stand beside a verb.
    pub(super) adverb_endings: &'static [&'static str],
    /// Endings of adjectives that no noun has: *ous*.
    pub(super) adjective_endings: &'static [&'static str],
    /// Verbs by which somebody claims what the speaker does not.
    pub(super) claims: &'static str,
    /// Words for streets.
    pub(super) streets: &'static str,
    /// Nouns that say nothing of what is measured.
    pub(super) sums: &'static str,
    /// Words for whose something is.
    pub(super) owners: &'static str,
    /// Words that stand for a noun or open a clause behind a verb: *us*, *how*.
    pub(super) pronouns: &'static str,
    /// What is counted by the million, so that an *m* before it is no metre.
    pub(super) crowds: &'static str,
    /// Words for where a change of level leads: *fell below 5*.
    pub(super) levels: &'static str,
    /// Words that set the number before them in a time or a place: *in*, *last*.
    pub(super) settings: &'static str,
    /// Words before another number of the same kind: *compared with*.
    pub(super) comparisons: &'static str,
    /// Words before an adjective: *very*.
    pub(super) degrees: &'static str,
    /// *more* between a number and its noun.
    pub(super) extras: &'static str,
    /// Words for whichever comes behind: *from one year to the next*.
    pub(super) turns: &'static str,
    /// Words before the day from which an act applies: *with effect from*.
    pub(super) effects: &'static str,
    /// Words that count a unit of time from the day of speaking: *the same year*.
    pub(super) deictics: &'static str,
    /// Those that name the unit that is, was and will be: *this*, *last* and *next year*.
    pub(super) deictic_steps: [&'static str; 3],
    /// Words by which two lists go together: *respectively*.
    pub(super) respectively: &'static str,
    /// Words beside a verb that deny it.
    pub(super) negations: &'static str,
    /// Nouns of places, which limit what a figure covers.
    pub(super) places: &'static str,
    /// Words before the source of a claim.
    pub(super) according: &'static str,
    /// Words that show that pounds near them are of money.
    pub(super) money: &'static str,
    /// Nouns that a number can be counted per behind an article.
    pub(super) bearers: &'static str,
    /// Whether adjectives take the plural ending of their noun: *marchés locaux*.
    pub(super) adjectives_agree: bool,
    /// Plural and singular of nouns that the endings do not cover.
    pub(super) plurals: &'static [(&'static str, &'static str)],
    /// Plural ending, and what replaces it in the singular; the first that fits.
    pub(super) plural_endings: &'static [(&'static str, &'static str)],
}

/// How number words make a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Composition {
    /// *twenty-one*.
    TensThenUnits,
    /// *treinta y uno*.
    TensAndUnits,
    /// *واحد وعشرون*: one and twenty.
    UnitsAndTens,
    /// 三百五十: each digit before its power of ten.
    Positional,
}

impl Composition {
    /// Whether *and* stands between tens and units.
    pub(super) fn joins_tens(self) -> bool {
        matches!(self, Self::TensAndUnits | Self::UnitsAndTens)
    }
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
        match self {
            Self::Point => matches!(c, '.' | '．'),
            Self::Comma => c == ',',
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
    own_units: Vec<Unit>,
    own_nouns: Vec<String>,
}

/// How many languages have tables; one more is for all others.
const COUNT: usize = 8;

/// Languages that were wanted so far.
struct Tongues([OnceLock<Tongue>; COUNT]);

/// The language `language`. Of those without tables only digits, symbols and
/// marks are read.
pub(super) fn tongue(language: Language) -> &'static Tongue {
    static TONGUES: Tongues = Tongues([const { OnceLock::new() }; COUNT]);
    let (place, tables) = tables(language);
    TONGUES.0[place].get_or_init(|| Tongue::new(tables, &Own::default()))
}

/// The tables of a language, and its place among the languages.
fn tables(language: Language) -> (usize, &'static Tables) {
    match language {
        Language::English => (0, &english::TABLES),
        Language::French => (1, &french::TABLES),
        Language::Spanish => (2, &spanish::TABLES),
        Language::Portuguese => (3, &portuguese::TABLES),
        Language::Russian => (4, &russian::TABLES),
        Language::Chinese => (5, &chinese::TABLES),
        Language::Arabic => (6, &arabic::TABLES),
        _ => (7, &digits::TABLES),
    }
}

/// Fewest letters of a word that is its own plural in compounds.
const SHORTEST_SAME: usize = 4;

impl Tongue {
    fn new(tables: &'static Tables, own: &Own) -> Self {
        let mut lexicon = Lexicon::new(tables.proclitics, tables.english_names);
        for (phrase, sense) in &own.phrases {
            lexicon.add(phrase, *sense);
        }
        tables.fill(&mut lexicon);
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
            .any(|stem| stem.chars().count() > 2)
    }
}

impl Tables {
    /// A language of which nothing is known.
    const EMPTY: Self = Self {
        decimal_mark: DecimalMark::Point,
        composition: Composition::TensThenUnits,
        proclitics: &[],
        head: HeadPosition::First,
        english_names: false,
        cardinals: &[],
        scales: &[],
        plenty: &[],
        vague: &[],
        ordinals: &[],
        parts: &[],
        shares: &[],
        parts_of: &[],
        ordinal_endings: "",
        suffixes: &[],
        grammar: &[],
        negators: "",
        hedges: &[],
        units: &[],
        adjectives: &[],
        unit_adjective_endings: "",
        currencies: &[],
        currency_marks: &[],
        nouns: &[],
        months: &[],
        labels: "",
        series: "",
        titles: "",
        gatherings: "",
        climbs: "",
        lasting: "",
        lifetimes: "",
        ratios: "",
        shells: "",
        groups: "",
        roles: &[],
        other: "",
        plus: "",
        rises: "",
        falls: "",
        gains: "",
        losses: "",
        raises: "",
        cuts: "",
        keeps: "",
        phrasals: "",
        steps: "",
        thresholds: "",
        stops: "",
        auxiliaries: "",
        verbs: "",
        participle_endings: &[],
        finite_endings: &[],
        participles: &[],
        verb_endings: &[],
        adverb_endings: &[],
        adjective_endings: &[],
        claims: "",
        streets: "",
        sums: "",
        owners: "",
        pronouns: "",
        crowds: "",
        levels: "",
        settings: "",
        comparisons: "",
        degrees: "",
        extras: "",
        turns: "",
        effects: "",
        deictics: "",
        deictic_steps: [""; 3],
        respectively: "",
        negations: "",
        places: "",
        according: "",
        money: "",
        bearers: "",
        adjectives_agree: false,
        plurals: &[],
        plural_endings: &[],
    };

    /// Files every phrase with its meaning.
    fn fill(&self, lexicon: &mut Lexicon) {
        unit::add_currencies(lexicon, self.english_names);
        if self.english_names {
            unit::add_english(lexicon);
        }
        self.add_numbers(lexicon);
        self.add_words(lexicon);
    }

    fn add_numbers(&self, lexicon: &mut Lexicon) {
        let mut add = |list, sense| lexicon.add_list(list, sense);
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
        for &(word, part, whole) in self.shares {
            add(word, Sense::Share(part, whole));
        }
        for &(word, whole) in self.parts_of {
            add(word, Sense::PartsOf(whole));
        }
        for (month, words) in (1..).zip(self.months) {
            add(words, Sense::Month(month));
        }
    }

    /// *rows 3 and 5* beside *row 3*; only English has a table of series.
    fn add_plural_series(&self, lexicon: &mut Lexicon) {
        let words = self.series.split('|');
        for word in words.filter(|word| !word.is_empty() && !word.ends_with(['s', '.'])) {
            lexicon.add_list(&[word, "s"].concat(), Sense::Series);
        }
    }

    fn add_words(&self, lexicon: &mut Lexicon) {
        let mut add = |list, sense| lexicon.add_list(list, sense);
        for &(word, list) in self.grammar {
            add(list, Sense::Word(word));
        }
        add(self.negators, Sense::Negator);
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
        for &(code, list) in self.currency_marks {
            let row = unit::currency_row(code).expect("the tables name currencies that exist");
            add(list, Sense::CurrencyMark(row));
        }
        for (row, &(_, list)) in (0..).zip(self.nouns) {
            add(list, Sense::Noun(row));
        }
        for &(role, list) in self.roles {
            add(list, Sense::Role(role));
        }
        add(self.labels, Sense::Label);
        add(self.series, Sense::Series);
        add(self.titles, Sense::Title);
        add(self.gatherings, Sense::Gathering);
        add(self.climbs, Sense::Climb);
        add(self.lasting, Sense::Lasting);
        add(self.lifetimes, Sense::Lifetime);
        add(self.ratios, Sense::Ratio);
        add(self.shells, Sense::Shell);
        add(self.groups, Sense::Group);
        add(self.claims, Sense::Claim);
        add(self.according, Sense::According);
        add(self.streets, Sense::Street);
        add(self.sums, Sense::Sum);
        add(self.owners, Sense::Owner);
        add(self.pronouns, Sense::Pronoun);
        add(self.crowds, Sense::Crowd);
        add(self.levels, Sense::Level);
        add(self.settings, Sense::Setting);
        add(self.comparisons, Sense::Beside);
        self.add_more_words(lexicon);
    }

    /// The rest of the lists of words.
    fn add_more_words(&self, lexicon: &mut Lexicon) {
        let mut add = |list, sense| lexicon.add_list(list, sense);
        add(self.degrees, Sense::Degree);
        add(self.extras, Sense::Extra);
        add(self.turns, Sense::Turn);
        add(self.effects, Sense::Effect);
        add(self.deictics, Sense::Deictic(None));
        for (words, step) in self.deictic_steps.into_iter().zip([0, -1, 1]) {
            add(words, Sense::Deictic(Some(step)));
        }
        add(self.respectively, Sense::Respectively);
        add(self.negations, Sense::Negation);
        add(self.places, Sense::Place);
        add(self.rises, Sense::Moves(Direction::Up));
        add(self.falls, Sense::Moves(Direction::Down));
        add(self.gains, Sense::Changes(Direction::Up));
        add(self.losses, Sense::Changes(Direction::Down));
        add(self.raises, Sense::Moved(Direction::Up));
        add(self.cuts, Sense::Moved(Direction::Down));
        add(self.keeps, Sense::Kept);
        add(self.phrasals, Sense::Phrasal);
        add(self.steps, Sense::Step);
        add(self.thresholds, Sense::Threshold);
        add(self.stops, Sense::Stop);
        add(self.auxiliaries, Sense::Auxiliary);
        add(self.verbs, Sense::Verb);
        add(self.bearers, Sense::Bearer);
        add(self.money, Sense::Money);
        self.add_plural_series(lexicon);
    }
}
