//! One number that a statement asserts, with what it measures.

use rust_decimal::Decimal;

use super::Span;

/// One number that the text asserts, with the words that bound it and the
/// thing it measures.
///
/// The parts follow the annotation scheme of `MeasEval` (SemEval-2021, task 8):
/// quantity, unit, modifiers, measured entity (`subject`), measured property
/// (`predicate`).
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Figure {
    /// Paragraph in the document, from 0.
    pub paragraph: u32,
    /// Sentence in the paragraph, from 0.
    pub sentence: u32,
    /// Bytes of the document's text, from the hedge to the unit or noun.
    pub span: Span,
    /// Bytes of the numeral alone, inside `span`.
    pub numeral: Span,
    /// What kind of number it is.
    pub kind: FigureKind,
    /// The number in `unit`, exact; `None` for a range, a vague number and for
    /// kinds that are no quantity. Of a ratio that is no finite decimal, the
    /// quotient rounded to 28 digits; `ratio` is exact.
    pub value: Option<Decimal>,
    /// Lower end of what the words allow; `None` when open.
    pub low: Option<Decimal>,
    /// Upper end of what the words allow; `None` when open. Never below `low`.
    pub high: Option<Decimal>,
    /// How the words bound the number.
    pub bound: Bound,
    /// *about*, *almost*, *dozens of*: near the number, not on it.
    pub approximate: bool,
    /// The bounding or hedging words, inside `span`.
    pub hedge: Option<Span>,
    /// English singular: `hectare`, `percent`, `person`, `USD per share`;
    /// `None` for a bare number.
    pub unit: Option<String>,
    /// What kind of thing `unit` measures.
    pub dimension: Option<Dimension>,
    /// The same amount in the base unit of its dimension.
    pub canonical: Option<Canonical>,
    /// ISO 4217 code of an amount of money; `None` where the currency is not known.
    pub currency: Option<String>,
    /// Part and whole of a ratio: *one region out of seven* is 1 and 7.
    pub ratio: Option<(Decimal, Decimal)>,
    /// *rose by 3 per cent*, *fell to 12*.
    pub change: Option<Change>,
    /// EDTF (ISO 8601-2): `2021-06-22`, `XXXX-11-10`, `1999`, `2012/2013`.
    pub date: Option<String>,
    /// The date with its year, where the text leaves the year out.
    pub resolved: Option<String>,
    /// Position of an ordinal: *Nineteenth* is 19. For a reference, its number if it has one.
    pub ordinal: Option<Decimal>,
    /// What is counted or measured: the head noun phrase, lower case.
    pub subject: Option<String>,
    /// What is said of the subject: *killed and injured*, *cleared*.
    pub predicate: Option<String>,
    /// The other thing of the clause: what is done (*assistance* in *provided
    /// assistance to 25 countries*), for whom or by whom.
    pub object: Option<String>,
    /// What is measured in the author's own words, the number left out, cut at
    /// phrase ends, at most 60 characters: *unemployment rate*, *people killed and
    /// injured*; `None` where no such stretch is sure.
    pub title: Option<String>,
    /// What is measured, as base forms, for comparing.
    pub measured: Measured,
    /// The time that the figure covers.
    pub period: Option<Period>,
    /// Place or owner that limits the figure.
    pub scope: Option<String>,
    /// Part that the figure plays: a deadline, a target, a total.
    pub role: Option<FigureRole>,
    /// Who claims it, when that is not the speaker: *Armenia claims …*.
    pub attribution: Option<String>,
    /// Whether the sentence denies it.
    pub negated: bool,
    /// Whether nothing says what the number measures: it has no unit and no noun, no
    /// words bound it, no change is stated and no verb acts on it. It may be a label
    /// that was not known for one, so its change is no news by itself. Only a
    /// `Quantity` can be bare.
    pub bare: bool,
    /// The heads of its row and column, where it stands in a table that has them.
    pub heads: Option<Heads>,
    /// The words that gave the parts above.
    pub spans: FigureSpans,
}

