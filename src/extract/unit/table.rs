//! The units of measure, with exact factors to the base unit of each dimension.
//!
//! Factors are those of the International System of Units (SI brochure, 9th
//! edition) and of NIST Handbook 44, appendix C. A month and a year are the
//! mean ones of the Gregorian calendar (365.2425 days).

use crate::model::Dimension::{
    self, Angle, Area, Count, Data, DataRate, Density, Electric, Energy, Flow, Force, Frequency,
    Length, Mass, Money, Other, Power, Pressure, Rate, Share, Speed, Temperature, Time, Torque,
    Volume,
};

/// One unit; the prefixed ones are made from it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Row {
    /// English singular.
    pub(super) name: &'static str,
    /// What it measures.
    pub(super) dimension: Dimension,
    /// Base units of the dimension in one unit; empty where no exact factor exists.
    pub(super) factor: &'static str,
    /// Symbols as written, parted by blanks.
    pub(super) symbols: &'static str,
    /// English plural where it is not `name` with an *s*, and other spellings, parted by `|`.
    pub(super) names: &'static str,
    /// Which prefixes it takes.
    pub(super) prefixes: Prefixes,
}

/// The prefixes that a unit takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Prefixes {
    /// None.
    Plain,
    /// SI, small and large.
    Metric,
    /// SI, large only.
    Large,
    /// SI large and IEC 80000-13 binary.
    Binary,
}

use Prefixes::{Binary, Large, Metric, Plain};

impl Prefixes {
    /// Whether the prefix that multiplies by so much is among them.
    pub(super) fn has(self, times: Times) -> bool {
        match times {
            Ten(power) => self == Metric || power > 0 && self != Plain,
            Binary1024(_) => self == Binary,
        }
    }
}

/// A prefix.
#[derive(Debug, Clone, Copy)]
pub(super) struct PrefixRow {
    /// As said.
    pub(super) name: &'static str,
    /// As written.
    pub(super) symbols: &'static [&'static str],
    /// What it multiplies by.
    pub(super) times: Times,
    /// The units that its symbol is written with, where it is not all that take prefixes;
    /// its name is said with any.
    pub(super) written_with: Option<&'static [&'static str]>,
}

/// What a prefix multiplies by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Times {
    /// A power of ten.
    Ten(i32),
    /// A power of 1024.
    Binary1024(u32),
}

use Times::{Binary1024, Ten};

const fn prefix(name: &'static str, symbols: &'static [&'static str], times: Times) -> PrefixRow {
    PrefixRow {
        name,
        symbols,
        times,
        written_with: None,
    }
}

const fn written_with(row: PrefixRow, units: &'static [&'static str]) -> PrefixRow {
    PrefixRow {
        written_with: Some(units),
        ..row
    }
}

/// The prefixes of the International System and of IEC 80000-13. *al* is an article and
/// no attolitre: a symbol stands where people write it.
pub(super) const PREFIXES: &[PrefixRow] = &[
    written_with(prefix("exa", &["E"], Ten(18)), &["byte", "joule"]),
    written_with(
        prefix("peta", &["P"], Ten(15)),
        &["byte", "joule", "watt hour", "watt", "gram", "becquerel"],
    ),
    prefix("tera", &["T"], Ten(12)),
    prefix("giga", &["G"], Ten(9)),
    prefix("mega", &["M"], Ten(6)),
    prefix("kilo", &["k"], Ten(3)),
    written_with(prefix("hecto", &["h"], Ten(2)), &["pascal", "litre"]),
    written_with(prefix("deci", &["d"], Ten(-1)), &["litre", "metre"]),
    written_with(
        prefix("centi", &["c"], Ten(-2)),
        &["metre", "litre", "gray"],
    ),
    prefix("milli", &["m"], Ten(-3)),
    prefix("micro", &["µ", "μ", "u"], Ten(-6)),
    prefix("nano", &["n"], Ten(-9)),
    prefix("pico", &["p"], Ten(-12)),
    written_with(
        prefix("femto", &["f"], Ten(-15)),
        &["second", "metre", "mole", "farad"],
    ),
    written_with(prefix("atto", &["a"], Ten(-18)), &[]),
    prefix("kibi", &["Ki"], Binary1024(1)),
    prefix("mebi", &["Mi"], Binary1024(2)),
    prefix("gibi", &["Gi"], Binary1024(3)),
    prefix("tebi", &["Ti"], Binary1024(4)),
];

