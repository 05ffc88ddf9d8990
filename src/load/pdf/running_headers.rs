//! Takes running heads and page numbers out of the pages.

use super::direction::Base;
use super::row::{self, Row};
use crate::load::layout::{begins_small, ends_sentence};
use crate::load::phrases::PAGE_WORDS;

/// Heads and feet stand within this share of the page's height from its edge.
const EDGE: f32 = 0.12;

/// Heads of one document stay within this many points from page to page.
const DRIFT: f32 = 4.0;

/// The rows of one page.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Sheet {
    /// Counted from 1.
    pub(super) number: u32,
    /// In points.
    pub(super) height: f32,
    /// From top to bottom.
    pub(super) rows: Vec<Row>,
}

/// A row that may be a running head.
struct Candidate {
    sheet: usize,
    row: usize,
    number: u32,
    baseline: f32,
    is_artifact: bool,
    text: String,
    /// The text with each number as `#`.
    mask: String,
}

/// Removes what repeats at the edge of the pages, and page numbers. Returns
/// how many rows were removed.
pub(super) fn remove(sheets: &mut [Sheet], base: Base) -> usize {
    let candidates = candidates(sheets, base);
    let mut removed: Vec<(usize, usize)> = candidates
        .iter()
        .filter(|candidate| {
            is_page_number(candidate, sheets.len()) || repeats(candidate, &candidates, sheets.len())
        })
        .map(|candidate| (candidate.sheet, candidate.row))
        .collect();
    removed.sort_unstable();
    let body_size = body_size(sheets);
    let is_prose = |&(sheet, row): &(usize, usize)| {
        let is_out = |at: usize| removed.binary_search(&(sheet, at)).is_ok();
        let rows = &sheets[sheet].rows;
        goes_on(rows, row, is_out, base)
            || is_sentence(rows, row, body_size, base)
            || is_numbered_heading(&rows[row], body_size, base)
    };
    // Asked of all before the first is kept: whether a row is at the edge of the text hangs on what
    // goes beside it.
    let prose: Vec<(usize, usize)> = removed
        .iter()
        .filter(|row| is_prose(row))
        .copied()
        .collect();
    removed.retain(|row| !prose.contains(row));
    keep_short_pages(sheets, &mut removed);
    // From the last on, so that the places of the others stay right.
    for &(sheet, row) in removed.iter().rev() {
        sheets[sheet].rows.remove(row);
    }
    removed.len()
}

/// Keeps the rows of pages that would be empty without them, where most pages would be: what
/// such pages repeat is what they say.
fn keep_short_pages(sheets: &[Sheet], removed: &mut Vec<(usize, usize)>) {
    let is_emptied = |at: usize| {
        let gone = removed.iter().filter(|(sheet, _)| *sheet == at).count();
        gone > 0 && gone == sheets[at].rows.len()
    };
    let emptied: Vec<bool> = (0..sheets.len()).map(is_emptied).collect();
    let written = sheets.iter().filter(|sheet| !sheet.rows.is_empty()).count();
    if emptied.iter().filter(|is_emptied| **is_emptied).count() * 2 > written {
        removed.retain(|(sheet, _)| !emptied[*sheet]);
    }
}

fn candidates(sheets: &[Sheet], base: Base) -> Vec<Candidate> {
    let mut found = Vec::new();
    for (sheet_at, sheet) in sheets.iter().enumerate() {
        for (row_at, row) in sheet.rows.iter().enumerate() {
            let is_artifact = row.is_artifact();
            let edge = EDGE * sheet.height;
            // A tagged file says itself what is no content; of others the edges alone are asked.
            if !is_artifact && row.baseline > edge && row.baseline < sheet.height - edge {
                continue;
            }
            let text = row.text(base);
            found.push(Candidate {
                sheet: sheet_at,
                row: row_at,
                number: sheet.number,
                baseline: row.baseline,
                is_artifact,
                mask: mask(&text),
                text,
            });
        }
    }
    found
}

