//! Amounts on the scale of their unit, in exact decimals.

use rust_decimal::Decimal;

use super::unit::Unit;
use crate::model::{Bound, Figure};

/// An amount as its words allow it, on the scale of its unit: per cent for
/// shares, percentage points for basis points, base units for what is physical.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Amount<'a> {
    pub(super) unit: Unit<'a>,
    /// The number itself; `None` for ranges and vague numbers.
    pub(super) value: Option<Decimal>,
    /// Lower end of what the words allow; `None` when open.
    pub(super) low: Option<Decimal>,
    /// Upper end of what the words allow; `None` when open.
    pub(super) high: Option<Decimal>,
    pub(super) bound: Bound,
    pub(super) approximate: bool,
    /// The place of the last digit that is written: 0.1 for *2.5*, a million for
    /// *548 million*.
    pub(super) granularity: Decimal,
}

/// More than any number of per cent that a statement leaves *per cent* out of.
const MOST_PERCENT: Decimal = Decimal::ONE_THOUSAND;

/// Most by which two numbers differ, as a part of the greater, of which one is
/// the other rounded: of *1 million* and *1.4 million* each is its own number.
const MOST_ROUNDED: (i64, u32) = (25, 3);

impl<'a> Amount<'a> {
    /// The amount of a figure of `text`.
    pub(super) fn of(figure: &'a Figure, text: &str) -> Self {
        let unit = Unit::of(figure, text);
        let scale = match unit {
            Unit::Bare => Decimal::ONE,
            _ => Unit::factor(figure),
        };
        let canonical = figure
            .canonical
            .as_ref()
            .filter(|_| matches!(unit, Unit::Physical(_)));
        let own = [figure.value, figure.low, figure.high];
        let [value, low, high] = match canonical {
            Some(canonical) => [canonical.value, canonical.low, canonical.high],
            None => own.map(|number| number.and_then(|number| number.checked_mul(scale))),
        };
        let [value, low, high] = match figure.ratio {
            // *Two thirds* is no decimal: 66.67 per cent is near it, and the division is exact
            // enough.
            Some((part, whole)) => {
                let exact = part
                    .checked_mul(scale)
                    .and_then(|part| part.checked_div(whole));
                [exact, low.and(exact), high.and(exact)]
            }
            None => [value, low, high],
        };
        Self {
            unit,
            value,
            low,
            high,
            bound: figure.bound,
            approximate: figure.approximate,
            granularity: granularity(figure, text, value),
        }
    }

    /// The number, or the greater end of its range, without its sign.
    pub(super) fn size(&self) -> Option<Decimal> {
        self.value.or(self.high).or(self.low).map(|size| size.abs())
    }

    /// Whether both can be put on one scale. *1/4* beside *30 per cent* cannot: it is a quarter
    /// of a whole or of a per cent, and only where it is as much as the other is it told which.
    pub(super) fn is_commensurable(&self, other: &Self) -> bool {
        let is_doubtful = |part: &Self, share: &Self| {
            let is_less_than_one = part.part_of_one().is_some();
            let is_beyond = share.size().is_some_and(|share| share > Decimal::ONE);
            is_less_than_one && share.unit == Unit::Share && is_beyond && !part.is_part(share)
        };
        // *12,000* without a unit is no number of per cent.
        let is_no_share = |bare: &Self, share: &Self| {
            let is_large = bare.size().is_some_and(|size| size > MOST_PERCENT);
            bare.unit == Unit::Bare && is_large && share.unit == Unit::Share
        };
        self.unit.is_commensurable(other.unit)
            && ![(self, other), (other, self)]
                .into_iter()
                .any(|(one, two)| is_doubtful(one, two) || is_no_share(one, two))
    }

    /// The number without a unit that may be a part of one, *1/4*.
    fn part_of_one(&self) -> Option<Decimal> {
        self.value
            .filter(|part| self.unit == Unit::Bare && part.abs() < Decimal::ONE && !part.is_zero())
    }

    /// Whether this is a part of one, and the other the same in per cent.
    fn is_part(&self, share: &Self) -> bool {
        let percent = self
            .part_of_one()
            .and_then(|part| part.checked_mul(Decimal::ONE_HUNDRED));
        share.unit == Unit::Share && percent.is_some() && percent == share.value
    }

    /// Whether both are the same number, or one is the other rounded to the
    /// digits that it is written with. Ranges are the same by both ends.
    pub(super) fn is_same(&self, other: &Self) -> bool {
        match (self.value, other.value) {
            (Some(one), Some(two)) => {
                let is_part = self.is_part(other) || other.is_part(self);
                one == two || is_part || self.rounds(other) || other.rounds(self)
            }
            (None, None) => (self.low, self.high) == (other.low, other.high),
            _ => false,
        }
    }

