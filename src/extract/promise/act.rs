//! What is promised: the verb, what it is done to, and by when.

use std::ops::Range;

use super::clause::Clause;
use super::extent::{end, first_before, first_of};
use super::title::title;
use crate::language::has;
use crate::model::{
    Act, Bound, CountedTime, Dependency, Figure, FigureKind, FigureRole, PartOfSpeech, Promise,
    Span,
};

/// The words of an act, as positions in the tree.
#[derive(Debug, Clone)]
pub(super) struct Deed {
    /// The verb that says it.
    pub(super) verb: Option<usize>,
    /// The noun that it is done to.
    pub(super) object: Option<usize>,
    /// From the first word to one past the last.
    pub(super) words: Range<usize>,
}

/// Most words of how somebody acts.
const MOST_CONDUCT: usize = 20;
/// Most coordinated acts of one verb that binds.
const MAX_DEEDS: usize = 8;

/// The act of a verb; `None` of one that nobody does on purpose.
pub(super) fn deed(clause: &Clause<'_>, verb: usize) -> Option<Deed> {
    let mut at = verb;
    // *will continue to work to clear*: the last of the verbs says what is done.
    while clause.says(clause.lists.phases, at) {
        let mut inner = clause.tree.children(at).filter(|&child| child > at);
        let next = inner.find(|&child| {
            matches!(
                clause.relation(child),
                Dependency::Xcomp | Dependency::Advcl
            ) && clause.is_verb(child)
                && (clause.is_infinitive(child) || clause.is_gerund(child))
        });
        let Some(next) = next else { break };
        at = next;
    }
    at = effort(clause, at).unwrap_or(at);
    // *reach out*: with a particle it is another verb.
    let is_state =
        clause.says(clause.lists.states, at) && clause.child(at, Dependency::CompoundPrt).is_none();
    // Nobody does a state on purpose (*will suffer*), and a performative is done by saying it (*want
    // to thank*).
    if is_state || clause.says(clause.lists.performatives, at) {
        return None;
    }
    // A verb that stands last has its words before it: *die Mittel aufstocken*.
    let words = match first_before(clause, at) {
        Some(first) => first..at + 1,
        None => verb..end(clause, at),
    };
    let object = object(clause, at, &words);
    Some(Deed {
        verb: Some(at),
        object,
        words,
    })
}

/// The verb that says what is done, of one whose object says no more than that it is:
/// *make every effort to clear*, *do all we can to clear*.
fn effort(clause: &Clause<'_>, verb: usize) -> Option<usize> {
    let lists = clause.lists;
    if !clause.says(lists.light_verbs, verb) {
        return None;
    }
    let object = clause.child(verb, Dependency::Obj)?;
    let is_effort = clause.says(lists.utmosts, object);
    let behind = |of: usize| {
        clause
            .tree
            .children(of)
            .filter(move |&child| child > object)
    };
    let is_aim = |child: &usize| {
        let is_open = matches!(
            clause.relation(*child),
            Dependency::Acl | Dependency::AclRelcl | Dependency::Advcl | Dependency::Xcomp
        );
        is_open && clause.is_verb(*child) && clause.is_infinitive(*child)
    };
    let found = behind(object)
        .find(is_aim)
        .or_else(|| behind(verb).find(is_aim));
    found.filter(|_| is_effort)
}

/// Where the sentence of a word ends, or a mark that parts sentences stands.
pub(super) fn sentence_end(clause: &Clause<'_>, at: usize) -> usize {
    let most = clause.tree.words.len().min(at + MOST_CONDUCT);
    let parts = |at: &usize| matches!(clause.surface(*at), ";" | ":" | "." | "!");
    (at..most).find(parts).unwrap_or(most)
}

/// The act that a noun alone says: *committed to peace*; that of its verb where the
/// noun says nothing: *evaluates the benefits of buying*.
pub(super) fn noun_deed(clause: &Clause<'_>, noun: usize) -> Option<Deed> {
    let start = first_of(clause, noun);
    let inner = clause.tree.children_by(noun, Dependency::Acl);
    let inner = inner
        .into_iter()
        .find(|&at| at > noun && clause.is_verb(at));
    if let Some(verb) = inner.filter(|_| clause.says(clause.lists.light, noun)) {
        return deed(clause, verb);
    }
    Some(Deed {
        verb: None,
        object: Some(noun),
        words: start..end(clause, noun),
    })
}

