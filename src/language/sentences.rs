//! The words by which a text is cut into sentences.

use super::Words;

/// What tells where a sentence of a language ends. Abbreviations are in lower case and
/// without the stop after them.
pub(crate) struct SentenceWords {
    /// Something always follows: *Mr.*, *e.g.*
    pub(crate) never_last: Words,
    /// A number follows, or the sentence ends: *No.*, *Art.*
    pub(crate) before_number: Words,
    /// May end the sentence, which then goes on with a word like *The*: *Inc.*, *U.S.*
    pub(crate) perhaps_last: Words,
    /// Words, with their capital, that open a sentence and are no names.
    pub(crate) openers: Words,
    /// Whether a stop behind one or two digits makes a position of them: *am 3. März*.
    pub(crate) has_ordinal_stops: bool,
}

impl SentenceWords {
    /// A language of which nothing is known.
    pub(super) const EMPTY: Self = Self {
        never_last: &[],
        before_number: &[],
        perhaps_last: &[],
        openers: &[],
        has_ordinal_stops: false,
    };
}
