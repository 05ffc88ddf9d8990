//! Which words of a sentence say what a figure measures.
//!
//! The way goes from the number up the tree: each arc says what the word above
//! is to the figure. The first noun on the way is what is measured; where the
//! way ends at a verb, its subject or its object is.

use super::sentence::{BRACKETS, MARKS, Sentence};
use crate::extract::change::direction_of;
use crate::language::grammar::Grammar;
use crate::model::{Dependency, PartOfSpeech};

/// The words that say what a figure measures, as positions in the tree.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Roles {
    /// Head noun of what is measured or counted.
    pub(super) noun: Option<usize>,
    /// The words of its phrase where another number stands before the noun: *410 anti-vehicle
    /// and 2,350 anti-personnel mines*; else empty.
    pub(super) own_phrase: Vec<usize>,
    /// Whether the figure counts the noun itself: *140 mines*.
    pub(super) counts: bool,
    /// Nouns passed on the way that govern it: *pace* of *at a pace of 5 per cent*.
    pub(super) governors: Vec<usize>,
    /// Main verb of the clause, no copula.
    pub(super) verb: Option<usize>,
    /// What the figure is to the verb.
    pub(super) place: Place,
    /// Subject of the verb or of the copula.
    pub(super) subject: Option<usize>,
    /// Object of the verb, where it is not the figure.
    pub(super) object: Option<usize>,
    /// The nearest noun before the figure, whatever the tree says of it.
    pub(super) near: Option<usize>,
    /// What the figure is a share or a part of: *output* of *2 per cent of output*.
    pub(super) whole: Option<usize>,
    /// Another nominal of the verb that says whom or what it concerns: *to the fund*.
    pub(super) oblique: Option<usize>,
}

/// What a figure is to the verb of its clause.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Place {
    /// No verb governs it.
    #[default]
    None,
    /// *140 mines were found*.
    Subject,
    /// *found 140 mines*.
    Object,
    /// *rose by 3 per cent*, *helped in 25 countries*.
    Oblique,
    /// *the rate is 3 per cent*.
    Predicate,
}

const SUBJECTS: [Dependency; 2] = [Dependency::Nsubj, Dependency::NsubjPass];
const OBJECTS: [Dependency; 1] = [Dependency::Obj];

/// A figure as words of the tree.
#[derive(Debug, Clone, Copy)]
pub(super) struct Number {
    /// The word on which its others depend.
    pub(super) top: usize,
    /// The noun that it counts.
    pub(super) counted: Option<usize>,
    /// The noun that a hyphen ties it to: *a 75-basis-point cut*.
    pub(super) tied: Option<usize>,
    /// Whether it is an amount of money.
    pub(super) is_money: bool,
}

/// The roles around a figure.
pub(super) fn roles(sentence: &Sentence, number: Number) -> Roles {
    let Number {
        top, counted, tied, ..
    } = number;
    let mut roles = Roles {
        noun: counted.or(tied).or(own_noun(sentence, top)),
        counts: counted.is_some(),
        ..Roles::default()
    };
    let whole = whole(sentence, top).filter(|_| counted.is_none());
    roles.whole = whole;
    roles.noun = roles.noun.or(whole);
    if number.is_money && roles.noun.is_none() {
        roles.noun = purpose(sentence, top);
    }
    climb(sentence, start(sentence, top, counted), &mut roles);
    settle_whole(sentence, (top, whole), &mut roles);
    if let Some(noun) = noun_set_off(sentence, top) {
        roles.noun = Some(noun);
        roles.counts = false;
        roles.governors.clear();
    }
    roles.near = noun_before(sentence, top);
    if roles.noun.is_none() {
        roles.noun = measured_by_verb(sentence, &roles)
            .or(roles.near)
            .or_else(|| roles.governors.first().copied());
    }
    roles
}

/// The noun whose level stands right behind it between commas: *the number of jobs, at 4
/// million, was unchanged*.
fn noun_set_off(sentence: &Sentence, top: usize) -> Option<usize> {
    let mut cases = sentence.children_by(top, Dependency::Case);
    let at = cases.find(|&case| sentence.passage.is(sentence.token(case), Grammar::At))?;
    let comma = at.checked_sub(1).filter(|&at| sentence.text(at) == ",")?;
    let mut end = comma.checked_sub(1)?;
    let mut noun = Some(end).filter(|&end| sentence.is_noun(end))?;
    while let Some(head) = sentence.tree.head(end).filter(|&head| head < end) {
        let narrows = matches!(
            sentence.relation(end),
            Dependency::Nmod | Dependency::Compound | Dependency::Flat
        );
        // *People working for such reasons*
        let describes = sentence.relation(head) == Dependency::Acl;
        if sentence.is_noun(head) && (narrows || sentence.relation(end) == Dependency::Acl) {
            noun = head;
        } else if !describes {
            break;
        }
        end = head;
    }
    Some(noun)
}

