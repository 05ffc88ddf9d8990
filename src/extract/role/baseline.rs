//! Numbers that others are compared with, where more words than a preposition lead to
//! them.

use super::sentence::Sentence;
use crate::extract::reader::PendingFigure;
use crate::language::grammar::Grammar;
use crate::model::{Dependency, FigureRole};

/// Most tokens of the noun that is compared with: *the revised Budget estimate*.
const MOST_TOKENS: usize = 7;

/// Notes that a figure is the level before the one that is told: *rose by 3 % in May
/// after falling by 2 % in April*, *compared with the low of 4 % in 2020*.
pub(super) fn note(sentence: &Sentence, pending: &mut PendingFigure, top: usize) {
    let start = pending.tokens.start;
    let figure = &mut pending.figure;
    if figure.role.is_none()
        && figure.kind.is_amount()
        && (is_of_clause_before(sentence, top) || is_of_noun_compared(sentence, start))
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

/// Whether an amount that starts at a token is that of a noun behind words of comparison:
/// *against the Budget estimate of 75 million*.
fn is_of_noun_compared(sentence: &Sentence, start: usize) -> bool {
    let passage = sentence.passage;
    let Some(of) = passage.grammar_before(start, Grammar::Of) else {
        return false;
    };
    // A mark or another number ends the phrase.
    let is_inside =
        |&at: &usize| passage.word(at).starts_with(char::is_alphabetic) && !passage.is_digits(at);
    let nouns = (of.saturating_sub(MOST_TOKENS)..of).rev();
    nouns
        .take_while(is_inside)
        .any(|at| passage.follows_comparison(at))
}
