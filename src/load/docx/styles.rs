//! Reads what styles say about their paragraphs and runs.

use std::collections::BTreeMap;

use crate::load::xml::{Step, Tag, Visitor};
use crate::model::Role;

/// Most styles that one style is based on, one on another.
const MAX_ANCESTORS: usize = 16;

/// What a style says beyond looks; `None` where it leaves it to its base.
#[derive(Debug, Clone, Default)]
struct Style {
    base: Option<String>,
    purpose: Option<Purpose>,
    is_hidden: Option<bool>,
    is_raised: Option<bool>,
}

/// What paragraphs of a style are for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Purpose {
    /// A part of the statement.
    Text(Role),
    /// A line of the table of contents.
    Contents,
}

/// The styles of a document.
#[derive(Debug, Default)]
pub(super) struct Styles {
    by_id: BTreeMap<String, Style>,
    /// Id of the style that is being read.
    current: Option<String>,
}

impl Styles {
    /// What paragraphs of the style `id` are for.
    pub(super) fn purpose(&self, id: &str) -> Option<Purpose> {
        self.inherited(id, |style| style.purpose)
    }

    /// Whether text of the style `id` is hidden.
    pub(super) fn is_hidden(&self, id: &str) -> bool {
        self.inherited(id, |style| style.is_hidden).unwrap_or(false)
    }

    /// Whether text of the style `id` stands above the line.
    pub(super) fn is_raised(&self, id: &str) -> bool {
        self.inherited(id, |style| style.is_raised).unwrap_or(false)
    }

    fn inherited<T>(&self, id: &str, property: impl Fn(&Style) -> Option<T>) -> Option<T> {
        let own = self.by_id.get(id);
        let base = |style: &&Style| style.base.as_ref().and_then(|id| self.by_id.get(id));
        // A damaged file may have a style that is based on itself.
        let mut line = std::iter::successors(own, base).take(MAX_ANCESTORS);
        line.find_map(property)
    }

    fn define(&mut self, tag: &Tag<'_>) -> Option<()> {
        let value = || tag.attribute("val");
        let style = self.by_id.get_mut(self.current.as_ref()?)?;
        match tag.name() {
            "name" => style.purpose = purpose_of_name(&value()?),
            "basedOn" => style.base = Some(value()?.into_owned()),
            "outlineLvl" => style.purpose = style.purpose.or(heading(&value()?)),
            "numId" => style.purpose = style.purpose.or(list_item(&value()?)),
            "vanish" => style.is_hidden = Some(is_on(tag)),
            "vertAlign" => style.is_raised = Some(value()? == "superscript"),
            _ => {}
        }
        Some(())
    }
}

impl Visitor for Styles {
    fn open(&mut self, tag: &Tag<'_>) -> Step {
        match tag.name() {
            "style" => {
                self.current = tag.attribute("styleId").map(std::borrow::Cow::into_owned);
                let id = self.current.clone().unwrap_or_default();
                self.by_id.insert(id, Style::default());
            }
            "rPrChange" | "pPrChange" | "docDefaults" | "latentStyles" | "tblStylePr" => {
                return Step::Skip;
            }
            _ => {
                self.define(tag);
            }
        }
        Step::Into
    }

    fn close(&mut self, name: &str) {
        if name == "style" {
            self.current = None;
        }
    }
}

/// Whether a switch such as `w:vanish` is on: it is when it has no value.
pub(super) fn is_on(tag: &Tag<'_>) -> bool {
    let value = tag.attribute("val");
    !matches!(value.as_deref(), Some("0" | "false" | "off" | "none"))
}

/// What an outline level says: 0 to 8 are headings, 9 is running text.
pub(super) fn heading(level: &str) -> Option<Purpose> {
    let level: u32 = level.parse().ok()?;
    // Level 9 is that of body text (ECMA-376, 17.3.1.20).
    (level < 9).then_some(Purpose::Text(Role::Heading))
}

/// What a numbering says: 0 means none.
pub(super) fn list_item(number: &str) -> Option<Purpose> {
    // Number 0 takes a paragraph out of the list of its style (ECMA-376, 17.9.18).
    (number != "0").then_some(Purpose::Text(Role::ListItem))
}

/// What the built-in names say; they are English in every language of Word.
fn purpose_of_name(name: &str) -> Option<Purpose> {
    let name = name.to_ascii_lowercase();
    match name.as_str() {
        "title" | "subtitle" => Some(Purpose::Text(Role::Heading)),
        "quote" | "intense quote" | "block text" => Some(Purpose::Text(Role::Quote)),
        _ if name.starts_with("heading ") => Some(Purpose::Text(Role::Heading)),
        _ if name.starts_with("toc ") => Some(Purpose::Contents),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::xml::walk;

    fn styles(xml: &str) -> Styles {
        let mut styles = Styles::default();
        walk(&format!("<w:styles>{xml}</w:styles>"), &mut styles).unwrap();
        styles
    }

    #[test]
    fn a_style_inherits_from_its_base() {
        let styles = styles(
            r#"<w:style w:styleId="Kop"><w:name w:val="heading 1"/></w:style>
               <w:style w:styleId="Mine"><w:name w:val="Mine"/><w:basedOn w:val="Kop"/></w:style>"#,
        );
        assert_eq!(styles.purpose("Mine"), Some(Purpose::Text(Role::Heading)));
        assert_eq!(styles.purpose("None"), None);
    }

    #[test]
    fn styles_based_on_each_other_end() {
        let styles = styles(
            r#"<w:style w:styleId="A"><w:basedOn w:val="B"/></w:style>
               <w:style w:styleId="B"><w:basedOn w:val="A"/><w:rPr><w:vanish w:val="0"/></w:rPr></w:style>"#,
        );
        assert!(!styles.is_hidden("A"));
        assert!(!styles.is_raised("A"));
    }

    #[test]
    fn text_is_hidden_or_raised_by_the_style_its_style_is_based_on() {
        let styles = styles(
            r#"<w:style w:styleId="Ref"><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>
               <w:style w:styleId="Memo"><w:rPr><w:vanish/></w:rPr></w:style>
               <w:style w:styleId="Mark"><w:basedOn w:val="Ref"/></w:style>
               <w:style w:styleId="Aside"><w:basedOn w:val="Memo"/></w:style>"#,
        );
        assert!(styles.is_raised("Mark") && !styles.is_hidden("Mark"));
        assert!(styles.is_hidden("Aside") && !styles.is_raised("Aside"));
    }
}
