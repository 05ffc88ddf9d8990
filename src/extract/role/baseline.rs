//! Numbers that others are compared with, where more words than a preposition lead to
//! them.

use super::sentence::Sentence;
use crate::extract::reader::PendingFigure;
use crate::language::grammar::Grammar;
use crate::model::{Dependency, FigureRole};

/// Most arcs from a number up to the noun that is compared with.
const MOST_ARCS: usize = 2;

/// Notes that a figure is the level before the one that is told: *rose by 3 % in May
/// after falling by 2 % in April*, *compared with the low of 4 % in 2020*.
pub(super) fn note(sentence: &Sentence, pending: &mut PendingFigure, top: usize) {
    let figure = &mut pending.figure;
    if figure.role.is_none()
        && figure.kind.is_amount()
        && (is_of_clause_before(sentence, top) || is_of_noun_compared(sentence, top))
    {
        figure.role = Some(FigureRole::Baseline);
    }
}

/// Whether the verb right above a number tells what came first: *after falling by*.
fn is_of_clause_before(sentence: &Sentence, top: usize) -> bool {
    let Some(verb) = sentence.tree.head(top).filter(|&at| sentence.is_verb(at)) else {
        return false;
    };
    let is_after = |at: usize| {
        at < verb
            && matches!(sentence.relation(at), Dependency::Mark | Dependency::Case)
            && sentence.passage.is(sentence.token(at), Grammar::After)
    };
    let joins = matches!(sentence.relation(verb), Dependency::Advcl | Dependency::Acl);
    joins && sentence.children(verb).any(is_after)
}

/// Whether a noun above a number is what another is compared with.
fn is_of_noun_compared(sentence: &Sentence, top: usize) -> bool {
    let mut at = top;
    for _ in 0..MOST_ARCS {
        let Some(head) = sentence.tree.head(at).filter(|&head| head < top) else {
            return false;
        };
        // *The low of 4 %*: an adjective may stand for the noun.
        let joins = matches!(sentence.relation(at), Dependency::Nmod | Dependency::Obl);
        if sentence.is_verb(head) || !joins {
            return false;
        }
        if is_compared(sentence, head) {
            return true;
        }
        at = head;
    }
    false
}

/// Whether words of comparison stand right before the phrase of a noun.
fn is_compared(sentence: &Sentence, noun: usize) -> bool {
    let before = |at: usize| sentence.passage.is_compared(sentence.token(at));
    let inside = sentence.children(noun).filter(|&at| at < noun);
    inside.chain([noun]).any(before)
}
