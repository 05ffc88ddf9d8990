//! Numbers in digits, with the separators of every style.

use rust_decimal::Decimal;

use crate::extract::passage::{Passage, looks};
use crate::extract::token::{digit_value, is_ideograph};
use crate::language::figures::DecimalMark;

/// A number in digits as it stands in the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::extract) struct Written {
    /// Its value.
    pub(in crate::extract) value: Decimal,
    /// Digits after the decimal mark.
    pub(in crate::extract) decimals: u32,
    /// Whether it is a run of digits and nothing else.
    pub(in crate::extract) plain: bool,
    /// One past its last token.
    pub(in crate::extract) end: usize,
}

/// Characters that part groups of three digits.
const GROUP_MARKS: [char; 11] = [
    '，', '،', ',', '.', '\'', '’', ' ', '\u{a0}', '\u{2009}', '\u{202f}', '\u{66c}',
];

/// Most digits of a number, as many as every decimal holds.
const MOST_DIGITS: usize = 28;

/// Reads the digits that start at a token: groups, decimals, exponent. A
/// leading decimal mark is allowed (*.5*). `None` without digits, for more than
/// [`MOST_DIGITS`] of them, and for dotted numbers (*1.2.3*), which name things.
pub(in crate::extract) fn read_digits(passage: Passage, at: usize) -> Option<Written> {
    let token = passage.tokens.get(at)?;
    let mut scan = Scan {
        text: passage.text,
        start: token.start,
        at: token.start,
        end: passage.tokens.last()?.end,
        mark: decimal_mark(passage, token.start),
        digits: String::new(),
        decimals: 0,
        in_lakhs: false,
    };
    scan.integer();
    let whole = scan.at;
    scan.fraction();
    if scan.digits.is_empty() || scan.digits.len() > MOST_DIGITS {
        return None;
    }
    let integer: i128 = scan.digits.parse().ok()?;
    let mut value = Decimal::try_from_i128_with_scale(integer, scan.decimals).ok()?;
    let mantissa_end = scan.at;
    if let Some((exponent, end)) = scan.exponent() {
        value = raise(value, exponent)?;
        scan.at = end;
    }
    let end = passage.token_at_byte(scan.at, at);
    Some(Written {
        value,
        decimals: scan.decimals,
        plain: scan.at == token.end && whole == mantissa_end,
        end,
    })
}

/// Characters of the longest number that is read, marks and blanks among its digits included.
const LONGEST: usize = 64;

/// The mark before decimals: that of the language or, where its words are not known,
/// that of the script around the number, which starts at a byte.
fn decimal_mark(passage: Passage, start: usize) -> DecimalMark {
    let tables = passage.lexis.tables;
    if !tables.cardinals.is_empty() {
        return tables.decimal_mark;
    }
    let inside = |c: &char| {
        looks::count();
        digit_value(*c).is_some() || GROUP_MARKS.contains(c)
    };
    let mut next = passage.text[start..].chars().take(LONGEST);
    let behind = next.find(|c| !inside(c));
    let before = passage.text[..start].chars().next_back();
    if before.into_iter().chain(behind).any(writes_points) {
        DecimalMark::Point
    } else {
        tables.decimal_mark
    }
}

/// Whether a letter is of a script whose languages write a point before decimals and
/// group thousands by commas: Hebrew, Devanagari to Thai, Korean, Japanese.
fn writes_points(letter: char) -> bool {
    let script =
        matches!(letter, '\u{590}'..='\u{5ff}' | '\u{900}'..='\u{e7f}' | '\u{ac00}'..='\u{d7af}');
    script || is_ideograph(letter)
}

/// A place in the text with the digits read so far.
struct Scan<'a> {
    text: &'a str,
    start: usize,
    at: usize,
    end: usize,
    mark: DecimalMark,
    digits: String,
    decimals: u32,
    /// Whether a group of two digits was read.
    in_lakhs: bool,
}

