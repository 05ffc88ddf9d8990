//! Makes text from a statement safe inside HTML.

use minijinja::value::Value;
use minijinja::{Error, Output, State};

/// Writes a value of a template: what is made here as it is, all else escaped.
pub(super) fn format(out: &mut Output, _: &mut State, value: &Value) -> Result<(), Error> {
    if value.is_undefined() || value.is_none() {
        return Ok(());
    }
    match value.as_str() {
        // Only what is made in this program is marked so; no text of a statement is.
        Some(text) if value.is_safe() => out.write_str(text)?,
        Some(text) => out.write_str(&escape(text))?,
        None => out.write_str(&escape(&value.to_string()))?,
    }
    Ok(())
}

/// `text` without what HTML could take for markup; control characters, which
/// HTML forbids, become control pictures (U+2400…).
pub(super) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            '"' => out.push_str("&quot;"),
            // Attributes may stand in either quotation mark.
            '\'' => out.push_str("&#39;"),
            '\t' | '\n' => out.push(c),
            '\u{0}'..='\u{1f}' => out.extend(char::from_u32(u32::from(c) + 0x2400)),
            '\u{7f}'..='\u{9f}' => out.push('\u{2421}'),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_in_a_statement_is_text() {
        assert_eq!(
            escape("<script>alert(\"1\" & '2')</script>\u{0}"),
            "&lt;script&gt;alert(&quot;1&quot; &amp; &#39;2&#39;)&lt;/script&gt;␀"
        );
    }
}