impl Figure {
    /// All places in the text that it names.
    pub(crate) fn spans(&mut self) -> impl Iterator<Item = &mut Span> {
        // Taken apart by name: one that is added cannot be forgotten here.
        let FigureSpans {
            unit,
            subject,
            predicate,
            scope,
            period,
        } = &mut self.spans;
        let parts = [&mut self.hedge, unit, subject, predicate, scope, period];
        let parts = parts.into_iter().flatten();
        [&mut self.span, &mut self.numeral].into_iter().chain(parts)
    }
}

/// The heads of a cell of a table as compared: words in lower case, sorted, each once,
/// times and units left out.
#[derive(Debug, Clone, PartialEq, Eq, Default, Hash)]
pub struct Heads {
    /// Of its row, with the line that stands over several rows.
    pub row: Vec<String>,
    /// Of its column, with those that span several columns.
    pub column: Vec<String>,
}

/// What a figure measures, as base forms in lower case; all empty where the
/// sentence was not parsed.
#[derive(Debug, Clone, PartialEq, Eq, Default, Hash)]
pub struct Measured {
    /// Head noun of what is measured or counted: `rate` of *core inflation rate*.
    pub head: Option<String>,
    /// What narrows the head, sorted: adjectives, nouns and names that modify it
    /// (`core`, `inflation`).
    pub modifiers: Vec<String>,
    /// Main verb of the clause: `kill`, `rise`; `None` for a mere copula.
    pub verb: Option<String>,
    /// Whether the clause denies it.
    pub negated: bool,
    /// Further content words of the clause, sorted: the subject of a verb whose
    /// object is counted, the object of the verb, places, recipients.
    pub context: Vec<String>,
}

/// Where in the text the parts of a figure were read, in bytes; `None` for
/// what was not read. The number and its bounds have spans of their own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct FigureSpans {
    /// The unit, or the noun that is counted.
    pub unit: Option<Span>,
    /// As in [`Figure::subject`].
    pub subject: Option<Span>,
    /// As in [`Figure::predicate`].
    pub predicate: Option<Span>,
    /// As in [`Figure::scope`].
    pub scope: Option<Span>,
    /// As in [`Figure::period`].
    pub period: Option<Span>,
}

/// What kind of number a figure is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub enum FigureKind {
    /// A count or a measure.
    #[default]
    Quantity,
    /// Percent or percentage points.
    Percentage,
    /// An amount of money.
    Money,
    /// A length of time.
    Duration,
    /// A part of a whole: *one in seven*, *two thirds*.
    Ratio,
    /// A position: *Nineteenth*.
    Ordinal,
    /// A point or stretch of the calendar.
    Date,
    /// A number that names: *Article 7*, *resolution 1325*, *A/RES/75/52*.
    Reference,
}

impl FigureKind {
    /// All kinds.
    pub const ALL: [Self; 8] = [
        Self::Quantity,
        Self::Percentage,
        Self::Money,
        Self::Duration,
        Self::Ratio,
        Self::Ordinal,
        Self::Date,
        Self::Reference,
    ];

    /// The name in the output.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Quantity => "quantity",
            Self::Percentage => "percentage",
            Self::Money => "money",
            Self::Duration => "duration",
            Self::Ratio => "ratio",
            Self::Ordinal => "ordinal",
            Self::Date => "date",
            Self::Reference => "reference",
        }
    }

    /// Whether the number is compared as an amount; ordinals, dates and
    /// references are labels instead.
    #[must_use]
    pub fn is_amount(self) -> bool {
        !matches!(self, Self::Ordinal | Self::Date | Self::Reference)
    }
}

/// How the words bound a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub enum Bound {
    /// The number itself.
    #[default]
    Exact,
    /// Strictly above: *more than*, *over*.
    MoreThan,
    /// From the number up: *at least*, *no fewer than*.
    AtLeast,
    /// Strictly below: *fewer than*, *almost*.
    LessThan,
    /// Up to the number: *up to*, *not exceeding*, *by* (dates).
    AtMost,
    /// From `low` to `high`.
    Range,
}

impl Bound {
    /// The bound of a number as a sign: *>*, *≥*, *≈* where it is near the number, nothing
    /// for the number itself.
    #[must_use]
    pub fn sign(self, approximate: bool) -> &'static str {
        match self {
            Self::MoreThan => ">",
            Self::AtLeast => "≥",
            Self::LessThan => "<",
            Self::AtMost => "≤",
            Self::Exact | Self::Range if approximate => "≈",
            Self::Exact | Self::Range => "",
        }
    }
}

