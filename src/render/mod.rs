//! One file a format; each lays a report out and computes nothing.

pub mod csv;
pub mod docx;
pub mod github;
pub mod gitlab;
pub mod html;
pub mod json;
pub mod junit;
pub mod markdown;
pub mod markdown_ledger;
pub mod markdown_promises;
pub mod sarif;
pub mod terminal;
pub mod xlsx;

use std::fmt::{Arguments, Write};

/// Appends formatted text.
fn put(out: &mut String, text: Arguments<'_>) {
    out.write_fmt(text).expect("a string takes all");
}
