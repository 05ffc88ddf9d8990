//! Cuts a paragraph into the pieces that numbers are read from.
//!
//! Finer than the words that are compared: *10-day* is three pieces, *5kWh*
//! two, and each Han character is one, so that tables of phrases are enough to
//! read a language without blanks.

use super::lexicon::{Lexicon, Senses};
use crate::model::{Key, Span, Token as Segment};

/// One run of letters, one run of digits, or one mark.
#[derive(Debug, Clone, Copy)]
pub(super) struct Token {
    /// First byte in the text.
    pub(super) start: usize,
    /// One past the last byte.
    pub(super) end: usize,
    /// What it is made of.
    pub(super) shape: Shape,
    /// Whether it is written as one with the token before: no blank between,
    /// and neither is a word by itself that others follow without one.
    pub(super) glued: bool,
    /// What the lexicon knows of it.
    pub(super) senses: Senses,
}

/// What a token is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    /// Letters.
    Word,
    /// Decimal digits of one script.
    Digits,
    /// Anything else, one character.
    Mark,
}

/// What the lexicon knows of words, by their keys: a word that was cut and
/// looked up once needs neither again.
#[derive(Debug, Default)]
pub(super) struct SenseCache {
    senses: Vec<Option<Senses>>,
    /// Whether a figure may start in the word.
    starting: Vec<Option<bool>>,
    /// Scratch space.
    folded: String,
}

impl SenseCache {
    /// The senses of `word`, which `key` stands for.
    fn senses(&mut self, key: Key, word: &str, lexicon: &Lexicon) -> Senses {
        let Self { senses, folded, .. } = self;
        *entry(senses, key).get_or_insert_with(|| lexicon.senses(word, folded))
    }

    /// Whether a figure may start in one of `words` of `text`: most paragraphs
    /// need no closer reading. It may where the words are not known.
    pub(super) fn may_start_figure(
        &mut self,
        words: &[Segment],
        text: &str,
        lexicon: &Lexicon,
    ) -> bool {
        words.is_empty() || words.iter().any(|word| self.starts(*word, text, lexicon))
    }

    fn starts(&mut self, word: Segment, text: &str, lexicon: &Lexicon) -> bool {
        let Self {
            starting, folded, ..
        } = self;
        let starts = entry(starting, word.key);
        if let Some(starts) = *starts {
            return starts;
        }
        let letters = word.span.of(text);
        if !letters.is_ascii() {
            // Not looked up: any word in other letters may start a figure.
            return !letters.chars().all(is_quotation_or_dash);
        }
        *starts.insert(pieces(letters).any(|piece| may_start(piece, lexicon, folded)))
    }
}

/// The place of `key`, made where it is new.
fn entry<T: Clone>(known: &mut Vec<Option<T>>, key: Key) -> &mut Option<T> {
    let at = key.0 as usize;
    if at >= known.len() {
        known.resize(at + 1, None);
    }
    &mut known[at]
}

/// Whether a figure may start with `piece`, which is ASCII.
fn may_start(piece: &str, lexicon: &Lexicon, folded: &mut String) -> bool {
    let senses = lexicon.senses(piece, folded);
    piece.starts_with(|first: char| first.is_ascii_digit())
        || lexicon.starts_figure(senses)
        || lexicon.has_currency_mark(senses)
        || lexicon.first_part(piece, folded).is_some()
}

fn is_quotation_or_dash(c: char) -> bool {
    matches!(c, '\u{2010}'..='\u{2027}')
}

/// The shape of the segmented `word` if it is one plain mark, or plain letters
/// and nothing that follows in `bytes` can go on with it.
fn plain_shape(bytes: &[u8], word: Span) -> Option<Shape> {
    let next = bytes.get(word.end as usize);
    let letters = &bytes[word.range()];
    if let [mark] = letters
        && mark.is_ascii_punctuation()
    {
        return Some(Shape::Mark);
    }
    let is_word = letters.iter().all(u8::is_ascii_alphabetic)
        && next.is_none_or(|byte| byte.is_ascii() && !byte.is_ascii_alphabetic());
    is_word.then_some(Shape::Word)
}

