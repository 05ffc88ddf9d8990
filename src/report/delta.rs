//! How far a figure moved, in words and numbers.

use rust_decimal::Decimal;
use serde::Serialize;

use super::figure::decimal;
use super::verdict::{Verdict, comparable, step};
use crate::model::{Bound, Figure, FigureKind};

/// How far a figure moved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Delta {
    /// The number after less the number before, in the unit of the figure
    /// after (in the base unit where the units differ).
    pub absolute: String,
    /// The same as a part of the number before, to two decimals; null when
    /// that is zero.
    pub relative: Option<String>,
    /// For people, in the unit of the figure after: *+60*, *floor +60*, *+1.5
    /// points*.
    pub text: String,
    /// `relative` for people: *+43 %*; null for shares, whose difference is in
    /// points.
    pub share: Option<String>,
}

/// How far `after` is from `before`; `None` where there is no such number:
/// between a bound and a point, or for labels.
#[must_use]
pub(super) fn delta(before: &Figure, after: &Figure, verdict: Verdict) -> Option<Delta> {
    let moved = matches!(verdict, Verdict::Increased | Verdict::Decreased);
    let turned = step(before) != step(after);
    if !moved || turned || before.kind == FigureKind::Ratio {
        return None;
    }
    let (old, new) = comparable(before, after)?;
    let (old, new) = (old.value?, new.value?);
    let side = match (before.bound, after.bound) {
        (Bound::MoreThan | Bound::AtLeast, Bound::MoreThan | Bound::AtLeast) => "floor ",
        (Bound::LessThan | Bound::AtMost, Bound::LessThan | Bound::AtMost) => "ceiling ",
        (Bound::Exact, Bound::Exact) => "",
        _ => return None,
    };
    let absolute = new.checked_sub(old)?;
    let relative = absolute.checked_div(old).map(|part| part.round_dp(2));
    let unit = if after.kind == FigureKind::Percentage {
        " points"
    } else {
        ""
    };
    Some(Delta {
        text: format!("{side}{}{unit}", signed(in_own_unit(absolute, after, new))),
        share: relative
            .filter(|_| after.kind != FigureKind::Percentage)
            .and_then(share),
        absolute: decimal(Some(absolute))?,
        relative: decimal(relative),
    })
}

/// A difference in the unit of the figure after, whose number in the unit of the
/// difference is `new`; as it is where that is no finite decimal.
fn in_own_unit(absolute: Decimal, after: &Figure, new: Decimal) -> Decimal {
    let own = || {
        let product = absolute.checked_mul(after.value?)?;
        let scaled = product.checked_div(new)?;
        (scaled.checked_mul(new)? == product).then_some(scaled)
    };
    own().unwrap_or(absolute)
}

fn share(part: Decimal) -> Option<String> {
    let percent = part.checked_mul(Decimal::ONE_HUNDRED)?;
    (!percent.is_zero()).then(|| format!("{} %", signed(percent)))
}

fn signed(value: Decimal) -> String {
    let sign = if value.is_sign_negative() { "−" } else { "+" };
    format!("{sign}{}", short(value.abs()))
}

/// The scales of large numbers by their powers of ten, the largest first.
const SCALES: [(i64, &str); 3] = [
    (1_000_000_000_000, "trillion"),
    (1_000_000_000, "billion"),
    (1_000_000, "million"),
];

/// Most decimals before the name of a scale.
const SCALED_DECIMALS: u32 = 2;

/// `value` with the name of its scale where that is short and exact: *5 billion*.
fn short(value: Decimal) -> String {
    let mut scaled = SCALES.iter().filter_map(|&(scale, name)| {
        let count = value.checked_div(scale.into())?.normalize();
        let fits = count >= Decimal::ONE && count.scale() <= SCALED_DECIMALS;
        fits.then(|| format!("{} {name}", grouped(count)))
    });
    scaled.next().unwrap_or_else(|| grouped(value))
}

/// `value` with commas between groups of three digits, without trailing zeros.
#[must_use]
pub(super) fn grouped(value: Decimal) -> String {
    let text = value.normalize().to_string();
    let (sign, text) = text
        .strip_prefix('-')
        .map_or(("", text.as_str()), |rest| ("−", rest));
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    let mut out = String::from(sign);
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    if !fraction.is_empty() {
        out.push('.');
        out.push_str(fraction);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Canonical, Dimension};

    fn figure(value: &str, bound: Bound) -> Figure {
        Figure {
            value: Some(value.parse().unwrap()),
            bound,
            ..Figure::default()
        }
    }

    #[test]
    fn two_floors_differ_by_their_floors() {
        let (before, after) = (
            figure("140", Bound::MoreThan),
            figure("200", Bound::MoreThan),
        );
        let delta = delta(&before, &after, Verdict::Increased).unwrap();
        assert_eq!(delta.absolute, "60");
        assert_eq!(delta.relative.as_deref(), Some("0.43"));
        assert_eq!(delta.text, "floor +60");
        assert_eq!(delta.share.as_deref(), Some("+43 %"));
    }

    #[test]
    fn a_point_and_a_floor_have_no_difference() {
        let (before, after) = (figure("140", Bound::Exact), figure("200", Bound::MoreThan));
        assert_eq!(delta(&before, &after, Verdict::Increased), None);
    }

    #[test]
    fn a_difference_is_told_in_the_unit_of_the_figure_after() {
        let area = |value: &str, unit: &str, metres: &str| Figure {
            unit: Some(unit.to_owned()),
            dimension: Some(Dimension::Area),
            canonical: Some(Canonical {
                value: metres.parse().ok(),
                low: None,
                high: None,
                unit: "square metre",
            }),
            ..figure(value, Bound::Exact)
        };
        let before = area("2195", "hectare", "21950000");
        let after = area("25.75", "square kilometre", "25750000");
        let delta = delta(&before, &after, Verdict::Increased).unwrap();
        assert_eq!(delta.text, "+3.8");
        assert_eq!(delta.absolute, "3800000");
    }

    #[test]
    fn large_differences_are_named_where_that_is_exact() {
        let cases = [
            ("-5000000000", "−5 billion"),
            ("1750000", "+1.75 million"),
            ("2500000000000", "+2.5 trillion"),
            ("1234567", "+1,234,567"),
            ("1234000", "+1,234,000"),
            ("1500000000.5", "+1,500,000,000.5"),
            ("999999", "+999,999"),
        ];
        for (value, text) in cases {
            assert_eq!(signed(value.parse().unwrap()), text);
        }
    }

    #[test]
    fn groups_of_three_are_set_apart() {
        let cases = [
            ("1250000", "1,250,000"),
            ("140", "140"),
            ("-1234.50", "−1,234.5"),
        ];
        for (value, text) in cases {
            assert_eq!(grouped(value.parse().unwrap()), text);
        }
    }
}
