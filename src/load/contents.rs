//! Tells the lines of a table of contents: an entry, a leader of dots, a page.
//!
//! *Costs of repair ........ 14* states nothing: its number moves with the pages. Three such
//! lines and more, whose pages go on counting, are a table of contents; a list of amounts
//! behind dots is none. Where a tab alone leads to the number, most of the lines have to name a
//! paragraph of the text too: *Fields cleared → 140* is no entry.

use std::collections::HashSet;

use super::block::Block;
use super::numbering;
use crate::model::Role;

/// Fewest dots of a leader.
const MIN_DOTS: usize = 4;

/// Most characters of a page number: *1024*, *xxviii*.
const MAX_PAGE_CHARS: usize = 6;

/// Fewest lines of a table of contents.
const MIN_LINES: usize = 3;

/// Gives the lines of tables of contents among `blocks` their role.
pub(super) fn assign(blocks: &mut [Block]) {
    let pages: Vec<Option<Page>> = blocks.iter().map(|block| page(&block.text)).collect();
    assign_runs(blocks, &pages, |_| true);
    let tabbed: Vec<Option<Page>> = blocks.iter().map(tabbed_page).collect();
    // Most texts have no such lines, and their titles need not be collected.
    if tabbed.iter().flatten().count() < MIN_LINES {
        return;
    }
    let plain = blocks.iter().filter(|block| tabbed_page(block).is_none());
    let titles: HashSet<String> = plain.map(|block| title(&block.text)).collect();
    let leads = |block: &Block| titles.contains(&title(entry(block)));
    assign_runs(blocks, &tabbed, |run| {
        2 * run.iter().filter(|block| leads(block)).count() > run.len()
    });
}

/// Gives runs of lines that lead to pages their role, where `is_sure` says so of them.
fn assign_runs(blocks: &mut [Block], pages: &[Option<Page>], is_sure: impl Fn(&[Block]) -> bool) {
    let mut start = 0;
    for run in pages.chunk_by(|one, two| goes_on(*one, *two)) {
        let lines = &mut blocks[start..start + run.len()];
        // Lines that are no entries are runs too; the first of a run tells which it is.
        if run.len() >= MIN_LINES && run[0].is_some() && is_sure(lines) {
            for block in lines {
                block.role = Role::Contents;
            }
        }
        start += run.len();
    }
}

/// The words of an entry before the tab that leads to its page.
fn entry(block: &Block) -> &str {
    let end = block.text.len().saturating_sub(block.behind_tab);
    block.text.get(..end).unwrap_or_default()
}

/// The page that a tab leads to.
fn tabbed_page(block: &Block) -> Option<Page> {
    let number = block.text[entry(block).len()..].trim();
    let has_words = entry(block).contains(char::is_alphabetic);
    if block.behind_tab == 0 || !has_words {
        return None;
    }
    number_of(number)
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
    fn lines_that_a_tab_leads_to_pages_name_what_stands_below() {
        let lines = [
            "1.\tWells of the north\t3",
            "2.\tCosts of repair\t5",
            "3.\tThanks\t12",
            "Wells of the north",
            "We dug 12 wells.",
            "Costs of Repair",
            "They cost 40 dollars.",
        ];
        let expected = [true, true, true, false, false, false, false];
        assert_eq!(roles(&lines), expected);
        let amounts = ["Wells\t3", "Pumps\t5", "Pipes\t12", "We dug 12 wells."];
        assert_eq!(roles(&amounts), [false; 4]);
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
