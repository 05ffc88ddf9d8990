//! Who promises: the subject of the predicate, if that is somebody who can.

use super::clause::Clause;
use super::stretch;
use crate::model::{Actor, Dependency, PartOfSpeech};

/// First persons.
const SPEAKERS: [&str; 2] = ["we", "i"];
/// Pronouns that make a body the speaker's own: *our Government*.
const OWN: [&str; 4] = ["our", "my", "we", "i"];
/// Nouns for bodies that act of their own will, as base forms.
pub(super) const BODIES: [&str; 34] = [
    "administration",
    "agency",
    "alliance",
    "assembly",
    "association",
    "authority",
    "bank",
    "board",
    "cabinet",
    "commission",
    "committee",
    "community",
    "company",
    "council",
    "country",
    "delegation",
    "department",
    "federation",
    "fund",
    "government",
    "group",
    "ministry",
    "nation",
    "organisation",
    "organization",
    "parliament",
    "party",
    "presidency",
    "president",
    "republic",
    "secretariat",
    "state",
    "states",
    "union",
];
/// Verbs by which speakers say what they themselves will do.
const DECLARES: [&str; 16] = [
    "affirm",
    "announce",
    "assure",
    "conclude",
    "confirm",
    "declare",
    "decide",
    "emphasize",
    "promise",
    "reaffirm",
    "reiterate",
    "repeat",
    "say",
    "state",
    "stress",
    "underline",
];

/// Who the subject of a predicate is; `None` where nobody is named who acts, and
/// where the clause tells a condition, a purpose, or what others say.
pub(super) fn actor(clause: &Clause<'_>, predicate: usize) -> Option<Actor> {
    let (owner, subject) = subject(clause, predicate)?;
    if is_own_word(clause, owner) {
        named(clause, subject)
    } else {
        None
    }
}

/// Whether a clause stands by itself, or is what the speaker says.
fn is_own_word(clause: &Clause<'_>, predicate: usize) -> bool {
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
        (Dependency::Ccomp, Some(head)) => {
            let lemma = clause.lemma(head);
            DECLARES.contains(&lemma) || DECLARES.contains(&lemma.trim_end_matches('s'))
        }
        (Dependency::Root, _) | (_, None) => true,
        _ => false,
    }
}

/// The subject of a predicate with the word that has it. What is coordinated has
/// that of the first; as a finite verb is no partner of an infinitive, one that was
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
        is_joined |= clause.relation(at) == Dependency::Conj;
        at = clause.tree.head(at).filter(|_| is_joined)?;
    }
}

/// The actor that a subject names.
fn named(clause: &Clause<'_>, subject: usize) -> Option<Actor> {
    if clause.part(subject) == PartOfSpeech::Pronoun {
        let lemma = clause.lemma(subject);
        if SPEAKERS.contains(&lemma) {
            return Some(Actor::Speaker(clause.tree.words[subject].span));
        }
        return referent(clause, subject);
    }
    if !clause.is_noun(subject) {
        return None;
    }
    let phrase = phrase(clause, subject);
    let span = stretch(clause.tree, phrase.clone());
    let is_body = BODIES.contains(&clause.lemma(subject));
    let owners = clause.tree.children_by(subject, Dependency::NmodPoss);
    let is_own = owners
        .into_iter()
        .any(|at| OWN.contains(&clause.lower(at).as_str()));
    if is_own && is_body || is_delegation(clause, phrase.clone()) {
        return Some(Actor::Speaker(span));
    }
    let is_name = is_name(clause, subject);
    if is_own || !is_body && !is_name {
        return None;
    }
    let nouns =
        phrase.filter(|&at| clause.is_noun(at) || clause.part(at) == PartOfSpeech::Adjective);
    let mut words: Vec<String> = nouns.map(|at| clause.lower(at)).collect();
    words.sort_unstable();
    Some(Actor::Named { span, words })
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
    let is_inside = |(at, _): (usize, &str)| {
        let before = start[..at].trim_end_matches(' ');
        before.len() < at && before.ends_with(char::is_lowercase)
    };
    is_large && start.match_indices(word).any(is_inside)
}

/// Whom *it* stands for: the nearest subject before it that acts.
fn referent(clause: &Clause<'_>, pronoun: usize) -> Option<Actor> {
    if clause.lemma(pronoun) != "it" {
        return None;
    }
    let is_subject = |at: &usize| {
        let relation = clause.relation(*at);
        let is_subject = matches!(relation, Dependency::Nsubj | Dependency::NsubjPass);
        // *The Council confirms that it …*, where the verb was read as a noun.
        let says = relation == Dependency::Compound
            && clause
                .tree
                .head(*at)
                .is_some_and(|head| head + 1 < pronoun && clause.lemma(head + 1) == "that");
        (is_subject || says) && clause.is_noun(*at)
    };
    let mut before = (0..pronoun).rev().filter(is_subject);
    before.find_map(|at| named(clause, at))
}

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
    let is_of = clause.lower(end + 1) == "of"
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
