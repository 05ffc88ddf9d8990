//! Parts of a sentence that stand aside, parsed by themselves.
//!
//! *The long-term unemployed (those jobless for 27 weeks or more) declined*: the
//! clause goes on behind the brackets as if they were not there. So the words outside
//! are parsed first, then those of each parenthetical, which depend on the word before it:
//! what stands in brackets, between two dashes, in a relative clause between commas
//! (*the index, which leaves out food, rose*), between commas right behind *and*, what a
//! subject leaves out or takes in (*prices excluding food*), and a phrase of a
//! preposition that opens the sentence.

use std::ops::Range;

use crate::language::parser::ParserWords;
use crate::model::PartOfSpeech;

/// The head of each word, the number of words for the root, where `parse` gives those
/// of a part of the words, told by position.
pub(super) fn heads(
    words: &[&str],
    parts: &[PartOfSpeech],
    lists: &ParserWords,
    parse: &mut impl FnMut(&[usize]) -> Vec<usize>,
) -> Vec<usize> {
    let parentheticals = parentheticals(words, parts, lists);
    let mut outer: Vec<usize> = (0..words.len()).collect();
    // Most sentences have nothing aside: all of their words are outside.
    if !parentheticals.is_empty() {
        outer.retain(|at| {
            !parentheticals
                .iter()
                .any(|parenthetical| parenthetical.contains(at))
        });
    }
    let mut heads = vec![words.len(); words.len()];
    if outer
        .iter()
        .all(|&at| parts[at] == PartOfSpeech::Punctuation)
    {
        // A sentence that is all in brackets has nothing outside: it is parsed as if it had none.
        outer = (0..words.len()).collect();
        fill(&outer, parse, words.len(), &mut heads);
        return heads;
    }
    let root = fill(&outer, parse, words.len(), &mut heads);
    for parenthetical in parentheticals {
        let before = outer.iter().rev().filter(|&&at| at < parenthetical.start);
        // It hangs on the last word before it that can carry it: not on the *and* of *boats and, in
        // May, nets*. One that opens the sentence hangs on the root.
        let host = before
            .copied()
            .find(|&at| !joins(parts[at]))
            .unwrap_or(root);
        let is_mark = |at: &usize| parts[*at] == PartOfSpeech::Punctuation;
        let (first, last) = (parenthetical.start, parenthetical.end - 1);
        // The marks at both ends are kept from the parser, which would see an unclosed bracket or a
        // lone comma, and hang on what they enclose.
        let inner = first + usize::from(is_mark(&first))..last + usize::from(!is_mark(&last));
        let top = fill(&inner.collect::<Vec<_>>(), parse, host, &mut heads);
        for mark in [first, last].into_iter().filter(is_mark) {
            heads[mark] = top;
        }
    }
    heads
}

/// Whether a word is no host of a parenthetical.
fn joins(part: PartOfSpeech) -> bool {
    matches!(
        part,
        PartOfSpeech::Punctuation | PartOfSpeech::CoordinatingConjunction
    )
}

/// Parses `places` and notes the head of each, `host` for the topmost; gives where
/// that stands.
fn fill(
    places: &[usize],
    parse: &mut impl FnMut(&[usize]) -> Vec<usize>,
    host: usize,
    heads: &mut [usize],
) -> usize {
    let mut top = host;
    for (own, head) in parse(places).into_iter().enumerate() {
        if let Some(head) = places.get(head) {
            heads[places[own]] = *head;
        } else {
            heads[places[own]] = host;
            top = places[own];
        }
    }
    top
}

/// What stands aside, with its marks, in order; no parenthetical in another.
pub(super) fn parentheticals(
    words: &[&str],
    parts: &[PartOfSpeech],
    lists: &ParserWords,
) -> Vec<Range<usize>> {
    let mut parentheticals = bracketed(words);
    let brackets = parentheticals.clone();
    let mut add = |found: Range<usize>| {
        let overlaps = |parenthetical: &Range<usize>| {
            // Two stretches that cross cannot both stand aside: the one found first stays. One that
            // holds others takes their place, for its words are parsed as one sentence.
            let inside = found.contains(&parenthetical.start) && parenthetical.end <= found.end;
            !inside && parenthetical.start < found.end && found.start < parenthetical.end
        };
        let holds = |parenthetical: &Range<usize>| {
            parenthetical.start <= found.start && found.end <= parenthetical.end
        };
        if !parentheticals
            .iter()
            .any(|parenthetical| overlaps(parenthetical) || holds(parenthetical))
        {
            parentheticals.retain(|parenthetical| !found.contains(&parenthetical.start));
            parentheticals.push(found);
        }
    };
    // From the surest sign to the least sure, since what crosses an earlier one is left out.
    dashed(words, parts, &brackets)
        .into_iter()
        .for_each(&mut add);
    between_commas(words, parts, lists)
        .into_iter()
        .for_each(&mut add);
    excepted(words, parts, lists).into_iter().for_each(&mut add);
    leading(words, parts).into_iter().for_each(&mut add);
    parentheticals.sort_unstable_by_key(|parenthetical| parenthetical.start);
    parentheticals
}

