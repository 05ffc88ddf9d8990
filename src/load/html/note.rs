//! Finds the marks and the texts of notes in a page.

use super::tags::Kind;
use super::tree::{Element, Node, Page};
use crate::load::superscript::is_mark;

/// Most nodes of a note mark: links, raised text and a span or two.
const MARK_NODES: usize = 12;

/// Starts of the names that word processors and sites give to notes, before a
/// number.
const NOTE_NAMES: [&str; 8] = [
    // LibreOffice, then Word (`_ftn1`) and MediaWiki (`cite_note-1`) among others.
    "sdfootnote",
    "sdendnote",
    "footnote",
    "endnote",
    "ftn",
    "edn",
    "fn",
    "cite_note",
];

/// Parts of the names that marks and notes use to link to each other.
const LINK_WORDS: [&str; 5] = ["ftn", "fn", "note", "cite", "edn"];

/// Text of one line: raised, linked, or both.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Snippet {
    pub(super) text: String,
    pub(super) is_raised: bool,
    /// The fragment that it links to.
    target: Option<String>,
}

impl Snippet {
    /// Reads the element at `at`, if it is a link or raised and short.
    pub(super) fn read(page: &Page, at: usize, element: &Element) -> Option<Self> {
        if !element.tag.is_any(&["a", "sup"]) || element.close() - at > MARK_NODES {
            return None;
        }
        let mut snippet = Self {
            text: String::new(),
            is_raised: false,
            target: None,
        };
        for node in &page.nodes()[at..element.close()] {
            match node {
                Node::Open(inner) if inner.tag.kind() != Kind::Inline => return None,
                Node::Open(inner) => {
                    snippet.is_raised |= inner.tag.name() == "sup";
                    let fragment = inner
                        .attribute("href")
                        .and_then(|href| href.split_once('#'));
                    snippet.target = fragment.map(|(_, name)| name.to_owned()).or(snippet.target);
                }
                Node::Text { start, end } => snippet.text.push_str(page.slice(*start, *end)),
                Node::Close(_) => {}
            }
        }
        Some(snippet)
    }

    /// The name of the note that it is the mark of.
    pub(super) fn note(&self) -> Option<&str> {
        let target = self.target.as_deref()?;
        // A raised number with a link is a mark; one on the line has to lead to what is called a
        // note.
        let is_note_link = self.is_raised || LINK_WORDS.iter().any(|word| target.contains(word));
        let text = self.text.trim();
        // *see note 4* as a link is a phrase of the text, *4* a mark.
        (is_note_link && (is_mark(text) || is_back_mark(text))).then_some(target)
    }
}

/// Whether `text` is an arrow back to the mark of a note.
fn is_back_mark(text: &str) -> bool {
    // The last two say how the arrow before them is drawn: as text or as a picture.
    let arrows = ['↩', '↑', '↵', '⏎', '^', '←', '\u{fe0e}', '\u{fe0f}'];
    !text.is_empty() && text.chars().all(|c| arrows.contains(&c))
}

/// Whether an element holds the text of a note, or of several.
pub(super) fn is_note(element: &Element) -> bool {
    let role = element.attribute("role");
    let classes = element
        .attribute("class")
        .unwrap_or_default()
        .split_whitespace();
    element.tag.kind() == Kind::Block
        && (matches!(role, Some("doc-footnote" | "doc-endnote" | "doc-endnotes"))
            || element.attribute("id").is_some_and(is_note_name)
            || classes
                .map(str::to_ascii_lowercase)
                .any(|class| is_note_class(&class)))
}

fn is_note_class(class: &str) -> bool {
    matches!(
        class,
        "footnote" | "footnotes" | "endnote" | "endnotes" | "msofootnotetext" | "msoendnotetext"
    )
}

fn is_note_name(name: &str) -> bool {
    let name = name.trim_start_matches('_').to_ascii_lowercase();
    let number = NOTE_NAMES.iter().find_map(|start| name.strip_prefix(start));
    let digits = number.map(|number| number.trim_start_matches([':', '-', '_', '.']));
    digits.is_some_and(|digits| {
        !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn note_of(html: &str) -> Option<String> {
        let page = Page::parse(html, 99).unwrap();
        let (at, element) = page.elements().next().unwrap();
        Snippet::read(&page, at, element)?.note().map(str::to_owned)
    }

    #[test]
    fn a_short_link_to_a_note_is_its_mark() {
        for html in [
            "<sup><a href='#x1'>1</a></sup>",
            "<a href='#_ftn1'>[1]</a>",
            "<a href='/p#fn1'><sup>*</sup></a>",
        ] {
            assert!(note_of(html).is_some(), "{html}");
        }
        assert!(note_of("<a href='#fnref1'>↩︎</a>").is_some());
    }

    #[test]
    fn a_link_to_an_article_is_no_mark() {
        for html in [
            "<a href='#art7'>7</a>",
            "<sup>2</sup>",
            "<a href='#fn1'>the report</a>",
            "<a href='x'>1</a>",
        ] {
            assert_eq!(note_of(html), None, "{html}");
        }
    }

    #[test]
    fn names_of_notes_end_in_a_number() {
        for name in ["fn1", "_ftn12", "sdfootnote3", "fn:1", "cite_note-4"] {
            assert!(is_note_name(name), "{name}");
        }
        for name in ["fnref1", "footnotes-section", "note", "function1"] {
            assert!(!is_note_name(name), "{name}");
        }
    }

    #[test]
    fn a_block_is_a_note_by_its_role_its_class_or_its_name() {
        let is = |html: &str| {
            let page = Page::parse(html, 99).unwrap();
            is_note(page.elements().next().unwrap().1)
        };
        assert!(is("<div role=doc-footnote>Of May.</div>"));
        assert!(is("<div class='small FootNote'>Of May.</div>"));
        assert!(is("<p id=fn1>Of May.</p>"));
        assert!(!is("<p class=note>Of May.</p>"));
        assert!(!is("<span class=footnote>Of May.</span>"));
    }
}
