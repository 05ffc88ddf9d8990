//! What Word tracks (ISO/IEC 29500-1, §17.13.5).

use crate::report::{Mark, RedlineRow, RowKind};

/// What became of a stretch or of the end of a paragraph.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Change {
    None,
    Deleted,
    Inserted,
    MovedFrom,
    MovedTo,
}

impl Change {
    /// What is tracked of words with a mark.
    pub(super) fn of(mark: Mark) -> Self {
        match mark {
            Mark::Same => Self::None,
            Mark::Deleted => Self::Deleted,
            Mark::Inserted => Self::Inserted,
        }
    }

    /// The name of the element that tells it, without a prefix.
    pub(super) fn element(self) -> Option<&'static str> {
        match self {
            Self::None => None,
            Self::Deleted => Some("del"),
            Self::Inserted => Some("ins"),
            Self::MovedFrom => Some("moveFrom"),
            Self::MovedTo => Some("moveTo"),
        }
    }
}

/// What becomes of the end of a row's last paragraph.
pub(super) fn end_mark(row: &RedlineRow<'_>) -> Change {
    match row.kind {
        RowKind::Kept | RowKind::Edited => Change::None,
        // A move is one text in two places: a paragraph that was edited on its way is gone here and
        // new there.
        RowKind::MovedFrom if row.is_plain_move => Change::MovedFrom,
        RowKind::MovedTo if row.is_plain_move => Change::MovedTo,
        RowKind::Removed | RowKind::MovedFrom => Change::Deleted,
        RowKind::Added | RowKind::MovedTo => Change::Inserted,
    }
}
