//! A subject that statements name and the next one does not.

/// A subject by name that the last statement of a delegation leaves out, though the three
/// before it name it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SilentSubject {
    /// As the last of them that names it writes it first.
    pub name: String,
    /// How often the three name it.
    pub times: usize,
    /// Position of the last witness that names it.
    pub last: usize,
    /// Position of the witness that does not.
    pub now: usize,
}
