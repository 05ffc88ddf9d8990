//! Numbers that are no figures: times of day, scores, marks of footnotes,
//! addresses on the web.

use super::numeral::read_digits;
use super::passage::Passage;
use super::reference::{is_counted, is_measured};
use super::rule::{Place, Reader, Reading, Rule};
use super::sense::Sense;
use crate::language::grammar::Grammar;

/// What makes a number no figure, in the order in which it is asked.
pub(super) static NON_FIGURES: &[Reader] = &[
    // Digits of an address are spelled, not counted.
    Rule {
        name: "an address on the web",
        decide: |place| web_address(place.passage, place.at).map(Reading::Nothing),
        examples: &[("See www.mines12.example/4 for 3 maps.", "3 map")],
    },
    // A raised digit is plain once the layout is lost.
    Rule {
        name: "the mark of a footnote",
        decide: |place| one_if(is_footnote, place),
        examples: &[
            (
                "We destroyed 640 mines12 on 30 hectares.3 Villages wait.",
                "640 mine; 30 hectare",
            ),
            ("The rate was 4.3 per cent.", "4.3 percent"),
        ],
    },
    Rule {
        name: "the mark of a note in brackets",
        decide: |place| one_if(is_bracketed_mark, place),
        examples: &[("Veldland[1] lost 12 boats [18, 20–23].", "12 boat")],
    },
    Rule {
        name: "the number of an item in a list",
        decide: |place| one_if(is_list_number, place),
        examples: &[
            ("This is our plan. 3.", "none"),
            ("2. We cleared 12 fields. 3. We met.", "12 field"),
            ("We cleared all but 3. We met.", "3"),
            ("Fields cleared: 3. We met.", "3"),
            ("161.We cleared 12 fields.162.We met.", "12 field"),
            ("Fields cleared: 161.We met.", "161"),
            (
                "146: Three members spoke of 12 fields.",
                "3 member; 12 field",
            ),
            (
                "124: from the north. They spoke of 16: The north.",
                "124; 16",
            ),
        ],
    },
    Rule {
        name: "the number of an item in a sentence",
        decide: |place| one_if(is_inline_number, place),
        examples: &[
            (
                "Two aims stand: 1. that we meet, and 2. that we talk.",
                "2 aim",
            ),
            ("The rate fell to 2. We met.", "2"),
        ],
    },
    Rule {
        name: "the number of a section",
        decide: |place| section(place.passage, place.at).map(Reading::Nothing),
        examples: &[
            ("2.1 Early Boats", "none"),
            ("2.1 Tonnes sank.", "2.1 tonne"),
        ],
    },
    Rule {
        name: "a page in a table of contents",
        decide: |place| one_if(is_page_of_contents, place),
        examples: &[("Introduction ....... 12 Aims ....... 14", "none")],
    },
    // An idiom for *always*.
    Rule {
        name: "all hours of all days",
        decide: |place| {
            is_all_hours(place.passage, place.at).then_some(Reading::Nothing(place.at + 3))
        },
        examples: &[("Support is there 24/7.", "none")],
    },
    // *fb−1*: a unit to a power, whose digits are no number.
    Rule {
        name: "the power of a unit",
        decide: |place| one_if(is_power, place),
        examples: &[("It gave 5 fb−1 of data.", "5")],
    },
    // An amount has no zeros before it.
    Rule {
        name: "a number behind zeros",
        decide: |place| registration(place.passage, place.at).map(Reading::Nothing),
        examples: &[
            ("DNR 2031-00140 and 2032‐00993 list 12 boats.", "12 boat"),
            ("File 00140 lists 12 boats.", "12 boat"),
            (
                "It cost 1,000,000 or 0.05 and 1 000.",
                "1000000; 0.05; 1000",
            ),
            ("They sank in 2031-04.", "date 2031-04"),
        ],
    },
    // A band of ages or levels has no number of its own.
    Rule {
        name: "a range of levels or years",
        decide: |place| {
            is_level_group(place.passage, place.at).then_some(Reading::Nothing(place.at + 2))
        },
        examples: &[
            ("men in their 20s and 30s and the under-25s", "none"),
            ("It fell in the mid-1970s.", "date 197X"),
            ("It ran for 30s.", "30 second"),
        ],
    },
    Rule {
        name: "a time of day",
        decide: |place| clock(place.passage, place.at).map(Reading::Nothing),
        examples: &[
            ("We met at 10.45 p.m. and at 17:30.", "none"),
            (
                "It came at 07:15:42.305Z, at 0730 GMT and in 1:48.2.",
                "none",
            ),
            ("It came at 14 h 30 and 14h30.", "none"),
            ("It was 10.45 metres.", "10.45 metre"),
        ],
    },
    // What a match or a race ended with is compared with nothing.
    Rule {
        name: "a score",
        decide: |place| score(place.passage, place.at).map(Reading::Nothing),
        examples: &[
            ("They won 2-0 and stand at 11-4-2.", "none"),
            ("They lost 3-1 shots to goals.", "none"),
            ("It took 2-3 hours.", "2..3 hour"),
        ],
    },
];

