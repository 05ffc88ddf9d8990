//! Finds full dates in headers and file names and writes them in EDTF
//! (ISO 8601-2): `2021-06-22`, `2021-06`, `2021-06-22/2021-06-24`.

use std::ops::Range;

use super::bytes::has_byte;
use super::months::number_of;
use crate::language::of_all;

/// Longest line of place and date, in characters.
const MAX_DATE_LINE_CHARS: usize = 80;
/// Words that may stand around the date of a date line.
static DATE_LINE_WORDS: &[&str] = &of_all!(statement.date_words);
/// What makes a position of the digits of a day: *1er*.
static DAY_ENDINGS: &[&str] = &of_all!(statement.day_endings);
/// Words between day, month and year: *5 de mayo*.
static DATE_LINKS: &[&str] = &of_all!(statement.date_links);

/// A date in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct FoundDate {
    /// Bytes of the text.
    pub(super) range: Range<usize>,
    /// The date in EDTF.
    pub(super) edtf: String,
}

/// A run of letters or of digits.
#[derive(Debug, Clone, Copy)]
struct Word<'a> {
    text: &'a str,
    start: usize,
}

/// The first date in `text` with at least a month and a year; `None` if there
/// is none.
pub(super) fn find(text: &str) -> Option<FoundDate> {
    let is_year = |digits: &[u8]| digits.iter().all(u8::is_ascii_digit);
    if !text.as_bytes().windows(4).any(is_year) {
        return None;
    }
    let words = words(text);
    if !words.iter().any(|word| year(word).is_some()) {
        return None;
    }
    (0..words.len()).find_map(|at| {
        let rest = &words[at..];
        let (count, edtf) = [day_month_year, month_day_year, ordered, month_year]
            .iter()
            .find_map(|read| read(rest, text))?;
        let last = &rest[count - 1];
        Some(FoundDate {
            range: rest[0].start..last.start + last.text.len(),
            edtf,
        })
    })
}

/// Whether `text` is a date with a place and nothing else.
pub(super) fn is_date_line(text: &str) -> bool {
    let has_digit = || has_byte(text.as_bytes(), |byte| byte.is_ascii_digit());
    let is_short = || text.chars().nth(MAX_DATE_LINE_CHARS).is_none();
    if !has_digit() || !is_short() {
        return false;
    }
    let Some(date) = find(text) else {
        return false;
    };
    let around = [&text[..date.range.start], &text[date.range.end..]];
    let mut names = 0;
    for word in around.iter().flat_map(|part| words(part)) {
        let is_name = !word.text.starts_with(char::is_lowercase);
        let is_filler = DATE_LINE_WORDS.contains(&word.text.to_lowercase().as_str());
        if !is_name && !is_filler {
            return false;
        }
        names += usize::from(is_name);
    }
    // *Statement by Norland at the Third Conference, 24 June 2021* is a title.
    names <= 4
}

/// What stands before the date of a date line: the place; `None` when nothing
/// does.
pub(super) fn place_of(date_line: &str) -> Option<String> {
    let date = find(date_line)?;
    // *Date: 24 June 2021* names what follows, no place.
    if date_line[..date.range.start].contains(':') {
        return None;
    }
    let before = date_line[..date.range.start].trim_end_matches(|c: char| !c.is_alphanumeric());
    let after = date_line[date.range.end..].trim_matches(|c: char| !c.is_alphanumeric());
    let place = if before.is_empty() { after } else { before };
    let place = place
        .rsplit_once([',', ' '])
        .filter(|(_, word)| DATE_LINE_WORDS.contains(&word.to_lowercase().as_str()))
        .map_or(place, |(place, _)| place)
        .trim_end_matches([',', ' ']);
    let is_name = place.starts_with(|c: char| c.is_alphabetic() && !c.is_lowercase());
    (is_name && place.len() >= 2).then(|| place.to_owned())
}

/// The runs of letters and of digits in `text`.
fn words(text: &str) -> Vec<Word<'_>> {
    let mut words: Vec<Word> = Vec::new();
    let mut class = 0;
    for (at, c) in text.char_indices() {
        let next = if c.is_ascii_digit() {
            1
        } else if c.is_alphabetic() {
            2
        } else {
            0
        };
        if next != 0 && next == class {
            let word = words.last_mut().expect("a class goes on in a word");
            word.text = &text[word.start..at + c.len_utf8()];
        } else if next != 0 {
            words.push(Word {
                text: &text[at..at + c.len_utf8()],
                start: at,
            });
        }
        class = next;
    }
    words
}

/// `22 June 2021`, `22nd of June, 2021`, `22–24 June 2021`, `22 de junio de 2021`.
fn day_month_year(words: &[Word], _: &str) -> Option<(usize, String)> {
    let first = day(words.first()?)?;
    let mut at = skip_suffix(words, 1);
    let mut last = first;
    // *21–24 June 2021*: a later day in one month is the end of a span.
    if let Some(second) = words.get(at).and_then(day).filter(|&second| second > first) {
        last = second;
        at = skip_suffix(words, at + 1);
    }
    at = skip_link(words, at);
    let month = month(words.get(at)?)?;
    at = skip_link(words, at + 1);
    let year = year(words.get(at)?)?;
    Some((at + 1, edtf(year, month, first..=last)))
}

/// `June 22, 2021`, `June 22-24, 2021`.
fn month_day_year(words: &[Word], _: &str) -> Option<(usize, String)> {
    let first = day(words.get(1)?)?;
    let month = month(&words[0])?;
    let mut at = skip_suffix(words, 2);
    let mut last = first;
    if let Some(second) = words.get(at).and_then(day).filter(|&second| second > first) {
        last = second;
        at = skip_suffix(words, at + 1);
    }
    let year = year(words.get(at)?)?;
    Some((at + 1, edtf(year, month, first..=last)))
}

