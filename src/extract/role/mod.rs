//! What each figure of a sentence measures, read from the sentence's tree.
//!
//! Input: the tokens and the tree of a sentence, and the figures read in it.
//! Each figure gets its subject, verb, object, title and base forms (`measured`),
//! and the time that it covers (`time`, of the expressions that `time_expression` reads). What the tree does not show stays unread.

mod baseline;
mod governor;
mod list;
mod measured;
mod phrase;
mod sentence;
mod time;
mod time_expression;
mod title;

use governor::{Number, Place, Roles, roles};
use phrase::{measured_phrase, render, short_phrase, verb_phrase};
use sentence::{Sentence, is_rate, is_step};

use super::change::direction_of;
use super::noun::Noun;
use super::passage::Passage;
use super::reader::PendingFigure;
use crate::language::grammar::Grammar;
use crate::model::{Change, ChangeMode, Dependency, FigureKind, PartOfSpeech, Span, Tree};

/// Fills in what a sentence says of each of its figures.
pub(super) fn read_roles(passage: Passage, tree: &Tree, pending_figures: &mut [PendingFigure]) {
    let mut sentence = Sentence::new(passage, tree, pending_figures);
    let tops: Vec<Option<usize>> = pending_figures
        .iter()
        .map(|pending| sentence.top(sentence.words_of(pending.tokens.clone())))
        .collect();
    let partners = list::partners(&sentence, pending_figures, &tops);
    sentence.set_partners(partners.iter().copied().flatten());
    let mut all = Vec::with_capacity(pending_figures.len());
    for ((pending, top), partner) in pending_figures.iter_mut().zip(&tops).zip(partners) {
        let Some(top) = *top else {
            all.push(Roles::default());
            continue;
        };
        let mut roles = roles(
            &sentence,
            Number {
                top,
                counted: counted_noun(&sentence, pending, top),
                tied: tied_noun(&sentence, pending),
                is_money: pending.figure.kind == FigureKind::Money,
            },
        );
        // The tree of a long list is least sure, the places of its parts are not.
        if let Some(partner) = partner {
            roles = Roles {
                noun: Some(partner.noun),
                verb: roles.verb,
                place: roles.place,
                ..Roles::default()
            };
        }
        settle_level(&sentence, top, &mut roles);
        settle_owner(&sentence, &mut roles);
        baseline::note(&sentence, pending, top);
        roles.own_phrase = own_phrase(&sentence, pending, &roles);
        fill(&sentence, pending, top, &roles);
        all.push(roles);
    }
    time::read_times(&sentence, pending_figures, &tops, &all);
}

/// The noun that a figure counts: inside its own words, or the one that its
/// number modifies.
fn counted_noun(sentence: &Sentence, pending: &PendingFigure, top: usize) -> Option<usize> {
    let noun = pending.quantity.as_ref().and_then(|own| own.noun.as_ref());
    // What amounts are counted per is not counted.
    let is_base =
        |noun: &&Noun| sentence.passage.is(noun.tokens.start, Grammar::Per) || is_rate(pending);
    let is_unit = |noun: &&Noun| is_base(noun) || is_step(sentence.passage, noun);
    if let Some(noun) = noun.filter(|noun| !is_unit(noun)) {
        return sentence.top(sentence.words_of(noun.tokens.clone()));
    }
    let modifies = matches!(
        sentence.relation(top),
        Dependency::Nummod | Dependency::Amod
    );
    let names = !matches!(
        pending.figure.kind,
        FigureKind::Money | FigureKind::Percentage
    );
    let head = sentence.tree.head(top)?;
    (modifies && names && sentence.is_noun(head)).then_some(head)
}

