//! Goes through a paragraph once and reads each number where it stands.

use std::ops::Range;

use rust_decimal::Decimal;

use super::change::{carry_change, read_change};
use super::counted::is_base;
use super::date::{DateRead, read_date};
use super::figure::{from_date, from_ordinal, from_quantity, from_reference};
use super::hedge::EXACT;
use super::language::{Composition, HeadPosition};
use super::name::read_named;
use super::non_figure::{end_of_run, read_non_figure};
use super::noun::{Count, read_noun};
use super::numeral::{Amount, Form, Numeral, beyond_reach, is_vulgar_fraction, read_digits};
use super::ordinal::read_ordinal;
use super::passage::Passage;
use super::quantity::{Extent, Quantity, read_quantity};
use super::reference::{is_label_of_number, read_act, read_reference};
use super::restatement::{read_per_both, restates, set_per};
use super::sense::{Grammar, Sense};
use super::term::Unit;
use super::token::{Shape, Token};
use super::unit::{read_measure, starts_currency_mark};
use super::verb::is_verb;
use super::zero::read_zero;
use crate::model::Figure;

/// A figure with its place among the tokens.
#[derive(Debug, Clone)]
pub(super) struct Draft {
    /// Its tokens.
    pub(super) tokens: Range<usize>,
    /// What was read.
    pub(super) figure: Figure,
    /// The amount it was made from, for kinds that are amounts.
    pub(super) quantity: Option<Quantity>,
    /// The date it was made from.
    pub(super) date: Option<DateRead>,
}

/// A number that was seen but is no figure.
#[derive(Debug, Clone)]
pub(super) struct Unread {
    /// Its tokens.
    pub(super) tokens: Range<usize>,
    /// What it is, for the notice.
    pub(super) reason: &'static str,
}

/// Why a number that is written out is no figure: no decimal holds it.
pub(super) const BEYOND_REACH: &str = "a number beyond reach, of more than 28 digits";

/// What a paragraph holds.
#[derive(Debug, Default)]
pub(super) struct Harvest {
    /// In reading order; their tokens never overlap.
    pub(super) drafts: Vec<Draft>,
    /// In reading order.
    pub(super) unread: Vec<Unread>,
}

/// Reads all figures of a paragraph.
pub(super) fn read_passage(passage: Passage) -> Harvest {
    let mut harvest = Harvest::default();
    let (mut at, mut from) = (0, 0);
    while at < passage.len() {
        let end = if starts_figure(passage, at) {
            read_at(passage, at, from, &mut harvest)
        } else {
            None
        };
        match end {
            Some(end) => {
                at = end.max(at + 1);
                from = at;
            }
            None => at += 1,
        }
    }
    harvest
}

/// Whether a figure can start at a token, seen cheaply: digits, a phrase that
/// the lexicon knows to start one, or what is tied to digits.
fn starts_figure(passage: Passage, at: usize) -> bool {
    let token = passage.tokens[at];
    if token.shape == Shape::Digits {
        return true;
    }
    if passage.tongue.lexicon.may_start_figure(token.senses)
        && (starts_with_phrase(passage, at)
            || starts_behind_article(passage, at)
            || may_be_currency(passage, at))
    {
        return true;
    }
    let tied = passage.is_glued(at + 1);
    let digits =
        || passage.is_digits(at + 1) || passage.is_dash(at + 1) && passage.is_digits(at + 2);
    let joins = || matches!(passage.word(at + 1), "/" | ":" | ".") && passage.is_glued(at + 2);
    match token.shape {
        Shape::Mark => {
            tied && digits() && passage.word(at) != ","
                || is_dash_before(passage, at)
                || is_vulgar_fraction(passage.word(at))
        }
        Shape::Word | Shape::Digits => tied && (digits() || joins()),
    }
}

/// Whether a phrase that a figure can start with stands at a token, a label
/// with its number behind it.
fn starts_with_phrase(passage: Passage, at: usize) -> bool {
    let known = |token: &Token| passage.tongue.lexicon.starts_figure(token.senses);
    if !passage.tokens.get(at).is_some_and(known) {
        return false;
    }
    let starts = passage.find(at, |sense| match sense {
        Sense::Label => None,
        _ => sense.starts_figure().then_some(()),
    });
    starts.is_some() || is_label_of_number(passage, at)
}

/// Whether a number can start with the article at a token: *a million*.
fn starts_behind_article(passage: Passage, at: usize) -> bool {
    let behind = passage.grammar(at, Grammar::Article);
    behind.is_some_and(|next| passage.is_digits(next) || starts_with_phrase(passage, next))
}

