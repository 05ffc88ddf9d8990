//! Numbers that name: *A/RES/75/52*, *19MSP*, *COVID-19*, telephone numbers.

use rust_decimal::Decimal;

use super::address::read_address;
use super::date::read_date;
use super::name::group_name;
use super::non_figure::{end_of_run, is_footnote};
use super::noun::is_plain_plural;
use super::passage::Passage;
use super::rule::{Place, Reader, Reading, Rule};
use super::sense::Sense;
use super::unit;
use crate::language::figures::When;
use crate::language::grammar::Grammar;

/// A number that names something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Reference {
    /// First token.
    pub(super) start: usize,
    /// One past the last token.
    pub(super) end: usize,
    /// The number, where there is one.
    pub(super) number: Option<Decimal>,
}

/// Symbols that name documents.
pub(super) static SYMBOLS: &[Reader] = &[Rule {
    name: "a document symbol",
    decide: |place| unless_dated(document_symbol, place),
    examples: &[("See A/RES/75/52 of 3 States.", "name A/RES/75/52; 3 state")],
}];

/// What makes a number part of another name, in the order in which it is asked.
pub(super) static REFERENCES: &[Reader] = &[
    // A body by the number of its founders; in small letters the number counts.
    Rule {
        name: "a body named by a number",
        decide: |place| unless_dated(group_name, place),
        examples: &[(
            "The Group of Twenty met a group of 20 experts.",
            "name Group of Twenty; 20 expert",
        )],
    },
    Rule {
        name: "letters with their number",
        decide: |place| unless_dated(model_name, place),
        examples: &[("The Mi-24 flew for 3 hours.", "name Mi-24; 3 hour")],
    },
    Rule {
        name: "digits with their letters",
        decide: |place| unless_dated(numbered_letters, place),
        examples: &[("At 19MSP we heard 5 States.", "name 19MSP; 5 state")],
    },
    Rule {
        name: "digits, a hyphen and a capital letter",
        decide: |place| unless_dated(dimensions, place),
        examples: &[("We use a 3-D model.", "name 3-D")],
    },
    // More digits than a count without groups has, behind the letters of a register.
    Rule {
        name: "a number in a register",
        decide: |place| unless_dated(registered, place),
        examples: &[("It is known (OVIM: 604723) to us.", "name OVIM: 604723")],
    },
    // The number of a document behind its year; as a range it would span too much.
    Rule {
        name: "a registration number",
        decide: |place| unless_dated(registration, place),
        examples: &[
            ("It is 11-50692 in the register.", "name 11-50692"),
            ("It is 11-50 in the register.", "11..50"),
        ],
    },
    // *the 76ers*: those of a year or a number, not so many of them.
    Rule {
        name: "a number that makes a name of people",
        decide: |place| unless_dated(numbered_people, place),
        examples: &[("The 76ers won.", "name 76ers")],
    },
    Rule {
        name: "a postal address",
        decide: |place| unless_dated(read_address, place),
        examples: &[("Our office is at 49 Mill Road.", "name 49 Mill Road")],
    },
    Rule {
        name: "a telephone number",
        decide: |place| unless_dated(telephone, place),
        examples: &[(
            "Call +41 22 555 01 23, +46-(0)8-555 01 23, 555.123.4567 or (555) 123-4567.",
            "name +41 22 555 01 23; name +46-(0)8-555 01 23; name 555.123.4567; name (555) 123-4567",
        )],
    },
];

/// What `read` finds, unless a date starts there in digits or goes on further.
pub(super) fn unless_dated(
    read: fn(Passage, usize) -> Option<Reference>,
    place: Place,
) -> Option<Reading> {
    let Place { passage, at, .. } = place;
    let reference = read(passage, at)?;
    let date = read_date(passage, at);
    // What begins with digits may be both, *FY12/13* is a year; a date behind other letters has to
    // reach farther.
    let begins = passage.is_digits(at) || passage.is(at, Grammar::Fiscal);
    let dated = date.is_some_and(|date| begins || date.end > reference.end);
    (!dated).then_some(Reading::Reference(reference))
}

/// *A/RES/75/52*, *APLC/MSP.16/2017/11*.
fn document_symbol(passage: Passage, at: usize) -> Option<Reference> {
    if !passage.is_word(at)
        || !passage.is_capitalised(at)
        || passage.is_glued(at) && passage.word(at - 1) != "("
    {
        return None;
    }
    let mut end = end_of_run(passage, at);
    let run = at..end;
    let slash = run.clone().find(|&token| passage.word(token) == "/")?;
    let digits = run.clone().any(|token| passage.is_digits(token));
    let early = slash <= at + 3;
    let letters = passage.word(at).chars().all(char::is_alphabetic);
    // The stop that ends the sentence.
    while end > at && passage.word(end - 1) == "." {
        end -= 1;
    }
    (digits && early && letters && unit::currency_after(passage, at).is_none()).then_some(
        Reference {
            start: at,
            end,
            number: None,
        },
    )
}