/// Appends the tokens of `text[range]` to `tokens`. `words` are the segmented
/// tokens in it, whose senses go into `known`.
pub(super) fn tokenize(
    text: &str,
    range: std::ops::Range<usize>,
    (mut words, known): (&[Segment], &mut SenseCache),
    lexicon: &Lexicon,
    tokens: &mut Vec<Token>,
) {
    let bytes = &text.as_bytes()[..range.end];
    let (mut at, mut glued, mut folded) = (range.start, false, String::new());
    while at < range.end {
        if bytes[at] == b' ' {
            at += 1;
            glued = false;
            continue;
        }
        while let [word, rest @ ..] = words
            && (word.span.start as usize) < at
        {
            words = rest;
        }
        // Most words are plain and were cut by the segmenter: they keep its cut, and the lexicon is
        // asked once for all places of a word.
        if let [word, ..] = words
            && word.span.start as usize == at
            && let Some(shape) = plain_shape(bytes, word.span)
            && lexicon
                .first_part(word.span.of(text), &mut folded)
                .is_none()
        {
            let end = word.span.end as usize;
            tokens.push(Token {
                start: at,
                end,
                shape,
                glued,
                senses: known.senses(word.key, &text[at..end], lexicon),
            });
            (at, glued) = (end, true);
            continue;
        }
        let (shape, len) = match scan(&text[at..range.end]) {
            Piece::Blank(len) => {
                at += len;
                glued = false;
                continue;
            }
            Piece::Token(shape, len) => (shape, len),
        };
        // Korean writes powers of ten, digits and what they count as one word: *12만명*, *5일까지*.
        let behind_digits =
            matches!(tokens.last(), Some(last) if last.end == at && last.shape == Shape::Digits);
        let len = match text[at..].chars().next() {
            Some(c) if behind_digits && (is_hangul_power(c) || is_hangul_date(c)) => c.len_utf8(),
            _ => len,
        };
        let (len, senses, is_part) = first_token(shape, &text[at..at + len], lexicon, &mut folded);
        let end = at + len;
        let word = &text[at..end];
        let ideograph = shape == Shape::Word && word.starts_with(is_ideograph);
        tokens.push(Token {
            start: at,
            end,
            shape,
            glued: glued && !ideograph,
            senses,
        });
        at = end;
        glued = !ideograph && !is_part && !lexicon.is_proclitic(word);
    }
}

/// How many bytes of a piece are its first token, what the lexicon knows of that, and
/// whether a part of the piece is left.
fn first_token(
    shape: Shape,
    piece: &str,
    lexicon: &Lexicon,
    folded: &mut String,
) -> (usize, Senses, bool) {
    let part = match shape {
        Shape::Word => lexicon.first_part(piece, folded),
        Shape::Digits | Shape::Mark => None,
    };
    let len = part.unwrap_or(piece.len());
    let senses = match shape {
        Shape::Digits => Senses::NONE,
        Shape::Word | Shape::Mark => lexicon.senses(&piece[..len], folded),
    };
    (len, senses, part.is_some())
}

/// The words, numbers and marks of `text`, as [`tokenize`] cuts them before it
/// looks any up.
pub(super) fn pieces(text: &str) -> impl Iterator<Item = &str> {
    let mut at = 0;
    std::iter::from_fn(move || {
        while at < text.len() {
            match scan(&text[at..]) {
                Piece::Blank(len) => at += len,
                Piece::Token(_, len) => {
                    at += len;
                    return Some(&text[at - len..at]);
                }
            }
        }
        None
    })
}

/// Either white space or a token, with its length in bytes.
enum Piece {
    Blank(usize),
    Token(Shape, usize),
}

