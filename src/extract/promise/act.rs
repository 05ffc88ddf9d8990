//! What is promised: the verb, what it is done to, and by when.

use std::ops::Range;

use super::clause::Clause;
use super::lexicon::{EMPTY, LIGHT, LIGHT_VERBS, PHASES, SAYINGS, STATES};
use super::stretch;
use crate::model::{
    Act, Bound, Dependency, Figure, FigureKind, FigureRole, PartOfSpeech, Promise, Span,
};

/// The words of an act, as positions in the tree.
#[derive(Debug, Clone)]
pub(super) struct Deed {
    /// The verb that says it.
    pub(super) verb: Option<usize>,
    /// The noun that it is done to.
    object: Option<usize>,
    /// From the first word to one past the last.
    pub(super) words: Range<usize>,
}

/// Most coordinated acts of one verb that binds.
const MAX_DEEDS: usize = 8;
/// Most words of an act.
const MAX_ACT: usize = 30;
/// Most bytes of the title of an act.
const MAX_TITLE: usize = 60;

/// The act of a verb; `None` of one that nobody does on purpose.
pub(super) fn deed(clause: &Clause<'_>, verb: usize) -> Option<Deed> {
    let mut at = verb;
    while PHASES.contains(&clause.lemma(at)) {
        let mut inner = clause.tree.children(at).filter(|&child| child > at);
        let next = inner.find(|&child| {
            matches!(
                clause.relation(child),
                Dependency::Xcomp | Dependency::Advcl
            ) && clause.is_verb(child)
        });
        let Some(next) = next else { break };
        at = next;
    }
    let lemma = clause.lemma(at);
    if STATES.contains(&lemma) || SAYINGS.contains(&lemma) {
        return None;
    }
    let words = verb..end(clause, at);
    let object = object(clause, at, &words);
    Some(Deed {
        verb: Some(at),
        object,
        words,
    })
}

