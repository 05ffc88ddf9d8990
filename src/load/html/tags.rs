//! What the elements of HTML are for, as far as text goes.

/// An element by its place in the table of [`TAGS`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Tag(u8);

/// How an element breaks the flow of text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// It starts and ends a paragraph.
    Block,
    /// Its words go on in the line.
    Inline,
    /// It has no end tag.
    Void,
    /// Its text is no text: scripts, styles.
    Silent,
    /// It is not known, and read as if it were not there.
    Unknown,
}

/// Every known element, in alphabetical order.
const TAGS: [(&str, Kind); 138] = {
    use Kind::{Block, Inline, Silent, Void};
    [
        ("a", Inline),
        ("abbr", Inline),
        ("acronym", Inline),
        ("address", Block),
        ("annotation", Inline),
        ("annotation-xml", Inline),
        ("area", Void),
        ("article", Block),
        ("aside", Block),
        ("audio", Block),
        ("b", Inline),
        ("base", Void),
        ("bdi", Inline),
        ("bdo", Inline),
        ("big", Inline),
        ("blockquote", Block),
        ("body", Block),
        ("br", Void),
        ("button", Inline),
        ("canvas", Silent),
        ("caption", Block),
        ("center", Block),
        ("cite", Inline),
        ("code", Inline),
        ("col", Void),
        ("colgroup", Block),
        ("dd", Block),
        ("del", Inline),
        ("details", Block),
        ("dialog", Block),
        ("dir", Block),
        ("div", Block),
        ("dl", Block),
        ("dt", Block),
        ("em", Inline),
        ("embed", Void),
        ("fieldset", Block),
        ("figcaption", Block),
        ("figure", Block),
        ("font", Inline),
        ("footer", Block),
        ("form", Block),
        ("frame", Void),
        ("frameset", Block),
        ("h1", Block),
        ("h2", Block),
        ("h3", Block),
        ("h4", Block),
        ("h5", Block),
        ("h6", Block),
        ("head", Block),
        ("header", Block),
        ("hgroup", Block),
        ("hr", Void),
        ("html", Block),
        ("i", Inline),
        ("iframe", Silent),
        ("img", Void),
        ("input", Void),
        ("ins", Inline),
        ("label", Inline),
        ("legend", Block),
        ("li", Block),
        ("link", Void),
        ("main", Block),
        ("mark", Inline),
        ("math", Inline),
        ("menclose", Inline),
        ("menu", Block),
        ("meta", Void),
        ("mfenced", Inline),
        ("mfrac", Inline),
        ("mi", Inline),
        ("mmultiscripts", Inline),
        ("mn", Inline),
        ("mo", Inline),
        ("mover", Inline),
        ("mpadded", Inline),
        ("mroot", Inline),
        ("mrow", Inline),
        ("ms", Inline),
        ("mspace", Void),
        ("msqrt", Inline),
        ("mstyle", Inline),
        ("msub", Inline),
        ("msubsup", Inline),
        ("msup", Inline),
        ("mtable", Inline),
        ("mtd", Inline),
        ("mtext", Inline),
        ("mtr", Inline),
        ("munder", Inline),
        ("munderover", Inline),
        ("nav", Block),
        ("noframes", Silent),
        ("noscript", Silent),
        ("object", Block),
        ("ol", Block),
        ("optgroup", Block),
        ("option", Block),
        ("p", Block),
        ("param", Void),
        ("pre", Block),
        ("q", Inline),
        ("rp", Inline),
        ("rt", Inline),
        ("ruby", Inline),
        ("s", Inline),
        ("script", Silent),
        ("search", Block),
        ("section", Block),
        ("select", Block),
        ("semantics", Inline),
        ("small", Inline),
        ("source", Void),
        ("span", Inline),
        ("strike", Inline),
        ("strong", Inline),
        ("style", Silent),
        ("sub", Inline),
        ("summary", Block),
        ("sup", Inline),
        ("svg", Inline),
        ("table", Block),
        ("tbody", Block),
        ("td", Block),
        ("template", Block),
        ("textarea", Silent),
        ("tfoot", Block),
        ("th", Block),
        ("thead", Block),
        ("time", Inline),
        ("title", Block),
        ("tr", Block),
        ("u", Inline),
        ("ul", Block),
        ("video", Block),
        ("wbr", Void),
    ]
};

/// The element of this name.
pub(super) fn tag(name: &[u8]) -> Tag {
    // All unknown ones share the place behind the last.
    let found = TAGS.binary_search_by(|(known, _)| known.as_bytes().cmp(name));
    Tag(u8::try_from(found.unwrap_or(TAGS.len())).expect("the table has fewer than 255 elements"))
}

