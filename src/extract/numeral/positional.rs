//! Numbers of digits before their powers of ten: 三千零五, 二百五十万, 5万4千, 二〇二一.

use std::ops::Range;

use rust_decimal::Decimal;

use super::fraction::tail_fraction;
use super::words::{Sign, read_sign, suffix};
use super::{Amount, Form, Numeral, last_place, read_digits};
use crate::extract::passage::Passage;
use crate::extract::sense::Sense;
use crate::language::grammar::Grammar;
use crate::language::hedge::Side;

/// Powers of ten from here on multiply all that stands before them.
const MYRIAD: u64 = 10_000;

/// What has been read of a number.
#[derive(Debug, Default)]
struct Sum {
    /// Scale and amount of the parts that a power from ten thousand on has closed.
    closed: Vec<(Decimal, Decimal)>,
    /// The part below ten thousand.
    section: Option<Decimal>,
    /// Digits that wait for their power of ten.
    digits: Option<Digits>,
    /// The power of ten read last.
    power: Option<Decimal>,
    /// Whether a zero stands before `digits`, so that they are units.
    zero: bool,
    /// The size of the last place, where digits say it.
    place: Option<Decimal>,
}

/// Digits in a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Digits {
    /// 2.3
    Written(Decimal),
    /// 五, or 二〇二一 read digit by digit.
    Spoken(Decimal),
}

impl Digits {
    fn value(self) -> Decimal {
        match self {
            Self::Written(value) | Self::Spoken(value) => value,
        }
    }
}

/// Why a number takes no further piece.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stop {
    /// None follows, or one of another number.
    End,
    /// No decimal holds the two.
    Overflow,
}

/// `amount`, which is `None` where no decimal holds it.
fn held<T>(amount: Option<T>) -> Result<T, Stop> {
    amount.ok_or(Stop::Overflow)
}

/// Reads a number; `None` if none starts at the token, or if its one character
/// is part of another word (四川).
pub(super) fn read_number(passage: Passage, at: usize) -> Option<Numeral> {
    let (sign, first) = read_sign(passage, at);
    if is_other_word(passage, first) {
        return None;
    }
    let (sum, end) = read_sum(passage, first).ok()??;
    // A single character is often a syllable of another word.
    if end == first + 1 && !passage.is_digits(first) && !counts(passage, first, end) {
        return None;
    }
    sum.numeral(passage, at, first..end, sign)
}

/// Reads a number wherever it stands: behind 百分之 or 第.
pub(in crate::extract) fn read_after_mark(passage: Passage, at: usize) -> Option<Numeral> {
    let (sign, first) = read_sign(passage, at);
    let (sum, end) = read_sum(passage, first).ok()??;
    sum.numeral(passage, at, first..end, sign)
}

/// Reads the value of a number without decimals: a whole, a numerator.
pub(super) fn read_whole(passage: Passage, at: usize) -> Option<(Decimal, usize)> {
    if is_other_word(passage, at) {
        return None;
    }
    let (sum, end) = read_sum(passage, at).ok()??;
    Some((sum.value()?, end))
}

/// Whether a longer word that is no number starts at a token: 一切, 十分.
fn is_other_word(passage: Passage, at: usize) -> bool {
    let word = passage.find(at, |sense| (sense == Sense::Stop).then_some(()));
    let unit = passage.find(at + 1, |sense| {
        matches!(sense, Sense::Unit(_)).then_some(())
    });
    word.is_some_and(|word| word.end > at + 1 && unit.is_none_or(|unit| unit.end <= word.end))
}

