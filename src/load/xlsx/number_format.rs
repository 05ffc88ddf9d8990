//! How the number of a cell is shown, by its number format (ECMA-376, part 1, 18.8.30).

use std::collections::BTreeMap;

use rust_decimal::{Decimal, RoundingStrategy};

use crate::load::xml::{Step, Tag, Visitor};

/// Days from 1 January 1970 back to the day 0 of a workbook, 30 December 1899, and of
/// one that counts from 1904.
const EPOCH: i64 = 25_569;
const EPOCH_1904: i64 = 24_107;

/// Most significant digits that a sheet shows of a number without a format.
const DIGITS: u32 = 15;

/// How a number is shown.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) enum NumberFormat {
    /// As it is.
    #[default]
    General,
    /// As a day.
    Day,
    /// With so many decimals, those behind the least left out where they are zeros; times
    /// a hundred where it is a share, divided by a thousand so many times, and what stands
    /// before and behind it.
    Fixed {
        least_decimals: u32,
        decimals: u32,
        is_percent: bool,
        thousands: u32,
        before: String,
        behind: String,
    },
}

impl NumberFormat {
    /// That of a format code; only its first section, which is for positive numbers.
    fn of_code(code: &str) -> Self {
        let section = code.split(';').next().unwrap_or_default();
        // Hours and minutes are read as they are stored.
        let is_time = section.contains(['h', 's']) && !section.contains(['y', 'd']);
        if is_time && !section.contains(['0', '#']) {
            return Self::General;
        }
        let (mut before, mut behind, mut digits) = (String::new(), String::new(), String::new());
        let mut letters = section.chars();
        while let Some(letter) = letters.next() {
            let words: String = match letter {
                '"' => letters.by_ref().take_while(|&c| c != '"').collect(),
                '[' => currency(
                    &letters
                        .by_ref()
                        .take_while(|&c| c != ']')
                        .collect::<String>(),
                ),
                '\\' => letters.next().into_iter().collect(),
                // `_)` is a blank as wide as the bracket, `*-` fills the cell with dashes.
                '_' | '*' => {
                    letters.next();
                    String::new()
                }
                '0' | '#' | '?' | '.' | ',' => {
                    digits.push(letter);
                    continue;
                }
                'y' | 'Y' | 'd' | 'D' | 'm' | 'M' if digits.is_empty() => return Self::Day,
                '€' | '$' | '£' | '¥' | ' ' | '%' => letter.to_string(),
                _ => String::new(),
            };
            (if digits.is_empty() {
                &mut before
            } else {
                &mut behind
            })
            .push_str(&words);
        }
        if digits.is_empty() {
            return Self::General;
        }
        // *0.0,,* shows millions.
        let shown = digits.trim_end_matches(',');
        let (whole, places) = shown.split_once('.').unwrap_or((shown, ""));
        let thousands =
            digits.len() - shown.len() + whole.len() - whole.trim_end_matches(',').len();
        let count = |digits: usize| u32::try_from(digits).unwrap_or(DIGITS).min(DIGITS);
        Self::Fixed {
            least_decimals: count(places.matches('0').count()),
            decimals: count(places.len()),
            thousands: count(thousands),
            is_percent: behind.contains('%') || before.contains('%'),
            before,
            behind,
        }
    }

    /// That of an id that every workbook knows.
    fn of_id(id: u32) -> Self {
        match id {
            // Ids below 164 are built in; their codes do not stand in the file (ECMA-376 §18.8.30).
            1 | 3 => Self::of_code("0"),
            2 | 4 => Self::of_code("0.00"),
            9 => Self::of_code("0%"),
            10 => Self::of_code("0.00%"),
            14..=17 | 22 | 27..=36 | 50..=58 => Self::Day,
            _ => Self::General,
        }
    }

    /// The number in `value` as the sheet shows it; what is no number stays as it is.
    pub(super) fn show(&self, value: &str, is_1904: bool) -> String {
        let number = value.parse().or_else(|_| Decimal::from_scientific(value));
        let Ok(number) = number else {
            return value.to_owned();
        };
        match self {
            Self::General => rounded(number).normalize().to_string(),
            Self::Day => day(number, is_1904).unwrap_or_else(|| value.to_owned()),
            Self::Fixed {
                least_decimals,
                decimals,
                is_percent,
                thousands,
                before,
                behind,
            } => {
                let times = if *is_percent {
                    Decimal::ONE_HUNDRED
                } else {
                    Decimal::ONE
                };
                let number = number.checked_mul(times).unwrap_or(number);
                let divide = |number: Decimal, _| number / Decimal::ONE_THOUSAND;
                let number = (0..*thousands).fold(number, divide);
                // As a sheet rounds what it shows; decimals round to even if not told.
                let half_up = RoundingStrategy::MidpointAwayFromZero;
                let number = number.round_dp_with_strategy(*decimals, half_up);
                let mut number = number.normalize();
                number.rescale(number.scale().max(*least_decimals));
                [before.as_str(), &number.to_string(), behind].concat()
            }
        }
    }
}

