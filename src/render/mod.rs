//! One file a format; each lays a report out and computes nothing.

pub mod docx;
pub mod html;
pub mod json;
pub mod markdown;
pub mod terminal;