/// Reads a year and the number of an act in it, *2021/257*, or the day *9/11*; `None` if
/// there is none.
pub(super) fn read_act(passage: Passage, at: usize) -> Option<Reference> {
    let slash = at + 1;
    let number = at + 2;
    let glued = (slash..=number).all(|token| passage.is_glued(token));
    let joined = passage.word(slash) == "/" && glued && passage.is_digits(number);
    let year = passage.len_chars(at) == 4 && passage.word(at).starts_with(['1', '2']);
    let len = passage.len_chars(number);
    let act = len == 3 || len == 4 && !passage.word(number).starts_with(['1', '2']);
    let ends = !(passage.is_glued(number + 1) && passage.word(number + 1) == "/");
    let plain = joined && ends && passage.is_digits(at);
    let day = (passage.word(at), passage.word(number)) == ("9", "11");
    let named = year && act || day;
    (plain && named).then_some(Reference {
        start: at,
        end: number + 1,
        number: None,
    })
}

pub(super) fn list_joint(passage: Passage, at: usize) -> Option<usize> {
    if matches!(passage.word(at), "," | "-" | "–") {
        return passage.grammar(at + 1, Grammar::And).or(Some(at + 1));
    }
    [Grammar::And, Grammar::Or, Grammar::To]
        .into_iter()
        .find_map(|word| passage.grammar(at, word))
}

/// Whether a unit, a percent sign or a plural noun stands at a token.
pub(super) fn is_counted(passage: Passage, at: usize) -> bool {
    is_measured(passage, at) || counts_noun(passage, at)
}

pub(super) fn is_measured(passage: Passage, at: usize) -> bool {
    passage.is(at, Grammar::Percent)
        || unit::currency_after(passage, at).is_some()
        || unit::read_measure(passage, at).is_some()
        || passage
            .find(at, |sense| matches!(sense, Sense::Scale(_)).then_some(()))
            .is_some()
}

pub(super) fn counts_noun(passage: Passage, at: usize) -> bool {
    !passage.is_capitalised(at) && is_plain_plural(passage, at)
}

/// *Mi-24*, *COVID-19*, *CO2*, *G20*: letters right before digits.
fn model_name(passage: Passage, at: usize) -> Option<Reference> {
    if !passage.is_word(at) || passage.is_glued(at) && passage.is_digits(at - 1) {
        return None;
    }
    let digits = if passage.is_hyphen(at + 1) {
        at + 2
    } else {
        at + 1
    };
    let joined = passage.is_glued(digits) && passage.is_digits(digits);
    // *mines12*: a raised digit is plain once the layout is lost.
    if !joined || digits == at + 1 && is_footnote(passage, digits) {
        return None;
    }
    let meant = passage.find(at, |sense| match sense {
        Sense::Hedge(_)
        | Sense::Month(_)
        | Sense::Cardinal(_)
        | Sense::Scale(_)
        | Sense::Word(Grammar::Minus | Grammar::Stage) => Some(()),
        // *now-18 months old*: the letters are a word.
        Sense::Stop if !passage.has_capital(at) && is_counted(passage, digits + 1) => Some(()),
        _ => None,
    });
    // *EUR5* is an amount.
    let codes = unit::currency_before(passage, digits).is_some();
    if meant.is_some() || codes || passage.is_ideograph(at) {
        return None;
    }
    let mut end = end_of_run(passage, at);
    end = (digits + 1..end)
        .find(|&token| passage.is_hyphen(token) && passage.is_word(token + 1))
        .unwrap_or(end);
    Some(Reference {
        start: at,
        end,
        number: passage.word(digits).parse().ok(),
    })
}

/// *19MSP*, *5G*: digits right before capitals that are no unit.
fn numbered_letters(passage: Passage, at: usize) -> Option<Reference> {
    let joined = passage.is_digits(at)
        && !passage.is_glued(at)
        && passage.is_glued(at + 1)
        && passage.is_word(at + 1);
    if !joined
        || !passage.is_capitalised(at + 1)
        || passage
            .lexis
            .suffix(passage.word(at + 1))
            .is_some_and(|suffix| suffix.when != When::Money)
    {
        return None;
    }
    let measured = unit::read_measure(passage, at + 1).is_some()
        || unit::currency_after(passage, at + 1).is_some();
    let mut end = at + 2;
    while passage.is_glued(end) && (passage.is_digits(end) || passage.is_word(end)) {
        end += 1;
    }
    (!measured).then_some(Reference {
        start: at,
        end,
        number: passage.word(at).parse().ok(),
    })
}

