//! A parsed sentence with the figures that stand in it.

use std::ops::Range;

use super::list::Partner;
use crate::extract::noun::Noun;
use crate::extract::passage::Passage;
use crate::extract::reader::PendingFigure;
use crate::extract::sense::Sense;
use crate::language::ends;
use crate::language::grammar::Grammar;
use crate::model::{Dependency, FigureKind, FigureRole, PartOfSpeech, Tree};

/// The tree of a sentence, its tokens, and which words belong to which figure.
pub(super) struct Sentence<'a> {
    /// The tokens of the paragraph.
    pub(super) passage: Passage<'a>,
    /// The tree.
    pub(super) tree: &'a Tree,
    /// The words that depend on each word, word after word.
    children: Vec<usize>,
    /// Where those of each word start there; their number at the end.
    starts: Vec<usize>,
    /// By word: whether it says how much or when, and is no name of a measure.
    is_number: Vec<bool>,
    /// By word: whether it stands in a date.
    is_date: Vec<bool>,
    /// Nouns that stand each for a number of its own, so that no other of their
    /// list belongs to their phrase.
    partners: Vec<Partner>,
}

impl<'a> Sentence<'a> {
    /// The words of `tree` beside the figures of the same sentence.
    pub(super) fn new(
        passage: Passage<'a>,
        tree: &'a Tree,
        pending_figures: &[PendingFigure],
    ) -> Self {
        let mut is_number = vec![false; tree.words.len()];
        let mut is_date = is_number.clone();
        for pending in pending_figures {
            for tokens in number_tokens(passage, pending) {
                let words = tree.words_in(passage.span(tokens).range());
                let is_it = pending.figure.kind == FigureKind::Date;
                is_number[words.clone()].fill(true);
                is_date[words].iter_mut().for_each(|date| *date |= is_it);
            }
        }
        let (children, starts) = children(tree);
        Self {
            passage,
            tree,
            children,
            starts,
            is_number,
            is_date,
            partners: Vec::new(),
        }
    }

    /// Notes nouns of which each has a number of its own.
    pub(super) fn set_partners(&mut self, partners: impl Iterator<Item = Partner>) {
        self.partners = partners.collect();
    }

    /// The noun of a list as one that has a number of its own.
    pub(super) fn partner(&self, at: usize) -> Option<Partner> {
        self.partners
            .iter()
            .copied()
            .find(|partner| partner.noun == at)
    }

    /// Whether a noun of a list has a number of its own.
    pub(super) fn is_partner(&self, at: usize) -> bool {
        self.partner(at).is_some()
    }

