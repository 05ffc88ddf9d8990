//! Promises that a noun says: *reaffirms its commitment to clearing*, *our aim is to clear*.

use super::act::{self, Deed};
use super::binding::Binding;
use super::clause::Clause;
use super::ladder::noun_rung;
use crate::language::ladder::Rung;
use crate::language::{ends, has};
use crate::model::Dependency;

/// What a noun of commitment at `at` binds to; `None` of one that nobody affirms as
/// his own.
pub(super) fn binding(clause: &Clause<'_>, at: usize) -> Option<Binding> {
    let rung = noun_rung(clause.surface(at), clause.language)?;
    if !clause.is_noun(at) {
        return None;
    }
    match clause.relation(at) {
        Dependency::Obj => affirmed(clause, at, rung),
        Dependency::Obl => held(clause, at, rung),
        Dependency::Nsubj => stated(clause, at, rung),
        _ => None,
    }
}

/// *reaffirms its commitment to peace*, *has the intention to clear*.
fn affirmed(clause: &Clause<'_>, at: usize, rung: &Rung) -> Option<Binding> {
    let verb = clause.tree.head(at).filter(|&verb| verb < at)?;
    let owner = owner(clause, at);
    // *reaffirmed its commitment* tells of what was said then.
    let is_past = ends(clause.surface(verb), clause.lists.past_endings);
    let is_held = owner.is_some() || clause.says(clause.lists.has, verb);
    if !clause.says(clause.lists.asserts, verb) || is_past || !is_held {
        return None;
    }
    let deed = complement(clause, at)?;
    // *its commitment* is that of the subject, *our* and *Ruritania's* name whose it is.
    let is_pronoun = |&at: &usize| has(clause.lists.possessives, clause.surface(at));
    let predicate = speaking(clause, verb)?;
    let asks_leave = clause.says(clause.lists.leaves, predicate);
    let named = owner.filter(|at| asks_leave || !is_pronoun(at));
    Some(Binding {
        words: verb..end(clause, at, &deed),
        predicate,
        subject: named,
        strength: rung.strength,
        mood: rung.mood,
        deed,
    })
}

/// *stand by our commitment to peace*, *remain steadfast in our commitment to peace*.
fn held(clause: &Clause<'_>, at: usize, rung: &Rung) -> Option<Binding> {
    let head = clause.tree.head(at).filter(|&head| head < at)?;
    let mut before = clause.tree.children(at).filter(|&word| word < at);
    let is_own = before.any(|word| has(clause.lists.possessives, clause.surface(word)));
    let stands =
        clause.says(clause.lists.copulas, head) || clause.child(head, Dependency::Cop).is_some();
    if !is_own || !stands || clause.is_infinitive(head) {
        return None;
    }
    let deed = complement(clause, at)?;
    Some(Binding {
        words: head..end(clause, at, &deed),
        predicate: head,
        subject: None,
        strength: rung.strength,
        mood: rung.mood,
        deed,
    })
}

/// Whose commitment a noun is: *our*, *Ruritania's*, *of my Government*.
fn owner(clause: &Clause<'_>, noun: usize) -> Option<usize> {
    let is_own = |&word: &usize| has(clause.lists.possessives, clause.surface(word));
    let mut before = clause.tree.children(noun).filter(|&word| word < noun);
    let owned = before.find(|word| {
        let is_named = clause.relation(*word) == Dependency::NmodPoss && clause.is_noun(*word);
        is_own(word) || is_named
    });
    let of = || {
        let mut behind = clause.tree.children_by(noun, Dependency::Nmod);
        behind.find(|&word| {
            let case = clause.child(word, Dependency::Case);
            let is_of = case.is_some_and(|case| has(clause.lists.of, clause.surface(case)));
            is_of && word > noun && clause.tree.children(word).any(|at| is_own(&at))
        })
    };
    owned.or_else(of)
}

/// The finite verb of which an infinitive is said: *wish to reaffirm*, *allow me to reaffirm*.
fn speaking(clause: &Clause<'_>, verb: usize) -> Option<usize> {
    if !clause.is_infinitive(verb) {
        return Some(verb);
    }
    let head = clause.tree.head(verb)?;
    let says = |words| clause.says(words, head);
    (says(clause.lists.courtesies) || says(clause.lists.leaves)).then_some(head)
}

/// *our aim is to clear*: the infinitive is the predicate of the noun, or hangs on the
/// verb between them.
fn stated(clause: &Clause<'_>, at: usize, rung: &Rung) -> Option<Binding> {
    let head = clause.tree.head(at).filter(|&head| head > at)?;
    let mut before = clause.tree.children(at).filter(|&word| word < at);
    let owner = before.find(|&word| has(clause.lists.owners, clause.surface(word)))?;
    let is_act = |verb: usize| clause.is_verb(verb) && clause.is_infinitive(verb);
    let verb = if is_act(head) && clause.child(head, Dependency::Cop).is_some() {
        head
    } else if clause.says(clause.lists.copulas, head) {
        let mut behind = clause.tree.children(head).filter(|&word| word > head);
        behind.find(|&word| is_act(word))?
    } else {
        return None;
    };
    Some(Binding {
        words: owner..at + 1,
        predicate: verb,
        subject: Some(owner),
        strength: rung.strength,
        mood: rung.mood,
        deed: act::deed(clause, verb)?,
    })
}

/// What a noun of commitment is to: a verb, or a noun behind its preposition.
fn complement(clause: &Clause<'_>, noun: usize) -> Option<Deed> {
    let behind = || {
        clause
            .tree
            .children(noun)
            .filter(move |&child| child > noun)
    };
    let verb = behind().find(|&child| {
        matches!(clause.relation(child), Dependency::Acl | Dependency::Advcl)
            && clause.is_verb(child)
            && (clause.is_infinitive(child) || clause.is_gerund(child))
    });
    let verb = verb.or_else(|| right_behind(clause, noun));
    if let Some(verb) = verb {
        return act::deed(clause, verb);
    }
    let is_to = |child: usize| {
        let case = clause.child(child, Dependency::Case);
        case.is_some_and(|case| has(clause.lists.noun_cases, clause.surface(case)))
    };
    let to = behind().find(|&child| {
        clause.relation(child) == Dependency::Nmod && clause.is_noun(child) && is_to(child)
    });
    act::noun_deed(clause, to?)
}

/// The infinitive right behind a noun that was read as one of its verb: *reiterate our
/// determination to clear*.
fn right_behind(clause: &Clause<'_>, noun: usize) -> Option<usize> {
    // The mark of the infinitive stands between.
    let verb = noun + 2;
    let is_of_verb = clause.tree.head(noun).is_some()
        && verb < clause.tree.words.len()
        && clause.tree.head(verb) == clause.tree.head(noun);
    (is_of_verb && clause.is_verb(verb) && clause.is_infinitive(verb)).then_some(verb)
}

/// One past the noun and the preposition that follows.
fn end(clause: &Clause<'_>, at: usize, deed: &Deed) -> usize {
    let next = at + 1;
    let joins = next < deed.words.start
        && (has(clause.lists.noun_cases, clause.surface(next))
            || has(clause.lists.infinitive_marks, clause.surface(next)));
    if joins { next + 1 } else { next }
}
