//! Amounts that no single number states: *several hundred*, *tens of
//! thousands*, 二三十.

use std::ops::Range;

use rust_decimal::Decimal;

use super::{Amount, Form, Numeral};
use crate::extract::passage::Passage;
use crate::extract::sense::Sense;
use crate::language::figures::Composition;
use crate::language::grammar::Grammar;

/// Reads a vague amount. *Thousands* goes from a thousand to ten thousand; of
/// *several hundred* the ends are those of *several*, times a hundred.
pub(super) fn read_vague(passage: Passage, at: usize) -> Option<Numeral> {
    if let Some(neighbours) = read_neighbours(passage, at) {
        return Some(neighbours);
    }
    let found = passage.find(at, |sense| match sense {
        Sense::Vague(low, high) => Some((Decimal::from(low), Decimal::from(high))),
        Sense::Plenty(least) => least
            .checked_mul(10)
            .map(|most| (least.into(), most.into())),
        _ => None,
    })?;
    let (mut low, mut high) = found.meaning;
    let mut end = found.end;
    // *quelque 40 pays*: the word bounds the number behind it.
    if passage.is_digits(end) && low < Decimal::TEN {
        return None;
    }
    while let Some((scale, next)) = times(passage, end) {
        low = low.checked_mul(scale)?;
        high = high.checked_mul(scale)?;
        end = next;
    }
    Some(vague(at..end, low, high))
}

fn vague(tokens: Range<usize>, low: Decimal, high: Decimal) -> Numeral {
    Numeral {
        start: tokens.start,
        end: tokens.end,
        amount: Amount::Vague(low, high),
        form: Form::Words,
        scale: None,
    }
}

/// Two digits in a row before one power of ten, or behind ten, are the ends of
/// an amount: 二三十 is twenty to thirty, 一百二三十 is a hundred more, 十五六
/// is fifteen to sixteen, 三四个 three or four.
fn read_neighbours(passage: Passage, at: usize) -> Option<Numeral> {
    if passage.lexis.tables.composition != Composition::Positional || !passage.is_word(at) {
        return None;
    }
    let head = read_head(passage, at);
    let follows_digit = head.end > at || at > 0 && digit(passage, at - 1).is_some();
    let (low, high, mut end) = neighbours(passage, head.end)?;
    // 一百二三十: the power behind the two digits is lower than the one before them.
    let scale = times(passage, end).filter(|&(scale, _)| scale < head.last);
    let unit = if let Some((scale, next)) = scale {
        end = next;
        scale
    } else if head.last == Decimal::TEN || is_counted(passage, end) && !follows_digit {
        Decimal::ONE
    } else {
        return None;
    };
    let whole = |digit: Decimal| head.sum.checked_add(digit.checked_mul(unit)?);
    let (mut low, mut high) = (whole(low)?, whole(high)?);
    while let Some((scale, next)) = times(passage, end) {
        low = low.checked_mul(scale)?;
        high = high.checked_mul(scale)?;
        end = next;
    }
    // 二三五 are digits that are read one by one.
    digit(passage, end)
        .is_none()
        .then(|| vague(at..end, low, high))
}

/// The higher places before the two digits: 一百 in 一百二三十.
struct Head {
    sum: Decimal,
    /// The power of ten read last; none is as high as can be.
    last: Decimal,
    end: usize,
}

fn read_head(passage: Passage, at: usize) -> Head {
    let mut head = Head {
        sum: Decimal::ZERO,
        last: Decimal::MAX,
        end: at,
    };
    loop {
        let count = digit(passage, head.end).filter(|&count| count > 0);
        let power = head.end + usize::from(count.is_some());
        match times(passage, power) {
            Some((scale, end)) if scale < head.last && scale <= Decimal::ONE_THOUSAND => {
                head.sum += scale * Decimal::from(count.unwrap_or(1));
                head.last = scale;
                head.end = end;
            }
            _ => return head,
        }
    }
}

/// 五六, or 三五 for a few.
fn neighbours(passage: Passage, at: usize) -> Option<(Decimal, Decimal, usize)> {
    let low = digit(passage, at)?;
    let high = digit(passage, at + 1)?;
    let follows = low > 0 && (high == low + 1 || (low, high) == (3, 5));
    follows.then(|| (low.into(), high.into(), at + 2))
}

/// Whether what is counted stands at a token: 三四个.
fn is_counted(passage: Passage, at: usize) -> bool {
    let counted = |sense| match sense {
        Sense::Unit(_)
        | Sense::Currency(_)
        | Sense::Noun(_)
        | Sense::OwnNoun(_)
        | Sense::Word(Grammar::Classifier) => Some(()),
        _ => None,
    };
    passage.find(at, counted).is_some()
}

fn digit(passage: Passage, at: usize) -> Option<u32> {
    let found = passage.find(at, |sense| match sense {
        Sense::Cardinal(value) if value < 10 => Some(value),
        _ => None,
    })?;
    (found.end == at + 1).then_some(found.meaning)
}

/// *hundred* in *several hundred*, *of thousands* in *tens of thousands*.
fn times(passage: Passage, at: usize) -> Option<(Decimal, usize)> {
    let of = passage.grammar(at, Grammar::Of);
    let found = passage.find(of.unwrap_or(at), |sense| match sense {
        Sense::Scale(scale) => Some(scale),
        Sense::Plenty(scale) if of.is_some() => Some(scale),
        _ => None,
    })?;
    Some((found.meaning.into(), found.end))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::tests::holds;

    #[test]
    fn what_is_counted_stands_behind_a_vague_number() {
        assert!(holds(is_counted, "zh", "数|人"));
        assert!(!holds(is_counted, "zh", "数|和"));
    }
}
