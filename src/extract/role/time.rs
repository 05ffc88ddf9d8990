//! The time that each figure covers, where the sentence attaches it.
//!
//! *In 2021, …* holds for the whole sentence, *4 million in 2021 and 5 million in
//! 2022* for one figure each. What stands beside a comparison (*compared with
//! 1990*) or says when an act takes effect is the time of no figure.

use std::ops::Range;

use super::governor::{Place, Roles};
use super::sentence::Sentence;
use super::time_expression::{Expression, expressions};
use crate::extract::period::Time;
use crate::extract::reader::PendingFigure;
use crate::extract::sense::Sense;
use crate::language::grammar::Grammar;
use crate::model::{Dependency, FigureKind, Period, Span};

/// Most tokens between a figure and the date that holds for it alone.
const CLOSE: usize = 2;

/// Gives each amount of a sentence the time that it covers.
pub(super) fn read_times(
    sentence: &Sentence,
    pending_figures: &mut [PendingFigure],
    tops: &[Option<usize>],
    roles: &[Roles],
) {
    let mut expressions = expressions(sentence, pending_figures, tops);
    set_close(sentence, pending_figures, &mut expressions);
    for at in 0..pending_figures.len() {
        let figure = &pending_figures[at].figure;
        let (Some(top), true) = (tops[at], figure.kind.is_amount()) else {
            continue;
        };
        // *Three years in 2021*: a length covers no time but its own.
        if figure.kind == FigureKind::Duration {
            continue;
        }
        let place = Figure {
            at,
            top,
            tokens: pending_figures[at].tokens.clone(),
            roles: &roles[at],
        };
        let time = joined(sentence, &expressions, &place);
        let figure = &mut pending_figures[at].figure;
        figure.spans.period = time.as_ref().map(|time| time.span);
        figure.period = time.map(|time| time.period);
    }
}

/// A figure whose time is sought.
struct Figure<'a> {
    at: usize,
    top: usize,
    tokens: Range<usize>,
    roles: &'a Roles,
}

impl Figure<'_> {
    /// Whether the figure is a level that the clause says something of: *the number of jobs,
    /// at 4 million, was little changed over the month*.
    fn is_level_told_of(&self) -> bool {
        self.roles.place == Place::Subject && !self.roles.counts
    }
}

/// The nearest expression for each end and stretch of the time of a figure.
fn joined(sentence: &Sentence, expressions: &[Expression], figure: &Figure) -> Option<Time> {
    let mut near: Vec<(usize, &Expression)> = expressions
        .iter()
        .filter_map(|expression| Some((distance(sentence, expression, figure)?, expression)))
        .collect();
    near.sort_by_key(|(distance, _)| *distance);
    let mut period = Period::default();
    let mut span: Option<Span> = None;
    let mut step = None;
    for (_, Expression { time, .. }) in near {
        let other = &time.period;
        // *Declined since May, recording in July the least*: the nearest of both.
        let is_within = period.during.is_some();
        let is_counted = period.since.is_some() || period.until.is_some();
        let takes = [
            (&mut period.since, &other.since, !is_within),
            (&mut period.until, &other.until, !is_within),
            (&mut period.during, &other.during, !is_counted),
            (&mut period.over, &other.over, true),
        ];
        for (mine, its, fits) in takes {
            if mine.is_none() && its.is_some() && fits {
                mine.clone_from(its);
                step = step.or(other.step);
                span = span.or(Some(time.span));
            }
        }
    }
    period.step = step;
    span.map(|span| Time { period, span })
}

/// How far an expression is from a figure that it holds for, in arcs; `None`
/// where it does not.
fn distance(sentence: &Sentence, expression: &Expression, figure: &Figure) -> Option<usize> {
    if let Some(only) = expression.only {
        return (only == figure.at).then_some(0);
    }
    let is_stretch = expression.time.period.over.is_some();
    if figure.tokens.contains(&expression.tokens.start) || is_stretch && figure.is_level_told_of() {
        return None;
    }
    let Some(anchor) = sentence.tree.head(expression.top) else {
        return Some(usize::MAX);
    };
    if sentence.is_noun(anchor) {
        let Roles {
            noun,
            subject,
            object,
            governors,
            ..
        } = figure.roles;
        let named =
            [*noun, *subject, *object].contains(&Some(anchor)) || governors.contains(&anchor);
        if named || sentence.is_under(figure.top, anchor) {
            return Some(1);
        }
    }
    let leads = leads(sentence, expression);
    if !leads && parts_clauses(sentence, expression, figure) {
        return None;
    }
    let path = arcs(sentence, figure.top, anchor, leads);
    // Behind what is named (1) and what is set for one figure (0); *in 2021, …* at the head of the
    // sentence is farthest and holds for all.
    path.map(|arcs| arcs + 2).or(leads.then_some(usize::MAX))
}

