//! Parts of a whole: *two thirds*, *1/2*, *half a million*, *and a half*.

use rust_decimal::Decimal;

use super::positional;
use super::words::{Sign, read_sign, read_whole};
use super::{Amount, Form, Numeral, last_place, read_digits};
use crate::extract::passage::Passage;
use crate::extract::sense::Sense;
use crate::extract::token::Shape;
use crate::language::figures::Composition;
use crate::language::grammar::Grammar;

/// The fractions that Unicode has as one character.
const VULGAR: [(&str, i64, i64); 18] = [
    ("½", 1, 2),
    ("⅓", 1, 3),
    ("⅔", 2, 3),
    ("¼", 1, 4),
    ("¾", 3, 4),
    ("⅕", 1, 5),
    ("⅖", 2, 5),
    ("⅗", 3, 5),
    ("⅘", 4, 5),
    ("⅙", 1, 6),
    ("⅚", 5, 6),
    ("⅐", 1, 7),
    ("⅛", 1, 8),
    ("⅜", 3, 8),
    ("⅝", 5, 8),
    ("⅞", 7, 8),
    ("⅑", 1, 9),
    ("⅒", 1, 10),
];

/// Whether a character is a fraction by itself: *½*.
pub(in crate::extract) fn is_vulgar_fraction(word: &str) -> bool {
    vulgar_fraction(word).is_some()
}

fn vulgar_fraction(word: &str) -> Option<(i64, i64)> {
    if word.is_ascii() {
        return None;
    }
    let row = VULGAR.iter().find(|row| row.0 == word)?;
    Some((row.1, row.2))
}

/// A fraction behind a number: *and a half*, *1/2* in *2 1/2*.
#[derive(Debug, Clone, Copy)]
pub(super) struct TrailingFraction {
    /// What it adds.
    addend: Decimal,
    /// What it multiplies the sum by: *one and a half thousand*.
    factor: Decimal,
    /// Whether a scale belongs to it.
    pub(super) scaled: bool,
    /// One past its last token.
    end: usize,
}

impl TrailingFraction {
    /// The whole number with the fraction added, and where it ends.
    pub(super) fn add_to(&self, whole: Decimal) -> Option<(Decimal, usize)> {
        let value = whole.checked_add(self.addend)?.checked_mul(self.factor)?;
        Some((value, self.end))
    }
}

/// Reads a number that is a part: a share of a whole, or a part of a scale.
pub(super) fn read_fraction(passage: Passage, at: usize) -> Option<Numeral> {
    let (sign, first) = read_sign(passage, at);
    let (numerator, denominator, end) = match sign {
        Sign::Minus => read_share(passage, first).map(|(part, whole, end)| (-part, whole, end))?,
        Sign::Plus => read_share(passage, at)?,
    };
    if let Some((scale, end)) = scale_after(passage, end) {
        let value = numerator.checked_mul(scale)?.checked_div(denominator)?;
        return Some(Numeral {
            start: at,
            end,
            amount: Amount::Number {
                value,
                place: last_place(value),
            },
            form: Form::Scaled,
            scale: Some(scale),
        });
    }
    Some(Numeral {
        start: at,
        end,
        amount: Amount::Share(numerator, denominator),
        form: Form::Words,
        scale: None,
    })
}

/// *million* or *a million* or *of a million* behind a part, which a hyphen can tie to
/// it: *demi-million*.
fn scale_after(passage: Passage, at: usize) -> Option<(Decimal, usize)> {
    let at = at + usize::from(passage.is_hyphen(at));
    let of = passage.grammar(at, Grammar::Of).unwrap_or(at);
    let article = passage.grammar(of, Grammar::Article).unwrap_or(of);
    if of != at && article == of {
        return None;
    }
    let found = passage.find(article, |sense| match sense {
        Sense::Scale(scale) => Some(scale),
        _ => None,
    })?;
    Some((found.meaning.into(), found.end))
}

/// Part, whole and end of a share at a token.
fn read_share(passage: Passage, at: usize) -> Option<(Decimal, Decimal, usize)> {
    if let Some((part, whole)) = vulgar_fraction(passage.word(at)) {
        return Some((part.into(), whole.into(), at + 1));
    }
    slashed(passage, at)
        .or_else(|| share_word(passage, at))
        .or_else(|| parts_of_whole(passage, at))
        .or_else(|| bare_part(passage, at))
        .or_else(|| {
            if !may_count_parts(passage, at) {
                return None;
            }
            let part = read_whole(passage, at);
            counted_parts(passage, at, part).or_else(|| one_over(passage, part?))
        })
}

/// Most digits and marks, as tokens, of a number behind which its parts are looked for.
const MOST_PIECES: usize = 32;

