//! Cuts RTF into groups, control words and text bytes.

/// One piece of an RTF file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Token<'a> {
    /// `{`
    Open,
    /// `}`
    Close,
    /// A control word such as `\fs24`, with its number.
    Word(&'a str, Option<i32>),
    /// A control symbol such as `\~`.
    Symbol(u8),
    /// A byte of text written as `\'e9`.
    Hex(u8),
    /// Bytes of text as they are, without line ends.
    Text(&'a [u8]),
}

/// Walks the tokens of an RTF file; any bytes have some.
#[derive(Debug, Clone)]
pub(super) struct Lexer<'a> {
    rest: &'a [u8],
}

impl<'a> Lexer<'a> {
    pub(super) fn new(bytes: &'a [u8]) -> Self {
        Self { rest: bytes }
    }

    fn take_while(&mut self, holds: impl Fn(u8) -> bool) -> &'a [u8] {
        let end = self.rest.iter().position(|&byte| !holds(byte));
        let (taken, rest) = self.rest.split_at(end.unwrap_or(self.rest.len()));
        self.rest = rest;
        taken
    }

    /// What follows a backslash; `None` for what has no meaning.
    fn control(&mut self) -> Option<Token<'a>> {
        let (&first, rest) = self.rest.split_first()?;
        if first.is_ascii_alphabetic() {
            return self.word();
        }
        self.rest = rest;
        if first != b'\'' {
            return Some(Token::Symbol(first));
        }
        // `\'e9`: the digits are always two.
        let digits = self.rest.get(..2)?;
        let value = u8::from_str_radix(std::str::from_utf8(digits).ok()?, 16).ok()?;
        self.rest = &self.rest[2..];
        Some(Token::Hex(value))
    }

    fn word(&mut self) -> Option<Token<'a>> {
        let name = std::str::from_utf8(self.take_while(|byte| byte.is_ascii_alphabetic())).ok()?;
        let value = self.number();
        // A blank behind a control word ends it and is none of the text: `\b bold`.
        if let Some(rest) = self.rest.strip_prefix(b" ") {
            self.rest = rest;
        }
        // The bytes of a picture follow as they are, braces among them.
        if name == "bin" {
            let length = usize::try_from(value.unwrap_or(0)).unwrap_or(0);
            self.rest = self.rest.get(length..).unwrap_or_default();
            return None;
        }
        Some(Token::Word(name, value))
    }

    /// The number after a control word; one too large for 32 bits reads as the
    /// nearest that fits.
    fn number(&mut self) -> Option<i32> {
        let (is_negative, digits) = match self.rest {
            [b'-', rest @ ..] => (true, rest),
            rest => (false, rest),
        };
        // The hyphen of `\par-two` is text.
        if !digits.first().is_some_and(u8::is_ascii_digit) {
            return None;
        }
        self.rest = digits;
        let value =
            self.take_while(|byte| byte.is_ascii_digit())
                .iter()
                .fold(0_i32, |value, digit| {
                    value
                        .saturating_mul(10)
                        .saturating_add(i32::from(digit - b'0'))
                });
        Some(if is_negative { -value } else { value })
    }
}

impl<'a> Iterator for Lexer<'a> {
    type Item = Token<'a>;

    fn next(&mut self) -> Option<Token<'a>> {
        loop {
            let (&first, rest) = self.rest.split_first()?;
            match first {
                b'{' | b'}' => {
                    self.rest = rest;
                    return Some(if first == b'{' {
                        Token::Open
                    } else {
                        Token::Close
                    });
                }
                b'\\' => {
                    self.rest = rest;
                    if let Some(token) = self.control() {
                        return Some(token);
                    }
                }
                // Writers break their lines anywhere; the line ends of the text are `\par` and
                // `\line`.
                b'\r' | b'\n' | 0 => self.rest = rest,
                _ => {
                    let text = self.take_while(|byte| {
                        !matches!(byte, b'{' | b'}' | b'\\' | b'\r' | b'\n' | 0)
                    });
                    return Some(Token::Text(text));
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_take_their_number_and_one_blank() {
        let tokens: Vec<_> = Lexer::new(b"\\b0 on\\fs-24x\\'e9\\~\r\n{}").collect();
        assert_eq!(
            tokens,
            [
                Token::Word("b", Some(0)),
                Token::Text(b"on"),
                Token::Word("fs", Some(-24)),
                Token::Text(b"x"),
                Token::Hex(0xe9),
                Token::Symbol(b'~'),
                Token::Open,
                Token::Close,
            ]
        );
    }

    #[test]
    fn binary_data_is_passed_over_even_when_it_is_cut_off() {
        assert_eq!(
            Lexer::new(b"\\bin3 {{{a").collect::<Vec<_>>(),
            [Token::Text(b"a")]
        );
        assert_eq!(Lexer::new(b"\\bin999999999999 {").count(), 0);
        assert_eq!(Lexer::new(b"\\'4").count(), 1);
    }
}
