//! Numbers that are part of a name: *Boeing 787*, *COVID -19*, *Group of 77*.

use super::noun::{Count, read_noun};
use super::numeral::{Form, read_numeral};
use super::passage::Passage;
use super::reference::{Reference, is_counted, is_measured, list_joint};
use super::rule::{Place, Reader, Reading, Rule};
use super::sense::Sense;
use super::unit;
use crate::language::figures::Composition;
use crate::language::grammar::Grammar;

/// What makes a plain number the end of a name, in the order in which it is asked.
pub(super) static NAMES: &[Reader] = &[
    Rule {
        name: "a body named by the words behind its number",
        decide: |place| not_taken(named_behind, place),
        examples: &[("zh: 77国集团", "name 77国集团")],
    },
    Rule {
        name: "a name parted from its number by a dash",
        decide: |place| not_taken(parted_name, place),
        examples: &[("The COVID -19 ward closed.", "name COVID -19")],
    },
    Rule {
        name: "a name joined to its number by a mark",
        decide: |place| not_taken(joined_name, place),
        examples: &[("It was agreed at Rio+20.", "name Rio+20")],
    },
    Rule {
        name: "names joined to their number by an ampersand",
        decide: |place| not_taken(joined_names, place),
        examples: &[("The S&P 500 stocks fell.", "name S&P 500")],
    },
    Rule {
        name: "a name with a number in words",
        decide: |place| not_taken(named_in_words, place),
        examples: &[
            (
                "The Fab Five sang on Channel Four.",
                "name Fab Five; name Channel Four",
            ),
            ("The Veld Five boats sank.", "5 boat"),
            ("Help for Survivors Twenty-first Meeting", "position 21"),
        ],
    },
    Rule {
        name: "a name with digits and a letter",
        decide: |place| not_taken(lettered, place),
        examples: &[("It left from Kiln 39A.", "name Kiln 39A")],
    },
    // One thing cannot be counted by more than one: the digits belong to its name.
    Rule {
        name: "a number before the name it belongs to",
        decide: |place| not_taken(named_after, place),
        examples: &[
            (
                "The 787 Dreamliner flew to the 90049 ZIP Code.",
                "name 787 Dreamliner; name 90049 ZIP Code",
            ),
            (
                "The 787 Veld boats and the 12 Monday trains",
                "787 veld boat; 12 monday train",
            ),
        ],
    },
    // A name counts nothing, unless something countable follows.
    Rule {
        name: "a name before its number",
        decide: |place| not_taken(named_before, place),
        examples: &[
            ("They fly a Boeing 787 today.", "name Boeing 787"),
            ("They fly for Veldland 12 times.", "12 time"),
            (
                "Planet 7 is far. Planet 7 men came.",
                "name Planet 7; 7 man",
            ),
            (
                "The Mate 9 phones sell. In the Veld 9 phones rang.",
                "name Mate 9; 9 phone",
            ),
            ("Under VSO 9001-2 papers were filed.", "name VSO 9001-2"),
        ],
    },
];

/// What `read` finds, unless a figure before has taken the name.
fn not_taken(read: fn(Passage, usize) -> Option<Reference>, place: Place) -> Option<Reading> {
    let reference = read(place.passage, place.at)?;
    (reference.start >= place.from).then_some(Reading::Reference(reference))
}

/// A capitalised name right before a number that nothing is counted by: *Boeing 787*.
/// A first word may have its capital from the sentence, unless nothing is known of it.
fn named_before(passage: Passage, at: usize) -> Option<Reference> {
    let name = at.checked_sub(1)?;
    let first = name == 0 || matches!(passage.word(name - 1), "." | ":" | "!" | "?");
    let adverb = || passage.lexis.is_adverb(&passage.folded(name..at));
    // A capital inside the word is none of the sentence.
    let inner = passage.word(name).chars().skip(1).any(char::is_uppercase);
    let short = passage.len_chars(name) < SHORTEST_NAME;
    // Any word that opens a sentence has a capital: *Over 12 boats sank*.
    let unsure = first && !inner && (short || adverb() || !ends_phrase(passage, at + 1));
    let counts = is_counted(passage, at + 1) && !opens_with(passage, name);
    if passage.is_glued(at) || unsure || !is_name(passage, name) || counts {
        return None;
    }
    numbered(passage, name, at)
}

/// Whether a sentence opens with *the* and a name, so that a number behind it is the
/// name's: *The Mate 9 phones*. What counts the phones stands before the name.
fn opens_with(passage: Passage, name: usize) -> bool {
    let the = passage.grammar_before(name, Grammar::The);
    the.is_some_and(|the| the == 0 || matches!(passage.word(the - 1), "." | "!" | "?" | ";"))
}

