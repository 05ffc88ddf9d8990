//! What becomes of rows, notes and boxes when all their paragraphs are known.

use std::collections::{BTreeMap, BTreeSet};

use super::plan::Planner;
use super::position::FileParagraphId;
use crate::render::docx::change::Change;
use crate::report::{NoteReference, PieceKind};

impl Planner<'_, '_> {
    /// Marks rows of tables all of whose paragraphs are new, and nothing else.
    pub(super) fn mark_rows(&mut self) {
        let (mut new, mut kept) = (BTreeSet::new(), BTreeSet::new());
        for file_paragraph in self.all_file_paragraphs() {
            let paragraph = &self.positions.part(file_paragraph).paragraphs[file_paragraph.1];
            let edits = self.edits.paragraphs.get(&file_paragraph);
            if edits.and_then(|edits| edits.whole).is_none() {
                kept.insert((file_paragraph.0, paragraph.element.start));
            } else if let Some(row) = paragraph.row {
                new.insert((file_paragraph.0, row));
            }
        }
        // What is put back in a row was there before, so the row was too.
        kept.extend(self.edits.blocks.iter().map(|(part, at, _)| (*part, *at)));
        for (part, row) in new {
            let element = self.kept.original.parts[part].rows[row].element;
            // What is put in at its start stands in front of it.
            let mut inside = kept.range((part, element.start + 1)..(part, element.end));
            if inside.next().is_none() {
                self.edits.rows.insert((part, row), Change::Inserted);
            }
        }
    }

    /// A box stays where words of it were there before, or are put back in, whatever
    /// becomes of the paragraph that it is anchored in.
    pub(super) fn keep_boxes(&mut self) {
        let mut starts: BTreeSet<(usize, usize)> = BTreeSet::new();
        for file_paragraph in self.all_file_paragraphs() {
            let edits = self.edits.paragraphs.get(&file_paragraph);
            if edits.and_then(|edits| edits.whole).is_none() {
                starts.insert((
                    file_paragraph.0,
                    self.positions.part(file_paragraph).paragraphs[file_paragraph.1]
                        .element
                        .start,
                ));
            }
        }
        // What is put back into a box was in it before.
        starts.extend(self.edits.blocks.iter().map(|(part, at, _)| (*part, *at)));
        for (file_paragraph, edits) in &mut self.edits.paragraphs {
            let part = &self.kept.original.parts[file_paragraph.0];
            let runs = part.paragraphs[file_paragraph.1].runs.iter();
            for &piece in runs.flat_map(|run| &part.runs[*run].pieces) {
                let known = &part.pieces[piece];
                let (start, end) = (known.element.start, known.element.end);
                let is_box = known.kind == PieceKind::Other;
                if is_box
                    && starts
                        .range((file_paragraph.0, start)..(file_paragraph.0, end))
                        .next()
                        .is_some()
                {
                    edits.stays.insert(piece);
                }
            }
        }
    }

    /// The paragraphs of the file that the text stands in.
    pub(super) fn all_file_paragraphs(&self) -> Vec<FileParagraphId> {
        let count = u32::try_from(self.kept.after.paragraphs.len()).unwrap_or(u32::MAX);
        let file_paragraphs = |paragraph| self.positions.file_paragraphs(paragraph).to_vec();
        (0..count).flat_map(file_paragraphs).collect()
    }

    /// Marks the references to notes all of whose paragraphs are new, and that nothing
    /// else was put into; the others stay. The end of a
    /// paragraph that none follows cannot be taken back.
    pub(super) fn mark_notes(&mut self) {
        for (file_paragraph, edits) in &mut self.edits.paragraphs {
            let paragraph =
                &self.kept.original.parts[file_paragraph.0].paragraphs[file_paragraph.1];
            // Rejected, it would leave a text, a note or a box without a last paragraph.
            if !paragraph.is_followed && paragraph.row.is_none() && edits.whole.is_some() {
                edits.mark = None;
            }
        }
        let mut notes: BTreeMap<NoteReference, bool> = BTreeMap::new();
        for file_paragraph in self.all_file_paragraphs() {
            if let Some(note) =
                &self.positions.part(file_paragraph).paragraphs[file_paragraph.1].note
            {
                let edits = self.edits.paragraphs.get(&file_paragraph);
                let is_new = edits.and_then(|edits| edits.whole).is_some()
                    && !self.is_shared(file_paragraph);
                *notes.entry(note.clone()).or_insert(true) &= is_new;
            }
        }
        for (note, is_new) in notes {
            if let Some((file_paragraph, piece)) = self.reference(&note) {
                let edits = self.edits.of(file_paragraph);
                if is_new {
                    edits.pieces.insert(piece);
                } else {
                    edits.stays.insert(piece);
                }
            }
        }
    }

    /// Whether something that is gone was put in beside a paragraph.
    fn is_shared(&self, file_paragraph: FileParagraphId) -> bool {
        let element = self.positions.part(file_paragraph).paragraphs[file_paragraph.1].element;
        let mut blocks = self.edits.blocks.iter();
        blocks.any(|(part, at, _)| {
            *part == file_paragraph.0 && (element.start..=element.end).contains(at)
        })
    }
}
