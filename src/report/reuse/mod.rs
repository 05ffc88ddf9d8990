//! Passages that two statements share, as records and as a list for people.

mod record;
mod table;

pub use record::{ReuseChange, ReuseRecord, ReuseSide};
pub use table::{ReuseEntry, ReuseGroup, ReuseTable};
