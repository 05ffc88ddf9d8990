//! Reads what styles say about their paragraphs and runs.

use std::collections::BTreeMap;

use crate::load::xml::{Step, Tag, Visitor};
use crate::model::Role;

/// Most styles that one style is based on, one on another.
const MAX_ANCESTORS: usize = 16;

/// What a style says beyond looks; `None` where it leaves it to its parent.
#[derive(Debug, Clone, Default)]
struct Style {
    parent: Option<String>,
    is_hidden: Option<bool>,
    is_raised: Option<bool>,
}

/// The common and the automatic styles of a document.
///
/// Names are unique within a family; families that have no text are left out,
/// and paragraph and text styles never carry the same name in practice.
#[derive(Debug, Default)]
pub(super) struct Styles {
    by_name: BTreeMap<String, Style>,
    current: Option<String>,
}

impl Styles {
    /// What paragraphs of the style `name` are for.
    pub(super) fn role(&self, name: &str) -> Role {
        let own = std::iter::once(name);
        // Direct formatting makes an automatic style (`P3`) that is based on the one chosen.
        let parents = self.line(name).filter_map(|style| style.parent.as_deref());
        own.chain(parents)
            .find_map(role_of_name)
            .unwrap_or_default()
    }

    /// Whether text of the style `name` is hidden.
    pub(super) fn is_hidden(&self, name: &str) -> bool {
        self.line(name)
            .find_map(|style| style.is_hidden)
            .unwrap_or(false)
    }

    /// Whether text of the style `name` stands above the line.
    pub(super) fn is_raised(&self, name: &str) -> bool {
        self.line(name)
            .find_map(|style| style.is_raised)
            .unwrap_or(false)
    }

    /// The style and those that it is based on.
    fn line(&self, name: &str) -> impl Iterator<Item = &Style> {
        let parent = |style: &&Style| {
            style
                .parent
                .as_ref()
                .and_then(|name| self.by_name.get(name))
        };
        // A damaged file may have a style based on itself.
        std::iter::successors(self.by_name.get(name), parent).take(MAX_ANCESTORS)
    }

    fn define(&mut self, tag: &Tag<'_>) {
        let style = self
            .current
            .as_ref()
            .and_then(|name| self.by_name.get_mut(name));
        let (Some(style), "text-properties") = (style, tag.name()) else {
            return;
        };
        style.is_hidden = tag.attribute("display").map(|value| value == "none");
        style.is_raised = tag.attribute("text-position").map(|value| is_above(&value));
    }
}

impl Visitor for Styles {
    fn open(&mut self, tag: &Tag<'_>) -> Step {
        match tag.name() {
            // The styles of the content stand before its body in the same part.
            "body" | "font-face-decls" | "master-styles" => return Step::Skip,
            "style" => {
                let name = tag.attribute("name").filter(|_| has_text(tag));
                self.current = name.map(std::borrow::Cow::into_owned);
                if let Some(name) = &self.current {
                    let parent = tag
                        .attribute("parent-style-name")
                        .map(std::borrow::Cow::into_owned);
                    let style = Style {
                        parent,
                        ..Style::default()
                    };
                    self.by_name.insert(name.clone(), style);
                }
            }
            _ => self.define(tag),
        }
        Step::Into
    }

    fn close(&mut self, name: &str) {
        if name == "style" {
            self.current = None;
        }
    }
}

fn has_text(tag: &Tag<'_>) -> bool {
    matches!(
        tag.attribute("family").as_deref(),
        Some("paragraph" | "text")
    )
}

/// Whether a `style:text-position` such as `super 58%` or `33% 58%` is above the line.
fn is_above(position: &str) -> bool {
    // The second number is the size of the letters.
    let shift = position.split(' ').next().unwrap_or_default();
    let percent = shift.trim_end_matches('%').parse::<f32>();
    shift == "super" || percent.is_ok_and(|percent| percent > 0.0)
}

/// What the built-in names say; they are English in every language.
fn role_of_name(name: &str) -> Option<Role> {
    match name {
        "Title" | "Subtitle" | "Heading" => Some(Role::Heading),
        "Quotations" => Some(Role::Quote),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::xml::walk;

    #[test]
    fn an_automatic_style_is_what_its_parents_are() {
        let xml = r#"<s><style:style style:name="P1" style:family="paragraph" style:parent-style-name="Mine"/>
            <style:style style:name="Mine" style:family="paragraph" style:parent-style-name="Title"/>
            <style:style style:name="T1" style:family="text"><style:text-properties style:text-position="super 58%"/></style:style>
            <style:style style:name="T2" style:family="text"><style:text-properties style:text-position="-33% 58%" text:display="none"/></style:style></s>"#;
        let mut styles = Styles::default();
        walk(xml, &mut styles).unwrap();
        assert_eq!(styles.role("P1"), Role::Heading);
        assert_eq!(styles.role("Standard"), Role::Body);
        assert!(styles.is_raised("T1") && !styles.is_hidden("T1"));
        assert!(!styles.is_raised("T2") && styles.is_hidden("T2"));
    }
}
