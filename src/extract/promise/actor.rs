//! Who promises: the subject of the predicate, if that is somebody who can.

use super::binding::Binding;
use super::clause::Clause;
use super::stretch;
use crate::language::{ends, has};
use crate::model::{Actor, Dependency, Mood, PartOfSpeech};

/// Who the subject of a predicate is; `None` where nobody is named who acts, and
/// where the clause tells a condition, a purpose, or what others say.
pub(super) fn actor(clause: &Clause<'_>, binding: &Binding) -> Option<Actor> {
    let predicate = binding.predicate;
    if let Some(subject) = binding.subject {
        let is_owner = has(clause.lists.owners, clause.surface(subject));
        let owner = || Actor::Speaker(clause.tree.words[subject].span);
        let named = is_owner.then(owner).or_else(|| named(clause, subject));
        return named.or_else(|| party(clause, binding, subject));
    }
    let (owner, subject) = subject(clause, predicate)?;
    if is_own_word(clause, owner) {
        named(clause, subject).or_else(|| party(clause, binding, subject))
    } else {
        None
    }
}

/// Whether a clause opens behind a comma and a conjunction with a first person: *…, and we
/// urge*. Such is a sentence of its own, whatever it was read as joined to.
fn opens_anew(clause: &Clause<'_>, predicate: usize) -> bool {
    let joins = |at: usize| clause.part(at) == PartOfSpeech::CoordinatingConjunction;
    let subject = clause.child(predicate, Dependency::Nsubj);
    clause.relation(predicate) == Dependency::Conj
        && subject.is_some_and(|at| {
            let is_speaker = has(clause.lists.speakers, clause.surface(at));
            is_speaker && at > 1 && joins(at - 1) && clause.surface(at - 2) == ","
        })
}

/// Whether a clause stands by itself, or is what the speaker says.
pub(super) fn is_own_word(clause: &Clause<'_>, predicate: usize) -> bool {
    if opens_anew(clause, predicate) {
        return true;
    }
    let mut top = predicate;
    while let Some(head) = clause.tree.head(top)
        && matches!(
            clause.relation(top),
            Dependency::Conj | Dependency::Parataxis
        )
    {
        top = head;
    }
    match (clause.relation(top), clause.tree.head(top)) {
        (Dependency::Ccomp, Some(head)) => clause.says(clause.lists.declares, head),
        (Dependency::Root, _) | (_, None) => true,
        _ => false,
    }
}

/// The subject of a predicate with the word that has it. What is coordinated has
/// that of the first; a verb may say its subject by itself (*seguiremos*); as a finite verb is no partner of an infinitive, one that was
/// read so has that of the clause around.
pub(super) fn subject(clause: &Clause<'_>, predicate: usize) -> Option<(usize, usize)> {
    let mut at = predicate;
    let mut is_joined = false;
    loop {
        let mut own = clause.tree.children(at);
        let subject = own.find(|&child| {
            matches!(
                clause.relation(child),
                Dependency::Nsubj | Dependency::NsubjPass
            )
        });
        if let Some(subject) = subject {
            return Some((at, subject));
        }
        let helpers = clause.tree.children_by(at, Dependency::Aux);
        let mut verbs = helpers.chain([at]);
        if let Some(own) = verbs.find(|&verb| clause.is_first_person(verb)) {
            return Some((at, own));
        }
        is_joined |= clause.relation(at) == Dependency::Conj;
        at = clause.tree.head(at).filter(|_| is_joined)?;
    }
}

/// Whom *shall* binds in a text that binds: whoever its subject is, as *The parties*
/// or *Each supplier* (Quirk et al. 1985, §4.58).
fn party(clause: &Clause<'_>, binding: &Binding, subject: usize) -> Option<Actor> {
    let word = clause.surface(binding.words.start);
    let binds = has(clause.lists.binding, word) || binding.mood == Mood::Permission;
    // *Members shall*, *old mines shall* is said of each of them.
    let is_definite = clause.lists.articles.is_empty()
        || clause.child(subject, Dependency::Det).is_some()
        // *Night fishing is allowed* is said of all of it.
        || binding.subject.is_some() && binding.mood == Mood::Permission
        || is_plural(clause, subject);
    if !binds || !is_definite || !clause.is_noun(subject) {
        return None;
    }
    let phrase = phrase(clause, subject);
    Some(Actor::Named {
        span: stretch(clause.tree, phrase.clone()),
        words: nouns(clause, phrase),
    })
}

