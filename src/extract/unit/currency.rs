//! Currencies as they stand in a text: names, symbols and codes on either side of a number.

use super::currency_table::{CURRENCIES, Currency};
use crate::extract::lexicon::Lexicon;
use crate::extract::passage::{Found, Passage};
use crate::extract::sense::Sense;

/// The sign of the pound in texts that lost what is not ASCII.
const LOST_POUND: &str = "PS";

/// The mark of pence, which is written as one with digits: *118.5p*.
const PENCE: &str = "p";

fn is_pence(passage: Passage, at: usize) -> bool {
    passage.word(at).eq_ignore_ascii_case(PENCE)
}

/// Whether a token is glued to what stands before it and nothing to it.
fn stands_alone(passage: Passage, at: usize) -> bool {
    let goes_on = passage.is_glued(at + 1) && !passage.is_mark(at + 1);
    passage.word(at) == PENCE && passage.is_glued(at) && passage.is_digits(at - 1) && !goes_on
}

/// The currency of a row.
pub(in crate::extract) fn currency(row: u16) -> &'static Currency {
    &CURRENCIES[row as usize]
}

/// The row of a currency by its ISO 4217 code or, without one, its unit.
pub(in crate::extract) fn currency_row(code: &str) -> Option<u16> {
    let row = CURRENCIES
        .iter()
        .position(|currency| currency.unit == code)?;
    u16::try_from(row).ok()
}

/// Files the marks of all currencies and, where they are words of the
/// language, the English names.
pub(in crate::extract) fn add_currencies(lexicon: &mut Lexicon, english_names: bool) {
    for (row, currency) in (0..).zip(CURRENCIES) {
        if english_names {
            lexicon.add_list(currency.names, Sense::Currency(row));
        }
        lexicon.add_list(currency.marks, Sense::CurrencyMark(row));
    }
}

/// Whether a symbol or code can start at a token, whatever follows.
pub(in crate::extract) fn starts_currency_mark(passage: Passage, at: usize) -> bool {
    let token = passage.tokens.get(at);
    token.is_some_and(|token| passage.lexis.lexicon.has_currency_mark(token.senses))
}

/// The symbol, code or name that stands right before a number.
pub(in crate::extract) fn currency_before(passage: Passage, number: usize) -> Option<Found<u16>> {
    let mark = |sense| match sense {
        Sense::CurrencyMark(row) => Some(row),
        _ => None,
    };
    let meant = |found: &Found<u16>| {
        !is_pence(passage, found.start)
            && is_written_as_mark(passage, *found)
            && !splits_word(passage, found.start)
            && !is_meeting(passage, number)
            && (passage.word(found.start) != LOST_POUND || is_amount(passage, number))
    };
    // Of *a $ 5* the last mark alone is one.
    let nearest = || passage.find(number.checked_sub(1)?, mark);
    passage
        .find_before(number, mark)
        .filter(meant)
        .or_else(|| nearest().filter(|found| found.end == number && meant(found)))
}

/// The symbol, code or name that stands at a token.
pub(in crate::extract) fn currency_after(passage: Passage, at: usize) -> Option<Found<u16>> {
    let name = passage.find(at, |sense| match sense {
        Sense::Currency(row) => Some(row),
        _ => None,
    });
    let mark = passage.find(at, |sense| match sense {
        Sense::CurrencyMark(row) => Some(row),
        _ => None,
    });
    // *300 PS* is a power.
    let mark = mark.filter(|found| {
        let whole = !is_pence(passage, found.start) || stands_alone(passage, found.start);
        whole && is_written_as_mark(passage, *found) && passage.word(found.start) != LOST_POUND
    });
    match (name, mark) {
        (Some(name), Some(mark)) if mark.end > name.end => Some(mark),
        (name, mark) => name.or(mark),
    }
}

/// Countries as they stand behind an amount in dollars, and whose dollars those are.
const COUNTRIES: [(&str, &str); 3] = [("US", "USD"), ("U.S.", "USD"), ("U.S", "USD")];

