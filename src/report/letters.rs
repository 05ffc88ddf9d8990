//! Which letters of a word changed where another spelling or form stands for it.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

/// Least number of letters in a word of which some are told apart from the rest.
const MIN_LETTERS: usize = 4;

/// Least share of the longer word, in thirds, that both have in common at their
/// ends: of less the whole word is another.
const MIN_COMMON_THIRDS: usize = 2;

/// The bytes of two words that differ, *u* of *honour* beside *honor*; `None` for
/// several words, for numbers, and for words that have too little in common.
pub(super) fn changed_letters(before: &str, after: &str) -> Option<[Range<usize>; 2]> {
    if !is_word(before) || !is_word(after) {
        return None;
    }
    // Bytes are letters there, and most words are of them.
    if before.is_ascii() && after.is_ascii() {
        let (head, tail) = common_ends(before.as_bytes(), after.as_bytes())?;
        return Some([before, after].map(|word| head..word.len() - tail));
    }
    // By grapheme clusters (UAX #29): a mark that is cut from its letter could not be drawn.
    let [old, new] = [before, after].map(|word| word.graphemes(true).collect::<Vec<_>>());
    let (head, tail) = common_ends(&old, &new)?;
    let bytes = |letters: &[&str]| letters.iter().map(|letter| letter.len()).sum::<usize>();
    Some([old, new].map(|word| bytes(&word[..head])..bytes(&word[..word.len() - tail])))
}

/// How many letters two words have in common at the start and at the end, if
/// those are most of both.
fn common_ends<T: PartialEq>(old: &[T], new: &[T]) -> Option<(usize, usize)> {
    let (shorter, longer) = (old.len().min(new.len()), old.len().max(new.len()));
    let same = |(x, y): &(&T, &T)| x == y;
    let head = old.iter().zip(new).take_while(same).count();
    // The end may not reach into what the start has taken: *banana* → *bana*.
    let ends = old.iter().rev().zip(new.iter().rev());
    let tail = ends.take(shorter - head).take_while(same).count();
    // *honor* → *honour* shows its *u*; *may* → *day* is another word.
    let is_alike = shorter >= MIN_LETTERS && (head + tail) * 3 >= longer * MIN_COMMON_THIRDS;
    is_alike.then_some((head, tail))
}

fn is_word(text: &str) -> bool {
    text.chars()
        .all(|c| c.is_alphabetic() || matches!(c, '-' | '\'' | '’'))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The letters of both words that differ.
    fn reported<'a>(before: &'a str, after: &'a str) -> Option<(&'a str, &'a str)> {
        let [old, new] = changed_letters(before, after)?;
        Some((&before[old], &after[new]))
    }

    #[test]
    fn letters_that_came_went_or_are_others_are_told_apart() {
        assert_eq!(reported("honor", "honour"), Some(("", "u")));
        assert_eq!(reported("committed", "committing"), Some(("ed", "ing")));
        assert_eq!(reported("sub-regional", "subregional"), Some(("-", "")));
        assert_eq!(reported("réunis", "réunies"), Some(("", "e")));
        assert_eq!(reported("aaaa", "aaaaa"), Some(("", "a")));
    }

    #[test]
    fn other_words_are_other_as_a_whole() {
        assert_eq!(reported("Colombia", "Germany"), None);
        assert_eq!(reported("may", "day"), None);
        assert_eq!(reported("2021", "2022"), None);
        assert_eq!(reported("the mines", "the miner"), None);
    }
}
