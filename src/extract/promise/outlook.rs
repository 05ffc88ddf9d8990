//! What is expected to be right: *expects that low rates will be appropriate*.
//!
//! Such guidance says what its speaker means to do without a promise. Its act is what
//! the word of assessment governs, else the subject that is assessed.

use super::act::{self, Deed};
use super::binding::Binding;
use super::clause::Clause;
use super::ladder::outlook_rung;
use crate::language::has;
use crate::model::{Dependency, PartOfSpeech};

/// Most words between what opens the clause and the word of assessment.
const MOST_WORDS: usize = 60;
/// Most words of an aside behind a verb that expects.
const MOST_ASIDE: usize = 16;
/// Most words between a verb that expects and *that*.
const NEAR: usize = 3;

/// What a verb of expectation at `at` leads to.
pub(super) fn binding(clause: &Clause<'_>, at: usize) -> Option<Binding> {
    let rung = outlook_rung(clause.surface(at), clause.language)?;
    let that = opening(clause, at)?;
    let ends = |word: &usize| matches!(clause.surface(*word), ";" | ":");
    let mut inside = (that + 1..clause.tree.words.len()).take(MOST_WORDS);
    let inside = inside.by_ref().take_while(|word| !ends(word));
    let assessment = inside
        .into_iter()
        .find(|&word| has(clause.lists.assessments, clause.surface(word)))?;
    let (predicate, subject) = expecting(clause, at)?;
    Some(Binding {
        words: assessment..assessment + 1,
        predicate,
        subject,
        strength: rung.strength,
        mood: rung.mood,
        deed: deed(clause, assessment)?,
    })
}

/// What opens the clause behind a verb that expects; an aside may stand between them.
fn opening(clause: &Clause<'_>, at: usize) -> Option<usize> {
    let length = clause.tree.words.len();
    let is_that = |word: &usize| has(clause.lists.that, clause.surface(*word));
    let is_comma = |word: &usize| clause.surface(*word) == ",";
    let near = |from: usize| (from..length.min(from + NEAR)).find(is_that);
    if clause.surface(at + 1) == "," {
        let end = (at + 2..length.min(at + MOST_ASIDE)).find(is_comma)?;
        return near(end + 1);
    }
    near(at + 1)
}

/// The verb that expects, and who does where that is not its subject in the tree.
fn expecting(clause: &Clause<'_>, at: usize) -> Option<(usize, Option<usize>)> {
    if clause.is_verb(at) {
        // *continues to expect*
        let phase = clause.tree.head(at).filter(|&head| {
            clause.relation(at) == Dependency::Xcomp && clause.says(clause.lists.phases, head)
        });
        return Some((phase.unwrap_or(at), None));
    }
    let mut before = clause.tree.children(at).filter(|&word| word < at);
    if before.any(|word| has(clause.lists.possessives, clause.surface(word))) {
        // *reaffirmed its view that …*
        let verb = clause.tree.head(at).filter(|&head| clause.is_verb(head));
        return verb.map(|verb| (verb, None));
    }
    // *the Committee judges that …*, where the verb was read as a noun.
    let is_body = |word: &usize| {
        let relation = clause.relation(*word);
        let joins = relation == Dependency::Compound && clause.tree.head(*word) == Some(at);
        joins || matches!(relation, Dependency::Nsubj | Dependency::NsubjPass)
    };
    let subject = (0..at).rev().find(is_body)?;
    Some((at, Some(subject)))
}

/// The act that is assessed.
fn deed(clause: &Clause<'_>, assessment: usize) -> Option<Deed> {
    let near = (assessment + 1..clause.tree.words.len()).take(NEAR);
    let verb = near.into_iter().find(|&word| {
        clause.is_verb(word) && (clause.is_infinitive(word) || clause.is_gerund(word))
    });
    if let Some(verb) = verb {
        return act::deed(clause, verb);
    }
    let object = clause.tree.children_by(assessment, Dependency::Obj);
    let object = object
        .into_iter()
        .find(|&noun| noun > assessment && clause.is_noun(noun));
    if let Some(object) = object {
        return act::noun_deed(clause, object);
    }
    let deed = act::noun_deed(clause, subject(clause, assessment)?)?;
    let words = deed.words.start..deed.words.end.min(verb_group(clause, assessment));
    Some(Deed { words, ..deed })
}

/// Where the verbs before a word of assessment start: *are likely to be warranted*.
fn verb_group(clause: &Clause<'_>, assessment: usize) -> usize {
    let is_verb = |at: &usize| {
        matches!(
            clause.part(*at),
            PartOfSpeech::Verb
                | PartOfSpeech::Auxiliary
                | PartOfSpeech::Particle
                | PartOfSpeech::Adverb
                | PartOfSpeech::Adjective
        )
    };
    let group = (0..assessment).rev().take_while(is_verb).last();
    group.unwrap_or(assessment)
}

/// The noun that is assessed: the nearest subject up the tree.
fn subject(clause: &Clause<'_>, assessment: usize) -> Option<usize> {
    let mut at = assessment;
    loop {
        let mut children = clause.tree.children(at).filter(|&word| word < assessment);
        let found = children.find(|&word| {
            matches!(
                clause.relation(word),
                Dependency::Nsubj | Dependency::NsubjPass
            )
        });
        if let Some(subject) = found {
            let is_noun = clause.part(subject) != PartOfSpeech::Pronoun && clause.is_noun(subject);
            return is_noun.then_some(subject);
        }
        if !matches!(
            clause.relation(at),
            Dependency::Xcomp | Dependency::Conj | Dependency::Advcl
        ) {
            return None;
        }
        at = clause.tree.head(at)?;
    }
}
