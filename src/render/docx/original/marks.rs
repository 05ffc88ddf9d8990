//! Writes the edits of a paragraph as pieces of XML, each with its place.
//!
//! A run is cut only where an edit begins or ends; its properties are given to both
//! halves. All other bytes stay.

use std::ops::Range;

use super::edits::{Ids, ParagraphEdits, Point};
use super::pen::Pen;
use super::places::Place;
use super::slots::{Cutter, Slot};
use crate::render::docx::change::Change;
use crate::render::docx::escape::escape_written;
use crate::render::put;
use crate::report::{Element, FileParagraph, ParagraphProperties};

/// XML that takes the place of some bytes of a part.
pub(super) type Splice = (Range<usize>, String);

/// Writes all edits of a paragraph; `None` where they cannot be written.
pub(super) fn write(
    pen: Pen<'_>,
    paragraph: &FileParagraph,
    edits: &ParagraphEdits,
    ids: &mut Ids<'_>,
) -> Option<Vec<Splice>> {
    if paragraph.is_foreign {
        return None;
    }
    if paragraph.element.is_bare() {
        let mark = edits.mark.unwrap_or(Change::None);
        return Some(vec![bare(pen, paragraph.element, mark, ids)]);
    }
    let mut points = edits.points.clone();
    // Stable: points at one place stay in the order of the text.
    points.sort_by_key(|(place, _)| *place);
    let breaks = points
        .iter()
        .filter(|(_, point)| *point == Point::Break)
        .count();
    let mut scribe = Scribe {
        pen,
        paragraph,
        edits,
        points,
        at: 0,
        splices: Vec::new(),
        breaks,
        last_close: None,
    };
    scribe.write_mark(ids)?;
    scribe.write_runs(ids)?;
    Some(scribe.splices)
}

/// A paragraph of one tag, with what becomes of its end.
fn bare(pen: Pen<'_>, element: Element, mark: Change, ids: &mut Ids<'_>) -> Splice {
    let properties = pen.properties(None, mark, ids);
    let tag = pen.slice(element.start..element.end);
    let tag = tag.trim_end_matches(['/', '>']);
    let xml = format!("{tag}>{properties}</{}p>", pen.part.prefix);
    (element.start..element.end, xml)
}

struct Scribe<'e, 'a> {
    pen: Pen<'a>,
    paragraph: &'e FileParagraph,
    edits: &'e ParagraphEdits,
    points: Vec<(Place, Point)>,
    /// The next point.
    at: usize,
    splices: Vec<Splice>,
    /// How many ends of paragraphs are put in, and not written yet.
    breaks: usize,
    /// The splice that closed a change last.
    last_close: Option<(usize, Change)>,
}

impl Scribe<'_, '_> {
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
        let prefix = &self.pen.part.prefix;
        let properties = self.paragraph.properties;
        if self.breaks > 0 && properties.is_some_and(|known| known.section.is_some()) {
            return None;
        }
        let change = self.pen.tag(mark, ids, "/>");
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
        let prefix = &self.pen.part.prefix;
        let fill = |element: Element, name: &str, content: &str| {
            let xml = format!("<{prefix}{name}>{content}</{prefix}{name}>");
            (element.start..element.end, xml)
        };
        match known.mark {
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
        let cutter = Cutter {
            part: self.pen.part,
            paragraph: self.paragraph,
            edits: self.edits,
        };
        let slots = cutter.slots();
        let mut next = 0;
        while next < slots.len() {
            let run = slots[next].run;
            let past = next
                + slots[next..]
                    .iter()
                    .take_while(|slot| slot.run == run)
                    .count();
            self.write_run(&slots[next..past], ids)?;
            next = past;
        }
        // Without a run behind them, points stand at the end.
        let last = slots.last().map_or(self.paragraph.element.close, |slot| {
            self.pen.part.runs[slot.run].element.end
        });
        let rest = self.due(Place(u64::MAX), slots.last().map(|slot| slot.run), ids)?;
        self.put(last, rest);
        Some(())
    }

