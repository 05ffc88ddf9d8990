//! Says what becomes of the words of the text after, where they stand in the file.

use super::deleted::DeletedContent;
use super::edits::Point;
use super::plan::{Planner, goes_on};
use super::position::{FileParagraphId, FilePosition};
use super::xml_writer::XmlWriter;
use crate::render::docx::change::Change;
use crate::render::docx::escape::dated;
use crate::report::{Mark, PieceKind, RedlineRow, Run, Words};

/// Where a row is being read in the text after.
pub(super) struct Cursor<'r> {
    paragraphs: &'r [u32],
    nth: usize,
    pub(super) byte: u32,
}

impl Cursor<'_> {
    pub(super) fn paragraph(&self) -> u32 {
        self.paragraphs[self.nth.min(self.paragraphs.len() - 1)]
    }
}

impl<'a> Planner<'_, 'a> {
    /// Says what becomes of the paragraphs of a row where they stand.
    pub(super) fn push_after(&mut self, row: &RedlineRow<'a>, change: Change) -> Option<()> {
        for &paragraph in &row.after {
            if change != Change::None {
                self.take_whole(paragraph, change)?;
            }
        }
        if matches!(change, Change::MovedTo) {
            self.put_range(row);
        }
        let start = self.kept.after.paragraphs[row.after[0] as usize].span.start;
        let mut cursor = Cursor {
            paragraphs: &row.after,
            nth: 0,
            byte: start,
        };
        let mut open: Option<(u32, Option<usize>)> = None;
        for (at, run) in row.runs.iter().enumerate() {
            match run {
                Run::Break(mark) => self.push_break(*mark, change, &mut cursor)?,
                Run::Words(words) => {
                    if let Some(id) = self.comment(words) {
                        self.put_comment_at(DeletedContent::Start(id), &cursor)?;
                        open = Some((id, words.note));
                    }
                    let last = self.push_words(words, change, &mut cursor)?;
                    if let Some((id, note)) = open
                        && !goes_on(&row.runs[at + 1..], note)
                    {
                        self.put_comment_at(DeletedContent::End(id, last), &cursor)?;
                        open = None;
                    }
                }
            }
        }
        self.last = row.after.last().copied();
        let end = self.kept.after.paragraphs[*row.after.last()? as usize]
            .span
            .end;
        // All words of the text after were met: else an edit would stand in a wrong place.
        (cursor.byte == end).then_some(())
    }

    /// All that a paragraph of the text after holds came to stand there.
    fn take_whole(&mut self, paragraph: u32, change: Change) -> Option<()> {
        // Its paragraph of the file holds others, parted by line breaks: only its own stretch is
        // new.
        if !self.positions.is_alone(paragraph) {
            let (first, last) = self.positions.ends(paragraph)?;
            let [file_paragraph] = self.positions.file_paragraphs(paragraph)[..] else {
                return None;
            };
            let edits = self.edits.of(file_paragraph);
            edits.stretches.push((first, last, change));
            return Some(());
        }
        for &file_paragraph in self.positions.file_paragraphs(paragraph) {
            let edits = self.edits.paragraphs.entry(file_paragraph).or_default();
            edits.whole = Some(change);
            edits.mark = Some(change);
        }
        Some(())
    }

    /// The range of a move around a paragraph that came; both ends have one name.
    fn put_range(&mut self, row: &RedlineRow<'_>) {
        let file_paragraph = self.positions.file_paragraphs(row.after[0])[0];
        let id = self.ids.next();
        let (start, end) = self.range(file_paragraph.0, "moveTo", id, row.link);
        self.edits.of(file_paragraph).around = (start, end);
    }

    /// The marks of one end of a move.
    pub(super) fn range(&self, part: usize, name: &str, id: u32, link: usize) -> (String, String) {
        let XmlWriter { part, attributes } = self.writer(part);
        let prefix = &part.prefix;
        let attributes = dated(attributes, prefix);
        (
            format!(
                "<{prefix}{name}RangeStart {prefix}id=\"{id}\" {prefix}name=\"move{link}\" {attributes}/>"
            ),
            format!("<{prefix}{name}RangeEnd {prefix}id=\"{id}\"/>"),
        )
    }

    /// The end of a paragraph inside a row.
    fn push_break(&mut self, mark: Mark, whole: Change, cursor: &mut Cursor<'_>) -> Option<()> {
        let paragraph = cursor.paragraph();
        if mark == Mark::Deleted {
            // All of the row came from elsewhere: an end that went, went there.
            if whole != Change::None {
                return Some(());
            }
            let position = self.positions.at(cursor.byte, paragraph)?;
            let file_paragraph = self.positions.file_paragraph(position.source())?;
            self.edits
                .of(file_paragraph)
                .points
                .push((position, Point::Break));
            return Some(());
        }
        cursor.nth += 1;
        // Paragraphs of the text are parted by a line feed.
        cursor.byte += 1;
        if mark == Mark::Inserted && whole == Change::None {
            let file_paragraph = *self.positions.file_paragraphs(paragraph).last()?;
            let next = self.positions.file_paragraphs(cursor.paragraph()).first()?;
            if file_paragraph == *next {
                // Line breaks part the two.
                let from = self.positions.ends(paragraph)?.1;
                let to = self.positions.ends(cursor.paragraph())?.0;
                self.edits
                    .of(file_paragraph)
                    .stretches
                    .push((from, to, Change::Inserted));
            } else {
                let next = *next;
                self.mark_ends(file_paragraph, next)?;
                // What the reader leaves out at both ends came with the end.
                let end = self.positions.ends(paragraph)?.1;
                let start = self.positions.ends(cursor.paragraph())?.0;
                self.edits
                    .of(file_paragraph)
                    .blanks
                    .push((end, FilePosition(u64::MAX)));
                self.edits.of(next).blanks.push((FilePosition(0), start));
            }
        }
        Some(())
    }

    /// The ends of all paragraphs from one to another came; `None` where they do not
    /// follow one another.
    fn mark_ends(&mut self, from: FileParagraphId, to: FileParagraphId) -> Option<()> {
        let container = self.positions.part(from).paragraphs[from.1].container;
        for at in from.1..to.1 {
            let paragraph = &self.positions.part(from).paragraphs[at];
            if paragraph.container == container && !paragraph.is_foreign {
                self.edits.of((from.0, at)).mark = Some(Change::Inserted);
            }
        }
        let end = &self.positions.part(to).paragraphs[to.1];
        (from.0 == to.0 && end.container == container).then_some(())
    }

    /// Says what becomes of words, and returns the change that they are under.
    fn push_words(
        &mut self,
        words: &Words<'a>,
        whole: Change,
        cursor: &mut Cursor<'_>,
    ) -> Option<Change> {
        let paragraph = cursor.paragraph();
        let from = self.positions.at(cursor.byte, paragraph)?;
        let is_new = words.mark == Mark::Inserted || words.is_respelled();
        let is_gone = words.mark == Mark::Deleted || words.is_respelled();
        let is_edited = matches!(whole, Change::None | Change::MovedTo);
        // Words that went from a paragraph that moved went where it was.
        let is_here = whole == Change::None;
        if is_gone && is_here {
            self.put_deleted(words.before, from)?;
        }
        if words.mark == Mark::Deleted {
            return Some(if is_here { Change::Deleted } else { whole });
        }
        cursor.byte += u32::try_from(words.after.len()).ok()?;
        if is_new && is_edited {
            let to = self.positions.at(cursor.byte, paragraph)?;
            for &file_paragraph in self.positions.file_paragraphs(paragraph) {
                let edits = self.edits.paragraphs.entry(file_paragraph).or_default();
                edits.stretches.push((from, to, Change::Inserted));
            }
            return Some(Change::Inserted);
        }
        Some(whole)
    }

    /// Puts words in that are gone.
    fn put_deleted(&mut self, words: &str, position: FilePosition) -> Option<()> {
        let file_paragraph = self.positions.file_paragraph(position.source())?;
        let look = self.look(file_paragraph, Some(position));
        let (writer, ids) = self.writer_and_ids(file_paragraph.0);
        let run = writer.run(Change::Deleted, words, &look);
        let xml = writer.tracked(Change::Deleted, &run, ids);
        self.edits
            .of(file_paragraph)
            .points
            .push((position, Point::Xml(xml)));
        Some(())
    }

    /// How text looks at a position of a paragraph, else at its first words that stand on
    /// the line.
    pub(super) fn look(
        &self,
        file_paragraph: FileParagraphId,
        position: Option<FilePosition>,
    ) -> String {
        let part = self.positions.part(file_paragraph);
        let here = position.and_then(|position| part.piece_at(position.source()));
        // The run at the place itself first: words put in look like those they follow.
        let here = here.map(|piece| part.pieces[piece].run);
        let has_words = |run: &usize| {
            let run = &part.runs[*run];
            let pieces = run.pieces.iter().map(|piece| &part.pieces[*piece]);
            let is_text = |kind: &PieceKind| matches!(kind, PieceKind::Text(_));
            !run.is_raised && !run.is_formula && pieces.clone().any(|piece| is_text(&piece.kind))
        };
        let others = part.paragraphs[file_paragraph.1].runs.iter().copied();
        let run = here.into_iter().chain(others).find(has_words);
        let look = run.and_then(|run| part.runs[run].look);
        look.map_or_else(String::new, |look| {
            self.writer(file_paragraph.0)
                .slice(look.start..look.end)
                .to_owned()
        })
    }
}
