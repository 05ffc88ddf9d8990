//! Facts about a statement from one source, before the sources are weighed.

/// What one source says; `None` where it says nothing.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Facts {
    /// Who speaks.
    pub(super) delegation: Option<String>,
    /// The person who delivers it.
    pub(super) speaker: Option<String>,
    /// The meeting at which it is delivered.
    pub(super) meeting: Option<String>,
    /// The session or agenda item.
    pub(super) session: Option<String>,
    /// The day of delivery in EDTF.
    pub(super) date: Option<String>,
    /// The town.
    pub(super) place: Option<String>,
    /// A title.
    pub(super) title: Option<String>,
    /// A BCP 47 code.
    pub(super) language: Option<String>,
}