/// Whether a token is written as a currency can be before a number: *all* is
/// no *ALL*.
fn may_be_currency(passage: Passage, at: usize) -> bool {
    if !starts_currency_mark(passage, at) {
        return false;
    }
    let mark = passage.find(at, |sense| {
        matches!(sense, Sense::CurrencyMark(_)).then_some(())
    });
    let word = passage.word(at);
    let is_plain_word = word.len() > 1 && word.bytes().all(|byte| byte.is_ascii_lowercase());
    mark.is_some() && (!is_plain_word || (passage.is_glued(at + 1) && !passage.is_word(at + 1)))
}

/// Whether a dash before digits can be their sign.
fn is_dash_before(passage: Passage, at: usize) -> bool {
    passage.is_dash(at) && (passage.is_digits(at + 1) || passage.word(at + 1) == ".")
}

/// Reads what starts at a token into `harvest`, and says where it ends.
fn read_at(passage: Passage, at: usize, from: usize, harvest: &mut Harvest) -> Option<usize> {
    if let Some((end, reason)) = read_non_figure(passage, at) {
        return Some(harvest.refuse(at..end, reason));
    }
    if let Some(act) = read_act(passage, at) {
        let figure = from_reference(passage, act);
        return Some(harvest.push(act.start..act.end, figure));
    }
    let date = read_date(passage, at);
    if let Some(date) = date.as_ref().filter(|date| !date.is_possible()) {
        return Some(harvest.refuse(at..date.end, "no day of the calendar"));
    }
    if !(date.is_some() && passage.is_digits(at))
        && let Some(reference) = read_reference(passage, at)
        && date.as_ref().is_none_or(|date| date.end <= reference.end)
    {
        let start = reference.start.max(from);
        let figure = from_reference(passage, reference);
        return Some(harvest.push(start..reference.end, figure));
    }
    if let Some(mut date) = date {
        date.start = date.start.max(from);
        let figure = from_date(passage, &date, None);
        let end = harvest.push(date.start..date.end, figure);
        harvest.last_draft().date = Some(date);
        return Some(end);
    }
    if let Some(reference) = read_named(passage, at).filter(|reference| reference.start >= from) {
        let figure = from_reference(passage, reference);
        return Some(harvest.push(reference.start..reference.end, figure));
    }
    if let Some((position, end)) = read_ordinal(passage, at) {
        let figure = from_ordinal(passage, at, end, position);
        return Some(harvest.push(at..end, figure));
    }
    if let Some(end) = beyond_reach(passage, at) {
        return Some(harvest.refuse(at..end, BEYOND_REACH));
    }
    if is_dotted(passage, at) {
        return Some(harvest.refuse(at..end_of_run(passage, at), "a number with several points"));
    }
    if let Some(quantity) = read_quantity(passage, at, from).or_else(|| read_zero(passage, at)) {
        return accept(passage, quantity, harvest);
    }
    if passage.is_digits(at) {
        return Some(harvest.refuse(at..at + 1, "a number in no form that is known"));
    }
    None
}

/// Whether a number with two points and more starts at a token, which is a name
/// in a table or a slip: *12.5.7*.
fn is_dotted(passage: Passage, at: usize) -> bool {
    let point = |at: usize| {
        passage.word(at) == "."
            && passage.is_glued(at)
            && passage.is_glued(at + 1)
            && passage.is_digits(at + 1)
    };
    let ends = |end: usize| point(end) && point(end + 2);
    passage.is_digits(at) && read_digits(passage, at).is_some_and(|written| ends(written.end))
}

impl Harvest {
    /// Notes that a number is no figure, and returns its end.
    fn refuse(&mut self, tokens: Range<usize>, reason: &'static str) -> usize {
        let end = tokens.end;
        self.unread.push(Unread { tokens, reason });
        end
    }

    fn push(&mut self, tokens: Range<usize>, figure: Figure) -> usize {
        let end = tokens.end;
        self.drafts.push(Draft {
            tokens,
            figure,
            quantity: None,
            date: None,
        });
        end
    }

    fn last_draft(&mut self) -> &mut Draft {
        self.drafts.last_mut().expect("a draft was just pushed")
    }
}

/// Keeps an amount, unless its words are no number where they stand.
fn accept(passage: Passage, quantity: Quantity, harvest: &mut Harvest) -> Option<usize> {
    if is_no_number(passage, &quantity) {
        return None;
    }
    let mut quantity = quantity;
    let restated = harvest
        .drafts
        .last()
        .filter(|draft| restates(passage, draft, &quantity));
    if let Some(said) = restated.and_then(|draft| draft.quantity.as_ref()) {
        quantity.hedge = said.hedge;
    }
    let carried = restated.and_then(|draft| draft.figure.change);
    let mut figure = from_quantity(passage, &quantity);
    figure.change = read_change(passage, &quantity).or(carried).or_else(|| {
        let draft = harvest.drafts.last()?;
        let said = (draft.figure.change?, draft.tokens.end);
        carry_change(passage, said, &quantity)
    });
    let per = restated.and_then(|_| read_per_both(passage, quantity.tokens.end));
    if let Some(per) = per {
        set_per(passage, &mut quantity, &mut figure, &per);
        let said = harvest.last_draft();
        if let Some(quantity) = &mut said.quantity {
            set_per(passage, quantity, &mut said.figure, &per);
        }
    }
    let end = harvest.push(quantity.tokens.clone(), figure);
    let companion = companion(passage, &quantity);
    harvest.last_draft().quantity = Some(quantity);
    if let Some(companion) = companion {
        let figure = from_quantity(passage, &companion);
        let end = harvest.push(companion.tokens.clone(), figure);
        harvest.last_draft().quantity = Some(companion);
        return Some(end);
    }
    Some(end)
}

