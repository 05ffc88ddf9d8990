//! Letters above or below the line: note marks, exponents, ordinals.

use super::glyph::Glyph;
use super::row::Row;
use crate::load::superscript::{is_unit, superscript};

/// A raised letter is smaller than this share of the letters around it.
pub(super) const MAX_SIZE: f32 = 0.92;

/// A raised letter stands at least this share of the row's size above it.
const MIN_RISE: f32 = 0.15;

/// The farthest that a raised or lowered letter stands from its row, as a
/// share of the row's size; the next line is farther off.
const MAX_SHIFT: f32 = 0.6;

/// How a glyph enters the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reading {
    /// As it is.
    Plain,
    /// As a superscript digit: *km²*.
    Exponent(char),
    /// As the numerator of a fraction: the *1* of *3¹⁄₂*.
    Numerator,
    /// Not at all: it points to a note.
    NoteMark,
}

/// How the glyph at `at` in `row` reads.
pub(super) fn reading(row: &Row, at: usize) -> Reading {
    let glyph = &row.glyphs[at];
    let marks = is_mark(glyph.letter) || is_sign(glyph.letter);
    if !(is_superscript(glyph.letter) || marks && is_raised(row, glyph)) {
        return Reading::Plain;
    }
    if is_numerator(row, at) {
        return Reading::Numerator;
    }
    let word = word_before(row, at);
    // Nothing stands before it that a note could be of: it is the number at the head of a note. A
    // raised sign is part of a power of ten, or a dash.
    if word.is_empty() || is_sign(glyph.letter) && word != "10" {
        return Reading::Plain;
    }
    if let Some(exponent) = exponent(&word, glyph.letter) {
        return Reading::Exponent(exponent);
    }
    Reading::NoteMark
}

/// Whether the raised digit at `at` stands over the bar of a fraction: digits, the bar and
/// a digit follow it without a gap.
fn is_numerator(row: &Row, at: usize) -> bool {
    let mut bar = at;
    while row
        .glyphs
        .get(bar)
        .is_some_and(|glyph| glyph.letter.is_ascii_digit() && is_raised(row, glyph))
    {
        bar += 1;
    }
    let [Some(bar), Some(below)] = [row.glyphs.get(bar), row.glyphs.get(bar + 1)] else {
        return false;
    };
    let is_bar = matches!(bar.letter, '/' | '\u{2044}' | '\u{2215}');
    is_bar && below.letter.is_ascii_digit()
}

/// Signs of exponents: *10⁻³*.
fn is_sign(letter: char) -> bool {
    matches!(letter, '-' | '−' | '+')
}

/// Whether the glyph stands small above the baseline of `row`.
pub(super) fn is_raised(row: &Row, glyph: &Glyph) -> bool {
    let rise = row.baseline - glyph.baseline;
    is_superscript(glyph.letter) || glyph.size < MAX_SIZE * row.size && rise > MIN_RISE * row.size
}

/// Puts rows of raised or lowered letters into the row that they stand beside.
pub(super) fn adopt(rows: Vec<Row>) -> Vec<Row> {
    let mut adopted: Vec<Vec<Glyph>> = vec![Vec::new(); rows.len()];
    let mut orphans = Vec::with_capacity(rows.len());
    for (at, row) in rows.iter().enumerate() {
        // The nearest first; raised letters of another height may stand between.
        let near = [
            at.checked_sub(1),
            Some(at + 1),
            at.checked_sub(2),
            Some(at + 2),
        ];
        let parent = near
            .into_iter()
            .flatten()
            .find(|&other| rows.get(other).is_some_and(|other| holds(other, row)));
        match parent {
            Some(parent) => {
                adopted[parent].extend(&row.glyphs);
                orphans.push(false);
            }
            None => orphans.push(true),
        }
    }
    rows.into_iter()
        .zip(adopted)
        .zip(orphans)
        .filter(|(_, stays)| *stays)
        .filter_map(|((mut row, letters), _)| {
            if letters.is_empty() {
                return Some(row);
            }
            row.glyphs.extend(letters);
            Row::new(row.glyphs)
        })
        .collect()
}

/// Letters of a raised or lowered row that stand over or under letters: those of
/// a caption do, an exponent stands beside.
const MAX_COVERED: usize = 2;