/// Relative clauses between commas behind which the verb of the clause follows, and what
/// stands between commas right behind *and*.
fn between_commas(
    words: &[&str],
    parts: &[PartOfSpeech],
    lists: &ParserWords,
) -> Vec<Range<usize>> {
    let commas: Vec<usize> = (0..words.len()).filter(|&at| words[at] == ",").collect();
    let goes_on = |at: usize| {
        // *The index, which leaves out food, again rose*: adverbs may stand before the verb.
        let next = parts[at + 1..]
            .iter()
            .find(|&&part| part != PartOfSpeech::Adverb);
        matches!(
            next,
            Some(PartOfSpeech::Verb | PartOfSpeech::Auxiliary | PartOfSpeech::Particle)
        )
    };
    // A clause may end with the sentence, before its stop, as it would before a comma.
    let is_mark = parts.last() == Some(&PartOfSpeech::Punctuation);
    let last = words.len() - usize::from(is_mark);
    let mut found = Vec::new();
    let mut passed = 0;
    for (rank, &start) in commas.iter().enumerate() {
        // *Rose and, in May, fell*: right behind *and* a comma opens what stands aside.
        let joined = start > 0 && parts[start - 1] == PartOfSpeech::CoordinatingConjunction;
        let relative = words
            .get(start + 1)
            .is_some_and(|word| lists.relatives.contains(word));
        if start < passed || !joined && !relative {
            continue;
        }
        let mut ends = commas[rank + 1..].iter().copied();
        // A relative clause may have commas of its own, so its end is the first that a verb
        // follows; behind *and* it is the next comma or none.
        let end = if joined {
            ends.next().filter(|&end| goes_on(end))
        } else {
            ends.find(|&end| goes_on(end))
        };
        let range = match end {
            Some(end) => start..end + 1,
            // *…, which pushed the rate to 8 per cent.*
            None if relative && lists.only_relatives.contains(&words[start + 1]) => start..last,
            None => continue,
        };
        // At least one word between the commas.
        if range.len() > 2 {
            // The comma that closes may open the next.
            passed = range.end - 1;
            found.push(range);
        }
    }
    found
}

/// What a subject leaves out or takes in, up to its verb: *inflation excluding food and
/// energy showed*.
fn excepted(words: &[&str], parts: &[PartOfSpeech], lists: &ParserWords) -> Option<Range<usize>> {
    let start = words
        .iter()
        .position(|word| lists.exceptions.contains(word))?;
    let names = |part: &PartOfSpeech| {
        matches!(
            part,
            PartOfSpeech::Noun
                | PartOfSpeech::ProperNoun
                | PartOfSpeech::Adjective
                | PartOfSpeech::Determiner
                | PartOfSpeech::CoordinatingConjunction
        )
    };
    let length = parts[start + 1..]
        .iter()
        .take_while(|part| names(part))
        .count();
    let end = start + 1 + length;
    let verb = matches!(
        parts.get(end),
        Some(PartOfSpeech::Verb | PartOfSpeech::Auxiliary)
    );
    let hosted = start > 0
        && matches!(
            parts[start - 1],
            PartOfSpeech::Noun | PartOfSpeech::ProperNoun
        );
    // *We count prices excluding food.*: without a verb behind it nothing has to be parted.
    (verb && hosted && length > 0).then_some(start..end)
}

/// A phrase without a verb that opens the sentence with a preposition, up to its comma:
/// *On the other hand, …*.
fn leading(words: &[&str], parts: &[PartOfSpeech]) -> Option<Range<usize>> {
    let end = words.iter().position(|&word| word == ",")?;
    let opens = parts.first() == Some(&PartOfSpeech::Adposition);
    let is_phrase = !parts[..end]
        .iter()
        .any(|part| matches!(part, PartOfSpeech::Verb | PartOfSpeech::Auxiliary));
    // *In 2019, 2020 and 2021*: the phrase goes on.
    let next = parts.get(end + 1);
    let lists = matches!(next, Some(PartOfSpeech::Numeral | PartOfSpeech::Symbol));
    (opens && is_phrase && !lists).then_some(0..end + 1)
}

