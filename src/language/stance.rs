//! The verbs by which a statement thanks, blames or aligns.

use super::Words;

/// The verbs of a language and the words around them.
pub(crate) struct StanceVerbs {
    /// *align*.
    pub(crate) aligning: Words,
    /// The words near it by which somebody aligns himself.
    pub(crate) themselves: Words,
    /// *thank*.
    pub(crate) thanking: Words,
    /// Words before what somebody is thanked for, or who else is meant.
    pub(crate) reasons: Words,
    /// *condemn*.
    pub(crate) blaming: Words,
    /// Words between a verb that blames and who does not bear the blame: *against*.
    pub(crate) between: Words,
    /// Words before who does what is condemned: *par*.
    pub(crate) doing: Words,
    /// Words behind who does it, before against whom.
    pub(crate) against: Words,
    /// Words by which a person or a part is somebody's, behind a blank.
    pub(crate) of: Words,
    /// First persons, one of whom stands before a verb that thanks or blames.
    pub(crate) speakers: Words,
    /// Articles between those and a name.
    pub(crate) articles: Words,
    /// What a name ends in that has what is condemned: *Ruritania's*.
    pub(crate) genitives: Words,
}

impl StanceVerbs {
    /// A language in which none is read.
    pub(super) const EMPTY: Self = Self {
        aligning: &[],
        themselves: &[],
        thanking: &[],
        reasons: &[],
        blaming: &[],
        between: &[],
        doing: &[],
        against: &[],
        of: &[],
        speakers: &[],
        articles: &[],
        genitives: &[],
    };
}