    /// The words that depend on a word, in reading order.
    pub(super) fn children(&self, at: usize) -> impl DoubleEndedIterator<Item = usize> + '_ {
        let own = self.starts[at]..self.starts[at + 1];
        self.children[own].iter().copied()
    }

    /// The words that depend on a word by a relation, in reading order.
    pub(super) fn children_by(
        &self,
        at: usize,
        relation: Dependency,
    ) -> impl DoubleEndedIterator<Item = usize> + '_ {
        self.children(at)
            .filter(move |&word| self.relation(word) == relation)
    }

    /// The words that a range of tokens covers.
    pub(super) fn words_of(&self, tokens: Range<usize>) -> Range<usize> {
        self.tree.words_in(self.passage.span(tokens).range())
    }

    /// The word of a range on which the others depend: its head stands outside.
    pub(super) fn top(&self, words: Range<usize>) -> Option<usize> {
        let mut at = words.clone().next_back()?;
        while let Some(head) = self.tree.head(at).filter(|head| words.contains(head)) {
            at = head;
        }
        Some(at)
    }

    /// Whether a word says how much or when.
    pub(super) fn is_number(&self, at: usize) -> bool {
        self.is_number[at]
    }

    /// Whether a word says when: it stands in a date, or names a month, a day of the
    /// week, a unit of time or a part of the year.
    pub(super) fn is_time(&self, at: usize) -> bool {
        let month = |sense| matches!(sense, Sense::Month(_)).then_some(());
        let token = self.token(at);
        self.is_date[at]
            || self.passage.find(token, month).is_some()
            || self.passage.is_time_unit(token)
            || self.passage.is(token, Grammar::Weekday)
            || self.passage.is(token, Grammar::Quarter)
            || self.passage.is(token, Grammar::Semester)
    }

    pub(super) fn part(&self, at: usize) -> PartOfSpeech {
        self.tree.words[at].part
    }

    pub(super) fn relation(&self, at: usize) -> Dependency {
        self.tree.words[at].relation
    }

    pub(super) fn lemma(&self, at: usize) -> &str {
        &self.tree.words[at].lemma
    }

    /// The word as written.
    pub(super) fn text(&self, at: usize) -> &'a str {
        self.tree.words[at].span.of(self.passage.text)
    }

    /// The token of the paragraph that a word starts with.
    pub(super) fn token(&self, at: usize) -> usize {
        let start = self.tree.words[at].span.start as usize;
        let tokens = self.passage.tokens;
        tokens.partition_point(|token| token.end <= start)
    }

    /// Whether a word names something: a noun, a name, or an adjective or participle that
    /// stands for one (*the unemployed*, *the displaced*), and no number.
    pub(super) fn is_noun(&self, at: usize) -> bool {
        let names = match self.part(at) {
            PartOfSpeech::Noun | PartOfSpeech::ProperNoun => true,
            PartOfSpeech::Adjective => {
                self.stands_for_noun(at, &[Dependency::Det, Dependency::Case])
            }
            PartOfSpeech::Verb => self.stands_for_noun(at, &[Dependency::Det]),
            _ => false,
        };
        names && !self.is_number(at)
    }

    /// Whether another word is used as a noun: it has the place of one, and what `marks`
    /// one, an article of its own.
    fn stands_for_noun(&self, at: usize, marks: &[Dependency]) -> bool {
        let is_nominal = matches!(
            self.relation(at),
            Dependency::Nsubj
                | Dependency::NsubjPass
                | Dependency::Obj
                | Dependency::Obl
                | Dependency::Nmod
        );
        is_nominal && self.child(at, marks).is_some()
    }

    pub(super) fn is_verb(&self, at: usize) -> bool {
        matches!(self.part(at), PartOfSpeech::Verb | PartOfSpeech::Auxiliary)
    }

    /// Whether a noun says nothing of what is measured: *amount*, *pace*.
    pub(super) fn is_generic(&self, at: usize) -> bool {
        self.passage.has(self.token(at), Sense::Sum)
    }

    /// Whether a verb only says that an amount is so much: the noun says what is measured
    /// without it.
    pub(super) fn has_level_verb(&self, at: usize) -> bool {
        let verbs = self.passage.lexis.tables.level_verbs;
        verbs.contains(&self.lemma(at))
    }

    /// Whether a verb only says that its subject has a share: *make up*, but not *make*.
    pub(super) fn has_share_verb(&self, at: usize) -> bool {
        let mut verbs = self.passage.lexis.tables.share_verbs.iter();
        verbs.any(|verb| {
            let (base, behind) = verb.split_once(' ').unwrap_or((verb, ""));
            let next = self.tree.words.get(at + 1).map(|_| self.text(at + 1));
            self.lemma(at) == base && (behind.is_empty() || next == Some(behind))
        })
    }

    /// Whether a word says that a thing is the first or the most of all: *lowest*.
    pub(super) fn is_superlative(&self, at: usize) -> bool {
        let first = |sense| (sense == Sense::Ordinal(1)).then_some(());
        let text = self.text(at);
        let endings = self.passage.lexis.tables.superlatives;
        // *Forest* ends like *fastest*, but is its own base form.
        let is_graded = ends(text, endings) && self.lemma(at) != text.to_lowercase();
        is_graded && self.part(at) == PartOfSpeech::Adjective
            || self.passage.find(self.token(at), first).is_some()
    }

    /// Whether a word denies the verb that it stands with.
    pub(super) fn is_negation(&self, at: usize) -> bool {
        self.passage.has(self.token(at), Sense::Negation)
    }

    /// Whether a preposition of the kind stands with a nominal.
    pub(super) fn has_case(&self, at: usize, word: Grammar) -> bool {
        let mut cases = self.children_by(at, Dependency::Case);
        cases.any(|case| self.passage.is(self.token(case), word))
    }

    /// The first word that depends on a word by one of these relations.
    pub(super) fn child(&self, at: usize, relations: &[Dependency]) -> Option<usize> {
        let mut children = self.children(at);
        children.find(|&child| relations.contains(&self.relation(child)))
    }

    /// The words before a word, the nearest first, without those that stand aside
    /// between two of `marks` before it.
    pub(super) fn before<'m>(
        &'m self,
        at: usize,
        marks: &'m [&str],
    ) -> impl Iterator<Item = usize> + 'm {
        let mut next = at;
        std::iter::from_fn(move || {
            next = next.checked_sub(1)?;
            if let Some(start) = self
                .aside_start(next)
                .filter(|_| marks.contains(&self.text(next)))
            {
                next = start.checked_sub(1)?;
            }
            Some(next)
        })
    }

    /// Where the aside starts that ends with the mark at a word.
    fn aside_start(&self, end: usize) -> Option<usize> {
        let open = match self.text(end) {
            ")" => "(",
            "]" => "[",
            mark => mark,
        };
        let top = self.tree.head(end)?;
        let near = end.saturating_sub(LONGEST_ASIDE)..end;
        let start = near.rev().find(|&at| self.text(at) == open)?;
        let holds = self.tree.head(start) == Some(top) && (start..end).contains(&top);
        holds.then_some(start)
    }

    /// Whether a word depends on another, over any number of arcs, or is it.
    pub(super) fn is_under(&self, mut at: usize, top: usize) -> bool {
        loop {
            if at == top {
                return true;
            }
            match self.tree.head(at) {
                Some(head) => at = head,
                None => return false,
            }
        }
    }
}