/// *3-D*.
fn dimensions(passage: Passage, at: usize) -> Option<Reference> {
    let letter = at + 2;
    let capital = passage.is_word(letter) && passage.is_capitalised(letter);
    let one = capital && passage.len_chars(letter) == 1 && !passage.is_glued(letter + 1);
    (passage.is_digits(at) && passage.is_hyphen(at + 1) && one).then(|| Reference {
        start: at,
        end: letter + 1,
        number: passage.word(at).parse().ok(),
    })
}

/// *OVIM: 604723*: capitals, a colon and five digits or more in no groups.
fn registered(passage: Passage, at: usize) -> Option<Reference> {
    const SHORTEST: usize = 5;
    let name = at.checked_sub(2)?;
    let letters = passage.word(name);
    let capitals = letters.len() > 1 && letters.bytes().all(|byte| byte.is_ascii_uppercase());
    let held = passage.word(at - 1) == ":" && passage.is_glued(at - 1) && passage.is_digits(at);
    let grouped = matches!(passage.word(at + 1), "," | ".") && passage.is_digits(at + 2);
    let long = passage.len_chars(at) >= SHORTEST && !is_counted(passage, at + 1);
    (capitals && held && long && !grouped).then(|| Reference {
        start: name,
        end: at + 1,
        number: passage.word(at).parse().ok(),
    })
}

/// *11-50692*: two or four digits and, behind a hyphen, five or more in no groups.
fn registration(passage: Passage, at: usize) -> Option<Reference> {
    const SHORTEST: usize = 5;
    let number = at + 2;
    let year = passage.is_digits(at) && matches!(passage.len_chars(at), 2 | 4);
    let joined = passage.is_hyphen(at + 1) && passage.is_digits(number);
    let whole = passage.len_chars(number) >= SHORTEST && !is_counted(passage, number + 1);
    let goes_on = passage.is_glued(number + 1) && passage.is_digits(number + 2);
    let alone = !passage.is_glued(at) && !goes_on;
    (year && joined && whole && alone).then_some(Reference {
        start: at,
        end: number + 1,
        number: None,
    })
}

/// *the 76ers*.
fn numbered_people(passage: Passage, at: usize) -> Option<Reference> {
    let ending = at + 1;
    let people = passage.is_glued(ending) && passage.word(ending) == "ers";
    (passage.is_digits(at) && people).then(|| Reference {
        start: at,
        end: ending + 1,
        number: passage.word(at).parse().ok(),
    })
}

/// The end of *(555) 123-4567*: area code in brackets, exchange and line.
fn past_area_code(passage: Passage, at: usize) -> Option<usize> {
    let digits = |at: usize, len: usize| passage.is_digits(at) && passage.len_chars(at) == len;
    let held = passage.word(at) == "(" && digits(at + 1, 3) && passage.word(at + 2) == ")";
    let number = digits(at + 3, 3) && passage.is_hyphen(at + 4) && digits(at + 5, 4);
    (held && number).then_some(at + 6)
}

/// The end of *555.123.4567*: groups that no number has.
fn past_dotted_groups(passage: Passage, at: usize) -> Option<usize> {
    let digits = |at: usize, len: usize| passage.is_digits(at) && passage.len_chars(at) == len;
    let dot =
        |at: usize| passage.word(at) == "." && passage.is_glued(at) && passage.is_glued(at + 1);
    let groups = digits(at, 3) && digits(at + 2, 3) && digits(at + 4, 4);
    (groups && dot(at + 1) && dot(at + 3)).then_some(at + 5)
}

/// *+41 22 901 18 15*, *1-222-2222-2222*, *(555) 123-4567*.
fn telephone(passage: Passage, at: usize) -> Option<Reference> {
    let grouped = past_area_code(passage, at).or_else(|| past_dotted_groups(passage, at));
    if let Some(end) = grouped {
        return Some(Reference {
            start: at,
            end,
            number: None,
        });
    }
    let plus = usize::from(passage.word(at) == "+");
    let mut end = at + plus;
    let (mut groups, mut digits, mut dashes) = (0, 0, 0);
    while passage.is_digits(end) {
        groups += 1;
        digits += passage.len_chars(end);
        // *+46-(0)8*: the digit of calls inside the country stands in brackets.
        let is_joint = |at: &usize| {
            passage.is_hyphen(*at) || plus == 1 && matches!(passage.word(*at), "(" | ")")
        };
        let joints = (end + 1..end + 3).take_while(is_joint).count();
        if !passage.is_digits(end + 1 + joints) {
            end += 1;
            break;
        }
        dashes += usize::from(joints > 0);
        end += 1 + joints;
    }
    // Without a plus two dashes and nine digits are the least: *555-123-4567*, but *2021-03-05*.
    let dialled = plus == 1 && groups >= 3 && digits >= 8 || dashes >= 2 && digits >= 9;
    dialled.then_some(Reference {
        start: at,
        end,
        number: None,
    })
}
