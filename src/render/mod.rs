//! One file a format; each lays a report out and computes nothing.

pub mod json;
pub mod terminal;
