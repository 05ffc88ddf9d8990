//! Words that bind: which word of the ladder governs what.

use std::ops::Range;

use super::act::{self, Deed};
use super::actor;
use super::clause::Clause;
use super::ladder::rung_of;
use crate::language::ladder::{Form, Rung};
use crate::language::{ends, has};
use crate::model::{Dependency, Mood, PartOfSpeech, Strength};

/// Words that bind, as positions in the tree.
#[derive(Debug, Clone)]
pub(super) struct Binding {
    /// From the first word of the phrase to one past its last: *stands ready to*.
    pub(super) words: Range<usize>,
    /// The predicate that has the subject.
    pub(super) predicate: usize,
    /// Who is bound, where that is not the subject of the predicate in the tree.
    pub(super) subject: Option<usize>,
    pub(super) strength: Strength,
    pub(super) mood: Mood,
    pub(super) deed: Deed,
}

/// What a word of the ladder at `at` binds to; `None` where it is a noun, part
/// of another phrase, or governs no act.
pub(super) fn binding(clause: &Clause<'_>, at: usize) -> Option<Binding> {
    let rung = rung_of(clause.surface(at), clause.language)?;
    match rung.form {
        // *debemos proteger*: a verb with an infinitive, where the tree has no auxiliary.
        Form::Modal => modal(clause, at, rung).or_else(|| governing(clause, at, rung)),
        Form::Clause | Form::Either => {
            governing(clause, at, rung).or_else(|| beside_subject(clause, at, rung))
        }
        Form::Appeal => appeal(clause, at, rung),
        Form::Future => future(clause, at, rung),
        Form::Noun | Form::Outlook => None,
    }
}

/// *will clear*; where the verb is itself of the ladder, as in *will seek to
/// clear*, that word tells.
fn modal(clause: &Clause<'_>, at: usize, rung: &Rung) -> Option<Binding> {
    let verb = clause.tree.head(at)?;
    // *wird räumen*, where the verb of the future was read as that of a passive.
    let is_active = clause.lists.is_verb_last && clause.is_infinitive(verb);
    let is_aux = match clause.relation(at) {
        Dependency::Aux => at < verb,
        Dependency::AuxPass => at < verb && is_active,
        // *darf veröffentlicht werden*: no adverb is on the ladder.
        Dependency::Advmod => at < verb && clause.lists.is_verb_last,
        _ => false,
    };
    let subject = actor::subject(clause, verb);
    // *May the day come*, *should prices rise*: the verb stands first.
    let is_first = at == 0 || !clause.lists.is_verb_last && !clause.opens_denied(verb, at);
    if !is_aux || is_first && subject.is_some_and(|(_, subject)| subject > at) {
        return None;
    }
    if clause.child(verb, Dependency::AuxPass).is_some() && !is_active {
        return passive(clause, at, rung);
    }
    // *estarán condicionados*: nobody is named who does it.
    let is_passive = clause.lists.in_stems && clause.says(clause.lists.states, at);
    // *will be patient*
    let is_conduct = clause.says(clause.lists.conducts, verb);
    let is_copula = clause.child(verb, Dependency::Cop).is_some() && !is_conduct;
    let is_act = clause.is_verb(verb) || is_conduct;
    if is_copula || is_passive || !is_act || governs_deed(clause, verb) {
        return None;
    }
    let mut deed = act::deed(clause, verb)?;
    if is_conduct {
        deed.words.end = act::sentence_end(clause, verb);
    }
    // *will remain committed to*: the word behind tells.
    let mut behind = clause.tree.children_by(verb, Dependency::Xcomp);
    if behind.any(|inner| governs_deed(clause, inner)) {
        return None;
    }
    let permits = has(clause.lists.permitting, clause.surface(at))
        && subject.is_some_and(|(_, subject)| !actor::is_named(clause, subject));
    Some(Binding {
        words: at..past_negation(clause, at),
        predicate: verb,
        subject: None,
        strength: rung.strength,
        mood: if permits { Mood::Permission } else { rung.mood },
        deed,
    })
}

