//! Puts comments on what changed.

use std::collections::BTreeMap;

use super::deleted::DeletedContent;
use super::edits::Point;
use super::plan::Planner;
use super::position::{FileParagraphId, FilePosition};
use super::words::Cursor;
use super::xml_writer::XmlWriter;
use crate::render::docx::change::Change;
use crate::report::{NoteReference, OriginalFile, PieceKind, Words};

impl Planner<'_, '_> {
    /// Puts what changed, in sentences, as a comment before the first word.
    pub(super) fn push_brief(&mut self) -> Option<()> {
        if self.redline.brief.is_empty() {
            return Some(());
        }
        let id = self.ids.next();
        self.comments.push((id, self.redline.brief.clone()));
        // Both ends at one place: it is about the whole text.
        let (first, _) = self.positions.ends(0)?;
        let file_paragraph = self.positions.file_paragraphs(0)[0];
        self.put_comment(DeletedContent::Start(id), file_paragraph, first);
        self.put_comment(DeletedContent::End(id, Change::None), file_paragraph, first);
        Some(())
    }

    /// The id of the comment on words, where none was put to them before.
    pub(super) fn comment(&mut self, words: &Words<'_>) -> Option<u32> {
        let note = words.note.filter(|note| !self.reported[*note])?;
        let text = self.redline.notes[note].clone()?;
        self.reported[note] = true;
        let id = self.ids.next();
        self.comments.push((id, text));
        Some(id)
    }

    pub(super) fn put_comment_at(
        &mut self,
        content: DeletedContent<'_>,
        cursor: &Cursor<'_>,
    ) -> Option<()> {
        let position = self.positions.at(cursor.byte, cursor.paragraph())?;
        let file_paragraph = self.positions.file_paragraph(position.source())?;
        self.put_comment(content, file_paragraph, position);
        Some(())
    }

    /// Puts one end of a comment at a position, or as near as comments may stand: outside
    /// of a box, and at the reference to a note.
    pub(super) fn put_comment(
        &mut self,
        content: DeletedContent<'_>,
        file_paragraph: FileParagraphId,
        position: FilePosition,
    ) {
        let (mut file_paragraph, mut position) = (file_paragraph, position);
        // A box may stand in a box.
        while let Some(host) = self.positions.part(file_paragraph).paragraphs[file_paragraph.1].host
        {
            (file_paragraph, position) = ((file_paragraph.0, host), FilePosition(0));
        }
        let mut content = content;
        if file_paragraph.0 > 0 {
            let note = self.positions.part(file_paragraph).paragraphs[file_paragraph.1]
                .note
                .as_ref();
            // A note that nothing refers to is not shown, so nobody would find its comment.
            let Some((reference, piece)) = note.and_then(|note| self.reference(note)) else {
                return;
            };
            let first = self.kept.original.parts[0].pieces[piece].first;
            (file_paragraph, position) = (
                reference,
                FilePosition(FilePosition::before(first).0.saturating_sub(1)),
            );
            // The sign stands in the main text, whose words are not under the change of the note.
            if let DeletedContent::End(id, _) = content {
                content = DeletedContent::End(id, Change::None);
            }
        }
        let xml = self.comment_mark(file_paragraph.0, &content);
        self.edits
            .of(file_paragraph)
            .points
            .push((position, Point::Xml(xml)));
    }

    /// One end of a comment; its sign goes with the words it stands at.
    pub(super) fn comment_mark(&mut self, part: usize, content: &DeletedContent<'_>) -> String {
        let has_styles = self.kept.original.has_comment_styles;
        let writer = XmlWriter {
            part: &self.kept.original.parts[part],
            attributes: &self.attributes[part],
        };
        let prefix = &writer.part.prefix;
        match content {
            DeletedContent::Text(_) | DeletedContent::Gone(_) => String::new(),
            DeletedContent::Start(id) => {
                format!("<{prefix}commentRangeStart {prefix}id=\"{id}\"/>")
            }
            DeletedContent::End(id, change) => {
                // The file may have no such style, and none is added to it.
                let style = if has_styles {
                    format!(
                        "<{prefix}rPr><{prefix}rStyle {prefix}val=\"CommentReference\"/></{prefix}rPr>"
                    )
                } else {
                    String::new()
                };
                let sign = format!(
                    "<{prefix}r>{style}<{prefix}commentReference {prefix}id=\"{id}\"/></{prefix}r>"
                );
                let sign = writer.tracked(*change, &sign, &mut self.ids);
                format!("<{prefix}commentRangeEnd {prefix}id=\"{id}\"/>{sign}")
            }
        }
    }

    /// Where the main part refers to a note.
    pub(super) fn reference(&self, note: &NoteReference) -> Option<(FileParagraphId, usize)> {
        self.references.get(note).copied()
    }
}

/// Where the main part refers to each note first.
pub(super) fn references(
    kept: OriginalFile<'_>,
) -> BTreeMap<NoteReference, (FileParagraphId, usize)> {
    let mut references = BTreeMap::new();
    let Some(main) = kept.original.parts.first() else {
        return references;
    };
    for (at, piece) in main.pieces.iter().enumerate() {
        if let PieceKind::Note(note) = &piece.kind {
            let file_paragraph = (0, main.runs[piece.run].paragraph);
            references
                .entry(note.clone())
                .or_insert((file_paragraph, at));
        }
    }
    references
}
