//! Settles the changes that are tracked in a part, as its text is read: all are
//! accepted, or all rejected.
//!
//! What came or went goes with its marks; the properties that something had before
//! are dropped, for they are no text. A paragraph whose end is gone is joined with the
//! next one and looks as that one does.

use std::ops::Range;

use crate::load::tracked::{Revisions, Tracked};
use crate::load::xml::{Step, Tag, Visitor, XmlError, walk};

use super::join::Joiner;
use super::text::revision;

/// `xml` with its changes settled; `None` where none are tracked.
///
/// # Errors
///
/// When it is not well-formed.
pub(super) fn settle(xml: &str, tracked: Tracked) -> Result<Option<String>, XmlError> {
    let mut settler = Settler::new(xml, tracked);
    walk(xml, &mut settler)?;
    if settler.cuts.is_empty() && !settler.has_lost_ends {
        return Ok(None);
    }
    let settled = cut(xml, settler.cuts);
    if !settler.has_lost_ends {
        return Ok(Some(settled));
    }
    let mut joiner = Joiner::new(&settled, tracked);
    walk(&settled, &mut joiner)?;
    let cuts = joiner.finish();
    Ok(Some(cut(&settled, cuts)))
}

/// A range of bytes and what stands there instead.
pub(super) type Cut = (Range<usize>, String);

/// `xml` with what stands in some ranges replaced; a range inside another one goes
/// with it.
fn cut(xml: &str, mut cuts: Vec<Cut>) -> String {
    // Of two that begin together the longer comes first, and takes the other with it.
    cuts.sort_by(|(one, _), (other, _)| (one.start, other.end).cmp(&(other.start, one.end)));
    let mut out = String::with_capacity(xml.len());
    let mut done = 0;
    for (range, new) in cuts {
        // It lies in a cut that was made: what is gone takes all inside with it.
        if range.start < done {
            continue;
        }
        out.push_str(xml.get(done..range.start).unwrap_or_default());
        out.push_str(&new);
        done = range.end;
    }
    out.push_str(xml.get(done..).unwrap_or_default());
    out
}

/// An element that is open.
struct Open {
    name: String,
    /// Its start tag.
    tag: Range<usize>,
    fate: Fate,
    /// Rows of a table: how many there are, and how many of them go.
    rows: (usize, usize),
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Fate {
    /// It stays.
    Kept,
    /// Its tags go, what it holds stays.
    Unwrapped,
    /// All of it goes.
    Gone,
}

struct Settler<'x> {
    xml: &'x str,
    tracked: Tracked,
    revisions: Revisions,
    place: Range<usize>,
    open: Vec<Open>,
    cuts: Vec<Cut>,
    /// Whether the ends of paragraphs are still to be joined.
    has_lost_ends: bool,
}

impl<'x> Settler<'x> {
    fn new(xml: &'x str, tracked: Tracked) -> Self {
        Self {
            xml,
            tracked,
            revisions: Revisions::new(tracked),
            place: 0..0,
            open: Vec::new(),
            cuts: Vec::new(),
            has_lost_ends: false,
        }
    }

    fn is_in(&self, name: &str) -> bool {
        self.open.last().is_some_and(|open| open.name == name)
    }

    /// What becomes of an element that marks a change.
    fn settle(&mut self, tag: &Tag<'_>) -> Fate {
        let name = tag.name();
        let Some(revision) = revision(name) else {
            return if is_mark(name) {
                Fate::Gone
            } else {
                Fate::Kept
            };
        };
        let shows = self.revisions.shows(revision);
        // Elsewhere the element of a change holds what changed; in properties it stands inside the
        // paragraph, row or cell that came or went.
        let is_property = ["rPr", "trPr", "tcPr"]
            .into_iter()
            .any(|name| self.is_in(name));
        if !is_property {
            return if shows { Fate::Unwrapped } else { Fate::Gone };
        }
        if shows {
            return Fate::Gone;
        }
        if self.is_in("rPr") {
            // The end of a paragraph; it is joined when all else is settled.
            self.has_lost_ends = true;
            return Fate::Kept;
        }
        let holder = if self.is_in("trPr") { "tr" } else { "tc" };
        if let Some(holder) = self.open.iter_mut().rev().find(|open| open.name == holder) {
            holder.fate = Fate::Gone;
        }
        Fate::Gone
    }

    /// Text that went and is there again is text like any other.
    fn rename(&mut self, name: &str) {
        let new = match name {
            "delText" => "t",
            "delInstrText" => "instrText",
            _ => return,
        };
        if self.tracked == Tracked::Reject {
            let tag = self.xml.get(self.place.clone()).unwrap_or_default();
            if let Some(at) = tag.find(name) {
                let start = self.place.start + at;
                self.cuts.push((start..start + name.len(), new.to_owned()));
            }
        }
    }
}