/// What is no figure where it is no date either.
pub(super) static UNDATED: &[Reader] = &[
    // Versions, sections, addresses of machines.
    Rule {
        name: "a dotted number",
        decide: |place| dotted(place.passage, place.at).map(Reading::Nothing),
        examples: &[
            ("It answers at 1.2.3.4 now.", "none"),
            ("It cost 1.250.300 or 12.5.", "1250300; 12.5"),
            ("It came on 12.05.2016.", "date 2016-05-12"),
        ],
    },
];

/// Reads the single token at a place for nothing where `is_none` says so of digits.
fn one_if(is_none: fn(Passage, usize) -> bool, place: Place) -> Option<Reading> {
    let Place { passage, at, .. } = place;
    (passage.is_digits(at) && is_none(passage, at)).then_some(Reading::Nothing(at + 1))
}

/// The end of digits with two dots and more between them that group no thousands.
fn dotted(passage: Passage, at: usize) -> Option<usize> {
    let goes_on = |end: &usize| {
        let dot = passage.word(*end) == "." && passage.is_glued(*end);
        dot && passage.is_glued(end + 1) && passage.is_digits(end + 1)
    };
    let mut ends = (at + 1..).step_by(2);
    let end = ends.find(|end| !goes_on(end))?;
    let whole = read_digits(passage, at).is_some_and(|written| written.end >= end);
    (passage.is_digits(at) && end > at + 3 && !whole).then_some(end)
}

/// The end of a number with zeros before it, which may stand behind a year: *00140*,
/// *2031-00140*.
fn registration(passage: Passage, at: usize) -> Option<usize> {
    /// Fewer digits are a day or a month.
    const SHORTEST: usize = 3;
    let is_padded = |at: usize| {
        let digits = passage.word(at);
        let has_value = digits.bytes().any(|digit| digit != b'0');
        passage.is_digits(at) && digits.starts_with('0') && digits.len() >= SHORTEST && has_value
    };
    let dash = at + 1;
    let is_joined = passage.is_dash(dash) && passage.is_glued(dash) && passage.is_glued(dash + 1);
    let behind_year = passage.is_digits(at) && is_joined && is_padded(dash + 1);
    // *1,000*: the group of a number may begin with zeros.
    let inside = passage.is_glued(at) && at > 0 && !passage.is_word(at - 1);
    (behind_year || is_padded(at) && !inside).then(|| end_of_run(passage, at))
}

fn web_address(passage: Passage, at: usize) -> Option<usize> {
    let web = matches!(passage.word(at), "http" | "https" | "www");
    web.then(|| end_of_run(passage, at))
}

