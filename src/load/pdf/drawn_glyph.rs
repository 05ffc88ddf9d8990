//! Reads one drawn glyph: its text, its weight, how it is turned.

use std::cell::RefCell;
use std::collections::{BTreeSet, HashMap};

use hayro_interpret::font::{Glyph as DrawnGlyph, GlyphIdentifier, OutlineFontData, OutlineGlyph};
use hayro_interpret::hayro_cmap::BfString;
use hayro_interpret::hayro_syntax::Pdf;
use hayro_interpret::hayro_syntax::object::{Array, Dict, Name, Object};
use hayro_interpret::hayro_syntax::page::Page;
use hayro_interpret::kurbo::{Affine, Point, Shape, Vec2};

use super::glyph::Weight;
use super::symbol;

/// Units of glyph space to the em.
pub(super) const UNITS_PER_EM: f64 = 1000.0;

/// Digits that stand higher than this above the line are superior figures.
const MIN_FOOT: f64 = 0.12;

/// The size of superior figures, as a share of the type size.
const SUPERIOR_SIZE: f64 = 0.6;

/// Where `vector` points after `transform`, without its shift.
pub(super) fn direction(transform: Affine, vector: Vec2) -> Vec2 {
    transform * vector.to_point() - transform * Point::ZERO
}

/// How many quarter turns clockwise `axis` is off the horizontal; `None` for a slant.
pub(super) fn quarter_turns(axis: Vec2) -> Option<usize> {
    let is_level = axis.y.abs() < 0.1 * axis.x.abs();
    let is_plumb = axis.x.abs() < 0.1 * axis.y.abs();
    match (is_level, is_plumb) {
        (true, _) => Some(if axis.x > 0.0 { 0 } else { 2 }),
        (_, true) => Some(if axis.y > 0.0 { 1 } else { 3 }),
        _ => None,
    }
}

pub(super) fn advance_width(drawn: &DrawnGlyph<'_>) -> Option<f32> {
    match drawn {
        DrawnGlyph::Outline(glyph) => glyph.advance_width(),
        DrawnGlyph::Type3(glyph) => glyph.advance_width(),
    }
}

/// Whether somebody typed words onto a page: values of form fields, free text.
pub(super) fn has_typed_words(page: &Page<'_>) -> bool {
    annotations(page).any(|annotation| {
        let kind = annotation.get::<Name<'_>>(b"Subtype");
        kind.is_some_and(|kind| matches!(kind.as_ref(), b"Widget" | b"FreeText"))
    })
}

/// What lies over a page: fields, notes, links.
pub(super) fn annotations<'a>(page: &Page<'a>) -> impl Iterator<Item = Dict<'a>> + use<'a> {
    let list = page.raw().get::<Array<'a>>(b"Annots");
    let found: Vec<Dict<'a>> = list.iter().flat_map(Array::iter::<Dict<'a>>).collect();
    found.into_iter()
}

/// Fonts whose codes are Unicode, by name: their `/ToUnicode` is the name
/// `/Identity-H` instead of a table, which poppler, pdf.js and `MuPDF` take so too.
#[derive(Debug, Default)]
pub(super) struct PlainFonts(BTreeSet<String>);

impl PlainFonts {
    /// Those of a file.
    pub(super) fn of(pdf: &Pdf) -> Self {
        let fonts = pdf.objects().into_iter().filter_map(|object| match object {
            Object::Dict(font) => Some(font),
            _ => None,
        });
        let names = fonts.filter_map(|font| {
            let table = font.get::<Name<'_>>(b"ToUnicode")?;
            let name = font.get::<Name<'_>>(b"BaseFont")?;
            table
                .as_ref()
                .starts_with(b"Identity")
                .then(|| bare_name(name.as_str()).to_owned())
        });
        Self(names.collect())
    }

    fn read(&self, glyph: &OutlineGlyph) -> Option<char> {
        let name = glyph.font_data()?.postscript_name?;
        let is_plain = self.0.contains(bare_name(&name));
        char::from_u32(glyph.char_code()).filter(|_| is_plain)
    }
}

