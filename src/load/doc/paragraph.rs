//! What the mark of a paragraph says of it: what it is for, the tables around it, what it ends.

use super::file::{CELL_MARK, File};
use super::sprm::{DEPTH, IN_TABLE, INNER_CELL_END, INNER_ROW_END, ROW_END, sprms};
use super::style::role_of;
use crate::model::Role;

/// What is known of a paragraph.
#[derive(Clone, Copy, Default)]
pub(super) struct Paragraph {
    pub(super) style: u16,
    pub(super) role: Role,
    /// Tables around it.
    pub(super) depth: usize,
    pub(super) ends: Ends,
}

/// What the mark of a paragraph ends.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Ends {
    #[default]
    Paragraph,
    Cell,
    Row,
}

impl Paragraph {
    /// What the properties of the mark at `mark` say.
    pub(super) fn read(file: &File, mark: u32) -> Self {
        let (style, rows) = file.paragraph(mark);
        let (mut depth, mut is_in_table, mut ends) = (None, false, Ends::Paragraph);
        let mut role = file.styles.role(style);
        for sprm in rows.iter().flat_map(|row| sprms(row)) {
            match sprm.code {
                IN_TABLE => is_in_table = sprm.byte() > 0,
                DEPTH => depth = usize::try_from(sprm.number()).ok(),
                ROW_END | INNER_ROW_END if sprm.byte() > 0 => ends = Ends::Row,
                INNER_CELL_END if sprm.byte() > 0 => ends = Ends::Cell,
                _ => match (role, role_of(sprm)) {
                    // A numbered heading is a heading.
                    (Some(_), Some(Role::ListItem)) | (_, None) => {}
                    (_, Some(own)) => role = Some(own),
                },
            }
        }
        let depth = depth.unwrap_or(usize::from(is_in_table));
        // Only cells of an outermost table end with a mark of their own; inner ones have a
        // property.
        if depth > 0 && ends == Ends::Paragraph && file.unit(mark) == CELL_MARK {
            ends = Ends::Cell;
        }
        Self {
            style,
            role: role.unwrap_or_default(),
            depth,
            ends,
        }
    }
}
