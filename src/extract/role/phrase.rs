//! The phrases of a sentence around a head word.

use super::governor::Roles;
use super::sentence::Sentence;
use crate::language::grammar::Grammar;
use crate::model::{Dependency, PartOfSpeech};

/// How deep phrases are followed into phrases.
const DEEPEST: usize = 3;

/// The words of the noun phrase of a head in reading order: its modifiers, and
/// what a preposition joins to it; no article before it, no clause, no number.
pub(super) fn noun_phrase(sentence: &Sentence, head: usize) -> Vec<usize> {
    let mut words = vec![head];
    for child in sentence.children(head) {
        add_modifier(sentence, child, DEEPEST, &mut words);
    }
    if let Some((governor, first)) = sentence.partner(head).and_then(|it| it.shared) {
        words.extend(short_phrase(sentence, governor));
        words.extend(sentence.children_by(first, Dependency::Case));
    }
    // In long lists the tree is least sure; the words side by side are not.
    if sentence.is_partner(head) {
        words.extend(
            (0..head)
                .rev()
                .take_while(|&at| stands_before_noun(sentence, at)),
        );
    }
    words.sort_unstable();
    words.dedup();
    words
}

/// The words of the phrase of the noun that a figure measures.
pub(super) fn measured_phrase(sentence: &Sentence, roles: &Roles) -> Vec<usize> {
    match roles.noun {
        Some(_) if !roles.own_phrase.is_empty() => roles.own_phrase.clone(),
        Some(noun) => noun_phrase(sentence, noun),
        None => Vec::new(),
    }
}

/// What stands behind the head in its noun phrase, each modifier with its own: *for
/// the lending rate*, *of the Bank*.
pub(super) fn right_modifiers(sentence: &Sentence, head: usize) -> Vec<Vec<usize>> {
    let behind = sentence.children(head).filter(|&child| child > head);
    behind
        .map(|child| {
            let mut words = Vec::new();
            add_modifier(sentence, child, DEEPEST, &mut words);
            words.sort_unstable();
            words
        })
        .filter(|words| !words.is_empty())
        .collect()
}

/// What the participles right behind the nouns of a phrase say of them: *working short
/// hours* of *the number of people working short hours*.
pub(super) fn participles(sentence: &Sentence, head: usize) -> Vec<Vec<usize>> {
    let phrase = noun_phrase(sentence, head);
    let nouns = phrase.into_iter().filter(|&at| sentence.is_noun(at));
    nouns
        .filter_map(|noun| {
            let mut clauses = sentence.children_by(noun, Dependency::Acl);
            let verb = clauses.find(|&verb| verb == noun + 1 && sentence.is_verb(verb))?;
            let mut words = vec![verb];
            for child in sentence.children(verb) {
                add_modifier(sentence, child, DEEPEST, &mut words);
                if sentence.relation(child) == Dependency::Obj && sentence.is_noun(child) {
                    words.extend(noun_phrase(sentence, child));
                }
            }
            words.sort_unstable();
            Some(words)
        })
        .collect()
}

/// The head with what stands before it alone: *core inflation rate*.
pub(super) fn short_phrase(sentence: &Sentence, head: usize) -> Vec<usize> {
    let tied = |at: &usize| {
        *at <= head
            || sentence.relation(*at) == Dependency::Flat && sentence.tree.head(*at) == Some(head)
    };
    noun_phrase(sentence, head)
        .into_iter()
        .filter(tied)
        .collect()
}

/// Whether a word can stand right before a noun as a part of its phrase.
fn stands_before_noun(sentence: &Sentence, at: usize) -> bool {
    let joined = matches!(
        sentence.relation(at),
        Dependency::Amod | Dependency::Compound
    );
    match sentence.part(at) {
        PartOfSpeech::Noun | PartOfSpeech::ProperNoun | PartOfSpeech::Adjective => {
            !sentence.is_number(at)
        }
        PartOfSpeech::Verb => joined,
        _ => false,
    }
}

fn add_modifier(sentence: &Sentence, at: usize, depth: usize, words: &mut Vec<usize>) {
    if depth == 0 || !modifies(sentence, at) {
        return;
    }
    words.push(at);
    for child in sentence.children(at) {
        let joins = matches!(
            sentence.relation(child),
            Dependency::Case
                | Dependency::Det
                | Dependency::Fixed
                | Dependency::Advmod
                | Dependency::Cc
        );
        if joins || is_hyphen(sentence, child) {
            words.push(child);
        } else {
            add_modifier(sentence, child, depth - 1, words);
        }
    }
}

