//! Takes apart what is drawn over one another on one line.
//!
//! A figure in large type above its caption, or a stamp, may share a baseline
//! with the words that it covers; read by place alone their letters would mix.
//! Blanks over which another run draws letters (cells padded by a spreadsheet)
//! are none.

use std::collections::BTreeMap;

use super::glyph::Glyph;

/// Letters looked at around one for those that it covers.
const NEAR: usize = 12;

/// Two letters are drawn over one another if they share more than this much of
/// the narrower one; kerned letters share less.
const COVERED: f32 = 0.5;

/// Letters of two runs that stand over one another before the runs are parted:
/// an accent that is drawn on its own covers one.
const MIN_COVERED: usize = 2;

/// A run goes on in the next that starts at most this far from its end, as a
/// share of the size.
const MAX_STEP: f32 = 1.5;

/// Dots in one run that are a leader, which runs on under the page that it leads to.
const MIN_LEADER: usize = 6;

/// Drops the blanks of `glyphs`, ordered by place, over which letters of another
/// run stand, and the dots of leaders and rules to write on.
pub(super) fn drop_covered_blanks(glyphs: &mut Vec<Glyph>) {
    // What one instruction draws covers none of its own blanks.
    if glyphs.windows(2).all(|pair| pair[0].run == pair[1].run) {
        return;
    }
    let mut dots: BTreeMap<u32, usize> = BTreeMap::new();
    let is_dot = |glyph: &Glyph| matches!(glyph.letter, '.' | '_');
    for dot in glyphs.iter().filter(|glyph| is_dot(glyph)) {
        *dots.entry(dot.run).or_default() += 1;
    }
    let is_leader = |glyph: &Glyph| is_dot(glyph) && dots[&glyph.run] >= MIN_LEADER;
    let fills = |glyph: &Glyph| glyph.letter.is_whitespace() || is_leader(glyph);
    let covers = |letter: &Glyph, blank: &Glyph| {
        let middle = f32::midpoint(blank.start, blank.end);
        let is_over = if is_leader(blank) {
            letter.start < blank.end && blank.start < letter.end
        } else {
            letter.start < middle && middle < letter.end
        };
        letter.run != blank.run && !fills(letter) && is_over
    };
    let is_covered = |at: usize| {
        let blank = &glyphs[at];
        fills(blank)
            && glyphs[at.saturating_sub(NEAR)..glyphs.len().min(at + NEAR)]
                .iter()
                .any(|letter| covers(letter, blank))
    };
    let keep: Vec<bool> = (0..glyphs.len()).map(|at| !is_covered(at)).collect();
    let mut keep = keep.into_iter();
    glyphs.retain(|_| keep.next().unwrap_or(true));
}

/// The parts of a line that are not drawn over one another, the one drawn first
/// at the front; mostly one.
pub(super) fn layers(mut glyphs: Vec<Glyph>) -> Vec<Vec<Glyph>> {
    glyphs.sort_by(|one, other| one.start.total_cmp(&other.start));
    if covered_pairs(&glyphs).take(MIN_COVERED).count() < MIN_COVERED {
        return vec![glyphs];
    }
    let chains = chains(&glyphs);
    let mut clashes: BTreeMap<(usize, usize), usize> = BTreeMap::new();
    for (one, other) in covered_pairs(&glyphs) {
        let (one, other) = (chains[&one], chains[&other]);
        *clashes.entry((one.min(other), one.max(other))).or_default() += 1;
    }
    let clash = |one: usize, other: usize| {
        let pair = (one.min(other), one.max(other));
        one != other
            && clashes
                .get(&pair)
                .is_some_and(|&count| count >= MIN_COVERED)
    };
    let count = chains.values().max().map_or(0, |last| last + 1);
    let mut layers: Vec<Vec<usize>> = Vec::new();
    for chain in 0..count {
        let free = |layer: &&mut Vec<usize>| !layer.iter().any(|&other| clash(chain, other));
        // Words of one line that do not meet stay together, in the order of drawing.
        match layers.iter_mut().find(free) {
            Some(layer) => layer.push(chain),
            None => layers.push(vec![chain]),
        }
    }
    let of_layer = |layer: &Vec<usize>| {
        let glyphs = glyphs
            .iter()
            .filter(|glyph| layer.contains(&chains[&glyph.run]));
        glyphs.copied().collect()
    };
    layers.iter().map(of_layer).collect()
}

/// The runs whose letters stand over one another, a pair for each two letters.
fn covered_pairs(glyphs: &[Glyph]) -> impl Iterator<Item = (u32, u32)> {
    glyphs.iter().enumerate().flat_map(move |(at, glyph)| {
        let before = glyphs[at.saturating_sub(NEAR)..at].iter();
        before
            .filter(|other| are_over(other, glyph))
            .map(|other| (other.run, glyph.run))
    })
}