impl Bound {
    /// The name in the output.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Exact => "exact",
            Self::MoreThan => "more_than",
            Self::AtLeast => "at_least",
            Self::LessThan => "less_than",
            Self::AtMost => "at_most",
            Self::Range => "range",
        }
    }
}

/// What kind of thing a unit measures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[allow(missing_docs, reason = "the names say all there is to say")]
pub enum Dimension {
    Count,
    Length,
    Area,
    Volume,
    Mass,
    Time,
    Temperature,
    Speed,
    Energy,
    Power,
    Pressure,
    Force,
    Torque,
    Frequency,
    Angle,
    Data,
    DataRate,
    Electric,
    Density,
    Flow,
    Share,
    Money,
    Rate,
    Other,
}

impl Dimension {
    /// The name in the output.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Count => "count",
            Self::Length => "length",
            Self::Area => "area",
            Self::Volume => "volume",
            Self::Mass => "mass",
            Self::Time => "time",
            Self::Temperature => "temperature",
            Self::Speed => "speed",
            Self::Energy => "energy",
            Self::Power => "power",
            Self::Pressure => "pressure",
            Self::Force => "force",
            Self::Torque => "torque",
            Self::Frequency => "frequency",
            Self::Angle => "angle",
            Self::Data => "data",
            Self::DataRate => "data rate",
            Self::Electric => "electric",
            Self::Density => "density",
            Self::Flow => "flow",
            Self::Share => "share",
            Self::Money => "money",
            Self::Rate => "rate",
            Self::Other => "other",
        }
    }
}

/// An amount in the base unit of its dimension (*30000000 square metres*).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Canonical {
    /// As in [`Figure::value`].
    pub value: Option<Decimal>,
    /// As in [`Figure::low`].
    pub low: Option<Decimal>,
    /// As in [`Figure::high`].
    pub high: Option<Decimal>,
    /// English singular.
    pub unit: &'static str,
}

/// A change that a figure states.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Change {
    /// Up or down.
    pub direction: Direction,
    /// Whether the number is the difference or the level reached.
    pub mode: ChangeMode,
}

/// Which way a figure moved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// More.
    Up,
    /// Less.
    Down,
}

impl Direction {
    /// The name in the output.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Up => "up",
            Self::Down => "down",
        }
    }
}

/// What the number of a stated change is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChangeMode {
    /// The difference: *rose by 3*.
    By,
    /// The level reached: *fell to 12*.
    To,
    /// One end of *from 400 to 300*.
    FromTo,
}

impl ChangeMode {
    /// The name in the output.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::By => "by",
            Self::To => "to",
            Self::FromTo => "from_to",
        }
    }
}

/// The time that a figure covers; each end in EDTF.
#[derive(Debug, Clone, PartialEq, Eq, Default, Hash, PartialOrd, Ord)]
pub struct Period {
    /// *since 2020*, *since the signing of …* (the date if known, else the words).
    pub since: Option<String>,
    /// *until*, *by*.
    pub until: Option<String>,
    /// *in 2020*.
    pub during: Option<String>,
    /// *over the past 20 years*: an ISO 8601 duration, `P20Y`.
    pub over: Option<String>,
    /// Years from that of the statement to that of `during`, where the words count from it:
    /// -1 for *last year*.
    pub step: Option<i8>,
}

/// The part that a figure plays in its sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum FigureRole {
    /// A day or year by which something is to be done.
    Deadline,
    /// A number to be reached.
    Target,
    /// A sum of others.
    Total,
    /// A part of the figure before: *of which 12*.
    OfWhich,
    /// On top of an earlier figure: *another 200*.
    Increment,
    /// A mean: *an average of 12*.
    Average,
    /// What another number is compared with: *compared with 12*.
    Baseline,
}

impl FigureRole {
    /// The name in the output.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Deadline => "deadline",
            Self::Target => "target",
            Self::Total => "total",
            Self::OfWhich => "of which",
            Self::Increment => "increment",
            Self::Average => "average",
            Self::Baseline => "baseline",
        }
    }
}
