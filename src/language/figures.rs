//! The words by which figures are read.

use super::grammar::Grammar;
use super::hedge::Hedge;
use crate::model::FigureRole;

/// Words by which a sentence points back, in lower case.
#[derive(Debug)]
pub(crate) struct Anaphors {
    /// *This*, *these*.
    pub(crate) demonstratives: &'static [&'static str],
    /// Nouns that say nothing by themselves, by their singular: *measure*, *proposal*.
    pub(crate) nouns: &'static [&'static str],
    /// A pronoun that opens a sentence and the verb behind it: *This will*.
    pub(crate) openings: &'static [(&'static str, &'static str)],
    /// Articles, and nouns that say behind one what something before costs or brings: *the
    /// cost*, *the annual revenue loss*.
    pub(crate) results: (&'static [&'static str], &'static [&'static str]),
}

impl Anaphors {
    /// No such words.
    pub(crate) const NONE: Self = Self {
        demonstratives: &[],
        nouns: &[],
        openings: &[],
        results: (&[], &[]),
    };
}

/// What decides how a language writes and says numbers.
pub(crate) struct FigureWords {
    /// The mark before decimals.
    pub(crate) decimal_mark: DecimalMark,
    /// How number words make a number.
    pub(crate) composition: Composition,
    /// Words that are written without a blank before the next one.
    pub(crate) proclitics: &'static [&'static str],
    /// Whether number words are written as one: *zweihundertfünfzig*.
    pub(crate) has_compound_numbers: bool,
    /// Where the head of a noun phrase stands.
    pub(crate) head: HeadPosition,
    /// Whether the English names of units and currencies are words of the language.
    pub(crate) english_names: bool,
    /// Number words below 1000.
    pub(crate) cardinals: &'static [(&'static str, u32)],
    /// Number words that multiply what stands before them.
    pub(crate) scales: &'static [(&'static str, u64)],
    /// Plurals that stand for a number up to ten times the number: *thousands*.
    pub(crate) plenty: &'static [(&'static str, u64)],
    /// Words for a number between two others: *several*.
    pub(crate) vague: &'static [(&'static str, u32, u32)],
    /// Positions, which can also name parts: *third*.
    pub(crate) ordinals: &'static [(&'static str, u64)],
    /// Parts that are never positions: *half*, *thirds*.
    pub(crate) parts: &'static [(&'static str, u64)],
    /// Words for a part and a whole: *полтора* is three halves.
    pub(crate) shares: &'static [(&'static str, u32, u32)],
    /// Words before the parts of this number: 百分之.
    pub(crate) parts_of: &'static [(&'static str, u32)],
    /// Endings of a position in digits, parted by `|`: *st*.
    pub(crate) ordinal_endings: &'static str,
    /// Letters right behind digits that multiply them.
    pub(crate) suffixes: &'static [Suffix],
    /// Words of the grammar, those of one meaning parted by `|`.
    pub(crate) grammar: &'static [(Grammar, &'static str)],
    /// Words that negate the phrase that bounds a number.
    pub(crate) negators: &'static str,
    /// Phrases that bound a number.
    pub(crate) hedges: &'static [(Hedge, &'static str)],
    /// Unit by its English singular, and the words for it, parted by `|`.
    pub(crate) units: &'static [(&'static str, &'static str)],
    /// Unit by its English singular, and the stems of the adjectives that a hyphen
    /// ties to a number, parted by `|`: *недельн* in *10-недельный*.
    pub(crate) adjectives: &'static [(&'static str, &'static str)],
    /// Endings of those adjectives, parted by `|`.
    pub(crate) unit_adjective_endings: &'static str,
    /// Currency by its code, and the words for it, parted by `|`.
    pub(crate) currencies: &'static [(&'static str, &'static str)],
    /// Currency by its code, and the words for it that can stand before the number.
    pub(crate) currency_marks: &'static [(&'static str, &'static str)],
    /// What is counted by its English singular, and the words for it, parted by `|`.
    pub(crate) nouns: &'static [(&'static str, &'static str)],
    /// The twelve months in order, the words of each parted by `|`.
    pub(crate) months: &'static [&'static str],
    /// Words whose number is a name: *Article*.
    pub(crate) labels: &'static str,
    /// What comes in a series and is told apart by numbers: *row 15*, *day four*.
    pub(crate) series: &'static str,
    /// Kinds of documents that are numbered in their heading: *Report – 41*.
    pub(crate) titles: &'static str,
    /// Gatherings that are numbered: *the Eight Meeting*, which is meant to be the eighth.
    pub(crate) gatherings: &'static str,
    /// Verbs whose *up* is a particle: *edged up to 2 per cent*.
    pub(crate) climbs: &'static str,
    /// Verbs that a length of time follows: *lasted*.
    pub(crate) lasting: &'static str,
    /// Nouns whose number is one of years: *life expectancy*.
    pub(crate) lifetimes: &'static str,
    /// What two numbers with a colon between them are: *ratio*, *scale*.
    pub(crate) ratios: &'static str,
    /// Nouns that *one* does not count: *one example*.
    pub(crate) shells: &'static str,
    /// Words by which a sentence points back to what those before it name.
    pub(crate) anaphors: Anaphors,
    /// Words that with a capital and a number name a body: *Group of*.
    pub(crate) groups: &'static str,
    /// Words that relate a figure to others.
    pub(crate) roles: &'static [(FigureRole, &'static str)],
    /// *other* in *mines and other ordnance*.
    pub(crate) other: &'static str,
    /// *plus* behind an amount, which bounds it or adds to it.
    pub(crate) plus: &'static str,
    /// Words that say of something that it becomes more.
    pub(crate) rises: &'static str,
    /// Words that say of something that it becomes less.
    pub(crate) falls: &'static str,
    /// Nouns for a rise that are no verbs: *growth of 3 per cent*.
    pub(crate) gains: &'static str,
    /// Nouns for a fall that are no verbs.
    pub(crate) losses: &'static str,
    /// Verbs that make something more: *raised the tax by 3 per cent*.
    pub(crate) raises: &'static str,
    /// Verbs that make something less.
    pub(crate) cuts: &'static str,
    /// Verbs that leave something as it is: *kept the rate at 3 per cent*.
    pub(crate) keeps: &'static str,
    /// Verbs whose *up* and *down* tell of no change: *made up*.
    pub(crate) phrasals: &'static str,
    /// What levels rise and fall by, beside units: *points*.
    pub(crate) steps: &'static str,
    /// What a number is the level of, past which others go: *mark*.
    pub(crate) thresholds: &'static str,
    /// Words that are never part of a counted noun phrase.
    pub(crate) stops: &'static str,
    /// Verbs that only say that an amount is so much, by their base forms.
    pub(crate) level_verbs: &'static [&'static str],
    /// Verbs that only say that a thing is a share of a whole, by their base forms, with the
    /// particle or preposition behind them.
    pub(crate) share_verbs: &'static [&'static str],
    /// Endings of adjectives that say that a thing is the most of all.
    pub(crate) superlatives: &'static [&'static str],
    /// Words before a unit in the head of a table, with a blank: *in thousands*.
    pub(crate) unit_openers: &'static [&'static str],
    /// Endings of verbs and of the nouns of their acts, and least letters before them.
    pub(crate) act_endings: &'static [(&'static str, usize)],
    /// Sets of words of which a thing is one or another, each with its other forms and names:
    /// *imports* or *exports*.
    pub(crate) contrasts: &'static [&'static [&'static str]],
    /// Verbs between a subject and its participle.
    pub(crate) auxiliaries: &'static str,
    /// Verb forms that `participle_endings` do not cover.
    pub(crate) verbs: &'static str,
    /// Endings of participles.
    pub(crate) participle_endings: &'static [&'static str],
    /// Endings of verb forms that no noun has: *resultaron*.
    pub(crate) finite_endings: &'static [&'static str],
    /// A verb form and the participle that stands for it: *building* and *built*.
    pub(crate) participles: &'static [(&'static str, &'static str)],
    /// Ending of another verb form, and that of its participle: *ing* and *ed*.
    pub(crate) verb_endings: &'static [(&'static str, &'static str)],
    /// Endings of adverbs, and whole words that can stand beside a verb.
    pub(crate) adverb_endings: &'static [&'static str],
    /// Endings of adjectives that no noun has: *ous*.
    pub(crate) adjective_endings: &'static [&'static str],
    /// Verbs by which somebody claims what the speaker does not.
    pub(crate) claims: &'static str,
    /// Words for streets.
    pub(crate) streets: &'static str,
    /// Nouns that say nothing of what is measured.
    pub(crate) sums: &'static str,
    /// Words for whose something is.
    pub(crate) owners: &'static str,
    /// Words that stand for a noun or open a clause behind a verb: *us*, *how*.
    pub(crate) pronouns: &'static str,
    /// What is counted by the million, so that an *m* before it is no metre.
    pub(crate) crowds: &'static str,
    /// Words for where a change of level leads: *fell below 5*.
    pub(crate) levels: &'static str,
    /// Words that set the number before them in a time or a place: *in*, *last*.
    pub(crate) settings: &'static str,
    /// Words before another number of the same kind: *compared with*.
    pub(crate) comparisons: &'static str,
    /// Phrases behind an amount by which one thing is more than another: *5 per cent higher
    /// than*.
    pub(crate) higher: &'static str,
    /// Those by which it is less.
    pub(crate) lower: &'static str,
    /// Verbs that tell by how much one thing is more than another: *exceeded it by 5*.
    pub(crate) exceeds: &'static str,
    /// Words before an adjective: *very*.
    pub(crate) degrees: &'static str,
    /// *more* between a number and its noun.
    pub(crate) extras: &'static str,
    /// Words for whichever comes behind: *from one year to the next*.
    pub(crate) turns: &'static str,
    /// Words before the day from which an act applies: *with effect from*.
    pub(crate) effects: &'static str,
    /// What ends, or begins to bind, on a day that is set: *expires*, *enters into force*.
    pub(crate) dues: &'static str,
    /// Words that count a unit of time from the day of speaking: *the same year*.
    pub(crate) deictics: &'static str,
    /// Those that name the unit that is, was and will be: *this*, *last* and *next year*.
    pub(crate) deictic_steps: [&'static str; 3],
    /// Words by which two lists go together: *respectively*.
    pub(crate) respectively: &'static str,
    /// Words beside a verb that deny it.
    pub(crate) negations: &'static str,
    /// Nouns of places, which limit what a figure covers.
    pub(crate) places: &'static str,
    /// Words before the source of a claim.
    pub(crate) according: &'static str,
    /// Words that show that pounds near them are of money.
    pub(crate) money: &'static str,
    /// Nouns that a number can be counted per behind an article.
    pub(crate) bearers: &'static str,
    /// Whether adjectives take the plural ending of their noun: *marchés locaux*.
    pub(crate) adjectives_agree: bool,
    /// Plural and singular of nouns that the endings do not cover.
    pub(crate) plurals: &'static [(&'static str, &'static str)],
    /// Plural ending, and what replaces it in the singular; the first that fits.
    pub(crate) plural_endings: &'static [(&'static str, &'static str)],
}