impl Scan<'_> {
    fn rest(&self) -> &str {
        &self.text[self.at..self.end]
    }

    /// Reads the digits before the decimal mark, group by group.
    fn integer(&mut self) {
        let first = self.take_run();
        // *2021,500* are two numbers: a group before a mark has three digits at most.
        if first == 0 || first > 3 {
            return;
        }
        let mut mark = None;
        while self.digits.len() <= MOST_DIGITS
            && let Some((next, len)) = self.group(mark)
        {
            mark = Some(next);
            self.in_lakhs |= len == 2;
            self.at += next.len_utf8();
            self.take(len);
        }
    }

    /// The mark and the length of the group that follows, if one does. All
    /// groups of a number have the same mark; three digits each, or two where
    /// three follow at the end (*12,34,567*, *1,00,00,000*).
    fn group(&self, wanted: Option<char>) -> Option<(char, usize)> {
        let mark = self.rest().chars().next()?;
        if !GROUP_MARKS.contains(&mark) || wanted.is_some_and(|wanted| wanted != mark) {
            return None;
        }
        // Between narrow digits a wide comma parts the numbers of a list.
        if mark == '，' && self.text[..self.at].ends_with(|c: char| c.is_ascii_digit()) {
            return None;
        }
        let after = &self.rest()[mark.len_utf8()..];
        let len = digits_at(after);
        let repeated = wanted.is_some() || {
            let next = after.chars().nth(3);
            len == 3
                && next == Some(mark)
                && digits_at(&after[skip(after, 3) + mark.len_utf8()..]) == 3
        };
        // The decimal mark of the language groups digits only where it stands twice: *1.250.000*.
        if self.mark.is(mark) && !repeated {
            return None;
        }
        // *0,500*: nothing is grouped behind a zero.
        let grouped = len == 3 && self.digits != "0";
        let indian = len == 2 && mark == ',' && self.ends_in_lakhs(after);
        (grouped || indian).then_some((mark, len))
    }

    /// Whether groups of two digits lead to a last one of three.
    fn ends_in_lakhs(&self, after: &str) -> bool {
        let mut rest = after;
        while digits_at(rest) == 2 && rest[2.min(rest.len())..].starts_with(',') {
            rest = &rest[3..];
        }
        let leads = self.digits.len() <= 2 || self.in_lakhs;
        leads && digits_at(rest) == 3 && rest.len() != after.len()
    }

    /// Reads the decimal mark and the digits after it.
    fn fraction(&mut self) {
        let Some(mark) = self.rest().chars().next() else {
            return;
        };
        let after = &self.rest()[mark.len_utf8()..];
        let len = digits_at(after);
        let follows = after[skip(after, len)..].chars().next();
        let goes_on =
            follows == Some(mark) && digits_at(&after[skip(after, len) + mark.len_utf8()..]) > 0;
        // *Costs .....14*: the last dot of a leader.
        if self.digits.is_empty() && self.text[..self.start].ends_with(mark) {
            return;
        }
        // The other mark stands before decimals where it cannot group: *2,5* and *2,25* in English,
        // not *2,500*.
        let decimal = self.mark.is(mark)
            || mark == '\u{66b}'
            || (self.mark.is_other(mark)
                && !self.digits.is_empty()
                && len != 3
                && !self.in_list(mark));
        if decimal && len > 0 && !goes_on {
            self.at += mark.len_utf8();
            let before = self.digits.len();
            self.take(len);
            self.decimals = u32::try_from(self.digits.len() - before).unwrap_or(u32::MAX);
        }
    }

    /// Whether a digit and the mark stand before the number: *22,24,26*.
    fn in_list(&self, mark: char) -> bool {
        let before = &self.text[..self.start];
        before
            .strip_suffix(mark)
            .is_some_and(|before| before.ends_with(|c| digit_value(c).is_some()))
    }

    /// The factor that a power is and its end: `e10`, `x10^6`, `×10−5`, `x2^10`; or
    /// the power of the number itself, `1.1^23`.
    fn exponent(&self) -> Option<(Exponent, usize)> {
        let rest = self.rest();
        let end_of = |after: &str, len| self.end - after.len() + len;
        if let Some(after) = rest.strip_prefix(['e', 'E']) {
            let (power, len) = signed(after)?;
            let end = end_of(after, len);
            let goes_on = self.text[end..self.end].starts_with(char::is_alphanumeric);
            return (!goes_on).then_some((Exponent::Times(10, power), end));
        }
        if let Some(after) = rest.strip_prefix('^') {
            return signed(after).map(|(power, len)| (Exponent::Power(power), end_of(after, len)));
        }
        let cross = ['x', '×', '*', '·'];
        let after = rest.trim_start().strip_prefix(cross)?.trim_start();
        let (base, len) = signed(after).filter(|&(base, _)| base > 0)?;
        let after = &after[len..];
        // *4 x 100* is no power.
        let is_power = after.starts_with('^') || base == 10 && !after.starts_with(char::is_numeric);
        let after = after.strip_prefix('^').unwrap_or(after);
        let (power, len) = signed(after).filter(|_| is_power)?;
        Some((Exponent::Times(base, power), end_of(after, len)))
    }

    fn take_run(&mut self) -> usize {
        let len = digits_at(self.rest());
        self.take(len);
        len
    }

    fn take(&mut self, count: usize) {
        for c in self.text[self.at..self.end].chars().take(count) {
            let digit = digit_value(c).and_then(|digit| char::from_digit(digit, 10));
            self.digits.extend(digit);
            self.at += c.len_utf8();
        }
    }
}

