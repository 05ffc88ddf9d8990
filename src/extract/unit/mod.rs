//! Reads the unit behind a number: *square kilometres*, *km²*, *barrels a day*.

mod currency;
mod currency_table;
mod measure;
mod table;

use std::borrow::Cow;
use std::num::NonZeroU8;
use std::sync::LazyLock;

use hashbrown::HashMap;
use rust_decimal::Decimal;

use super::lexicon::Lexicon;
use super::sense::Sense;
use crate::model::Dimension;
use table::{PREFIXES, PrefixRow, ROWS, Row, Times};

pub(super) use currency::{
    add_currencies, country_of_dollars, currency, currency_after, currency_before, currency_row,
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

/// A prefix of units, by its place in their table from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Prefix(NonZeroU8);

/// Rows of plain units are below; those of a prefix lie as many behind as its
/// place says.
const STRIDE: u16 = 256;

impl Prefix {
    /// Every prefix.
    fn all() -> impl Iterator<Item = Self> {
        let places = (1..).take(PREFIXES.len());
        places.filter_map(NonZeroU8::new).map(Self)
    }

    /// The prefix that a word begins with, and the rest of it.
    pub(super) fn before(word: &str) -> Option<(Self, &str)> {
        let first = word.as_bytes().first()?;
        let begins =
            |row: &PrefixRow| row.name.as_bytes()[0] == *first && word.starts_with(row.name);
        let place = PREFIXES.iter().position(begins)?;
        let prefix = NonZeroU8::new(u8::try_from(place + 1).ok()?)?;
        Some((Self(prefix), &word[PREFIXES[place].name.len()..]))
    }

    /// As said.
    fn name(self) -> &'static str {
        self.row().name
    }

    fn row(self) -> &'static PrefixRow {
        &PREFIXES[usize::from(self.0.get()) - 1]
    }

    /// The row of the unit of a row with the prefix, where it takes it.
    pub(super) fn of(self, row: u16) -> Option<u16> {
        let plain = ROWS.get(usize::from(row))?;
        let takes = plain.prefixes.has(self.row().times);
        takes.then(|| row + u16::from(self.0.get()) * STRIDE)
    }

    /// The row of the unit of a row with the prefix, where its symbol is written so.
    fn before_symbol(self, row: u16) -> Option<u16> {
        let name = ROWS.get(usize::from(row))?.name;
        self.of(row).filter(|_| self.row().is_written_with(name))
    }

    /// `factor` with the prefix; `None` where it gets too large or too small.
    fn times(self, factor: Decimal) -> Option<Decimal> {
        match self.row().times {
            Times::Ten(power) => shift(factor, power),
            Times::Binary1024(power) => factor.checked_mul(1024_u64.checked_pow(power)?.into()),
        }
    }
}

/// The prefix and the plain unit of a row.
fn parts(row: u16) -> (Option<Prefix>, &'static Row) {
    let prefix = u8::try_from(row / STRIDE).ok().and_then(NonZeroU8::new);
    (prefix.map(Prefix), &ROWS[usize::from(row % STRIDE)])
}

/// The plain units by their symbols; one that is taken keeps its first meaning.
static SYMBOLS: LazyLock<HashMap<&'static str, u16>> = LazyLock::new(|| {
    let mut symbols = HashMap::with_capacity(256);
    for (row, unit) in (0..).zip(ROWS) {
        for symbol in unit.symbols.split(' ').filter(|symbol| !symbol.is_empty()) {
            symbols.entry(symbol).or_insert(row);
        }
    }
    symbols
});

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
pub(super) fn unit(row: u16) -> Unit {
    let (prefix, plain) = parts(row);
    let factor = plain.factor.parse().ok();
    Unit {
        name: match prefix {
            Some(prefix) => [prefix.name(), plain.name].concat().into(),
            None => plain.name.into(),
        },
        dimension: plain.dimension,
        factor: match prefix {
            Some(prefix) => factor.and_then(|factor| prefix.times(factor)),
            None => factor,
        },
    }
}

