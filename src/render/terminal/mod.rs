//! The terminal: colour or plain marks, wrapped to the width.

mod comparison;
mod document;
mod escape;
mod ledger;
mod lines;
mod style;

pub use comparison::comparison;
pub use document::document;
pub use ledger::{figures, ledger};
pub use lines::Screen;
pub use style::Style;