/// Whether the same row stands in the same place on half of the pages, or on
/// half of the even or of the odd ones; on two at least. Numbers that differ go
/// with the page; rows of numbers alone count only if one does.
fn repeats(candidate: &Candidate, candidates: &[Candidate], pages: usize) -> bool {
    let alike: Vec<&Candidate> = candidates
        .iter()
        .filter(|other| {
            other.mask == candidate.mask
                && (other.baseline - candidate.baseline).abs() < DRIFT
                && numbers_go_along(candidate, other)
        })
        .collect();
    let enough = alike.len() >= 2
        && (alike.len() * 2 >= pages
            || candidate.is_artifact
            || alike.len() >= 3 && alike.len() * 4 >= pages);
    let has_words = candidate
        .mask
        .chars()
        .filter(|letter| letter.is_alphabetic())
        .count()
        >= 3;
    enough && (has_words || goes_with_the_page(&alike))
}

/// Whether each number of one row is that of the other, or differs from it as the pages
/// do: *Report 2021, page 3*, but not *The report of group 3 is due within 44 days*.
fn numbers_go_along(one: &Candidate, other: &Candidate) -> bool {
    let pages = i64::from(other.number) - i64::from(one.number);
    let mut pairs = numbers(&one.text).zip(numbers(&other.text));
    pairs.all(|(own, its)| {
        let step = i64::from(its) - i64::from(own);
        step == 0 || step == pages
    })
}

/// Page numbers run this far from the count of the pages at most; years do not.
const MAX_OFFSET: i64 = 1_000;

fn goes_with_the_page(alike: &[&Candidate]) -> bool {
    let offset = |candidate: &Candidate| {
        numbers(&candidate.text)
            .next()
            .map(|number| i64::from(number) - i64::from(candidate.number))
    };
    let first = offset(alike[0]);
    first.is_some_and(|offset| offset.abs() < MAX_OFFSET)
        && alike.iter().all(|candidate| offset(candidate) == first)
}

/// Whether the row says which page it is, and nothing else.
fn is_page_number(candidate: &Candidate, pages: usize) -> bool {
    let mut found = numbers(&candidate.text);
    let is_this_page = found.next() == Some(candidate.number);
    // *3 of 12*, *3/12*
    let is_count = found
        .next()
        .is_none_or(|count| usize::try_from(count).is_ok_and(|count| count >= pages));
    let only_page_words = candidate
        .text
        .split(|letter: char| !letter.is_alphabetic())
        .filter(|word| !word.is_empty())
        .all(|word| PAGE_WORDS.contains(&word.to_lowercase().as_str()));
    is_this_page && is_count && found.next().is_none() && only_page_words
}

/// Farthest from one line of a sentence to the next, as a share of the size.
const MAX_LEADING: f32 = 1.8;

/// Whether the row at `at` is part of the prose that stands on: other rows part it
/// from the edge of the page, and its sentence goes on in the row below, or began
/// in the row above.
fn goes_on(rows: &[Row], at: usize, is_out: impl Fn(usize) -> bool, base: Base) -> bool {
    let row = &rows[at];
    if row.is_artifact() || (0..at).all(&is_out) || (at + 1..rows.len()).all(&is_out) {
        return false;
    }
    runs_on(rows, at, base) || at > 0 && runs_on(rows, at - 1, base)
}

/// The size of most letters of the pages.
fn body_size(sheets: &[Sheet]) -> f32 {
    let rows = sheets.iter().flat_map(|sheet| &sheet.rows);
    let sizes = rows.flat_map(|row| row.inked().map(|glyph| glyph.size));
    row::most_common(sizes).unwrap_or(0.0)
}

/// Fewest words of a sentence; *Check against delivery.* is a head.
const SENTENCE_WORDS: usize = 6;

/// Whether the row at `at` is, or begins or ends, a sentence in the type of the body, or
/// leads to what follows: *Each party shall:*. Forms and treaties say the same on each page.
fn is_sentence(rows: &[Row], at: usize, body_size: f32, base: Base) -> bool {
    let is_body = |row: &Row| !row.is_artifact() && (row.size - body_size).abs() < 0.5;
    if !is_body(&rows[at]) {
        return false;
    }
    let mut first = at;
    while first > 0 && runs_on(rows, first - 1, base) {
        first -= 1;
    }
    let mut last = at;
    while runs_on(rows, last, base) {
        last += 1;
    }
    let lines: Vec<String> = rows[first..=last]
        .iter()
        .map(|row| row.text(base))
        .collect();
    let text = lines.join(" ");
    let small = text
        .split_whitespace()
        .filter(|word| begins_small(word))
        .count();
    text.ends_with(':') && small > 0 || ends_sentence(&text) && small + 1 >= SENTENCE_WORDS
}

