//! What a figure measures, as base forms.

use super::governor::{Place, Roles};
use super::phrase::{measured_phrase, noun_phrase};
use super::sentence::Sentence;
use crate::model::{Dependency, Measured, PartOfSpeech};

/// The base forms of what the roles name.
pub(super) fn measured(sentence: &Sentence, roles: &Roles) -> Measured {
    let mut modifiers = Vec::new();
    if let Some(noun) = roles.noun {
        let phrase = measured_phrase(sentence, roles);
        add_words(sentence, (&phrase, noun), &mut modifiers);
    }
    let mut context: Vec<String> = Vec::new();
    let others = [roles.subject, roles.object, roles.oblique, roles.near];
    let governors = roles.governors.iter().copied();
    for at in governors.chain(others.into_iter().flatten()) {
        if Some(at) != roles.noun && names(sentence, at) {
            context.push(sentence.lemma(at).to_owned());
            add_words(sentence, (&noun_phrase(sentence, at), at), &mut context);
        }
    }
    let head = roles.noun.map(|noun| sentence.lemma(noun).to_owned());
    // Statements are compared by the words that they share: each counts once, in the place where it
    // says most.
    modifiers.retain(|word| head.as_ref() != Some(word));
    context.retain(|word| head.as_ref() != Some(word) && !modifiers.contains(word));
    Measured {
        head,
        modifiers: sorted(modifiers),
        verb: roles.verb.map(|verb| sentence.lemma(verb).to_owned()),
        negated: is_negated(sentence, roles),
        context: sorted(context),
    }
}

fn sorted(mut words: Vec<String>) -> Vec<String> {
    words.sort_unstable();
    words.dedup();
    words
}

/// Adds what narrows the head of a phrase.
fn add_words(sentence: &Sentence, (phrase, head): (&[usize], usize), words: &mut Vec<String>) {
    let narrows = |at: &&usize| **at != head && names(sentence, **at);
    let telling = phrase.iter().filter(narrows);
    words.extend(telling.map(|&at| sentence.lemma(at).to_owned()));
}

/// Whether a word carries meaning of its own.
fn names(sentence: &Sentence, at: usize) -> bool {
    matches!(
        sentence.part(at),
        PartOfSpeech::Noun
            | PartOfSpeech::ProperNoun
            | PartOfSpeech::Adjective
            | PartOfSpeech::Verb
            | PartOfSpeech::Other
    ) && !sentence.is_number(at)
}

/// Whether the clause of a figure denies what it says.
fn is_negated(sentence: &Sentence, roles: &Roles) -> bool {
    let denies = |at: usize| {
        let mut children = sentence.children_by(at, Dependency::Advmod);
        children.any(|child| sentence.is_negation(child))
    };
    let clause = roles
        .verb
        .or(roles.noun.filter(|_| roles.place == Place::Predicate));
    clause.is_some_and(denies)
}
