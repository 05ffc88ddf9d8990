//! How far a figure moved, in words and numbers.

use rust_decimal::Decimal;
use serde::Serialize;

use super::figure::decimal;
use crate::model::{Delta, DeltaSide, Dimension, Figure, FigureKind};

/// How far a figure moved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DeltaRecord {
    /// The number after less the number before, in `unit`.
    pub absolute: String,
    /// The same as a part of the number before, to two decimals; null when
    /// that is zero.
    pub relative: Option<String>,
    /// What `absolute` is in, English singular: the unit of both figures, or the
    /// base unit where theirs differ; null for bare numbers.
    pub unit: Option<String>,
    /// For people, in the unit of the figure after unless things are counted: *+60*,
    /// *floor +60*, *+0.25 percentage points*.
    pub text: String,
    /// `relative` for people: *+43 %*; null for shares, whose difference is in
    /// points.
    pub share: Option<String>,
}

impl DeltaRecord {
    /// The record of the difference to the figure `after`; `None` where it is no
    /// finite decimal.
    #[must_use]
    pub(super) fn new(delta: &Delta, after: &Figure) -> Option<Self> {
        let absolute = delta.absolute()?;
        let relative = delta.relative().map(|part| part.round_dp(2));
        Some(Self {
            text: text(delta, absolute, after),
            // From 3 to 4 per cent is a third more: *+33 %* would be taken for the difference.
            share: relative.filter(|_| !is_of_shares(delta)).and_then(share),
            absolute: decimal(Some(absolute))?,
            relative: decimal(relative),
            unit: delta.unit.clone(),
        })
    }
}

fn is_of_shares(delta: &Delta) -> bool {
    matches!(
        delta.unit.as_deref(),
        Some("percent" | "percentage point" | "basis point")
    )
}

/// *floor +60*, *+0.25 percentage points*; *−25 basis points* between two ranges.
fn text(delta: &Delta, absolute: Decimal, after: &Figure) -> String {
    let side = match delta.side {
        DeltaSide::Floor => "floor ",
        DeltaSide::Ceiling => "ceiling ",
        DeltaSide::Value | DeltaSide::Range => "",
    };
    let (number, unit) = shown(delta, absolute);
    let is_range = delta.side == DeltaSide::Range;
    let (number, unit) = match unit {
        // Who sets a range counts its steps in basis points: *1/4 to 1/2 per cent* → *0 to 1/4* is
        // −25.
        Some("percent") if is_range => (number * Decimal::ONE_HUNDRED, Some("basis point")),
        // From 3 to 4 per cent is a point, not a per cent.
        Some("percent") => (number, Some("percentage point")),
        // *Houses damaged: +40* needs no *houses* again.
        _ if is_counted(after) => (number, None),
        unit => (number, unit),
    };
    let number = readable(number);
    match unit {
        Some(unit) => format!("{side}{} {}", signed(number), plural(unit, number)),
        None => format!("{side}{}", signed(number)),
    }
}

/// Decimal places beyond which a difference is one of fractions, which has no end.
const MOST_PLACES: u32 = 8;

/// A difference of fractions to three digits: *+0.0833* from 2/3 to 3/4.
fn readable(number: Decimal) -> Decimal {
    if number.scale() <= MOST_PLACES {
        return number;
    }
    number.round_sf(3).unwrap_or(number)
}

/// A difference in the unit of the figure after; as it is where that is no finite
/// decimal.
fn shown(delta: &Delta, absolute: Decimal) -> (Decimal, Option<&str>) {
    let own = delta.shown_in.as_ref().and_then(|(unit, factor)| {
        let scaled = absolute.checked_div(*factor)?;
        // 1/3 hectare is no finite decimal: the difference stays in the base unit.
        let is_exact = scaled.checked_mul(*factor)? == absolute;
        is_exact.then_some((scaled, Some(unit.as_str())))
    });
    own.unwrap_or((absolute, delta.unit.as_deref()))
}

/// Whether a figure counts things, which its title names.
fn is_counted(figure: &Figure) -> bool {
    figure.kind == FigureKind::Quantity && matches!(figure.dimension, None | Some(Dimension::Count))
}

/// A unit in the number of `count`: *3 square kilometres*, *1 year*, *5 USD per month*.
fn plural(unit: &str, count: Decimal) -> String {
    // *Barrels of oil per day*: what comes before the first joint is counted.
    let split = [" per ", " of "]
        .into_iter()
        .filter_map(|joint| unit.find(joint))
        .min();
    let (head, rest) = unit.split_at(split.unwrap_or(unit.len()));
    // *5 USD per month*: the code of a currency has no plural.
    let is_code = head.chars().all(|letter| letter.is_ascii_uppercase());
    if is_code || count.abs() == Decimal::ONE {
        return unit.to_owned();
    }
    // *degree Celsius*: a name keeps its form.
    let named = head.find(|letter: char| letter.is_uppercase());
    let (noun, name) = head.split_at(named.map_or(head.len(), |at| at.saturating_sub(1)));
    format!("{}{name}{rest}", plural_noun(noun))
}