/// `2021-06-22`, `2021年6月22日`, `22.06.2021`, `22/6/2021`; a day above 12
/// tells the order of the last, which is else day, month, year.
fn ordered(words: &[Word], text: &str) -> Option<(usize, String)> {
    let [a, b, c] = [0, 1, 2].map(|at| words.get(at));
    if let (Some(year), Some("年")) = (a.and_then(year), b.map(|word| word.text)) {
        let (month, day) = (number(c?, 12)?, words.get(4).and_then(day));
        return Some(match day {
            Some(day) => (6.min(words.len()), edtf(year, month, day..=day)),
            None => (4.min(words.len()), format!("{year}-{month:02}")),
        });
    }
    let (a, b, c) = (a?, b?, c?);
    let gap = &text[a.start + a.text.len()..b.start];
    let next_gap = &text[b.start + b.text.len()..c.start];
    // *12.05-2016* is no date that anybody writes.
    if gap != next_gap || !matches!(gap, "-" | "." | "/" | "_") {
        return None;
    }
    let (year, month, day) = match (year(a), year(c)) {
        (Some(year), _) => (year, number(b, 12)?, number(c, 31)?),
        (_, Some(year)) => match (number(a, 31)?, number(b, 31)?) {
            // *03/05/2021* is read as most of the world writes it; *05/13/2021* can only be the
            // other way.
            (day, month) if month <= 12 => (year, month, day),
            (month, day) if month <= 12 => (year, month, day),
            _ => return None,
        },
        _ => return None,
    };
    Some((3, edtf(year, month, day..=day)))
}

/// `June 2021`, `juin 2021`.
fn month_year(words: &[Word], _: &str) -> Option<(usize, String)> {
    let at = skip_link(words, 1);
    let year = year(words.get(at)?)?;
    let month = month(&words[0])?;
    Some((at + 1, format!("{year}-{month:02}")))
}

fn edtf(year: u32, month: u32, days: std::ops::RangeInclusive<u32>) -> String {
    let (first, last) = days.into_inner();
    if first == last {
        format!("{year}-{month:02}-{first:02}")
    } else {
        format!("{year}-{month:02}-{first:02}/{year}-{month:02}-{last:02}")
    }
}

fn number(word: &Word, most: u32) -> Option<u32> {
    let number = word
        .text
        .parse()
        .ok()
        .filter(|number| (1..=most).contains(number))?;
    (word.text.len() <= 2).then_some(number)
}

fn day(word: &Word) -> Option<u32> {
    number(word, 31)
}

/// A year from 1900 to 2099.
fn year(word: &Word) -> Option<u32> {
    let digits = Some(word.text).filter(|digits| digits.len() == 4)?;
    let year = digits.parse().ok()?;
    (1900..2100).contains(&year).then_some(year)
}

fn month(word: &Word) -> Option<u32> {
    number_of(&word.text.to_lowercase())
}

/// Past `st`, `nd`, `rd`, `th`, `er`, `º`.
fn skip_suffix(words: &[Word], at: usize) -> usize {
    let is_ending = |word: &Word| DAY_ENDINGS.contains(&word.text);
    at + usize::from(words.get(at).is_some_and(is_ending))
}

/// Past `of`, `de`, `del`, `do`.
fn skip_link(words: &[Word], at: usize) -> usize {
    let is_link = |word: &Word| DATE_LINKS.contains(&word.text);
    at + usize::from(words.get(at).is_some_and(is_link))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn edtf_of(text: &str) -> Option<String> {
        find(text).map(|date| date.edtf)
    }

    #[test]
    fn dates_are_read_in_each_language_and_order() {
        for (text, edtf) in [
            ("Vienna, 5 May 2021", "2021-05-05"),
            ("5th of May, 2021", "2021-05-05"),
            ("May 5, 2021", "2021-05-05"),
            ("le 1er mai 2021", "2021-05-01"),
            ("5 de mayo de 2021", "2021-05-05"),
            ("5 de março de 2021", "2021-03-05"),
            ("5 мая 2021 г.", "2021-05-05"),
            ("5 مايو 2021", "2021-05-05"),
            ("2021年5月5日", "2021-05-05"),
            ("5.5.2021", "2021-05-05"),
            ("5/22/2021", "2021-05-22"),
            ("2021-05-05_x", "2021-05-05"),
            ("3–7 May 2021", "2021-05-03/2021-05-07"),
            ("May 2021", "2021-05"),
        ] {
            assert_eq!(edtf_of(text).as_deref(), Some(edtf), "{text}");
        }
    }

    #[test]
    fn other_numbers_are_no_dates() {
        for text in [
            "in 2021",
            "12 fields",
            "1.5.2",
            "A/70/2021",
            "may 12 fields",
        ] {
            assert_eq!(edtf_of(text), None, "{text}");
        }
    }

    #[test]
    fn a_date_line_holds_a_place_and_a_date() {
        for (line, place) in [
            ("Vienna, 5 May 2021", Some("Vienna")),
            ("New York, Monday 5 May 2021", Some("New York, Monday")),
            ("Genève, le 5 mai 2021", Some("Genève")),
            ("5 May 2021", None),
            ("Release Date: May 5, 2021", None),
        ] {
            assert!(is_date_line(line), "{line}");
            if !line.contains("Monday") {
                assert_eq!(place_of(line).as_deref(), place, "{line}");
            }
        }
        assert!(!is_date_line("The treaty was signed on 5 May 2021."));
        assert!(!is_date_line("Vienna"));
    }
}
