//! Reads fractions that are set one number over the other as *2/3*.
//!
//! The numerator and the denominator stand on rows of their own, as far above the line as
//! below it, where the line has room for them. What is not wholly of that shape stays: the
//! cells of two rows beside one that is centred on them stand farther off.

use super::glyph::{Glyph, narrow};
use super::row::Row;

/// The least and the most that each part stands off the line, as a share of its size.
const SHIFT: std::ops::RangeInclusive<f32> = 0.25..=0.95;

/// Both parts stand as far off the line, but for this share of its size.
const MAX_SKEW: f32 = 0.35;

/// Most digits over or under the bar.
const MAX_DIGITS: usize = 4;

/// A gap between two fractions of a line, as a share of its size.
const GAP: f32 = 0.6;

/// Words stand at most this far from a fraction, as a share of the size.
const REACH: f32 = 1.0;

/// `rows`, from top to bottom, with their built fractions as letters of the line.
pub(super) fn build(rows: Vec<Row>) -> Vec<Row> {
    let mut built: Vec<Option<Row>> = rows.into_iter().map(Some).collect();
    for at in 1..built.len().saturating_sub(1) {
        let [Some(above), Some(line), Some(below)] = [&built[at - 1], &built[at], &built[at + 1]]
        else {
            continue;
        };
        if let Some(fractions) = fractions(above, line, below) {
            let glyphs = line.glyphs.iter().copied().chain(fractions).collect();
            built[at] = Row::new(glyphs);
            built[at - 1] = None;
            built[at + 1] = None;
        }
    }
    built.into_iter().flatten().collect()
}

/// The letters of the fractions of `line`, where `above` and `below` hold nothing else.
fn fractions(above: &Row, line: &Row, below: &Row) -> Option<Vec<Glyph>> {
    let shifts = [
        line.baseline - above.baseline,
        below.baseline - line.baseline,
    ];
    let are_off = shifts
        .iter()
        .all(|shift| SHIFT.contains(&(shift / line.size)));
    // The marks of two notes stand above a line and above the next.
    let are_even = (shifts[0] - shifts[1]).abs() < MAX_SKEW * line.size;
    if !are_off || !are_even || !is_digits(above) || !is_digits(below) {
        return None;
    }
    let (numerators, denominators) = (above.parts(GAP * line.size), below.parts(GAP * line.size));
    if numerators.len() != denominators.len() {
        return None;
    }
    let pairs = numerators.iter().zip(&denominators);
    let built: Option<Vec<Vec<Glyph>>> =
        pairs.map(|(top, foot)| fraction(top, line, foot)).collect();
    built.map(|fractions| fractions.concat())
}

fn is_digits(row: &Row) -> bool {
    row.inked().all(|glyph| glyph.letter.is_ascii_digit())
}

/// One fraction, its digits side by side in the room that the line leaves.
fn fraction(top: &Row, line: &Row, foot: &Row) -> Option<Vec<Glyph>> {
    let (start, end) = (top.start().min(foot.start()), top.end().max(foot.end()));
    let covers = top.start() < foot.end() && foot.start() < top.end();
    // The line leaves room where the bar is drawn; over a word digits are marks of notes.
    let is_free = |glyph: &Glyph| glyph.end <= start + 0.5 || end - 0.5 <= glyph.start;
    let reach = REACH * line.size;
    let is_near = |glyph: &Glyph| start - glyph.end < reach && glyph.start - end < reach;
    let short = [top, foot]
        .iter()
        .all(|part| part.inked().count() <= MAX_DIGITS);
    if !covers || !short || !line.inked().all(is_free) || !line.inked().any(is_near) {
        return None;
    }
    let model = *line.inked().next()?;
    let above = top.inked().map(|glyph| glyph.letter);
    let below = foot.inked().map(|glyph| glyph.letter);
    let letters: Vec<char> = above.chain(['/']).chain(below).collect();
    let width = (end - start) / narrow(letters.len());
    let place = |(at, letter): (usize, char)| Glyph {
        letter,
        start: start + width * narrow(at),
        end: start + width * narrow(at + 1),
        baseline: line.baseline,
        size: line.size,
        ..model
    };
    Some(letters.into_iter().enumerate().map(place).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::pdf::direction::Base;
    use crate::load::pdf::glyph::{Purpose, Weight};
    use crate::load::pdf::row::gather;

    /// `text` at 10 points a letter wide 5, its blanks left out.
    fn set(text: &str, start: f32, baseline: f32) -> Vec<Glyph> {
        let letters = text.chars().enumerate();
        let glyph = |(at, letter)| Glyph {
            letter,
            start: start + 5.0 * narrow(at),
            end: start + 5.0 * narrow(at + 1),
            baseline,
            size: 10.0,
            weight: Weight::Regular,
            purpose: Purpose::Content,
            run: 0,
        };
        letters.map(glyph).collect()
    }

    fn texts(glyphs: Vec<Glyph>) -> Vec<String> {
        let rows = gather(glyphs);
        rows.iter().map(|row| row.text(Base::LeftToRight)).collect()
    }

    #[test]
    fn one_number_over_another_is_a_fraction() {
        let line = set("at least   of them", 0.0, 100.0);
        let glyphs = [line, set("2", 45.0, 93.0), set("3", 45.0, 107.0)].concat();
        assert_eq!(texts(glyphs), ["at least 2/3 of them"]);
    }

    #[test]
    fn numbers_beside_a_label_that_is_centred_on_them_stay_two() {
        let glyphs = [
            set("Wells", 0.0, 106.0),
            set("12", 80.0, 100.0),
            set("15", 80.0, 112.0),
        ]
        .concat();
        assert_eq!(texts(glyphs), ["12", "Wells", "15"]);
    }

    #[test]
    fn letters_over_one_another_are_no_fraction() {
        let line = set("at least   of them", 0.0, 100.0);
        let glyphs = [line, set("x", 45.0, 93.0), set("y", 45.0, 107.0)].concat();
        assert!(texts(glyphs).iter().all(|text| !text.contains('/')));
    }
}
