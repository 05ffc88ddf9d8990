//! The noun phrase behind a number: what it counts.

use std::ops::Range;

use super::date::looks_like_year;
use super::passage::Passage;
use super::sense::Sense;
use super::verb::is_finite;
use crate::language::figures::HeadPosition;
use crate::language::grammar::Grammar;

/// A counted noun phrase.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Noun {
    /// Its tokens.
    pub(super) tokens: Range<usize>,
    /// In lower case, singular.
    pub(super) singular: String,
}

/// Most words that stand between a number and the noun it counts.
const LONGEST_PHRASE: usize = 7;

/// Whether a number counts one thing or more; their nouns end differently.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Count {
    /// One, or a part of one.
    One,
    /// Any other number.
    Many,
    /// The whole that one is a part of: *five* in *one in five*.
    Whole,
}

/// Reads the noun phrase at a token. Behind any number but one its head is a
/// plural, which ends it; *and* joins modifiers only. `None` if there is none
/// before the phrase is cut off.
pub(super) fn read_noun(passage: Passage, at: usize, count: Count) -> Option<Noun> {
    // *300 more people* are people; of *one more thanks* nothing is left.
    let start = at + usize::from(passage.has(at, Sense::Extra));
    if let Some(noun) = listed_noun(passage, at).or_else(|| listed_noun(passage, start)) {
        return Some(noun);
    }
    // No blank tells where a word ends: only nouns of the tables are known.
    if passage.is_ideograph(at) {
        return None;
    }
    let start = past_quote(passage, start);
    let end = match passage.lexis.tables.head {
        HeadPosition::Last => head_last(passage, start, count)?,
        HeadPosition::First => head_first(passage, start, count)?,
        HeadPosition::Capital => head_capital(passage, start)?,
    };
    let end = extend(passage, end);
    Some(Noun {
        tokens: start..end,
        singular: singular(passage, start..end),
    })
}

/// The token behind a mark that quotes a noun: *four “elements”*.
fn past_quote(passage: Passage, at: usize) -> usize {
    let opens = matches!(passage.word(at), "“" | "\"" | "‘" | "«" | "„") && !passage.is_glued(at);
    at + usize::from(opens && passage.is_glued(at + 1) && passage.is_word(at + 1))
}

/// Most words between a number and a noun that the tables list.
const LISTED_REACH: usize = 2;

/// Reads a noun that the tables list, past what a number and its noun are
/// parted by (三名儿童) and past adjectives.
fn listed_noun(passage: Passage, at: usize) -> Option<Noun> {
    let noun = |at| passage.find(at, |sense| passage.lexis.noun(sense));
    let behind = passage.grammar(at, Grammar::Classifier);
    let adjectives = (at..at + LISTED_REACH)
        .take_while(|&at| is_phrase_word(passage, at) && !passage.is_ideograph(at))
        .map(|at| at + 1);
    let found = behind
        .into_iter()
        .chain([at])
        .chain(adjectives)
        .find_map(noun)?;
    Some(Noun {
        tokens: at..found.end,
        singular: found.meaning.to_owned(),
    })
}

/// Reads the noun before a number that stands between it and the word it is
/// counted by: 地雷410枚. `number` is the first token of the number, `end` the
/// one behind it.
pub(super) fn read_noun_before(passage: Passage, number: usize, end: usize) -> Option<Noun> {
    passage.grammar(end, Grammar::Classifier)?;
    let found = passage.find_before(number, |sense| passage.lexis.noun(sense))?;
    Some(Noun {
        tokens: found.start..found.end,
        singular: found.meaning.to_owned(),
    })
}

