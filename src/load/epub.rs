//! Reads e-books (EPUB 3.3): the pages of the spine in order, each as html.
//!
//! Left out: the table of contents and what the spine calls not linear. Nothing
//! that a page refers to is fetched.

use std::collections::BTreeMap;

use super::archive::Archive;
use super::block::{Input, Source};
use super::opc::{folder, resolve};
use super::properties::read_properties;
use super::xml::{Step, Tag, Visitor, walk};
use super::{encoding, html};
use crate::error::Result;

/// Most bytes of all pages: a book of 2,000 pages takes 8 MB.
const MAX_BYTES: usize = 16 << 20;

/// Reads the pages of a book.
///
/// # Errors
///
/// When the file is damaged, has a page that is no html, or passes the bounds of its archive.
pub(super) fn read(input: &Input<'_>) -> Result<Source> {
    const CONTAINER: &str = "META-INF/container.xml";
    let archive = Archive::open(input)?;
    let mut container = Container::default();
    walk(&archive.required(CONTAINER)?, &mut container)
        .map_err(|flaw| archive.flaw(CONTAINER, &flaw.to_string()))?;
    let name = container
        .0
        .unwrap_or_else(|| "OEBPS/content.opf".to_owned());
    let package = archive.required(&name)?;
    let flawed = |flaw: super::xml::XmlError| archive.flaw(&name, &flaw.to_string());
    let mut book = Book::default();
    walk(&package, &mut book).map_err(flawed)?;
    let mut source = Source {
        properties: read_properties(&package).map_err(flawed)?,
        ..Source::default()
    };
    let mut bytes = 0;
    for id in &book.spine {
        let Some(target) = book.pages.get(id) else {
            continue;
        };
        let page = archive.required(&resolve(folder(&name), target))?;
        bytes += page.len();
        if bytes > MAX_BYTES {
            return Err(input.unreadable("more than 16 MiB of pages", "split it first"));
        }
        let (page, mended) = encoding::mended(page.into());
        let read = html::read_page(input, &page)?;
        source.blocks.extend(read.blocks);
        source
            .notices
            .extend(read.notices.into_iter().chain(mended));
    }
    Ok(source)
}

/// Names the package of the book.
#[derive(Default)]
struct Container(Option<String>);

impl Visitor for Container {
    fn open(&mut self, tag: &Tag<'_>) -> Step {
        if tag.name() == "rootfile" && self.0.is_none() {
            self.0 = tag.attribute("full-path").map(std::borrow::Cow::into_owned);
        }
        Step::Into
    }
}

/// The pages of a book by their ids, and their order.
#[derive(Default)]
struct Book {
    pages: BTreeMap<String, String>,
    spine: Vec<String>,
}

impl Visitor for Book {
    fn open(&mut self, tag: &Tag<'_>) -> Step {
        let value = |name: &str| tag.attribute(name).unwrap_or_default().into_owned();
        match tag.name() {
            "item" => {
                let is_page = value("media-type").contains("html");
                let is_contents = value("properties").split(' ').any(|word| word == "nav");
                if is_page && !is_contents {
                    // `href` is a URL and the name in the archive is none.
                    self.pages.insert(value("id"), unescaped(&value("href")));
                }
            }
            "itemref" if value("linear") != "no" => self.spine.push(value("idref")),
            _ => {}
        }
        Step::Into
    }
}

/// A reference with the bytes that it escapes (RFC 3986, 2.1); as it is where they are no UTF-8.
fn unescaped(href: &str) -> String {
    let mut bytes = Vec::with_capacity(href.len());
    let mut rest = href;
    while let Some(at) = rest.find('%') {
        bytes.extend_from_slice(&rest.as_bytes()[..at]);
        let digits = rest.get(at + 1..at + 3);
        let is_code = |digits: &&str| digits.bytes().all(|digit| digit.is_ascii_hexdigit());
        let code = digits.filter(is_code);
        let byte = code.and_then(|code| u8::from_str_radix(code, 16).ok());
        bytes.push(byte.unwrap_or(b'%'));
        rest = &rest[at + if byte.is_some() { 3 } else { 1 }..];
    }
    bytes.extend_from_slice(rest.as_bytes());
    String::from_utf8(bytes).unwrap_or_else(|_| href.to_owned())
}