/// The words between two dashes that are the only ones of a sentence, but for those in
/// brackets and in ranges of numbers.
fn dashed(
    words: &[&str],
    parts: &[PartOfSpeech],
    brackets: &[Range<usize>],
) -> Option<Range<usize>> {
    // *2–3 May*: a dash between numbers is no mark of the sentence.
    let is_number =
        |at: Option<usize>| at.and_then(|at| parts.get(at)) == Some(&PartOfSpeech::Numeral);
    let mut dashes = (0..words.len()).filter(|&at| {
        let ranges = is_number(at.checked_sub(1)) && is_number(Some(at + 1));
        let inside = brackets
            .iter()
            .any(|parenthetical| parenthetical.contains(&at));
        matches!(words[at], "\u{2013}" | "\u{2014}") && !ranges && !inside
    });
    let (start, end) = (dashes.next()?, dashes.next()?);
    // Of three dashes nobody knows which two belong together.
    (dashes.next().is_none() && start + 1 < end).then_some(start..end + 1)
}

/// The outermost pairs of brackets with what they hold, in order; empty pairs left out.
fn bracketed(words: &[&str]) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut open: Vec<(usize, &str)> = Vec::new();
    for (at, &word) in words.iter().enumerate() {
        match word {
            "(" => open.push((at, ")")),
            "[" => open.push((at, "]")),
            ")" | "]" => {
                while let Some((start, close)) = open.pop() {
                    // A bracket that closes another kind drops those left open: *(see [1)* is one
                    // pair.
                    if close == word {
                        if open.is_empty() && start + 1 < at {
                            found.push(start..at + 1);
                        }
                        break;
                    }
                }
            }
            _ => {}
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::pack;
    use crate::model::Language;
    use crate::parse::{parse_sentence, word};

    /// The head of a word of a sentence.
    fn head(text: &str, of: &str) -> String {
        let tree = parse_sentence(text, 0..text.len(), Language::English).unwrap();
        let at = (0..tree.words.len()).find(|&at| tree.words[at].span.of(text) == of);
        let head = tree
            .head(at.unwrap())
            .map(|head| tree.words[head].span.of(text));
        head.unwrap_or("-").to_owned()
    }

    #[test]
    fn a_clause_goes_on_behind_what_stands_aside() {
        for text in [
            "The index (a mean of all ports) rose by 2 tonnes.",
            "The index – a mean of all ports – rose by 2 tonnes.",
            "The index - a mean of all ports - rose by 2 tonnes.",
            "The index, which leaves out night boats, rose by 2 tonnes.",
            "The index excluding salt and coal rose by 2 tonnes.",
            "By all accounts, the index rose by 2 tonnes.",
            "The index rose by 2 tonnes, which pushed the price.",
        ] {
            assert_eq!(head(text, "index"), "rose", "{text}");
            assert_eq!(head(text, "rose"), "-", "{text}");
        }
    }

    /// What stands parenthetical in words and marks alone.
    fn found(words: &[&str]) -> Vec<Range<usize>> {
        let part = |word: &&str| match *word {
            "," | "(" | ")" | "\u{2013}" => PartOfSpeech::Punctuation,
            "2" | "3" => PartOfSpeech::Numeral,
            "and" => PartOfSpeech::CoordinatingConjunction,
            "rose" | "is" => PartOfSpeech::Verb,
            "In" => PartOfSpeech::Adposition,
            "which" => PartOfSpeech::Pronoun,
            _ => PartOfSpeech::Noun,
        };
        let parts: Vec<PartOfSpeech> = words.iter().map(part).collect();
        parentheticals(words, &parts, pack(Language::English).parser)
    }

    /// The one aside of words and marks.
    fn only(words: &[&str]) -> Range<usize> {
        let mut found = found(words);
        assert_eq!(found.len(), 1, "{words:?}");
        found.remove(0)
    }

    #[test]
    fn marks_that_open_no_aside_are_passed() {
        for words in [
            "2 \u{2013} 3 May and 2 \u{2013} 3 June",
            "oats \u{2013} rye \u{2013} wheat \u{2013} salt",
            "oats , rye and salt rose",
            "In May , 2 and 3 rose",
            "oats ( rye",
            "oats ) rye (",
            "oats , which rose",
        ] {
            let words: Vec<&str> = words.split(' ').collect();
            let found = found(&words);
            let trails = words.contains(&"which");
            assert_eq!(found.len(), usize::from(trails), "{words:?}");
        }
        assert_eq!(only(&["In", "May", ",", "rye", "rose"]), 0..3);
        assert_eq!(only(&["(", "a", "(", "b", ")", "c", ")"]), 0..7);
        assert_eq!(
            only(&["rye", "rose", "and", ",", "like", "oats", ",", "is"]),
            3..7
        );
    }

    #[test]
    fn a_hyphen_between_blanks_is_a_dash() {
        assert_eq!(word("a - b", 2..3), "\u{2013}");
        assert_eq!(word("a-b", 1..2), "-");
    }

    #[test]
    fn no_mark_and_no_conjunction_is_a_host() {
        assert!(joins(PartOfSpeech::Punctuation) && joins(PartOfSpeech::CoordinatingConjunction));
        assert!(!joins(PartOfSpeech::Noun) && !joins(PartOfSpeech::Verb));
    }
}