/// The currency that a country behind dollars makes of them: *$75 U.S. per barrel*. In
/// *$5 million US warships* it belongs to what follows.
pub(in crate::extract) fn country_of_dollars(
    passage: Passage,
    row: u16,
    at: usize,
) -> Option<Found<u16>> {
    if currency(row).unit != "dollar" {
        return None;
    }
    let ends = |end: usize| !passage.is_word(end) || !passage.tokens[end].senses.is_empty();
    (at + 1..=(at + 4).min(passage.len()))
        .rev()
        .find_map(|end| {
            let written = passage.words(at..end);
            let (_, code) = COUNTRIES.iter().find(|(country, _)| *country == written)?;
            let meaning = currency_row(code).filter(|_| ends(end))?;
            Some(Found {
                meaning,
                start: at,
                end,
            })
        })
}

/// Codes are capitals: *TRY* is a currency, *try* is not.
fn is_written_as_mark(passage: Passage, found: Found<u16>) -> bool {
    let written = passage.words(found.start..found.end);
    // *a $5 ticket*, *the army's $5 million*: the letter is no part of the mark, nor is
    // the article of *Le 5 mai*.
    let opens = found.start == 0 || !passage.is_word(found.start - 1);
    let article = written == "A $" && opens || written == "Le";
    if article || written.starts_with(['a', 's']) && written.ends_with('$') {
        return false;
    }
    let letters = written.bytes().all(|byte| byte.is_ascii_alphabetic());
    let capitals = written.bytes().all(|byte| byte.is_ascii_uppercase());
    let titled = written.starts_with(|first: char| first.is_ascii_uppercase());
    let code = titled && (written.len() != CODE || capitals);
    !letters || written.len() < 2 || code || is_listed(found.meaning, written)
}

/// How many letters a code of ISO 4217 has.
const CODE: usize = 3;

/// Whether the table lists a mark in just these letters.
fn is_listed(row: u16, written: &str) -> bool {
    let mut marks = currency(row).marks.split('|');
    marks.any(|mark| mark == written)
}

/// Whether a number written as one with letters before it is no part of a name
/// such as *PS5*: it is long, grouped, decimal or scaled.
fn is_amount(passage: Passage, number: usize) -> bool {
    const LONGEST_NAME: usize = 2;
    let (mark, next) = (number + 1, number + 2);
    let grouped = matches!(passage.word(mark), "." | ",")
        && passage.is_glued(mark)
        && passage.is_glued(next)
        && passage.is_digits(next);
    let scale = |sense| matches!(sense, Sense::Scale(_)).then_some(());
    let scaled = passage.find(mark, scale).is_some()
        || passage.is_glued(mark) && passage.lexis.suffix(passage.word(mark)).is_some();
    passage.is_glued(number) && (passage.len_chars(number) > LONGEST_NAME || grouped || scaled)
}

/// Whether the mark and the number are the name of a meeting: *COP26*.
fn is_meeting(passage: Passage, number: usize) -> bool {
    let small = passage.is_digits(number) && passage.len_chars(number) <= 2;
    let grouped = matches!(passage.word(number + 1), "." | ",") && passage.is_digits(number + 2);
    let scaled = passage.find(number + 1, |sense| {
        matches!(sense, Sense::Scale(_)).then_some(())
    });
    number > 0 && passage.word(number - 1) == "COP" && small && !grouped && scaled.is_none()
}

/// Whether the mark is the end of a longer word: the *S$* of *US$*.
fn splits_word(passage: Passage, start: usize) -> bool {
    passage.is_glued(start) && passage.is_word(start) && passage.is_word(start - 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::tests::holds;

    #[test]
    fn a_letter_of_pence_stands_alone_behind_digits() {
        assert!(holds(stands_alone, "en", "a bus for 50|p"));
        for text in ["a bus for 50 |p", "page 50|p1"] {
            assert!(!holds(stands_alone, "en", text), "{text}");
        }
    }

    #[test]
    fn a_meeting_of_the_parties_is_no_peso() {
        assert!(holds(is_meeting, "en", "COP |26 was held"));
        for text in [
            "COP |26,000 was paid",
            "COP |26 million",
            "USD |26 was paid",
        ] {
            assert!(!holds(is_meeting, "en", text), "{text}");
        }
    }
}
