//! Makes text from a statement safe inside XML.

use std::fmt::Write;

use super::Revision;

/// `text` without what XML could take for markup; characters that XML forbids
/// (1.0, §2.2) become control pictures (U+2400…).
pub(super) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            // Attributes are written with this mark: names of authors may hold it.
            '"' => out.push_str("&quot;"),
            '\u{0}'..='\u{1f}' => out.extend(char::from_u32(u32::from(c) + 0x2400)),
            '\u{fffe}' | '\u{ffff}' => out.push('\u{fffd}'),
            c => out.push(c),
        }
    }
    out
}

/// Text of the file itself as it is written there: its line ends and tabs stay.
pub(super) fn escape_written(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            c => out.push(c),
        }
    }
    out
}

/// The attributes of a change that say who made it, and when; `prefix` stands before
/// their names, with its colon.
pub(super) fn attributes(revision: Revision<'_>, prefix: &str) -> String {
    let mut attributes = format!("{prefix}author=\"{}\"", escape(revision.author));
    if let Some(date) = revision.date {
        write!(attributes, " {prefix}date=\"{}\"", escape(date)).expect("a string takes all");
    }
    attributes
}

/// The attributes of the start of a move, which has to have a date.
pub(super) fn dated(attributes: &str, prefix: &str) -> String {
    let date = format!(" {prefix}date=");
    if attributes.contains(&date) {
        attributes.to_owned()
    } else {
        // The schema asks for one; today's would change the bytes from day to day.
        format!("{attributes}{date}\"1970-01-01T00:00:00Z\"")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_and_control_characters_are_text() {
        assert_eq!(
            escape("a<w:ins>&\u{1}\u{ffff}"),
            "a&lt;w:ins&gt;&amp;␁\u{fffd}"
        );
    }

    #[test]
    fn a_change_is_dated_only_where_a_date_is_given() {
        let author = "A \"B\"";
        let without = Revision { author, date: None };
        let attributes = attributes(without, "w:");
        assert_eq!(attributes, "w:author=\"A &quot;B&quot;\"");
        let start = dated(&attributes, "w:");
        assert_eq!(
            start,
            format!("{attributes} w:date=\"1970-01-01T00:00:00Z\"")
        );
        assert_eq!(dated(&start, "w:"), start);
    }
}
