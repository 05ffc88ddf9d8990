//! The front door: statements are opened, and asked.
//!
//! Input: files or bytes. Output: typed answers that own what they point into. The
//! stages stay below it as modules, for who wants to leave one out.

mod amount;
mod collation;
mod comparison;
mod figure;
mod ledger;
#[cfg(feature = "html-report")]
mod page;
mod promise;
mod reader;
mod report;
mod reuse;
mod shared;
mod statement;

pub use amount::Amount;
pub use collation::{Collation, Passage};
pub use comparison::{Comparison, FigureChange, ParagraphLink, PromiseChange, compare_files};
pub use figure::Figure;
pub use ledger::{Ledger, Measure};
pub use promise::{Promise, PromiseHistory, Promises};
pub use reader::Reader;
pub use report::Report;
pub use reuse::Reuse;
pub use statement::Statement;
