//! One file a format; each lays a report out and computes nothing.

mod cells;
pub mod csv;
#[cfg(feature = "office")]
pub mod docx;
mod file_uri;
pub mod github;
pub mod gitlab;
#[cfg(feature = "html-report")]
pub mod html;
pub mod json;
pub mod junit;
pub mod markdown;
pub mod markdown_ledger;
pub mod markdown_matrix;
pub mod markdown_promises;
pub mod markdown_reuse;
#[cfg(feature = "parquet")]
pub mod parquet;
pub mod sarif;
#[cfg(feature = "cli")]
pub mod terminal;
#[cfg(feature = "xlsx")]
pub mod xlsx;

use std::fmt::{Arguments, Write};

/// Appends formatted text.
fn put(out: &mut String, text: Arguments<'_>) {
    out.write_fmt(text).expect("a string takes all");
}