/// Whether the one character at `at` is a number: it stands alone, or what it
/// counts stands behind it.
fn counts(passage: Passage, at: usize, end: usize) -> bool {
    let power = passage.find(at, |sense| matches!(sense, Sense::Scale(_)).then_some(()));
    let ten = passage.has(at, Sense::Scale(10));
    // 百 alone may be part of a name (百色); 十 alone counts ten.
    if power.is_some() && !ten {
        return false;
    }
    if tail_fraction(passage, end, None).is_some() {
        return true;
    }
    let alone = !passage.is_ideograph(end)
        && (at == 0 || !passage.is_ideograph(at - 1) || is_marked(passage, at));
    let behind = passage.find(end, |sense| match sense {
        Sense::Unit(_)
        | Sense::Currency(_)
        | Sense::Noun(_)
        | Sense::OwnNoun(_)
        | Sense::Hedge(_)
        | Sense::Word(
            Grammar::Classifier
            | Grammar::Percent
            | Grammar::PercentagePoint
            | Grammar::Tenths
            | Grammar::PartOf
            | Grammar::Point
            | Grammar::AndHalf
            | Grammar::To
            | Grammar::MonthMark
            | Grammar::DayMark,
        ) => Some(()),
        _ => None,
    });
    alone || behind.is_some()
}

/// Whether words that announce a number end before a token.
fn is_marked(passage: Passage, at: usize) -> bool {
    let before = passage.find_before(at, |sense| match sense {
        Sense::Hedge(_) | Sense::Word(Grammar::To | Grammar::PartOf | Grammar::Minus) => Some(()),
        _ => None,
    });
    before.is_some()
}

/// The end of a number that starts at a token and that no decimal holds: 一万亿亿亿亿.
pub(super) fn beyond_reach(passage: Passage, at: usize) -> Option<usize> {
    let (_, first) = read_sign(passage, at);
    if is_other_word(passage, first) {
        return None;
    }
    match read_sum(passage, first) {
        Ok(Some((sum, end))) => sum.value().is_none().then_some(end),
        Ok(None) => None,
        Err(end) => Some(end),
    }
}

/// The end of the characters of numbers from a token on.
fn end_of_characters(passage: Passage, mut at: usize) -> usize {
    let number = |sense| matches!(sense, Sense::Cardinal(_) | Sense::Scale(_)).then_some(());
    while let Some(found) = passage.find(at, number) {
        at = found.end;
    }
    at
}

/// Reads the pieces of a number and its end; `None` without any.
///
/// # Errors
///
/// The end of its characters, where they are more than a decimal holds.
fn read_sum(passage: Passage, first: usize) -> Result<Option<(Sum, usize)>, usize> {
    let mut sum = Sum::default();
    let mut at = first;
    loop {
        let next = past_vagueness(passage, at, first);
        match sum.take(passage, next) {
            Ok(end) => at = end,
            Err(Stop::End) => break,
            Err(Stop::Overflow) => return Err(end_of_characters(passage, next)),
        }
    }
    Ok((at > first && sum.is_some()).then_some((sum, at)))
}

/// Past 多 or 几 before a power of ten: 十多万.
fn past_vagueness(passage: Passage, at: usize, first: usize) -> usize {
    let vague = passage.find(at, |sense| match sense {
        Sense::Hedge(hedge) if hedge.side == Side::After && hedge.approximate => Some(()),
        _ => None,
    });
    let power = |at| passage.find(at, |sense| matches!(sense, Sense::Scale(_)).then_some(()));
    match vague {
        Some(found) if at > first && power(found.end).is_some() => found.end,
        _ => at,
    }
}

/// Whether the character of a number starts a unit here: 2.3千克, 三十两.
fn starts_unit(passage: Passage, at: usize) -> bool {
    let unit = passage.find(at, |sense| matches!(sense, Sense::Unit(_)).then_some(()));
    // 五兆六十二亿, 一兆元: a number goes on behind the character, or money stands there.
    let power = passage.find(at + 1, |sense| match sense {
        Sense::Scale(_) | Sense::Cardinal(_) | Sense::Currency(_) => Some(()),
        _ => None,
    });
    unit.is_some_and(|unit| unit.end > at + 1 || power.is_none())
}

impl Sum {
    fn is_some(&self) -> bool {
        self.section.is_some() || self.digits.is_some() || !self.closed.is_empty()
    }

