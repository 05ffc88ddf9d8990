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

    /// The name in the output.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Increased => "increased",
            Self::Decreased => "decreased",
            Self::Moved => "moved",
            Self::BoundChanged => "bound_changed",
            Self::ScopeChanged => "scope_changed",
            Self::Reversed => "reversed",
            Self::Softened => "softened",
            Self::Strengthened => "strengthened",
            Self::Dropped => "dropped",
            Self::Expired => "expired",
            Self::Met => "met",
            Self::Made => "made",
            Self::Removed => "removed",
            Self::Added => "added",
            Self::Restated => "restated",
            Self::Rollover => "rollover",
            Self::Same => "same",
        }
    }

    /// The verdict for a person.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::BoundChanged => "bound changed",
            Self::ScopeChanged => "other period or scope: not comparable",
            Self::Removed => "no longer stated",
            Self::Added => "new",
            Self::Expired => "its date has passed, and nothing is said of it",
            Self::Rollover => "rolled over",
            Self::Same => "the same",
            other => other.name(),
        }
    }

    /// The verdict as a sign that needs no colour.
    #[must_use]
    pub fn sign(self) -> &'static str {
        match self {
            Self::Increased => "↑",
            Self::Decreased => "↓",
            Self::Moved | Self::BoundChanged | Self::ScopeChanged | Self::Reversed => "≠",
            Self::Softened => "▼",
            Self::Strengthened => "▲",
            Self::Removed | Self::Dropped | Self::Expired => "−",
            Self::Met => "✓",
            Self::Added | Self::Made => "+",
            Self::Restated | Self::Rollover | Self::Same => "=",
        }
    }

    /// Whether it is shown as news; the others are counted and folded.
    #[must_use]
    pub fn is_news(self) -> bool {
        !matches!(self, Self::Restated | Self::Rollover | Self::Same)
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