/// What others are asked to do; where the verb says nothing (*to do the same*), they
/// themselves are what it is about.
pub(super) fn asked_deed(clause: &Clause<'_>, asked: usize, verb: usize) -> Deed {
    let words = first_of(clause, asked)..end(clause, verb);
    match deed(clause, verb) {
        Some(inner) => Deed {
            object: inner.object.or(Some(asked)),
            words,
            ..inner
        },
        None => Deed {
            verb: None,
            object: Some(asked),
            words,
        },
    }
}

/// What somebody is said to do in the passive: the subject is what it is done to.
pub(super) fn passive_deed(clause: &Clause<'_>, subject: usize, verb: usize) -> Option<Deed> {
    let words = first_of(clause, subject)..end(clause, verb);
    deed(clause, verb).map(|inner| Deed {
        object: Some(subject),
        words,
        ..inner
    })
}

/// What is allowed or forbidden by a word at `predicate`, where a noun says it.
pub(super) fn thing(clause: &Clause<'_>, noun: usize, predicate: usize) -> Deed {
    Deed {
        verb: None,
        object: Some(noun),
        words: first_of(clause, noun)..end(clause, predicate),
    }
}

/// An act and those that are coordinated with it.
pub(super) fn deeds(clause: &Clause<'_>, first: &Deed) -> Vec<Deed> {
    let mut deeds = vec![first.clone()];
    let Some(verb) = first.verb else { return deeds };
    let mut open = vec![verb];
    while let Some(at) = open.pop()
        && deeds.len() < MAX_DEEDS
    {
        for next in clause.tree.children_by(at, Dependency::Conj) {
            // *we will clear and they will mark*: with a subject or a helper of its own the verb is
            // of another clause.
            let is_own = [
                Dependency::Nsubj,
                Dependency::Aux,
                Dependency::AuxPass,
                Dependency::Cop,
            ];
            let has_own = clause
                .tree
                .children(next)
                .any(|word| is_own.contains(&clause.relation(word)));
            if next < at || has_own || !clause.is_verb(next) || !are_of_one_form(clause, verb, next)
            {
                continue;
            }
            open.push(next);
            deeds.extend(deed(clause, next));
        }
    }
    deeds
}

/// Whether two verbs are both base forms or both gerunds.
fn are_of_one_form(clause: &Clause<'_>, one: usize, two: usize) -> bool {
    if clause.lists.in_stems {
        return clause.is_infinitive(one) && clause.is_infinitive(two)
            || clause.is_future(one) && clause.is_future(two);
    }
    let is_base = |at: usize| clause.lower(at) == clause.lemma(at);
    clause.is_gerund(one) && clause.is_gerund(two) || is_base(one) && is_base(two)
}

/// What a verb is done to: its object, else the first noun behind it; of one that stands
/// last, before it.
fn object(clause: &Clause<'_>, verb: usize, words: &Range<usize>) -> Option<usize> {
    let is_last = words.end == verb + 1 && words.start < verb;
    let is_near = |at: &usize| {
        let is_part = clause.relation(*at) == Dependency::Compound;
        clause.is_noun(*at) && !is_part && !is_due(clause, *at)
    };
    if is_last {
        // *wird die Mittel erhöhen*, where the object was read as another subject.
        let is_direct = |at: &usize| {
            let relation = clause.relation(*at);
            let is_direct = matches!(relation, Dependency::Obj | Dependency::Nsubj);
            is_direct && clause.tree.head(*at) == Some(verb) && clause.is_noun(*at)
        };
        let near = || words.clone().find(is_near);
        return words.clone().find(is_direct).or_else(near);
    }
    let mut objects = clause.tree.children_by(verb, Dependency::Obj);
    let direct = objects.find(|&child| child > verb).and_then(|object| {
        if clause.is_noun(object) {
            return Some(object);
        }
        // *purchase $400 billion of securities*
        let mut of = clause.tree.children_by(object, Dependency::Nmod);
        of.find(|&noun| noun > object && clause.is_noun(noun))
    });
    direct.or_else(|| (verb + 1..words.end).find(is_near))
}

/// Whether a noun is of the day by which something is to be done: *by the end of June*.
fn is_due(clause: &Clause<'_>, noun: usize) -> bool {
    let above = clause
        .tree
        .head(noun)
        .filter(|_| clause.relation(noun) == Dependency::Nmod);
    let has_due = |noun: usize| {
        let case = clause.child(noun, Dependency::Case);
        case.is_some_and(|case| has(clause.lists.due, clause.surface(case)))
    };
    has_due(noun) || above.is_some_and(has_due)
}

