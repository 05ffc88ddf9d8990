//! Notes where in a part the words stand that the reader reads.
//!
//! Stands between the walk and the reader: each event is passed on as it comes, and
//! before it the reader is told its place. So both see the same words in one walk.

mod end;
mod open;

use std::ops::Range;

use super::text::Reader;
use crate::load::flow::Origin;
use crate::load::xml::{Step, Tag, Visitor};
use crate::model::{Element, NoteReference, Original, PieceKind, TextPart};

/// Most pieces of runs that are noted. A document of 1,000 pages has 100,000.
const MAX_PIECES: usize = 1 << 20;

/// Reads a part and notes its places.
pub(super) struct Tracer<'t, 's> {
    reader: &'t mut Reader<'s>,
    part: TextPart,
    /// `footnotes` or `endnotes` for a part with notes.
    notes: Option<&'static str>,
    note: Option<NoteReference>,
    open: Vec<Open>,
    /// How many elements were open when the reader left one out.
    over: Option<usize>,
    /// Where the event stands that comes next.
    place: Range<usize>,
    /// The next source.
    next: u32,
    containers: usize,
    /// Fields that are open, each with its paragraph, and how many there were.
    fields: (Vec<(usize, usize)>, usize),
}

/// An element that is open.
struct Open {
    kind: Kind,
    start: usize,
    inner: usize,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// What holds paragraphs: its number, and the last of them if nothing follows it.
    Container(usize, Option<usize>),
    Paragraph(usize),
    ParagraphProperties,
    MarkProperties,
    Section,
    Run(usize),
    RunProperties,
    Piece(usize),
    Formula(usize),
    Wrapper(usize),
    Table(usize),
    Row(usize),
    RowProperties,
    RowExceptions,
    CellProperties,
    Other,
}

impl<'t, 's> Tracer<'t, 's> {
    /// Traces the part `name`, whose first source is `next`.
    pub(super) fn new(
        reader: &'t mut Reader<'s>,
        (name, xml): (&str, String),
        notes: Option<&'static str>,
        next: u32,
    ) -> Self {
        reader.set_origin(Origin::Whole(Original::NOWHERE));
        let part = TextPart {
            name: name.to_owned(),
            xml,
            sources: next..next,
            ..TextPart::default()
        };
        Self {
            reader,
            part,
            notes,
            note: None,
            open: Vec::new(),
            over: None,
            place: 0..0,
            next,
            containers: 0,
            fields: (Vec::new(), 0),
        }
    }

    /// The part with its places; `None` where it has too many of them to edit.
    pub(super) fn finish(mut self) -> Option<TextPart> {
        self.part.sources.end = self.next;
        let open = self.fields.0.iter().map(|(field, _)| *field);
        // A field without an end may reach over any of the paragraphs behind it.
        self.part.crossing.extend(open);
        (self.part.pieces.len() < MAX_PIECES).then_some(self.part)
    }

    fn element(&self, open: &Open) -> Element {
        Element {
            start: open.start,
            inner: open.inner,
            close: self.place.start,
            end: self.place.end,
        }
    }

    /// The name of the element at the place, with its prefix.
    pub(super) fn prefix(&self) -> &str {
        let tag = self.part.xml.get(self.place.clone()).unwrap_or_default();
        let name = tag.trim_start_matches('<');
        let end = name.find([' ', '\t', '\r', '\n', '/', '>']);
        let name = &name[..end.unwrap_or(name.len())];
        name.find(':').map_or("", |colon| &name[..=colon])
    }

    fn is_foreign(&self) -> bool {
        self.prefix() != self.part.prefix
    }

    fn top(&self) -> Kind {
        self.open.last().map_or(Kind::Other, |open| open.kind)
    }

    fn innermost<T>(&self, find: impl Fn(Kind) -> Option<T>) -> Option<T> {
        self.open.iter().rev().find_map(|open| find(open.kind))
    }

    /// The sign of a run at the place, which has the next source.
    fn take_source(&mut self) -> u32 {
        let source = self.next;
        // The largest number stands for nowhere and is given to no source.
        self.next = self.next.saturating_add(1).min(Original::NOWHERE - 1);
        source
    }
}