/// The act that a noun alone says: *committed to peace*; that of its verb where the
/// noun says nothing: *evaluates the benefits of buying*.
pub(super) fn noun_deed(clause: &Clause<'_>, noun: usize) -> Option<Deed> {
    let start = first_of(clause, noun);
    let inner = clause.tree.children_by(noun, Dependency::Acl);
    let inner = inner
        .into_iter()
        .find(|&at| at > noun && clause.is_verb(at));
    if let Some(verb) = inner.filter(|_| LIGHT.contains(&clause.lemma(noun))) {
        return deed(clause, verb);
    }
    Some(Deed {
        verb: None,
        object: Some(weighty(clause, noun)),
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

/// An act and those that are coordinated with it.
pub(super) fn deeds(clause: &Clause<'_>, first: &Deed) -> Vec<Deed> {
    let mut deeds = vec![first.clone()];
    let Some(verb) = first.verb else { return deeds };
    let mut open = vec![verb];
    while let Some(at) = open.pop()
        && deeds.len() < MAX_DEEDS
    {
        for next in clause.tree.children_by(at, Dependency::Conj) {
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
    let is_gerund = |at: usize| clause.surface(at).ends_with("ing");
    let is_base = |at: usize| clause.lower(at) == clause.lemma(at);
    is_gerund(one) && is_gerund(two) || is_base(one) && is_base(two)
}

/// Where the words that belong to `top` end: before what is coordinated with it,
/// a mark that parts clauses, or a clause of its own.
fn end(clause: &Clause<'_>, top: usize) -> usize {
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
        let participle = relation == Dependency::Acl && clause.surface(at).ends_with("ed");
        // *, with a strong market*: what is added behind a comma.
        let added = at > top + 3
            && clause.surface(at) == ","
            && at + 1 < length
            && clause.part(at + 1) == PartOfSpeech::Adposition;
        let condition = relation != Dependency::Advmod && clause.is_condition(at);
        breaks || own || condition || mark || participle || added
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

/// What a verb is done to: its object, else the first noun behind it.
fn object(clause: &Clause<'_>, verb: usize, words: &Range<usize>) -> Option<usize> {
    let direct = clause
        .tree
        .children_by(verb, Dependency::Obj)
        .find(|&child| child > verb && clause.is_noun(child));
    let near = || {
        let mut behind = verb + 1..words.end;
        behind
            .find(|&at| clause.is_noun(at) && !matches!(clause.relation(at), Dependency::Compound))
    };
    direct.or_else(near).map(|noun| weighty(clause, noun))
}

/// The noun that says what is meant: *world* of *efforts toward a world*.
fn weighty(clause: &Clause<'_>, noun: usize) -> usize {
    if !LIGHT.contains(&clause.lemma(noun)) {
        return noun;
    }
    let mut of = clause.tree.children_by(noun, Dependency::Nmod);
    of.find(|&child| child > noun && clause.is_noun(child))
        .unwrap_or(noun)
}

/// The first word of the phrase of a noun, without its preposition.
fn first_of(clause: &Clause<'_>, noun: usize) -> usize {
    let belongs = |at: &usize| {
        let inside = clause.tree.head(*at).is_some_and(|head| {
            head == noun || head > *at && head <= noun && clause.tree.head(head) == Some(noun)
        });
        inside
            && !matches!(
                clause.relation(*at),
                Dependency::Case | Dependency::Mark | Dependency::Cc
            )
    };
    let mut first = (0..noun).rev().take_while(belongs).last().unwrap_or(noun);
    let is_glued = |at: usize| {
        let words = &clause.tree.words;
        at > 0 && words[at - 1].span.end == words[at].span.start
    };
    while is_glued(first) {
        first -= 1;
    }
    first
}

/// The record of an act.
pub(super) fn act(clause: &Clause<'_>, deed: &Deed) -> Act {
    let says = |at: &usize| {
        let lemma = clause.lemma(*at);
        !PHASES.contains(&lemma) && !LIGHT_VERBS.contains(&lemma)
    };
    let verb = deed.verb.filter(says);
    let mut words: Vec<String> = deed
        .words
        .clone()
        .filter(|&at| is_content(clause, at))
        .map(|at| clause.lemma(at).to_owned())
        .collect();
    words.sort_unstable();
    words.dedup();
    Act {
        verb: verb.map(|at| clause.lemma(at).to_owned()),
        verb_span: verb.map(|at| clause.tree.words[at].span),
        object: deed.object.map(|at| clause.lemma(at).to_owned()),
        title: title(clause, deed),
        words,
    }
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
    part && !has_digit
        && !PHASES.contains(&lemma)
        && !LIGHT_VERBS.contains(&lemma)
        && !LIGHT.contains(&lemma)
        && !EMPTY.contains(&lemma)
}

/// The object in the author's words, cut before a date and where it grows long.
fn title(clause: &Clause<'_>, deed: &Deed) -> Option<Span> {
    let head = deed.object.or(deed.verb)?;
    let start = if clause.is_noun(head) {
        first_of(clause, head)
    } else {
        head
    };
    let is_article = clause.lemma(start) == "the";
    let start = if is_article && start < head {
        start + 1
    } else {
        start
    };
    let mut end = head + 1;
    for at in head + 1..deed.words.end {
        let span = stretch(clause.tree, start..at + 1);
        let stops = clause.part(at) == PartOfSpeech::Numeral || clause.surface(at) == ",";
        if span.len_bytes() > MAX_TITLE || stops {
            break;
        }
        let is_end = matches!(
            clause.part(at),
            PartOfSpeech::Noun | PartOfSpeech::ProperNoun | PartOfSpeech::Adjective
        );
        if is_end && !matches!(clause.relation(at), Dependency::Compound | Dependency::Amod) {
            end = at + 1;
        }
    }
    (start < end).then(|| stretch(clause.tree, start..end))
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
        let due = own.filter(|(_, figure)| is_deadline(figure));
        let near = |figure: &Figure| {
            promise.span.contains(figure.span)
                || figure.span.start == promise.quote.start
                    && figure.span.end <= promise.actor.span().start
        };
        let found = due.into_iter().find(|(_, figure)| near(figure));
        promise.deadline = found.and_then(|(at, _)| u32::try_from(at).ok());
    }
}

fn is_deadline(figure: &Figure) -> bool {
    figure.kind == FigureKind::Date
        && (figure.bound == Bound::AtMost || figure.role == Some(FigureRole::Deadline))
}
