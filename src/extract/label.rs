//! Words whose number is a name: *Article 7*, *No. 5*, *series 1*, *day four*,
//! *Situation Report – 41*.

use rust_decimal::Decimal;

use super::date::looks_like_year;
use super::non_figure::end_of_run;
use super::passage::Passage;
use super::reference::{Reference, counts_noun, is_counted, is_measured, list_joint, unless_dated};
use super::rule::{Reader, Rule};
use super::sense::Sense;
use crate::language::figures::{DecimalMark, HeadPosition};
use crate::language::grammar::Grammar;

/// What makes a number the name of what the word before it says, in the order in
/// which it is asked.
pub(super) static LABELS: &[Reader] = &[
    Rule {
        name: "a label, a colon or a dash, and its number",
        decide: |place| unless_dated(headed, place),
        examples: &[
            (
                "Document Registration Number: 2031–00417.",
                "name Number: 2031–00417",
            ),
            ("Situation Report – 41.", "name Report – 41"),
            ("Deaths – 41.", "41"),
        ],
    },
    // The word before the number says that it names.
    Rule {
        name: "a label and its number",
        decide: |place| unless_dated(labelled, place),
        examples: &[
            (
                "Article 7 and paragraphs 12 and 13 hold.",
                "name Article 7; name paragraphs 12 and 13",
            ),
            ("In this section 12 mines are told.", "12 mine"),
            (
                "Resolutions 822 (1993) 853 (1993) and 874 (1993) hold, and resolution 67/234 B.",
                "name Resolutions 822 (1993) 853 (1993) and 874 (1993); name resolution 67/234 B",
            ),
            (
                "Under resolution 822 (1993) 12 mines were cleared.",
                "name resolution 822 (1993); 12 mine",
            ),
        ],
    },
    Rule {
        name: "a label and its number in words",
        decide: |place| unless_dated(labelled_in_words, place),
        examples: &[
            (
                "A Category Five storm came in chapter two.",
                "name Category Five; name chapter two",
            ),
            ("In this section two mines are told.", "2 mine"),
        ],
    },
    // Without a determiner before it, what comes in a series is told apart by its number.
    Rule {
        name: "one of a series and its number",
        decide: |place| unless_dated(one_of_series, place),
        examples: &[
            (
                "On day four, in row 15 of series 1, we lost it.",
                "name day four; name row 15; name series 1",
            ),
            ("On that day four were found.", "4"),
            ("In phases 3, 5, and 7 we met.", "name phases 3, 5, and 7"),
            ("de: Im letzten Jahr 12.500 Boote sind es.", "12500 boote"),
            ("de: Im Jahr 2,5 Boote sind es.", "2.5 boote"),
            ("In week 12 boats were lost.", "12 boat"),
        ],
    },
];

fn label(passage: Passage, at: usize) -> Option<usize> {
    let found = passage.find(at, |sense| (sense == Sense::Label).then_some(()))?;
    Some(found.end)
}

/// *Number: 2031–00417*, *Report – 41*: behind a capital label alone, as headings have it.
fn headed(passage: Passage, at: usize) -> Option<Reference> {
    let titled = passage.is_capitalised(at);
    let heading = passage.find(at, |sense| {
        matches!(sense, Sense::Label | Sense::Title).then_some(())
    })?;
    let mark = heading.end;
    let parts = passage.word(mark) == ":" || passage.is_dash(mark) && !passage.is_glued(mark);
    let digits = mark + 1;
    let end = end_of_run(passage, digits);
    let whole = titled && parts && passage.is_digits(digits);
    (whole && !is_counted(passage, end)).then_some(Reference {
        start: at,
        end,
        number: passage
            .word(digits)
            .parse()
            .ok()
            .filter(|_| end == digits + 1),
    })
}

/// *Category Five*, *chapter two*; *chapter one* is sure only with capitals.
fn labelled_in_words(passage: Passage, at: usize) -> Option<Reference> {
    let number = label(passage, at)?;
    let (value, end) = cardinal(passage, number)?;
    let named = passage.is_capitalised(at) && passage.is_capitalised(number);
    (named || value > 1 && counts_nothing(passage, end)).then(|| Reference {
        start: at,
        end,
        number: Some(value.into()),
    })
}

/// *day four*, *row 15*.
fn one_of_series(passage: Passage, at: usize) -> Option<Reference> {
    let found = passage.find(at, |sense| (sense == Sense::Series).then_some(()))?;
    let digits = passage.is_digits(found.end) && !passage.is_glued(found.end);
    let (number, end) = if digits {
        let (number, end) = plain_number(passage, found.end)?;
        (number, past_list(passage, end))
    } else {
        let (value, end) = cardinal(passage, found.end).filter(|&(value, _)| value > 1)?;
        (Some(value.into()), end)
    };
    let dated = looks_like_year(passage, found.end);
    // With a capital inside a sentence it is a name: *the Wave 4 interviews*. Where all nouns
    // have one it says nothing.
    let tells = passage.lexis.tables.head != HeadPosition::Capital;
    let capital = tells && passage.is_capitalised(at) && at > 0 && passage.is_word(at - 1);
    let bare = !is_determined(passage, at) && counts_nothing(passage, end);
    let named = !dated && (bare || capital && !is_measured(passage, end));
    named.then_some(Reference {
        start: at,
        end,
        number,
    })
}

fn cardinal(passage: Passage, at: usize) -> Option<(u32, usize)> {
    let found = passage.find(at, |sense| match sense {
        Sense::Cardinal(value) => Some(value),
        _ => None,
    })?;
    Some((found.meaning, found.end))
}

