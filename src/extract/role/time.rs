//! The time that each figure covers, where the sentence attaches it.
//!
//! *In 2021, …* holds for the whole sentence, *4 million in 2021 and 5 million in
//! 2022* for one figure each. What stands beside a comparison (*compared with
//! 1990*) or says when an act takes effect is the time of no figure.

use std::ops::Range;

use super::governor::{Place, Roles};
use super::phrase::{noun_phrase, render};
use super::sentence::Sentence;
use crate::extract::date::{Calendar, read_part};
use crate::extract::period::{Time, iso_duration};
use crate::extract::reader::Draft;
use crate::extract::sense::Sense;
use crate::language::grammar::Grammar;
use crate::model::{Bound, Dependency, FigureKind, PartOfSpeech, Period, Span};

/// Words that tell a time.
struct Expression {
    time: Time,
    /// Its topmost word.
    top: usize,
    tokens: Range<usize>,
    /// The one figure that it holds for, where it stands right behind it.
    only: Option<usize>,
}

/// Most tokens between a figure and the date that holds for it alone.
const CLOSE: usize = 2;

/// Gives each amount of a sentence the time that it covers.
pub(super) fn read_times(
    sentence: &Sentence,
    drafts: &mut [Draft],
    tops: &[Option<usize>],
    roles: &[Roles],
) {
    let mut expressions = expressions(sentence, drafts, tops);
    set_close(sentence, drafts, &mut expressions);
    for at in 0..drafts.len() {
        let figure = &drafts[at].figure;
        let (Some(top), true) = (tops[at], figure.kind.is_amount()) else {
            continue;
        };
        if figure.kind == FigureKind::Duration {
            continue;
        }
        let place = Figure {
            at,
            top,
            tokens: drafts[at].tokens.clone(),
            roles: &roles[at],
        };
        let time = joined(sentence, &expressions, &place);
        let figure = &mut drafts[at].figure;
        figure.trail.period = time.as_ref().map(|time| time.span);
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

/// All expressions of time in a sentence.
fn expressions(sentence: &Sentence, drafts: &[Draft], tops: &[Option<usize>]) -> Vec<Expression> {
    let told = drafts.iter().zip(tops).filter_map(|(draft, top)| {
        let dated = dated(sentence, draft).filter(|_| !ranks(sentence, draft));
        let period = dated.or_else(|| lasting(sentence, draft, (*top)?))?;
        Some(Expression {
            time: Time {
                period,
                span: draft.figure.span,
            },
            top: (*top)?,
            tokens: draft.tokens.clone(),
            only: None,
        })
    });
    let mut all: Vec<Expression> = told.collect();
    all.extend((0..sentence.tree.words.len()).filter_map(|at| event(sentence, at)));
    all
}

/// The time of a date, unless it is one that others are compared with, or the
/// day from which an act applies.
fn dated(sentence: &Sentence, draft: &Draft) -> Option<Period> {
    let date = draft.figure.date.clone()?;
    let passage = sentence.passage;
    let Range { start, end } = draft.tokens;
    let effect = |sense| (sense == Sense::Effect).then_some(());
    let applies = passage.has(start, Sense::Effect) || passage.find_before(start, effect).is_some();
    if passage.is_compared(start) || applies || passage.is(end, Grammar::LevelOf) {
        return None;
    }
    let date = Some(date);
    Some(match draft.figure.bound {
        Bound::AtLeast | Bound::MoreThan => Period {
            since: date,
            ..Period::default()
        },
        Bound::AtMost | Bound::LessThan => Period {
            until: date,
            ..Period::default()
        },
        Bound::Exact | Bound::Range => Period {
            during: date,
            ..Period::default()
        },
    })
}

/// Most words between a superlative and the time since which it holds.
const RANKED: usize = 4;

/// Whether a time from which on something is counted says among what a thing is the
/// first or the most: *the lowest rate since 2010*.
fn ranks(sentence: &Sentence, draft: &Draft) -> bool {
    let since = matches!(draft.figure.bound, Bound::AtLeast | Bound::MoreThan);
    let start = sentence.words_of(draft.tokens.clone()).start;
    let mut before = (start.saturating_sub(RANKED)..start)
        .rev()
        .take_while(|&at| !sentence.is_verb(at));
    since && before.any(|at| sentence.is_superlative(at))
}

/// The time of a length: *over the past 20 years*, *in just one year*.
fn lasting(sentence: &Sentence, draft: &Draft, top: usize) -> Option<Period> {
    let passage = sentence.passage;
    let start = draft.tokens.start;
    let past = passage.grammar_before(start, Grammar::Past).is_some();
    let within = sentence.has_case(top, Grammar::In) || sentence.has_case(top, Grammar::Over);
    let ago = passage.is(draft.tokens.end, Grammar::Ago);
    if draft.figure.kind != FigureKind::Duration || ago || !(past || within) {
        return None;
    }
    let over = Some(iso_duration(&draft.figure)?);
    Some(Period {
        over,
        ..Period::default()
    })
}

/// The time of a noun: *since the war*, *after the flood*, *this year*.
fn event(sentence: &Sentence, at: usize) -> Option<Expression> {
    let relation = sentence.relation(at);
    let is_adverbial = matches!(
        relation,
        Dependency::Obl
            | Dependency::OblUnmarked
            | Dependency::NmodUnmarked
            | Dependency::Nmod
            | Dependency::Advcl
    );
    let follows = sentence.tree.words.get(at + 1);
    let ends = follows.is_some_and(|word| word.part == PartOfSpeech::Punctuation);
    let is_clause = relation == Dependency::Advcl && !ends;
    let month = month(sentence, at);
    // A month behind *in* is a time, whatever the tree makes of it: *(from 8 % in July to 7 %
    // in May)*.
    let is_within = month.is_some() && sentence.has_case(at, Grammar::In);
    if !(is_adverbial && !is_clause || is_within) || !sentence.is_noun(at) {
        return None;
    }
    let words = render(sentence, &noun_phrase(sentence, at));
    let since = sentence.has_case(at, Grammar::Since) && !sentence.has_case(at, Grammar::From);
    // *After a day* tells how long, not since when.
    let tells = month.is_some() || !sentence.is_time(at);
    let after = tells && (since || sentence.has_case(at, Grammar::After));
    let period = if after && matches!(relation, Dependency::Obl | Dependency::Advcl) {
        Period {
            since: Some(month.unwrap_or_else(|| words.to_lowercase())),
            ..Period::default()
        }
    } else {
        let part = month.or_else(|| part_of_year(sentence, at));
        let told = part.map(|part| (part, None));
        match told.or_else(|| deictic(sentence, at)) {
            Some((during, step)) => Period {
                during: Some(during),
                step,
                ..Period::default()
            },
            None => Period {
                over: Some(stretch(sentence, at)?),
                ..Period::default()
            },
        }
    };
    let first = sentence
        .children(at)
        .next()
        .map_or(at, |child| child.min(at));
    Some(Expression {
        time: Time {
            period,
            span: sentence.tree.words[first]
                .span
                .to(sentence.tree.words[at].span),
        },
        top: at,
        tokens: sentence.token(first)..sentence.token(at) + 1,
        only: None,
    })
}

/// A month without a year, as EDTF has it: *in May*.
fn month(sentence: &Sentence, at: usize) -> Option<String> {
    let number = |sense| match sense {
        Sense::Month(number) => Some(number),
        _ => None,
    };
    let found = sentence.passage.find(sentence.token(at), number)?;
    let is_name = sentence.passage.is_capitalised(found.start) && !sentence.is_number(at);
    is_name.then(|| format!("XXXX-{:02}", found.meaning))
}

/// A quarter or a half without its year, as EDTF has it: *in the June quarter*, *in the
/// first half*.
fn part_of_year(sentence: &Sentence, at: usize) -> Option<String> {
    let passage = sentence.passage;
    let end = sentence.token(at) + 1;
    let starts = (end.saturating_sub(LONGEST_PART)..end).rev();
    let mut read = starts.filter_map(|start| read_part(passage, start));
    let (part, _) = read.find(|(_, past)| *past == end)?;
    let calendar = Calendar {
        part: Some(part),
        ..Calendar::default()
    };
    Some(calendar.edtf())
}

/// Most tokens of a part of the year: *second half*, *third-quarter*.
const LONGEST_PART: usize = 3;

/// The length of the stretch that ends with the day of speaking, or with the day that the
/// sentence goes on to: *over the year to June*, *in the past month*, *in the quarter*.
fn stretch(sentence: &Sentence, at: usize) -> Option<String> {
    let passage = sentence.passage;
    let token = sentence.token(at);
    let length = passage.find(token, |sense| match sense {
        Sense::Word(Grammar::Quarter) => Some("P3M"),
        Sense::Unit(row) => match passage.lexis.unit(row).name.as_ref() {
            "year" => Some("P1Y"),
            "month" => Some("P1M"),
            "week" => Some("P1W"),
            _ => None,
        },
        _ => None,
    })?;
    let cases = [Grammar::In, Grammar::Over];
    let within = cases.into_iter().any(|case| sentence.has_case(at, case));
    // *In the years of reform* tells of no length.
    let is_one = sentence.lemma(at) == sentence.text(at).to_lowercase();
    let is_bare = is_one && passage.is(token.checked_sub(1)?, Grammar::The);
    let is_past = passage.grammar_before(token, Grammar::Past).is_some();
    // *Over the year 2021* is that year.
    let is_named = passage.is_digits(token + 1);
    (within && (is_past || is_bare) && !is_named).then(|| length.meaning.to_owned())
}

/// *this year*, *last month*: a unit of time that the day of speaking sets, and how many
/// years it is from that day.
fn deictic(sentence: &Sentence, at: usize) -> Option<(String, Option<i8>)> {
    let passage = sentence.passage;
    let token = sentence.token(at);
    // *Down from last year* compares.
    if !passage.is_time_unit(token) || sentence.has_case(at, Grammar::From) {
        return None;
    }
    let first = token.checked_sub(1)?;
    let counted = passage.find_before(token, |sense| match sense {
        Sense::Deictic(step) => Some(step),
        _ => None,
    });
    if let Some(words) = counted {
        let step = words.meaning.filter(|_| passage.is_year_unit(token));
        return Some((passage.folded(words.start..token + 1), step));
    }
    let ago = passage.grammar(token + 1, Grammar::Ago)?;
    Some((passage.folded(first..ago), None))
}

/// Marks the dates that hold for one figure alone: those right behind one, where
/// another figure has its own, or where a change began.
fn set_close(sentence: &Sentence, drafts: &[Draft], expressions: &mut [Expression]) {
    let passage = sentence.passage;
    let sets = |token: usize| passage.has(token, Sense::Setting) || passage.is(token, Grammar::Of);
    let owner = |expression: &Expression| {
        drafts.iter().position(|draft| {
            // *310 patients (2021)*
            let is_aside = passage.word(expression.tokens.end) == ")"
                && expression.tokens.start > 0
                && passage.word(expression.tokens.start - 1) == "(";
            let gap = draft.tokens.end..expression.tokens.start - usize::from(is_aside);
            draft.quantity.is_some()
                && draft.tokens.end <= expression.tokens.start
                && gap.len() <= CLOSE
                && gap.clone().all(sets)
        })
    };
    let amount_at = |start: usize| {
        let at = |draft: &Draft| draft.quantity.is_some() && draft.tokens.start == start;
        drafts.iter().position(at)
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
        let start = drafts[owner].tokens.start;
        passage.is(start, Grammar::From) || passage.grammar_before(start, Grammar::From).is_some()
    };
    // *Falls to 9 per cent and to 4 per cent in 2017*: each level has its own time.
    let goes_on = |owner: usize| {
        let start = drafts[owner].tokens.start;
        let to = passage.grammar_before(start, Grammar::To);
        let joined = to.is_some_and(|to| passage.grammar_before(to, Grammar::And).is_some());
        joined && drafts[..owner].iter().any(|draft| draft.quantity.is_some())
    };
    let gaps: Vec<Option<usize>> = expressions.iter().map(gapped).collect();
    for ((expression, only), gap) in expressions.iter_mut().zip(owners).zip(gaps) {
        let gap = gap.filter(|_| only.is_none());
        let own = only.filter(|&owner| have_own || begins(owner) || goes_on(owner));
        expression.only = gap.or(own);
    }
}