/// Whether a number word is none: *one* without a noun, *the first half*, a
/// position (*21st*), or a word as vague as *several* that no scale makes firmer.
fn is_no_number(passage: Passage, quantity: &Quantity) -> bool {
    let at = quantity.numeral.start;
    if is_in_phrase(passage, &quantity.numeral)
        || is_denominator(passage, quantity)
        || is_few(passage, quantity)
        || is_each_in_turn(passage, quantity)
    {
        return true;
    }
    if passage.is_digits(at) {
        return read_ordinal(passage, at).is_some();
    }
    match quantity.extent {
        Extent::One(numeral) => {
            let one = numeral.form == Form::Words && numeral.value() == Some(Decimal::ONE);
            let article = passage.is(at, Grammar::Article) && quantity.unit == Unit::Bare;
            let bare = quantity.unit == Unit::Bare && quantity.noun.is_none();
            one && (bare
                || article
                || is_some_day(passage, quantity)
                || is_pronoun(passage, quantity))
                || bare && is_position(passage, at, numeral.end)
                || bare && is_lone_dozen(passage, numeral)
        }
        // *Several* and *a few* assert no number that could change.
        Extent::Vague(low, _) => {
            let named = |sense| matches!(sense, Sense::Vague(..)).then_some(());
            low < Decimal::TEN && passage.find(at, named).is_some()
        }
        Extent::Share(part, whole) if quantity.unit == Unit::Bare => {
            part == Decimal::ONE
                && whole == Decimal::TWO
                && quantity.hedge_tokens.is_none()
                && is_semester(passage, quantity)
        }
        _ => false,
    }
}

/// Whether the number is a word of a phrase that counts nothing: *one another*, *net zero*.
fn is_in_phrase(passage: Passage, numeral: &Range<usize>) -> bool {
    let stop = |sense| (sense == Sense::Stop).then_some(());
    let ahead = passage.find(numeral.start, stop).or_else(|| {
        let before = numeral.start.checked_sub(1)?;
        let around = passage.find(before, stop)?;
        (around.end > numeral.end).then_some(around)
    });
    let behind = passage.find_before(numeral.end, stop);
    // *zero-emission*, *near-zero*: a quality, not a count.
    let last = numeral.end - 1;
    let named = |at: usize| passage.is_word(at) && !passage.has_cardinal(at);
    let tied = passage.is_hyphen(numeral.end) && named(numeral.end + 1)
        || last > 1 && passage.is_hyphen(last - 1) && named(last - 2);
    let none = passage.has(last, Sense::Cardinal(0)) && tied;
    none || ahead.is_some_and(|found| found.end > numeral.end && found.end > found.start + 1)
        || behind.is_some_and(|found| found.start < numeral.start)
}

/// Whether the number is what others are counted per: *doses per 100 people*.
/// In other languages the word is *by* as well: *approuvé par 100 pays*.
fn is_denominator(passage: Passage, quantity: &Quantity) -> bool {
    let start = quantity.tokens.start;
    let per = passage.grammar_before(start, Grammar::Per).is_some();
    let Extent::One(numeral) = quantity.extent else {
        return false;
    };
    let tables = passage.tongue.tables;
    let sure = tables.english_names || tables.composition == Composition::Positional;
    let counts = quantity.unit == Unit::Bare && quantity.hedge_tokens.is_none();
    sure && per && counts && is_base(numeral)
}

/// Whether the number is of an unsure few: *a year or two*, *un an ou deux*.
fn is_few(passage: Passage, quantity: &Quantity) -> bool {
    let Extent::One(numeral) = quantity.extent else {
        return false;
    };
    let article = passage.is(numeral.start, Grammar::Article);
    let or = passage.grammar(quantity.tokens.end, Grammar::Or);
    let first = article && or.is_some_and(|or| counts_nothing(passage, or));
    let or = passage.grammar_before(numeral.start, Grammar::Or);
    let single = |noun: usize| {
        let named = noun > 0 && passage.is_word(noun);
        named && passage.is(noun - 1, Grammar::Article) || read_measure(passage, noun).is_some()
    };
    let second = counts_nothing(passage, numeral.start)
        && or.is_some_and(|or| or.checked_sub(1).is_some_and(single));
    first || second
}

