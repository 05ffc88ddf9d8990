//! Tells the lines of a table of contents: an entry, a leader of dots, a page.
//!
//! *Costs of repair ........ 14* states nothing: its number moves with the pages. Three such
//! lines and more, whose pages go on counting, are a table of contents; a list of amounts
//! behind dots is none.

use super::block::Block;
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
    let mut start = 0;
    for run in pages.chunk_by(|one, two| goes_on(*one, *two)) {
        if run.len() >= MIN_LINES && run[0].is_some() {
            for block in &mut blocks[start..start + run.len()] {
                block.role = Role::Contents;
            }
        }
        start += run.len();
    }
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
        '…' => 3,
        c => usize::from(!c.is_whitespace()),
    });
    let is_led = dots.sum::<usize>() >= MIN_DOTS && words.contains(char::is_alphabetic);
    if !is_led || number.is_empty() || number.len() > MAX_PAGE_CHARS {
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

    fn roles(texts: &[&str]) -> Vec<bool> {
        let block = |text: &&str| Block {
            text: (*text).to_owned(),
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
