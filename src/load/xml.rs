//! Walks the XML of a document part, event by event.
//!
//! No recursion, no tree: memory stays that of the text. Names come without
//! their prefix. Entities that a document type defines are not expanded and
//! nothing is fetched; the five of XML and character references are resolved.

use std::borrow::Cow;
use std::fmt;
use std::ops::Range;

use quick_xml::XmlVersion;
use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::reader::Reader;

/// Deepest nesting of elements. Word processors stay below 100.
const MAX_DEPTH: usize = 1000;

/// What to do with an element that was just opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Step {
    /// Go on with what it holds.
    Into,
    /// Leave it out, with all that it holds; its end is not reported.
    Skip,
}

/// Receives the events of [`walk`].
pub(super) trait Visitor {
    /// An element starts.
    fn open(&mut self, tag: &Tag<'_>) -> Step;
    /// The element `name` ends.
    fn close(&mut self, _name: &str) {}
    /// Character data.
    fn text(&mut self, _text: &str) {}
    /// The bytes of the part that the event reported next stands in; an element
    /// without content ends where it started.
    fn at(&mut self, _place: Range<usize>) {}
}

/// The start of an element.
pub(super) struct Tag<'a>(BytesStart<'a>);

impl Tag<'_> {
    /// Its name without the prefix.
    pub(super) fn name(&self) -> &str {
        self.0.local_name().into_inner()
    }

    /// The value of its attribute `name` that has a prefix.
    pub(super) fn prefixed(&self, name: &str) -> Option<Cow<'_, str>> {
        let mut attributes = self.0.attributes();
        attributes
            // An attribute that a damaged file names twice is no reason to lose the rest.
            .with_checks(false)
            .flatten()
            .find(|attribute| {
                attribute.key.prefix().is_some() && attribute.key.local_name().into_inner() == name
            })
            .and_then(|attribute| attribute.normalized_value(XmlVersion::default()).ok())
    }

    /// The value of its attribute `name`, prefixes left aside.
    pub(super) fn attribute(&self, name: &str) -> Option<Cow<'_, str>> {
        let mut attributes = self.0.attributes();
        attributes
            .with_checks(false)
            .flatten()
            .find(|attribute| attribute.key.local_name().into_inner() == name)
            .and_then(|attribute| attribute.normalized_value(XmlVersion::default()).ok())
    }
}

/// What is wrong with a part, and where.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct XmlError {
    /// Byte of the part's text, counted from 0.
    pub(super) at: u64,
    /// What was found.
    pub(super) problem: String,
}

impl fmt::Display for XmlError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "byte {}: {}", self.at, self.problem)
    }
}

/// Reports the elements and the text of `xml` to `visitor`.
///
/// # Errors
///
/// When `xml` is not well-formed, ends too early or nests deeper than
/// [`MAX_DEPTH`].
pub(super) fn walk(xml: &str, visitor: &mut impl Visitor) -> Result<(), XmlError> {
    let mut reader = Reader::from_str(xml);
    reader.config_mut().expand_empty_elements = true;
    // Generators forget to write `&amp;` for *R&D*.
    reader.config_mut().allow_dangling_amp = true;
    let mut depth = 0_usize;
    // The depth of the element that is left out, so that its own end is found.
    let mut over: Option<usize> = None;
    loop {
        let start = place(&reader);
        let event = reader
            .read_event()
            .map_err(|error| flaw(&reader, error.to_string()))?;
        if over.is_none() {
            visitor.at(start..place(&reader));
        }
        match event {
            Event::Start(start) => {
                depth += 1;
                if depth > MAX_DEPTH {
                    return Err(flaw(
                        &reader,
                        format!("elements nested deeper than {MAX_DEPTH}"),
                    ));
                }
                if over.is_none() && visitor.open(&Tag(start)) == Step::Skip {
                    over = Some(depth);
                }
            }
            Event::End(end) => {
                if over.is_none() {
                    visitor.close(end.local_name().into_inner());
                } else if over == Some(depth) {
                    over = None;
                }
                depth = depth.saturating_sub(1);
            }
            // The end of a statement would be missing and nobody told.
            Event::Eof if depth > 0 => return Err(flaw(&reader, "cut off".to_owned())),
            Event::Eof => return Ok(()),
            _ if over.is_some() => {}
            Event::Text(text) => visitor.text(&text),
            Event::CData(text) => visitor.text(&text),
            Event::GeneralRef(reference) => visitor.text(&resolve(&reference)),
            Event::Comment(_)
            | Event::Decl(_)
            | Event::PI(_)
            | Event::DocType(_)
            | Event::Empty(_) => {}
        }
    }
}

/// The byte that is read next.
fn place(reader: &Reader<&[u8]>) -> usize {
    usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX)
}

fn flaw(reader: &Reader<&[u8]>, problem: String) -> XmlError {
    XmlError {
        at: reader.buffer_position(),
        problem,
    }
}

/// The character of a reference; an unknown one stays as it is written.
fn resolve(reference: &BytesRef<'_>) -> String {
    if let Ok(Some(c)) = reference.resolve_char_ref() {
        return c.to_string();
    }
    match quick_xml::escape::resolve_predefined_entity(reference) {
        Some(text) => text.to_owned(),
        None => format!("&{};", &**reference),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Default)]
    struct Trace(String);

    impl Visitor for Trace {
        fn open(&mut self, tag: &Tag<'_>) -> Step {
            if tag.name() == "skip" {
                return Step::Skip;
            }
            self.0 += &[
                "<",
                tag.name(),
                &tag.attribute("val").unwrap_or_default(),
                ">",
            ]
            .concat();
            Step::Into
        }
        fn close(&mut self, name: &str) {
            self.0 += &["</", name, ">"].concat();
        }
        fn text(&mut self, text: &str) {
            self.0 += text;
        }
    }

    fn trace(xml: &str) -> Result<String, XmlError> {
        let mut trace = Trace::default();
        walk(xml, &mut trace).map(|()| trace.0)
    }

    #[test]
    fn names_come_without_prefix_and_references_are_resolved() {
        let xml = r#"<w:p x:val="1 &amp; 2">R&amp;D &#8364;5 <![CDATA[a < b]]></w:p>"#;
        assert_eq!(trace(xml).unwrap(), "<p1 & 2>R&D €5 a < b</p>");
    }

    #[test]
    fn a_skipped_element_hides_what_it_holds() {
        assert_eq!(
            trace("<a><skip><b>no</b><skip/></skip>yes</a>").unwrap(),
            "<a>yes</a>"
        );
    }

    #[test]
    fn entities_of_a_document_type_are_not_expanded() {
        let xml = "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><a>&x;</a>";
        assert_eq!(trace(xml).unwrap(), "<a>&x;</a>");
    }

    #[test]
    fn a_part_that_is_cut_off_or_too_deep_is_an_error() {
        assert_eq!(trace("<a><b>").unwrap_err().problem, "cut off");
        let deep = "<a>".repeat(1_000_000);
        assert!(trace(&deep).unwrap_err().problem.contains("deeper"));
    }
}
