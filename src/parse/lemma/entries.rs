//! Irregular base forms of English, in a table that is searched where it lies.

use std::cmp::Ordering;

use crate::model::PartOfSpeech;

/// A line an entry: the word, the letter of its part of speech, its base form.
/// The lines are in the order of their bytes. `models/NOTICE.md` says what
/// made them.
static ENTRIES: &str = include_str!("english.txt");

/// Lines of the table.
// Counted when the program is compiled: a run that looks up ten words builds no table.
const LINES: usize = lines();

const fn lines() -> usize {
    let bytes = ENTRIES.as_bytes();
    let (mut lines, mut at) = (0, 0);
    while at < bytes.len() {
        lines += (bytes[at] == b'\n') as usize;
        at += 1;
    }
    lines
}

/// The byte that each line starts at, and where the last one ends.
// Two bytes an entry, since the whole table is shorter than 65,536 bytes.
static STARTS: [u16; LINES + 1] = starts();

#[allow(
    clippy::cast_possible_truncation,
    reason = "the assertion is checked when the table is made"
)]
const fn starts() -> [u16; LINES + 1] {
    let bytes = ENTRIES.as_bytes();
    assert!(bytes.len() <= u16::MAX as usize, "a byte of the table fits");
    let mut starts = [0; LINES + 1];
    let (mut line, mut at) = (0, 0);
    while at < bytes.len() {
        at += 1;
        if bytes[at - 1] == b'\n' {
            line += 1;
            starts[line] = at as u16;
        }
    }
    starts
}

/// The base form of a word in lower case; `None` for one that has no entry.
pub(super) fn entry(word: &str, part: PartOfSpeech) -> Option<&'static str> {
    let key = [word, " ", letter(part)?, " "].concat();
    let (mut start, mut end) = (0, LINES);
    while start < end {
        let middle = usize::midpoint(start, end);
        let line = &ENTRIES[STARTS[middle].into()..STARTS[middle + 1].into()];
        // Compared as far as the key reaches: what follows in the line is the answer.
        let opening = &line.as_bytes()[..line.len().min(key.len())];
        match opening.cmp(key.as_bytes()) {
            Ordering::Less => start = middle + 1,
            Ordering::Greater => end = middle,
            Ordering::Equal => return Some(line[key.len()..].trim_end()),
        }
    }
    None
}

/// The letter of a part of speech in the table; those that have none have no
/// irregular forms.
#[must_use]
pub fn letter(part: PartOfSpeech) -> Option<&'static str> {
    Some(match part {
        PartOfSpeech::Adjective => "a",
        PartOfSpeech::Adverb => "b",
        PartOfSpeech::Determiner => "d",
        PartOfSpeech::Noun => "n",
        PartOfSpeech::Particle => "p",
        PartOfSpeech::Pronoun => "r",
        PartOfSpeech::Verb => "v",
        PartOfSpeech::Auxiliary => "x",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lines_are_in_the_order_that_the_search_needs() {
        let keys: Vec<Vec<&str>> = ENTRIES
            .lines()
            .map(|line| line.split(' ').collect())
            .collect();
        assert!(keys.iter().all(|fields| fields.len() == 3));
        assert!(keys.is_sorted_by(|a, b| a[..2] < b[..2]));
    }

    #[test]
    fn every_line_is_found() {
        for line in ENTRIES.lines() {
            let fields: Vec<&str> = line.split(' ').collect();
            let part = super::super::super::tag::PARTS
                .into_iter()
                .find(|&part| letter(part) == Some(fields[1]));
            assert_eq!(entry(fields[0], part.unwrap()), Some(fields[2]), "{line}");
        }
    }

    #[test]
    fn a_word_without_an_entry_is_not_found() {
        for word in ["", "\u{0}", "aaaa", "table", "zzzz"] {
            assert_eq!(entry(word, PartOfSpeech::Noun), None, "{word}");
        }
    }
}
