//! Lists in which each number has a partner by its place: *wheat, maize and rice
//! rose by 3, 4 and 5 per cent respectively*.

use std::ops::Range;

use super::sentence::Sentence;
use crate::extract::reader::Draft;
use crate::extract::sense::Sense;

/// By figure, the noun that stands at the same place of the list before it;
/// `None` where the sentence has no such list.
pub(super) fn partners(
    sentence: &Sentence,
    drafts: &[Draft],
    tops: &[Option<usize>],
) -> Vec<Option<usize>> {
    let mut partners = vec![None; drafts.len()];
    for marker in markers(sentence) {
        let numbers = numbers_before(sentence, drafts, marker);
        let Some(first) = numbers.first().and_then(|&at| tops[at]) else {
            continue;
        };
        let Some(nouns) = nouns_before(sentence, first, numbers.len()) else {
            continue;
        };
        for (number, noun) in numbers.into_iter().zip(nouns) {
            partners[number] = Some(noun);
        }
    }
    partners
}

/// The words that say that two lists go together.
fn markers(sentence: &Sentence) -> Vec<usize> {
    (0..sentence.tree.words.len())
        .filter(|&at| {
            sentence
                .passage
                .has(sentence.token(at), Sense::Respectively)
        })
        .collect()
}

/// The figures that a list ends with right before the word `marker`.
fn numbers_before(sentence: &Sentence, drafts: &[Draft], marker: usize) -> Vec<usize> {
    let passage = sentence.passage;
    let mut end = sentence.token(marker);
    let mut numbers = Vec::new();
    for (at, draft) in drafts.iter().enumerate().rev() {
        if draft.tokens.start >= end {
            continue;
        }
        let joined = (draft.tokens.end..end).all(|token| {
            let joins =
                |sense| matches!(sense, Sense::Word(word) if word.joins_lists()).then_some(());
            passage.word(token) == "," || passage.find(token, joins).is_some()
        });
        if !joined || draft.quantity.is_none() {
            break;
        }
        numbers.push(at);
        end = draft.tokens.start;
    }
    numbers.reverse();
    numbers
}

/// The heads of the last `count` parts of what stands before a word, which commas and
/// *and* part.
fn nouns_before(sentence: &Sentence, end: usize, count: usize) -> Option<Vec<usize>> {
    let parts = parts_before(sentence, end);
    let first = parts.len().checked_sub(count).filter(|_| count > 1)?;
    parts[first..]
        .iter()
        .map(|part| part_head(sentence, part.clone()))
        .collect()
}

/// The stretches before a word that hold a noun, parted by commas and *and*.
fn parts_before(sentence: &Sentence, end: usize) -> Vec<Range<usize>> {
    let parts = |at: usize| {
        let joins = |sense| matches!(sense, Sense::Word(word) if word.joins_lists()).then_some(());
        sentence.text(at) == "," || sentence.passage.find(sentence.token(at), joins).is_some()
    };
    let mut found = Vec::new();
    let mut start = 0;
    for at in 0..=end {
        if at == end || parts(at) {
            let part = start..at;
            if part.clone().any(|at| sentence.is_noun(at)) {
                found.push(part);
            }
            start = at + 1;
        }
    }
    found
}

/// The last noun of a stretch that depends on no other noun of it.
fn part_head(sentence: &Sentence, part: Range<usize>) -> Option<usize> {
    let mut nouns = part.clone().rev().filter(|&at| sentence.is_noun(at));
    nouns.find(|&at| {
        let mut above = at;
        loop {
            match sentence.tree.head(above) {
                Some(head) if part.contains(&head) && sentence.is_verb(head) => return true,
                Some(head) if part.contains(&head) && sentence.is_noun(head) => return false,
                Some(head) if part.contains(&head) => above = head,
                _ => return true,
            }
        }
    })
}