/// Whether a semicolon stands between a time and a figure.
fn parts_clauses(sentence: &Sentence, expression: &Expression, figure: &Figure) -> bool {
    let (time, number) = (&expression.tokens, &figure.tokens);
    let mut between = time.end.min(number.end)..time.start.max(number.start);
    between.any(|at| sentence.passage.word(at) == ";")
}

/// The number of arcs from a word up to `anchor`, not out of a clause that *and*
/// joins to the one of the anchor, unless the time leads both.
fn arcs(sentence: &Sentence, from: usize, anchor: usize, leads: bool) -> Option<usize> {
    let (mut at, mut arcs) = (from, 0);
    while at != anchor {
        let parts = matches!(
            sentence.relation(at),
            Dependency::Conj | Dependency::Parataxis
        ) && sentence.is_verb(at);
        if parts && !leads {
            return None;
        }
        at = sentence.tree.head(at)?;
        arcs += 1;
    }
    Some(arcs)
}

/// Whether an expression opens the sentence: nothing but its own words and a
/// joining word stand before it.
fn leads(sentence: &Sentence, expression: &Expression) -> bool {
    let first = sentence
        .tree
        .words
        .first()
        .map_or(0, |word| word.span.start as usize);
    let start = sentence.passage.tokens[expression.tokens.start].start;
    let before = sentence.tree.words_in(first..start.max(first));
    before.len() <= CLOSE
        && before
            .into_iter()
            .all(|at| !sentence.is_noun(at) && !sentence.is_verb(at))
}

/// Marks the dates that hold for one figure alone: those right behind one, where
/// another figure has its own, or where a change began.
fn set_close(
    sentence: &Sentence,
    pending_figures: &[PendingFigure],
    expressions: &mut [Expression],
) {
    let passage = sentence.passage;
    let sets = |token: usize| passage.has(token, Sense::Setting) || passage.is(token, Grammar::Of);
    let owner = |expression: &Expression| {
        pending_figures.iter().position(|pending| {
            // *310 patients (2021)*
            let is_aside = passage.word(expression.tokens.end) == ")"
                && expression.tokens.start > 0
                && passage.word(expression.tokens.start - 1) == "(";
            let gap = pending.tokens.end..expression.tokens.start - usize::from(is_aside);
            pending.quantity.is_some()
                && pending.tokens.end <= expression.tokens.start
                && gap.len() <= CLOSE
                && gap.clone().all(sets)
        })
    };
    let amount_at = |start: usize| {
        let at =
            |pending: &PendingFigure| pending.quantity.is_some() && pending.tokens.start == start;
        pending_figures.iter().position(at)
    };
    // *Losses (2021): 24; (2020): 31*, *2021 – 24, 2020 – 31*
    let headed = |expression: &Expression| {
        let end = expression.tokens.end;
        let mark = end + usize::from(passage.word(end) == ")");
        let heads = passage.word(mark) == ":" || passage.is_dash(mark);
        amount_at(mark + 1).filter(|_| heads)
    };
    // *It stood at 300 in 2019, in 2020 at 280*: the verb is left out.
    let gapped = |expression: &Expression| {
        let end = expression.tokens.end;
        let is_set = passage.has(end, Sense::Setting) || passage.is(end, Grammar::To);
        let follows = !leads(sentence, expression) && is_set;
        follows.then(|| amount_at(end + 1)).flatten()
    };
    let owners: Vec<Option<usize>> = expressions
        .iter()
        .map(|expression| headed(expression).or_else(|| owner(expression)))
        .collect();
    let have_own = owners.iter().flatten().count() > 1;
    // *The rate is 31 per cent, down from 40 per cent in 1990*: the date of where it began.
    let begins = |owner: usize| {
        let start = pending_figures[owner].tokens.start;
        passage.is(start, Grammar::From) || passage.grammar_before(start, Grammar::From).is_some()
    };
    // *Falls to 9 per cent and to 4 per cent in 2017*: each level has its own time.
    let goes_on = |owner: usize| {
        let start = pending_figures[owner].tokens.start;
        let to = passage.grammar_before(start, Grammar::To);
        let joined = to.is_some_and(|to| passage.grammar_before(to, Grammar::And).is_some());
        joined
            && pending_figures[..owner]
                .iter()
                .any(|pending| pending.quantity.is_some())
    };
    let gaps: Vec<Option<usize>> = expressions.iter().map(gapped).collect();
    for ((expression, only), gap) in expressions.iter_mut().zip(owners).zip(gaps) {
        let gap = gap.filter(|_| only.is_none());
        let own = only.filter(|&owner| have_own || begins(owner) || goes_on(owner));
        expression.only = gap.or(own);
    }
}
