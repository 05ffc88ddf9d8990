//! Turns the tags of a page into a flat list of nested nodes.
//!
//! The tags are cut by `html5gum` as the HTML standard says; the nesting is
//! mended here by the few of its rules that matter for text: end tags may be
//! missing, misplaced or unmatched. Work and memory grow with the page alone,
//! which the tree construction of the standard does not promise.

use html5gum::emitters::default::DefaultEmitter;
use html5gum::{StartTag, Token, Tokenizer};

use super::tags::{Kind, Tag, tag};

/// Deepest nesting that is kept; deeper elements count as their parent's text.
const MAX_DEPTH: usize = 256;

/// Most open elements, from the innermost on, that a start tag can end.
const REACH: usize = 64;

/// Attributes that are kept.
const ATTRIBUTES: [&str; 17] = [
    "aria-hidden",
    "charset",
    "class",
    "colspan",
    "content",
    "datetime",
    "hidden",
    "href",
    "http-equiv",
    "id",
    "lang",
    "name",
    "property",
    "role",
    "rowspan",
    "style",
    "title",
];

/// A page in reading order.
#[derive(Debug, Default)]
pub(super) struct Page {
    nodes: Vec<Node>,
    /// The text of all nodes, but for scripts and the like.
    text: String,
}

/// One node of a page. Each element has a start and, later, an end.
#[derive(Debug)]
pub(super) enum Node {
    /// An element starts.
    Open(Element),
    /// The element `tag` ends.
    Close(Tag),
    /// Bytes of the page's text.
    Text { start: u32, end: u32 },
}