    /// Takes the piece at a token, and says where it ends.
    fn take(&mut self, passage: Passage, at: usize) -> Result<usize, Stop> {
        if passage.is_digits(at) || passage.word(at) == "." && self.digits.is_none() {
            let digits = read_digits(passage, at).filter(|_| self.digits.is_none());
            let digits = digits.ok_or(Stop::End)?;
            self.digits = Some(Digits::Written(digits.value));
            self.place = Some(Decimal::new(1, digits.decimals.min(28)));
            return Ok(digits.end);
        }
        if let Some(scale) = suffix(passage, at).filter(|_| self.digits.is_some()) {
            self.close(scale)?;
            return Ok(at + 1);
        }
        let found = passage.find(at, |sense| match sense {
            Sense::Cardinal(value) => Some((Decimal::from(value), false)),
            Sense::Scale(value) => Some((Decimal::from(value), true)),
            _ => None,
        });
        let found = found
            .filter(|_| !(self.is_some() && starts_unit(passage, at)))
            .ok_or(Stop::End)?;
        match found.meaning {
            (value, false) => self.take_digit(value)?,
            (power, true) if power < MYRIAD.into() => self.take_power(power)?,
            (scale, true) => self.close(scale)?,
        }
        Ok(found.end)
    }

    fn take_digit(&mut self, value: Decimal) -> Result<(), Stop> {
        match self.digits {
            Some(Digits::Spoken(before)) if value < Decimal::TEN && self.power.is_none() => {
                let shifted = held(before.checked_mul(Decimal::TEN))?;
                self.digits = Some(Digits::Spoken(held(shifted.checked_add(value))?));
            }
            Some(_) => return Err(Stop::End),
            // 一千零五: the zero skips the hundreds and the tens, so that 五 are units.
            None if value.is_zero() && self.power.is_some() => self.zero = true,
            None => {
                self.digits = Some(Digits::Spoken(value));
                self.place = None;
            }
        }
        Ok(())
    }

    fn take_power(&mut self, power: Decimal) -> Result<(), Stop> {
        let descends = self.power.is_none_or(|last| power < last);
        if !descends
            || self
                .digits
                .is_some_and(|digits| digits.value() >= Decimal::ONE_THOUSAND)
        {
            return Err(Stop::End);
        }
        // 十五: a power without a digit stands for one of it.
        let digits = self.digits.take().map_or(Decimal::ONE, Digits::value);
        // 零十: the zero is no digit.
        let digits = if digits.is_zero() {
            Decimal::ONE
        } else {
            digits
        };
        let amount = held(digits.checked_mul(power))?;
        let section = self.section.unwrap_or_default().checked_add(amount);
        self.section = Some(held(section)?);
        self.power = Some(power);
        self.place = self.place.and_then(|place| place.checked_mul(power));
        self.zero = false;
        Ok(())
    }

    /// Closes what has been read with a power from ten thousand on.
    fn close(&mut self, scale: Decimal) -> Result<(), Stop> {
        let mut base = match self.power {
            Some(power) if power >= MYRIAD.into() => self.digits.map(Digits::value),
            _ => self.below_myriad(),
        };
        // A copy: where no decimal holds the product the number ends before the power.
        let mut closed = self.closed.clone();
        while let Some(&(last, amount)) = closed.last()
            // A larger power multiplies all smaller parts before it: 三万五千亿. Right behind another it
            // multiplies that one: 万亿.
            && (base.is_none() || last < scale)
        {
            base = Some(held(base.unwrap_or_default().checked_add(amount))?);
            closed.pop();
        }
        let base = base.ok_or(Stop::End)?;
        let place = self.place.unwrap_or_else(|| last_place(base));
        closed.push((scale, held(base.checked_mul(scale))?));
        self.place = Some(held(place.checked_mul(scale))?);
        self.closed = closed;
        self.section = None;
        self.digits = None;
        self.power = Some(scale);
        self.zero = false;
        Ok(())
    }