/// Whether parts can be named behind the number at a token: behind digits stands
/// a dash, a word that the lexicon knows or a letter that multiplies them.
fn may_count_parts(passage: Passage, at: usize) -> bool {
    let is_inside = |at: &usize| passage.is_digits(*at) || passage.shape(*at) == Some(Shape::Mark);
    let end = passage.len().min(at + 1 + MOST_PIECES);
    let mut behind = (at + 1..end).skip_while(|at| is_inside(at) && !passage.is_dash(*at));
    let known = |at: usize| {
        passage.is_dash(at) || passage.is_glued(at) || !passage.tokens[at].senses.is_empty()
    };
    !passage.is_digits(at) || behind.next().is_some_and(known)
}

/// *полтора*.
fn share_word(passage: Passage, at: usize) -> Option<(Decimal, Decimal, usize)> {
    let found = passage.find(at, |sense| match sense {
        Sense::Share(part, whole) => Some((part, whole)),
        _ => None,
    })?;
    let (part, whole) = found.meaning;
    Some((part.into(), whole.into(), found.end))
}

/// 三分之一: the whole before the part.
fn parts_of_whole(passage: Passage, at: usize) -> Option<(Decimal, Decimal, usize)> {
    if passage.lexis.tables.composition != Composition::Positional {
        return None;
    }
    let (whole, next) = positional::read_whole(passage, at)?;
    let part = positional::read_after_mark(passage, passage.grammar(next, Grammar::PartOf)?)?;
    (!whole.is_zero()).then_some((part.value()?, whole, part.end))
}

/// *1/2*, with a slash of any kind; *2012/13* and *1/2/2020* are no shares.
fn slashed(passage: Passage, at: usize) -> Option<(Decimal, Decimal, usize)> {
    if !passage.is_digits(at)
        || !matches!(passage.word(at + 1), "/" | "／" | "\u{2044}")
        || !passage.is_digits(at + 2)
    {
        return None;
    }
    let (part, whole) = (read_digits(passage, at)?, read_digits(passage, at + 2)?);
    // The terms of a share are short; *2012/13* and *12/05/2020* are dates.
    let dated = passage.word(whole.end) == "/"
        || passage.is_glued(at) && passage.word(at - 1) == "/"
        || passage.word(at).len() > 3
        || passage.word(at + 2).len() > 4;
    let glued = passage.is_glued(at + 1) && passage.is_glued(at + 2);
    // *120/80* are two numbers.
    let pair = part.value > whole.value && whole.value >= Decimal::TEN;
    let usable = part.plain && whole.plain && !whole.value.is_zero() && !dated && !pair && glued;
    usable.then_some((part.value, whole.value, whole.end))
}

/// *half*, *a third*, *one quarter*: an article is a one. A position such as
/// *a third meeting* is no part: a noun stands behind it.
fn bare_part(passage: Passage, at: usize) -> Option<(Decimal, Decimal, usize)> {
    let article = passage.grammar(at, Grammar::Article);
    if let Some(start) = article
        && let Some((whole, end)) = compound_denominator(passage, start)
        && !passage.is_word(end)
    {
        return Some((Decimal::ONE, whole, end));
    }
    let start = article.unwrap_or(at);
    let found = passage.find(start, |sense| match sense {
        Sense::Part(whole) => Some((whole, true)),
        // *a second* is a position or a time, never a half.
        Sense::Ordinal(whole) if whole > 2 && article.is_some() => Some((whole, false)),
        _ => None,
    })?;
    if passage.has_cardinal(start) {
        return None;
    }
    let (whole, sure) = found.meaning;
    let noun_follows = passage.is_word(found.end)
        && !passage.is(found.end, Grammar::Of)
        && scale_after(passage, found.end).is_none();
    if !sure && (noun_follows || passage.is_hyphen(found.end)) {
        return None;
    }
    // *quarter* alone is a time or a coin more often than a share.
    let halved = whole == 2 || article.is_some() || scale_after(passage, found.end).is_some();
    let halved = halved && !(sure && whole == 2 && passage.is_hyphen(found.end));
    halved.then(|| (Decimal::ONE, whole.into(), found.end))
}

/// *two thirds*, *one-fifth*, *three twenty-firsts*. `part` is the whole number
/// at the token.
fn counted_parts(
    passage: Passage,
    at: usize,
    part: Option<(Decimal, usize)>,
) -> Option<(Decimal, Decimal, usize)> {
    let small = passage.find(at, |sense| match sense {
        Sense::Cardinal(value) if value < 20 => Some(value),
        _ => None,
    });
    if let Some(part) = small
        && let Some((whole, end)) = compound_denominator(passage, part.end)
    {
        return Some((part.meaning.into(), whole, end));
    }
    let (part, mut next) = part?;
    // *two hundred and fifty-four hundredths* may be either; *treinta y dos quintos* is one.
    let joins = passage.lexis.tables.composition == Composition::TensAndUnits;
    if !joins && (at..next).any(|token| passage.is(token, Grammar::And)) {
        return None;
    }
    if passage.is_dash(next) {
        next += 1;
    }
    let (whole, end) = read_denominator(passage, next)?;
    // *Sixty-fifth* is a position: parts of more than one are plurals.
    let plural = (next..end).any(|token| {
        passage
            .find(token, |sense| matches!(sense, Sense::Part(_)).then_some(()))
            .is_some()
    });
    (plural || part == Decimal::ONE).then_some((part, whole, end))
}