/// Whether a number word stands without a noun or a unit.
fn counts_nothing(passage: Passage, number: usize) -> bool {
    let behind = number + 1;
    passage.has_cardinal(number)
        && !passage.is_digits(number)
        && read_noun(passage, behind, Count::Many).is_none()
        && read_measure(passage, behind).is_none()
}

/// Whether *one* is any of many: *from one year to the next*, *from one State to
/// another*.
fn is_each_in_turn(passage: Passage, quantity: &Quantity) -> bool {
    let (start, end) = (quantity.tokens.start, quantity.tokens.end);
    let one = matches!(quantity.extent, Extent::One(numeral)
        if numeral.form == Form::Words && numeral.value() == Some(Decimal::ONE));
    let other = |to: usize| {
        let next = to + usize::from(passage.is(to, Grammar::The));
        passage.has(next, Sense::Turn)
    };
    let to = passage.grammar(end, Grammar::To);
    one && passage.grammar_before(start, Grammar::From).is_some() && to.is_some_and(other)
}

/// Whether *one day* is a time to come and no length: *one day nobody will ask*.
fn is_some_day(passage: Passage, quantity: &Quantity) -> bool {
    const LENGTHS: [Grammar; 5] = [
        Grammar::In,
        Grammar::Of,
        Grammar::By,
        Grammar::From,
        Grammar::Per,
    ];
    let day = matches!(&quantity.unit, Unit::Measure(unit) if unit.name == "day");
    let (start, end) = (quantity.tokens.start, quantity.tokens.end);
    let tied = (quantity.numeral.end..end).any(|at| passage.is_hyphen(at));
    let measured = LENGTHS
        .iter()
        .any(|&word| passage.grammar_before(start, word).is_some())
        || passage.is(end, Grammar::Of)
        || passage.is(end, Grammar::Ago)
        || passage.is(end, Grammar::After);
    day && !tied && !measured && quantity.hedge_tokens.is_none() && quantity.role.is_none()
}

/// Whether *half* is one of a match or a year: *the first half*, *second-half goals*.
fn is_semester(passage: Passage, quantity: &Quantity) -> bool {
    let at = quantity.numeral.start;
    let before = if at > 0 && passage.is_hyphen(at - 1) {
        at - 1
    } else {
        at
    };
    passage
        .find_before(before, |sense| {
            matches!(sense, Sense::Ordinal(_) | Sense::Stop).then_some(())
        })
        .is_some_and(|found| !passage.is(found.start, Grammar::Article))
        && !passage.is(quantity.numeral.end, Grammar::Of)
}

/// Whether a dozen has neither an article nor a number: *a baker's dozen*.
fn is_lone_dozen(passage: Passage, numeral: Numeral) -> bool {
    let last = passage.tongue.tables.head == HeadPosition::Last;
    last && numeral.end == numeral.start + 1 && passage.has(numeral.start, Sense::Scale(12))
}

/// Whether number words go on as a position: *twenty-first*.
fn is_position(passage: Passage, at: usize, end: usize) -> bool {
    read_ordinal(passage, at).is_some_and(|(_, position_end)| position_end > end)
}

/// Whether *one* stands for a thing that a participle tells of: *one shared by all*.
fn is_pronoun(passage: Passage, quantity: &Quantity) -> bool {
    let noun = quantity.noun.as_ref();
    noun.is_some_and(|noun| noun.tokens.len() == 1 && is_verb(passage, noun.tokens.start))
}

/// The single thing that an article joins to a count, where the verb shows
/// that both are counted: *two journalists and an official were killed*.
fn companion(passage: Passage, quantity: &Quantity) -> Option<Quantity> {
    quantity.noun.as_ref()?;
    let and = passage.grammar(quantity.tokens.end, Grammar::And)?;
    let noun_at = passage.grammar(and, Grammar::Article)?;
    let noun = read_noun(passage, noun_at, Count::One)?;
    let verb = passage.has(noun.tokens.end, Sense::Auxiliary);
    let Extent::One(numeral) = quantity.extent else {
        return None;
    };
    let one = Numeral {
        start: and,
        end: noun_at,
        amount: Amount::Number {
            value: Decimal::ONE,
            place: Decimal::ONE,
        },
        form: Form::Words,
        ..numeral
    };
    verb.then_some(Quantity {
        tokens: and..noun.tokens.end,
        numeral: and..noun_at,
        extent: Extent::One(one),
        unit: Unit::Bare,
        unit_tokens: 0..0,
        noun: Some(noun),
        hedge: EXACT,
        hedge_tokens: None,
        role: None,
    })
}
