//! The verb that a sentence puts to a figure: *were killed and injured*, *has cleared*.

use std::ops::Range;

use super::passage::Passage;
use super::sense::Sense;
use crate::language::grammar::Grammar;

/// How far from its number a verb is looked for, in tokens.
const VERB_REACH: usize = 9;

/// The verb of a figure: the participle behind it (*were killed and injured*),
/// or else the nearest one before it (*has cleared about …*).
pub(super) fn read_verb(
    passage: Passage,
    clause: &Range<usize>,
    figure: &Range<usize>,
) -> Option<Range<usize>> {
    verb_behind(passage, clause, figure.end).or_else(|| verb_before(passage, clause, figure.start))
}

/// The words of a verb, each as a participle, so that *destroying* and
/// *destroyed* are one.
pub(super) fn participles(passage: Passage, verb: Range<usize>) -> String {
    verb.map(|at| passage.lexis.participle(&passage.folded(at..at + 1)))
        .collect::<Vec<_>>()
        .join(" ")
}

/// Whether a token is a participle or a past form.
pub(super) fn is_verb(passage: Passage, at: usize) -> bool {
    passage.is_word(at)
        && (passage.has(at, Sense::Verb)
            || !passage.has(at, Sense::Stop)
                && (is_finite(passage, at)
                    || passage.lexis.is_participle(&passage.folded(at..at + 1))))
}

/// Whether a token is a form of a verb by its ending alone.
pub(super) fn is_finite(passage: Passage, at: usize) -> bool {
    passage.is_word(at) && passage.lexis.is_finite(&passage.folded(at..at + 1))
}

fn verb_behind(passage: Passage, clause: &Range<usize>, figure_end: usize) -> Option<Range<usize>> {
    let mut at = figure_end;
    let mut auxiliary = false;
    while let Some(found) = passage.find(at, |sense| (sense == Sense::Auxiliary).then_some(())) {
        at = found.end;
        auxiliary = true;
    }
    // *were fully cleared*: an adverb parts a verb from its helper alone.
    if auxiliary && passage.is_word(at) && passage.lexis.is_adverb(&passage.folded(at..at + 1)) {
        at += 1;
    }
    if at >= clause.end || !is_verb(passage, at) {
        return None;
    }
    let start = at;
    at += 1;
    while let Some(and) = passage
        .grammar(at, Grammar::And)
        .or_else(|| passage.grammar(at, Grammar::Or))
    {
        if and >= clause.end || !is_verb(passage, and) {
            break;
        }
        at = and + 1;
    }
    Some(start..at)
}

fn verb_before(
    passage: Passage,
    clause: &Range<usize>,
    figure_start: usize,
) -> Option<Range<usize>> {
    let nearest = clause.start.max(figure_start.saturating_sub(VERB_REACH));
    (nearest..figure_start).rev().find_map(|at| {
        // *destroyed villages 40 times*: a noun right behind the verb is what it is done to.
        let governs = at + 1 == figure_start || !passage.tokens[at + 1].senses.is_empty();
        // *the wounded*: behind *the* a participle is no verb.
        let modifies = || at > clause.start && passage.is(at - 1, Grammar::The);
        (governs && is_verb(passage, at) && !modifies()).then(|| {
            let joined =
                at > nearest + 1 && passage.is(at - 1, Grammar::And) && is_verb(passage, at - 2);
            let start = if joined { at - 2 } else { at };
            start..past_particle(passage, at)
        })
    })
}

/// The end of a verb with the particle that makes another verb of it: *made up*,
/// *set down*.
pub(super) fn past_particle(passage: Passage, verb: usize) -> usize {
    let moves = |sense| matches!(sense, Sense::Moves(_)).then_some(());
    let behind = verb + 1;
    let particle = passage.has(behind, Sense::Stop)
        && passage
            .find(behind, moves)
            .is_some_and(|found| found.end == behind + 1);
    behind + usize::from(particle && passage.has(verb, Sense::Phrasal))
}