/// What stands at the start of `text`, which is not empty.
fn scan(text: &str) -> Piece {
    let first = text.as_bytes()[0];
    if first.is_ascii() {
        return match first {
            b'0'..=b'9' => Piece::Token(Shape::Digits, run(text, is_digit)),
            b'a'..=b'z' | b'A'..=b'Z' => Piece::Token(Shape::Word, word(text)),
            _ if first.is_ascii_whitespace() => Piece::Blank(1),
            _ => Piece::Token(Shape::Mark, 1),
        };
    }
    let first = text.chars().next().expect("the text is not empty");
    let len = first.len_utf8();
    if is_digit(first) {
        Piece::Token(Shape::Digits, run(text, is_digit))
    } else if is_ideograph(first) {
        Piece::Token(Shape::Word, len)
    } else if is_letter(first) {
        Piece::Token(Shape::Word, run(text, is_letter))
    } else if is_invisible(first) {
        Piece::Blank(len)
    } else {
        Piece::Token(Shape::Mark, len)
    }
}

/// The length of the word at the start of `text`.
fn word(text: &str) -> usize {
    let letters = text.bytes().take_while(u8::is_ascii_alphabetic).count();
    match text.as_bytes().get(letters) {
        Some(byte) if !byte.is_ascii() => letters + run(&text[letters..], is_letter),
        _ => letters,
    }
}

fn run(text: &str, belongs: impl Fn(char) -> bool) -> usize {
    text.char_indices()
        .find(|&(_, c)| !belongs(c))
        .map_or(text.len(), |(at, _)| at)
}

fn is_letter(c: char) -> bool {
    if c.is_ascii() {
        return c.is_ascii_alphabetic();
    }
    (c.is_alphabetic() && !is_ideograph(c))
        // Accents of their own, Arabic vowel signs and soft hyphens stand inside words.
        || matches!(c, '\u{300}'..='\u{36f}' | '\u{64b}'..='\u{652}' | '\u{ad}')
}

fn is_digit(c: char) -> bool {
    digit_value(c).is_some()
}

/// Chinese and Japanese characters, which stand without blanks between words.
pub(super) fn is_ideograph(c: char) -> bool {
    // The last is 〇, zero, which is not in the blocks of Han.
    matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{3007}')
}

/// Powers of ten as Korean writes them behind digits.
fn is_hangul_power(c: char) -> bool {
    matches!(c, '백' | '천' | '만' | '억' | '조')
}

/// Marks of years, months and days as Korean writes them behind digits.
fn is_hangul_date(c: char) -> bool {
    matches!(c, '년' | '월' | '일')
}

fn is_invisible(c: char) -> bool {
    c.is_whitespace()
        || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

/// The value of a decimal digit of the scripts that statements are written in:
/// ASCII, Arabic-Indic, Persian, Devanagari and full-width.
pub(super) fn digit_value(c: char) -> Option<u32> {
    let zero = match c {
        '0'..='9' => '0',
        '\u{660}'..='\u{669}' => '\u{660}',
        '\u{6f0}'..='\u{6f9}' => '\u{6f0}',
        '\u{966}'..='\u{96f}' => '\u{966}',
        '\u{ff10}'..='\u{ff19}' => '\u{ff10}',
        _ => return None,
    };
    Some(u32::from(c) - u32::from(zero))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::figures::FigureWords;

    fn cut(text: &str) -> Vec<&str> {
        let mut tokens = Vec::new();
        let none = (&[][..], &mut SenseCache::default());
        tokenize(
            text,
            0..text.len(),
            none,
            &Lexicon::new(&FigureWords::EMPTY),
            &mut tokens,
        );
        let cut: Vec<&str> = tokens.iter().map(|t| &text[t.start..t.end]).collect();
        assert!(pieces(text).eq(cut.iter().copied()));
        cut
    }

    #[test]
    fn letters_digits_and_marks_part() {
        assert_eq!(cut("10-day 5kWh,"), ["10", "-", "day", "5", "kWh", ","]);
        assert_eq!(cut("Kəlbəcər\u{a0}٣٤"), ["Kəlbəcər", "٣٤"]);
    }

    #[test]
    fn each_han_character_stands_alone() {
        assert_eq!(cut("三千公顷"), ["三", "千", "公", "顷"]);
    }

    #[test]
    fn quotation_marks_and_dashes_start_no_figure() {
        assert!(is_quotation_or_dash('“') && is_quotation_or_dash('–'));
        assert!(!is_quotation_or_dash('½') && !is_quotation_or_dash('€'));
    }
}
