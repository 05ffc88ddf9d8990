//! Tells the lines of a table of contents: an entry, a leader of dots, a page.
//!
//! *Costs of repair ........ 14* states nothing: its number moves with the pages. Three such
//! lines and more, whose pages go on counting, are a table of contents; a list of amounts
//! behind dots is none. Where a tab or a blank alone leads to the number, most of the lines have
//! to name a paragraph of the text too: *Fields cleared → 140* is no entry.

use std::collections::HashSet;

use super::block::Block;
use super::numbering;
use crate::model::Role;

/// Fewest dots of a leader.
const MIN_DOTS: usize = 4;

/// Most characters of a page number: *1024*, *xxviii*.
const MAX_PAGE_CHARS: usize = 6;

/// Most bytes of an entry whose page stands behind a blank alone: a line.
const MAX_ENTRY_BYTES: usize = 100;

/// Fewest lines of a table of contents.
const MIN_LINES: usize = 3;

/// Fewest lines of one that is known by its pages alone.
const MANY_LINES: usize = 8;

/// Most pages from one entry to the next in such a one, and on average.
const LONGEST_STEP: u32 = 10;
const MEAN_STEP: usize = 3;

/// Most lines that part a table of contents: *Page*, the second line of a title.
const MOST_BETWEEN: usize = 3;

/// Gives the lines of tables of contents among `blocks` their role.
pub(super) fn assign(blocks: &mut [Block]) {
    let pages: Vec<Option<Page>> = blocks.iter().map(|block| page(&block.text)).collect();
    assign_runs(blocks, &pages, |_, _| true);
    let bare: Vec<Option<Page>> = blocks.iter().map(bare_page).collect();
    // Most texts have no such lines, and their titles need not be collected.
    if bare.iter().flatten().count() < MIN_LINES {
        return;
    }
    let plain = blocks.iter().filter(|block| bare_page(block).is_none());
    let titles: HashSet<String> = plain.map(|block| title(&block.text)).collect();
    let leads = |block: &Block| titles.contains(&title(entry(block)));
    assign_runs(blocks, &bare, |run, pages| {
        2 * run.iter().filter(|block| leads(block)).count() > run.len() || rises_slowly(pages)
    });
}

/// Gives runs of lines that lead to pages their role, where `is_sure` says so of them, and
/// shorter ones that go on right behind such a run.
fn assign_runs(
    blocks: &mut [Block],
    pages: &[Option<Page>],
    is_sure: impl Fn(&[Block], &[Option<Page>]) -> bool,
) {
    let mut start = 0;
    let mut last: Option<(usize, Page)> = None;
    for run in pages.chunk_by(|one, two| goes_on(*one, *two)) {
        let end = start + run.len();
        // Lines that are no entries are runs too; the first of a run tells which it is.
        if let (Some(first), Some(&Some(page))) = (run[0], run.last()) {
            let lines = &mut blocks[start..end];
            let continues =
                last.is_some_and(|(end, page)| start - end <= MOST_BETWEEN && page.leads_to(first));
            if continues || run.len() >= MIN_LINES && is_sure(lines, run) {
                for block in lines {
                    block.role = Role::Contents;
                }
                last = Some((end, page));
            }
        }
        start = end;
    }
}

/// Whether pages go on as those of many entries do, a few at a time: no table of amounts is
/// sorted like that.
fn rises_slowly(pages: &[Option<Page>]) -> bool {
    let numbers: Vec<u32> = pages.iter().flatten().map(|page| page.number()).collect();
    let rises = numbers.last().zip(numbers.first());
    numbers.len() >= MANY_LINES
        && numbers
            .windows(2)
            .all(|pair| pair[1] - pair[0] <= LONGEST_STEP)
        && rises.is_some_and(|(last, first)| (last - first) as usize <= MEAN_STEP * numbers.len())
}

/// The words of an entry before the tab, or else the last blank, that leads to its page.
fn entry(block: &Block) -> &str {
    let text = block.text.as_str();
    let end = match block.behind_tab {
        0 => text.trim_end().rfind(' ').unwrap_or(text.len()),
        behind_tab => text.len().saturating_sub(behind_tab),
    };
    text.get(..end).unwrap_or_default()
}

/// The page that a tab or a blank leads to, without a leader.
fn bare_page(block: &Block) -> Option<Page> {
    let entry = entry(block);
    let has_words = entry.contains(char::is_alphabetic);
    if !has_words || block.behind_tab == 0 && entry.len() > MAX_ENTRY_BYTES {
        return None;
    }
    number_of(block.text[entry.len()..].trim())
}

/// What two titles share that differ in their numbers and blanks alone.
fn title(text: &str) -> String {
    // *2.1 Costs of repair* in the contents may be *Costs of repair* in the text.
    let words = &text[numbering::length(text)..];
    let words =
        words.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ' ' | '\t'));
    let letters = words.chars().filter(|c| c.is_alphanumeric());
    letters.flat_map(char::to_lowercase).collect()
}

/// Whether a line reads as one of a table of contents.
pub(super) fn is_entry(line: &str) -> bool {
    page(line).is_some()
}

/// The page of an entry. Those of the front matter, in Roman numerals, come first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Page {
    Front,
    Number(u32),
}

impl Page {
    /// The number; 0 in the front matter.
    fn number(self) -> u32 {
        match self {
            Self::Front => 0,
            Self::Number(number) => number,
        }
    }

