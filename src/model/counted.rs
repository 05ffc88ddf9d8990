//! Times that words count from the day of speaking.

use super::Span;

/// A time that is counted from the day of speaking: *by the end of the current quarter*,
/// *by next June*.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct CountedTime {
    /// Bytes of the document's text, the word that bounds it included.
    pub span: Span,
    /// What is counted.
    pub unit: CalendarUnit,
    /// Which one it is.
    pub which: Which,
}

/// A unit of the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[allow(missing_docs, reason = "the names say all there is to say")]
pub enum CalendarUnit {
    Month,
    Quarter,
    Half,
    Year,
    Decade,
}

/// Which unit is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Which {
    /// So many after the one of the day of speaking: 0 for *this year*, 1 for *next year*.
    After(i8),
    /// The one of this number, from 1: *June*, *the second quarter*. Of the year so many after
    /// that of the day of speaking where that is said, else the next to end.
    Numbered(u8, Option<i8>),
}

/// Months of a year.
const YEAR: i32 = 12;

impl CalendarUnit {
    /// Months of it.
    fn months(self) -> i32 {
        match self {
            Self::Month => 1,
            Self::Quarter => 3,
            Self::Half => 6,
            Self::Year => YEAR,
            Self::Decade => 10 * YEAR,
        }
    }
}

impl CountedTime {
    /// The time as EDTF, said on the day `spoken`, which is EDTF too; `None` where that is not
    /// known well enough.
    #[must_use]
    pub fn date(&self, spoken: &str) -> Option<String> {
        let length = self.unit.months();
        let mut parts = spoken.split('-');
        let year: i32 = parts.next()?.parse().ok()?;
        let is_month = |month: &i32| (1..=YEAR).contains(month);
        let month = parts.next().and_then(|month| month.parse::<i32>().ok());
        let month = match month.filter(is_month) {
            Some(month) => month,
            // *This year* needs no month.
            None if length >= YEAR => 1,
            None => return None,
        };
        let now = (year * YEAR + month - 1).div_euclid(length);
        let at = match self.which {
            Which::After(steps) => now + i32::from(steps),
            Which::Numbered(number, after) => {
                let a_year = (YEAR / length).max(1);
                let of_year = |year: i32| year * a_year + i32::from(number) - 1;
                match after {
                    Some(years) => of_year(year + i32::from(years)),
                    None if of_year(year) >= now => of_year(year),
                    None => of_year(year + 1),
                }
            }
        };
        let first = at * length;
        let (year, place) = (first.div_euclid(YEAR), first.rem_euclid(YEAR) / length);
        Some(match self.unit {
            CalendarUnit::Month => format!("{year:04}-{:02}", place + 1),
            // EDTF, level 2.
            CalendarUnit::Quarter => format!("{year:04}-{}", place + 33),
            CalendarUnit::Half => format!("{year:04}-{}", place + 40),
            CalendarUnit::Year => format!("{year:04}"),
            CalendarUnit::Decade => format!("{year:04}/{:04}", year + 9),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(unit: CalendarUnit, which: Which, spoken: &str) -> Option<String> {
        let span = Span::new(0, 0);
        CountedTime { span, unit, which }.date(spoken)
    }

    #[test]
    fn units_are_counted_from_the_day_of_speaking() {
        use CalendarUnit::{Decade, Half, Month, Quarter, Year};
        use Which::{After, Numbered};
        let cases = [
            (Quarter, After(0), "2011-04-27", "2011-34"),
            (Quarter, After(1), "2011-11-02", "2012-33"),
            (Month, After(1), "2011-12-31", "2012-01"),
            (Half, After(0), "2011-07-01", "2011-41"),
            (Year, After(1), "2011-04-27", "2012"),
            (Year, After(0), "2011", "2011"),
            (Decade, After(0), "2011", "2010/2019"),
            (Month, Numbered(6, None), "2011-06-30", "2011-06"),
            (Month, Numbered(3, None), "2011-06-30", "2012-03"),
            (Month, Numbered(11, Some(0)), "2011-12-01", "2011-11"),
            (Month, Numbered(4, Some(1)), "2011-02-01", "2012-04"),
            (Quarter, Numbered(1, None), "2009-11-04", "2010-33"),
        ];
        for (unit, which, spoken, reported) in cases {
            let found = date(unit, which, spoken);
            assert_eq!(
                found.as_deref(),
                Some(reported),
                "{unit:?} {which:?} {spoken}"
            );
        }
    }

    #[test]
    fn a_unit_smaller_than_what_is_known_of_the_day_is_no_date() {
        let after = |unit, spoken| date(unit, Which::After(0), spoken);
        assert_eq!(after(CalendarUnit::Month, "2011"), None);
        assert_eq!(after(CalendarUnit::Quarter, "2011-34"), None);
        assert_eq!(after(CalendarUnit::Year, "XXXX-05"), None);
    }
}
