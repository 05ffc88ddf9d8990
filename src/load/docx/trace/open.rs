//! Notes what an element is when it starts.

use super::{Kind, MAX_PIECES, Tracer};
use crate::load::flow::Origin;
use crate::load::xml::Tag;
use crate::model::{
    Element, FileParagraph, FileRow, FileRun, FileTable, NoteReference, PieceKind, RunPiece,
    Wrapper,
};
use std::ops::Range;

impl Tracer<'_, '_> {
    fn open_container(&mut self) -> Kind {
        self.containers += 1;
        Kind::Container(self.containers, None)
    }

    fn open_paragraph(&mut self) -> Kind {
        let at = self.part.paragraphs.len();
        let container = self
            .open
            .iter_mut()
            .rev()
            .find_map(|open| match &mut open.kind {
                Kind::Container(number, last) => Some((*number, last.replace(at))),
                _ => None,
            });
        let (container, last) = container.unwrap_or_default();
        if let Some(last) = last {
            self.part.paragraphs[last].is_followed = true;
        }
        let depth = self
            .open
            .iter()
            .filter(|open| matches!(open.kind, Kind::Container(..)));
        self.part.paragraphs.push(FileParagraph {
            container,
            depth: depth.count(),
            row: self
                .innermost(|kind| match kind {
                    Kind::Row(row) => Some(Some(row)),
                    // A text box that is anchored in a cell is no part of its row.
                    Kind::Container(..) if self.is_box(kind) => Some(None),
                    _ => None,
                })
                .flatten(),
            host: self.innermost(|kind| match kind {
                Kind::Paragraph(host) => Some(host),
                _ => None,
            }),
            note: self.note.clone(),
            is_foreign: self.is_foreign(),
            ..FileParagraph::default()
        });
        Kind::Paragraph(at)
    }

    /// Whether a container stands inside a paragraph.
    fn is_box(&self, container: Kind) -> bool {
        let at = self.open.iter().rposition(|open| open.kind == container);
        let outer = self.open[..at.unwrap_or(0)].iter().rev();
        let mut outer = outer.map(|open| open.kind);
        outer
            .find(|kind| matches!(kind, Kind::Container(..) | Kind::Paragraph(_)))
            .is_some_and(|kind| matches!(kind, Kind::Paragraph(_)))
    }

    /// A run of the innermost paragraph; none outside of one.
    fn open_run(&mut self, is_formula: bool) -> Option<usize> {
        let paragraph = self.innermost(|kind| match kind {
            Kind::Paragraph(at) => Some(Some(at)),
            Kind::Container(..) => Some(None),
            _ => None,
        })??;
        let at = self.part.runs.len();
        self.part.paragraphs[paragraph].is_foreign |= !is_formula && self.is_foreign();
        self.part.paragraphs[paragraph].runs.push(at);
        let wrapper = match self.top() {
            Kind::Wrapper(at) => Some(at),
            _ => None,
        };
        self.part.runs.push(FileRun {
            paragraph,
            wrapper,
            is_formula,
            ..FileRun::default()
        });
        Some(at)
    }

    fn open_piece(&mut self, run: usize, tag: &Tag<'_>) -> Kind {
        let (kind, count) = match tag.name() {
            "t" | "delText" => {
                let end = self.part.words.len();
                (PieceKind::Text(end..end), 0)
            }
            // One element of the file, which may be several characters of the text or none.
            "tab" | "ptab" | "br" | "cr" | "noBreakHyphen" | "sym" => (PieceKind::Sign, 1),
            "fldChar" => {
                let mark = tag.attribute("fldCharType").unwrap_or_default();
                (self.field(run, &mark), 0)
            }
            "instrText" => (self.field(run, ""), 0),
            "footnoteReference" => (note_reference("footnotes", tag), 0),
            "endnoteReference" => (note_reference("endnotes", tag), 0),
            _ => (PieceKind::Other, 0),
        };
        let first = self.next;
        if count > 0 {
            self.reader.set_origin(Origin::Whole(first));
            self.take_source();
        }
        self.push_piece(run, kind, first..first + count)
    }

