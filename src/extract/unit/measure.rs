//! Units as they stand in a text: powers, rates, symbols and names.

use rust_decimal::Decimal;

use super::{Unit, measure_named, symbol};
use crate::extract::passage::Passage;
use crate::extract::sense::Sense;
use crate::extract::token::Shape;
use crate::language::grammar::Grammar;
use crate::model::Dimension;

/// A unit read from the text, compound or not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::extract) struct Measure {
    /// English singular.
    pub(in crate::extract) name: String,
    /// What it measures.
    pub(in crate::extract) dimension: Dimension,
    /// Base units of the dimension in one unit; `None` where no exact factor is known.
    pub(in crate::extract) factor: Option<Decimal>,
}

impl Measure {
    /// The unit of a name or, where the tables have none, what is counted.
    pub(in crate::extract) fn named(name: &str) -> Self {
        measure_named(name).unwrap_or_else(|| Self {
            name: name.to_owned(),
            dimension: Dimension::Count,
            factor: None,
        })
    }

    /// A unit as it stands.
    pub(super) fn of(single: Unit) -> Self {
        Self {
            name: single.name.into_owned(),
            dimension: single.dimension,
            factor: single.factor,
        }
    }
}

/// Reads the unit at a token, with its end. A hyphen before it is passed
/// over (*10-day*). Symbols of one letter count only behind digits.
pub(in crate::extract) fn read_measure(passage: Passage, at: usize) -> Option<(Measure, usize)> {
    let start = if passage.is_hyphen(at) { at + 1 } else { at };
    let (measure, end) = read_power(passage, start)?;
    Some(read_rate(passage, measure, end))
}

/// Reads *square kilometres*, *km²*, *m2*, *kilometres cubed*.
fn read_power(passage: Passage, at: usize) -> Option<(Measure, usize)> {
    for (word, power) in [(Grammar::Square, 2), (Grammar::Cubic, 3)] {
        if let Some(mut next) = passage.grammar(at, word) {
            if passage.word(next) == "." || passage.is_hyphen(next) {
                next += 1;
            }
            if let Some((row, end)) = read_simple(passage, next) {
                return raised(&passage.lexis.unit(row), power).map(|measure| (measure, end));
            }
        }
    }
    let (row, end) = read_simple(passage, at)?;
    let single = passage.lexis.unit(row);
    let end = end + usize::from(is_compass(passage, end));
    if single.dimension == Dimension::Length
        && let Some((power, end)) = written_power(passage, end)
        && let Some(measure) = raised(&single, power)
    {
        return Some((measure, end));
    }
    Some((Measure::of(single), end))
}

fn written_power(passage: Passage, at: usize) -> Option<(u32, usize)> {
    // *metros cuadrados*
    for (word, power) in [(Grammar::Square, 2), (Grammar::Cubic, 3)] {
        if let Some(end) = passage.grammar(at, word) {
            return Some((power, end));
        }
    }
    let caret = usize::from(passage.word(at) == "^");
    // Of *6'2"* the feet are no square.
    let raises = passage.is_glued(at) && at > 0 && !is_mark_of_feet(passage, at - 1);
    let power = match passage.word(at + caret) {
        "²" | "2" if raises => 2,
        "³" | "3" if raises => 3,
        "squared" => 2,
        "cubed" => 3,
        _ => return None,
    };
    Some((power, at + caret + 1))
}

fn raised(base: &Unit, power: u32) -> Option<Measure> {
    let (word, dimension) = match power {
        2 => ("square", Dimension::Area),
        _ => ("cubic", Dimension::Volume),
    };
    if base.dimension != Dimension::Length {
        return None;
    }
    let factor = base
        .factor
        .and_then(|factor| (1..power).try_fold(factor, |product, _| product.checked_mul(factor)));
    Some(Measure {
        name: format!("{word} {}", base.name),
        dimension,
        factor,
    })
}

/// Reads one name or symbol: its row and end. A word of the grammar is no symbol: *um* in
/// *zwischen 2019 und 2023 um 3 Prozent*.
fn read_simple(passage: Passage, at: usize) -> Option<(u16, usize)> {
    if passage.is(at, Grammar::Difference) && !passage.is_glued(at) {
        return None;
    }
    let named = passage.find(at, |sense| match sense {
        Sense::Unit(row) => Some(row),
        _ => None,
    });
    let written = read_symbol(passage, at);
    match (named, written) {
        // *metres* is a name, and begins with the symbol of a metre.
        (Some(found), Some((_, end))) if end <= found.end => Some((found.meaning, found.end)),
        (_, Some(written)) => Some(written),
        (Some(found), None) => Some((found.meaning, found.end)),
        (None, None) => None,
    }
}

/// Most tokens that a symbol has: *lb*, *-*, *ft*, *.*
const LONGEST_SYMBOL: usize = 4;

