//! Numbers that are no figures: times of day, scores, marks of footnotes,
//! addresses on the web.

use super::numeral::read_digits;
use super::passage::Passage;
use super::reference::is_counted;
use super::rule::{Place, Reader, Reading, Rule};
use super::sense::{Grammar, Sense};

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
        examples: &[("Veldland[1] lost 12 boats.", "12 boat")],
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
    // A band of ages or levels has no number of its own.
    Rule {
        name: "a range of levels or years",
        decide: |place| {
            is_level_group(place.passage, place.at).then_some(Reading::Nothing(place.at + 2))
        },
        examples: &[
            ("men in their 20s and the under-25s", "none"),
            ("It ran for 30s.", "30 second"),
        ],
    },
    Rule {
        name: "a time of day",
        decide: |place| clock(place.passage, place.at).map(Reading::Nothing),
        examples: &[
            ("We met at 10.45 p.m. and at 17:30.", "none"),
            ("It was 10.45 metres.", "10.45 metre"),
        ],
    },
    // What a match or a race ended with is compared with nothing.
    Rule {
        name: "a score",
        decide: |place| score(place.passage, place.at).map(Reading::Nothing),
        examples: &[
            ("They won 2-0 and stand at 11-4-2.", "none"),
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
    let owned = passage
        .find_before(before, |sense| (sense == Sense::Owner).then_some(()))
        .is_some();
    let tied = hyphen > 0 && passage.is_word(before - 1);
    passage.is_digits(at) && plural && tied
        || round && plural && (stage || owned || the(before) || before > 0 && the(before - 1))
}

/// Whether up to three digits stand alone in square brackets: *Albania[1]*.
fn is_bracketed_mark(passage: Passage, at: usize) -> bool {
    at > 0
        && passage.word(at - 1) == "["
        && passage.word(at + 1) == "]"
        && passage.is_glued(at)
        && passage.is_glued(at + 1)
        && passage.word(at).len() <= 3
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

/// *10.45 p.m.*, *17:30*, *5am*.
fn clock(passage: Passage, at: usize) -> Option<usize> {
    let hour: u32 = passage.word(at).parse().ok().filter(|&hour| hour <= 24)?;
    let mut end = at + 1;
    let minutes = matches!(passage.word(end), ":" | ".")
        && passage.is_glued(end)
        && passage.is_digits(end + 1)
        && passage.len_chars(end + 1) == 2;
    let colon = minutes && passage.word(end) == ":" && hour < 24;
    if minutes {
        end += 2;
    }
    // *2:21:07*
    let seconds = passage.word(end) == ":" && passage.is_glued(end + 1);
    if colon && seconds && passage.len_chars(end + 1) == 2 && passage.is_digits(end + 1) {
        end += 2;
    }
    match passage.grammar(end, Grammar::Clock) {
        Some(end) => Some(end),
        None => colon.then_some(end),
    }
}

/// *2-0*, *3:1*: two small numbers; behind a dash the second is not the larger one.
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
    (told && !is_counted(passage, end)).then_some(end)
}
