//! A row of numbers as a line of bars.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

/// Eight heights (U+2581 to U+2588).
const BARS: [char; 8] = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];
/// Highest step of [`BARS`].
const TOP: Decimal = Decimal::from_parts(7, 0, 0, false, 0);

/// The numbers as bars from the least to the greatest, a blank where there is
/// none; empty with fewer than two numbers. Numbers that are all the same
/// stand at half height.
pub(super) fn sparkline(values: &[Option<Decimal>]) -> String {
    let known = || values.iter().flatten();
    let (Some(least), Some(greatest)) = (known().min(), known().max()) else {
        return String::new();
    };
    if known().count() < 2 {
        return String::new();
    }
    let bar = |value: &Option<Decimal>| match value {
        None => ' ',
        Some(_) if least == greatest => BARS[3],
        Some(value) => BARS[height(*value, *least, *greatest)],
    };
    values
        .iter()
        .map(bar)
        .collect::<String>()
        .trim_end()
        .to_owned()
}

/// 0 to 7.
fn height(value: Decimal, least: Decimal, greatest: Decimal) -> usize {
    let part = greatest
        .checked_sub(least)
        .and_then(|whole| (value - least).checked_div(whole));
    let step = part.and_then(|part| part.checked_mul(TOP));
    step.and_then(|step| step.round().to_usize())
        .unwrap_or(0)
        .min(7)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn numbers(values: &[&str]) -> Vec<Option<Decimal>> {
        values.iter().map(|value| value.parse().ok()).collect()
    }

    #[test]
    fn the_least_is_low_the_greatest_high_and_a_gap_blank() {
        assert_eq!(sparkline(&numbers(&["140", "-", "304", "361"])), "▁ ▆█");
    }

    #[test]
    fn one_number_has_no_trend_and_equal_ones_are_flat() {
        assert_eq!(sparkline(&numbers(&["140", "-"])), "");
        assert_eq!(sparkline(&numbers(&["2", "2.0"])), "▄▄");
    }
}
