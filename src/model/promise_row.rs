//! A promise followed from statement to statement.

/// One promise, and what became of it in each of some statements.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PromiseRow {
    /// One a witness, in their order: what it says, and what became of it there.
    /// `None` where a statement neither repeats it nor tells its end.
    pub cells: Vec<Option<PromiseCell>>,
}

/// What one statement says of a promise.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PromiseCell {
    /// Index in the promises of the witness; `None` where it is gone.
    pub promise: Option<u32>,
    /// Index in the deeds of the witness, where one keeps the word.
    pub deed: Option<u32>,
    /// What became of it.
    pub step: PromiseStep,
}

/// What became of a promise from one statement to the next that says it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PromiseStep {
    /// No trace of it is left.
    Dropped,
    /// To be left undone now, or done after all.
    Reversed,
    /// In words that bind less.
    Softened,
    /// Its date is another one.
    Moved,
    /// It has no date any more.
    Undated,
    /// Its date has passed, and nothing says that it is done.
    Expired,
    /// Three statements running said it, and the last of their delegation does not.
    Silent,
    /// It is done.
    Met,
    /// In words that bind more.
    Strengthened,
    /// Said again.
    Kept,
    /// Said for the first time.
    Made,
}

impl PromiseStep {
    /// The name in the output.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Dropped => "dropped",
            Self::Reversed => "reversed",
            Self::Softened => "softened",
            Self::Moved => "moved",
            Self::Undated => "deadline_dropped",
            Self::Expired => "expired",
            Self::Silent => "silent",
            Self::Met => "met",
            Self::Strengthened => "strengthened",
            Self::Kept => "kept",
            Self::Made => "made",
        }
    }

    /// The step for a person.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::Undated => "deadline dropped",
            Self::Silent => "not said, after three statements",
            Self::Moved => "deadline moved",
            other => other.name(),
        }
    }
}