/// How number words make a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Composition {
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
    pub(crate) fn joins_tens(self) -> bool {
        matches!(self, Self::TensAndUnits | Self::UnitsAndTens)
    }
}

/// The mark that a language writes before decimals.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum DecimalMark {
    /// 1.5
    Point,
    /// 1,5
    Comma,
}

impl DecimalMark {
    /// Whether `c` is the mark.
    pub(crate) fn is(self, c: char) -> bool {
        match self {
            Self::Point => matches!(c, '.' | '．'),
            Self::Comma => c == ',',
        }
    }

    /// Whether `c` is the mark of other languages.
    pub(crate) fn is_other(self, c: char) -> bool {
        c == match self {
            Self::Point => ',',
            Self::Comma => '.',
        }
    }
}

/// Where the head of a noun phrase stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum HeadPosition {
    /// *mines antipersonnel*.
    First,
    /// *anti-personnel mines*.
    Last,
    /// It is the first word with a capital: *neue Wohnungen Berlins*.
    Capital,
}

/// A letter or abbreviation behind digits that multiplies them.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Suffix {
    /// As written.
    pub(crate) word: &'static str,
    /// What it multiplies by.
    pub(crate) value: u64,
    /// Where it is meant.
    pub(crate) when: When,
}

/// Where a suffix of scale is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum When {
    /// Behind any digits.
    Always,
    /// Only without a blank.
    Glued,
    /// Only in an amount of money.
    Money,
}

impl FigureWords {
    /// A language of which nothing is known.
    pub(crate) const EMPTY: Self = Self {
        decimal_mark: DecimalMark::Point,
        composition: Composition::TensThenUnits,
        proclitics: &[],
        has_compound_numbers: false,
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
        anaphors: Anaphors::NONE,
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
        level_verbs: &[],
        share_verbs: &[],
        superlatives: &[],
        unit_openers: &[],
        act_endings: &[],
        contrasts: &[],
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
        higher: "",
        lower: "",
        exceeds: "",
        degrees: "",
        extras: "",
        turns: "",
        effects: "",
        dues: "",
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
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn some_languages_say_and_between_tens_and_units() {
        assert!(Composition::TensAndUnits.joins_tens() && Composition::UnitsAndTens.joins_tens());
        assert!(!Composition::TensThenUnits.joins_tens() && !Composition::Positional.joins_tens());
    }

    #[test]
    fn the_mark_of_other_languages_is_the_other_one() {
        assert!(DecimalMark::Point.is_other(',') && DecimalMark::Comma.is_other('.'));
        assert!(!DecimalMark::Point.is_other('.') && !DecimalMark::Comma.is_other(' '));
    }
}