/// The noun that says what is meant: *world* of *efforts toward a world*.
pub(super) fn weighty(clause: &Clause<'_>, noun: usize) -> usize {
    if !clause.says(clause.lists.light, noun) {
        return noun;
    }
    let mut of = clause.tree.children_by(noun, Dependency::Nmod);
    of.find(|&child| child > noun && clause.is_noun(child))
        .unwrap_or(noun)
}

/// The record of an act; by or until when it is done and the words that bind are no part of it.
pub(super) fn act(clause: &Clause<'_>, deed: &Deed, is_apart: impl Fn(usize) -> bool) -> Act {
    let says = |at: &usize| {
        !clause.says(clause.lists.phases, *at) && !clause.says(clause.lists.light_verbs, *at)
    };
    let verb = deed.verb.filter(says);
    let mut words: Vec<String> = deed
        .words
        .clone()
        .filter(|at| !is_apart(*at) && is_content(clause, *at))
        .map(|at| clause.lemma(at).to_owned())
        .collect();
    // As a set: next year's statement may name them in another order.
    words.sort_unstable();
    words.dedup();
    Act {
        verb: verb.map(|at| clause.lemma(at).to_owned()),
        sense: verb.or(deed.object).and_then(|at| sense(clause, at)),
        verb_span: verb.map(|at| clause.tree.words[at].span),
        object: deed
            .object
            .map(|at| clause.lemma(weighty(clause, at)).to_owned()),
        title: title(clause, deed),
        words,
    }
}

/// The first of the verbs that name one act with a word.
fn sense(clause: &Clause<'_>, at: usize) -> Option<&'static str> {
    let mut sets = clause.lists.synonyms.iter();
    let set = sets.find(|set| clause.says(set, at));
    set.map(|set| set[0])
}

fn is_content(clause: &Clause<'_>, at: usize) -> bool {
    let part = matches!(
        clause.part(at),
        PartOfSpeech::Noun
            | PartOfSpeech::ProperNoun
            | PartOfSpeech::Verb
            | PartOfSpeech::Adjective
    );
    let lemma = clause.lemma(at);
    let has_digit = lemma.bytes().any(|byte| byte.is_ascii_digit());
    let says_little = |words| clause.says(words, at);
    let lists = clause.lists;
    let empty = [lists.phases, lists.light_verbs, lists.light, lists.empty];
    part && !has_digit && !empty.into_iter().any(says_little)
}

/// Gives each promise the date by which it is to be done: the one that stands in
/// its words, else the one with which its sentence begins.
pub(super) fn add_deadlines(promises: &mut [Promise], figures: &[Figure]) {
    for promise in promises {
        let place = (promise.paragraph, promise.sentence);
        let first = figures.partition_point(|figure| (figure.paragraph, figure.sentence) < place);
        let own = (first..)
            .zip(&figures[first..])
            .take_while(|(_, figure)| (figure.paragraph, figure.sentence) == place);
        let mut due = own.filter(|(_, figure)| is_deadline(figure));
        let found = due.find(|(_, figure)| is_due_of(promise, figure.span));
        promise.deadline = found.and_then(|(at, _)| u32::try_from(at).ok());
        // A date says more than a time that is counted from the day of speaking.
        if promise.deadline.is_some() {
            promise.counted = None;
        }
    }
}

/// Gives the promises of one sentence the time by which they are to be done, where that is
/// counted from the day of speaking.
pub(super) fn add_counted(promises: &mut [Promise], times: &[CountedTime]) {
    for promise in promises {
        let mut due = times.iter().filter(|time| is_due_of(promise, time.span));
        promise.counted = due.next().copied();
    }
}

/// Whether words of time stand among those of a promise, or open its sentence.
fn is_due_of(promise: &Promise, words: Span) -> bool {
    promise.span.contains(words)
        // *By 2027, we will …*
        || words.start == promise.quote.start && words.end <= promise.actor.span().start
}

fn is_deadline(figure: &Figure) -> bool {
    figure.kind == FigureKind::Date
        && (matches!(figure.bound, Bound::AtMost | Bound::LessThan)
            || figure.role == Some(FigureRole::Deadline))
}