/// Fewest letters of a name that opens a sentence: shorter ones may be words of
/// another language.
const SHORTEST_NAME: usize = 3;

/// Whether a phrase ends before a token: a mark stands there, or the verb.
fn ends_phrase(passage: Passage, at: usize) -> bool {
    !passage.is_word(at) || passage.has(at, Sense::Auxiliary)
}

/// A name with *&* in it, whatever stands behind its number: *the S&P 500 stocks*.
fn joined_names(passage: Passage, at: usize) -> Option<Reference> {
    let name = at.checked_sub(3)?;
    let letters = |at: usize| passage.is_word(at) && passage.is_capitalised(at);
    let joined =
        passage.word(at - 2) == "&" && passage.is_glued(at - 2) && passage.is_glued(at - 1);
    let named = joined && letters(name) && letters(at - 1) && !passage.is_glued(at);
    let reference = numbered(passage, name, at).filter(|_| named)?;
    (!is_measured(passage, reference.end)).then_some(reference)
}

/// A name whose number is a word with a capital: *the Fab Five*, *Channel Four*.
fn named_in_words(passage: Passage, at: usize) -> Option<Reference> {
    let name = at.checked_sub(1)?;
    let capitals = passage.is_capitalised(at) && is_name(passage, name);
    let numeral = read_numeral(passage, at).filter(|numeral| numeral.form == Form::Words)?;
    let opens = name == 0 || matches!(passage.word(name - 1), "." | ":" | "!" | "?");
    let counts = is_counted(passage, numeral.end) || passage.is_capitalised(numeral.end);
    let goes_on = passage.is_hyphen(numeral.end);
    (!goes_on && capitals && !opens && !counts && numeral.end == at + 1).then_some(Reference {
        start: name,
        end: numeral.end,
        number: numeral.value(),
    })
}

/// A name of one thing right behind digits, with a determiner before them: *the 787
/// Dreamliner*.
fn named_after(passage: Passage, at: usize) -> Option<Reference> {
    let first = is_name(passage, at + 1) && passage.len_chars(at + 1) > 1;
    let end = (at + 1..passage.len()).find(|&at| !passage.is_capitalised(at))?;
    let numeral = read_numeral(passage, at).filter(|numeral| numeral.form == Form::Plain)?;
    let one = end > numeral.end && read_noun(passage, numeral.end, Count::Many).is_none();
    let and = passage.grammar_before(at, Grammar::And);
    // *the iPhone 11 Pro and 11 Pro Max*
    let listed = and.is_some_and(|and| and > 0 && is_name(passage, and - 1));
    let determined = (passage.is_determined(at) || listed) && !passage.is_glued(at + 1);
    let long = passage.len_chars(at) > 1 && passage.is_digits(at);
    (first
        && long
        && !is_measured(passage, numeral.end)
        && one
        && determined
        && numeral.end == at + 1)
        .then_some(Reference {
            start: at,
            end,
            number: numeral.value(),
        })
}

/// A name with digits and a letter behind it: *Pad 39A*.
fn lettered(passage: Passage, at: usize) -> Option<Reference> {
    let name = at.checked_sub(1)?;
    let letter = at + 1;
    let capital = passage.is_glued(letter) && passage.is_word(letter);
    let one = capital && passage.len_chars(letter) == 1 && passage.is_capitalised(letter);
    let named = is_name(passage, name) && !passage.is_glued(at) && passage.is_digits(at);
    let goes_on = passage.is_glued(letter + 1) && !passage.is_mark(letter + 1);
    let alone = one && !goes_on;
    let money = unit::currency_before(passage, at).is_some();
    (named && alone && !money).then_some(Reference {
        start: name,
        end: letter + 1,
        number: None,
    })
}

/// A name in capitals that a dash with blanks or an apostrophe parts from its
/// number: *COVID -19*, *COVID '-19*, *COVID–19*.
fn parted_name(passage: Passage, dash: usize) -> Option<Reference> {
    let digits = dash + 1;
    if !passage.is_dash(dash) || !passage.is_glued(digits) {
        return None;
    }
    let apostrophe = matches!(passage.word(dash.checked_sub(1)?), "'" | "’" | "‘");
    let name = dash.checked_sub(1 + usize::from(apostrophe))?;
    let acronym = passage.len_chars(name) > 1 && passage.word(name).chars().all(char::is_uppercase);
    if !acronym || !is_name(passage, name) || is_measured(passage, digits + 1) {
        return None;
    }
    numbered(passage, name, digits)
}