/// The words right behind a figure with the noun that it counts, where another number stands
/// between: *410 anti-vehicle and 2,350 anti-personnel mines*.
fn own_phrase(sentence: &Sentence, pending: &PendingFigure, roles: &Roles) -> Vec<usize> {
    let Some(noun) = roles.noun.filter(|_| roles.counts) else {
        return Vec::new();
    };
    let numeral = pending.quantity.as_ref().map(|own| own.numeral.clone());
    let start = numeral.map_or(noun, |numeral| sentence.words_of(numeral).end);
    let joins = |&at: &usize| {
        matches!(
            sentence.part(at),
            PartOfSpeech::Adjective
                | PartOfSpeech::Noun
                | PartOfSpeech::ProperNoun
                | PartOfSpeech::Verb
        ) && !sentence.is_number(at)
            || phrase::is_hyphen(sentence, at)
    };
    let near: Vec<usize> = (start..noun).take_while(joins).collect();
    let end = start + near.len();
    let is_shared = end < noun
        && !near.is_empty()
        && (end..noun).any(|at| sentence.is_number(at))
        && sentence.relation(end) == Dependency::Cc;
    if is_shared {
        near.into_iter().chain([noun]).collect()
    } else {
        Vec::new()
    }
}

/// The noun that a figure stands before as one of its modifiers: written with hyphens
/// (*a 75-basis-point cut*), or a share right before its noun (*5 per cent economic
/// growth*).
fn tied_noun(sentence: &Sentence, pending: &PendingFigure) -> Option<usize> {
    if pending.figure.kind == FigureKind::Percentage
        && let Some(noun) = noun_behind(sentence, pending)
    {
        return Some(noun);
    }
    let words = sentence.words_of(pending.tokens.clone());
    let hyphenated = pending
        .tokens
        .clone()
        .any(|at| sentence.passage.is_hyphen(at));
    let next = Some(words.end).filter(|&next| next < sentence.tree.words.len());
    let named = |&at: &usize| sentence.is_noun(at) || sentence.part(at) == PartOfSpeech::Verb;
    next.filter(|_| hyphenated).filter(named)
}

/// The last of the nouns right behind a figure, adjectives before it passed over.
fn noun_behind(sentence: &Sentence, pending: &PendingFigure) -> Option<usize> {
    let start = sentence.words_of(pending.tokens.clone()).end;
    let joins = |&at: &usize| {
        let part = sentence.part(at);
        matches!(part, PartOfSpeech::Adjective | PartOfSpeech::Noun)
            && !sentence.is_time(at)
            && !sentence.is_number(at)
            || phrase::is_hyphen(sentence, at)
    };
    let phrase = (start..sentence.tree.words.len()).take_while(joins);
    phrase
        .filter(|&at| sentence.part(at) == PartOfSpeech::Noun)
        .last()
}

/// What a level measures that a noun of change leads to is what changed: *the narrowing
/// of the gap to 3 per cent*, *an increase in costs, from 4 to 5 million*.
fn settle_level(sentence: &Sentence, top: usize, roles: &mut Roles) {
    let Some(noun) = roles.noun.filter(|_| !roles.counts) else {
        return;
    };
    let is_end = sentence.has_case(top, Grammar::To) || sentence.has_case(top, Grammar::From);
    let changes = direction_of(sentence.passage, sentence.token(noun)).is_some();
    let mut things = sentence.children_by(noun, Dependency::Nmod);
    let thing = things.find(|&at| at < top && sentence.is_noun(at) && !sentence.is_time(at));
    if let Some(thing) = thing.filter(|_| is_end && changes) {
        roles.noun = Some(thing);
        roles.governors.push(noun);
    }
}

/// *Core prices rose by 2 per cent, pushing the annual rate to 8 per cent*: a rate of which
/// nothing says what it is of is that of what the sentence began with.
fn settle_owner(sentence: &Sentence, roles: &mut Roles) {
    let is_bare = |noun: usize| {
        sentence.is_generic(noun)
            && sentence.child(noun, &[Dependency::Det]).is_some()
            && sentence
                .child(noun, &[Dependency::Nmod, Dependency::Compound])
                .is_none()
    };
    let Some(noun) = roles.noun.filter(|&noun| !roles.counts && is_bare(noun)) else {
        return;
    };
    let opens = |&at: &usize| {
        let relation = sentence.relation(at);
        let leads = matches!(relation, Dependency::Nsubj | Dependency::Root);
        leads && sentence.is_noun(at) && !sentence.is_generic(at)
    };
    let verb = |at: usize| sentence.is_verb(at);
    if let Some(owner) = (0..noun).find(opens)
        && (owner..noun).any(verb)
        && !roles.governors.contains(&owner)
    {
        roles.governors.push(owner);
    }
}