/// The noun among the own words of a figure: *target* of *a target of 3 per cent*.
fn own_noun(sentence: &Sentence, top: usize) -> Option<usize> {
    Some(top).filter(|&top| sentence.is_noun(top))
}

/// What an amount of money is for: *4 million euros for seed*.
fn purpose(sentence: &Sentence, top: usize) -> Option<usize> {
    let mut children = sentence.children_by(top, Dependency::Nmod);
    children.find(|&child| is_purpose(sentence, child) && child > top)
}

fn is_purpose(sentence: &Sentence, at: usize) -> bool {
    let joined = sentence.has_case(at, Grammar::For) || sentence.has_case(at, Grammar::To);
    joined && sentence.is_noun(at) && !sentence.is_time(at)
}

/// Where the way up starts: at the noun that is counted, where the number depends
/// on it.
fn start(sentence: &Sentence, top: usize, counted: Option<usize>) -> usize {
    counted
        .filter(|&noun| sentence.is_under(top, noun))
        .unwrap_or(top)
}

/// What a share is of is only what it is held against where the clause says
/// whose share it is: *the debt rose to 40 per cent of output*, *a surplus of 2 per
/// cent of output*, but not *the loss of 2 per cent of our land*.
fn settle_whole(sentence: &Sentence, (top, whole): (usize, Option<usize>), roles: &mut Roles) {
    let Some(whole) = whole else { return };
    let governor = sentence.tree.head(top).filter(|&head| {
        roles.governors.first() == Some(&head)
            && sentence.has_case(top, Grammar::Of)
            && !sentence.is_generic(head)
            && sentence
                .child(whole, &[Dependency::Det, Dependency::NmodPoss])
                .is_none()
    });
    let subject = roles.subject.filter(|&subject| sentence.is_noun(subject));
    let levels =
        roles.governors.is_empty() && matches!(roles.place, Place::Oblique | Place::Predicate);
    if let Some(measured) = governor.or(subject.filter(|_| levels)) {
        roles.noun = Some(measured);
        roles.governors.retain(|&governor| governor != measured);
        roles.oblique = roles.oblique.or(Some(whole));
    }
}

/// What a share or an amount is of: *5 per cent of the land*, *a total of 2 million
/// euros of debt*.
fn whole(sentence: &Sentence, top: usize) -> Option<usize> {
    let mut children = sentence.children(top).filter(|&child| child > top);
    children.find_map(|child| {
        let modifies = matches!(
            sentence.relation(child),
            Dependency::Nmod | Dependency::Obl | Dependency::NmodUnmarked
        );
        if !modifies || !sentence.has_case(child, Grammar::Of) {
            None
        } else if sentence.is_number(child) {
            whole(sentence, child)
        } else {
            sentence.is_noun(child).then_some(child)
        }
    })
}

/// Follows the arcs from a word up to the verb of the clause.
fn climb(sentence: &Sentence, from: usize, roles: &mut Roles) {
    let mut at = from;
    while let Some(head) = sentence.tree.head(at) {
        let is_listed = sentence.relation(at) == Dependency::Conj && !sentence.is_verb(at);
        if is_listed && heads_clause(sentence, at) && has_subject(sentence, at) {
            // *The map is at 1:50,000 and the ratio is 3:1*: a clause of its own.
            break;
        }
        if is_listed && sentence.is_number(at) == sentence.is_number(head) {
            // What is said of the first of a list holds for all.
            at = head;
            continue;
        }
        if sentence.is_verb(head) || heads_clause(sentence, head) {
            return take_verb(sentence, at, head, roles);
        }
        if sentence.is_number(head) {
            at = head;
            continue;
        }
        // The word has a subject of its own: it is a clause that lacks its verb, and what governs
        // it measures another thing.
        if at != from && has_subject(sentence, at) {
            break;
        }
        let tells = sentence.is_noun(head) && !sentence.is_time(head);
        if roles.noun.is_none() && tells && !is_bare_generic(sentence, head) {
            let noun = nearer_of_list(sentence, head, at);
            roles.noun = Some(described_by(sentence, at, noun));
        } else if roles.noun != Some(head) && sentence.is_noun(head) && !sentence.is_time(head) {
            roles.governors.push(head);
        }
        at = head;
    }
    take_copula(sentence, at, roles);
}

