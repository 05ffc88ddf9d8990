//! Writes the edits of a paragraph as pieces of XML, each with its position.
//!
//! A run is cut only where an edit begins or ends; its properties are given to both
//! halves. All other bytes stay.

use std::ops::Range;

use super::edits::{Ids, ParagraphEdits, Point};
use super::position::FilePosition;
use super::run_slice::{RunSlice, RunSplitter};
use super::xml_writer::XmlWriter;
use crate::render::docx::change::Change;
use crate::render::docx::escape::escape_written;
use crate::render::put;
use crate::report::{Element, FileParagraph, ParagraphProperties};

/// XML that takes the place of some bytes of a part.
pub(super) type Splice = (Range<usize>, String);

/// Writes all edits of a paragraph; `None` where they cannot be written.
pub(super) fn write(
    writer: XmlWriter<'_>,
    paragraph: &FileParagraph,
    edits: &ParagraphEdits,
    ids: &mut Ids<'_>,
) -> Option<Vec<Splice>> {
    // It is of another vocabulary, as that of drawings, which has no tracked changes.
    if paragraph.is_foreign {
        return None;
    }
    // `<w:p/>` has no inside that anything could be put into.
    if paragraph.element.is_bare() {
        let mark = edits.mark.unwrap_or(Change::None);
        return Some(vec![bare(writer, paragraph.element, mark, ids)]);
    }
    let mut points = edits.points.clone();
    // Stable: points at one position stay in the order of the text.
    points.sort_by_key(|(position, _)| *position);
    let breaks = points
        .iter()
        .filter(|(_, point)| *point == Point::Break)
        .count();
    let mut paragraph_writer = ParagraphWriter {
        writer,
        paragraph,
        edits,
        points,
        at: 0,
        splices: Vec::new(),
        breaks,
        last_close: None,
    };
    paragraph_writer.write_mark(ids)?;
    paragraph_writer.write_runs(ids)?;
    Some(paragraph_writer.splices)
}

/// A paragraph of one tag, with what becomes of its end.
fn bare(writer: XmlWriter<'_>, element: Element, mark: Change, ids: &mut Ids<'_>) -> Splice {
    let properties = writer.properties(None, mark, ids);
    let tag = writer.slice(element.start..element.end);
    let tag = tag.trim_end_matches(['/', '>']);
    let xml = format!("{tag}>{properties}</{}p>", writer.part.prefix);
    (element.start..element.end, xml)
}

struct ParagraphWriter<'e, 'a> {
    writer: XmlWriter<'a>,
    paragraph: &'e FileParagraph,
    edits: &'e ParagraphEdits,
    points: Vec<(FilePosition, Point)>,
    /// The next point.
    at: usize,
    splices: Vec<Splice>,
    /// How many ends of paragraphs are put in, and not written yet.
    breaks: usize,
    /// The splice that closed a change last.
    last_close: Option<(usize, Change)>,
}

impl ParagraphWriter<'_, '_> {
    fn put(&mut self, at: usize, xml: String) {
        if !xml.is_empty() {
            self.last_close = None;
            self.splices.push((at..at, xml));
        }
    }

    /// What becomes of the end of the first paragraph, where ends are put in, else of
    /// the only one.
    fn write_mark(&mut self, ids: &mut Ids<'_>) -> Option<()> {
        let own = self.edits.mark.unwrap_or(Change::None);
        let mark = if self.breaks > 0 {
            Change::Deleted
        } else {
            own
        };
        let prefix = &self.writer.part.prefix;
        let properties = self.paragraph.properties;
        // The properties of a section stand in its last paragraph: divided, its first part would
        // end the section.
        if self.breaks > 0 && properties.is_some_and(|known| known.section.is_some()) {
            return None;
        }
        let change = self.writer.tag(mark, ids, "/>");
        // What opens a range stands behind the properties, which come first.
        let start = properties.map_or(self.paragraph.element.inner, |known| known.element.end);
        if mark != Change::None {
            match properties {
                None => self.put(
                    start,
                    format!("<{prefix}pPr><{prefix}rPr>{change}</{prefix}rPr></{prefix}pPr>"),
                ),
                Some(known) => self.put_mark(known, &change),
            }
        }
        self.put(start, self.edits.around.0.clone());
        self.put(self.paragraph.element.end, self.edits.around.1.clone());
        Some(())
    }

    fn put_mark(&mut self, known: ParagraphProperties, change: &str) {
        let prefix = &self.writer.part.prefix;
        let fill = |element: Element, name: &str, content: &str| {
            let xml = format!("<{prefix}{name}>{content}</{prefix}{name}>");
            (element.start..element.end, xml)
        };
        match known.mark {
            // An empty element is replaced, since it has no inside.
            Some(mark) if mark.is_bare() => self.splices.push(fill(mark, "rPr", change)),
            Some(mark) => self.put(mark.inner, change.to_owned()),
            None => {
                let looks = format!("<{prefix}rPr>{change}</{prefix}rPr>");
                if known.element.is_bare() {
                    self.splices.push(fill(known.element, "pPr", &looks));
                } else {
                    self.put(known.mark_place, looks);
                }
            }
        }
    }