/// Most words that stand aside.
const LONGEST_ASIDE: usize = 60;
/// Marks behind what stands aside.
pub(super) const BRACKETS: &[&str] = &[")", "]", "\u{2013}", "\u{2014}", "-"];
/// The same with commas.
pub(super) const MARKS: &[&str] = &[")", "]", "\u{2013}", "\u{2014}", "-", ","];

/// The words that depend on each word, and where those of each start.
fn children(tree: &Tree) -> (Vec<usize>, Vec<usize>) {
    let count = tree.words.len();
    let mut pairs: Vec<(usize, usize)> = (0..count)
        .filter_map(|at| Some((tree.head(at)?, at)))
        .collect();
    pairs.sort_unstable();
    let starts = (0..=count)
        .map(|head| pairs.partition_point(|pair| pair.0 < head))
        .collect();
    (pairs.into_iter().map(|pair| pair.1).collect(), starts)
}

/// Whether a noun is what a level is counted in, as a unit would be: *3 points*.
pub(super) fn is_step(passage: Passage, noun: &Noun) -> bool {
    passage.has(noun.tokens.end - 1, Sense::Step)
}

/// Whether a figure is counted per so many: the noun in it is their base, *21 per 1,000
/// births*.
pub(super) fn is_rate(pending: &PendingFigure) -> bool {
    let unit = pending.figure.unit.as_deref();
    unit.is_some_and(|unit| unit.starts_with("per "))
}

/// The tokens of a figure that say how much or when: all but the noun that is
/// counted.
fn number_tokens(passage: Passage, pending: &PendingFigure) -> Vec<Range<usize>> {
    let Some(quantity) = &pending.quantity else {
        return vec![pending.tokens.clone()];
    };
    // *The inflation target of 3 per cent*: the noun is what is measured.
    if pending.figure.role == Some(FigureRole::Target) {
        let number = quantity.numeral.start..pending.tokens.end;
        return vec![number];
    }
    let Some(noun) = quantity
        .noun
        .as_ref()
        .filter(|noun| !is_step(passage, noun) && !is_rate(pending))
    else {
        return vec![pending.tokens.clone()];
    };
    // *410 anti-vehicle and 2,350 anti-personnel mines*
    if noun.tokens.start >= pending.tokens.end {
        let number = pending.tokens.start..quantity.numeral.end;
        return vec![number];
    }
    let start = pending.tokens.start
        ..noun
            .tokens
            .start
            .clamp(pending.tokens.start, pending.tokens.end);
    let end = noun
        .tokens
        .end
        .clamp(pending.tokens.start, pending.tokens.end)..pending.tokens.end;
    [start, end]
        .into_iter()
        .filter(|tokens| !tokens.is_empty())
        .collect()
}
