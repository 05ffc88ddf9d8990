//! Makes text from a statement safe for a terminal.

use std::borrow::Cow;

/// `text` with what could steer a terminal or turn the reading direction shown
/// instead of sent: control characters as control pictures (U+2400…), marks of
/// direction as `U+202E`.
pub(super) fn escape(text: &str) -> Cow<'_, str> {
    let is_plain = text.bytes().all(|byte| matches!(byte, b' '..=b'~'));
    if is_plain || !text.chars().any(is_unsafe) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\u{0}'..='\u{1f}' => out.extend(char::from_u32(u32::from(c) + 0x2400)),
            '\u{7f}' => out.push('\u{2421}'),
            c if is_unsafe(c) => out.extend(["U+".to_owned(), format!("{:04X}", u32::from(c))]),
            c => out.push(c),
        }
    }
    Cow::Owned(out)
}

fn is_unsafe(c: char) -> bool {
    c.is_control() || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::escape;

    #[test]
    fn nothing_that_steers_a_terminal_is_sent() {
        assert_eq!(
            escape("a\u{1b}[31mb\u{7}\u{9b}1m\u{202e}c"),
            "a␛[31mb␇U+009B1mU+202Ec"
        );
    }
}