/// Whether a token can be part of a counted noun phrase.
fn is_phrase_word(passage: Passage, at: usize) -> bool {
    let modifies = passage.is_hyphen(at + 1) && passage.is_word(at + 2);
    // *COP26* is one word.
    let numbered = passage.is_glued(at + 1) && passage.is_digits(at + 1) && passage.has_capital(at);
    passage.is_word(at)
        && !numbered
        && (modifies
            || names_in_capitals(passage, at)
            || passage
                .find(at, |sense| match sense {
                    Sense::Stop
                    | Sense::Auxiliary
                    | Sense::Cardinal(_)
                    | Sense::Scale(_)
                    | Sense::Plenty(_) => Some(()),
                    Sense::Word(Grammar::Percent | Grammar::In | Grammar::To | Grammar::From) => {
                        Some(())
                    }
                    _ => None,
                })
                .is_none())
}

/// Whether a word of the grammar is written as the short name of a body or a country among
/// words in small letters: *seven US soldiers*, *40 WHO teams*.
fn names_in_capitals(passage: Passage, at: usize) -> bool {
    let is_capital = |at: usize| {
        let word = passage.word(at);
        word.len() > 1 && word.bytes().all(|byte| byte.is_ascii_uppercase())
    };
    is_capital(at) && passage.is_word(at + 1) && !is_capital(at + 1)
}

/// The end of a name with its number before the rest of a noun phrase: *10 million
/// COVID-19 tests*.
fn numbered_name(passage: Passage, at: usize) -> Option<usize> {
    let (dash, digits) = (at + 1, at + 2);
    let named = passage.is_word(at) && passage.has_capital(at) && passage.is_dash(dash);
    let numbered = passage.is_digits(digits) && passage.is_glued(digits);
    let goes_on = is_phrase_word(passage, digits + 1) && !passage.is_glued(digits + 1);
    (named && numbered && goes_on).then_some(digits + 1)
}

/// The end of a name of single letters with dots before the rest of a noun phrase: *40 U.S.
/// troops*.
fn dotted_name(passage: Passage, at: usize) -> Option<usize> {
    let letter = |at: usize| {
        let dotted = passage.word(at + 1) == "." && passage.is_glued(at + 1);
        passage.len_chars(at) == 1 && passage.has_capital(at) && dotted
    };
    let second = letter(at) && letter(at + 2) && passage.is_glued(at + 2);
    let end = at + 4;
    (second && is_phrase_word(passage, end) && !passage.is_glued(end)).then_some(end)
}

/// The end of things of one name with its number and an *s*: *40 Model 3s*, *two MiG-29s*.
fn numbered_plural(passage: Passage, at: usize) -> Option<usize> {
    let digits = at + 1 + usize::from(passage.is_hyphen(at + 1));
    let named = passage.is_word(at) && passage.has_capital(at) && passage.is_digits(digits);
    let plural = passage.word(digits + 1) == "s" && passage.is_glued(digits + 1);
    (named && plural).then_some(digits + 2)
}

/// Whether a number inside a noun phrase is the name of a model beside a name in
/// capitals: *two Boeing 737 jets*, *two new 737 Max jets*.
fn is_model(passage: Passage, at: usize) -> bool {
    let name = |at: usize| {
        let known = passage.find(at, |sense| matches!(sense, Sense::Month(_)).then_some(()));
        is_phrase_word(passage, at) && passage.has_capital(at) && known.is_none()
    };
    let plain = passage.is_digits(at) && !passage.is_glued(at + 1) && passage.len_chars(at) > 1;
    plain
        && !looks_like_year(passage, at)
        && (name(at - 1) || name(at + 1))
        && is_phrase_word(passage, at + 1)
}

/// Whether a word of degree or of size stands at a token, which an adjective or a noun
/// follows: *three very important steps*, *four long stories*.
fn grades(passage: Passage, at: usize) -> bool {
    let size = passage.is(at, Grammar::Size) && is_plural(passage, at + 1);
    size || passage.has(at, Sense::Degree) || passage.has(at, Sense::Extra)
}

