//! How much a figure says.

use std::fmt;

use rust_decimal::Decimal;

use crate::model::{self, Bound, Dimension};

/// How much a figure says: the number, and the interval that its words allow.
///
/// ```
/// use verbale::{Decimal, Statement};
///
/// let statement = Statement::read("2021.txt", b"We cleared about 3 thousand hectares.")?;
/// let amount = statement.figures().next().unwrap().amount();
/// assert_eq!(amount.value, Some(Decimal::from(3000)));
/// assert_eq!((amount.low, amount.high), (Some(2500.into()), Some(3500.into())));
/// assert!(amount.approximate && amount.allows(2_900.into()) && !amount.allows(3_600.into()));
/// assert_eq!(amount.to_string(), "≈3000 hectare");
/// # Ok::<(), verbale::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Amount {
    /// The number in `unit`, exact; `None` for a range, a vague number, and what is
    /// no amount (dates, ordinals, references).
    pub value: Option<Decimal>,
    /// Lower end of what the words allow, in `unit`; `None` when open.
    pub low: Option<Decimal>,
    /// Upper end of what the words allow, in `unit`; `None` when open.
    pub high: Option<Decimal>,
    /// How the words bound the number.
    pub bound: Bound,
    /// Near the number, not on it.
    pub approximate: bool,
    /// English singular; `None` for a bare number.
    pub unit: Option<String>,
    /// What kind of thing `unit` measures.
    pub dimension: Option<Dimension>,
}

impl Amount {
    /// The amount of a figure as it was read.
    pub(super) fn of(figure: &model::Figure) -> Self {
        Self {
            value: figure.value,
            low: figure.low,
            high: figure.high,
            bound: figure.bound,
            approximate: figure.approximate,
            unit: figure.unit.clone(),
            dimension: figure.dimension,
        }
    }

    /// Whether the words allow `number` (in [`Amount::unit`]): *more than 140* does
    /// not allow 140. An amount without a number and without ends allows nothing.
    #[must_use]
    pub fn allows(&self, number: Decimal) -> bool {
        // Without this a figure that is no amount, open at both ends, would allow every number.
        if self.value.or(self.low).or(self.high).is_none() {
            return false;
        }
        // The ends of the interval belong to it, but for the number that *more than* and *less
        // than* name.
        let above = |low: Decimal| match self.bound {
            Bound::MoreThan => number > low,
            _ => number >= low,
        };
        let below = |high: Decimal| match self.bound {
            Bound::LessThan => number < high,
            _ => number <= high,
        };
        self.low.is_none_or(above) && self.high.is_none_or(below)
    }
}

impl fmt::Display for Amount {
    /// *>140 person*, *2..5 hectare*: the number as it is stored.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = self.bound.sign(self.approximate);
        let end = |end: Option<Decimal>| end.map_or_else(String::new, |end| end.to_string());
        match self.value {
            Some(value) => write!(f, "{sign}{value}")?,
            // A range or a vague number: an open end is left blank.
            None => write!(f, "{}..{}", end(self.low), end(self.high))?,
        }
        self.unit
            .as_ref()
            .map_or(Ok(()), |unit| write!(f, " {unit}"))
    }
}

#[cfg(test)]
mod tests {
    use crate::Statement;

    fn amount(text: &str) -> super::Amount {
        let statement = Statement::read("a.txt", text.as_bytes()).unwrap();
        let first = statement.figures().next().unwrap();
        first.amount()
    }

    #[test]
    fn a_strict_bound_does_not_allow_its_own_number() {
        let more = amount("We cleared more than 140 mines.");
        assert!(!more.allows(140.into()) && more.allows(141.into()));
        let fewer = amount("We cleared fewer than 140 mines.");
        assert!(!fewer.allows(140.into()) && fewer.allows(139.into()));
        let least = amount("We cleared at least 140 mines.");
        assert!(least.allows(140.into()) && !least.allows(139.into()));
    }

    #[test]
    fn a_range_is_told_by_its_ends() {
        let range = amount("We cleared between 140 and 150 fields.");
        assert_eq!(range.to_string(), "140..150 field");
        assert!(range.allows(145.into()) && !range.allows(151.into()));
    }
}