/// What an adjective behind a phrase says of it as a whole: *a package of measures for the
/// ports worth 2 million euros*.
fn described_by(sentence: &Sentence, word: usize, noun: usize) -> usize {
    let mut top = noun;
    if sentence.part(word) == PartOfSpeech::Adjective && noun < word {
        let above = |at: usize| sentence.tree.head(at).filter(|&head| head < at);
        while let Some(head) = above(top).filter(|&head| sentence.is_noun(head))
            && sentence.relation(top) == Dependency::Nmod
        {
            top = head;
        }
    }
    top
}

/// The last noun of the list of `first` before a word that a list was read to end with:
/// *the rate and the ratio, at 58 per cent*.
fn nearer_of_list(sentence: &Sentence, first: usize, end: usize) -> usize {
    if sentence.relation(end) != Dependency::Conj {
        return first;
    }
    let listed = sentence.children_by(first, Dependency::Conj);
    let mut before = listed.filter(|&at| at < end && sentence.is_noun(at));
    before.next_back().unwrap_or(first)
}

/// Whether a noun says nothing by itself and no noun narrows it: *an annual rate
/// of*.
fn is_bare_generic(sentence: &Sentence, at: usize) -> bool {
    let narrows = |child: usize| {
        let joins = matches!(
            sentence.relation(child),
            Dependency::Compound | Dependency::Nmod | Dependency::NmodPoss
        );
        joins && sentence.is_noun(child) && !sentence.is_time(child)
    };
    sentence.is_generic(at) && !sentence.children(at).any(narrows)
}

/// Whether a word is the predicate of a clause without a main verb: *is 5 per cent*.
fn heads_clause(sentence: &Sentence, at: usize) -> bool {
    sentence.child(at, &[Dependency::Cop]).is_some()
}

fn has_subject(sentence: &Sentence, at: usize) -> bool {
    sentence.child(at, &SUBJECTS).is_some()
}

/// The figure is the predicate of a copula, or no verb is there.
fn take_copula(sentence: &Sentence, at: usize, roles: &mut Roles) {
    if let Some(subject) = sentence.child(at, &SUBJECTS) {
        roles.place = Place::Predicate;
        roles.subject = antecedent(sentence, subject);
    }
}

/// The word `at` with the figure depends on the verb or predicate `verb`.
fn take_verb(sentence: &Sentence, at: usize, verb: usize, roles: &mut Roles) {
    roles.verb = sentence.is_verb(verb).then_some(verb);
    roles.place = match sentence.relation(at) {
        Dependency::Nsubj | Dependency::NsubjPass => Place::Subject,
        Dependency::Obj | Dependency::Iobj => Place::Object,
        _ => Place::Oblique,
    };
    if roles.place != Place::Subject {
        // Where the figure is the subject, as in *40 people came*, there is no other.
        roles.subject = subject_of(sentence, verb);
    }
    let object = sentence.child(verb, &OBJECTS);
    let object = object.filter(|&object| object != at && sentence.is_noun(object));
    roles.object = object.or_else(|| described(sentence, verb, roles.subject));
    roles.oblique = oblique(sentence, verb, at);
    if roles.place == Place::Subject || !sentence.is_verb(verb) {
        let predicate = if sentence.is_verb(verb) {
            sentence.child(verb, &[Dependency::Xcomp])
        } else {
            Some(verb)
        };
        let predicate = predicate.filter(|&word| sentence.is_noun(word));
        roles.object = roles.object.or(predicate);
    }
}

/// The noun that a relative clause with a subject of its own is about: *the
/// schools we built*.
fn described(sentence: &Sentence, verb: usize, subject: Option<usize>) -> Option<usize> {
    let relative = matches!(
        sentence.relation(verb),
        Dependency::AclRelcl | Dependency::Acl
    );
    let told = own_subject(sentence, verb).is_some();
    let head = sentence.tree.head(verb).filter(|_| relative && told)?;
    (subject != Some(head) && sentence.is_noun(head)).then_some(head)
}

/// A nominal with a preposition beside the figure's own word: *given to the fund*.
fn oblique(sentence: &Sentence, verb: usize, at: usize) -> Option<usize> {
    let mut obliques = sentence.children_by(verb, Dependency::Obl);
    obliques.find(|&oblique| {
        oblique > at && oblique > verb && sentence.is_noun(oblique) && !sentence.is_time(oblique)
    })
}