impl Tag {
    /// How many places [`Tag::index`] can take, that of unknown elements with them.
    pub(super) const COUNT: usize = TAGS.len() + 1;

    /// Its place in the table, below [`Tag::COUNT`].
    pub(super) fn index(self) -> usize {
        usize::from(self.0)
    }

    /// In lower case; empty where it is not known here.
    pub(super) fn name(self) -> &'static str {
        TAGS.get(self.index()).map_or("", |(name, _)| name)
    }

    /// How it breaks the flow of text.
    pub(super) fn kind(self) -> Kind {
        TAGS.get(self.index())
            .map_or(Kind::Unknown, |(_, kind)| *kind)
    }

    /// Whether its end tag may be missing.
    pub(super) fn may_stay_open(self) -> bool {
        self.is_any(&[
            "p", "li", "dt", "dd", "td", "th", "tr", "tbody", "thead", "tfoot", "caption",
            "colgroup", "option", "head", "h1", "h2", "h3", "h4", "h5", "h6",
        ])
    }

    /// Whether the start of this element ends the open element `other`.
    pub(super) fn ends(self, other: Self) -> bool {
        match other.name() {
            // An open paragraph ends where a block begins (HTML, 13.1.2.4), but for what may stand
            // in one.
            "p" => {
                self.kind() == Kind::Block
                    && !self.is_any(&["object", "video", "audio", "body", "html"])
                    || self.name() == "hr"
            }
            "li" => self.name() == "li",
            "dt" | "dd" => self.is_any(&["dt", "dd"]),
            "td" | "th" => self.is_any(&["td", "th", "tr", "tbody", "thead", "tfoot"]),
            "tr" => self.is_any(&["tr", "tbody", "thead", "tfoot"]),
            "tbody" | "thead" | "tfoot" | "caption" | "colgroup" => {
                self.is_any(&["tbody", "thead", "tfoot"])
            }
            "option" => self.is_any(&["option", "optgroup"]),
            "head" => self.name() == "body",
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                self.is_any(&["h1", "h2", "h3", "h4", "h5", "h6"])
            }
            _ => false,
        }
    }

    /// Whether the start of this element ends nothing outside of `other`.
    pub(super) fn ends_nothing_past(self, other: Self) -> bool {
        match self.name() {
            // A table in a cell: its rows end none of those around it.
            "td" | "th" | "tr" | "tbody" | "thead" | "tfoot" => other.name() == "table",
            "li" => other.is_any(&["ul", "ol", "menu", "dir", "td", "th", "table"]),
            "dt" | "dd" => other.is_any(&["dl", "td", "th", "table"]),
            _ => other.is_any(&["td", "th", "table", "caption", "object", "button"]),
        }
    }

    /// Whether an end tag of this element does nothing to elements outside of
    /// `other`: a cell for blocks, any block for what stands in a line.
    pub(super) fn is_closed_in_vain_past(self, other: Self) -> bool {
        if self.is_any(&["table", "body", "html"]) || self == other {
            return false;
        }
        match self.kind() {
            // `<b><p>…</b>`: the end tag does not end the paragraph.
            Kind::Inline => other.kind() == Kind::Block,
            _ if self.is_any(&["td", "th", "tr", "tbody", "thead", "tfoot"]) => {
                other.name() == "table"
            }
            _ => other.is_any(&["td", "th", "table", "caption", "object"]),
        }
    }

    /// Whether it is one of these.
    pub(super) fn is_any(self, names: &[&str]) -> bool {
        names.contains(&self.name())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_sorted() {
        assert!(TAGS.is_sorted_by_key(|(name, _)| *name));
        assert_eq!(tag(b"wbr").kind(), Kind::Void);
        assert_eq!(tag(b"x-menu").kind(), Kind::Unknown);
    }

    #[test]
    fn an_end_tag_does_nothing_past_a_cell_or_past_a_block_for_what_stands_in_a_line() {
        for (tag_name, other, is_vain) in [
            ("b", "p", true),
            ("b", "i", false),
            ("td", "table", true),
            ("div", "td", true),
            ("div", "p", false),
            ("table", "td", false),
            ("p", "p", false),
        ] {
            let (one, two) = (tag(tag_name.as_bytes()), tag(other.as_bytes()));
            assert_eq!(
                one.is_closed_in_vain_past(two),
                is_vain,
                "{tag_name} {other}"
            );
        }
    }

    #[test]
    fn a_paragraph_may_stay_open_and_a_division_may_not() {
        assert!(tag(b"p").may_stay_open() && tag(b"td").may_stay_open());
        assert!(!tag(b"div").may_stay_open() && !tag(b"b").may_stay_open());
    }
}