/// A capitalised name with its number behind a plus, or behind the dot of an
/// abbreviation: *Rio+20*, *PV.6*.
fn joined_name(passage: Passage, at: usize) -> Option<Reference> {
    let (mark, digits) = match passage.word(at) {
        "+" => (at, at + 1),
        _ => (at.checked_sub(1)?, at),
    };
    let name = mark.checked_sub(1)?;
    let capitals = passage
        .word(name)
        .chars()
        .filter(|c| c.is_uppercase())
        .count();
    let joins = match passage.word(mark) {
        "+" => capitals > 0,
        "." => capitals > 1,
        _ => false,
    };
    let glued = passage.is_glued(mark) && passage.is_glued(digits);
    if !joins || !glued || !is_name(passage, name) {
        return None;
    }
    numbered(passage, name, digits)
}

fn numbered(passage: Passage, name: usize, at: usize) -> Option<Reference> {
    // Longer numbers behind a name count, or are told by a label.
    if !passage.is_digits(at) || passage.len_chars(at) > 4 {
        return None;
    }
    let numeral = read_numeral(passage, at).filter(|numeral| numeral.form == Form::Plain)?;
    if let Some(end) = past_part(passage, name, numeral.end) {
        return Some(Reference {
            start: name,
            end,
            number: numeral.value(),
        });
    }
    // *Boeing 737-800*, *Mates 9 and 10*: the name goes on, and half of it is none.
    let open = passage.word(numeral.end) == "-"
        || list_joint(passage, numeral.end).is_some_and(|next| passage.is_digits(next));
    if open || unit::currency_before(passage, at).is_some() {
        return None;
    }
    Some(Reference {
        start: name,
        end: at + 1,
        number: numeral.value(),
    })
}

/// Past the part of a standard behind its number: *ISO 9001-2*.
fn past_part(passage: Passage, name: usize, hyphen: usize) -> Option<usize> {
    let part = hyphen + 1;
    let acronym = passage.len_chars(name) > 1 && passage.word(name).chars().all(char::is_uppercase);
    let digit =
        passage.is_hyphen(hyphen) && passage.is_digits(part) && passage.len_chars(part) == 1;
    // *ISO 9001-2* is a part of a norm, *ISO 5-2* may be a score.
    let long = passage.len_chars(hyphen - 1) > 2;
    (acronym && digit && long).then_some(part + 1)
}

/// A number that the words behind it make a name: 77国集团.
fn named_behind(passage: Passage, at: usize) -> Option<Reference> {
    if passage.lexis.tables.composition != Composition::Positional {
        return None;
    }
    let numeral = read_numeral(passage, at)?;
    let end = passage.grammar(numeral.end, Grammar::NameMark)?;
    Some(Reference {
        start: at,
        end,
        number: numeral.value(),
    })
}

/// *the Group of 77*: a body by the number of its founders. In small letters
/// the number counts: *a group of 20 experts*.
pub(super) fn group_name(passage: Passage, at: usize) -> Option<Reference> {
    let group = passage.find(at, |sense| (sense == Sense::Group).then_some(()))?;
    let numeral = read_numeral(passage, group.end)?;
    let whole = matches!(numeral.form, Form::Plain | Form::Words);
    let counted = is_measured(passage, numeral.end);
    (passage.is_capitalised(at) && whole && !counted).then_some(Reference {
        start: at,
        end: numeral.end,
        number: numeral.value(),
    })
}

fn is_name(passage: Passage, at: usize) -> bool {
    passage.is_word(at) && passage.has_capital(at) && !is_common(passage, at)
}

/// Whether a word has a meaning of its own that makes it no name.
fn is_common(passage: Passage, at: usize) -> bool {
    passage
        .find(at, |sense| {
            let names = matches!(
                sense,
                Sense::Label
                    | Sense::Series
                    | Sense::Title
                    | Sense::Word(Grammar::Rank)
                    | Sense::Unit(_)
                    | Sense::Currency(_)
                    | Sense::Bearer
            );
            (!names).then_some(())
        })
        .is_some()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::tests::holds;

    #[test]
    fn a_phrase_ends_before_a_mark_or_the_verb() {
        for text in ["freeing 12 |was hard", "freeing 12 |, we left"] {
            assert!(holds(ends_phrase, "en", text), "{text}");
        }
        assert!(!holds(ends_phrase, "en", "freeing 12 |towns"));
    }
}
