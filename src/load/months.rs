//! The names of the months in all languages, in lower case.

use crate::language::{PACKS, Pack};

/// The number of the month that a word in lower case names, 1 to 12.
pub(super) fn number_of(word: &str) -> Option<u32> {
    let found = MONTHS.iter().find(|(name, _)| *name == word);
    found.map(|&(_, number)| number)
}

/// Name or abbreviation of a month and its number. Abbreviations stand here where they
/// are words of no other language: *ago* is August in Spanish alone.
static MONTHS: &[(&str, u32)] = ALL.0.split_at(ALL.1).0;

/// More names than there are; one too many does not compile.
const MOST: usize = 512;

/// The names, and how many there are.
static ALL: ([(&str, u32); MOST], usize) = {
    let mut months = [("", 0); MOST];
    let (mut count, mut at) = (0, 0);
    while at < PACKS.len() * 12 {
        let (pack, month) = (PACKS[at / 12], at % 12);
        let mut rest = names(pack, month);
        while !rest.is_empty() {
            let (name, others) = first(rest);
            if counts(name, others, pack) {
                #[expect(clippy::cast_possible_truncation, reason = "there are twelve months")]
                let number = month as u32 + 1;
                months[count] = (name, number);
                count += 1;
            }
            rest = others;
        }
        at += 1;
    }
    (months, count)
};

/// The names of a month, counted from 0, parted by `|`.
const fn names(pack: &Pack, month: usize) -> &'static str {
    let months = pack.figures.months;
    if month < months.len() {
        months[month]
    } else {
        ""
    }
}

/// The first of names that are parted by `|`, and the others.
const fn first(names: &str) -> (&str, &str) {
    let mut at = 0;
    while at < names.len() && names.as_bytes()[at] != b'|' {
        at += 1;
    }
    let (name, rest) = names.split_at(at);
    let behind = if rest.is_empty() {
        rest
    } else {
        rest.split_at(1).1
    };
    (name, behind)
}

/// Whether a name is one word, and no abbreviation that is a word elsewhere: those stand
/// before the same with a stop.
const fn counts(name: &str, others: &str, pack: &Pack) -> bool {
    let mut at = 0;
    // *ago* before *ago.*: what is listed with a stop too is an abbreviation.
    let mut is_short = others.len() > name.len() && others.as_bytes()[name.len()] == b'.';
    while at < name.len() {
        let byte = name.as_bytes()[at];
        if matches!(byte, b'.' | b' ' | b'/') {
            return false;
        }
        is_short = is_short && others.as_bytes()[at] == byte;
        at += 1;
    }
    !is_short || pack.statement.has_sure_short_months
}
