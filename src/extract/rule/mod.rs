//! Tables of rules: the order in which a number is looked at, and who decided.
//!
//! A rule has a name, its reason (the comment above it), a function and examples.
//! The first rule of a table that answers decides; `figures --explain` prints its
//! name. One test runs every example through the whole extraction and again
//! without the rule, so that a rule that decides nothing cannot stay.

use rust_decimal::Decimal;

use super::date::DateRead;
use super::passage::Passage;
use super::quantity::Quantity;
use super::reference::Reference;

/// One row of a table.
pub(super) struct Rule<F: 'static> {
    /// What it takes a number for, as `--explain` prints it.
    pub(super) name: &'static str,
    /// Answers where the rule decides.
    pub(super) decide: F,
    /// A text, and what is read of it, as [`describe`](tests::describe) writes it;
    /// other languages than English are named before the text (`fr: …`).
    #[cfg_attr(not(test), expect(dead_code, reason = "the tests read them"))]
    pub(super) examples: &'static [(&'static str, &'static str)],
}

/// A token where a number may start.
#[derive(Clone, Copy)]
pub(super) struct Place<'a> {
    /// The paragraph.
    pub(super) passage: Passage<'a>,
    /// The token.
    pub(super) at: usize,
    /// The first token that no figure before has taken: words from here on can
    /// bear on the number.
    pub(super) from: usize,
}

/// What a number is.
pub(super) enum Reading {
    /// No figure, up to a token.
    Nothing(usize),
    /// Part of a name.
    Reference(Reference),
    /// A point or stretch of the calendar.
    Date(DateRead),
    /// A position, up to a token.
    Ordinal(Decimal, usize),
    /// An amount.
    Amount(Quantity),
}

/// A rule that reads what starts at a token.
pub(super) type Reader = Rule<fn(Place<'_>) -> Option<Reading>>;

/// A rule that refuses an amount where it stands.
pub(super) type Veto = Rule<fn(Passage<'_>, &Quantity) -> bool>;

impl Reader {
    /// What the rule reads at a token, with its name.
    pub(super) fn read(&self, place: Place<'_>) -> Option<(&'static str, Reading)> {
        let reading = self.function()?(place)?;
        Some((self.name, reading))
    }
}

impl Veto {
    /// The name of the rule where it refuses an amount.
    pub(super) fn refuse(&self, passage: Passage<'_>, quantity: &Quantity) -> Option<&'static str> {
        let refuses = self.function()?(passage, quantity);
        refuses.then_some(self.name)
    }
}

impl<F> Rule<F> {
    /// The function of the rule; `None` while a test has switched it off.
    #[cfg(not(test))]
    #[expect(clippy::unnecessary_wraps, reason = "the tests switch rules off")]
    pub(super) fn function(&self) -> Option<&F> {
        Some(&self.decide)
    }

    #[cfg(test)]
    pub(super) fn function(&self) -> Option<&F> {
        (tests::switched_off() != Some(self.name)).then_some(&self.decide)
    }
}

#[cfg(test)]
pub(super) mod tests;
