//! Reads the words of the body.

use super::changes::Changes;
use super::styles::Styles;
use crate::load::block::Block;
use crate::load::flow::{Flow, Frame};
use crate::load::symbol_fonts::read_private;
use crate::load::xml::{Step, Tag, Visitor};
use crate::model::Role;

/// Reads the body of a document.
pub(super) struct Reader<'a> {
    styles: &'a Styles,
    changes: &'a Changes,
    flow: Flow,
    /// Looks of the open paragraphs and spans, the innermost last.
    looks: Vec<Look>,
    /// Open list items.
    items: usize,
    /// Inserted text is left out until the mark that ends it.
    hidden_by: Option<String>,
}

/// What a style makes of the text in it.
#[derive(Clone, Copy, Default)]
struct Look {
    is_hidden: bool,
    is_raised: bool,
}

impl<'a> Reader<'a> {
    pub(super) fn new(styles: &'a Styles, changes: &'a Changes) -> Self {
        Self {
            styles,
            changes,
            flow: Flow::default(),
            looks: Vec::new(),
            items: 0,
            hidden_by: None,
        }
    }

    /// The blocks of the document.
    pub(super) fn finish(self) -> Vec<Block> {
        self.flow.finish()
    }

    fn open_paragraph(&mut self, tag: &Tag<'_>) {
        let style = tag.attribute("style-name").unwrap_or_default();
        let role = match (tag.name(), self.styles.role(&style)) {
            ("h", _) => Role::Heading,
            // A heading in a list is a numbered heading.
            (_, Role::Body) if self.items > 0 => Role::ListItem,
            (_, role) => role,
        };
        self.flow.open_paragraph(role);
        // A paragraph of a text box does not look like the one that it is anchored in.
        self.push_look(&style, Look::default());
    }

    fn close_paragraph(&mut self) {
        self.looks.pop();
        if self.hidden_by.is_some() {
            // The insertion holds the end of the paragraph: without it the next goes on.
            self.flow.carry_paragraph();
        } else {
            self.flow.close_paragraph();
        }
    }

    fn open_span(&mut self, tag: &Tag<'_>) {
        let style = tag.attribute("style-name").unwrap_or_default();
        let outer = self.look();
        self.push_look(&style, outer);
    }

    fn push_look(&mut self, style: &str, outer: Look) {
        self.looks.push(Look {
            is_hidden: outer.is_hidden || self.styles.is_hidden(style),
            is_raised: outer.is_raised || self.styles.is_raised(style),
        });
    }

    fn look(&self) -> Look {
        self.looks.last().copied().unwrap_or_default()
    }

    fn write(&mut self, text: &str) {
        let look = self.look();
        if look.is_hidden || self.hidden_by.is_some() || !self.flow.in_paragraph() {
            return;
        }
        let text = read_private(text);
        if look.is_raised {
            self.flow.superscript(&text);
        } else {
            self.flow.text(&text);
        }
    }

    fn line_break(&mut self) {
        if self.hidden_by.is_none() && !self.look().is_hidden {
            self.flow.line_break();
        }
    }

    fn restore(&mut self, id: &str) {
        for (at, paragraph) in self.changes.restored(id).iter().enumerate() {
            if at > 0 {
                self.flow.open_paragraph(Role::Body);
            }
            self.write(paragraph);
        }
    }

    fn change(&mut self, tag: &Tag<'_>) {
        let id = tag.attribute("change-id").unwrap_or_default();
        match tag.name() {
            "change" => self.restore(&id),
            "change-start" if self.changes.hides(&id) => self.hidden_by = Some(id.into_owned()),
            "change-end" if self.hidden_by.as_deref() == Some(&*id) => self.hidden_by = None,
            _ => {}
        }
    }
}

impl Visitor for Reader<'_> {
    fn open(&mut self, tag: &Tag<'_>) -> Step {
        match tag.name() {
            "automatic-styles" | "master-styles" | "styles" | "meta" | "settings" | "scripts"
            | "font-face-decls" | "tracked-changes" | "forms" | "annotation" | "note-citation"
            | "ruby-text" | "hidden-text" | "table-of-content" | "alphabetical-index"
            | "illustration-index" | "table-index" | "object-index" | "user-index"
            | "bibliography" => return Step::Skip,
            "section"
                if tag
                    .attribute("display")
                    .is_some_and(|display| display == "none") =>
            {
                return Step::Skip;
            }
            "p" | "h" => self.open_paragraph(tag),
            "span" => self.open_span(tag),
            // `text:s` is several blanks, which are one here.
            "s" | "tab" => self.write(" "),
            "line-break" => self.line_break(),
            "list-item" => self.items += 1,
            "note" => self.flow.open(Frame::Note),
            // Only the paragraphs of a drawing are words, its title is not.
            "frame" | "custom-shape" | "g" => self.flow.open(Frame::Box),
            "table-row" => self.flow.open(Frame::Row),
            "table-cell" | "covered-table-cell" => self.flow.open_cell(),
            "change" | "change-start" | "change-end" => self.change(tag),
            _ => {}
        }
        Step::Into
    }

    fn close(&mut self, name: &str) {
        match name {
            "p" | "h" => self.close_paragraph(),
            "span" => {
                self.looks.pop();
            }
            "list-item" => self.items = self.items.saturating_sub(1),
            "note" => self.flow.close(Frame::Note),
            "frame" | "custom-shape" | "g" => self.flow.close(Frame::Box),
            "table-row" => self.flow.close(Frame::Row),
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        self.write(text);
    }
}
