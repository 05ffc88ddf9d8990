//! The terminal: colour or plain marks, wrapped to the width.

mod alignment;
mod collation;
mod columns;
mod comparison;
mod document;
mod escape;
mod evidence;
mod excerpt;
mod grid;
mod hyperlink;
mod ledger;
mod matrix;
mod overview;
mod promises;
mod reuse;
mod side_by_side;
mod style;
mod theme;
mod wrap;

pub use super::file_uri::file_address;
pub use alignment::alignment;
pub use collation::collation;
pub use comparison::{Names, comparison, legend};
pub use document::document;
pub use evidence::evidence;
pub use ledger::{figures, ledger};
pub use matrix::matrix;
pub use overview::overview;
pub use promises::promises;
pub use reuse::reuse;
pub use style::Style;
pub use theme::Theme;
pub use wrap::{Layout, Screen};