    /// The part that no power has closed. A last digit without one counts the
    /// next lower power: 四百五 is 450, 四百零五 is 405.
    fn below_myriad(&self) -> Option<Decimal> {
        let Some(digits) = self.digits else {
            return self.section;
        };
        let power = match (digits, self.power) {
            (Digits::Spoken(value), Some(power)) if !self.zero && value < Decimal::TEN => {
                power / Decimal::TEN
            }
            _ => Decimal::ONE,
        };
        let section = self.section.unwrap_or_default();
        section.checked_add(digits.value().checked_mul(power)?)
    }

    fn value(&self) -> Option<Decimal> {
        let rest = self.below_myriad().unwrap_or_default();
        let mut amounts = self.closed.iter().map(|&(_, amount)| amount);
        amounts.try_fold(rest, Decimal::checked_add)
    }

    /// The number with its decimals (点五) and its sign.
    fn numeral(
        &self,
        passage: Passage,
        start: usize,
        digits: Range<usize>,
        sign: Sign,
    ) -> Option<Numeral> {
        let (first, mut end) = (digits.start, digits.end);
        let mut value = self.value()?;
        let open = self.section.is_none() && self.digits.is_none();
        let scale = self.closed.last().map(|&(scale, _)| scale).filter(|_| open);
        let mut place = self.place.unwrap_or_else(|| last_place(value));
        let mut form = match scale {
            Some(_) => Form::Scaled,
            None if passage.is_digits(first) && end == first + 1 && start == first => Form::Plain,
            None if passage.is_digits(first) => Form::Digits,
            None => Form::Words,
        };
        if let Some((decimals, next)) = decimals(passage, end) {
            value = value.checked_add(decimals)?;
            place = last_place(value);
            form = Form::Digits;
            end = next;
            let scale = passage.find(end, |sense| match sense {
                Sense::Scale(scale) if scale >= MYRIAD => Some(Decimal::from(scale)),
                _ => None,
            });
            if let Some(found) = scale {
                value = value.checked_mul(found.meaning)?;
                place = place.checked_mul(found.meaning)?;
                form = Form::Scaled;
                end = found.end;
            }
        }
        if let Some(tail) = tail_fraction(passage, end, None) {
            (value, end) = tail.add_to(value)?;
            place = last_place(value);
            form = Form::Words;
        }
        if sign == Sign::Minus {
            value.set_sign_negative(true);
        }
        Some(Numeral {
            start,
            end,
            amount: Amount::Number { value, place },
            form,
            scale,
        })
    }
}

/// 点五: the digits behind the point, spoken or written.
fn decimals(passage: Passage, at: usize) -> Option<(Decimal, usize)> {
    let first = passage.grammar(at, Grammar::Point)?;
    let mut end = first;
    let (mut value, mut place) = (Decimal::ZERO, Decimal::ONE);
    if passage.is_digits(end) {
        let digits = read_digits(passage, end).filter(|digits| digits.plain)?;
        let count = u32::try_from(passage.word(end).chars().count()).ok()?;
        let value = Decimal::try_from_i128_with_scale(digits.value.mantissa(), count).ok()?;
        return Some((value, digits.end));
    }
    while let Some(found) = passage.find(end, |sense| match sense {
        Sense::Cardinal(digit) if digit < 10 => Some(Decimal::from(digit)),
        _ => None,
    }) {
        place = place.checked_div(Decimal::TEN)?;
        if place.scale() > 20 {
            break;
        }
        value = value.checked_add(found.meaning.checked_mul(place)?)?;
        end = found.end;
    }
    (end > first).then_some((value, end))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::tests::holds;

    #[test]
    fn a_character_of_a_longer_word_is_no_number() {
        assert!(holds(is_other_word, "zh", "|千万不要"));
        assert!(!holds(is_other_word, "zh", "|三个人"));
    }

    #[test]
    fn words_that_announce_a_number_stand_before_it() {
        for text in ["增至|三", "约|三"] {
            assert!(holds(is_marked, "zh", text), "{text}");
        }
        assert!(!holds(is_marked, "zh", "人|三"));
    }
}