/// Whether a word belongs to the noun phrase of its head.
fn modifies(sentence: &Sentence, at: usize) -> bool {
    // *Three-month interbank* narrows a rate; *of 5 per cent of output* is another figure.
    let narrows = matches!(
        sentence.relation(at),
        Dependency::Compound | Dependency::Amod
    );
    if sentence.is_number(at) || !narrows && has_number(sentence, at) {
        return false;
    }
    let joined = matches!(
        sentence.relation(at),
        Dependency::Nmod | Dependency::NmodUnmarked | Dependency::Obl
    );
    // *On the other hand, exports grew*: what a preposition joins stands behind its noun.
    let leads = joined
        && sentence.tree.head(at).is_some_and(|head| at < head)
        && sentence.child(at, &[Dependency::Case]).is_some();
    if joined && sentence.is_time(at) || leads {
        return false;
    }
    match sentence.relation(at) {
        Dependency::Amod
        | Dependency::Compound
        | Dependency::Flat
        | Dependency::Nmod
        | Dependency::Obl
        | Dependency::Fixed => true,
        // *Its exports* would be called by a word that says nothing alone.
        Dependency::NmodPoss => sentence.part(at) != PartOfSpeech::Pronoun,
        Dependency::Punct => is_hyphen(sentence, at),
        // *Bank Rate*, with no comma between.
        Dependency::Appos => sentence.tree.head(at).is_some_and(|head| head + 1 == at),
        Dependency::Conj => is_pair(sentence, at),
        _ => false,
    }
}

/// Whether a word and its head are all that *and* joins: *men and women*.
fn is_pair(sentence: &Sentence, at: usize) -> bool {
    let Some(head) = sentence.tree.head(at) else {
        return false;
    };
    let alike = sentence.part(head) == sentence.part(at);
    let listed = sentence.relation(head) == Dependency::Conj || sentence.is_partner(head);
    // *Men and women* are one thing measured, *wheat, maize and rice* three.
    alike && !listed && head + 2 == at && sentence.children_by(head, Dependency::Conj).count() == 1
}

/// Whether a number stands in what depends on a word: another figure's phrase. A level set
/// off by a comma is none of it: *the number of ships, at 410*.
fn has_number(sentence: &Sentence, at: usize) -> bool {
    let is_set_off = |number: usize| {
        let case = sentence.child(number, &[Dependency::Case]);
        let before = case.unwrap_or(number).checked_sub(1);
        sentence.has_case(number, Grammar::At)
            && before.is_some_and(|before| sentence.text(before) == ",")
    };
    let mut children = sentence.children(at);
    children.any(|child| sentence.is_number(child) && !is_set_off(child))
}

/// Whether a word is the hyphen inside a word.
pub(super) fn is_hyphen(sentence: &Sentence, at: usize) -> bool {
    sentence.passage.is_hyphen(sentence.token(at)) && !sentence.is_number(at)
}

/// The words of a verb: with its particle, with verbs of the same kind that
/// *and* joins (*killed and injured*), and behind what governs it (*expected to rise*).
pub(super) fn verb_phrase(sentence: &Sentence, verb: usize) -> Vec<usize> {
    let mut words = vec![verb];
    words.extend(sentence.children_by(verb, Dependency::CompoundPrt));
    for other in sentence.children_by(verb, Dependency::Conj) {
        let and = other
            .checked_sub(1)
            .filter(|&and| sentence.relation(and) == Dependency::Cc);
        let near = other == verb + 2 && sentence.part(other) == sentence.part(verb);
        if let Some(and) = and.filter(|_| near) {
            words.extend([and, other]);
        }
    }
    if sentence.relation(verb) == Dependency::Conj
        && let Some(first) = sentence.tree.head(verb).filter(|&first| first + 2 == verb)
    {
        words.extend([first, first + 1]);
    }
    if sentence.relation(verb) == Dependency::Xcomp
        && let Some(governor) = sentence
            .tree
            .head(verb)
            .filter(|&head| sentence.is_verb(head))
    {
        words.push(governor);
        words.extend(sentence.children_by(verb, Dependency::Mark));
    }
    words.sort_unstable();
    words.dedup();
    words
}

/// The words as written in one line, those that are left out passed over.
pub(super) fn render(sentence: &Sentence, words: &[usize]) -> String {
    let mut text = String::new();
    let mut last: Option<usize> = None;
    for &at in words {
        let glued = last.is_some_and(|last| {
            last + 1 == at
                && sentence.tree.words[last].span.end == sentence.tree.words[at].span.start
        });
        if last.is_some() && !glued {
            text.push(' ');
        }
        text.push_str(sentence.text(at));
        last = Some(at);
    }
    text
}
