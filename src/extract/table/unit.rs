//! The unit and the scale that a head says for all figures below or beside it.

use rust_decimal::Decimal;

use super::super::lexis::Lexis;
use super::label::figures;
use crate::model::{Canonical, Dimension, Figure, FigureKind};

/// What a head says of the amounts under it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct HeadUnit {
    /// What one means, read as *1 EUR million* is.
    one: Figure,
    /// By what each number is multiplied.
    scale: Decimal,
}

impl HeadUnit {
    /// The unit in a head, and the head without it: in brackets (*Area (sq km)*),
    /// behind the last comma (*Spending, EUR million*), or all of it (*per cent*).
    pub(super) fn split(head: &str, lexis: &Lexis) -> (String, Option<Self>) {
        let parts = [in_brackets(head), behind_comma(head)];
        for (rest, unit) in parts.into_iter().flatten() {
            if let Some(unit) = Self::read(unit, lexis) {
                return (rest.trim().to_owned(), Some(unit));
            }
        }
        // *Year* heads years; *years* are what is counted.
        let counts = |unit: &Self| unit.one.kind != FigureKind::Duration || head.ends_with('s');
        if let Some(unit) = Self::read(head, lexis).filter(counts) {
            return (String::new(), Some(unit));
        }
        (head.to_owned(), None)
    }

    /// The unit that is all of a cell; words of counting and of time are none.
    pub(super) fn split_whole(cell: &str, lexis: &Lexis) -> Option<Self> {
        let unit = Self::read(cell, lexis)?;
        (unit.kind() != FigureKind::Duration).then_some(unit)
    }

    /// What kind of amounts it makes.
    pub(super) fn kind(&self) -> FigureKind {
        self.one.kind
    }

    /// The unit at the end of a caption: in brackets, or behind a comma.
    pub(super) fn of_caption(caption: &str, lexis: &Lexis) -> Option<Self> {
        let parts = [in_brackets(caption), behind_comma(caption)];
        let mut units = parts.into_iter().flatten();
        units.find_map(|(_, unit)| Self::read(unit, lexis))
    }

    /// Reads *EUR million*, *in thousands*, *km²*, *%*: what would stand beside a number.
    fn read(words: &str, lexis: &Lexis) -> Option<Self> {
        let words = words.trim();
        let mut openers = lexis.tables.unit_openers.iter();
        let behind = openers.find_map(|opener| words.strip_prefix(opener));
        let words = behind.unwrap_or(words).trim();
        if words.is_empty() || words.contains(|letter: char| letter.is_ascii_digit()) {
            return None;
        }
        let (first, rest) = words.split_once(' ').unwrap_or((words, ""));
        let single = words.strip_suffix('s').unwrap_or(words);
        let sign_end = words.find(char::is_alphabetic).unwrap_or(0);
        let (sign, letters) = words.split_at(sign_end);
        // Read as beside a one, before it and behind it: *EUR 1 million*, *1 km²*, *$1*.
        let probes = [
            (!sign.is_empty()).then(|| format!("{sign}1{letters}")),
            (!rest.is_empty()).then(|| format!("{first} 1 {rest}")),
            Some(format!("1 {words}")),
            Some(format!("1 {single}")),
        ];
        let mut probes = probes.into_iter().flatten();
        probes.find_map(|probe| Self::of_probe(&probe, lexis))
    }

    /// What the number in `probe`, all of which is one amount, means.
    fn of_probe(probe: &str, lexis: &Lexis) -> Option<Self> {
        let mut found = figures(probe, lexis);
        let one = found.pop().filter(|_| found.is_empty())?;
        let covers = one.span.range() == (0..probe.len());
        let scale = one.value?;
        let counts = matches!(one.dimension, None | Some(Dimension::Count));
        // *1 well* reads too: a head that only names what is counted says no unit.
        let says = one.kind.is_amount() && !(counts && scale == Decimal::ONE);
        (covers && says && one.ratio.is_none()).then_some(Self { one, scale })
    }

