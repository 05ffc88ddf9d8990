//! Colours and marks: nothing is told by colour alone.

use colored::Colorize;

use super::theme::{Colours, Theme};
use crate::report::Mark;

/// Whether marks are colours or signs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// Deleted struck, inserted underlined, in the colours of a theme.
    Colour(Theme),
    /// Deleted `[-…-]`, inserted `{+…+}`.
    Plain,
}

impl Style {
    /// A heading.
    pub(super) fn heading(self, text: &str) -> String {
        self.paint(text, |text, _| text.bold().to_string())
    }

    /// Something beside the point.
    pub(super) fn dim(self, text: &str) -> String {
        self.paint(text, |text, _| text.dimmed().to_string())
    }

    /// Something that went or fell.
    pub(super) fn gone(self, text: &str) -> String {
        self.paint(text, |text, colours| text.color(colours.gone).to_string())
    }

    /// Something that came or rose.
    pub(super) fn fresh(self, text: &str) -> String {
        self.paint(text, |text, colours| text.color(colours.fresh).to_string())
    }

    /// Something that stands elsewhere.
    pub(super) fn moved(self, text: &str) -> String {
        self.paint(text, |text, colours| text.color(colours.moved).to_string())
    }

    /// A word of a run with `mark`.
    pub(super) fn word(self, mark: Mark, text: &str) -> String {
        match mark {
            Mark::Same => text.to_owned(),
            Mark::Gone => self.paint(text, |text, colours| {
                text.color(colours.gone).strikethrough().to_string()
            }),
            Mark::New => self.paint(text, |text, colours| {
                text.color(colours.fresh).underline().to_string()
            }),
        }
    }

    /// What stands before and after a run with `mark`.
    pub(super) fn fences(self, mark: Mark) -> (&'static str, &'static str) {
        match (self, mark) {
            (Self::Colour(_), _) | (Self::Plain, Mark::Same) => ("", ""),
            (Self::Plain, Mark::Gone) => ("[-", "-]"),
            (Self::Plain, Mark::New) => ("{+", "+}"),
        }
    }

    fn paint(self, text: &str, colour: impl Fn(&str, Colours) -> String) -> String {
        match self {
            Self::Colour(theme) => colour(text, theme.colours()),
            Self::Plain => text.to_owned(),
        }
    }
}
