//! Links that a terminal opens: OSC 8 (gist.github.com/egmontkob/eb114294efbcd5adb1944c9f3cb5feda).

/// `text` as a link to a line of the file at `address`.
pub(super) fn link(address: Option<&str>, line: Option<u32>, text: &str) -> String {
    let Some(address) = address else {
        return text.to_owned();
    };
    // The line is a fragment: a program that does not know it opens the file all the same.
    let line = line.map(|line| format!("#{line}")).unwrap_or_default();
    format!("\u{1b}]8;;{address}{line}\u{1b}\\{text}\u{1b}]8;;\u{1b}\\")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_has_its_line_and_no_columns() {
        let text = link(Some("file:///a"), Some(12), "¶5");
        assert_eq!(text, "\u{1b}]8;;file:///a#12\u{1b}\\¶5\u{1b}]8;;\u{1b}\\");
        assert_eq!(textwrap::core::display_width(&text), 2);
        assert_eq!(link(None, Some(12), "¶5"), "¶5");
    }
}
