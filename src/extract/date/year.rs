//! Whether four digits are a year and no amount: *in 2019*, *the 1864
//! Convention*, *(1704–1787)*.
//!
//! A year of our time needs no sign, an older one does; either gives way where
//! the digits count something.

use std::ops::Range;

use super::calendar::{Calendar, number};
use crate::extract::noun::{counts_singular, is_plain_plural};
use crate::extract::passage::Passage;
use crate::extract::rule::Rule;
use crate::extract::sense::Sense;
use crate::extract::unit;
use crate::language::grammar::Grammar;

/// Years that a text speaks of without a sign that they are years.
const RECENT: Range<i32> = 1900..2150;
/// Years that one sign of any kind shows.
const MODERN: Range<i32> = 1500..2200;
/// Four digits that can be a year at all.
const WRITTEN: Range<i32> = 1000..2200;

/// Four digits at a token, with the year that they would be.
#[derive(Clone, Copy)]
pub(in crate::extract) struct Digits<'a> {
    passage: Passage<'a>,
    at: usize,
    year: i32,
}

/// A rule that says what digits are.
pub(in crate::extract) type Sign = Rule<fn(Digits<'_>) -> bool>;

/// What shows that digits count, so that they are no year.
pub(in crate::extract) static COUNTS: &[Sign] = &[
    // A hedge bounds an amount, unless a word before it announces a date.
    Rule {
        name: "hedged digits are no year",
        decide: is_hedged,
        examples: &[
            ("We lost about 1990.", "~1990"),
            ("We met in about 1990.", "date ~1990"),
            ("It was 12 per cent below 2010.", "12 percent; date 2010"),
        ],
    },
    Rule {
        name: "digits with a unit are no year",
        decide: |digits| is_measured(digits.passage, digits.at),
        examples: &[
            (
                "It weighs 2000 tonnes (Veld 2010b).",
                "2000 tonne; date 2010",
            ),
            ("It cost 1999 euros in 1999.", "1999 EUR; date 1999"),
        ],
    },
    Rule {
        name: "digits before a plural are no year",
        decide: |digits| counts_plural(digits.passage, digits.at),
        examples: &[
            ("We cleared 2018 mines.", "2018 mine"),
            (
                "The law of 2018 gives each survivor a pension.",
                "date 2018",
            ),
            ("The decree of 2015 obliges owners to report.", "date 2015"),
            ("The clearance of 2018 mines took a day.", "2018 mine"),
            (
                "Decree No. 12 of 2015 bans exports.",
                "name No. 12; date 2015",
            ),
        ],
    },
    Rule {
        name: "digits over others are no year",
        decide: |digits| is_quotient(digits.passage, digits.at),
        examples: &[
            ("It is 2000 over 4.", "2000/4"),
            ("In 2000 over 4 dogs came.", "date 2000; >4 dog"),
        ],
    },
    // What counts the second end of a range counts the first.
    Rule {
        name: "digits in a range that counts are no year",
        decide: |digits| counts_ahead(digits.passage, digits.at),
        examples: &[
            ("We saw between 2000 and 2100 people.", "2000..2100 person"),
            ("We met between 2000 and 2010.", "date 2000/2010"),
        ],
    },
];

/// What shows that digits are a year before [`RECENT`].
pub(in crate::extract) static SIGNS: &[Sign] = &[
    Rule {
        name: "a year behind a word of time",
        decide: has_date_word,
        examples: &[
            ("It was signed in 1648.", "date 1648"),
            ("It rose by 1648.", "1648"),
        ],
    },
    // What has a date is one known thing: *the* stands before it.
    Rule {
        name: "a year behind the thing it dates",
        decide: is_of_one_thing,
        examples: &[
            (
                "The treaty of 1648 holds since spring of 1415.",
                "date 1648; date 1415",
            ),
            ("A population of 1648 is left.", "1648"),
        ],
    },
    Rule {
        name: "a year in brackets behind a name",
        decide: is_bracketed,
        examples: &[
            ("It lies behind the Veld Plan (1791).", "date 1791"),
            ("We cleared mines (1791) and shells.", "1791"),
        ],
    },
    // A life, a reign, a war.
    Rule {
        name: "the ends of a stretch of years",
        decide: is_in_stretch,
        examples: &[
            ("King Veld (reigned 1715 - 1774) fell.", "date 1715/1774"),
            ("They need 1500–2000 in all.", "1500..2000"),
        ],
    },
    // Behind any number but one stands a plural: the number is no count.
    Rule {
        name: "a year before one thing",
        decide: dates_one_thing,
        examples: &[
            ("the 1864 Convention", "date 1864"),
            ("This 1833 map shows it.", "date 1833"),
            ("the 1650 wounded", "1650"),
        ],
    },
    Rule {
        name: "a year beside another",
        decide: is_beside_year,
        examples: &[(
            "In 1815 and 1648 treaties were signed.",
            "date 1815; date 1648",
        )],
    },
    // *Circa* is said of dates.
    Rule {
        name: "a year behind circa",
        decide: |digits| is_circa(digits.passage, digits.at),
        examples: &[
            ("It was painted c. 1640.", "date ~1640"),
            ("It cost c. 1640 euros.", "~1640 EUR"),
        ],
    },
];

/// A year of four digits at a token, whatever stands around it.
pub(super) fn written_year(passage: Passage, at: usize) -> Option<i32> {
    let year = number(passage, at).filter(|year| WRITTEN.contains(year))?;
    // *1500.5* is an amount, whatever its first four digits are.
    let decimal = matches!(passage.word(at + 1), "." | ",")
        && passage.is_glued(at + 1)
        && passage.is_glued(at + 2)
        && passage.is_digits(at + 2);
    (!decimal).then_some(year)
}

/// The year that two digits stand for: up to 49 of this century, from 50 of the last.
pub(super) fn full_year(tail: i32) -> i32 {
    if tail < 50 { 2000 + tail } else { 1900 + tail }
}

/// The year of two digits behind an apostrophe at a token: *'67*.
fn apostrophe_year(passage: Passage, at: usize) -> Option<(i32, usize)> {
    let digits = at + 1;
    let mark = matches!(passage.word(at), "'" | "’" | "‘");
    let glued = passage.is_glued(digits) && passage.len_chars(digits) == 2;
    let tail = number(passage, digits).filter(|_| mark && glued)?;
    Some((full_year(tail), digits + 1))
}

/// A year behind a day or a month, past a comma, *of* or a blank. Behind a day
/// or *of* it may have three digits.
pub(super) fn year_behind(passage: Passage, at: usize, day: Option<u8>) -> (Option<i32>, usize) {
    let mark = usize::from(matches!(passage.word(at), "," | "."));
    let of = passage.grammar(at + mark, Grammar::Of);
    let next = of.unwrap_or(at + mark);
    let fiscal = passage.grammar(next, Grammar::Fiscal).unwrap_or(next);
    if let Some(year) = written_year(passage, fiscal) {
        return (Some(year), fiscal + 1);
    }
    if let Some((year, end)) = apostrophe_year(passage, next) {
        return (Some(year), end);
    }
    // *14 March 325* is a year, *in March 325* people may have come.
    let sure = (day.is_some() || of.is_some()) && mark == 0;
    let early = number(passage, next).filter(|year| sure && (100..1000).contains(year));
    match early.filter(|_| !is_measured(passage, next) && !counts_plural(passage, next)) {
        Some(year) => (Some(year), next + 1),
        None => (None, at),
    }
}

/// Whether the four digits at a token are a year and no amount.
pub(in crate::extract) fn looks_like_year(passage: Passage, at: usize) -> bool {
    let Some(year) = written_year(passage, at) else {
        return false;
    };
    let recent = RECENT.contains(&year);
    // *1920 × 1080* is the size of a picture.
    if passage.is_cross(at + 1) || at > 0 && passage.is_cross(at - 1) {
        return false;
    }
    // *2010 levels*: levels are not counted, they are of a year.
    if recent && passage.is(at + 1, Grammar::LevelOf) {
        return true;
    }
    // *2018s best* has lost its apostrophe.
    let possessive = passage.word(at + 1) == "s" && year % 10 != 0;
    let lettered = recent && is_lettered(passage, at + 1);
    let glued_word =
        passage.is_glued(at + 1) && passage.is_word(at + 1) && !possessive && !lettered
            || passage.is_glued(at)
                && (passage.is_word(at - 1) || matches!(passage.word(at - 1), "." | "/" | "$"));
    if glued_word || unit::currency_before(passage, at).is_some() || counts(passage, at) {
        return false;
    }
    recent || any(SIGNS, Digits { passage, at, year })
}

/// Whether the letter at a token tells the works of one year apart: *2010b*.
fn is_lettered(passage: Passage, at: usize) -> bool {
    let letter = matches!(passage.word(at), "a" | "b" | "c" | "d") && passage.is_glued(at);
    letter && (passage.is_mark(at + 1) || !passage.is_glued(at + 1))
}

/// Past the letter of a work of the year before a token.
pub(super) fn past_letter(passage: Passage, at: usize) -> usize {
    at + usize::from(is_lettered(passage, at))
}

/// Whether digits count something, by one of [`COUNTS`].
pub(super) fn counts(passage: Passage, at: usize) -> bool {
    let year = number(passage, at).unwrap_or(0);
    any(COUNTS, Digits { passage, at, year })
}

fn any(signs: &[Sign], digits: Digits) -> bool {
    let mut functions = signs.iter().filter_map(Rule::function);
    functions.any(|decide| decide(digits))
}

/// *in the year 71*: digits that the word for a year stands before.
pub(super) fn named_year(passage: Passage, at: usize) -> Option<(Calendar, usize)> {
    let year = number(passage, at).filter(|year| (10..1000).contains(year))?;
    let word = at.checked_sub(1)?;
    let unit = passage.find(word, |sense| match sense {
        Sense::Unit(row) => (passage.lexis.unit(row).name == "year").then_some(()),
        _ => None,
    });
    let the = passage.grammar_before(word, Grammar::The).is_some();
    let named = unit.is_some() && the && !is_measured(passage, at) && !counts_plural(passage, at);
    named.then(|| (Calendar::year(year), at + 1))
}

fn is_hedged(Digits { passage, at, .. }: Digits) -> bool {
    let hedge = passage.find_before(at, |sense| matches!(sense, Sense::Hedge(_)).then_some(()));
    let circa = passage.grammar_before(at, Grammar::Circa).is_some();
    let share = |at: usize| passage.grammar_before(at, Grammar::Percent).is_some();
    hedge.is_some_and(|hedge| {
        // *12 per cent below 2010* compares with a year.
        !circa
            && !share(hedge.start)
            && !is_date_word_before(passage, at)
            && !is_date_word_before(passage, hedge.start)
    })
}

/// Whether a unit, a percent sign, a currency or a scale stands behind digits.
pub(super) fn is_measured(passage: Passage, at: usize) -> bool {
    let next = at + 1;
    if is_lettered(passage, next) && number(passage, at).is_some_and(|year| RECENT.contains(&year))
    {
        return false;
    }
    let scale = |sense| matches!(sense, Sense::Scale(_)).then_some(());
    unit::read_measure(passage, next).is_some_and(|_| !passage.is_hyphen(next))
        || unit::currency_after(passage, next).is_some()
        || passage.is(next, Grammar::Percent)
        || passage.find(next, scale).is_some()
}

/// Whether a plural noun behind digits shows that they count. Behind a determiner
/// or an owner's name they are a year: *this 2015 marks*, *Veldland's 2015 marks*.
pub(super) fn counts_plural(passage: Passage, at: usize) -> bool {
    // *By late 1974 investors were gone*, *In 2015 States met*: writers of English group
    // the digits of counts.
    let recent = number(passage, at).is_some_and(|year| RECENT.contains(&year));
    if recent && passage.lexis.tables.english_names && opens_with_date(passage, at) {
        return false;
    }
    if recent && passage.lexis.tables.english_names && dates_subject(passage, at) {
        return false;
    }
    if recent && is_of_numbered(passage, at) {
        return false;
    }
    let owned = at > 1 && passage.is_capitalised(at - 1) && !passage.word(at).ends_with("00");
    let determined =
        owned || at > 0 && passage.has(at - 1, Sense::Stop) && !passage.is(at - 1, Grammar::Of);
    !determined && is_plain_plural(passage, at + 1)
}

/// Whether digits date what has a number: *Decree No. 12 of 2015*.
fn is_of_numbered(passage: Passage, at: usize) -> bool {
    let Some(number) = passage
        .grammar_before(at, Grammar::Of)
        .and_then(|of| of.checked_sub(1))
    else {
        return false;
    };
    let sign = number.saturating_sub(1);
    let sign = sign - usize::from(passage.word(sign) == "." && sign > 0);
    let is_sign =
        ["no", "nr", "nº", "n°", "№"].contains(&passage.word(sign).to_lowercase().as_str());
    passage.is_digits(number) && is_sign && sign < number
}

/// Whether digits date the subject of the verb behind them, which looks like a plural: *the
/// decree of 2015 obliges owners*, *the budget of 2019 funds three clinics*.
fn dates_subject(passage: Passage, at: usize) -> bool {
    let year = number(passage, at).unwrap_or(0);
    let object = at + 2;
    let counted = passage.has_cardinal(object) || passage.is(object, Grammar::Such);
    let follows = counted || passage.is_word(object) && is_plain_plural(passage, object);
    follows && is_of_one_thing(Digits { passage, at, year })
}

/// Whether a word of time before digits opens the sentence, or a stage of the year stands
/// before them.
fn opens_with_date(passage: Passage, at: usize) -> bool {
    let stage = passage.grammar_before(at, Grammar::Stage);
    let word = [
        Grammar::In,
        Grammar::Since,
        Grammar::By,
        Grammar::Until,
        Grammar::Before,
        Grammar::After,
    ]
    .iter()
    .find_map(|&word| passage.grammar_before(at, word));
    let opens = |at: usize| at == 0 || matches!(passage.word(at - 1), "." | "!" | "?" | ";");
    stage.is_some() || word.is_some_and(opens)
}

/// Whether digits are divided by others: *2000 over 4*.
fn is_quotient(passage: Passage, at: usize) -> bool {
    let over = passage.grammar(at + 1, Grammar::Over);
    over.is_some_and(|below| passage.is_digits(below) && !passage.is_word(below + 1))
}

/// Whether digits are joined to others of four digits and more that count: *between
/// 2000 and 2100 people*.
fn counts_ahead(passage: Passage, at: usize) -> bool {
    let joint = at + 1;
    let and = || {
        let between = passage.grammar_before(at, Grammar::Between);
        between.and_then(|_| passage.grammar(joint, Grammar::And))
    };
    let dash = passage.is_dash(joint).then_some(joint + 1);
    let next = dash
        .or_else(|| passage.grammar(joint, Grammar::To))
        .or_else(and);
    next.is_some_and(|next| {
        let long = passage.is_digits(next) && passage.len_chars(next) == 4;
        let plural = is_plain_plural(passage, next + 1);
        long && (is_measured(passage, next) || plural)
    })
}

fn has_date_word(Digits { passage, at, year }: Digits) -> bool {
    // Where one word is *from* and *of*, it says little.
    const SURE: [Grammar; 6] = [
        Grammar::In,
        Grammar::Since,
        Grammar::Until,
        Grammar::Before,
        Grammar::After,
        Grammar::Between,
    ];
    if MODERN.contains(&year) {
        return is_date_word_before(passage, at);
    }
    let said = |&word: &Grammar| passage.grammar_before(at, word).is_some();
    !needs_mark(passage) && SURE.iter().any(said)
}

/// Whether the language writes a mark behind years: *в 1206 году*, 1206年.
fn needs_mark(passage: Passage) -> bool {
    passage.lexis.lexicon.knows(Grammar::YearMark)
}

/// Whether a word before a token announces a date; *by* behind a verb of change is
/// its size.
pub(super) fn is_date_word_before(passage: Passage, at: usize) -> bool {
    const WORDS: [Grammar; 9] = [
        Grammar::In,
        Grammar::Since,
        Grammar::By,
        Grammar::Until,
        Grammar::Before,
        Grammar::After,
        Grammar::Stage,
        Grammar::From,
        Grammar::Between,
    ];
    let moves = |end| {
        let change = |sense| matches!(sense, Sense::Moves(_) | Sense::Moved(_)).then_some(());
        passage.find_before(end, change).is_some()
    };
    WORDS.iter().any(|&word| {
        let start = passage.grammar_before(at, word);
        start.is_some_and(|start| !moves(start))
    })
}

/// How many words stand at most between *the* and the year of a thing.
const THING_REACH: usize = 4;

/// *the treaty of 1648*, *the Consultation of 1835*; *the total of 1648* is a sum.
fn is_of_one_thing(Digits { passage, at, year }: Digits) -> bool {
    let Some(of) = passage.grammar_before(at, Grammar::Of) else {
        return false;
    };
    let named = of > 0 && passage.is_word(of - 1) && !passage.has(of - 1, Sense::Sum);
    let owner = |sense| matches!(sense, Sense::Owner | Sense::Word(Grammar::The)).then_some(());
    let the = (of.saturating_sub(THING_REACH)..of)
        .rev()
        .take_while(|&at| passage.is_word(at))
        .any(|at| passage.find(at, owner).is_some() || passage.is_owner_mark(at));
    // *in spring of 1415*
    let season = passage.grammar_before(of, Grammar::Season).is_some();
    season || MODERN.contains(&year) && named && (the || passage.is_capitalised(of - 1))
}

/// *in His Study (1480)*.
fn is_bracketed(Digits { passage, at, .. }: Digits) -> bool {
    let open = |at: usize| matches!(passage.word(at), "(" | "[");
    let close = matches!(passage.word(at + 1), ")" | "]" | "," | ";");
    close && at > 1 && open(at - 1) && is_named(passage, at - 2)
}

/// Whether a token ends a name or a title.
fn is_named(passage: Passage, at: usize) -> bool {
    passage.is_capitalised(at) || matches!(passage.word(at), "”" | "\"" | "»")
}

/// Most years of a life, a reign or a war.
const LONGEST_STRETCH: i32 = 150;

/// *1715 - 1774*: two years that a dash or *from … to* joins; round ones are amounts
/// unless brackets hold them.
fn is_in_stretch(Digits { passage, at, year }: Digits) -> bool {
    let ends = |first: usize, second: usize| {
        let years = number(passage, first).zip(number(passage, second));
        years.is_some_and(|(first, second)| {
            second > first && second - first <= LONGEST_STRETCH && WRITTEN.contains(&second)
        })
    };
    let dash = |at: usize| passage.is_dash(at) && passage.is_digits(at + 1);
    let other = if dash(at + 1) && ends(at, at + 2) {
        at + 2
    } else if at > 1 && dash(at - 1) && ends(at - 2, at) {
        at - 2
    } else {
        return false;
    };
    let last = at.max(other);
    // *1500–2000 tents* is a range of amounts more often than of years.
    let round = passage.word(at).ends_with("00") && passage.word(other).ends_with("00");
    let held =
        passage.word(last + 1) == ")" || passage.word(at.min(other).saturating_sub(1)) == "(";
    !is_measured(passage, last)
        && !is_plain_plural(passage, last + 1)
        && (held || !round && MODERN.contains(&year))
}

/// *the 1864 Convention*, *this 1833 map shows*: one thing behind a determiner.
fn dates_one_thing(Digits { passage, at, year }: Digits) -> bool {
    let next = at + 1;
    let determined = passage.is_determined(at);
    let named = passage.is_word(next) && passage.is_capitalised(next);
    let this = passage.grammar_before(at, Grammar::This).is_some();
    let one = MODERN.contains(&year) && counts_singular(passage, next);
    determined
        && !passage.is_glued(next)
        && (this || named || one)
        && !is_plain_plural(passage, next)
}

/// *In 1815 and 1648*.
fn is_beside_year(Digits { passage, at, year }: Digits) -> bool {
    let joint = [Grammar::And, Grammar::Or]
        .into_iter()
        .find_map(|word| passage.grammar_before(at, word))
        .or_else(|| (at > 0 && passage.word(at - 1) == ",").then(|| at - 1));
    let other = joint.and_then(|joint| joint.checked_sub(1));
    MODERN.contains(&year)
        && other.is_some_and(|other| {
            let years = written_year(passage, other).is_some_and(|year| MODERN.contains(&year));
            years && is_date_word_before(passage, other)
        })
}

/// Whether *circa* stands before digits and no unit or plural behind them.
pub(super) fn is_circa(passage: Passage, at: usize) -> bool {
    passage.grammar_before(at, Grammar::Circa).is_some()
        && !is_measured(passage, at)
        && !is_plain_plural(passage, at + 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::tests::holds;

    #[test]
    fn a_word_of_time_opens_a_sentence_before_its_year() {
        for text in ["In |2021 we left", "We met. Since |2021 we left"] {
            assert!(holds(opens_with_date, "en", text), "{text}");
        }
        for text in ["We met in |2021", "Some |2021 men"] {
            assert!(!holds(opens_with_date, "en", text), "{text}");
        }
    }

    #[test]
    fn some_languages_write_a_mark_behind_years() {
        for (code, needs) in [("ru", true), ("zh", true), ("en", false), ("fr", false)] {
            assert_eq!(
                holds(|passage, _| needs_mark(passage), code, "|2021"),
                needs,
                "{code}"
            );
        }
    }
}
