//! Languages whose words are not known: digits, symbols and marks alone.

use super::{DecimalMark, HeadPosition, Tables};

pub(super) static TABLES: Tables = Tables {
    decimal_mark: DecimalMark::Comma,
    head: HeadPosition::First,
    ..Tables::EMPTY
};
