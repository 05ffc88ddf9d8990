//! Postal addresses, whose numbers count nothing: *49 Mill Road*, *405 East 42nd Street*,
//! *Millford, OH 43999*.

use super::date::looks_like_year;
use super::passage::Passage;
use super::reference::Reference;
use super::sense::Sense;
use crate::language::figures::HeadPosition;

/// Most digits of the number of a house.
const LONGEST_NUMBER: usize = 5;
/// Most tokens between the number of a house and the word for its street.
const STREET_REACH: usize = 6;

/// Reads the number of a house with its street.
pub(super) fn read_address(passage: Passage, at: usize) -> Option<Reference> {
    let number = |at| passage.is_digits(at) && passage.len_chars(at) <= LONGEST_NUMBER;
    let year = looks_like_year(passage, at) || passage.is_glued(at) && passage.is_word(at - 1);
    if !number(at) || year {
        return None;
    }
    if let Some(end) =
        long_postal_code(passage, at).or_else(|| is_postal_code(passage, at).then_some(at + 1))
    {
        return Some(Reference {
            start: at,
            end,
            number: None,
        });
    }
    let pair = passage.is_hyphen(at + 1) && number(at + 2);
    let name = if pair { at + 3 } else { at + 1 };
    let end = match passage.lexis.tables.head {
        HeadPosition::Last => {
            street_behind(passage, name).or_else(|| foreign_street(passage, name))?
        }
        HeadPosition::First => street_before(passage, name)?,
        // *Wilhelmstraße 54*
        HeadPosition::Capital => return None,
    };
    Some(Reference {
        start: at,
        end,
        number: None,
    })
}

fn is_street(passage: Passage, at: usize) -> bool {
    passage.has(at, Sense::Street)
}

/// *Mill Road*, *East 42nd Street*; *30 New Road projects* are counted.
fn street_behind(passage: Passage, name: usize) -> Option<usize> {
    let named = |at: usize| {
        let capital = passage.is_word(at) && passage.is_capitalised(at);
        let numbered = passage.is_digits(at) && passage.ordinal_ending(at + 1).is_some();
        capital || numbered || at > name && passage.is_digits(at - 1)
    };
    let street = (name + 1..name + STREET_REACH)
        .take_while(|&at| named(at - 1))
        .find(|&at| is_street(passage, at) && passage.is_capitalised(at))?;
    let goes_on = passage.is_word(street + 1)
        && !passage.is_capitalised(street + 1)
        && passage.tokens[street + 1].senses.is_empty();
    (!goes_on).then_some(street + 1)
}

/// *43999-2841*: a code with the four digits that some add.
fn long_postal_code(passage: Passage, at: usize) -> Option<usize> {
    let more = at + 2;
    let code = passage.len_chars(at) == LONGEST_NUMBER && passage.is_hyphen(at + 1);
    let four = code && passage.is_digits(more) && passage.len_chars(more) == 4;
    (four && !passage.is_glued(more + 1)).then_some(more + 1)
}

/// Whether five digits follow the two letters of a state: *Millford, OH 43999*.
fn is_postal_code(passage: Passage, at: usize) -> bool {
    let code = passage.len_chars(at) == LONGEST_NUMBER && at > 1;
    let state = |at: usize| {
        let letters = passage.word(at);
        letters.len() == 2 && letters.bytes().all(|letter| letter.is_ascii_uppercase())
    };
    let ends =
        !passage.is_word(at + 1) && !passage.is_glued(at + 2) || passage.is_capitalised(at + 1);
    code && state(at - 1) && passage.word(at - 2) == "," && ends
}

/// *Ave Foch*, *Place Vendôme*: the name stands behind, as it does abroad.
fn foreign_street(passage: Passage, name: usize) -> Option<usize> {
    let own = name + 1;
    let street = is_street(passage, name) && passage.is_capitalised(name);
    let named = passage.is_word(own)
        && passage.is_capitalised(own)
        && passage.tokens[own].senses.is_empty()
        && !passage.lexis.is_plural(&passage.folded(own..own + 1));
    (street && named).then_some(own + 1)
}

/// *rue de Varenne*, *bis rue Mouffetard*.
fn street_before(passage: Passage, name: usize) -> Option<usize> {
    let street = name + usize::from(passage.word(name) == ",");
    let capital = (street + 1..street + STREET_REACH)
        .take_while(|&at| passage.is_word(at) || matches!(passage.word(at), "'" | "’"))
        .find(|&at| passage.is_capitalised(at))?;
    is_street(passage, street).then_some(capital + 1)
}