/// Whether one or two digits written as one with the end of a word or a
/// sentence are the mark of a footnote: *mines12*, *cleared.3*.
pub(super) fn is_footnote(passage: Passage, at: usize) -> bool {
    const SHORTEST_WORD: usize = 4;
    let stopped = at > 1 && matches!(passage.word(at - 1), "." | "," | "”" | "\"" | ")");
    let word = match (passage.is_glued(at), stopped) {
        (true, true) if passage.is_glued(at - 1) => at - 2,
        (true, false) => at - 1,
        _ => return false,
    };
    let plain = passage.is_word(word)
        && !passage.has_capital(word)
        && !passage.has(word, Sense::Label)
        && passage.word(word).chars().count() >= SHORTEST_WORD;
    let ends = match passage.word(at + 1) {
        _ if !passage.is_glued(at + 1) => true,
        // *tasks.22Although* has lost its blank.
        _ if stopped && passage.is_capitalised(at + 1) => passage.len_chars(at + 1) > 2,
        "." | "," => !passage.is_digits(at + 2),
        mark => matches!(mark, ";" | ")"),
    };
    plain && ends && passage.word(at).len() <= 2
}

/// *24/7*.
fn is_all_hours(passage: Passage, at: usize) -> bool {
    (passage.word(at), passage.word(at + 1), passage.word(at + 2)) == ("24", "/", "7")
        && passage.is_glued(at + 1)
        && passage.is_glued(at + 2)
}

/// Whether digits are the power of the letters before them: *fb−1*.
fn is_power(passage: Passage, at: usize) -> bool {
    at > 1
        && passage.word(at - 1) == "\u{2212}"
        && passage.is_glued(at)
        && passage.is_glued(at - 1)
        && passage.is_word(at - 2)
}

/// Whether a round number with an *s* is a range of levels or of years and no
/// seconds: *in his 20s*, *the mid-30s*, *the low 300s*, *the under-25s*.
fn is_level_group(passage: Passage, at: usize) -> bool {
    let round = matches!(passage.len_chars(at), 2 | 3) && passage.word(at).ends_with('0');
    let plural = passage.word(at + 1) == "s" && passage.is_glued(at + 1);
    let hyphen = usize::from(at > 1 && passage.is_hyphen(at - 1));
    let before = at - hyphen;
    // *the '80s* are years.
    if at > 0 && matches!(passage.word(at - 1), "'" | "’" | "‘") {
        return false;
    }
    let stage = passage.grammar_before(before, Grammar::Stage).is_some();
    let the = |end| passage.grammar_before(end, Grammar::The).is_some();
    // *the 20s and 30s*
    let listed = passage
        .grammar_before(before, Grammar::And)
        .is_some_and(|and| {
            and > 1 && passage.word(and - 1) == "s" && is_level_group(passage, and - 2)
        });
    let owned = passage
        .find_before(before, |sense| (sense == Sense::Owner).then_some(()))
        .is_some();
    // *The mid-1970s* are a decade.
    let decade = stage && passage.len_chars(at) == 4;
    let tied = hyphen > 0 && passage.is_word(before - 1) && !decade;
    passage.is_digits(at) && plural && tied
        || round
            && plural
            && (stage || owned || listed || the(before) || before > 0 && the(before - 1))
}

/// Most tokens of a list of notes in brackets.
const LONGEST_LIST: usize = 24;

/// Whether up to three digits stand in square brackets, alone or among others:
/// *Albania[1]*, *[18, 20–23]*.
fn is_bracketed_mark(passage: Passage, at: usize) -> bool {
    let listed = |at: &usize| {
        let mark = matches!(passage.word(*at), "," | ";") || passage.is_dash(*at);
        mark || passage.is_digits(*at) && passage.len_chars(*at) <= 3
    };
    let within = |at: usize| listed(&at).then_some(at);
    let open = (at.saturating_sub(LONGEST_LIST)..at)
        .rev()
        .find(|&at| within(at).is_none());
    let close = (at + 1..at + LONGEST_LIST).find(|&at| within(at).is_none());
    let opens = open.is_some_and(|open| passage.word(open) == "[" && passage.is_glued(open + 1));
    let closes = close.is_some_and(|close| {
        let goes_on = passage.is_glued(close + 1) && passage.word(close + 1) == "-";
        passage.word(close) == "]" && passage.is_glued(close) && !goes_on
    });
    passage.len_chars(at) <= 3 && opens && closes
}

