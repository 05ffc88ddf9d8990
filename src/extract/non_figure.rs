//! Numbers that are no figures: times of day, scores, marks of footnotes,
//! addresses on the web.

use super::numeral::read_digits;
use super::passage::Passage;
use super::reader::BEYOND_REACH;
use super::reference::is_counted;
use super::sense::{Grammar, Sense};
use super::token::digit_value;

/// Reads a number that is no figure at all, with its end and what it is.
pub(super) fn read_non_figure(passage: Passage, at: usize) -> Option<(usize, &'static str)> {
    if matches!(passage.word(at), "http" | "https" | "www") {
        return Some((end_of_run(passage, at), "an address on the web"));
    }
    if !passage.is_digits(at) {
        return None;
    }
    if is_footnote(passage, at) || is_bracketed_mark(passage, at) {
        return Some((at + 1, "the mark of a footnote"));
    }
    if is_all_hours(passage, at) {
        return Some((at + 3, "all hours of all days"));
    }
    if is_power(passage, at) {
        return Some((at + 1, "the power of a unit"));
    }
    if is_level_group(passage, at) {
        return Some((at + 2, "a range of levels or years"));
    }
    clock(passage, at)
        .map(|end| (end, "a time of day"))
        .or_else(|| score(passage, at).map(|end| (end, "a score")))
        .or_else(|| {
            read_digits(passage, at)
                .is_none()
                .then(|| (end_of_run(passage, at), no_decimal(passage, at)))
        })
}

/// Why digits at a token are no decimal.
fn no_decimal(passage: Passage, at: usize) -> &'static str {
    const MOST_DIGITS: usize = 28;
    let run = passage.words(at..end_of_run(passage, at));
    let digits = run.chars().filter(|c| digit_value(*c).is_some()).count();
    if digits > MOST_DIGITS || run.contains(['^', 'e', 'E']) {
        BEYOND_REACH
    } else {
        "a number that is no decimal"
    }
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
    let stage = passage.grammar_before(before, Grammar::Stage).is_some();
    let the = |end| passage.grammar_before(end, Grammar::The).is_some();
    let owned = passage
        .find_before(before, |sense| (sense == Sense::Owner).then_some(()))
        .is_some();
    let tied = hyphen > 0 && passage.is_word(before - 1);
    plural && tied
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
