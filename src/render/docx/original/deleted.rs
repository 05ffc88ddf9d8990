//! Puts paragraphs and rows back in that are gone, where they stood.

use super::edits::{Ids, Point};
use super::insertion_point::InsertionPoint;
use super::plan::Planner;
use super::position::{FileParagraphId, FilePosition};
use super::rows;
use super::xml_writer::XmlWriter;
use crate::render::docx::change::Change;
use crate::report::{FileRow, Role};

/// A paragraph that is gone.
pub(super) struct DeletedParagraph<'a> {
    /// Of the text before.
    pub(super) paragraph: u32,
    pub(super) change: Change,
    pub(super) link: usize,
    pub(super) contents: Vec<DeletedContent<'a>>,
}

/// What it holds.
pub(super) enum DeletedContent<'a> {
    Text(&'a str),
    /// Words of a paragraph that moved which did not come along.
    Gone(&'a str),
    /// The start of the comment with this id.
    Start(u32),
    /// Its end, and what becomes of the words there.
    End(u32, Change),
}

impl<'a> Planner<'_, 'a> {
    pub(super) fn put(
        &mut self,
        items: Vec<DeletedParagraph<'a>>,
        insertion_point: InsertionPoint,
    ) {
        match insertion_point {
            InsertionPoint::Rows(part, at, row) => {
                for item in items {
                    let xml = self.deleted_row(part, &item, Some(row));
                    self.edits.blocks.push((part, at, xml));
                }
            }
            InsertionPoint::Blocks(part, at, ends) => self.put_blocks(&items, (part, at), ends),
        }
    }

    fn put_blocks(
        &mut self,
        items: &[DeletedParagraph<'a>],
        (part, at): (usize, usize),
        ends: Option<FileParagraphId>,
    ) {
        // Where no paragraph follows, each end is gone one paragraph earlier: the last
        // of all ends stays.
        let mut marks: Vec<Change> = items.iter().map(|item| item.change).collect();
        let is_table = |this: &Self, item: &DeletedParagraph<'_>| {
            this.role_before(item.paragraph) == Role::TableRow
        };
        let ends = ends.filter(|_| !items.iter().any(|item| is_table(self, item)));
        // What is gone begins behind the end of the paragraph in front: that end is gone too, and
        // the last one stays.
        if let Some(behind) = ends {
            self.set_mark(behind, marks[0]);
            marks.rotate_left(1);
            marks[items.len() - 1] = Change::None;
        }
        // Rows that follow one another are one table again.
        let mut rows = (String::new(), 1);
        for (item, mark) in items.iter().zip(marks) {
            if is_table(self, item) {
                rows.1 = rows.1.max(cells(item).len());
                rows.0.push_str(&self.deleted_row(part, item, None));
                continue;
            }
            self.put_table(&mut rows, (part, at));
            let like = match ends {
                Some(behind) if mark == Change::None => Some(behind),
                _ => self.like(part, item),
            };
            let xml = self.deleted_paragraph(part, item, mark, like);
            self.edits.blocks.push((part, at, xml));
        }
        self.put_table(&mut rows, (part, at));
    }

    fn put_table(&mut self, rows: &mut (String, usize), (part, at): (usize, usize)) {
        let (xml, columns) = std::mem::replace(rows, (String::new(), 1));
        if !xml.is_empty() {
            let table = rows::table(self.writer(part), &xml, columns);
            self.edits.blocks.push((part, at, table));
        }
    }

    /// A paragraph of the file that one that is gone may have looked like: the nearest
    /// of its kind.
    fn like(&self, part: usize, item: &DeletedParagraph<'_>) -> Option<FileParagraphId> {
        let role = self.role_before(item.paragraph);
        let here = self.last.unwrap_or(0);
        let fits = |role: Role| {
            let near = self.nearest(here, |at| {
                let file_paragraph = self.positions.file_paragraphs(at)[0];
                let paragraph = self.paragraph(file_paragraph);
                file_paragraph.0 == part
                    && self.role(at) == role
                    && paragraph.row.is_none()
                    && paragraph.host.is_none()
                    && !paragraph.is_foreign
            });
            near.map(|at| self.positions.file_paragraphs(at)[0])
        };
        // A heading that is the only one of its kind looks like the text.
        fits(role).or_else(|| fits(Role::Body))
    }

    /// The paragraph of the text nearest to one, among the next hundreds, that fits.
    fn nearest(&self, here: u32, fits: impl Fn(u32) -> bool) -> Option<u32> {
        /// Paragraphs on either side: a long text is not searched from end to end for each that is
        /// gone.
        const REACH: u32 = 200;
        let count = u32::try_from(self.kept.after.paragraphs.len()).unwrap_or(u32::MAX);
        (0..REACH)
            .flat_map(|step| [here.checked_sub(step), here.checked_add(step)])
            .flatten()
            .find(|at| *at < count && fits(*at))
    }

    fn deleted_paragraph(
        &mut self,
        part: usize,
        item: &DeletedParagraph<'_>,
        mark: Change,
        like: Option<FileParagraphId>,
    ) -> String {
        let look = like.map_or_else(String::new, |like| self.look(like, None));
        let properties = like.and_then(|like| self.paragraph(like).properties);
        let content = self.content(part, &item.contents, item.change, &look);
        let range = (item.change == Change::MovedFrom).then(|| {
            let id = self.ids.next();
            self.range(part, "moveFrom", id, item.link)
        });
        let (start, end) = range.unwrap_or_default();
        let (writer, ids) = self.writer_and_ids(part);
        let prefix = &writer.part.prefix;
        let properties = writer.properties(properties.as_ref(), mark, ids);
        format!("<{prefix}p>{properties}{start}{content}</{prefix}p>{end}")
    }

    /// Puts a paragraph in between two that line breaks part, with breaks of its own.
    pub(super) fn put_line(
        &mut self,
        item: &DeletedParagraph<'_>,
        file_paragraph: FileParagraphId,
        position: FilePosition,
    ) {
        let look = self.look(file_paragraph, Some(position));
        let content = self.content(file_paragraph.0, &item.contents, item.change, &look);
        let range = (item.change == Change::MovedFrom).then(|| {
            let id = self.ids.next();
            self.range(file_paragraph.0, "moveFrom", id, item.link)
        });
        let (start, end) = range.unwrap_or_default();
        let (writer, ids) = self.writer_and_ids(file_paragraph.0);
        let prefix = &writer.part.prefix;
        // As many breaks as the file has between two such paragraphs: one alone would be a line of
        // the next.
        let breaks = format!("<{prefix}r>{look}<{prefix}br/><{prefix}br/></{prefix}r>");
        let breaks = writer.tracked(item.change, &breaks, ids);
        let xml = [start, content, breaks, end].concat();
        self.edits
            .of(file_paragraph)
            .points
            .push((position, Point::Xml(xml)));
    }

    /// A row of a table that is gone; one of prose has one cell.
    fn deleted_row(
        &mut self,
        part: usize,
        item: &DeletedParagraph<'_>,
        like: Option<usize>,
    ) -> String {
        let is_row = self.role_before(item.paragraph) == Role::TableRow;
        let known = like.map(|row| &self.kept.original.parts[part].rows[row]);
        let file_paragraph = known.and_then(|row| self.paragraph_in(part, row));
        let contents: Vec<String> = if is_row {
            let cells = cells(item);
            let written = cells
                .iter()
                .map(|contents| self.deleted_cell(part, contents, file_paragraph));
            written.collect()
        } else {
            vec![self.deleted_paragraph(part, item, item.change, file_paragraph)]
        };
        let (writer, ids) = self.writer_and_ids(part);
        rows::gone(writer, &contents, known, ids)
    }

    /// The first paragraph of a row.
    fn paragraph_in(&self, part: usize, row: &FileRow) -> Option<FileParagraphId> {
        let paragraphs = &self.kept.original.parts[part].paragraphs;
        let first = paragraphs.partition_point(|known| known.element.start < row.element.start);
        let known = paragraphs.get(first)?;
        (known.element.end <= row.element.end && !known.is_foreign).then_some((part, first))
    }

    fn deleted_cell(
        &mut self,
        part: usize,
        contents: &[DeletedContent<'_>],
        like: Option<FileParagraphId>,
    ) -> String {
        let look = like.map_or_else(String::new, |like| self.look(like, None));
        let properties = like.and_then(|like| self.paragraph(like).properties);
        let content = self.content(part, contents, Change::Deleted, &look);
        let (writer, ids) = self.writer_and_ids(part);
        let prefix = &writer.part.prefix;
        let properties = writer.properties(properties.as_ref(), Change::Deleted, ids);
        format!("<{prefix}p>{properties}{content}</{prefix}p>")
    }

    /// The runs of words that are gone, with their comments.
    fn content(
        &mut self,
        part: usize,
        contents: &[DeletedContent<'_>],
        change: Change,
        look: &str,
    ) -> String {
        let mut xml = String::new();
        for content in contents {
            match content {
                DeletedContent::Text("") => {}
                DeletedContent::Text(text) | DeletedContent::Gone(text) => {
                    let change = match content {
                        DeletedContent::Gone(_) => Change::Deleted,
                        _ => change,
                    };
                    let (writer, ids) = self.writer_and_ids(part);
                    let run = writer.run(change, text, look);
                    xml.push_str(&writer.tracked(change, &run, ids));
                }
                DeletedContent::Start(_) | DeletedContent::End(..) if part == 0 => {
                    xml.push_str(&self.comment_mark(part, content));
                }
                // Comments on notes stand in the text.
                DeletedContent::Start(_) | DeletedContent::End(..) => {
                    self.put_comment_behind(content);
                }
            }
        }
        xml
    }

    /// Puts one end of a comment behind the last words of the main text.
    fn put_comment_behind(&mut self, content: &DeletedContent<'_>) {
        let count = u32::try_from(self.kept.after.paragraphs.len()).unwrap_or(u32::MAX);
        let last = (0..count)
            .rev()
            .find(|at| self.positions.file_paragraphs(*at)[0].0 == 0);
        let Some(((_, position), file_paragraph)) = last.and_then(|at| {
            Some((
                self.positions.ends(at)?,
                *self.positions.file_paragraphs(at).last()?,
            ))
        }) else {
            return;
        };
        let content = match content {
            DeletedContent::End(id, _) => DeletedContent::End(*id, Change::None),
            DeletedContent::Start(id) => DeletedContent::Start(*id),
            DeletedContent::Text(text) | DeletedContent::Gone(text) => DeletedContent::Text(text),
        };
        self.put_comment(content, file_paragraph, position);
    }

    pub(super) fn writer_and_ids(&mut self, part: usize) -> (XmlWriter<'_>, &mut Ids<'a>) {
        let Self {
            kept,
            attributes,
            ids,
            ..
        } = self;
        let writer = XmlWriter {
            part: &kept.original.parts[part],
            attributes: &attributes[part],
        };
        (writer, ids)
    }
}

/// What each cell of a row holds: marks with blanks around them part the cells.
fn cells<'a>(item: &DeletedParagraph<'a>) -> Vec<Vec<DeletedContent<'a>>> {
    let mut cells = vec![Vec::new()];
    for content in &item.contents {
        let last = |cells: &mut Vec<Vec<DeletedContent<'a>>>, content| {
            if let Some(cell) = cells.last_mut() {
                cell.push(content);
            }
        };
        match content {
            DeletedContent::Text(text) | DeletedContent::Gone(text) => {
                let count = text.split('|').count();
                for (at, mut cell) in text.split('|').enumerate() {
                    if at > 0 {
                        cells.push(Vec::new());
                        cell = cell.strip_prefix(' ').unwrap_or(cell);
                    }
                    if at + 1 < count {
                        cell = cell.strip_suffix(' ').unwrap_or(cell);
                    }
                    last(&mut cells, DeletedContent::Text(cell));
                }
            }
            DeletedContent::Start(id) => last(&mut cells, DeletedContent::Start(*id)),
            DeletedContent::End(id, change) => last(&mut cells, DeletedContent::End(*id, *change)),
        }
    }
    cells
}
