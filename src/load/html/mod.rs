//! Reads web pages (HTML).
//!
//! Read: the main part of the page, with its tables and notes. Left out: menus
//! and what else a site puts around a text, forms, scripts, hidden elements and
//! the marks of notes. Nothing is fetched.

mod boilerplate;
mod charset;
mod note;
mod tags;
mod text;
mod tree;

use super::block::{Input, Properties, Source};
use super::properties::stated;
use super::tracked::Revisions;
use crate::error::Result;
use text::Reader;
use tree::{Element, Page};

/// Longest page that is read, in bytes.
const MAX_BYTES: usize = 16 << 20;

/// Most nodes of a page that is read: what holds them and what is made of them
/// takes some 80 bytes each.
const MAX_NODES: usize = 4 << 20;

/// Reads the blocks and properties of a web page.
///
/// # Errors
///
/// When the page is longer than [`MAX_BYTES`], has more nodes than
/// [`MAX_NODES`], or has marked changes (`ins`,
/// `del`) where the options forbid them.
pub(super) fn read(input: &Input<'_>) -> Result<Source> {
    let (html, notices) = charset::decode(input)?;
    let mut source = read_page(input, &html)?;
    source.notices.extend(notices);
    Ok(source)
}

/// Reads the blocks and properties of a web page that is decoded already.
///
/// # Errors
///
/// As for [`read`].
pub(super) fn read_page(input: &Input<'_>, html: &str) -> Result<Source> {
    if html.len() > MAX_BYTES {
        return Err(input.unreadable("a page of more than 16 MiB", "save its text alone"));
    }
    let page = Page::parse(html, MAX_NODES).ok_or_else(|| {
        input.unreadable(
            "a page of more than 4 million tags and texts",
            "save its text alone",
        )
    })?;
    let mut reader = Reader::new(&page, Revisions::new(input.options.tracked));
    reader.read();
    let tracked = reader.revisions().settle(input)?;
    Ok(Source {
        blocks: reader.finish(),
        properties: properties(&page),
        notices: tracked.into_iter().collect(),
        ..Source::default()
    })
}

/// Whether an element of this name, in lower case, is known.
pub(super) fn is_element(name: &str) -> bool {
    tags::tag(name.as_bytes()).kind() != tags::Kind::Unknown
}

fn properties(page: &Page) -> Properties {
    let find = |names: &[&str]| {
        let mut metas = page
            .elements()
            .filter(|(_, element)| is_meta(element, names));
        metas.find_map(|(_, element)| stated(element.attribute("content")?.to_owned()))
    };
    let element = |name: &str| {
        page.elements()
            .map(|(_, element)| element)
            .find(|element| element.tag.name() == name)
    };
    let date = find(&[
        "dc.date",
        "dcterms.date",
        "dcterms.issued",
        "date",
        "article:published_time",
    ]);
    Properties {
        title: element("title").and_then(|title| stated(fold(page.text_of(title)))),
        author: find(&["author", "dc.creator", "dcterms.creator", "article:author"]),
        date: date.as_deref().and_then(day),
        language: element("html").and_then(|html| stated(html.attribute("lang")?.to_owned())),
        ..Properties::default()
    }
}

fn is_meta(element: &Element, names: &[&str]) -> bool {
    // `property` is what Open Graph says (`article:author`), `name` what all others do.
    let name = element.attribute("name").or(element.attribute("property"));
    element.tag.name() == "meta"
        && name.is_some_and(|name| names.contains(&name.to_ascii_lowercase().as_str()))
}

fn fold(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The day of an ISO 8601 date with or without a time; `None` for other forms.
fn day(date: &str) -> Option<String> {
    let day = date.get(..10)?;
    let is_day = day.bytes().enumerate().all(|(at, byte)| match at {
        4 | 7 => byte == b'-',
        _ => byte.is_ascii_digit(),
    });
    is_day.then(|| day.to_owned())
}

#[cfg(test)]
mod tests {
    use super::super::block::tests::read_bytes;
    use super::*;

    #[test]
    fn a_page_says_in_metas_who_wrote_it_and_when() {
        let page = Page::parse(
            "<head><link name=author content=Nobody><meta name=generator content=Press>\
             <meta name=Author content='Ana Velde'>\
             <meta property='article:published_time' content='2021-06-22T10:00'></head>",
            99,
        );
        let properties = properties(&page.unwrap());
        assert_eq!(properties.author.as_deref(), Some("Ana Velde"));
        assert_eq!(properties.date.as_deref(), Some("2021-06-22"));
        assert!(properties.title.is_none());
    }

    #[test]
    fn how_a_word_is_read_aloud_is_no_part_of_it() {
        let page =
            "<p>We cleared the <ruby>Kita<rp>(</rp><rt>kee-ta 2</rt><rp>)</rp></ruby> field.</p>";
        let source = read_bytes(read, "x.html", page.as_bytes());
        assert_eq!(source.texts(), ["We cleared the Kita field."]);
    }
}
