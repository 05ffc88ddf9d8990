//! Cuts a plain text into lines.

use super::bytes::{has_byte, has_pair};

/// One line of a plain text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Line<'a> {
    /// Its words, without the white space around them; empty for a blank line.
    pub(super) text: &'a str,
    /// Number in the file, from 1.
    pub(super) number: u32,
    /// Number of the page, from 1; form feeds count pages.
    pub(super) page: u32,
    /// Columns of white space before the first word; a tab counts 8.
    pub(super) indent: usize,
    /// Whether it is known to go on in the paragraph of the line above.
    pub(super) goes_on: bool,
}

impl Line<'_> {
    /// Whether it has no words.
    pub(super) fn is_blank(&self) -> bool {
        self.text.is_empty()
    }

    /// Length of its words in characters.
    pub(super) fn len_chars(&self) -> usize {
        self.text.chars().count()
    }
}

/// The lines of `text`; the ends `\n`, `\r\n`, `\r`, U+2028 and vertical tab
/// end a line, a form feed ends a page and U+2029 and U+0085 leave a blank
/// line.
pub(super) fn cut_lines(text: &str) -> Vec<Line<'_>> {
    let feeds = text.bytes().filter(|&byte| byte == b'\n').count();
    let mut lines = Vec::with_capacity(feeds + 1);
    let (mut number, mut page) = (1, 1);
    // Most texts have no other ends: one look at the whole spares one at each line.
    let has_others = may_end_inside(text);
    let mut rows = text.split('\n').peekable();
    while let Some(raw) = rows.next() {
        // A `\r` that no `\n` follows ends a line of its own.
        let raw = match rows.peek() {
            Some(_) => raw.strip_suffix('\r').unwrap_or(raw),
            None => raw,
        };
        if has_others && may_end_inside(raw) {
            cut_at_other_ends(raw, (&mut number, &mut page), &mut lines);
        } else {
            lines.push(line(raw, number, page));
        }
        number += 1;
    }
    lines
}

/// Whether a line end other than `\n` may be in `text`, by the first and the last
/// of its bytes.
fn may_end_inside(text: &str) -> bool {
    let bytes = text.as_bytes();
    has_byte(bytes, |byte| matches!(byte, b'\x0B'..=b'\r'))
        || has_pair(bytes, 1, |first, last| (first, last) == (0xc2, 0x85))
        || has_pair(bytes, 2, |first, last| first == 0xe2 && last | 1 == 0xa9)
}

/// Whether a line end other than `\n` may begin with the byte.
fn may_end(byte: u8) -> bool {
    matches!(byte, b'\x0B'..=b'\r' | 0xc2 | 0xe2)
}

/// Cuts `text`, which has no `\n`, at all other line ends.
fn cut_at_other_ends<'a>(
    text: &'a str,
    (number, page): (&mut u32, &mut u32),
    lines: &mut Vec<Line<'a>>,
) {
    let mut rest = text;
    loop {
        let end = line_end(rest).unwrap_or(rest.len());
        lines.push(line(&rest[..end], *number, *page));
        let mut after = rest[end..].chars();
        let Some(mark) = after.next() else {
            return;
        };
        rest = after.as_str();
        match mark {
            '\r' => *number += 1,
            '\u{C}' => *page += 1,
            '\u{85}' | '\u{2029}' => lines.push(line("", *number, *page)),
            _ => {}
        }
    }
}

/// Where the first line end of `text` other than `\n` stands, found by bytes:
/// ASCII is quick.
fn line_end(text: &str) -> Option<usize> {
    let mut from = 0;
    loop {
        from += text.as_bytes()[from..]
            .iter()
            .position(|&byte| may_end(byte))?;
        let c = text[from..].chars().next()?;
        if is_line_end(c) {
            return Some(from);
        }
        from += c.len_utf8();
    }
}

fn is_line_end(c: char) -> bool {
    matches!(c, '\u{B}'..='\r' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

fn line(raw: &str, number: u32, page: u32) -> Line<'_> {
    let (text, indent) = trim(raw);
    Line {
        text,
        number,
        page,
        indent,
        goes_on: false,
    }
}

/// `raw` without the white space around it, and the columns of that before it.
fn trim(raw: &str) -> (&str, usize) {
    let is_plain = |byte: &u8| byte.is_ascii_graphic();
    // Most lines begin and end with a letter or a mark and need no trimming.
    if let [first, .., last] = raw.as_bytes()
        && is_plain(first)
        && is_plain(last)
    {
        return (raw, 0);
    }
    // Unicode does not count a byte order mark and a zero-width space as white space.
    let invisible = |c: char| c.is_whitespace() || matches!(c, '\u{FEFF}' | '\u{200B}');
    let margin = &raw[..raw.len() - raw.trim_start().len()];
    let columns = margin.chars().map(|c| if c == '\t' { 8 } else { 1 });
    (raw.trim_matches(invisible), columns.sum())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_end_counts_once() {
        let lines = cut_lines("a\r\nb\rc\n\u{2028}  d ");
        let seen: Vec<_> = lines.iter().map(|l| (l.text, l.number, l.indent)).collect();
        assert_eq!(
            seen,
            [
                ("a", 1, 0),
                ("b", 2, 0),
                ("c", 3, 0),
                ("", 4, 0),
                ("d", 4, 2)
            ]
        );
    }

    #[test]
    fn form_feeds_count_pages() {
        let pages: Vec<_> = cut_lines("a\n\u{C}b").iter().map(|l| l.page).collect();
        assert_eq!(pages, [1, 1, 2]);
    }

    #[test]
    fn lines_end_at_the_marks_of_unicode_and_not_at_a_blank() {
        for mark in ['\u{B}', '\u{C}', '\r', '\u{85}', '\u{2028}', '\u{2029}'] {
            assert!(is_line_end(mark), "{mark:?}");
        }
        assert!(!is_line_end('\u{a0}') && !is_line_end('\u{2026}'));
    }

    #[test]
    fn other_ends_of_lines_are_seen_by_their_bytes() {
        assert!(may_end(b'\r') && may_end(0xe2) && !may_end(b'a'));
        assert!(may_end_inside("a\u{2028}b") && may_end_inside("a\rb") && !may_end_inside("a – b"));
    }
}
