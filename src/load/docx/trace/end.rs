//! Notes where an element ended.

use super::{Kind, Open, Tracer};
use crate::model::{Element, ParagraphProperties};

impl Tracer<'_, '_> {
    /// Notes an element that is at its end.
    pub(super) fn note_end(&mut self, open: &Open) {
        let element = self.element(open);
        match open.kind {
            Kind::Container(..) => self.note = self.note.take().filter(|_| self.is_inside_note()),
            Kind::Paragraph(at) => self.part.paragraphs[at].element = element,
            Kind::ParagraphProperties | Kind::MarkProperties | Kind::Section => {
                self.note_paragraph_properties(open.kind, element);
            }
            Kind::Run(at) => self.part.runs[at].element = element,
            Kind::RunProperties => {
                if let Kind::Run(run) = self.top() {
                    self.part.runs[run].look = Some(element);
                }
            }
            Kind::Piece(at) => self.part.pieces[at].element = element,
            Kind::Formula(run) => {
                self.part.runs[run].element = element;
                for &piece in &self.part.runs[run].pieces {
                    self.part.pieces[piece].element = element;
                }
            }
            Kind::Wrapper(at) => self.part.wrappers[at].element = element,
            Kind::Table(at) => self.part.tables[at].element = element,
            Kind::Row(at) => self.part.rows[at].element = element,
            Kind::RowProperties | Kind::RowExceptions | Kind::CellProperties => {
                self.note_row_properties(open.kind, element);
            }
            Kind::Other => {}
        }
    }

    fn is_inside_note(&self) -> bool {
        self.open
            .iter()
            .any(|open| matches!(open.kind, Kind::Container(..)))
    }

    fn note_paragraph_properties(&mut self, kind: Kind, element: Element) {
        let paragraph = self.innermost(|kind| match kind {
            Kind::Paragraph(at) => Some(at),
            _ => None,
        });
        let Some(paragraph) = paragraph else { return };
        let properties = self.part.paragraphs[paragraph]
            .properties
            .get_or_insert_with(|| ParagraphProperties {
                // Beyond all places, until one is known.
                mark_place: usize::MAX,
                ..ParagraphProperties::default()
            });
        match kind {
            Kind::MarkProperties => properties.mark = Some(element),
            // The properties of the mark stand before `sectPr` and `pPrChange`, and behind all
            // others (ECMA-376 §17.3.1).
            Kind::Section => {
                properties.mark_place = properties.mark_place.min(element.start);
                properties.section = Some(element);
            }
            _ => {
                properties.mark_place = properties.mark_place.min(element.close);
                properties.element = element;
            }
        }
    }

    fn note_row_properties(&mut self, kind: Kind, element: Element) {
        let row = self.innermost(|kind| match kind {
            Kind::Row(at) => Some(at),
            _ => None,
        });
        let Some(row) = row.map(|at| &mut self.part.rows[at]) else {
            return;
        };
        match kind {
            Kind::RowProperties => row.properties = Some(element),
            // `trPr` stands behind `tblPrEx` (ECMA-376 §17.4).
            Kind::RowExceptions => row.properties_place = element.end,
            _ => {
                if let Some(cell) = row.cells.last_mut() {
                    *cell = Some(element);
                }
            }
        }
    }
}
