//! By when, in words that count from the day of speaking: *by the end of the current
//! quarter*, *before next June*.
//!
//! The words are those of the figures: units of time, months, ordinals, and what bounds a
//! date. *By the year* says nothing without its number, so a unit by itself needs its end
//! named.

use crate::extract::lexis::lexis;
use crate::extract::passage::Passage;
use crate::extract::sense::Sense;
use crate::extract::token::{SenseCache, tokenize};
use crate::language::grammar::Grammar;
use crate::model::{CalendarUnit, CountedTime, Language, Span, Which};

/// Words that bound a time from above.
const BOUNDS: [Grammar; 3] = [Grammar::By, Grammar::Until, Grammar::Before];
/// Most words between the unit and the one that bounds it.
const MOST_BETWEEN: usize = 4;

/// The counted times of a sentence of `text`, in reading order.
pub(super) fn counted_times(text: &str, sentence: Span, language: Language) -> Vec<CountedTime> {
    let lexis = lexis(language);
    let (mut tokens, mut known) = (Vec::new(), SenseCache::default());
    let unread = (&[][..], &mut known);
    tokenize(text, sentence.range(), unread, &lexis.lexicon, &mut tokens);
    let passage = Passage {
        text,
        tokens: &tokens,
        lexis,
    };
    let times = (0..passage.len()).filter_map(|at| counted_time(passage, at));
    times.collect()
}

/// What is counted, with the tokens that say it.
struct Named {
    unit: CalendarUnit,
    which: Which,
    start: usize,
    end: usize,
}

/// The counted time whose unit stands at a token.
fn counted_time(passage: Passage, at: usize) -> Option<CountedTime> {
    let named = year_end(passage, at)
        .or_else(|| month(passage, at))
        .or_else(|| numbered(passage, at))
        .or_else(|| deictic(passage, at))
        .or_else(|| ending(passage, at))?;
    let of = passage.grammar(named.end, Grammar::Of);
    if passage.is_digits(of.unwrap_or(named.end)) {
        // *By the end of June 2031* is a date.
        return None;
    }
    let start = bound(passage, named.start)?;
    Some(CountedTime {
        span: passage.span(start..named.end),
        unit: named.unit,
        which: named.which,
    })
}

/// Where the word starts that bounds a time from above, which starts at a token; its
/// stage may stand between them.
fn bound(passage: Passage, start: usize) -> Option<usize> {
    // *к концу года*: the stage begins with it.
    if BOUNDS.iter().any(|&word| passage.is(start, word)) {
        return Some(start);
    }
    let mut at = start;
    for _ in 0..MOST_BETWEEN {
        let bounds = BOUNDS.into_iter();
        let found = bounds.filter_map(|word| passage.grammar_before(at, word));
        if let Some(start) = found.min() {
            return Some(start);
        }
        at = [Grammar::Stage, Grammar::The, Grammar::Of]
            .into_iter()
            .find_map(|word| passage.grammar_before(at, word))?;
    }
    None
}

/// *year-end*.
fn year_end(passage: Passage, at: usize) -> Option<Named> {
    let end = passage.grammar(at, Grammar::YearEnd)?;
    Some(Named {
        unit: CalendarUnit::Year,
        which: Which::After(0),
        start: at,
        end,
    })
}

/// *November*, *November this year*.
fn month(passage: Passage, at: usize) -> Option<Named> {
    let number = |sense| match sense {
        Sense::Month(number) => Some(number),
        _ => None,
    };
    let month = passage.find(at, number)?;
    // *May* and *March* are words too; many languages write months small.
    let is_small = passage.lexis.tables.english_names && !passage.is_capitalised(at);
    let of = passage.grammar(month.end, Grammar::Of);
    let next = of.unwrap_or(month.end);
    let is_day = at > 0 && passage.is_digits(at - 1);
    if is_small || is_day || passage.is_digits(next) {
        return None;
    }
    let year = step(passage, next).filter(|(_, after)| passage.is_year_unit(*after));
    let (after, end) = match year {
        Some((step, unit)) => (Some(step), unit + 1),
        None => (None, month.end),
    };
    Some(Named {
        unit: CalendarUnit::Month,
        which: Which::Numbered(month.meaning, after),
        start: at,
        end,
    })
}

/// *the second quarter*, *the first half of next year*.
fn numbered(passage: Passage, at: usize) -> Option<Named> {
    let number = passage.find(at, |sense| match sense {
        Sense::Ordinal(value) => u8::try_from(value).ok(),
        _ => None,
    })?;
    let (unit, end, most) = match passage.grammar(number.end, Grammar::Quarter) {
        Some(end) => (CalendarUnit::Quarter, end, 4),
        None => (
            CalendarUnit::Half,
            passage.grammar(number.end, Grammar::Semester)?,
            2,
        ),
    };
    let next = passage.grammar(end, Grammar::Of).unwrap_or(end);
    let year = step(passage, next).filter(|(_, unit)| passage.is_year_unit(*unit));
    let (after, end) = match year {
        Some((step, unit)) => (Some(step), unit + 1),
        None => (None, end),
    };
    (1..=most).contains(&number.meaning).then_some(Named {
        unit,
        which: Which::Numbered(number.meaning, after),
        start: at,
        end,
    })
}