/// The sign of *$€-407*, empty for a colour or a condition.
fn currency(inside: &str) -> String {
    let sign = inside.strip_prefix('$').map(|rest| rest.split('-').next());
    sign.flatten().unwrap_or_default().to_owned()
}

/// A number of as many digits as are stored exactly: 0.3 for 0.30000000000000004.
fn rounded(number: Decimal) -> Decimal {
    number.round_sf(DIGITS).unwrap_or(number)
}

/// The day that a count of days means, in EDTF.
fn day(count: Decimal, is_1904: bool) -> Option<String> {
    // Workbooks take 1900 for a leap year, so days before March 1900 are one too early here.
    let epoch = if is_1904 { EPOCH_1904 } else { EPOCH };
    let days = i64::try_from(count.trunc()).ok()?.checked_sub(epoch)?;
    let (year, month, day) = civil(days)?;
    (1900..10_000)
        .contains(&year)
        .then(|| format!("{year:04}-{month:02}-{day:02}"))
}

/// The day of the Gregorian calendar so many days after 1 January 1970 (H. Hinnant,
/// *chrono-compatible low-level date algorithms*, 2013).
fn civil(days: i64) -> Option<(i64, i64, i64)> {
    let days = days.checked_add(719_468)?;
    let era = days.div_euclid(146_097);
    let of_era = days.rem_euclid(146_097);
    let year_of_era = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted = (5 * of_year + 2) / 153;
    let day = of_year - (153 * shifted + 2) / 5 + 1;
    let month = if shifted < 10 {
        shifted + 3
    } else {
        shifted - 9
    };
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    Some((year, month, day))
}

/// The formats of a workbook's cells.
#[derive(Debug, Default)]
pub(super) struct Styles {
    codes: BTreeMap<u32, NumberFormat>,
    /// By the number that cells name.
    cells: Vec<NumberFormat>,
    is_in_cells: bool,
}

impl Styles {
    /// The format with the number that a cell names.
    pub(super) fn format(&self, style: usize) -> NumberFormat {
        self.cells.get(style).cloned().unwrap_or_default()
    }
}

impl Visitor for Styles {
    fn open(&mut self, tag: &Tag<'_>) -> Step {
        let id = || {
            tag.attribute("numFmtId")
                .and_then(|id| id.parse::<u32>().ok())
        };
        match tag.name() {
            "numFmt" => {
                if let (Some(id), Some(code)) = (id(), tag.attribute("formatCode")) {
                    self.codes.insert(id, NumberFormat::of_code(&code));
                }
            }
            "cellXfs" => self.is_in_cells = true,
            "xf" if self.is_in_cells => {
                let id = id().unwrap_or(0);
                let known = self.codes.get(&id).cloned();
                self.cells
                    .push(known.unwrap_or_else(|| NumberFormat::of_id(id)));
            }
            _ => {}
        }
        Step::Into
    }
    fn close(&mut self, name: &str) {
        if name == "cellXfs" {
            self.is_in_cells = false;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_shown_by_its_format() {
        for (code, value, shown) in [
            ("General", "0.30000000000000004", "0.3"),
            ("General", "1E3", "1000"),
            ("0.0", "2.449", "2.4"),
            ("#,##0.00", "1204.5", "1204.50"),
            ("0%", "0.455", "46%"),
            ("[$€-407] #,##0", "12", "€ 12"),
            ("#,##0 \"EUR\"", "12", "12 EUR"),
            ("0.00_);[Red](0.00)", "3", "3.00"),
            ("dd/mm/yyyy", "44742", "2022-06-30"),
            ("yyyy", "60", "1900-02-28"),
            ("@", "7", "7"),
            ("0.0", "n/a", "n/a"),
            ("#,##0.###", "12", "12"),
            ("0.0##", "12", "12.0"),
            ("0.0##", "12.3456", "12.346"),
            ("#,##0,", "1204500", "1205"),
            ("0.0,,\" million\"", "2449000", "2.4 million"),
        ] {
            assert_eq!(
                NumberFormat::of_code(code).show(value, false),
                shown,
                "{code} {value}"
            );
        }
    }

    #[test]
    fn days_may_count_from_1904() {
        assert_eq!(NumberFormat::Day.show("43280", true), "2022-06-30");
    }
}