    fn write_runs(&mut self, ids: &mut Ids<'_>) -> Option<()> {
        let splitter = RunSplitter {
            part: self.writer.part,
            paragraph: self.paragraph,
            edits: self.edits,
        };
        let slices = splitter.slices();
        let mut next = 0;
        while next < slices.len() {
            let run = slices[next].run;
            let past = next
                + slices[next..]
                    .iter()
                    .take_while(|slice| slice.run == run)
                    .count();
            self.write_run(&slices[next..past], ids)?;
            next = past;
        }
        // Without a run behind them, points stand at the end.
        let last = slices.last().map_or(self.paragraph.element.close, |slice| {
            self.writer.part.runs[slice.run].element.end
        });
        let rest = self.due(
            FilePosition(u64::MAX),
            slices.last().map(|slice| slice.run),
            ids,
        )?;
        self.put(last, rest);
        Some(())
    }

    /// The XML of all points up to a position, at the level of the runs of a paragraph.
    fn due(
        &mut self,
        position: FilePosition,
        run: Option<usize>,
        ids: &mut Ids<'_>,
    ) -> Option<String> {
        let mut xml = String::new();
        while let Some((at, point)) = self.points.get(self.at)
            && *at <= position
        {
            match point {
                Point::Xml(inner) => xml.push_str(inner),
                Point::Break => xml.push_str(&self.divide(run?, ids)?),
            }
            self.at += 1;
        }
        Some(xml)
    }

    /// Ends the paragraph and begins the next one, at a run.
    fn divide(&mut self, run: usize, ids: &mut Ids<'_>) -> Option<String> {
        let part = self.writer.part;
        let prefix = &part.prefix;
        self.breaks -= 1;
        // All ends but the last were in the text before and are gone; the last is the one that the
        // file has.
        let mark = if self.breaks > 0 {
            Change::Deleted
        } else {
            self.edits.mark.unwrap_or(Change::None)
        };
        let (mut closing, mut opening) = (String::new(), String::new());
        let mut around = part.runs[run].wrapper;
        while let Some(wrapper) = around.map(|at| &part.wrappers[at]) {
            // A link can be closed and opened again; what is one thing, as a content control,
            // cannot.
            if !wrapper.is_divisible {
                return None;
            }
            let tag = self
                .writer
                .slice(wrapper.element.start..wrapper.element.inner);
            let name = tag[1..].split([' ', '>', '\n', '\r', '\t', '/']).next()?;
            put(&mut closing, format_args!("</{name}>"));
            opening.insert_str(0, tag);
            around = wrapper.outer;
        }
        let properties = self
            .writer
            .properties(self.paragraph.properties.as_ref(), mark, ids);
        Some(format!(
            "{closing}</{prefix}p><{prefix}p>{properties}{opening}"
        ))
    }

    /// Writes the stretches of one run.
    fn write_run(&mut self, slices: &[RunSlice], ids: &mut Ids<'_>) -> Option<()> {
        let part = self.writer.part;
        let prefix = &part.prefix;
        let run = &part.runs[slices[0].run];
        let look = run
            .look
            .map_or("", |look| self.writer.slice(look.start..look.end));
        let points = self.due(slices[0].from, Some(slices[0].run), ids)?;
        self.put(run.element.start, points);
        self.open(run.element.start, slices[0].change, ids);
        // A text that is cut is written anew, from its first stretch to its last.
        let mut text = String::new();
        for (at, slice) in slices.iter().enumerate() {
            if let Some(last) = at.checked_sub(1).map(|last| &slices[last]) {
                let points = self.due(last.to.max(slice.from), Some(slice.run), ids)?;
                let is_cut = !points.is_empty() || last.change != slice.change;
                // Cut in two it would be two formulas.
                if is_cut && run.is_formula {
                    return None;
                }
                let between = if is_cut {
                    format!(
                        "</{prefix}r>{}{points}{}<{prefix}r>{look}",
                        self.writer.close(last.change),
                        self.writer.open(slice.change, ids)
                    )
                } else {
                    String::new()
                };
                // Within a text the cut goes between its halves; between two pieces it goes in
                // front of the second.
                if last.piece == slice.piece {
                    text.push_str(&between);
                } else {
                    self.put(part.pieces[slice.piece].element.start, between);
                }
            }
            if let Some(words) = &slice.words {
                put(
                    &mut text,
                    format_args!(
                        "<{prefix}t xml:space=\"preserve\">{}</{prefix}t>",
                        escape_written(&part.words[words.clone()])
                    ),
                );
                if slices
                    .get(at + 1)
                    .is_none_or(|next| next.piece != slice.piece)
                {
                    let element = part.pieces[slice.piece].element;
                    self.last_close = None;
                    let xml = std::mem::take(&mut text);
                    self.splices.push((element.start..element.end, xml));
                }
            }
        }
        let last = slices.last()?;
        self.close(run.element.end, last.change);
        let points = self.due(last.to, Some(last.run), ids)?;
        self.put(run.element.end, points);
        Some(())
    }

    /// Opens a change, or goes on in the one that was closed here.
    fn open(&mut self, at: usize, change: Change, ids: &mut Ids<'_>) {
        // Two runs of one change are one insertion: a reader accepts it once.
        if change != Change::None && self.last_close == Some((at, change)) {
            self.splices.pop();
            self.last_close = None;
        } else {
            let xml = self.writer.open(change, ids);
            self.put(at, xml);
        }
    }

    fn close(&mut self, at: usize, change: Change) {
        let xml = self.writer.close(change);
        self.put(at, xml);
        if change != Change::None {
            self.last_close = Some((at, change));
        }
    }
}
