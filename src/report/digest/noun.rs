//! What changes of one kind are called where they are counted.

/// A noun for one of them and for more.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Noun {
    one: &'static str,
    /// For two or more.
    pub(super) more: &'static str,
}

impl Noun {
    pub(super) const DEADLINE: Self = Self::new("deadline", "deadlines");
    pub(super) const FIGURE: Self = Self::new("figure", "figures");
    pub(super) const DATE: Self = Self::new("date", "dates");
    pub(super) const NAME: Self = Self::new("name", "names");
    /// Of ordinals and references.
    pub(super) const NAME_OR_NUMBER: Self = Self::new("name or number", "names and numbers");

    const fn new(one: &'static str, more: &'static str) -> Self {
        Self { one, more }
    }

    /// The noun for so many.
    pub(super) const fn of(self, count: usize) -> &'static str {
        if count == 1 { self.one } else { self.more }
    }
}
