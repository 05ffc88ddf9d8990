//! Lists in which each number has a partner by its place: *wheat, maize and rice
//! rose by 3, 4 and 5 per cent respectively*.

use std::ops::Range;

use super::sentence::Sentence;
use crate::extract::passage::Passage;
use crate::extract::reader::PendingFigure;
use crate::extract::sense::Sense;
use crate::language::grammar::Grammar;
use crate::model::Dependency;

/// The noun that a number of a list belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Partner {
    /// Its head.
    pub(super) noun: usize,
    /// The noun that governs the whole list with the first of its nouns: *rates* of *the
    /// rates on deposits and loans*.
    pub(super) shared: Option<(usize, usize)>,
}

/// By figure, the noun that stands at the same place of the list before it;
/// `None` where the sentence has no such list.
pub(super) fn partners(
    sentence: &Sentence,
    pending_figures: &[PendingFigure],
    tops: &[Option<usize>],
) -> Vec<Option<Partner>> {
    let mut partners = vec![None; pending_figures.len()];
    for marker in markers(sentence) {
        let numbers = numbers_before(sentence, pending_figures, sentence.token(marker));
        let Some(first) = numbers.first().and_then(|&at| tops[at]) else {
            continue;
        };
        let Some(nouns) = nouns_before(sentence, first, numbers.len()) else {
            continue;
        };
        // *Reached 4 and 5 per cent, after 6 and 7 per cent, respectively.*
        let mut group = numbers;
        while group.len() == nouns.len() {
            for (number, noun) in group.iter().zip(&nouns) {
                partners[*number] = Some(*noun);
            }
            let Some(last) = group[0].checked_sub(1) else {
                break;
            };
            let other = pending_figures[..=last]
                .iter()
                .rposition(|pending| pending.quantity.is_some());
            let Some(end) = other.map(|at| pending_figures[at].tokens.end) else {
                break;
            };
            group = numbers_before(sentence, pending_figures, end);
            let behind = |&at: &usize| tops[at] > nouns.last().map(|partner| partner.noun);
            if !group.first().is_some_and(behind) {
                break;
            }
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

/// The figures that a list ends with right before the token `end`.
fn numbers_before(
    sentence: &Sentence,
    pending_figures: &[PendingFigure],
    mut end: usize,
) -> Vec<usize> {
    let passage = sentence.passage;
    let mut numbers = Vec::new();
    for (at, pending) in pending_figures.iter().enumerate().rev() {
        if pending.tokens.start >= end {
            continue;
        }
        let joined = (pending.tokens.end..end).all(|token| joins(passage, token));
        // A word between two numbers ends the list of those that *respectively* divides.
        if !joined || pending.quantity.is_none() {
            break;
        }
        numbers.push(at);
        end = pending.tokens.start;
    }
    numbers.reverse();
    numbers
}

/// Whether a token parts the members of a list.
fn joins(passage: Passage, at: usize) -> bool {
    passage.word(at) == "," || passage.is(at, Grammar::And) || passage.is(at, Grammar::Or)
}

/// The last list of `count` nouns before a word: as the tree joins them, else the heads
/// of what commas and *and* part.
fn nouns_before(sentence: &Sentence, end: usize, count: usize) -> Option<Vec<Partner>> {
    if count < 2 {
        return None;
    }
    let mut heads = (0..end).rev();
    if let Some(nouns) = heads.find_map(|first| joined_nouns(sentence, first..end, count)) {
        return Some(nouns);
    }
    let parts = parts_before(sentence, end);
    // Other nouns may stand before the list: its end is sure, and how many it has.
    let parts = &parts[parts.len().checked_sub(count)?..];
    let shared = shared(sentence, parts[0].clone());
    parts
        .iter()
        .enumerate()
        .map(|(at, part)| {
            let noun = match shared {
                Some((_, first)) if at == 0 => first,
                _ => part_head(sentence, part.clone())?,
            };
            Some(Partner { noun, shared })
        })
        .collect()
}

/// A noun in the plural that governs a whole list with the first of its nouns, as the
/// first part of the list has them.
fn shared(sentence: &Sentence, part: Range<usize>) -> Option<(usize, usize)> {
    let governor = part_head(sentence, part.clone())?;
    let is_plural = sentence.lemma(governor) != sentence.text(governor).to_lowercase();
    let mut listed = sentence.children_by(governor, Dependency::Nmod);
    let first = listed.find(|at| part.contains(at) && sentence.is_noun(*at))?;
    is_plural.then_some((governor, first))
}

/// The nouns that the tree joins to the first word of a range, where they are `count`.
fn joined_nouns(sentence: &Sentence, range: Range<usize>, count: usize) -> Option<Vec<Partner>> {
    let first = range.start;
    if !sentence.is_noun(first) || sentence.is_time(first) {
        return None;
    }
    let others = sentence.children_by(first, Dependency::Conj);
    let others = others.filter(|at| range.contains(at) && sentence.is_noun(*at));
    let nouns: Vec<usize> = [first].into_iter().chain(others).collect();
    let governor = sentence.tree.head(first).filter(|&head| {
        sentence.relation(first) == Dependency::Nmod && head < first && sentence.is_noun(head)
    });
    (nouns.len() == count).then(|| {
        let partner = |noun| Partner {
            noun,
            shared: governor.map(|governor| (governor, first)),
        };
        nouns.into_iter().map(partner).collect()
    })
}

/// The stretches before a word that hold a noun, parted by commas and *and*.
fn parts_before(sentence: &Sentence, end: usize) -> Vec<Range<usize>> {
    let parts = |at: usize| joins(sentence.passage, sentence.token(at));
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
