//! Amounts that are none where they stand: *one another*, *a year or two*,
//! *one day nobody will ask*.
//!
//! Each rule of the table says by itself of what amounts it speaks; the first
//! that refuses one is named by `figures --explain`.

use std::ops::Range;

use rust_decimal::Decimal;

use super::counted::is_base;
use super::noun::{Count, counts_singular, read_noun};
use super::numeral::Form;
use super::passage::Passage;
use super::quantity::{Extent, Quantity};
use super::rule::{Rule, Veto};
use super::sense::Sense;
use super::term::Unit;
use super::unit::read_measure;
use super::verb::is_verb;
use crate::language::figures::{Composition, HeadPosition};
use crate::language::grammar::Grammar;
use crate::model::FigureRole;

/// What refuses an amount, in the order in which it is asked.
pub(super) static VETOES: &[Veto] = &[
    // A fixed phrase has a number word and counts nothing.
    Rule {
        name: "a word of a phrase that counts nothing",
        decide: is_in_phrase,
        examples: &[
            ("We need one another at ground zero.", "none"),
            ("They spoke with one voice of two mines.", "2 mine"),
            ("zh: 半島局勢緊張，他參加會議。", "none"),
        ],
    },
    // What is zero is a quality here, which no count changes.
    Rule {
        name: "a quality that zero is part of",
        decide: is_quality,
        examples: &[
            ("zero-emission buses", "none"),
            ("near-zero rates", "none"),
            ("We are at zero point.", "none"),
            ("zero buses in zero hours", "0 bus; 0 hour"),
        ],
    },
    // The number before *per* is the figure; the round one behind it is its measure.
    // In other languages the word is *by* as well: *approuvé par 100 pays*.
    Rule {
        name: "what others are counted per",
        decide: is_denominator,
        examples: &[("It is given per 1,000.", "none")],
    },
    // The speaker says that the number does not matter.
    Rule {
        name: "one or two of a kind",
        decide: is_few,
        examples: &[
            ("They waited a day or two for another boat or two.", "none"),
            ("fr: Ils ont attendu un an ou deux.", "none"),
            ("They lost a cow or two horses.", "2 horse"),
        ],
    },
    // Any of many is meant.
    Rule {
        name: "one after the other",
        decide: is_each_in_turn,
        examples: &[
            ("It differs from one year to the next.", "none"),
            ("It fell in one year to the ground.", "1 year"),
        ],
    },
    // A pronoun says which, not how many.
    Rule {
        name: "one without a noun",
        decide: is_bare_one,
        examples: &[
            ("This is the one that we want.", "none"),
            ("one mine", "1 mine"),
        ],
    },
    // Of what is spoken about there is one whatever is counted.
    Rule {
        name: "one that is spoken about",
        decide: is_spoken_about,
        examples: &[
            ("One such story is hers, to give one example.", "none"),
            ("No one country alone can do it.", "none"),
            ("One country of twelve voted.", "1 country; 12"),
        ],
    },
    // Where *one* is the article too, it counts only with a unit.
    Rule {
        name: "an article",
        decide: is_article,
        examples: &[
            ("fr: une mine", "none"),
            ("fr: une tonne", "1 tonne"),
            ("ar: كان أحد أكثر القادة.", "none"),
        ],
    },
    // A time to come has no length.
    Rule {
        name: "one day to come",
        decide: is_some_day,
        examples: &[
            ("One day nobody will ask.", "none"),
            ("It was built in one day.", "1 day"),
        ],
    },
    // What stands on top is named by how many there are, like *the big four*.
    Rule {
        name: "a set named by its size",
        decide: is_named_set,
        examples: &[
            (
                "They slipped towards the bottom three of the top 50.",
                "none",
            ),
            ("They lost the top three boats.", "3 boat"),
        ],
    },
    // A participle tells of the thing that *one* stands for.
    Rule {
        name: "one that a participle tells of",
        decide: is_pronoun,
        examples: &[("Our goal is one shared by all.", "none")],
    },
    // A dozen counts behind an article or a number.
    Rule {
        name: "a dozen without a number",
        decide: is_lone_dozen,
        examples: &[
            ("It is a baker's dozen of Ti, Cr, and Mn.", "none"),
            ("a dozen eggs", "12 egg"),
        ],
    },
    // *Several* and *a few* assert no number that could change.
    Rule {
        name: "a few",
        decide: is_vague_few,
        examples: &[
            ("Several villages waited a few hours.", "none"),
            ("Several hundred villages waited.", "~300..900 village"),
        ],
    },
    // The half of a match or a year is a stretch of it.
    Rule {
        name: "the half of a year or a match",
        decide: is_semester,
        examples: &[
            ("It rained in the second half.", "none"),
            ("We lost half of it.", "1/2"),
        ],
    },
];

