//! Compares statements: what changed in wording and in figures.
//!
//! The code follows the text: [`load`] → [`segment`] → [`extract`] → [`align`]
//! → [`diff`] → [`compare`] → [`report`] → [`render`]. A stage is a function
//! from the [`model`] to the model.

pub mod align;
pub mod compare;
pub mod diff;
mod error;
pub mod extract;
pub mod load;
pub mod model;
pub mod render;
pub mod report;
pub mod segment;

pub use error::{Error, Result};
