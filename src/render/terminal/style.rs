//! Colours and marks: nothing is told by colour alone.

use std::sync::OnceLock;

use colored::Colorize;

use super::theme::{Colours, Theme};
use crate::report::{Mark, Piece};

/// Whether marks are colours or signs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// Deleted struck, inserted underlined, moved neither, in the colours of a
    /// theme; bold the letters that changed in a word.
    Colour(Theme),
    /// Deleted `[-…-]`, inserted `{+…+}`; of a sentence that moved `[=…=]` where
    /// it was and `{=…=}` where it is.
    Plain,
}

/// What is said by a colour.
#[derive(Debug, Clone, Copy)]
enum Ink {
    Heading,
    Dim,
    Gone,
    Fresh,
    Moved,
    GoneWord,
    GoneLetters,
    FreshWord,
    FreshLetters,
}

/// How many inks there are.
const INKS: usize = 9;

/// How words look in a passage.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Look {
    Same,
    Gone,
    /// The letters of a word that went where others stayed.
    GoneLetters,
    New,
    /// The letters of a word that came where others stayed.
    NewLetters,
    MovedAway,
    MovedHere,
    /// Where moved words stand in the other text.
    Place,
}

impl Look {
    /// The look of the words of a passage.
    pub(super) fn of(piece: &Piece<'_>) -> Self {
        match (piece.mark, piece.elsewhere) {
            (Mark::Same, _) => Self::Same,
            (Mark::Deleted, None) => Self::Gone,
            (Mark::Deleted, Some(_)) => Self::MovedAway,
            (Mark::Inserted, None) => Self::New,
            (Mark::Inserted, Some(_)) => Self::MovedHere,
        }
    }

    /// That of the letters that differ in a word of this look.
    pub(super) fn letters(self) -> Self {
        match self {
            Self::Gone => Self::GoneLetters,
            Self::New => Self::NewLetters,
            other => other,
        }
    }
}

/// What a terminal is told before and after a word of an ink.
type Switches = [String; 2];

impl Style {
    /// A heading.
    pub(super) fn heading(self, text: &str) -> String {
        self.paint(Ink::Heading, text)
    }

    /// Something beside the point.
    pub(super) fn dim(self, text: &str) -> String {
        self.paint(Ink::Dim, text)
    }

    /// Something that went or fell.
    pub(super) fn gone(self, text: &str) -> String {
        self.paint(Ink::Gone, text)
    }

    /// Something that came or rose.
    pub(super) fn fresh(self, text: &str) -> String {
        self.paint(Ink::Fresh, text)
    }

    /// Something that stands elsewhere.
    pub(super) fn moved(self, text: &str) -> String {
        self.paint(Ink::Moved, text)
    }

    /// What a terminal is told before and after words of a look.
    pub(super) fn switches(self, look: Look) -> [&'static str; 2] {
        match look {
            Look::Same => ["", ""],
            Look::Gone => self.ink(Ink::GoneWord),
            Look::GoneLetters => self.ink(Ink::GoneLetters),
            Look::New => self.ink(Ink::FreshWord),
            Look::NewLetters => self.ink(Ink::FreshLetters),
            Look::MovedAway | Look::MovedHere | Look::Place => self.ink(Ink::Moved),
        }
    }

    /// What stands before and after a run of a look.
    pub(super) fn fences(self, look: Look) -> (&'static str, &'static str) {
        match (self, look) {
            // Lines tell what colours do not: struck is gone, underlined is new.
            (Self::Colour(_), _) | (Self::Plain, Look::Same | Look::Place) => ("", ""),
            (Self::Plain, Look::Gone | Look::GoneLetters) => ("[-", "-]"),
            (Self::Plain, Look::New | Look::NewLetters) => ("{+", "+}"),
            (Self::Plain, Look::MovedAway) => ("[=", "=]"),
            (Self::Plain, Look::MovedHere) => ("{=", "=}"),
        }
    }

    fn paint(self, ink: Ink, text: &str) -> String {
        let [on, off] = self.ink(ink);
        [on, text, off].concat()
    }

    /// What a terminal is told before and after words of an ink, made once.
    fn ink(self, ink: Ink) -> [&'static str; 2] {
        // A report paints thousands of words in a few inks.
        static MADE: [[OnceLock<Switches>; INKS]; Theme::COUNT] =
            [const { [const { OnceLock::new() }; INKS] }; Theme::COUNT];
        let Self::Colour(theme) = self else {
            return ["", ""];
        };
        let made = &MADE[theme as usize][ink as usize];
        let [on, off] = made.get_or_init(|| switches(theme.colours(), ink));
        [on, off]
    }
}

fn switches(colours: Colours, ink: Ink) -> Switches {
    // The crate paints whole strings: what stands around a blank is what it says before and after.
    let blank = " ";
    let painted = match ink {
        Ink::Heading => blank.bold(),
        Ink::Dim => blank.dimmed(),
        Ink::Gone => blank.color(colours.gone),
        Ink::Fresh => blank.color(colours.fresh),
        Ink::Moved => blank.color(colours.moved),
        Ink::GoneWord => blank.color(colours.gone).strikethrough(),
        Ink::GoneLetters => blank.color(colours.gone).strikethrough().bold(),
        Ink::FreshWord => blank.color(colours.fresh).underline(),
        Ink::FreshLetters => blank.color(colours.fresh).underline().bold(),
    };
    let painted = painted.to_string();
    let (on, off) = painted.split_once(blank).expect("the blank is in it");
    [on.to_owned(), off.to_owned()]
}
