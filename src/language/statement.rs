//! The words by which the parts of a statement are told, and its language.

use super::Words;

/// The words around a statement. Where nothing else is said they are in lower case, with
/// straight apostrophes and without full stops, as `load` folds texts. A statement may
/// have its letterhead in another language, so those of all languages are tried together.
pub(crate) struct StatementWords {
    /// Beginnings of an address to the chair or the hall that need no comma.
    pub(crate) salutations: Words,
    /// Beginnings of an address that need a comma after them, or more of it.
    pub(crate) weak_salutations: Words,
    /// Words that make a clause of what might be an address.
    pub(crate) clause_words: Words,
    /// First letters of words that wish somebody well in an office, wherever they stand.
    pub(crate) congratulations: Words,
    /// Beginnings of a courtesy line.
    pub(crate) thanks: Words,
    /// What a mark that is not part of the statement says: *check against delivery*.
    pub(crate) ornaments: Words,
    /// What the block above a statement says of itself.
    pub(crate) letterheads: Words,
    /// Titles of one word, which stand alone: *Statement*.
    pub(crate) headlines: Words,
    /// Words that a sentence cannot end with.
    pub(crate) continuing: Words,
    /// Words before the name of the person who speaks.
    pub(crate) delivered_by: Words,
    /// Words before the name of the party that somebody speaks for.
    pub(crate) on_behalf: Words,
    /// Words before the name of the party that speaks, less sure than those.
    pub(crate) speaks_for: Words,
    /// Titles of persons.
    pub(crate) titles: Words,
    /// What a line that names a meeting has in it.
    pub(crate) meetings: Words,
    /// What a line that names a session or an agenda item has in it.
    pub(crate) sessions: Words,
    /// What a line that is about the speaker or the sender has in it.
    pub(crate) senders: Words,
    /// What a line that addresses who presides begins with: *President of the 76th Session* is
    /// neither a meeting nor a session.
    pub(crate) presiding: Words,
    /// Words that end the name after *on behalf of*; what follows is where one speaks.
    pub(crate) before_whom: Words,
    /// Words that may stand around the date of a date line.
    pub(crate) date_words: Words,
    /// What makes a position of the digits of a day: *1er*.
    pub(crate) day_endings: Words,
    /// Words between day, month and year: *5 de mayo*.
    pub(crate) date_links: Words,
    /// Words that stand beside a page number.
    pub(crate) page_words: Words,
    /// Words of sentences that hardly any English text has, or of English that hardly any other
    /// has; ascending.
    pub(crate) small_words: Words,
    /// Words before the short name of a State or a union, and whether they are part of the
    /// name; as written.
    pub(crate) long_forms: &'static [(&'static str, bool)],
    /// States and bodies by the usual English name, and their names in lower case, parted by
    /// `|`; none that is spelt as in English.
    pub(crate) parties: &'static [(&'static str, &'static str)],
    /// Countries by the usual English name, and further words by which a text tells of them
    /// and of what is theirs, as written and parted by `|`: *Japanese*, *Bank of Japan*.
    pub(crate) regions: &'static [(&'static str, &'static str)],
    /// Endings of the genitive of names, and of the nominative.
    pub(crate) genitives: &'static [(&'static str, &'static str)],
    /// Whether abbreviations of months are words of no other language: *set*, *ago*.
    pub(crate) has_sure_short_months: bool,
}

impl StatementWords {
    /// A language of which nothing is known.
    pub(super) const EMPTY: Self = Self {
        salutations: &[],
        weak_salutations: &[],
        clause_words: &[],
        congratulations: &[],
        thanks: &[],
        ornaments: &[],
        letterheads: &[],
        headlines: &[],
        continuing: &[],
        delivered_by: &[],
        on_behalf: &[],
        speaks_for: &[],
        titles: &[],
        meetings: &[],
        sessions: &[],
        senders: &[],
        presiding: &[],
        before_whom: &[],
        date_words: &[],
        day_endings: &[],
        date_links: &[],
        page_words: &[],
        small_words: &[],
        long_forms: &[],
        parties: &[],
        regions: &[],
        genitives: &[],
        has_sure_short_months: false,
    };
}
