//! Numbers in words, in digits, and in both: *one hundred and five*, *3
//! thousand*, *1 million 167 thousand*, *two and a half*.

use rust_decimal::Decimal;

use super::fraction::{is_vulgar_fraction, read_part, tail_fraction};
use super::{Amount, Form, Numeral, last_place, read_digits};
use crate::extract::date::number;
use crate::extract::noun::is_plain_plural;
use crate::extract::passage::Passage;
use crate::extract::sense::Sense;
use crate::extract::token::Shape;
use crate::language::figures::{Composition, When};
use crate::language::grammar::Grammar;

/// One piece of a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Item {
    /// A number in digits, with the size of its last place.
    Digits(Decimal, Decimal),
    /// A number word that does not multiply.
    Cardinal(Decimal),
    /// A number word that multiplies.
    Scale(Decimal),
}

/// What stands between two pieces of a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Joint {
    /// Nothing, or a hyphen.
    Adjacent,
    /// *and*.
    And,
    /// *of* between two scales, which multiplies them: *mille milliards de milliards*.
    Of,
}

/// The sum so far. Groups come in descending order of their scales.
#[derive(Debug, Default, Clone)]
pub(super) struct Sum {
    /// Scale and amount of the groups that a scale has closed.
    closed: Vec<(Decimal, Decimal)>,
    /// The group being read.
    group: Option<Decimal>,
    /// What was read last.
    last: Option<Item>,
    /// The size of the last place, where digits or a scale say it.
    place: Option<Decimal>,
    /// Whether a scale of a thousand or more was read.
    scaled: bool,
}