fn read_symbol(passage: Passage, at: usize) -> Option<(u16, usize)> {
    if let Some(dotted) = read_dotted(passage, at) {
        return Some(dotted);
    }
    let glued = (1..LONGEST_SYMBOL)
        .take_while(|&offset| passage.is_glued(at + offset))
        .count();
    (1..=glued + 1)
        .rev()
        .filter(|len| at + len <= passage.len())
        .find_map(|len| {
            let written = passage.words(at..at + len);
            let row = symbol(written)?;
            (ends_symbol(passage, at + len) && is_plain_symbol(passage, at, written))
                .then_some((row, at + len))
        })
}

/// Most and fewest letters of a symbol with a dot behind each.
const DOTTED: std::ops::RangeInclusive<usize> = 3..=4;

/// Reads a symbol with a dot behind each letter: *m.p.h.* The last dot may be missing.
fn read_dotted(passage: Passage, at: usize) -> Option<(u16, usize)> {
    let letter = |at: usize| passage.is_word(at) && passage.len_chars(at) == 1;
    let dot = |at: usize| passage.word(at) == "." && passage.is_glued(at);
    if !letter(at) || !dot(at + 1) {
        return None;
    }
    let (mut written, mut end) = (passage.word(at).to_owned(), at + 1);
    while dot(end) && passage.is_glued(end + 1) && letter(end + 1) {
        written.push_str(passage.word(end + 1));
        end += 2;
    }
    let row = symbol(&written).filter(|_| DOTTED.contains(&written.chars().count()))?;
    Some((row, end + usize::from(dot(end))))
}

/// Whether a symbol may end before a token: letters do not go on.
fn ends_symbol(passage: Passage, end: usize) -> bool {
    // *l'année*: the letter is a word cut short.
    if matches!(passage.word(end), "'" | "’") && passage.is_glued(end) && passage.is_glued(end + 1)
    {
        return false;
    }
    !passage.is_glued(end)
        || is_compass(passage, end)
        || passage.shape(end) == Some(Shape::Mark)
            && !(passage.is_hyphen(end) && passage.is_digits(end + 1))
        || matches!(passage.word(end), "2" | "3")
}

/// Whether the letter behind a degree says which way: *74°S*.
fn is_compass(passage: Passage, at: usize) -> bool {
    let degree = at > 0 && passage.word(at - 1) == "°" && passage.is_glued(at);
    degree && matches!(passage.word(at), "N" | "S" | "E" | "W")
}

/// Whether a symbol can be meant at a token. Those that are also words or
/// marks of punctuation stand behind digits, and nothing follows that makes
/// them a word.
fn is_plain_symbol(passage: Passage, at: usize, written: &str) -> bool {
    let behind_digits = at > 0 && (passage.is_digits(at - 1) || is_fraction(passage.word(at - 1)))
        || at > 1 && passage.is_hyphen(at - 1) && passage.is_digits(at - 2);
    let glued = passage.is_glued(at);
    match written {
        "\"" | "”" | "'" | "′" | "''" | "″" => {
            let number = passage.is_digits(at + 1) && !is_feet_of_inches(passage, at);
            behind_digits && glued && !number && !closes_quote(passage, at)
        }
        // A set, never teravolts.
        "TV" => false,
        "a" | "at" | "d" | "as" | "am" | "pm" | "us" | "El" | "EL" | "do" if !glued => false,
        "s" if glued && is_year_plural(passage, at) => false,
        "in" => {
            let sized = passage.has(at + 1, Sense::Word(Grammar::Size));
            behind_digits
                && (glued || sized || !passage.is_word(at + 1))
                && !passage.is_digits(at + 1)
        }
        _ if written.chars().count() == 1 => {
            behind_digits
                || at > 0
                    && [Grammar::Square, Grammar::Cubic, Grammar::Per]
                        .iter()
                        .any(|&word| passage.grammar_before(at, word).is_some())
                || at > 0 && matches!(passage.word(at - 1), "/" | "-" | ".")
                || is_after_scale(passage, at)
        }
        _ => true,
    }
}

/// Whether a mark is of feet with inches behind it: *6'2"*.
fn is_feet_of_inches(passage: Passage, at: usize) -> bool {
    let feet = is_mark_of_feet(passage, at);
    let inches = matches!(passage.word(at + 2), "\"" | "”" | "″" | "''");
    feet && inches && passage.is_glued(at + 2)
}

fn is_mark_of_feet(passage: Passage, at: usize) -> bool {
    matches!(passage.word(at), "'" | "′" | "’")
}

/// Whether a mark ends what an earlier one of its kind began to quote.
fn closes_quote(passage: Passage, at: usize) -> bool {
    let mark = passage.word(at);
    let quotes = |token: &usize| {
        matches!(
            (mark, passage.word(*token)),
            ("”", "“" | "”") | ("\"", "\"")
        )
    };
    let opening =
        |token: usize| passage.word(token) == "“" || !passage.is_digits(token.saturating_sub(1));
    (0..at).rev().find(quotes).is_some_and(opening)
}

/// Whether the digits before a glued *s* are a year: *the 1990s*.
fn is_year_plural(passage: Passage, at: usize) -> bool {
    at > 0 && passage.len_chars(at - 1) == 4 && passage.word(at - 1).starts_with(['1', '2'])
}

