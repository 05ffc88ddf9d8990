//! Irregular base forms of English, in a table that is searched where it lies.

use std::cmp::Ordering;

use crate::model::PartOfSpeech;

/// A line an entry: the word, the letter of its part of speech, its base form.
/// The lines are in the order of their bytes. `models/NOTICE.md` says what
/// made them.
static ENTRIES: &str = include_str!("english.txt");

/// The base form of a word in lower case; `None` for one that has no entry.
pub(super) fn entry(word: &str, part: PartOfSpeech) -> Option<&'static str> {
    let letter = letter(part)?;
    let (mut start, mut end) = (0, ENTRIES.len());
    while start < end {
        let line = line_around(start + (end - start) / 2);
        let text = &ENTRIES[line.clone()];
        let mut fields = text.split(' ');
        let entry = (fields.next()?, fields.next()?);
        match entry.cmp(&(word, letter)) {
            Ordering::Less => start = line.end + 1,
            Ordering::Greater => end = line.start,
            Ordering::Equal => return fields.next(),
        }
    }
    None
}

/// The bytes of the line that a byte stands in, without its end.
fn line_around(at: usize) -> std::ops::Range<usize> {
    let bytes = ENTRIES.as_bytes();
    let start = bytes[..at].iter().rposition(|&byte| byte == b'\n');
    let end = bytes[at..].iter().position(|&byte| byte == b'\n');
    start.map_or(0, |start| start + 1)..end.map_or(bytes.len(), |end| at + end)
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
