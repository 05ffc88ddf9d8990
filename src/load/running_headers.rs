//! Drops what stands on the pages and not in the statement: folios and
//! running heads.
//!
//! Only lines at the edge of a page are dropped: beside a form feed, or beside
//! a folio whose number goes on counting. *Mr. President,* may repeat as often
//! as it likes.

use super::layout::{begins_small, ends_sentence};
use super::lines::Line;
use super::phrases::PAGE_WORDS;

/// Lines at each edge of a page that can be running headers or page numbers.
const EDGE_LINES: usize = 2;
/// Longest running head, in characters.
const MAX_HEAD_CHARS: usize = 100;
/// Fewest characters between two folios: less is no page.
const MIN_PAGE_CHARS: usize = 300;
/// Marks that stand in a folio beside its numbers and words.
const FOLIO_MARKS: &[&str] = &["-", "–", "—", "|", "/"];

/// `lines` without running headers and page numbers, and how many lines went.
///
/// A blank line is left in the place of each.
pub(super) fn drop_running_headers(lines: &mut [Line]) -> usize {
    let words: Vec<usize> = (0..lines.len())
        .filter(|&at| !lines[at].is_blank())
        .collect();
    let mut is_running = vec![false; words.len()];
    mark_folios(lines, &words, &mut is_running);
    mark_running_heads(lines, &words, &mut is_running);
    for (&at, _) in words.iter().zip(&is_running).filter(|(_, drop)| **drop) {
        lines[at].text = "";
    }
    is_running.iter().filter(|&&drop| drop).count()
}

/// Marks folios beside a form feed and folios that go on counting.
fn mark_folios(lines: &[Line], words: &[usize], is_running: &mut [bool]) {
    let folios: Vec<usize> = (0..words.len())
        .filter(|&nth| is_folio(lines[words[nth]].text) && is_apart(lines, words[nth]))
        .collect();
    for &nth in &folios {
        is_running[nth] |= is_at_form_feed(lines, words, nth) || interrupts(lines, words, nth);
    }
    for pair in folios.windows(2) {
        let between = &words[pair[0] + 1..pair[1]];
        let chars: usize = between.iter().map(|&at| lines[at].text.len()).sum();
        let (first, second) = (lines[words[pair[0]]].text, lines[words[pair[1]]].text);
        // *1* and *2* with a page of text between them count pages; close together they count
        // items.
        if chars >= MIN_PAGE_CHARS && counts_on(first, second) {
            is_running[pair[0]] = true;
            is_running[pair[1]] = true;
        }
    }
}

/// Whether the words around `nth` are one sentence without it.
fn interrupts(lines: &[Line], words: &[usize], nth: usize) -> bool {
    let text = |nth: usize| words.get(nth).map(|&at| lines[at].text);
    let breaks_off = nth
        .checked_sub(1)
        .and_then(text)
        .is_some_and(|line| !ends_sentence(line));
    // A number between two halves of a sentence belongs to neither.
    breaks_off && text(nth + 1).is_some_and(begins_small)
}

/// Marks lines at page edges whose words, numbers aside, stand at the edge of
/// at least half of the pages.
fn mark_running_heads(lines: &[Line], words: &[usize], is_running: &mut [bool]) {
    let pages = lines.last().map_or(1, |line| line.page as usize);
    let is_at_edge = |nth: usize| {
        is_by_folio(is_running, nth) || (pages > 1 && is_at_form_feed(lines, words, nth))
    };
    let mut edges: Vec<(String, usize)> = (0..words.len())
        .filter(|&nth| {
            !is_running[nth] && is_at_edge(nth) && lines[words[nth]].len_chars() <= MAX_HEAD_CHARS
        })
        .map(|nth| (mask_digits(lines[words[nth]].text), nth))
        .collect();
    edges.sort();
    let folios = is_running.iter().filter(|&&marked| marked).count();
    // On half of the pages: left and right ones have heads of their own.
    let least = pages.max(folios).div_ceil(2).max(2);
    for group in edges.chunk_by(|a, b| a.0 == b.0) {
        if group.len() >= least {
            for &(_, nth) in group {
                is_running[nth] = true;
            }
        }
    }
}

/// Whether no line of words touches the line at `at` on both sides.
fn is_apart(lines: &[Line], at: usize) -> bool {
    let free = |neighbour: Option<&Line>| {
        neighbour.is_none_or(|line| line.is_blank() || line.page != lines[at].page)
    };
    free(at.checked_sub(1).and_then(|before| lines.get(before))) || free(lines.get(at + 1))
}

