//! Reads the unit behind a number: *square kilometres*, *km²*, *barrels a day*.

mod currency;
mod measure;
mod table;

use std::sync::LazyLock;

use hashbrown::HashMap;
use rust_decimal::Decimal;

use crate::model::Dimension;
use table::{BINARY_PREFIXES, PREFIXES, Prefixes, ROWS, Row};

pub(super) use currency::{
    currency, currency_after, currency_before, currency_phrases, currency_row,
};
pub(super) use measure::{Measure, read_measure, read_per};
pub(super) use table::base;

/// A unit, prefixed or not.
#[derive(Debug, Clone)]
pub(super) struct Unit {
    /// English singular.
    pub(super) name: String,
    /// What it measures.
    pub(super) dimension: Dimension,
    /// Base units in one unit; `None` where no exact factor is known.
    pub(super) factor: Option<Decimal>,
}

/// All units with the ways to find them.
struct Units {
    rows: Vec<Unit>,
    symbols: HashMap<String, u16>,
    names: HashMap<String, u16>,
    phrases: Vec<(String, u16)>,
}

static UNITS: LazyLock<Units> = LazyLock::new(Units::new);

impl Units {
    fn new() -> Self {
        let mut units = Self {
            rows: Vec::new(),
            symbols: HashMap::new(),
            names: HashMap::new(),
            phrases: Vec::new(),
        };
        for row in ROWS {
            units.add(row, "", "", row.factor.parse().ok());
            units.add_prefixed(row);
        }
        units
    }

    fn add_prefixed(&mut self, row: &Row) {
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
    fn add(&mut self, row: &Row, prefix: &str, prefix_symbols: &str, factor: Option<Decimal>) {
        let index = u16::try_from(self.rows.len()).expect("a few hundred units");
        let name = format!("{prefix}{}", row.name);
        for prefix in prefix_symbols.split(' ') {
            for symbol in row.symbols.split(' ').filter(|symbol| !symbol.is_empty()) {
                self.symbols
                    .entry(format!("{prefix}{symbol}"))
                    .or_insert(index);
            }
        }
        self.phrases.push((name.clone(), index));
        self.phrases.push((format!("{name}s"), index));
        for other in row.names.split('|').filter(|other| !other.is_empty()) {
            self.phrases.push((format!("{prefix}{other}"), index));
        }
        if name.contains("metre") || name.contains("litre") {
            let american = name.replace("metre", "meter").replace("litre", "liter");
            self.phrases.push((format!("{american}s"), index));
            self.phrases.push((american, index));
        }
        self.names.entry(name.clone()).or_insert(index);
        self.rows.push(Unit {
            name,
            dimension: row.dimension,
            factor,
        });
    }
}

fn shift(factor: Decimal, power: i32) -> Option<Decimal> {
    let mut shifted = factor;
    for _ in 0..power.unsigned_abs() {
        shifted = if power < 0 {
            let next = shifted.checked_div(Decimal::TEN)?;
            (next.checked_mul(Decimal::TEN) == Some(shifted)).then_some(next)?
        } else {
            shifted.checked_mul(Decimal::TEN)?
        };
    }
    Some(shifted)
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
    UNITS.names.get(name).copied()
}

/// The unit of that name in English, in the singular.
pub(super) fn measure_named(name: &str) -> Option<Measure> {
    row_named(name).map(Measure::of)
}

/// The English names of all units, singular and plural, with their rows.
pub(super) fn english_phrases() -> &'static [(String, u16)] {
    &UNITS.phrases
}
