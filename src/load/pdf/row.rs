//! Gathers the letters of a page into rows, and reads a row as text.
//!
//! A row is what stands on one baseline, over the whole width it is given;
//! it may run through several columns.

use std::ops::Range;

use super::direction::{self, Base};
use super::glyph::{Glyph, Purpose, Weight};
use super::{fraction, overlap, super_subscript};

/// Most baselines of one row differ by less than this share of its size
/// (recognised scans are a little askew).
const BASELINE_DRIFT: f32 = 0.25;

/// A gap wider than this share of the size is a blank even where no blank was
/// drawn. Justified text shrinks blanks to about 0.2, kerning stays below 0.1.
const BLANK: f32 = 0.17;

/// As [`BLANK`] between ideographs, which stand apart when they are justified.
const IDEOGRAPH_BLANK: f32 = 0.6;

/// Where letters stand without a wide gap.
#[derive(Debug, Clone, Copy)]
pub(super) struct Stretch {
    pub(super) start: f32,
    pub(super) end: f32,
    /// Letters and drawn blanks in it.
    pub(super) letters: usize,
    /// Its first and its last letter.
    pub(super) ends: (char, char),
}

/// Glyphs of a row between two wide gaps, from a letter to a letter.
#[derive(Debug, Clone, Copy)]
pub(super) struct Piece<'r>(&'r [Glyph]);

impl<'r> Piece<'r> {
    /// Where its first letter starts.
    pub(super) fn start(self) -> f32 {
        self.0.first().map_or(0.0, |glyph| glyph.start)
    }

    /// Where its last letter ends.
    pub(super) fn end(self) -> f32 {
        end(self.0)
    }

    /// Its glyphs, drawn blanks with them.
    pub(super) fn len(self) -> usize {
        self.0.len()
    }

    /// Whether it is a number, or a mark.
    pub(super) fn is_numeric(self) -> bool {
        is_numeric(self.0)
    }

    /// Its glyphs without the blanks.
    pub(super) fn inked(self) -> impl Iterator<Item = &'r Glyph> + Clone {
        inked(self.0)
    }
}

/// Where the last letter of some glyphs ends.
fn end(glyphs: &[Glyph]) -> f32 {
    // Not where the last one ends: an accent may start behind the letter under it and end before.
    inked(glyphs).fold(0.0, |end, glyph| end.max(glyph.end))
}

fn inked(glyphs: &[Glyph]) -> impl Iterator<Item = &Glyph> + Clone {
    glyphs.iter().filter(|glyph| !glyph.letter.is_whitespace())
}

fn is_numeric(glyphs: &[Glyph]) -> bool {
    !glyphs.iter().any(|glyph| glyph.letter.is_alphabetic())
}

/// The glyphs on one baseline.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Row {
    /// Ordered by `start`; never empty.
    pub(super) glyphs: Vec<Glyph>,
    /// The line that most of them stand on.
    pub(super) baseline: f32,
    /// The size of most of them.
    pub(super) size: f32,
}

impl Row {
    /// The row of `glyphs`, which are sorted here; `None` if all are blanks.
    pub(super) fn new(mut glyphs: Vec<Glyph>) -> Option<Self> {
        glyphs.sort_by(|one, other| one.start.total_cmp(&other.start));
        drop_shadows(&mut glyphs);
        overlap::drop_covered_blanks(&mut glyphs);
        Self::of_sorted(glyphs)
    }

    /// The row of `glyphs` that were those of a row before; `None` if all are blanks.
    fn of_sorted(glyphs: Vec<Glyph>) -> Option<Self> {
        let size = most_common(inked(&glyphs).map(|glyph| glyph.size))?;
        let baseline = most_common(
            inked(&glyphs)
                // Many note marks on a short line would else lift its baseline to theirs.
                .filter(|glyph| glyph.size >= super_subscript::MAX_SIZE * size)
                .map(|glyph| glyph.baseline),
        )?;
        Some(Self {
            glyphs,
            baseline,
            size,
        })
    }

    /// Where its first letter starts.
    pub(super) fn start(&self) -> f32 {
        self.inked().next().map_or(0.0, |glyph| glyph.start)
    }

    /// Where its last letter ends.
    pub(super) fn end(&self) -> f32 {
        end(&self.glyphs)
    }

    /// Whether it has no letter of an alphabet.
    pub(super) fn is_numeric(&self) -> bool {
        is_numeric(&self.glyphs)
    }

    /// From its first letter to the end of its last.
    pub(super) fn width(&self) -> f32 {
        self.end() - self.start()
    }

    /// Whether all its letters are bold.
    pub(super) fn is_bold(&self) -> bool {
        self.inked()
            .filter(|glyph| glyph.letter.is_alphanumeric())
            .all(|glyph| glyph.weight == Weight::Bold)
    }