fn plural_noun(noun: &str) -> String {
    const SAME: [&str; 3] = ["hertz", "siemens", "lux"];
    if let Some(stem) = noun.strip_suffix("foot") {
        format!("{stem}feet")
    } else if SAME.iter().any(|word| noun.ends_with(word)) {
        noun.to_owned()
    // *Country*, *century*; *day* and *key* take an *s*.
    } else if let Some(stem) = noun.strip_suffix("ry") {
        format!("{stem}ries")
    } else if noun.ends_with(['s', 'x']) || noun.ends_with("ch") {
        format!("{noun}es")
    } else {
        format!("{noun}s")
    }
}

fn share(part: Decimal) -> Option<String> {
    let percent = part.checked_mul(Decimal::ONE_HUNDRED)?;
    (!percent.is_zero()).then(|| format!("{} %", signed(percent)))
}

fn signed(value: Decimal) -> String {
    // The minus sign (U+2212), as wide as the plus; a hyphen could be taken for a range.
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
        // *+5 billion*, but *+5,123,456*.
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

    fn number(text: &str) -> Decimal {
        text.parse().unwrap()
    }

    fn delta(before: &str, after: &str, unit: &str) -> Delta {
        Delta {
            before: number(before),
            after: number(after),
            unit: Some(unit.to_owned()),
            side: DeltaSide::Value,
            shown_in: None,
        }
    }

    fn of_kind(kind: FigureKind, dimension: Dimension) -> Figure {
        Figure {
            kind,
            dimension: Some(dimension),
            ..Figure::default()
        }
    }

    #[test]
    fn two_floors_differ_by_their_floors() {
        let floors = Delta {
            side: DeltaSide::Floor,
            ..delta("140", "200", "mine")
        };
        let mines = of_kind(FigureKind::Quantity, Dimension::Count);
        let record = DeltaRecord::new(&floors, &mines).unwrap();
        assert_eq!(record.absolute, "60");
        assert_eq!(record.relative.as_deref(), Some("0.43"));
        assert_eq!(record.text, "floor +60");
        assert_eq!(record.share.as_deref(), Some("+43 %"));
    }

    #[test]
    fn a_difference_is_told_in_the_unit_of_the_figure_after() {
        let areas = Delta {
            shown_in: Some(("square kilometre".to_owned(), number("1000000"))),
            ..delta("21950000", "25750000", "square metre")
        };
        let area = of_kind(FigureKind::Quantity, Dimension::Area);
        let record = DeltaRecord::new(&areas, &area).unwrap();
        assert_eq!(record.text, "+3.8 square kilometres");
        assert_eq!(record.absolute, "3800000");
        assert_eq!(record.unit.as_deref(), Some("square metre"));
    }

    #[test]
    fn shares_differ_by_points_and_ranges_of_them_by_basis_points() {
        let share = of_kind(FigureKind::Percentage, Dimension::Share);
        let text = |delta: &Delta| DeltaRecord::new(delta, &share).unwrap().text;
        let rise = delta("3.25", "3.50", "percent");
        assert_eq!(text(&rise), "+0.25 percentage points");
        let range = Delta {
            side: DeltaSide::Range,
            ..delta("1.75", "1.50", "percent")
        };
        assert_eq!(text(&range), "−25 basis points");
    }

    #[test]
    fn units_stand_in_the_number_of_the_difference() {
        let cases = [
            ("square kilometre", "3.8", "square kilometres"),
            ("year", "-1", "year"),
            ("century", "2", "centuries"),
            ("USD per month", "5", "USD per month"),
            ("dollar per barrel", "5", "dollars per barrel"),
            ("degree Celsius", "2", "degrees Celsius"),
            ("foot", "2", "feet"),
        ];
        for (unit, count, text) in cases {
            assert_eq!(plural(unit, number(count)), text);
        }
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

    #[test]
    fn the_difference_of_two_shares_is_no_share_itself() {
        let delta = |unit: Option<&str>| Delta {
            before: number("3"),
            after: number("4"),
            unit: unit.map(str::to_owned),
            side: DeltaSide::Value,
            shown_in: None,
        };
        let share = |unit| {
            DeltaRecord::new(&delta(unit), &Figure::default())
                .unwrap()
                .share
        };
        assert_eq!(share(Some("percent")), None);
        assert_eq!(share(Some("hectare")), Some("+33 %".to_owned()));
    }
}
