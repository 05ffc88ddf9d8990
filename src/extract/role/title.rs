//! What a figure measures in the author's own words.

use super::governor::{Place, Roles};
use super::phrase::{noun_phrase, participles, render, right_modifiers, short_phrase, verb_phrase};
use super::sentence::Sentence;
use crate::extract::change::direction_of;
use crate::language::grammar::Grammar;
use crate::model::{ChangeMode, Dependency, Dimension, Figure, FigureKind, PartOfSpeech};

/// Most characters of a title.
const LONGEST: usize = 60;

/// The title of a figure: its noun, then as much of its clause as has room;
/// `None` where no noun and no verb is sure.
pub(super) fn title(sentence: &Sentence, roles: &Roles, figure: &Figure) -> Option<String> {
    if let Some(title) = share_title(sentence, roles, figure) {
        return Some(title);
    }
    let mut words: Vec<usize> = Vec::new();
    // A part that has no room is left out; a shorter one behind it may have some.
    for part in parts(sentence, roles, figure) {
        let mut longer = words.clone();
        longer.extend(part.iter().copied().filter(|&at| !sentence.is_number(at)));
        longer.sort_unstable();
        longer.dedup();
        if render(sentence, trimmed(sentence, &longer)).chars().count() <= LONGEST {
            words = longer;
        }
    }
    let words = trimmed(sentence, &words);
    let names = words
        .iter()
        .any(|&at| sentence.is_noun(at) || sentence.is_verb(at));
    names.then(|| render(sentence, words))
}

/// The title of a share whose clause says what has it: *Meat prices, of the rise in
/// inflation* of *meat prices accounted for 60 per cent of the rise in inflation*.
fn share_title(sentence: &Sentence, roles: &Roles, figure: &Figure) -> Option<String> {
    let whole = roles
        .whole
        .filter(|_| figure.kind == FigureKind::Percentage)?;
    let noun = roles.noun.filter(|&noun| noun != whole);
    let part = noun.or(roles.subject).filter(|&part| part != whole)?;
    let tells = roles.verb.filter(|&verb| {
        !sentence.has_share_verb(verb) && tells_more(sentence, verb, roles, figure)
    });
    // *Is expected to be 10 per cent of output*
    let share = sentence.tree.head(whole)?;
    let is_copular = sentence.child(share, &[Dependency::Cop]).is_some();
    if tells.is_some() && !is_copular || !sentence.is_noun(part) {
        return None;
    }
    let said = tells.map_or(Vec::new(), |verb| vec![verb]);
    let of = [Dependency::Case, Dependency::Det];
    let of = of.map(|relation| sentence.children_by(whole, relation));
    let of: Vec<usize> = of.into_iter().flatten().collect();
    // With all that narrows the nouns where there is room, else with less.
    let phrases = [noun_phrase, short_phrase];
    phrases.iter().find_map(|phrase| {
        let [part, whole] = [(part, &said), (whole, &of)].map(|(head, others)| {
            let mut words = phrase(sentence, head);
            words.extend(others);
            words.sort_unstable();
            words
        });
        let words = [trimmed(sentence, &part), whole.as_slice()];
        let title = words.map(|words| render(sentence, words)).join(", ");
        (title.chars().count() <= LONGEST).then_some(title)
    })
}

/// The parts of a title, the most telling first.
fn parts(sentence: &Sentence, roles: &Roles, figure: &Figure) -> Vec<Vec<usize>> {
    let mut parts = Vec::new();
    if let Some(noun) = roles.noun {
        let bare = sentence.has_case(noun, Grammar::Of) && roles.governors.is_empty();
        parts.push(if !roles.own_phrase.is_empty() {
            roles.own_phrase.clone()
        } else if bare {
            short_phrase(sentence, noun)
        } else {
            joined(sentence, noun)
        });
        parts.extend(right_modifiers(sentence, noun));
        parts.extend(participles(sentence, noun));
    }
    for &governor in &roles.governors {
        parts.push(joined(sentence, governor));
    }
    let tells = roles
        .verb
        .filter(|&verb| tells_more(sentence, verb, roles, figure));
    if let Some(verb) = tells {
        parts.push(verb_phrase(sentence, verb));
    }
    let others = [
        roles.object,
        roles
            .oblique
            .filter(|_| tells.is_some() && roles.place == Place::Object),
        roles
            .subject
            .filter(|_| tells.is_some() || roles.place == Place::Predicate)
            .filter(|&subject| is_named(sentence, subject, roles, figure)),
    ];
    for at in others
        .into_iter()
        .flatten()
        .filter(|at| Some(*at) != roles.noun && !changes(sentence, *at))
    {
        parts.push(joined(sentence, at));
    }
    parts
}

/// A noun with what stands before it and the preposition that joins it.
fn joined(sentence: &Sentence, at: usize) -> Vec<usize> {
    let mut words = short_phrase(sentence, at);
    words.extend(sentence.children_by(at, Dependency::Case));
    words.sort_unstable();
    words
}

/// Whether the verb says more than that the amount is so much.
fn tells_more(sentence: &Sentence, verb: usize, roles: &Roles, figure: &Figure) -> bool {
    let infinitive = sentence
        .child(verb, &[Dependency::Mark])
        .is_some_and(|mark| sentence.part(mark) == PartOfSpeech::Particle);
    if sentence.has_level_verb(verb) || infinitive && roles.noun.is_some() {
        return false;
    }
    let level = figure
        .change
        .is_some_and(|change| change.mode != ChangeMode::By);
    roles.counts || roles.noun.is_none() || !level
}

/// Whether a noun says that something else changed: *34 per cent of them, a decrease of 4*.
fn changes(sentence: &Sentence, at: usize) -> bool {
    direction_of(sentence.passage, sentence.token(at)).is_some()
}

/// Whether a subject is worth its room: it has a name, or is the thing that the
/// clause is about.
fn is_named(sentence: &Sentence, subject: usize, roles: &Roles, figure: &Figure) -> bool {
    match sentence.part(subject) {
        PartOfSpeech::ProperNoun => true,
        PartOfSpeech::Noun if roles.verb.is_some_and(|verb| sentence.has_share_verb(verb)) => true,
        PartOfSpeech::Noun => match roles.place {
            Place::Predicate => true,
            Place::Object => {
                figure.dimension == Some(Dimension::Share) || figure.kind == FigureKind::Money
            }
            Place::Oblique => !roles.counts && roles.object.is_none(),
            Place::Subject | Place::None => false,
        },
        _ => false,
    }
}

/// Without the articles, prepositions and marks at both ends.
fn trimmed<'w>(sentence: &Sentence, words: &'w [usize]) -> &'w [usize] {
    let joins = |at: usize| {
        matches!(
            sentence.part(at),
            PartOfSpeech::Determiner
                | PartOfSpeech::Adposition
                | PartOfSpeech::Punctuation
                | PartOfSpeech::CoordinatingConjunction
                | PartOfSpeech::SubordinatingConjunction
        ) && sentence.relation(at) != Dependency::CompoundPrt
    };
    let Some(first) = words.iter().position(|&at| !joins(at)) else {
        return &[];
    };
    let last = words.iter().rposition(|&at| !joins(at)).unwrap_or(first);
    &words[first..=last]
}