/// Whether nothing behind a number can be counted by it: no unit, no noun.
fn counts_nothing(passage: Passage, at: usize) -> bool {
    let goes_on = passage.is_word(at) && passage.find(at, function_word).is_none();
    !goes_on && !is_counted(passage, at) && !passage.is_hyphen(at)
}

/// A word that no noun phrase begins with.
fn function_word(sense: Sense) -> Option<()> {
    matches!(sense, Sense::Stop | Sense::Auxiliary).then_some(())
}

/// Whether a determiner or an adjective of time stands before a token: *that day*, *last
/// year*. Before a bare label stands a preposition, a verb or nothing.
fn is_determined(passage: Passage, at: usize) -> bool {
    let Some(before) = at.checked_sub(1) else {
        return false;
    };
    let determines = |sense| match sense {
        Sense::Owner | Sense::Turn | Sense::Ordinal(_) | Sense::Cardinal(_) | Sense::Vague(..) => {
            Some(())
        }
        Sense::Word(
            Grammar::The
            | Grammar::Article
            | Grammar::This
            | Grammar::Past
            | Grammar::Per
            | Grammar::Each
            | Grammar::No,
        ) => Some(()),
        _ => None,
    };
    let free = passage.find(before, |sense| (sense == Sense::Stop).then_some(()));
    passage.is_word(before) && (passage.find(before, determines).is_some() || free.is_none())
        || passage.is_digits(before)
}

/// Whether a label stands at a token with a number behind it, in digits or in words.
pub(super) fn is_label_of_number(passage: Passage, at: usize) -> bool {
    let named = |sense| matches!(sense, Sense::Label | Sense::Series | Sense::Title).then_some(());
    passage.find(at, named).is_some_and(|label| {
        let behind = past_mark(passage, label.end);
        passage.is_digits(behind) || passage.is_digits(behind + 1) || passage.has_cardinal(behind)
    })
}

/// The token behind the mark between a label and its digits: *No. 5*, *#5*.
fn past_mark(passage: Passage, at: usize) -> usize {
    at + usize::from(matches!(passage.word(at), "." | "#"))
}

/// *Article 7*, *resolution 1325 (2000)*, *paragraphs 12 and 13*, *section 3.2*.
fn labelled(passage: Passage, at: usize) -> Option<Reference> {
    let digits = past_mark(passage, label(passage, at)?);
    let (number, end) = plain_number(passage, digits)?;
    let end = past_list(passage, past_year(passage, end));
    let counted =
        is_measured(passage, end) || !passage.is_capitalised(at) && counts_noun(passage, end);
    (!counted).then_some(Reference {
        start: at,
        end,
        number,
    })
}

/// Past the other numbers of a list behind a label: *paragraphs 12 and 13*, *phases 3, 5,
/// and 7*.
fn past_list(passage: Passage, at: usize) -> usize {
    let mut end = at;
    while let Some((_, next)) = list_joint(passage, end)
        .or_else(|| lost_joint(passage, end))
        .and_then(|next| plain_number(passage, next))
        .filter(|&(_, next)| !is_counted(passage, next))
    {
        end = past_year(passage, next);
    }
    end
}

/// Where the list goes on at `at` without a comma: behind a number with its year stands
/// another.
fn lost_joint(passage: Passage, at: usize) -> Option<usize> {
    let has_year = |at: usize| past_year(passage, at) > at;
    let follows = at.checked_sub(3).is_some_and(has_year) && has_year(at + 1);
    follows.then_some(at)
}

/// Past the year in brackets behind the number of a resolution.
fn past_year(passage: Passage, at: usize) -> usize {
    let year = passage.word(at) == "(" && passage.word(at + 2) == ")" && passage.is_digits(at + 1);
    if year { at + 3 } else { at }
}

/// A number that can be a name: whole, without separators, or dotted.
fn plain_number(passage: Passage, at: usize) -> Option<(Option<Decimal>, usize)> {
    // *2,500* is one number everywhere, *2,3* and *2.500* where decimals stand behind a comma.
    let is_joined =
        passage.is_glued(at + 1) && passage.is_glued(at + 2) && passage.is_digits(at + 2);
    let is_group = passage.len_chars(at + 2) == 3;
    let has_comma = passage.lexis.tables.decimal_mark == DecimalMark::Comma;
    let is_part = match passage.word(at + 1) {
        "," => is_group || has_comma,
        "." => is_group && has_comma,
        _ => false,
    };
    if !passage.is_digits(at) || is_joined && is_part {
        return None;
    }
    let mut end = at + 1;
    // *section 2.1.3*, *resolution 67/234*
    while matches!(passage.word(end), "." | "/")
        && passage.is_glued(end)
        && passage.is_glued(end + 1)
        && passage.is_digits(end + 1)
    {
        end += 2;
    }
    if passage.is_glued(end) && passage.is_word(end) && passage.len_chars(end) == 1 {
        end += 1;
        while passage.is_glued(end) && passage.is_digits(end) {
            end += 1;
        }
    }
    // The part of a resolution is no unit: *67/234 B*.
    let is_symbol = end > at + 1 && passage.word(end - 2) == "/";
    let is_part = passage.len_chars(end) == 1 && passage.is_capitalised(end);
    if is_symbol && is_part {
        end += 1;
    }
    let number = passage.word(at).parse().ok().filter(|_| end == at + 1);
    Some((number, end))
}