    /// Whether an entry on `next` may stand behind one on this page.
    fn leads_to(self, next: Self) -> bool {
        self <= next && next.number() - self.number() <= LONGEST_STEP
    }
}

/// Whether the second line follows the first in a table of contents, or neither is of one.
fn goes_on(one: Option<Page>, two: Option<Page>) -> bool {
    match (one, two) {
        (Some(one), Some(two)) => one <= two,
        (None, None) => true,
        _ => false,
    }
}

/// The page that `line` ends with, behind words and a leader.
fn page(line: &str) -> Option<Page> {
    let is_leader = |c: char| matches!(c, '.' | '…' | '·' | '_') || c.is_whitespace();
    let entry = line.trim_end_matches(|c: char| c.is_ascii_alphanumeric());
    let number = &line[entry.len()..];
    let words = entry.trim_end_matches(is_leader);
    let dots = entry[words.len()..].chars().map(|c| match c {
        // An ellipsis typed as one character.
        '…' => 3,
        c => usize::from(!c.is_whitespace()),
    });
    // Three dots are an ellipsis: *and so forth ... 12*.
    let is_led = dots.sum::<usize>() >= MIN_DOTS && words.contains(char::is_alphabetic);
    if is_led { number_of(number) } else { None }
}

/// The page that a number is of.
fn number_of(number: &str) -> Option<Page> {
    if number.is_empty() || number.len() > MAX_PAGE_CHARS {
        return None;
    }
    let is_roman = number.bytes().all(|byte| b"ivxlc".contains(&byte));
    match number.parse() {
        Ok(number) => Some(Page::Number(number)),
        Err(_) => is_roman.then_some(Page::Front),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Which paragraphs are of a table of contents; `\t` stands for a tab.
    fn roles(texts: &[&str]) -> Vec<bool> {
        let block = |text: &&str| Block {
            text: text.replace('\t', " "),
            behind_tab: text.rfind('\t').map_or(0, |at| text.len() - at - 1),
            ..Block::default()
        };
        let mut blocks: Vec<Block> = texts.iter().map(block).collect();
        assign(&mut blocks);
        let is_contents = |block: &Block| block.role == Role::Contents;
        blocks.iter().map(is_contents).collect()
    }

    #[test]
    fn lines_that_lead_to_pages_are_a_table_of_contents() {
        let lines = [
            "Contents",
            "Foreword . . . . . . iv",
            "1. Wells of the north.......3",
            "2. Costs of repair ……… 14",
            "Annex A ______ 112",
            "We cleared 12 fields.",
        ];
        assert_eq!(roles(&lines), [false, true, true, true, true, false]);
    }

    #[test]
    fn lines_that_a_tab_or_a_blank_leads_to_pages_name_what_stands_below() {
        let lines = [
            "1.\tWells of the north\t3",
            "2.\tCosts of repair\t5",
            "3.\tThanks\t12",
            "Wells of the north",
            "We dug 12 wells.",
            "Costs of Repair",
            "They cost 40 dollars.",
        ];
        let amounts = ["Wells\t3", "Pumps\t5", "Pipes\t12", "We dug 12 wells."];
        for leader in ["\t", " "] {
            let read = |lines: &[&str]| {
                let lines: Vec<String> = lines
                    .iter()
                    .map(|line| line.replace('\t', leader))
                    .collect();
                roles(&lines.iter().map(String::as_str).collect::<Vec<_>>())
            };
            let expected = [true, true, true, false, false, false, false];
            assert_eq!(read(&lines), expected, "{leader:?}");
            assert_eq!(read(&amounts), [false; 4], "{leader:?}");
        }
    }

    #[test]
    fn sentences_that_end_in_numbers_are_none() {
        let sentence = "Wells of the north ".repeat(6) + "3";
        let lines = [&sentence, &sentence, &sentence, "Wells of the north"];
        assert_eq!(roles(&lines), [false; 4]);
    }

    #[test]
    fn many_lines_whose_pages_go_on_slowly_are_known_by_them() {
        let entry = |at: usize| format!("Chapter on wells {}", at.div_ceil(2));
        let mut lines: Vec<String> = (1..=8).map(entry).collect();
        lines.extend([
            "Page".to_owned(),
            "Thanks 5".to_owned(),
            "We dug.".to_owned(),
        ]);
        let read = |lines: &[String]| roles(&lines.iter().map(String::as_str).collect::<Vec<_>>());
        let expected = [
            true, true, true, true, true, true, true, true, false, true, false,
        ];
        assert_eq!(read(&lines), expected);
        assert_eq!(read(&lines[1..]), [false; 10], "seven lines are few");
        lines[9] = "Thanks 40".to_owned();
        assert!(!read(&lines)[9], "too far to go on");
        let far: Vec<String> = (0..8).map(|at| format!("Wells {}", 9 * at)).collect();
        assert_eq!(read(&far), [false; 8], "amounts, sorted");
    }

    #[test]
    fn amounts_behind_dots_are_none() {
        for lines in [
            [
                "Men ........ 412",
                "Women ........ 388",
                "Children ........ 96",
            ],
            ["Bread ..... 3.50", "Milk ..... 4.10", "Salt ..... 5.00"],
            ["We go on ... 12", "We go on ... 13", "We go on ... 14"],
        ] {
            assert_eq!(roles(&lines), [false; 3], "{lines:?}");
        }
    }
}
