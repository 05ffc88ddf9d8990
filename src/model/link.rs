//! Which figures of two statements are one measure, and what became of it.

use super::{Delta, Verdict};

/// Two figures that measure the same, or one without a counterpart, with what
/// became of it.
#[derive(Debug, Clone, PartialEq)]
pub struct FigureLink {
    /// Index in the figures of the earlier witness.
    pub before: Option<u32>,
    /// Index in the figures of the later witness.
    pub after: Option<u32>,
    /// 0 to 1: how likely it is that both measure the same, as often as pairs of
    /// that confidence were right among those judged by hand; 1 for a figure
    /// without a counterpart.
    pub confidence: f64,
    /// What became of it. A figure without a counterpart that is `Same` is said
    /// again: its measure, or its value, stands in another link.
    pub verdict: Verdict,
    /// How far it moved, where that can be said.
    pub delta: Option<Delta>,
    /// What decided.
    pub reason: LinkReason,
}

impl FigureLink {
    /// Whether it is too unsure to be told as news: *perhaps* one measure.
    #[must_use]
    pub fn is_perhaps(&self) -> bool {
        self.reason == LinkReason::Perhaps
    }
}

/// What decided on a figure link.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum LinkReason {
    /// They stand in one sentence, edited or not.
    SameSentence,
    /// They stand in linked paragraphs.
    LinkedParagraphs,
    /// They stand in other places and name the same measure.
    NamedAlike,
    /// Both are the statement's own date.
    OwnDate,
    /// One name, on both sides.
    SameName,
    /// Likely, but not likely enough to be told.
    Perhaps,
    /// The figure is said again: what it says stands on the other side too.
    SaidAgain,
    /// Nothing on the other side is alike.
    Alone,
    /// The likest on the other side has a likelier partner.
    Taken,
    /// The likest on the other side cannot be the same measure.
    Refused(Obstacle),
}

impl LinkReason {
    /// The reason for a person, lower case, without a full stop.
    #[must_use]
    pub fn sentence(self) -> &'static str {
        match self {
            Self::SameSentence => "in one sentence on both sides",
            Self::LinkedParagraphs => "in paragraphs that correspond",
            Self::NamedAlike => "both name the same measure",
            Self::OwnDate => "the date of the statement",
            Self::SameName => "one name on both sides",
            Self::Perhaps => "perhaps one measure: too unsure to be told",
            Self::SaidAgain => "said again: it stands on the other side too",
            Self::Alone => "nothing on the other side is alike enough",
            Self::Taken => "what is alike on the other side has a likelier partner",
            Self::Refused(obstacle) => obstacle.sentence(),
        }
    }
}

/// What keeps two figures from being one measure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Obstacle {
    /// A date is no amount.
    OtherKind,
    /// Units without a common scale.
    OtherUnit,
    /// One sentence denies what the other says.
    Denied,
    /// A level against the size of a change, an addition against a total.
    OtherRole,
    /// What is measured has no word in common.
    OtherThing,
    /// Something else is said of what both count: *taken hostage* and *killed*.
    OtherVerb,
    /// A hundred times as large, and not named alike.
    WorldsApart,
    /// Cells of other rows, columns or years of a table.
    OtherCell,
}

impl Obstacle {
    /// The obstacle for a person, lower case, without a full stop.
    #[must_use]
    pub fn sentence(self) -> &'static str {
        match self {
            Self::OtherKind => "what is alike is no amount, or no date",
            Self::OtherUnit => "what is alike is in a unit that does not convert",
            Self::Denied => "one side denies it",
            Self::OtherRole => "a level against a change, or an addition against a total",
            Self::OtherThing => "what is measured has no word in common",
            Self::OtherVerb => "something else is said of what both count",
            Self::WorldsApart => "a hundred times as large, and not named alike",
            Self::OtherCell => "another row, column or year of a table",
        }
    }
}
