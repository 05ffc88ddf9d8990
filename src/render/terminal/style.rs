//! Colours and marks: nothing is told by colour alone.

use colored::{Color, Colorize};

use crate::report::Mark;

/// Whether marks are colours or signs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// Deleted red and struck, inserted blue and underlined, moved green.
    Colour,
    /// Deleted `[-…-]`, inserted `{+…+}`.
    Plain,
}

impl Style {
    /// A heading.
    pub(super) fn heading(self, text: &str) -> String {
        self.paint(text, |text| text.bold().to_string())
    }

    /// Something beside the point.
    pub(super) fn dim(self, text: &str) -> String {
        self.paint(text, |text| text.dimmed().to_string())
    }

    /// Something that went or fell.
    pub(super) fn gone(self, text: &str) -> String {
        self.paint(text, |text| text.color(Color::Red).to_string())
    }

    /// Something that came or rose.
    pub(super) fn fresh(self, text: &str) -> String {
        self.paint(text, |text| text.color(Color::Blue).to_string())
    }

    /// Something that stands elsewhere.
    pub(super) fn moved(self, text: &str) -> String {
        self.paint(text, |text| text.color(Color::Green).to_string())
    }

    /// A word of a run with `mark`.
    pub(super) fn word(self, mark: Mark, text: &str) -> String {
        match mark {
            Mark::Same => text.to_owned(),
            Mark::Gone => self.paint(text, |text| {
                text.color(Color::Red).strikethrough().to_string()
            }),
            Mark::New => self.paint(text, |text| text.color(Color::Blue).underline().to_string()),
        }
    }

    /// What stands before and after a run with `mark`.
    pub(super) fn fences(self, mark: Mark) -> (&'static str, &'static str) {
        match (self, mark) {
            (Self::Colour, _) | (Self::Plain, Mark::Same) => ("", ""),
            (Self::Plain, Mark::Gone) => ("[-", "-]"),
            (Self::Plain, Mark::New) => ("{+", "+}"),
        }
    }

    fn paint(self, text: &str, colour: impl Fn(&str) -> String) -> String {
        match self {
            Self::Colour => colour(text),
            Self::Plain => text.to_owned(),
        }
    }
}
