//! What several witnesses measure alike.

/// A row of the ledger: the figures that state one measure.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Measure {
    /// By witness, then in reading order; never empty.
    pub mentions: Vec<Mention>,
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