/// The nouns and adjectives of a name, in lower case, sorted.
fn nouns(clause: &Clause<'_>, phrase: std::ops::Range<usize>) -> Vec<String> {
    let nouns =
        phrase.filter(|&at| clause.is_noun(at) || clause.part(at) == PartOfSpeech::Adjective);
    let mut words: Vec<String> = nouns.map(|at| clause.lower(at)).collect();
    words.sort_unstable();
    words
}

/// Whether a subject names somebody who acts.
pub(super) fn is_named(clause: &Clause<'_>, subject: usize) -> bool {
    named(clause, subject).is_some()
}

/// The actor that a subject names.
fn named(clause: &Clause<'_>, subject: usize) -> Option<Actor> {
    let is_speaker = has(clause.lists.speakers, clause.surface(subject));
    if is_speaker || clause.is_first_person(subject) {
        return Some(Actor::Speaker(clause.tree.words[subject].span));
    }
    if clause.part(subject) == PartOfSpeech::Pronoun {
        return referent(clause, subject);
    }
    if !clause.is_noun(subject) {
        return None;
    }
    // *the Union and its Member States*: those of the one that was named.
    let stands_for = |at: usize| {
        let is_theirs = has(clause.lists.possessives, clause.surface(at));
        is_theirs && !has(clause.lists.owners, clause.surface(at))
    };
    let mut before = subject.saturating_sub(NEAR_NAME - 1)..subject;
    if before.any(stands_for)
        && let Some(named) = named_before(clause, subject)
    {
        return Some(named);
    }
    let phrase = phrase(clause, subject);
    let span = stretch(clause.tree, phrase.clone());
    let is_body = clause.says(clause.lists.bodies, subject) && !is_generic(clause, subject);
    let mut owners = clause.tree.children(subject);
    let is_own = owners.any(|at| has(clause.lists.owners, clause.surface(at)));
    if is_own && is_body || is_delegation(clause, phrase.clone()) {
        return Some(Actor::Speaker(span));
    }
    let is_name = is_name(clause, subject);
    if is_own || !is_body && !is_name {
        return None;
    }
    let words = nouns(clause, phrase);
    Some(Actor::Named { span, words })
}

/// Whether a noun stands for all that are called so: *countries will act*.
fn is_generic(clause: &Clause<'_>, noun: usize) -> bool {
    let mut before = clause.tree.children(noun).filter(|&at| at < noun);
    is_plural(clause, noun) && before.all(|at| clause.relation(at) == Dependency::Advmod)
}

fn is_plural(clause: &Clause<'_>, noun: usize) -> bool {
    let is_noun = clause.part(noun) == PartOfSpeech::Noun;
    is_noun && ends(clause.surface(noun), clause.lists.plural_signs)
}

/// Bytes at the start of a text in which a name is looked for.
const SEARCHED: usize = 8_192;

/// Whether a noun is a name: read as one, or written large inside a sentence at
/// the start of the text too.
fn is_name(clause: &Clause<'_>, noun: usize) -> bool {
    if clause.part(noun) == PartOfSpeech::ProperNoun {
        return true;
    }
    let word = clause.surface(noun);
    let is_large = word.chars().next().is_some_and(char::is_uppercase);
    let start = &clause.text[..clause.text.floor_char_boundary(SEARCHED)];
    // Names bend too: *Россия, в России*.
    let word = if clause.lists.in_stems {
        let end = word.char_indices().rev().nth(1).map_or(0, |(at, _)| at);
        &word[..end]
    } else {
        word
    };
    let is_inside = |(at, _): (usize, &str)| {
        let before = start[..at].trim_end_matches(' ');
        before.len() < at && before.ends_with(char::is_lowercase)
    };
    is_large && !word.is_empty() && start.match_indices(word).any(is_inside)
}

