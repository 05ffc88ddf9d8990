//! Makes text from a statement safe for a terminal.

pub(super) use crate::plain::escape;
