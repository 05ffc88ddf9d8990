//! Sets footnotes apart from the text above them.

use super::line::Line;

/// Footnotes are smaller than this share of the body text.
const MAX_SIZE: f32 = 0.93;

/// Cuts the lines of a column into its text and the notes at its foot.
///
/// Notes are the small lines down to the foot, from the first that opens with
/// a note mark; where `last_note`, the last line of the notes of the column before, ends
/// no sentence, that note runs on and no mark is needed.
pub(super) fn split(
    mut lines: Vec<Line>,
    body_size: f32,
    last_note: Option<&Line>,
) -> (Vec<Line>, Vec<Line>) {
    let small = lines
        .iter()
        .rposition(|line| line.row.size > MAX_SIZE * body_size)
        .map_or(0, |last| last + 1);
    let runs_on = last_note.is_some_and(|last| !last.text.ends_with(['.', '!', '?']));
    // A note that goes on has no mark in this column; small print alone on a page is no rest of it.
    let opening = if runs_on && small > 0 {
        Some(small)
    } else {
        lines[small..]
            .iter()
            .position(opens_note)
            .map(|at| small + at)
    };
    let notes = opening.map_or_else(Vec::new, |at| lines.split_off(at));
    (lines, notes)
}

/// The notes among `lines`, each with its lines. A number opens a note only
/// if it is the next, or the first of its page: *31 December* at the start of
/// a line opens none.
pub(super) fn notes(lines: &[Line]) -> Vec<&[Line]> {
    let mut notes = Vec::new();
    let mut start = 0;
    let mut last = lines.first().and_then(number);
    for (at, line) in lines.iter().enumerate().skip(1) {
        let follows = match (number(line), last) {
            (Some(number), Some(last)) => {
                number == last + 1 || number == 1 && line.page > lines[at - 1].page
            }
            _ => true,
        };
        if opens_note(line) && follows {
            last = number(line);
            notes.push(&lines[start..at]);
            start = at;
        }
    }
    if start < lines.len() {
        notes.push(&lines[start..]);
    }
    notes
}

/// Whether the line opens with the mark of a note: `1 See`, `* See`, `[2] See`, `3See`.
fn opens_note(line: &Line) -> bool {
    let (mark, rest) = cut_mark(&line.text);
    line.row.opens_with_note_mark() || !mark.is_empty() && !rest.starts_with(char::is_numeric)
}

/// The number of the note that the line opens, if it has one.
fn number(line: &Line) -> Option<u32> {
    let (mark, _) = cut_mark(&line.text);
    mark.trim_matches(|letter: char| !letter.is_ascii_digit())
        .parse()
        .ok()
}

/// The words of a note without its mark, and the mark's number.
///
/// A number that is not raised is a mark only if it is 1 or the one after
/// `last`: *31 December* opens no note.
pub(super) fn words(text: &str, opening: &Line, last: Option<u32>) -> (String, Option<u32>) {
    let (_, rest) = cut_mark(text);
    let number = number(opening);
    let is_next = number.is_none_or(|number| number == 1 || last == number.checked_sub(1));
    if is_next || opening.row.opens_with_note_mark() {
        (rest.trim_start().to_owned(), number.or(last))
    } else {
        (text.to_owned(), last)
    }
}

/// The note mark that `text` opens with, and what follows it: up to two
/// digits or any asterisks and daggers, in brackets or not.
fn cut_mark(text: &str) -> (&str, &str) {
    let is_sign =
        |letter: char| matches!(letter, '*' | '†' | '‡' | '§' | '¹' | '²' | '³' | '⁰'..='⁹');
    let core = text.trim_start_matches(['[', '(']);
    let digits = core.len()
        - core
            .trim_start_matches(|letter: char| letter.is_ascii_digit())
            .len();
    let signs = core.len() - core.trim_start_matches(is_sign).len();
    // *2021 was dry* opens with a year.
    if digits.max(signs) == 0 || digits > 2 {
        return ("", text);
    }
    let rest = core[digits.max(signs)..].trim_start_matches([']', ')', '.']);
    let follows = rest.starts_with(|letter: char| letter.is_whitespace() || letter.is_uppercase());
    if follows {
        (&text[..text.len() - rest.len()], rest)
    } else {
        ("", text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::pdf::row::Row;

    #[test]
    fn a_raised_number_is_the_mark_of_a_note_and_another_the_next_alone() {
        let text = "7 See the annex";
        let plain = Row::typed(text, 100.0);
        let mut raised = plain.clone();
        raised.glyphs[0].size = 6.0;
        raised.glyphs[0].baseline = 96.0;
        let read = |row: &Row, last: Option<u32>| {
            let row = row.clone();
            let line = Line {
                text: text.to_owned(),
                row,
                page: 1,
                column: 0,
            };
            words(text, &line, last)
        };
        let note = ("See the annex".to_owned(), Some(7));
        assert_eq!(read(&raised, None), note);
        assert_eq!(read(&plain, Some(6)), note);
        assert_eq!(read(&plain, None), (text.to_owned(), None));
    }
}
