//! Reads dates as EDTF (ISO 8601-2): days, months, years, decades, spans.
//!
//! A date keeps the grain of its words: *by 2025* is the year 2025, no day of
//! it. Two-digit years are read only behind a four-digit one (*2012-13*).

mod age;
mod calendar;
mod era;
mod marked;
mod numeric;
mod part;
mod span;
mod year;

pub(super) use calendar::{Calendar, number};
pub(super) use part::read_part;
use year::is_date_word_before;
pub(super) use year::looks_like_year;
#[cfg(test)]
pub(super) use year::{COUNTS, SIGNS};

use hashbrown::HashMap;

use super::passage::Passage;
use super::sense::Sense;
use crate::language::grammar::Grammar;
use crate::language::hedge::ABOUT;
use crate::model::{Bound, Document, Figure, FigureKind, FigureRole};

/// A date in the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct DateRead {
    /// First token, a preposition that bounds the date included.
    pub(super) start: usize,
    /// First token of the date itself.
    pub(super) core: usize,
    /// One past the last token.
    pub(super) end: usize,
    /// First day, month or year.
    pub(super) first: Calendar,
    /// Last one, for a span of time.
    pub(super) last: Option<Calendar>,
    /// Whether the words bound it: *by*, *since*, *before*.
    pub(super) bound: Bound,
    /// Whether *circa* or *about* stands before it.
    pub(super) approximate: bool,
    /// Whether it is set for something to end or to begin: *expires in 2031*.
    pub(super) is_due: bool,
}

impl DateRead {
    /// Whether the calendar has its days: *31 April* it has not.
    pub(super) fn is_possible(&self) -> bool {
        self.first.is_possible() && self.last.is_none_or(Calendar::is_possible)
    }

    /// EDTF; a year that is left out is `XXXX`.
    pub(super) fn edtf(&self) -> String {
        let first = self.first.edtf();
        match self.last {
            Some(last) => format!("{first}/{}", last.edtf()),
            None => first,
        }
    }
}

/// Reads the date that starts at a token; `None` if there is none.
pub(super) fn read_date(passage: Passage, at: usize) -> Option<DateRead> {
    // Cheap, and true of many numbers: no reader of dates has to look at them.
    if counts_alone(passage, at) {
        return None;
    }
    let (first, last, end) = span::read_span(passage, at)?;
    let between = passage.grammar_before(at, Grammar::Between);
    let near = near(passage, at);
    let from = || passage.grammar_before(at, Grammar::From);
    let (start, bound) = match (between, last) {
        (Some(between), Some(_)) => (between, Bound::Range),
        // *from 1893 to 1925* has both its ends.
        (None, Some(_)) if from().is_some() => (from().unwrap_or(at), Bound::Exact),
        _ => read_bound(passage, near.unwrap_or(at)),
    };
    let (bound, end) = match bound_behind(passage, end) {
        // A word before the date has bounded it already, and of a span there is no one day to
        // bound.
        Some(behind) if bound == Bound::Exact && last.is_none() => behind,
        _ => (bound, end),
    };
    Some(DateRead {
        approximate: near.is_some(),
        is_due: is_due(passage, start),
        start,
        core: at,
        end,
        first,
        last,
        bound,
    })
}

/// Whether digits, too few or too many for a year, stand before nothing that the
/// lexicon knows and behind no word that makes a decade of them: no date begins so.
fn counts_alone(passage: Passage, at: usize) -> bool {
    let next = at + 1;
    let unknown = passage.is_word(next) && passage.tokens[next].senses.is_empty();
    let ends = next == passage.len() || passage.word(next) == ")";
    let decade = || passage.grammar_before(at, Grammar::Decade).is_some();
    passage.is_digits(at)
        && passage.len_chars(at) != YEAR_DIGITS
        && (ends || unknown && !passage.is_glued(next))
        && !(passage.lexis.lexicon.knows(Grammar::Decade) && decade())
}

/// How many digits a year has.
const YEAR_DIGITS: usize = 4;

/// Where *circa*, or *about* behind a word of time, starts before a date.
fn near(passage: Passage, at: usize) -> Option<usize> {
    let about = |sense| match sense {
        Sense::Hedge(hedge) if hedge == ABOUT => Some(()),
        _ => None,
    };
    let hedge = passage.find_before(at, about)?.start;
    let circa = passage.is(hedge, Grammar::Circa);
    (circa || is_date_word_before(passage, hedge)).then_some(hedge)
}

/// Most words between what falls due and its date: *the deadline for the survey is 1 May*.
const DUE_REACH: usize = 8;

/// Whether what ends or begins on a day that is set stands before a token, in its clause.
fn is_due(passage: Passage, start: usize) -> bool {
    let due = |sense| (sense == Sense::Due).then_some(());
    let ends = |at: &usize| matches!(passage.word(*at), "." | "," | ";" | ":" | "!" | "?" | "(");
    let before = (start.saturating_sub(DUE_REACH)..start).rev();
    let mut clause = before.take_while(|at| !ends(at));
    clause.any(|at| passage.find(at, due).is_some())
}

