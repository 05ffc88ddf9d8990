//! Words of the grammar.

/// Words that hold numbers, dates and ranges together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Grammar {
    /// *a*, *an*.
    Article,
    /// *the*.
    The,
    /// *and*.
    And,
    /// *con* before decimals or coins.
    With,
    /// *or*.
    Or,
    /// *to*, *through* between two ends.
    To,
    /// *para* in *passou de 75 para 50*: *to* behind a change alone.
    Toward,
    /// *at* before a level.
    At,
    /// *for* inside a noun phrase.
    For,
    /// *between*.
    Between,
    /// *from*.
    From,
    /// *of*.
    Of,
    /// *in*.
    In,
    /// *out of*.
    OutOf,
    /// *by*.
    By,
    /// *de* before the size of a change, where *by* bounds dates alone.
    Difference,
    /// *per*.
    Per,
    /// *pour* before a round number that others are counted per; elsewhere it is *for*.
    PerBase,
    /// *a day*, *each year*: per, after a number with its noun.
    Each,
    /// *point* in *nine point five*.
    Point,
    /// *minus*.
    Minus,
    /// *over* in *one over three*.
    Over,
    /// *range*, *ranging* before *from*.
    Ranging,
    /// *up* in *up to*.
    Up,
    /// *on* in *on the Richter scale*.
    On,
    /// *scale* behind what it is of.
    ScaleOf,
    /// *were*, *have been* before a participle: a passive of the past.
    Been,
    /// *no*, *not a single* before a noun.
    No,
    /// *none*.
    NoneOf,
    /// *there* in *there were none*.
    There,
    /// *percent*.
    Percent,
    /// *نسبة* right before the number of per cent.
    Portion,
    /// *percentage points*.
    PercentagePoint,
    /// *basis points*.
    BasisPoint,
    /// *square*, *sq.*
    Square,
    /// *cubic*.
    Cubic,
    /// *Monday*.
    Weekday,
    /// *early*, *the end of* before a date.
    Stage,
    /// *levels* behind a year that they are of: *below 2005 levels*.
    LevelOf,
    /// *les années* before the number of a decade.
    Decade,
    /// 年代 behind the number of a decade.
    DecadeMark,
    /// 世纪 behind the number of a century.
    CenturyMark,
    /// *FY*, *fiscal year* before a year.
    Fiscal,
    /// *spring*, *autumn*.
    Season,
    /// *year-end*.
    YearEnd,
    /// *circa* before a date.
    Circa,
    /// *BC*, 公元前: years before our era.
    BeforeEra,
    /// *AD*, *CE*: years of our era.
    Era,
    /// *this*, *each*: a determiner of one thing.
    This,
    /// *such* between *one* and its noun.
    Such,
    /// *top*, *bottom*: what stands there is a set.
    Rank,
    /// *alone* behind a noun.
    Alone,
    /// *own* in *its own*.
    Own,
    /// *quarter* of a year.
    Quarter,
    /// *half* of a year.
    Semester,
    /// *since*.
    Since,
    /// *until*.
    Until,
    /// *before*.
    Before,
    /// *after*.
    After,
    /// *past* in *the past 20 years*.
    Past,
    /// *ago*, *earlier* behind a length of time.
    Ago,
    /// *old* in *ten years old*.
    Old,
    /// *thick*, *wide* behind a length.
    Size,
    /// *aged*, *the age of* before a number of years.
    Aged,
    /// *consecutive*, *full* between a number and a unit of time.
    Whole,
    /// *of them* behind a number: it counts what was counted before.
    OfThem,
    /// *in the same period*: the sentence is about the time of the one before.
    SameTime,
    /// *not*.
    Not,
    /// *times*: multiplies.
    Times,
    /// *a.m.*
    Clock,
    /// *et demi*: half of what stands before it, added to it.
    AndHalf,
    /// 分之 between whole and part.
    PartOf,
    /// 成: so many tenths.
    Tenths,
    /// 第 before a position.
    Position,
    /// 年, *года* behind a year.
    YearMark,
    /// 月 behind a month.
    MonthMark,
    /// 日 behind a day.
    DayMark,
    /// 个, 名 between a number and what it counts.
    Classifier,
    /// 国集团 behind the number of a group's founders, which is its name.
    NameMark,
    /// 까지, までに behind the last day that counts.
    UntilBehind,
    /// 之前 behind the first day that does not.
    BeforeBehind,
}

const _: () = assert!(
    (Grammar::BeforeBehind as u32) < u128::BITS,
    "a bit for each word"
);

impl Grammar {
    /// The word as one bit of a set.
    pub(crate) fn bit(self) -> u128 {
        1 << self as u32
    }
}