/// *will be cleared by our teams*: whoever is named does it. Where *shall* says so and nobody is
/// named, it is a duty about the thing: *mines shall be destroyed*.
fn passive(clause: &Clause<'_>, at: usize, rung: &Rung) -> Option<Binding> {
    let verb = clause.tree.head(at)?;
    // Behind its helping verb a subject is read as one that acts: *in no case shall they be sold*.
    let subject = own_subject(clause, verb)?;
    if !clause.is_noun(subject) || !actor::is_own_word(clause, verb) {
        return None;
    }
    let mut behind = clause.tree.children_by(verb, Dependency::Obl);
    let agent = behind.find(|&noun| {
        let case = clause.child(noun, Dependency::Case);
        let is_by = case.is_some_and(|case| has(clause.lists.agents, clause.surface(case)));
        is_by && noun > verb && clause.is_noun(noun)
    });
    let binds = has(clause.lists.binding, clause.surface(at));
    let permits = has(clause.lists.permitting, clause.surface(at));
    let mood = match agent {
        None if binds => Mood::Duty,
        None if permits => Mood::Permission,
        _ => rung.mood,
    };
    Some(Binding {
        words: at..past_negation(clause, at),
        predicate: verb,
        subject: Some(agent.or_else(|| (binds || permits).then_some(subject))?),
        strength: rung.strength,
        mood,
        deed: act::passive_deed(clause, subject, verb)?,
    })
}

/// One past a modal and the negation right behind it.
fn past_negation(clause: &Clause<'_>, at: usize) -> usize {
    at + 1 + usize::from(clause.is_negation(at + 1))
}

/// *détruirons*: the verb itself, or what it helps (*seguiremos apoyando*).
fn future(clause: &Clause<'_>, at: usize, rung: &Rung) -> Option<Binding> {
    if clause.relation(at) == Dependency::Aux {
        return modal(clause, at, rung);
    }
    if !clause.is_verb(at) || clause.child(at, Dependency::Cop).is_some() {
        return None;
    }
    Some(Binding {
        words: at..at + 1,
        predicate: at,
        subject: None,
        strength: rung.strength,
        mood: rung.mood,
        deed: act::deed(clause, at)?,
    })
}

/// Whether a verb under a modal is of the ladder and has a clause of its own.
fn governs_deed(clause: &Clause<'_>, verb: usize) -> bool {
    let rung = rung_of(clause.surface(verb), clause.language);
    rung.is_some_and(|rung| {
        let is_supporting = rung.strength == Strength::Aimed && rung.form == Form::Either;
        !is_supporting && complement(clause, verb, rung.form).is_some()
    })
}

/// *intends to clear*, *is committed to peace*.
fn governing(clause: &Clause<'_>, at: usize, rung: &Rung) -> Option<Binding> {
    let Rung { strength, form, .. } = *rung;
    let is_predicate = matches!(
        clause.part(at),
        PartOfSpeech::Verb | PartOfSpeech::Adjective | PartOfSpeech::Auxiliary
    );
    let modal = modal_of(clause, at);
    let joined = joined(clause, at);
    // *continues to be committed*
    let is_open = clause.is_infinitive(at) && joined.is_none();
    if !is_predicate || is_open || was(clause, at) {
        return None;
    }
    let mut mood = rung.mood;
    let weakest = match modal {
        // *will support*: the act is support, the binding is *will*.
        Some(_) if strength == Strength::Aimed && form == Form::Either => return None,
        Some(modal) => {
            let rung = rung_of(clause.surface(modal), clause.language)?;
            mood = rung.mood;
            strength.min(rung.strength)
        }
        None => strength,
    };
    let predicate = joined.unwrap_or(at);
    let of_itself = (rung.mood == Mood::Permission)
        .then(|| itself(clause, at))
        .flatten();
    let deed = complement(clause, at, form).or_else(|| of_itself.clone())?;
    let subject = deed
        .object
        .filter(|_| deed.verb.is_none() && of_itself.is_some());
    let participle = clause.is_gerund(at) || clause.part(at) == PartOfSpeech::Adjective;
    let has_helper = |of: usize| {
        let helpers = [Dependency::AuxPass, Dependency::Cop, Dependency::Aux];
        let mut helpers = helpers.into_iter();
        helpers.any(|helper| clause.child(of, helper).is_some())
    };
    // *is determined and committed*
    let first = clause.tree.head(at);
    let first = first.filter(|_| clause.relation(at) == Dependency::Conj);
    let has_verb = clause.lists.drops_copula
        || joined.is_some()
        || has_helper(at)
        || first.is_some_and(has_helper);
    // *committed $1 billion*: what was promised once.
    let is_past = ends(clause.surface(at), clause.lists.past_endings);
    if (participle || is_past) && !has_verb {
        return None;
    }
    let start = modal.or(joined.filter(|&head| clause.says(clause.lists.told_copulas, head)));
    Some(Binding {
        words: start.unwrap_or(at)..end_of_phrase(clause, at, &deed),
        predicate,
        subject,
        strength: weakest,
        mood,
        deed,
    })
}

