//! What a sentence sets to a level: *raised the target range to 2 per cent*.

use std::ops::Range;

use super::passage::Passage;
use super::sense::Sense;
use crate::language::grammar::Grammar;
use crate::model::Direction;

/// How far before *to* or *at* the verb can stand, in tokens.
const VERB_REACH: usize = 12;
/// How far before an amount the determiner of its noun can stand, in tokens.
const DETERMINER_REACH: usize = 4;
/// Most tokens of a noun phrase.
const LONGEST_PHRASE: usize = 10;

/// An object and what becomes of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Object {
    /// Its words without a determiner; not empty.
    pub(super) words: Range<usize>,
    /// Which way it is set; `None` where it is kept.
    pub(super) direction: Option<Direction>,
}

/// The object of the verb before an amount that starts at a token and says to
/// what level the object is set.
pub(super) fn object_before(passage: Passage, amount: usize) -> Option<Object> {
    let to = passage
        .grammar_before(amount, Grammar::To)
        .or_else(|| passage.grammar_before(amount, Grammar::At))?;
    let verb = (to.saturating_sub(VERB_REACH)..to)
        .rev()
        .take_while(|&at| passage.is_word(at) || passage.is_hyphen(at))
        .find_map(|at| passage.find(at, setting))?;
    let words = passage.past_determiner(verb.end)..to;
    // *lending* and *suspected* can be adjectives; what is listed is a verb.
    let acts = |at: usize| passage.has(at, Sense::Verb) || passage.has(at, Sense::Auxiliary);
    let is_phrase = !words.is_empty() && !words.clone().any(acts);
    let direction = match verb.meaning {
        Sense::Moved(direction) => Some(direction),
        _ => None,
    };
    is_phrase.then_some(Object { words, direction })
}

/// The sense of a verb that sets its object to a level or keeps it there.
fn setting(sense: Sense) -> Option<Sense> {
    matches!(sense, Sense::Moved(_) | Sense::Kept).then_some(sense)
}

/// The noun phrase that an amount stands before, as one thing that is known:
/// *the 2 per cent target for the rate*.
pub(super) fn owner_behind(passage: Passage, amount: &Range<usize>) -> Option<Range<usize>> {
    let is_determined = (amount.start.saturating_sub(DETERMINER_REACH)..amount.start)
        .rev()
        .take_while(|&at| passage.is_word(at))
        .any(|at| passage.is(at, Grammar::The));
    if !is_determined || passage.has(amount.end, Sense::Stop) {
        return None;
    }
    let mut end = nouns(passage, amount.end);
    let joint = passage
        .grammar(end, Grammar::For)
        .or_else(|| passage.grammar(end, Grammar::Of));
    if let Some(next) = joint.filter(|_| end > amount.end) {
        let start = passage.past_determiner(next);
        let behind = nouns(passage, start);
        end = if behind > start { behind } else { end };
    }
    (end > amount.end).then_some(amount.end..end)
}

/// The end of the words from a token on that can be nouns and adjectives.
fn nouns(passage: Passage, start: usize) -> usize {
    let belongs = |at: usize| {
        passage.is_word(at)
            && !passage.has(at, Sense::Stop)
            && !passage.has(at, Sense::Auxiliary)
            && !passage.has(at, Sense::Verb)
            || passage.is_hyphen(at) && at > start
    };
    (start..passage.len().min(start + LONGEST_PHRASE))
        .find(|&at| !belongs(at))
        .unwrap_or_else(|| passage.len().min(start + LONGEST_PHRASE))
}
