//! Compares statements: what changed in wording and in figures.
//!
//! The code follows the text: [`load`] → [`segment`] → [`parse`] → [`extract`] →
//! [`align`] → [`diff`] → [`measure`] → [`compare`] → [`report`] → [`render`]. A stage is a function
//! from the [`model`] to the model.
//!
//! ```
//! use verbale::align::AlignOptions;
//! use verbale::compare::{compare, witness};
//! use verbale::load::{LoadOptions, load_bytes};
//! use verbale::model::Vocabulary;
//! use verbale::report::ComparisonRecord;
//!
//! let mut vocabulary = Vocabulary::new();
//! let mut read = |name: &str, text: &str| -> verbale::Result<_> {
//!     let document = load_bytes(name, text.as_bytes(), &LoadOptions::default())?;
//!     Ok(witness(document, &mut vocabulary))
//! };
//! let before = read("2021.txt", "We cleared more than 140 mines.")?;
//! let after = read("2022.txt", "We cleared more than 200 mines.")?;
//!
//! let found = compare(&before, &after, &vocabulary, &AlignOptions::default());
//! let record = ComparisonRecord::new(&before, &after, &found);
//! assert_eq!(record.changes[0].verdict, "increased");
//! # Ok::<(), verbale::Error>(())
//! ```

pub mod align;
pub mod compare;
mod cores;
pub mod diff;
mod error;
pub mod extract;
pub mod load;
pub mod measure;
pub mod model;
pub mod parse;
pub mod plain;
pub mod render;
pub mod report;
pub mod segment;

pub use error::{Error, Result};
