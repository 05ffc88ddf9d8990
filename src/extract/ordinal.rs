//! Positions: *Nineteenth Meeting*, *28th session*, *twenty-first*.

use rust_decimal::Decimal;

use super::date::number;
use super::numeral::read_after_mark;
use super::passage::{Found, Passage};
use super::sense::Sense;
use crate::language::grammar::Grammar;

/// Reads the position at a token, with its end. *First*, *second* and *third*
/// in running prose order the speech; they count only as part of a name.
pub(super) fn read_ordinal(passage: Passage, at: usize) -> Option<(Decimal, usize)> {
    if passage.is_digits(at) {
        let position = number(passage, at)?;
        return Some((position.into(), passage.ordinal_ending(at + 1)?));
    }
    if let Some(next) = passage.grammar(at, Grammar::Position) {
        let numeral = read_after_mark(passage, next)?;
        return Some((numeral.value()?, numeral.end));
    }
    if let Some(numbered) = gathering(passage, at) {
        return Some(numbered);
    }
    let first = word(passage, at)?;
    if let Some((position, end)) = compound(passage, &first) {
        return Some((position.into(), end));
    }
    let named = passage.is_capitalised(at) && passage.is_capitalised(first.end);
    let position = first.meaning.value();
    (first.meaning.is_ordinal() && (position > 3 || named)).then(|| (position.into(), first.end))
}

/// *the Eight Meeting*: one gathering behind a number word is the one at that position.
fn gathering(passage: Passage, at: usize) -> Option<(Decimal, usize)> {
    let number = passage.find(at, |sense| match sense {
        Sense::Cardinal(value) if value > 1 => Some(value),
        _ => None,
    })?;
    let meets = |sense| (sense == Sense::Gathering).then_some(());
    let one = passage.is_capitalised(at) && passage.is_capitalised(number.end);
    let meeting = passage.find(number.end, meets).filter(|_| one);
    meeting.map(|_| (number.meaning.into(), number.end))
}

/// A word that a position is made of.
#[derive(Debug, Clone, Copy)]
enum Word {
    Ordinal(u32),
    Cardinal(u32),
}

impl Word {
    fn value(self) -> u32 {
        match self {
            Self::Ordinal(value) | Self::Cardinal(value) => value,
        }
    }

    fn is_ordinal(self) -> bool {
        matches!(self, Self::Ordinal(_))
    }
}

fn word(passage: Passage, at: usize) -> Option<Found<Word>> {
    let least = if passage.lexis.tables.has_compound_numbers {
        1
    } else {
        20
    };
    passage.find(at, |sense| match sense {
        Sense::Ordinal(value) => u32::try_from(value).ok().map(Word::Ordinal),
        Sense::Cardinal(value) if value >= least => Some(Word::Cardinal(value)),
        _ => None,
    })
}

/// Two words for one position: *twenty-first*, *vingt et unième*, *vigésima
/// primera*, *الحادي والعشرون*. The second is a position, or both are tens and units.
fn compound(passage: Passage, first: &Found<Word>) -> Option<(u32, usize)> {
    // *seventy - sixth* is one word that a blank was set into.
    let hyphen = first.end + usize::from(passage.is_dash(first.end));
    let joined = passage.grammar(hyphen, Grammar::And).unwrap_or(hyphen);
    let joined = passage.grammar(joined, Grammar::The).unwrap_or(joined);
    let second = word(passage, joined)?;
    let (one, other) = (first.meaning.value(), second.meaning.value());
    let tens = |value: u32| (20..100).contains(&value) && value.is_multiple_of(10);
    let descending = second.meaning.is_ordinal() && tens(one) && other < 20;
    // *einundzwanzigste*: the first of several number words written as one.
    let is_position = match first.meaning {
        Word::Ordinal(_) => true,
        Word::Cardinal(_) => second.meaning.is_ordinal(),
    };
    let ascending = is_position && one < 10 && tens(other) && joined > hyphen;
    (descending || ascending).then_some((one + other, second.end))
}