impl Visitor for Tracer<'_, '_> {
    fn at(&mut self, place: Range<usize>) {
        self.place = place;
    }

    fn open(&mut self, tag: &Tag<'_>) -> Step {
        if self.open.is_empty() {
            self.part.prefix = self.prefix().to_owned();
        }
        let is_inside = self.over.is_some() || matches!(self.top(), Kind::Formula(_));
        // What the reader writes of its own accord stands nowhere in the file.
        self.reader.set_origin(Origin::Whole(Original::NOWHERE));
        let kind = match self.top() {
            // What a formula holds is read as one sign.
            Kind::Formula(run) => Kind::Formula(run),
            // What the reader leaves out has no words.
            _ if self.over.is_some() => Kind::Other,
            _ => self.kind(tag),
        };
        if !is_inside && tag.name() == "tc" {
            self.open_cell();
        }
        self.open.push(Open {
            kind,
            start: self.place.start,
            inner: self.place.end,
        });
        if self.over.is_none() && self.reader.open(tag) == Step::Skip {
            self.over = Some(self.open.len());
        }
        Step::Into
    }

    fn close(&mut self, name: &str) {
        let Some(open) = self.open.pop() else { return };
        if self.over.is_none() {
            self.close_read(&open, name);
        } else if self.over == Some(self.open.len() + 1) {
            self.over = None;
        }
        // All elements of a formula bear its kind: it ends with the outermost.
        if open.kind != self.top() || !matches!(open.kind, Kind::Formula(_)) {
            self.note_end(&open);
        }
    }

    fn text(&mut self, text: &str) {
        if self.over.is_some() {
            return;
        }
        let origin = match self.top() {
            Kind::Piece(at) => self.text_of(at, text),
            _ => Origin::Whole(Original::NOWHERE),
        };
        self.reader.set_origin(origin);
        self.reader.text(text);
    }
}

impl Tracer<'_, '_> {
    fn open_cell(&mut self) {
        if let Kind::Row(row) = self.top() {
            self.part.rows[row].cells.push(None);
        }
    }

    /// Has the reader close an element; a formula is written when it ends.
    fn close_read(&mut self, open: &Open, name: &str) {
        if let Kind::Formula(run) = open.kind
            && self.top() != open.kind
        {
            let source = self.take_source();
            self.push_piece(run, PieceKind::Sign, source..source + 1);
            self.reader.set_origin(Origin::Whole(source));
        }
        self.reader.close(name);
    }

    /// Counts the characters of a text.
    fn text_of(&mut self, at: usize, text: &str) -> Origin {
        let is_raised = self.reader.is_raised();
        let first = self.next;
        let piece = &mut self.part.pieces[at];
        self.part.runs[piece.run].is_raised |= is_raised;
        // Codes of a symbol font read as other characters: their places cannot be told by counting.
        if text.contains(is_private) && matches!(piece.kind, PieceKind::Text(_)) {
            piece.kind = PieceKind::Codes;
        }
        let (count, origin) = match &mut piece.kind {
            PieceKind::Text(words) => {
                self.part.words.push_str(text);
                words.end = self.part.words.len();
                (text.chars().count(), Origin::Each(first))
            }
            PieceKind::Codes => (1, Origin::Whole(first)),
            _ => return Origin::Whole(Original::NOWHERE),
        };
        let count = u32::try_from(count).unwrap_or(u32::MAX);
        piece.count = piece.count.saturating_add(count);
        self.next = first.saturating_add(count).min(Original::NOWHERE - 1);
        origin
    }
}

/// Whether a symbol font has a code of its own here.
fn is_private(c: char) -> bool {
    ('\u{f020}'..='\u{f0ff}').contains(&c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn symbol_fonts_have_codes_in_the_private_area() {
        assert!(is_private('\u{f0b7}') && is_private('\u{f020}'));
        assert!(!is_private('•') && !is_private('\u{e000}'));
    }
}
