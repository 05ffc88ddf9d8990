//! Puts letters that were drawn side by side into the order in which they are read.
//!
//! A page gives the visual order; text wants the logical one. This is the
//! inverse of the reordering of the Unicode Bidirectional Algorithm (UAX 9,
//! rule L2) for the one level of nesting that prose has.

use std::ops::Range;

/// Whether the letter is strong right-to-left: Hebrew, Arabic and their kin.
pub(super) fn is_right_to_left(letter: char) -> bool {
    matches!(letter, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}' | '\u{200f}')
        && !is_digit(letter)
        // The Arabic comma and the signs of numbers are of the classes CS, ET and AN: they run as
        // what stands around them does.
        && !matches!(letter, '\u{60c}' | '\u{66a}'..='\u{66c}')
}

/// Whether the letter is strong left-to-right.
pub(super) fn is_left_to_right(letter: char) -> bool {
    letter.is_alphabetic() && !is_right_to_left(letter)
}

/// Reorders the letters of one line. `backward` says that the line as a whole
/// is read from right to left and that `letters` start at its right edge.
pub(super) fn reorder(letters: &mut [char], base: Base) {
    let foreign = match base {
        Base::LeftToRight => is_right_to_left,
        Base::RightToLeft => is_left_to_right,
    };
    if base == Base::LeftToRight && !letters.iter().copied().any(foreign) {
        return;
    }
    for Run { range, is_number } in runs(letters, foreign) {
        match base {
            // Digits run from left to right in both directions, and the line does so anyway.
            Base::LeftToRight if is_number => {}
            Base::LeftToRight => {
                letters[range.clone()].reverse();
                turn_numbers(&mut letters[range]);
            }
            Base::RightToLeft => letters[range].reverse(),
        }
    }
    if base == Base::RightToLeft {
        turn_brackets(letters);
        turn_stop(letters);
    }
}

/// A stop before the first word ends the line: it was set as one of a left-to-right
/// paragraph, whose end is at the right edge.
fn turn_stop(letters: &mut [char]) {
    let is_stop = |letter: &char| matches!(letter, '.' | '!' | '?' | ':' | ',' | '؟' | '،');
    if let [first, second, .., last] = letters
        && is_stop(first)
        && is_right_to_left(*second)
        && !is_stop(last)
    {
        letters.rotate_left(1);
    }
}

/// The direction of a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Base {
    /// Latin, Cyrillic, Han and most scripts.
    LeftToRight,
    /// Arabic, Hebrew.
    RightToLeft,
}

/// Letters that run against the line.
struct Run {
    range: Range<usize>,
    /// It has digits and no letters.
    is_number: bool,
}

/// The runs of letters that run against the line: strong ones with what
/// stands between them, and numbers on their own.
fn runs(letters: &[char], foreign: fn(char) -> bool) -> Vec<Run> {
    let native =
        |letter: char| !foreign(letter) && (is_left_to_right(letter) || is_right_to_left(letter));
    let in_run = |letter: char| foreign(letter) || is_digit(letter);
    let mut found = Vec::new();
    let mut at = 0;
    while at < letters.len() {
        if !in_run(letters[at]) {
            at += 1;
            continue;
        }
        let stretch = letters[at..]
            .iter()
            .position(|&letter| native(letter))
            .map_or(letters.len(), |length| at + length);
        let is_number = !letters[at..stretch].iter().copied().any(foreign);
        let end = if is_number {
            number_end(letters, at)
        } else {
            // Blanks and marks behind the last foreign word belong to the line.
            last_of(letters, at..stretch, in_run)
        };
        let range = with_signs(letters, at..end);
        at = range.end;
        found.push(Run { range, is_number });
    }
    found
}

/// `range` with the sign (*%*, *$*) that stands at either end of it beside a digit.
///
/// In Hebrew a sign beside a number is drawn as part of it (UAX 9, rule W5); in
/// Arabic, whose letters make the digits Arabic ones (W2), it is not.
fn with_signs(letters: &[char], range: Range<usize>) -> Range<usize> {
    let Range { start, end } = range;
    let backward = || letters[..start].iter().rev().chain(&letters[end..]);
    let context = backward().chain(&letters[start..end]);
    let is_hebrew = context
        .copied()
        .find(|&letter| is_right_to_left(letter))
        .is_some_and(|letter| matches!(letter, '\u{590}'..='\u{5ff}' | '\u{fb1d}'..='\u{fb4f}'));
    let is_sign = |letter: Option<&char>| letter.copied().is_some_and(is_number_sign);
    let before =
        is_hebrew && is_digit(letters[start]) && start > 0 && is_sign(letters.get(start - 1));
    let after = is_hebrew && is_digit(letters[end - 1]) && is_sign(letters.get(end));
    start - usize::from(before)..end + usize::from(after)
}

/// European terminators of UAX 9 (class ET).
fn is_number_sign(letter: char) -> bool {
    matches!(
        letter,
        '%' | '‰' | '$' | '€' | '£' | '¥' | '₪' | '#' | '°' | '+'
    )
}