#[derive(Debug, Clone, Copy)]
enum Exponent {
    /// By what a number to a power multiplies.
    Times(i32, i32),
    /// Of the number itself.
    Power(i32),
}

/// How many digits `text` starts with, in characters.
fn digits_at(text: &str) -> usize {
    text.chars()
        .take_while(|&c| digit_value(c).is_some())
        .count()
}

/// Bytes of the first `count` characters.
fn skip(text: &str, count: usize) -> usize {
    text.chars().take(count).map(char::len_utf8).sum()
}

/// A signed whole number of up to three digits at the start of `text`, with its length in bytes.
fn signed(text: &str) -> Option<(i32, usize)> {
    let unsigned = text.trim_start_matches(['+', '-', '−']);
    let sign = &text[..text.len() - unsigned.len()];
    let count = digits_at(unsigned);
    if count == 0 || count > 3 || sign.chars().count() > 1 {
        return None;
    }
    let len = skip(unsigned, count);
    let digits = unsigned[..len].chars().filter_map(digit_value);
    let power = digits.fold(0, |power, digit| power * 10 + digit.cast_signed());
    let negative = !sign.is_empty() && sign != "+";
    Some((if negative { -power } else { power }, sign.len() + len))
}

fn raise(value: Decimal, exponent: Exponent) -> Option<Decimal> {
    match exponent {
        Exponent::Times(10, power) => times_ten(value, power),
        Exponent::Times(base, power) => value.checked_mul(to_power(base.into(), power)?),
        Exponent::Power(power) => to_power(value, power),
    }
}

fn to_power(value: Decimal, power: i32) -> Option<Decimal> {
    let mut result = Decimal::ONE;
    for _ in 0..power.unsigned_abs().min(100) {
        result = result.checked_mul(value)?;
    }
    if power < 0 {
        Decimal::ONE.checked_div(result)
    } else {
        Some(result)
    }
}

fn times_ten(value: Decimal, power: i32) -> Option<Decimal> {
    let mut result = value;
    for _ in 0..power.unsigned_abs().min(60) {
        result = if power < 0 {
            result.checked_div(Decimal::TEN)?
        } else {
            result.checked_mul(Decimal::TEN)?
        };
    }
    // What is too small for the decimals of a number is not read as nothing.
    (!result.is_zero() || value.is_zero()).then_some(result)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_of_scripts_that_write_a_point_say_how_thousands_are_grouped() {
        for letter in ['א', 'क', '한', '米'] {
            assert!(writes_points(letter), "{letter}");
        }
        assert!(!writes_points('é') && !writes_points('Я') && !writes_points('ع'));
    }
}
