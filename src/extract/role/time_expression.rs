//! The words of a sentence that tell a time: dates, lengths, *this year*, *in the June
//! quarter*, *after the flood*.

use std::ops::Range;

use rust_decimal::Decimal;

use super::phrase::{noun_phrase, render};
use super::sentence::Sentence;
use crate::extract::date::{Calendar, read_part};
use crate::extract::passage::Passage;
use crate::extract::period::{Time, iso_duration, iso_length};
use crate::extract::reader::PendingFigure;
use crate::extract::sense::Sense;
use crate::language::grammar::Grammar;
use crate::model::{Bound, Dependency, FigureKind, PartOfSpeech, Period};

/// Words that tell a time.
pub(super) struct Expression {
    pub(super) time: Time,
    /// Its topmost word.
    pub(super) top: usize,
    pub(super) tokens: Range<usize>,
    /// The one figure that it holds for, where it stands right behind it.
    pub(super) only: Option<usize>,
}

/// All expressions of time in a sentence.
pub(super) fn expressions(
    sentence: &Sentence,
    pending_figures: &[PendingFigure],
    tops: &[Option<usize>],
) -> Vec<Expression> {
    let told = pending_figures
        .iter()
        .zip(tops)
        .filter_map(|(pending, top)| {
            let dated = dated(sentence, pending).filter(|_| !ranks(sentence, pending));
            let period = dated.or_else(|| lasting(sentence, pending, (*top)?))?;
            Some(Expression {
                time: Time {
                    period,
                    span: pending.figure.span,
                },
                top: (*top)?,
                tokens: pending.tokens.clone(),
                only: None,
            })
        });
    let mut all: Vec<Expression> = told.collect();
    all.extend((0..sentence.tree.words.len()).filter_map(|at| event(sentence, at)));
    all
}

/// The time of a date, unless it is one that others are compared with, or the
/// day from which an act applies.
fn dated(sentence: &Sentence, pending: &PendingFigure) -> Option<Period> {
    let date = pending.figure.date.clone()?;
    let passage = sentence.passage;
    let Range { start, end } = pending.tokens;
    let effect = |sense| (sense == Sense::Effect).then_some(());
    let applies = passage.has(start, Sense::Effect) || passage.find_before(start, effect).is_some();
    // *compared with 1990*, *with effect from 1 May*, *2010 levels*: the time of no figure here.
    if is_of_base(passage, start) || applies || passage.is(end, Grammar::LevelOf) {
        return None;
    }
    let date = Some(date);
    Some(match pending.figure.bound {
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

/// Most words between those that compare and the date of what another is compared with.
const BASE: usize = 3;

/// Whether a date at a token is of what another is compared with: *compared with 1990*, *20 per
/// cent more than the revised 2015 budget*, and not *more than expected in 2015*.
fn is_of_base(passage: Passage, start: usize) -> bool {
    let inside = |&at: &usize| passage.is_word(at) && !passage.is(at, Grammar::In);
    let before = (start.saturating_sub(BASE)..start).rev().take_while(inside);
    let mut places = [start].into_iter().chain(before);
    places.any(|at| passage.follows_comparison(at))
}

/// Most words between a superlative and the time since which it holds.
const RANKED: usize = 4;

/// Whether a time from which on something is counted says among what a thing is the
/// first or the most: *the lowest rate since 2010*.
fn ranks(sentence: &Sentence, pending: &PendingFigure) -> bool {
    let since = matches!(pending.figure.bound, Bound::AtLeast | Bound::MoreThan);
    let start = sentence.words_of(pending.tokens.clone()).start;
    let mut before = (start.saturating_sub(RANKED)..start)
        .rev()
        .take_while(|&at| !sentence.is_verb(at));
    since && before.any(|at| sentence.is_superlative(at))
}

/// The time of a length: *over the past 20 years*, *in just one year*.
fn lasting(sentence: &Sentence, pending: &PendingFigure, top: usize) -> Option<Period> {
    let passage = sentence.passage;
    let start = pending.tokens.start;
    let past = passage.grammar_before(start, Grammar::Past).is_some();
    let within = sentence.has_case(top, Grammar::In) || sentence.has_case(top, Grammar::Over);
    let ago = passage.is(pending.tokens.end, Grammar::Ago);
    if pending.figure.kind != FigureKind::Duration || ago || !(past || within) {
        return None;
    }
    let over = Some(iso_duration(&pending.figure)?);
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

const MONTHS_OF_QUARTER: Decimal = Decimal::from_parts(3, 0, 0, false, 0);

/// The length of the stretch that ends with the day of speaking, or with the day that the
/// sentence goes on to: *over the year to June*, *in the past month*, *in the quarter*.
fn stretch(sentence: &Sentence, at: usize) -> Option<String> {
    let passage = sentence.passage;
    let token = sentence.token(at);
    let found = passage.find(token, |sense| match sense {
        Sense::Word(Grammar::Quarter) => iso_length(MONTHS_OF_QUARTER, "month"),
        Sense::Unit(row) => match passage.lexis.unit(row).name.as_ref() {
            unit @ ("year" | "month" | "week") => iso_length(Decimal::ONE, unit),
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
    (within && (is_past || is_bare) && !is_named).then_some(found.meaning)
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