    /// Whether `finer` is this number where it is rounded to the digits that this
    /// one is written with.
    fn rounds(&self, finer: &Self) -> bool {
        let (Some(own), Some(its)) = (self.value, finer.value) else {
            return false;
        };
        let rounded = || {
            let steps = its
                .checked_div(self.granularity)?
                .round_dp_with_strategy(0, rust_decimal::RoundingStrategy::MidpointAwayFromZero);
            steps.checked_mul(self.granularity)
        };
        let most = own.abs().max(its.abs()) * Decimal::new(MOST_ROUNDED.0, MOST_ROUNDED.1);
        // *4 million* is *4.04 million* rounded; *1 million* is not *1.4 million*.
        finer.granularity < self.granularity && (own - its).abs() <= most && rounded() == Some(own)
    }

    /// Whether the number stands near a point: exact, about or almost.
    pub(super) fn is_point(&self) -> bool {
        self.value.is_some()
            && match self.bound {
                Bound::Exact => true,
                // *Almost 40* stands near 40, *fewer than 40* anywhere below.
                Bound::LessThan | Bound::AtMost => self.approximate && self.low.is_some(),
                _ => false,
            }
    }

    /// Whether it is a plural that stands for a number: *thousands*.
    pub(super) fn is_vague(&self) -> bool {
        let tenfold = self.low.and_then(|low| low.checked_mul(Decimal::TEN));
        self.value.is_none() && self.approximate && tenfold.is_some() && tenfold == self.high
    }

    /// The largest number that the words may be said of. *Millions* is said of
    /// eleven million, for the next word is that for a thousand times as many.
    pub(super) fn upper(&self) -> Option<Decimal> {
        let wide = self.is_vague() && self.low >= Some(Decimal::ONE_THOUSAND);
        let high = self.high?;
        Some(if wide {
            high.saturating_mul(Decimal::TEN)
        } else {
            high
        })
    }
}

/// The place of the last written digit, on the scale of `value`. The figure's
/// own number may have a scale word behind its digits (*548 million*): how many
/// times larger it is than its digits is the place of their last.
fn granularity(figure: &Figure, text: &str, value: Option<Decimal>) -> Decimal {
    let (Some(value), Some(own)) = (value, figure.value) else {
        return Decimal::ZERO;
    };
    let of_own = written(figure.numeral.of(text))
        .filter(|digits| !digits.is_zero())
        .and_then(|digits| {
            let times = own.abs().checked_div(digits)?;
            times.checked_mul(Decimal::new(1, digits.scale()))
        })
        .unwrap_or(Decimal::new(1, own.scale()));
    let scale = value.checked_div(own).map(|scale| scale.abs());
    scale
        .and_then(|scale| of_own.checked_mul(scale))
        .unwrap_or(of_own)
}

/// The digits that a numeral begins with as a number: 1.25 of *1.25 million*;
/// `None` where it has none, or has a fraction.
fn written(numeral: &str) -> Option<Decimal> {
    let digits: String = numeral
        .chars()
        .take_while(|letter| letter.is_ascii_digit() || matches!(letter, '.' | ','))
        .collect();
    let rest = &numeral[digits.len()..];
    if rest.contains(|letter: char| letter.is_numeric()) {
        return None;
    }
    let digits = digits.trim_end_matches(['.', ',']);
    let groups: Vec<&str> = digits.split(',').collect();
    // *1,250* groups its digits, *1,25* has a decimal comma.
    let are_thousands = groups.len() > 1 && groups[1..].iter().all(|group| group.len() == 3);
    let plain = match groups.len() {
        _ if are_thousands => groups.concat(),
        1 => digits.to_owned(),
        2 => groups.join("."),
        _ => return None,
    };
    plain.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{FigureKind, Span};

    fn amount(text: &str, value: &str) -> (Figure, String) {
        let end = text.find('%').unwrap_or(text.len());
        let figure = Figure {
            numeral: Span::new(0, end),
            kind: FigureKind::Quantity,
            value: value.parse().ok(),
            low: value.parse().ok(),
            high: value.parse().ok(),
            ..Figure::default()
        };
        (figure, text.to_owned())
    }

    #[test]
    fn one_number_rounds_to_another_at_the_digits_it_is_written_with() {
        let cases = [
            (
                ("548 million", "548000000"),
                ("547.9 million", "547900000"),
                true,
            ),
            (("3.5", "3.5"), ("3.53", "3.53"), true),
            (("3.5", "3.50"), ("3.50", "3.50"), true),
            (("1 million", "1000000"), ("1.4 million", "1400000"), false),
            (("100,000", "100000"), ("99,400", "99400"), false),
            (("3.5", "3.5"), ("3.56", "3.56"), false),
            (("2.6", "2.6"), ("2.4", "2.4"), false),
        ];
        for ((one, first), (two, second), same) in cases {
            let (one, one_text) = amount(one, first);
            let (two, two_text) = amount(two, second);
            let (one, two) = (Amount::of(&one, &one_text), Amount::of(&two, &two_text));
            assert_eq!(one.is_same(&two), same, "{one:?} {two:?}");
            assert_eq!(two.is_same(&one), same, "{two:?} {one:?}");
        }
    }
}
