//! Writes elements of a part.

use std::ops::Range;

use super::edits::Ids;
use crate::render::docx::change::Change;
use crate::render::docx::escape::escape;
use crate::report::{ParagraphProperties, TextPart};

/// What is needed to write elements of a part.
#[derive(Clone, Copy)]
pub(super) struct XmlWriter<'a> {
    pub(super) part: &'a TextPart,
    /// Who made the changes, and when.
    pub(super) attributes: &'a str,
}

impl<'a> XmlWriter<'a> {
    pub(super) fn slice(&self, range: Range<usize>) -> &'a str {
        self.part.xml.get(range).unwrap_or_default()
    }

    /// The tag that opens a change, or is all of it.
    pub(super) fn tag(&self, change: Change, ids: &mut Ids<'_>, end: &str) -> String {
        let prefix = &self.part.prefix;
        match change.element() {
            None => String::new(),
            Some(element) => format!(
                "<{prefix}{element} {prefix}id=\"{}\" {}{end}",
                ids.next(),
                self.attributes
            ),
        }
    }

    pub(super) fn open(&self, change: Change, ids: &mut Ids<'_>) -> String {
        self.tag(change, ids, ">")
    }

    pub(super) fn close(&self, change: Change) -> String {
        let element = change.element();
        element.map_or_else(String::new, |element| {
            format!("</{}{element}>", self.part.prefix)
        })
    }

    /// `content` under a change.
    pub(super) fn tracked(&self, change: Change, content: &str, ids: &mut Ids<'_>) -> String {
        [&self.open(change, ids), content, &self.close(change)].concat()
    }

    /// A run of text that looks as `look` says.
    pub(super) fn run(&self, change: Change, text: &str, look: &str) -> String {
        let prefix = &self.part.prefix;
        let name = if change == Change::Deleted {
            "delText"
        } else {
            "t"
        };
        format!(
            "<{prefix}r>{look}<{prefix}{name} xml:space=\"preserve\">{}</{prefix}{name}></{prefix}r>",
            escape(text)
        )
    }

    /// The properties of a paragraph with what becomes of its mark; those of a section
    /// are left out.
    pub(super) fn properties(
        &self,
        properties: Option<&ParagraphProperties>,
        mark: Change,
        ids: &mut Ids<'_>,
    ) -> String {
        let prefix = &self.part.prefix;
        let change = self.tag(mark, ids, "/>");
        let Some(known) = properties else {
            return match mark {
                Change::None => String::new(),
                _ => format!("<{prefix}pPr><{prefix}rPr>{change}</{prefix}rPr></{prefix}pPr>"),
            };
        };
        let looks = known
            .mark
            .map_or("", |mark| self.slice(mark.inner..mark.close));
        // Up to the properties of the mark, behind which those of a section stand.
        let before_mark = known.mark.map_or(known.mark_place, |mark| mark.start);
        let base = self.slice(known.element.inner..before_mark.min(known.element.close));
        let mark = match (change.as_str(), looks) {
            ("", "") => String::new(),
            _ => format!("<{prefix}rPr>{change}{looks}</{prefix}rPr>"),
        };
        format!("<{prefix}pPr>{base}{mark}</{prefix}pPr>")
    }
}
