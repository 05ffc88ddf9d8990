//! Compares statements: what changed in wording **and in figures**, across years or
//! across delegations.
//!
//! ```
//! use verbale::{Statement, Verdict};
//!
//! let before = Statement::read("2021.txt", b"More than 140 people were killed since 2020.")?;
//! let after = Statement::read("2022.txt", b"More than 200 people were killed since 2020.")?;
//! for change in before.compare(&after).figures() {
//!     assert_eq!(change.verdict, Verdict::Increased);
//!     assert_eq!(change.measure.as_deref(), Some("people killed, since 2020"));
//!     assert_eq!(change.absolute(), Some(60.into()));
//! }
//! # Ok::<(), verbale::Error>(())
//! ```
//!
//! # Which call answers which question
//!
//! | question | call |
//! |---|---|
//! | What changed between two files? | [`compare_files`] |
//! | … between two texts, or with options? | [`Statement::read`], [`Reader`], [`Statement::compare`] |
//! | Which figures rose, fell, moved, went? | [`Comparison::figures`] |
//! | Which promises were weakened, met, dropped? | [`Comparison::promises`]; over years [`Promises`] |
//! | Which paragraphs correspond, and how? | [`Comparison::paragraphs`] |
//! | What numbers does a statement give? | [`Statement::figures`], [`Figure::amount`] |
//! | How does each measure go from year to year? | [`Ledger`] |
//! | How do drafts differ, side by side? | [`Collation`] |
//! | Who says what others said before? | [`Reuse`] |
//! | What do I send to a colleague? | [`Report`] |
//! | The records that the command writes? | `record()` and `to_json()` of each |
//!
//! Statements that were read apart can be compared with each other: words are shared when
//! they are. Who wants to leave a stage out, or has one of their own, finds them as modules:
//! [`load`] → [`segment`] → [`parse`] → [`extract`] → [`align`] → [`diff`] → [`measure`] →
//! [`compare`] → [`report`] → [`render`]. A stage is a function from the [`model`] to the model.
//!
//! # What it promises
//!
//! * **The author's words.** The loaded text is never rewritten; all answers point into it,
//!   so a quote is what was said.
//! * **Exact numbers.** Amounts are [`Decimal`]s with the interval that the words allow,
//!   never floats.
//! * **The same answer each time.** Order never comes from a hash map, and work is bounded by
//!   size, never by the clock: one input gives the same bytes on any machine, with one core
//!   or many.
//! * **Nothing leaves the machine.** There is no network code, and no global state.
//! * **Errors with a remedy.** An [`Error`] names the file, the place in it and what to do. A number
//!   that is seen and cannot be read is a notice, never silence.
//!
//! # Limits
//!
//! A file is 256 MiB at most, a text 32 MiB, with a million lines; a statement has 50,000
//! figures at most. Figures are read in English, and with smaller tables in French, Spanish, Portuguese,
//! Russian, Chinese and Arabic. Whether a claim is true is not known here. A pdf is read in this
//! process unless a [`load::PdfProcess`](crate::load) is given, so who takes files from strangers gives one.
//!
//! # Cost
//!
//! In an optimised build a statement of 13,000 characters is read in some ten milliseconds of a
//! slow core, nearly all of them for the trees of its sentences, and compared with another in
//! four; memory is about fifty bytes a word and three thousand a figure. [`Ledger`] and [`Report`]
//! compare each statement with the next alone. Long texts and many statements are worked on by all
//! cores. A debug build is ten times slower: set `[profile.dev.package.verbale] opt-level = 2`.
//!
//! # Features
//!
//! | feature | gives | crates compiled |
//! |---|---|---|
//! | none | txt, md, html, rtf and rows of JSON in; JSON, CSV and Markdown out | 44 |
//! | `office` | doc, docx, odt and eml in, docx out | + 12 |
//! | `pdf` | pdf in | + 46 |
//! | `html-report` | [`Report::to_html`] | + 1 |
//! | `xlsx` | [`render`]`::xlsx` | + 18 |
//! | `parquet` | [`render`]`::parquet`: long tables; not on by default | + 17 |
//! | `cli` | the command, with all of the above | 159 in all |
//!
//! All but `parquet` are on by default: `verbale = { version = "0.1", default-features = false }` is
//! the library for texts.
//!
//! # Versions
//!
//! The crate follows [Semantic Versioning](https://semver.org/): what is exported here at the top
//! and the [records](report) change their meaning in a major version alone (before 1.0: a minor
//! one). Enums with `#[non_exhaustive]` may grow. Figures may be read better in
//! any version. The stages are public for who needs them and move faster.

#![cfg_attr(
    not(feature = "cli"),
    allow(dead_code, reason = "what formats that are left out would use")
)]

pub mod align;
mod api;
pub mod compare;
pub mod diff;
mod error;
pub mod extract;
mod language;
pub mod load;
pub mod measure;
pub mod model;
mod parallel;
pub mod parse;
pub mod plain;
pub mod render;
pub mod report;
pub mod segment;

pub use api::{
    Amount, Collation, Comparison, Figure, FigureChange, Ledger, Measure, ParagraphLink, Passage,
    Promise, PromiseChange, PromiseHistory, Promises, Reader, Report, Reuse, Statement,
    compare_files,
};
pub use error::{Error, Result};
pub use load::Tracked;
pub use model::{
    Bound, Delta, Dimension, FigureKind, Format, Language, Level, LinkReason, Mood, PromiseStep,
    Relation, RowRelation, Strength, Verdict,
};
/// The crate of [`Decimal`], for its macros and traits.
pub use rust_decimal;
pub use rust_decimal::Decimal;
