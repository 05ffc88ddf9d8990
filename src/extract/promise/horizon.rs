//! Until or from when a promise holds, where words say it: *for a considerable time*,
//! *as long as unemployment is high*, *relatively soon*.

use std::ops::Range;

use super::act::Deed;
use super::binding::Binding;
use super::clause::Clause;
use crate::language::has;
use crate::model::{Dependency, PartOfSpeech};

/// Most words between the words that bind and the horizon.
const MOST_WORDS: usize = 45;
/// Most words of a clause that limits a promise.
const MOST_CLAUSE: usize = 16;
/// Most words between *for* and the stretch of time.
const NEAR: usize = 4;

/// The horizon of a promise, as positions in the tree.
pub(super) fn horizon(clause: &Clause<'_>, binding: &Binding, deed: &Deed) -> Option<Range<usize>> {
    let start = binding.words.start.min(deed.words.start);
    let near = start..clause.tree.words.len().min(start + MOST_WORDS);
    let ends = |at: &usize| matches!(clause.surface(*at), ";" | ":");
    let own = near.take_while(|at| !ends(at));
    own.into_iter()
        .filter_map(|at| phrase(clause, at))
        .find(|words| belongs(clause, words.clone(), binding, deed))
        .map(|words| with_degrees(clause, words))
}

/// The phrase of time that starts at `at`.
fn phrase(clause: &Clause<'_>, at: usize) -> Option<Range<usize>> {
    let lists = clause.lists;
    let word = clause.surface(at);
    if has(lists.limits, word) {
        return Some(at..clause_end(clause, at));
    }
    if let Some(length) = limit_phrase(clause, at) {
        return Some(at..clause_end(clause, at + length - 1));
    }
    if has(lists.whens, word) {
        return Some(at..at + 1);
    }
    let stretch = || {
        let behind = (at + 1..clause.tree.words.len()).take(NEAR);
        behind
            .into_iter()
            .find(|&word| has(lists.stretches, clause.surface(word)))
    };
    if has(lists.during, word) {
        return stretch().map(|end| at..end + 1);
    }
    if has(lists.timed_limits, word) {
        let is_time = |at: usize| clause.part(at) == PartOfSpeech::Numeral;
        let mut behind = (at + 1..clause.tree.words.len()).take(NEAR);
        let number = behind.find(|&at| is_time(at) || has_digit(clause.surface(at)));
        return number.or_else(stretch).map(|end| at..end + 1);
    }
    if !has(lists.deictics, word) {
        return None;
    }
    // *the next two years*
    let next = clause.tree.words.get(at + 1);
    let is_counted = next.is_some_and(|word| word.part == PartOfSpeech::Numeral);
    let end = at + 1 + usize::from(is_counted);
    has(lists.stretches, clause.surface(end)).then_some(at..end + 1)
}

fn has_digit(word: &str) -> bool {
    word.bytes().any(|byte| byte.is_ascii_digit())
}

/// How many words of a phrase such as *as long as* stand at `at`.
fn limit_phrase(clause: &Clause<'_>, at: usize) -> Option<usize> {
    let stands = |phrase: &&&str| {
        let mut words = (at..).zip(phrase.split(' '));
        words.all(|(at, word)| clause.surface(at).eq_ignore_ascii_case(word))
    };
    let phrase = clause.lists.limit_phrases.iter().find(stands)?;
    Some(phrase.split(' ').count())
}

/// Where the clause behind a word that limits ends: at the next mark.
fn clause_end(clause: &Clause<'_>, at: usize) -> usize {
    let most = clause.tree.words.len().min(at + MOST_CLAUSE);
    let mut behind = at + 1..most;
    let is_mark = |&at: &usize| matches!(clause.surface(at), "," | "." | "(" | "–" | "—" | "--");
    behind.find(is_mark).unwrap_or(most)
}

/// Whether a phrase hangs on the promise, and not on a clause about something in it.
fn belongs(clause: &Clause<'_>, words: Range<usize>, binding: &Binding, deed: &Deed) -> bool {
    let own = [
        Some(binding.predicate),
        Some(binding.words.start),
        deed.verb,
        deed.object,
    ];
    let is_own = |at: usize| own.contains(&Some(at));
    let mut at = words.start;
    loop {
        if is_own(at) {
            return true;
        }
        let is_inside = words.contains(&at);
        let is_aside = matches!(clause.relation(at), Dependency::AclRelcl | Dependency::Acl);
        // *will clear the mines that were laid until 2020*: the time is of the relative clause.
        if is_aside && !is_inside {
            return false;
        }
        match clause.tree.head(at) {
            Some(head) => at = head,
            None => return false,
        }
    }
}

/// With the words before it that belong to it: *at least through*.
fn with_degrees(clause: &Clause<'_>, words: Range<usize>) -> Range<usize> {
    let mut start = words.start;
    while start > 0 && has(clause.lists.degrees, clause.surface(start - 1)) {
        start -= 1;
    }
    start..words.end
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_with_a_digit_may_be_a_time() {
        assert!(has_digit("2021") && has_digit("Q3"));
        assert!(!has_digit("June") && !has_digit(""));
    }
}
