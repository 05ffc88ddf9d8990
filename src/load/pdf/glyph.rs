//! The letters of a page and where they stand.
//!
//! Coordinates are points (1/72 inch) from the page's top left corner, `y`
//! downwards. On a page of right-to-left text `x` counts from the right edge
//! instead (see [`Page::mirror`]), so that later steps read every page from
//! its start to its end.

use unicode_normalization::UnicodeNormalization;

use super::direction;

/// One letter, mark or blank as drawn.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Glyph {
    /// What it reads as; a ligature is several glyphs.
    pub(super) letter: char,
    /// Where it starts along the line.
    pub(super) start: f32,
    /// Where it ends along the line; never before `start`.
    pub(super) end: f32,
    /// The line it stands on.
    pub(super) baseline: f32,
    /// Height of its font.
    pub(super) size: f32,
    /// How its font looks.
    pub(super) weight: Weight,
    /// What the file says it is for.
    pub(super) purpose: Purpose,
    /// Counts the runs of the page: what one instruction draws.
    pub(super) run: u32,
}

/// How heavy a font is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Weight {
    /// Text weight, or unknown.
    Regular,
    /// Semi-bold or heavier.
    Bold,
}

/// Whether the file sets a glyph apart from the text (ISO 32000-2, 14.8.2.2).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Purpose {
    /// Real content, or nothing said.
    Content,
    /// A running head, a page number, a watermark.
    Artifact,
}

/// What was drawn on one page.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Page {
    /// Counted from 1.
    pub(super) number: u32,
    /// In points.
    pub(super) width: f32,
    /// In points.
    pub(super) height: f32,
    /// In the order in which they were drawn.
    pub(super) glyphs: Vec<Glyph>,
    /// Pictures drawn, each time counted.
    pub(super) images: usize,
    /// Glyphs that stand for no known character; they are not in `glyphs`.
    pub(super) unmapped: usize,
    /// Glyphs of lines that run up, down or backwards; they are not in `glyphs`.
    pub(super) turned: usize,
}

impl Page {
    /// Adds what one glyph reads as. Ligatures and presentation forms are
    /// spelt out, and share the width in the order of their script.
    pub(super) fn push(&mut self, text: &str, glyph: Glyph) {
        let mut chars = text.chars();
        if let (Some(letter), None) = (chars.next(), chars.next())
            && !is_composed(letter)
        {
            self.glyphs.push(Glyph { letter, ..glyph });
            return;
        }
        let mut letters: Vec<char> = text.chars().flat_map(spelt_out).collect();
        if letters.iter().copied().any(direction::is_right_to_left) {
            // The page has visual order: the first letter of an Arabic ligature stands at its
            // right.
            letters.reverse();
        }
        let width = (glyph.end - glyph.start) / narrow(letters.len().max(1));
        for (at, letter) in letters.into_iter().enumerate() {
            let start = glyph.start + width * narrow(at);
            self.glyphs.push(Glyph {
                letter,
                start,
                end: start + width,
                ..glyph
            });
        }
    }

    /// Whether most letters are written from right to left.
    pub(super) fn is_right_to_left(&self) -> bool {
        let letters = || self.glyphs.iter().map(|glyph| glyph.letter);
        let backward = letters()
            .filter(|&letter| direction::is_right_to_left(letter))
            .count();
        let forward = letters()
            .filter(|&letter| direction::is_left_to_right(letter))
            .count();
        backward > forward
    }

    /// Makes `x` count from the other edge.
    pub(super) fn mirror(&mut self) {
        for glyph in &mut self.glyphs {
            (glyph.start, glyph.end) = (self.width - glyph.end, self.width - glyph.start);
        }
    }
}

/// A count as a length; exact below 2^24.
#[expect(
    clippy::cast_precision_loss,
    reason = "counts of glyphs and lines stay far below 2^24"
)]
pub(super) fn narrow(count: usize) -> f32 {
    count as f32
}

/// The letters of a ligature or of an Arabic presentation form (Unicode blocks
/// FB00, FB50 and FE70); other characters as they are.
fn spelt_out(letter: char) -> impl Iterator<Item = char> {
    let (as_is, parts) = if is_composed(letter) {
        (None, Some(std::iter::once(letter).nfkc()))
    } else {
        (Some(letter), None)
    };
    as_is.into_iter().chain(parts.into_iter().flatten())
}

fn is_composed(letter: char) -> bool {
    matches!(letter, '\u{fb00}'..='\u{fb4f}' | '\u{fb50}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(text: &str) -> Vec<(char, f32)> {
        let mut page = Page::default();
        page.push(
            text,
            Glyph {
                letter: ' ',
                start: 0.0,
                end: 6.0,
                baseline: 10.0,
                size: 10.0,
                weight: Weight::Regular,
                purpose: Purpose::Content,
                run: 0,
            },
        );
        page.glyphs
            .iter()
            .map(|glyph| (glyph.letter, glyph.start))
            .collect()
    }

    #[test]
    fn a_ligature_is_spelt_out_over_its_width() {
        assert_eq!(drawn("ﬃ"), [('f', 0.0), ('f', 2.0), ('i', 4.0)]);
    }

    #[test]
    fn lam_alef_reads_from_right_to_left() {
        assert_eq!(drawn("ﻻ"), [('ا', 0.0), ('ل', 3.0)]);
    }

    #[test]
    fn letters_that_are_drawn_joined_are_composed() {
        for letter in ['ﬁ', 'ﻻ', 'ﭐ'] {
            assert!(is_composed(letter), "{letter}");
        }
        assert!(!is_composed('f') && !is_composed('ل'));
    }
}
