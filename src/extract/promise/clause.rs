//! A parsed sentence, and the promises that its clauses make.

use super::bond::{Bond, bond};
use super::{act, actor, stretch};
use crate::model::{Actor, Dependency, Language, PartOfSpeech, Promise, Span, Strength, Tree};

/// A sentence with its tree.
#[derive(Debug, Clone, Copy)]
pub(super) struct Clause<'a> {
    pub(super) text: &'a str,
    pub(super) tree: &'a Tree,
    pub(super) language: Language,
    /// Who speaks, where that is known.
    pub(super) delegation: Option<&'a str>,
}

/// Most words of the ladder that are read in a sentence.
const MAX_BONDS: usize = 16;
/// Words that deny a verb.
const NEGATIONS: [&str; 6] = ["not", "n't", "n’t", "never", "no", "nor"];
/// Marks of a condition.
const CONDITIONS: [&str; 3] = ["if", "unless", "provided"];

impl Clause<'_> {
    /// Adds the promises of the sentence `quote`, which stands at `place`:
    /// paragraph and sentence.
    pub(super) fn read(&self, place: (u32, u32), quote: Span, promises: &mut Vec<Promise>) {
        let first = promises.len();
        let bonds = (0..self.tree.words.len()).filter_map(|at| bond(self, at));
        for bond in bonds.take(MAX_BONDS) {
            let Some(actor) = actor::actor(self, bond.predicate) else {
                continue;
            };
            for deed in act::deeds(self, &bond.deed) {
                let end = deed.words.end.max(bond.words.end);
                let act = act::act(self, &deed);
                if act.words.is_empty() {
                    continue;
                }
                promises.push(Promise {
                    paragraph: place.0,
                    sentence: place.1,
                    span: stretch(self.tree, bond.words.start..end),
                    words: stretch(self.tree, bond.words.clone()),
                    quote,
                    actor: actor.clone(),
                    strength: self.strength(&bond, &actor),
                    mood: bond.mood,
                    negated: self.is_negated(&bond),
                    conditional: self.is_conditional(&bond),
                    act,
                    deadline: None,
                });
            }
        }
        promises[first..].sort_by_key(|promise| promise.span);
    }

    fn is_negated(&self, bond: &Bond) -> bool {
        let deed = bond.deed.verb.into_iter();
        let words = [bond.predicate, bond.words.end - 1].into_iter().chain(deed);
        let denied = |at: usize| {
            let mut children = self.tree.children(at);
            children.any(|child| child < bond.deed.words.end && self.is_negation(child))
        };
        words.into_iter().any(denied)
            || (bond.words.start..bond.deed.words.start).any(|at| self.is_negation(at))
    }

    /// *we shall* is a plain future (Quirk et al. 1985, §4.50): it binds as *will* does.
    fn strength(&self, bond: &Bond, actor: &Actor) -> Strength {
        let is_shall = self.surface(bond.words.start).eq_ignore_ascii_case("shall");
        let first = actor.span().of(self.text).to_lowercase();
        if is_shall && ["we", "i"].contains(&first.as_str()) {
            bond.strength.min(Strength::Committed)
        } else {
            bond.strength
        }
    }

    fn is_conditional(&self, bond: &Bond) -> bool {
        let verbs = [Some(bond.predicate), bond.deed.verb];
        let mut clauses = verbs
            .into_iter()
            .flatten()
            .flat_map(|verb| self.tree.children(verb));
        clauses.any(|clause| {
            let mut marks = self.tree.children_by(clause, Dependency::Mark);
            self.is_condition(clause) || marks.any(|mark| self.is_condition(mark))
        })
    }

    pub(super) fn is_condition(&self, at: usize) -> bool {
        CONDITIONS.contains(&self.lower(at).as_str())
    }

    pub(super) fn is_negation(&self, at: usize) -> bool {
        NEGATIONS.contains(&self.lower(at).as_str())
    }

    pub(super) fn child(&self, at: usize, relation: Dependency) -> Option<usize> {
        self.tree.children_by(at, relation).next()
    }

    /// The word as written; empty behind the last.
    pub(super) fn surface(&self, at: usize) -> &str {
        let word = self.tree.words.get(at);
        word.map_or("", |word| word.span.of(self.text))
    }

    pub(super) fn lower(&self, at: usize) -> String {
        self.surface(at).to_lowercase()
    }

    pub(super) fn lemma(&self, at: usize) -> &str {
        &self.tree.words[at].lemma
    }

    pub(super) fn part(&self, at: usize) -> PartOfSpeech {
        self.tree.words[at].part
    }

    pub(super) fn relation(&self, at: usize) -> Dependency {
        self.tree.words[at].relation
    }

    pub(super) fn is_verb(&self, at: usize) -> bool {
        self.part(at) == PartOfSpeech::Verb
    }

    pub(super) fn is_noun(&self, at: usize) -> bool {
        matches!(self.part(at), PartOfSpeech::Noun | PartOfSpeech::ProperNoun)
    }
}