fn is_at_form_feed(lines: &[Line], words: &[usize], nth: usize) -> bool {
    let page = |nth: usize| lines[words[nth]].page;
    (1..=EDGE_LINES).any(|far| {
        let before = nth.checked_sub(far).map(page);
        let after = (nth + far < words.len()).then(|| page(nth + far));
        [before, after]
            .into_iter()
            .flatten()
            .any(|other| other != page(nth))
    })
}

fn is_by_folio(is_running: &[bool], nth: usize) -> bool {
    (nth > 0 && is_running[nth - 1]) || is_running.get(nth + 1).is_some_and(|&marked| marked)
}

/// Whether `line` is page numbers and symbols alone: `- 3 -`, `Page 2 of 5`,
/// `A/70/PV.22 4/55`.
fn is_folio(line: &str) -> bool {
    let is_symbol = |word: &str| {
        word.contains(|c: char| c.is_ascii_digit())
            // *12.* is the mark of an item, *12 %* a figure.
            && !word.ends_with(['.', ')', ',', ';', '%'])
            && !word.contains(char::is_lowercase)
    };
    let is_word = |word: &str| {
        let word = word.trim_end_matches('.').to_lowercase();
        FOLIO_MARKS.contains(&word.as_str()) || PAGE_WORDS.contains(&word.as_str())
    };
    line.len() <= 40
        && line.contains(|c: char| c.is_ascii_digit())
        && line
            .split_whitespace()
            .all(|word| is_symbol(word) || is_word(word))
}

/// Whether `second` has a number one above a number of `first`.
fn counts_on(first: &str, second: &str) -> bool {
    let followers: Vec<u32> = numbers(first).map(|number| number + 1).collect();
    numbers(second).any(|number| followers.contains(&number))
}

/// The whole numbers below 1,000 in `line`.
fn numbers(line: &str) -> impl Iterator<Item = u32> {
    line.split(|c: char| !c.is_ascii_digit())
        .filter_map(|digits| digits.parse().ok())
        // Years count on too: *2021* and *2022* are no pages.
        .filter(|&number: &u32| number < 1000)
}

fn mask_digits(line: &str) -> String {
    let mut masked = String::with_capacity(line.len());
    for c in line.chars() {
        match c {
            '0'..='9' if masked.ends_with('#') => {}
            '0'..='9' => masked.push('#'),
            _ => masked.push(c),
        }
    }
    masked
}

#[cfg(test)]
mod tests {
    use super::super::lines::cut_lines;
    use super::*;

    fn kept(text: &str) -> Vec<String> {
        let mut lines = cut_lines(text);
        drop_running_headers(&mut lines);
        lines
            .iter()
            .filter(|l| !l.is_blank())
            .map(|l| l.text.to_owned())
            .collect()
    }

    const PAGE: &str = "The delegation cleared fields, roads and wells in the north. ";

    #[test]
    fn folios_that_count_on_are_dropped_without_form_feeds() {
        let page = PAGE.repeat(6);
        let text = format!("{page}\n\n- 1 -\n\n{page}\n\n- 2 -\n\n{page}");
        assert_eq!(kept(&text).len(), 3);
    }

    #[test]
    fn a_folio_in_the_middle_of_a_sentence_is_dropped() {
        assert_eq!(kept("We cleared the\n\n9 10-123\n\nfields.").len(), 2);
        assert_eq!(kept("We cleared it.\n\n9 10-123\n\nWe go on.").len(), 3);
    }

    #[test]
    fn running_heads_beside_form_feeds_are_dropped() {
        let text = format!(
            "{PAGE}\n2/9 10-123\n\u{C}\nA/1/PV.2 3 May\nWe thank them.\n10-123 3/9\n\u{C}\nA/1/PV.2 3 May\nIt is late."
        );
        assert_eq!(kept(&text).len(), 3);
    }

    #[test]
    fn numbers_and_salutations_of_the_text_stay() {
        let page = PAGE.repeat(6);
        let text = format!(
            "Mr. President,\n\n{page}\n\n2021\n\nMr. President,\n\n{page}\n\n12\n13\n\nMr. President,"
        );
        assert_eq!(kept(&text).len(), 8);
    }

    #[test]
    fn a_number_that_words_touch_on_both_sides_is_no_folio() {
        assert_eq!(kept("We cleared the\n9 10-123\nfields.").len(), 3);
    }

    #[test]
    fn a_line_beside_a_folio_on_each_page_is_a_running_head() {
        let page = PAGE.repeat(6);
        let head = "Mission of Marenia";
        let text = format!("{page}\n\n- 1 -\n\n{head}\n\n{page}\n\n- 2 -\n\n{head}\n\n{page}");
        assert_eq!(kept(&text).len(), 3);
    }
}
