//! The terminal: colour or plain marks, wrapped to the width.

mod comparison;
mod escape;
mod lines;
mod style;

pub use comparison::comparison;
pub use lines::Screen;
pub use style::Style;