/// The words before a date that bound it, and where they start.
fn read_bound(passage: Passage, at: usize) -> (usize, Bound) {
    let mut start = at;
    while let Some(before) = passage
        .grammar_before(start, Grammar::Stage)
        .or_else(|| passage.grammar_before(start, Grammar::The))
        .or_else(|| passage.grammar_before(start, Grammar::Weekday))
        .or_else(|| {
            // *by mid-2025*: the hyphen stands between the stage and the year.
            (start > 0 && passage.word(start - 1) == "-" && passage.is_glued(start))
                .then(|| start - 1)
        })
    {
        start = before;
    }
    let bounds = [
        (Grammar::By, Bound::AtMost),
        (Grammar::Until, Bound::AtMost),
        (Grammar::Before, Bound::LessThan),
        (Grammar::After, Bound::MoreThan),
        (Grammar::Since, Bound::AtLeast),
    ];
    bounds
        .into_iter()
        .find_map(|(word, bound)| {
            let start = passage.grammar_before(start, word)?;
            Some((start, bound))
        })
        .unwrap_or_else(|| {
            // *late 2019* is one date; *the* of *the 5 May* stays outside.
            let kept = start < at && !passage.is(start, Grammar::The);
            (if kept { start } else { at }, Bound::Exact)
        })
}

/// The word behind a date that bounds it, and one past that: 2025年之前, *3월 5일까지*.
fn bound_behind(passage: Passage, end: usize) -> Option<(Bound, usize)> {
    let bounds = [
        (Grammar::UntilBehind, Bound::AtMost),
        (Grammar::BeforeBehind, Bound::LessThan),
    ];
    let mut bounds = bounds.into_iter();
    bounds.find_map(|(word, bound)| Some((bound, passage.grammar(end, word)?)))
}

/// The year of a statement, in four digits, where it is known.
fn year_of(document: &Document) -> Option<&str> {
    document.metadata.date.as_ref()?.value.get(..4)
}

/// Gives dates by which something is to be done the role of a deadline, as the statement
/// sees them: *a post that she held until 2005* is none in 2021.
pub(super) fn note_deadlines(document: &Document, figures: &mut [Figure]) {
    let own_year = year_of(document);
    let is_set = |figure: &Figure| {
        matches!(figure.bound, Bound::AtMost | Bound::LessThan)
            || figure.role == Some(FigureRole::Deadline)
    };
    let dates = figures
        .iter_mut()
        .filter(|figure| figure.kind == FigureKind::Date && is_set(figure));
    for figure in dates {
        let date = figure.resolved.as_deref().or(figure.date.as_deref());
        let year = date.and_then(|date| date.rsplit('/').next()?.get(..4));
        let is_past = year.zip(own_year).is_some_and(|(year, own)| year < own);
        figure.role = (!is_past).then_some(FigureRole::Deadline);
    }
}

/// Gives times that are counted in years from that of the statement their year; their own
/// words where it is not known. *This year* of a paragraph that was read before in another
/// statement is another year.
pub(super) fn resolve_steps(document: &Document, figures: &mut [Figure]) {
    let own_year = year_of(document).and_then(|year| year.parse::<i32>().ok());
    for figure in figures {
        let words = figure.spans.period;
        let Some((period, words)) = figure.period.as_mut().zip(words) else {
            continue;
        };
        if let Some(step) = period.step {
            period.during = Some(match own_year {
                Some(year) => (year + i32::from(step)).to_string(),
                None => words.of(&document.text).to_lowercase(),
            });
        }
    }
}

/// Gives dates without a year the year of the full date in the text that they
/// repeat, or else that of the document.
pub(super) fn resolve_years(document: &Document, figures: &mut [Figure]) {
    let own_year = year_of(document);
    let mut full: HashMap<String, String> = HashMap::new();
    let dates = figures.iter().filter_map(|figure| figure.date.as_ref());
    for date in dates.filter(|date| !date.starts_with("XXXX")) {
        if let Some(rest) = date.get(4..) {
            full.entry(rest.to_owned()).or_insert_with(|| date.clone());
        }
    }
    for figure in figures {
        let Some(rest) = figure
            .date
            .as_deref()
            .and_then(|date| date.strip_prefix("XXXX"))
        else {
            continue;
        };
        let repeated = full.get(rest).cloned();
        // The second end of a span lacks its year too.
        let assumed = || own_year.map(|year| format!("{year}{}", rest.replace("XXXX", year)));
        figure.resolved = repeated.or_else(assumed);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::tests::holds;

    #[test]
    fn digits_before_nothing_known_count_alone() {
        assert!(
            holds(counts_alone, "en", "we saw (|12)") && holds(counts_alone, "en", "we saw |12")
        );
        assert!(!holds(counts_alone, "en", "in |2021") && !holds(counts_alone, "en", "|12 May"));
    }
}