/// Whether the small letters of `child` stand right beside letters of `parent`.
fn holds(parent: &Row, child: &Row) -> bool {
    let shift = (parent.baseline - child.baseline).abs();
    if child.size >= MAX_SIZE * parent.size || shift > MAX_SHIFT * parent.size {
        return false;
    }
    let reach = 1.2 * parent.size;
    let is_over = |glyph: &Glyph| {
        let middle = f32::midpoint(glyph.start, glyph.end);
        let mut letters = parent.inked();
        letters.any(|other| other.start < middle && middle < other.end)
    };
    if child.inked().filter(|glyph| is_over(glyph)).count() > MAX_COVERED {
        return false;
    }
    child.inked().all(|glyph| {
        parent
            .inked()
            .any(|beside| beside.start < glyph.end + reach && glyph.start < beside.end + reach)
    })
}

/// Letters that mark notes.
fn is_mark(letter: char) -> bool {
    letter.is_ascii_digit()
        || matches!(letter, '*' | '†' | '‡' | '§' | ',' | '(' | ')' | '[' | ']')
        || is_superscript(letter)
}

/// Whether a letter is drawn raised by its font.
fn is_superscript(letter: char) -> bool {
    matches!(letter, '¹' | '²' | '³' | '⁰' | '⁴'..='⁹')
}

/// The superscript for `letter` where it is the power of a unit or of ten.
fn exponent(word: &str, letter: char) -> Option<char> {
    let raised = superscript(letter).unwrap_or(letter);
    // *m/s²*: the exponent is of the last unit.
    let unit = word.rsplit('/').next().unwrap_or(word);
    let is_power = is_unit(unit) && matches!(raised, '²' | '³')
        || (word == "10" || word.ends_with("×10")) && superscript(letter).is_some();
    is_power.then_some(raised)
}

/// The letters and digits right before the glyph at `at`, without a gap.
fn word_before(row: &Row, at: usize) -> String {
    let mut letters = Vec::new();
    let mut start = row.glyphs[at].start;
    for glyph in row.glyphs[..at].iter().rev() {
        if glyph.letter.is_whitespace() || start - glyph.end > 0.17 * row.size {
            break;
        }
        start = glyph.start;
        if !is_raised(row, glyph) {
            letters.push(glyph.letter);
        }
    }
    letters.reverse();
    letters.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::pdf::direction::Base;
    use crate::load::pdf::glyph::{Purpose, Weight, narrow};
    use crate::load::pdf::row::gather;

    /// `text` at 10 points a letter wide 5; what stands in brackets is raised.
    fn set(text: &str) -> String {
        let mut size = 10.0;
        let mut glyphs = Vec::new();
        for letter in text.chars() {
            match letter {
                '[' => size = 6.0,
                ']' => size = 10.0,
                _ => {
                    let start = 5.0 * narrow(glyphs.len());
                    glyphs.push(Glyph {
                        letter,
                        start,
                        end: start + 5.0,
                        baseline: if size < 10.0 { 96.0 } else { 100.0 },
                        size,
                        weight: Weight::Regular,
                        purpose: Purpose::Content,
                        run: 0,
                    });
                }
            }
        }
        let rows = gather(glyphs);
        assert_eq!(rows.len(), 1);
        rows[0].text(Base::LeftToRight)
    }

    #[test]
    fn a_caption_under_a_large_figure_is_a_line_of_its_own() {
        let run = |text: &str, width: f32, baseline: f32, run: u32| -> Vec<Glyph> {
            let letters = text.chars().enumerate();
            let glyph = |(at, letter)| Glyph {
                letter,
                start: width * narrow(at),
                end: width * narrow(at + 1),
                baseline,
                size: 2.0 * width,
                weight: Weight::Regular,
                purpose: Purpose::Content,
                run,
            };
            letters.map(glyph).collect()
        };
        let rows = gather([run("4.2", 18.0, 100.0, 1), run("hectares", 5.0, 106.0, 2)].concat());
        let texts: Vec<String> = rows.iter().map(|row| row.text(Base::LeftToRight)).collect();
        assert_eq!(texts, ["4.2", "hectares"]);
    }

    #[test]
    fn note_marks_go_and_exponents_stay() {
        let cases = [
            ("the mines[1] were", "the mines were"),
            ("of 1,204[12], and", "of 1,204, and"),
            ("over 35 km[2] of land", "over 35 km² of land"),
            ("the 19[th] Meeting", "the 19th Meeting"),
            ("3.2 x 10[6] litres", "3.2 x 10⁶ litres"),
            ("of 10[-3] grains", "of 10⁻³ grains"),
            ("for 3[1]/2 days", "for 3 1/2 days"),
            ("for [11]/12 of it", "for 11/12 of it"),
            ("[3]See the report", "3 See the report"),
        ];
        for (drawn, text) in cases {
            assert_eq!(set(drawn), text);
        }
    }

    #[test]
    fn a_letter_that_its_font_raises_is_a_mark_behind_a_word() {
        assert_eq!(set("the mines² were"), "the mines were");
    }
}
