//! Closes up wrapped text with a blank line below every line.

use std::ops::Range;

use super::layout::{Layout, MAX_WRAP_CHARS, begins_small};
use super::lines::Line;

/// Fewest lines of a stretch that is closed up; fewer are lines of their own.
const MIN_LINES: usize = 6;
/// Least part of the lines of a stretch, in percent, that begin with a small
/// letter: lists of names and headings have less.
const MIN_SMALL_PERCENT: usize = 50;
/// Least part of the bytes of a text, in percent, that stand in such
/// stretches: it is double-spaced throughout or not at all, or editions of it
/// would be closed up in different places.
const MIN_SPACED_PERCENT: usize = 90;

/// `lines` without the blank ones inside double-spaced paragraphs; the lines
/// below them are marked as going on.
pub(super) fn close_up(mut lines: Vec<Line>) -> Vec<Line> {
    let stretches = stretches(&lines);
    let bytes = |lines: &[Line]| lines.iter().map(|line| line.text.len()).sum::<usize>();
    let spaced: usize = stretches.iter().map(|at| bytes(&lines[at.clone()])).sum();
    if stretches.is_empty() || spaced * 100 < bytes(&lines) * MIN_SPACED_PERCENT {
        return lines;
    }
    let mut inside = vec![false; lines.len()];
    for stretch in stretches {
        mark(&mut lines[stretch.clone()], &mut inside[stretch]);
    }
    let mut inside = inside.into_iter();
    lines.retain(|_| inside.next() != Some(true));
    lines
}

/// The stretches that may be closed up: every second line is blank.
fn stretches(lines: &[Line]) -> Vec<Range<usize>> {
    let mut stretches = Vec::new();
    let mut at = 0;
    while at < lines.len() {
        let end = stretch_end(lines, at);
        let words = || lines[at..end].iter().step_by(2);
        let small = words().filter(|line| begins_small(line.text)).count();
        // Lines of a list begin large; halves of sentences begin small.
        if words().len() >= MIN_LINES && small * 100 >= words().len() * MIN_SMALL_PERCENT {
            stretches.push(at..end);
        }
        at = end.max(at + 1);
    }
    stretches
}

/// One past the last line of the stretch that begins at `start`: short lines
/// of one page with one blank line between each two.
fn stretch_end(lines: &[Line], start: usize) -> usize {
    let is_short = |line: &Line| !line.is_blank() && line.len_chars() <= MAX_WRAP_CHARS;
    if !is_short(&lines[start]) {
        return start;
    }
    let mut end = start + 1;
    while let Some([blank, line]) = lines.get(end..end + 2)
        && blank.is_blank()
        && is_short(line)
        && line.page == lines[start].page
    {
        end += 2;
    }
    end
}

/// Marks the lines of a stretch that go on, and as `inside` the blank ones
/// above them.
fn mark(stretch: &mut [Line], inside: &mut [bool]) {
    let words: Vec<&Line> = stretch.iter().step_by(2).collect();
    let layout = Layout::wrapped(&words);
    for at in (2..stretch.len()).step_by(2) {
        if layout.goes_on(&stretch[at - 2], &stretch[at]) {
            stretch[at].goes_on = true;
            inside[at - 1] = true;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::lines::cut_lines;
    use super::*;

    fn closed_up(text: &str) -> Vec<String> {
        let mut paragraphs: Vec<String> = Vec::new();
        for line in close_up(cut_lines(text)) {
            match paragraphs.last_mut() {
                Some(last) if line.goes_on => last.extend([" ", line.text]),
                _ if line.is_blank() => {}
                _ => paragraphs.push(line.text.to_owned()),
            }
        }
        paragraphs
    }

    #[test]
    fn double_spaced_lines_are_paragraphs_again() {
        let lines = [
            "The delegation cleared fields,",
            "roads and wells in the north",
            "of the country and it will",
            "clear the rest before the",
            "Conference.",
            "We thank the donors for it",
            "and the teams in the field.",
        ];
        let paragraphs = closed_up(&lines.join("\n\n"));
        assert_eq!(paragraphs, [lines[..5].join(" "), lines[5..].join(" ")]);
    }

    #[test]
    fn short_paragraphs_and_lists_of_names_stay_apart() {
        for lines in [
            [
                "We thank you all.",
                "It was long.",
                "We stay.",
                "They go.",
                "So be it.",
                "Thank you.",
            ],
            [
                "Ana Prado Sousa",
                "Bo Lindqvist",
                "Carl Ove Berg",
                "Dana Novak",
                "Eva Lund",
                "Finn Dahl",
            ],
        ] {
            assert_eq!(closed_up(&lines.join("\n\n")), lines);
        }
    }
}