/// What the unit of a row measures.
pub(super) fn dimension(row: u16) -> Dimension {
    parts(row).1.dimension
}

/// Most bytes of a symbol with its prefix.
const LONGEST_SYMBOL: usize = 6;

/// The row of a symbol as written; case tells *m* from *M*. Of two that it may
/// be, it is the one that comes first in the table. Where no unit is written so, it is
/// the only one that differs in case alone: *HZ*, *KWH*.
fn symbol(written: &str) -> Option<u16> {
    if written.is_empty() || written.len() > LONGEST_SYMBOL {
        return None;
    }
    let plain = SYMBOLS.get(written).copied();
    let prefixed = Prefix::all().flat_map(|prefix| {
        let symbols = prefix.row().symbols.iter();
        let begun = symbols.filter(|symbol| symbol.as_bytes()[0] == written.as_bytes()[0]);
        begun.filter_map(move |symbol| {
            let row = *SYMBOLS.get(written.strip_prefix(*symbol)?)?;
            prefix.before_symbol(row)
        })
    });
    let rows = plain.into_iter().chain(prefixed);
    let exact = rows.min_by_key(|row| row % STRIDE);
    exact.or_else(|| loose_symbol(written))
}

/// The plain units by their symbols in small letters.
static LOOSE: LazyLock<HashMap<String, Vec<u16>>> = LazyLock::new(|| {
    let mut loose: HashMap<String, Vec<u16>> = HashMap::with_capacity(256);
    for (row, unit) in (0..).zip(ROWS) {
        for symbol in unit.symbols.split(' ').filter(|symbol| !symbol.is_empty()) {
            loose.entry(symbol.to_lowercase()).or_default().push(row);
        }
    }
    loose
});

/// The row of the only unit whose symbol is `written` but for its case; of a single
/// letter there are too many. Written like a word (*Ms*, *Min*) it is one.
fn loose_symbol(written: &str) -> Option<u16> {
    let letters = written.bytes().all(|byte| byte.is_ascii_alphabetic());
    let tail = &written.as_bytes()[1..];
    let word =
        written.as_bytes()[0].is_ascii_uppercase() && tail.iter().all(u8::is_ascii_lowercase);
    // *367 MPs* are members.
    let several = tail.ends_with(b"s")
        && written[..tail.len()]
            .bytes()
            .all(|byte| byte.is_ascii_uppercase());
    if !letters || tail.is_empty() || word && tail.len() == 1 || several {
        return None;
    }
    let lower = written.to_ascii_lowercase();
    let plain = LOOSE.get(lower.as_str()).into_iter().flatten().copied();
    let prefixed = Prefix::all().flat_map(|prefix| {
        // No one writes a *U* for the *u* that stands for µ.
        let symbols = prefix.row().symbols.iter().filter(|&&symbol| symbol != "u");
        let rest = symbols.filter_map(|symbol| lower.strip_prefix(&symbol.to_lowercase()));
        let rows = rest.filter_map(|rest| LOOSE.get(rest)).flatten();
        rows.filter_map(move |&row| prefix.before_symbol(row))
    });
    let mut rows: Vec<u16> = plain.chain(prefixed).collect();
    rows.dedup_by_key(|row| unit(*row).name);
    match rows[..] {
        [only] => Some(only),
        _ => None,
    }
}

/// The row of a unit by its English singular.
pub(super) fn row_named(name: &str) -> Option<u16> {
    let plain = |name: &str| (0..).zip(ROWS).find(|(_, row)| row.name == name);
    let prefixed = || {
        let (prefix, rest) = Prefix::before(name)?;
        prefix.of(plain(rest)?.0)
    };
    plain(name).map(|(row, _)| row).or_else(prefixed)
}

/// The unit of that name in English, in the singular.
pub(super) fn measure_named(name: &str) -> Option<Measure> {
    row_named(name).map(|row| Measure::of(unit(row)))
}