/// Whether a row is a heading that counts on, of which each page has one: *Article 3*. A
/// page number stands apart, or behind a word for it; running heads are no larger than the
/// body.
fn is_numbered_heading(row: &Row, body_size: f32, base: Base) -> bool {
    let text = row.text(base);
    let mut words = text.split_whitespace();
    let is_page_word = |word: &str| PAGE_WORDS.contains(&word.to_lowercase().as_str());
    let is_set_large = row.is_bold() || row.size > 1.05 * body_size;
    is_set_large
        && !row.is_artifact()
        && numbers(&text).count() == 1
        && text.starts_with(char::is_alphabetic)
        && text.ends_with(|letter: char| letter.is_ascii_digit())
        && !words.any(is_page_word)
        && row.parts(row.size).len() == 1
}

/// Whether the sentence of a row goes on in the next, a line below it.
fn runs_on(rows: &[Row], at: usize, base: Base) -> bool {
    let [Some(first), Some(second)] = [rows.get(at), rows.get(at + 1)] else {
        return false;
    };
    second.baseline - first.baseline < MAX_LEADING * first.size
        && (first.size - second.size).abs() < 0.5
        && !ends_sentence(&first.text(base))
        && begins_small(&second.text(base))
}

/// The text with each number as `#` and without blanks.
fn mask(text: &str) -> String {
    let mut masked = String::with_capacity(text.len());
    for letter in text.chars().filter(|letter| !letter.is_whitespace()) {
        if !letter.is_numeric() {
            masked.push(letter);
        } else if !masked.ends_with('#') {
            masked.push('#');
        }
    }
    masked
}