/// The start of an element.
#[derive(Debug)]
pub(super) struct Element {
    pub(super) tag: Tag,
    attributes: Box<[(&'static str, Box<str>)]>,
    /// Index of the node that ends it.
    close: u32,
    /// Byte of the page's text where it starts, and where it ends.
    text: (u32, u32),
}

impl Element {
    /// The value of an attribute of [`ATTRIBUTES`].
    pub(super) fn attribute(&self, name: &str) -> Option<&str> {
        let found = self.attributes.iter().find(|(key, _)| *key == name);
        found.map(|(_, value)| value.trim())
    }

    /// Index of the node that ends it.
    pub(super) fn close(&self) -> usize {
        self.close as usize
    }

    /// Bytes of text inside it.
    pub(super) fn len_bytes(&self) -> usize {
        (self.text.1 - self.text.0) as usize
    }
}

impl Page {
    /// Reads a page; any text is one. `None` when it has more nodes than `most`.
    pub(super) fn parse(html: &str, most: usize) -> Option<Self> {
        let mut emitter = DefaultEmitter::default();
        // Without the tree of the standard, the tokenizer has to find out by itself that what
        // stands in `script` and `textarea` is no markup.
        emitter.naively_switch_states(true);
        let mut builder = Builder {
            page: Self::default(),
            open: Vec::new(),
            endable: 0,
            counts: [0; Tag::COUNT],
            deeper: 0,
        };
        for token in Tokenizer::new_with_emitter(html, emitter).flatten() {
            match token {
                Token::StartTag(start) => builder.start(&start),
                Token::EndTag(end) => builder.end(tag(&end.name)),
                Token::String(text) => builder.text(&String::from_utf8_lossy(&text.value)),
                Token::Comment(_) | Token::Doctype(_) | Token::Error(_) => {}
            }
            if builder.page.nodes.len() > most {
                return None;
            }
        }
        Some(builder.finish())
    }

    /// All nodes.
    pub(super) fn nodes(&self) -> &[Node] {
        &self.nodes
    }

    /// The elements, each with the index of its node.
    pub(super) fn elements(&self) -> impl Iterator<Item = (usize, &Element)> {
        self.nodes
            .iter()
            .enumerate()
            .filter_map(|(at, node)| match node {
                Node::Open(element) => Some((at, element)),
                _ => None,
            })
    }

    /// Bytes of text in the page.
    pub(super) fn len_bytes(&self) -> usize {
        self.text.len()
    }

    /// The text of a [`Node::Text`].
    pub(super) fn slice(&self, start: u32, end: u32) -> &str {
        &self.text[start as usize..end as usize]
    }

    /// The text inside an element.
    pub(super) fn text_of(&self, element: &Element) -> &str {
        self.slice(element.text.0, element.text.1)
    }
}

struct Builder {
    page: Page,
    /// Index of the node of each open element.
    open: Vec<usize>,
    /// How many open elements another start tag may end.
    endable: usize,
    /// How many elements of each tag are open.
    counts: [usize; Tag::COUNT],
    /// Open elements below [`MAX_DEPTH`], which are not kept.
    deeper: usize,
}

impl Builder {
    fn start(&mut self, start: &StartTag<()>) {
        let tag = tag(&start.name);
        if tag.kind() == Kind::Unknown {
            return;
        }
        self.close_implied(tag);
        let is_void = tag.kind() == Kind::Void;
        if self.open.len() >= MAX_DEPTH && !is_void {
            self.deeper += 1;
            return;
        }
        self.open.push(self.page.nodes.len());
        self.counts[tag.index()] += 1;
        self.endable += usize::from(tag.may_stay_open());
        let at = self.offset();
        self.page.nodes.push(Node::Open(Element {
            tag,
            attributes: attributes(start),
            close: 0,
            text: (at, at),
        }));
        if is_void {
            self.pop();
        }
    }

    fn end(&mut self, tag: Tag) {
        // Which elements lie below the deepest is not kept, so any end tag ends one.
        if self.deeper > 0 && !matches!(tag.kind(), Kind::Unknown | Kind::Void) {
            self.deeper -= 1;
            return;
        }
        // An end tag that ends nothing would look through all that is open.
        if self.counts[tag.index()] == 0 {
            return;
        }
        let mut inner = self.open.iter().rev().map(|&at| self.tag_at(at));
        let last = inner.find(|open| *open == tag || tag.is_closed_in_vain_past(*open));
        if last == Some(tag) {
            while self.pop().is_some_and(|closed| closed != tag) {}
        }
    }

    fn text(&mut self, text: &str) {
        let is_silent = self
            .open
            .last()
            .is_some_and(|&at| self.tag_at(at).kind() == Kind::Silent);
        if !is_silent {
            let start = self.offset();
            self.page.text.push_str(text);
            let end = self.offset();
            self.page.nodes.push(Node::Text { start, end });
        }
    }

    fn finish(mut self) -> Page {
        while self.pop().is_some() {}
        self.page
    }

    /// Closes the elements that end where `tag` starts.
    fn close_implied(&mut self, tag: Tag) {
        if self.endable == 0 || tag.kind() == Kind::Inline {
            return;
        }
        let inner = self
            .open
            .iter()
            .rev()
            // A page of open elements would be walked through again for each of its tags.
            .take(REACH)
            .map(|&at| self.tag_at(at));
        let ended = inner
            .take_while(|open| !tag.ends_nothing_past(*open))
            .enumerate()
            .filter(|(_, open)| tag.ends(*open))
            .last();
        for _ in 0..ended.map_or(0, |(at, _)| at + 1) {
            self.pop();
        }
    }

    /// Closes the innermost element.
    fn pop(&mut self) -> Option<Tag> {
        let at = self.open.pop()?;
        let tag = self.tag_at(at);
        let close = u32::try_from(self.page.nodes.len()).expect("a node takes three bytes");
        let end = self.offset();
        if let Node::Open(element) = &mut self.page.nodes[at] {
            element.close = close;
            element.text.1 = end;
        }
        self.counts[tag.index()] -= 1;
        self.endable -= usize::from(tag.may_stay_open());
        self.page.nodes.push(Node::Close(tag));
        Some(tag)
    }

    fn tag_at(&self, at: usize) -> Tag {
        match &self.page.nodes[at] {
            Node::Open(element) => element.tag,
            Node::Close(_) | Node::Text { .. } => unreachable!("only elements are open"),
        }
    }

    fn offset(&self) -> u32 {
        u32::try_from(self.page.text.len()).expect("pages are shorter than 4 GiB")
    }
}

fn attributes(start: &StartTag<()>) -> Box<[(&'static str, Box<str>)]> {
    let kept = ATTRIBUTES.iter().filter_map(|&name| {
        let value = start.attributes.get(name.as_bytes())?;
        Some((name, String::from_utf8_lossy(&value.value).into()))
    });
    kept.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The page with all its end tags.
    fn mended(html: &str) -> String {
        let page = Page::parse(html, 99).unwrap();
        let written = page.nodes().iter().map(|node| match node {
            Node::Open(element) => format!("<{}>", element.tag.name()),
            Node::Close(tag) => format!("</{}>", tag.name()),
            Node::Text { start, end } => page.slice(*start, *end).to_owned(),
        });
        written.collect()
    }

    #[test]
    fn missing_end_tags_are_put_where_the_standard_has_them() {
        assert_eq!(mended("<p>a<p>b"), "<p>a</p><p>b</p>");
        assert_eq!(
            mended("<ul><li>a<ul><li>b</ul><li>c</ul>"),
            "<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>"
        );
        assert_eq!(
            mended("<table><tr><td>a<td>b<tr><td><table><tr><td>c</table></table>d"),
            "<table><tr><td>a</td><td>b</td></tr><tr><td><table><tr><td>c</td></tr></table></td></tr></table>d"
        );
    }

    #[test]
    fn stray_end_tags_close_nothing() {
        assert_eq!(
            mended("<div>a</span></table>b</div></div>c"),
            "<div>a b</div>c".replace(' ', "")
        );
        assert_eq!(
            mended("<table><tr><td>a</div>b</td></tr></table>"),
            "<table><tr><td>ab</td></tr></table>"
        );
    }

    #[test]
    fn scripts_and_styles_have_no_text() {
        assert_eq!(
            mended("a<script>if (a<b) '<p>no</p>'</script><style>p{}</style>b"),
            "a<script></script><style></style>b"
        );
    }

    #[test]
    fn a_page_of_more_nodes_than_asked_for_is_not_kept() {
        let cells = "<td>1".repeat(10);
        assert!(Page::parse(&cells, 30).is_some());
        assert!(Page::parse(&cells, 20).is_none());
    }

    #[test]
    fn nesting_without_end_is_kept_in_bounds() {
        let page = Page::parse(&"<div>".repeat(20_000), 2 * MAX_DEPTH).unwrap();
        assert_eq!(page.nodes().len(), 2 * MAX_DEPTH);
        let mixed = "<b><p><table><tr><td><li>".repeat(2_000);
        assert!(Page::parse(&mixed, 30_000).is_some());
    }
}
