//! Finds where in the file a paragraph stood that is gone.

use super::gone::Item;
use super::places::Home;
use super::plan::Planner;
use crate::report::{FileParagraph, FileRow, Role};

/// Where what is gone is put in.
#[derive(Clone, Copy)]
pub(super) enum Spot {
    /// Between paragraphs, at a byte of a part. Where no paragraph follows, the last
    /// one there ends in the place of the paragraph that is named.
    Blocks(usize, usize, Option<Home>),
    /// Between rows of a table, at a byte of a part, like the row that is named.
    Rows(usize, usize, usize),
}

impl<'a> Planner<'_, 'a> {
    /// Puts in what waits, in front of a paragraph of the text after, or at the end.
    pub(super) fn put_waiting(&mut self, next: Option<u32>) -> Option<()> {
        let items = std::mem::take(&mut self.waiting);
        if items.is_empty() {
            return Some(());
        }
        let is_note =
            |this: &Self, at: Option<u32>| at.is_some_and(|at| this.places.homes(at)[0].0 > 0);
        // Notes come last: what is no note stands in front of the first of them.
        let split = if is_note(self, next) && !is_note(self, self.last) {
            let is_body = |item: &Item<'_>| self.role_before(item.paragraph) != Role::Note;
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
        mut items: Vec<Item<'a>>,
        last: Option<u32>,
        next: Option<u32>,
    ) -> Option<()> {
        if items.is_empty() {
            return Some(());
        }
        if let (Some(last), Some(next)) = (last, next)
            && let Some(&home) = self.places.homes(last).last()
            && home == self.places.homes(next)[0]
        {
            let place = self.places.ends(next)?.0;
            for item in &items {
                self.put_line(item, home, place);
            }
            return Some(());
        }
        let behind = last.and_then(|at| self.row_of(at));
        let ahead = next.and_then(|at| self.row_of(at));
        let is_row =
            |this: &Self, item: &Item<'_>| this.role_before(item.paragraph) == Role::TableRow;
        if let Some((home, row)) = behind {
            let is_inside = next.is_some_and(|next| self.is_in_table(next, home, row));
            let count = if is_inside {
                items.len()
            } else {
                items.iter().take_while(|item| is_row(self, item)).count()
            };
            let rest = items.split_off(count);
            let end = self.row(home, row).element.end;
            // The first row of a table is its head; the next one looks more like others.
            let like = ahead.filter(|_| is_inside).map_or(row, |(_, row)| row);
            self.put(items, Spot::Rows(home.0, end, like));
            items = rest;
        }
        if let Some((home, row)) = ahead.filter(|_| !items.is_empty()) {
            let is_inside = last.is_some_and(|last| self.is_in_table(last, home, row));
            let count = if is_inside {
                items.len()
            } else {
                items
                    .iter()
                    .rev()
                    .take_while(|item| is_row(self, item))
                    .count()
            };
            let rows = items.split_off(items.len() - count);
            if !items.is_empty() {
                let spot = self.between(last, next)?;
                self.put(items, spot);
            }
            let start = self.row(home, row).element.start;
            self.put(rows, Spot::Rows(home.0, start, row));
            return Some(());
        }
        if items.is_empty() {
            return Some(());
        }
        let spot = self.between(last, next)?;
        self.put(items, spot);
        Some(())
    }

    fn row(&self, home: Home, row: usize) -> &'a FileRow {
        &self.places.part(home).rows[row]
    }

    pub(super) fn paragraph(&self, home: Home) -> &'a FileParagraph {
        &self.places.part(home).paragraphs[home.1]
    }

    /// Whether a paragraph of the text stands in the table of a row.
    fn is_in_table(&self, paragraph: u32, home: Home, row: usize) -> bool {
        let tables = &self.places.part(home).tables;
        let table = self
            .row(home, row)
            .table
            .and_then(|table| tables.get(table));
        let other = self.places.homes(paragraph)[0];
        let start = self.paragraph(other).element.start;
        other.0 == home.0
            && table.is_some_and(|table| (table.element.start..table.element.end).contains(&start))
    }

    /// The row of a table that a paragraph of the text is.
    fn row_of(&self, paragraph: u32) -> Option<(Home, usize)> {
        let home = self.places.homes(paragraph)[0];
        let row = self.paragraph(home).row?;
        (self.role(paragraph) == Role::TableRow).then_some((home, row))
    }

    /// Between two paragraphs of the text, as near to both as there is a place.
    fn between(&self, last: Option<u32>, next: Option<u32>) -> Option<Spot> {
        let behind = last.map(|at| {
            *self
                .places
                .homes(at)
                .last()
                .expect("a paragraph has a home")
        });
        let ahead = next.map(|at| self.places.homes(at)[0]);
        let ahead = ahead.filter(|ahead| behind.is_none_or(|behind| behind.0 == ahead.0));
        let start = |ahead: Home| match next.and_then(|at| self.row_of(at)) {
            Some((home, row)) => self.table_start(home, row),
            None => self.paragraph(ahead).element.start,
        };
        let Some(behind) = behind else {
            let ahead = ahead?;
            return Some(Spot::Blocks(ahead.0, start(ahead), None));
        };
        let own = self.paragraph(behind);
        if let Some((home, row)) = last.and_then(|at| self.row_of(at)) {
            let table = self
                .places
                .part(home)
                .tables
                .get(self.row(home, row).table?)?;
            let near = ahead.filter(|ahead| {
                let ahead = self.paragraph(*ahead);
                ahead.container == table.container && ahead.element.start >= table.element.end
            });
            let at = near.map_or(table.element.end, start);
            return Some(Spot::Blocks(home.0, at, None));
        }
        let is_near = |ahead: &Home| {
            let ahead = self.paragraph(*ahead);
            let is_behind = ahead.element.start >= own.element.end;
            is_behind && (ahead.container == own.container || ahead.depth < own.depth)
        };
        if let Some(ahead) = ahead.filter(is_near) {
            return Some(Spot::Blocks(ahead.0, start(ahead), None));
        }
        let ends = (!own.is_followed).then_some(behind);
        Some(Spot::Blocks(behind.0, own.element.end, ends))
    }

    fn table_start(&self, home: Home, row: usize) -> usize {
        let tables = &self.places.part(home).tables;
        let table = self
            .row(home, row)
            .table
            .and_then(|table| tables.get(table));
        table.map_or(self.row(home, row).element.start, |table| {
            table.element.start
        })
    }
}