/// Writes what the roles say into the figure.
fn fill(sentence: &Sentence, pending: &mut PendingFigure, top: usize, roles: &Roles) {
    let figure = &mut pending.figure;
    if figure.change.is_none() && figure.kind.is_amount() {
        // *Increased by 5 members* may tell who did it.
        let may_be_actor = figure.kind == FigureKind::Quantity;
        let step = step_of_verb(sentence, top, roles).filter(|_| !may_be_actor);
        figure.change = step.or_else(|| stated_change(sentence, top, roles));
    }
    figure.title = title::title(sentence, roles, figure);
    figure.measured = measured::measured(sentence, roles);
    figure.negated |= figure.measured.negated && figure.kind.is_amount();
    if !figure.kind.is_amount() && figure.kind != FigureKind::Ordinal {
        return;
    }
    // *40 tents*: the noun that was read behind the number is surer than the tree.
    let names_itself = roles.counts && figure.subject.is_some();
    let words = measured_phrase(sentence, roles);
    if !words.is_empty() && !names_itself {
        figure.spans.subject = span(sentence, &words);
        figure.subject = Some(folded(&render(sentence, &words)));
    }
    if let Some(verb) = roles.verb {
        let words = verb_phrase(sentence, verb);
        figure.spans.predicate = span(sentence, &words);
        figure.predicate = Some(folded(&render(sentence, &words)));
    }
    let others = [roles.object, roles.oblique, roles.subject];
    let governors = roles.governors.iter().copied();
    let mut others = others
        .into_iter()
        .flatten()
        .chain(governors)
        .chain(roles.near);
    let object = others.find(|&other| Some(other) != roles.noun && sentence.is_noun(other));
    figure.object = object.map(|object| folded(&render(sentence, &short_phrase(sentence, object))));
}

/// The size of a change behind *by*, however far its verb: *increase the envelope of the
/// emergency programme (EP) by 500 million euros*.
fn step_of_verb(sentence: &Sentence, top: usize, roles: &Roles) -> Option<Change> {
    let verb = roles
        .verb
        .filter(|_| sentence.has_case(top, Grammar::By) && roles.place != Place::Subject)?;
    let direction = direction_of(sentence.passage, sentence.token(verb))?;
    let mode = ChangeMode::By;
    Some(Change { direction, mode })
}

/// The change that a noun states: its size (*an increase of 3 per cent*, *a 5 per cent
/// decline*) or one of its ends (*a narrowing of the gap from 4 to 3 per cent*).
fn stated_change(sentence: &Sentence, top: usize, roles: &Roles) -> Option<Change> {
    let nouns = roles.noun.filter(|_| !roles.counts).into_iter();
    let nouns = nouns.chain(roles.governors.iter().copied());
    // *A price increase: it costs 5 euros* tells of two things.
    let is_here = |noun: &usize| !(*noun..top).any(|at| matches!(sentence.text(at), ":" | ";"));
    let direction = nouns
        .filter(is_here)
        .find_map(|noun| direction_of(sentence.passage, sentence.token(noun)))?;
    let mode = if sentence.has_case(top, Grammar::To) {
        ChangeMode::To
    } else if sentence.has_case(top, Grammar::From) {
        ChangeMode::FromTo
    } else {
        ChangeMode::By
    };
    Some(Change { direction, mode })
}

fn folded(words: &str) -> String {
    words.to_lowercase()
}

fn span(sentence: &Sentence, words: &[usize]) -> Option<Span> {
    let (first, last) = (words.first()?, words.last()?);
    let words = &sentence.tree.words;
    Some(words[*first].span.to(words[*last].span))
}
