//! How far a figure moved.

use rust_decimal::Decimal;

/// The difference of two amounts on one scale.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Delta {
    /// The amount before, in `unit`; the lower end of a range.
    pub before: Decimal,
    /// The amount after, in `unit`; the lower end of a range.
    pub after: Decimal,
    /// What both are in, English singular: the unit of both figures, or the base
    /// unit where theirs differ; `None` for bare numbers.
    pub unit: Option<String>,
    /// What of the two figures the amounts are.
    pub side: DeltaSide,
    /// The unit of the figure after, and how many of `unit` one of it is.
    pub shown_in: Option<(String, Decimal)>,
}

/// What of two figures is subtracted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DeltaSide {
    /// The numbers themselves.
    Value,
    /// What they are at least.
    Floor,
    /// What they are at most.
    Ceiling,
    /// Both ends of two ranges, which moved as far.
    Range,
}

impl Delta {
    /// The amount after less the amount before; `None` beyond 28 digits.
    #[must_use]
    pub fn absolute(&self) -> Option<Decimal> {
        self.after.checked_sub(self.before)
    }

    /// The same as a part of the amount before; `None` where that is zero.
    #[must_use]
    pub fn relative(&self) -> Option<Decimal> {
        self.absolute()?.checked_div(self.before)
    }
}
