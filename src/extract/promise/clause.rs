//! A parsed sentence, and the promises that its clauses make.

use std::cell::LazyCell;
use std::ops::Range;

use super::binding::{Binding, binding};
use super::ladder::rung_of;
use super::{act, actor, due, horizon, nominal, outlook, stretch};
use crate::language::ladder::Form;
use crate::language::promises::PromiseWords;
use crate::language::{Words, ends, has};
use crate::model::{
    Actor, Dependency, Language, Mood, PartOfSpeech, Promise, Span, Strength, Tree,
};

/// A sentence with its tree.
#[derive(Debug, Clone, Copy)]
pub(super) struct Clause<'a> {
    pub(super) text: &'a str,
    pub(super) tree: &'a Tree,
    pub(super) language: Language,
    pub(super) lists: &'static PromiseWords,
    /// Who speaks, where that is known.
    pub(super) delegation: Option<&'a str>,
}

/// Bytes of the shortest prefix that is parted from its verb: *ab*.
const SHORTEST_PREFIX: usize = 2;
/// Most words of the ladder that are read in a sentence.
const MAX_BINDINGS: usize = 16;

impl Clause<'_> {
    /// Adds the promises of the sentence `quote`, which stands at `place`:
    /// paragraph and sentence.
    pub(super) fn read(&self, place: (u32, u32), quote: Span, promises: &mut Vec<Promise>) {
        // What is counted from the day of speaking, read where something is promised.
        let times = LazyCell::new(|| due::counted_times(self.text, quote, self.language));
        let first = promises.len();
        let read = |at| {
            let other = || nominal::binding(self, at).or_else(|| outlook::binding(self, at));
            binding(self, at).or_else(other)
        };
        let bindings = (0..self.tree.words.len()).filter_map(read);
        for binding in bindings.take(MAX_BINDINGS) {
            let Some(actor) = actor::actor(self, &binding) else {
                continue;
            };
            for deed in act::deeds(self, &binding.deed) {
                let horizon = horizon::horizon(self, &binding, &deed);
                let is_apart = |at: usize| {
                    let span = self.tree.words[at].span;
                    let is_counted = times.iter().any(|time| time.span.contains(span));
                    let is_time = horizon.as_ref().is_some_and(|words| words.contains(&at));
                    is_counted || is_time || binding.words.contains(&at)
                };
                let act = act::act(self, &deed, is_apart);
                if act.words.is_empty() || self.orders_the_speech(&actor, &deed) {
                    continue;
                }
                let start = binding.words.start.min(deed.words.start);
                let mut end = deed.words.end.max(binding.words.end);
                if let Some(words) = horizon.clone().filter(|_| binding.mood == Mood::Outlook) {
                    end = end.max(words.end);
                }
                promises.push(Promise {
                    paragraph: place.0,
                    sentence: place.1,
                    span: stretch(self.tree, start..end),
                    words: stretch(self.tree, self.with_negations(binding.words.clone())),
                    quote,
                    actor: actor.clone(),
                    strength: self.strength(&binding, &actor),
                    mood: binding.mood,
                    negated: self.is_negated(&binding),
                    conditional: self.is_conditional(&binding),
                    act,
                    horizon: horizon.map(|words| stretch(self.tree, words)),
                    deadline: None,
                    counted: None,
                });
            }
        }
        if promises.len() > first {
            act::add_counted(&mut promises[first..], &times);
        }
        promises[first..].sort_by_key(|promise| promise.span);
    }

    /// *I will now turn to …*
    fn orders_the_speech(&self, actor: &Actor, deed: &act::Deed) -> bool {
        let is_one = matches!(actor, Actor::Speaker(_))
            && has(self.lists.singular_speakers, actor.span().of(self.text));
        let orders = |verb| self.says(self.lists.discourse, verb);
        is_one && deed.verb.is_some_and(orders)
    }

    /// Whether the act is to be left undone: a word that forbids says so where no other denies it.
    fn is_negated(&self, binding: &Binding) -> bool {
        let mut words = binding.words.clone();
        // *is not prohibited* denies twice.
        self.is_denied(binding) != words.any(|at| has(self.lists.forbidding, self.surface(at)))
    }

    fn is_denied(&self, binding: &Binding) -> bool {
        let deed = binding.deed.verb.into_iter();
        let words = [binding.predicate, binding.words.end - 1]
            .into_iter()
            .chain(deed);
        let denied = |at: usize| {
            let mut children = self.tree.children(at);
            children.any(|child| child < binding.deed.words.end && self.is_negation(child))
        };
        words.into_iter().any(denied)
            || self.denies_all(binding)
            || (binding.words.start..binding.deed.words.start).any(|at| self.is_negation(at))
    }

    /// Words that bind with the negations beside them: *ne doivent pas*, *no deberán*.
    fn with_negations(&self, words: Range<usize>) -> Range<usize> {
        let before = (0..words.start).rev();
        let start = before.take_while(|&at| self.is_negation(at)).last();
        let behind = words.end..self.tree.words.len();
        let end = behind.take_while(|&at| self.is_negation(at)).last();
        start.unwrap_or(words.start)..end.map_or(words.end, |last| last + 1)
    }

    /// *No party shall disclose it*, *under no circumstances shall it be disclosed*.
    fn denies_all(&self, binding: &Binding) -> bool {
        let verbs = [Some(binding.predicate), binding.deed.verb];
        let before = |at: &usize| *at < binding.words.end || Some(*at) == binding.subject;
        let mut parts = verbs
            .into_iter()
            .flatten()
            .flat_map(|verb| self.tree.children(verb))
            .filter(before);
        parts.any(|at| self.is_none(at))
    }

    /// Whether a part of a clause says that there is none: *no party*, *under no circumstances*.
    fn is_none(&self, at: usize) -> bool {
        let may_deny = matches!(
            self.relation(at),
            Dependency::Nsubj | Dependency::NsubjPass | Dependency::Obl
        );
        let mut own = self.tree.children(at);
        may_deny && own.any(|word| self.relation(word) == Dependency::Det && self.is_negation(word))
    }

    /// Whether what denies the clause of a verb stands first, so that its subject stands behind
    /// the helping verb at `at`: *under no circumstances shall members disclose it*.
    pub(super) fn opens_denied(&self, verb: usize, at: usize) -> bool {
        let mut before = self.tree.children(verb).filter(|&child| child < at);
        before.any(|child| self.is_negation(child) || self.is_none(child))
    }

    /// *we shall* is a plain future (Quirk et al. 1985, §4.50): it binds as *will* does.
    fn strength(&self, binding: &Binding, actor: &Actor) -> Strength {
        let is_shall = binding.mood == Mood::Promise
            && has(self.lists.binding, self.surface(binding.words.start));
        let first = actor.span().of(self.text);
        let is_waived = has(self.lists.waived, self.surface(binding.words.start));
        if is_waived && self.is_negated(binding) {
            Strength::Considered
        } else if is_shall && has(self.lists.speakers, first) {
            binding.strength.min(Strength::Committed)
        } else {
            binding.strength
        }
    }

    fn is_conditional(&self, binding: &Binding) -> bool {
        let verbs = [Some(binding.predicate), binding.deed.verb];
        let mut clauses = verbs
            .into_iter()
            .flatten()
            .flat_map(|verb| self.tree.children(verb));
        // *if necessary* is no condition that may fail.
        let has_subject = |clause: usize| {
            let own = [Dependency::Nsubj, Dependency::NsubjPass];
            let mut own = own
                .into_iter()
                .filter_map(|relation| self.child(clause, relation));
            own.next().is_some()
        };
        clauses.any(|clause| {
            let mut marks = self.tree.children_by(clause, Dependency::Mark);
            has_subject(clause) && marks.any(|mark| self.is_condition(mark))
                || self.is_condition(clause) && self.tree.children(clause).next().is_some()
        })
    }

    pub(super) fn is_condition(&self, at: usize) -> bool {
        has(self.lists.conditions, self.surface(at))
    }

    pub(super) fn is_negation(&self, at: usize) -> bool {
        has(self.lists.negations, self.surface(at))
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

    /// Whether the base form of a word is in a list.
    pub(super) fn says(&self, words: Words, at: usize) -> bool {
        self.lists.says(words, self.lemma(at))
    }

    /// Whether a verb is an infinitive by its mark or its ending.
    pub(super) fn is_infinitive(&self, verb: usize) -> bool {
        let mut marks = self.tree.children_by(verb, Dependency::Mark);
        let is_marked =
            marks.any(|mark| mark < verb && has(self.lists.infinitive_marks, self.surface(mark)));
        match self.lists.infinitive_endings {
            [] => is_marked,
            endings => {
                // *beabsichtigen* is finite too: an infinitive has a mark or a modal.
                let helpers = [Dependency::Aux, Dependency::AuxPass];
                let mut helpers = helpers.into_iter();
                let mut is_told = || {
                    is_marked
                        || self.has_inner_mark(verb)
                        || self.stands_under_modal(verb)
                        || helpers.any(|helper| self.child(verb, helper).is_some())
                };
                let is_clear = !self.lists.is_verb_last || is_told();
                self.is_verb(verb) && ends(self.surface(verb), endings) && is_clear
            }
        }
    }

    /// Whether a modal verb was read as the verb of the clause, and the infinitive as its part.
    fn stands_under_modal(&self, verb: usize) -> bool {
        let head = self.tree.head(verb).filter(|&head| head < verb);
        let is_modal = |head| rung_of(self.surface(head), self.language).map(|rung| rung.form);
        let is_whole = self.child(verb, Dependency::Cc).is_none();
        is_whole && head.and_then(is_modal) == Some(Form::Modal)
    }

    /// Whether the mark of an infinitive stands in the word itself: *aufzustocken*.
    fn has_inner_mark(&self, verb: usize) -> bool {
        let word = self.surface(verb);
        let mut marks = self.lists.infinitive_marks.iter();
        marks.any(|mark| word.find(mark).is_some_and(|at| at >= SHORTEST_PREFIX))
    }

    pub(super) fn is_gerund(&self, verb: usize) -> bool {
        ends(self.surface(verb), self.lists.gerund_endings)
    }

    pub(super) fn is_future(&self, verb: usize) -> bool {
        rung_of(self.surface(verb), self.language).is_some_and(|rung| rung.form == Form::Future)
    }

    /// Whether a verb says *we* by its ending.
    pub(super) fn is_first_person(&self, at: usize) -> bool {
        let is_verb = matches!(self.part(at), PartOfSpeech::Verb | PartOfSpeech::Auxiliary);
        is_verb && ends(self.surface(at), self.lists.own_endings)
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