    /// Whether the file sets all of it apart from the text.
    pub(super) fn is_artifact(&self) -> bool {
        self.inked().all(|glyph| glyph.purpose == Purpose::Artifact)
    }

    /// Where its first word ends.
    pub(super) fn first_word_end(&self) -> f32 {
        let mut end = self.start();
        for glyph in self
            .glyphs
            .iter()
            .skip_while(|glyph| glyph.letter.is_whitespace())
        {
            if glyph.letter == ' ' || glyph.start - end > BLANK * self.size {
                break;
            }
            end = end.max(glyph.end);
        }
        end
    }

    /// The row cut wherever nothing stands for more than `gap` points.
    pub(super) fn parts(&self, gap: f32) -> Vec<Row> {
        let pieces = self.pieces(gap).into_iter();
        pieces
            .filter_map(|piece| Row::of_sorted(piece.0.to_vec()))
            .collect()
    }

    /// The places of [`Self::parts`].
    pub(super) fn stretches(&self, gap: f32) -> Vec<Stretch> {
        let stretch = |Piece(part): Piece<'_>| {
            Some(Stretch {
                start: part.first()?.start,
                end: part.iter().fold(0.0, |end, glyph| glyph.end.max(end)),
                letters: part.len(),
                ends: (part.first()?.letter, part.last()?.letter),
            })
        };
        self.pieces(gap).into_iter().filter_map(stretch).collect()
    }

    /// What [`Self::parts`] are made of.
    pub(super) fn pieces(&self, gap: f32) -> Vec<Piece<'_>> {
        let mut parts = Vec::new();
        let (mut from, mut to, mut end) = (0, 0, f32::NEG_INFINITY);
        for (at, glyph) in self.glyphs.iter().enumerate() {
            if glyph.letter.is_whitespace() {
                continue;
            }
            if glyph.start - end > gap {
                if to > from {
                    parts.push(Piece(&self.glyphs[from..to]));
                }
                from = at;
            }
            end = end.max(glyph.end);
            to = at + 1;
        }
        if to > from {
            parts.push(Piece(&self.glyphs[from..to]));
        }
        parts
    }

    /// Takes in `next`, which stands to the right.
    pub(super) fn extend(&mut self, next: Row) {
        self.glyphs.extend(next.glyphs);
    }

    /// Its words in reading order, without the marks of notes.
    pub(super) fn text(&self, base: Base) -> String {
        let mut letters = Vec::with_capacity(self.glyphs.len());
        let mut reach = None;
        let mut blank = None;
        // *S U M M A R Y*: in a word set wide a blank is what is wider than its gaps.
        let wide = self.tracking() + BLANK * self.size;
        for (at, glyph) in self.glyphs.iter().enumerate() {
            if glyph.letter.is_whitespace() {
                blank = Some(if glyph.letter == '\u{a0}' {
                    '\u{a0}'
                } else {
                    ' '
                });
                continue;
            }
            let gap = glyph.start - reach.unwrap_or(glyph.start);
            reach = Some(glyph.end.max(reach.unwrap_or(glyph.end)));
            let letter = match super_subscript::reading(self, at) {
                super_subscript::Reading::Plain => glyph.letter,
                super_subscript::Reading::Exponent(letter) => letter,
                super_subscript::Reading::Numerator => {
                    // *3¹⁄₂* reads as *3 1/2*: without a blank it would be thirty-one halves.
                    let is_mixed = letters.last().is_some_and(char::is_ascii_digit);
                    let is_first =
                        at == 0 || !super_subscript::is_raised(self, &self.glyphs[at - 1]);
                    blank = blank.or((is_mixed && is_first).then_some(' '));
                    glyph.letter
                }
                super_subscript::Reading::NoteMark => continue,
            };
            let ideographs =
                is_ideograph(letter) && letters.last().copied().is_some_and(is_ideograph);
            let limit = if ideographs {
                IDEOGRAPH_BLANK * self.size
            } else {
                wide
            };
            if gap > limit {
                blank = blank.or(Some(' '));
            }
            if let Some(blank) = blank.take().filter(|_| !letters.is_empty()) {
                letters.push(blank);
            }
            letters.push(letter);
            // A raised letter that opens a row is the mark of a note: *¹See annex* reads *1 See
            // annex*.
            if letters.len() == 1 && super_subscript::is_raised(self, glyph) {
                blank = Some(' ');
            }
        }
        direction::reorder(&mut letters, base);
        letters.into_iter().collect()
    }

    /// The note mark that it opens with: raised, or small before a gap.
    pub(super) fn opens_with_note_mark(&self) -> bool {
        self.glyphs
            .iter()
            .position(|glyph| !glyph.letter.is_whitespace())
            .is_some_and(|at| super_subscript::is_raised(self, &self.glyphs[at]))
    }

    /// The usual gap between two letters: above 0 where words are tracked
    /// (s p a c e d) out. Digits that stand apart are numbers of their own.
    fn tracking(&self) -> f32 {
        let mut gaps: Vec<f32> = self
            .glyphs
            .windows(2)
            .filter(|pair| pair.iter().all(|glyph| glyph.letter.is_alphabetic()))
            .map(|pair| pair[1].start - pair[0].end)
            .collect();
        if gaps.is_empty() {
            return 0.0;
        }
        let middle = gaps.len() / 2;
        gaps.select_nth_unstable_by(middle, f32::total_cmp)
            .1
            .max(0.0)
    }

    /// Its glyphs without the blanks.
    pub(super) fn inked(&self) -> impl Iterator<Item = &Glyph> + Clone {
        inked(&self.glyphs)
    }
}

