//! Joins paragraphs that a page break had cut in two.

use super::block::Block;
use super::layout::{begins_small, ends_sentence, has_chars};
use super::{line_joins, numbering, phrases, roles};
use crate::model::Role;

/// Fewest characters in the first half of a cut paragraph; shorter ones are
/// headings, addresses and closings.
const MIN_FIRST_CHARS: usize = 40;
/// A second half of this many characters may itself be cut at the next page.
const MIN_CUT_AGAIN_CHARS: usize = 200;
/// One paragraph in so many may be cut: pages that were scanned come in
/// pieces. Where more break off, lines were set apart throughout, and which of
/// them read on by chance would differ from one edition to the next.
const ONE_IN: usize = 2;
/// So many may be cut in any text, however short.
const ALWAYS: usize = 8;

/// Joins the paragraphs of `blocks` that were cut, and returns where the
/// joined ones stand afterwards, ascending; none in a text where lines break
/// off everywhere.
pub(super) fn join(blocks: &mut Vec<Block>) -> Vec<usize> {
    let mut goes_on = vec![false; blocks.len()];
    for at in (1..blocks.len()).rev() {
        let (first, second) = (&blocks[at - 1], &blocks[at]);
        // A half that breaks off itself is a heading or an item as likely: something has to end it.
        let is_whole = goes_on[at]
            || ends_with_stop(&second.text)
            || has_chars(&second.text, MIN_CUT_AGAIN_CHARS);
        goes_on[at - 1] = is_whole && breaks_off(first, second);
    }
    let cuts = goes_on.iter().filter(|&&goes_on| goes_on).count();
    // Where half of all paragraphs break off they are lines of a poem or of a list, and no page cut
    // them.
    if cuts > ALWAYS.max(blocks.len() / ONE_IN) {
        return Vec::new();
    }
    let mut joined = Vec::new();
    let mut whole: Vec<Block> = Vec::with_capacity(blocks.len());
    let follows_on = std::iter::once(false).chain(goes_on);
    for (block, is_rest) in blocks.drain(..).zip(follows_on) {
        match whole.last_mut() {
            Some(first) if is_rest => {
                line_joins::push_line(&mut first.text, &block.text, " ", "");
                first.append_ink(block);
                joined.push(whole.len() - 1);
            }
            _ => whole.push(block),
        }
    }
    joined.dedup();
    *blocks = whole;
    joined
}

/// Whether `second` goes on in the sentence that `first` breaks off.
///
/// The first half breaks off without a stop, and either the second begins with
/// a small letter, or the first ends in a comma, a hyphen or a word that needs
/// another. Lists without marks look alike, but their last item has no stop.
fn breaks_off(first: &Block, second: &Block) -> bool {
    let are_prose = first.role == Role::Body && second.role == Role::Body;
    let names_go_on = || {
        needs_more(&first.text)
            && !opens_sentence(&second.text)
            // *Mr. President,* above *Marenia thanks you* is an address, and not the half of a sentence.
            && !roles::opens_address(&first.text)
    };
    are_prose
        && second.text.starts_with(char::is_alphanumeric)
        && !ends_sentence(&first.text)
        // *Annex* above *of the report* is a heading.
        && (has_chars(&first.text, MIN_FIRST_CHARS) || begins_small(&first.text))
        && numbering::length(&second.text) == 0
        && (begins_small(&second.text) || names_go_on())
}

fn ends_with_stop(text: &str) -> bool {
    ends_sentence(text) && !text.ends_with([':', ';', '：', '；', '؛'])
}

/// Whether `text` ends in a comma, a hyphen, or a word like *of* or *the*.
pub(super) fn needs_more(text: &str) -> bool {
    let last = text.rsplit(char::is_whitespace).next().unwrap_or_default();
    text.ends_with([',', '،', '，', '、', '-', '–'])
        || phrases::CONTINUING_WORDS.contains(&last.to_lowercase().as_str())
}

/// Whether `text` begins with a word like *This*, with a capital: a sentence
/// and not a name.
fn opens_sentence(text: &str) -> bool {
    let first = text.split(|c: char| !c.is_alphanumeric()).next();
    first.is_some_and(|word| phrases::OPENING_WORDS.contains(&word))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn joined(texts: &[&str]) -> Vec<String> {
        let mut blocks: Vec<Block> = texts
            .iter()
            .map(|&text| Block {
                text: text.into(),
                ..Block::default()
            })
            .collect();
        join(&mut blocks);
        blocks.into_iter().map(|block| block.text).collect()
    }

    #[test]
    fn a_sentence_that_breaks_off_is_joined() {
        for (first, second) in [
            (
                "The agreement of last May was signed by France,",
                "Germany and Poland at the border.",
            ),
            (
                "The agreement of last May was welcomed by the",
                "European Union at once.",
            ),
            (
                "The agreement of last May was soon welcomed",
                "by all of its neighbours.",
            ),
        ] {
            assert_eq!(joined(&[first, second]), [format!("{first} {second}")]);
        }
    }

    #[test]
    fn lines_that_break_off_everywhere_stay_apart() {
        let lines = [
            "The agreement of last May was soon welcomed",
            "by all of its neighbours who",
        ]
        .repeat(10);
        assert_eq!(joined(&lines), lines);
    }

    #[test]
    fn whole_sentences_lists_and_addresses_stay_apart() {
        for texts in [
            [
                "The agreement of last May was signed by all.",
                "we welcome it.",
            ],
            [
                "We call on all the parties of the agreement to",
                "(a) lay down their arms.",
            ],
            [
                "We call on the parties for these three things,",
                "A first thing,",
            ],
            [
                "The agreement of last May was welcomed by the",
                "This record contains the speech.",
            ],
            [
                "Mr. President, heads of state and government,",
                "We welcome the agreement.",
            ],
            ["Yours sincerely,", "John Smith of the delegation."],
            [
                "The measures that the parties have taken are:",
                "clearance of the fields.",
            ],
        ] {
            assert_eq!(joined(&texts), texts);
        }
    }

    #[test]
    fn a_sentence_in_three_pieces_is_one() {
        let pieces = [
            "The agreement of last May was soon welcomed",
            "by all of the neighbours and by the",
            "European Union as well.",
        ];
        assert_eq!(joined(&pieces), [pieces.join(" ")]);
    }

    #[test]
    fn the_place_of_a_joined_paragraph_is_told() {
        let text = |text: &str| Block {
            text: text.into(),
            ..Block::default()
        };
        let mut blocks = vec![
            text("First."),
            text("The agreement of last May was signed by France,"),
            text("Germany and Poland at the border."),
        ];
        assert_eq!(join(&mut blocks), [1]);
    }
}
