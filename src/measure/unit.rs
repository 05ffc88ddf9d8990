//! Units as the judge sees them: which amounts can be put on one scale.

use rust_decimal::Decimal;

use crate::model::{Dimension, Figure, FigureKind};

/// What an amount is measured in. Amounts of two units that differ are never
/// subtracted from one another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Unit<'a> {
    /// Things counted, by their English singular: `anti-tank mine`.
    Things(&'a str),
    /// A number without a unit.
    Bare,
    /// A part of a whole in per cent; a ratio is another spelling of one.
    Share,
    /// Percentage points; a basis point is a hundredth of one.
    Point,
    /// Money of one currency by its ISO 4217 code; `dollar` where the country
    /// is not said.
    Money(&'a str),
    /// Any unit of a physical dimension, in its base unit.
    Physical(Dimension),
    /// One unit alone, as a rate: *USD per month*.
    Other(&'a str),
}

/// Basis points in a percentage point.
const BASIS_POINTS: Decimal = Decimal::ONE_HUNDRED;

impl<'a> Unit<'a> {
    /// The unit of an amount of `text`.
    pub(super) fn of(figure: &'a Figure, text: &str) -> Self {
        let unit = figure.unit.as_deref();
        match (figure.kind, figure.dimension, unit) {
            // *A rate of 1/4 to 1/2* says no part of anything.
            (FigureKind::Ratio, _, None) if is_written_with_stroke(figure, text) => Self::Bare,
            (FigureKind::Percentage, _, Some("basis point" | "percentage point")) => Self::Point,
            (FigureKind::Ratio, _, _) | (FigureKind::Percentage, _, None | Some("percent")) => {
                Self::Share
            }
            (FigureKind::Duration, _, _) => Self::Physical(Dimension::Time),
            // *40 euros per month* is a rate, and no sum of *40 euros*.
            (FigureKind::Money, _, Some(unit)) if !unit.contains(" per ") => {
                Self::Money(figure.currency.as_deref().unwrap_or(unit))
            }
            (_, _, None) => Self::Bare,
            // *40 tents*: the unit is the thing.
            (FigureKind::Quantity, None | Some(Dimension::Count), Some(unit)) => Self::Things(unit),
            (_, Some(dimension), Some(_))
                if is_physical(dimension) && figure.canonical.is_some() =>
            {
                Self::Physical(dimension)
            }
            (_, _, Some(unit)) => Self::Other(unit),
        }
    }

    /// How many of the scale's own unit one of the written unit is, where the
    /// figure has no canonical amount: a hundredth for basis points.
    pub(super) fn factor(figure: &Figure) -> Decimal {
        if figure.unit.as_deref() == Some("basis point") {
            Decimal::ONE / BASIS_POINTS
        } else if figure.kind == FigureKind::Ratio {
            Decimal::ONE_HUNDRED
        } else {
            Decimal::ONE
        }
    }

    /// Whether amounts of both can be put on one scale. A number that leaves its
    /// unit out may have any.
    pub(super) fn is_commensurable(self, other: Self) -> bool {
        match (self, other) {
            // *40 tents* → *52 shelters*: what is counted may be named anew; the words around
            // decide.
            (Self::Things(_) | Self::Bare, Self::Things(_) | Self::Bare) => true,
            (Self::Money(one), Self::Money(two)) => one == two || is_dollar(one, two),
            _ => self == other || self == Self::Bare || other == Self::Bare,
        }
    }
}

/// Whether one is a dollar without a country and the other that of one.
fn is_dollar(one: &str, two: &str) -> bool {
    let is_of_country = |code: &str| code.len() == 3 && code.ends_with('D');
    one == "dollar" && is_of_country(two) || two == "dollar" && is_of_country(one)
}

/// Whether it is a number written with a stroke, which need not be a part of
/// anything: *a rate of 1/4 to 1/2*.
fn is_written_with_stroke(figure: &Figure, text: &str) -> bool {
    figure.numeral.of(text).contains(['/', '⁄'])
}

fn is_physical(dimension: Dimension) -> bool {
    !matches!(
        dimension,
        Dimension::Count | Dimension::Share | Dimension::Money | Dimension::Rate | Dimension::Other
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn figure(kind: FigureKind, unit: &str) -> Figure {
        Figure {
            kind,
            unit: Some(unit.to_owned()),
            ..Figure::default()
        }
    }

    #[test]
    fn points_and_basis_points_are_one_unit_and_percent_is_another() {
        let [points, basis, percent] = ["percentage point", "basis point", "percent"]
            .map(|unit| figure(FigureKind::Percentage, unit));
        assert_eq!(Unit::of(&points, ""), Unit::of(&basis, ""));
        assert!(!Unit::of(&points, "").is_commensurable(Unit::of(&percent, "")));
    }

    #[test]
    fn a_dollar_without_a_country_may_be_that_of_any() {
        assert!(Unit::Money("dollar").is_commensurable(Unit::Money("USD")));
        assert!(!Unit::Money("AUD").is_commensurable(Unit::Money("USD")));
        assert!(!Unit::Money("dollar").is_commensurable(Unit::Money("EUR")));
    }

    #[test]
    fn a_number_that_leaves_its_unit_out_may_have_any() {
        assert!(Unit::Bare.is_commensurable(Unit::Share));
        assert!(!Unit::Things("tree").is_commensurable(Unit::Share));
    }

    #[test]
    fn what_is_measured_is_physical_and_what_is_counted_is_not() {
        assert!(is_physical(Dimension::Area) && is_physical(Dimension::Time));
        assert!(!is_physical(Dimension::Count) && !is_physical(Dimension::Money));
    }
}
