//! Finds the place in the file of each byte of the text.

use std::collections::BTreeMap;

use crate::report::{Kept, Original, TextPart};

/// A place between two sources: behind one, or in front of one. What the file has
/// between two characters of the text, such as white space, stands between the two.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Place(pub(super) u64);

impl Place {
    pub(super) fn before(source: u32) -> Self {
        Self(2 * u64::from(source))
    }

    pub(super) fn after(source: u32) -> Self {
        Self(2 * u64::from(source) + 1)
    }

    /// The source that it is said by.
    pub(super) fn source(self) -> u32 {
        u32::try_from(self.0 / 2).unwrap_or(Original::NOWHERE)
    }
}

/// A paragraph of the file: the part, and the paragraph in it.
pub(super) type Home = (usize, usize);

/// Where the words of the text stand in the file.
pub(super) struct Places<'a> {
    kept: Kept<'a>,
    /// Bytes of the text that are no white space.
    inked: Vec<u32>,
    /// The paragraphs of the file that each paragraph of the text stands in.
    homes: Vec<Vec<Home>>,
    /// How many paragraphs of the text stand in one of the file.
    guests: BTreeMap<Home, usize>,
}

impl<'a> Places<'a> {
    /// `None` where a paragraph of the text stands nowhere in the file.
    pub(super) fn new(kept: Kept<'a>) -> Option<Self> {
        let text = &kept.after.text;
        let letters = text.char_indices().filter(|(_, c)| !c.is_whitespace());
        let inked: Vec<u32> = letters
            .map(|(at, _)| u32::try_from(at).unwrap_or(u32::MAX))
            .collect();
        if inked.len() != kept.original.ink.len() {
            return None;
        }
        let mut places = Self {
            kept,
            inked,
            homes: Vec::new(),
            guests: BTreeMap::new(),
        };
        for paragraph in 0..kept.after.paragraphs.len() {
            let homes = places.find_homes(paragraph)?;
            for home in &homes {
                *places.guests.entry(*home).or_default() += 1;
            }
            places.homes.push(homes);
        }
        Some(places)
    }

    fn find_homes(&self, paragraph: usize) -> Option<Vec<Home>> {
        let span = self.kept.after.paragraphs[paragraph].span;
        let sources = &self.kept.original.ink[self.index(span.start)..self.index(span.end)];
        let mut homes: Vec<Home> = Vec::new();
        for &source in sources {
            if source == Original::NOWHERE {
                continue;
            }
            let home = self.home(source)?;
            if homes.last() != Some(&home) && !homes.contains(&home) {
                homes.push(home);
            }
        }
        (!homes.is_empty()).then_some(homes)
    }

    /// How many letters stand before a byte of the text.
    fn index(&self, at: u32) -> usize {
        self.inked.partition_point(|letter| *letter < at)
    }

    /// The paragraph of the file that holds a source.
    pub(super) fn home(&self, source: u32) -> Option<Home> {
        let parts = &self.kept.original.parts;
        let at = parts
            .iter()
            .position(|part| part.sources.contains(&source))?;
        let piece = parts[at].piece_at(source)?;
        Some((at, parts[at].runs[parts[at].pieces[piece].run].paragraph))
    }

    /// The paragraphs of the file that a paragraph of the text stands in; never none.
    pub(super) fn homes(&self, paragraph: u32) -> &[Home] {
        &self.homes[paragraph as usize]
    }

    /// Whether no other paragraph of the text stands in those of this one.
    pub(super) fn is_alone(&self, paragraph: u32) -> bool {
        self.homes(paragraph)
            .iter()
            .all(|home| self.guests[home] == 1)
    }

    pub(super) fn part(&self, home: Home) -> &'a TextPart {
        &self.kept.original.parts[home.0]
    }

    /// The place at a byte of a paragraph of the text: behind the letter that stands
    /// there, else in front of the next, else at the nearest.
    pub(super) fn at(&self, byte: u32, paragraph: u32) -> Option<Place> {
        let span = self.kept.after.paragraphs[paragraph as usize].span;
        let (first, past) = (self.index(span.start), self.index(span.end));
        let next = self.index(byte);
        let ink = &self.kept.original.ink;
        let known = |at: &usize| ink[*at] != Original::NOWHERE;
        let touches_last = next > first && self.ends_at(next - 1) == byte && known(&(next - 1));
        if touches_last {
            return Some(Place::after(ink[next - 1]));
        }
        if next < past && self.inked[next] == byte && known(&next) {
            return Some(Place::before(ink[next]));
        }
        let last = (first..next).rev().find(known);
        let last = last.map(|at| Place::after(ink[at]));
        last.or_else(|| (next..past).find(known).map(|at| Place::before(ink[at])))
    }

    /// The byte behind a letter.
    fn ends_at(&self, letter: usize) -> u32 {
        let start = self.inked[letter];
        let c = self.kept.after.text[start as usize..].chars().next();
        start + u32::try_from(c.map_or(0, char::len_utf8)).unwrap_or(0)
    }

    /// In front of the first letter of a paragraph, and behind its last.
    pub(super) fn ends(&self, paragraph: u32) -> Option<(Place, Place)> {
        let span = self.kept.after.paragraphs[paragraph as usize].span;
        let ink = &self.kept.original.ink[self.index(span.start)..self.index(span.end)];
        let known = |source: &&u32| **source != Original::NOWHERE;
        let first = ink.iter().find(known)?;
        let last = ink.iter().rev().find(known)?;
        Some((Place::before(*first), Place::after(*last)))
    }
}