fn is_bare(quantity: &Quantity) -> bool {
    quantity.unit == Unit::Bare && quantity.noun.is_none()
}

/// Whether the amount is the word *one*.
fn is_one(quantity: &Quantity) -> bool {
    matches!(quantity.extent, Extent::One(numeral)
        if numeral.form == Form::Words && numeral.value() == Some(Decimal::ONE))
}

fn is_bare_one(_: Passage, quantity: &Quantity) -> bool {
    is_one(quantity) && is_bare(quantity)
}

fn is_article(passage: Passage, quantity: &Quantity) -> bool {
    let article = passage.is(quantity.numeral.start, Grammar::Article);
    is_one(quantity) && article && quantity.unit == Unit::Bare
}

/// *the bottom three*, *the big four*: a word without a noun behind a word of rank.
fn is_named_set(passage: Passage, quantity: &Quantity) -> bool {
    let start = quantity.tokens.start;
    let rank = passage.grammar_before(start, Grammar::Rank);
    let the = rank.and_then(|rank| passage.grammar_before(rank, Grammar::The));
    is_bare(quantity) && the.is_some()
}

fn is_vague_few(passage: Passage, quantity: &Quantity) -> bool {
    let Extent::Vague(low, _) = quantity.extent else {
        return false;
    };
    let named = |sense| matches!(sense, Sense::Vague(..)).then_some(());
    // *Several* is told of three and of nine; *several hundred* has a size.
    low < Decimal::TEN && passage.find(quantity.numeral.start, named).is_some()
}

/// Whether the number is a word of a phrase that counts nothing: *one another*, *net zero*.
fn is_in_phrase(passage: Passage, quantity: &Quantity) -> bool {
    let numeral = &quantity.numeral;
    let stop = |sense| (sense == Sense::Stop).then_some(());
    let ahead = passage.find(numeral.start, stop).or_else(|| {
        let before = numeral.start.checked_sub(1)?;
        let around = passage.find(before, stop)?;
        (around.end > numeral.end).then_some(around)
    });
    let behind = passage.find_before(numeral.end, stop);
    ahead.is_some_and(|found| found.end > numeral.end && found.end > found.start + 1)
        || behind.is_some_and(|found| found.start < numeral.start)
}

/// Whether a hyphen ties zero to a word: *zero-emission*, *near-zero*.
fn is_quality(passage: Passage, quantity: &Quantity) -> bool {
    let end = quantity.numeral.end;
    let last = end - 1;
    let named = |at: usize| passage.is_word(at) && !passage.has_cardinal(at);
    let tied = passage.is_hyphen(end) && named(end + 1)
        || last > 1 && passage.is_hyphen(last - 1) && named(last - 2);
    let single = quantity.unit == Unit::Bare
        && quantity.noun.is_none()
        && counts_singular(passage, end)
        && !passage.is_capitalised(end);
    passage.has(last, Sense::Cardinal(0)) && (tied || single)
}

/// Whether *one* and its noun take up what is spoken about: *one such story*, *one
/// example*, *one country alone*.
fn is_spoken_about(passage: Passage, quantity: &Quantity) -> bool {
    let Some(noun) = quantity.noun.as_ref().filter(|_| is_one(quantity)) else {
        return false;
    };
    let Range { start, end } = noun.tokens;
    let shell = |sense| (sense == Sense::Shell).then_some(());
    passage.is(start, Grammar::Such)
        || passage.find(end - 1, shell).is_some()
        || passage.is(end, Grammar::Alone)
}

/// Whether the number is what others are counted per: *doses per 100 people*.
/// In other languages the word is *by* as well: *approuvé par 100 pays*.
fn is_denominator(passage: Passage, quantity: &Quantity) -> bool {
    let start = quantity.tokens.start;
    let per = passage.grammar_before(start, Grammar::Per).is_some();
    let Extent::One(numeral) = quantity.extent else {
        return false;
    };
    let tables = passage.lexis.tables;
    let sure = tables.english_names || tables.composition == Composition::Positional;
    let counts = quantity.unit == Unit::Bare && quantity.hedge_tokens.is_none();
    sure && per && counts && is_base(numeral)
}