/// The end of the tokens that stand without blanks.
pub(super) fn end_of_run(passage: Passage, at: usize) -> usize {
    let mut end = at + 1;
    while passage.is_glued(end) {
        end += 1;
    }
    while end > at + 1
        && matches!(
            passage.word(end - 1),
            "." | "," | ";" | ":" | ")" | "\"" | "'" | "”"
        )
    {
        end -= 1;
    }
    end
}

/// *10.45 p.m.*, *17:30*, *5am*, *14 h 30*, *0730 GMT*, *07:15:42.305Z*.
fn clock(passage: Passage, at: usize) -> Option<usize> {
    if let Some(end) = military(passage, at).or_else(|| hours_and_minutes(passage, at)) {
        return Some(end);
    }
    let hour: u32 = passage.word(at).parse().ok().filter(|&hour| hour <= 24)?;
    let mut end = at + 1;
    let minutes = matches!(passage.word(end), ":" | ".") && glued_digits(passage, end, 2);
    let colon = minutes && passage.word(end) == ":" && hour < 24;
    if minutes {
        end += 2;
    }
    // *2:21:07*, *1:48.2*
    if colon && passage.word(end) == ":" && glued_digits(passage, end, 2) {
        end += 2;
    }
    let fraction = colon && passage.word(end) == "." && passage.is_glued(end);
    if fraction && passage.is_glued(end + 1) && passage.is_digits(end + 1) {
        end += 2;
    }
    if colon && passage.word(end) == "Z" && passage.is_glued(end) {
        end += 1;
    }
    match passage.grammar(end, Grammar::Clock) {
        Some(end) => Some(end),
        None => colon.then_some(end),
    }
}

/// Whether so many digits stand right behind the mark at a token, which is glued too.
fn glued_digits(passage: Passage, mark: usize, len: usize) -> bool {
    let digits = mark + 1;
    let glued = passage.is_glued(mark) && passage.is_glued(digits);
    glued && passage.is_digits(digits) && passage.len_chars(digits) == len
}

/// *0730 GMT*: hour and minute in four digits.
fn military(passage: Passage, at: usize) -> Option<usize> {
    let time: u32 = passage.word(at).parse().ok()?;
    let four = passage.len_chars(at) == 4 && time <= 2400 && time % 100 < 60;
    passage.grammar(at + 1, Grammar::Clock).filter(|_| four)
}

/// *14 h 30*, *14h30*.
fn hours_and_minutes(passage: Passage, at: usize) -> Option<usize> {
    let hour: u32 = passage.word(at).parse().ok().filter(|&hour| hour <= 24)?;
    let minute = at + 2;
    let said = passage.word(at + 1) == "h" && passage.is_digits(minute);
    let fits = passage.len_chars(minute) == 2 && passage.word(minute) < "60" && hour < 25;
    let goes_on = passage.is_glued(minute + 1) && passage.is_word(minute + 1);
    (said && fits && !goes_on).then_some(minute + 1)
}