/// Units whose large multiples have other units or powers: nobody writes *Ms* for a
/// million seconds.
const SMALL_ONLY: &[&str] = &["second", "metre"];

impl PrefixRow {
    /// Whether its symbol is written before that of a unit.
    pub(super) fn is_written_with(&self, unit: &str) -> bool {
        let large = matches!(self.times, Ten(power) if power > 3);
        let listed = self.written_with.is_none_or(|units| units.contains(&unit));
        listed && !(large && SMALL_ONLY.contains(&unit))
    }
}

const fn unit(
    name: &'static str,
    dimension: Dimension,
    factor: &'static str,
    symbols: &'static str,
    names: &'static str,
) -> Row {
    Row {
        name,
        dimension,
        factor,
        symbols,
        names,
        prefixes: Plain,
    }
}

const fn prefixed(row: Row, prefixes: Prefixes) -> Row {
    Row { prefixes, ..row }
}

/// All units. The first of a dimension with factor 1 is its base.
pub(super) const ROWS: &[Row] = &[
    prefixed(
        unit("metre", Length, "1", "m", "meter|meters|mtr|mtrs"),
        Metric,
    ),
    unit("inch", Length, "0.0254", "\" ″ '' ” in inch", "inches"),
    unit("foot", Length, "0.3048", "ft ′ '", "feet"),
    unit("yard", Length, "0.9144", "yd yds", ""),
    unit("mile", Length, "1609.344", "mi", ""),
    unit("nautical mile", Length, "1852", "nmi NM", ""),
    unit(
        "light-year",
        Length,
        "9460730472580800",
        "ly",
        "light year|light years",
    ),
    unit(
        "ångström",
        Length,
        "0.0000000001",
        "Å",
        "angstrom|angstroms",
    ),
    unit("hectare", Area, "10000", "ha", ""),
    unit("acre", Area, "4046.8564224", "ac", ""),
    unit("dunum", Area, "1000", "", "dunam|dunams|donum|donums|dönüm"),
    // 2,000/3 square metres are no finite decimal.
    unit("mu", Area, "", "", ""),
    unit("feddan", Area, "4200", "", ""),
    prefixed(
        unit("litre", Volume, "0.001", "L l", "liter|liters"),
        Metric,
    ),
    unit(
        "cubic centimetre",
        Volume,
        "0.000001",
        "cc ccm",
        "cubic centimeter|cubic centimeters",
    ),
    unit(
        "gallon",
        Volume,
        "0.003785411784",
        "gal",
        "US gallon|US gallons|U.S. gallon|U.S. gallons",
    ),
    unit(
        "quart",
        Volume,
        "0.000946352946",
        "qt",
        "US quart|US quarts",
    ),
    unit("pint", Volume, "0.000473176473", "pt", "US pint|US pints"),
    unit("cup", Volume, "0.0002365882365", "", ""),
    unit(
        "fluid ounce",
        Volume,
        "0.0000295735295625",
        "fl oz",
        "US fluid ounce|US fluid ounces",
    ),
    unit("tablespoon", Volume, "0.00001478676478125", "tbsp", ""),
    unit("teaspoon", Volume, "0.00000492892159375", "tsp", ""),
    unit("barrel", Volume, "0.158987294928", "bbl bbls", ""),
    // Nor are the cubic metres that it is in a second.
    unit("barrel per day", Flow, "", "bpd b/d", ""),
    unit(
        "acre-foot",
        Volume,
        "1233.48183754752",
        "",
        "acre-feet|acre feet",
    ),
    prefixed(
        unit("gram", Mass, "0.001", "g gr", "gramme|grammes"),
        Metric,
    ),
    // Symbols that no prefix goes with have a row of their own under the usual name.
    unit("kilogram", Mass, "1", "kgs k.g.", "kilo|kilos"),
    unit("milligram", Mass, "0.000001", "mgs", ""),
    unit("microgram", Mass, "0.000000001", "mcg", ""),
    unit("gram", Mass, "0.001", "gs gm gms", ""),
    prefixed(
        unit(
            "tonne",
            Mass,
            "1000",
            "t mt",
            "metric ton|metric tons|metric tonne|metric tonnes",
        ),
        Large,
    ),
    // Which of the three below and above is meant, the word does not say.
    unit("ton", Mass, "", "tons", ""),
    unit("short ton", Mass, "907.18474", "", ""),
    unit("long ton", Mass, "1016.0469088", "", ""),
    // A *pound* alone may be one of money.
    unit(
        "pound-mass",
        Mass,
        "0.45359237",
        "lb lbs lb. lbs.",
        "pound|pounds",
    ),
    unit("ounce", Mass, "0.028349523125", "oz", ""),
    unit("troy ounce", Mass, "0.0311034768", "", ""),
    unit("stone", Mass, "6.35029318", "", "stone"),
    unit("carat", Mass, "0.0002", "ct", ""),
    unit("jin", Mass, "0.5", "", ""),
    unit("liang", Mass, "0.05", "", ""),
    unit("quintal", Mass, "100", "", ""),
    unit(
        "drachm",
        Mass,
        "0.0017718451953125",
        "",
        "dram|drams|drachma",
    ),
    prefixed(unit("second", Time, "1", "s sec secs", ""), Metric),
    unit("minute", Time, "60", "min mins", ""),
    unit("hour", Time, "3600", "h hr hrs", ""),
    unit("day", Time, "86400", "d", ""),
    unit("week", Time, "604800", "wk wks", ""),
    unit("fortnight", Time, "1209600", "", ""),
    unit("month", Time, "2629746", "", ""),
    unit("year", Time, "31556952", "yr yrs", ""),
    unit("decade", Time, "315569520", "", ""),
    unit("century", Time, "3155695200", "", "centuries"),
    unit(
        "millennium",
        Time,
        "31556952000",
        "",
        "millennia|millenniums",
    ),
    unit("kelvin", Temperature, "1", "K", ""),
    unit(
        "degree Celsius",
        Temperature,
        "1",
        "°C ℃ ºC C",
        "degrees celsius|celsius|degrees centigrade|degree centigrade|degrees C|degree C|deg C|deg. C|deg Celsius|° C|º C|° celsius|degrees of celsius",
    ),
    unit(
        "degree Fahrenheit",
        Temperature,
        "",
        "°F ℉ ºF",
        "degrees fahrenheit|fahrenheit|degrees F|degree F|deg F|deg. F|° F|º F|° fahrenheit",
    ),
    prefixed(
        unit("metre per second", Speed, "1", "mps", "meter per second"),
        Plain,
    ),
    // A word that others follow has its own row: its prefix is not looked for.
    unit("kilometre", Length, "1000", "", "kilometer|kilometers"),
    unit(
        "kilometre per hour",
        Speed,
        "",
        "kph kmh kmph km/hr",
        "kilometer per hour",
    ),
    unit("mile per hour", Speed, "0.44704", "mph", ""),
    unit("knot", Speed, "", "kt kts", ""),
    prefixed(unit("joule", Energy, "1", "J", ""), Metric),
    prefixed(
        unit("watt hour", Energy, "3600", "Wh", "watt-hour|watt-hours"),
        Large,
    ),
    prefixed(unit("calorie", Energy, "4.184", "cal", ""), Large),
    prefixed(
        unit(
            "electronvolt",
            Energy,
            "",
            "eV",
            "electron volt|electron volts",
        ),
        Large,
    ),
    unit(
        "British thermal unit",
        Energy,
        "1055.05585262",
        "BTU Btu",
        "",
    ),
    unit(
        "million British thermal units",
        Energy,
        "1055055852.62",
        "mmBTU MMBtu mmbtu",
        "",
    ),
    prefixed(unit("watt", Power, "1", "W", ""), Metric),
    unit(
        "horsepower",
        Power,
        "745.69987158227022",
        "hp HP PS",
        "horsepower",
    ),
    unit(
        "brake horsepower",
        Power,
        "745.69987158227022",
        "bhp",
        "brake horsepower",
    ),
    prefixed(unit("pascal", Pressure, "1", "Pa", ""), Metric),
    unit("bar", Pressure, "100000", "", ""),
    unit(
        "pound per square inch",
        Pressure,
        "",
        "psi",
        "pounds per square inch",
    ),
    prefixed(unit("newton", Force, "1", "N", ""), Large),
    prefixed(
        unit(
            "newton metre",
            Torque,
            "1",
            "Nm N·m",
            "newton-metre|newton-metres|newton meter|newton meters|newton metres|newton-meters",
        ),
        Plain,
    ),
    unit(
        "pound-foot",
        Torque,
        "1.3558179483314004",
        "lb-ft",
        "pound-feet|pound feet|foot-pounds|foot-pound|lb.-ft.|lb ft|pounds-feet",
    ),
    prefixed(unit("hertz", Frequency, "1", "Hz", "hertz"), Large),
    unit(
        "revolution per minute",
        Frequency,
        "",
        "rpm",
        "revolutions per minute",
    ),
    unit("degree", Angle, "1", "° º deg deg.", ""),
    unit("radian", Angle, "", "rad", ""),
    unit("turn", Angle, "360", "", ""),
    prefixed(unit("byte", Data, "1", "B", ""), Binary),
    unit("kilobyte", Data, "1000", "KB", ""),
    prefixed(unit("bit", Data, "0.125", "bit", ""), Binary),
    prefixed(
        unit(
            "bit per second",
            DataRate,
            "0.125",
            "bps bit/s b/s",
            "bits per second",
        ),
        Large,
    ),
    prefixed(unit("volt", Electric, "", "V В", ""), Metric),
    prefixed(unit("ampere", Electric, "", "A А", "amp|amps"), Metric),
    prefixed(
        unit("ampere hour", Electric, "", "Ah", "amp hours|amp-hours"),
        Metric,
    ),
    prefixed(unit("ohm", Electric, "", "Ω ohm", ""), Large),
    prefixed(unit("farad", Electric, "", "F", ""), Metric),
    prefixed(unit("coulomb", Electric, "", "", ""), Metric),
    unit("decibel", Other, "", "dB dBA", ""),
    prefixed(unit("gray", Other, "", "Gy", ""), Metric),
    prefixed(unit("sievert", Other, "", "Sv", ""), Metric),
    prefixed(unit("becquerel", Other, "", "Bq", ""), Large),
    unit("frame per second", Rate, "", "fps", "frames per second"),
    unit("millimetre", Length, "0.001", "", "millimeter|millimeters"),
    unit(
        "millimetre of mercury",
        Pressure,
        "",
        "mmHg",
        "millimetres of mercury|millimeters of mercury",
    ),
    unit("megapixel", Other, "", "MP Mpx", ""),
    prefixed(unit("lumen", Other, "", "lm", ""), Plain),
    prefixed(unit("mole", Other, "", "mol", ""), Metric),
    unit("per mille", Share, "", "‰", "per mil|permil|permille"),
    unit("part per million", Share, "", "ppm", "parts per million"),
    unit("part per billion", Share, "", "ppb", "parts per billion"),
    unit("mile per gallon", Rate, "", "mpg", "miles per gallon"),
    unit(
        "year of age",
        Time,
        "",
        "",
        "year-old|years old|years of age|year old|years-old|year-olds|yr old",
    ),
    unit(
        "month of age",
        Time,
        "",
        "",
        "month-old|months old|months of age|month old|months-old",
    ),
];

/// The base unit of each dimension that has one.
pub(in crate::extract) fn base(dimension: Dimension) -> Option<&'static str> {
    Some(match dimension {
        Length => "metre",
        Area => "square metre",
        Volume => "cubic metre",
        Mass => "kilogram",
        Time => "second",
        Temperature => "kelvin",
        Speed => "metre per second",
        Energy => "joule",
        Power => "watt",
        Pressure => "pascal",
        Force => "newton",
        Torque => "newton metre",
        Frequency => "hertz",
        Angle => "degree",
        Data => "byte",
        DataRate => "byte per second",
        Density => "kilogram per cubic metre",
        Flow => "cubic metre per second",
        Count | Electric | Share | Money | Rate | Other => return None,
    })
}