/// Reads a whole or mixed number; `None` if none starts at the token.
pub(super) fn read_number(passage: Passage, at: usize) -> Option<Numeral> {
    let (sign, first) = read_sign(passage, at);
    let (mut sum, mut end) = read_sum(passage, first).ok()??;
    let mut form = sum.form(passage, first, end);
    if let Some((decimals, next)) = spoken_decimals(passage, end).filter(|_| !sum.scaled) {
        sum.group = Some(sum.group.unwrap_or_default().checked_add(decimals)?);
        sum.place = None;
        end = next;
        form = Form::Digits;
    }
    let mut value = sum.value()?;
    let mut place = sum.place.unwrap_or_else(|| last_place(value));
    if let Some(tail) = tail_fraction(passage, end, sum.open_scale()) {
        (value, end) = tail.add_to(value)?;
        place = last_place(value);
        form = if tail.scaled || sum.scaled {
            Form::Scaled
        } else {
            Form::Words
        };
    }
    let scale = sum
        .open_scale()
        .filter(|&scale| scale >= Decimal::ONE_THOUSAND);
    if sign == Sign::Minus {
        value.set_sign_negative(true);
    }
    // *+7*, *−2021*: with a sign digits are no year and no label.
    if first != at && form == Form::Plain {
        form = Form::Digits;
    }
    Some(Numeral {
        start: at,
        end,
        amount: Amount::Number { value, place },
        form,
        scale,
    })
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sign {
    Plus,
    Minus,
}

/// The sign at a token and the token after it. A dash is a sign only where
/// nothing is joined by it.
pub(super) fn read_sign(passage: Passage, at: usize) -> (Sign, usize) {
    let minus = passage.grammar(at, Grammar::Minus);
    if let Some(end) = minus.filter(|&end| !is_part_of_hedge(passage, at, end)) {
        // *minus −3* says it twice.
        let end = if passage.is_dash(end) { end + 1 } else { end };
        return (Sign::Minus, end);
    }
    let starts_number = passage.is_digits(at + 1)
        || is_point(passage, at + 1)
        || is_vulgar_fraction(passage.word(at + 1));
    let joined = passage.is_glued(at)
        && (passage.is_word(at - 1)
            || passage.is_digits(at - 1)
            || is_vulgar_fraction(passage.word(at - 1))
            || matches!(passage.word(at - 1), "%" | ")"));
    // *10 - 20*: a dash with blanks on both sides joins.
    let spaced_range = !passage.is_glued(at + 1) && at > 0;
    match passage.word(at) {
        "-" | "\u{2212}" | "–" if starts_number && !joined && !spaced_range => {
            (Sign::Minus, at + 1)
        }
        "+" if starts_number && !joined => (Sign::Plus, at + 1),
        _ => (Sign::Plus, at),
    }
}

/// Whether the word of a sign belongs to a longer phrase: *au moins 140*.
fn is_part_of_hedge(passage: Passage, at: usize, end: usize) -> bool {
    let hedge = passage.find_before(end, |sense| matches!(sense, Sense::Hedge(_)).then_some(()));
    hedge.is_some_and(|hedge| hedge.start < at)
}

/// Whether a decimal mark without digits before it starts a number: *.5*.
fn is_point(passage: Passage, at: usize) -> bool {
    passage.word(at) == "."
        && passage.is_digits(at + 1)
        && passage.is_glued(at + 1)
        && !(passage.is_glued(at) && at > 0 && passage.shape(at - 1) != Some(Shape::Mark))
}

/// The end of a number in words that starts at a token and that no decimal holds:
/// *one hundred million billion trillion*.
pub(super) fn beyond_reach(passage: Passage, at: usize) -> Option<usize> {
    let (_, first) = read_sign(passage, at);
    match read_sum(passage, first) {
        Ok(Some((sum, end))) => sum.value().is_none().then_some(end),
        Ok(None) => None,
        Err(end) => Some(end),
    }
}

/// The end of the number words that go on at the end of one.
fn end_of_words(passage: Passage, mut end: usize) -> usize {
    loop {
        let of = passage.grammar(end, Grammar::Of);
        let hyphen = passage.is_hyphen(end).then_some(end + 1);
        match item(passage, of.or(hyphen).unwrap_or(end)) {
            Some((_, next)) => end = next,
            None => return end,
        }
    }
}

/// Reads the pieces of a number and its end; `None` without any.
///
/// # Errors
///
/// The end of its words, where their sum is more than a decimal holds.
fn read_sum(passage: Passage, first: usize) -> Result<Option<(Sum, usize)>, usize> {
    let mut sum = Sum::default();
    let mut end = first;
    // *a hundred*, *a million*
    if let Some(after) = passage.grammar(first, Grammar::Article)
        && matches!(item(passage, after), Some((Item::Scale(_), _)))
    {
        let one = Item::Cardinal(Decimal::ONE);
        sum.take(one, passage.lexis.tables.composition)
            .ok_or(after)?;
        end = after;
    }
    let composition = passage.lexis.tables.composition;
    let mut at = end;
    let mut before_and: Option<(Sum, usize)> = None;
    while let Some((item, next)) = item(passage, at) {
        let joint = if at == end || passage.is_hyphen(at - 1) {
            Joint::Adjacent
        } else if scale_of(passage, end, &sum) == Some(at) {
            Joint::Of
        } else {
            Joint::And
        };
        // *cent et trois quarts*: the parts are no more hundreds.
        let one_number = sum.joins(item, composition);
        let parts = joint == Joint::And && !one_number && composition.is_apart(passage, next);
        if starts_anew(passage, first, &sum, (item, next)) {
            break;
        }
        if parts || sum.last.is_some() && !sum.allows(item, joint, composition) {
            // What follows *and* is a number of its own: *one thousand and two thousand*.
            let apart = joint == Joint::Adjacent && matches!(item, Item::Scale(_));
            if let Some(before) = before_and.filter(|_| apart) {
                return Ok(Some(before));
            }
            break;
        }
        if joint == Joint::And && !one_number && is_counted_part(passage, at) {
            break;
        }
        if joint == Joint::And && matches!(sum.last, Some(Item::Scale(_))) {
            before_and = Some((sum.clone(), end));
        }
        if sum.take(item, composition).is_none() {
            return Err(end_of_words(passage, next));
        }
        end = next;
        at = after_joint(passage, end, &sum);
    }
    Ok((sum.last.is_some() && end > first).then_some((sum, end)))
}

/// Whether digits behind a number in words begin another one: *five million 300ml
/// bottles*. With a scale of their own they go on with it: *two million 300 thousand*.
fn starts_anew(passage: Passage, first: usize, sum: &Sum, (next, end): (Item, usize)) -> bool {
    let digits = matches!(next, Item::Digits(..)) && sum.last.is_some();
    let scaled = || matches!(item(passage, end), Some((Item::Scale(_), _)));
    digits && !passage.is_digits(first) && !scaled()
}

/// Whether parts are counted at a token: *three quarters* in *two million and
/// three quarters*.
fn is_counted_part(passage: Passage, at: usize) -> bool {
    let small = passage.find(at, |sense| match sense {
        Sense::Cardinal(value) if value < 20 => Some(()),
        _ => None,
    });
    small.is_some_and(|small| {
        let named = |sense| matches!(sense, Sense::Part(_)).then_some(());
        passage.find(small.end, named).is_some()
    })
}

/// The token where the next piece would stand: past a hyphen, or past *and*
/// after a hundred or a scale.
fn after_joint(passage: Passage, end: usize, sum: &Sum) -> usize {
    let digits = matches!(sum.last, Some(Item::Digits(..)));
    if passage.is_hyphen(end) && (!digits || is_scale_word(passage, end + 1)) {
        return end + 1;
    }
    if matches!(sum.last, Some(Item::Scale(_)))
        && let Some(after) = passage.grammar(end, Grammar::And)
    {
        return after;
    }
    if let Some(after) = spoken_group(passage, end, sum).or_else(|| scale_of(passage, end, sum)) {
        return after;
    }
    if passage.lexis.tables.composition.joins_tens()
        && matches!(sum.last, Some(Item::Cardinal(_)))
        && let Some(after) = passage.grammar(end, Grammar::And)
    {
        return after;
    }
    end
}

/// The scale behind *of* and another one, both of a thousand or more: *milliards* in
/// *mille milliards de milliards*.
fn scale_of(passage: Passage, end: usize, sum: &Sum) -> Option<usize> {
    let large = |item| matches!(item, Item::Scale(scale) if scale >= Decimal::ONE_THOUSAND);
    let after = passage
        .grammar(end, Grammar::Of)
        .filter(|_| sum.last.is_some_and(large))?;
    item(passage, after)
        .filter(|&(next, _)| large(next))
        .map(|_| after)
}

/// Whether a thousand or more stands at a token as a word: *a $36-million deal*, *a $36-m deal*.
fn is_scale_word(passage: Passage, at: usize) -> bool {
    let large = |sense| matches!(sense, Sense::Scale(1000..)).then_some(());
    // *a 5-m wall*: a letter behind a hyphen is a unit.
    passage.find(at, large).is_some() && passage.len_chars(at) > 2 || suffix(passage, at).is_some()
}

/// The token behind the comma that parts the groups of a number in words: *three
/// million, two hundred and forty*.
fn spoken_group(passage: Passage, end: usize, sum: &Sum) -> Option<usize> {
    let group = matches!(sum.last, Some(Item::Scale(scale)) if scale >= Decimal::ONE_THOUSAND);
    let digits = end > 1 && passage.is_digits(end - 2);
    // *5 million, two hundred people*: digits before the comma belong to a list.
    let spoken = group && passage.word(end) == "," && !digits;
    let (count, next) = item(passage, end + 1).filter(|_| spoken)?;
    let (scale, _) = item(passage, next)?;
    let goes_on = matches!((count, scale), (Item::Cardinal(_), Item::Scale(_)));
    goes_on.then_some(end + 1)
}

fn item(passage: Passage, at: usize) -> Option<(Item, usize)> {
    if passage.is_digits(at) || is_point(passage, at) {
        let digits = read_digits(passage, at)?;
        let place = Decimal::new(1, digits.decimals.min(28));
        return Some((Item::Digits(digits.value, place), digits.end));
    }
    let found = passage.find(at, |sense| match sense {
        Sense::Cardinal(value) => Some(Item::Cardinal(value.into())),
        Sense::Scale(value) => Some(Item::Scale(value.into())),
        _ => None,
    });
    if let Some(found) = found {
        return Some((found.meaning, found.end));
    }
    suffix(passage, at).map(|scale| (Item::Scale(scale), at + 1))
}

/// The scale of a letter right behind digits, where no unit is written so: *10k*,
/// *1.2bn*, *48m of the phones*.
pub(super) fn suffix(passage: Passage, at: usize) -> Option<Decimal> {
    if is_behind_hyphen(passage, at) {
        let suffix = passage.lexis.suffix(passage.word(at))?;
        return (!passage.is_glued(at + 1)).then(|| suffix.value.into());
    }
    if at == 0 || !passage.is_digits(at - 1) {
        return None;
    }
    let suffix = passage.lexis.suffix(passage.word(at))?;
    let meant = match suffix.when {
        When::Always => true,
        When::Glued => passage.is_glued(at) || is_plain_plural(passage, at + 1),
        When::Money => {
            is_of_money(passage, at) || passage.is_glued(at) && is_of_many(passage, at + 1)
        }
    };
    // *11,000K* is hot, *1993b* the second of that year.
    let thousand = suffix.value < LARGE && is_grouped(passage, at - 1);
    let year = suffix.when == When::Glued && passage.is_glued(at) && is_recent(passage, at - 1);
    let apart = !thousand && !year;
    // *A 5M-series* is a name, *a 5bn-euro loan* an amount.
    let letter = passage.len_chars(at) == 1;
    let goes_on = passage.is_glued(at + 1)
        && (passage.shape(at + 1) != Some(Shape::Mark)
            || passage.word(at + 1) == "/"
            || passage.is_hyphen(at + 1) && passage.is_word(at + 2) && letter);
    (meant && !goes_on && apart).then(|| suffix.value.into())
}

/// Whether a hyphen joins a token to digits of money: *a $5-m deal*.
fn is_behind_hyphen(passage: Passage, at: usize) -> bool {
    at > 1
        && passage.is_hyphen(at - 1)
        && passage.is_digits(at - 2)
        && currency_before(passage, at - 2)
}

/// Whether digits are a year of our time as it stands in a reference.
fn is_recent(passage: Passage, digits: usize) -> bool {
    let year = number(passage, digits);
    year.is_some_and(|year| (1900..2100).contains(&year)) && passage.word(digits + 1) == "b"
}

/// From here on a scale can stand behind groups.
const LARGE: u64 = 1_000_000;

/// Whether digits are the last group of a number in groups.
fn is_grouped(passage: Passage, digits: usize) -> bool {
    let group = passage.len_chars(digits) == 3 && digits > 1 && passage.is_glued(digits);
    group && passage.word(digits - 1) == "," && passage.is_digits(digits - 2)
}

/// Whether a currency stands before the number that ends before a token, or behind that.
fn is_of_money(passage: Passage, at: usize) -> bool {
    let behind = crate::extract::unit::currency_after(passage, at + 1);
    currency_before(passage, at - 1) || behind.is_some_and(|found| found.start == at + 1)
}

/// Whether what stands at a token is counted by the million: *people*, *of the phones*.
fn is_of_many(passage: Passage, at: usize) -> bool {
    let of = passage.grammar(at, Grammar::OutOf);
    let many = |of| is_plain_plural(passage, of);
    passage.has(at, Sense::Crowd) || of.is_some_and(many)
}

fn currency_before(passage: Passage, digits: usize) -> bool {
    let mut at = digits;
    while at > 0 && (passage.is_digits(at) || matches!(passage.word(at), "." | ",")) {
        at -= 1;
    }
    crate::extract::unit::currency_before(passage, at + 1).is_some()
}

impl Composition {
    /// Whether the word behind *and* and a number names parts of a whole.
    fn is_apart(self, passage: Passage, at: usize) -> bool {
        let part = passage.find(at, |sense| match sense {
            Sense::Part(_) => Some(()),
            _ => None,
        });
        self.joins_tens() && part.is_some() && !passage.has_cardinal(at)
    }

    /// Whether the number word `next` is added to the word `last` before it.
    fn allows(self, last: Decimal, next: Decimal, joint: Joint) -> bool {
        let twenty = Decimal::from(20);
        let tens = |word: Decimal| {
            word >= twenty && word < Decimal::ONE_HUNDRED && (word % Decimal::TEN).is_zero()
        };
        if last >= Decimal::ONE_HUNDRED && (last % Decimal::ONE_HUNDRED).is_zero() {
            return next < Decimal::ONE_HUNDRED;
        }
        if self == Self::UnitsAndTens {
            return joint == Joint::And && last < Decimal::TEN && tens(next);
        }
        // *soixante et onze*, *quatre-vingt-dix-sept*
        let by_twenties = last == Decimal::from(60) || last == Decimal::from(80);
        tens(last) && (next < Decimal::TEN || by_twenties && next < twenty)
    }
}

impl Sum {
    /// Whether `item` can go on with the number behind `joint`.
    fn allows(&self, item: Item, joint: Joint, composition: Composition) -> bool {
        match (self.last, item) {
            (Some(Item::Digits(..)), Item::Digits(..) | Item::Cardinal(_))
            | (Some(Item::Cardinal(_)), Item::Digits(..)) => false,
            (Some(Item::Cardinal(last)), Item::Cardinal(next)) => {
                composition.allows(last, next, joint)
                    || joint == Joint::Adjacent
                        && composition == Composition::TensThenUnits
                        && self.is_lone_digit()
                        && next >= Decimal::TEN
                        && next < Decimal::ONE_HUNDRED
            }
            // *3 thousand 400* goes on; in *3 thousand 2,000* a list does.
            (Some(Item::Scale(last)), Item::Digits(value, _) | Item::Cardinal(value)) => {
                value < last && value.fract().is_zero()
            }
            // *34 cents* are coins, *3 cents* is three hundred.
            (Some(Item::Digits(value, _)), Item::Scale(scale))
                if scale == Decimal::ONE_HUNDRED && composition.joins_tens() =>
            {
                value < Decimal::TEN && value.fract().is_zero() && self.takes_scale(scale)
            }
            (_, Item::Scale(_)) if joint == Joint::Of => true,
            // *One hundred and thousands more*: behind *and* no scale multiplies.
            (_, Item::Scale(scale)) => joint == Joint::Adjacent && self.takes_scale(scale),
            (None, _) => true,
        }
    }

    /// Whether *and* makes one number of the tens before it and a unit:
    /// *treinta y dos quintos* are 32 fifths.
    fn joins(&self, item: Item, composition: Composition) -> bool {
        let (Some(Item::Cardinal(tens)), Item::Cardinal(unit)) = (self.last, item) else {
            return false;
        };
        let round = tens >= Decimal::TEN && (tens % Decimal::TEN).is_zero();
        composition == Composition::TensAndUnits
            && round
            && tens < Decimal::ONE_HUNDRED
            && unit < Decimal::TEN
    }

    /// *one twenty two* is 122: a digit before a number in the tens.
    fn is_lone_digit(&self) -> bool {
        self.closed.is_empty()
            && self
                .group
                .is_some_and(|group| group < Decimal::TEN && group >= Decimal::ONE)
    }

    fn takes_scale(&self, scale: Decimal) -> bool {
        match self.group {
            Some(group) if scale == Decimal::ONE_HUNDRED => group < Decimal::ONE_HUNDRED,
            Some(_) => self.closed.last().is_none_or(|&(last, _)| {
                scale < last || scale > last && !matches!(self.last, Some(Item::Digits(..)))
            }),
            None => scale > Decimal::ONE_HUNDRED && !self.closed.is_empty(),
        }
    }

    fn value(&self) -> Option<Decimal> {
        let group = self.group.unwrap_or_default();
        let mut amounts = self.closed.iter().map(|&(_, amount)| amount);
        amounts.try_fold(group, Decimal::checked_add)
    }

    fn take(&mut self, item: Item, composition: Composition) -> Option<()> {
        match item {
            Item::Digits(value, place) => {
                self.group = Some(self.group.unwrap_or_default().checked_add(value)?);
                self.place = Some(place);
            }
            // Words that are a count and its scale in one, as *ألفان*, two thousand.
            Item::Cardinal(value) if value >= Decimal::ONE_THOUSAND => {
                let scale = last_place(value);
                self.closed.push((scale, value));
                self.scaled = true;
                self.last = Some(Item::Scale(scale));
                return Some(());
            }
            Item::Cardinal(value) => {
                let before = self.group.unwrap_or_default();
                let spoken_by_pairs = composition == Composition::TensThenUnits
                    && self.is_lone_digit()
                    && value >= Decimal::TEN;
                let before = if spoken_by_pairs {
                    before * Decimal::ONE_HUNDRED
                } else {
                    before
                };
                self.group = Some(before.checked_add(value)?);
                self.place = None;
            }
            Item::Scale(scale) if scale == Decimal::ONE_HUNDRED => {
                self.group = Some(self.group.unwrap_or(Decimal::ONE).checked_mul(scale)?);
                self.place = self.place.and_then(|place| place.checked_mul(scale));
            }
            Item::Scale(scale) => self.close(scale)?,
        }
        self.last = Some(item);
        Some(())
    }

    /// Closes the group with a scale, which multiplies the groups of smaller
    /// scales too: *doscientos mil trescientos millones*.
    fn close(&mut self, scale: Decimal) -> Option<()> {
        let mut base = self.group.take();
        while let Some(&(last, amount)) = self.closed.last()
            && (base.is_none() || last < scale)
        {
            base = Some(base.unwrap_or_default().checked_add(amount)?);
            self.closed.pop();
        }
        let base = base.unwrap_or(Decimal::ONE);
        let place = self.place.unwrap_or_else(|| last_place(base));
        self.closed.push((scale, base.checked_mul(scale)?));
        self.place = Some(place.checked_mul(scale)?);
        self.scaled |= scale >= Decimal::ONE_THOUSAND;
        Some(())
    }

    /// The scale read last, when nothing followed it.
    fn open_scale(&self) -> Option<Decimal> {
        let scale = self.closed.last().map(|&(scale, _)| scale);
        scale.filter(|_| self.group.is_none())
    }

    fn form(&self, passage: Passage, first: usize, end: usize) -> Form {
        let scaled =
            matches!(self.last, Some(Item::Scale(scale)) if scale >= Decimal::ONE_THOUSAND);
        if self.scaled && scaled {
            return Form::Scaled;
        }
        if !passage.is_digits(first) && !is_point(passage, first) {
            return Form::Words;
        }
        if end == first + 1 {
            Form::Plain
        } else {
            Form::Digits
        }
    }
}

/// *point five*, *point nought four* after a number: the decimals.
fn spoken_decimals(passage: Passage, at: usize) -> Option<(Decimal, usize)> {
    // *cinco con dos* is 5.2, *30 con 2 hijos* is not 30.2.
    let with = passage.grammar(at, Grammar::With);
    let mut end = passage.grammar(at, Grammar::Point).or(with)?;
    let with = with.is_some();
    if let Some(digits) = (passage.is_digits(end) && !with)
        .then(|| read_digits(passage, end))
        .flatten()
    {
        let len = passage.word(end).len();
        let scale = u32::try_from(len)
            .ok()
            .filter(|&len| len <= 20 && digits.plain)?;
        let value = Decimal::new(digits.value.try_into().ok()?, scale);
        return Some((value, digits.end));
    }
    if let Some(hundreds) = spoken_hundreds(passage, end).filter(|_| with) {
        return Some(hundreds);
    }
    let mut value = Decimal::ZERO;
    let mut place = Decimal::new(1, 1);
    let first = end;
    while let Some((Item::Cardinal(digit), next)) = item(passage, end) {
        let tens = digit >= Decimal::TEN;
        if digit >= Decimal::ONE_HUNDRED || place < Decimal::new(1, 12) {
            break;
        }
        if tens {
            place = place.checked_div(Decimal::TEN)?;
            let (unit, after) = match item(passage, after_tens(passage, next)) {
                Some((Item::Cardinal(unit), after)) if unit < Decimal::TEN => (unit, after),
                _ => (Decimal::ZERO, next),
            };
            value = value.checked_add((digit + unit).checked_mul(place)?)?;
            end = after;
        } else {
            value = value.checked_add(digit.checked_mul(place)?)?;
            end = next;
        }
        place = place.checked_div(Decimal::TEN)?;
    }
    (end > first && !(with && passage.is_word(end))).then_some((value, end))
}

/// Decimals of three places said as one number: *con quinientos doce* is .512.
fn spoken_hundreds(passage: Passage, at: usize) -> Option<(Decimal, usize)> {
    let (sum, end) = read_sum(passage, at)
        .ok()
        .flatten()
        .filter(|_| !passage.is_digits(at))?;
    let value = sum.value()?;
    let three = value >= Decimal::ONE_HUNDRED && value < Decimal::ONE_THOUSAND && !sum.scaled;
    let decimals = value.checked_div(Decimal::ONE_THOUSAND)?;
    (three && !passage.is_word(end)).then_some((decimals, end))
}

/// Past what joins a unit to its tens.
fn after_tens(passage: Passage, at: usize) -> usize {
    if passage.is_hyphen(at) {
        return at + 1;
    }
    let and = passage.grammar(at, Grammar::And);
    and.filter(|_| passage.lexis.tables.composition == Composition::TensAndUnits)
        .unwrap_or(at)
}

/// Reads a number without a fraction behind it: the numerator of a share.
pub(super) fn read_whole(passage: Passage, at: usize) -> Option<(Decimal, usize)> {
    if read_part(passage, at).is_some() {
        return None;
    }
    let (sum, end) = read_sum(passage, at).ok()??;
    Some((sum.value()?, end))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::tests::holds;

    #[test]
    fn a_scale_of_a_thousand_or_more_is_a_word_of_its_own() {
        assert!(holds(is_scale_word, "en", "a $36-|million deal"));
        for text in ["a 36-|hundred lot", "a 36-|page text"] {
            assert!(!holds(is_scale_word, "en", text), "{text}");
        }
    }

    #[test]
    fn a_year_with_a_letter_is_that_of_a_reference() {
        assert!(holds(is_recent, "en", "Ng |2015b"));
        for text in ["Ng |1215b", "Ng |2015m"] {
            assert!(!holds(is_recent, "en", text), "{text}");
        }
    }

    #[test]
    fn three_digits_behind_a_comma_are_a_group() {
        assert!(holds(is_grouped, "en", "1,|200b"));
        for text in ["1, |200b", "the |200b", "1,|20b"] {
            assert!(!holds(is_grouped, "en", text), "{text}");
        }
    }
}