/// The subject of a predicate, that of a passive first.
fn own_subject(clause: &Clause<'_>, predicate: usize) -> Option<usize> {
    clause
        .child(predicate, Dependency::NsubjPass)
        .or_else(|| clause.child(predicate, Dependency::Nsubj))
}

/// What is itself allowed or forbidden: *the sale of fuel is prohibited*.
fn itself(clause: &Clause<'_>, at: usize) -> Option<Deed> {
    let subject = own_subject(clause, at)?;
    (subject < at && clause.is_noun(subject)).then(|| act::thing(clause, subject, at))
}

/// The verb that joins a subject to a word of the ladder: *stands ready*, *continues to be
/// committed*.
fn joined(clause: &Clause<'_>, at: usize) -> Option<usize> {
    let head = clause.tree.head(at)?;
    let is_helped = || {
        let helpers = [Dependency::Cop, Dependency::AuxPass];
        let mut helpers = helpers.into_iter();
        clause.is_infinitive(at) && helpers.any(|helper| clause.child(at, helper).is_some())
    };
    let joins = clause.says(clause.lists.copulas, head) && !clause.is_infinitive(at)
        || clause.says(clause.lists.phases, head) && is_helped();
    (clause.relation(at) == Dependency::Xcomp && joins).then_some(head)
}

/// *стороны должны раскрыть текст*, where a predicate that has no copula was read as a
/// modifier of the subject.
fn beside_subject(clause: &Clause<'_>, at: usize, rung: &Rung) -> Option<Binding> {
    let subject = clause.tree.head(at).filter(|&head| head < at)?;
    let verb = clause.tree.head(subject).filter(|&verb| verb > at)?;
    let is_modifier = matches!(clause.relation(at), Dependency::Nmod | Dependency::Amod);
    let is_subject = matches!(
        clause.relation(subject),
        Dependency::Nsubj | Dependency::NsubjPass
    );
    let may_bind = clause.lists.drops_copula && clause.part(at) == PartOfSpeech::Adjective;
    if !may_bind || !is_modifier || !is_subject || !clause.is_infinitive(verb) {
        return None;
    }
    Some(Binding {
        words: at..at + 1,
        predicate: verb,
        subject: None,
        strength: rung.strength,
        mood: rung.mood,
        deed: act::deed(clause, verb)?,
    })
}

/// *calls on all States to join*: what is asked, and of whom.
fn appeal(clause: &Clause<'_>, at: usize, rung: &Rung) -> Option<Binding> {
    // *would like to call on*
    let courtesy = clause
        .tree
        .head(at)
        .filter(|&head| clause.is_infinitive(at) && clause.says(clause.lists.courtesies, head));
    let is_bare = courtesy.is_some() || !clause.is_infinitive(at) && modal_of(clause, at).is_none();
    if !clause.is_verb(at) || !is_bare {
        return None;
    }
    let behind = || clause.tree.children(at).filter(move |&child| child > at);
    let is_asked = |child: usize| {
        let relation = clause.relation(child);
        matches!(relation, Dependency::Obj | Dependency::Obl) && clause.is_noun(child)
    };
    let asked = behind().find(|&child| is_asked(child))?;
    let is_calling = clause.says(clause.lists.asking_verbs, at);
    let joint = has(clause.lists.asking, clause.surface(at + 1));
    let is_open = |&child: &usize| {
        let relation = clause.relation(child);
        let is_open = matches!(
            relation,
            Dependency::Xcomp | Dependency::Advcl | Dependency::Ccomp | Dependency::Acl
        );
        is_open && child > asked && clause.is_infinitive(child)
    };
    // *the parties involved to stop*
    let beside = || {
        let participle = asked + 1;
        let is_participle = ends(clause.surface(participle), clause.lists.past_endings);
        let mut open = clause.tree.children(participle).filter(is_open);
        is_participle.then(|| open.next()).flatten()
    };
    let of_asked = || clause.tree.children(asked).find(is_open).or_else(beside);
    let verb = behind().find(is_open).or_else(of_asked)?;
    if is_calling != joint {
        return None;
    }
    Some(Binding {
        words: at..at + 1 + usize::from(is_calling),
        predicate: courtesy.unwrap_or(at),
        subject: None,
        strength: rung.strength,
        mood: rung.mood,
        deed: act::asked_deed(clause, asked, verb),
    })
}