/// The name of a font without the six letters of a subset.
fn bare_name(name: &str) -> &str {
    match name.split_once('+') {
        // *ABCDEF+Times* (ISO 32000-1, 9.6.4)
        Some((subset, name)) if subset.len() == 6 => name,
        _ => name,
    }
}

/// What a glyph reads as: mostly one letter, which needs no memory of its own.
#[derive(Debug)]
pub(super) enum Read {
    Letter(char),
    Text(String),
}

impl Read {
    /// The text, a letter in `buffer`.
    pub(super) fn text<'t>(&'t self, buffer: &'t mut [u8; 4]) -> &'t str {
        match self {
            Self::Letter(letter) => letter.encode_utf8(buffer),
            Self::Text(text) => text,
        }
    }
}

/// The text of a glyph; `None` where the file does not tell.
pub(super) fn reads_as(drawn: &DrawnGlyph<'_>, plain: &PlainFonts) -> Option<Read> {
    // A `/ToUnicode` table has these where its writer knew no character.
    let is_unknown = |letter: char| matches!(letter, '\0' | '\u{fffd}');
    let letter = match (drawn.as_unicode(), drawn) {
        (Some(BfString::String(text)), _) => {
            let is_known = !text.contains(is_unknown);
            return is_known.then_some(Read::Text(text));
        }
        (Some(BfString::Char(letter)), _) => symbol::known(letter)?,
        (None, DrawnGlyph::Type3(glyph)) => symbol::tex_letter(glyph.char_code())?,
        (None, DrawnGlyph::Outline(glyph)) => plain.read(glyph)?,
    };
    Some(Read::Letter(letter)).filter(|_| !is_unknown(letter))
}

/// Where the digits of the fonts of a file stand, in em above the line: an outline is drawn
/// once for all places that show it.
#[derive(Debug, Default)]
pub(super) struct Feet(RefCell<HashMap<GlyphIdentifier, f64>>);

impl Feet {
    /// How far a digit that the font draws above the line stands over it, and the
    /// share of the size that it has, both in em; `(0, 1)` for all other glyphs.
    pub(super) fn superior(&self, drawn: &DrawnGlyph<'_>, text: &str) -> (f64, f64) {
        let is_digit = text.len() == 1 && text.starts_with(|letter: char| letter.is_ascii_digit());
        let DrawnGlyph::Outline(glyph) = drawn else {
            return (0.0, 1.0);
        };
        if !is_digit {
            return (0.0, 1.0);
        }
        let mut feet = self.0.borrow_mut();
        let draw = || glyph.outline().bounding_box().min_y() / UNITS_PER_EM;
        let foot = *feet.entry(glyph.identifier()).or_insert_with(draw);
        if foot > MIN_FOOT && foot < 1.0 {
            (foot, SUPERIOR_SIZE)
        } else {
            (0.0, 1.0)
        }
    }
}

pub(super) fn weight(drawn: &DrawnGlyph<'_>) -> Weight {
    let font = match drawn {
        DrawnGlyph::Outline(glyph) => glyph.font_data(),
        DrawnGlyph::Type3(_) => None,
    };
    let is_bold = font.is_some_and(
        |OutlineFontData {
             weight,
             postscript_name,
             ..
         }| {
            // Semi-bold is 600; where a font keeps no weight its name may say it.
            weight.is_some_and(|weight| weight >= 600)
                || postscript_name.is_some_and(|name| name.to_ascii_lowercase().contains("bold"))
        },
    );
    if is_bold {
        Weight::Bold
    } else {
        Weight::Regular
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_told_by_the_quarter_turn_they_run_in() {
        let cases = [
            ((9.0, 0.1), Some(0)),
            ((0.0, 9.0), Some(1)),
            ((-9.0, 0.0), Some(2)),
            ((0.0, -9.0), Some(3)),
            ((6.0, 6.0), None),
        ];
        for ((x, y), turn) in cases {
            assert_eq!(quarter_turns(Vec2::new(x, y)), turn);
        }
    }
}