fn numbers(text: &str) -> impl Iterator<Item = u32> {
    text.split(|letter: char| !letter.is_ascii_digit())
        .filter(|digits| !digits.is_empty())
        .map(|digits| digits.parse().unwrap_or(u32::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::pdf::glyph::{Purpose, Weight, narrow};

    fn sheet(number: u32, head: &str, first: &str, foot: &str) -> Sheet {
        Sheet {
            number,
            height: 800.0,
            rows: vec![
                Row::typed(head, 40.0),
                Row::typed(first, 90.0),
                Row::typed("prose", 400.0),
                Row::typed(foot, 770.0),
            ],
        }
    }

    #[test]
    fn heads_and_page_numbers_go_and_numbers_of_a_table_stay() {
        let mut sheets = [
            sheet(1, "Mission of Marenia", "2021 31.2", "Page 1 of 2"),
            sheet(2, "Mission of Marenia", "2022 49.0", "Page 2 of 2"),
        ];
        assert_eq!(remove(&mut sheets, Base::LeftToRight), 4);
        assert_eq!(
            sheets[0].rows,
            [Row::typed("2021 31.2", 90.0), Row::typed("prose", 400.0)]
        );
    }

    #[test]
    fn a_sentence_that_begins_alike_on_each_page_is_no_head() {
        let mut sheets = [1, 2].map(|number| Sheet {
            number,
            height: 800.0,
            rows: vec![
                Row::typed("Mission of Marenia", 40.0),
                Row::typed(["Part one", "The second part"][number as usize - 1], 60.0),
                Row::typed("This part holds for each member that has", 80.0),
                Row::typed("paid its dues.", 94.0),
                Row::typed("prose", 400.0),
            ],
        });
        assert_eq!(remove(&mut sheets, Base::LeftToRight), 2);
        assert_eq!(sheets[0].rows.len(), 4);
    }

    #[test]
    fn a_row_goes_on_where_its_sentence_does_and_other_rows_part_it_from_the_edge() {
        let rows = [
            Row::typed("Part one", 40.0),
            Row::typed("This part holds for each member that has", 60.0),
            Row::typed("paid its dues.", 74.0),
            Row::typed("prose", 400.0),
        ];
        let goes_on = |at: usize, out: &[usize]| {
            goes_on(&rows, at, |row| out.contains(&row), Base::LeftToRight)
        };
        assert!(goes_on(1, &[1]) && goes_on(2, &[2]));
        assert!(!goes_on(1, &[0, 1]));
        assert!(!goes_on(3, &[]) && !goes_on(0, &[]));
    }

    /// Pages of one first row, one last row and prose between them.
    fn pages(edges: [[&str; 2]; 3]) -> Vec<String> {
        let mut sheets: Vec<Sheet> = (1..)
            .zip(edges)
            .map(|(number, [first, last])| Sheet {
                number,
                height: 800.0,
                rows: vec![
                    Row::typed(first, 60.0),
                    Row::typed("Prose of the page", 400.0),
                    Row::typed(last, 760.0),
                ],
            })
            .collect();
        remove(&mut sheets, Base::LeftToRight);
        let rows = sheets.iter().flat_map(|sheet| &sheet.rows);
        let texts = rows.map(|row| row.text(Base::LeftToRight));
        texts.filter(|text| text != "Prose of the page").collect()
    }

    #[test]
    fn sentences_that_each_page_repeats_stay() {
        let first = "Each party shall report to the office in spring.";
        let last = "The parties shall:";
        assert_eq!(pages([[first, last]; 3]).len(), 6);
        let head = "Check against delivery.";
        assert!(pages([[head, "Mission of Marenia"]; 3]).is_empty());
    }

    #[test]
    fn numbers_of_a_row_that_do_not_go_with_the_page_are_the_texts() {
        let edges = [
            ["Group 1 has 12 days", "Report 2021, 1"],
            ["Group 2 has 44 days", "Report 2021, 2"],
            ["Group 3 has 31 days", "Report 2021, 3"],
        ];
        let groups = [
            "Group 1 has 12 days",
            "Group 2 has 44 days",
            "Group 3 has 31 days",
        ];
        assert_eq!(pages(edges), groups);
    }

    #[test]
    fn pages_that_hold_nothing_else_keep_what_they_repeat() {
        let mut sheets = [1, 2, 3].map(|number| Sheet {
            number,
            height: 800.0,
            rows: vec![Row::typed(&format!("Chart {number}"), 40.0)],
        });
        assert_eq!(remove(&mut sheets, Base::LeftToRight), 0);
    }

    #[test]
    fn a_heading_that_counts_on_is_no_page_number() {
        let bold = |text: &str| {
            let mut row = Row::typed(text, 60.0);
            for glyph in &mut row.glyphs {
                glyph.weight = Weight::Bold;
            }
            row
        };
        assert!(is_numbered_heading(
            &bold("Article 3"),
            10.0,
            Base::LeftToRight
        ));
        assert!(!is_numbered_heading(
            &bold("Page 3"),
            10.0,
            Base::LeftToRight
        ));
        assert!(!is_numbered_heading(
            &Row::typed("Article 3", 60.0),
            10.0,
            Base::LeftToRight
        ));
    }

    #[test]
    fn what_stands_on_one_page_alone_stays() {
        let mut sheets = [
            sheet(1, "Permanent Mission", "a", "Check against delivery"),
            sheet(2, "b", "c", "d"),
        ];
        assert_eq!(remove(&mut sheets, Base::LeftToRight), 0);
    }

    #[test]
    fn numbers_that_count_with_the_pages_go_and_the_same_one_on_each_stays() {
        assert_eq!(pages([["a", "17"], ["b", "18"], ["c", "19"]]).len(), 3);
        assert_eq!(pages([["a", "17"], ["b", "17"], ["c", "17"]]).len(), 6);
    }

    #[test]
    fn what_the_file_sets_apart_is_a_head_on_two_pages_of_many() {
        let mut sheets: Vec<Sheet> = (1..=9)
            .map(|number| {
                let words = ["Part one of all", "Closing words"][usize::from(number > 2)];
                let mut head = Row::typed(words, 40.0);
                for glyph in &mut head.glyphs {
                    if number < 3 {
                        glyph.purpose = Purpose::Artifact;
                    }
                    glyph.baseline = 40.0 + 3.0 * narrow(usize::from(number > 2) * number as usize);
                }
                let prose = format!("Prose of page {}", ["a", "b", "c"][number as usize % 3]);
                Sheet {
                    number,
                    height: 800.0,
                    rows: vec![head, Row::typed(&prose, 400.0)],
                }
            })
            .collect();
        remove(&mut sheets, Base::LeftToRight);
        assert_eq!(sheets[0].rows.len(), 1);
    }

    #[test]
    fn a_page_number_goes_though_there_is_one_page() {
        let mut sheets = [sheet(1, "Mission of Marenia", "2021 31.2", "Page 1 of 1")];
        assert_eq!(remove(&mut sheets, Base::LeftToRight), 1);
        let mut sheets = [sheet(1, "Mission of Marenia", "2021 31.2", "Page 3 of 5")];
        assert_eq!(remove(&mut sheets, Base::LeftToRight), 0);
    }
}