/// Whether a stop is a noun right behind a number or its adjectives, where a
/// verb would be no form in *s*: *five runs*.
fn is_noun_of_verb(passage: Passage, at: usize) -> bool {
    const SHORTEST: usize = 4;
    if passage.word(at).len() < SHORTEST {
        return false;
    }
    let word = passage.folded(at..at + 1);
    let verb = passage.lexis.singular(&word);
    let is_stop = |word: &str| passage.lexis.is_stop(word);
    verb != word && is_stop(&word) && is_stop(&verb)
}

fn is_plural(passage: Passage, at: usize) -> bool {
    if !is_phrase_word(passage, at) {
        return false;
    }
    let word = passage.folded(at..at + 1);
    let tied = at > 0 && passage.is_hyphen(at - 1) && passage.lexis.singular(&word) == word;
    !tied && (passage.lexis.is_plural(&word) || acronym(passage.word(at)).is_some())
}

/// Whether a word by itself is a plural noun, as far as its ending and what follows
/// tell: *gives each* is a verb.
pub(super) fn is_plain_plural(passage: Passage, at: usize) -> bool {
    let verb = passage.find(at, |sense| match sense {
        Sense::Stop | Sense::Auxiliary | Sense::Kept => Some(()),
        _ => None,
    });
    passage.is_word(at)
        && verb.is_none()
        && passage.lexis.is_plural(&passage.folded(at..at + 1))
        && !passage.opens_object(at + 1)
}

/// The singular of capitals with an *s*, whatever they end in: *KPIs*.
fn acronym(word: &str) -> Option<&str> {
    let letters = word.strip_suffix('s')?;
    let capitals = letters.chars().all(char::is_uppercase) && letters.chars().count() > 1;
    capitals.then_some(letters)
}

fn head_last(passage: Passage, start: usize, count: Count) -> Option<usize> {
    let mut at = start;
    for _ in 0..LONGEST_PHRASE {
        if passage.is_hyphen(at) && at > start {
            at += 1;
        } else if at > start
            && (passage.is(at, Grammar::And) || passage.is(at, Grammar::Or))
            && count != Count::One
            && is_phrase_word(passage, at + 1)
        {
            at += 1;
            continue;
        }
        if at > start && count == Count::Many && lists_modifiers(passage, at) {
            at += 1;
            continue;
        }
        if let Some(end) = numbered_plural(passage, at).filter(|_| count == Count::Many) {
            return Some(end);
        }
        if let Some(end) = numbered_name(passage, at).or_else(|| dotted_name(passage, at)) {
            at = end;
            continue;
        }
        if at > start && is_model(passage, at) {
            at += 1;
            continue;
        }
        if grades(passage, at) && is_phrase_word(passage, at + 1) {
            at += 1;
            continue;
        }
        if count == Count::One && at > start && is_verb_of_one(passage, at) {
            return Some(at);
        }
        if !is_phrase_word(passage, at) {
            if count == Count::Many && is_noun_of_verb(passage, at) {
                return Some(at + 1);
            }
            break;
        }
        let next_plural = || is_plural(passage, at + 1) && !passage.opens_object(at + 2);
        let plural = is_plural(passage, at) && !passage.is_hyphen(at + 1);
        match count {
            Count::Many if plural && !next_plural() => {
                return Some(past_name(passage, at).unwrap_or(at + 1));
            }
            // What ends like a plural behind it is a verb: *one in five survivors lives*.
            Count::Whole if plural => return Some(at + 1),
            // *One child plays*: what ends like a plural behind one thing is its verb.
            Count::One if plural => {
                let named = passage.is_capitalised(at);
                return (at > start && !named).then_some(at);
            }
            _ => at += 1,
        }
    }
    // No plural was met: the number may measure another noun.
    if count == Count::Many {
        return measured_by(passage, start..at);
    }
    (count == Count::One && at > start && !passage.is_hyphen(at - 1)).then_some(at)
}

