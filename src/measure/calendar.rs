//! Dates in EDTF (ISO 8601-2) as months and days.

/// How exactly a date says its time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Granularity {
    Day,
    Month,
    Quarter,
    Year,
    /// A stretch between two dates.
    Interval,
}

/// The granularity of a date.
pub(super) fn granularity(date: &str) -> Granularity {
    if date.contains('/') {
        return Granularity::Interval;
    }
    let mut parts = date.split('-').skip(1);
    match (parts.next(), parts.next()) {
        (Some(_), Some(_)) => Granularity::Day,
        // *2021-33* is the first quarter of 2021.
        (Some(month), None) if month.parse().is_ok_and(|month: u8| month > 12) => {
            Granularity::Quarter
        }
        (Some(_), None) => Granularity::Month,
        (None, _) => Granularity::Year,
    }
}

/// By how many months the latest value of one statement may be older than that
/// of another: statements are weeks apart, their data months.
pub(super) fn slack(granularity: Granularity) -> i32 {
    match granularity {
        Granularity::Day | Granularity::Month => 1,
        Granularity::Interval => 2,
        Granularity::Quarter => 3,
        Granularity::Year => 11,
    }
}

/// The number of the last month of a date, counted from the year 0.
pub(super) fn last_month(date: &str) -> Option<i32> {
    let last = date.rsplit('/').next()?;
    Some(months(last)?.1)
}

/// First and last month of a date without a stretch.
fn months(date: &str) -> Option<(i32, i32)> {
    let mut parts = date.split('-');
    let year: i32 = parts.next()?.parse().ok()?;
    let within = |first, last| (year * 12 + first, year * 12 + last);
    match parts.next().map(str::parse::<i32>) {
        None => Some(within(1, 12)),
        Some(Ok(month @ 1..=12)) => Some(within(month, month)),
        // Seasons and quarters (EDTF level 1 and 2).
        Some(Ok(season @ 21..=24)) => Some(within((season - 21) * 3 + 1, (season - 20) * 3)),
        Some(Ok(quarter @ 33..=36)) => Some(within((quarter - 33) * 3 + 1, (quarter - 32) * 3)),
        Some(Ok(half @ 40..=41)) => Some(within((half - 40) * 6 + 1, (half - 39) * 6)),
        Some(_) => None,
    }
}

/// Days of a month that is counted in.
const DAYS: i32 = 31;

/// The first and last day of a date, numbered so that months never overlap.
pub(super) fn whole_days(date: &str) -> Option<(i32, i32)> {
    let (first, last) = date.split_once('/').unwrap_or((date, date));
    Some((days(first)?.0, days(last)?.1))
}

/// The last day of a date, numbered as [`whole_days`] numbers them.
pub(super) fn last_day(date: &str) -> Option<i32> {
    Some(whole_days(date)?.1)
}

fn days(date: &str) -> Option<(i32, i32)> {
    let (first, last) = months(date)?;
    let day = date
        .split('-')
        .nth(2)
        .and_then(|day| day.parse::<i32>().ok());
    Some(match day {
        Some(day) => (first * DAYS + day, first * DAYS + day),
        // *In May* ends with its last day: a promise *by May* is due then.
        None => (first * DAYS + 1, last * DAYS + DAYS),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_ends_with_its_last_month() {
        let cases = [
            ("2018-05", 2018 * 12 + 5),
            ("2018-36", 2018 * 12 + 12),
            ("2018", 2018 * 12 + 12),
            ("2018-01/2018-06-30", 2018 * 12 + 6),
        ];
        for (date, month) in cases {
            assert_eq!(last_month(date), Some(month), "{date}");
        }
        assert_eq!(last_month("XXXX-05"), None);
    }

    #[test]
    fn a_day_lies_in_its_month_and_its_month_in_its_year() {
        let dates = [
            "2016",
            "2016-33",
            "2016-03",
            "2016-03-03/2016-03-05",
            "2016-03-04",
        ];
        let spans = dates.map(|date| whole_days(date).unwrap());
        for pair in spans.windows(2) {
            assert!(pair[0].0 <= pair[1].0 && pair[1].1 <= pair[0].1, "{pair:?}");
        }
        assert!(whole_days("2016-02").unwrap().1 < whole_days("2016-03").unwrap().0);
    }
}
