//! The interval of numbers that the words allow.

use rust_decimal::Decimal;

use super::numeral::{Form, last_place};
use crate::language::hedge::Hedge;
use crate::model::Bound;

/// Lower and upper end; `None` is open.
pub(super) type Interval = (Option<Decimal>, Option<Decimal>);

/// What the words allow of one number.
///
/// A number that says itself near, or that a scale word rounds, stands for all
/// numbers that round to it: *about 3 thousand* and *548 million* reach half of
/// their last place to either side. A bound opens one side, or closes it for
/// numbers near the other side of it (*almost 30*).
pub(super) fn interval(value: Decimal, place: Decimal, form: Form, hedge: Hedge) -> Interval {
    let place = if hedge.approximate {
        last_place(value).max(place)
    } else {
        place
    };
    let half = place.checked_div(Decimal::TWO).unwrap_or_default();
    let rounded = hedge.approximate || form == Form::Scaled;
    let (below, above) = if rounded {
        (value.checked_sub(half), value.checked_add(half))
    } else {
        (Some(value), Some(value))
    };
    let value = Some(value);
    match (hedge.bound, hedge.approximate) {
        (Bound::Exact | Bound::Range, _) => (below, above),
        // *just over 5*, *almost 30*: near the number, and on one side of it.
        (Bound::MoreThan, true) => (value, above),
        (Bound::LessThan, true) => (below, value),
        (Bound::MoreThan | Bound::AtLeast, _) => (value, None),
        (Bound::LessThan | Bound::AtMost, _) => (None, value),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::hedge::{ABOUT, ALMOST, AT_MOST, EXACT, MORE_THAN};

    fn ends(value: i64, place: i64, form: Form, hedge: Hedge) -> (Option<i64>, Option<i64>) {
        let (low, high) = interval(value.into(), place.into(), form, hedge);
        let whole = |end: Decimal| i64::try_from(end).unwrap();
        (low.map(whole), high.map(whole))
    }

    #[test]
    fn rounded_numbers_reach_half_of_their_last_place() {
        assert_eq!(
            ends(3_000, 1_000, Form::Scaled, ABOUT),
            (Some(2_500), Some(3_500))
        );
        assert_eq!(
            ends(548_000, 1_000, Form::Scaled, EXACT),
            (Some(547_500), Some(548_500))
        );
        assert_eq!(ends(140, 1, Form::Plain, ABOUT), (Some(135), Some(145)));
        assert_eq!(ends(140, 1, Form::Plain, EXACT), (Some(140), Some(140)));
    }

    #[test]
    fn bounds_open_one_side() {
        assert_eq!(ends(140, 1, Form::Plain, MORE_THAN), (Some(140), None));
        assert_eq!(ends(140, 1, Form::Plain, AT_MOST), (None, Some(140)));
        assert_eq!(ends(30, 1, Form::Plain, ALMOST), (Some(25), Some(30)));
    }
}