/// Whether a comma at a token parts the modifiers of one plural: *250 Veldish, Marenian
/// and Bordurian citizens*.
fn lists_modifiers(passage: Passage, comma: usize) -> bool {
    let modifies = |at: usize| is_phrase_word(passage, at) && !is_plural(passage, at);
    if passage.word(comma) != "," || !modifies(comma + 1) {
        return false;
    }
    let mut at = comma + 1;
    while modifies(at) || passage.word(at) == "," && modifies(at + 1) {
        at += 1;
    }
    let and = passage.grammar(at, Grammar::And);
    and.is_some_and(|next| {
        at < comma + LONGEST_PHRASE && modifies(next) && is_plural(passage, next + 1)
    })
}

/// Whether a participle behind one thing is its verb, as no noun follows: *one expert
/// warned in time*, *one study testing the drug*.
fn is_verb_of_one(passage: Passage, at: usize) -> bool {
    let participle = passage.lexis.is_participle(&passage.folded(at..at + 1));
    participle && is_phrase_word(passage, at) && !is_phrase_word(passage, at + 1)
}

/// The end of the noun that measures another, where a phrase has no plural: of *a 24 page
/// report* the pages are counted. An adjective counts nothing.
fn measured_by(passage: Passage, phrase: Range<usize>) -> Option<usize> {
    let first = phrase.start;
    let word = passage.folded(first..first + 1);
    let noun = passage.is_word(first)
        && !passage.is_capitalised(first)
        && !passage.lexis.is_participle(&word)
        && !passage.lexis.is_adverb(&word)
        && !passage.lexis.is_adjective(&word)
        && !passage.has(first, Sense::Threshold);
    let next = first + 1;
    // *3 RBI*: letters that nothing follows.
    let capitals = passage.word(first).chars().all(char::is_uppercase);
    let tied = passage.is_glued(next) && matches!(passage.word(next), "/" | "-" | "&");
    let alone = phrase.len() == 1 && !tied;
    if alone && capitals && passage.len_chars(first) > 1 {
        return passage.tokens[first].senses.is_empty().then_some(next);
    }
    let other = phrase.len() > 1 && is_phrase_word(passage, next) && !passage.is_glued(next);
    (noun && other).then_some(first + 1)
}

/// The end of a noun phrase whose plural at a token is the name of an owner: *United
/// Nations Member States*.
fn past_name(passage: Passage, plural: usize) -> Option<usize> {
    let named = |at: usize| passage.is_capitalised(at) && is_phrase_word(passage, at);
    let end = (plural + 1..plural + LONGEST_PHRASE).find(|&at| !named(at))?;
    let head = end - 1;
    (named(plural) && head > plural && is_plural(passage, head)).then_some(end)
}

/// Whether the words at a token name one thing: nouns, none of them a plural. What
/// ends like a participle is one of many (*the wounded*).
pub(super) fn counts_singular(passage: Passage, at: usize) -> bool {
    let phrase = || (at..at + LONGEST_PHRASE).take_while(|&at| is_phrase_word(passage, at));
    let participle = passage.lexis.is_participle(&passage.folded(at..at + 1));
    let any = phrase().next().is_some();
    any && !participle && !phrase().any(|at| is_plural(passage, at))
}

/// Most words of a noun phrase whose head comes first.
const LONGEST_TAIL: usize = 3;

/// What plurals end in where adjectives agree with their noun: *árboles*, *chevaux*, *gaz*.
const PLURAL_LETTERS: [char; 3] = ['s', 'x', 'z'];
/// Longest plain word that can be a symbol or a code and so has no plural.
const LONGEST_SYMBOL: usize = 3;

/// Whether a word in small letters is no plural, so that no number above one counts
/// it: *dos miden cuatro metros*.
fn is_singular(passage: Passage, at: usize) -> bool {
    let word = passage.word(at);
    let part = |sense| matches!(sense, Sense::Ordinal(_) | Sense::Part(_)).then_some(());
    let plain = !passage.has_capital(at)
        && passage.len_chars(at) > LONGEST_SYMBOL
        && passage.find(at, part).is_none();
    passage.lexis.tables.adjectives_agree && plain && !word.ends_with(PLURAL_LETTERS)
}