/// The modal verb of a predicate.
fn modal_of(clause: &Clause<'_>, at: usize) -> Option<usize> {
    let above = joined(clause, at);
    let is_modal = |word: &usize| {
        rung_of(clause.surface(*word), clause.language).is_some_and(|rung| rung.form == Form::Modal)
    };
    let mut modals = [Some(at), above]
        .into_iter()
        .flatten()
        .flat_map(|of| clause.tree.children_by(of, Dependency::Aux));
    modals.find(is_modal)
}

/// What a word of the ladder governs: a verb, or a noun where the form takes one.
fn complement(clause: &Clause<'_>, at: usize, form: Form) -> Option<Deed> {
    let behind = || clause.tree.children(at).filter(move |&child| child > at);
    let verb = behind().find(|&child| {
        let relation = matches!(
            clause.relation(child),
            Dependency::Xcomp | Dependency::Advcl | Dependency::Acl | Dependency::Ccomp
        );
        let is_joined = clause.lists.is_verb_last && clause.relation(child) == Dependency::Conj;
        // *prohibited from voting*
        let is_verb = clause.is_verb(child)
            || clause.relation(child) == Dependency::Advcl && clause.is_gerund(child);
        (relation || is_joined) && is_verb && is_non_finite(clause, child)
    });
    let takes_noun = form == Form::Either;
    let object = behind().find(|&child| clause.relation(child) == Dependency::Obj);
    // *supports the unit to assist*: what is supported is the unit.
    let is_of_object = |verb: usize| takes_noun && object.is_some_and(|object| object < verb);
    if let Some(verb) = verb.filter(|&verb| !is_of_object(verb)) {
        return act::deed(clause, verb);
    }
    let noun = behind().find(|&child| {
        let relation = matches!(
            clause.relation(child),
            Dependency::Obj | Dependency::Obl | Dependency::Nmod | Dependency::Xcomp
        );
        // *мы привержены делу мира*, where the noun was read as another subject.
        let is_dative =
            clause.lists.drops_copula && clause.relation(child) == Dependency::NsubjPass;
        (relation || is_dative) && clause.is_noun(child)
    });
    let listed = || behind_adjectives(clause, at);
    let deed = match noun {
        Some(noun) => act::noun_deed(clause, noun)?,
        None => listed()?,
    };
    (takes_noun || deed.verb.is_some()).then_some(deed)
}

/// The noun behind several adjectives, where the first was read as what the verb leads to and
/// the last as a verb: *support full, equal, and lasting peace*.
fn behind_adjectives(clause: &Clause<'_>, at: usize) -> Option<Deed> {
    let is_adjective = |at: &usize| clause.part(*at) == PartOfSpeech::Adjective;
    let first = clause.child(at, Dependency::Xcomp).filter(is_adjective)?;
    let mut joined = clause.tree.children_by(first, Dependency::Conj);
    let noun = joined.find_map(|last| clause.child(last, Dependency::Obj))?;
    let deed = act::noun_deed(clause, noun).filter(|_| noun > first && clause.is_noun(noun))?;
    let words = first..deed.words.end;
    Some(Deed { words, ..deed })
}

/// Whether a verb is an infinitive with *to* or a gerund.
fn is_non_finite(clause: &Clause<'_>, verb: usize) -> bool {
    let has_own_subject = clause.child(verb, Dependency::Nsubj).is_some();
    let is_marked = clause.is_infinitive(verb) || clause.is_gerund(verb);
    is_marked && !has_own_subject
}

/// Whether a predicate is told of the past: *was committed*.
fn was(clause: &Clause<'_>, at: usize) -> bool {
    let helpers = [Dependency::Cop, Dependency::AuxPass, Dependency::Aux];
    let mut children = clause.tree.children(at);
    children.any(|child| {
        helpers.contains(&clause.relation(child)) && has(clause.lists.pasts, clause.surface(child))
    })
}

/// One past the phrase that binds: with the *to* or *of* that follows.
fn end_of_phrase(clause: &Clause<'_>, at: usize, deed: &Deed) -> usize {
    let next = at + 1;
    let joins = next < deed.words.start
        && matches!(
            clause.part(next),
            PartOfSpeech::Particle
                | PartOfSpeech::Adposition
                | PartOfSpeech::SubordinatingConjunction
        );
    if joins { next + 1 } else { next }
}