/// The rows of `glyphs` from top to bottom, with raised and lowered letters
/// in the row that they belong to.
pub(super) fn gather(mut glyphs: Vec<Glyph>) -> Vec<Row> {
    glyphs.sort_by(|one, other| one.baseline.total_cmp(&other.baseline));
    let mut groups: Vec<Range<usize>> = Vec::new();
    for (at, glyph) in glyphs.iter().enumerate() {
        let is_on = |first: &Glyph| {
            glyph.baseline - first.baseline < BASELINE_DRIFT * first.size.min(glyph.size)
        };
        match groups.last_mut() {
            Some(group) if is_on(&glyphs[group.start]) => group.end = at + 1,
            _ => groups.push(at..at + 1),
        }
    }
    let groups = groups.into_iter().map(|group| glyphs[group].to_vec());
    let lines = groups.flat_map(overlap::layers);
    let rows: Vec<Row> = lines.filter_map(Row::new).collect();
    super_subscript::adopt(fraction::build(rows))
}

/// Removes letters that are drawn again a hair's breadth away, as some
/// programs do for bold or shadowed type.
fn drop_shadows(glyphs: &mut Vec<Glyph>) {
    const HAIR: f32 = 0.1;
    // Two letters of one row at one place are rare.
    let is_near = |pair: &[Glyph]| pair[1].start - pair[0].start < HAIR * pair[1].size;
    if !glyphs.windows(2).any(is_near) {
        return;
    }
    let mut kept: Vec<Glyph> = Vec::with_capacity(glyphs.len());
    for glyph in glyphs.drain(..) {
        let is_shadow = kept.iter().rev().take(4).any(|other| {
            other.letter == glyph.letter
                && glyph.start - other.start < HAIR * glyph.size
                && (glyph.baseline - other.baseline).abs() < HAIR * glyph.size
        });
        if !is_shadow {
            kept.push(glyph);
        }
    }
    *glyphs = kept;
}

/// The value that most others are within a quarter of a point of; the first
/// such when several are.
pub(super) fn most_common(values: impl Iterator<Item = f32> + Clone) -> Option<f32> {
    let first = values.clone().next()?;
    // Most rows are of one size on one line.
    if values.clone().all(|value| value.total_cmp(&first).is_eq()) {
        return Some(first);
    }
    let mut sorted: Vec<f32> = values.collect();
    sorted.sort_by(f32::total_cmp);
    let mut best: Option<(usize, usize)> = None;
    let mut from = 0;
    for to in 0..sorted.len() {
        // A window of half a point over the sorted values; the middle of the fullest is the answer.
        while sorted[to] - sorted[from] > 0.5 {
            from += 1;
        }
        let count = to - from + 1;
        if best.is_none_or(|(most, _)| count > most) {
            best = Some((count, from));
        }
    }
    best.map(|(count, from)| sorted[from + count / 2])
}

/// Whether the letter is written without blanks between words: Han, kana and
/// their punctuation.
pub(super) fn is_ideograph(letter: char) -> bool {
    matches!(letter,
        '\u{2e80}'..='\u{303f}' | '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}'
        | '\u{f900}'..='\u{faff}' | '\u{ff00}'..='\u{ff65}' | '\u{2_0000}'..='\u{3_ffff}')
}

#[cfg(test)]
impl Row {
    /// `text` as letters of one size that stand side by side, for tests.
    pub(super) fn typed(text: &str, baseline: f32) -> Self {
        let letters = text.chars().enumerate();
        let glyphs = letters.map(|(at, letter)| Glyph {
            letter,
            start: 5.0 * super::glyph::narrow(at),
            end: 5.0 * super::glyph::narrow(at + 1),
            baseline,
            size: 10.0,
            weight: Weight::Regular,
            purpose: Purpose::Content,
            run: 0,
        });
        Self::new(glyphs.collect()).unwrap()
    }
}
