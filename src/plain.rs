//! Text of others as it may stand in a message: on one line, without what
//! steers a terminal, and no longer than a person reads.
//!
//! Input: any text, a file's name or what a file says. Output: the same text
//! where it is harmless; else control characters as control pictures (U+2400…)
//! and marks of direction as `U+202E`, so that nothing is lost in silence.

use std::borrow::Cow;
use std::fmt::Display;
use std::path::Path;

/// The most characters of a name or a quotation in a message.
pub const MAX_CHARS: usize = 200;

/// `text` with what could steer a terminal, begin a line or turn the reading
/// direction shown instead of sent.
#[must_use]
pub fn escape(text: &str) -> Cow<'_, str> {
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

/// `text` as [`escape`] has it, but for line breaks and tabs, which become
/// blanks: what a cell of a table or a paragraph may hold.
#[must_use]
pub fn cell(text: &str) -> Cow<'_, str> {
    if text.contains(['\n', '\r', '\t']) {
        let blanks = text.replace("\r\n", " ").replace(['\n', '\r', '\t'], " ");
        return Cow::Owned(escape(&blanks).into_owned());
    }
    escape(text)
}

/// `text` with a capital.
#[must_use]
pub fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters).collect()
}

/// Each line of `text` as [`escape`] has it.
#[must_use]
pub fn lines(text: &str) -> String {
    let lines: Vec<Cow<'_, str>> = text.split('\n').map(escape).collect();
    lines.join("\n")
}

/// `text` as [`escape`] has it, of a long one the start and the end, at most
/// `most` characters and the `…` between them.
#[must_use]
pub fn clip(text: &str, most: usize) -> Cow<'_, str> {
    let escaped = escape(text);
    let count = escaped.chars().count();
    if count <= most {
        return escaped;
    }
    let tail = most / 3;
    let byte = |nth: usize| escaped.char_indices().nth(nth).map_or(0, |(at, _)| at);
    let (head, tail) = (byte(most - tail), byte(count - tail));
    Cow::Owned(format!("{}…{}", &escaped[..head], &escaped[tail..]))
}

/// What is wrong with a pattern, of all that is said of it.
#[must_use]
pub fn pattern_problem(error: &impl Display) -> String {
    let text = error.to_string();
    // The crate draws the pattern with a mark below; what is wrong stands on the last line.
    let line = text.lines().last().unwrap_or_default();
    line.trim_start_matches("error: ").to_owned()
}

/// The name of a file as a message has it.
#[must_use]
pub fn name(path: &Path) -> String {
    clip(&path.to_string_lossy(), MAX_CHARS).into_owned()
}

/// Whether `c` may steer what shows it: controls, line and paragraph
/// separators, marks of direction.
fn is_unsafe(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{2028}' | '\u{2029}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_that_steers_a_terminal_is_sent() {
        assert_eq!(
            escape("a\u{1b}[31mb\u{7}\u{9b}1m\u{202e}c\n::error::d"),
            "a␛[31mb␇U+009B1mU+202Ec␊::error::d"
        );
    }

    #[test]
    fn separators_deletes_and_marks_of_direction_are_shown() {
        for (text, shown) in [
            ("\u{2028}", "U+2028"),
            ("\u{2029}", "U+2029"),
            ("\u{202a}", "U+202A"),
            ("\u{2066}", "U+2066"),
            ("\u{2069}", "U+2069"),
            ("\u{7f}", "␡"),
            ("\u{200b}", "\u{200b}"),
        ] {
            assert_eq!(escape(text), shown);
        }
    }

    #[test]
    fn of_a_broken_pattern_only_what_is_wrong_is_told() {
        // Put together here: a lint refuses a pattern that is seen to be broken.
        let pattern = ["people ", "(", "killed"].concat();
        let error = regex::Regex::new(&pattern).unwrap_err();
        assert_eq!(pattern_problem(&error), "unclosed group");
    }

    #[test]
    fn lines_stay_lines() {
        assert_eq!(lines("a\u{1b}\nb"), "a␛\nb");
    }

    #[test]
    fn a_cell_stays_on_its_line() {
        assert_eq!(cell("a\r\nb\tc\u{1b}"), "a b c␛");
        assert!(matches!(cell("5 × 3"), Cow::Borrowed(_)));
    }

    #[test]
    fn of_a_long_text_both_ends_are_kept() {
        assert_eq!(clip("0123456789", 10), "0123456789");
        assert_eq!(clip("0123456789é", 6), "0123…9é");
        assert_eq!(clip(&"\u{1b}".repeat(9), 3), "␛␛…␛");
    }
}
