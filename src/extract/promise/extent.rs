//! Where the words of an act and the phrase of a noun start and end.

use super::clause::Clause;
use crate::language::{ends, has};
use crate::model::{Dependency, PartOfSpeech};

/// Most words of an act.
const MAX_ACT: usize = 30;

/// Where the words that belong to `top` end: before what is coordinated with it,
/// a mark that parts clauses, or a clause of its own.
pub(super) fn end(clause: &Clause<'_>, top: usize) -> usize {
    let length = clause.tree.words.len();
    let most = length.min(top + MAX_ACT);
    let parts = |at: usize| {
        let breaks = matches!(clause.surface(at), ";" | ":" | "." | "–" | "—" | "!");
        let relation = clause.relation(at);
        let is_clause = matches!(
            relation,
            Dependency::Conj | Dependency::Parataxis | Dependency::AclRelcl
        );
        // *all its stockpiled mines*: a participle before its noun may be read as a clause.
        let is_bare = relation == Dependency::AclRelcl
            && clause.child(at, Dependency::Nsubj).is_none()
            && clause.child(at, Dependency::NsubjPass).is_none();
        let own = is_clause && clause.is_verb(at) && !is_bare;
        // *if the outlook worsens*: a clause with a subject of its own.
        let mark = relation == Dependency::Mark
            && clause.tree.head(at).is_some_and(|head| {
                clause.relation(head) == Dependency::Advcl
                    && clause.child(head, Dependency::Nsubj).is_some()
            });
        // *the program described in the annex*
        let participle = relation == Dependency::Acl
            && ends(clause.surface(at), clause.lists.past_endings)
            && !is_glued(clause, at);
        // *, with a strong market*: what is added behind a comma.
        let added = at > top + 3
            && clause.surface(at) == ","
            && at + 1 < length
            && clause.part(at + 1) == PartOfSpeech::Adposition;
        // *as a sign of trust*
        let role = has(clause.lists.roles, clause.surface(at))
            && at + 1 < length
            && clause.part(at + 1) == PartOfSpeech::Determiner;
        let condition = relation != Dependency::Advmod && clause.is_condition(at);
        // *fund the survey and have trained teams*
        let next_verb = clause.part(at) == PartOfSpeech::CoordinatingConjunction
            && at + 1 < length
            && clause.part(at + 1) == PartOfSpeech::Auxiliary;
        breaks || next_verb || own || condition || mark || participle || added || role
    };
    let stop = (top + 1..most).find(|&at| parts(at)).unwrap_or(most);
    // Conjunctions, commas and helping words before the next clause are its own.
    let joins = |at: usize| {
        matches!(
            clause.part(at),
            PartOfSpeech::CoordinatingConjunction
                | PartOfSpeech::Punctuation
                | PartOfSpeech::Auxiliary
                | PartOfSpeech::SubordinatingConjunction
                | PartOfSpeech::Adverb
                | PartOfSpeech::Particle
                | PartOfSpeech::Pronoun
                | PartOfSpeech::Determiner
                | PartOfSpeech::Adposition
        )
    };
    let mut end = stop;
    while end > top + 1 && joins(end - 1) {
        end -= 1;
    }
    end
}

/// The first of the words that belong to an infinitive which stands behind them: *alle
/// Minen räumen*; `None` where the language has it before them.
pub(super) fn first_before(clause: &Clause<'_>, verb: usize) -> Option<usize> {
    if !clause.lists.is_verb_last || !clause.is_infinitive(verb) {
        return None;
    }
    let before = || clause.tree.children(verb).filter(|&at| at < verb);
    let is_subject = |at: &usize| {
        let relation = clause.relation(*at);
        matches!(relation, Dependency::Nsubj | Dependency::NsubjPass)
    };
    // Another subject was read for an object.
    let subject = before().find(is_subject);
    let opens = |at: &usize| {
        let relation = clause.relation(*at);
        let helps = matches!(
            relation,
            Dependency::Aux | Dependency::AuxPass | Dependency::Punct | Dependency::Cc
        );
        helps || Some(*at) == subject
    };
    let last = before().filter(opens).max()?;
    // *wird die Regierung von Marenien alle Minen räumen*
    let is_of_last = |at: usize| {
        let mut above = clause.tree.head(at);
        while let Some(head) = above.filter(|&head| head != last && head != verb) {
            above = clause.tree.head(head);
        }
        above == Some(last)
    };
    (last + 1..=verb).find(|&at| !is_of_last(at))
}

/// The first word of the phrase of a noun, without its preposition.
pub(super) fn first_of(clause: &Clause<'_>, noun: usize) -> usize {
    // *economic and financial developments*: what is coordinated before the noun too.
    let is_inside = |at: usize| {
        let mut above = clause.tree.head(at);
        while let Some(head) = above.filter(|&head| head < noun) {
            above = clause.tree.head(head);
        }
        above == Some(noun)
    };
    let belongs = |at: &usize| {
        let is_own = clause.tree.head(*at) == Some(noun);
        let relation = clause.relation(*at);
        let opens = matches!(
            relation,
            Dependency::Case | Dependency::Mark | Dependency::Cc
        );
        is_inside(*at) && !(is_own && opens)
    };
    let mut first = (0..noun).rev().take_while(belongs).last().unwrap_or(noun);
    while is_glued(clause, first) {
        first -= 1;
    }
    first
}

/// Whether a word stands right behind another one, without a blank.
fn is_glued(clause: &Clause<'_>, at: usize) -> bool {
    let words = &clause.tree.words;
    at > 0 && words[at - 1].span.end == words[at].span.start
}