/// The noun and the adjectives behind it; a participle belongs to the verb.
fn head_first(passage: Passage, start: usize, count: Count) -> Option<usize> {
    if count == Count::Many && is_singular(passage, start) {
        return None;
    }
    let goes_on = |at: usize| {
        is_phrase_word(passage, at)
            && !passage.is_capitalised(at)
            && !passage.has(at, Sense::Verb)
            && !is_finite(passage, at)
            && !passage.lexis.is_participle(&passage.folded(at..at + 1))
    };
    if !is_phrase_word(passage, start) || is_finite(passage, start) {
        return None;
    }
    let end = (start + 1..start + LONGEST_TAIL).find(|&at| !goes_on(at));
    Some(end.unwrap_or(start + LONGEST_TAIL).min(passage.len()))
}

/// The noun, which has a capital, past the adjectives before it: *60.000 neue Wohnungen*.
fn head_capital(passage: Passage, start: usize) -> Option<usize> {
    let mut phrase = (start..start + LONGEST_PHRASE)
        .take_while(|&at| is_phrase_word(passage, at) && (at == start || !passage.is_hyphen(at)));
    phrase
        .find(|&at| passage.is_capitalised(at))
        .map(|at| at + 1)
}

/// Reads the single word that a hyphen ties to a number: *10-member*.
pub(super) fn read_tied_noun(passage: Passage, at: usize) -> Option<Noun> {
    let number = passage.find(at, |sense| match sense {
        Sense::Cardinal(_) | Sense::Scale(_) | Sense::Ordinal(_) => Some(()),
        _ => None,
    });
    let verb =
        |sense| matches!(sense, Sense::Kept | Sense::Phrasal | Sense::Moves(_)).then_some(());
    // *a three-set match*: as part of a word it is no verb.
    let named = is_phrase_word(passage, at)
        || passage.find(at, verb).is_some() && is_phrase_word(passage, at + 1);
    // *1-D* is no count of a letter.
    let letter = passage.len_chars(at) < 2 && !passage.is_ideograph(at);
    (number.is_none() && named && !letter).then(|| Noun {
        tokens: at..at + 1,
        singular: singular(passage, at..at + 1),
    })
}

/// Past *and other …* behind the head: *mines and other explosive ordnances*.
fn extend(passage: Passage, end: usize) -> usize {
    let Some(and) = passage.grammar(end, Grammar::And) else {
        return end;
    };
    if passage.word(and) != passage.lexis.tables.other {
        return end;
    }
    head_last(passage, and + 1, Count::Many).unwrap_or(end)
}

/// The words of a noun phrase in lower case, each plural noun, and each adjective that
/// agrees with it, as a singular.
fn singular(passage: Passage, tokens: Range<usize>) -> String {
    let written = passage.folded(tokens.clone());
    if let Some(phrase) = passage.lexis.singular_phrase(&written) {
        return phrase.to_owned();
    }
    // *two MiG-29s*: the singular has lost an *s* behind digits.
    let numbered = tokens.len() > 2 && passage.word(tokens.end - 1) == "s";
    if numbered && passage.is_digits(tokens.end - 2) {
        return passage.folded(tokens.start..tokens.end - 1);
    }
    let tables = passage.lexis.tables;
    let is_head = |at: usize| match tables.head {
        HeadPosition::Last | HeadPosition::Capital => {
            at + 1 == tokens.end || passage.is(at + 1, Grammar::And)
        }
        HeadPosition::First => at == tokens.start || tables.adjectives_agree,
    };
    let mut phrase = String::new();
    for at in tokens.clone() {
        if at > tokens.start && !passage.is_glued(at) {
            phrase.push(' ');
        }
        let word = passage.folded(at..at + 1);
        let head = is_head(at);
        phrase.push_str(&match acronym(passage.word(at)) {
            Some(letters) if head => letters.to_lowercase(),
            _ if head => passage.lexis.singular(&word),
            _ => word,
        });
    }
    phrase
}