#[cfg(test)]
mod tests {
    use rawzip::CompressionMethod;

    use super::super::archive::tests::zip;
    use super::super::block::tests::read_bytes;
    use super::*;

    #[test]
    fn the_pages_of_the_spine_come_in_its_order() {
        let parts = [
            ("mimetype", "application/epub+zip"),
            (
                "META-INF/container.xml",
                "<c><rootfiles><rootfile full-path='O/book.opf'/></rootfiles></c>",
            ),
            (
                "O/book.opf",
                "<package><metadata><dc:title>Losses</dc:title></metadata><manifest>\
                <item id='n' href='nav.xhtml' media-type='application/xhtml+xml' properties='nav'/>\
                <item id='b' href='two.xhtml' media-type='application/xhtml+xml'/>\
                <item id='a' href='t/one.xhtml' media-type='application/xhtml+xml'/></manifest>\
                <spine><itemref idref='n'/><itemref idref='a'/><itemref idref='b'/></spine></package>",
            ),
            ("O/nav.xhtml", "<html><body><p>Contents</p></body></html>"),
            (
                "O/two.xhtml",
                "<?xml version='1.0'?><html><body><p>Four boats were lost.</p></body></html>",
            ),
            (
                "O/t/one.xhtml",
                "<?xml version='1.0'?><html><body><h1>Winter</h1></body></html>",
            ),
        ];
        let bytes = zip(&parts, CompressionMethod::STORE);
        let source = read_bytes(read, "x.epub", &bytes);
        let texts = source.texts();
        assert_eq!(texts, ["Winter", "Four boats were lost."]);
        assert_eq!(source.properties.title.as_deref(), Some("Losses"));
    }

    /// A book of one page, by the reference to it, its name in the archive and its words.
    fn book(href: &str, name: &str, words: &str) -> Vec<u8> {
        let package = format!(
            "<package><manifest><item id='a' href='{href}' media-type='application/xhtml+xml'/></manifest>\
             <spine><itemref idref='a'/></spine></package>"
        );
        let page = format!("<?xml version='1.0'?><html><body><p>{words}</p></body></html>");
        let container = "<c><rootfiles><rootfile full-path='book.opf'/></rootfiles></c>";
        let parts = [
            ("META-INF/container.xml", container),
            ("book.opf", package.as_str()),
            (name, page.as_str()),
        ];
        zip(&parts, CompressionMethod::STORE)
    }

    #[test]
    fn a_page_is_found_by_its_reference_however_it_is_escaped() {
        for (href, name) in [
            (
                "d%C3%A9claration%20finale.xhtml",
                "déclaration finale.xhtml",
            ),
            ("losses%2c%201.xhtml", "losses, 1.xhtml"),
            ("100%.xhtml", "100%.xhtml"),
            ("a%FFb.xhtml", "a%FFb.xhtml"),
        ] {
            let bytes = book(href, name, "Four boats were lost.");
            let source = read_bytes(read, "x.epub", &bytes);
            assert_eq!(source.texts(), ["Four boats were lost."], "{href}");
        }
    }

    #[test]
    fn a_page_is_decoded_once() {
        let bytes = book("a.xhtml", "a.xhtml", "Four\u{0} boats were lost.");
        let source = read_bytes(read, "x.epub", &bytes);
        assert!(source.texts()[0].ends_with("boats were lost."));
        let bytes = book("a.xhtml", "a.xhtml", "Shops open 3â€“4 May.");
        let source = read_bytes(read, "x.epub", &bytes);
        assert_eq!(source.texts(), ["Shops open 3–4 May."]);
        assert_eq!(source.notices.len(), 1);
    }
}
