//! The date that the user gives to what is written, if any.
//!
//! The time of day is never asked: the same input gives the same bytes.

use verbale::{Error, Result};

/// Seconds of a day.
const DAY: u64 = 86_400;
/// Days from 0000-03-01 to 1970-01-01.
const EPOCH: u64 = 719_468;
/// Days of 400 years.
const ERA: u64 = 146_097;

/// `SOURCE_DATE_EPOCH` (reproducible-builds.org) as an XML Schema `dateTime`;
/// `None` where it is not set.
///
/// # Errors
///
/// When it is no count of seconds before the year 10000.
pub(super) fn source_date() -> Result<Option<String>> {
    let Some(value) = std::env::var_os("SOURCE_DATE_EPOCH") else {
        return Ok(None);
    };
    let seconds = value.to_str().and_then(|value| value.parse().ok());
    match seconds.and_then(date_time) {
        Some(date) => Ok(Some(date)),
        None => Err(Error::Usage {
            problem: "SOURCE_DATE_EPOCH is no count of seconds since 1970".to_owned(),
            remedy: "unset it, or set it to a number such as 1767225600".to_owned(),
        }),
    }
}

/// `seconds` since 1970 in the Gregorian calendar (Hinnant, *chrono-compatible
/// low-level date algorithms*); `None` from the year 10000.
fn date_time(seconds: u64) -> Option<String> {
    // A year is counted from March, so that the leap day is its last.
    let days = seconds / DAY + EPOCH;
    let day_of_era = days % ERA;
    let year_of_era =
        (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * shifted + 2) / 5 + 1;
    let month = if shifted < 10 {
        shifted + 3
    } else {
        shifted - 9
    };
    let year = year_of_era + days / ERA * 400 + u64::from(month <= 2);
    let rest = seconds % DAY;
    let (hour, minute, second) = (rest / 3600, rest / 60 % 60, rest % 60);
    (year < 10_000)
        .then(|| format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}Z"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn seconds_become_a_date() {
        let cases = [
            (0, Some("1970-01-01T00:00:00Z")),
            (951_782_400, Some("2000-02-29T00:00:00Z")),
            (1_767_225_599, Some("2025-12-31T23:59:59Z")),
            (u64::MAX, None),
        ];
        for (seconds, date) in cases {
            assert_eq!(date_time(seconds).as_deref(), date);
        }
    }
}