/// Whom *it* stands for: the nearest subject before it that acts.
fn referent(clause: &Clause<'_>, pronoun: usize) -> Option<Actor> {
    if !has(clause.lists.referring, clause.surface(pronoun)) {
        return None;
    }
    let is_subject = |at: &usize| {
        let relation = clause.relation(*at);
        let is_subject = matches!(relation, Dependency::Nsubj | Dependency::NsubjPass);
        // *The Council confirms that it …*, where the verb was read as a noun.
        let says = relation == Dependency::Compound
            && clause.tree.head(*at).is_some_and(|head| {
                head + 1 < pronoun && has(clause.lists.that, clause.lemma(head + 1))
            });
        (is_subject || says) && clause.is_noun(*at)
    };
    let mut before = (0..pronoun).rev().filter(is_subject);
    before.find_map(|at| named(clause, at))
}

/// The name with which another one is coordinated, right before it.
fn named_before(clause: &Clause<'_>, subject: usize) -> Option<Actor> {
    let joined = clause
        .tree
        .head(subject)
        .filter(|_| clause.relation(subject) == Dependency::Conj);
    let near = |at: &usize| clause.part(*at) == PartOfSpeech::CoordinatingConjunction;
    let beside = (0..subject).rev().take(NEAR_NAME).find(near);
    let before = joined.or_else(|| beside?.checked_sub(1));
    before
        .filter(|&at| clause.is_noun(at))
        .and_then(|at| named(clause, at))
}

/// Most words between two names that are coordinated.
const NEAR_NAME: usize = 4;

/// The words of a name around its head: *the Governing Council*.
fn phrase(clause: &Clause<'_>, head: usize) -> std::ops::Range<usize> {
    let belongs = |at: usize| {
        at == head
            || clause.tree.head(at).is_some_and(|above| {
                let joins = matches!(
                    clause.relation(at),
                    Dependency::Compound
                        | Dependency::Flat
                        | Dependency::Amod
                        | Dependency::NmodPoss
                        | Dependency::Det
                        | Dependency::Punct
                );
                let owner = clause.tree.head(above);
                joins && (above == head || owner == Some(head))
            })
    };
    let start = (0..head).rev().take_while(|&at| belongs(at)).last();
    let is_article = |at: usize| clause.part(at) == PartOfSpeech::Determiner;
    let start = start.unwrap_or(head);
    let start = if is_article(start) { start + 1 } else { start };
    let behind = head + 1..clause.tree.words.len();
    let end = behind
        .take_while(|&at| clause.relation(at) == Dependency::Flat)
        .last()
        .unwrap_or(head);
    // *the Republic of Marenia*
    let owner = end + 2;
    let is_of = has(clause.lists.of, clause.surface(end + 1))
        && owner < clause.tree.words.len()
        && clause.part(owner) == PartOfSpeech::ProperNoun;
    let last = if is_of { owner } else { end };
    start.min(head)..last + 1
}

/// Whether a name is that of the delegation that speaks, a part of it (*the
/// Committee*), or has it in its short form: *the EU and its Member States*.
fn is_delegation(clause: &Clause<'_>, phrase: std::ops::Range<usize>) -> bool {
    let Some(delegation) = clause.delegation else {
        return false;
    };
    let words: Vec<String> = phrase.map(|at| clause.lower(at)).collect();
    let name = delegation.to_lowercase();
    let own: Vec<&str> = name.split_whitespace().collect();
    let has = |word: &str| words.iter().any(|its| its == word);
    own.iter().all(|word| has(word))
        || words.iter().all(|word| own.contains(&word.as_str()))
        || initials(words.iter().map(String::as_str)) == name
        || own.len() > 1 && has(&initials(own.into_iter()))
}

fn initials<'w>(words: impl Iterator<Item = &'w str>) -> String {
    words.filter_map(|word| word.chars().next()).collect()
}
