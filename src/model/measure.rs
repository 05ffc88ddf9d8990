//! What several witnesses measure alike.

use rust_decimal::Decimal;

use super::{Delta, Verdict};

/// A row of the ledger: the figures that state one measure.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Measure {
    /// By witness; of one witness the fullest figure first. Never empty.
    pub mentions: Vec<Mention>,
    /// The unit of the row, English singular: what most figures have; `None` for
    /// bare numbers.
    pub unit: Option<String>,
    /// The number of each mention in `unit`, in their order; `None` where there is
    /// none, or the units have no common scale.
    pub values: Vec<Option<Decimal>>,
    /// The number of each mention, or the middle of its range, in `unit`.
    pub levels: Vec<Option<Decimal>>,
    /// What became of it between statements of one delegation, in the order of the
    /// witnesses that they lead to.
    pub steps: Vec<MeasureStep>,
    /// 0 to 1: how sure it is that all mentions measure the same, which is how
    /// sure the weakest of their joins is; 1 for a single mention.
    pub confidence: f64,
}

/// One figure that states a measure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Mention {
    /// Index of the witness.
    pub witness: u32,
    /// Index among the figures of the witness.
    pub figure: u32,
}

/// What became of a measure between two statements of one delegation.
#[derive(Debug, Clone, PartialEq)]
pub struct MeasureStep {
    /// Index of the witness that stated it before.
    pub before: u32,
    /// The next that states it; where `verdict` is `None` the first that is silent.
    pub after: u32,
    /// What became of it; `None` where it is not stated again.
    pub verdict: Option<Verdict>,
    /// How far it moved, where that can be said.
    pub delta: Option<Delta>,
}