/// The subject of a verb: its own, that of the verb that governs it, or the noun
/// that its clause describes.
pub(super) fn subject_of(sentence: &Sentence, verb: usize) -> Option<usize> {
    let mut at = verb;
    let near = noun_right_before(sentence, verb);
    loop {
        if let Some(subject) = own_subject(sentence, at) {
            let between = near.filter(|&near| near > subject && !sentence.is_under(near, subject));
            return between.or_else(|| antecedent(sentence, subject));
        }
        if near.is_some() {
            return near;
        }
        let head = sentence.tree.head(at)?;
        // *kept the rate unchanged*: what is kept is the subject of what it becomes.
        if sentence.relation(at) == Dependency::Xcomp
            && let Some(object) = sentence
                .child(head, &OBJECTS)
                .filter(|&object| object < verb)
        {
            return antecedent(sentence, object);
        }
        match sentence.relation(at) {
            Dependency::Acl | Dependency::AclRelcl => return Some(head),
            Dependency::Conj
            | Dependency::Xcomp
            | Dependency::Advcl
            | Dependency::Ccomp
            | Dependency::Parataxis
                if !sentence.is_noun(head) || heads_clause(sentence, head) =>
            {
                at = head;
            }
            _ => return None,
        }
    }
}

/// The subject among the words that depend on a verb; of two the one nearest to it.
fn own_subject(sentence: &Sentence, verb: usize) -> Option<usize> {
    let is_subject = |child: &usize| SUBJECTS.contains(&sentence.relation(*child));
    let mut before = sentence.children(verb).rev().filter(|&at| at < verb);
    let mut all = sentence.children(verb);
    // *Said the Minister*: a subject behind its verb counts where none stands before.
    before.find(is_subject).or_else(|| all.find(is_subject))
}

/// The noun that a relative pronoun stands for; any other word itself.
fn antecedent(sentence: &Sentence, subject: usize) -> Option<usize> {
    if sentence.part(subject) != PartOfSpeech::Pronoun {
        return Some(subject).filter(|&subject| !sentence.is_number(subject));
    }
    let verb = sentence.tree.head(subject)?;
    let is_relative = sentence.relation(verb) == Dependency::AclRelcl;
    is_relative.then(|| sentence.tree.head(verb)).flatten()
}

/// What an amount measures that no noun governs: the object that is set to it
/// (*cut the rate to 2 per cent*), else the subject (*the rate fell to 2 per
/// cent*), else whom or what it is for (*gave 5 million euros to the fund*).
fn measured_by_verb(sentence: &Sentence, roles: &Roles) -> Option<usize> {
    let set = roles.object.filter(|_| roles.place == Place::Oblique);
    let named = |at: &usize| sentence.is_noun(*at) && !sentence.is_time(*at);
    let thing = |at: &usize| sentence.part(*at) == PartOfSpeech::Noun;
    let subject = roles.subject.filter(named);
    let oblique = roles
        .oblique
        .filter(|_| matches!(roles.place, Place::Object | Place::Subject));
    let given = oblique.filter(|&oblique| is_purpose(sentence, oblique));
    let counted = roles.object.filter(|_| roles.place == Place::Subject);
    // *cut the rate by 5 points*: the object first, then what the verb is about.
    set.or_else(|| object_right_before(sentence, roles))
        .or(counted)
        .or(given)
        .or(subject.filter(thing))
        .or(oblique)
        .or(subject)
}

/// The noun between the verb and an amount that no preposition joins: the object
/// where the tree shows none.
fn object_right_before(sentence: &Sentence, roles: &Roles) -> Option<usize> {
    let (verb, near) = (roles.verb?, roles.near?);
    let joined = sentence.child(near, &[Dependency::Case]).is_some();
    // *Remained stable* says what the subject is.
    let describes = sentence.relation(near) == Dependency::Xcomp;
    (roles.place == Place::Oblique && near > verb && !joined && !describes).then_some(near)
}

/// Whether a word says which way a change goes and no more: *revised downwards*.
fn is_direction(sentence: &Sentence, at: usize) -> bool {
    direction_of(sentence.passage, sentence.token(at)).is_some()
        && sentence.children(at).next().is_none()
}

/// The nearest noun before a word that is no time.
fn noun_before(sentence: &Sentence, top: usize) -> Option<usize> {
    let named = |at: &usize| {
        sentence.is_noun(*at)
            && !sentence.is_time(*at)
            && !is_bare_generic(sentence, *at)
            && !is_direction(sentence, *at)
    };
    sentence.before(top, MARKS).find(named)
}

/// The noun right before a verb, with nothing but helping words between, that no
/// preposition joins to another: its subject, or its object where the verb says
/// what that becomes (*keep the rate unchanged*).
fn noun_right_before(sentence: &Sentence, verb: usize) -> Option<usize> {
    let helps = |at: usize| {
        let relation = sentence.relation(at);
        relation == Dependency::Advmod
            || matches!(
                sentence.part(at),
                PartOfSpeech::Auxiliary | PartOfSpeech::Adverb | PartOfSpeech::Particle
            )
    };
    let at = sentence.before(verb, BRACKETS).find(|&at| !helps(at))?;
    let joined = sentence.child(at, &[Dependency::Case]).is_some();
    (sentence.is_noun(at) && !sentence.is_time(at) && !joined).then_some(at)
}