/// Files the English names of the plain units, singular and plural.
pub(super) fn add_english(lexicon: &mut Lexicon) {
    for (row, unit) in (0..).zip(ROWS) {
        let sense = Sense::Unit(row);
        lexicon.add_list(unit.name, sense);
        lexicon.add_list(&[unit.name, "s"].concat(), sense);
        lexicon.add_list(unit.names, sense);
    }
}
#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::lexis::lexis;
    use crate::extract::passage::Passage;
    use crate::extract::token::{SenseCache, tokenize};
    use crate::model::Language;

    /// The unit that `name` is in English.
    fn named(name: &str) -> Option<Unit> {
        let lexis = lexis(Language::English);
        let mut tokens = Vec::new();
        let none = (&[][..], &mut SenseCache::default());
        tokenize(name, 0..name.len(), none, &lexis.lexicon, &mut tokens);
        let passage = Passage {
            text: name,
            tokens: &tokens,
            lexis,
        };
        let unit = passage.find(0, |sense| match sense {
            Sense::Unit(row) => Some(row),
            _ => None,
        });
        let whole = unit.filter(|unit| unit.end == tokens.len());
        whole.map(|unit| super::unit(unit.meaning))
    }

    #[test]
    fn every_unit_is_known_by_its_name_with_every_prefix_that_it_takes() {
        for row in 0..u16::try_from(ROWS.len()).unwrap() {
            let prefixed = Prefix::all().filter_map(|prefix| prefix.of(row));
            for row in prefixed.chain([row]) {
                let unit = unit(row);
                for name in [unit.name.to_string(), format!("{}s", unit.name)] {
                    let found = named(&name).map(|found| (found.dimension, found.factor));
                    assert_eq!(found, Some((unit.dimension, unit.factor)), "{name}");
                }
            }
        }
    }

    #[test]
    fn no_symbol_is_too_long_to_be_looked_for() {
        for row in 0..u16::try_from(ROWS.len()).unwrap() {
            let takes = |prefix: &Prefix| prefix.of(row).is_some();
            let prefixes = Prefix::all()
                .filter(takes)
                .flat_map(|prefix| prefix.row().symbols);
            let prefix = prefixes.map(|prefix| prefix.len()).max().unwrap_or(0);
            for symbol in ROWS[usize::from(row)].symbols.split(' ') {
                assert!(prefix + symbol.len() <= LONGEST_SYMBOL, "{symbol}");
            }
        }
    }

    #[test]
    fn a_symbol_is_that_of_the_first_unit_that_can_have_it() {
        let name = |written| symbol(written).map(|row| unit(row).name);
        assert_eq!(name("kt").as_deref(), Some("kilotonne"));
        assert_eq!(name("kts").as_deref(), Some("knot"));
        assert_eq!(name("GiB").as_deref(), Some("gibibyte"));
        assert_eq!(name("ct").as_deref(), Some("carat"));
        assert_eq!(name("kmin"), None);
        assert_eq!(name("al"), None);
    }

    #[test]
    fn a_symbol_in_other_letters_is_that_of_the_only_unit_it_can_be() {
        let name = |written| symbol(written).map(|row| unit(row).name);
        let cases = [
            ("HZ", Some("hertz")),
            ("Ghz", Some("gigahertz")),
            ("KWH", Some("kilowatt hour")),
            ("kw", Some("kilowatt")),
            ("mhz", Some("megahertz")),
            ("PPM", Some("part per million")),
            ("mw", None),
            ("Ms", None),
            ("MPs", None),
        ];
        for (written, unit) in cases {
            assert_eq!(name(written).as_deref(), unit, "{written}");
        }
    }

    #[test]
    fn a_prefix_multiplies_exactly() {
        let factor = |name| row_named(name).and_then(|row| unit(row).factor);
        assert_eq!(factor("gigawatt hour"), "3600000000000".parse().ok());
        assert_eq!(factor("femtometre"), "0.000000000000001".parse().ok());
        assert_eq!(factor("mebibyte"), "1048576".parse().ok());
    }
}