/// *this quarter*, *next year*, *l'année prochaine*.
fn deictic(passage: Passage, at: usize) -> Option<Named> {
    let (unit, end) = unit(passage, at)?;
    let is_step = |sense| match sense {
        Sense::Deictic(Some(step)) => Some(step),
        _ => None,
    };
    let before = passage.find_before(at, is_step);
    let (steps, start, end) = if let Some(words) = before {
        (words.meaning, words.start, end)
    } else {
        let (step, end) = step(passage, end)?;
        (step, at, end)
    };
    // Nothing is promised for *last year*.
    (steps >= 0).then_some(Named {
        unit,
        which: Which::After(steps),
        start,
        end,
    })
}

/// How many units after the present one, by a phrase that starts at a token, with its end.
fn step(passage: Passage, at: usize) -> Option<(i8, usize)> {
    let found = passage.find(at, |sense| match sense {
        Sense::Deictic(Some(step)) => Some(step),
        _ => None,
    })?;
    Some((found.meaning, found.end))
}

/// *the end of the year*, where the unit is the present one.
fn ending(passage: Passage, at: usize) -> Option<Named> {
    let (unit, end) = unit(passage, at)?;
    let stage = |end: usize| passage.grammar_before(end, Grammar::Stage);
    let behind_the = || passage.grammar_before(at, Grammar::The).and_then(stage);
    let start = stage(at).or_else(behind_the)?;
    // *The year* is a stage of its own before a number.
    let is_of = start + 1 < at;
    is_of.then_some(Named {
        unit,
        which: Which::After(0),
        start,
        end,
    })
}

/// The unit of the calendar at a token, with its end.
fn unit(passage: Passage, at: usize) -> Option<(CalendarUnit, usize)> {
    if let Some(end) = passage.grammar(at, Grammar::Quarter) {
        return Some((CalendarUnit::Quarter, end));
    }
    if let Some(end) = passage.grammar(at, Grammar::Semester) {
        return Some((CalendarUnit::Half, end));
    }
    let found = passage.find(at, |sense| match sense {
        Sense::Unit(row) => match &*passage.lexis.unit(row).name {
            "month" => Some(CalendarUnit::Month),
            "year" => Some(CalendarUnit::Year),
            "decade" => Some(CalendarUnit::Decade),
            _ => None,
        },
        _ => None,
    })?;
    Some((found.meaning, found.end))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The counted times of a sentence, said on 27 April 2011, by `; `.
    fn times(language: Language, text: &str) -> String {
        let span = Span::new(0, text.len());
        let times = counted_times(text, span, language).into_iter();
        let line = |time: CountedTime| {
            let date = time.date("2011-04-27").unwrap();
            format!("{} = {date}", time.span.of(text))
        };
        times.map(line).collect::<Vec<_>>().join("; ")
    }

    /// Sentences, and the counted time of each.
    const TIMES: &[(Language, &str, &str)] = &[
        (
            Language::English,
            "We will clear it by the end of the current quarter.",
            "by the end of the current quarter = 2011-34",
        ),
        (
            Language::English,
            "We will clear it before the end of this month.",
            "before the end of this month = 2011-04",
        ),
        (
            Language::English,
            "We will clear it by early next year.",
            "by early next year = 2012",
        ),
        (
            Language::English,
            "We will clear it by the end of the year.",
            "by the end of the year = 2011",
        ),
        (
            Language::English,
            "We will clear it by year-end.",
            "by year-end = 2011",
        ),
        (
            Language::English,
            "We will clear it no later than the end of June.",
            "no later than the end of June = 2011-06",
        ),
        (
            Language::English,
            "We will clear it by March.",
            "by March = 2012-03",
        ),
        (
            Language::English,
            "We will clear it by November this year.",
            "by November this year = 2011-11",
        ),
        (
            Language::English,
            "We will clear it by the end of the first quarter.",
            "by the end of the first quarter = 2012-33",
        ),
        (
            Language::English,
            "We will clear it by the second half of next year.",
            "by the second half of next year = 2012-41",
        ),
        (
            Language::English,
            "We will clear it by the end of the decade.",
            "by the end of the decade = 2010/2019",
        ),
        (
            Language::French,
            "Nous le ferons d'ici la fin de l'année.",
            "d'ici la fin de l'année = 2011",
        ),
        (
            Language::French,
            "Nous le ferons avant la fin de l'année prochaine.",
            "avant la fin de l'année prochaine = 2012",
        ),
        (
            Language::Spanish,
            "Lo haremos antes de finales de este año.",
            "antes de finales de este año = 2011",
        ),
        (
            Language::Spanish,
            "Lo haremos para finales del próximo año.",
            "para finales del próximo año = 2012",
        ),
        (
            Language::Portuguese,
            "Vamos fazê-lo até o final do ano.",
            "até o final do ano = 2011",
        ),
        (
            Language::Portuguese,
            "Vamos fazê-lo até o fim do próximo ano.",
            "até o fim do próximo ano = 2012",
        ),
        (
            Language::Russian,
            "Мы сделаем это до конца следующего года.",
            "до конца следующего года = 2012",
        ),
        (
            Language::Russian,
            "Мы сделаем это к концу года.",
            "к концу года = 2011",
        ),
    ];

    #[test]
    fn times_are_counted_from_the_day_of_speaking() {
        for (language, text, told) in TIMES {
            assert_eq!(times(*language, text), *told, "{text}");
        }
    }

    #[test]
    fn dates_and_times_without_an_end_are_not_counted() {
        for text in [
            "We will clear it by the end of June 2031.",
            "We will clear it by 3 June.",
            "We will clear it by the end of the year 2031.",
            "We will clear it by the year.",
            "We cleared it last year.",
            "We clear mines every year.",
            "We will clear it this year.",
            "It was cleared by the end of last year.",
            "We may march by then.",
        ] {
            assert_eq!(times(Language::English, text), "", "{text}");
        }
    }
}