fn read_denominator(passage: Passage, at: usize) -> Option<(Decimal, usize)> {
    read_part(passage, at).or_else(|| compound_denominator(passage, at))
}

/// *twenty-firsts*.
fn compound_denominator(passage: Passage, at: usize) -> Option<(Decimal, usize)> {
    let tens = passage.find(at, |sense| match sense {
        Sense::Cardinal(value) if value >= 20 => Some(value),
        _ => None,
    })?;
    let next = if passage.is_hyphen(tens.end) {
        tens.end + 1
    } else {
        tens.end
    };
    let (unit, end) = read_part(passage, next).filter(|&(unit, _)| unit < Decimal::TEN)?;
    Some((unit.checked_add(tens.meaning.into())?, end))
}

/// The name of a part at a token: *third*, *quarters*.
pub(super) fn read_part(passage: Passage, at: usize) -> Option<(Decimal, usize)> {
    let found = passage.find(at, |sense| match sense {
        Sense::Part(whole) => Some(whole),
        Sense::Ordinal(whole) if whole > 2 => Some(whole),
        _ => None,
    })?;
    Some((found.meaning.into(), found.end))
}

/// *one over three*, behind the one.
fn one_over(passage: Passage, (part, next): (Decimal, usize)) -> Option<(Decimal, Decimal, usize)> {
    let next = passage.grammar(next, Grammar::Over)?;
    let (whole, end) = read_whole(passage, next)?;
    // *un informe sobre 3 países* counts no parts.
    (!whole.is_zero() && !passage.is_word(end)).then_some((part, whole, end))
}

/// The fraction behind a whole number that ends at a token. `scale` is the
/// scale word that closes the number, which a half then is a half of.
pub(super) fn tail_fraction(
    passage: Passage,
    at: usize,
    scale: Option<Decimal>,
) -> Option<TrailingFraction> {
    let vulgar = |at| read_share(passage, at).filter(|_| passage.tokens.get(at).is_some());
    let joined = [Grammar::And, Grammar::With]
        .into_iter()
        .find_map(|word| passage.grammar(at, word));
    let half = and_half(passage, at).map(|end| (Decimal::ONE, Decimal::TWO, end));
    let mixed = || {
        let hyphen = usize::from(passage.is_dash(at));
        is_mixed(passage, at).then_some(at + hyphen)
    };
    let (part, whole, end) = match half {
        Some(half) => half,
        None => match joined.and_then(|after| named_part(passage, after)) {
            Some(part) => part,
            None => vulgar(joined.or_else(mixed)?)?,
        },
    };
    // *2 and 5/4* are two numbers.
    if part >= whole {
        return None;
    }
    let mut addend = part.checked_div(whole)?;
    // *two million and a half*: the half is of a million.
    let of_scale = scale.filter(|_| joined.is_some() || half.is_some());
    if let Some(scale) = of_scale {
        let (own, end) = scale_after(passage, end).map_or((scale, end), |(own, end)| (own, end));
        addend = addend.checked_mul(own)?;
        return Some(TrailingFraction {
            addend,
            factor: Decimal::ONE,
            scaled: true,
            end,
        });
    }
    let (factor, end) = scale_after(passage, end)
        .filter(|_| scale.is_none())
        .unwrap_or((Decimal::ONE, end));
    Some(TrailingFraction {
        addend,
        factor,
        scaled: factor > Decimal::ONE,
        end,
    })
}

/// One part by its name alone behind *and*: *واحد وربع*.
fn named_part(passage: Passage, at: usize) -> Option<(Decimal, Decimal, usize)> {
    let found = passage.find(at, |sense| match sense {
        Sense::Part(whole) => Some(whole),
        _ => None,
    })?;
    (!passage.has_cardinal(at)).then(|| (Decimal::ONE, found.meaning.into(), found.end))
}

/// The end of *and a half* in one phrase, past what stands between a number
/// and its noun: 一个半.
fn and_half(passage: Passage, at: usize) -> Option<usize> {
    let behind = passage.grammar(at, Grammar::Classifier).unwrap_or(at);
    passage.grammar(behind, Grammar::AndHalf)
}

/// *2 1/2*, *2½*, *1-3/4*: a written fraction right behind digits.
fn is_mixed(passage: Passage, at: usize) -> bool {
    let start = if passage.is_hyphen(at) { at + 1 } else { at };
    let vulgar = VULGAR.iter().any(|row| row.0 == passage.word(start));
    at > 0 && passage.is_digits(at - 1) && (vulgar || slashed(passage, start).is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn some_characters_are_fractions_by_themselves() {
        assert!(is_vulgar_fraction("½") && is_vulgar_fraction("⅔"));
        assert!(!is_vulgar_fraction("1") && !is_vulgar_fraction("half"));
    }
}