/// *2-0*, *3:1*: two small numbers; behind a dash the second is not the larger one,
/// and where it is smaller neither counts what follows.
fn score(passage: Passage, at: usize) -> Option<usize> {
    let colon = passage.word(at + 1) == ":";
    let joined = (colon || passage.is_dash(at + 1))
        && passage.is_glued(at + 1)
        && passage.is_glued(at + 2)
        && passage.is_digits(at + 2);
    let small = passage.len_chars(at) <= 2 && passage.len_chars(at + 2) <= 2;
    let (first, second): (u32, u32) = (
        passage.word(at).parse().ok()?,
        passage.word(at + 2).parse().ok()?,
    );
    // *2-1/4* is a mixed number.
    let alone = !passage.is_glued(at + 3) || !matches!(passage.word(at + 3), "%" | "/");
    let told = joined && small && (colon || first >= second) && alone;
    let mut end = at + 3;
    // *11-4-2*: won, lost and drawn.
    while told && passage.is_hyphen(end) && passage.is_digits(end + 1) {
        end += 2;
    }
    let counts = is_measured(passage, end) || first <= second && is_counted(passage, end);
    (told && !counts).then_some(end)
}

/// Whether digits are all that stands between two stops: the number of a list item
/// that a line broke off, or of the next paragraph; or decimals before a heading.
fn is_list_number(passage: Passage, at: usize) -> bool {
    let opens = at == 0 || matches!(passage.word(at - 1), "." | "!" | "?");
    let mark = at + 1;
    let closes = matches!(passage.word(mark), "." | ")") && passage.is_glued(mark);
    let next = mark + 1;
    // *16. Nov. 2016* is a date.
    let month = |sense| matches!(sense, Sense::Month(_)).then_some(());
    let is_text = passage.find(next, month).is_none() && passage.is_capitalised(next);
    let ends = next == passage.len() || is_text && !passage.is_glued(next);
    let length = passage.len_chars(at);
    let small = length <= 2 && !passage.is_glued(at);
    let last = mark == passage.len() && at > 0;
    // *161.We propose* has lost its blank.
    let is_short = length <= LONGEST_ITEM;
    let tight = is_text && passage.is_glued(next) && is_short;
    // *16: The Committee met.*
    let is_colon = passage.word(mark) == ":" && passage.is_glued(mark);
    let heads = at == 0 && is_colon && is_text && is_short;
    opens && (small && (closes && ends || last) || closes && tight) || heads
}

/// Most digits of the number of a paragraph.
const LONGEST_ITEM: usize = 3;

/// Whether a small number with a stop opens an item inside a sentence, which goes on in small
/// letters: *two aims: 1. that we meet, and 2. that we talk*.
fn is_inline_number(passage: Passage, at: usize) -> bool {
    let next = at + 2;
    let is_small = passage.len_chars(at) == 1 && at > 0 && !passage.is_glued(at);
    let has_stop = passage.word(at + 1) == "." && passage.is_glued(at + 1);
    let goes_on = passage.is_word(next) && !passage.is_glued(next) && !passage.is_capitalised(next);
    is_small && has_stop && goes_on
}

/// The end of the number of a section before its heading: *2.1 Early Ideas*.
fn section(passage: Passage, at: usize) -> Option<usize> {
    let end = at + 3;
    let dotted = at == 0 && passage.word(at + 1) == "." && passage.is_digits(at + 2);
    let glued = (at + 1..end).all(|at| passage.is_glued(at)) && passage.len_chars(at + 2) <= 2;
    let heading = passage.is_word(end) && passage.is_capitalised(end) && !passage.is_glued(end);
    (dotted && glued && heading && !is_measured(passage, end)).then_some(end)
}

/// Whether digits stand behind a row of dots: *Introduction ..... 12*.
fn is_page_of_contents(passage: Passage, at: usize) -> bool {
    let dot = |at: usize| matches!(passage.word(at), "." | "…" | "·");
    let dots = (0..at).rev().take_while(|&at| dot(at)).count();
    let ellipsis = at > 0 && passage.word(at - 1) == "…";
    let last =
        at + 1 == passage.len() || !passage.is_word(at + 1) || passage.is_capitalised(at + 1);
    (dots > 3 || dots > 1 && ellipsis) && last
}