impl Visitor for Settler<'_> {
    fn at(&mut self, place: Range<usize>) {
        self.place = place;
    }

    fn open(&mut self, tag: &Tag<'_>) -> Step {
        let fate = self.settle(tag);
        self.rename(tag.name());
        self.open.push(Open {
            name: tag.name().to_owned(),
            tag: self.place.clone(),
            fate,
            rows: (0, 0),
        });
        Step::Into
    }

    fn close(&mut self, name: &str) {
        let Some(mut open) = self.open.pop() else {
            return;
        };
        self.rename(name);
        // A table without rows is no valid one.
        if name == "tbl" && open.rows.0 > 0 && open.rows.0 == open.rows.1 {
            open.fate = Fate::Gone;
        }
        if name == "tr"
            && let Some(table) = self.open.iter_mut().rev().find(|outer| outer.name == "tbl")
        {
            table.rows.0 += 1;
            table.rows.1 += usize::from(open.fate == Fate::Gone);
        }
        match open.fate {
            Fate::Kept => {}
            Fate::Gone => self
                .cuts
                .push((open.tag.start..self.place.end, String::new())),
            Fate::Unwrapped => {
                self.cuts.push((open.tag, String::new()));
                self.cuts.push((self.place.clone(), String::new()));
            }
        }
    }
}

/// Whether an element says what was before, or where a move begins or ends.
fn is_mark(name: &str) -> bool {
    let is_change = |name: &str| name.ends_with("Change");
    let is_range = |name: &str| {
        [
            "moveFromRange",
            "moveToRange",
            "customXmlIns",
            "customXmlDel",
            "customXmlMove",
        ]
        .into_iter()
        .any(|start| name.starts_with(start))
    };
    is_change(name) || is_range(name) || name == "cellMerge"
}

#[cfg(test)]
mod tests {
    use super::*;

    const LEFT: &str =
        "<w:p w:x='1'><w:pPr><w:jc/><w:rPr><w:del/></w:rPr></w:pPr><w:r>a</w:r></w:p>";
    const RIGHT: &str = "<w:p><w:pPr><w:b/></w:pPr><w:r>b</w:r></w:p>";

    fn settled(xml: &str, tracked: Tracked) -> String {
        let xml = format!("<w:body>{xml}</w:body>");
        let settled = settle(&xml, tracked).unwrap().unwrap_or(xml);
        settled.replace("<w:body>", "").replace("</w:body>", "")
    }

    #[test]
    fn what_came_stays_and_what_went_goes() {
        let xml = "<w:p><w:del><w:r><w:delText>1</w:delText></w:r></w:del><w:ins><w:r><w:rPr><w:b/>\
            <w:rPrChange><w:rPr/></w:rPrChange></w:rPr><w:t>2</w:t></w:r></w:ins></w:p>";
        assert_eq!(
            settled(xml, Tracked::Accept),
            "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>2</w:t></w:r></w:p>"
        );
        assert_eq!(
            settled(xml, Tracked::Reject),
            "<w:p><w:r><w:t>1</w:t></w:r></w:p>"
        );
        assert_eq!(settle("<w:p><w:r/></w:p>", Tracked::Accept).unwrap(), None);
    }

    #[test]
    fn a_paragraph_without_its_end_goes_on_in_the_next_and_looks_like_it() {
        let joined = "<w:p w:x='1'><w:pPr><w:b/></w:pPr><w:r>a</w:r><w:r>b</w:r></w:p>";
        assert_eq!(settled(&[LEFT, RIGHT].concat(), Tracked::Accept), joined);
        assert_eq!(
            settled(&[LEFT, LEFT, RIGHT].concat(), Tracked::Accept),
            joined.replace("<w:r>a</w:r>", "<w:r>a</w:r><w:r>a</w:r>")
        );
        let apart = [LEFT, RIGHT].concat().replace("<w:del/>", "");
        assert_eq!(settled(&[LEFT, RIGHT].concat(), Tracked::Reject), apart);
    }

    #[test]
    fn a_paragraph_that_nothing_follows_ends() {
        let ended = LEFT.replace("<w:del/>", "");
        assert_eq!(settled(LEFT, Tracked::Accept), ended);
        let xml = format!("<w:tc>{LEFT}</w:tc>{RIGHT}");
        assert_eq!(
            settled(&xml, Tracked::Accept),
            format!("<w:tc>{ended}</w:tc>{RIGHT}")
        );
    }

    #[test]
    fn a_row_that_went_goes_and_a_table_of_such_rows_too() {
        let gone = "<w:tr><w:trPr><w:del/></w:trPr><w:tc/></w:tr>";
        let kept = "<w:tr><w:tc/></w:tr>";
        assert_eq!(
            settled(&format!("<w:tbl>{gone}{kept}</w:tbl>"), Tracked::Accept),
            format!("<w:tbl>{kept}</w:tbl>")
        );
        assert_eq!(
            settled(
                &format!("<w:p/><w:tbl>{gone}{gone}</w:tbl>"),
                Tracked::Accept
            ),
            "<w:p/>"
        );
    }
}