    /// Gives the unit to a figure that says none of its own, and multiplies its amount.
    pub(super) fn put_to(&self, figure: &mut Figure) {
        // *14 %* in a column of euros says itself what it is.
        if figure.unit.is_some() || figure.kind != FigureKind::Quantity || figure.ratio.is_some() {
            return;
        }
        let Some([value, low, high]) = scaled([figure.value, figure.low, figure.high], self.scale)
        else {
            return;
        };
        (figure.value, figure.low, figure.high) = (value, low, high);
        figure.kind = self.one.kind;
        figure.unit.clone_from(&self.one.unit);
        figure.dimension = self.one.dimension;
        figure.currency.clone_from(&self.one.currency);
        figure.canonical = self.canonical([value, low, high]);
    }

    fn canonical(&self, amounts: [Option<Decimal>; 3]) -> Option<Canonical> {
        let base = self.one.canonical.as_ref()?;
        let factor = base.value?.checked_div(self.one.value?)?;
        let [value, low, high] = scaled(amounts, factor)?;
        Some(Canonical {
            value,
            low,
            high,
            unit: base.unit,
        })
    }
}

/// The amounts that there are, multiplied; `None` where one grows too long.
fn scaled(amounts: [Option<Decimal>; 3], factor: Decimal) -> Option<[Option<Decimal>; 3]> {
    let mut scaled = [None; 3];
    for (from, to) in amounts.into_iter().zip(&mut scaled) {
        if let Some(amount) = from {
            *to = Some(amount.checked_mul(factor)?.normalize());
        }
    }
    Some(scaled)
}

/// What stands before the brackets at the end of `head`, and in them.
fn in_brackets(head: &str) -> Option<(&str, &str)> {
    let inner = head.trim_end().strip_suffix([')', ']'])?;
    let open = inner.rfind(['(', '['])?;
    Some((&head[..open], &inner[open + 1..]))
}

/// What stands before the last comma of `head`, and behind it.
fn behind_comma(head: &str) -> Option<(&str, &str)> {
    head.rsplit_once([',', ':'])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::lexis::lexis;
    use crate::model::Language;

    fn split(head: &str) -> (String, String) {
        let (rest, unit) = HeadUnit::split(head, lexis(Language::English));
        let told = unit.map(|unit| {
            let name = unit.one.unit.unwrap_or_default();
            format!("{} {name}", unit.scale)
        });
        (rest, told.unwrap_or_default().trim().to_owned())
    }

    #[test]
    fn a_head_says_a_unit_in_brackets_behind_a_comma_or_alone() {
        for (head, rest, unit) in [
            ("Area (sq km)", "Area", "1 square kilometre"),
            ("Spending, EUR million", "Spending", "1000000 EUR"),
            ("Spending (€m)", "Spending", "1000000 EUR"),
            ("Staff (in thousands)", "Staff", "1000"),
            ("per cent", "", "1 percent"),
            ("%", "", "1 percent"),
            ("US$ million", "", "1000000 USD"),
            ("Boats (large)", "Boats (large)", ""),
            ("Victims", "Victims", ""),
            ("Boats, new", "Boats, new", ""),
            ("Year", "Year", ""),
            ("Delay (days)", "Delay", "1 day"),
        ] {
            assert_eq!(split(head), (rest.to_owned(), unit.to_owned()), "{head}");
        }
    }

    #[test]
    fn the_unit_of_a_head_multiplies_the_numbers_under_it() {
        let english = lexis(Language::English);
        let unit = HeadUnit::of_caption("Spending by region (EUR million)", english).unwrap();
        let mut figure = figures("12.5", english).remove(0);
        unit.put_to(&mut figure);
        assert_eq!(figure.value, Some(12_500_000.into()));
        assert_eq!(
            (figure.kind, figure.unit.as_deref()),
            (FigureKind::Money, Some("EUR"))
        );
        let mut own = figures("3 boats", english).remove(0);
        unit.put_to(&mut own);
        assert_eq!(own.value, Some(3.into()));
    }
}
