//! Finds where in the file a paragraph stood that is gone.

use super::deleted::DeletedParagraph;
use super::plan::Planner;
use super::position::FileParagraphId;
use crate::report::{FileParagraph, FileRow, Role};

/// Where what is gone is put in.
#[derive(Clone, Copy)]
pub(super) enum InsertionPoint {
    /// Between paragraphs, at a byte of a part. Where no paragraph follows, the last
    /// one there ends in the place of the paragraph that is named.
    Blocks(usize, usize, Option<FileParagraphId>),
    /// Between rows of a table, at a byte of a part, like the row that is named.
    Rows(usize, usize, usize),
}

impl<'a> Planner<'_, 'a> {
    /// Puts in what waits, in front of a paragraph of the text after, or at the end.
    pub(super) fn put_waiting(&mut self, next: Option<u32>) -> Option<()> {
        // Taken out, since `self` is changed while they are put in.
        let items = std::mem::take(&mut self.waiting);
        if items.is_empty() {
            return Some(());
        }
        let is_note = |this: &Self, at: Option<u32>| {
            at.is_some_and(|at| this.positions.file_paragraphs(at)[0].0 > 0)
        };
        // Notes come last: what is no note stands in front of the first of them.
        let split = if is_note(self, next) && !is_note(self, self.last) {
            let is_body =
                |item: &DeletedParagraph<'_>| self.role_before(item.paragraph) != Role::Note;
            items
                .iter()
                .position(|item| !is_body(item))
                .unwrap_or(items.len())
        } else {
            items.len()
        };
        let mut body = items;
        let notes = body.split_off(split);
        let after_body = if notes.is_empty() && split > 0 {
            next
        } else {
            None
        };
        let next_of_body = after_body.filter(|_| !is_note(self, next) || is_note(self, self.last));
        self.put_items(body, self.last, next_of_body)?;
        self.put_items(notes, None, next)
    }

    /// Puts items between two paragraphs of the text after.
    fn put_items(
        &mut self,
        mut items: Vec<DeletedParagraph<'a>>,
        last: Option<u32>,
        next: Option<u32>,
    ) -> Option<()> {
        if items.is_empty() {
            return Some(());
        }
        if let (Some(last), Some(next)) = (last, next)
            && let Some(&file_paragraph) = self.positions.file_paragraphs(last).last()
            && file_paragraph == self.positions.file_paragraphs(next)[0]
        {
            // Two line breaks part both in one paragraph of the file: what is gone is a line of it.
            let position = self.positions.ends(next)?.0;
            for item in &items {
                self.put_line(item, file_paragraph, position);
            }
            return Some(());
        }
        let behind = last.and_then(|at| self.row_of(at));
        let ahead = next.and_then(|at| self.row_of(at));
        let is_row = |this: &Self, item: &DeletedParagraph<'_>| {
            this.role_before(item.paragraph) == Role::TableRow
        };
        if let Some((file_paragraph, row)) = behind {
            // Between two rows of one table even prose stands in a row: there is no other place.
            let is_inside = next.is_some_and(|next| self.is_in_table(next, file_paragraph, row));
            let count = if is_inside {
                items.len()
            } else {
                items.iter().take_while(|item| is_row(self, item)).count()
            };
            let rest = items.split_off(count);
            let end = self.row(file_paragraph, row).element.end;
            // The first row of a table is its head; the next one looks more like others.
            let like = ahead.filter(|_| is_inside).map_or(row, |(_, row)| row);
            self.put(items, InsertionPoint::Rows(file_paragraph.0, end, like));
            items = rest;
        }
        if let Some((file_paragraph, row)) = ahead.filter(|_| !items.is_empty()) {
            let is_inside = last.is_some_and(|last| self.is_in_table(last, file_paragraph, row));
            let count = if is_inside {
                items.len()
            } else {
                items
                    .iter()
                    .rev()
                    // Of what lies between two tables, rows at its end belong to the one that
                    // follows.
                    .take_while(|item| is_row(self, item))
                    .count()
            };
            let rows = items.split_off(items.len() - count);
            if !items.is_empty() {
                let insertion_point = self.between(last, next)?;
                self.put(items, insertion_point);
            }
            let start = self.row(file_paragraph, row).element.start;
            self.put(rows, InsertionPoint::Rows(file_paragraph.0, start, row));
            return Some(());
        }
        if items.is_empty() {
            return Some(());
        }
        let insertion_point = self.between(last, next)?;
        self.put(items, insertion_point);
        Some(())
    }

    fn row(&self, file_paragraph: FileParagraphId, row: usize) -> &'a FileRow {
        &self.positions.part(file_paragraph).rows[row]
    }

    pub(super) fn paragraph(&self, file_paragraph: FileParagraphId) -> &'a FileParagraph {
        &self.positions.part(file_paragraph).paragraphs[file_paragraph.1]
    }

    /// Whether a paragraph of the text stands in the table of a row.
    fn is_in_table(&self, paragraph: u32, file_paragraph: FileParagraphId, row: usize) -> bool {
        let tables = &self.positions.part(file_paragraph).tables;
        let table = self
            .row(file_paragraph, row)
            .table
            .and_then(|table| tables.get(table));
        let other = self.positions.file_paragraphs(paragraph)[0];
        let start = self.paragraph(other).element.start;
        other.0 == file_paragraph.0
            && table.is_some_and(|table| (table.element.start..table.element.end).contains(&start))
    }

    /// The row of a table that a paragraph of the text is.
    fn row_of(&self, paragraph: u32) -> Option<(FileParagraphId, usize)> {
        let file_paragraph = self.positions.file_paragraphs(paragraph)[0];
        let row = self.paragraph(file_paragraph).row?;
        (self.role(paragraph) == Role::TableRow).then_some((file_paragraph, row))
    }

    /// Between two paragraphs of the text, as near to both as there is a place.
    fn between(&self, last: Option<u32>, next: Option<u32>) -> Option<InsertionPoint> {
        let behind = last.map(|at| {
            *self
                .positions
                .file_paragraphs(at)
                .last()
                .expect("a paragraph of the text stands in the file")
        });
        let ahead = next.map(|at| self.positions.file_paragraphs(at)[0]);
        // A place between the main text and a note is in neither.
        let ahead = ahead.filter(|ahead| behind.is_none_or(|behind| behind.0 == ahead.0));
        let start = |ahead: FileParagraphId| match next.and_then(|at| self.row_of(at)) {
            Some((file_paragraph, row)) => self.table_start(file_paragraph, row),
            None => self.paragraph(ahead).element.start,
        };
        let Some(behind) = behind else {
            let ahead = ahead?;
            return Some(InsertionPoint::Blocks(ahead.0, start(ahead), None));
        };
        let own = self.paragraph(behind);
        if let Some((file_paragraph, row)) = last.and_then(|at| self.row_of(at)) {
            let table = self
                .positions
                .part(file_paragraph)
                .tables
                .get(self.row(file_paragraph, row).table?)?;
            let near = ahead.filter(|ahead| {
                let ahead = self.paragraph(*ahead);
                ahead.container == table.container && ahead.element.start >= table.element.end
            });
            let at = near.map_or(table.element.end, start);
            return Some(InsertionPoint::Blocks(file_paragraph.0, at, None));
        }
        let is_near = |ahead: &FileParagraphId| {
            let ahead = self.paragraph(*ahead);
            let is_behind = ahead.element.start >= own.element.end;
            // In front of what follows, where that is in the same cell or box or further out: then
            // the new paragraph stands where both are seen.
            is_behind && (ahead.container == own.container || ahead.depth < own.depth)
        };
        if let Some(ahead) = ahead.filter(is_near) {
            return Some(InsertionPoint::Blocks(ahead.0, start(ahead), None));
        }
        // Where no paragraph follows, the end of this one goes and the last stays: `put_blocks`.
        let ends = (!own.is_followed).then_some(behind);
        Some(InsertionPoint::Blocks(behind.0, own.element.end, ends))
    }

    fn table_start(&self, file_paragraph: FileParagraphId, row: usize) -> usize {
        let tables = &self.positions.part(file_paragraph).tables;
        let table = self
            .row(file_paragraph, row)
            .table
            .and_then(|table| tables.get(table));
        table.map_or(self.row(file_paragraph, row).element.start, |table| {
            table.element.start
        })
    }
}