fn is_after_scale(passage: Passage, at: usize) -> bool {
    at > 0
        && passage
            .find(at - 1, |sense| {
                matches!(sense, Sense::Scale(_)).then_some(())
            })
            .is_some()
}

fn is_fraction(word: &str) -> bool {
    matches!(word, "½" | "¼" | "¾" | "⅓" | "⅔")
}

/// Adds what the unit is counted per: *per second*, */h*, *a day*.
fn read_rate(passage: Passage, measure: Measure, end: usize) -> (Measure, usize) {
    let per = read_per(passage, end).or_else(|| per_behind(passage, end));
    // *Every 5 minutes a child dies.*
    let opens = |below: &Measure| {
        let things = below.dimension == Dimension::Count;
        measure.dimension == Dimension::Time && things && passage.is(end, Grammar::Article)
    };
    let Some((below, end)) = per.filter(|(below, _)| !opens(below)) else {
        return (measure, end);
    };
    let (below, end) = squared_time(passage, &below, end).unwrap_or((below, end));
    // Where the quotient is no finite decimal, amounts compare in this unit alone.
    let factor = match (measure.factor, below.factor) {
        (Some(above), Some(below)) => above
            .checked_div(below)
            .filter(|quotient| quotient.checked_mul(below) == Some(above)),
        _ => None,
    };
    let dimension = match (measure.dimension, below.dimension) {
        (Dimension::Length, Dimension::Time) => Dimension::Speed,
        (Dimension::Volume, Dimension::Time) => Dimension::Flow,
        (Dimension::Mass, Dimension::Volume) => Dimension::Density,
        (Dimension::Data, Dimension::Time) => Dimension::DataRate,
        _ => Dimension::Rate,
    };
    let rate = Measure {
        name: format!("{} per {}", measure.name, below.name),
        dimension,
        factor,
    };
    (rate, end)
}

/// Most words of what is measured between a unit and what it is counted per.
const LONGEST_MEASURED: usize = 2;

/// The time that what is measured is counted per: *5 tonnes of wheat a year*.
fn per_behind(passage: Passage, end: usize) -> Option<(Measure, usize)> {
    let of = passage.grammar(end, Grammar::Of)?;
    (of + 1..=of + LONGEST_MEASURED)
        .take_while(|&at| passage.is_word(at - 1) && !passage.has(at - 1, Sense::Stop))
        .find_map(|at| read_per(passage, at))
        .filter(|(per, _)| per.dimension == Dimension::Time)
}

/// The square of a time that *2* makes of it: *m/s²*.
fn squared_time(passage: Passage, below: &Measure, end: usize) -> Option<(Measure, usize)> {
    let (power, end) = written_power(passage, end)?;
    let squared = power == 2 && below.dimension == Dimension::Time;
    squared.then(|| {
        let measure = Measure {
            name: format!("square {}", below.name),
            dimension: Dimension::Other,
            factor: below.factor.and_then(|factor| factor.checked_mul(factor)),
        };
        (measure, end)
    })
}

/// Reads what a number is counted per, with its end: a unit or, behind *per*
/// itself, any noun.
pub(in crate::extract) fn read_per(passage: Passage, at: usize) -> Option<(Measure, usize)> {
    let at = if passage.is_hyphen(at) { at + 1 } else { at };
    let slash = passage.word(at) == "/" && passage.is_glued(at + 1) && !passage.is_digits(at + 1);
    let slash = slash.then_some(at + 1);
    let per = slash.or_else(|| passage.grammar(at, Grammar::Per));
    let each = passage.grammar(at, Grammar::Each);
    let next = per.or(each)?;
    let next = if passage.is_hyphen(next) {
        next + 1
    } else {
        next
    };
    if let Some((measure, end)) = read_power(passage, next) {
        // *lost 300 km a year ago*
        let ago =
            per.is_none() && (passage.is(end, Grammar::Ago) || passage.is(end, Grammar::After));
        return (!ago).then_some((measure, end));
    }
    let bearer = passage.has(next, Sense::Bearer);
    if (per.is_none() && !bearer) || !passage.is_word(next) {
        return None;
    }
    // *per diluted share*
    let qualified = !bearer && passage.has(next + 1, Sense::Bearer);
    let end = next + 1 + usize::from(qualified);
    let name = passage.lexis.singular(&passage.folded(next..end));
    let noun = Measure {
        name,
        dimension: Dimension::Count,
        factor: None,
    };
    Some((noun, end))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::tests::holds;

    #[test]
    fn a_character_may_be_a_fraction_by_itself() {
        assert!(is_fraction("½") && is_fraction("⅔"));
        assert!(!is_fraction("1") && !is_fraction("m"));
    }

    #[test]
    fn an_s_behind_four_digits_makes_a_decade() {
        assert!(holds(is_year_plural, "en", "the 1990|s"));
        for text in ["for 45|s", "for 5000|s"] {
            assert!(!holds(is_year_plural, "en", text), "{text}");
        }
    }

    #[test]
    fn a_letter_behind_a_scale_is_a_unit() {
        assert!(holds(is_after_scale, "en", "5 million |t of it"));
        assert!(!holds(is_after_scale, "en", "5 |t of it"));
    }
}
