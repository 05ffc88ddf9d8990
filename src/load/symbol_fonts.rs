//! Reads characters of the fonts Symbol and Wingdings, which have no Unicode
//! text of their own.
//!
//! The table is Adobe's `symbol.txt` (Unicode Consortium, vendor mappings),
//! without the pieces of large brackets.

use std::borrow::Cow;

/// Characters of Symbol from code 0x20 on; a blank where there is none.
const LOW: &str = " !∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧ∆ΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_ αβχδεφγηιϕκλµνοπθρστυϖωξψζ{|}∼";

/// Characters of Symbol from code 0xA0 on; a blank where there is none.
const HIGH: &str = "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈… ─↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑";

/// Where word processors keep the codes of symbol fonts (private use area).
const PRIVATE: u32 = 0xf000;

/// The character at `code` in the symbol font `font`; `None` for an ornament.
///
/// Codes count from 0 or from U+F000. Only Symbol is read: what Wingdings and
/// the like hold are bullets and ornaments.
pub(super) fn read_symbol(font: &str, code: u32) -> Option<char> {
    if !font.eq_ignore_ascii_case("Symbol") {
        return None;
    }
    let code = code.checked_sub(PRIVATE).unwrap_or(code);
    let (table, start) = if code < 0xa0 {
        (LOW, 0x20)
    } else {
        (HIGH, 0xa0)
    };
    let at = usize::try_from(code.checked_sub(start)?).ok()?;
    table.chars().nth(at).filter(|c| *c != ' ')
}

/// `text` with the private codes of Symbol read; those without a meaning go.
pub(super) fn read_private(text: &str) -> Cow<'_, str> {
    let is_private = |c: char| ('\u{f020}'..='\u{f0ff}').contains(&c);
    if !text.contains(is_private) {
        return Cow::Borrowed(text);
    }
    let read = text.chars().filter_map(|c| match c {
        _ if is_private(c) => read_symbol("Symbol", u32::from(c)),
        _ => Some(c),
    });
    Cow::Owned(read.collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_of_symbol_are_read_with_and_without_the_private_offset() {
        for (code, c) in [
            (0xf0b3, '≥'),
            (0xb3, '≥'),
            (0xa3, '≤'),
            (0xb1, '±'),
            (0x61, 'α'),
            (0xf0b7, '•'),
            (0xd7, '⋅'),
        ] {
            assert_eq!(read_symbol("Symbol", code), Some(c), "{code:x}");
        }
    }

    #[test]
    fn ornaments_are_left_out() {
        assert_eq!(read_symbol("Wingdings", 0xf0fc), None);
        assert_eq!(read_symbol("Symbol", 0x11), None);
        assert_eq!(read_private("a \u{f0a3} b\u{f020}"), "a ≤ b");
    }
}
