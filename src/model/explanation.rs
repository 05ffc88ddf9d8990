//! Why paragraphs were linked or not, and numbers taken or not.

use super::{Link, Span};

/// Which rule decided what a number is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Decision {
    /// Bytes of the numeral; for a figure those of its `numeral`.
    pub span: Span,
    /// The name of the rule: what it takes the number for.
    pub rule: &'static str,
    /// What it decided.
    pub outcome: Outcome,
}

/// What became of a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// It is a figure.
    Taken,
    /// It is none.
    Refused,
}

/// Why one link was made, or why its only paragraph was left alone.
///
/// Scores compare candidates of one alignment with one another; they run from
/// -1 to 1.1 and are no probabilities. In order a pair is scored by its letters;
/// the floor is where it would, seen alone, be as likely a link as not.
#[derive(Debug, Clone, PartialEq)]
pub struct Explanation {
    /// The link, without edits.
    pub link: Link,
    /// What decided.
    pub reason: Reason,
    /// Score of the link, of its strongest pair where it has several, of the
    /// best candidate where it has none; `None` when nothing was weighed.
    pub score: Option<f64>,
    /// What the score had to reach; `None` when nothing was weighed.
    pub floor: Option<f64>,
    /// The best candidate that was refused for a paragraph of this link.
    pub runner_up: Option<RunnerUp>,
}

/// A pair of paragraphs that was weighed and not linked.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RunnerUp {
    /// Paragraph number of the earlier witness, from 0.
    pub before: u32,
    /// Paragraph number of the later witness, from 0.
    pub after: u32,
    /// Its score.
    pub score: f64,
}

/// What decided on a link.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// Both sides are the same text.
    SameText,
    /// They share many phrases that stand nowhere else.
    SharedPhrases,
    /// The best that keeps the order.
    InOrder,
    /// Alike enough to have moved.
    Moved,
    /// A paragraph joined the link beside it, whose other side has its words.
    Joined,
    /// Nothing on the other side is alike enough.
    TooWeak,
    /// What is alike enough is in another link.
    Taken,
    /// What is alike enough for its place stands elsewhere or has rivals, and
    /// is not alike enough to have moved.
    OutOfOrder,
}

impl Reason {
    /// The reason for a person, lower case, without a full stop.
    #[must_use]
    pub fn sentence(self) -> &'static str {
        match self {
            Self::SameText => "the same text",
            Self::SharedPhrases => "share phrases found nowhere else",
            Self::InOrder => "the best that keeps the order",
            Self::Moved => "alike enough to have moved",
            Self::Joined => "a neighbour has its words",
            Self::TooWeak => "nothing is alike enough",
            Self::Taken => "what is alike is linked elsewhere",
            Self::OutOfOrder => {
                "what is alike is out of order or has rivals, and is not alike enough to have moved"
            }
        }
    }
}