    pub(super) fn push_piece(&mut self, run: usize, kind: PieceKind, sources: Range<u32>) -> Kind {
        if self.part.pieces.len() >= MAX_PIECES {
            return Kind::Other;
        }
        let at = self.part.pieces.len();
        self.part.runs[run].pieces.push(at);
        self.part.pieces.push(RunPiece {
            kind,
            element: Element::default(),
            run,
            first: sources.start,
            count: sources.end - sources.start,
        });
        Kind::Piece(at)
    }

    /// The field that a mark of this type belongs to.
    fn field(&mut self, run: usize, mark: &str) -> PieceKind {
        let paragraph = self.part.runs[run].paragraph;
        let (open, count) = &mut self.fields;
        if mark == "begin" {
            *count += 1;
            open.push((*count, paragraph));
        }
        let (innermost, home) = open.last().copied().unwrap_or((0, usize::MAX));
        if home != paragraph {
            self.part.crossing.insert(innermost);
        }
        if mark == "end" {
            open.pop();
        }
        PieceKind::Field(innermost)
    }

    pub(super) fn kind(&mut self, tag: &Tag<'_>) -> Kind {
        match (tag.name(), self.top()) {
            ("pPr", Kind::Paragraph(_)) => Kind::ParagraphProperties,
            ("rPr", Kind::ParagraphProperties) => Kind::MarkProperties,
            ("sectPr" | "pPrChange", Kind::ParagraphProperties) => Kind::Section,
            ("rPr", Kind::Run(_)) => Kind::RunProperties,
            ("trPr", Kind::Row(_)) => Kind::RowProperties,
            ("tblPrEx", Kind::Row(_)) => Kind::RowExceptions,
            ("tcPr", Kind::Container(..)) => Kind::CellProperties,
            ("oMath", _) => self.open_formula(),
            (_, Kind::Run(run)) => self.open_piece(run, tag),
            ("body" | "tc" | "txbxContent", _) => self.open_container(),
            ("footnote" | "endnote", _) => {
                self.note = self.notes.map(|kind| NoteReference {
                    kind,
                    id: tag.attribute("id").unwrap_or_default().into_owned(),
                });
                self.open_container()
            }
            ("p", _) => self.open_paragraph(),
            ("r", _) => self.open_run(false).map_or(Kind::Other, Kind::Run),
            ("tbl", _) => self.open_table(),
            ("tr", _) => self.open_row(),
            (name, Kind::Paragraph(_) | Kind::Wrapper(_)) => {
                let outer = match self.top() {
                    Kind::Wrapper(at) => Some(at),
                    _ => None,
                };
                self.part.wrappers.push(Wrapper {
                    element: Element::default(),
                    outer,
                    is_divisible: matches!(name, "hyperlink" | "smartTag"),
                });
                Kind::Wrapper(self.part.wrappers.len() - 1)
            }
            _ => Kind::Other,
        }
    }

    fn open_formula(&mut self) -> Kind {
        match self.open_run(true) {
            Some(run) => Kind::Formula(run),
            None => Kind::Other,
        }
    }

    fn open_table(&mut self) -> Kind {
        let container = self
            .open
            .iter_mut()
            .rev()
            .find_map(|open| match &mut open.kind {
                Kind::Container(number, last) => {
                    *last = None;
                    Some(*number)
                }
                _ => None,
            });
        self.part.tables.push(FileTable {
            container: container.unwrap_or_default(),
            ..FileTable::default()
        });
        Kind::Table(self.part.tables.len() - 1)
    }

    fn open_row(&mut self) -> Kind {
        self.part.rows.push(FileRow {
            properties_place: self.place.end,
            table: self.innermost(|kind| match kind {
                Kind::Table(table) => Some(table),
                _ => None,
            }),
            ..FileRow::default()
        });
        Kind::Row(self.part.rows.len() - 1)
    }
}

fn note_reference(kind: &'static str, tag: &Tag<'_>) -> PieceKind {
    PieceKind::Note(NoteReference {
        kind,
        id: tag.attribute("id").unwrap_or_default().into_owned(),
    })
}
