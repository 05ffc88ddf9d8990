//! Dates in words for people.

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// Parts of a year that EDTF numbers like months, level 2: 21 to 24 are seasons, 33
/// to 36 quarters, 40 and 41 halves.
const PARTS: [(u8, &str); 10] = [
    (21, "spring"),
    (22, "summer"),
    (23, "autumn"),
    (24, "winter"),
    (33, "the first quarter of"),
    (34, "the second quarter of"),
    (35, "the third quarter of"),
    (36, "the fourth quarter of"),
    (40, "the first half of"),
    (41, "the second half of"),
];

/// A date or interval of EDTF (ISO 8601-2) in words: *22 June 2021* for
/// `2021-06-22`, *10 November* for `XXXX-11-10`, *the 1970s* for `197X`, *2012 to
/// 2013* for `2012/2013`; what is none stays as it is.
pub(super) fn date_text(edtf: &str) -> String {
    match edtf.split_once('/') {
        Some((first, last)) => format!("{} to {}", day_text(first), day_text(last)),
        None => day_text(edtf),
    }
}

/// Numbers in words, from one.
const NUMBERS: [&str; 12] = [
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve",
];

/// How much later or earlier a date is than another, both EDTF: *two years later*; in
/// months where both have one. `None` where that is not known, or nothing.
pub(super) fn step_text(before: &str, after: &str) -> Option<String> {
    let parts = |date: &str| {
        // Of an interval its end: until then something is to be done.
        let last = date.rsplit('/').next().unwrap_or(date);
        let mut parts = last.split('-').map(|part| part.parse::<i32>().ok());
        let year = parts.next().flatten()?;
        let month = parts
            .next()
            .flatten()
            .filter(|month| (1..=12).contains(month));
        Some((year, month))
    };
    let ((old, first), (new, second)) = (parts(before)?, parts(after)?);
    let months = match (first, second) {
        (Some(first), Some(second)) => (new - old) * 12 + second - first,
        // A year against a month says nothing finer than years.
        _ => (new - old) * 12,
    };
    let (count, unit) = match months.unsigned_abs() {
        0 => return None,
        months if months % 12 == 0 => (months / 12, "year"),
        months => (months, "month"),
    };
    let number = NUMBERS.get(count as usize - 1);
    let number = number.map_or_else(|| count.to_string(), |word| (*word).to_owned());
    let plural = if count == 1 { "" } else { "s" };
    let side = if months > 0 { "later" } else { "earlier" };
    Some(format!("{number} {unit}{plural} {side}"))
}

fn day_text(date: &str) -> String {
    let mut parts = date.splitn(3, '-');
    let year = parts.next().unwrap_or_default();
    let words = match (parts.next(), parts.next()) {
        (None, _) => decade_text(year),
        (Some(month), day) => month_text(month, day).map(|words| match year {
            // *The first quarter of* is followed by no year.
            "XXXX" => words.trim_end_matches(" of").to_owned(),
            _ => format!("{words} {year}"),
        }),
    };
    words.unwrap_or_else(|| date.to_owned())
}

/// *the 1970s* for `197X`, *the 1900s* for `19XX`; any other year as it is.
fn decade_text(year: &str) -> Option<String> {
    let known = year.trim_end_matches('X');
    // `XXXX` alone is a date without a year, and no decade.
    let is_open = known.len() < year.len() && !known.is_empty();
    let digits = known.bytes().all(|byte| byte.is_ascii_digit());
    (is_open && digits).then(|| format!("the {known:0<4}s"))
}

fn month_text(month: &str, day: Option<&str>) -> Option<String> {
    let number: u8 = month.parse().ok()?;
    if let Some((_, part)) = PARTS.iter().find(|(code, _)| *code == number) {
        // A quarter has no days: such a date is none, and stays as it is written.
        return day.is_none().then(|| (*part).to_owned());
    }
    let month = MONTHS.get(usize::from(number.checked_sub(1)?))?;
    match day.map(str::parse::<u8>) {
        None => Some((*month).to_owned()),
        Some(Ok(day)) => Some(format!("{day} {month}")),
        Some(Err(_)) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_told_in_words() {
        let cases = [
            ("XXXX-35", "the third quarter"),
            ("2021", "2021"),
            ("2021-06", "June 2021"),
            ("2021-06-02", "2 June 2021"),
            ("XXXX-11-10", "10 November"),
            ("XXXX-05", "May"),
            ("2016-33", "the first quarter of 2016"),
            ("2016-41", "the second half of 2016"),
            ("2016-24", "winter 2016"),
            ("197X", "the 1970s"),
            ("19XX", "the 1900s"),
            ("2012/2013", "2012 to 2013"),
            ("2012-05/2012-07", "May 2012 to July 2012"),
        ];
        for (edtf, words) in cases {
            assert_eq!(date_text(edtf), words);
        }
    }

    #[test]
    fn what_is_no_date_stays_as_it_is() {
        for words in ["the truce", "", "2021-99", "2021-06-0x", "XXXX"] {
            assert_eq!(date_text(words), words);
        }
    }

    #[test]
    fn a_date_moves_by_years_or_months() {
        let cases = [
            ("2025", "2027", Some("two years later")),
            ("2025", "2024-06", Some("one year earlier")),
            ("2024-12-31", "2025-03", Some("three months later")),
            ("2025", "2045", Some("20 years later")),
            ("2025", "2025-06", None),
            ("XXXX-06", "2025", None),
        ];
        for (before, after, words) in cases {
            assert_eq!(
                step_text(before, after).as_deref(),
                words,
                "{before} {after}"
            );
        }
    }
}
