//! What became of a figure or a promise between two statements.

/// What became of a figure or a promise.
///
/// The order is that of the counts in the output: news first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Verdict {
    /// More than before.
    Increased,
    /// Less than before.
    Decreased,
    /// The same event, deadline or position bears another date or number.
    Moved,
    /// The same number, bounded another way: *more than 140* → *140*.
    BoundChanged,
    /// Of another period or scope: not comparable.
    ScopeChanged,
    /// What was to be done is to be left undone, or the reverse.
    Reversed,
    /// A promise in weaker words.
    Softened,
    /// A promise in stronger words.
    Strengthened,
    /// A promise of which no trace is left.
    Dropped,
    /// A promise of which no trace is left, and whose date has passed.
    Expired,
    /// A promise that the later statement says is done.
    Met,
    /// A promise of which nothing was said before.
    Made,
    /// Not stated any more.
    Removed,
    /// Not stated before.
    Added,
    /// The same value in another spelling, unit or precision.
    Restated,
    /// One step on by itself with the statement: its date, its session.
    Rollover,
    /// Nothing to tell: the same words, or said again.
    Same,
}

impl Verdict {
    /// All verdicts, in their order.
    pub const ALL: [Self; 17] = [
        Self::Increased,
        Self::Decreased,
        Self::Moved,
        Self::BoundChanged,
        Self::ScopeChanged,
        Self::Reversed,
        Self::Softened,
        Self::Strengthened,
        Self::Dropped,
        Self::Expired,
        Self::Met,
        Self::Made,
        Self::Removed,
        Self::Added,
        Self::Restated,
        Self::Rollover,
        Self::Same,
    ];

    /// All that is said of it, in one place.
    #[rustfmt::skip]
    const fn row(self) -> Row {
        match self {
            Self::Increased => row("increased", "increased", Sign::More, 0,
                "More than before; between two lower bounds it is the floor that rose."),
            Self::Decreased => row("decreased", "decreased", Sign::Less, 0,
                "Less than before; between two lower bounds it is the floor that fell."),
            Self::Moved => row("moved", "moved", Sign::Other, 1,
                "The same event, deadline or position, with another date or number; a promise that holds until another time."),
            Self::BoundChanged => row("bound_changed", "bound changed", Sign::Other, 2,
                "The same number, bounded another way: more than 140, then 140."),
            Self::ScopeChanged => row("scope_changed", "other period or scope: not comparable", Sign::Other, 3,
                "Of another period or scope, so that the two are not comparable."),
            Self::Reversed => row("reversed", "reversed", Sign::Other, 3,
                "To be left undone now, or done after all: shall not, then shall."),
            Self::Softened => row("softened", "softened", Sign::Weaker, 3,
                "In words that bind less: is committed to, then supports."),
            Self::Strengthened => row("strengthened", "strengthened", Sign::Stronger, 3,
                "In words that bind more: may, then shall."),
            Self::Dropped => row("dropped", "dropped", Sign::Gone, 4,
                "A promise of which no trace is left; of a deadline, its date."),
            Self::Expired => row("expired", "its date has passed, and nothing is said of it", Sign::Gone, 4,
                "A promise of which no trace is left, and whose date has passed."),
            Self::Met => row("met", "met", Sign::Done, 5, "A promise that the later statement says is done."),
            Self::Made => row("made", "made", Sign::New, 5, "A promise of which nothing was said before."),
            Self::Removed => row("removed", "no longer stated", Sign::Gone, 4,
                "No longer stated; a dropped deadline among them."),
            Self::Added => row("added", "new", Sign::New, 5, "Not stated before."),
            Self::Restated => row("restated", "restated", Sign::Same, 6,
                "The same value in another spelling, unit or precision: 810,000 and 810 000, 3 thousand hectares and 30 square kilometres. Folded."),
            Self::Rollover => row("rollover", "rolled over", Sign::Same, 6,
                "One year or one session on, with the statement itself. Folded."),
            Self::Same => row("same", "the same", Sign::Same, 6, "The same words. Not listed."),
        }
    }

    /// The name in the output.
    #[must_use]
    pub const fn name(self) -> &'static str {
        self.row().name
    }

    /// The verdict for a person.
    #[must_use]
    pub const fn words(self) -> &'static str {
        self.row().words
    }

    /// The verdict as a sign that needs no colour.
    #[must_use]
    pub const fn sign(self) -> &'static str {
        self.row().sign.text()
    }

    /// What the sign stands for.
    #[must_use]
    pub const fn sign_kind(self) -> Sign {
        self.row().sign
    }

    /// What it means, as a sentence for a person.
    #[must_use]
    pub const fn meaning(self) -> &'static str {
        self.row().meaning
    }

    /// Where it stands among the changes of a report, from 0: what changed before what is
    /// gone, then what is new, then what is folded.
    #[must_use]
    pub const fn rank(self) -> u8 {
        self.row().rank
    }

    /// Whether it is shown as news; the others are counted and folded.
    #[must_use]
    pub const fn is_news(self) -> bool {
        self.rank() < FOLDED
    }
}

/// What several verdicts have in common for the eye.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs, reason = "told by `meaning`")]
pub enum Sign {
    More,
    Less,
    Other,
    Weaker,
    Stronger,
    Done,
    Gone,
    New,
    Same,
}

impl Sign {
    /// All signs, in the order of a legend.
    pub const ALL: [Self; 9] = [
        Self::More,
        Self::Less,
        Self::Other,
        Self::Weaker,
        Self::Stronger,
        Self::Done,
        Self::Gone,
        Self::New,
        Self::Same,
    ];

    /// The sign as it is shown.
    #[must_use]
    pub const fn text(self) -> &'static str {
        self.row().0
    }

    /// What it stands for; `None` where that is said by the words beside it.
    #[must_use]
    pub const fn meaning(self) -> Option<&'static str> {
        self.row().1
    }

    #[rustfmt::skip]
    const fn row(self) -> (&'static str, Option<&'static str>) {
        match self {
            Self::More => ("↑", Some("more")),
            Self::Less => ("↓", Some("less")),
            Self::Other => ("≠", Some("another date, bound, time or scope, or the reverse")),
            Self::Weaker => ("▼", Some("weaker")),
            Self::Stronger => ("▲", Some("stronger")),
            Self::Done => ("✓", Some("said to be done")),
            Self::Gone => ("−", Some("gone")),
            Self::New => ("+", Some("new")),
            Self::Same => ("=", None),
        }
    }
}

/// What is said of a verdict.
struct Row {
    name: &'static str,
    words: &'static str,
    sign: Sign,
    rank: u8,
    meaning: &'static str,
}

/// The rank of what is no news.
const FOLDED: u8 = 6;

const fn row(
    name: &'static str,
    words: &'static str,
    sign: Sign,
    rank: u8,
    meaning: &'static str,
) -> Row {
    Row {
        name,
        words,
        sign,
        rank,
        meaning,
    }
}

#[cfg(test)]
mod tests {
    use super::Verdict;

    #[test]
    fn all_verdicts_stand_once_and_in_order() {
        assert!(Verdict::ALL.is_sorted());
        assert_eq!(Verdict::ALL.len(), Verdict::Same as usize + 1);
    }
}
