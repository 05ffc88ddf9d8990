//! Puts comments on what changed.

use std::collections::BTreeMap;

use super::edits::Point;
use super::gone::Bit;
use super::pen::Pen;
use super::places::{Home, Place};
use super::plan::Planner;
use super::words::Cursor;
use crate::render::docx::change::Change;
use crate::report::{Kept, NoteReference, PieceKind, Words};

impl Planner<'_, '_> {
    /// Puts what changed, in sentences, as a comment before the first word.
    pub(super) fn push_brief(&mut self) -> Option<()> {
        if self.redline.brief.is_empty() {
            return Some(());
        }
        let id = self.ids.next();
        self.comments.push((id, self.redline.brief.clone()));
        let (first, _) = self.places.ends(0)?;
        let home = self.places.homes(0)[0];
        self.put_comment(Bit::Start(id), home, first);
        self.put_comment(Bit::End(id, Change::None), home, first);
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

    pub(super) fn put_comment_at(&mut self, bit: Bit<'_>, cursor: &Cursor<'_>) -> Option<()> {
        let place = self.places.at(cursor.byte, cursor.paragraph())?;
        let home = self.places.home(place.source())?;
        self.put_comment(bit, home, place);
        Some(())
    }

    /// Puts one end of a comment at a place, or as near as comments may stand: outside
    /// of a box, and at the reference to a note.
    pub(super) fn put_comment(&mut self, bit: Bit<'_>, home: Home, place: Place) {
        let (mut home, mut place) = (home, place);
        while let Some(host) = self.places.part(home).paragraphs[home.1].host {
            (home, place) = ((home.0, host), Place(0));
        }
        let mut bit = bit;
        if home.0 > 0 {
            let note = self.places.part(home).paragraphs[home.1].note.as_ref();
            let Some((reference, piece)) = note.and_then(|note| self.reference(note)) else {
                return;
            };
            let first = self.kept.original.parts[0].pieces[piece].first;
            (home, place) = (reference, Place(Place::before(first).0.saturating_sub(1)));
            if let Bit::End(id, _) = bit {
                bit = Bit::End(id, Change::None);
            }
        }
        let xml = self.comment_mark(home.0, &bit);
        self.edits.of(home).points.push((place, Point::Xml(xml)));
    }

    /// One end of a comment; its sign goes with the words it stands at.
    pub(super) fn comment_mark(&mut self, part: usize, bit: &Bit<'_>) -> String {
        let has_styles = self.kept.original.has_comment_styles;
        let pen = Pen {
            part: &self.kept.original.parts[part],
            attributes: &self.attributes[part],
        };
        let prefix = &pen.part.prefix;
        match bit {
            Bit::Text(_) | Bit::Gone(_) => String::new(),
            Bit::Start(id) => format!("<{prefix}commentRangeStart {prefix}id=\"{id}\"/>"),
            Bit::End(id, change) => {
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
                let sign = pen.tracked(*change, &sign, &mut self.ids);
                format!("<{prefix}commentRangeEnd {prefix}id=\"{id}\"/>{sign}")
            }
        }
    }

    /// Where the main part refers to a note.
    pub(super) fn reference(&self, note: &NoteReference) -> Option<(Home, usize)> {
        self.references.get(note).copied()
    }
}

/// Where the main part refers to each note first.
pub(super) fn references(kept: Kept<'_>) -> BTreeMap<NoteReference, (Home, usize)> {
    let mut references = BTreeMap::new();
    let Some(main) = kept.original.parts.first() else {
        return references;
    };
    for (at, piece) in main.pieces.iter().enumerate() {
        if let PieceKind::Note(note) = &piece.kind {
            let home = (0, main.runs[piece.run].paragraph);
            references.entry(note.clone()).or_insert((home, at));
        }
    }
    references
}
