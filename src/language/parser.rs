//! The words by which sentences are cut and parsed, and the model of the language.

use super::Words;

/// What is known of the base forms of words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum BaseForms {
    /// Nothing: each word is its own.
    Unknown,
    /// A table of the irregular, and rules of spelling for all others (`parse/lemma`).
    BySpelling,
}

/// Whether the tree that the model gives is looked over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Trees {
    /// It stays as the model gives it.
    AsParsed,
    /// What the order of words rules out is mended (`parse/repair.rs`).
    Repaired,
}

/// What the parser knows of a language.
pub(crate) struct ParserWords {
    /// The model, as `examples/train_parser` writes it; `None` where there is none.
    pub(crate) model: Option<&'static [u8]>,
    /// How base forms are found.
    pub(crate) base_forms: BaseForms,
    /// What becomes of the model's trees.
    pub(crate) trees: Trees,
    /// Abbreviations that keep their dot, in lower case.
    pub(crate) abbreviations: Words,
    /// Those that keep it before a number alone: elsewhere they are words.
    pub(crate) before_numbers: Words,
    /// Whether the language sets thousands apart by spaces: *25 000*.
    pub(crate) spaces_thousands: bool,
    /// Whether a stop behind a day makes a position of it: *am 3. März*.
    pub(crate) has_ordinal_stops: bool,
    /// Whether words are cut at hyphens and slashes, and units off their number: *5km*.
    pub(crate) cuts_compounds: bool,
    /// Prefixes that a hyphen does not part from their word all the same.
    pub(crate) prefixes: Words,
    /// Letters behind a number that stand for a scale or a unit alone.
    pub(crate) single_units: Words,
    /// Endings of ordinals and decades, which are no units.
    pub(crate) number_endings: Words,
    /// Two words written as one, and the length of the first: *cannot*.
    pub(crate) merged: &'static [(&'static str, usize)],
    /// Clitics behind an apostrophe that are words of their own: *'s*.
    pub(crate) clitics: Words,
    /// Words that lose their vowel before another, without it: *l'*.
    pub(crate) elided: Words,
    /// Pronouns that follow their verb behind a hyphen: *-t-il*.
    pub(crate) pronouns: Words,
    /// Nouns that look like a verb with its pronoun: *rendez-vous*.
    pub(crate) no_pronouns: Words,
    /// Written as several words, and one all the same.
    pub(crate) whole: Words,
    /// Words that open a relative clause behind a comma.
    pub(crate) relatives: Words,
    /// Those of them that open nothing else.
    pub(crate) only_relatives: Words,
    /// Words that name what a thing leaves out or takes in: *excluding*.
    pub(crate) exceptions: Words,
}

impl ParserWords {
    /// A language of which nothing is known.
    pub(super) const EMPTY: Self = Self {
        model: None,
        base_forms: BaseForms::Unknown,
        trees: Trees::AsParsed,
        abbreviations: &[],
        before_numbers: &[],
        spaces_thousands: false,
        has_ordinal_stops: false,
        cuts_compounds: false,
        prefixes: &[],
        single_units: &[],
        number_endings: &[],
        merged: &[],
        clitics: &[],
        elided: &[],
        pronouns: &[],
        no_pronouns: &[],
        whole: &[],
        relatives: &[],
        only_relatives: &[],
        exceptions: &[],
    };
}