    /// The XML of all points up to a place, at the level of the runs of a paragraph.
    fn due(&mut self, place: Place, run: Option<usize>, ids: &mut Ids<'_>) -> Option<String> {
        let mut xml = String::new();
        while let Some((at, point)) = self.points.get(self.at)
            && *at <= place
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
        let part = self.pen.part;
        let prefix = &part.prefix;
        self.breaks -= 1;
        let mark = if self.breaks > 0 {
            Change::Deleted
        } else {
            self.edits.mark.unwrap_or(Change::None)
        };
        let (mut closing, mut opening) = (String::new(), String::new());
        let mut around = part.runs[run].wrapper;
        while let Some(wrapper) = around.map(|at| &part.wrappers[at]) {
            if !wrapper.is_divisible {
                return None;
            }
            let tag = self.pen.slice(wrapper.element.start..wrapper.element.inner);
            let name = tag[1..].split([' ', '>', '\n', '\r', '\t', '/']).next()?;
            put(&mut closing, format_args!("</{name}>"));
            opening.insert_str(0, tag);
            around = wrapper.outer;
        }
        let properties = self
            .pen
            .properties(self.paragraph.properties.as_ref(), mark, ids);
        Some(format!(
            "{closing}</{prefix}p><{prefix}p>{properties}{opening}"
        ))
    }

    /// Writes the stretches of one run.
    fn write_run(&mut self, slots: &[Slot], ids: &mut Ids<'_>) -> Option<()> {
        let part = self.pen.part;
        let prefix = &part.prefix;
        let run = &part.runs[slots[0].run];
        let look = run
            .look
            .map_or("", |look| self.pen.slice(look.start..look.end));
        let points = self.due(slots[0].from, Some(slots[0].run), ids)?;
        self.put(run.element.start, points);
        self.open(run.element.start, slots[0].change, ids);
        // A text that is cut is written anew, from its first stretch to its last.
        let mut text = String::new();
        for (at, slot) in slots.iter().enumerate() {
            if let Some(last) = at.checked_sub(1).map(|last| &slots[last]) {
                let points = self.due(last.to.max(slot.from), Some(slot.run), ids)?;
                let is_cut = !points.is_empty() || last.change != slot.change;
                if is_cut && run.is_formula {
                    return None;
                }
                let between = if is_cut {
                    format!(
                        "</{prefix}r>{}{points}{}<{prefix}r>{look}",
                        self.pen.close(last.change),
                        self.pen.open(slot.change, ids)
                    )
                } else {
                    String::new()
                };
                if last.piece == slot.piece {
                    text.push_str(&between);
                } else {
                    self.put(part.pieces[slot.piece].element.start, between);
                }
            }
            if let Some(words) = &slot.words {
                put(
                    &mut text,
                    format_args!(
                        "<{prefix}t xml:space=\"preserve\">{}</{prefix}t>",
                        escape_written(&part.words[words.clone()])
                    ),
                );
                if slots
                    .get(at + 1)
                    .is_none_or(|next| next.piece != slot.piece)
                {
                    let element = part.pieces[slot.piece].element;
                    self.last_close = None;
                    let xml = std::mem::take(&mut text);
                    self.splices.push((element.start..element.end, xml));
                }
            }
        }
        let last = slots.last()?;
        self.close(run.element.end, last.change);
        let points = self.due(last.to, Some(last.run), ids)?;
        self.put(run.element.end, points);
        Some(())
    }

    /// Opens a change, or goes on in the one that was closed here.
    fn open(&mut self, at: usize, change: Change, ids: &mut Ids<'_>) {
        if change != Change::None && self.last_close == Some((at, change)) {
            self.splices.pop();
            self.last_close = None;
        } else {
            let xml = self.pen.open(change, ids);
            self.put(at, xml);
        }
    }

    fn close(&mut self, at: usize, change: Change) {
        let xml = self.pen.close(change);
        self.put(at, xml);
        if change != Change::None {
            self.last_close = Some((at, change));
        }
    }
}