/// Whether letters of two runs share their place and are not one letter drawn
/// twice, as bold type is by some programs.
fn are_over(one: &Glyph, other: &Glyph) -> bool {
    let counts = |glyph: &Glyph| glyph.letter.is_alphanumeric() && !is_accent(glyph.letter);
    let shared = one.end.min(other.end) - one.start.max(other.start);
    let narrower = (one.end - one.start).min(other.end - other.start);
    one.run != other.run
        && one.letter != other.letter
        && counts(one)
        && counts(other)
        && shared > COVERED * narrower
}

/// Whether a letter is an accent that is drawn apart from what bears it.
fn is_accent(letter: char) -> bool {
    matches!(letter, '\u{2b0}'..='\u{36f}' | '\u{64b}'..='\u{65f}')
}

/// The chain of each run, counted in the order of drawing: runs that go on where
/// the last one ended, in type of its size.
fn chains(glyphs: &[Glyph]) -> BTreeMap<u32, usize> {
    let mut runs: BTreeMap<u32, (Glyph, f32)> = BTreeMap::new();
    for glyph in glyphs {
        let (_, end) = runs.entry(glyph.run).or_insert((*glyph, glyph.end));
        if !glyph.letter.is_whitespace() {
            *end = end.max(glyph.end);
        }
    }
    let mut chains = BTreeMap::new();
    let mut count = 0;
    let mut last: Option<(Glyph, f32)> = None;
    for (&run, &(first, end)) in &runs {
        let goes_on = last.is_some_and(|(before, end)| {
            let step = (first.start - end).abs();
            step < MAX_STEP * first.size && (before.size - first.size).abs() < 0.05 * first.size
        });
        count += usize::from(!goes_on);
        chains.insert(run, count - 1);
        last = Some((first, end));
    }
    chains
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::pdf::glyph::{Purpose, Weight, narrow};

    /// `text` as one run from `start`, each letter `width` wide.
    fn run(text: &str, run: u32, start: f32, width: f32) -> Vec<Glyph> {
        let letters = text.chars().enumerate();
        letters
            .map(|(at, letter)| Glyph {
                letter,
                start: start + width * narrow(at),
                end: start + width * narrow(at + 1),
                baseline: 100.0,
                size: 2.0 * width,
                weight: Weight::Regular,
                purpose: Purpose::Content,
                run,
            })
            .collect()
    }

    fn texts(parts: Vec<Vec<Glyph>>) -> Vec<String> {
        let text = |part: Vec<Glyph>| part.into_iter().map(|glyph| glyph.letter).collect();
        parts.into_iter().map(text).collect()
    }

    #[test]
    fn a_large_figure_over_its_caption_is_no_part_of_it() {
        let drawn = [
            run("4.2", 1, 20.0, 20.0),
            run("hectares a day", 2, 10.0, 5.0),
        ]
        .concat();
        assert_eq!(texts(layers(drawn)), ["4.2", "hectares a day"]);
    }

    #[test]
    fn letters_that_fill_the_gaps_of_a_run_stay_in_its_line() {
        let mut word = run("K lb c r", 1, 0.0, 5.0);
        word.retain(|glyph| glyph.letter != ' ');
        let drawn = [
            word,
            run("ə", 2, 5.0, 5.0),
            run("ə", 3, 20.0, 5.0),
            run("ə", 4, 30.0, 5.0),
        ]
        .concat();
        assert_eq!(texts(layers(drawn)), ["Kəlbəcər"]);
    }

    #[test]
    fn type_that_is_drawn_twice_for_weight_is_one_line() {
        let drawn = [run("Total", 1, 0.0, 5.0), run("Total", 2, 0.2, 5.0)].concat();
        assert_eq!(layers(drawn).len(), 1);
    }

    #[test]
    fn the_dots_of_a_leader_end_where_the_page_stands() {
        let mut line = [run("Costs..........", 1, 0.0, 5.0), run("14", 2, 61.0, 5.0)].concat();
        line.sort_by(|one, other| one.start.total_cmp(&other.start));
        drop_covered_blanks(&mut line);
        let line: String = line.iter().map(|glyph| glyph.letter).collect();
        assert_eq!(line.trim_end_matches('.'), "Costs.......14");
    }

    #[test]
    fn blanks_under_the_next_cell_are_none() {
        let mut line = [run("12 mines     ", 1, 0.0, 5.0), run("2019", 2, 44.0, 5.0)].concat();
        line.sort_by(|one, other| one.start.total_cmp(&other.start));
        drop_covered_blanks(&mut line);
        assert_eq!(texts(vec![line]), ["12 mines 2019"]);
    }

    #[test]
    fn accents_that_are_drawn_over_their_letters_stay_in_the_line() {
        let drawn = [run("بل", 1, 0.0, 5.0), run("\u{64b}\u{651}", 2, 0.0, 5.0)].concat();
        assert_eq!(layers(drawn).len(), 1);
    }

    #[test]
    fn accents_are_told_from_letters() {
        assert!(is_accent('\u{301}') && is_accent('\u{64b}') && !is_accent('a') && !is_accent('ب'));
    }
}
