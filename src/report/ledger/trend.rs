//! A row of numbers as a line of bars.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

/// Eight heights (U+2581 to U+2588).
const BARS: [char; 8] = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];
/// Highest step of [`BARS`].
const TOP: Decimal = Decimal::from_parts(7, 0, 0, false, 0);
/// A statement that has the number of all others.
const STATED: char = '■';
/// A statement without a number.
const GAP: char = '·';

/// The numbers as bars from zero to the greatest, or from the least where one is below
/// zero; a dot where there is none. Numbers that are all the same are no bars: a mark for
/// each. Empty with fewer than two numbers.
pub(super) fn sparkline(values: &[Option<Decimal>]) -> String {
    let known = || values.iter().flatten();
    let (Some(least), Some(greatest)) = (known().min(), known().max()) else {
        return String::new();
    };
    if known().count() < 2 {
        return String::new();
    }
    // From zero, or 98 and 100 would look like nothing and much.
    let ground = Decimal::ZERO.min(*least);
    let bar = |value: &Option<Decimal>| match value {
        None => GAP,
        // Bars of one height would look like a trend.
        Some(_) if least == greatest => STATED,
        Some(value) => BARS[height(*value, ground, *greatest)],
    };
    values.iter().map(bar).collect()
}

/// 0 to 7.
fn height(value: Decimal, ground: Decimal, greatest: Decimal) -> usize {
    let part = greatest
        .checked_sub(ground)
        .and_then(|whole| (value - ground).checked_div(whole));
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
    fn bars_stand_on_zero_and_a_gap_is_a_dot() {
        assert_eq!(sparkline(&numbers(&["140", "-", "304", "361"])), "▄·▇█");
        assert_eq!(sparkline(&numbers(&["130", "150"])), "▇█");
        assert_eq!(sparkline(&numbers(&["-5", "0", "5"])), "▁▅█");
    }

    #[test]
    fn one_number_has_no_trend_and_equal_ones_are_no_bars() {
        assert_eq!(sparkline(&numbers(&["140", "-"])), "");
        assert_eq!(sparkline(&numbers(&["2", "2.0"])), "■■");
        assert_eq!(sparkline(&numbers(&["2", "-", "2"])), "■·■");
    }
}
