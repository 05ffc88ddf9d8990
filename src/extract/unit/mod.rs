//! Reads the unit behind a number: *square kilometres*, *km²*, *barrels a day*.

mod currency;
mod measure;
mod table;

use std::borrow::Cow;
use std::iter;
use std::sync::LazyLock;

use hashbrown::HashMap;
use rust_decimal::Decimal;

use super::lexicon::Sense;
use crate::model::Dimension;
use table::{BINARY_PREFIXES, PREFIXES, Prefixes, ROWS, Row};

pub(super) use currency::{
    country_of_dollars, currency, currency_after, currency_before, currency_phrases, currency_row,
    starts_currency_mark,
};
pub(super) use measure::{Measure, read_measure, read_per};
pub(super) use table::base;

/// The row of the first unit that a user adds: the tables have fewer.
pub(super) const FIRST_OWN_UNIT: usize = 1 << 15;

/// A unit, prefixed or not.
#[derive(Debug, Clone)]
pub(super) struct Unit {
    /// English singular.
    pub(super) name: Cow<'static, str>,
    /// What it measures.
    pub(super) dimension: Dimension,
    /// Base units in one unit; `None` where no exact factor is known.
    pub(super) factor: Option<Decimal>,
}

/// All units with the ways to find them.
struct Units {
    rows: Vec<Unit>,
    /// Of each row, the prefix and what is prefixed.
    parts: Vec<(&'static str, &'static Row)>,
    symbols: HashMap<Cow<'static, str>, u16>,
}

static UNITS: LazyLock<Units> = LazyLock::new(Units::new);

impl Units {
    fn new() -> Self {
        let mut units = Self {
            rows: Vec::with_capacity(512),
            parts: Vec::with_capacity(512),
            symbols: HashMap::with_capacity(448),
        };
        for row in ROWS {
            units.add(row, "", "", row.factor.parse().ok());
            units.add_prefixed(row);
        }
        units
    }

    fn add_prefixed(&mut self, row: &'static Row) {
        if row.prefixes == Prefixes::Plain {
            return;
        }
        let factor: Option<Decimal> = row.factor.parse().ok();
        for (name, symbols, power) in PREFIXES {
            if power > 0 || row.prefixes == Prefixes::Metric {
                let factor = factor.and_then(|factor| shift(factor, power));
                self.add(row, name, symbols, factor);
            }
        }
        if row.prefixes == Prefixes::Binary {
            for (name, symbol, power) in BINARY_PREFIXES {
                let binary = Decimal::from(1024_u64.pow(power));
                let factor = factor.and_then(|factor| factor.checked_mul(binary));
                self.add(row, name, symbol, factor);
            }
        }
    }

    /// Adds a unit; a symbol or name that is taken keeps its first meaning.
    fn add(
        &mut self,
        row: &'static Row,
        prefix: &'static str,
        prefix_symbols: &'static str,
        factor: Option<Decimal>,
    ) {
        let index = u16::try_from(self.rows.len()).expect("a few hundred units");
        for prefix in prefix_symbols.split(' ') {
            for symbol in row.symbols.split(' ').filter(|symbol| !symbol.is_empty()) {
                let symbol = prefixed(prefix, symbol);
                self.symbols.entry(symbol).or_insert(index);
            }
        }
        let name = prefixed(prefix, row.name);
        self.rows.push(Unit {
            name,
            dimension: row.dimension,
            factor,
        });
        self.parts.push((prefix, row));
    }
}

/// The word with the prefix before it.
fn prefixed(prefix: &str, word: &'static str) -> Cow<'static, str> {
    if prefix.is_empty() {
        word.into()
    } else {
        [prefix, word].concat().into()
    }
}

fn shift(factor: Decimal, power: i32) -> Option<Decimal> {
    let scale = i64::from(factor.scale()) - i64::from(power);
    if let Ok(scale) = u32::try_from(scale) {
        return Decimal::try_from_i128_with_scale(factor.mantissa(), scale).ok();
    }
    let whole = Decimal::try_from_i128_with_scale(factor.mantissa(), 0).ok()?;
    let missing = u32::try_from(-scale).ok()?;
    whole.checked_mul(Decimal::from(10_u64.checked_pow(missing)?))
}

/// The unit of a row.
pub(super) fn unit(row: u16) -> &'static Unit {
    &UNITS.rows[row as usize]
}

/// The row of a symbol as written; case tells *m* from *M*.
fn symbol(written: &str) -> Option<u16> {
    UNITS.symbols.get(written).copied()
}

/// The row of a unit by its English singular.
pub(super) fn row_named(name: &str) -> Option<u16> {
    let mut rows = (0..).zip(&UNITS.rows);
    rows.find(|(_, unit)| unit.name == name).map(|(row, _)| row)
}

/// The unit of that name in English, in the singular.
pub(super) fn measure_named(name: &str) -> Option<Measure> {
    row_named(name).map(|row| Measure::of(unit(row)))
}

/// Hands the English names of all units to `file`, singular and plural.
pub(super) fn list_english(file: &mut dyn FnMut(&str, Sense)) {
    let mut phrase = String::new();
    for ((row, unit), (prefix, base)) in (0..).zip(&UNITS.rows).zip(&UNITS.parts) {
        file(&unit.name, Sense::Unit(row));
        let others = base.names.split('|').filter(|other| !other.is_empty());
        for parts in iter::once([&*unit.name, "s"]).chain(others.map(|other| [*prefix, other])) {
            phrase.clear();
            phrase.extend(parts);
            file(&phrase, Sense::Unit(row));
        }
    }
}