/// Whether the number is of an unsure few: *a year or two*, *un an ou deux*.
fn is_few(passage: Passage, quantity: &Quantity) -> bool {
    let Extent::One(numeral) = quantity.extent else {
        return false;
    };
    let article = passage.is(numeral.start, Grammar::Article);
    let or = passage.grammar(quantity.tokens.end, Grammar::Or);
    let first = article && or.is_some_and(|or| counts_nothing(passage, or));
    let or = passage.grammar_before(numeral.start, Grammar::Or);
    let single = |noun: usize| {
        let named = noun > 0 && passage.is_word(noun);
        let another = |sense| matches!(sense, Sense::Role(FigureRole::Increment)).then_some(());
        let any = || passage.find(noun - 1, another).is_some();
        named && (passage.is(noun - 1, Grammar::Article) || any())
            || read_measure(passage, noun).is_some()
    };
    let second = counts_nothing(passage, numeral.start)
        && or.is_some_and(|or| or.checked_sub(1).is_some_and(single));
    first || second
}

/// Whether a number word stands without a noun or a unit.
fn counts_nothing(passage: Passage, number: usize) -> bool {
    let behind = number + 1;
    passage.has_cardinal(number)
        && !passage.is_digits(number)
        && read_noun(passage, behind, Count::Many).is_none()
        && read_measure(passage, behind).is_none()
}

/// Whether *one* is any of many: *from one year to the next*, *from one State to
/// another*.
fn is_each_in_turn(passage: Passage, quantity: &Quantity) -> bool {
    let (start, end) = (quantity.tokens.start, quantity.tokens.end);
    let other = |to: usize| {
        let next = to + usize::from(passage.is(to, Grammar::The));
        passage.has(next, Sense::Turn)
    };
    let to = passage.grammar(end, Grammar::To);
    is_one(quantity)
        && passage.grammar_before(start, Grammar::From).is_some()
        && to.is_some_and(other)
}

/// Whether *one day* is a time to come and no length: *one day nobody will ask*.
fn is_some_day(passage: Passage, quantity: &Quantity) -> bool {
    const LENGTHS: [Grammar; 5] = [
        Grammar::In,
        Grammar::Of,
        Grammar::By,
        Grammar::From,
        Grammar::Per,
    ];
    let day = matches!(&quantity.unit, Unit::Measure(unit) if unit.name == "day");
    let (start, end) = (quantity.tokens.start, quantity.tokens.end);
    let tied = (quantity.numeral.end..end).any(|at| passage.is_hyphen(at));
    let measured = LENGTHS
        .iter()
        .any(|&word| passage.grammar_before(start, word).is_some())
        || passage.is(end, Grammar::Of)
        || passage.is(end, Grammar::Ago)
        || passage.is(end, Grammar::After);
    let plain = quantity.hedge_tokens.is_none() && quantity.role.is_none();
    is_one(quantity) && day && plain && !tied && !measured
}

/// Whether *half* is one of a match or a year: *the first half*, *second-half goals*.
fn is_semester(passage: Passage, quantity: &Quantity) -> bool {
    let half = matches!(quantity.extent, Extent::Share(part, whole)
        if part == Decimal::ONE && whole == Decimal::TWO);
    let at = quantity.numeral.start;
    let hedged = quantity.hedge_tokens.is_some();
    if !half || quantity.unit != Unit::Bare || hedged || passage.is_digits(at) {
        return false;
    }
    let before = if at > 0 && passage.is_hyphen(at - 1) {
        at - 1
    } else {
        at
    };
    passage
        .find_before(before, |sense| {
            matches!(sense, Sense::Ordinal(_) | Sense::Stop).then_some(())
        })
        .is_some_and(|found| !passage.is(found.start, Grammar::Article))
        && !passage.is(quantity.numeral.end, Grammar::Of)
}

/// Whether a dozen has neither an article nor a number: *a baker's dozen*.
fn is_lone_dozen(passage: Passage, quantity: &Quantity) -> bool {
    const LONGEST_SYMBOL: usize = 3;
    let at = quantity.numeral.start;
    let last = passage.lexis.tables.head == HeadPosition::Last;
    let scale = |sense| match sense {
        Sense::Scale(scale) => Some(scale),
        _ => None,
    };
    let alone = quantity.numeral.len() == 1 && is_bare(quantity);
    let symbol = passage.word(at).is_ascii() && passage.len_chars(at) <= LONGEST_SYMBOL;
    let found = passage.find(at, scale).filter(|_| last && alone);
    // *Mn*, *M*: a scale in letters that no number stands before is a symbol.
    found.is_some_and(|found| found.meaning == 12 || symbol)
}

/// Whether *one* stands for a thing that a participle tells of: *one shared by all*.
fn is_pronoun(passage: Passage, quantity: &Quantity) -> bool {
    let noun = quantity.noun.as_ref();
    is_one(quantity)
        && noun.is_some_and(|noun| noun.tokens.len() == 1 && is_verb(passage, noun.tokens.start))
}