/// One past the last letter in `range` for which `test` holds.
fn last_of(letters: &[char], range: Range<usize>, test: impl Fn(char) -> bool) -> usize {
    let start = range.start;
    letters[range]
        .iter()
        .rposition(|&letter| test(letter))
        .map_or(start + 1, |last| start + last + 1)
}

/// One past the last digit of the number at `start`: digits and the
/// separators between two of them.
fn number_end(letters: &[char], start: usize) -> usize {
    let mut end = start + 1;
    loop {
        match letters[end..] {
            [next, ..] if is_digit(next) => end += 1,
            [separator, next, ..] if is_digit(next) && joins_digits(separator) => end += 2,
            _ => return end,
        }
    }
}

/// A phrase that was turned has its numbers turned too; this turns them back.
fn turn_numbers(phrase: &mut [char]) {
    let mut at = 0;
    while at < phrase.len() {
        if !is_digit(phrase[at]) {
            at += 1;
            continue;
        }
        let number = with_signs(phrase, at..number_end(phrase, at));
        at = number.end;
        phrase[number].reverse();
    }
}

/// Brackets are drawn mirrored in right-to-left text and files disagree on
/// which of the two shapes they store: the first of a pair opens.
fn turn_brackets(letters: &mut [char]) {
    const PAIRS: [(char, char); 3] = [('(', ')'), ('[', ']'), ('«', '»')];
    for (open, close) in PAIRS {
        let turned = letters
            .iter()
            .find(|&&letter| letter == open || letter == close)
            == Some(&close)
            && letters.contains(&open);
        if turned {
            for letter in letters.iter_mut() {
                if *letter == open {
                    *letter = close;
                } else if *letter == close {
                    *letter = open;
                }
            }
        }
    }
}

fn is_digit(letter: char) -> bool {
    letter.is_ascii_digit() || matches!(letter, '\u{660}'..='\u{669}' | '\u{6f0}'..='\u{6f9}')
}

/// Common separators of UAX 9 (class CS) and the signs of ranges and fractions.
fn joins_digits(letter: char) -> bool {
    matches!(
        letter,
        '.' | ',' | ':' | '/' | '-' | '\u{a0}' | '\u{66b}' | '\u{66c}' | '\u{202f}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn logical(visual: &str, base: Base) -> String {
        let mut letters: Vec<char> = visual.chars().collect();
        reorder(&mut letters, base);
        letters.into_iter().collect()
    }

    #[test]
    fn numbers_and_names_run_forward_in_arabic() {
        let drawn: String = "طهرنا 1,250 هكتارا مع UNMAS عام 2021".to_owned();
        // Seen from the right edge, what runs forward is drawn backwards.
        let seen = "طهرنا 052,1 هكتارا مع SAMNU عام 1202";
        assert_eq!(logical(seen, Base::RightToLeft), drawn);
    }

    #[test]
    fn an_arabic_phrase_is_turned_inside_an_english_line() {
        let seen: String = "the word "
            .chars()
            .chain("سلام".chars().rev())
            .chain(" means peace".chars())
            .collect();
        assert_eq!(
            logical(&seen, Base::LeftToRight),
            "the word سلام means peace"
        );
    }

    #[test]
    fn a_sign_goes_with_its_number_in_hebrew_and_apart_from_it_in_arabic() {
        for (seen, read) in [
            ("כלומר %5.54 מהשטח", "כלומר 45.5% מהשטח"),
            ("סך 05$ בשנה", "סך $50 בשנה"),
            ("%02", "%20"),
            ("نسبة 54% من", "نسبة 45% من"),
        ] {
            assert_eq!(logical(seen, Base::RightToLeft), read);
        }
    }

    #[test]
    fn numbers_of_a_left_to_right_line_stay_and_those_of_a_phrase_are_turned_back() {
        let phrase = |text: &str| -> String { text.chars().rev().collect() };
        let seen = format!("In 12 towns {} was said 30 times", phrase("מתוך 052,1 איש"));
        assert_eq!(
            logical(&seen, Base::LeftToRight),
            "In 12 towns מתוך 1,250 איש was said 30 times"
        );
    }

    #[test]
    fn a_stop_at_the_right_edge_ends_a_line_of_a_left_to_right_paragraph() {
        let base = Base::RightToLeft;
        assert_eq!(logical(".נסיים בשנת 7202", base), "נסיים בשנת 2027.");
        assert_eq!(logical("...ועוד", base), "...ועוד");
    }

    #[test]
    fn the_first_bracket_of_a_pair_opens() {
        assert_eq!(
            logical("مركز )الألغام( هنا", Base::RightToLeft),
            "مركز (الألغام) هنا"
        );
    }

    #[test]
    fn a_separator_joins_digits_and_another_mark_does_not() {
        let base = Base::RightToLeft;
        assert_eq!(logical("شهر 21/5", base), "شهر 5/12");
        assert_eq!(logical("شهر 21;5", base), "شهر 12;5");
    }
}
